package charts

import (
	"math"
	"slices"
)

// drawMultiples draws a panel a region, all on the same axes, and gives the bottom.
func (c *Chart) drawMultiples(s *sheet, b box) float64 {
	panels := make([][]int, len(c.Panels))
	filled := 0 // the others stand on other pages
	for i, m := range c.Marks {
		if panels[m.Panel] == nil {
			filled++
		}
		panels[m.Panel] = append(panels[m.Panel], i)
	}
	columns := max(1, min(filled, int(math.Round(b.width()/(26*s.em)))))
	gap := 2 * s.em
	wide := (b.width() - gap*float64(columns-1)) / float64(columns)
	bottoms := make([]float64, columns)
	for i := range bottoms {
		bottoms[i] = b.top
	}
	for i, marks := range panels {
		if marks == nil {
			continue
		}
		column := 0 // that which ends highest
		for k, bottom := range bottoms {
			if bottom < bottoms[column]-1 {
				column = k
			}
		}
		y := bottoms[column]
		left := b.left + float64(column)*(wide+gap)
		top := s.block(shortened(c.Panels[i], s.em, true, wide), left, y, s.em, true, s.Ink) + 0.2*s.em
		bottom := 0.0
		if c.onTime() {
			bottom = c.plotLines(s, box{left, top - s.em, left + wide, 0}, marks, 13*s.em, 0, false)
		} else {
			bottom = c.drawPanel(s, box{left, top, left + wide, 0}, marks)
		}
		bottoms[column] = bottom + 0.9*s.em
	}
	return slices.Max(bottoms) - 0.9*s.em
}

// drawPanel draws marks as dots, each under its name.
func (c *Chart) drawPanel(s *sheet, b box, marks []int) float64 {
	small := 0.88 * s.em
	r := 0.4 * s.em
	end := b.right - s.em
	for _, m := range c.Marks { // of all panels: they have one scale
		after := reach(m.Quantity)*r + 0.6*s.em + textWidth(c.says(m), small, false)
		if share := c.Value.share(m.To); share > 0 && b.left+r+share*(end-b.left-r)+after > b.right {
			end = max(b.left+0.2*b.width(), b.left+r+(b.right-after-b.left-r)/share)
		}
	}
	p := plotting{at: func(v float64) float64 { return b.left + r + c.Value.share(v)*(end-b.left-r) }}
	var rows sheet
	rows.em, rows.Palette = s.em, s.Palette
	names := c.markNames(rowName, small, false, b.width())
	y := b.top
	for _, i := range marks {
		m := &c.Marks[i]
		start := y
		lines := wrap(panelName(m), small, false, b.width())
		if len(lines) > mostLinesOfName {
			lines = slices.Concat(names[m.Row], wrap(m.Detail, small, false, b.width()))
		}
		rows.rect(b.left, y, widest(lines, small, false)+0.3*s.em, float64(len(lines))*leading*small, s.Page)
		y = rows.block(lines, b.left, y, small, false, rows.Ink)
		middle := y + 0.6*s.em
		clr := c.color(s, m.Series)
		from, to := p.at(m.From), p.at(m.To)
		if m.From == m.To && !c.Value.Log {
			rows.line(p.at(max(0, c.Value.Min)), middle, to, middle, 1, blend(clr, s.Page, 0.4))
		}
		rows.hedged(m.Quantity, p, from, to, middle, r, m.Series, clr)
		x := to + reach(m.Quantity)*r + 0.4*s.em
		rows.rect(x-0.2*s.em, middle-0.6*s.em, textWidth(c.says(*m), small, false)+0.4*s.em, 1.2*s.em, s.Page)
		rows.text(c.says(*m), x, middle+0.35*small, small, false, s.Ink, 0)
		y = middle + 0.8*s.em
		m.Left, m.Top, m.Right, m.Bottom = b.left, start, b.right, y
	}
	bottom := c.axisIn(s, p, b.top, y)
	s.items = append(s.items, rows.items...)
	return bottom
}

// panelName is what a mark is called in its panel.
func panelName(m *Mark) string {
	if m.Detail != "" {
		return m.Row + " · " + m.Detail
	}
	return m.Row
}

// axisIn draws the ticks of a panel's value axis; gives the bottom.
func (c *Chart) axisIn(s *sheet, p plotting, top, bottom float64) float64 {
	small := 0.8 * s.em
	free := math.Inf(-1)
	for _, t := range c.Value.Ticks {
		x := p.at(t.At)
		clr := s.Grid
		if t.At == 0 {
			clr = s.Quiet
		}
		s.line(x, top, x, bottom, 0.6, clr)
		if half := textWidth(t.Label, small, false) / 2; x-half > free {
			s.text(t.Label, x, bottom+0.2*small+ascent*small, small, false, s.Quiet, 0.5)
			free = x + half + 0.5*small
		}
	}
	return bottom + 0.2*small + leading*small
}
