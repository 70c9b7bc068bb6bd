// Package line is one line of text in a cell of a list: where there is no room for all of it, it ends in an ellipsis. The
// toolkit's own label with an ellipsis has the font's tables compiled anew each time that it is cut, which takes a screen of
// rows longer than a person waits without noticing.
package line

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Line is the line. It stands as the toolkit's label does, with the same room around it.
type Line struct {
	widget.BaseWidget
	Text       string
	Bold       bool
	Importance widget.Importance
	SizeName   fyne.ThemeSizeName // that of text, where it is empty
}

// New is a line that says a text.
func New(text string) *Line {
	l := &Line{Text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes what the line says.
func (l *Line) SetText(text string) {
	if text != l.Text {
		l.Text = text
		l.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{line: l, text: canvas.NewText("", color.Transparent)}
	r.set()
	return r
}

type renderer struct {
	line *Line
	text *canvas.Text
}

func (r *renderer) Destroy() {}

func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *renderer) MinSize() fyne.Size {
	r.set() // its size may have been named since
	room := 2 * r.line.Theme().Size(theme.SizeNameInnerPadding)
	return fyne.MeasureText(ellipsis, r.text.TextSize, r.text.TextStyle).AddWidthHeight(room, room)
}

func (r *renderer) Layout(size fyne.Size) {
	room := r.line.Theme().Size(theme.SizeNameInnerPadding)
	r.text.Move(fyne.NewPos(room, room))
	r.text.Resize(fyne.NewSize(max(0, size.Width-2*room), r.text.MinSize().Height))
	r.set()
}

func (r *renderer) Refresh() {
	r.set()
	r.Layout(r.line.Size())
	canvas.Refresh(r.text)
}

// set brings the text to what the line says, as far as there is room.
func (r *renderer) set() {
	l, name := r.line, r.line.SizeName
	if name == "" {
		name = theme.SizeNameText
	}
	r.text.TextSize, r.text.TextStyle.Bold = l.Theme().Size(name), l.Bold
	r.text.Color = l.Theme().Color(colors[l.Importance], fyne.CurrentApp().Settings().ThemeVariant())
	if text := Cut(l.Text, r.text.Size().Width, r.text.TextSize, r.text.TextStyle); text != r.text.Text {
		r.text.Text = text
		canvas.Refresh(r.text)
	}
}

// colors are the toolkit's own for a label's importance.
var colors = map[widget.Importance]fyne.ThemeColorName{
	widget.MediumImportance: theme.ColorNameForeground, widget.LowImportance: theme.ColorNameDisabled, widget.HighImportance: theme.ColorNamePrimary,
	widget.WarningImportance: theme.ColorNameWarning, widget.DangerImportance: theme.ColorNameError, widget.SuccessImportance: theme.ColorNameSuccess,
}

const ellipsis = "…"

// Cut is a text as far as it fits into a width, with an ellipsis where that is not all. The widths of its letters are added
// up, since the toolkit remembers those. What sticks out by less than a point is left: there is room around a line.
func Cut(text string, width, size float32, style fyne.TextStyle) string {
	width++
	if text == "" || width <= 1 || fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	room := width - fyne.MeasureText(ellipsis, size, style).Width
	for i, letter := range text {
		if room -= fyne.MeasureText(string(letter), size, style).Width; room < 0 {
			return text[:i] + ellipsis
		}
	}
	return text // set closer together as a whole than letter by letter
}
