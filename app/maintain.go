package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// Maintain tells the user where the database is only read; else it does what is to be done once a day, such as a backup, in
// the background, and tells her what went wrong with that.
func (w *Window) Maintain() {
	if reason := w.books.ReadOnly(); reason != nil {
		w.fail(reason)
		return
	}
	w.run(func() {
		if err := w.books.Maintain(context.Background(), time.Now()); err != nil {
			fyne.Do(func() { w.fail(err) })
		}
	})
}
