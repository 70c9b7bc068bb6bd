package search

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "figurebook.org/figurebook/app/theme"
)

// row is one result in the list: whence it is, and below in two lines the words around the hit.
type row struct {
	widget.BaseWidget
	result
}

func newRow() fyne.CanvasObject {
	r := &row{}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(found result) {
	r.result = found
	r.Refresh()
}

// MinSize is room for three lines.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(60, 3*theme.TextSize()*1.45+6) }

// CreateRenderer is part of fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	d := &rowRenderer{row: r, tint: canvas.NewRectangle(look.Found)}
	for range 5 {
		d.texts = append(d.texts, &canvas.Text{})
	}
	d.texts[0].TextStyle.Bold = true
	d.Refresh()
	return d
}

// rowRenderer sets the head, the line with the hit in three parts, and a second line.
type rowRenderer struct {
	row   *row
	tint  *canvas.Rectangle
	texts []*canvas.Text
}

func (d *rowRenderer) Layout(fyne.Size)   { d.Refresh() }
func (d *rowRenderer) MinSize() fyne.Size { return d.row.MinSize() }
func (d *rowRenderer) Destroy()           {}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{d.tint}
	for _, t := range d.texts {
		all = append(all, t)
	}
	return all
}

func (d *rowRenderer) Refresh() {
	size, pitch := theme.TextSize(), theme.TextSize()*1.45
	width := d.row.Size().Width - 12
	flat := strings.NewReplacer("\n", " ").Replace
	x := float32(6)
	set := func(i int, text string, at fyne.Position, room float32) (rest string) {
		t := d.texts[i]
		t.Text, rest = fit(flat(text), room, size, t.TextStyle)
		t.TextSize, t.Color = size, theme.Color(theme.ColorNameForeground)
		t.Move(at)
		t.Resize(t.MinSize())
		return rest
	}
	set(0, d.row.head, fyne.NewPos(x, 2), width)
	y := 2 + pitch
	set(1, d.row.before, fyne.NewPos(x, y), width)
	x += d.texts[1].MinSize().Width
	cut := set(2, d.row.hit, fyne.NewPos(x, y), width-x+6)
	d.tint.Move(fyne.NewPos(x, y))
	d.tint.Resize(fyne.NewSize(d.texts[2].MinSize().Width, size*1.35))
	x += d.texts[2].MinSize().Width
	rest := set(3, d.row.behind, fyne.NewPos(x, y), width-x+6)
	set(4, cut+rest, fyne.NewPos(6, y+pitch), width)
	canvas.Refresh(d.row)
}

// fit parts a text where it no longer fits into a width: at a space, or where there is none near anywhere.
func fit(text string, width, size float32, style fyne.TextStyle) (head, rest string) {
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:middle]), size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == len(runes) {
		return text, ""
	}
	for at := low; at >= max(0, low-14); at-- {
		if runes[at] == ' ' && !inNumber(runes, at) {
			return string(runes[:at]), string(runes[at+1:])
		}
	}
	for at := low; at > max(0, low-14); at-- {
		if !inNumber(runes, at) && !inWord(runes, at) {
			return string(runes[:at]), string(runes[at:])
		}
	}
	return string(runes[:low]), string(runes[low:])
}

// inWord tells whether a text would be parted inside a word at i; Han may be parted anywhere.
func inWord(runes []rune, i int) bool {
	letter := func(i int) bool {
		return i >= 0 && i < len(runes) && unicode.IsLetter(runes[i]) && !unicode.Is(unicode.Han, runes[i])
	}
	return letter(i-1) && letter(i)
}

// inNumber tells whether a text would be parted inside a number at i: "7 000", "6.6", "1,500".
func inNumber(runes []rune, i int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	mark := func(i int) bool { return i >= 0 && i < len(runes) && strings.ContainsRune(" .,，．", runes[i]) }
	return digit(i-1) && (digit(i) || mark(i) && digit(i+1)) || mark(i-1) && digit(i-2) && digit(i)
}
