package charts

import (
	"math"
	"strings"
)

// slope is the place of a chart of before and after: two upright axes with their heads, and the words at both sides.
type slope struct {
	plotting
	x           [2]float64
	heads       [2][]string
	words       [2][]label
	top, bottom float64
}

// drawSlope draws what was before and what after at two upright axes, a line a series, and gives the bottom.
func (c *Chart) drawSlope(s *sheet, b box) float64 {
	l := c.slopePlace(s, b)
	c.slopeAxes(s, l, b.top)
	all := make([]int, len(c.Marks))
	for i := range all {
		all[i] = i
	}
	for _, line := range c.seriesPoints(all) {
		c.join(s, plane{plotting: l.plotting, x: func(m Mark) float64 { return l.x[m.Category] }}, line)
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		r := 0.45 * s.em
		s.hedged(m.Quantity, l.plotting, l.at(m.From), l.at(m.To), l.x[m.Category], r, m.Series, c.color(s, m.Series))
		m.Left, m.Right = l.x[m.Category]-2*r, l.x[m.Category]+2*r
		m.Top, m.Bottom = l.at(m.To)-reach(m.Quantity)*r, l.at(m.From)+1.2*r
	}
	for side, labels := range l.words {
		for i := range labels {
			m := c.Marks[labels[i].series]
			labels[i].wanted = (l.at(m.From) + l.at(m.To)) / 2
		}
		for _, words := range spread(labels, leading*s.em, l.top-0.6*s.em, l.bottom+0.4*s.em) {
			c.slopeWords(s, words, l.x[side], side)
		}
	}
	return l.bottom + 0.8*s.em
}

// slopePlace wraps the words, gives both sides the room that theirs need, at most three tenths of the width, and makes the plot as
// high as the words of a side are together.
func (c *Chart) slopePlace(s *sheet, b box) slope {
	var l slope
	small := 0.88 * s.em
	room := [2]float64{2 * s.em, 2 * s.em}
	lines := [2]int{}
	names := c.seriesNames(small, 0.28*b.width())
	for i, m := range c.Marks {
		words := wrap(c.says(m), s.em, false, 0.28*b.width())
		label := label{first: len(words), series: i}
		if name := c.Series[m.Series].Label; m.Category == 1 && len(c.Series) > 1 {
			words = append(words, names[name]...)
		}
		label.lines = words
		room[m.Category] = max(room[m.Category], widest(words, s.em, false)+1.6*s.em)
		lines[m.Category] += len(words)
		l.words[m.Category] = append(l.words[m.Category], label)
	}
	l.x = [2]float64{b.left + room[0], b.right - room[1]}
	for i := range l.heads {
		l.heads[i] = wrap(c.Categories[i].Label, s.em, true, min(0.4*b.width(), max(4*s.em, l.x[1]-l.x[0]-s.em)))
	}
	l.top = b.top + float64(max(len(l.heads[0]), len(l.heads[1])))*leading*s.em + 1.4*s.em
	natural := max(10*s.em, min(0.4*b.width(), 24*s.em), l.top-b.top+float64(max(lines[0], lines[1]))*leading*s.em+0.6*s.em)
	l.bottom = b.top + b.height(natural) - s.em
	l.plotting = plotting{upright: true, at: func(v float64) float64 { return l.bottom - c.Value.share(v)*(l.bottom-l.top) }}
	return l
}

// slopeAxes draws the two axes with their heads, and the zero line.
func (c *Chart) slopeAxes(s *sheet, l slope, top float64) {
	small := 0.88 * s.em
	for i := range l.heads {
		at := top
		for _, line := range l.heads[i] {
			half := textWidth(line, s.em, true) / 2
			s.text(line, max(1.4*s.em+half, min(l.x[i], c.Width-1.4*s.em-half)), at+ascent*s.em, s.em, true, s.Ink, 0.5)
			at += leading * s.em
		}
		s.line(l.x[i], l.top-0.5*s.em, l.x[i], l.bottom, 1, s.Grid)
	}
	if !c.Value.Log && c.Value.Min <= 0 {
		zero := l.at(0)
		s.line(l.x[0], zero, l.x[1], zero, 1, s.Quiet)
		s.text("0", l.x[0]-0.4*s.em, zero+0.35*small, small, false, s.Quiet, 1)
	}
}

// slopeWords writes the words of one end: at the left they end before it, at the right they begin behind it. Where they had to
// give way to others a dotted line leads to them.
func (c *Chart) slopeWords(s *sheet, l label, x float64, side int) {
	align, ahead := 1.0, -1.0
	if side == 1 {
		align, ahead = 0, 1
	}
	clr := c.color(s, c.Marks[l.series].Series)
	if math.Abs(l.at-l.wanted) > 0.6*s.em {
		s.polyline([]spot{{x + ahead*0.5*s.em, l.wanted}, {x + ahead*0.9*s.em, l.at}}, 0.8, blend(clr, s.Page, 0.7), dashes(1, 2)...)
	}
	y := l.at - float64(len(l.lines))*leading*s.em/2
	for i, line := range l.lines {
		size, ink := s.em, s.Ink
		if i >= l.first {
			size, ink = 0.88*s.em, blend(clr, s.Ink, 0.55)
		}
		s.text(strings.TrimSpace(line), x+ahead*s.em, y+ascent*s.em, size, false, ink, align)
		y += leading * s.em
	}
}
