package pages

import "figurebook.org/figurebook/charts/export/office"

// table sets a table; its head stands again on each page, and no row is torn.
func (l *layout) table(t office.Table) {
	head := make([][]office.Run, len(t.Head))
	for i, h := range t.Head {
		head[i] = []office.Run{{Text: h, Bold: true}}
	}
	l.room(3*l.rowHeight(t, head), 0)
	l.row(t, head, true)
	for _, r := range t.Rows {
		page := l.doc.PageNo()
		l.room(l.rowHeight(t, r), 0)
		if l.doc.PageNo() != page {
			l.row(t, head, true)
			l.empty = false
		}
		l.row(t, r, false)
	}
	l.y += 12
}

func cells(t office.Table, row [][]office.Run) [][][]word {
	all := make([][][]word, len(row))
	for i, runs := range row {
		all[i] = lines(words(runs), cellText.size, t.Shares[i]*office.Measure-2*cellPad)
	}
	return all
}

func (l *layout) rowHeight(t office.Table, row [][]office.Run) float64 {
	n := 1
	for _, cell := range cells(t, row) {
		n = max(n, len(cell))
	}
	return float64(n)*cellText.size*cellText.lead + 2*cellPad
}

func (l *layout) row(t office.Table, row [][]office.Run, head bool) {
	height := l.rowHeight(t, row)
	if head {
		l.doc.SetFillColor(0xe9, 0xee, 0xf3)
		l.doc.Rect(office.Margin, l.y, office.Measure, height, "F")
	}
	x := office.Margin
	for i, cell := range cells(t, row) {
		baseline := l.y + cellPad + cellText.size*0.95
		for _, line := range cell {
			l.line(line, x+cellPad, baseline, cellText, 0)
			baseline += cellText.size * cellText.lead
		}
		x += t.Shares[i] * office.Measure
	}
	l.doc.SetDrawColor(0xbf, 0xc5, 0xcc)
	l.doc.SetLineWidth(0.4)
	l.doc.Line(office.Margin, l.y+height, office.Margin+office.Measure, l.y+height)
	l.y += height
}
