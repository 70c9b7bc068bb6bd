package choice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// List is a list of rows for the keys: Return takes the marked row, as Space does in the toolkit's own.
type List struct {
	widget.List

	Escape   func()       // leaves the list; nil where it is not left so
	Sideways func(by int) // Left and Right: the list before, or behind; nil where it is alone
}

// NewList is a list, as widget.NewList makes one.
func NewList(length func() int, item func() fyne.CanvasObject, fill func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, item, fill
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is part of fyne.Focusable.
func (l *List) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case key.Name == fyne.KeyEscape && l.Escape != nil:
		l.Escape()
	case key.Name == fyne.KeyLeft && l.Sideways != nil:
		l.Sideways(-1)
	case key.Name == fyne.KeyRight && l.Sideways != nil:
		l.Sideways(1)
	default:
		l.List.TypedKey(key)
	}
}
