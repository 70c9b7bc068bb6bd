package figures

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// barFacets are the facets of the bar, those used most first.
var barFacets = []data.Facet{data.ByMeasure, data.ByPlace, data.ByRegion, data.ByGroup, data.ByPeriod, data.ByBound, data.ByStatus, data.ByReport, data.ByLanguage}

// bar is what is chosen by: a choice a facet with its counts, words of the sentence, doubt; and what is done with the rows.
type bar struct {
	table    *Table
	choices  map[data.Facet]*choice.Choice
	words    *widget.Entry
	doubtful *widget.Check
	clear    *widget.Button
	applying bool // the bar shows a filter and tells of nothing
	tools    *fyne.Container
	facets   *fyne.Container
}

func newBar(t *Table) *bar {
	say := t.words.Say
	b := &bar{table: t, choices: map[data.Facet]*choice.Choice{}}
	b.facets = flow.New()
	for _, by := range barFacets {
		c := choice.New(say("choice.narrow"), func() []choice.Option { return b.options(by) }, func(o choice.Option) { b.choose(by, o.Value) })
		c.SetText(say("figures.facet." + string(by)))
		b.choices[by] = c
		b.facets.Add(c)
	}
	b.words = widget.NewEntry()
	b.words.SetPlaceHolder(say("figures.words"))
	b.words.OnChanged = func(words string) { b.change(func(f *data.Filter) { f.Words = words }) }
	b.doubtful = widget.NewCheck(say("figures.only_doubtful"), func(on bool) { b.change(func(f *data.Filter) { f.Doubtful = on }) })
	b.clear = widget.NewButtonWithIcon(say("figures.clear"), theme.CancelIcon(), func() { t.SetFilter(data.Filter{}) })
	b.clear.Importance = widget.LowImportance
	b.clear.Hide()
	copying := widget.NewButtonWithIcon(say("figures.copy"), theme.ContentCopyIcon(), nil)
	copying.OnTapped = func() { t.menu(copying, t.copyItems()) }
	export := widget.NewButtonWithIcon(say("figures.export"), theme.DocumentSaveIcon(), nil)
	export.OnTapped = func() { t.menu(export, t.exportItems()) }
	b.facets.Add(b.doubtful)
	b.facets.Add(b.clear)
	b.tools = container.NewBorder(nil, nil, nil, container.NewHBox(t.count, copying, export), b.words)
	return b
}

func (b *bar) change(how func(*data.Filter)) {
	if b.applying {
		return
	}
	filter := b.table.want.filter
	how(&filter)
	b.table.SetFilter(filter)
}

func (b *bar) choose(by data.Facet, value string) {
	b.change(func(f *data.Filter) {
		*f.Facet(by) = value
		if by == data.ByPlace {
			f.Places = nil
		}
	})
}

// options are the values of a facet with their counts; first, where one is chosen, all of them.
func (b *bar) options(by data.Facet) []choice.Option {
	var all []choice.Option
	if *b.table.want.filter.Facet(by) != "" {
		all = append(all, choice.Option{Label: b.table.words.Say("figures.all")})
	}
	for _, c := range b.table.shown.facets[by] {
		if c.Value != "" {
			all = append(all, choice.Option{Value: c.Value, Label: b.table.facetLabel(by, c.Value), Note: strconv.Itoa(c.Count)})
		}
	}
	return all
}

// facetLabel is a value of a facet in words.
func (t *Table) facetLabel(by data.Facet, value string) string {
	kinds := map[data.Facet]vocabulary.Kind{data.ByMeasure: vocabulary.Measure, data.ByPlace: vocabulary.Place, data.ByRegion: vocabulary.Region, data.ByGroup: vocabulary.Group, data.ByUnit: vocabulary.Unit}
	switch by {
	case data.ByPeriod:
		return charts.DateText(value, t.words)
	case data.ByBound, data.ByStatus:
		return t.words.Say(string(by) + "." + value)
	case data.ByReport:
		return t.events.Named(value)
	case data.ByLanguage:
		if tag, err := language.Parse(value); err == nil {
			return display.Languages(t.words.Tag).Name(tag)
		}
		return value
	}
	return t.v.Label(kinds[by], value, t.words.Short())
}

// apply shows the filter that is in force.
func (b *bar) apply(m model) {
	b.applying = true
	defer func() { b.applying = false }()
	for by, c := range b.choices {
		name, value := b.table.words.Say("figures.facet."+string(by)), *m.filter.Facet(by)
		text, importance := name, widget.MediumImportance
		if value != "" {
			text, importance = b.table.words.Say("figures.facet.chosen", name, shortened(b.table.facetLabel(by, value))), widget.HighImportance
		}
		if c.Text != text || c.Importance != importance {
			c.Text, c.Importance = text, importance
			c.Refresh()
		}
	}
	if strings.TrimSpace(b.words.Text) != strings.TrimSpace(m.filter.Words) {
		b.words.SetText(m.filter.Words)
	}
	b.doubtful.SetChecked(m.filter.Doubtful)
	if reflect.DeepEqual(m.filter, data.Filter{}) {
		b.clear.Hide()
	} else {
		b.clear.Show()
	}
}

// shortened cuts a long name, so that the bar stays one line high where it can.
func shortened(name string) string {
	const most = 24
	if utf8.RuneCountInString(name) <= most {
		return name
	}
	return string([]rune(name)[:most-1]) + "…"
}
