package reader

import (
	"sort"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
)

// spot is a place in the text: between runes of a block.
type spot struct{ block, at int }

// lineAt is the index of the line at a place of the page, or the nearest in its column; -1 where there are no lines.
func (r *Reader) lineAt(at fyne.Position) int {
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].top > at.Y }) - 1
	column := 0
	if r.Beside() && at.X > r.columns(r.Size().Width)[1].left-gutter {
		column = 1
	}
	for k := i; k >= 0; k-- {
		if r.all[r.lines[k].block].column == column {
			return k
		}
	}
	for k := max(0, i); k < len(r.lines); k++ {
		if r.all[r.lines[k].block].column == column {
			return k
		}
	}
	return -1
}

// spotAt is the place in the text nearest to a place of the page; false where there is no text.
func (r *Reader) spotAt(at fyne.Position) (spot, bool) {
	i := r.lineAt(at)
	if i < 0 {
		return spot{}, false
	}
	l := r.lines[i]
	b := &r.all[l.block]
	x := (at.X - l.left) / (b.size * r.size)
	n := sort.Search(l.to-l.from, func(k int) bool { return b.span(l.from, l.from+k+1, measured) > x })
	return spot{l.block, l.from + n}, true
}

// under is what stands at a place of the page: the block, and the rune in it; false beside the text.
func (r *Reader) under(at fyne.Position) (spot, bool) {
	s, ok := r.spotAt(at)
	if !ok {
		return s, false
	}
	l := r.lines[r.lineAt(at)]
	pos, size := r.box(l, l.from, l.to)
	return s, at.X >= pos.X && at.X <= pos.X+size.Width && at.Y >= pos.Y && at.Y <= pos.Y+size.Height && s.at < l.to
}

// figureAt is the figure whose words stand at a spot; of several the shortest.
func (r *Reader) figureAt(s spot) *data.Figure {
	var found *data.Figure
	for i, f := range r.all[s.block].figures {
		if f.Start <= s.at && s.at < f.End && (found == nil || f.End-f.Start < found.End-found.Start) {
			found = &r.all[s.block].figures[i]
		}
	}
	return found
}

// FigureAt is the figure at a place of the page; "" where there is none.
func (r *Reader) FigureAt(at fyne.Position) string {
	if s, ok := r.under(at); ok {
		if f := r.figureAt(s); f != nil {
			return f.ID
		}
	}
	return ""
}

// FirstFigure is the first figure in view and the middle of its words in the window; "" where none is in view.
func (r *Reader) FirstFigure() (string, fyne.Position) {
	for _, l := range r.visible() {
		for _, f := range r.all[l.block].figures {
			if at, ok := r.Where(f.ID); ok {
				return f.ID, at
			}
		}
	}
	return "", fyne.Position{}
}

// Where is the middle of a figure's words in the window, on the first line that they stand on; false where that is not in
// view.
func (r *Reader) Where(figure string) (fyne.Position, bool) {
	for _, l := range r.visible() {
		for _, f := range r.all[l.block].figures {
			if from, to := max(f.Start, l.from), min(f.End, l.to); f.ID == figure && from < to && l.top >= r.scroll.Offset.Y {
				pos, size := r.box(l, from, to)
				origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)
				return origin.Add(pos).AddXY(size.Width/2, size.Height/2), true
			}
		}
	}
	return fyne.Position{}, false
}

// neighbour is the figure after the chosen one in reading order, or before it; where none is chosen the first from the
// top of the view. "" at the end.
func (r *Reader) neighbour(forward bool) string {
	var ids []string
	at, fromTop := -1, -1
	seen := map[string]bool{}
	for _, l := range r.lines {
		for _, f := range r.all[l.block].figures {
			if seen[f.ID] || f.Start < l.from || f.Start >= l.to {
				continue
			}
			seen[f.ID] = true
			if f.ID == r.selected {
				at = len(ids)
			}
			if fromTop < 0 && l.top >= r.scroll.Offset.Y {
				fromTop = len(ids)
			}
			ids = append(ids, f.ID)
		}
	}
	switch {
	case at < 0:
		at = fromTop
	case forward:
		at++
	default:
		at--
	}
	if at < 0 || at >= len(ids) {
		return ""
	}
	return ids[at]
}
