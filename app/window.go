// Package app is the window: reports and contents, the report with its figures, the chart and the chosen figure.
package app

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/compare"
	"figurebook.org/figurebook/app/figures"
	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// preferences
const (
	prefLanguage = "language"
	prefWidth    = "window.width"
	prefHeight   = "window.height"
	prefTheme    = "theme"
)

// Window is the program's one window. It owns the selection; the panes tell it of taps and are told what to show.
type Window struct {
	app     fyne.App
	window  fyne.Window
	words   *translations.Words
	books   *library.Library
	version string
	reports []data.Report
	figures []data.Figure
	current string // key of the open report
	chosen  string // ID of the chosen figure
	run     func(work func())

	library *reports.Library
	reader  *reader.Reader
	compare *compare.Compare
	record  *figures.Record
}

// Background runs work on a goroutine of its own.
func Background(work func()) { go work() }

// New is the window on an open library, still empty, so that it shows at once: Fill gives it its content. Reading,
// storing and drawing are started by run: Background on a display; at once where the window is drawn without one, since
// Fyne's software driver has no UI goroutine to come back to.
func New(a fyne.App, books *library.Library, version string, run func(work func())) *Window {
	a.Settings().SetTheme(theme.New(a.Preferences().String(prefTheme))) // before any window, which would keep the old font
	w := &Window{app: a, books: books, run: run, window: a.NewWindow("Figurebook"), version: version}
	a.Settings().AddListener(func(fyne.Settings) {
		if w.compare != nil {
			w.compare.Redraw()
		}
	})
	w.window.Resize(fyne.NewSize(float32(a.Preferences().FloatWithFallback(prefWidth, 1360)), float32(a.Preferences().FloatWithFallback(prefHeight, 840))))
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
		for _, f := range files {
			w.Open(f.Path())
		}
	})
	w.window.SetCloseIntercept(func() {
		size := w.window.Canvas().Size()
		a.Preferences().SetFloat(prefWidth, float64(size.Width))
		a.Preferences().SetFloat(prefHeight, float64(size.Height))
		w.window.Close()
	})
	return w
}

// Fill builds the content in a language; an empty one takes the user's last, or the system's.
func (w *Window) Fill(language string) {
	if language == "" {
		language = w.app.Preferences().StringWithFallback(prefLanguage, systemLanguage())
	}
	w.SetLanguage(language)
}

// Fyne is the window of the toolkit.
func (w *Window) Fyne() fyne.Window { return w.window }

// SetLanguage builds the window's content in a language.
func (w *Window) SetLanguage(language string) {
	w.words = translations.For(language)
	speak(w.words)
	w.app.Preferences().SetString(prefLanguage, w.words.Tag.String())
	w.reader = reader.New(reader.Events{FigureTapped: w.Select})
	w.library = reports.New(w.words, reports.Events{Opened: w.show, Section: func(path string) { w.reader.ScrollTo("section:" + path) }})
	w.compare = compare.New(w.words, w.books.Words, w.run, compare.Events{MarkTapped: w.Select, Failed: func(err error) string { return library.Sentence(err, w.words) }})
	w.record = figures.New(w.words, w.books.Words)
	right := container.NewVSplit(w.compare.Object(), w.record.Object())
	right.Offset = 0.64
	inner := container.NewHSplit(w.reader, right)
	inner.Offset = 0.52
	outer := container.NewHSplit(w.library.Object(), inner)
	outer.Offset = 0.19
	w.window.SetContent(outer)
	w.window.SetMainMenu(w.menu())
	w.Reload(context.Background())
}

// SetTheme changes the window's colours and remembers them.
func (w *Window) SetTheme(name string) {
	w.app.Preferences().SetString(prefTheme, name)
	w.app.Settings().SetTheme(theme.New(name))
	w.window.SetMainMenu(w.menu())
}

// Reload reads reports and figures off the UI goroutine and shows them.
func (w *Window) Reload(ctx context.Context) {
	w.run(func() {
		all, err := w.books.Reports(ctx)
		var found []data.Figure
		if err == nil {
			found, err = w.books.Figures(ctx, data.Filter{})
		}
		fyne.Do(func() { w.Apply(all, found, err) })
	})
}

// Apply shows reports and figures that were read.
func (w *Window) Apply(all []data.Report, found []data.Figure, err error) {
	if err != nil {
		w.fail(err)
		return
	}
	w.reports, w.figures = all, found
	w.library.SetReports(all)
	w.compare.SetFigures(found)
	key := w.current
	paragraphs := 0
	for _, r := range all { // at first the fullest report in the window's language
		if w.current == "" && r.Language == w.words.Short() && len(r.Paragraphs) > paragraphs {
			key, paragraphs = r.Key(), len(r.Paragraphs)
		}
	}
	if !w.library.Select(key) && len(all) > 0 { // as when the language changes from a digest to the other's
		symbol, _, _ := strings.Cut(key, "@")
		w.library.Select(symbol + "@" + w.words.Short())
	}
}

func (w *Window) show(report data.Report) {
	w.current = report.Key()
	var own []data.Figure
	for _, f := range w.figures {
		if f.Edition == report.Key() {
			own = append(own, f)
		}
	}
	w.compare.SetReport(report.Symbol, report.Key())
	w.reader.SetReport(&report, own, w.words.Say("window.digest_label"))
	w.library.SetContents(report.Sections)
	w.progress()
	id, at := w.reader.FirstFigure()
	slog.Info("report shown", "report", report.Key(), "paragraphs", len(report.Paragraphs), "figures", len(own), "language", w.words.Short(), "figure", id, "x", at.X, "y", at.Y)
}

// Select makes a figure the chosen one: its record shows, its mark in the chart stands out, and the reader goes to its
// sentence, in another report where it stands there.
func (w *Window) Select(id string) {
	for _, f := range w.figures {
		if f.ID == id {
			if f.Edition != w.current && !w.library.Select(f.Edition) {
				for _, r := range w.reports { // the other language's digest
					if r.Key() == f.Edition {
						w.show(r)
					}
				}
			}
			w.chosen = id
			slog.Info("figure chosen", "figure", id, "text", f.Text)
			w.reader.Select(id)
			w.record.Show(f)
			w.compare.Select(f)
			return
		}
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
	key := w.current
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
			w.current = outcome.Report.Key()
			w.Reload(context.Background())
		})
	})
}

func (w *Window) fail(err error) {
	dialog.ShowInformation("Figurebook", library.Sentence(err, w.words), w.window)
}

func (w *Window) menu() *fyne.MainMenu {
	say := w.words.Say
	open := fyne.NewMenuItem(say("window.menu.open"), w.chooseFile)
	fetch := fyne.NewMenuItem(say("window.menu.fetch"), w.askSymbol)
	reread := fyne.NewMenuItem(say("window.menu.reread"), w.Reread)
	png := fyne.NewMenuItem(say("window.menu.export_png"), func() { w.export("png") })
	svg := fyne.NewMenuItem(say("window.menu.export_svg"), func() { w.export("svg") })
	table := fyne.NewMenuItem(say("window.menu.export_csv"), func() { w.export("csv") })
	shortcut := func(item *fyne.MenuItem, key fyne.KeyName) {
		item.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	details := fyne.NewMenuItem(say("window.menu.details"), w.showDetails)
	shortcut(details, fyne.KeyI)
	shortcut(open, fyne.KeyO)
	shortcut(png, fyne.KeyE)
	english, chinese := fyne.NewMenuItem("English", func() { w.SetLanguage("en") }), fyne.NewMenuItem("中文", func() { w.SetLanguage("zh-Hans") })
	shortcut(english, fyne.Key1)
	shortcut(chinese, fyne.Key2)
	colours := func(name string) *fyne.MenuItem {
		item := fyne.NewMenuItem(say("window.menu.theme_"+name), func() { w.SetTheme(name) })
		item.Checked = w.app.Preferences().StringWithFallback(prefTheme, theme.System) == name
		return item
	}
	quit := fyne.NewMenuItem(say("window.menu.quit"), w.app.Quit)
	quit.IsQuit = true
	return fyne.NewMainMenu(
		fyne.NewMenu(say("window.menu.file"), open, fetch, details, reread, fyne.NewMenuItemSeparator(), png, svg, table, fyne.NewMenuItemSeparator(), quit),
		w.reviewMenu(shortcut),
		fyne.NewMenu(say("window.menu.view"), english, chinese, fyne.NewMenuItemSeparator(), colours(theme.System), colours(theme.Light), colours(theme.Dark)),
		fyne.NewMenu(say("window.menu.help"), fyne.NewMenuItem(say("window.menu.about"), func() {
			dialog.ShowInformation("Figurebook "+w.version, say("briefing.disclaimer"), w.window)
		})),
	)
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

// export asks where to and writes the chart or the figures there.
func (w *Window) export(format string) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err == nil && f != nil {
			path := f.URI().Path()
			_ = f.Close()
			err = w.Export(path)
		}
		if err != nil {
			w.fail(err)
		}
	}, w.window)
	d.SetFileName("figurebook." + format)
	d.Show()
	d.Resize(fyne.NewSize(900, 640)) // before Show it has no window to measure, and panics
}

// Export writes the chart shown, or for .csv all figures, to a file.
func (w *Window) Export(path string) error {
	err := w.write(path)
	if err == nil {
		slog.Info("exported", "file", path)
	}
	return err
}

func (w *Window) write(path string) error {
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if format == "csv" {
		return briefing.File(path, func(out io.Writer) error { return charts.WriteCSV(out, w.figures, w.words, w.books.Words) })
	}
	chart := w.compare.Chart()
	if chart == nil {
		return &data.Fault{Kind: data.NoFigures, Detail: "-"}
	}
	return briefing.File(path, func(out io.Writer) error { return charts.Export(chart, format, out) })
}
