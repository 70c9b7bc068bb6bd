package app

import (
	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/figures"
	"figurebook.org/figurebook/app/session"
)

// recordPane is the record of the chosen figure.
func (w *Window) recordPane() fyne.CanvasObject {
	w.record = figures.New(w.words, w.books.Words)
	w.session.Listen(session.Events{Chosen: w.record.Show})
	return w.record.Object()
}

// tabsBelow are the panes that share the place below the reader.
func (w *Window) tabsBelow() []tab { return nil }

func (w *Window) figuresCommands() []command { return nil }
