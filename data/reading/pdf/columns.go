package pdf

import (
	"math"
	"slices"
)

// inReadingOrder puts the lines of a page that is set in two columns, such as a verbatim record, in the order in which
// they are read: the left column down, then the right one, between lines that go over the whole width. Other pages stay.
func inReadingOrder(all [][]piece) [][]piece {
	left, right := math.Inf(1), math.Inf(-1)
	for _, line := range all {
		for _, p := range line {
			left, right = min(left, p.left), max(right, p.right)
		}
	}
	width := right - left
	gutter, ok := gutterOf(all, left, right)
	if !ok {
		return all
	}
	var out, first, second [][]piece
	flush := func() {
		out = append(append(out, first...), second...)
		first, second = nil, nil
	}
	from, to := span(all, gutter, width)
	for i, line := range all {
		var a, b []piece
		crosses := i < from || i >= to
		for _, p := range line {
			switch {
			case p.right <= gutter:
				a = append(a, p)
			case p.left >= gutter:
				b = append(b, p)
			default:
				crosses = true
			}
		}
		switch {
		case crosses:
			flush()
			out = append(out, line)
		default:
			if a != nil {
				first = append(first, a)
			}
			if b != nil {
				second = append(second, b)
			}
		}
	}
	flush()
	return out
}

// gutterOf finds the white between two columns: near the middle, crossed by few lines, with running text on both sides.
func gutterOf(all [][]piece, left, right float64) (float64, bool) {
	width := right - left
	best, fewest := 0.0, math.MaxInt
	for step := range 21 {
		at := left + width*(0.4+0.01*float64(step))
		crossing, onLeft, onRight := 0, 0, 0
		for _, line := range all {
			a, b, over := 0.0, 0.0, false
			for _, p := range line {
				switch {
				case p.right <= at:
					a += p.right - p.left
				case p.left >= at:
					b += p.right - p.left
				default:
					over = true
				}
			}
			switch {
			case over:
				crossing++
			default: // the columns' lines need not stand on the same baselines
				if a > 0.28*width {
					onLeft++
				}
				if b > 0.28*width {
					onRight++
				}
			}
		}
		if both := min(onLeft, onRight); both >= 8 && both > 3*crossing && crossing < fewest {
			best, fewest = at, crossing
		}
	}
	return best, fewest < math.MaxInt
}

// span are the lines that stand in the columns: those with text on both sides, and what stands near above and below in
// the same size of type. Heads and feet of the page stand outside.
func span(all [][]piece, gutter, width float64) (from, to int) {
	from = len(all)
	sides := func(line []piece) (a, b float64) {
		for _, p := range line {
			if p.right <= gutter {
				a += p.right - p.left
			} else {
				b += p.right - p.left
			}
		}
		return a, b
	}
	for i, line := range all {
		if a, b := sides(line); max(a, b) > 0.28*width && !slices.ContainsFunc(line, func(p piece) bool { return p.left < gutter && p.right > gutter }) {
			from, to = min(from, i), i+1
		}
	}
	if from >= to {
		return 0, 0
	}
	size := largest(all[from]).size
	near := func(i, j int) bool {
		at, next := largest(all[i]), largest(all[j])
		return math.Abs(next.size-size) < 0.05*size && math.Abs(at.base-next.base) < 2.2*size
	}
	for from > 0 && near(from, from-1) {
		from--
	}
	for to < len(all) && near(to-1, to) {
		to++
	}
	return from, to
}
