package charts

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A spot is a place on the page in points, y downwards from the top left.
type spot struct{ x, y float64 }

// item is one thing on the page: a line, an area, a circle or a text.
type item struct {
	form   form
	at     []spot // corners; a circle's middle; a text's start on its baseline
	radius float64
	width  float64 // of a line; 0: filled
	dashes []vg.Length
	color  color.RGBA
	text   string
	size   float64
	bold   bool
}

type form uint8

const (
	openLine form = iota
	area          // closed
	circle
	inscription
)

// sheet is the page as it is laid out: items in the order in which they are drawn.
type sheet struct {
	items []item
	free  []spot  // memory of the items' spots not used so far
	em    float64 // size of plain text, in points
	Palette
}

// spots are some spots in memory that many items share: a chart of thousands of marks has several items a mark.
func (s *sheet) spots(at ...spot) []spot {
	if len(at) > cap(s.free)-len(s.free) {
		s.free = make([]spot, 0, max(len(at), min(4096, 16+2*len(s.items))))
	}
	start := len(s.free)
	s.free = append(s.free, at...)
	return s.free[start:len(s.free):len(s.free)]
}

func (s *sheet) line(x1, y1, x2, y2, width float64, c color.RGBA, dashes ...vg.Length) {
	s.items = append(s.items, item{form: openLine, at: s.spots(spot{x1, y1}, spot{x2, y2}), width: width, color: c, dashes: dashes})
}

func (s *sheet) polyline(at []spot, width float64, c color.RGBA, dashes ...vg.Length) {
	s.items = append(s.items, item{form: openLine, at: at, width: width, color: c, dashes: dashes})
}

func (s *sheet) area(c color.RGBA, at ...spot) {
	s.items = append(s.items, item{form: area, at: s.spots(at...), color: c})
}

func (s *sheet) rect(x, y, w, h float64, c color.RGBA) {
	s.area(c, spot{x, y}, spot{x + w, y}, spot{x + w, y + h}, spot{x, y + h})
}

// text writes one line; align is the share of its width that stands left of x.
func (s *sheet) text(text string, x, y, size float64, bold bool, c color.RGBA, align float64) {
	if text == "" {
		return
	}
	if align != 0 {
		x -= align * textWidth(text, size, bold)
	}
	s.items = append(s.items, item{form: inscription, at: s.spots(spot{x, y}), text: text, size: size, bold: bold, color: c})
}

// block writes lines from a top downwards and gives its bottom.
func (s *sheet) block(lines []string, x, top, size float64, bold bool, c color.RGBA) float64 {
	for _, l := range lines {
		s.text(l, x, top+ascent*size, size, bold, c, 0)
		top += leading * size
	}
	return top
}

// Of the size: from one baseline to the next, and from the top of a line to its baseline.
const (
	leading = 1.36
	ascent  = 1.0
)

// blend is a colour laid over another with a share of covering.
func blend(over, under color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*share + float64(b)*(1-share))) }
	return color.RGBA{mix(over.R, under.R), mix(over.G, under.G), mix(over.B, under.B), 255}
}

// Draw draws the chart on a canvas of its size, the mark of the figure emphasised on a tinted ground. The page is filled.
func (c *Chart) Draw(canvas vg.Canvas, emphasised string) {
	p := c.Palette()
	var path vg.Path // each item's in turn
	draw := func(i *item) { path = i.draw(canvas, c.Height, path[:0]) }
	corners := func(left, top, right, bottom float64) []spot {
		return []spot{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
	}
	draw(&item{form: area, at: corners(0, 0, c.Width, c.Height), color: p.Page})
	var tinted []box
	tint := blend(p.Strong, p.Page, 0.18)
	for i := range c.Marks {
		if m := &c.Marks[i]; emphasised != "" && m.Figure == emphasised {
			place := box{m.Left * c.Width, m.Top * c.Height, m.Right * c.Width, m.Bottom * c.Height}
			at := corners(place.left, place.top, place.right, place.bottom)
			draw(&item{form: area, at: at, color: tint})
			draw(&item{form: area, at: at, color: p.Strong, width: 1})
			tinted = append(tinted, place)
		}
	}
	part, _ := canvas.(partial)
	for n := range c.items {
		i := &c.items[n]
		if part != nil && part.Outside(i.heights(c.Height)) {
			continue
		}
		if len(tinted) > 0 && i.color == p.Page && i.form == area && slices.ContainsFunc(tinted, i.within) { // what keeps the grid out of words
			over := *i
			over.color = tint
			i = &over
		}
		draw(i)
	}
}

// partial is a canvas that shows a part of the page alone, and tells what lies wholly outside it: the heights are those of
// the ends and of what may stand out from them, in points from the page's bottom.
type partial interface {
	Outside(low, high, margin float64) bool
}

// within tells whether an item stands wholly in a box.
func (i *item) within(b box) bool {
	return !slices.ContainsFunc(i.at, func(s spot) bool { return s.x < b.left || s.x > b.right || s.y < b.top || s.y > b.bottom })
}

// heights are the least and the greatest height of an item's spots on a page, and how far the item may stand out from them.
func (i *item) heights(page float64) (low, high, margin float64) {
	low, high = page-i.at[0].y, page-i.at[0].y
	for _, s := range i.at[1:] {
		low, high = min(low, page-s.y), max(high, page-s.y)
	}
	return low, high, i.radius + i.width + 2*i.size + 1
}

// draw draws the item on a page of a height, by way of a path in memory given, which it gives back.
func (i *item) draw(canvas vg.Canvas, height float64, path vg.Path) vg.Path {
	canvas.SetColor(i.color)
	place := func(s spot) vg.Point { return vg.Point{X: vg.Length(s.x), Y: vg.Length(height - s.y)} }
	if i.form == inscription {
		canvas.FillString(face(i.size, i.bold), place(i.at[0]), i.text)
		return path
	}
	if i.form == circle {
		middle := place(i.at[0])
		path.Move(vg.Point{X: middle.X + vg.Length(i.radius), Y: middle.Y})
		path.Arc(middle, vg.Length(i.radius), 0, 2*math.Pi)
	} else {
		path.Move(place(i.at[0]))
		for _, s := range i.at[1:] {
			path.Line(place(s))
		}
	}
	if i.form != openLine {
		path.Close()
	}
	if i.width == 0 {
		canvas.Fill(path)
		return path
	}
	canvas.SetLineWidth(vg.Length(i.width))
	canvas.SetLineDash(i.dashes, 0)
	canvas.Stroke(path)
	if i.dashes != nil {
		canvas.SetLineDash(nil, 0)
	}
	return path
}
