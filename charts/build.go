package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Build resolves a Spec with figures. Rejected figures and those of another measure are left out; of two editions of a
// report the one in the chart's language counts. Its errors are faults: no figures, mixed units, a wrong field.
func Build(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) (*Chart, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	chosen := choose(spec, figures)
	if len(chosen) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: spec.Measure}
	}
	units := map[string]bool{}
	for _, f := range chosen {
		units[family(f.Unit)] = true
	}
	if len(units) > 1 {
		return nil, &data.Fault{Kind: data.MixedUnits, Detail: strings.Join(sorted(units), ", ")}
	}
	if spec.Kind == "" {
		spec.Kind = propose(spec, chosen)
	}
	spec = spec.filled()
	c := &Chart{Spec: spec, words: translations.For(spec.Language), Width: 640}
	several := false
	for _, f := range chosen {
		several = several || symbol(f) != symbol(chosen[0])
	}
	for _, f := range chosen {
		m, ok := mark(spec, f, v, c.words)
		if several && (spec.By == "place" || spec.By == "region" || spec.By == "group") {
			m.Detail = strings.TrimPrefix(m.Detail+" · "+symbol(f), " · ") // reports of different dates in one chart
		}
		if ok {
			c.place(&m, f, v)
			c.Marks = append(c.Marks, m)
			c.Figures = append(c.Figures, f)
			c.Max = max(c.Max, m.To)
		}
	}
	if len(c.Marks) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: spec.Measure + ", " + spec.By}
	}
	if spec.By == "report" {
		c.sortByReport()
	}
	c.Value = c.valueAxis()
	c.describe(chosen, v)
	c.layout()
	return c, nil
}

// place gives a mark its category and series, each made where it is new.
func (c *Chart) place(m *Mark, f data.Figure, v *vocabulary.Vocabulary) {
	key := map[string]string{"place": text(f.Place), "group": text(f.Group), "report": symbol(f), "region": f.Region}[c.Spec.By]
	if c.Spec.By == "date" || c.Spec.By == "period" {
		key = asOf(c.Spec, f)
	}
	m.Category = slices.IndexFunc(c.Categories, func(o Category) bool { return o.Key == key })
	if m.Category < 0 {
		m.Category = len(c.Categories)
		c.Categories = append(c.Categories, Category{key, m.Row, m.Time})
	}
	series := Series{}
	if c.Spec.Kind == Lines {
		series.Key, series.Label = text(f.Place), c.words.Say("chart.not_stated")
		if series.Key != "" {
			series.Label = v.Label(vocabulary.Place, series.Key, c.Spec.Language)
		}
	}
	m.Series = slices.IndexFunc(c.Series, func(o Series) bool { return o.Key == series.Key })
	if m.Series < 0 {
		m.Series, series.Color = len(c.Series), len(c.Series)
		c.Series = append(c.Series, series)
	}
}

// sortByReport puts marks and their figures into the order of the reports' symbols.
func (c *Chart) sortByReport() {
	order := make([]int, len(c.Marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return data.CompareSymbols(c.Marks[a].Row, c.Marks[b].Row) })
	marks, figures := slices.Clone(c.Marks), slices.Clone(c.Figures)
	for to, from := range order {
		c.Marks[to], c.Figures[to] = marks[from], figures[from]
	}
}

// valueAxis is the axis from 0 to the greatest mark.
func (c *Chart) valueAxis() Axis {
	step, last := axis(c.Max)
	a := Axis{Max: last}
	for value := 0.0; value <= last*1.0001; value += step {
		a.Ticks = append(a.Ticks, Tick{value, c.axisLabel(value)})
	}
	return a
}
