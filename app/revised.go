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
		lines = append(lines, r.Text(w.words))
		if r.Offered > 0 {
			offered += r.Offered
			lines = append(lines, w.words.Say("revised.offer", r.Offered, w.nameOf(r.Key)))
		}
	}
	text := prose(strings.Join(lines, "\n"))
	if offered == 0 {
		w.inform(w.words.Say("import.outcomes"), w.words.Say("window.close"), text)
		return
	}
	w.ask(w.words.Say("import.outcomes"), w.words.Say("revised.take_over"), text, func() { w.takeOver(report.Key(), revised) })
}

// takeOver gives the reviews of revised reports to the revision with a key.
func (w *Window) takeOver(key string, revised []library.Revised) {
	w.run(func() {
		var lines []string
		var err error
		for _, r := range revised {
			var step data.Step
			if r.Offered == 0 || err != nil {
				continue
			}
			if step, err = w.books.TakeOver(context.Background(), r.Key, key); err == nil {
				lines = append(lines, w.words.Say("revised.taken", len(step.Keys), w.nameOf(r.Key)))
			}
		}
		fyne.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.session.Reload(func() { w.Say(strings.Join(lines, " ")) })
		})
	})
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
