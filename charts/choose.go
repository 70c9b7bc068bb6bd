package charts

import (
	"slices"
	"sort"
	"strings"

	"figurebook.org/figurebook/data"
)

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
			spec.Unit != "" && f.Unit != spec.Unit,
			spec.Region != "" && f.Region != spec.Region,
			len(spec.Figures) > 0 && !slices.Contains(spec.Figures, f.ID),
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
		return Dots
	}
	dates := map[string]bool{}
	for _, f := range figures {
		if t, ok := data.Years(asOf(spec, f)); ok {
			dates[formatFloat(t)] = true
		}
	}
	if len(dates) > 1 {
		return Lines
	}
	return Dots
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
