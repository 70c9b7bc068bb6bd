package raster

import (
	"image"
	"math"

	"gonum.org/v1/plot/vg"
)

// point is a place in pixels, y downwards.
type point struct{ x, y float64 }

type line struct {
	points []point
	closed bool
}

// tracing is memory for the lines and outlines of one path, used again for the next.
type tracing struct {
	lines    []line
	outlines [][]point
	points   []point // those of lines and outlines, one after the other
}

// begin forgets the path before.
func (t *tracing) begin() { t.lines, t.outlines, t.points = t.lines[:0], t.outlines[:0], t.points[:0] }

// outline adds the outline of an area by its corners.
func (t *tracing) outline(corners ...point) {
	start := len(t.points)
	t.points = append(t.points, corners...)
	t.outlines = append(t.outlines, t.points[start:len(t.points):len(t.points)])
}

// flatten maps a path to pixels as lines that stray less than a fifth of a pixel from its curves.
func (t *tracing) flatten(path vg.Path, m matrix) []line {
	t.begin()
	var at vg.Point
	start := 0 // of the last line's points
	to := func(p vg.Point) {
		at = p
		if len(t.lines) == 0 {
			t.lines = append(t.lines, line{})
		}
		x, y := m.apply(p)
		t.points = append(t.points, point{x, y})
		t.lines[len(t.lines)-1].points = t.points[start:len(t.points):len(t.points)]
	}
	curve := func(steps int, f func(t float64) vg.Point) {
		for i := 1; i <= steps; i++ {
			to(f(float64(i) / float64(steps)))
		}
	}
	scale := math.Sqrt(math.Abs(m.a*m.d - m.b*m.c))
	for _, part := range path {
		switch part.Type {
		case vg.MoveComp:
			t.lines = append(t.lines, line{})
			start = len(t.points)
			to(part.Pos)
		case vg.LineComp:
			to(part.Pos)
		case vg.ArcComp:
			r := float64(part.Radius)
			steps := max(8, int(math.Abs(part.Angle)*math.Sqrt(r*scale)*1.6))
			curve(steps, func(t float64) vg.Point {
				sin, cos := math.Sincos(part.Start + t*part.Angle)
				return vg.Point{X: part.Pos.X + vg.Length(r*cos), Y: part.Pos.Y + vg.Length(r*sin)}
			})
		case vg.CurveComp:
			from := at
			curve(16, func(t float64) vg.Point {
				return bezier(append([]vg.Point{from}, append(part.Control, part.Pos)...), t)
			})
		case vg.CloseComp:
			if len(t.lines) > 0 {
				t.lines[len(t.lines)-1].closed = true
			}
		}
	}
	return t.lines
}

// bezier is a point of a Bézier curve, by de Casteljau's rule.
func bezier(points []vg.Point, t float64) vg.Point {
	for n := len(points) - 1; n > 0; n-- {
		for i := range n {
			points[i] = points[i].Scale(vg.Length(1 - t)).Add(points[i+1].Scale(vg.Length(t)))
		}
	}
	return points[0]
}

func bounds(points []point) image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		left, top, right, bottom = min(left, p.x), min(top, p.y), max(right, p.x), max(bottom, p.y)
	}
	const most = 1 << 20 // beyond any page; keeps what lies far off within an int
	whole := func(v float64) int { return int(max(-most, min(most, v))) }
	return image.Rect(whole(math.Floor(left)), whole(math.Floor(top)), whole(math.Ceil(right)), whole(math.Ceil(bottom)))
}

// rectangle tells whether four corners make a rectangle along the axes, and which pixels it takes.
func rectangle(p []point) (image.Rectangle, bool) {
	if len(p) == 5 && p[4] == p[0] {
		p = p[:4]
	}
	if len(p) != 4 {
		return image.Rectangle{}, false
	}
	across := p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x
	upright := p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y
	if !across && !upright {
		return image.Rectangle{}, false
	}
	return pixels(min(p[0].x, p[2].x), min(p[0].y, p[2].y), max(p[0].x, p[2].x), max(p[0].y, p[2].y)), true
}

func pixels(left, top, right, bottom float64) image.Rectangle {
	r := image.Rectangle{image.Pt(int(math.Round(left)), int(math.Round(top))), image.Pt(int(math.Round(right)), int(math.Round(bottom)))}
	if r.Dx() == 0 && right > left {
		r.Max.X++
	}
	if r.Dy() == 0 && bottom > top {
		r.Max.Y++
	}
	return r
}

// straight is the pixels of one line along an axis.
func straight(p []point, width float64) (image.Rectangle, bool) {
	if len(p) != 2 {
		return image.Rectangle{}, false
	}
	w := max(1, math.Round(width))
	switch {
	case p[0].y == p[1].y:
		top := math.Round(p[0].y - w/2)
		return pixels(min(p[0].x, p[1].x), top, max(p[0].x, p[1].x), top+w), true
	case p[0].x == p[1].x:
		left := math.Round(p[0].x - w/2)
		return pixels(left, min(p[0].y, p[1].y), left+w, max(p[0].y, p[1].y)), true
	}
	return image.Rectangle{}, false
}

// dash cuts lines into the dashes of a pattern.
func dash(lines []line, pattern []vg.Length, offset, scale float64) []line {
	var cut []line
	for _, l := range lines {
		points := l.points
		if l.closed && len(points) > 0 {
			points = append(points[:len(points):len(points)], points[0])
		}
		at, left := 0, float64(pattern[0])*scale
		for offset >= left && left > 0 {
			offset -= left
			at = (at + 1) % len(pattern)
			left = float64(pattern[at]) * scale
		}
		left -= offset
		current := []point{}
		for i := 1; i < len(points); i++ {
			from, to := points[i-1], points[i]
			length := math.Hypot(to.x-from.x, to.y-from.y)
			for done := 0.0; done < length; {
				step := min(left, length-done)
				p := func(d float64) point {
					return point{from.x + (to.x-from.x)*d/length, from.y + (to.y-from.y)*d/length}
				}
				if at%2 == 0 {
					if len(current) == 0 {
						current = append(current, p(done))
					}
					current = append(current, p(done+step))
				}
				done += step
				if left -= step; left <= 1e-9 {
					if at%2 == 0 {
						cut, current = append(cut, line{points: current}), nil
					}
					at = (at + 1) % len(pattern)
					left = max(float64(pattern[at])*scale, 0.01)
				}
			}
		}
		if len(current) > 1 {
			cut = append(cut, line{points: current})
		}
	}
	return cut
}

// stroke adds the outlines of a line of half a width: each stretch a rectangle, each bend a disc, all turning the same
// way, so that they unite.
func (t *tracing) stroke(l line, half float64) {
	points := l.points
	if l.closed && len(points) > 0 {
		points = append(points[:len(points):len(points)], points[0])
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		nx, ny := -(b.y-a.y)/length*half, (b.x-a.x)/length*half
		t.outline(point{a.x + nx, a.y + ny}, point{b.x + nx, b.y + ny}, point{b.x - nx, b.y - ny}, point{a.x - nx, a.y - ny})
		if bends := i+1 < len(points) || l.closed; bends {
			t.disc(b, half)
		}
	}
}

// disc adds the outline of a disc.
func (t *tracing) disc(center point, r float64) {
	steps := max(8, int(6*math.Sqrt(r)))
	start := len(t.points)
	for i := range steps {
		sin, cos := math.Sincos(-2 * math.Pi * float64(i) / float64(steps))
		t.points = append(t.points, point{center.x + r*cos, center.y + r*sin})
	}
	t.outlines = append(t.outlines, t.points[start:len(t.points):len(t.points)])
}
