package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
)

// FindBar is the line above a reader in which words are looked for in the open report. It is hidden at first.
type FindBar struct {
	reader *Reader
	words  *translations.Words
	entry  *findEntry
	count  *widget.Label
	box    *fyne.Container
	whole  *fyne.Container // the bar above what it stands over
}

// NewFindBar is the find bar of a reader.
func NewFindBar(words *translations.Words, r *Reader) *FindBar {
	b := &FindBar{reader: r, words: words, count: widget.NewLabel("")}
	b.entry = &findEntry{bar: b}
	b.entry.ExtendBaseWidget(b.entry)
	b.entry.SetPlaceHolder(words.Say("reader.find"))
	b.entry.OnChanged = func(text string) {
		r.Find(text)
		b.tell()
	}
	b.entry.OnSubmitted = func(string) { b.Next(true) }
	before := widget.NewButtonWithIcon("", theme.MoveUpIcon(), func() { b.Next(false) })
	next := widget.NewButtonWithIcon("", theme.MoveDownIcon(), func() { b.Next(true) })
	leave := widget.NewButtonWithIcon("", theme.CancelIcon(), b.Hide)
	for _, button := range []*widget.Button{before, next, leave} {
		button.Importance = widget.LowImportance
	}
	b.box = container.NewBorder(nil, nil, nil, container.NewHBox(b.count, before, next, leave), b.entry)
	b.box.Hide()
	return b
}

// Over is the bar above an object, which has the bar's room while that is hidden.
func (b *FindBar) Over(object fyne.CanvasObject) fyne.CanvasObject {
	b.whole = container.NewBorder(b.box, nil, nil, nil, object)
	return b.whole
}

// Show opens the bar for words; for none it keeps those of the last time.
func (b *FindBar) Show(words string) {
	b.box.Show()
	b.whole.Refresh()
	if words != "" {
		b.entry.SetText(words)
	} else {
		b.reader.Find(b.entry.Text)
	}
	b.tell()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.reader); c != nil { // the entry is on none before it was drawn once
		c.Focus(b.entry)
	}
}

// Hide closes the bar; nothing is marked as found any more, and the words shown last are selected, so that they can be
// copied or made a figure by keys alone.
func (b *FindBar) Hide() {
	b.box.Hide()
	b.whole.Refresh()
	b.reader.selectHit()
	b.reader.Find("")
	b.reader.Focus()
}

// Next shows the next hit, or the one before.
func (b *FindBar) Next(forward bool) {
	b.reader.FindNext(forward)
	b.tell()
}

func (b *FindBar) tell() {
	n, of := b.reader.Hit()
	switch {
	case b.entry.Text == "":
		b.count.SetText("")
	case of == 0:
		b.count.SetText(b.words.Say("reader.find.none"))
	default:
		b.count.SetText(b.words.Say("reader.find.count", n, of))
	}
}

// findEntry is left by Escape.
type findEntry struct {
	widget.Entry
	bar *FindBar
}

// TypedKey is part of fyne.Focusable.
func (e *findEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.bar.Hide()
	case fyne.KeyUp:
		e.bar.Next(false)
	case fyne.KeyDown:
		e.bar.Next(true)
	default:
		e.Entry.TypedKey(key)
	}
}
