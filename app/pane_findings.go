package app

import (
	"context"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/findings"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/vocabulary"
)

// termsOf are the fields whose values are terms of the vocabulary.
var termsOf = map[string]vocabulary.Kind{"measure": vocabulary.Measure, "place": vocabulary.Place, "region": vocabulary.Region, "group": vocabulary.Group, "unit": vocabulary.Unit}

// findingsPane lists what the checks found in the open report.
func (w *Window) findingsPane() fyne.CanvasObject {
	s := w.session
	w.findings = findings.New(w.words, w.books, w.run, findings.Events{
		Chosen: func(id string) { s.Choose(id) },
		Settle: func(edition string, f checking.Finding) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Settle(ctx, edition, f, "") })
		},
		Reopen: func(_ string, f checking.Finding) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Reopen(ctx, f) })
		},
		Counted: func(waiting int) { w.countTab("findings", waiting) },
		Term: func(field, value string) string {
			if kind, ok := termsOf[field]; ok {
				return w.books.Words.Label(kind, value, w.words.Short())
			}
			if field == "bound" {
				return w.words.Say("bound." + value)
			}
			return value
		},
		Attach: func(a data.Adrift) {
			f, ok := s.Chosen()
			if !ok || f.Edition != a.Report {
				w.Say(w.words.Say("findings.choose_first"))
				return
			}
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Reattach(ctx, a.ID, f.ID) })
		},
		Drop: func(a data.Adrift) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Drop(ctx, a.ID) })
		},
		Sentence: func(err error) string { return library.Sentence(err, w.words) },
	})
	s.Listen(session.Events{Opened: func(r *data.Report, _ []data.Figure) { w.findings.SetReport(r.Symbol) }})
	return w.findings.Object()
}
