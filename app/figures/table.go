// Package figures is the table of figures: sorted, filtered, counted by facet, copied and exported. It holds the names of
// all its rows and reads those on the screen.
package figures

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Source is where the figures come from; *library.Library is one.
type Source interface {
	IDs(ctx context.Context, filter data.Filter, order ...data.Order) ([]string, error)
	Rows(ctx context.Context, ids []string) ([]data.Figure, error)
	Facets(ctx context.Context, filter data.Filter, facets ...data.Facet) (map[data.Facet][]data.FacetCount, error)
	Count(ctx context.Context, filter data.Filter) (int, error)
	Sorted(ctx context.Context, filter data.Filter, order ...data.Order) ([]data.Figure, error)
	Reports(ctx context.Context) ([]data.Report, error)
}

// Events are what the table tells.
type Events struct {
	Chosen   func(f data.Figure)                    // a row was chosen by the person
	Filtered func(filter data.Filter, ids []string) // other figures are shown: the chart may follow
	Named    func(report string) string             // what a report is called, by its symbol or what stands for it in its key
	Sentence func(err error) string                 // an error as a sentence for a person
	Exported func(name string, rows int)            // a file was written, or the clipboard filled where name is empty
}

// query is what is shown.
type query struct {
	filter data.Filter
	order  data.Order
}

// model is a query answered: the names of all rows, and what stands beside them.
type model struct {
	query
	ids    []string
	index  map[string]int // of each name, its row
	facets map[data.Facet][]data.FacetCount
	all    int // how many figures there are without a filter
}

// load answers a query. It touches no widget.
func load(ctx context.Context, source Source, q query) (model, error) {
	m := model{query: q}
	var err error
	if m.ids, err = source.IDs(ctx, q.filter, q.order); err != nil {
		return m, err
	}
	m.index = make(map[string]int, len(m.ids))
	for i, id := range m.ids {
		m.index[id] = i
	}
	if m.facets, err = source.Facets(ctx, q.filter, barFacets...); err != nil {
		return m, err
	}
	m.all, err = source.Count(ctx, data.Filter{})
	return m, err
}

// Table is the pane.
type Table struct {
	words  *translations.Words
	v      *vocabulary.Vocabulary
	source Source
	events Events
	window fyne.Window
	run    func(work func())

	shown   model
	rows    *rows
	want    query              // asked for last
	request int                // its number: a late answer to an earlier one is dropped
	cancel  context.CancelFunc // of the query that runs
	chosen  string             // ID of the chosen figure
	quiet   bool               // rows are chosen by the program, not by the person
	pages   pages

	bar     *bar
	head    *head
	list    *list
	count   *widget.Label
	message *widget.Label
	object  *fyne.Container
}

// NewTable is an empty table; run starts work off the UI goroutine, window is whose dialogs ask where to export.
func NewTable(words *translations.Words, v *vocabulary.Vocabulary, source Source, window fyne.Window, run func(work func()), events Events) *Table {
	t := &Table{words: words, v: v, source: source, window: window, run: run, events: events, rows: newRows(nil), count: widget.NewLabel(""), message: widget.NewLabel("")}
	t.pages.table = t
	t.message.Alignment, t.message.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	t.message.Hide()
	t.bar, t.head, t.list = newBar(t), newHead(t), newList(t)
	t.object = container.New(flow.Stack{}, t.bar.tools, t.bar.facets, t.head.object, container.NewStack(t.list, container.NewVBox(t.message)))
	return t
}

// Continue chooses and sorts figures as a table in another language did before.
func (t *Table) Continue(before *Table) {
	t.want = before.want
	if t.want.filter.Language == before.words.Short() {
		t.want.filter.Language = t.words.Short()
	}
}

// Object is what stands in the window.
func (t *Table) Object() fyne.CanvasObject { return t.object }

// Focus gives the rows the keys.
func (t *Table) Focus() { t.window.Canvas().Focus(t.list) }

// Filter is what chooses the figures that are shown.
func (t *Table) Filter() data.Filter { return t.want.filter }

// SetFilter shows the figures that a filter chooses.
func (t *Table) SetFilter(filter data.Filter) {
	t.want.filter = filter
	t.Reload()
}

// SortBy sorts by a column, and the other way round where it is sorted by it already.
func (t *Table) SortBy(by data.Column) {
	t.want.order = data.Order{By: by, Down: t.want.order.By == by && !t.want.order.Down && by != data.InReadingOrder}
	t.Reload()
}

// Reload reads anew what is shown, as after a review or an import.
func (t *Table) Reload() {
	if t.cancel != nil {
		t.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	t.request++
	request, q := t.request, t.want
	t.run(func() {
		m, err := load(ctx, t.source, q)
		cancel()
		fyne.Do(func() {
			if request == t.request {
				t.apply(m, err)
			}
		})
	})
}

// apply shows an answer.
func (t *Table) apply(m model, err error) {
	if err != nil {
		t.say(t.events.Sentence(err))
		return
	}
	told := !slices.Equal(m.ids, t.shown.ids)
	t.shown, t.rows = m, newRows(m.ids)
	t.pages.forget()
	t.count.SetText(t.words.Say("figures.count", len(m.ids), m.all))
	t.bar.apply(m)
	t.object.Refresh()
	t.head.apply(m.order)
	t.say("")
	if len(m.ids) == 0 {
		t.say(t.words.Say("figures.none"))
	}
	t.mark()
	if told && t.events.Filtered != nil {
		t.events.Filtered(m.filter, m.ids)
	}
}

// say shows a sentence in place of the rows.
func (t *Table) say(sentence string) {
	t.message.SetText(sentence)
	if sentence == "" {
		t.message.Hide()
		return
	}
	t.message.Show()
}

// Select marks the row of a figure and brings it into view; a figure that is filtered away marks none.
func (t *Table) Select(id string) {
	t.chosen = id
	t.mark()
}

// Chosen is the ID of the figure whose row is marked; false where none is.
func (t *Table) Chosen() (string, bool) {
	_, ok := t.shown.index[t.chosen]
	return t.chosen, ok
}

func (t *Table) mark() {
	t.quiet = true
	defer func() { t.quiet = false }()
	if row, ok := t.shown.index[t.chosen]; ok {
		t.list.Select(row)
		t.list.ScrollTo(row) // a row that was chosen before it was on the screen is not brought into view by choosing it
		return
	}
	t.list.UnselectAll()
}

// choose is a row chosen by the person.
func (t *Table) choose(row int) {
	f, ok := t.row(row)
	if t.quiet || !ok || f.ID == "" {
		return
	}
	t.chosen = f.ID
	t.events.Chosen(f)
}
