// Package reader shows a report with its figures marked in the text. It sets the lines itself, since Fyne's own text
// breaks Chinese wrongly, and holds canvas objects for the visible lines only: their number does not grow with the
// report's length.
package reader

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/editions"
)

// Events are what the reader tells and asks.
type Events struct {
	FigureTapped func(id string)
	Scrolled     func(paragraph string)      // which stands at the top now
	Copy         func()                      // the user asked to copy the selection
	Menu         func(at fyne.Position)      // the user asked for the context menu, at a place of the window
	Typed        func(r rune)                // a letter was typed while the reader had the focus
	Card         func(f data.Figure) string  // what to show of a figure under the pointer
	Reason       func(f data.Refusal) string // why a number was not taken
}

// Reader is the widget. Its methods belong to the UI goroutine.
type Reader struct {
	widget.BaseWidget
	events    Events
	size      float32 // of running text
	text      Text
	languages []string // of the columns
	all       []block
	lines     []line
	selected  string          // ID of the chosen figure
	too       string          // ID of the other edition's figure that is marked with it; empty for none
	differs   map[string]bool // IDs of figures that the other edition states otherwise
	selection selection
	find      find
	top       string // paragraph at the top, as it was told last
	scroll    *container.Scroll
	page      *page
}

const (
	gutter = 48 // left of the text, for paragraph numbers
	margin = 24 // right of the text
)

// UsualSize is the size of running text where the user chose none, in points.
const UsualSize = 15

// New is an empty reader with text of a size; 0 is the usual one.
func New(size float32, events Events) *Reader {
	if size == 0 {
		size = UsualSize
	}
	r := &Reader{events: events, size: size}
	r.ExtendBaseWidget(r)
	r.page = &page{reader: r}
	r.page.ExtendBaseWidget(r.page)
	r.scroll = container.NewVScroll(r.page)
	r.scroll.OnScrolled = func(fyne.Position) { r.scrolled() }
	return r
}

// Set shows a text. Where it is the one that is shown already, its place and the selection stay.
func (r *Reader) Set(t Text) {
	same := r.text.Report != nil && r.text.Report.Key() == t.Report.Key() && r.text.Report.Hash == t.Report.Hash
	r.text = t
	r.differs = nil
	r.put(blocks(t), []string{t.Report.Language}, same)
}

// SetBeside shows another edition of the text beside it, what belongs together in one row; differs are the IDs of the
// figures of both that the other states otherwise.
func (r *Reader) SetBeside(t Text, together editions.Alignment, differs map[string]bool) {
	r.differs = differs
	r.put(beside(blocks(r.text), blocks(t), together), []string{r.text.Report.Language, t.Report.Language}, true)
}

// Beside tells whether two editions are shown.
func (r *Reader) Beside() bool { return len(r.languages) > 1 }

// put sets blocks; the place in the report stays where it is the same report.
func (r *Reader) put(all []block, languages []string, stay bool) {
	place, moved := r.place(), len(languages) != len(r.languages)
	if moved || !stay {
		r.selection = selection{}
	}
	r.all, r.languages = all, languages
	r.relay()
	r.find.again(r)
	switch {
	case !stay:
		r.selected, r.too, r.top = "", "", ""
		r.scroll.ScrollToTop()
		r.scrolled()
	case moved:
		r.ScrollTo(place)
	}
}

// SetSize sets the text in another size.
func (r *Reader) SetSize(size float32) {
	if size != r.size {
		r.size = size
		r.reset()
	}
}

// reset sets the lines anew and keeps the paragraph at the top where it is.
func (r *Reader) reset() {
	place := r.place()
	r.relay()
	r.ScrollTo(place)
}

// place is the paragraph at the top; "" where that is the report's beginning.
func (r *Reader) place() string {
	if r.scroll.Offset.Y <= 0 {
		return ""
	}
	return r.top
}

// Select marks a figure and brings its line into view.
func (r *Reader) Select(id string) {
	if id != r.selected {
		r.selected, r.too = id, ""
	}
	for _, l := range r.lines {
		for _, f := range r.all[l.block].figures {
			if f.ID == id && f.Start >= l.from && f.Start < l.to {
				r.show(l.top)
			}
		}
	}
	r.page.Refresh()
}

// MarkToo marks the other edition's figure with the chosen one, until another is chosen.
func (r *Reader) MarkToo(id string) {
	r.too = id
	r.page.Refresh()
}

// ScrollTo brings a paragraph, by its number, or a section, by "section:" and its path, to the top; "" is the report's top.
func (r *Reader) ScrollTo(paragraph string) {
	y := float32(0)
	for _, l := range r.lines {
		if paragraph != "" && r.all[l.block].paragraph == paragraph && r.all[l.block].column == 0 {
			y = l.top - 10
			break
		}
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
	r.scrolled()
}

// show scrolls a line into view where it is not.
func (r *Reader) show(top float32) {
	if y := r.scroll.Offset.Y; top < y+20 || top > y+r.scroll.Size().Height-60 {
		r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-r.scroll.Size().Height/3)))
		r.scrolled()
	}
}

// scrolled shows the lines that are in view now, and tells which paragraph stands at the top.
func (r *Reader) scrolled() {
	r.page.Refresh()
	y := r.scroll.Offset.Y
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top >= y })
	for ; i < len(r.lines); i++ {
		if b := r.all[r.lines[i].block]; b.paragraph != "" && b.column == 0 {
			if b.paragraph != r.top {
				r.top = b.paragraph
				if r.events.Scrolled != nil {
					r.events.Scrolled(b.paragraph)
				}
			}
			return
		}
	}
}

// relay sets the lines for the width of now.
func (r *Reader) relay() {
	width := r.Size().Width
	if r.text.Report == nil || width < 10 {
		return
	}
	r.lines, r.page.height = lay(r.all, r.columns(width), r.size, measured)
	r.scroll.Refresh()
	r.page.Refresh()
}

// columns are one or two columns of a comfortable width in the middle of the pane, as far as it is wide enough.
func (r *Reader) columns(pane float32) []column {
	n := float32(len(r.languages))
	room := (pane-margin)/n - gutter
	all, used := make([]column, len(r.languages)), float32(0)
	for i, language := range r.languages {
		all[i] = column{width: max(60, min(room, r.size*lineWidth(language, measured))), pitch: pitch(language)}
		used += gutter + all[i].width
	}
	left := max(0, (pane-margin-used)/2)
	for i := range all {
		all[i].left = left + gutter
		left += gutter + all[i].width
	}
	return all
}

// Resize sets the lines anew where the width changes.
func (r *Reader) Resize(size fyne.Size) {
	changed := size.Width != r.Size().Width
	r.BaseWidget.Resize(size)
	if changed {
		r.reset()
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// visible are the lines between the edges of the view.
func (r *Reader) visible() []line {
	from, to := r.scroll.Offset.Y-3*r.size, r.scroll.Offset.Y+r.scroll.Size().Height+r.size
	a := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top >= from })
	b := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top >= to })
	return r.lines[a:b]
}

// box is where a part of a line stands.
func (r *Reader) box(l line, from, to int) (fyne.Position, fyne.Size) {
	b := &r.all[l.block]
	size := b.size * r.size
	x := size * b.span(l.from, from, measured)
	return fyne.NewPos(l.left+x, l.top), fyne.NewSize(size*b.span(from, to, measured), size*1.45)
}
