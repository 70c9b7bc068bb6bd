package app

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

func (w *Window) importCommands() []command {
	return []command{
		{menu: "file", name: "open", do: w.chooseFile},
		{menu: "file", name: "fetch", do: w.askSymbol},
	}
}

// Open imports a file and shows it.
func (w *Window) Open(file string) {
	w.take(w.words.Say("window.reading", filepath.Base(file)), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		return w.books.Import(ctx, file, reading.Hints{Progress: progress})
	})
}

// Fetch downloads a document by its symbol and shows it.
func (w *Window) Fetch(site, symbol, language string) {
	w.take(w.words.Say("window.fetching", symbol), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		return w.books.Fetch(ctx, site, symbol, language, progress)
	})
}

// Reread reads the kept file of the open report again.
func (w *Window) Reread() {
	key := w.session.OpenKey()
	w.take(w.words.Say("window.reading", key), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		return w.books.Reread(ctx, key, progress)
	})
}

// take brings a report in with a progress bar and a way to cancel, and shows it.
func (w *Window) take(title string, work func(ctx context.Context, progress func(done, total int)) (library.Outcome, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	wait := dialog.NewCustom(title, w.words.Say("window.cancel"), bar, w.window)
	wait.SetOnClosed(cancel)
	wait.Show()
	progress := func(done, total int) {
		if total > 0 {
			fyne.Do(func() { bar.SetValue(float64(done) / float64(total)) })
		}
	}
	w.run(func() {
		outcome, err := work(ctx, progress)
		fyne.Do(func() {
			wait.Hide()
			if err != nil {
				w.fail(err)
				return
			}
			w.session.Reload(func() { w.session.Open(outcome.Report.Key()) })
		})
	})
}

func (w *Window) chooseFile() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if f != nil {
			path := f.URI().Path()
			_ = f.Close()
			w.Open(path)
		}
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".txt", ".text", ".pdf", ".docx", ".html", ".htm"}))
	d.Show()
	d.Resize(fyne.NewSize(900, 640)) // before Show it has no window to measure, and panics
}

// askSymbol asks which document to download, and says whom it will ask.
func (w *Window) askSymbol() {
	symbol := widget.NewEntry()
	symbol.SetPlaceHolder("S/2025/72")
	language := widget.NewSelect([]string{"ar", "en", "es", "fr", "ru", "zh"}, nil)
	language.SetSelected(w.words.Short())
	note := widget.NewLabel(w.words.Say("window.fetch.ask", "documents.un.org"))
	note.Wrapping = fyne.TextWrapWord
	d := dialog.NewForm(w.words.Say("window.menu.fetch"), w.words.Say("window.fetch.go"), w.words.Say("window.cancel"), []*widget.FormItem{
		widget.NewFormItem(w.words.Say("window.fetch.symbol"), symbol),
		widget.NewFormItem(w.words.Say("window.fetch.language"), language),
		widget.NewFormItem("", note),
	}, func(yes bool) {
		if yes {
			w.Fetch(library.DocumentSite, strings.TrimSpace(symbol.Text), language.Selected)
		}
	}, w.window)
	d.Show()
	d.Resize(fyne.NewSize(520, 300))
}
