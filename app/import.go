package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// prefFolder is the folder that a file was opened from last.
const prefFolder = "last.folder"

func (w *Window) importCommands() []command {
	return []command{
		{menu: "file", name: "open", do: w.chooseFile},
		{menu: "file", name: "fetch", do: w.askSymbol},
	}
}

// OpenFiles brings files in: of a single one what was recognised is shown first and can be corrected; of several each has
// its own outcome.
func (w *Window) OpenFiles(files ...string) {
	switch len(files) {
	case 0:
	case 1:
		if isEdition(files[0]) {
			w.ImportEdition(files[0])
			return
		}
		w.examine(files[0])
	default:
		w.importAll(files)
	}
}

// drop brings in the files that were dropped on the window, unless something is asked: then she drops them again.
func (w *Window) drop(dropped []fyne.URI) {
	if w.asking() {
		w.Say(w.words.Say("import.asked_first"))
		return
	}
	var files []string
	for _, f := range dropped {
		files = append(files, f.Path())
	}
	w.OpenFiles(files...)
}

// Import reads a file with what a person says of it, keeps and shows it.
func (w *Window) Import(file string, said reading.Hints) {
	w.take(w.words.Say("window.reading", filepath.Base(file)), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		said.Progress, said.Compiling = progress, w.preparing
		outcome, err := w.books.Import(ctx, file, said)
		if err == nil {
			fyne.Do(func() { w.opensRecent(file) })
		}
		return outcome, err
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
	var outcome library.Outcome
	w.long(title, func(ctx context.Context, progress func(done, total int)) (err error) {
		outcome, err = work(ctx, progress)
		return err
	}, func() {
		w.session.Reload(func() {
			w.showTableOf(outcome.Report)
			w.session.Open(outcome.Report.Key())
			w.Say(w.words.Say("import.done", reports.Name(*outcome.Report, w.words), len(outcome.Report.Paragraphs), outcome.Figures))
			if len(outcome.Revised) > 0 {
				w.offerReviews(outcome.Report, outcome.Revised)
			}
		})
	})
}

// long does work off the UI goroutine under a dialog that shows its progress and can cancel it. done is called when it
// succeeded; otherwise the user is told why not, and nothing where she cancelled.
func (w *Window) long(title string, work func(ctx context.Context, progress func(done, total int)) error, done func()) {
	ctx, cancel := context.WithCancel(context.Background())
	bar, busy := widget.NewProgressBar(), widget.NewProgressBarInfinite() // until it is known how much there is
	bar.Hide()
	wait := dialog.NewCustom(title, w.words.Say("window.cancel"), container.NewStack(busy, bar), w.window)
	wait.SetOnClosed(cancel)
	wait.Resize(fyne.NewSize(420, 150))
	wait.Show()
	w.waiting = waiting{shown: w.window.Canvas().Overlays().Top(), cancel: wait.Hide}
	progress := func(done, total int) {
		if total > 0 {
			fyne.Do(func() {
				busy.Hide()
				bar.Show()
				bar.SetValue(float64(done) / float64(total))
			})
		}
	}
	w.run(func() {
		err := work(ctx, progress)
		cancelled := ctx.Err() != nil
		fyne.Do(func() {
			busy.Stop()
			wait.Hide()
			switch {
			case cancelled:
				w.Say(w.words.Say("import.cancelled"))
			case err != nil:
				w.fail(err)
			default:
				done()
			}
		})
	})
}

// importAll imports several files, and says of each what became of it.
func (w *Window) importAll(files []string) {
	var lines []string
	last := ""
	w.long(w.words.Say("import.many", len(files)), func(ctx context.Context, progress func(done, total int)) error {
		w.books.ImportAll(ctx, files, reading.Hints{Compiling: w.preparing}, func(file string, o library.Outcome, err error) {
			name := filepath.Base(file)
			if err != nil {
				lines = append(lines, w.words.Say("import.failed_one", name, library.Sentence(err, w.words)))
			} else {
				last = o.Report.Key()
				lines = append(lines, w.words.Say("import.one", name, reports.Name(*o.Report, w.words), o.Figures))
				for _, r := range o.Revised {
					lines = append(lines, w.revisedLines(r)...)
				}
			}
			progress(len(lines), len(files))
		})
		return nil
	}, func() {
		slog.Info("files imported", "files", len(files))
		w.session.Reload(func() {
			if last != "" {
				w.session.Open(last)
			}
		})
		w.inform(w.words.Say("import.outcomes"), w.words.Say("window.close"), prose(strings.Join(lines, "\n")))
	})
}

// readable are the endings of the files that can be read.
var readable = []string{".txt", ".text", ".pdf", ".docx", ".html", ".htm", ".PDF", ".DOCX", ".TXT", ".HTML", ".HTM"}

func (w *Window) chooseFile() {
	p := w.app.Preferences()
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if f != nil {
			path := f.URI().Path()
			_ = f.Close()
			p.SetString(prefFolder, filepath.Dir(path))
			w.OpenFiles(path)
		}
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter(readable))
	if folder, err := storage.ListerForURI(storage.NewFileURI(p.String(prefFolder))); p.String(prefFolder) != "" && err == nil {
		d.SetLocation(folder)
	}
	d.SetTitleText(strings.TrimSuffix(w.words.Say("window.menu.open"), "…"))
	choice.ShowFiles(d, w.window, w.words)
}

// askSymbol asks which document to download, and says whom it will ask.
func (w *Window) askSymbol() {
	symbol := choice.NewEntry("")
	symbol.SetPlaceHolder("S/2025/72")
	language := w.languageSelect(w.words.Short())
	site := w.site()
	form := widget.NewForm(
		widget.NewFormItem(w.words.Say("window.fetch.symbol"), symbol),
		widget.NewFormItem(w.words.Say("window.fetch.language"), language.Select),
		widget.NewFormItem("", prose(w.words.Say("window.fetch.ask", hostOf(site)))),
	)
	w.ask(w.title("fetch"), w.words.Say("window.fetch.go"), form, func() {
		w.Fetch(site, strings.TrimSpace(symbol.Text), language.tag())
	})
	w.window.Canvas().Focus(symbol)
}
