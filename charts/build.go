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
// does not suit the figures, more than the page holds.
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
	by := all[c.Spec.By]
	if c.joins() {
		chosen = c.onLines(chosen)
	}
	split := c.seriesBy(chosen, all)
	panel := attribute{}
	if c.Spec.Kind == Multiples {
		panel = all["region"]
		if by.name == "region" {
			by = all["place"]
		}
	}
	detail := c.detailBy(chosen, all, by, split)
	c.Marks, c.Figures = make([]Mark, 0, len(chosen)), make([]data.Figure, 0, len(chosen))
	categories, lanes := map[string]int{}, map[string]int{}
	for i := range chosen {
		f := &chosen[i]
		m, ok := c.mark(f)
		key := by.key(f)
		t, dated := data.Years(key)
		if (by.name == "date" || by.name == "period") && dated {
			m.Time = t
		} else if c.onTime() && by.name != "report" {
			ok = false
		}
		if c.Spec.Kind == Timeline && key == f.Period {
			ok = false // so of the whole period: no event of a date
		}
		if !ok {
			c.left++
			continue
		}
		m.Row, m.Detail = c.label(by, key), strings.Join(detail(f), " · ")
		if m.Category, ok = categories[key]; !ok {
			m.Category = len(c.Categories)
			categories[key] = m.Category
			c.Categories = append(c.Categories, Category{key, m.Row, m.Time})
		}
		name, named := term(f, split), f
		if l, ok := c.lines[f.ID]; ok {
			name, named, m.Break = l.line, l.named, l.why
		}
		if m.Series, ok = lanes[name]; !ok {
			m.Series = len(c.Series)
			lanes[name] = m.Series
			c.Series = append(c.Series, Series{Key: name, Label: c.termLabel(named, split)})
		}
		if panel.key != nil {
			name := c.label(panel, panel.key(f))
			if m.Panel = slices.Index(c.Panels, name); m.Panel < 0 {
				m.Panel = len(c.Panels)
				c.Panels = append(c.Panels, name)
			}
		}
		c.Marks, c.Figures = append(c.Marks, m), append(c.Figures, *f)
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
