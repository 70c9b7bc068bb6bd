package app

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/editions"
)

// toggleBeside shows the open report's other language beside it, or the report alone again.
func (w *Window) toggleBeside() {
	p := w.app.Preferences()
	p.SetBool(prefBeside, !p.Bool(prefBeside))
	w.setMenu()
	if p.Bool(prefBeside) {
		w.showBeside()
	} else if r := w.session.Report(); r != nil {
		w.read(r, w.session.Own())
	}
}

// showBeside shows the other edition of the open report beside it, where the library has one.
func (w *Window) showBeside() {
	open := w.session.Report()
	if open == nil {
		return
	}
	other := w.otherEdition(open)
	if other == "" {
		w.Say(w.words.Say("reader.no_other_edition", open.Symbol))
		return
	}
	key := open.Key()
	w.run(func() {
		_, beside, together, err := w.books.SideBySide(context.Background(), key, other)
		differs := map[string]bool{}
		if err == nil {
			differs, err = w.differing(open.Symbol)
		}
		fyne.Do(func() { w.applyBeside(key, beside, together, differs, err) })
	})
}

func (w *Window) applyBeside(key string, beside *data.Report, together editions.Alignment, differs map[string]bool, err error) {
	switch {
	case err != nil:
		w.fail(err)
	case w.session.OpenKey() == key:
		w.reader.SetBeside(w.text(beside, w.session.Of(beside.Key())), together, differs)
		if f, ok := w.session.Chosen(); ok {
			w.reader.Select(f.ID)
		}
	}
}

// chooseBoth goes to a figure's sentence, beside it that of what the other edition states there: both are marked.
func (w *Window) chooseBoth(figure, other string) {
	w.session.Choose(figure)
	w.reader.MarkToo(other)
	if !w.reader.Beside() {
		w.showBeside()
	}
}

// otherEdition is the key of another language's edition of a report: in the window's language where there is one; "" for
// none.
func (w *Window) otherEdition(open *data.Report) string {
	key := ""
	for _, r := range w.session.Reports() {
		if open.Symbol != "" && r.Symbol == open.Symbol && r.Language != open.Language && (key == "" || r.Language == w.words.Short()) {
			key = r.Key()
		}
	}
	return key
}

// differing are the figures of a document that another edition states otherwise, or not at all.
func (w *Window) differing(symbol string) (map[string]bool, error) {
	findings, _, err := w.books.Check(context.Background(), symbol)
	differs := map[string]bool{}
	for _, f := range findings {
		if slices.Contains(checking.BetweenEditions, f.Kind) {
			for _, id := range f.Figures {
				differs[id] = true
			}
		}
	}
	return differs, err
}
