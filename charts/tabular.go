package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/data/vocabulary"
)

// drawTable writes the figures in words, a row a figure, and gives the bottom.
func (c *Chart) drawTable(s *sheet, b box) float64 {
	if c.Spec.By == Editions {
		return c.drawEditions(s, b)
	}
	small := 0.92 * s.em
	heads := []string{capital(c.words.Say("chart.by." + c.Spec.By)), c.words.Say("chart.table.quantity"), c.words.Say("chart.table.of"), c.words.Say("chart.table.as_of"), c.words.Say("chart.table.stated")}
	cells := make([][]string, len(c.Marks))
	for i, m := range c.Marks {
		f := c.Figures[i]
		of := m.Detail
		if of == "" && f.Language == c.Spec.Language {
			of = f.Text // as printed
		}
		if c.Spec.Measure == AnyMeasure {
			of = c.v.Label(vocabulary.Measure, f.Measure, c.Spec.Language)
			if m.Detail != "" {
				of = c.words.Say("chart.title.of", of, m.Detail)
			}
		}
		asOf := DateText(text(f.AsOf), c.words)
		if c.Spec.By == "date" { // the first column says it
			asOf = ""
		}
		cells[i] = []string{m.Row, m.Text, of, asOf, Cite(f, c.words)}
	}
	widths := columnWidths(s, append([][]string{heads}, cells...), b.width(), small)
	y := b.top
	line := func(row []string, bold bool) {
		lowest, x := y, b.left
		for i, cell := range row {
			clr := s.Ink
			if i > 1 && !bold {
				clr = s.Quiet
			}
			if widths[i] > 0 {
				lowest = max(lowest, s.block(wrap(cell, small, bold, widths[i]-s.em), x, y, small, bold, clr))
			}
			x += widths[i]
		}
		y = lowest + 0.3*s.em
	}
	line(heads, true)
	s.line(b.left, y, b.right, y, 1, s.Quiet)
	y += 0.3 * s.em
	for i, row := range cells {
		top := y
		if i > 0 && c.Marks[i].Category == c.Marks[i-1].Category {
			row[0] = ""
		}
		line(row, false)
		m := &c.Marks[i]
		m.Left, m.Top, m.Right, m.Bottom = b.left, top-0.15*s.em, b.right, y-0.15*s.em
		s.line(b.left, y-0.1*s.em, b.right, y-0.1*s.em, 0.5, s.Grid)
		y += 0.2 * s.em
	}
	return y
}

// columnWidths shares a width among columns by what their longest cells need; an empty column gets none. No column is narrower
// than the longest word in it, as long as all the longest words have room.
func columnWidths(s *sheet, rows [][]string, width, size float64) []float64 {
	need, word := make([]float64, len(rows[0])), make([]float64, len(rows[0]))
	for i := range need {
		if !slices.ContainsFunc(rows[1:], func(row []string) bool { return row[i] != "" }) {
			continue
		}
		for n, row := range rows {
			need[i] = max(need[i], min(textWidth(row[i], size, n == 0)+s.em, 0.4*width))
			for _, piece := range pieces(row[i]) {
				word[i] = max(word[i], textWidth(strings.TrimRight(piece, " "), size, n == 0)+s.em)
			}
		}
		need[i] = max(need[i], word[i])
	}
	needed := sum(need)
	if needed <= width {
		for i := range need {
			need[i] *= width / needed
		}
		return need
	}
	if words := sum(word); words > width {
		word = make([]float64, len(need))
	}
	// What is short stays whole; what is long shares the rest.
	low, high := 0.0, width
	for range 30 {
		share := (low + high) / 2
		if sum(limited(need, word, share)) <= width {
			low = share
		} else {
			high = share
		}
	}
	return limited(need, word, low)
}

// limited are the widths that columns need, each at most a share unless its longest word is wider.
func limited(need, word []float64, share float64) []float64 {
	widths := make([]float64, len(need))
	for i := range need {
		widths[i] = max(min(need[i], share), word[i])
	}
	return widths
}

func sum(of []float64) float64 {
	all := 0.0
	for _, v := range of {
		all += v
	}
	return all
}
