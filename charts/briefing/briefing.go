// Package briefing writes the standard briefing: a cover, the key figures with their changes, eight charts, findings and
// caveats, and all figures with their citations, as one document or as a folder of pictures and data.
package briefing

import (
	"cmp"
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/vocabulary"
)

// MostCharts is how many charts a briefing has at most.
const MostCharts = 8

// Content is what a briefing is made from.
type Content struct {
	Figures     []data.Figure
	Reports     []data.Report
	Findings    []checking.Finding
	Comparisons []Comparison // the standard ones, the most important first
	Listed      []string     // the symbols of the series' reports, in order: those of which nothing is known are named
	Edition     string       // the title of the edition of the series, and its date, for the cover; empty where there is none
	Date        string
	Words       *translations.Words
	Vocabulary  *vocabulary.Vocabulary
}

// Comparison is a chart under a name in the briefing's language.
type Comparison struct {
	Name string
	Spec charts.Spec
}

// Briefing is a briefing resolved: everything that its forms say.
type Briefing struct {
	Content
	Keys    []KeyFigure
	specs   []charts.Spec   // of the charts shown
	charts  []*charts.Chart // of the size of a page
	figures []data.Figure   // all, each fact once
}

// Make chooses what the briefing says. Comparisons for which the figures do not suffice are left out; where fewer than
// eight remain, charts that the figures are good for take their places. Its error is a *data.Fault: there are no figures.
func Make(c Content) (*Briefing, error) {
	b := &Briefing{Content: c}
	var lines []*charts.Chart
	for _, one := range c.Comparisons {
		spec := one.Spec
		spec.Language, spec.Size, spec.Title = c.Words.Short(), "page", one.Name
		if chart, err := charts.Build(spec, c.Figures, c.Vocabulary); err == nil && b.suits(chart) {
			b.take(chart)
			lines = append(lines, chart)
		}
	}
	for _, chart := range charts.Standard(c.Figures, c.Words.Short(), c.Vocabulary) {
		lines = append(lines, chart)
		if spec := chart.Spec; len(b.charts) < MostCharts {
			spec.Size = "page"
			if chart, err := charts.Build(spec, c.Figures, c.Vocabulary); err == nil && b.suits(chart) && !b.has(chart) {
				b.take(chart)
			}
		}
	}
	b.figures = facts(c.Figures, c.Words.Short())
	if len(b.charts) == 0 && len(b.figures) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: "-"}
	}
	b.Keys = keyFigures(lines, c.Words, c.Vocabulary)
	return b, nil
}

func (b *Briefing) take(chart *charts.Chart) {
	if len(b.charts) < MostCharts {
		b.charts, b.specs = append(b.charts, chart), append(b.specs, chart.Spec)
	}
}

// suits tells whether a chart fits one page and can be drawn without holes.
func (b *Briefing) suits(chart *charts.Chart) bool {
	return len(chart.Pages()) == 1 && chart.Missing() == ""
}

// has tells whether a chart of the same figures is shown already.
func (b *Briefing) has(chart *charts.Chart) bool {
	ids := func(c *charts.Chart) []string {
		var all []string
		for _, f := range c.Figures {
			all = append(all, f.ID)
		}
		slices.Sort(all)
		return all
	}
	return slices.ContainsFunc(b.charts, func(o *charts.Chart) bool { return slices.Equal(ids(o), ids(chart)) })
}

// sized are the charts for another size, or as they are where they do not fit it.
func (b *Briefing) sized(size string) []*charts.Chart {
	all := slices.Clone(b.charts)
	for i, spec := range b.specs {
		spec.Size = size
		if chart, err := charts.Build(spec, b.Figures, b.Vocabulary); err == nil && b.suits(chart) {
			all[i] = chart
		}
	}
	return all
}

func (b *Briefing) options() export.Options {
	return export.Options{Vocabulary: b.Vocabulary, Reports: b.Reports}
}

// facts are the figures without what a person rejected and without what another statement says again, of each report in
// one language: the briefing's where the report has it. They stand by report, then in reading order.
func facts(figures []data.Figure, language string) []data.Figure {
	chosen := map[string]string{}
	for _, f := range figures {
		key := reportOf(f)
		if chosen[key] == "" || f.Language == language {
			chosen[key] = f.Language
		}
	}
	ids := map[string]bool{}
	var all []data.Figure
	for _, f := range figures {
		if f.Status != data.Rejected && f.Language == chosen[reportOf(f)] {
			ids[f.ID] = true
			all = append(all, f)
		}
	}
	all = slices.DeleteFunc(all, func(f data.Figure) bool { return f.SameAs != "" && ids[f.SameAs] })
	slices.SortStableFunc(all, func(a, b data.Figure) int {
		return cmp.Or(data.CompareSymbols(reportOf(a), reportOf(b)), compareParagraphs(a.Paragraph, b.Paragraph), cmp.Compare(a.Start, b.Start))
	})
	return all
}

func reportOf(f data.Figure) string {
	if f.Report != nil {
		return *f.Report
	}
	key, _, _ := strings.Cut(f.Edition, "@")
	return key
}

// compareParagraphs compares paragraph numbers: "9" before "13", and both before "annex/2".
func compareParagraphs(a, b string) int {
	outside := func(s string) int {
		if s != "" && s[0] >= '0' && s[0] <= '9' {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(outside(a), outside(b)), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}
