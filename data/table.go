package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Table is a table, its cells as printed. Row and column numbers count from 0 in its slices; a row is named from 1.
type Table struct {
	Paragraph string     `json:"paragraph"`         // number of the paragraph that it stands behind; empty before the first
	Section   string     `json:"section,omitempty"` // path of its section; empty before the first
	Page      int        `json:"page,omitempty"`    // on which it begins, from 1; 0 where the file has no pages
	Title     string     `json:"title,omitempty"`   // printed above it
	Rows      [][]string `json:"rows"`              // all of one length; a cell that goes over several stands in the first of them
	Spans     []Span     `json:"spans,omitempty"`   // the cells that go over several columns or rows
	Heads     int        `json:"heads,omitempty"`   // how many of the first rows head the columns; 0 where none does
	Labels    int        `json:"labels,omitempty"`  // how many of the first columns head the rows; 0 where none does
	Unclear   string     `json:"unclear,omitempty"` // why its cells may not stand where they are printed: "ragged" …; empty where they do
}

// Span is a cell that goes over so many rows and columns, at least one each.
type Span struct {
	Row     int `json:"row"`
	Column  int `json:"column"`
	Rows    int `json:"rows"`
	Columns int `json:"columns"`
}

// cellGap stands between the cells of a row in its text.
const cellGap = "  │  "

// Text is a row as one line of text, and where each of its cells stands in it, in runes, end exclusive.
func (t Table) Text(row int) (string, [][2]int) {
	cells := make([][2]int, len(t.Rows[row]))
	at := 0
	for i, c := range t.Rows[row] {
		if i > 0 {
			at += utf8.RuneCountInString(cellGap)
		}
		cells[i] = [2]int{at, at + utf8.RuneCountInString(c)}
		at = cells[i][1]
	}
	return strings.Join(t.Rows[row], cellGap), cells
}

// Covering is the row and column of the cell that covers a place of the grid: its own, but where a cell goes over several.
func (t Table) Covering(row, column int) (int, int) {
	for _, s := range t.Spans {
		if row >= s.Row && row < s.Row+s.Rows && column >= s.Column && column < s.Column+s.Columns {
			return s.Row, s.Column
		}
	}
	return row, column
}

// printedTable is how a table's title begins that has a number, in the six official languages: "Table 3", 表二.
var printedTable = regexp.MustCompile(`^(?i:tables?|tableau|tabla|cuadro|таблица|الجدول|表格?) ?(\d{1,3}(?:[.–-]\d{1,3})*|(?i:[ivx]{1,6})(?:[.–-]\d{1,3})?|[A-Z](?:[.–-]?\d{1,3})?|[一二三四五六七八九十]{1,3}|[٠-٩]{1,3})(?:$|[\s.:：—–-])`)

// tableNames are the names of a report's tables as figures have them for paragraphs: "table3" for one whose title prints that
// number, "tableu2" for the second that prints none; what comes again has "+2" behind it.
func (r *Report) tableNames() []string {
	names := make([]string, len(r.Tables))
	seen := map[string]int{}
	unnumbered := 0
	for i, t := range r.Tables {
		if m := printedTable.FindStringSubmatch(t.Title); m != nil {
			names[i] = "table" + m[1]
		} else {
			unnumbered++
			names[i] = "tableu" + itoa(unnumbered)
		}
		if seen[names[i]]++; seen[names[i]] > 1 {
			names[i] += "+" + itoa(seen[names[i]])
		}
	}
	return names
}

// TableName is the name of a report's table, counted from 0, as figures have it for a paragraph; behind it and a stroke stands
// the number of a row, from 1.
func (r *Report) TableName(table int) string { return r.tableNames()[table] }

// InTable parts the paragraph of a figure that stands in a table: "3" and "7" of "table3/7", the seventh row of table 3. The
// title, which has no row, is "table3". False where a paragraph is none of a table.
func InTable(paragraph string) (table, row string, ok bool) {
	rest, ok := strings.CutPrefix(paragraph, "table")
	if !ok || rest == "" {
		return "", "", false
	}
	table, row, _ = strings.Cut(rest, "/")
	return table, row, true
}

// tableTexts are the titles and rows of all tables as paragraphs, by the paragraph behind which their table stands.
func (r *Report) tableTexts() map[string][]Paragraph {
	behind := map[string][]Paragraph{}
	for i, name := range r.tableNames() {
		t := r.Tables[i]
		at := behind[t.Paragraph]
		if t.Title != "" {
			at = append(at, Paragraph{Number: name, Section: t.Section, Page: t.Page, Text: t.Title})
		}
		for n := range t.Rows {
			text, _ := t.Text(n)
			at = append(at, Paragraph{Number: name + "/" + itoa(n+1), Section: t.Section, Page: t.Page, Text: text})
		}
		behind[t.Paragraph] = at
	}
	return behind
}

// tableText finds one of them by its number.
func (r *Report) tableText(number string) (Paragraph, bool) {
	name, row, isRow := strings.Cut(number, "/")
	i := slices.Index(r.tableNames(), name)
	if i < 0 {
		return Paragraph{}, false
	}
	t := r.Tables[i]
	p := Paragraph{Number: number, Section: t.Section, Page: t.Page, Text: t.Title}
	if isRow {
		n, err := strconv.Atoi(row)
		if err != nil || n < 1 || n > len(t.Rows) {
			return Paragraph{}, false
		}
		p.Text, _ = t.Text(n - 1)
	}
	return p, isRow || t.Title != ""
}

// Head is what heads a column, from the top: the cells of the first rows that cover it, each once.
func (t Table) Head(column int) []string {
	var all []string
	at := [2]int{-1, -1}
	for r := range min(t.Heads, len(t.Rows)) {
		row, c := t.Covering(r, column)
		if text := t.Rows[row][c]; text != "" && at != [2]int{row, c} {
			all = append(all, text)
		}
		at = [2]int{row, c}
	}
	return all
}

// goesOn is over how many rows, at the most, what heads them goes on where the cells below it are empty.
const goesOn = 50

// Label is what heads a row: the cells of its first columns, each once. Where the first of several is empty, that of the row
// above goes on.
func (t Table) Label(row int) []string {
	var all []string
	for c := range t.Labels {
		r, at := t.Covering(row, c)
		for c < t.Labels-1 && t.Rows[r][at] == "" && r > max(t.Heads, row-goesOn) {
			r, at = t.Covering(r-1, c)
		}
		if text := t.Rows[r][at]; text != "" && at == c {
			all = append(all, text)
		}
	}
	return all
}
