package data

import "testing"

// TestReport_Passage: a passage is quoted without its footnote marks, nor the blank that parts a mark from Han.
func TestReport_Passage(t *testing.T) {
	for text, want := range map[string]string{
		"In the valley.6 There, 40 camps stand.7": "In the valley. There, 40 camps stand.",
		"山谷里有40个营地，9 预计还会增加。10":                   "山谷里有40个营地，预计还会增加。",
		"Nothing is marked here.":                 "Nothing is marked here.",
	} {
		p := Paragraph{Number: "3", Text: text}
		r := Report{Footnotes: []Footnote{{Number: 1, Paragraph: "4", Start: 0, End: 4}}}
		runes := []rune(text)
		for i := 1; i < len(runes); i++ {
			if mark := runes[i] >= '6' && runes[i] <= '9' || i == len(runes)-2 && runes[i] == '1'; !mark {
				continue
			}
			end := i + 1
			if end < len(runes) && runes[end] == '0' {
				end++
			}
			r.Footnotes = append(r.Footnotes, Footnote{Number: 6, Paragraph: "3", Start: i, End: end})
		}
		if got := r.Passage(p, 0, len(runes)); got != want {
			t.Errorf("%q is quoted as %q", text, got)
		}
	}
}
