package export

import (
	"fmt"
	"math"
	"slices"
	"time"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
)

// native is the chart as an office program draws it, with the same values, and error bars for ranges and vague counts, on a time axis where it is by date.
// Kinds without a value axis (a timeline, a table) have none: nil.
func native(c *charts.Chart) *office.Chart {
	form, ok := map[charts.Kind]office.Form{
		charts.Dots: office.Bars, charts.Bars: office.Bars, charts.Stack: office.Stack, charts.Lines: office.Line, charts.Slope: office.Line, charts.Multiples: office.Bars,
	}[c.Spec.Kind]
	if !ok {
		return nil
	}
	if c.Spec.Kind == charts.Multiples && (c.Spec.By == "date" || c.Spec.By == "period" || c.Spec.By == "report") {
		form = office.Line
	}
	words := translations.For(c.Spec.Language)
	n := &office.Chart{
		Form: form, Title: c.Title, Alt: c.AltText(), ValueTitle: c.Value.Title, Log: c.Value.Log, Language: c.Spec.Language,
		Sheet: words.Say("export.sheet.chart"), First: c.Category.Title, InWords: words.Say("exchange.column.quantity"), Minus: words.Say("export.minus"), Plus: words.Say("export.plus"),
	}
	if n.ValueTitle == "" {
		n.ValueTitle = c.Title
	}
	if form == office.Stack {
		n.Categories, n.Series = stacked(c)
		return n
	}
	grid := grid{chart: c, byRow: c.Spec.Kind == charts.Dots, ofPanels: c.Spec.Kind == charts.Multiples && form == office.Bars, rows: map[string][]int{}}
	if form == office.Line { // a report or a date of which nothing is known keeps its place: the line is open there
		for i, k := range c.Categories {
			grid.rows[fmt.Sprint(i)] = []int{i}
			grid.labels, grid.times = append(grid.labels, k.Label), append(grid.times, k.Time)
		}
	}
	for _, m := range c.Marks {
		grid.place(m)
	}
	n.Categories = grid.labels
	if c.Spec.By == "date" && form == office.Line { // as the picture has it: points stand where they are in time and are joined over the dates of others
		n.Span = true
		for _, t := range grid.times {
			n.Days = append(n.Days, day(t))
		}
	}
	for _, s := range grid.series {
		points := make([]office.Point, len(n.Categories))
		for row, m := range s.marks {
			points[row] = point(m)
		}
		n.Series = append(n.Series, office.Series{Name: s.name, Color: colorOf(c, s.color), Joined: c.Spec.Kind != charts.Multiples || form == office.Line, Points: points})
	}
	if !n.Log {
		n.Max = roomy(n.Series)
	}
	return n
}

// grid puts marks into rows, one for each category, and series. Marks that would share a cell get rows of their own.
type grid struct {
	chart    *charts.Chart
	byRow    bool // each mark has its row
	ofPanels bool // likewise, in the colour of its panel, which a legend names
	labels   []string
	times    []float64        // in years, of the rows of a time axis
	rows     map[string][]int // by category
	series   []*gridSeries
}

type gridSeries struct {
	name  string
	color int
	marks map[int]charts.Mark // by row
}

func (g *grid) place(m charts.Mark) {
	s := g.of(m)
	key, text := fmt.Sprint(m.Category), m.Row
	switch {
	case g.byRow:
		key, text = fmt.Sprint(len(g.labels)), label(g.chart, m)
	case g.ofPanels:
		key = fmt.Sprint(len(g.labels))
		if m.Detail != "" {
			text += " · " + m.Detail
		}
	}
	for _, row := range g.rows[key] {
		if _, taken := s.marks[row]; !taken {
			s.marks[row] = m
			return
		}
		text = label(g.chart, m)
	}
	g.rows[key] = append(g.rows[key], len(g.labels))
	s.marks[len(g.labels)] = m
	g.labels, g.times = append(g.labels, text), append(g.times, m.Time)
}

// of is the series of a mark: for small multiples a panel's.
func (g *grid) of(m charts.Mark) *gridSeries {
	name, color := "", 0
	if !g.byRow && m.Series < len(g.chart.Series) {
		name, color = g.chart.Series[m.Series].Label, g.chart.Series[m.Series].Color
	}
	if m.Panel < len(g.chart.Panels) {
		panel := g.chart.Panels[m.Panel]
		if name != "" {
			panel += " · "
		}
		name, color = panel+name, m.Panel
	}
	for _, s := range g.series {
		if s.name == name {
			return s
		}
	}
	s := &gridSeries{name, color, map[int]charts.Mark{}}
	g.series = append(g.series, s)
	return s
}

// stacked are the rows and series of a stack: for each total a bar of what is stated and under it one of its parts end to end,
// each part a series of its name, with its error bars. What the parts add up to is no bar of its own: it is how far they
// reach together, and its words stand in the name of the row.
func stacked(c *charts.Chart) (rows []string, all []office.Series) {
	words := translations.For(c.Spec.Language)
	put := func(name string, color, row int, p office.Point) {
		at := slices.IndexFunc(all, func(s office.Series) bool { return s.Name == name && (row >= len(s.Points) || !s.Points[row].Has) })
		if at < 0 {
			at = len(all)
			all = append(all, office.Series{Name: name, Color: colorOf(c, color)})
		}
		for len(all[at].Points) <= row {
			all[at].Points = append(all[at].Points, office.Point{})
		}
		all[at].Points[row] = p
	}
	ahead := false // a total stands in the last row, its parts come
	for _, m := range c.Marks {
		switch {
		case m.Total:
			put(words.Say("export.stack.total"), len(c.Series)-1, len(rows), point(m))
			rows, ahead = append(rows, m.Row), true
		case m.Derived:
			rows[len(rows)-1] = words.Say("chart.title.of", m.Row, m.Text)
		default:
			if ahead {
				rows, ahead = append(rows, words.Say("export.stack.parts")), false
			}
			put(m.Row, c.Series[m.Series].Color, len(rows)-1, point(m))
		}
	}
	for i := range all {
		for len(all[i].Points) < len(rows) {
			all[i].Points = append(all[i].Points, office.Point{})
		}
	}
	return rows, all
}

// colorOf is a colour of the chart's palette, RRGGBB.
func colorOf(c *charts.Chart, series int) string {
	palette := c.Palette().Series
	k := palette[series%len(palette)]
	return fmt.Sprintf("%02X%02X%02X", k.R, k.G, k.B)
}

func point(m charts.Mark) office.Point {
	p := office.Point{Has: true, Value: m.From, Words: m.Text, Break: m.Break != ""}
	if m.To > m.From {
		p.Plus = m.To - m.From
		if m.Quantity.Value != nil { // a number with its ends: the bar stands at the number
			p.Value = m.Quantity.Value.Float()
			p.Minus, p.Plus = p.Value-m.From, m.To-p.Value
		}
	}
	switch m.Quantity.Bound {
	case data.Exact, data.AtLeast, data.AtMost:
	default:
		p.Hedged = true
	}
	if m.Derived || m.SecondHand != "" {
		p.Hedged = true
	}
	return p
}

// day is a time in years as spreadsheets count days: 1 is the first of 1900, which they hold for a leap year.
func day(years float64) int {
	year := int(math.Floor(years))
	start := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	length := start.AddDate(1, 0, 0).Sub(start)
	at := start.Add(time.Duration((years - float64(year)) * float64(length)))
	return int(at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// roomy is the end of a value axis that leaves a third beyond the greatest value for its words.
func roomy(series []office.Series) float64 {
	top := 0.0
	for _, s := range series {
		for _, p := range s.Points {
			if p.Has {
				top = max(top, p.Value+p.Plus)
			}
		}
	}
	if top <= 0 {
		return 0
	}
	top *= 1.33
	power := math.Pow(10, math.Floor(math.Log10(top)))
	for _, step := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10} {
		if step*power >= top {
			return step * power
		}
	}
	return 10 * power
}
