package choice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field of a dialog that Escape leaves the dialog from; its OnSubmitted, which Return calls, does what the dialog
// is for.
type Entry struct {
	widget.Entry

	Escape func()
}

// NewEntry is a field with a text.
func NewEntry(text string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.Text = text
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.Escape()
		return
	}
	e.Entry.TypedKey(key)
}

// Answer has the fields of a form do by Return what the dialog is for, and leave it by Escape.
func Answer(form *widget.Form, submit, escape func()) {
	for _, item := range form.Items {
		switch field := item.Widget.(type) {
		case *Entry:
			field.OnSubmitted, field.Escape = func(string) { submit() }, escape
		case *Select:
			field.Submit, field.Escape = submit, escape
		}
	}
}
