package vocabulary

import (
	"slices"
	"unicode"

	"figurebook.org/figurebook/data"
)

// hedged are the hedging words of one place, the longer ones first, by the rune next to the number.
type hedged map[rune][]hedgeForm

type hedgeForm struct {
	runes []rune
	bound data.Bound
}

func (h hedged) add(next rune, f hedgeForm) {
	h[next] = append(h[next], f)
	slices.SortStableFunc(h[next], func(a, b hedgeForm) int { return len(b.runes) - len(a.runes) })
}

// HedgeBefore is the bound that the longest hedging word ending at text[:end] makes, and the word's length in runes; 0 where
// none does. Only its first letter may be a capital.
func (v *Vocabulary) HedgeBefore(text []rune, end int) (data.Bound, int) {
	if end == 0 {
		return "", 0
	}
	for _, f := range v.before[text[end-1]] {
		at := end - len(f.runes)
		if at >= 0 && unicode.ToLower(text[at]) == f.runes[0] && slices.Equal(text[at+1:end], f.runes[1:]) && Whole(text, at, end) {
			return f.bound, len(f.runes)
		}
	}
	return "", 0
}

// HedgeBehind is the bound that the longest hedging word beginning at text[start:] makes, and its length in runes, with the
// blank before it.
func (v *Vocabulary) HedgeBehind(text []rune, start int) (data.Bound, int) {
	if start >= len(text) {
		return "", 0
	}
	for _, f := range v.behind[text[start]] {
		end := start + len(f.runes)
		if end <= len(text) && slices.Equal(text[start:end], f.runes) && Whole(text, start, end) {
			return f.bound, len(f.runes)
		}
	}
	return "", 0
}
