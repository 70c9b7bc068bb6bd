package charts

import (
	"slices"

	"figurebook.org/figurebook/data"
)

// joins tells whether the kind joins the points of a line over time.
func (c *Chart) joins() bool { return c.onTime() && c.Spec.Kind != Timeline }

// onLine is where a figure stands on a line over time.
type onLine struct {
	line, why string       // the line's ID, and why it is not joined to the point before
	named     *data.Figure // with the place, group and population of the line
}

// onLines are the figures that are points of lines, as package series makes them; by report or period one of each report.
func (c *Chart) onLines(chosen []data.Figure) []data.Figure {
	c.lines = make(map[string]onLine, len(chosen))
	for _, l := range c.over {
		named := data.Figure{Place: &l.Place, Group: &l.Group, Population: l.Population, Subject: l.Points[0].Figure.Subject}
		for i := range l.Points {
			p := &l.Points[i]
			if c.Spec.By != "date" && !p.Latest {
				continue
			}
			c.lines[p.Figure.ID] = onLine{l.ID, string(p.Break), &named}
		}
	}
	all := len(chosen)
	points := slices.DeleteFunc(chosen, func(f data.Figure) bool {
		_, ok := c.lines[f.ID]
		return !ok
	})
	c.left = all - len(points)
	return points
}

// onTime tells whether the kind draws along time or the order of reports.
func (c *Chart) onTime() bool {
	return c.Spec.Kind == Lines || c.Spec.Kind == Slope || c.Spec.Kind == Timeline || c.Spec.Kind == Multiples && timely(c.Spec.By)
}

func timely(by string) bool { return by == "date" || by == "period" || by == "report" }

// seriesBy are the attributes that tell the series apart: for lines what stays the same over time, for bars what makes the
// marks of one category differ, for a stack the part.
func (c *Chart) seriesBy(chosen []data.Figure, all map[string]attribute) []attribute {
	switch {
	case c.Spec.By == Editions:
		return []attribute{all["language"]}
	case c.Spec.Kind == Timeline:
		return []attribute{all["region"]}
	case c.onTime():
		var named []data.Figure
		seen := map[*data.Figure]bool{}
		for i := range chosen {
			if of := c.lines[chosen[i].ID].named; !seen[of] {
				seen[of] = true
				named = append(named, *of)
			}
		}
		return varying(named, all, "place", "group", "population", "subject")
	case c.Spec.Kind == Bars:
		var by []attribute
		for _, a := range varying(chosen, all, "report", "period", "date", "group", "unit", "population", "place", "counted") {
			if a.name == c.Spec.By || unique(chosen, append(by, all[c.Spec.By])) || distinct(chosen, append(by[:len(by):len(by)], a)) > len(signs) {
				continue // what a legend cannot hold is said row by row
			}
			if with := append(by[:len(by):len(by)], a); distinct(chosen, append(with, all[c.Spec.By])) > distinct(chosen, append(by[:len(by):len(by)], all[c.Spec.By])) {
				by = with
			}
		}
		return by
	}
	return nil
}

func unique(figures []data.Figure, by []attribute) bool { return distinct(figures, by) == len(figures) }

// distinct is how many terms figures have.
func distinct(figures []data.Figure, by []attribute) int {
	terms := map[string]bool{}
	for i := range figures {
		terms[term(&figures[i], by)] = true
	}
	return len(terms)
}

// detailBy gives what a row says of a figure besides its category and series: what differs among the figures, and what
// was counted where nothing else tells two rows apart.
func (c *Chart) detailBy(chosen []data.Figure, all map[string]attribute, by attribute, series []attribute) func(*data.Figure) []string {
	shown := append([]attribute{by}, series...)
	var extra []attribute
	names := []string{"place", "group", "unit", "population", "subject", "date", "report"}
	switch {
	case c.Spec.Measure == AnyMeasure:
		names = []string{"place", "group"}
	case c.Spec.Kind == Table: // the date and the report have columns of their own
		names = names[:5]
	}
	for _, a := range varying(chosen, all, names...) {
		if !slices.ContainsFunc(shown, func(o attribute) bool { return o.name == a.name }) && !(a.name == "report" && by.name == "period") {
			extra = append(extra, a)
		}
	}
	if shown = append(shown, extra...); c.Spec.Measure != AnyMeasure && !unique(chosen, shown) {
		extra = append(extra, all["counted"])
	}
	return func(f *data.Figure) []string {
		var said []string
		for _, a := range extra {
			if label := c.label(a, a.key(f)); a.key(f) != "" && !slices.Contains(said, label) { // "children" is a unit and a population
				said = append(said, label)
			}
		}
		if c.Spec.Measure == AnyMeasure && f.PartOf != "" && f.Counted != "" {
			said = append(said, f.Counted)
		}
		return said
	}
}
