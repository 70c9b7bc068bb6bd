package vocabulary

import (
	"io/fs"
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

// readHedges reads hedges.tsv: bound, where the words stand (before, behind), Chinese and English words.
func (v *Vocabulary) readHedges(files fs.FS) error {
	return table(files, "hedges.tsv", 4, func(c []string) {
		for _, word := range append(split(c[2]), split(c[3])...) {
			r := []rune(word)
			if c[1] == "behind" {
				if unicode.IsLetter(r[0]) && r[0] < 0x250 {
					r = append([]rune{' '}, r...)
				}
				v.behind.add(r[0], hedgeForm{r, data.Bound(c[0])})
			} else {
				v.before.add(unicode.ToLower(r[len(r)-1]), hedgeForm{r, data.Bound(c[0])})
			}
		}
	})
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
