// Package charts turns a Spec and figures into a Chart, and a Chart into a picture. Drawing and hit-testing read only
// the Chart; every mark carries the figure that it stands for, with its hedge.
package charts

import (
	"slices"
	"sort"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Kind is a kind of chart.
type Kind string

// The kinds.
const (
	Bars   Kind = "bars"   // a row a figure: dots, and bars for ranges
	Change Kind = "change" // points over time
)

// Spec says what a chart shows.
type Spec struct {
	Kind     Kind   `json:"kind,omitempty"` // empty: chosen from the figures
	Measure  string `json:"measure"`
	By       string `json:"by"` // region, place, group, period, date or report
	Place    string `json:"place,omitempty"`
	Group    string `json:"group,omitempty"`
	Report   string `json:"report,omitempty"` // symbol, or key of one without; empty for all
	Language string `json:"language"`         // zh or en
	Dark     bool   `json:"dark,omitempty"`
}

// Validate names the field that is wrong, in a *data.Fault.
func (s Spec) Validate() error {
	bad := func(detail string) error { return &data.Fault{Kind: data.BadArgument, Detail: detail} }
	switch {
	case s.Measure == "":
		return bad("measure: \"\"")
	case !strings.Contains(" region place group period date report ", " "+s.By+" ") || s.By == "":
		return bad("by: " + s.By + " (region, place, group, period, date, report)")
	case s.Kind != "" && s.Kind != Bars && s.Kind != Change:
		return bad("kind: " + string(s.Kind) + " (bars, change)")
	}
	return nil
}

// Mark is one figure in a chart.
type Mark struct {
	Figure        string // its ID
	Row           string // the category: a place, a region, a date
	Detail        string // what tells it from others of the row
	Text          string // the quantity in words, with its hedge
	Bound         data.Bound
	Hedge         string
	SecondHand    string  // who published it, where it was not read in the report itself
	At            float64 // the stated number; unused where Low < High
	Low, High     float64 // the ends of a range or a vague count, else both At
	Time          float64 // the as-of date in years, for Change
	Line          string  // points of one line share it
	Left, Top     float64 // its place in the picture, as shares of width and height; set by Build
	Right, Bottom float64
}

// Chart is a Spec resolved with figures: all that drawing needs.
type Chart struct {
	Spec                    Spec
	Title, Subtitle, Source string
	Notes                   []string
	Marks                   []Mark
	Max                     float64 // the axis goes from 0 to Max
	Width, Height           float64 // in points
	rows                    []row
	room                    float64 // to the right of the axis
	words                   *translations.Words
}

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
			c.Marks = append(c.Marks, m)
			c.Max = max(c.Max, m.High)
		}
	}
	if len(c.Marks) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: spec.Measure + ", " + spec.By}
	}
	if spec.By == "report" {
		slices.SortStableFunc(c.Marks, func(a, b Mark) int { return data.CompareSymbols(a.Row, b.Row) })
	}
	c.describe(chosen, v)
	c.layout()
	return c, nil
}

// family puts units together that one axis can hold: people are counted as persons, women and children.
func family(unit string) string {
	switch unit {
	case "child", "woman":
		return "person"
	}
	return unit
}

func sorted(set map[string]bool) []string {
	var all []string
	for k := range set {
		all = append(all, k)
	}
	sort.Strings(all)
	return all
}

// choose takes the figures that a Spec asks for, each fact once: of the editions of a report those of its own text rather
// than of a digest, and of these the one in the chart's language.
func choose(spec Spec, figures []data.Figure) []data.Figure {
	rank := func(f data.Figure) int {
		n := 1
		if !f.Digest {
			n += 2
		}
		if f.Language == spec.Language {
			n++
		}
		return n
	}
	best := map[string]int{}
	for _, f := range figures {
		best[symbol(f)] = max(best[symbol(f)], rank(f))
	}
	var chosen []data.Figure
	for _, f := range figures {
		switch {
		case f.Measure != spec.Measure, f.Status == data.Rejected,
			rank(f) < best[symbol(f)],
			spec.Report != "" && symbol(f) != spec.Report && f.Edition != spec.Report,
			spec.Place != "" && (f.Place == nil || *f.Place != spec.Place),
			spec.Group != "" && (f.Group == nil || *f.Group != spec.Group):
			continue
		}
		chosen = append(chosen, f)
	}
	among := map[string]bool{}
	for _, f := range chosen {
		among[f.ID] = true
	}
	return slices.DeleteFunc(chosen, func(f data.Figure) bool { return among[f.SameAs] }) // a repeated statement is one fact
}

func symbol(f data.Figure) string {
	if f.Report != nil {
		return *f.Report
	}
	key, _, _ := strings.Cut(f.Edition, "@")
	return key
}

// propose chooses the kind: over time where the rows are dates, else bars.
func propose(spec Spec, figures []data.Figure) Kind {
	if spec.By != "date" && spec.By != "period" {
		return Bars
	}
	dates := map[string]bool{}
	for _, f := range figures {
		if t, ok := years(asOf(spec, f)); ok {
			dates[formatFloat(t)] = true
		}
	}
	if len(dates) > 1 {
		return Change
	}
	return Bars
}

func asOf(spec Spec, f data.Figure) string {
	if spec.By == "period" {
		return f.Period
	}
	if f.AsOf == nil {
		return ""
	}
	return *f.AsOf
}

// Standard are the charts that a set of figures is good for, in a language: of the report that states most, each measure
// with at least two quantities of one unit, over time where the figures are a before and an after; then, over the reports
// of the series, each measure that at least three of them state of one place.
func Standard(figures []data.Figure, language string, v *vocabulary.Vocabulary) []*Chart {
	main := fullest(figures, language)
	all := figures
	figures = slices.DeleteFunc(slices.Clone(figures), func(f data.Figure) bool { return symbol(f) != main })
	count := map[string]int{}
	pairs := map[string]bool{}
	places := map[string]map[string]bool{}
	for _, f := range figures {
		if f.Language != language {
			continue
		}
		count[f.Measure]++
		pairs[f.Measure] = pairs[f.Measure] || f.ComparesWith != "" && f.Unit == "person"
		if places[f.Measure] == nil {
			places[f.Measure] = map[string]bool{}
		}
		if f.Place != nil {
			places[f.Measure][*f.Place] = true
		}
	}
	measures := make([]string, 0, len(count))
	for m, n := range count {
		if n >= 2 {
			measures = append(measures, m)
		}
	}
	sort.Slice(measures, func(i, j int) bool {
		if count[measures[i]] != count[measures[j]] {
			return count[measures[i]] > count[measures[j]]
		}
		return measures[i] < measures[j]
	})
	var charts []*Chart
	for _, m := range measures {
		by := "place"
		if pairs[m] {
			by = "date"
		}
		if c, err := Build(Spec{Measure: m, By: by, Language: language}, figures, v); err == nil {
			charts = append(charts, c)
		}
	}
	return append(charts, overReports(all, language, v)...)
}

// fullest is the report that states most figures in a language.
func fullest(figures []data.Figure, language string) string {
	count := map[string]int{}
	best := ""
	for _, f := range figures {
		if f.Language != language {
			continue
		}
		s := symbol(f)
		if count[s]++; count[s] > count[best] || count[s] == count[best] && s < best {
			best = s
		}
	}
	return best
}

// overReports are the charts of what at least three reports state of one place.
func overReports(figures []data.Figure, language string, v *vocabulary.Vocabulary) []*Chart {
	type subject struct{ measure, place string }
	reports := map[subject]map[string]bool{}
	var subjects []subject
	for _, f := range figures {
		if f.Language != language || f.Place == nil {
			continue
		}
		s := subject{f.Measure, *f.Place}
		if reports[s] == nil {
			reports[s] = map[string]bool{}
			subjects = append(subjects, s)
		}
		reports[s][symbol(f)] = true
	}
	sort.Slice(subjects, func(i, j int) bool {
		a, b := subjects[i], subjects[j]
		return a.measure < b.measure || a.measure == b.measure && a.place < b.place
	})
	var charts []*Chart
	for _, s := range subjects {
		if len(reports[s]) < 3 {
			continue
		}
		if c, err := Build(Spec{Measure: s.measure, By: "report", Place: s.place, Language: language}, figures, v); err == nil {
			charts = append(charts, c)
		}
	}
	return charts
}
