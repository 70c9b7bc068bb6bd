package extraction

import (
	"figurebook.org/figurebook/data"
)

// total joins the rows of a table to its totals, where the numbers of one column add up to that of a row of totals exactly, and the
// columns that are said to be of those to their left.
func (r *tableReader) total() {
	columns := map[int][]cellFigure{}
	for n := range r.table.Rows {
		for i, f := range r.rows[n] {
			columns[f.column] = append(columns[f.column], f)
			if f.part && i > 0 {
				r.partOf(r.rows[n], i)
			}
		}
		r.across(r.rows[n])
	}
	for c := range r.columns {
		r.down(columns[c])
	}
}

// partOf joins a figure "of whom" to the nearest one to its left that is none, and that counts what it does.
func (r *tableReader) partOf(row []cellFigure, i int) {
	f := &r.figures[row[i].index]
	for k := i - 1; k >= 0; k-- {
		whole := &r.figures[row[k].index]
		if row[k].part || !counts(f.Unit, whole.Unit) {
			continue
		}
		f.PartOf = whole.ID
		return
	}
}

// down joins the figures of a column to those of the rows of totals below them.
func (r *tableReader) down(column []cellFigure) {
	var open, lower []int // figures since the last total, and totals that are in no other
	for _, f := range column {
		if !f.total {
			open = append(open, f.index)
			continue
		}
		switch {
		case r.adds(open, f.index):
			r.join(open, f.index)
		case len(open) == 0 && r.adds(lower, f.index):
			r.join(lower, f.index)
			lower = nil
		}
		open = nil
		lower = append(lower, f.index)
	}
}

// across joins the figures of a row to the one under a column of totals.
func (r *tableReader) across(row []cellFigure) {
	for _, f := range row {
		if !r.columns[f.column].total {
			continue
		}
		var parts []int
		for _, p := range row {
			if p.column != f.column && !p.part && !r.columns[p.column].total {
				parts = append(parts, p.index)
			}
		}
		if r.adds(parts, f.index) {
			r.join(parts, f.index)
		}
	}
}

// adds tells whether some figures, at least two, are exactly a total together and may be parts of it: shares have no sum.
func (r *tableReader) adds(parts []int, total int) bool {
	whole := r.figures[total]
	if len(parts) < 2 || whole.Value == nil || whole.Bound != data.Exact || whole.Unit == "percent" || whole.Measure == "change" {
		return false
	}
	var sum data.Decimal
	for _, i := range parts {
		f := r.figures[i]
		if f.Value == nil || f.Bound != data.Exact || f.PartOf != "" || !counts(f.Unit, whole.Unit) || !sameDate(f.AsOf, whole.AsOf) {
			return false
		}
		sum = sum.Plus(*f.Value)
	}
	return sum.Cmp(*whole.Value) == 0
}

func (r *tableReader) join(parts []int, total int) {
	for _, i := range parts {
		r.figures[i].PartOf = r.figures[total].ID
	}
}

func sameDate(a, b *string) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
