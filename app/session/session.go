// Package session is what the window is about at a moment: the reports at hand, the open one, the chosen figure, where the
// reader has been and what a person did last. Panes talk to it and hear of it by Events; it knows none of them. All its
// methods belong to the UI goroutine.
package session

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// Events are what a pane hears of; nil ones are not told. Reports and Figures come before Opened, and that before Chosen
// and Went.
type Events struct {
	Reports  func(all []data.Report)                        // the reports at hand were read anew
	Figures  func(all []data.Figure)                        // the figures of all reports were read anew
	Opened   func(report *data.Report, own []data.Figure)   // a report is open, with its figures; also after they changed
	Chosen   func(f data.Figure)                            // a figure is the chosen one; also after it changed
	Reread   func(f data.Figure)                            // told in place of Chosen where the chosen figure was read anew
	Went     func(to Place)                                 // the reader shall show a place
	Scrolled func(paragraph string)                         // a paragraph stands at the top of the reader
	Steps    func(undo, redo *data.Step, back, onward bool) // what can be undone, redone, gone back to and on to
	Did      func(step data.Step, how How)                  // a step was done, taken back or done again
}

// Session is the window's state. See New.
type Session struct {
	books   *library.Library
	run     func(work func())
	failed  func(err error)
	events  []Events
	reports []data.Report
	figures []data.Figure
	where   places
	open    string   // key of the open report
	chosen  string   // ID of the chosen figure
	request int      // number of the newest reading asked for; a late one is dropped
	after   []func() // what waits for it to be shown
	version int64    // of the database when it was read last; 0 before

	history    history
	undo, redo *data.Step
}

// New is a session on an open library, still empty: see Reload. run starts work off the UI goroutine; failed is told of
// errors on it.
func New(books *library.Library, run func(work func()), failed func(err error)) *Session {
	return &Session{books: books, run: run, failed: failed, history: history{now: time.Now}}
}

// Library is the open library, for the work of panes off the UI goroutine.
func (s *Session) Library() *library.Library { return s.books }

// Run starts work off the UI goroutine; it comes back by fyne.Do.
func (s *Session) Run(work func()) { s.run(work) }

// Fail tells the user of an error.
func (s *Session) Fail(err error) { s.failed(err) }

// Listen adds a pane's events.
func (s *Session) Listen(e Events) { s.events = append(s.events, e) }

// Silence drops all events, as when the window's content is built anew.
func (s *Session) Silence() { s.events = nil }

// Reports are the reports at hand, the oldest first.
func (s *Session) Reports() []data.Report { return s.reports }

// Figures are the figures of all reports.
func (s *Session) Figures() []data.Figure { return s.figures }

// OpenKey is the key of the open report; empty before any is open.
func (s *Session) OpenKey() string { return s.open }

// Report is the open report; nil before any is open.
func (s *Session) Report() *data.Report {
	if i := s.report(s.open); i >= 0 {
		return &s.reports[i]
	}
	return nil
}

func (s *Session) report(key string) int {
	return slices.IndexFunc(s.reports, func(r data.Report) bool { return r.Key() == key })
}

// Own are the figures of the open report, in reading order.
func (s *Session) Own() []data.Figure { return s.Of(s.open) }

// Of are the figures of the report with a key, in reading order.
func (s *Session) Of(key string) []data.Figure { return s.where.of[key] }

// Checked is how many figures each report has, by its key, and how many of them a person looked at.
func (s *Session) Checked() map[string]data.Progress { return s.where.checked }

// Chosen is the chosen figure; false where none is.
func (s *Session) Chosen() (data.Figure, bool) { return s.figure(s.chosen) }

func (s *Session) figure(id string) (data.Figure, bool) {
	i, ok := s.where.at[id]
	if !ok {
		return data.Figure{}, false
	}
	return s.figures[i], true
}

// places tell where figures are found: those of a report, and one by its ID; and how far those of a report are checked. Of
// many figures it takes longer to look through all than the UI goroutine has time for.
type places struct {
	of      map[string][]data.Figure // by Report.Key
	at      map[string]int           // by ID
	checked map[string]data.Progress // by Report.Key
}

// placesOf reads the places of figures, which it leaves as they are.
func placesOf(figures []data.Figure) places {
	p := places{of: map[string][]data.Figure{}, at: make(map[string]int, len(figures)), checked: map[string]data.Progress{}}
	for from, to := 0, 0; from < len(figures); from = to {
		edition := figures[from].Edition
		progress := p.checked[edition]
		for to = from; to < len(figures) && figures[to].Edition == edition; to++ {
			p.at[figures[to].ID] = to
			progress.Total++
			if figures[to].Status != data.Found {
				progress.Checked++
			}
		}
		p.checked[edition] = progress
		own := figures[from:to:to]
		if before := p.of[edition]; before != nil {
			own = append(before, own...)
		}
		p.of[edition] = own
	}
	return p
}

// Reload reads reports, figures and steps off the UI goroutine; then is called when they are shown, nil for nothing. Where another
// reading is asked for meanwhile, it is called when that one is shown: what an import waits for must not be lost because the
// window looked for changes at the same moment.
func (s *Session) Reload(then func()) {
	if then != nil {
		s.after = append(s.after, then)
	}
	s.request++
	request := s.request
	s.run(func() {
		ctx := context.Background()
		version, err := s.books.Version(ctx)
		var reports []data.Report
		if err == nil {
			reports, err = s.books.Reports(ctx)
		}
		var figures []data.Figure
		if err == nil {
			figures, err = s.books.Figures(ctx, data.Filter{Aside: true})
			data.SetAside(reports, figures)
		}
		where := placesOf(figures)
		var undo, redo []data.Step
		if err == nil {
			undo, redo, err = s.books.Steps(ctx, 1)
		}
		fyne.Do(func() {
			switch {
			case request != s.request:
			case err != nil:
				s.after = nil
				s.failed(err)
			default:
				s.undo, s.redo, s.version = first(undo), first(redo), version
				s.apply(reports, figures, where)
				after := s.after
				s.after = nil
				for _, then := range after {
					then()
				}
			}
		})
	})
}

// Look reads anew where another window, or the command line, changed the database since it was read.
func (s *Session) Look() {
	was := s.version
	if was == 0 {
		return
	}
	s.run(func() {
		now, err := s.books.Version(context.Background())
		fyne.Do(func() {
			if err == nil && now != was && was == s.version {
				slog.Info("changed elsewhere")
				s.Reload(nil)
			}
		})
	})
}

func first(steps []data.Step) *data.Step {
	if len(steps) == 0 {
		return nil
	}
	return &steps[0]
}

// Again tells the panes what is at hand, as when the window's content was built anew and has its size; what was never read is
// read. then is called when it is shown, nil for nothing.
func (s *Session) Again(then func()) {
	if s.reports == nil {
		s.Reload(then)
		return
	}
	s.apply(s.reports, s.figures, s.where)
	if then != nil {
		then()
	}
}

func (s *Session) apply(reports []data.Report, figures []data.Figure, where places) {
	s.reports, s.figures, s.where = reports, figures, where
	for _, e := range s.events {
		if e.Reports != nil {
			e.Reports(reports)
		}
		if e.Figures != nil {
			e.Figures(figures)
		}
	}
	s.TellSteps()
	if s.report(s.open) >= 0 {
		s.show(s.open)
	}
	if f, ok := s.Chosen(); ok {
		for _, e := range s.events {
			switch {
			case e.Reread != nil:
				e.Reread(f)
			case e.Chosen != nil:
				e.Chosen(f)
			}
		}
	}
}

// Open shows the report with a key from its top; false where it is not at hand. Where only the other language's edition
// of the same report is, that is shown.
func (s *Session) Open(key string) bool { return s.Go(Place{Edition: key}) }

// Choose makes a figure the chosen one and goes to its sentence; false where there is no such figure.
func (s *Session) Choose(figure string) bool {
	f, ok := s.figure(figure)
	return ok && s.Go(Place{Edition: f.Edition, Paragraph: f.Paragraph, Figure: figure})
}

// Go jumps to a place, which Back returns from; false where its report is not at hand.
func (s *Session) Go(to Place) bool {
	if s.report(to.Edition) < 0 {
		other := s.sibling(to.Edition)
		if other == "" {
			return false
		}
		to = Place{Edition: other, Paragraph: to.Paragraph}
	}
	s.history.jump(to)
	s.arrive(to)
	return true
}

// sibling is the key of another edition of the same document; "" where there is none.
func (s *Session) sibling(key string) string {
	symbol, _, _ := strings.Cut(key, "@")
	for i := range s.reports {
		if other, _, _ := strings.Cut(s.reports[i].Key(), "@"); other == symbol {
			return s.reports[i].Key()
		}
	}
	return ""
}

// Back returns to where the last jump left from; Forward undoes it.
func (s *Session) Back() { s.travel(s.history.goBack) }

// Forward goes on to where Back returned from.
func (s *Session) Forward() { s.travel(s.history.goForward) }

// travel moves through history, past places whose report is no longer at hand.
func (s *Session) travel(step func() (Place, bool)) {
	for {
		to, ok := step()
		if !ok {
			return
		}
		if s.report(to.Edition) >= 0 {
			s.arrive(to)
			return
		}
	}
}

func (s *Session) arrive(to Place) {
	if to.Edition != s.open {
		s.open, s.chosen = to.Edition, ""
		s.show(to.Edition)
	}
	if to.Figure != "" {
		s.chosen = to.Figure
		if f, ok := s.Chosen(); ok {
			slog.Info("figure chosen", "figure", f.ID, "text", f.Text)
			s.tellChosen(f)
		}
	}
	slog.Info("went", "report", to.Edition, "paragraph", to.Paragraph)
	for _, e := range s.events {
		if e.Went != nil {
			e.Went(to)
		}
	}
	s.TellSteps()
}

func (s *Session) show(key string) {
	r, own := &s.reports[s.report(key)], s.Of(key)
	for _, e := range s.events {
		if e.Opened != nil {
			e.Opened(r, own)
		}
	}
}

func (s *Session) tellChosen(f data.Figure) {
	for _, e := range s.events {
		if e.Chosen != nil {
			e.Chosen(f)
		}
	}
}

// Where is the place that the reader shows.
func (s *Session) Where() Place { return s.history.here }

// Scrolled is told by the reader which paragraph stands at its top.
func (s *Session) Scrolled(paragraph string) {
	s.history.here.Paragraph = paragraph
	for _, e := range s.events {
		if e.Scrolled != nil {
			e.Scrolled(paragraph)
		}
	}
}
