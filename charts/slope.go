package charts

import "strings"

// drawSlope draws what was before and what after at two upright axes, a line a series, and gives the bottom.
func (c *Chart) drawSlope(s *sheet, b box) float64 {
	small := 0.88 * s.em
	heads := [2][]string{}
	for i := range heads {
		heads[i] = wrap(c.Categories[i].Label, s.em, true, 0.4*b.width())
	}
	var words [2][]label
	room := [2]float64{2 * s.em, 2 * s.em}
	for i, m := range c.Marks {
		lines := []string{m.Text}
		if name := c.Series[m.Series].Label; m.Category == 1 && len(c.Series) > 1 {
			lines = append(lines, wrap(name, small, false, 0.3*b.width())...)
		}
		room[m.Category] = max(room[m.Category], widest(lines, s.em, false)+1.6*s.em)
		words[m.Category] = append(words[m.Category], label{lines: lines, series: i})
	}
	top := b.top + float64(max(len(heads[0]), len(heads[1])))*leading*s.em + 1.4*s.em
	bottom := b.top + b.height(max(10*s.em, min(0.4*b.width(), 24*s.em))) - s.em
	x := [2]float64{b.left + room[0], b.right - room[1]}
	p := plotting{upright: true, at: func(v float64) float64 { return bottom - c.Value.share(v)*(bottom-top) }}
	for i := range heads {
		at := b.top
		for _, l := range heads[i] {
			s.text(l, x[i], at+ascent*s.em, s.em, true, s.Ink, 0.5)
			at += leading * s.em
		}
		s.line(x[i], top-0.5*s.em, x[i], bottom, 1, s.Grid)
	}
	if c.Value.Min == 0 && !c.Value.Log {
		s.line(x[0], bottom, x[1], bottom, 1, s.Quiet)
		s.text("0", x[0]-0.5*s.em, bottom+0.35*small, small, false, s.Quiet, 1)
	}
	all := make([]int, len(c.Marks))
	for i := range all {
		all[i] = i
	}
	for _, line := range c.seriesPoints(all) {
		c.join(s, plane{plotting: p, x: func(m Mark) float64 { return x[m.Category] }}, line)
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		r := 0.45 * s.em
		s.hedged(m.Quantity, p, p.at(m.From), p.at(m.To), x[m.Category], r, m.Series, c.color(s, m.Series))
		m.Left, m.Right = x[m.Category]-2*r, x[m.Category]+2*r
		m.Top, m.Bottom = p.at(m.To)-reach(m.Quantity)*r, p.at(m.From)+1.2*r
	}
	for side, labels := range words {
		for i := range labels {
			m := c.Marks[labels[i].series]
			labels[i].wanted = (p.at(m.From) + p.at(m.To)) / 2
		}
		for _, l := range spread(labels, leading*s.em, top-0.6*s.em, bottom+0.4*s.em) {
			c.slopeWords(s, l, x[side], side)
		}
	}
	return bottom + 0.8*s.em
}

// slopeWords writes the words of one end: at the left they end before it, at the right they begin behind it.
func (c *Chart) slopeWords(s *sheet, l label, x float64, side int) {
	align, from := 1.0, x-1.0*s.em
	if side == 1 {
		align, from = 0, x+1.0*s.em
	}
	y := l.at - float64(len(l.lines))*leading*s.em/2
	clr := s.Ink
	for i, line := range l.lines {
		if i > 0 {
			clr = blend(c.color(s, c.Marks[l.series].Series), s.Ink, 0.55)
		}
		s.text(strings.TrimSpace(line), from, y+ascent*s.em, s.em, false, clr, align)
		y += leading * s.em
	}
}
