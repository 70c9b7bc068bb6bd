package app

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// Maintain tells the user where the database is only read; else it does what is to be done once a day, such as a backup, in
// the background, and tells her what went wrong with that.
func (w *Window) Maintain() {
	if reason := w.books.ReadOnly(); reason != nil {
		slog.Error("the database is only read", "error", reason.Error())
		said := library.Sentence(reason, w.words) + "\n\n" + w.words.Say("window.read_only")
		if newer := (*data.Fault)(nil); !errors.As(reason, &newer) || newer.Kind != data.NewerDatabase { // whose copy is as new
			said += w.words.Say("window.read_only.copy")
		}
		w.inform("Figurebook", w.words.Say("window.close"), prose(said))
		return
	}
	w.run(func() {
		if err := w.books.Maintain(context.Background(), time.Now()); err != nil {
			fyne.Do(func() { w.fail(err) })
		}
	})
}
