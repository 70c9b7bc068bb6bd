package extraction

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// The figures of tables. A cell is a figure only with what heads its row and its column: what is counted, where and when, and in
// what unit and scale, is read from these heads and from the table's title, and nothing is taken from elsewhere but the date of
// the report. Where the heads do not tell, or where they leave the scale open, the number is refused.

// A tableReader goes through one table.
type tableReader struct {
	*extractor
	table   data.Table
	name    string // of the table, as figures have it for a paragraph
	title   tableHead
	columns []tableHead
	section tableHead // the line between the rows above those at hand
	dated   tableHead // a column with the date that all columns have which have one
	unclear bool      // a note below the table names a scale that no head does
	source  string
	result  *Result
	rows    map[int][]cellFigure // figures by row
	ofYears map[int]bool         // whether all the numbers of a column look like years
	label   tableHead            // of the row at hand
}

// A cellFigure is a figure and its place in the grid.
type cellFigure struct {
	row, column int
	index       int // in the extractor's figures
	cell        cellValue
	part        bool
	total       bool // its row is a total
	line        string
}

// tables finds the figures of all tables of the report.
func (e *extractor) tables(ctx context.Context, refused *[]data.Refusal) error {
	for i, t := range e.report.Tables {
		if err := ctx.Err(); err != nil {
			return err
		}
		r := tableReader{extractor: e, table: t, name: e.report.TableName(i), rows: map[int][]cellFigure{}, ofYears: map[int]bool{}, result: &Result{Refusals: *refused}}
		r.read(i)
		*refused = r.result.Refusals
	}
	return nil
}

func (r *tableReader) read(index int) {
	t := r.table
	if t.Unclear == "size" {
		return // no table of a report
	}
	if t.Title != "" {
		r.refuseAll(r.name, t.Title, 0, "table_head")
	}
	reason := ""
	switch {
	case t.Unclear != "":
		reason = "table_unclear"
	case t.Heads == 0 || t.Labels == 0:
		reason = "table_heads"
	}
	r.title = r.titleOf(t.Title)
	r.notes(index)
	if reason == "" {
		r.columns = make([]tableHead, len(t.Rows[0]))
		for c := range r.columns {
			r.columns[c] = r.columnHead(c)
		}
		r.dated = dateOf(r.columns)
	}
	for n := range t.Rows {
		if reason == "" && n >= t.Heads {
			r.label = r.labelHead(n)
		}
		text, cells := t.Text(n)
		for c, place := range cells {
			if at, column := t.Covering(n, c); at != n || column != c {
				continue
			}
			cell := string([]rune(text)[place[0]:place[1]])
			switch {
			case !strings.ContainsFunc(cell, unicode.IsDigit):
			case reason != "":
				r.refuseAll(r.row(n), cell, place[0], reason)
			case n < t.Heads || c < t.Labels || isLine(t, n):
				r.refuseAll(r.row(n), cell, place[0], "table_head")
			default:
				if why := r.cell(n, c, cell, place[0]); why != "" {
					r.refuseAll(r.row(n), cell, place[0], why)
				}
			}
		}
		if reason == "" && n >= t.Heads && isLine(t, n) {
			r.section = r.headOf(t.Rows[n][0], true)
		}
	}
	r.total()
}

func (r *tableReader) row(n int) string { return r.name + "/" + strconv.Itoa(n+1) }

// isLine tells a row that is one cell alone, which says something of the rows below it.
func isLine(t data.Table, row int) bool {
	for _, cell := range t.Rows[row][1:] {
		if cell != "" {
			return false
		}
	}
	return t.Rows[row][0] != ""
}

// refuseAll refuses every number of a cell that begins at a place of its row.
func (r *tableReader) refuseAll(paragraph, cell string, at int, reason string) {
	runes := []rune(cell)
	numbersIn(cell, func(start, end int) {
		r.result.Refusals = append(r.result.Refusals, data.Refusal{Paragraph: paragraph, Text: string(runes[start:end]), Start: at + start, End: at + end, Reason: reason})
	})
}

// notes reads what stands below the table: who says so, and whether its numbers are in thousands though no head says so.
func (r *tableReader) notes(index int) {
	for _, n := range r.report.Footnotes {
		if n.Table != index+1 || n.Paragraph != "" {
			continue
		}
		switch strings.ToLower(n.Mark) {
		case "source", "sources", "资料来源", "来源":
			if text := strings.TrimRight(n.Text, " .。"); len([]rune(text)) <= 80 {
				r.source = text
			}
		case "note", "notes", "注", "说明":
			r.unclear = r.unclear || scaleIn.MatchString(n.Text)
		}
	}
}

// columnHead reads the heads of a column together, the lowest first.
func (r *tableReader) columnHead(c int) tableHead {
	var h tableHead
	var words, texts []string
	parts := r.table.Head(c)
	for i := len(parts) - 1; i >= 0; i-- {
		p := r.headOf(parts[i], false)
		if strings.Trim(columnNumber.ReplaceAllString(parts[i], ""), " 0123456789") == "" && p.asOf == "" {
			continue // a number of the column
		}
		texts = append([]string{parts[i]}, texts...)
		h.over(p)
		if p.words != "" {
			words = append(words, p.words)
		}
	}
	h.text = strings.Join(texts, ", ")
	if len(words) > 0 {
		h.words = words[0]
	}
	if len(words) > 1 {
		h.more = words[1:]
	}
	return h
}

// dateOf is the first of some heads with a date, where none has another.
func dateOf(heads []tableHead) (dated tableHead) {
	for _, h := range heads {
		switch {
		case h.asOf == "":
		case dated.asOf == "":
			dated = h
		case dated.asOf != h.asOf:
			return tableHead{}
		}
	}
	return dated
}

// over puts a head below another: what it does not say the upper one says.
func (h *tableHead) over(p tableHead) {
	set := func(own *string, upper string) {
		if *own == "" {
			*own = upper
		}
	}
	if h.note == (unitNote{}) {
		h.note = p.note
	} else if p.note.said() && !p.note.unclear && h.note.unit == "" {
		h.note.unclear = true
	}
	set(&h.asOf, p.asOf)
	set(&h.group, p.group)
	set(&h.population, p.population)
	set(&h.hedge, p.hedge)
	set(&h.refused, p.refused)
	if h.place == "" {
		h.place, h.parent, h.region = p.place, p.parent, p.region
	}
	h.total, h.share, h.change = h.total || p.total, h.share || p.share, h.change || p.change
	h.planned, h.part = h.planned || p.planned, h.part || p.part
}

// id is that of a figure in a table: the same words under the same heads keep it, whichever row they stand in.
func (r *tableReader) id(label, head, text string) string {
	key := strings.Join([]string{r.edition, r.name, label, head, strings.Join(strings.Fields(text), "")}, "|")
	r.seen[key]++
	sum := sha256.Sum256([]byte(key + "|" + strconv.Itoa(r.seen[key])))
	return hex.EncodeToString(sum[:6])
}
