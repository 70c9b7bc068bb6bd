package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/reading/marks"
)

// segment is what stands between two wide gaps of a line: a cell, where the line is of a table.
type segment struct {
	pieces      []piece
	left, right float64
}

func (s segment) text() string {
	var l layout
	l.line(s.pieces, false)
	return strings.TrimSpace(l.out.String())
}

// segments parts a line at its wide gaps, in the order of reading.
func segments(line []piece) []segment {
	var all []segment
	for i, p := range line {
		if i > 0 {
			before := line[i-1]
			if gap := max(p.left-before.right, before.left-p.right); gap <= 1.2*max(min(p.size, before.size), 6)+1 {
				s := &all[len(all)-1]
				s.pieces, s.left, s.right = append(s.pieces, p), min(s.left, p.left), max(s.right, p.right)
				continue
			}
		}
		all = append(all, segment{[]piece{p}, p.left, p.right})
	}
	return all
}

// marker is what a paragraph, a heading or an entry of a list begins with: a gap behind it parts no cells.
var marker = regexp.MustCompile(`^(?:[\d٠-٩０-９]{1,3}[.．、]?|[\d٠-٩]{1,3} ?[-–]|\(?[a-zA-Z\d]{1,4}[.)]|[\p{Han}]{1,3}[.．、]|[•●○▪–—*-]|\p{Arabic}{2,6} ?[-–]|\p{Arabic}[-)])$`)

// leaders run from an entry of a table of contents to its page.
var leaders = regexp.MustCompile(`(?:[.…]\s?){5,}`)

// printJob is the number of a print job at a page's foot, "99-00800 (E)".
var printJob = regexp.MustCompile(`\d\d-\d{5}|\d{5}-\d\d`)

// table is a run of lines that are rows.
type table struct {
	from, to int
	rows     [][]string
	columns  []column
}

// tables finds the tables among the lines of a page that come before until. Open are the columns of the table with which
// the page before it ends; nil where it ends otherwise.
func tables(all [][]piece, until int, leftward bool, open []column) []table {
	parts := make([][]segment, len(all))
	for i, line := range all[:until] {
		if parts[i] = segments(line); isTableNote(line) {
			parts[i] = []segment{{line, line[0].left, line[len(line)-1].right}}
		}
	}
	var found []table
	for i := 0; i < until; i++ {
		to := i
		for last := i; to < until; to++ {
			if isRow(parts[to]) {
				last = to
			} else if to-last > 2 || !between(all, parts, to, last) {
				break
			}
			if to == until-1 {
				to++
				break
			}
		}
		for to > i && !isRow(parts[to-1]) {
			to--
		}
		if goesOn := i <= topLines && len(found) == 0 && to > i && fit(parts[i:to], open); to > i+1 || goesOn {
			if !goesOn {
				open = nil
			}
			if t, ok := gather(parts[i:to], leftward, open); ok {
				t.from, t.to = i, to
				found = append(found, t)
			}
			i = to - 1
		}
	}
	return found
}

// topLines is how many lines may stand at a page's head, at the most, before a table that goes on from the page before.
const topLines = 3

// fit tells that lines stand in columns: each of their segments in one of its own.
func fit(parts [][]segment, columns []column) bool {
	if columns == nil {
		return false
	}
	for _, line := range parts {
		last := -1
		for _, s := range sorted(line) {
			c := columnOf(columns, s)
			if c <= last || min(columns[c].right, s.right) <= max(columns[c].left, s.left) {
				return false
			}
			last = c
		}
	}
	return true
}

// openTable are the columns of the table that ends a page, above its notes and its foot; nil where none does.
func openTable(found []table, all [][]piece, until int) []column {
	if len(found) == 0 {
		return nil
	}
	last := found[len(found)-1]
	for _, line := range all[last.to:until] {
		if text := plain(line); !pageNumber.MatchString(text) && !goingOn.MatchString(text) {
			return nil
		}
	}
	return last.columns
}

// isRow tells whether a line has cells: at least two segments, the first no marker.
func isRow(line []segment) bool {
	if len(line) < 2 {
		return false
	}
	first := line[0].text()
	if len(line) == 2 && marker.MatchString(first) {
		return false
	}
	for _, s := range line {
		if text := s.text(); leaders.MatchString(text) || printJob.MatchString(text) {
			return false
		}
	}
	return true
}

// between tells whether a line with one segment may stand in a table: it is no wider than a column can be.
func between(all [][]piece, parts [][]segment, at, last int) bool {
	if len(parts[at]) != 1 || last >= at || isTableNote(all[at]) {
		return false
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, s := range parts[last] {
		left, right = min(left, s.left), max(right, s.right)
	}
	s := parts[at][0]
	near := largest(all[at-1]).base-largest(all[at]).base < 3*largest(all[at]).size
	return near && s.right-s.left < 0.55*(right-left) && s.left > left-3 && s.right < right+3 && !marker.MatchString(string(s.pieces[0].text))
}

// isTableNote tells a line below a table that is a note to it.
func isTableNote(line []piece) bool {
	return len(line) > 1 && raisedLetter(line[0], largest(line)) || marks.TableSource.MatchString(plain(line))
}

// gather puts the segments of lines into columns, where not nil those of the table that they go on with; false where they
// stand in none.
func gather(lines [][]segment, leftward bool, open []column) (table, bool) {
	parts := make([][]segment, len(lines))
	for i, line := range lines {
		parts[i] = numbersApart(line)
	}
	columns := slices.Clone(open)
	if open == nil {
		columns = columnsOf(parts)
	}
	if len(columns) < 2 {
		return table{}, false
	}
	inOrder := columns
	if leftward {
		inOrder = slices.Clone(columns)
		slices.Reverse(columns)
	}
	heads := headLines(parts, columns)
	for i := range heads {
		parts[i] = split(parts[i], columns)
	}
	rows := make([]row, len(parts))
	numbers, full := 0, 0
	for i, line := range parts {
		r := row{head: head{cells: make([]string, len(columns))}, apart: i > 0 && apartFrom(parts[i-1], line), isHead: i < heads}
		clash := false
		for _, s := range line {
			c := columnOf(columns, s)
			if r.cells[c] != "" {
				clash = clash || c > 0 && (number(r.cells[c]) || number(s.text()))
				r.cells[c] += " "
			}
			r.cells[c] += s.text()
		}
		filled := len(columns) - len(slices.DeleteFunc(slices.Clone(r.cells), func(c string) bool { return c != "" }))
		for _, c := range r.cells[1:] {
			if number(c) {
				numbers++
			}
		}
		if filled > 1 {
			full++
		}
		switch {
		case i < heads:
			r.head = headOver(parts, i, heads, columns)
		case clash:
			r.cells[0] = unclearCell(r.cells[0])
		}
		rows[i] = r
	}
	// words side by side are a table only where there are many of them; numbers where there are some
	if open == nil && (full < 3 || numbers < 2 && (full < 5 || len(columns) < 3)) {
		return table{}, false
	}
	return table{rows: joined(rows), columns: inOrder}, true
}

type column struct{ left, right float64 }

// mostColumns bounds the work that a table asks for; a page has no room for more.
const mostColumns = 100

// columnsOf are the columns that the lines with the most segments make, from the left; none where they are too many.
func columnsOf(parts [][]segment) []column {
	count := map[int]int{}
	most := 0
	for _, line := range parts {
		count[len(line)]++
	}
	for n, lines := range count {
		if lines >= 2 && n > most {
			most = n
		}
	}
	if most > mostColumns {
		return nil
	}
	var columns []column
	for _, line := range parts {
		if len(line) != most {
			continue
		}
		for i, s := range sorted(line) {
			if len(columns) <= i {
				columns = append(columns, column{s.left, s.right})
				continue
			}
			columns[i].left, columns[i].right = min(columns[i].left, s.left), max(columns[i].right, s.right)
		}
	}
	for i := 1; i < len(columns); i++ {
		if columns[i].left < columns[i-1].right { // they overlap: no columns
			return nil
		}
	}
	return columns
}

func sorted(line []segment) []segment {
	return slices.SortedStableFunc(slices.Values(line), func(a, b segment) int { return cmp.Compare(a.left, b.left) })
}

// columnOf is the column that a segment overlaps most, else the nearest.
func columnOf(columns []column, s segment) int {
	best, most := 0, math.Inf(-1)
	for i, c := range columns {
		if overlap := min(c.right, s.right) - max(c.left, s.left); overlap > most+0.01 {
			best, most = i, overlap
		}
	}
	return best
}

// number tells whether a cell holds a number, or the sign that stands for none.
func number(cell string) bool {
	digits, letters := 0, 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > letters || letters == 0 && cell != "" && strings.Trim(cell, "–—-.… ") == ""
}

// A row is a line of a table as cells.
type row struct {
	head
	isHead bool
	apart  bool // it stands farther below the line before it than the lines of one cell do
}

// joined puts rows that are printed in several lines together: the heads of the columns, and a row's label that runs
// over to the next line.
func joined(rows []row) [][]string {
	var out [][]string
	for i, r := range rows {
		n := len(out) - 1
		cells := r.cells
		alone := n >= 0 && empty(out[n][1:]) // the row above is a label without cells
		label, _ := firstRune(cells[0])
		lone := empty(cells[1:])
		switch {
		case n >= 0 && r.isHead && !r.over && !rows[i-1].over && (cells[0] == "" || lone && !r.apart || out[n][0] == ""),
			n >= 0 && !r.isHead && alone && unicode.IsLower(label),
			n >= 0 && !r.isHead && cells[0] != "" && lone && unicode.IsLower(label):
			for c := range cells {
				out[n][c] = strings.TrimSpace(out[n][c] + " " + cells[c])
			}
		default:
			out = append(out, slices.Clone(cells))
		}
	}
	return out
}

func empty(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != "" })
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// write writes the rows.
func (t table) write(l *layout) {
	l.out.WriteByte('\n')
	for _, r := range t.rows {
		l.out.WriteString(marks.Row(r))
		l.out.WriteByte('\n')
	}
	l.out.WriteByte('\n')
}
