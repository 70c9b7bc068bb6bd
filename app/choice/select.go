package choice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Select is a choice of few in a dialog that the keys leave from: Return does what the dialog is for, Escape leaves it.
type Select struct {
	widget.Select

	Submit, Escape func()
}

// NewSelect is a choice of labels, the first of them chosen.
func NewSelect(labels ...string) *Select {
	s := &Select{}
	s.Options = labels
	s.ExtendBaseWidget(s)
	s.SetSelectedIndex(0)
	return s
}

// TypedKey is part of fyne.Focusable.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Submit()
	case fyne.KeyEscape:
		s.Escape()
	default:
		s.Select.TypedKey(key)
	}
}
