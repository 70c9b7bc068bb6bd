package reader

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// page is the long surface inside the scroll. It takes mouse and keys.
type page struct {
	widget.BaseWidget
	reader  *Reader
	height  float32
	hand    bool
	focused bool
	pressed time.Time // when the mouse was pressed last
	presses int       // how often in a row
	dragged bool
	tip     tip
}

// again is the time within which a second click makes a double one.
const again = 400 * time.Millisecond

// MouseDown begins a selection; a second press marks the word, a third the paragraph.
func (p *page) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	s, ok := p.reader.spotAt(e.Position)
	if e.Button != desktop.MouseButtonPrimary || !ok {
		return
	}
	if time.Since(p.pressed) < again {
		p.presses++
	} else {
		p.presses = 1
	}
	p.pressed, p.dragged = time.Now(), false
	p.hideTip()
	switch {
	case p.presses == 2:
		p.reader.selectWord(s)
	case p.presses > 2:
		p.reader.selection = selection{spot{s.block, 0}, spot{s.block, len(p.reader.all[s.block].text)}}
	case e.Modifier&fyne.KeyModifierShift != 0:
		p.reader.selection.to = s
	default:
		p.reader.selection = selection{s, s}
	}
	p.Refresh()
}

// MouseUp is part of desktop.Mouseable.
func (p *page) MouseUp(*desktop.MouseEvent) {}

// Dragged extends the selection, and scrolls where the pointer leaves the view.
func (p *page) Dragged(e *fyne.DragEvent) {
	r := p.reader
	y := e.Position.Y - r.scroll.Offset.Y
	if step := e.Dragged.DY; y < 0 || y > r.scroll.Size().Height {
		r.scroll.ScrollToOffset(r.scroll.Offset.AddXY(0, step))
		r.scrolled()
	}
	if s, ok := r.spotAt(e.Position); ok {
		p.dragged = true
		if s.block == r.selection.from.block || r.all[s.block].column == r.all[r.selection.from.block].column {
			r.selection.to = s
		}
		p.Refresh()
	}
}

// DragEnd is part of fyne.Draggable.
func (p *page) DragEnd() {}

// Tapped tells which figure was tapped, and shows of a number that was not taken why.
func (p *page) Tapped(e *fyne.PointEvent) {
	if p.presses > 1 || p.dragged {
		return
	}
	if id := p.reader.FigureAt(e.Position); id != "" {
		if p.reader.events.FigureTapped != nil {
			p.reader.events.FigureTapped(id)
		}
		return
	}
	p.showTip(e.Position)
}

// TappedSecondary asks for the context menu; where nothing is marked, of the word under the pointer.
func (p *page) TappedSecondary(e *fyne.PointEvent) {
	r := p.reader
	if _, marked := r.Selected(); !marked {
		if s, ok := r.under(e.Position); ok {
			r.selectWord(s)
		}
	}
	p.hideTip()
	if r.events.Menu != nil {
		r.events.Menu(e.AbsolutePosition)
	}
}

// MouseIn is part of desktop.Hoverable.
func (p *page) MouseIn(*desktop.MouseEvent) {}

// MouseMoved keeps the hand over figures, and shows what is under the pointer once it rests.
func (p *page) MouseMoved(e *desktop.MouseEvent) {
	p.hand = p.reader.FigureAt(e.Position) != ""
	p.restAt(e.Position)
}

// MouseOut is part of desktop.Hoverable.
func (p *page) MouseOut() {
	p.hand = false
	p.hideTip()
}

// Cursor is part of desktop.Cursorable.
func (p *page) Cursor() desktop.Cursor {
	if p.hand {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// FocusGained is part of fyne.Focusable.
func (p *page) FocusGained() {
	p.focused = true
	p.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (p *page) FocusLost() {
	p.focused = false
	p.Refresh()
}

// TypedRune is part of fyne.Focusable.
func (p *page) TypedRune(r rune) {
	if p.reader.events.Typed != nil && r != ' ' {
		p.reader.events.Typed(r)
	}
}

// TypedKey scrolls; left and right go from figure to figure.
func (p *page) TypedKey(e *fyne.KeyEvent) {
	r := p.reader
	view := r.scroll.Size().Height - 2*r.size
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -3 * r.size, fyne.KeyDown: 3 * r.size, fyne.KeyPageUp: -view, fyne.KeyPageDown: view, fyne.KeySpace: view,
		fyne.KeyHome: -p.height, fyne.KeyEnd: p.height,
	}[e.Name]
	if by != 0 {
		r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, r.scroll.Offset.Y+by), max(0, p.height-r.scroll.Size().Height))))
		r.scrolled()
	}
	if e.Name == fyne.KeyLeft || e.Name == fyne.KeyRight {
		if id := r.neighbour(e.Name == fyne.KeyRight); id != "" && r.events.FigureTapped != nil {
			r.events.FigureTapped(id)
		}
	}
	if e.Name == fyne.KeyEscape {
		r.selection = selection{}
		p.hideTip()
		p.Refresh()
	}
}

// TypedShortcut copies, and marks all.
func (p *page) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		if p.reader.events.Copy != nil {
			p.reader.events.Copy()
		}
	case *fyne.ShortcutSelectAll:
		p.reader.SelectAll()
	}
}

// MinSize is as high as the report.
func (p *page) MinSize() fyne.Size { return fyne.NewSize(240, p.height) }

// CreateRenderer is part of fyne.Widget.
func (p *page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{page: p}
	r.Refresh()
	return r
}

// Focus gives the reader the keys.
func (r *Reader) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.page); c != nil {
		c.Focus(r.page)
	}
}
