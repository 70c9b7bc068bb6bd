package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// offerReviews says which figures no longer count since a revision was imported, and offers the reviews that it can take
// over.
func (w *Window) offerReviews(report *data.Report, revised []library.Revised) {
	var lines []string
	offered := 0
	for _, r := range revised {
		offered += r.Offered
		lines = append(lines, w.revisedLines(r)...)
	}
	text := prose(strings.Join(lines, "\n"))
	if offered == 0 {
		w.inform(w.words.Say("import.outcomes"), w.words.Say("window.close"), text)
		return
	}
	w.ask(w.words.Say("import.outcomes"), w.words.Say("revised.take_over"), text, func() { w.takeOver(report.Key(), revised) })
}

// revisedLines say what became of a revised edition, and which reviews of it can be taken over.
func (w *Window) revisedLines(r library.Revised) []string {
	lines := []string{r.Text(w.words)}
	if r.Offered > 0 {
		lines = append(lines, w.words.Say("revised.offer", r.Offered, r.Name(w.words)))
	}
	return lines
}

// takeOver gives the reviews of revised reports to the revision with a key, each in a step of its own.
func (w *Window) takeOver(key string, revised []library.Revised) {
	for _, r := range revised {
		if r.Offered > 0 {
			w.session.Do(func(ctx context.Context) (data.Step, error) { return w.books.TakeOver(ctx, r.Key, key) })
		}
	}
}

// TakeOver offers the reviews of the report that the open one revises.
func (w *Window) TakeOver() {
	report := w.session.Report()
	if report == nil {
		return
	}
	w.run(func() {
		revised, err := w.books.Revised(context.Background(), report)
		fyne.Do(func() {
			switch {
			case err != nil:
				w.fail(err)
			case len(revised) == 0:
				w.Say(w.words.Say("revised.none"))
			default:
				w.offerReviews(report, revised)
			}
		})
	})
}
