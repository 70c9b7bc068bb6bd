package charts

import (
	"cmp"
	"fmt"
	"slices"

	"figurebook.org/figurebook/data"
)

// addParts puts the sum of each total's parts beside it: a mark of no report, derived by data.Quantity.Add. The marks become, total by
// total: the total as stated, its parts, their sum. What cannot be added, and how the sum stands to the total, is said in a notice.
func (c *Chart) addParts() {
	byID := map[string]int{}
	parts := map[string][]int{}
	for i, f := range c.Figures {
		byID[f.ID] = i
	}
	for i, f := range c.Figures {
		if _, ok := byID[f.PartOf]; ok && f.PartOf != f.ID {
			parts[f.PartOf] = append(parts[f.PartOf], i)
		}
	}
	for _, of := range parts { // in the order in which the report states them
		slices.SortStableFunc(of, func(a, b int) int {
			x, y := c.Figures[a], c.Figures[b]
			return cmp.Or(data.CompareSymbols(x.Paragraph, y.Paragraph), cmp.Compare(x.Start, y.Start))
		})
	}
	var marks []Mark
	var figures []data.Figure
	var series []Series
	c.Categories, c.sums = nil, map[string]Notice{}
	for i, f := range c.Figures {
		if len(parts[f.ID]) < 2 {
			continue
		}
		total := c.Marks[i]
		total.Total, total.Category, total.Series = true, len(c.Categories), 0
		total.Row = c.words.Say("chart.stack.total", c.named(c.Figures[i]))
		c.Categories = append(c.Categories, Category{Key: f.ID, Label: total.Row})
		marks, figures = append(marks, total), append(figures, f)
		for n, j := range parts[f.ID] {
			m := c.Marks[j]
			m.Row, m.Detail, m.Category, m.Series = capital(c.named(c.Figures[j])), "", total.Category, n+1
			for len(series) < n+2 {
				series = append(series, Series{Key: fmt.Sprint(len(series)), Color: max(0, len(series)-1)})
			}
			marks, figures = append(marks, m), append(figures, c.Figures[j])
		}
		sum, notice, ok := c.sum(parts[f.ID])
		if ok {
			sum.Category, sum.Series = total.Category, 0
			marks = append(marks, sum)
			notice = c.compareSum(sum.Quantity, f.Quantity)
		}
		c.sums[f.ID] = notice
	}
	c.Marks, c.Figures, c.Series = marks, figures, series
}

// named is what a figure of a stack counts: its noun, else its population, group or place, else where it stands.
func (c *Chart) named(f data.Figure) string {
	all := attributes(c.Spec, c.v)
	for _, name := range []string{"counted", "population", "group", "place"} {
		if key := all[name].key(&f); key != "" && !(f.PartOf != "" && (name == "group" || name == "place")) { // these a part has from its total
			return c.label(all[name], key)
		}
	}
	return c.label(all["paragraph"], f.Paragraph)
}

// sum is the derived mark of some figures added; false where they cannot be added, which the notice then says.
func (c *Chart) sum(parts []int) (Mark, Notice, bool) {
	q := c.Figures[parts[0]].Quantity
	q.Unit = family(q.Unit)
	ids := []string{c.Figures[parts[0]].ID}
	for _, i := range parts[1:] {
		o := c.Figures[i].Quantity
		o.Unit = family(o.Unit)
		var err error
		if q, err = q.Add(o); err != nil {
			return Mark{}, Notice{"not_added", c.words.Say("chart.note.not_added", QuantityText(c.Figures[parts[0]].Quantity, c.words, c.v), QuantityText(c.Figures[i].Quantity, c.words, c.v))}, false
		}
		ids = append(ids, c.Figures[i].ID)
	}
	m := Mark{Parts: ids, Derived: true, Quantity: q, Row: c.words.Say("chart.stack.sum"), Text: c.words.Say("chart.stack.derived", QuantityText(q, c.words, c.v))}
	low, high := q.Low, q.High
	if q.Value != nil {
		low, high = q.Value, q.Value
	}
	m.From, m.To = low.Float(), high.Float()
	return m, Notice{}, true
}

// compareSum says how the sum of the parts stands to the total as stated.
func (c *Chart) compareSum(sum, total data.Quantity) Notice {
	sumLow, sumHigh := slack(sum)
	low, high := slack(total)
	kind := "parts_agree"
	switch {
	case sumHigh != nil && low != nil && sumHigh.Cmp(*low) < 0:
		kind = "parts_below_total"
	case sumLow != nil && high != nil && sumLow.Cmp(*high) > 0:
		kind = "parts_above_total"
	}
	return Notice{kind, c.words.Say("chart.note."+kind, QuantityText(sum, c.words, c.v), QuantityText(total, c.words, c.v))}
}

// slack is the ends of a quantity, those of "about" a tenth off to either side, as the checks of totals have it.
func slack(q data.Quantity) (low, high *data.Decimal) {
	low, high = q.Ends()
	if q.Bound == data.About && low != nil && high != nil {
		l, h := low.Times(data.NewDecimal(9, -1)), high.Times(data.NewDecimal(11, -1))
		return &l, &h
	}
	return low, high
}

// drawStack draws for each total a bar of its parts end to end, under the total as stated and over the parts one by one
// with their sum; gives the bottom.
func (c *Chart) drawStack(s *sheet, b box) float64 {
	r := 0.45 * s.em
	names := c.nameWidth(s, b.width())
	for _, m := range c.Marks {
		names = max(names, min(textWidth(m.Row, s.em, m.Total || m.Derived)+1.6*s.em, 0.36*b.width()))
	}
	var rows []row
	called := [2]map[string][]string{c.markNames(rowName, s.em, false, names-1.6*s.em), c.markNames(rowName, s.em, true, names-1.6*s.em)}
	for i, m := range c.Marks {
		weight := 0
		if m.Total || m.Derived {
			weight = 1
		}
		row := row{mark: i, name: called[weight][m.Row], says: wrap(c.says(m), s.em, m.Total || m.Derived, 0.3*b.width())}
		row.height = max(1.9*s.em, float64(max(len(row.name), len(row.says)))*leading*s.em+0.5*s.em)
		rows = append(rows, row)
	}
	p := c.rowScale(s, rows, b, names, r)
	var drawn sheet
	drawn.em, drawn.Palette = s.em, s.Palette
	y := b.top
	at := 0.0
	for i, row := range rows {
		m := &c.Marks[row.mark]
		if m.Total && i > 0 {
			y += 0.6 * s.em
			drawn.line(b.left, y-0.3*s.em, b.right, y-0.3*s.em, 0.6, s.Grid)
		}
		if m.Total || m.Derived {
			at = 0
		}
		c.drawPart(&drawn, p, row, m, y, at, r, b)
		if !m.Total && !m.Derived {
			at += m.To
		}
		y += row.height
	}
	bottom := y + 0.3*s.em
	end := c.axisBelow(s, p, b.top, bottom)
	s.items = append(s.items, drawn.items...)
	return end
}

// drawPart draws a row of a stack: a part begins where the one before it ended.
func (c *Chart) drawPart(s *sheet, p plotting, row row, m *Mark, y, at, r float64, b box) {
	middle := y + row.height/2
	clr := c.color(s, m.Series)
	strong := m.Total || m.Derived
	if strong {
		clr = s.Ink
	}
	indent := 0.0
	if !m.Total {
		indent = 1.2 * s.em
	}
	height := float64(len(row.name)) * leading * s.em
	s.block(row.name, b.left+indent, middle-height/2, s.em, strong, s.Ink)
	zero, from, to := p.at(at), p.at(at+m.From), p.at(at+m.To)
	thick := 1.15 * s.em
	shade := blend(clr, s.Page, 0.5)
	if strong {
		shade = blend(s.Quiet, s.Page, 0.25)
	}
	s.rect(zero, middle-thick/2, from-zero, thick, shade)
	if to > from {
		s.rect(from, middle-thick/2, to-from, thick, blend(shade, s.Page, 0.5))
	}
	if !strong {
		s.polyline([]spot{{to, middle}, {to, middle + row.height}}, 0.7, s.Quiet, dashes(2, 2)...)
	}
	s.hedged(m.Quantity, p, from, to, middle, r, 0, clr)
	x := to + reach(m.Quantity)*r + 0.5*s.em
	words := float64(len(row.says)) * leading * s.em
	wide := widest(row.says, s.em, strong)
	s.rect(x-0.2*s.em, middle-words/2, wide+0.4*s.em, words, s.Page)
	s.block(row.says, x, middle-words/2, s.em, strong, s.Ink)
	m.Left, m.Top, m.Right, m.Bottom = b.left, y, x+wide, y+row.height
}
