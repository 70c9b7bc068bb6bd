package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// showDetails shows what was recognised of the open report, with the notes on its reading; what is wrong can be
// corrected, and the report is read again so.
func (w *Window) showDetails() {
	r := w.session.Report()
	if r == nil {
		return
	}
	say := w.words.Say
	entry := func(text string) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(text)
		return e
	}
	symbol, date, period := entry(r.Symbol), entry(r.Date), entry(r.Period)
	language := widget.NewSelect([]string{"ar", "en", "es", "fr", "ru", "zh"}, nil)
	language.SetSelected(r.Language)
	title := widget.NewLabel(r.Title)
	title.Wrapping = fyne.TextWrapWord
	if r.Language == "zh" {
		title.Wrapping = fyne.TextWrapBreak
	}
	notes := widget.NewLabel(Notes(r, w.words))
	notes.Wrapping = fyne.TextWrapBreak
	items := []*widget.FormItem{
		widget.NewFormItem(say("window.details.title"), title),
		widget.NewFormItem(say("window.fetch.symbol"), symbol),
		widget.NewFormItem(say("window.fetch.language"), language),
		widget.NewFormItem(say("window.details.date"), date),
		widget.NewFormItem(say("window.details.period"), period),
		widget.NewFormItem(say("window.details.found"), widget.NewLabel(say("window.details.paragraphs", len(r.Paragraphs), len(r.Footnotes), len(r.Tables), len(w.session.Own())))),
		widget.NewFormItem(say("window.details.notes"), notes),
	}
	d := dialog.NewForm(say("window.menu.details"), say("window.details.apply"), say("window.cancel"), items, func(yes bool) {
		if yes {
			w.Identify(reading.Hints{Symbol: strings.TrimSpace(symbol.Text), Language: language.Selected, Date: strings.TrimSpace(date.Text), Period: strings.TrimSpace(period.Text)})
		}
	}, w.window)
	d.Show()
	d.Resize(fyne.NewSize(680, 520))
}

// Identify reads the open report again with what a person says of it.
func (w *Window) Identify(said reading.Hints) {
	key := w.session.OpenKey()
	w.take(w.words.Say("window.reading", key), func(ctx context.Context, progress func(done, total int)) (library.Outcome, error) {
		said.Progress = progress
		return w.books.Identify(ctx, key, said)
	})
}
