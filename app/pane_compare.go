package app

import (
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"figurebook.org/figurebook/app/compare"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// comparePane is the chart with its choices.
func (w *Window) comparePane() fyne.CanvasObject {
	s := w.session
	w.compare = compare.New(w.words, w.books.Words, w.run, compare.Events{
		MarkTapped: func(id string) { s.Choose(id) },
		Failed:     func(err error) string { return library.Sentence(err, w.words) },
	})
	s.Listen(session.Events{
		Figures: w.compare.SetFigures,
		Opened:  func(r *data.Report, _ []data.Figure) { w.compare.SetReport(r.Symbol, r.Key()) },
		Chosen:  w.compare.Select,
	})
	return w.compare.Object()
}

func (w *Window) compareCommands() []command {
	export := func(format string) command {
		return command{menu: "file", name: "export_" + format, do: func() { w.export(format) }}
	}
	png := export("png")
	png.begins = true
	return []command{png, export("svg"), export("csv")}
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
		return briefing.File(path, func(out io.Writer) error {
			return exchange.Find("csv").Write(out, exchange.Set{Figures: w.session.Figures(), Reports: w.session.Reports(), Words: w.words, Vocabulary: w.books.Words})
		})
	}
	chart := w.compare.Chart()
	if chart == nil {
		return &data.Fault{Kind: data.NoFigures, Detail: "-"}
	}
	options := export.Options{Vocabulary: w.books.Words, Reports: w.session.Reports()}
	return briefing.File(path, func(out io.Writer) error { return export.Write(out, chart, format, options) })
}
