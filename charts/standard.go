package charts

import (
	"slices"
	"sort"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

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
