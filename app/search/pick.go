package search

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// lists are what can be picked, each with the kind of its names.
var lists = []struct {
	by   data.Facet
	kind vocabulary.Kind
}{{data.ByMeasure, vocabulary.Measure}, {data.ByPlace, vocabulary.Place}, {data.ByGroup, vocabulary.Group}}

// Pick offers the measures, places and groups of all figures to choose from, most stated first.
func (p *Search) Pick() {
	p.session.Run(func() {
		counts, err := p.session.Library().Facets(context.Background(), data.Filter{}, data.ByMeasure, data.ByPlace, data.ByGroup)
		fyne.Do(func() {
			if err != nil {
				p.session.Fail(err)
				return
			}
			p.choose(counts)
		})
	})
}

func (p *Search) choose(counts map[data.Facet][]data.FacetCount) {
	var d *dialog.CustomDialog
	tabs := container.NewAppTabs()
	all := make([]*choice.List, len(lists))
	focus := func() { p.window.Canvas().Focus(all[tabs.SelectedIndex()]) }
	for i, l := range lists {
		of := counts[l.by]
		list := choice.NewList(func() int { return len(of) }, func() fyne.CanvasObject { return line.New("") }, func(i widget.ListItemID, o fyne.CanvasObject) {
			o.(*line.Line).SetText(p.words.Say("search.counted", p.label(l.kind, of[i].Value), of[i].Count))
		})
		list.OnSelected = func(i widget.ListItemID) {
			d.Hide()
			p.figures(l.by, l.kind, of[i].Value)
		}
		list.Escape = func() { d.Hide() }
		list.Sideways = func(by int) {
			tabs.SelectIndex((i + by + len(all)) % len(all))
			focus()
		}
		all[i] = list
		tabs.Append(container.NewTabItem(p.words.Say("search.by."+string(l.by)), list))
	}
	d = dialog.NewCustom(p.words.Say("search.pick"), p.words.Say("window.cancel"), tabs, p.window)
	d.Resize(fyne.NewSize(460, 560))
	d.Show()
	focus()
}

func (p *Search) label(kind vocabulary.Kind, name string) string {
	return p.session.Library().Words.Label(kind, name, p.words.Short())
}

// figures shows the figures that have a name.
func (p *Search) figures(by data.Facet, kind vocabulary.Kind, name string) {
	p.request++
	request := p.request
	var filter data.Filter
	*filter.Facet(by) = name
	p.session.Run(func() {
		found, err := p.session.Library().Figures(context.Background(), filter)
		fyne.Do(func() {
			switch {
			case request != p.request:
			case err != nil:
				p.session.Fail(err)
			default:
				p.showFigures(found, p.label(kind, name))
			}
		})
	})
}

func (p *Search) showFigures(found []data.Figure, name string) {
	found = p.spoken(found)
	results := make([]result, len(found))
	for i, f := range found {
		symbol, _, _ := strings.Cut(f.Edition, "@")
		results[i] = result{
			place: session.Place{Edition: f.Edition, Paragraph: f.Paragraph, Figure: f.ID},
			head:  p.head(symbol, f.Edition, f.Paragraph), hit: charts.QuantityText(f.Quantity, p.words, p.session.Library().Words), behind: " · " + f.Sentence,
		}
	}
	p.entry.Text = "" // what is shown was picked, not typed
	p.entry.Refresh()
	p.show(results, p.words.Say("search.figures", name, len(results)))
	p.window.Canvas().Focus(p.list)
}

// spoken are figures with those in the window's language first.
func (p *Search) spoken(found []data.Figure) []data.Figure {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b data.Figure) int {
		own := func(f data.Figure) int {
			if f.Language == p.words.Short() {
				return 0
			}
			return 1
		}
		return own(a) - own(b)
	})
	return found
}
