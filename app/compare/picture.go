package compare

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/reader"
	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// picture is the drawn chart, point for point. A tap on a mark is told; over a mark its figure is shown as objects above
// the picture, which is not drawn anew.
type picture struct {
	widget.BaseWidget
	compare *Compare
	scroll  *container.Scroll
	image   *canvas.Image
	frame   *canvas.Rectangle    // round the mark under the pointer
	veil    [4]*canvas.Rectangle // over the other marks: above, below, left and right of it
	back    *canvas.Rectangle    // of the tip
	tip     *reader.Passage
	over    int // index of the mark under the pointer; -1 for none
}

func newPicture(c *Compare) *picture {
	p := &picture{
		compare: c, over: -1, image: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1))),
		frame: canvas.NewRectangle(color.Transparent), back: canvas.NewRectangle(color.Transparent), tip: reader.NewPassage(),
	}
	p.image.FillMode = canvas.ImageFillStretch
	p.frame.StrokeColor, p.frame.StrokeWidth, p.frame.CornerRadius = look.Outline, 1.5, 3
	p.back.StrokeWidth, p.back.CornerRadius = 1, 4
	for i := range p.veil {
		p.veil[i] = canvas.NewRectangle(color.Transparent)
	}
	p.tip.SizeName = theme.SizeNameCaptionText
	p.hide()
	p.ExtendBaseWidget(p)
	whole := &resized{content: p, changed: c.Redraw}
	whole.ExtendBaseWidget(whole)
	p.scroll = container.NewVScroll(whole)
	return p
}

// resized tells when the width or the height of the view changed: the chart is laid out for it.
type resized struct {
	widget.BaseWidget
	content *picture
	view    fyne.Size
	changed func()
}

// CreateRenderer is part of fyne.Widget.
func (r *resized) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// MinSize is part of fyne.Widget.
func (r *resized) MinSize() fyne.Size { return r.content.MinSize() }

// Resize is part of fyne.Widget.
func (r *resized) Resize(size fyne.Size) {
	r.BaseWidget.Resize(size)
	if view := fyne.NewSize(size.Width, r.content.scroll.Size().Height); view != r.view {
		r.view = view
		r.changed()
	}
}

// CreateRenderer is part of fyne.Widget.
func (p *picture) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.image}
	for _, v := range p.veil {
		objects = append(objects, v)
	}
	return widget.NewSimpleRenderer(container.NewWithoutLayout(append(objects, p.frame, p.back, p.tip)...))
}

// MinSize is as high as the chart, and free to shrink in width.
func (p *picture) MinSize() fyne.Size {
	if m := p.compare.shown; m.chart != nil {
		return fyne.NewSize(200, float32(m.chart.Height))
	}
	return fyne.NewSize(200, 100)
}

// apply shows a drawn chart.
func (p *picture) apply(m model) {
	p.hide()
	p.image.Image = m.picture
	size := fyne.NewSize(1, 1)
	if m.chart != nil {
		size = fyne.NewSize(float32(m.chart.Width), float32(m.chart.Height))
	} else {
		p.image.Image = image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	p.image.Resize(size)
	p.image.Refresh()
	p.scroll.Refresh()
}

// middle is where a mark stands in the window.
func (p *picture) middle(m charts.Mark) fyne.Position {
	at, size := p.box(m)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Add(at).AddXY(size.Width/2, size.Height/2)
}

func (p *picture) box(m charts.Mark) (fyne.Position, fyne.Size) {
	w, h := p.image.Size().Width, p.image.Size().Height
	return fyne.NewPos(w*float32(m.Left), h*float32(m.Top)), fyne.NewSize(w*float32(m.Right-m.Left), h*float32(m.Bottom-m.Top))
}

// at is the index of the mark at a place; -1 where there is none.
func (p *picture) at(pos fyne.Position) int {
	chart := p.compare.shown.chart
	if chart == nil {
		return -1
	}
	x, y := float64(pos.X/p.image.Size().Width), float64(pos.Y/p.image.Size().Height)
	for i, m := range chart.Marks {
		if x >= m.Left && x <= m.Right && y >= m.Top && y <= m.Bottom {
			return i
		}
	}
	return -1
}

// Tapped leads to the sentence of the mark's figure; of a sum, to that of its first part.
func (p *picture) Tapped(e *fyne.PointEvent) {
	if i := p.at(e.Position); i >= 0 {
		p.compare.tapped(p.compare.shown.chart.Marks[i])
	}
}

func (c *Compare) tapped(m charts.Mark) {
	switch {
	case c.shown.chart.Spec.By == charts.Editions:
		other, _ := c.other(m)
		c.events.BothTapped(m.Figure, other.Figure)
	case m.Figure != "":
		c.events.MarkTapped(m.Figure)
	case len(m.Parts) > 0:
		c.events.MarkTapped(m.Parts[0])
	}
}

// Cursor is part of desktop.Cursorable.
func (p *picture) Cursor() desktop.Cursor {
	if p.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn is part of desktop.Hoverable.
func (p *picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved shows what the mark under the pointer states.
func (p *picture) MouseMoved(e *desktop.MouseEvent) {
	i := p.at(e.Position)
	if i == p.over {
		return
	}
	p.hide()
	if i >= 0 {
		p.show(i)
	}
}

// MouseOut is part of desktop.Hoverable.
func (p *picture) MouseOut() { p.hide() }

func (p *picture) hide() {
	p.over = -1
	for _, v := range p.veil {
		v.Hide()
	}
	p.frame.Hide()
	p.back.Hide()
	p.tip.Hide()
}

// tipWidth is how wide a tip is, at most.
const tipWidth = 340

func (p *picture) show(i int) {
	p.over = i
	m := p.compare.shown.chart.Marks[i]
	at, size := p.box(m)
	p.frame.Move(at)
	p.frame.Resize(size)
	p.frame.Show()
	p.dim(at, size)
	p.tip.SetText(strings.Join(p.compare.tipLines(m), "\n"))
	width := min(tipWidth, p.Size().Width-8)
	p.tip.Resize(fyne.NewSize(width, 10)) // the text is wrapped to it, and then is as high as it is
	height := p.tip.MinSize().Height
	x := max(4, min(at.X, p.Size().Width-width-4))
	y := at.Y + size.Height + 4
	if bottom := p.scroll.Offset.Y + p.scroll.Size().Height; y+height > bottom && at.Y-height-4 >= 0 {
		y = at.Y - height - 4
	}
	p.tip.Move(fyne.NewPos(x, y))
	p.tip.Resize(fyne.NewSize(width, height))
	p.back.FillColor, p.back.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(theme.ColorNameSeparator)
	p.back.Move(p.tip.Position())
	p.back.Resize(p.tip.Size())
	p.back.Show()
	p.tip.Show()
	p.frame.Refresh()
	p.back.Refresh()
}

// dim lays a veil of the page's colour over where the marks stand, but for the place of one.
func (p *picture) dim(at fyne.Position, size fyne.Size) {
	chart := p.compare.shown.chart
	page := chart.Palette().Page
	end := at.Add(size)
	left, top, right, bottom := at.X, at.Y, end.X, end.Y // of all marks
	for _, m := range chart.Marks {
		place, size := p.box(m)
		left, top = min(left, place.X), min(top, place.Y)
		right, bottom = max(right, place.X+size.Width), max(bottom, place.Y+size.Height)
	}
	for i, corners := range [4][2]fyne.Position{
		{fyne.NewPos(left, top), fyne.NewPos(right, at.Y)},
		{fyne.NewPos(left, end.Y), fyne.NewPos(right, bottom)},
		{fyne.NewPos(left, at.Y), fyne.NewPos(at.X, end.Y)},
		{fyne.NewPos(end.X, at.Y), fyne.NewPos(right, end.Y)},
	} {
		v := p.veil[i]
		v.FillColor = color.NRGBA{page.R, page.G, page.B, veiled}
		v.Move(corners[0])
		v.Resize(fyne.NewSize(corners[1].X-corners[0].X, corners[1].Y-corners[0].Y))
		v.Show()
		v.Refresh()
	}
}

// veiled is how much the veil covers, of 255: what lies under it is still read.
const veiled = 0x90

// longestSentence is how much of a sentence a tip shows, in characters.
const longestSentence = 260

// tipLines are what a mark states: the quantity with its hedge, of what, when, who says so, where, and the sentence.
func (c *Compare) tipLines(m charts.Mark) []string {
	lines := []string{m.Text}
	add := func(parts ...string) {
		text := ""
		for _, part := range parts {
			if part == "" {
				continue
			}
			if text != "" {
				text += " · "
			}
			text += part
		}
		if text != "" {
			lines = append(lines, text)
		}
	}
	add(m.Row, m.Detail)
	if m.Derived {
		add(c.words.Say("compare.derived", len(m.Parts)))
		return lines
	}
	for _, f := range c.shown.chart.Figures {
		if f.ID != m.Figure {
			continue
		}
		when, source := "", ""
		if f.AsOf != nil {
			when = c.words.Say("compare.as_of", charts.DateText(*f.AsOf, c.words))
		}
		if f.Source != nil {
			source = c.words.Say("compare.source", charts.SourceText(*f.Source, c.words))
		}
		add(when, source)
		add(charts.Cite(f, c.words))
		add(shortened(f.Sentence))
	}
	if o, ok := c.other(m); ok {
		f, _ := c.find(o.Figure)
		add(o.Text)
		add(c.shown.chart.Series[o.Series].Label, charts.Cite(f, c.words))
		add(shortened(f.Sentence))
	}
	return lines
}

func shortened(sentence string) string {
	if r := []rune(sentence); len(r) > longestSentence {
		return string(r[:longestSentence]) + "…"
	}
	return sentence
}

// other is the mark of what the other edition states in a mark's row; false where it states nothing there.
func (c *Compare) other(m charts.Mark) (charts.Mark, bool) {
	for _, o := range c.shown.chart.Marks {
		if c.shown.chart.Spec.By == charts.Editions && o.Beside == m.Beside && o.Figure != m.Figure {
			return o, true
		}
	}
	return charts.Mark{}, false
}

// find is the drawn figure with an ID.
func (c *Compare) find(id string) (data.Figure, bool) {
	for _, f := range c.shown.chart.Figures {
		if f.ID == id {
			return f, true
		}
	}
	return data.Figure{}, false
}
