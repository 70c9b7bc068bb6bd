package export

import (
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// row is a figure drawn, as a table tells it.
type row struct {
	figure   data.Figure
	mark     charts.Mark
	label    string // its category, and what tells it from others of it
	quantity string // in words, with its hedge
	citation string
}

// rows are the figures drawn, each once, in the order of the chart.
func rows(c *charts.Chart) []row {
	words := translations.For(c.Spec.Language)
	marks := map[string]charts.Mark{}
	for _, m := range c.Marks {
		marks[m.Figure] = m
	}
	var all []row
	for _, f := range c.Figures {
		m, ok := marks[f.ID]
		if !ok {
			continue
		}
		delete(marks, f.ID)
		all = append(all, row{f, m, label(c, m), m.Text, charts.Cite(f, words)})
	}
	return all
}

// label names a mark: its category, its series, its panel and what else tells it from others.
func label(c *charts.Chart, m charts.Mark) string {
	parts := []string{m.Row}
	add := func(s string) {
		if s != "" && !strings.Contains(strings.Join(parts, " · "), s) {
			parts = append(parts, s)
		}
	}
	if m.Panel < len(c.Panels) {
		add(c.Panels[m.Panel])
	}
	if m.Series < len(c.Series) {
		add(c.Series[m.Series].Label)
	}
	add(m.Detail)
	return strings.Join(parts, " · ")
}
