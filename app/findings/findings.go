// Package findings lists what the checks found, each with the sentences that it is about, for a person to settle.
package findings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
)

// Source finds and knows what was settled; *library.Library is one.
type Source interface {
	Check(ctx context.Context, symbol string) ([]checking.Finding, []data.Figure, error)
	Settled(ctx context.Context, findings []checking.Finding) (open, settled []checking.Finding, err error)
}

// Events are what the pane tells and asks for.
type Events struct {
	Chosen         func(figure string)
	Settle, Reopen func(edition string, f checking.Finding)
	Sentence       func(err error) string
}

// model is what the checks found in a report, or in all.
type model struct {
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
	m.waiting, m.settled, err = source.Settled(ctx, found)
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

	list   *choice.List
	count  *widget.Label
	object *fyne.Container
}

// row is a line of the list: a finding's head, or one of its sentences.
type row struct {
	finding checking.Finding
	settled bool
	figure  string // ID; empty for the head
}

// New is an empty list; run starts work off the UI goroutine.
func New(words *translations.Words, source Source, run func(work func()), events Events) *Pane {
	p := &Pane{words: words, source: source, run: run, events: events, count: widget.NewLabel("")}
	all := widget.NewCheck(words.Say("findings.all"), func(on bool) {
		p.all = on
		p.Reload()
	})
	p.list = choice.NewList(func() int { return len(p.rows) }, p.newRow, p.fill)
	p.list.OnSelected = func(i widget.ListItemID) {
		if f := p.rows[i]; f.figure != "" {
			p.events.Chosen(f.figure)
		} else {
			p.events.Chosen(f.finding.Figures[0])
		}
	}
	p.object = container.New(flow.Stack{}, flow.New(all, p.count), p.list)
	return p
}

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
			p.rows = append(p.rows, row{finding: f, settled: settled})
			for _, id := range sentences(f) {
				p.rows = append(p.rows, row{finding: f, settled: settled, figure: id})
			}
		}
	}
	add(m.waiting, false)
	add(m.settled, true)
	p.count.SetText(p.words.Say("findings.count", len(m.waiting), len(m.settled)))
	if len(p.rows) == 0 {
		p.count.SetText(p.words.Say("findings.none"))
	}
	p.list.UnselectAll()
	p.list.Refresh()
}

// sentences are the figures whose sentences a finding is about, the nearest of the other edition last.
func sentences(f checking.Finding) []string {
	if f.Near == "" || slices.Contains(f.Figures, f.Near) {
		return f.Figures
	}
	return append(slices.Clone(f.Figures), f.Near)
}

func (p *Pane) newRow() fyne.CanvasObject {
	text := widget.NewLabel("")
	text.Truncation = fyne.TextTruncateEllipsis
	settle := widget.NewButton("", nil)
	settle.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, settle, text)
}

// fill writes a row: what is wrong with the button that settles it, or a sentence with where it stands.
func (p *Pane) fill(i widget.ListItemID, o fyne.CanvasObject) {
	r := p.rows[i]
	text, settle := o.(*fyne.Container).Objects[0].(*widget.Label), o.(*fyne.Container).Objects[1].(*widget.Button)
	text.TextStyle.Bold = r.figure == ""
	text.Importance = widget.MediumImportance
	if r.settled {
		text.Importance = widget.LowImportance
	}
	if r.figure != "" {
		settle.Hide()
		text.SetText(p.sentence(r))
		return
	}
	text.SetText(p.headline(r.finding))
	label, icon, do := "findings.settle", theme.ConfirmIcon(), p.events.Settle
	if r.settled {
		label, icon, do = "findings.reopen", theme.ContentUndoIcon(), p.events.Reopen
	}
	settle.Icon = icon
	settle.OnTapped = func() { do(p.shown.figures[r.finding.Figures[0]].Edition, r.finding) }
	settle.SetText(p.words.Say(label))
	settle.Show()
}

// headline is what is wrong; of what one edition states alone, which edition lacks it.
func (p *Pane) headline(f checking.Finding) string {
	text := p.words.Say("finding." + string(f.Kind))
	if f.Lacking != "" {
		text = p.words.Say("findings.lacking", text, f.Lacking)
	}
	return text
}

// sentence is a figure's words, where they stand and the sentence around them.
func (p *Pane) sentence(r row) string {
	f, ok := p.shown.figures[r.figure]
	if !ok {
		return r.figure
	}
	key := "findings.sentence"
	if r.figure == r.finding.Near && !slices.Contains(r.finding.Figures, r.figure) {
		key = "findings.near"
	}
	return p.words.Say(key, charts.Cite(f, p.words), f.Text, strings.Join(strings.Fields(f.Sentence), " "))
}
