package briefing

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// KeyFigure is the last known value of something that several reports state, and how it changed since the one known before.
type KeyFigure struct {
	Name        string
	Now, Before string // in words, with their hedges
	When, Since string // the report, period or date of each
	Change      string // in words: worked out here, never a figure of a report
	Citation    string // of both
}

// keyFigures are those of lines over reports, periods or dates, each line once.
func keyFigures(all []*charts.Chart, words *translations.Words, v *vocabulary.Vocabulary) []KeyFigure {
	var keys []KeyFigure
	seen := map[string]bool{}
	for _, c := range all {
		if c.Spec.Kind != charts.Lines {
			continue
		}
		figures := map[string]data.Figure{}
		for _, f := range c.Figures {
			figures[f.ID] = f
		}
		for s := range c.Series {
			now, before := lastTwo(c, s)
			if len(now) == 0 || len(before) == 0 || seen[now[0].Figure] {
				continue
			}
			seen[now[0].Figure] = true
			name := c.Title
			if label := c.Series[s].Label; label != "" && !strings.Contains(name, label) {
				name += " · " + label
			}
			between := words.Say("chart.separator")
			k := KeyFigure{Name: name, Now: said(now), Before: said(before), When: now[0].Row, Since: before[0].Row, Change: change(before, now, words, v)}
			for _, m := range append(slices.Clone(before), now...) {
				if cite := charts.Cite(figures[m.Figure], words); !strings.Contains(k.Citation, cite) {
					k.Citation = strings.TrimPrefix(k.Citation+between+cite, between)
				}
			}
			keys = append(keys, k)
		}
	}
	return keys
}

// lastTwo are the stated marks of a series in its last category and in the one known before it.
func lastTwo(c *charts.Chart, series int) (now, before []charts.Mark) {
	last, previous := -1, -1
	for _, m := range c.Marks {
		if m.Series != series || m.Figure == "" {
			continue
		}
		switch {
		case m.Category > last:
			previous, last = last, m.Category
		case m.Category < last && m.Category > previous:
			previous = m.Category
		}
	}
	for _, m := range c.Marks {
		switch {
		case m.Series != series || m.Figure == "":
		case m.Category == last:
			now = append(now, m)
		case m.Category == previous:
			before = append(before, m)
		}
	}
	return now, before
}

func said(marks []charts.Mark) string {
	var all []string
	for _, m := range marks {
		all = append(all, m.Text)
	}
	return strings.Join(all, " / ")
}

// change says how a value changed, and no more than the hedges allow: that it rose only where all that it may be now lies
// above all that it may have been; by how much only between two numbers.
func change(before, now []charts.Mark, words *translations.Words, v *vocabulary.Vocabulary) string {
	if len(before) > 1 || len(now) > 1 {
		return words.Say("briefing.change.several")
	}
	a, b := before[0].Quantity, now[0].Quantity
	if why := now[0].Break; why != "" {
		return words.Say("briefing.change.break", words.Say("series."+why))
	}
	low1, high1 := a.Ends()
	low2, high2 := b.Ends()
	direction := ""
	switch {
	case a.Unit != b.Unit || a.Per != b.Per:
		return words.Say("briefing.change.units")
	case a.Same(b):
		return words.Say("briefing.change.same")
	case low2 != nil && high1 != nil && low2.Cmp(*high1) > 0:
		direction = "up"
	case high2 != nil && low1 != nil && high2.Cmp(*low1) < 0:
		direction = "down"
	default:
		return words.Say("briefing.change.open")
	}
	number := func(q data.Quantity) bool {
		return q.Value != nil && q.Low == nil && (q.Bound == data.Exact || q.Bound == data.About)
	}
	if !number(a) || !number(b) {
		return words.Say("briefing.change." + direction)
	}
	difference := b.Value.Plus(a.Value.Times(data.NewDecimal(-1, 0)))
	if direction == "down" {
		difference = difference.Times(data.NewDecimal(-1, 0))
	}
	by := data.Quantity{Value: &difference, Bound: data.Exact, Unit: b.Unit, Per: b.Per}
	if a.Bound == data.About || b.Bound == data.About {
		by.Bound = data.About
	}
	return words.Say("briefing.change."+direction+"_by", charts.QuantityText(by, words, v))
}
