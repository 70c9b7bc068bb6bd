package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// covered says of a place of a table's grid whether it is a cell of its own.
type covered byte

const (
	own     covered = iota
	byLeft          // the cell to its left goes over it
	byAbove         // the cell above it does
	unclear         // a cell of its own that may hold what belongs to another
)

// coveredIn tells of each cell of a row, as the reader of its format wrote it, what covers it.
func coveredIn(cells []string) []covered {
	all := make([]covered, len(cells))
	for i, c := range cells {
		switch {
		case c == marks.Left:
			all[i] = byLeft
		case c == marks.Above:
			all[i] = byAbove
		case strings.Contains(c, marks.Unclear):
			all[i] = unclear
		}
	}
	return all
}

// settleTable makes the rows of a table of one length and says which of its cells head the others; where that is in doubt
// and there are numbers in it, why.
func (p *parser) settleTable(i int) {
	t, over := &p.report.Tables[i], p.grids[i]
	widest := 0
	for _, row := range t.Rows {
		widest = max(widest, len(row))
	}
	if widest*len(t.Rows) > 1<<20 {
		t.Unclear = "size" // no table of a report: filling it up would cost more than the file
		return
	}
	for r, row := range t.Rows {
		switch n := widest - len(row); {
		case n > 0 && len(row) == 1 && len(t.Rows) > 1: // a line between the rows, over all columns
			over[r] = append(over[r], slices.Repeat([]covered{byLeft}, n)...)
		case n > 0:
			t.Unclear = "ragged"
			over[r] = append(over[r], make([]covered, n)...)
		}
		if slices.Contains(over[r], unclear) && t.Unclear == "" {
			t.Unclear = "columns"
		}
		t.Rows[r] = append(row, make([]string, widest-len(row))...)
	}
	if t.Spans = spansOf(over); len(t.Spans)*widest*len(t.Rows) > 1<<24 {
		t.Unclear = "size"
		return
	}
	t.Heads = headRows(t)
	t.Labels = labelColumns(t)
	if t.Unclear == "" && t.Heads > 0 && t.Labels > 0 && (headsLost(t) || labelsLost(t)) {
		t.Unclear = "heads"
	}
	if !slices.ContainsFunc(t.Rows[min(t.Heads, len(t.Rows)):], func(row []string) bool { return slices.ContainsFunc(row[min(1, len(row)):], numeric) }) {
		t.Unclear = "" // and nothing that could be taken wrongly
	}
	if t.Unclear != "" {
		first, _ := t.Text(0)
		p.report.Notes = append(p.report.Notes, data.Note{Kind: "table_unclear", Paragraph: p.report.TableName(i) + "/1", Detail: cmp.Or(t.Title, first)})
	}
}

// spansOf are the cells that go over several columns or rows.
func spansOf(over [][]covered) []data.Span {
	var spans []data.Span
	for r := range over {
		for c := range over[r] {
			if over[r][c] == byLeft || over[r][c] == byAbove {
				continue
			}
			s := data.Span{Row: r, Column: c, Rows: 1, Columns: 1}
			for c+s.Columns < len(over[r]) && over[r][c+s.Columns] == byLeft {
				s.Columns++
			}
			for r+s.Rows < len(over) && over[r+s.Rows][c] == byAbove {
				s.Rows++
			}
			if s.Rows > 1 || s.Columns > 1 {
				spans = append(spans, s)
			}
		}
	}
	return spans
}

// headRows is how many of a table's first rows head its columns: those before the first with a number that is no year of a
// row of years and none that only numbers the columns.
func headRows(t *data.Table) int {
	heads := 0
	for heads < len(t.Rows) && !isBody(t, heads) {
		heads++
	}
	if heads == len(t.Rows) { // no numbers: a table of words, of which the first row is the head
		return min(1, heads-1)
	}
	for heads > 1 && isLine(t, heads-1) { // what is said of the rows that follow it
		heads--
	}
	return heads
}

// isBody tells a row with a number that heads no column.
func isBody(t *data.Table, r int) bool {
	row := t.Rows[r]
	if len(row) < 2 || numbering(row) {
		return false
	}
	if label, _ := t.Covering(r, 0); (r == 0 || row[0] == "" || label < r) && years(row[1:]) {
		return false
	}
	return slices.ContainsFunc(row[1:], func(c string) bool { return c != "" && numeric(c) })
}

// isLine tells a row that stands between the head and the numbers and is the first cell alone, where the rows above it head
// the first column.
func isLine(t *data.Table, r int) bool {
	row := t.Rows[r]
	if row[0] == "" || strings.HasPrefix(row[0], "(") || strings.HasPrefix(row[0], "（") || !blankCells(row[1:]) {
		return false
	}
	return slices.ContainsFunc(t.Rows[:r], func(above []string) bool { return above[0] != "" && !blankCells(above[1:]) })
}

func blankCells(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != "" })
}

// labelColumns is how many of a table's first columns head its rows: those before the first in which most cells are
// numbers. A first column of years heads them, and one that only numbers them does with the one behind it.
func labelColumns(t *data.Table) int {
	if len(t.Rows) == 0 || t.Heads >= len(t.Rows) {
		return 0
	}
	labels := 0
	for c := range t.Rows[0] {
		words, numbers, times := 0, 0, 0
		var column []string
		for r := t.Heads; r < len(t.Rows); r++ {
			cell := t.Rows[r][c]
			if cell == "" || blankCells(t.Rows[r][1:]) {
				continue
			}
			column = append(column, cell)
			switch {
			case year.MatchString(cell):
				times++
			case numeric(cell):
				numbers++
			default:
				words++
			}
		}
		if c == 0 && words == 0 && times > 0 && numbers == 0 || c == 0 && numbering(column) {
			labels++
			continue
		}
		if words <= numbers+times {
			break
		}
		labels++
	}
	if labels == len(t.Rows[0]) {
		labels = 1
	}
	return labels
}

// headsLost tells that two columns of numbers have the same head, as where one that goes over them was lost, or one has none.
func headsLost(t *data.Table) bool {
	seen := map[string]bool{}
	for c := t.Labels; c < len(t.Rows[0]); c++ {
		if !slices.ContainsFunc(t.Rows[t.Heads:], func(row []string) bool { return row[c] != "" && numeric(row[c]) }) {
			continue
		}
		head := strings.Join(t.Head(c), "|")
		if head == "" || seen[head] {
			return true
		}
		seen[head] = true
	}
	return false
}

// labelsLost tells that the first row of several with two labels has no first one: it stands with another row.
func labelsLost(t *data.Table) bool {
	for r := t.Heads; r < len(t.Rows) && t.Labels > 1; r++ {
		if row, _ := t.Covering(r, 0); row == r && !blankCells(t.Rows[r][1:]) {
			return t.Rows[r][0] == "" && (r == t.Heads || blankCells(t.Rows[r-1][1:]))
		}
	}
	return false
}

var (
	// year is a cell that is a year, or two that one budget or season runs over.
	year = regexp.MustCompile(`^(?:(?:19|20)\d\d ?(?:[/–-] ?(?:(?:19|20)\d\d|\d\d))? ?年?(?:度|底|末)?)$`)
	// numberedCell is a cell that only numbers its column or row.
	numberedCell = regexp.MustCompile(`^[(（]?(\d{1,3}|[a-zA-Z])[)）.．、]?(?: ?=.*)?$`)
)

// years tells cells that are years, in their order: at least two, so that a number that only looks like one is none.
func years(cells []string) bool {
	n, last, way := 0, 0, 0
	for _, c := range cells {
		if c == "" {
			continue
		}
		if !year.MatchString(c) {
			if numeric(c) {
				return false
			}
			continue
		}
		at, _ := strconv.Atoi(c[:4])
		if n > 0 && (at == last || way != 0 && (at > last) != (way > 0)) {
			return false
		}
		if n > 0 {
			way = at - last
		}
		n, last = n+1, at
	}
	return n > 1
}

// numbering tells cells of which each numbers its place: 1, 2, 3 or (a), (b), (c).
func numbering(cells []string) bool {
	next, n := 0, 0
	for _, c := range cells {
		if c == "" && n == 0 {
			continue
		}
		m := numberedCell.FindStringSubmatch(c)
		if m == nil {
			return false
		}
		at, err := strconv.Atoi(m[1])
		if err != nil {
			at = int(unicode.ToLower(rune(m[1][0]))-'a') + 1
		}
		if n > 0 && at != next || n == 0 && at > 2 {
			return false
		}
		next, n = at+1, n+1
	}
	return n > 1
}

// budgetYears is a cell that is two years that a budget or a season runs over, and no range of a count.
var budgetYears = regexp.MustCompile(`^[(（]?(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)\d\d|\d\d) ?年?度?[)）]?$`)

// yearsIn are the years in a cell of words.
var yearsIn = regexp.MustCompile(`(?:19|20)\d\d(?: ?[/–-] ?\d{2,4})?`)

// numeric tells whether a cell holds a number and hardly anything else.
func numeric(cell string) bool {
	if budgetYears.MatchString(cell) {
		return false
	}
	if strings.ContainsFunc(cell, unicode.IsLetter) {
		cell = yearsIn.ReplaceAllString(cell, "")
	}
	digits, letters := 0, 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && digits >= letters
}
