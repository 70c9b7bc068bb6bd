package pdf

import (
	"math"
	"regexp"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/reading/marks"
)

// What heads the columns of a table is printed in several lines: a head that is too long for its column, or one over several
// columns above the heads of each. Only where they stand tells the two apart.

// year is a head that is a year, or two that a budget runs over.
var year = regexp.MustCompile(`^(?:(?:19|20)\d\d(?: ?[/–-] ?\d{2,4})? ?年?(?:度|底|末)?|[(（](?:19|20)\d\d ?[/–-] ?\d{2,4} ?年?度?[)）])$`)

// unfinished ends a line of a head that goes on below.
var unfinished = regexp.MustCompile(`(?i)(?:[,，、(（/–-]|\b(?:of|and|or|the|in|by|for|to|with|per))$`)

// headLines is how many of the first lines come before the first with a number that is no year.
func headLines(parts [][]segment, columns []column) int {
	for i, line := range parts {
		for _, s := range line {
			if text := s.text(); columnOf(columns, s) > 0 && number(text) && !year.MatchString(text) {
				return i
			}
		}
	}
	return 0 // no numbers, no heads
}

// narrowGap is the gap within a line of heads, in its type's size, at which two columns may part.
const narrowGap = 0.6

// split parts the segments of a line of heads, which stand closer than the cells below, where they stand in several columns.
func split(line []segment, columns []column) []segment {
	var all []segment
	for _, s := range line {
		parts := []segment{{s.pieces[:1], s.pieces[0].left, s.pieces[0].right}}
		for i, p := range s.pieces[1:] {
			last := &parts[len(parts)-1]
			if p.left-s.pieces[i].right > narrowGap*max(p.size, 6) {
				parts = append(parts, segment{[]piece{p}, p.left, p.right})
				continue
			}
			last.pieces, last.left, last.right = append(last.pieces[:len(last.pieces):len(last.pieces)], p), min(last.left, p.left), max(last.right, p.right)
		}
		seen := map[int]bool{}
		for _, part := range parts {
			seen[columnOf(columns, part)] = true
		}
		if len(parts) > 1 && len(seen) == len(parts) {
			all = append(all, parts...)
		} else {
			all = append(all, s)
		}
	}
	return all
}

// numberGap is the gap before or behind a number, in its type's size, at which cells part that stand close, numbersGap that between
// two: both wider than the blank within a number, so that two numbers are never read as one.
const numberGap, numbersGap = 0.75, 0.45

// numbersApart parts the segments of a row where a number stands apart in one.
func numbersApart(line []segment) []segment {
	var all []segment
	for _, s := range line {
		from := 0
		for i := 1; i < len(s.pieces); i++ {
			before, p := s.pieces[i-1], s.pieces[i]
			gap, a, b := (p.left-before.right)/max(p.size, before.size, 6), number(before.String()), number(p.String())
			if gap > numberGap && (a || b) || gap > numbersGap && a && b {
				all = append(all, part(s.pieces[from:i]))
				from = i
			}
		}
		if from == 0 {
			all = append(all, s)
		} else {
			all = append(all, part(s.pieces[from:]))
		}
	}
	return all
}

// part is a segment of some pieces.
func part(pieces []piece) segment {
	s := segment{pieces, math.Inf(1), math.Inf(-1)}
	for _, p := range pieces {
		s.left, s.right = min(s.left, p.left), max(s.right, p.right)
	}
	return s
}

// A head is a line of heads: the row that it makes, and whether it stands over the heads of the lines below.
type head struct {
	cells []string
	over  bool
}

// headOver reads line i of n lines of heads. A head that may stand over several columns, or over one, makes the table unclear.
func headOver(parts [][]segment, i, n int, columns []column) head {
	h := head{cells: make([]string, len(columns))}
	below := make([]string, len(columns))
	for _, line := range parts[i+1 : n] {
		for _, s := range line {
			if c := columnOf(columns, s); below[c] == "" {
				below[c] = s.text()
			}
		}
	}
	var over []segment
	wide, doubtful := false, false
	for _, s := range sorted(parts[i]) {
		c := columnOf(columns, s)
		if h.cells[c] != "" {
			h.cells[c] += " "
			doubtful = doubtful || c > 0
		}
		h.cells[c] += s.text()
		if c == 0 {
			continue
		}
		over = append(over, s)
		wide = wide || covers(columns, s) > 1
	}
	if len(over) == 0 || empty(below[1:]) {
		return h
	}
	full := true // every column that has a head below has one here too
	goesOn := true
	for c := 1; c < len(columns); c++ {
		full = full && (below[c] == "" || h.cells[c] != "")
		if first, _ := firstRune(below[c]); h.cells[c] != "" && below[c] != "" && !unicode.IsLower(first) && first != '(' && first != '（' && !unfinished.MatchString(h.cells[c]) {
			goesOn = false
		}
	}
	if !wide && (full || goesOn) && !doubtful {
		return h
	}
	if groups := groupsOf(over, below, columns); groups != nil && !doubtful {
		label := h.cells[0]
		h = head{cells: make([]string, len(columns)), over: true}
		h.cells[0] = label
		for k, g := range groups {
			h.cells[g[0]] = over[k].text()
			for c := g[0] + 1; c < g[1]; c++ {
				h.cells[c] = marks.Left
			}
		}
		return h
	}
	h.cells[0] = marks.Unclear + h.cells[0]
	return h
}

// covers is how many columns a segment stands over.
func covers(columns []column, s segment) int {
	n := 0
	for _, c := range columns[1:] {
		if min(c.right, s.right)-max(c.left, s.left) > 1 {
			n++
		}
	}
	return n
}

// groupsOf are the columns, from and to, that each of some heads in a line stands over, where all stand over as they should: each
// in the middle of its columns, or each over the first or the last of as many columns, whose own heads come again.
func groupsOf(over []segment, below []string, columns []column) [][2]int {
	first, last := 1, len(columns)
	for first < last && below[first] == "" {
		first++
	}
	for last > first && below[last-1] == "" {
		last--
	}
	if groups := centred(over, columns, first, last); groups != nil {
		return groups
	}
	size := (last - first) / len(over)
	if size < 2 || size*len(over) != last-first {
		return nil
	}
	groups := make([][2]int, len(over))
	for k := range over {
		from := first + k*size
		groups[k] = [2]int{from, from + size}
		at := columnOf(columns, over[k])
		if at != from && at != from+size-1 || covers(columns, over[k]) > 1 {
			return nil
		}
		for c := range size {
			if below[from+c] != below[first+c] {
				return nil
			}
		}
	}
	if len(over) < 2 {
		return nil
	}
	return groups
}

// centred parts the columns from first to last among heads that each stand in the middle of theirs; nil where one does not.
func centred(over []segment, columns []column, first, last int) [][2]int {
	middle := func(left, right float64) float64 { return (left + right) / 2 }
	groups := make([][2]int, len(over))
	from := first
	for k, s := range over {
		to := from
		if k == len(over)-1 {
			to = last
		} else {
			next := over[k+1]
			for to < last && math.Abs(middle(columns[to].left, columns[to].right)-middle(s.left, s.right)) < math.Abs(middle(columns[to].left, columns[to].right)-middle(next.left, next.right)) {
				to++
			}
		}
		if to <= from {
			return nil
		}
		width := columns[to-1].right - columns[from].left
		if math.Abs(middle(columns[from].left, columns[to-1].right)-middle(s.left, s.right)) > 0.12*width+2 {
			return nil
		}
		groups[k] = [2]int{from, to}
		from = to
	}
	return groups
}

// apartFrom tells that a line stands farther below the one before than the lines of one head do.
func apartFrom(before, line []segment) bool {
	size, gap := 6.0, math.Inf(1)
	for _, s := range line {
		for _, p := range s.pieces {
			size = max(size, p.size)
		}
	}
	for _, s := range before {
		for _, p := range s.pieces {
			gap = min(gap, p.base-line[0].pieces[0].base)
		}
	}
	return gap > 1.4*size
}

// unclearCell is a cell's text as one that may hold what belongs to another.
func unclearCell(text string) string { return marks.Unclear + strings.TrimSpace(text) }
