package app

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
)

// Review keeps what a person says of the chosen figure, and shows it. It survives every import and re-reading.
func (w *Window) Review(status data.Status) {
	id := w.chosen
	if id == "" {
		return
	}
	w.run(func() {
		_, err := w.books.SetStatus(context.Background(), status, "", id)
		fyne.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			for i := range w.figures {
				if w.figures[i].ID == id {
					w.figures[i].Status = status
				}
			}
			slog.Info("figure reviewed", "figure", id, "status", status)
			w.compare.SetFigures(w.figures)
			w.progress()
			w.Select(id)
		})
	})
}

// NextUnchecked chooses the next figure of the open report that nobody has checked, after the chosen one, and from the
// top again behind the last.
func (w *Window) NextUnchecked() {
	var waiting []string
	past, next := w.chosen == "", ""
	for _, f := range w.figures {
		if f.Edition != w.current {
			continue
		}
		if f.Status == data.Found {
			waiting = append(waiting, f.ID)
			if past && next == "" {
				next = f.ID
			}
		}
		past = past || f.ID == w.chosen
	}
	if next == "" && len(waiting) > 0 {
		next = waiting[0]
	}
	if next != "" {
		w.Select(next)
	}
}

// progress says how many figures of the open report are checked.
func (w *Window) progress() {
	checked, all := 0, 0
	for _, f := range w.figures {
		if f.Edition == w.current {
			all++
			if f.Status != data.Found {
				checked++
			}
		}
	}
	w.library.SetProgress(w.words.Say("window.review.progress", checked, all))
}

// reviewMenu is the menu of checking, each job with its keys.
func (w *Window) reviewMenu(shortcut func(item *fyne.MenuItem, key fyne.KeyName)) *fyne.Menu {
	say := w.words.Say
	next := fyne.NewMenuItem(say("window.review.next"), w.NextUnchecked)
	confirm := fyne.NewMenuItem(say("window.review.confirm"), func() { w.Review(data.Confirmed) })
	reject := fyne.NewMenuItem(say("window.review.reject"), func() { w.Review(data.Rejected) })
	clearing := fyne.NewMenuItem(say("window.review.clear"), func() { w.Review(data.Found) })
	shortcut(next, fyne.KeyJ)
	shortcut(confirm, fyne.KeyReturn)
	shortcut(reject, fyne.KeyBackspace)
	return fyne.NewMenu(say("window.menu.review"), next, confirm, reject, clearing)
}
