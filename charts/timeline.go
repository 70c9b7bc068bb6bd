package charts

import (
	"cmp"
	"math"
	"slices"

	"figurebook.org/figurebook/data/vocabulary"
)

// drawTimeline draws dated figures in lanes, one a region: what a date names as a bar of that length, under it the words. It
// gives the bottom.
func (c *Chart) drawTimeline(s *sheet, b box) float64 {
	small := 0.88 * s.em
	names := 0.0
	for _, lane := range c.Series {
		names = max(names, textWidth(lane.Label, s.em, true))
	}
	names = min(names, 0.18*b.width()) + 1.2*s.em
	axis := c.timeAxis()
	left, right := b.left+names, b.right
	x := func(t float64) float64 { return left + axis.share(t)*(right-left) }
	lanes := make([][]int, len(c.Series))
	for i, m := range c.Marks {
		lanes[m.Series] = append(lanes[m.Series], i)
	}
	top := b.top + 1.8*s.em
	y := top
	for lane, marks := range lanes {
		if len(marks) == 0 { // all its events stand on other pages
			continue
		}
		start := y
		y += 0.6 * s.em
		name := shortened(c.Series[lane].Label, s.em, true, names-s.em)
		s.block(name, b.left, y, s.em, true, s.Ink)
		y = c.drawLane(s, marks, x, left, right, y) + 0.3*s.em
		y = max(y, start+0.9*s.em+float64(len(name))*leading*s.em)
		s.line(b.left, y, right, y, 0.6, s.Grid)
	}
	free := math.Inf(-1)
	var grid sheet
	for _, t := range axis.Ticks {
		at := x(t.At)
		grid.line(at, top-0.3*s.em, at, y, 0.6, s.Grid)
		half := textWidth(t.Label, small, false) / 2
		if at-half > free && at+half < right+1.4*s.em {
			s.text(t.Label, at, b.top+ascent*small, small, false, s.Quiet, 0.5)
			free = at + half + 0.5*small
		}
	}
	s.items = append(grid.items, s.items...)
	s.text(c.Category.Title, right, y+ascent*small+0.3*small, small, false, s.Quiet, 1)
	return y + leading*small + 0.3*small
}

// event is a mark of a timeline with its words and the places that it takes.
type event struct {
	mark        int
	head, note  []string // in one line each where there is room
	from, to    float64  // what its date names
	words       float64  // where the words begin
	left, right float64  // of all of it
	row         int
	height      float64
	below       float64 // from the sign to the words that stand under it
}

// drawLane packs the events of a lane into as few rows as their words allow and gives the bottom.
func (c *Chart) drawLane(s *sheet, marks []int, x func(float64) float64, left, right, y float64) float64 {
	small := 0.88 * s.em
	var events []event
	for _, i := range marks {
		events = append(events, c.event(s, i, x, left, right))
	}
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(a.from, b.from) })
	var ends, heights []float64
	for i := range events {
		e := &events[i]
		e.row = slices.IndexFunc(ends, func(end float64) bool { return e.left > end+s.em })
		if e.row < 0 {
			e.row = len(ends)
			ends, heights = append(ends, 0), append(heights, 0)
		}
		ends[e.row], heights[e.row] = e.right, max(heights[e.row], e.height)
	}
	tops := make([]float64, len(ends))
	for i := range tops {
		tops[i] = y
		y += heights[i] + 0.35*s.em
	}
	for _, e := range events {
		m := &c.Marks[e.mark]
		at := tops[e.row]
		middle := at + 0.62*s.em
		clr := c.color(s, m.Series)
		if e.to-e.from > 1.2*s.em {
			s.rect(e.from, middle-0.2*s.em, e.to-e.from, 0.4*s.em, clr)
		} else {
			s.sign(spot{(e.from + e.to) / 2, middle}, 0.4*s.em, m.Series, true, clr)
		}
		bottom := s.block(e.head, e.words, at+e.below, s.em, false, s.Ink)
		if len(e.head) == 1 && len(e.note) == 1 && e.height-e.below < 2*s.em { // both in one line
			s.text(e.note[0], e.words+textWidth(e.head[0], s.em, false)+0.6*s.em, at+e.below+ascent*s.em, small, false, s.Quiet, 0)
		} else {
			s.block(e.note, e.words, bottom, small, false, s.Quiet)
		}
		m.Left, m.Top, m.Right, m.Bottom = e.left, at-0.1*s.em, e.right, at+e.height
	}
	return y
}

// event sets the words of a mark beside what its date names, on the side with more room, in one line where that holds them.
func (c *Chart) event(s *sheet, i int, x func(float64) float64, left, right float64) event {
	small, gap := 0.88*s.em, 0.6*s.em
	m := c.Marks[i]
	e := event{mark: i}
	from, to, _ := span(c.Categories[m.Category].Key)
	e.from, e.to = x(from), x(to)
	if e.to-e.from <= 1.2*s.em {
		middle := (e.from + e.to) / 2
		e.from, e.to = middle-0.45*s.em, middle+0.45*s.em
	}
	head, note := m.Text, m.Row
	if c.Spec.Measure == AnyMeasure {
		head = c.words.Say("chart.title.of", c.v.Label(vocabulary.Measure, c.Figures[i].Measure, c.Spec.Language), m.Text)
	}
	if m.Detail != "" {
		note += " · " + m.Detail
	}
	before, after := e.from-left-gap, right-e.to-gap
	room := max(before, after)
	under := room < 9*s.em // neither side has room
	if under {
		room = right - left
	}
	e.head, e.note = []string{head}, []string{note}
	wide := textWidth(head, s.em, false) + gap + textWidth(note, small, false)
	e.height = leading * s.em
	if wide > room {
		e.head, e.note = wrap(head, s.em, false, room), shortened(note, small, false, room)
		wide = max(widest(e.head, s.em, false), widest(e.note, small, false))
		e.height = float64(len(e.head))*leading*s.em + float64(len(e.note))*leading*small
	}
	e.words = e.to + gap
	if under {
		e.below, e.words = 0.9*s.em, max(left, min(e.from, right-wide))
		e.height += e.below
	} else if wide > after {
		e.words = max(left, e.from-gap-wide)
	}
	e.left, e.right = min(e.from, e.words), max(e.to, e.words+wide)
	return e
}
