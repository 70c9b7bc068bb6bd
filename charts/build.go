package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// AnyMeasure as a Spec's Measure takes figures of every measure, for a timeline and a table, which have no value axis.
const AnyMeasure = "any"

// Build resolves a Spec with figures. Rejected figures and those of another measure are left out; of two editions of a
// report the one in the chart's language counts. Its errors are faults: no figures, mixed units, a wrong field, a kind that
// does not suit the figures, more than the page holds where Chart.Pages cannot part it.
func Build(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) (*Chart, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	chosen := choose(spec, figures, v)
	if len(chosen) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: noFigures(spec)}
	}
	words := translations.For(spec.Language)
	shape := shapeOf(spec, chosen, words, v)
	if spec.Kind == "" {
		spec.Kind = shape.propose()
	}
	spec = spec.filled()
	if err := shape.units(spec.Kind); err != nil {
		return nil, err
	}
	if why := shape.unsuitable(spec.Kind); why != "" {
		return nil, &data.Fault{Kind: data.UnsuitableKind, Detail: why}
	}
	c := &Chart{Spec: spec, words: words, v: v, over: shape.joined}
	if spec.By == Editions {
		_, c.stands = beside(spec, figures, v)
	}
	c.arrange(chosen)
	if len(c.Marks) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: noFigures(spec)}
	}
	c.Value = c.valueAxis()
	c.describe()
	return c, c.layout()
}

func noFigures(spec Spec) string {
	parts := []string{spec.Measure}
	for _, p := range []string{spec.Unit, spec.Place, spec.Region, spec.Group, spec.Report} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(append(parts, spec.By), ", ")
}

// arrange makes the marks with their categories, series and panels, in the order in which they are drawn.
func (c *Chart) arrange(chosen []data.Figure) {
	all := attributes(c.Spec, c.v)
	c.titles = titled(chosen, c.words)
	if c.joins() {
		chosen = c.onLines(chosen)
	}
	a := c.arrangement(chosen, all)
	c.Marks, c.Figures = make([]Mark, 0, len(chosen)), chosen[:0] // figures are large: those left out give way in place
	for i := range chosen {
		f := &chosen[i]
		m, ok := c.mark(f)
		if !ok || !c.timed(&m, f, a.by) {
			c.left++
			continue
		}
		c.place(&m, f, a)
		c.stand(&m)
		c.Marks = append(c.Marks, m)
		if len(c.Figures) < i {
			c.Figures = append(c.Figures, *f)
		} else {
			c.Figures = chosen[:i+1]
		}
	}
	c.addUnknown()
	c.order()
	if c.Spec.Kind == Stack {
		c.addParts()
		return
	}
	for i := range c.Series {
		c.Series[i].Color = i
	}
}

// arrangement is by what figures are put into categories, series and panels, and the places of those known so far.
type arrangement struct {
	by, panel         attribute // panel.key is nil where there are no panels
	split             []attribute
	detail            func(*data.Figure) []string
	categories, lanes map[string]int
}

func (c *Chart) arrangement(chosen []data.Figure, all map[string]attribute) arrangement {
	a := arrangement{by: all[c.Spec.By], split: c.seriesBy(chosen, all), categories: map[string]int{}, lanes: map[string]int{}}
	if c.Spec.Kind == Multiples {
		a.panel = all["region"]
		if a.by.name == "region" {
			a.by = all["place"]
		}
	}
	a.detail = c.detailBy(chosen, all, a.by, a.split)
	return a
}

// timed puts a mark into time; false where the chart has a time axis on which the figure has no place.
func (c *Chart) timed(m *Mark, f *data.Figure, by attribute) bool {
	key := by.key(f)
	if c.Spec.Kind == Timeline && key == f.Period {
		return false // so of the whole period: no event of a date
	}
	if t, dated := data.Years(key); dated && (by.name == "date" || by.name == "period") {
		m.Time = t
		return true
	}
	return !c.onTime() || by.name == "report"
}

// place puts a mark into its category, series and panel, which are added where they are new.
func (c *Chart) place(m *Mark, f *data.Figure, a arrangement) {
	key := a.by.key(f)
	m.Detail = strings.Join(a.detail(f), " · ")
	var ok bool
	if m.Category, ok = a.categories[key]; !ok {
		m.Category = len(c.Categories)
		a.categories[key] = m.Category
		label := c.label(a.by, key)
		if !timely(a.by.name) && a.by.name != "place" && a.by.name != "group" { // it begins a row; names begin as their source prints them, dates stand in sentences too
			label = capital(label)
		}
		c.Categories = append(c.Categories, Category{key, label, m.Time})
	}
	m.Row = c.Categories[m.Category].Label
	name, named := term(f, a.split), f
	if l, ok := c.lines[f.ID]; ok {
		name, named, m.Break = l.line, l.named, l.why
	}
	if m.Series, ok = a.lanes[name]; !ok {
		m.Series = len(c.Series)
		a.lanes[name] = m.Series
		c.Series = append(c.Series, Series{Key: name, Label: c.termLabel(named, a.split)})
	}
	if a.panel.key != nil {
		name := c.label(a.panel, a.panel.key(f))
		m.Panel = find(&c.Panels, name, func(o string) bool { return o == name })
	}
}

// addUnknown gives each report that the Spec lists its place on the axis, whether or not anything is known of it.
func (c *Chart) addUnknown() {
	if c.Spec.By != "report" || !c.joins() {
		return
	}
	for _, symbol := range c.Spec.Reports {
		known := len(c.Categories)
		if find(&c.Categories, Category{Key: symbol, Label: symbol}, func(o Category) bool { return o.Key == symbol }) == known {
			c.unknown = append(c.unknown, symbol)
		}
	}
}

// find is the index of an element, which is added where it is new.
func find[T any](all *[]T, one T, same func(T) bool) int {
	if i := slices.IndexFunc(*all, same); i >= 0 {
		return i
	}
	*all = append(*all, one)
	return len(*all) - 1
}
