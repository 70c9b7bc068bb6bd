package charts

import (
	"image/color"
	"strings"
)

// row is one mark of a chart of rows: its words, wrapped, and its height.
type row struct {
	mark   int
	name   []string // of its category, where it is the first of it
	detail []string
	says   []string // its quantity in words
	height float64
}

// direct tells whether bars are named by their series, each at its own bar: those of a chart of one category, which need no legend.
func (c *Chart) direct() bool {
	return c.Spec.Kind == Bars && len(c.Categories) == 1 && len(c.Series) == len(c.Marks) && len(c.Series) > 1
}

// drawRows draws dots or bars, a row a mark, and gives the bottom.
func (c *Chart) drawRows(s *sheet, b box) float64 {
	small := 0.88 * s.em
	r := 0.45 * s.em
	names := c.nameWidth(s, b.width())
	rows := c.rows(s, names, b.width())
	if c.direct() && !strings.Contains(c.Title, c.Categories[0].Label) {
		b.top = s.block(shortened(c.Categories[0].Label, s.em, true, b.width()), b.left, b.top, s.em, true, s.Ink) + 0.2*s.em
	}
	total := 0.0
	for _, r := range rows {
		total += r.height
	}
	axisRoom := 0.3*small + 2*leading*small
	if spare := b.bottom - b.top - axisRoom - total - 0.4*s.em; b.bottom > 0 && spare > 0 { // rows may be half as high again
		each := min(spare/float64(len(rows)), 1.4*s.em)
		for i := range rows {
			rows[i].height += each
		}
		total += each * float64(len(rows))
	}
	p := c.rowScale(s, rows, b, names, r)
	top, bottom := b.top, b.top+total+0.4*s.em
	end := c.axisBelow(s, p, top, bottom)
	y := top + 0.2*s.em
	several := len(c.Marks) > len(c.Categories) && !c.direct()
	for i, row := range rows {
		m := &c.Marks[row.mark]
		if several && i > 0 && row.name != nil {
			s.line(b.left, y, b.right, y, 0.5, s.Grid)
		}
		c.drawRow(s, p, row, m, y, r, b, small)
		m.Left, m.Top, m.Right, m.Bottom = b.left-0.4*s.em, y, min(b.right+0.4*s.em, p.at(wordsAt(*m))+reach(m.Quantity)*r+2*s.em+widest(row.says, s.em, m.Derived || m.Total)), y+row.height
		y += row.height
	}
	return end
}

func (c *Chart) drawRow(s *sheet, p plotting, row row, m *Mark, y, r float64, b box, small float64) {
	middle := y + row.height/2
	words := float64(len(row.name))*leading*s.em + float64(len(row.detail))*leading*small
	at := s.block(row.name, b.left, middle-words/2, s.em, m.Total || m.Derived, s.Ink)
	s.block(row.detail, b.left, at, small, false, s.Quiet)
	clr := c.color(s, m.Series)
	from, to := p.at(m.From), p.at(m.To)
	if zero := p.at(max(0, c.Value.Min)); c.Spec.Kind == Bars {
		c.bar(s, *m, zero, from, to, middle, min(row.height*0.7, 1.5*s.em), clr)
	} else if !c.Value.Log && m.Quantity.Bound != "range" && m.Quantity.Bound != "indefinite" {
		s.line(zero, middle, to, middle, 1, blend(clr, s.Page, 0.4))
	}
	s.hedged(m.Quantity, p, from, to, middle, r, m.Series, clr)
	x := p.at(wordsAt(*m)) + reach(m.Quantity)*r + 0.5*s.em
	if m.Quantity.Bound == "range" || m.Quantity.Bound == "indefinite" {
		x = max(x, (from+to)/2+1.6*r)
	}
	height := float64(len(row.says)) * leading * s.em
	wide := widest(row.says, s.em, m.Total || m.Derived)
	s.rect(x-0.2*s.em, middle-height/2, wide+0.4*s.em, height, s.Page) // keeps the grid out of the words
	s.block(row.says, x, middle-height/2, s.em, m.Total || m.Derived, s.Ink)
}

// wordsAt is the value behind which a mark's words stand: of what lies below zero they stand across it, off its bar.
func wordsAt(m Mark) float64 {
	if m.To < 0 {
		return 0
	}
	return m.To
}

// bar draws the body of a bar from zero: to the number, or solid to a range's lower end and paler to its upper.
func (c *Chart) bar(s *sheet, m Mark, zero, from, to, middle, thick float64, clr color.RGBA) {
	left, right := min(zero, from), max(zero, from)
	s.rect(left, middle-thick/2, right-left, thick, blend(clr, s.Page, 0.42))
	if len(c.Series) > len(s.Series) && !c.direct() && right-left > 2*thick { // the colours begin anew
		s.sign(spot{left + 0.6*thick, middle}, 0.24*thick, m.Series, true, clr)
	}
	if to > from {
		s.rect(from, middle-thick/2, to-from, thick, blend(clr, s.Page, 0.18))
	}
}

func widest(lines []string, size float64, bold bool) float64 {
	wide := 0.0
	for _, l := range lines {
		wide = max(wide, textWidth(l, size, bold))
	}
	return wide
}

// nameWidth is the width of the column of names: what they need, at most two fifths of the chart.
func (c *Chart) nameWidth(s *sheet, whole float64) float64 {
	need := 0.0
	for _, k := range c.Categories {
		need = max(need, textWidth(k.Label, s.em, true))
	}
	if c.direct() {
		need = 0
		for _, series := range c.Series {
			need = max(need, textWidth(series.Label, s.em, true))
		}
	}
	for _, m := range c.Marks {
		need = max(need, textWidth(m.Detail, 0.88*s.em, false))
	}
	return min(need+0.2*s.em, 0.36*whole)
}

func (c *Chart) rows(s *sheet, names, whole float64) []row {
	small := 0.88 * s.em
	rows := make([]row, 0, len(c.Marks))
	name, detail := c.markNames(rowName, s.em, false, names), c.markNames(func(m *Mark) string { return m.Detail }, small, false, names)
	series := c.seriesNames(s.em, names)
	for i, m := range c.Marks {
		r := row{mark: i, says: wrap(c.says(m), s.em, false, 0.3*whole), detail: detail[m.Detail]}
		if c.direct() {
			r.name = series[c.Series[m.Series].Label]
		} else if i == 0 || m.Category != c.Marks[i-1].Category {
			r.name = name[m.Row]
		} else if m.Detail != "" && m.Detail == c.Marks[i-1].Detail {
			r.detail = nil
		}
		words := max(float64(len(r.name))*leading*s.em+float64(len(r.detail))*leading*small, float64(len(r.says))*leading*s.em)
		r.height = max(1.9*s.em, words+0.55*s.em)
		if c.Spec.Kind == Bars && r.name == nil && r.detail == nil {
			r.height = max(1.6*s.em, words+0.2*s.em)
		}
		rows = append(rows, r)
	}
	return rows
}

// rowScale is the value axis to the right of the names, short enough that the words after each mark stay on the page.
func (c *Chart) rowScale(s *sheet, rows []row, b box, names, r float64) plotting {
	start := b.left + names + 1.4*s.em
	end := b.right
	for _, row := range rows {
		m := c.Marks[row.mark]
		after := reach(m.Quantity)*r + 0.7*s.em + widest(row.says, s.em, m.Total || m.Derived)
		if share := c.Value.share(wordsAt(m)); share > 0 && start+share*(end-start)+after > b.right {
			end = max(start+0.15*(b.right-start), start+(b.right-after-start)/share)
		}
	}
	last := c.Value.Ticks[len(c.Value.Ticks)-1]
	end = min(end, b.right-textWidth(last.Label, 0.88*s.em, false)/2)
	return plotting{at: func(v float64) float64 { return start + c.Value.share(v)*(end-start) }}
}
