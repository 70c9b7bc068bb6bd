// Package compare is the chart with its choices: what is compared, by what, of which reports, drawn how; the chart's
// figures as a table, and how the chart was made; comparisons kept by name; files.
package compare

import (
	"cmp"
	"errors"
	"image"
	"log/slog"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/flow"
	"figurebook.org/figurebook/app/reader"
	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Events are what the pane tells and asks for.
type Events struct {
	MarkTapped func(figure string)
	BothTapped func(figure, other string) // of two editions: other is what the other edition states there; empty where it states nothing
	Sentence   func(err error) string     // an error as a sentence for a person
	Said       func(sentence string)      // what was done
	Save       func(name string, spec charts.Spec)
	Rename     func(name, to string)
	Delete     func(name string)
	Reports    func() []data.Report
	Copy       func(png []byte) error // puts a picture on the system's clipboard
}

// Saved is a comparison kept by name.
type Saved struct {
	Name    string
	Spec    charts.Spec
	BuiltIn bool // of the edition, which a person does not change
}

// query is what is drawn.
type query struct {
	spec    charts.Spec
	figures []data.Figure
	pixels  float64 // of the screen, a point
	height  float64 // of the view, in points
	chosen  string  // ID of the figure that stands out
}

// model is a query drawn.
type model struct {
	query
	chart   *charts.Chart
	picture image.Image
	kinds   []charts.Choice // each kind, and why it does not suit
	err     error
}

// load builds and draws a chart. It touches no widget.
func load(q query, v *vocabulary.Vocabulary) model {
	m := model{query: q}
	m.kinds, _ = charts.Choices(q.spec, q.figures, v)
	if m.chart, m.err = charts.Build(q.spec, q.figures, v); m.err == nil {
		m.chart = fitted(m.chart, q, v)
		m.chosen = emphasised(m.chart.Figures, q.figures, q.chosen)
		m.picture = m.chart.Image(q.pixels, m.chosen)
	}
	return m
}

// emphasised is the figure drawn that states the same fact as the chosen one, such as that of the other edition; the
// chosen one itself where it is drawn, or none does.
func emphasised(drawn, all []data.Figure, chosen string) string {
	fact := func(f data.Figure) string { return cmp.Or(f.SameAs, f.ID) }
	i := slices.IndexFunc(all, func(f data.Figure) bool { return f.ID == chosen })
	if i < 0 || slices.ContainsFunc(drawn, func(f data.Figure) bool { return f.ID == chosen }) {
		return chosen
	}
	for _, f := range drawn {
		if fact(f) == fact(all[i]) {
			return f.ID
		}
	}
	return chosen
}

// fitted is the chart at the height of the view where that shows more: lines and slopes grow into it, and what is a little too
// high for it is set in smaller letters. Else it stays as high as it needs, and is scrolled.
func fitted(c *charts.Chart, q query, v *vocabulary.Vocabulary) *charts.Chart {
	grows := (c.Spec.Kind == charts.Lines || c.Spec.Kind == charts.Slope) && c.Height < q.height
	if !grows && !(c.Height > q.height && c.Height < 1.15*q.height) || q.height < 200 {
		return c
	}
	q.spec.Height = q.height
	if grows {
		q.spec.Height = max(c.Height, min(q.height, 0.75*c.Width)) // steeper lines would say more than the figures do
	}
	if anew, err := charts.Build(q.spec, q.figures, v); err == nil && anew.Height <= q.height {
		return anew
	}
	return c
}

// Compare is the pane.
type Compare struct {
	words  *translations.Words
	v      *vocabulary.Vocabulary
	events Events
	window fyne.Window
	run    func(work func())

	spec     charts.Spec // as the choices say; Language, Theme and Width are filled when it is drawn
	all      bool        // all reports are compared, not the open one alone
	follow   bool        // only the figures that the table shows
	table    []string    // their IDs
	report   string      // symbol, or key, of the open report
	figures  []data.Figure
	measures []string // stated by the figures, the one stated most first
	saved    []Saved
	chosen   string
	request  int // number of the newest drawing asked for; a late one is dropped
	shown    model

	controls *controls
	picture  *picture
	rows     *rows
	made     *reader.Passage
	message  *widget.Label
	tabs     *container.AppTabs // chart, table, how it was made
	object   *fyne.Container
}

// New is an empty comparison; run starts work off the UI goroutine, window is whose dialogs ask.
func New(words *translations.Words, v *vocabulary.Vocabulary, window fyne.Window, run func(work func()), events Events) *Compare {
	c := &Compare{run: run, words: words, v: v, events: events, window: window, message: widget.NewLabel(""), made: reader.NewPassage(), spec: charts.Spec{By: "place"}}
	c.message.Wrapping = fyne.TextWrapWord
	c.message.Hide()
	c.made.Selectable = true
	c.picture = newPicture(c)
	c.rows = newRows(c)
	c.controls = newControls(c)
	c.tabs = container.NewAppTabs(
		container.NewTabItem(words.Say("compare.tab.chart"), container.NewStack(c.picture.scroll, container.NewVBox(c.message))),
		container.NewTabItem(words.Say("compare.tab.table"), c.rows),
		container.NewTabItem(words.Say("compare.tab.made"), container.NewVScroll(c.made)),
	)
	c.object = container.New(flow.Stack{}, c.controls.object, c.tabs)
	return c
}

// Continue compares what a pane in another language compared before.
func (c *Compare) Continue(before *Compare) {
	c.spec, c.all, c.follow, c.table, c.report = before.spec, before.all, before.follow, before.table, before.report
	c.tabs.SelectIndex(before.tabs.SelectedIndex())
}

// Object is what stands in the window.
func (c *Compare) Object() fyne.CanvasObject { return c.object }

// Focus gives the choice of what is compared the keys.
func (c *Compare) Focus() { c.window.Canvas().Focus(c.controls.measure) }

// FocusTable shows the chart's figures as a table and gives that the keys.
func (c *Compare) FocusTable() {
	c.tabs.SelectIndex(1)
	c.window.Canvas().Focus(c.rows)
}

// SetFigures takes the figures that can be compared; at first the measure stated most is drawn.
func (c *Compare) SetFigures(figures []data.Figure) {
	c.figures = figures
	count := map[string]int{}
	for i := range figures { // not copied: they may be many
		if c.counts(&figures[i]) {
			count[figures[i].Measure]++
		}
	}
	c.measures = c.measures[:0]
	for m := range count {
		c.measures = append(c.measures, m)
	}
	sort.Slice(c.measures, func(i, j int) bool {
		a, b := c.measures[i], c.measures[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	if !slices.Contains(c.measures, c.spec.Measure) && c.spec.Measure != charts.AnyMeasure {
		c.spec.Measure = ""
		if len(c.measures) > 0 {
			c.spec.Measure = c.measures[0]
		}
	}
	c.Redraw()
}

// isOf tells whether a figure is of a report, named by its symbol or its key.
func isOf(f *data.Figure, report string) bool {
	name, _, _ := strings.Cut(f.Edition, "@")
	return name == report || f.Edition == report
}

// counts tells whether a figure can be drawn: one that is set aside only with its report, where that is open.
func (c *Compare) counts(f *data.Figure) bool { return !f.Aside || isOf(f, c.report) }

// SetReport tells which report is open: its figures are compared by place, region and group, those of all reports over
// time.
func (c *Compare) SetReport(symbol, key string) {
	report := symbol
	if report == "" {
		report = key
	}
	if report != c.report {
		c.report = report
		c.suit()
		c.Redraw()
	}
}

// suit changes to the measure that the open report states most, where it alone is compared and states nothing of the
// measure that was.
func (c *Compare) suit() {
	of := c.Spec().Report
	if of == "" || of != c.report {
		return
	}
	count := map[string]int{}
	for i := range c.figures { // not copied: they may be many
		if f := &c.figures[i]; isOf(f, of) {
			count[f.Measure]++
		}
	}
	if count[c.spec.Measure] > 0 || c.spec.Measure == charts.AnyMeasure {
		return
	}
	most := ""
	for _, m := range c.measures { // the one stated most by all reports first
		if count[m] > count[most] {
			most = m
		}
	}
	if most != "" {
		c.spec = charts.Spec{Measure: most, By: c.spec.By, Scheme: c.spec.Scheme}
	}
}

// SetTable tells which figures the table shows; where the chart follows it they alone are compared.
func (c *Compare) SetTable(filter data.Filter, ids []string) {
	c.table = ids
	if !c.follow {
		return
	}
	if filter.Measure != "" && filter.Measure != c.spec.Measure {
		c.spec.Measure, c.spec.Kind = filter.Measure, ""
	}
	c.Redraw()
}

// SetSaved takes the comparisons kept by name.
func (c *Compare) SetSaved(saved []Saved) { c.saved = saved }

// Select makes a figure stand out; where the chart is of another measure it changes to the figure's.
func (c *Compare) Select(f data.Figure) {
	c.chosen = f.ID
	drawn := c.shown.chart != nil && slices.ContainsFunc(c.shown.chart.Figures, func(g data.Figure) bool { return g.ID == f.ID })
	if !drawn && c.spec.By != charts.Editions && f.Measure != c.spec.Measure && c.v.Line(f.Measure) != c.v.Line(c.spec.Measure) {
		c.change(func(s *charts.Spec) { *s = charts.Spec{Measure: f.Measure, By: s.By} })
		return
	}
	c.Redraw()
}

// Open shows a comparison that was kept, or that a file carries.
func (c *Compare) Open(spec charts.Spec) {
	c.all, c.follow = true, false
	c.change(func(s *charts.Spec) {
		*s = spec
		s.Width, s.Height, s.Size = 0, 0, ""
	})
}

// Spec is what the choices say, whole: what is saved, and what a file carries.
func (c *Compare) Spec() charts.Spec {
	s := c.spec
	s.Language = c.words.Short()
	if s.Report == "" && !c.all && !c.follow && (s.By == "place" || s.By == "region" || s.By == "group" || s.By == charts.Editions) {
		s.Report = c.report
	}
	if c.follow && len(c.table) <= mostNamed {
		s.Figures = c.table
	}
	return s
}

// mostNamed is how many figures a Spec names one by one; of more, the table's are taken without being named.
const mostNamed = 1000

// compareBy changes by what is compared. Two editions are laid side by side with all their figures; from there to another way
// the measure is the open report's own again.
func (c *Compare) compareBy(s *charts.Spec, way string) {
	switch {
	case way == charts.Editions:
		s.Measure = charts.AnyMeasure
	case s.By == charts.Editions && s.Measure == charts.AnyMeasure && len(c.measures) > 0:
		s.Measure = c.measures[0]
	}
	s.By, s.Kind = way, ""
	c.suit()
}

// Chart is what is shown; nil where nothing could be drawn.
func (c *Compare) Chart() *charts.Chart { return c.shown.chart }

// change changes what is compared.
func (c *Compare) change(how func(s *charts.Spec)) {
	how(&c.spec)
	c.Redraw()
}

// Redraw builds and draws the chart off the UI goroutine, in the colours and the width of now.
func (c *Compare) Redraw() {
	if c.spec.Measure == "" {
		return
	}
	c.request++
	request := c.request
	q := query{spec: c.Spec(), figures: c.figures, chosen: c.chosen, pixels: float64(c.window.Canvas().Scale())}
	if look.IsDark() {
		q.spec.Theme = "dark"
	}
	q.height = float64(c.picture.scroll.Size().Height)
	q.spec.Width = float64(min(max(c.picture.scroll.Size().Width, 240), 4000))
	ids := c.table
	unnamed := c.follow && len(ids) > mostNamed
	c.run(func() {
		if unnamed {
			q.figures = among(q.figures, ids)
		}
		m := load(q, c.v)
		fyne.Do(func() {
			if request == c.request {
				c.apply(m)
			}
		})
	})
}

func among(figures []data.Figure, ids []string) []data.Figure {
	named := make(map[string]bool, len(ids))
	for _, id := range ids {
		named[id] = true
	}
	return slices.DeleteFunc(slices.Clone(figures), func(f data.Figure) bool { return !named[f.ID] })
}

// reason says why nothing could be drawn.
func (c *Compare) reason(m model) string {
	var fault *data.Fault
	if !errors.As(m.err, &fault) || fault.Kind != data.NoFigures || len(m.figures) == 0 {
		return c.events.Sentence(m.err)
	}
	if m.spec.By == charts.Editions {
		return c.words.Say("compare.one_edition")
	}
	if m.spec.Report != "" {
		return c.words.Say("compare.none_in_report", m.spec.Report, c.measureLabel(m.spec.Measure))
	}
	return c.words.Say("compare.none", c.measureLabel(m.spec.Measure))
}

// apply shows what was drawn.
func (c *Compare) apply(m model) {
	c.shown = m
	c.message.Hide()
	if m.err != nil {
		c.message.SetText(c.reason(m))
		c.message.Show()
	}
	c.controls.apply(m)
	c.object.Refresh()
	c.picture.apply(m)
	c.rows.apply(m)
	c.made.SetText(c.howMade(m))
	if m.err == nil && len(m.chart.Marks) > 0 {
		mark := m.chart.Marks[0]
		at := c.picture.middle(mark)
		slog.Info("chart drawn", "measure", m.chart.Spec.Measure, "by", m.chart.Spec.By, "kind", m.chart.Spec.Kind, "marks", len(m.chart.Marks), "figure", mark.Figure, "emphasised", m.chosen, "x", at.X, "y", at.Y)
	}
}
