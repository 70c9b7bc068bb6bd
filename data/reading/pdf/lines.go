package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// lines groups pieces by baseline, from top to bottom, each line in the order of reading. Pieces of the size of the text
// make the lines; smaller ones, such as raised marks, join the line that they stand on, or make lines of their own.
func lines(pieces []piece, leftward bool) [][]piece {
	sizes := make([]float64, len(pieces))
	for i, p := range pieces {
		sizes[i] = p.size
	}
	slices.Sort(sizes)
	small := 0.0
	if len(sizes) > 0 {
		small = 0.72 * sizes[len(sizes)/2]
	}
	slices.SortStableFunc(pieces, func(a, b piece) int {
		if (a.size < small) != (b.size < small) {
			return cmp.Compare(b.size, a.size)
		}
		return cmp.Compare(b.base, a.base)
	})
	var all [][]piece
	var raised []piece
	for _, p := range pieces {
		if p.size < small {
			raised = append(raised, p)
			continue
		}
		// sorted by height: only the last line can be its own
		if n := len(all) - 1; n >= 0 && math.Abs(all[n][0].base-p.base) < 0.2*min(all[n][0].size, p.size) {
			all[n] = append(all[n], p)
			continue
		}
		all = append(all, []piece{p})
	}
	slices.SortStableFunc(all, func(a, b []piece) int { return cmp.Compare(b[0].base, a[0].base) })
	full := len(all)
	for _, p := range raised {
		// the first line whose baseline is not far above the piece, and that one's neighbour below
		i, _ := slices.BinarySearchFunc(all[:full], p.base, func(line []piece, base float64) int {
			return cmp.Compare(base+0.1*p.size, line[0].base)
		})
		on := -1
		for k := max(0, i-3); k < min(full, i+3); k++ {
			if rise := p.base - all[k][0].base; rise > -0.3*all[k][0].size && rise < 0.6*all[k][0].size && (on < 0 || closer(p, all[k], all[on])) {
				on = k
			}
		}
		if on >= 0 {
			all[on] = append(all[on], p)
			continue
		}
		if n := len(all) - 1; n >= full && math.Abs(all[n][0].base-p.base) < 0.2*p.size {
			all[n] = append(all[n], p)
			continue
		}
		all = append(all, []piece{p})
	}
	all = withRaised(all, full)
	for _, line := range all {
		order(line, leftward)
	}
	slices.SortStableFunc(all, func(a, b []piece) int { return cmp.Compare(largest(b).base, largest(a).base) })
	return all
}

// closer tells that a raised piece belongs to a line rather than to another: it stands beside a word of it, as lines of two
// columns at different heights need, or nearer in height.
func closer(p piece, line, other []piece) bool {
	beside := func(line []piece) bool {
		return slices.ContainsFunc(line, func(q piece) bool {
			gap := max(p.left-q.right, q.left-p.right)
			return gap > -0.5*q.size && gap < 0.7*q.size
		})
	}
	if a, b := beside(line), beside(other); a != b {
		return a
	}
	return math.Abs(p.base-line[0].base) < math.Abs(p.base-other[0].base)
}

// runsLeftward tells whether most letters of a page are of a script that runs to the left.
func runsLeftward(pieces []piece) bool {
	balance := 0
	for _, p := range pieces {
		if p.leftward {
			balance += len(p.text)
		} else if unicode.IsLetter(p.text[0]) {
			balance -= len(p.text)
		}
	}
	return balance > 0
}

// order sorts the pieces of a line as they are read: from the left, or on a leftward page from the right, where words of
// a rightward script keep their own order.
func order(line []piece, leftward bool) {
	if !leftward {
		slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
		return
	}
	slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(b.right, a.right) })
	for from := 0; from < len(line); from++ {
		to, letters := from, false // a run of words: no leftward letter in it, no gap of a column
		for to < len(line) && !line[to].leftward && (to == from || line[to-1].left-line[to].right < 1.2*line[to].size+2) {
			letters = letters || unicode.IsLetter(line[to].text[0])
			to++
		}
		if letters { // a dash behind the words is none of them
			first, last := from, to
			for first < last && !wordLike(line[first]) {
				first++
			}
			for last > first && !wordLike(line[last-1]) {
				last--
			}
			slices.Reverse(line[first:last])
		}
		from = max(from, to-1)
	}
}

// wordLike tells that a piece has a letter or a digit.
func wordLike(p piece) bool {
	return slices.ContainsFunc(p.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// largest is the piece that tells a line's size and baseline: the largest, of those alike the one that is not raised.
func largest(line []piece) piece {
	most := line[0]
	for _, p := range line[1:] {
		if p.size > 1.02*most.size || p.size > 0.98*most.size && p.base < most.base-0.2*p.size {
			most = p
		}
	}
	return most
}

// bodySize is the size in which most of a page is set.
func bodySize(all [][]piece) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, line := range all {
		for _, p := range line {
			size := math.Round(p.size*4) / 4
			count[size] += len(p.text)
			if count[size] > count[best] || count[size] == count[best] && size > best {
				best = size
			}
		}
	}
	return best
}

// linePitch is the distance of the lines of a paragraph: the smallest that is frequent on the page; 0 where none is.
func linePitch(all [][]piece, body float64) float64 {
	count := map[float64]int{}
	gaps := 0
	for i := 1; i < len(all); i++ {
		above, line := largest(all[i-1]), largest(all[i])
		if gap := above.base - line.base; min(above.size, line.size) > 0.9*body && gap > 0.6*body && gap < 4*body {
			count[math.Round(2*gap)/2]++
			gaps++
		}
	}
	best := 0.0
	for gap := range count {
		// two neighbouring halves of a point may share what is one distance
		if n := count[gap] + count[gap+0.5]; n >= 3 && n*8 >= gaps && (best == 0 || gap < best) {
			best = gap
		}
	}
	return best
}

// endsShort tells that the last of lines does not reach the margin that those above it reach.
func endsShort(lines [][]piece, size float64) bool {
	n := len(lines)
	margin := math.Inf(-1)
	for _, line := range lines[max(0, n-12):n] {
		margin = max(margin, line[len(line)-1].right)
	}
	last := lines[n-1]
	return last[len(last)-1].right < margin-2*size
}

// textSize is the size of the text on a page of which most is set in body: that of the pages before where it is larger and
// some lines have it, above a long table and notes.
func (l *layout) textSize(all [][]piece, body float64) float64 {
	const few, long = 2, 40
	lines := 0
	for _, line := range all {
		if p := largest(line); math.Abs(p.size-l.body) < 0.05*l.body && len([]rune(plain(line))) >= long {
			lines++
		}
	}
	if l.body > 1.05*body && l.body < 1.3*body && lines >= few {
		return l.body
	}
	l.body = body
	return body
}

func plain(line []piece) string {
	var b strings.Builder
	for _, p := range line {
		b.WriteString(p.String())
	}
	return b.String()
}

func digits(text []rune) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
