package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"

	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// examine reads a file and shows what was recognised, before anything is kept.
func (w *Window) examine(file string) {
	var found *library.Examined
	w.long(w.words.Say("window.reading", filepath.Base(file)), func(ctx context.Context, progress func(done, total int)) (err error) {
		found, err = w.books.Examine(ctx, file, reading.Hints{Progress: progress, Compiling: w.preparing})
		return err
	}, func() { w.showExamined(file, found) })
}

// showExamined shows what was recognised of a file; what is wrong can be corrected before it is imported.
func (w *Window) showExamined(file string, e *library.Examined) {
	slog.Info("file examined", "report", e.Report.Key(), "figures", e.Figures)
	f := w.identity(e.Report)
	numbers := w.words.Say("import.found", len(e.Report.Paragraphs), len(e.Report.Footnotes), e.Figures, e.Refusals)
	items := append(f.items, widget.NewFormItem(w.words.Say("window.details.found"), prose(numbers)),
		widget.NewFormItem(w.words.Say("window.details.notes"), prose(Notes(e.Report, w.words))))
	if effect := w.effect(e); effect != "" {
		items = append(items, widget.NewFormItem(w.words.Say("import.effect"), prose(effect)))
	}
	earlier := widget.NewCheck(w.words.Say("import.earlier"), nil)
	if e.Later {
		items = append(items, widget.NewFormItem("", earlier))
	}
	w.ask(w.words.Say("import.recognised", filepath.Base(file)), w.words.Say("import.import"), widget.NewForm(items...), func() {
		said := f.said(e.Report)
		said.Earlier = earlier.Checked
		w.Import(file, said)
	})
}

// effect says what importing does to the library.
func (w *Window) effect(e *library.Examined) string {
	say := w.words.Say
	var lines []string
	switch {
	case e.Same:
		lines = append(lines, say("import.same"))
	case e.Later:
		lines = append(lines, say("import.later", reports.Name(*e.Replaces, w.words)))
	case e.Replaces != nil && e.Replaces.Digest:
		lines = append(lines, say("import.replaces_digest"))
	case e.Replaces != nil:
		lines = append(lines, say("import.replaces", reports.Name(*e.Replaces, w.words)))
	}
	for _, key := range e.Editions {
		lines = append(lines, say("import.beside", w.nameOf(key)))
	}
	for _, relation := range e.Relations {
		lines = append(lines, say("relation."+string(relation.Kind), relation.Symbol))
	}
	return strings.Join(lines, "\n")
}

// nameOf is the name of the report with a key.
func (w *Window) nameOf(key string) string {
	for _, r := range w.session.Reports() {
		if r.Key() == key {
			return reports.Name(r, w.words)
		}
	}
	return key
}

// identity are the fields by which a report is known, to be corrected.
type identity struct {
	symbol, date, period *widget.Entry
	language             languageSelect
	items                []*widget.FormItem
}

func (w *Window) identity(r *data.Report) identity {
	say := w.words.Say
	entry := func(text, example string) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(text)
		e.SetPlaceHolder(example)
		return e
	}
	f := identity{symbol: entry(r.Symbol, "S/2025/72"), date: entry(r.Date, "2025-01-31"), period: entry(r.Period, "2024-07/2024-12"), language: w.languageSelect(r.Language)}
	f.items = []*widget.FormItem{
		widget.NewFormItem(say("window.details.title"), prose(r.Title)),
		widget.NewFormItem(say("window.fetch.symbol"), f.symbol),
		widget.NewFormItem(say("window.fetch.language"), f.language.Select),
		widget.NewFormItem(say("window.details.date"), f.date),
		widget.NewFormItem(say("window.details.period"), f.period),
	}
	return f
}

// said is what the person changed; what she left as it was recognised is empty.
func (f identity) said(r *data.Report) reading.Hints {
	changed := func(now, was string) string {
		if now = strings.TrimSpace(now); now == was {
			return ""
		}
		return now
	}
	return reading.Hints{Symbol: changed(f.symbol.Text, r.Symbol), Date: changed(f.date.Text, r.Date), Period: changed(f.period.Text, r.Period), Language: changed(f.language.tag(), r.Language)}
}

// showDetails shows what was recognised of the open report, with the notes on its reading; what is wrong can be
// corrected, and the report is read again so.
func (w *Window) showDetails() {
	r := w.session.Report()
	if r == nil {
		return
	}
	f := w.identity(r)
	numbers := w.words.Say("window.details.paragraphs", len(r.Paragraphs), len(r.Footnotes), len(r.Tables), len(w.session.Own()))
	items := append(f.items, widget.NewFormItem(w.words.Say("window.details.found"), prose(numbers)),
		widget.NewFormItem(w.words.Say("window.details.notes"), prose(Notes(r, w.words))))
	w.ask(w.title("details"), w.words.Say("window.details.apply"), widget.NewForm(items...), func() { w.Identify(f.said(r)) })
}

// Identify reads the open report again with what a person says of it.
func (w *Window) Identify(said reading.Hints) {
	key := w.session.OpenKey()
	w.take(w.words.Say("window.reading", key), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		said.Progress = progress
		return w.books.Identify(ctx, key, said)
	})
}

// official are the tags of the official languages, in which reports are read.
var official = []string{"ar", "en", "es", "fr", "ru", "zh"}

// languageSelect chooses an official language by its name in the window's.
type languageSelect struct{ *widget.Select }

func (w *Window) languageSelect(tag string) languageSelect {
	var names []string
	for _, t := range official {
		names = append(names, w.words.Say("language."+t))
	}
	s := languageSelect{widget.NewSelect(names, nil)}
	for i, t := range official {
		if t == tag {
			s.SetSelectedIndex(i)
		}
	}
	return s
}

func (s languageSelect) tag() string {
	if i := s.SelectedIndex(); i >= 0 {
		return official[i]
	}
	return ""
}
