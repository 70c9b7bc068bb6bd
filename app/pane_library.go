package app

import (
	"fyne.io/fyne/v2"

	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/app/search"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
)

// libraryPane is the list of reports and the contents of the open one.
func (w *Window) libraryPane() fyne.CanvasObject {
	s := w.session
	w.library = reports.New(w.words, reports.Events{
		Opened:  func(key string) { s.Open(key) },
		Section: func(path string) { s.Go(session.Place{Edition: s.OpenKey(), Paragraph: "section:" + path}) },
	})
	s.Listen(session.Events{
		Reports: w.library.SetReports,
		Figures: func([]data.Figure) { w.progress() },
		Opened: func(r *data.Report, _ []data.Figure) {
			w.library.Show(r)
			w.progress()
		},
	})
	w.search = search.New(w.words, s, w.window, w.library.Object())
	return w.search.Object()
}

// Search looks for words in all reports.
func (w *Window) Search(words string) { w.search.For(words) }

func (w *Window) libraryCommands() []command {
	return []command{
		{menu: "edit", name: "search", do: w.search.Focus},
		{menu: "file", name: "details", do: w.showDetails, begins: true},
		{menu: "file", name: "reread", do: w.Reread},
	}
}

// progress says how many figures of the open report are checked.
func (w *Window) progress() {
	checked, own := 0, w.session.Own()
	for _, f := range own {
		if f.Status != data.Found {
			checked++
		}
	}
	w.library.SetProgress(w.words.Say("window.review.progress", checked, len(own)))
}
