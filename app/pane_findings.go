package app

import (
	"context"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/findings"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/library"
)

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
		Sentence: func(err error) string { return library.Sentence(err, w.words) },
	})
	s.Listen(session.Events{Opened: func(r *data.Report, _ []data.Figure) { w.findings.SetReport(r.Symbol) }})
	return w.findings.Object()
}
