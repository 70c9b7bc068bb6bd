package charts

import (
	"cmp"
	"math"
	"slices"
)

// endLabels writes the name of each series beside its last point, apart from each other.
func (c *Chart) endLabels(s *sheet, p plane, b box, lines [][]int, room float64, taken *occupied) {
	if len(c.Series) < 2 {
		return
	}
	var labels []label
	names := c.seriesNames(s.em, room-1.5*s.em)
	for series, line := range lines {
		if len(line) == 0 {
			continue
		}
		m := c.Marks[line[len(line)-1]]
		y := (p.at(m.From) + p.at(m.To)) / 2
		l := label{wanted: y, lines: names[c.Series[series].Label], series: series, x: p.x(m)}
		labels = append(labels, l)
	}
	for _, l := range spread(labels, leading*s.em, b.top-s.em, b.bottom) {
		x := b.right + 1.2*s.em
		clr := c.color(s, l.series)
		if math.Abs(l.at-l.wanted) > 0.3*s.em || x-l.x > 2.5*s.em {
			s.polyline([]spot{{l.x + 0.9*s.em, l.wanted}, {b.right + 0.6*s.em, l.wanted}, {x - 0.3*s.em, l.at}}, 0.8, blend(clr, s.Page, 0.7), dashes(1, 3)...)
			taken.leaders = append(taken.leaders, box{l.x + 0.9*s.em, l.wanted - 1, b.right, l.wanted + 1})
		}
		height := float64(len(l.lines)) * leading * s.em
		s.block(l.lines, x, l.at-height/2, s.em, false, blend(clr, s.Ink, 0.55))
		taken.add(x, l.at-height/2, x+widest(l.lines, s.em, false), l.at+height/2)
	}
}

// occupy keeps words off the lines between points.
func (c *Chart) occupy(taken *occupied, p plane, line []int) {
	if len(c.Marks) > mostWorded {
		return
	}
	for n := 1; n < len(line); n++ {
		a, b := c.Marks[line[n-1]], c.Marks[line[n]]
		if !c.joined(a, b) {
			continue
		}
		const steps = 16
		for i := range steps {
			at := func(x, y float64) float64 { return x + (y-x)*(float64(i)+0.5)/steps }
			x, high, low := at(p.x(a), p.x(b)), at(p.at(a.To), p.at(b.To)), at(p.at(a.From), p.at(b.From))
			half := math.Abs(p.x(b)-p.x(a)) / steps / 2
			taken.add(x-half, high-2, x+half, low+2)
		}
	}
}

// mostWorded is how many points may have their quantity in words beside them.
const mostWorded = 60

// label is a text beside a plot, at the height wanted or near it.
type label struct {
	wanted, at, x float64
	lines         []string
	first         int // how many of the lines are the quantity's; the others name the series
	series        int
}

// spread moves labels up and down so that none covers another, as near to where they are wanted as their order allows.
func spread(labels []label, lineHeight, top, bottom float64) []label {
	slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(a.wanted, b.wanted) })
	half := func(l label) float64 { return float64(len(l.lines)) * lineHeight / 2 }
	free := top
	for i := range labels {
		l := &labels[i]
		l.at = max(l.wanted, free+half(*l))
		free = l.at + half(*l)
	}
	free = max(bottom, top)
	for i := len(labels) - 1; i >= 0; i-- {
		l := &labels[i]
		if i == len(labels)-1 && l.at+half(*l) <= free {
			free = l.at + half(*l)
		}
		l.at = min(l.at, free-half(*l))
		free = l.at - half(*l)
	}
	return labels
}

// pointWords writes the quantity of points beside them where that covers nothing, or nothing but the dotted lines that lead
// to the series' names.
func (c *Chart) pointWords(s *sheet, lines [][]int, b box, right float64, taken *occupied) {
	if len(c.Marks) > mostWorded {
		return
	}
	room := box{b.left, b.top - 2.2*s.em, right, b.bottom}
	for _, line := range lines {
		for _, i := range line {
			m := c.Marks[i]
			at, ok := room.beside(s, m, c.says(m), append(slices.Clone(taken.boxes), taken.leaders...))
			if !ok {
				at, ok = room.beside(s, m, c.says(m), taken.boxes)
			}
			if ok {
				c.lead(s, m, at, taken)
				taken.add(at.left, at.top, at.right, at.bottom)
				s.rect(at.left, at.top+0.12*s.em, at.right-at.left, at.bottom-at.top-0.2*s.em, s.Page) // keeps the grid out of the words
				s.text(c.says(m), at.left, at.top+ascent*0.88*s.em, 0.88*s.em, false, s.Ink, 0)
			}
		}
	}
}

// lead draws a dotted line from a mark to words that stand a line or more off, where it crosses no other words.
func (c *Chart) lead(s *sheet, m Mark, at box, taken *occupied) {
	x := (m.Left + m.Right) / 2
	from, to := m.Top, at.bottom
	if at.top > m.Bottom {
		from, to = at.top, m.Bottom
	}
	if from-to < 0.8*s.em || x < at.left || x > at.right || !taken.free(x-1, to, x+1, from-1) {
		return
	}
	s.line(x, from, x, to, 0.7, s.Quiet, dashes(1, 2)...)
}

// beside is a place in a room for a mark's words where they cover none of some boxes: above it, below it, at its sides,
// at its corners, at the edge of the room, a line further off.
func (b box) beside(s *sheet, m Mark, words string, boxes []box) (box, bool) {
	small := 0.88 * s.em
	wide, high := textWidth(words, small, false), leading*small
	x, y := (m.Left+m.Right)/2-wide/2, (m.Top+m.Bottom)/2-high/2
	left, after, end := m.Left-wide, m.Right, b.right-wide
	for _, at := range []spot{{x, m.Top - high}, {x, m.Bottom}, {after + 0.2*s.em, y}, {left - 0.2*s.em, y}, {after, m.Top - high}, {left, m.Top - high}, {after, m.Bottom}, {left, m.Bottom}, {end, m.Top - high}, {end, m.Bottom}, {min(x, end), m.Top - 2.2*high}, {min(x, end), m.Top - 3.4*high}, {min(x, end), m.Bottom + 1.2*high}} {
		place := box{at.x, at.y, at.x + wide, at.y + high}
		if place.left >= b.left && place.right <= b.right && place.top >= b.top && place.bottom <= b.bottom && !slices.ContainsFunc(boxes, place.meets) {
			return place, true
		}
	}
	return box{}, false
}

// occupied is the places of a plot that words may not cover, and the lines that lead to names, which they should not.
type occupied struct{ boxes, leaders []box }

func (o *occupied) add(left, top, right, bottom float64) {
	o.boxes = append(o.boxes, box{left, top, right, bottom})
}

func (o *occupied) free(left, top, right, bottom float64) bool {
	return !slices.ContainsFunc(o.boxes, box{left, top, right, bottom}.meets)
}

// meets tells whether two boxes have a part in common.
func (b box) meets(o box) bool {
	return b.left < o.right && b.right > o.left && b.top < o.bottom && b.bottom > o.top
}
