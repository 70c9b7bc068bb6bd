package data

import "testing"

// TestAnchor_Place: words are found where most of what stood around them stands, in their paragraph before others.
func TestAnchor_Place(t *testing.T) {
	text := "Of 300 men, 12 came; of 300 women, 12 stayed."
	second := Figure{Paragraph: "4", Text: "12", Start: 35, End: 37}
	if string([]rune(text)[35:37]) != "12" {
		t.Fatal("the test counts wrongly")
	}
	a := AnchorOf(second, text)
	han := AnchorOf(Figure{Paragraph: "1", Text: "超过七千名", Start: 2, End: 7}, "那里超过七千名战斗人员")
	for name, c := range map[string]struct {
		Anchor
		paragraphs []Paragraph
		paragraph  string
		start      int
	}{
		"the second of two":             {a, []Paragraph{{Number: "4", Text: text}}, "4", 35},
		"moved":                         {a, []Paragraph{{Number: "4", Text: "It was cold. " + text}}, "4", 48},
		"numbered anew":                 {a, []Paragraph{{Number: "4", Text: "Nobody."}, {Number: "5", Text: text}}, "5", 35},
		"other words of the paragraph":  {a, []Paragraph{{Number: "4", Text: "Only 12 are left."}}, "4", 5},
		"the number in other paragraph": {a, []Paragraph{{Number: "4", Text: "Nobody."}, {Number: "5", Text: "Only 12 are left."}}, "", -1},
		"in Chinese, behind more":       {han, []Paragraph{{Number: "1", Text: "据报告，那里超过七千名战斗人员"}}, "1", 6},
	} {
		t.Run(name, func(t *testing.T) {
			paragraph, start, ok := c.Place(&Report{Paragraphs: c.paragraphs})
			if ok != (c.start >= 0) || ok && (paragraph != c.paragraph || start != c.start) {
				t.Errorf("found in %q at %d, %v; want %q at %d", paragraph, start, ok, c.paragraph, c.start)
			}
		})
	}
}
