// Package reader shows a report with its figures marked in the text. It sets the lines itself, since Fyne's own text
// breaks Chinese wrongly, and holds canvas objects for the visible lines only: their number does not grow with the
// report's length.
package reader

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data"
)

// Events are what the reader tells.
type Events struct{ FigureTapped func(id string) }

// Reader is the widget.
type Reader struct {
	widget.BaseWidget
	events   Events
	report   *data.Report
	all      []block
	lines    []line
	measure  measurer
	selected string
	scroll   *container.Scroll
	page     *page
}

const (
	gutter   = 56  // left of the text, for paragraph numbers
	maxWidth = 620 // of the text: about 36 Han or 75 Latin letters
)

// New is an empty reader.
func New(events Events) *Reader {
	r := &Reader{events: events, measure: cached()}
	r.ExtendBaseWidget(r)
	r.page = &page{reader: r}
	r.page.ExtendBaseWidget(r.page)
	r.scroll = container.NewVScroll(r.page)
	r.scroll.OnScrolled = func(fyne.Position) { r.page.Refresh() }
	return r
}

// SetReport shows a report; label is what a digest is called.
func (r *Reader) SetReport(report *data.Report, figures []data.Figure, label string) {
	r.report, r.selected = report, ""
	r.all = blocks(report, figures, label)
	r.relay()
	r.scroll.ScrollToTop()
}

// Select marks a figure and brings its line into view.
func (r *Reader) Select(id string) {
	r.selected = id
	for _, l := range r.lines {
		for _, f := range r.all[l.block].figures {
			if f.ID == id && f.Start >= l.from && f.Start < l.to {
				r.show(l.top)
			}
		}
	}
	r.page.Refresh()
}

// ScrollTo brings a paragraph, by its number, or a section, by "section:" and its path, to the top.
func (r *Reader) ScrollTo(paragraph string) {
	for _, l := range r.lines {
		if r.all[l.block].paragraph == paragraph {
			r.scroll.ScrollToOffset(fyne.NewPos(0, l.top-10))
			r.page.Refresh()
			return
		}
	}
}

func (r *Reader) show(top float32) {
	if y := r.scroll.Offset.Y; top < y+20 || top > y+r.scroll.Size().Height-60 {
		r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-r.scroll.Size().Height/3)))
	}
}

func (r *Reader) relay() {
	if r.report == nil || r.Size().Width < 10 {
		return
	}
	pitch := float32(1.55)
	if r.report.Language == "zh" {
		pitch = 1.75
	}
	r.lines, r.page.height = lay(r.all, min(maxWidth, r.Size().Width-gutter-28), pitch, r.measure)
	r.page.Refresh()
	r.scroll.Refresh()
}

// Resize sets the lines anew where the width changes.
func (r *Reader) Resize(size fyne.Size) {
	changed := size.Width != r.Size().Width
	r.BaseWidget.Resize(size)
	if changed {
		r.relay()
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// visible are the lines between the edges of the view.
func (r *Reader) visible() []line {
	from, to := r.scroll.Offset.Y-40, r.scroll.Offset.Y+r.scroll.Size().Height+40
	a := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top >= from })
	b := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top >= to })
	return r.lines[a:b]
}

// box is where a part of a line stands.
func (r *Reader) box(l line, from, to int) (fyne.Position, fyne.Size) {
	b := r.all[l.block]
	x := r.measure(string(b.text[l.from:from]), b.size, b.bold)
	w := r.measure(string(b.text[from:to]), b.size, b.bold)
	return fyne.NewPos(gutter+x, l.top), fyne.NewSize(w, b.size*1.45)
}

// FigureAt is the figure at a place of the page; "" where there is none.
func (r *Reader) FigureAt(at fyne.Position) string {
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top > at.Y }) - 1
	if i < 0 {
		return ""
	}
	l := r.lines[i]
	for _, f := range r.all[l.block].figures {
		from, to := max(f.Start, l.from), min(f.End, l.to)
		if from >= to {
			continue
		}
		if pos, size := r.box(l, from, to); at.X >= pos.X && at.X <= pos.X+size.Width && at.Y <= pos.Y+size.Height {
			return f.ID
		}
	}
	return ""
}

// FirstFigure is the first figure in view and the middle of its words in the window; "" where none is in view.
func (r *Reader) FirstFigure() (string, fyne.Position) {
	for _, l := range r.visible() {
		for _, f := range r.all[l.block].figures {
			if from, to := max(f.Start, l.from), min(f.End, l.to); from < to {
				pos, size := r.box(l, from, to)
				origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)
				return f.ID, origin.Add(pos).AddXY(size.Width/2, size.Height/2)
			}
		}
	}
	return "", fyne.Position{}
}

// page is the long surface inside the scroll.
type page struct {
	widget.BaseWidget
	reader *Reader
	height float32
	hand   bool
}

// Tapped tells which figure was tapped.
func (p *page) Tapped(e *fyne.PointEvent) {
	if id := p.reader.FigureAt(e.Position); id != "" && p.reader.events.FigureTapped != nil {
		p.reader.events.FigureTapped(id)
	}
}

// MouseIn, MouseMoved and MouseOut keep the hand over figures.
func (p *page) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is part of desktop.Hoverable.
func (p *page) MouseMoved(e *desktop.MouseEvent) { p.hand = p.reader.FigureAt(e.Position) != "" }

// MouseOut is part of desktop.Hoverable.
func (p *page) MouseOut() { p.hand = false }

// Cursor is part of desktop.Cursorable.
func (p *page) Cursor() desktop.Cursor {
	if p.hand {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MinSize is as high as the report.
func (p *page) MinSize() fyne.Size { return fyne.NewSize(240, p.height) }

// CreateRenderer is part of fyne.Widget.
func (p *page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{page: p}
	r.Refresh()
	return r
}

type pageRenderer struct {
	page    *page
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Layout(fyne.Size)             {}
func (r *pageRenderer) MinSize() fyne.Size           { return r.page.MinSize() }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *pageRenderer) Destroy()                     {}

// Refresh makes the objects of the visible lines.
func (r *pageRenderer) Refresh() {
	rd := r.page.reader
	r.objects = r.objects[:0]
	dark := look.IsDark()
	ink := theme.Color(theme.ColorNameForeground)
	quiet := theme.Color(theme.ColorNamePlaceHolder)
	for _, l := range rd.visible() {
		b := rd.all[l.block]
		for _, f := range b.figures {
			from, to := max(f.Start, l.from), min(f.End, l.to)
			if from >= to {
				continue
			}
			pos, size := rd.box(l, from, to)
			tint := canvas.NewRectangle(look.Tint(f.Unit, dark))
			tint.CornerRadius = 3
			if f.ID == rd.selected {
				tint.StrokeColor, tint.StrokeWidth = look.Outline, 2
			}
			tint.Move(pos)
			tint.Resize(size)
			r.objects = append(r.objects, tint)
		}
		if l.first && b.number != "" {
			r.text(b.number, fyne.NewPos(12, l.top+1), b.size-2.5, false, quiet)
		}
		r.text(string(b.text[l.from:l.to]), fyne.NewPos(gutter, l.top), b.size, b.bold, ink)
	}
	canvas.Refresh(r.page)
}

func (r *pageRenderer) text(s string, at fyne.Position, size float32, bold bool, c color.Color) {
	t := canvas.NewText(s, c)
	t.TextSize, t.TextStyle.Bold = size, bold
	t.Move(at)
	t.Resize(t.MinSize())
	r.objects = append(r.objects, t)
}
