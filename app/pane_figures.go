package app

import (
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/figures"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// tabsBelow are the panes that share the place below the reader.
func (w *Window) tabsBelow() []tab {
	return []tab{{"figures", w.figuresPane()}, {"findings", w.findingsPane()}}
}

// figuresPane is the table of figures: at first those in the window's language, where there are any.
func (w *Window) figuresPane() fyne.CanvasObject {
	s, before := w.session, w.figures
	w.figures = figures.NewTable(w.words, w.books.Words, w.books, w.window, w.run, figures.Events{
		Chosen:   func(f data.Figure) { s.Choose(f.ID) },
		Filtered: func(filter data.Filter, ids []string) { w.compare.SetTable(filter, ids) },
		Named:    w.reportNamed,
		Sentence: func(err error) string { return library.Sentence(err, w.words) },
		Exported: w.exported,
	})
	first := before == nil
	if before != nil {
		w.figures.Continue(before)
	}
	s.Listen(session.Events{
		Figures: func(all []data.Figure) {
			if first {
				first = false
				w.figures.SetFilter(w.spoken(all))
				return
			}
			w.figures.Reload()
		},
		Chosen: func(f data.Figure) { w.figures.Select(f.ID) },
	})
	return w.figures.Object()
}

// reportNamed is what a report is called: its symbol, or the title of one that has none.
func (w *Window) reportNamed(symbol string) string {
	for _, r := range w.session.Reports() {
		if r.Symbol == "" && strings.HasPrefix(r.Key(), symbol+"@") {
			return r.Name()
		}
	}
	return symbol
}

// spoken chooses the figures in the window's language, where there are any.
func (w *Window) spoken(all []data.Figure) data.Filter {
	for i := range all {
		if all[i].Language == w.words.Short() {
			return data.Filter{Language: all[i].Language}
		}
	}
	return data.Filter{}
}

// showTableOf shows the figures of a report that was brought in, where what the table shows leaves them out.
func (w *Window) showTableOf(r *data.Report) {
	symbol, _, _ := strings.Cut(r.Key(), "@")
	if now := w.figures.Filter(); now.Language != "" && now.Language != r.Language || now.Report != "" && now.Report != symbol {
		w.figures.SetFilter(data.Filter{Report: symbol, Language: r.Language})
	}
}

// exported says what was written, or copied where the file has no name.
func (w *Window) exported(file string, rows int) {
	slog.Info("figures exported", "file", filepath.Base(file), "figures", rows)
	if file == "" {
		w.Say(w.words.Say("figures.copied", rows))
		return
	}
	w.Say(w.words.Say("figures.exported", rows, filepath.Base(file)))
}

func (w *Window) figuresCommands() []command {
	export := command{menu: "file", name: "figures_export", begins: true}
	for i := range exchange.Formats {
		format := &exchange.Formats[i]
		export.within = append(export.within, command{label: w.words.Say("exchange.format."+format.Name) + "…", do: func() { w.figures.AskExport(format) }})
	}
	return []command{export}
}

// markedCommands are what can be done with words that are marked in the report.
func (w *Window) markedCommands(marked reader.Selected) []command {
	if len(marked.Paragraphs) != 1 || marked.End <= marked.Start {
		return nil // a figure stands in one paragraph
	}
	return []command{{name: "add_figure", do: func() { w.AddFigure(marked.Edition, marked.Paragraphs[0], marked.Start, marked.End) }}}
}
