package reader

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// find is the search in the open report.
type find struct {
	query string
	hits  []hit
	at    int // the hit that is shown
}

// A hit is a place where the words that were looked for stand.
type hit struct{ block, from, to int }

// Find marks all places where words stand, whatever their case and width, and shows the first from the top of the view
// on. It gives the number of hits; 0 for no words.
func (r *Reader) Find(words string) int {
	r.find.query = words
	r.find.again(r)
	r.find.at = 0
	for i, h := range r.find.hits {
		if r.topOf(h) >= r.scroll.Offset.Y {
			r.find.at = i
			break
		}
	}
	r.showHit()
	return len(r.find.hits)
}

// FindNext shows the next hit, or the one before, and begins anew behind the last. It gives its number from 1 and how many
// there are.
func (r *Reader) FindNext(forward bool) (number, of int) {
	n := len(r.find.hits)
	if n == 0 {
		return 0, 0
	}
	step := 1
	if !forward {
		step = n - 1
	}
	r.find.at = (r.find.at + step) % n
	r.showHit()
	return r.Hit()
}

// Hit is the number of the hit that is shown, from 1, and how many there are.
func (r *Reader) Hit() (number, of int) {
	if len(r.find.hits) == 0 {
		return 0, 0
	}
	return r.find.at + 1, len(r.find.hits)
}

func (r *Reader) showHit() {
	if len(r.find.hits) > 0 {
		r.show(r.topOf(r.find.hits[r.find.at]))
	}
	r.page.Refresh()
}

func (r *Reader) topOf(h hit) float32 {
	for _, l := range r.lines {
		if l.block == h.block && h.from >= l.from && h.from < l.to {
			return l.top
		}
	}
	return 0
}

// again looks anew, in the blocks of now.
func (f *find) again(r *Reader) {
	f.hits = nil
	query := folded([]rune(strings.TrimSpace(f.query)))
	if len(query) == 0 {
		return
	}
	for i := range r.all {
		text := folded(r.all[i].text)
		for at := 0; at+len(query) <= len(text); at++ {
			if equal(text[at:at+len(query)], query) {
				f.hits = append(f.hits, hit{i, at, at + len(query)})
				at += len(query) - 1
			}
		}
	}
	f.at = min(f.at, max(0, len(f.hits)-1))
}

// folded is a text in which case and width do not matter, rune by rune.
func folded(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		if p := width.LookupRune(r); p.Folded() != 0 {
			r = p.Folded()
		}
		out[i] = unicode.ToLower(r)
	}
	return out
}

func equal(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func isWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}
