// Package choice is a button that opens a list to choose from, with a field that narrows the list. Nothing needs to be
// typed: input methods for Chinese are unreliable in the toolkit (fyne#618), and the lists are long.
package choice

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/line"
)

// Option is a value to choose.
type Option struct {
	Value string
	Label string // as it is shown
	Note  string // shown quietly beside it, such as a count
	Also  string // other words by which it is found, such as its name in the other language
}

// Choice is the button. Its zero value is not usable: see New.
type Choice struct {
	widget.Button
	options func() []Option
	chosen  func(Option)
	hint    string // in the empty field
	open    *widget.PopUp

	// Other says how words that were typed or pasted are offered as a value of their own; nil where only an option can be
	// chosen.
	Other func(typed string) string
}

// New is a choice without a text: options are asked for each time that the list opens, chosen is told what was taken.
func New(hint string, options func() []Option, chosen func(Option)) *Choice {
	c := &Choice{options: options, chosen: chosen, hint: hint}
	c.Icon, c.IconPlacement, c.Alignment = theme.MenuDropDownIcon(), widget.ButtonIconTrailingText, widget.ButtonAlignLeading
	c.OnTapped = c.Open
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey opens the list from the keyboard.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		c.Open()
	default:
		c.Button.TypedKey(key)
	}
}

// The size of the open list.
const (
	listWidth  = 340
	listHeight = 320
)

// Open shows the list under the button, the field that narrows it focused.
func (c *Choice) Open() {
	screen := fyne.CurrentApp().Driver().CanvasForObject(c)
	if screen == nil || c.Disabled() {
		return
	}
	all := c.options()
	l := newList(all, c.Other, func(o *Option) {
		c.Close()
		screen.Focus(c)
		if o != nil {
			c.chosen(*o)
		}
	})
	l.field.SetPlaceHolder(c.hint)
	c.open = widget.NewPopUp(container.NewBorder(l.field, nil, nil, nil, l.list), screen)
	height := min(listHeight, l.field.MinSize().Height+float32(max(1, len(all)))*(l.list.MinSize().Height+theme.Padding())+3*theme.Padding())
	c.open.Resize(fyne.NewSize(min(max(listWidth, c.Size().Width, widest(all)), screen.Size().Width), height))
	c.open.ShowAtPosition(within(c, c.open.Size(), screen.Size()))
	screen.Focus(l.field)
}

// widest is the width that the longest of options needs.
func widest(all []Option) float32 {
	longest := 0
	for i, o := range all {
		if len(o.Label+o.Note) > len(all[longest].Label+all[longest].Note) {
			longest = i
		}
	}
	if len(all) == 0 {
		return 0
	}
	size := fyne.MeasureText(all[longest].Label+all[longest].Note, theme.TextSize(), fyne.TextStyle{})
	return size.Width + 8*theme.InnerPadding() + 2*theme.Padding()
}

// within is where a list of a size stands: under the button, or above it where there is no room below.
func within(c *Choice, size, screen fyne.Size) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	y := at.Y + c.Size().Height
	if y+size.Height > screen.Height {
		y = max(0, at.Y-size.Height)
	}
	return fyne.NewPos(max(0, min(at.X, screen.Width-size.Width)), y)
}

// Close closes the list, if it is open.
func (c *Choice) Close() {
	if c.open != nil {
		c.open.Hide()
		c.open = nil
	}
}

// list is the open list: the options that the field's words narrow it to.
type list struct {
	all, shown []Option
	at         int // the marked one
	other      func(typed string) string
	field      *field
	list       *widget.List
	done       func(*Option) // nil where nothing was taken
}

func newList(all []Option, other func(typed string) string, done func(*Option)) *list {
	l := &list{all: all, shown: all, other: other, done: done}
	l.field = &field{list: l}
	l.field.ExtendBaseWidget(l.field)
	l.field.OnChanged = l.narrow
	l.list = widget.NewList(func() int { return len(l.shown) }, func() fyne.CanvasObject {
		label, note := line.New(""), widget.NewLabel("")
		bar := canvas.NewRectangle(color.Transparent) // the scroll bar lies over what stands at the edge
		bar.SetMinSize(fyne.NewSize(theme.Padding(), 0))
		return container.NewBorder(nil, nil, nil, container.NewHBox(note, bar), label)
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		row := o.(*fyne.Container)
		row.Objects[0].(*line.Line).SetText(l.shown[i].Label)
		row.Objects[1].(*fyne.Container).Objects[0].(*widget.Label).SetText(l.shown[i].Note)
	})
	l.list.OnSelected = func(i widget.ListItemID) { l.take(i) }
	l.list.Highlight(0)
	return l
}

// narrow keeps the options that hold every word, in either language.
func (l *list) narrow(typed string) {
	l.shown = nil
	for _, o := range l.all {
		if holds(o, typed) {
			l.shown = append(l.shown, o)
		}
	}
	if typed = strings.TrimSpace(typed); l.other != nil && typed != "" {
		l.shown = append(l.shown, Option{Value: typed, Label: l.other(typed)})
	}
	l.at = 0
	l.list.Refresh()
	l.list.Highlight(0)
}

func holds(o Option, typed string) bool {
	text := strings.ToLower(o.Label + " " + o.Value + " " + o.Also)
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (l *list) move(by int) {
	if len(l.shown) == 0 {
		return
	}
	l.at = max(0, min(len(l.shown)-1, l.at+by))
	l.list.Highlight(l.at)
	l.list.ScrollTo(l.at)
}

func (l *list) take(i int) {
	if i >= 0 && i < len(l.shown) {
		l.done(&l.shown[i])
	}
}

// field narrows the list; arrows move in it, Return takes, Escape closes.
type field struct {
	widget.Entry
	list *list
}

// TypedKey is part of fyne.Focusable.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		f.list.move(1)
	case fyne.KeyUp:
		f.list.move(-1)
	case fyne.KeyPageDown:
		f.list.move(8)
	case fyne.KeyPageUp:
		f.list.move(-8)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.list.take(f.list.at)
	case fyne.KeyEscape:
		f.list.done(nil)
	default:
		f.Entry.TypedKey(key)
	}
}
