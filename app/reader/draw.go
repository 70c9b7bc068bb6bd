package reader

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data"
)

// pageRenderer draws the visible lines with objects that it keeps and uses again.
type pageRenderer struct {
	page    *page
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	r, t    int // how many of them are in use
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Layout(fyne.Size)             {}
func (r *pageRenderer) MinSize() fyne.Size           { return r.page.MinSize() }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *pageRenderer) Destroy()                     {}

// Refresh draws what is in view: tints and marks first, the text over them, the tip over all.
func (r *pageRenderer) Refresh() {
	rd := r.page.reader
	r.r, r.t, r.objects = 0, 0, r.objects[:0]
	ink, quiet := theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNamePlaceHolder)
	lines := rd.visible()
	if r.page.focused {
		r.rect(fyne.NewPos(0, rd.scroll.Offset.Y), fyne.NewSize(2, rd.scroll.Size().Height), theme.Color(theme.ColorNamePrimary))
	}
	for _, l := range lines {
		r.under(l)
	}
	for _, l := range lines {
		b := &rd.all[l.block]
		size := b.size * rd.size
		if l.first && b.number != "" {
			r.text(b.number, fyne.NewPos(l.left-gutter+12, l.top+size*0.08), size*0.86, false, quiet)
		}
		x := l.left
		for _, p := range b.pieces(l.from, l.to) {
			words, s := strings.TrimRight(string(b.text[p.from:p.to]), " \n"), size
			if p.raised {
				s *= raised
			}
			r.text(words, fyne.NewPos(x, l.top), s, b.bold, ink)
			if p.to < l.to {
				x += s * measured(string(b.text[p.from:p.to]), b.bold)
			}
		}
	}
	r.tip()
	canvas.Refresh(r.page)
}

// under draws what stands behind a line's text: the selection, what was found, and the figures' tints and marks.
func (r *pageRenderer) under(l line) {
	rd := r.page.reader
	b := &rd.all[l.block]
	part := func(from, to int) (fyne.Position, fyne.Size, bool) {
		if from, to = max(from, l.from), min(to, l.to); from >= to {
			return fyne.Position{}, fyne.Size{}, false
		}
		pos, size := rd.box(l, from, to)
		return pos, size, true
	}
	if from, to := rd.part(l.block); from < to {
		if pos, size, ok := part(from, to); ok {
			r.rect(pos, size, theme.Color(theme.ColorNameSelection))
		}
	}
	for _, f := range b.figures {
		if pos, size, ok := part(f.Start, f.End); ok {
			r.figure(f, pos, size)
		}
	}
	for i, h := range rd.find.hits {
		if h.block != l.block {
			continue
		}
		if pos, size, ok := part(h.from, h.to); ok {
			found := r.rect(pos, size, look.Found)
			if i == rd.find.at {
				found.StrokeColor, found.StrokeWidth = theme.Color(theme.ColorNameForeground), 1
			}
		}
	}
}

// figure draws a figure's tint by its kind, an outline where it is the chosen one, dots where it is doubtful, a line
// through where it was rejected, and a double line where the edition beside states it otherwise.
func (r *pageRenderer) figure(f data.Figure, pos fyne.Position, size fyne.Size) {
	rd := r.page.reader
	tint := look.Tint(f.Unit, look.IsDark())
	if f.Status == data.Rejected {
		tint = color.Transparent
	}
	t := r.rect(pos, size, tint)
	t.CornerRadius = 3
	if f.ID == rd.selected || f.ID == rd.too {
		t.StrokeColor, t.StrokeWidth = look.Outline, 2
	}
	ink := theme.Color(theme.ColorNameForeground)
	bottom := pos.AddXY(0, size.Height-1)
	switch {
	case f.Status == data.Rejected:
		r.rect(pos.AddXY(0, size.Height/2), fyne.NewSize(size.Width, 1), ink)
	case f.Doubtful():
		for x := float32(1); x < size.Width-1; x += 5 {
			r.rect(bottom.AddXY(x, 0), fyne.NewSize(2, 2), ink)
		}
	}
	if rd.differs[f.ID] {
		r.rect(bottom.AddXY(0, 1), fyne.NewSize(size.Width, 1.5), look.Outline)
		r.rect(bottom.AddXY(0, 4), fyne.NewSize(size.Width, 1.5), look.Outline)
	}
}

// tip draws the tip below what it is about, or above it at the view's foot.
func (r *pageRenderer) tip() {
	p, rd := r.page, r.page.reader
	if p.tip.text == "" || p.tip.of.block >= len(rd.all) {
		return
	}
	const size, inset = float32(13), float32(8)
	var lines []string
	widest := float32(0)
	for _, text := range strings.Split(p.tip.text, "\n") {
		b := block{text: []rune(text), words: text}
		from := 0
		for _, to := range breakLines(&b, (tipWidth-2*inset)/size, measured) {
			lines = append(lines, string(b.text[from:to]))
			widest = max(widest, size*b.span(from, to, measured))
			from = to
		}
	}
	height := float32(len(lines))*size*1.5 + 2*inset
	at := fyne.NewPos(min(p.tip.at.X, max(0, p.Size().Width-widest-2*inset-8)), p.tip.at.Y+rd.size*1.3)
	if at.Y+height > rd.scroll.Offset.Y+rd.scroll.Size().Height {
		at.Y = p.tip.at.Y - height - rd.size*0.8
	}
	box := canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = theme.Color(theme.ColorNameSeparator), 1, 4
	box.Move(at)
	box.Resize(fyne.NewSize(widest+2*inset, height))
	r.objects = append(r.objects, box)
	for i, line := range lines {
		r.text(line, at.AddXY(inset, inset+float32(i)*size*1.5), size, false, theme.Color(theme.ColorNameForeground))
	}
}

func (r *pageRenderer) rect(at fyne.Position, size fyne.Size, fill color.Color) *canvas.Rectangle {
	if r.r == len(r.rects) {
		r.rects = append(r.rects, &canvas.Rectangle{})
	}
	rect := r.rects[r.r]
	r.r++
	rect.FillColor, rect.StrokeWidth, rect.StrokeColor, rect.CornerRadius = fill, 0, nil, 0
	rect.Move(at)
	rect.Resize(size)
	r.objects = append(r.objects, rect)
	return rect
}

func (r *pageRenderer) text(s string, at fyne.Position, size float32, bold bool, c color.Color) {
	if r.t == len(r.texts) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	t := r.texts[r.t]
	r.t++
	t.Text, t.Color, t.TextSize, t.TextStyle.Bold = s, c, size, bold
	t.Move(at)
	t.Resize(t.MinSize())
	r.objects = append(r.objects, t)
}
