package charts

import (
	"slices"
	"strings"
	"testing"
)

// TestWrap_rules: no line begins with a closing mark or ends with an opening one, and no number is torn from what it counts.
func TestWrap_rules(t *testing.T) {
	for _, text := range []string{
		"据（会员国）估计，2020 年 12 月约有 1.1 万名战斗人员；另有“数百人”（见第 13 段）。S/2021/98 和第 2557（2020）号决议。",
		"Figurebook's summary of S/2025/71/Rev.1, paras. 13 and 20 (annex), about 3.5 million people “in camps”, 42 per cent.",
	} {
		for room := 60.0; room < 400; room += 7 {
			lines := wrap(text, 10, false, room)
			for _, l := range lines {
				if strings.ContainsRune("，。；：）》”、", []rune(l)[0]) || strings.ContainsRune("（《“", lastRune(l)) {
					t.Errorf("at %g: %q", room, lines)
				}
				if textWidth(l, 10, false) > room {
					t.Errorf("at %g the line %q is wider", room, l)
				}
			}
			squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
			if squeeze(strings.Join(lines, "")) != squeeze(text) {
				t.Errorf("at %g words were lost: %q", room, lines)
			}
			for _, whole := range []string{"2020 年", "12 月", "1.1 万名", "第 13 段", "S/2021/98", "paras. 13", "3.5 million"} {
				if strings.Contains(text, whole) && !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, whole) }) {
					t.Errorf("at %g %q was torn: %q", room, whole, lines)
				}
			}
		}
	}
}

// TestWrap_words: where every word has room, evening the lines out breaks none of them.
func TestWrap_words(t *testing.T) {
	for _, text := range []string{"November 2020", "Companies alerted", "Workshop duration: Indonesia", "United Nations entities: Mozambique"} {
		longest := 0.0
		for word := range strings.FieldsSeq(text) {
			longest = max(longest, textWidth(word, 10, false))
		}
		for room := longest; room < 3*longest; room += 0.7 {
			if lines := wrap(text, 10, false, room); strings.Join(lines, " ") != text {
				t.Errorf("at %g: %q", room, lines)
			}
		}
	}
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}
