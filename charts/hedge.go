package charts

import (
	"image/color"
	"math"

	"figurebook.org/figurebook/data"
)

// axes of a plot: places on the page for values, drawn to the right or upwards.
type plotting struct {
	at      func(value float64) float64 // place of a value along the value axis, in points
	upright bool                        // the value axis goes upwards, not to the right
}

// spot puts a place along the value axis and one across it onto the page.
func (p plotting) spot(along, across float64) spot {
	if p.upright {
		return spot{across, along}
	}
	return spot{along, across}
}

// ahead is +1 where greater values stand at greater coordinates.
func (p plotting) ahead() float64 {
	if p.upright {
		return -1
	}
	return 1
}

// hedged draws a mark by the one grammar of hedges:
//
//	exact           a full sign at the number
//	about           a ring
//	more than       a ring, an open arrow towards more
//	at least        a full sign, an open arrow towards more
//	less than       a ring, an open arrow towards less
//	at most         a full sign, an open arrow towards less
//	nearly          a ring that a short stem ties to a stop just below it: less, but not far
//	range           a bar between two stops
//	vague           a dashed bar without stops
//
// A full sign means that the number itself may be the true one, a ring that it is not or that nothing says so. The sign is a circle for
// the first series, another shape for each of the others.
func (s *sheet) hedged(q data.Quantity, p plotting, from, to, across, r float64, series int, c color.RGBA) {
	ahead := p.ahead()
	stroke := r * 0.36
	bar := func(a, b float64, width float64, dashed bool) {
		x, y := p.spot(a, across), p.spot(b, across)
		i := item{form: openLine, at: s.spots(x, y), width: width, color: c}
		if dashed {
			i.dashes = dashes(r*0.9, r*0.6)
		}
		s.items = append(s.items, i)
	}
	stop := func(at, half float64) {
		s.items = append(s.items, item{form: openLine, at: s.spots(p.spot(at, across-half), p.spot(at, across+half)), width: stroke, color: c})
	}
	arrow := func(at, direction float64) {
		tip := at + direction*r*3.4
		if zero := p.at(0); direction != ahead && !math.IsInf(zero, 0) && (at-zero)*ahead >= 0 && (tip-zero)*ahead < 0 { // not beyond zero, as far as its head allows
			tip = at + direction*max(r*2.2, math.Abs(at-zero))
		}
		bar(at+direction*r, tip, stroke, false)
		back := tip - direction*r
		s.items = append(s.items, item{form: openLine, at: s.spots(p.spot(back, across-r*0.75), p.spot(tip, across), p.spot(back, across+r*0.75)), width: stroke, color: c})
	}
	switch q.Bound {
	case data.Range:
		if math.Abs(to-from) < r*0.8 { // a narrow range keeps its form
			middle := (from + to) / 2
			from, to = middle-r*0.4*ahead, middle+r*0.4*ahead
		}
		bar(from, to, r*1.1, false)
		stop(from, r*1.25)
		stop(to, r*1.25)
		return
	case data.Indefinite:
		bar(from, to, r*1.1, true)
		return
	case data.MoreThan, data.AtLeast:
		arrow(to, ahead)
	case data.LessThan, data.AtMost:
		if nearly(q.Hedge) {
			bar(to-ahead*r*2.2, to-ahead*r, stroke, false)
			stop(to-ahead*r*2.2, r)
		} else {
			arrow(to, -ahead)
		}
	}
	full := q.Bound == data.Exact || q.Bound == data.AtLeast || q.Bound == data.AtMost
	s.sign(p.spot(to, across), r, series, full, c)
	if q.Low != nil && q.High != nil && from != to { // a hedged range: "about 500 to 600"
		bar(from, to, r*1.1, false)
	}
}

// reach is how far a mark's sign goes beyond its number towards more, in radii.
func reach(q data.Quantity) float64 {
	switch q.Bound {
	case data.MoreThan, data.AtLeast:
		return 3.6
	}
	return 1.2
}

// signs are the corners of the series' signs on a circle of radius 1, after the circle itself; areas are about equal.
var signs = [][]spot{
	nil,
	{{-0.89, -0.89}, {0.89, -0.89}, {0.89, 0.89}, {-0.89, 0.89}},
	{{0, -1.25}, {1.12, 0.8}, {-1.12, 0.8}},
	{{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}},
	{{0, 1.25}, {1.12, -0.8}, {-1.12, -0.8}},
	{{0, -1.15}, {1.1, -0.36}, {0.68, 0.93}, {-0.68, 0.93}, {-1.1, -0.36}},
	{{-0.4, -1.2}, {0.4, -1.2}, {0.4, -0.4}, {1.2, -0.4}, {1.2, 0.4}, {0.4, 0.4}, {0.4, 1.2}, {-0.4, 1.2}, {-0.4, 0.4}, {-1.2, 0.4}, {-1.2, -0.4}, {-0.4, -0.4}},
}

// sign draws a series' sign, full or as a ring.
func (s *sheet) sign(at spot, r float64, series int, full bool, c color.RGBA) {
	corners := signs[series%len(signs)]
	i := item{form: circle, at: s.spots(at), radius: r, color: c}
	if corners != nil {
		i.form, i.at = area, s.spots(corners...)
		for n, k := range corners {
			i.at[n] = spot{at.x + k.x*r, at.y + k.y*r}
		}
	}
	if full {
		s.items = append(s.items, i)
		return
	}
	i.color = s.Page
	s.items = append(s.items, i)
	i.color, i.width = c, r*0.36
	s.items = append(s.items, i)
}
