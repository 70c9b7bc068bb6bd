package reader

import "strings"

// selection is what the user marked, from where she began to where she is; both equal where nothing is marked.
type selection struct{ from, to spot }

// ordered is the selection's start and end in reading order.
func (s selection) ordered() (spot, spot) {
	if s.to.block < s.from.block || s.to.block == s.from.block && s.to.at < s.from.at {
		return s.to, s.from
	}
	return s.from, s.to
}

// Selected are the words that the user marked.
type Selected struct {
	Edition    string   // key of their report
	Text       string   // as printed; a line break parts paragraphs
	Paragraphs []string // the numbers of the paragraphs that they stand in; none for a heading
	Start, End int      // in the text of the paragraph, in runes, where they stand in one; else 0
}

// Selected are the words that the user marked; false where there are none.
func (r *Reader) Selected() (Selected, bool) {
	from, to := r.selection.ordered()
	if from == to || to.block >= len(r.all) {
		return Selected{}, false
	}
	column := r.all[from.block].column
	out := Selected{Edition: r.all[from.block].edition}
	var parts []string
	for i := from.block; i <= to.block; i++ {
		b := &r.all[i]
		if b.column != column {
			continue
		}
		start, end := r.part(i)
		if start >= end {
			continue
		}
		parts = append(parts, string(b.text[start:end]))
		if b.paragraph != "" && !strings.HasPrefix(b.paragraph, "section:") {
			out.Paragraphs = append(out.Paragraphs, b.paragraph)
			out.Start, out.End = start, end
		}
	}
	if len(parts) != 1 {
		out.Start, out.End = 0, 0
	}
	out.Text = strings.Join(parts, "\n")
	return out, strings.TrimSpace(out.Text) != ""
}

// part is what is marked of a block, in runes.
func (r *Reader) part(block int) (start, end int) {
	from, to := r.selection.ordered()
	if from == to || block < from.block || block > to.block || r.all[block].column != r.all[from.block].column {
		return 0, 0
	}
	end = len(r.all[block].text)
	if block == from.block {
		start = from.at
	}
	if block == to.block {
		end = min(end, to.at)
	}
	return start, end
}

// SelectAll marks the whole text of the first column.
func (r *Reader) SelectAll() {
	last := len(r.all) - 1
	for last > 0 && r.all[last].column != 0 {
		last--
	}
	if last >= 0 {
		r.selection = selection{spot{0, 0}, spot{last, len(r.all[last].text)}}
		r.page.Refresh()
	}
}

// selectHit marks the words that were found and are shown, where there are any.
func (r *Reader) selectHit() {
	if len(r.find.hits) > 0 {
		h := r.find.hits[r.find.at]
		r.selection = selection{spot{h.block, h.from}, spot{h.block, h.to}}
	}
}

// selectWord marks the word at a spot: letters and digits that stand together, or one Han.
func (r *Reader) selectWord(s spot) {
	text := r.all[s.block].text
	if s.at >= len(text) {
		return
	}
	from, to := s.at, s.at+1
	if isWord(text[s.at]) {
		for from > 0 && isWord(text[from-1]) {
			from--
		}
		for to < len(text) && isWord(text[to]) {
			to++
		}
	}
	if f := r.figureAt(s); f != nil {
		from, to = f.Start, f.End
	}
	r.selection = selection{spot{s.block, from}, spot{s.block, to}}
	r.page.Refresh()
}
