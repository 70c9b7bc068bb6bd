package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/app/reader"
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
	effect := prose(w.effect(e))
	items = append(items, widget.NewFormItem(w.words.Say("import.effect"), effect))
	f.corrected = func() { effect.SetText(reader.Prose(w.effect(w.asCorrected(e, f)), proseWidth)) }
	earlier := widget.NewCheck(w.words.Say("import.earlier"), nil)
	if e.Later {
		items = append(items, widget.NewFormItem("", earlier))
	}
	wrong := func() error { return f.said(e.Report).Check() }
	w.askFor(w.words.Say("import.recognised", filepath.Base(file)), w.words.Say("import.import"), widget.NewForm(items...), wrong, func() {
		said := f.said(e.Report)
		said.Earlier = earlier.Checked
		w.Import(file, said)
	})
}

// asCorrected is what was examined, as it is under the symbol and the language that a person says it has.
func (w *Window) asCorrected(e *library.Examined, f *identity) *library.Examined {
	now := data.Report{Symbol: strings.TrimSpace(f.symbol.Text), Language: f.language.tag()}
	if now.Symbol == e.Report.Symbol && now.Language == e.Report.Language || now.Symbol == "" {
		return e
	}
	kept := w.session.Reports()
	other := library.Examined{Report: &now, Relations: data.SymbolsOf(kept).Relations(now.Symbol)}
	for i, r := range kept {
		switch {
		case r.Key() == now.Key():
			other.Replaces = &kept[i]
		case r.Symbol == now.Symbol:
			other.Editions = append(other.Editions, r.Key())
		}
	}
	return &other
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
	default:
		lines = append(lines, say("import.adds"))
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
	if symbol, language, ok := strings.Cut(key, "@"); ok { // the list is not read yet
		return reports.Name(data.Report{Symbol: symbol, Language: language}, w.words)
	}
	return key
}

// identity are the fields by which a report is known, to be corrected.
type identity struct {
	symbol, date, period *choice.Entry
	language             languageSelect
	items                []*widget.FormItem
	corrected            func() // called when another symbol or language is said; nil for nothing
}

func (w *Window) identity(r *data.Report) *identity {
	say := w.words.Say
	entry := func(text, example string) *choice.Entry {
		e := choice.NewEntry(text)
		e.SetPlaceHolder(example)
		return e
	}
	f := &identity{symbol: entry(r.Symbol, "S/2025/72"), date: entry(r.Date, "2025-01-31"), period: entry(r.Period, "2024-07/2024-12"), language: w.languageSelect(r.Language)}
	changed := func(string) {
		if f.corrected != nil {
			f.corrected()
		}
	}
	f.symbol.OnChanged, f.language.OnChanged = changed, changed
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
func (f *identity) said(r *data.Report) reading.Hints {
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
	wrong := func() error { return f.said(r).Check() }
	w.askFor(w.title("details"), w.words.Say("window.details.apply"), widget.NewForm(items...), wrong, func() { w.Identify(f.said(r)) })
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
type languageSelect struct{ *choice.Select }

func (w *Window) languageSelect(tag string) languageSelect {
	var names []string
	for _, t := range official {
		names = append(names, w.words.Say("language."+t))
	}
	s := languageSelect{choice.NewSelect(names...)}
	s.ClearSelected()
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
