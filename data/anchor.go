package data

import (
	"slices"
	"strings"
)

// Anchor finds a figure's words again in a text that was read anew.
type Anchor struct {
	Paragraph string `json:"paragraph"`
	Start     int    `json:"start"` // in the paragraph's text, in runes
	Exact     string `json:"exact"`
	Prefix    string `json:"prefix,omitempty"` // up to 24 runes before
	Suffix    string `json:"suffix,omitempty"` // and behind
	Quantity
}

const anchorContext = 24

// AnchorOf is the anchor of a figure in its paragraph's text.
func AnchorOf(f Figure, text string) Anchor {
	a := Anchor{Paragraph: f.Paragraph, Start: f.Start, Exact: f.Text, Quantity: f.Quantity}
	runes := []rune(text)
	if f.Start >= 0 && f.Start <= f.End && f.End <= len(runes) {
		a.Prefix = string(runes[max(0, f.Start-anchorContext):f.Start])
		a.Suffix = string(runes[f.End:min(len(runes), f.End+anchorContext)])
	}
	return a
}

// In finds the anchor's words in a text: the place, in runes, where they stand with the most of what stood around them,
// and how many runes of it that are; -1 where they do not stand.
func (a Anchor) In(text string) (start, agree int) {
	start, agree = -1, -1
	if a.Exact == "" {
		return start, agree
	}
	for from := 0; ; {
		i := strings.Index(text[from:], a.Exact)
		if i < 0 {
			return start, agree
		}
		i += from
		before, after := []rune(text[:i]), []rune(text[i+len(a.Exact):])
		n := common(reversed([]rune(a.Prefix)), reversed(before)) + common([]rune(a.Suffix), after)
		nearer := start >= 0 && n == agree && distance(len(before), a.Start) < distance(start, a.Start)
		if n > agree || nearer {
			start, agree = len(before), n
		}
		from = i + len(a.Exact)
	}
}

func distance(a, b int) int { return max(a-b, b-a) }

func common(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reversed(r []rune) []rune {
	slices.Reverse(r)
	return r
}

// Place is where the anchor's words stand in a report: in their own paragraph, else, where paragraphs were numbered
// anew, in the one that holds them with at least half of what stood around them. So must a row of a table be, since a cell's
// few digits stand in many.
func (a Anchor) Place(r *Report) (paragraph string, start int, ok bool) {
	best := (len([]rune(a.Prefix)) + len([]rune(a.Suffix))) / 2
	_, _, inTable := InTable(a.Paragraph)
	if p, found := r.Paragraph(a.Paragraph); found {
		if start, agree := a.In(p.Text); start >= 0 && (!inTable || agree > best) {
			return p.Number, start, true
		}
	}
	for _, p := range r.Texts() {
		if at, agree := a.In(p.Text); at >= 0 && agree > best {
			paragraph, start, best, ok = p.Number, at, agree, true
		}
	}
	return paragraph, start, ok
}

// Among chooses the figure of a report that an anchor meant: one whose words overlap the anchor's, best with its number;
// else, as when a digest gave way to a full text, one of the same paragraph that states the same. -1 where none does.
func (a Anchor) Among(figures []Figure, r *Report) int {
	best, score := -1, 0
	if paragraph, start, ok := a.Place(r); ok {
		end := start + len([]rune(a.Exact))
		for i, f := range figures {
			n := min(f.End, end) - max(f.Start, start)
			if f.Paragraph != paragraph || n <= 0 {
				continue
			}
			if f.Same(a.Quantity) {
				n += 1000
			}
			if n > score {
				best, score = i, n
			}
		}
	}
	if best >= 0 {
		return best
	}
	if _, _, inTable := InTable(a.Paragraph); inTable { // the row of that number may be another one
		return -1
	}
	return slices.IndexFunc(figures, func(f Figure) bool { return f.Paragraph == a.Paragraph && f.Same(a.Quantity) })
}
