package compare

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// controls are the chart's choices.
type controls struct {
	compare                                          *Compare
	measure, by, kind, reports, place, group, scheme *choice.Choice
	log, follow                                      *widget.Check
	applying                                         bool
	object                                           *fyne.Container
}

func newControls(c *Compare) *controls {
	k := &controls{compare: c}
	say := c.words.Say
	pick := func(options func() []choice.Option, chosen func(s *charts.Spec, value string)) *choice.Choice {
		return choice.New(say("choice.narrow"), options, func(o choice.Option) { c.change(func(s *charts.Spec) { chosen(s, o.Value) }) })
	}
	k.measure = pick(k.measureOptions, func(s *charts.Spec, v string) {
		*s = charts.Spec{Measure: v, By: s.By, Scheme: s.Scheme}
		if v == charts.AnyMeasure {
			s.By = "date"
		}
	})
	k.by = pick(k.byOptions, c.compareBy)
	k.kind = pick(k.kindOptions, func(s *charts.Spec, v string) { s.Kind = charts.Kind(v) })
	k.scheme = pick(k.schemeOptions, func(s *charts.Spec, v string) { s.Scheme = v })
	k.place = pick(func() []choice.Option {
		return k.stated(vocabulary.Place, func(f data.Figure) *string { return f.Place })
	}, func(s *charts.Spec, v string) { s.Place = v })
	k.group = pick(func() []choice.Option {
		return k.stated(vocabulary.Group, func(f data.Figure) *string { return f.Group })
	}, func(s *charts.Spec, v string) { s.Group = v })
	k.reports = choice.New(say("choice.narrow"), k.reportOptions, func(o choice.Option) {
		c.all = o.Value == "*"
		c.change(func(s *charts.Spec) {
			s.Report = ""
			if o.Value != "" && o.Value != "*" {
				s.Report = o.Value
			}
		})
	})
	k.log = widget.NewCheck(say("compare.log"), func(on bool) {
		if !k.applying {
			c.change(func(s *charts.Spec) {
				s.Scale = ""
				if on {
					s.Scale = "log"
				}
			})
		}
	})
	k.follow = widget.NewCheck(say("compare.follow"), func(on bool) {
		if !k.applying {
			c.follow = on
			c.Redraw()
		}
	})
	more := widget.NewButtonWithIcon(say("compare.more"), theme.MoreVerticalIcon(), nil)
	more.OnTapped = func() {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", c.moreItems()...), c.window.Canvas(), fyne.NewPos(0, more.Size().Height), more)
	}
	saved := choice.New(say("choice.narrow"), k.savedOptions, func(o choice.Option) {
		i, _ := strconv.Atoi(o.Value)
		c.Open(c.saved[i].Spec)
	})
	saved.SetText(say("compare.saved"))
	k.object = flow.New(k.measure, k.by, k.kind, k.reports, k.place, k.group, k.scheme, k.log, k.follow, saved, more)
	return k
}

func (k *controls) measureOptions() []choice.Option {
	c := k.compare
	all := []choice.Option{}
	for _, m := range c.measures {
		all = append(all, choice.Option{Value: m, Label: c.measureLabel(m), Also: m})
	}
	return append(all, choice.Option{Value: charts.AnyMeasure, Label: c.measureLabel(charts.AnyMeasure)})
}

func (k *controls) byOptions() []choice.Option {
	var all []choice.Option
	for _, way := range charts.Ways {
		all = append(all, choice.Option{Value: way, Label: k.compare.words.Say("chart.by." + way)})
	}
	return all
}

// kindOptions are the kinds; of one that does not suit the figures, why not.
func (k *controls) kindOptions() []choice.Option {
	say := k.compare.words.Say
	all := []choice.Option{{Label: say("compare.kind.proposed")}}
	for _, kind := range k.compare.shown.kinds {
		label := say("chart.kind." + string(kind.Kind))
		if kind.Why != "" {
			label = say("compare.kind.unsuitable", label, kind.Why)
		}
		all = append(all, choice.Option{Value: string(kind.Kind), Label: label})
	}
	return all
}

func (k *controls) schemeOptions() []choice.Option {
	var all []choice.Option
	for _, s := range charts.Schemes {
		all = append(all, choice.Option{Value: s, Label: k.compare.words.Say("compare.scheme." + s)})
	}
	return all
}

// stated are the places, or the groups, of which the measure is stated, with how often.
func (k *controls) stated(kind vocabulary.Kind, at func(data.Figure) *string) []choice.Option {
	c := k.compare
	all := []choice.Option{{Label: c.words.Say("figures.all")}}
	count := map[string]int{}
	var order []string
	for _, f := range c.figures {
		if v := at(f); v != nil && c.counts(&f) && (f.Measure == c.spec.Measure || c.spec.Measure == charts.AnyMeasure) && f.Language == c.words.Short() {
			if count[*v]++; count[*v] == 1 {
				order = append(order, *v)
			}
		}
	}
	for _, v := range order {
		all = append(all, choice.Option{Value: v, Label: c.v.Label(kind, v, c.words.Short()), Note: strconv.Itoa(count[v]), Also: v})
	}
	return all
}

func (k *controls) reportOptions() []choice.Option {
	c := k.compare
	all := []choice.Option{{Label: c.words.Say("compare.reports.open")}, {Value: "*", Label: c.words.Say("compare.reports.all")}}
	seen := map[string]bool{}
	for _, r := range c.events.Reports() {
		name := r.Symbol
		if name == "" {
			name = r.Key()
		}
		if !seen[name] {
			seen[name] = true
			all = append(all, choice.Option{Value: name, Label: r.Name(), Also: r.Title})
		}
	}
	return all
}

func (k *controls) savedOptions() []choice.Option {
	var all []choice.Option
	for i, s := range k.compare.saved {
		note := ""
		if s.BuiltIn {
			note = k.compare.words.Say("compare.built_in")
		}
		all = append(all, choice.Option{Value: strconv.Itoa(i), Label: s.Name, Note: note})
	}
	return all
}

// apply shows what is compared.
func (k *controls) apply(m model) {
	k.applying = true
	defer func() { k.applying = false }()
	c, say := k.compare, k.compare.words.Say
	set := func(o *choice.Choice, text string, narrowed, shown bool) {
		importance := widget.MediumImportance
		if narrowed {
			importance = widget.HighImportance
		}
		if o.Text != text || o.Importance != importance || o.Hidden == shown {
			o.Text, o.Importance, o.Hidden = text, importance, !shown
			o.Refresh()
		}
	}
	named := func(facet, value string) string {
		if value == "" {
			return say("figures.facet." + facet)
		}
		return say("figures.facet.chosen", say("figures.facet."+facet), value)
	}
	kind := say("compare.kind.proposed")
	if m.chart != nil {
		kind = say("chart.kind." + string(m.chart.Spec.Kind))
	} else if m.spec.Kind != "" {
		kind = say("chart.kind." + string(m.spec.Kind))
	}
	reports := say("compare.reports.all")
	if m.spec.Report != "" {
		reports = m.spec.Report
	}
	scheme := m.spec.Scheme
	if scheme == "" {
		scheme = charts.Schemes[0]
	}
	lang := c.words.Short()
	set(k.measure, c.measureLabel(m.spec.Measure), false, true)
	set(k.by, say("compare.by", say("chart.by."+m.spec.By)), false, true)
	set(k.kind, kind, false, true)
	set(k.reports, reports, c.spec.Report != "", !c.follow)
	set(k.place, named("place", c.v.Label(vocabulary.Place, m.spec.Place, lang)), m.spec.Place != "", true)
	set(k.group, named("group", c.v.Label(vocabulary.Group, m.spec.Group, lang)), m.spec.Group != "", true)
	set(k.scheme, say("compare.scheme."+scheme), false, m.spec.By == "region")
	k.log.SetChecked(m.spec.Scale == "log")
	k.log.Hidden = m.spec.By == charts.Editions || !(m.spec.Scale == "log" || m.chart != nil && m.chart.LogOffered)
	k.follow.SetChecked(c.follow)
}
