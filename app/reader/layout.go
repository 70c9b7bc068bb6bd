package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"

	"figurebook.org/figurebook/charts"
)

// A line is one line of a block, from and to in its runes.
type line struct {
	block    int
	from, to int
	left     float32
	top      float32
	first    bool
}

// A column is where text is set: its left edge and width, and the distance between lines relative to the text's size.
type column struct{ left, width, pitch float32 }

// A measurer gives the width of a text at size 1.
type measurer func(text string, bold bool) float32

// raised is the size of a footnote mark relative to its text.
const raised = 0.64

// lay breaks blocks into lines no wider than their column, and gives the height of all. Lines break where UAX #14
// allows, and never inside a figure that fits on a line. size is that of running text.
func lay(all []block, columns []column, size float32, measure measurer) ([]line, float32) {
	lines := make([]line, 0, len(all)*4)
	y, bottom, row := float32(8), float32(8), -1
	for i := range all {
		b := &all[i]
		if b.row != row {
			row, y = b.row, bottom+b.above*size
		}
		c, top := columns[b.column], y
		for n, end := range breakLines(b, c.width/(b.size*size), measure) {
			from := 0
			if n > 0 {
				from = lines[len(lines)-1].to
			}
			lines = append(lines, line{block: i, from: from, to: end, left: c.left, top: top, first: n == 0})
			top += b.size * size * c.pitch
		}
		bottom = max(bottom, top)
	}
	if len(columns) > 1 {
		slices.SortStableFunc(lines, func(a, b line) int { return cmpFloat(a.top, b.top) })
	}
	return lines, bottom + 40
}

func cmpFloat(a, b float32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// breakLines gives the ends of a block's lines, in runes. width is relative to the text's size.
func breakLines(b *block, width float32, measure measurer) []int {
	if len(b.text) == 0 {
		return nil
	}
	whole := unbroken(b, width, measure)
	var s segmenter.Segmenter
	s.Init(b.text)
	var ends []int
	start, end := 0, 0 // of the line, in runes
	byteEnd := 0       // end, in bytes of b.words
	seen, seenByte := 0, 0
	w := float32(0)
	for it := s.LineIterator(); it.Next(); {
		segment := it.Line()
		seen = segment.Offset + len(segment.Text)
		for _, r := range segment.Text {
			seenByte += utf8.RuneLen(r)
		}
		if seen < len(b.text) && whole[seen] {
			continue
		}
		piece := b.words[byteEnd:seenByte]
		bare := strings.TrimRight(piece, " ")
		full := b.width(end, seen, piece, measure)
		tight := full
		if len(bare) < len(piece) {
			tight = full - float32(len(piece)-len(bare))*measure(" ", b.bold)
		}
		if w+tight > width && end > start {
			ends = append(ends, end)
			start, w = end, 0
		}
		if tight > width { // a word longer than a line is broken where the line is full
			for at := end + 1; at < seen; at++ {
				if b.span(start, at+1, measure) > width {
					ends = append(ends, at)
					start = at
				}
			}
			w = b.span(start, seen, measure)
		} else {
			w += full
		}
		end, byteEnd = seen, seenByte
	}
	if start < len(b.text) {
		ends = append(ends, len(b.text))
	}
	return ends
}

// unbroken tells of each place of a block's text whether no line may break there: within a figure that fits on a line,
// and before or within a footnote mark.
func unbroken(b *block, width float32, measure measurer) []bool {
	whole := make([]bool, len(b.text)+1)
	for _, f := range b.figures {
		if f.Start < 0 || f.End > len(b.text) || f.End <= f.Start {
			continue
		}
		from, to := f.Start, f.End // with the marks that stand close to it and cannot begin or end a line
		for from > 0 && unicode.IsPunct(b.text[from-1]) {
			from--
		}
		for to < len(b.text) && unicode.IsPunct(b.text[to]) {
			to++
		}
		if b.span(from, to, measure) > width { // at least "7 000" is kept together
			for k := f.Start + 2; k < f.End; k++ {
				whole[k] = whole[k] || unicode.IsDigit(b.text[k-2]) && b.text[k-1] == ' ' && unicode.IsDigit(b.text[k])
			}
			continue
		}
		for k := f.Start + 1; k < f.End; k++ {
			whole[k] = true
		}
	}
	for _, m := range b.marks {
		for k := m.from; k < m.to && k < len(b.text); k++ {
			whole[k] = true
		}
	}
	return whole
}

// width is that of the runes from to to, which read piece, relative to the text's size.
func (b *block) width(from, to int, piece string, measure measurer) float32 {
	for _, m := range b.marks {
		if m.from < to && from < m.to {
			return b.span(from, to, measure)
		}
	}
	return measure(piece, b.bold)
}

// span is the width of the runes from to to, footnote marks in it raised, relative to the text's size.
func (b *block) span(from, to int, measure measurer) float32 {
	w := float32(0)
	for _, p := range b.pieces(from, to) {
		width := measure(string(b.text[p.from:p.to]), b.bold)
		if p.raised {
			width *= raised
		}
		w += width
	}
	return w
}

// A piece is a part of a line that is set in one size.
type piece struct {
	from, to int
	raised   bool
}

// pieces part the runes from to to where footnote marks begin and end.
func (b *block) pieces(from, to int) []piece {
	var all []piece
	for _, m := range b.marks {
		if m.to <= from || m.from >= to {
			continue
		}
		if m.from > from {
			all = append(all, piece{from, m.from, false})
		}
		all = append(all, piece{max(from, m.from), min(to, m.to), true})
		from = m.to
	}
	if from < to {
		all = append(all, piece{from, to, false})
	}
	return all
}

// A sample of running text, by which a line of so many average letters is measured.
const sample = "the number of people who live in the valley grew again "

// lineWidth is the width of a comfortable line at size 1: 34 Han, or 70 average letters.
func lineWidth(language string, measure measurer) float32 {
	if language == "zh" {
		return 34 * measure("字", false)
	}
	return 70 * measure(sample, false) / float32(len(sample))
}

// pitch is the distance between lines relative to the text's size.
func pitch(language string) float32 {
	if language == "zh" {
		return 1.72
	}
	return 1.55
}

// measuredAt is the size at which the toolkit measures; what is drawn in another size is as many times as wide.
const measuredAt = 100

// measured is the width of a text at size 1. The toolkit, which shapes each word, is asked only where the bundled font lacks
// a letter.
func measured(text string, bold bool) float32 {
	if w, ok := charts.Width(text, bold); ok {
		return w
	}
	return fyne.MeasureText(text, measuredAt, fyne.TextStyle{Bold: bold}).Width / measuredAt
}
