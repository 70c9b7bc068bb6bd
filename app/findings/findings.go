// Package findings lists what the checks found, each with the sentences that it is about, for a person to settle; and what she
// did with figures that a report read anew no longer holds, for her to attach to another figure or to give up.
package findings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
)

// Source finds and knows what was settled; *library.Library is one.
type Source interface {
	Check(ctx context.Context, symbol string) ([]checking.Finding, []data.Figure, error)
	Settled(ctx context.Context, findings []checking.Finding) (open, settled []checking.Finding, err error)
	Adrift(ctx context.Context, report string) ([]data.Adrift, error)
}

// Events are what the pane tells and asks for.
type Events struct {
	Chosen         func(figure string)
	Settle, Reopen func(edition string, f checking.Finding)
	Term           func(field, value string) string // a field's value, by its JSON name, in words
	Attach, Drop   func(adrift data.Adrift)         // to the chosen figure, or for good
	Counted        func(waiting int)                // how much waits for a person
	Sentence       func(err error) string
}

// model is what the checks found in a report, or in all, and what of a person's work its reports lost.
type model struct {
	adrift           []data.Adrift
	waiting, settled []checking.Finding
	figures          map[string]data.Figure
}

// load checks the figures of a report; of all where symbol is empty. It touches no widget.
func load(ctx context.Context, source Source, symbol string) (model, error) {
	m := model{figures: map[string]data.Figure{}}
	found, figures, err := source.Check(ctx, symbol)
	if err != nil {
		return m, err
	}
	for _, f := range figures {
		m.figures[f.ID] = f
	}
	if m.waiting, m.settled, err = source.Settled(ctx, found); err != nil {
		return m, err
	}
	all, err := source.Adrift(ctx, "")
	for _, a := range all {
		if of, _, _ := strings.Cut(a.Report, "@"); symbol == "" || of == symbol {
			m.adrift = append(m.adrift, a)
		}
	}
	return m, err
}

// Pane is the list.
type Pane struct {
	words   *translations.Words
	source  Source
	events  Events
	run     func(work func())
	symbol  string // of the open report
	all     bool   // of all reports
	request int
	shown   model
	rows    []row

	list   *list
	count  *widget.Label
	object *fyne.Container
}

// row is a line of the list: a finding's head, or one of its sentences; or likewise of what is adrift.
type row struct {
	finding checking.Finding
	settled bool
	figure  string       // ID; empty for the head
	adrift  *data.Adrift // nil for a finding
	words   bool         // of what is adrift: what was said and of which words, not the head
}

// New is an empty list; run starts work off the UI goroutine.
func New(words *translations.Words, source Source, run func(work func()), events Events) *Pane {
	p := &Pane{words: words, source: source, run: run, events: events, count: widget.NewLabel("")}
	all := widget.NewCheck(words.Say("findings.all"), func(on bool) {
		p.all = on
		p.Reload()
	})
	p.list = p.newList()
	p.object = container.New(flow.Stack{}, flow.New(all, p.count), p.list)
	return p
}

// taken leads from a row to its figure.
func (p *Pane) taken(i widget.ListItemID) {
	switch r := p.rows[i]; {
	case r.adrift != nil:
		p.list.Unselect(i)
	case r.figure != "":
		p.events.Chosen(r.figure)
	default:
		p.events.Chosen(r.finding.Figures[0])
	}
}

// mostShown is how many findings are listed at once, those that wait first; the others come as these are settled.
const mostShown = 200

// Object is what stands in the window.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Rows are what takes the keys.
func (p *Pane) Rows() fyne.Focusable { return p.list }

// SetReport checks a report; its symbol is empty where it has none, and then all are checked.
func (p *Pane) SetReport(symbol string) {
	p.symbol = symbol
	p.Reload()
}

// Reload checks anew, as after a figure was corrected.
func (p *Pane) Reload() {
	p.request++
	request, symbol := p.request, p.symbol
	if p.all {
		symbol = ""
	}
	p.run(func() {
		m, err := load(context.Background(), p.source, symbol)
		fyne.Do(func() {
			if request == p.request {
				p.apply(m, err)
			}
		})
	})
}

// apply shows what was found, what waits for a person first.
func (p *Pane) apply(m model, err error) {
	p.rows = nil
	p.shown = m
	if err != nil {
		p.count.SetText(p.events.Sentence(err))
		p.list.Refresh()
		return
	}
	add := func(findings []checking.Finding, settled bool) {
		for _, f := range findings {
			if len(p.rows) >= 3*mostShown {
				return
			}
			p.rows = append(p.rows, row{finding: f, settled: settled})
			for _, id := range sentences(f) {
				p.rows = append(p.rows, row{finding: f, settled: settled, figure: id})
			}
		}
	}
	for i := range m.adrift {
		p.rows = append(p.rows, row{adrift: &m.adrift[i]}, row{adrift: &m.adrift[i], words: true})
	}
	add(m.waiting, false)
	add(m.settled, true)
	p.count.SetText(p.words.Say("findings.count", len(m.waiting), len(m.settled)))
	if len(m.adrift) > 0 {
		p.count.SetText(p.words.Say("findings.adrift_count", p.count.Text, len(m.adrift)))
	}
	if len(p.rows) == 0 {
		p.count.SetText(p.words.Say("findings.none"))
	}
	p.events.Counted(len(m.waiting) + len(m.adrift))
	p.lay()
}

// sentences are the figures whose sentences a finding is about, the nearest of the other edition last.
func sentences(f checking.Finding) []string {
	if f.Near == "" || slices.Contains(f.Figures, f.Near) {
		return f.Figures
	}
	return append(slices.Clone(f.Figures), f.Near)
}
