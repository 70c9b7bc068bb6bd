package pdf

import (
	"math"
	"slices"
)

// inReadingOrder puts the lines of a page that is set in two columns, such as a verbatim record, in the order in which
// they are read: the left column down, then the right one, between lines that go over the whole width. Other pages stay.
// Before is where the columns of the page before part, 0 where it had none, and found where those of this page do; text is
// the size of the text on the pages before, 0 where there are none.
func inReadingOrder(all [][]piece, before, text float64) (ordered [][]piece, found float64) {
	left, right := math.Inf(1), math.Inf(-1)
	for _, line := range all {
		for _, p := range line {
			left, right = min(left, p.left), max(right, p.right)
		}
	}
	width := right - left
	gutter, ok := gutterOf(all, left, right, before, text)
	if !ok {
		return all, 0
	}
	var out, first, second [][]piece
	flush := func() {
		out = append(append(out, first...), second...)
		first, second = nil, nil
	}
	from, to := span(all, gutter, width, sizesOf(all, gutter, text))
	for i, line := range all {
		var a, b []piece
		for _, p := range line {
			if p.right <= gutter {
				a = append(a, p)
			} else {
				b = append(b, p)
			}
		}
		switch {
		case i < from || i >= to || crosses(line, gutter):
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
	return out, gutter
}

// crosses tells that a line goes over the gutter: a piece stands in it, or no more than a blank parts the words beside it.
func crosses(line []piece, gutter float64) bool {
	near, far := math.Inf(-1), math.Inf(1)
	for _, p := range line {
		switch {
		case p.right <= gutter:
			near = max(near, p.right)
		case p.left >= gutter:
			far = min(far, p.left)
		default:
			return true
		}
	}
	return far-near < 1.1*largest(line).size
}

// gutterOf finds the white between two columns: near the middle, crossed by few lines, with running text on both sides. A page
// that goes on in the columns of the one before may hold few lines of them.
func gutterOf(all [][]piece, left, right, before, text float64) (float64, bool) {
	width := right - left
	sizes := []float64{bodySize(all), text}
	best, fewest := 0.0, math.MaxInt
	for step := range 22 {
		at, enough := left+width*(0.4+0.01*float64(step)), 8
		if step == 21 {
			if at, enough = before, 2; before == 0 || fewest < math.MaxInt {
				break
			}
		}
		crossing, onLeft, onRight := 0, 0, 0
		for _, line := range all {
			if !inSize(line, sizes) {
				continue
			}
			a, b := 0.0, 0.0
			for _, p := range line {
				if p.right <= at {
					a += p.right - p.left
				} else {
					b += p.right - p.left
				}
			}
			switch {
			case crosses(line, at):
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
		if both := min(onLeft, onRight); both >= enough && both > 3*crossing && crossing < fewest {
			best, fewest = at, crossing
		}
	}
	return best, fewest < math.MaxInt
}

// inSize tells that something of a line is set in one of some sizes.
func inSize(line []piece, sizes []float64) bool {
	return slices.ContainsFunc(line, func(p piece) bool {
		return slices.ContainsFunc(sizes, func(size float64) bool { return math.Abs(p.size-size) < 0.07*size })
	})
}

// sizesOf are the sizes in which columns are set: that of most of the page, that of the text on the pages before, and what
// the right column has, such as that of a list of notes; those at the page's foot go over both columns.
func sizesOf(all [][]piece, gutter, text float64) []float64 {
	const few = 3 // lines
	sizes := []float64{bodySize(all), text}
	count := map[float64]int{}
	for _, line := range all {
		if last := line[len(line)-1]; last.left > gutter && !crosses(line, gutter) {
			size := math.Round(last.size*4) / 4
			if count[size]++; count[size] == few {
				sizes = append(sizes, size)
			}
		}
	}
	return sizes
}

// span are the lines that stand in the columns: those with text on both sides, and what stands near above and below in
// the same size of type. Heads and feet of the page stand outside.
func span(all [][]piece, gutter, width float64, sizes []float64) (from, to int) {
	from = len(all)
	widest := func(line []piece) float64 { // of its parts beside the gutter, from edge to edge
		var edges [2]struct{ from, to float64 }
		for _, p := range line {
			side := &edges[0]
			if p.right > gutter {
				side = &edges[1]
			}
			if side.to == 0 || p.left < side.from {
				side.from = p.left
			}
			side.to = max(side.to, p.right)
		}
		return max(edges[0].to-edges[0].from, edges[1].to-edges[1].from)
	}
	for i, line := range all {
		if inSize(line, sizes) && widest(line) > 0.28*width && !crosses(line, gutter) {
			from, to = min(from, i), i+1
		}
	}
	if from >= to {
		return 0, 0
	}
	near := func(i, j int) bool {
		return inSize(all[j], sizes) && math.Abs(largest(all[i]).base-largest(all[j]).base) < 2.2*sizes[0]
	}
	for from > 0 && near(from, from-1) {
		from--
	}
	for to < len(all) && near(to-1, to) {
		to++
	}
	return from, to
}
