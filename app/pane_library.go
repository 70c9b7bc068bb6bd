package app

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/app/search"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// prefGrouping is what the reports are listed by.
const prefGrouping = "library.by"

// libraryPane is the list of reports with the contents of the open one, under the line that searches all of them.
func (w *Window) libraryPane() fyne.CanvasObject {
	s, p := w.session, w.app.Preferences()
	w.library = reports.New(w.words, reports.Events{
		Opened:  func(key string) { s.Open(key) },
		Section: func(path string) { s.Go(session.Place{Edition: s.OpenKey(), Paragraph: "section:" + path}) },
		Note:    func(paragraph string) { s.Go(session.Place{Edition: s.OpenKey(), Paragraph: paragraph}) },
		Series:  w.seriesOf,
		Unread:  w.unread,
		Grouped: func(by reports.Grouping) { p.SetString(prefGrouping, string(by)) },
		Sorting: func() reports.Grouping {
			return reports.Grouping(p.StringWithFallback(prefGrouping, string(reports.BySeries)))
		},
	})
	pane := w.library.Object()
	s.Listen(session.Events{
		Reports:  w.library.SetReports,
		Figures:  func([]data.Figure) { w.library.SetChecked(s.Checked()) },
		Opened:   func(r *data.Report, _ []data.Figure) { w.library.Show(r) },
		Scrolled: w.library.Follow,
	})
	w.search = search.New(w.words, s, w.window, pane)
	return w.search.Object()
}

// Search looks for words in all reports.
func (w *Window) Search(words string) { w.search.For(words) }

// seriesOf is the name of the series that a report belongs to; empty where none is known.
func (w *Window) seriesOf(symbol string) string {
	if listed, ok := library.Builtin().Find(symbol); ok {
		return w.series(listed.Series)
	}
	return ""
}

// series is the name of a series of the built-in edition.
func (w *Window) series(key string) string {
	for _, s := range library.Builtin().Series {
		if s.Key == key {
			return s.Match[w.words.Short()]
		}
	}
	return ""
}

// unread are the reports of the built-in edition's series that the library holds nothing of.
func (w *Window) unread() []reports.Unread {
	known := library.Builtin()
	var all []reports.Unread
	for _, r := range known.Reports {
		if !slices.ContainsFunc(w.session.Reports(), func(o data.Report) bool { return o.Symbol == r.Symbol && o.Symbol != "" }) {
			all = append(all, reports.Unread{Series: w.series(r.Series), Report: data.Report{Symbol: r.Symbol, Title: known.TitleOf(r, w.words.Short()), Date: r.Date, Language: w.words.Short()}})
		}
	}
	return all
}

func (w *Window) libraryCommands() []command {
	recent := command{menu: "file", name: "recent"}
	for _, file := range w.recent {
		recent.within = append(recent.within, command{label: filepath.Base(file), do: func() { w.OpenFiles(file) }})
	}
	return []command{
		recent,
		{menu: "file", name: "details", do: w.showDetails, begins: true},
		{menu: "file", name: "reread", do: w.Reread},
		{menu: "file", name: "take_over", do: w.TakeOver},
		{menu: "file", name: "remove", do: w.Remove},
		{menu: "edit", name: "search", do: w.search.Focus, begins: true},
		{menu: "edit", name: "pick", do: w.search.Pick},
	}
}

// Remove takes the open report out of the library; undo brings it back.
func (w *Window) Remove() {
	if key := w.session.OpenKey(); key != "" {
		w.session.Do(func(ctx context.Context) (data.Step, error) { return w.books.Remove(ctx, key) })
	}
}

// opensRecent remembers a file for the menu of those opened last.
func (w *Window) opensRecent(file string) {
	w.run(func() {
		ctx := context.Background()
		var err error
		if file != "" {
			err = w.books.Store.Opened(ctx, file)
		}
		var files []string
		if err == nil {
			files, err = w.books.RecentFiles(ctx)
		}
		fyne.Do(func() {
			if err == nil { // a menu without them is no fault worth a dialog
				w.recent = files
				w.setMenu()
			}
		})
	})
}
