package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// family puts units together that one axis can hold: people are counted as persons, women and children.
func family(unit string) string {
	switch unit {
	case "child", "woman":
		return "person"
	}
	return unit
}

// choose takes the figures that a Spec asks for, each fact once: of the editions of a report those of its own text rather
// than of a digest, and of these the one in the chart's language. What is set aside, since a revision counts in its place,
// is taken only where its report, or the figure itself, is asked for.
func choose(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) []data.Figure {
	if spec.By == Editions {
		chosen, _ := beside(spec, figures, v)
		return chosen
	}
	best := map[string]int{}
	for i := range figures {
		s := symbol(figures[i])
		best[s] = max(best[s], rank(&figures[i], spec.Language))
	}
	asks := asked(spec, v)
	var taken []int
	among := map[string]bool{}
	for i := range figures {
		if f := &figures[i]; f.Status != data.Rejected && (!f.Aside || spec.Report != "" || len(spec.Figures) > 0) && rank(f, spec.Language) == best[symbol(*f)] && asks(f) {
			taken = append(taken, i)
			among[f.ID] = true
		}
	}
	counted := countedIn(spec.Language, figures)
	chosen := make([]data.Figure, 0, len(taken))
	for _, i := range taken {
		f := &figures[i]
		if f.SameAs == "" || f.SameAs == f.ID || !among[f.SameAs] { // a repeated statement is one fact
			chosen = append(chosen, figures[i])
			if f := &chosen[len(chosen)-1]; f.Language != spec.Language || f.Counted == "" {
				f.Counted = ""
				if len(counted) > 0 {
					f.Counted = counted[statement(f)]
				}
			}
		}
	}
	return chosen
}

// rank is how good an edition of a report is to be drawn from: that in the chart's language, and before it the report's own text.
func rank(f *data.Figure, language string) int {
	n := 1
	if !f.Digest {
		n += 2
	}
	if f.Language == language {
		n++
	}
	return n
}

// asked tells whether a Spec asks for a figure.
func asked(spec Spec, v *vocabulary.Vocabulary) func(*data.Figure) bool {
	named := map[string]bool{}
	for _, id := range spec.Figures {
		named[id] = true
	}
	measure := func(m string) string { return m }
	if timely(spec.By) {
		measure = v.Line // fighters, and fighters with their families, are one line with a break
	}
	only := func(want, stated string) bool { return want == "" || stated == want }
	return func(f *data.Figure) bool {
		any := spec.Measure == AnyMeasure && (len(spec.Measures) == 0 || slices.Contains(spec.Measures, f.Measure))
		return (any || measure(f.Measure) == measure(spec.Measure)) &&
			only(spec.Unit, f.Unit) && only(spec.Region, f.Region) && only(spec.Place, text(f.Place)) && only(spec.Group, text(f.Group)) &&
			(len(named) == 0 || named[f.ID]) &&
			(only(spec.Report, symbol(*f)) || f.Edition == spec.Report)
	}
}

// countedIn is what the figures of one language count, by statement, for charts of figures read in another language.
func countedIn(language string, figures []data.Figure) map[string]string {
	counted := map[string]string{}
	for i := range figures {
		if f := &figures[i]; f.Language == language && f.Counted != "" {
			counted[statement(f)] = f.Counted
		}
	}
	return counted
}

// statement names what is stated where, whatever the edition.
func statement(f *data.Figure) string {
	parts := []string{symbol(*f), f.Paragraph, f.Unit}
	for _, d := range []*data.Decimal{f.Value, f.Low, f.High} {
		if d != nil {
			parts = append(parts, d.String())
		}
	}
	return strings.Join(parts, "|")
}

// symbol tells a figure's report from all others: its symbol, or where it has none what stands for that in its key.
func symbol(f data.Figure) string {
	if f.Report != nil {
		return *f.Report
	}
	key, _, _ := strings.Cut(f.Edition, "@")
	return key
}
