package app

import (
	"context"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// preferences of the reader
const (
	prefTextSize = "reader.size"   // of running text, in points
	prefBeside   = "reader.beside" // whether the other edition is shown beside
)

// readerPane is the open report with its figures marked, and the bar in which words are looked for in it.
func (w *Window) readerPane() fyne.CanvasObject {
	s := w.session
	w.reader = reader.New(float32(w.app.Preferences().Float(prefTextSize)), reader.Events{
		FigureTapped: func(id string) { s.Choose(id) },
		Scrolled: func(paragraph string) {
			s.Scrolled(paragraph)
			w.followPage(paragraph)
		},
		Copy: w.copyCited,
		Menu: w.readerMenu,
		Card: w.card,
		Reason: func(f data.Refusal) string {
			return w.words.Say("reader.refused", f.Text, w.words.Say("refusal."+f.Reason))
		},
	})
	w.find = reader.NewFindBar(w.words, w.reader)
	s.Listen(session.Events{
		Opened: func(r *data.Report, own []data.Figure) {
			w.read(r, own)
			if w.pages.key != r.Key() {
				w.layPages()
			}
		},
		Chosen: func(f data.Figure) {
			w.reader.Select(f.ID)
			w.followPage(f.Paragraph)
			if at, ok := w.reader.Where(f.ID); ok {
				slog.Info("figure shown", "figure", f.ID, "x", at.X, "y", at.Y)
			}
		},
		Went: func(to session.Place) {
			if to.Figure == "" {
				w.reader.ScrollTo(to.Paragraph)
			}
		},
	})
	return w.find.Over(w.pagesBeside(w.reader))
}

func (w *Window) text(r *data.Report, figures []data.Figure) reader.Text {
	return reader.Text{Report: r, Figures: figures, Label: w.words.Say("window.digest_label"), Notes: w.words.Say("reader.notes")}
}

// read shows a report, and as they come what was not taken of it, and the edition beside.
func (w *Window) read(r *data.Report, own []data.Figure) {
	text := w.text(r, own)
	w.reader.Set(text)
	key := r.Key()
	w.run(func() {
		refusals, err := w.books.Refusals(context.Background(), key)
		fyne.Do(func() {
			if err != nil || w.session.OpenKey() != key {
				return // nothing to show on hover is no fault worth a dialog
			}
			text.Refusals = refusals
			w.reader.Set(text)
			if w.app.Preferences().Bool(prefBeside) {
				w.showBeside()
			}
		})
	})
}

// card is what is said of a figure under the pointer.
func (w *Window) card(f data.Figure) string {
	v, words := w.books.Words, w.words
	lines := []string{charts.QuantityText(f.Quantity, words, v) + " · " + v.Label(vocabulary.Measure, f.Measure, words.Short())}
	var about []string
	for _, c := range []struct {
		kind vocabulary.Kind
		name *string
	}{{vocabulary.Place, f.Place}, {vocabulary.Group, f.Group}} {
		if c.name != nil {
			about = append(about, v.Label(c.kind, *c.name, words.Short()))
		}
	}
	if f.AsOf != nil {
		about = append(about, charts.DateText(*f.AsOf, words))
	}
	if len(about) > 0 {
		lines = append(lines, strings.Join(about, " · "))
	}
	if f.Source != nil && *f.Source != "" {
		lines = append(lines, words.Say("compare.source", charts.SourceText(*f.Source, words)))
	}
	lines = append(lines, charts.Cite(f, words))
	switch {
	case f.Doubtful():
		lines = append(lines, words.Say("reader.doubtful"))
	case f.Status != data.Found:
		lines = append(lines, words.Say("status."+string(f.Status)))
	}
	return strings.Join(lines, "\n")
}

func (w *Window) readerCommands() []command {
	size := func(name string, by float32) command {
		return command{menu: "view", name: name, do: func() { w.SetTextSize(w.textSize() + by) }}
	}
	return []command{
		{menu: "edit", name: "copy_cited", do: w.copyCited, begins: true},
		{menu: "edit", name: "copy_words", do: w.copyWords},
		{menu: "edit", name: "find", do: func() { w.find.Show("") }, begins: true},
		{menu: "edit", name: "find_next", do: func() { w.find.Next(true) }},
		{menu: "edit", name: "find_before", do: func() { w.find.Next(false) }},
		{menu: "view", name: "beside", do: w.toggleBeside, checked: func() bool { return w.app.Preferences().Bool(prefBeside) }},
		{menu: "view", name: "pages", do: w.togglePages, checked: func() bool { return w.app.Preferences().Bool(prefPages) }},
		size("text_larger", 1), size("text_smaller", -1),
		{menu: "view", name: "text_usual", do: func() { w.SetTextSize(reader.UsualSize) }},
	}
}

func (w *Window) textSize() float32 {
	return float32(w.app.Preferences().FloatWithFallback(prefTextSize, reader.UsualSize))
}

// SetTextSize sets the report in another size, from 10 to 32 points, and remembers it.
func (w *Window) SetTextSize(size float32) {
	size = min(32, max(10, size))
	w.app.Preferences().SetFloat(prefTextSize, float64(size))
	w.reader.SetSize(size)
}

// cited is what is marked in the report, and whence it is.
type cited struct {
	reader.Selected
	citation string // "S/2021/98, para. 13"; of a digest "… summary of S/2021/98, para. 13"
	digest   bool
}

func (w *Window) cited() (c cited, ok bool) {
	c.Selected, ok = w.reader.Selected()
	for _, r := range w.session.Reports() {
		if !ok || r.Key() != c.Edition {
			continue
		}
		name := r.Name()
		c.citation, c.digest = name, r.Digest
		if len(c.Paragraphs) > 0 {
			c.citation = charts.Citation(name, c.Paragraphs, r.Digest, w.words)
		} else if r.Digest {
			c.citation = w.words.Say("citation.digest", name)
		}
	}
	return c, ok
}

// copyCited copies what is marked with its citation; of a digest not as a quotation, since the words are Figurebook's.
func (w *Window) copyCited() {
	c, ok := w.cited()
	if !ok {
		w.Say(w.words.Say("reader.nothing_marked"))
		return
	}
	key := "reader.quoted"
	if c.digest {
		key = "reader.summarised"
	}
	w.app.Clipboard().SetContent(w.words.Say(key, c.Text, c.citation))
	w.Say(w.words.Say("reader.copied", c.citation))
}

func (w *Window) copyWords() {
	if c, ok := w.cited(); ok {
		w.app.Clipboard().SetContent(c.Text)
		return
	}
	w.Say(w.words.Say("reader.nothing_marked"))
}

// readerMenu is the context menu of what is marked.
func (w *Window) readerMenu(at fyne.Position) {
	marked, ok := w.reader.Selected()
	if !ok {
		return
	}
	say := w.words.Say
	short := []rune(strings.ReplaceAll(marked.Text, "\n", " "))
	if len(short) > 24 {
		short = append(short[:23], '…')
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(say("window.menu.copy_cited"), w.copyCited),
		fyne.NewMenuItem(say("window.menu.copy_words"), w.copyWords),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("reader.find_these", string(short)), func() { w.find.Show(marked.Text) }),
		fyne.NewMenuItem(say("reader.search_these", string(short)), func() { w.Search(marked.Text) }),
	}
	if own := w.markedCommands(marked); len(own) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
		for _, c := range own {
			items = append(items, fyne.NewMenuItem(say("window.menu."+c.name), c.do))
		}
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.window.Canvas(), at)
	slog.Info("menu shown")
}
