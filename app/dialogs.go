package app

import (
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/data/library"
)

// proseWidth is the width of running text in dialogs, in points.
const proseWidth = 520

// prose is a text for dialogs, set in lines of a comfortable width.
func prose(text string) *widget.Label { return widget.NewLabel(reader.Prose(text, proseWidth)) }

// title is the title of a command's dialog: its words in the menu, without the sign that a dialog follows.
func (w *Window) title(name string) string {
	return strings.TrimSuffix(w.words.Say("window.menu."+name), "…")
}

// fail tells the user of an error in a sentence.
func (w *Window) fail(err error) {
	slog.Error("told the user", "error", err.Error())
	w.inform("Figurebook", w.words.Say("window.close"), prose(library.Sentence(err, w.words)))
}

// show shows a dialog, and writes to the log that it asks and that it was left.
func (w *Window) show(title string, d dialog.Dialog) {
	d.SetOnClosed(func() { slog.Info("left", "title", title) })
	d.Show()
	slog.Info("asked", "title", title)
}

// inform shows something in a dialog that Return, Space and Escape close.
func (w *Window) inform(title, ok string, content fyne.CanvasObject) {
	var d *dialog.CustomDialog
	leave := newKeyButton(ok, func() { d.Hide() }, func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(title, w.scrolled(content), w.window)
	d.SetButtons([]fyne.CanvasObject{leave})
	w.show(title, d)
	w.window.Canvas().Focus(leave)
}

// ask shows a form in a dialog whose first button has the keys, so that Return or Space is enough where all is well, and
// Escape leaves it.
func (w *Window) ask(title, yes string, form fyne.CanvasObject, do func()) {
	w.askFor(title, yes, form, func() error { return nil }, do)
}

// askFor is ask for what can be wrong: then it says why, and asks on.
func (w *Window) askFor(title, yes string, form fyne.CanvasObject, wrong func() error, do func()) {
	var d *dialog.CustomDialog
	leave := func() { d.Hide() }
	submit := func() {
		if err := wrong(); err != nil {
			w.fail(err)
			return
		}
		d.Hide()
		do()
	}
	apply := newKeyButton(yes, submit, leave)
	if fields, ok := form.(*widget.Form); ok {
		choice.Answer(fields, submit, leave)
	}
	apply.Importance = widget.HighImportance
	d = dialog.NewCustomWithoutButtons(title, w.scrolled(form), w.window)
	d.SetButtons([]fyne.CanvasObject{newKeyButton(w.words.Say("window.cancel"), leave, leave), apply})
	w.show(title, d)
	w.window.Canvas().Focus(apply)
}

// scrolled is content at its own size, or in a scroll where the window is too small for it.
func (w *Window) scrolled(content fyne.CanvasObject) fyne.CanvasObject {
	size, room := content.MinSize(), w.window.Canvas().Size()
	scroll := container.NewScroll(content)
	scroll.SetMinSize(fyne.NewSize(min(size.Width, max(200, room.Width-120)), min(size.Height, max(120, room.Height-180))))
	return scroll
}

// keyButton is a button that Return presses too, and Escape leaves its dialog by.
type keyButton struct {
	widget.Button
	escape func()
}

func newKeyButton(text string, pressed, escape func()) *keyButton {
	b := &keyButton{escape: escape}
	b.Text, b.OnTapped = text, pressed
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is part of fyne.Focusable.
func (b *keyButton) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	case fyne.KeyEscape:
		b.escape()
	default:
		b.Button.TypedKey(key)
	}
}
