package app

import (
	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
)

// readerPane is the open report with its figures marked.
func (w *Window) readerPane() fyne.CanvasObject {
	s := w.session
	w.reader = reader.New(0, reader.Events{FigureTapped: func(id string) { s.Choose(id) }})
	s.Listen(session.Events{
		Opened: func(r *data.Report, own []data.Figure) {
			w.reader.Set(reader.Text{Report: r, Figures: own, Label: w.words.Say("window.digest_label")})
		},
		Chosen: func(f data.Figure) { w.reader.Select(f.ID) },
		Went: func(to session.Place) {
			if to.Figure == "" {
				w.reader.ScrollTo(to.Paragraph)
			}
		},
	})
	return w.reader
}

func (w *Window) readerCommands() []command { return nil }
