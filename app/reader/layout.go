package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"

	"figurebook.org/figurebook/data"
)

// A block is one thing that is set: the title, a heading, a paragraph, a footnote.
type block struct {
	paragraph string // number, for a paragraph or footnote
	text      []rune
	bold      bool
	size      float32
	number    string
	figures   []data.Figure
	above     float32
}

// A line is one line of a block, from and to in its runes.
type line struct {
	block    int
	from, to int
	top      float32
	first    bool
}

// A measurer gives the width of a text at a size.
type measurer func(text string, size float32, bold bool) float32

// blocks are what a report has to be set.
func blocks(report *data.Report, figures []data.Figure, label string) []block {
	byParagraph := map[string][]data.Figure{}
	for _, f := range figures {
		byParagraph[f.Paragraph] = append(byParagraph[f.Paragraph], f)
	}
	var all []block
	if report.Digest {
		all = append(all, block{text: []rune(label), size: 13, bold: true, above: 8})
	}
	all = append(all, block{text: []rune(report.Title), size: 20, bold: true, above: 10})
	done := map[string]bool{}
	for _, p := range report.Paragraphs {
		for _, s := range report.Sections {
			if !done[s.Path] && (p.Section == s.Path || strings.HasPrefix(p.Section, s.Path+".")) {
				done[s.Path] = true
				number := s.Number
				if number != "" {
					number += ". "
				}
				all = append(all, block{text: []rune(number + s.Title), size: 17 - float32(s.Level), bold: true, above: 18, paragraph: "section:" + s.Path})
			}
		}
		all = append(all, block{paragraph: p.Number, number: p.Number, text: []rune(p.Text), size: 15, figures: byParagraph[p.Number], above: 10})
	}
	for _, f := range report.Footnotes {
		all = append(all, block{paragraph: f.ID(), number: f.ID(), text: []rune(f.Text), size: 12.5, figures: byParagraph[f.ID()], above: 6})
	}
	return all
}

// lay breaks blocks into lines no wider than width, and gives the height of all. Lines break where UAX #14 allows, and
// never inside a figure that fits on a line.
func lay(all []block, width, pitch float32, measure measurer) ([]line, float32) {
	var lines []line
	y := float32(8)
	for i, b := range all {
		y += b.above
		first := true
		for _, span := range breakLines(b, width, measure) {
			lines = append(lines, line{block: i, from: span[0], to: span[1], top: y, first: first})
			y += b.size * pitch
			first = false
		}
	}
	return lines, y + 40
}

// breakLines parts a block's text into lines.
func breakLines(b block, width float32, measure measurer) [][2]int {
	if len(b.text) == 0 {
		return nil
	}
	inside := make([]bool, len(b.text)+1) // places within a figure, where no line breaks
	for _, f := range b.figures {
		if f.Start < 0 || f.End > len(b.text) || measure(string(b.text[f.Start:f.End]), b.size, b.bold) > width {
			continue
		}
		for k := f.Start + 1; k < f.End; k++ {
			inside[k] = true
		}
	}
	var s segmenter.Segmenter
	s.Init(b.text)
	var out [][2]int
	start, end := 0, 0
	w := float32(0)
	for it := s.LineIterator(); it.Next(); {
		segment := it.Line()
		stop := segment.Offset + len(segment.Text)
		if stop < len(b.text) && inside[stop] {
			continue
		}
		piece := string(b.text[end:stop])
		bare := measure(strings.TrimRight(piece, " "), b.size, b.bold)
		if w+bare > width && end > start {
			out = append(out, [2]int{start, end})
			start, w = end, 0
		}
		w += measure(piece, b.size, b.bold)
		end = stop
	}
	if start < len(b.text) {
		out = append(out, [2]int{start, len(b.text)})
	}
	return out
}

// cached measures by pieces, and remembers each.
func cached() measurer {
	type key struct {
		text string
		size float32
		bold bool
	}
	known := map[key]float32{}
	return func(text string, size float32, bold bool) float32 {
		k := key{text, size, bold}
		w, ok := known[k]
		if !ok {
			w = fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
			known[k] = w
		}
		return w
	}
}
