package charts

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"figurebook.org/figurebook/assets/fonts"
	"figurebook.org/figurebook/data"
)

// regular is the font as the check for missing runes reads it.
var regular = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(fonts.Regular) })

var faces = sync.OnceValues(func() (*font.Cache, error) {
	var all font.Collection
	for _, f := range []struct {
		bytes  []byte
		weight xfont.Weight
	}{{fonts.Regular, xfont.WeightNormal}, {fonts.Bold, xfont.WeightBold}} {
		parsed, err := opentype.Parse(f.bytes)
		if err != nil {
			return nil, err
		}
		all = append(all, font.Face{Font: font.Font{Typeface: "Report Sans", Weight: f.weight}, Face: parsed})
	}
	return font.NewCache(all), nil
})

func face(size float64, bold bool) font.Face {
	cache, err := faces()
	if err != nil {
		panic(err) // the embedded font is broken: a mistake of the build
	}
	f := font.Font{Typeface: "Report Sans"}
	if bold {
		f.Weight = xfont.WeightBold
	}
	return cache.Lookup(f, vg.Length(size))
}

func width(s string, size float64) float64 {
	f := face(size, false)
	return float64(f.Width(s))
}

// A row is one line of the picture, at its middle's height from the top.
type row struct {
	lines []string // the label, wrapped
	y     float64
	marks []int
}

// Measures of the picture, in points.
const (
	margin   = 16.0
	labels   = 190.0
	textRoom = 120.0 // at least, to the right of the axis for the words of its last marks
	small    = 10.0
	plotTop  = 74.0
)

// layout sets rows, the axis and each mark's place in the picture.
func (c *Chart) layout() {
	if c.Spec.Kind == Lines {
		c.layoutChange()
	} else {
		c.layoutBars()
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		m.Left, m.Right, m.Top, m.Bottom = m.Left/c.Width, m.Right/c.Width, m.Top/c.Height, m.Bottom/c.Height
	}
}

func (c *Chart) footHeight() float64 {
	return 30 + 14*float64(len(wrap(c.Source, small, c.Width-2*margin))) + 14*float64(len(wrap(strings.Join(c.Notes, "  "), small, c.Width-2*margin)))
}

// x is where a value stands on the axis of bars.
func (c *Chart) x(value float64) float64 {
	_, last := axis(c.Max)
	return margin + labels + value/last*(c.Width-2*margin-labels-c.room)
}

// makeRoom leaves to the right of the axis what the words of the marks need that reach beyond it.
func (c *Chart) makeRoom() {
	c.room = textRoom
	for range 3 { // room moves the marks, which changes what is needed
		for _, m := range c.Marks {
			if over := c.x(m.To) + 16 + width(m.Text, small) - (c.Width - margin/2); over > 0 {
				c.room = min(c.room+over, c.Width/2)
			}
		}
	}
}

func (c *Chart) layoutBars() {
	c.makeRoom()
	y := plotTop
	previous := ""
	for i := range c.Marks {
		m := &c.Marks[i]
		label := m.Row
		if m.Detail != "" {
			label += " · " + m.Detail
		}
		if label == previous {
			label = ""
		} else {
			previous = label
		}
		r := row{lines: wrap(label, small, labels-10), marks: []int{i}}
		height := max(24, 13*float64(len(r.lines))+8)
		r.y = y + height/2
		m.Top, m.Bottom = y, y+height
		m.Left, m.Right = c.x(m.From)-10, c.x(m.To)+16+width(m.Text, small)
		y += height
		c.rows = append(c.rows, r)
	}
	c.Height = y + 26 + c.footHeight()
}

// span is the time axis of a change chart: first and last year.
func (c *Chart) span() (float64, float64) {
	first, last := math.Inf(1), math.Inf(-1)
	for _, m := range c.Marks {
		first, last = min(first, m.Time), max(last, m.Time)
	}
	return math.Floor(first), math.Max(math.Ceil(last+0.001), math.Floor(first)+1)
}

const changeHeight = 230.0

func (c *Chart) point(m Mark, value float64) (x, y float64) {
	first, last := c.span()
	x = margin + 70 + (m.Time-first)/(last-first)*(c.Width-2*margin-70-textRoom)
	_, top := axis(c.Max)
	return x, plotTop + changeHeight*(1-value/top)
}

func (c *Chart) layoutChange() {
	c.Height = plotTop + changeHeight + 30 + c.footHeight()
	for i := range c.Marks {
		m := &c.Marks[i]
		x, high := c.point(*m, m.To)
		_, low := c.point(*m, m.From)
		m.Left, m.Right, m.Top, m.Bottom = x-9, x+9, high-9, low+9
	}
}

// wrap breaks a text into lines no wider than room: between words, and between Han, but never before a closing mark.
func wrap(text string, size, room float64) []string {
	var lines []string
	line, pending := "", ""
	flush := func() {
		if line != "" && width(line+pending, size) > room {
			lines = append(lines, strings.TrimSpace(line))
			line = strings.TrimLeft(pending, " ")
		} else {
			line += pending
		}
		pending = ""
	}
	runes := []rune(text)
	for i, r := range runes {
		pending += string(r)
		closes := i+1 < len(runes) && strings.ContainsRune("，。、；：）》”%)],.;:", runes[i+1])
		if (r == ' ' || unicode.Is(unicode.Han, r) || i+1 < len(runes) && unicode.Is(unicode.Han, runes[i+1])) && !closes && !strings.ContainsRune("（《“(", r) {
			flush()
		}
	}
	flush()
	if line = strings.TrimSpace(line); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// pen draws on a canvas with the origin at the top left.
type pen struct {
	vg.Canvas
	height float64
	colors Palette
}

func (p pen) text(s string, x, y, size float64, bold bool, c color.Color) {
	p.SetColor(c)
	p.FillString(face(size, bold), vg.Point{X: vg.Length(x), Y: vg.Length(p.height - y)}, s)
}

func (p pen) line(x1, y1, x2, y2, w float64, c color.Color, dashes ...vg.Length) {
	p.SetColor(c)
	p.SetLineWidth(vg.Length(w))
	p.SetLineDash(dashes, 0)
	var path vg.Path
	path.Move(vg.Point{X: vg.Length(x1), Y: vg.Length(p.height - y1)})
	path.Line(vg.Point{X: vg.Length(x2), Y: vg.Length(p.height - y2)})
	p.Stroke(path)
	p.SetLineDash(nil, 0)
}

func (p pen) circle(x, y, r float64, filled bool, c color.Color) {
	center := vg.Point{X: vg.Length(x), Y: vg.Length(p.height - y)}
	var path vg.Path
	path.Move(vg.Point{X: center.X + vg.Length(r), Y: center.Y})
	path.Arc(center, vg.Length(r), 0, 2*math.Pi)
	path.Close()
	if !filled {
		p.SetColor(p.colors.Page)
		p.Fill(path)
		p.SetColor(c)
		p.SetLineWidth(1.8)
		p.Stroke(path)
		return
	}
	p.SetColor(c)
	p.Fill(path)
}

// arrow points from x to the right (+1, towards more) or left (-1, towards less).
func (p pen) arrow(x, y, direction float64, c color.Color) {
	tip := x + 18*direction
	p.line(x, y, tip, y, 1.8, c)
	p.line(tip-5*direction, y-4, tip, y, 1.8, c)
	p.line(tip-5*direction, y+4, tip, y, 1.8, c)
}

// hedged draws a mark by the one grammar of hedges: exact, a full dot; about, a ring; more than and less than, a ring
// with an open arrow; at least and at most, a full dot with an arrow; nearly, a ring with a bar before the number;
// a range, a bar between caps; a vague count, a dashed bar.
func (p pen) hedged(m Mark, low, high, y float64, c color.Color) {
	switch m.Quantity.Bound {
	case data.Range:
		p.line(low, y, high, y, 6, c)
		p.line(low, y-7, low, y+7, 1.8, c)
		p.line(high, y-7, high, y+7, 1.8, c)
	case data.Indefinite:
		p.line(low, y, high, y, 5, c, 4, 3)
	case data.MoreThan, data.AtLeast:
		p.arrow(high, y, 1, c)
		p.circle(high, y, 5, m.Quantity.Bound == data.AtLeast, c)
	case data.LessThan, data.AtMost:
		if nearly(m.Quantity.Hedge) {
			p.line(high-10, y-6, high-10, y+6, 1.8, c)
			p.line(high-10, y, high, y, 1.8, c)
		} else {
			p.arrow(high, y, -1, c)
		}
		p.circle(high, y, 5, m.Quantity.Bound == data.AtMost, c)
	case data.About:
		p.circle(high, y, 5, false, c)
	default:
		p.circle(high, y, 5, true, c)
	}
}

// Draw draws the chart on a canvas of its size; the mark of the figure emphasised stands out, the others step back.
func (c *Chart) Draw(canvas vg.Canvas, emphasised string) {
	p := pen{canvas, c.Height, c.Palette()}
	var page vg.Path
	page.Move(vg.Point{})
	for _, q := range []vg.Point{{X: vg.Length(c.Width)}, {X: vg.Length(c.Width), Y: vg.Length(c.Height)}, {Y: vg.Length(c.Height)}} {
		page.Line(q)
	}
	page.Close()
	p.SetColor(p.colors.Page)
	p.Fill(page)
	p.text(c.Title, margin, 30, 16, true, p.colors.Ink)
	p.text(c.Subtitle, margin, 50, 11, false, p.colors.Quiet)
	if c.Spec.Kind == Lines {
		c.drawChange(p, emphasised)
	} else {
		c.drawBars(p, emphasised)
	}
	y := c.Height - c.footHeight() + 22
	for _, l := range append(wrap(strings.Join(c.Notes, "  "), small, c.Width-2*margin), wrap(c.Source, small, c.Width-2*margin)...) {
		p.text(l, margin, y, small, false, p.colors.Quiet)
		y += 14
	}
}

func (c *Chart) color(p pen, m Mark, emphasised string) color.Color {
	if m.Figure == emphasised {
		return p.colors.Strong
	}
	return p.colors.Series[0]
}

func (c *Chart) drawBars(p pen, emphasised string) {
	bottom := c.rows[len(c.rows)-1].y + 16
	step, last := axis(c.Max)
	for value := 0.0; value <= last*1.0001; value += step {
		x := c.x(value)
		p.line(x, plotTop-4, x, bottom, 0.6, p.colors.Grid)
		label := c.axisLabel(value)
		p.text(label, x-width(label, small)/2, bottom+14, small, false, p.colors.Quiet)
	}
	for _, r := range c.rows {
		for i, l := range r.lines {
			p.text(l, margin, r.y+4+13*(float64(i)-float64(len(r.lines)-1)/2), small, false, p.colors.Ink)
		}
		for _, i := range r.marks {
			m := c.Marks[i]
			col := c.color(p, m, emphasised)
			if m.Quantity.Bound != data.Range && m.Quantity.Bound != data.Indefinite {
				p.line(c.x(0), r.y, c.x(m.To), r.y, 1, p.colors.Grid)
			}
			p.hedged(m, c.x(m.From), c.x(m.To), r.y, col)
			offset := 10.0
			if m.Quantity.Bound == data.MoreThan || m.Quantity.Bound == data.AtLeast {
				offset = 22
			}
			p.text(m.Text, c.x(m.To)+offset, r.y+4, small, m.Figure == emphasised, p.colors.Ink)
		}
	}
}

func (c *Chart) axisLabel(value float64) string {
	d, err := data.ParseDecimal(fmt.Sprintf("%.6g", value))
	if err != nil {
		d, _ = data.ParseDecimal(fmt.Sprintf("%.0f", value))
	}
	return Number(d, c.words)
}

func (c *Chart) drawChange(p pen, emphasised string) {
	step, top := axis(c.Max)
	for value := 0.0; value <= top*1.0001; value += step {
		y := plotTop + changeHeight*(1-value/top)
		p.line(margin+64, y, c.Width-margin-textRoom+20, y, 0.6, p.colors.Grid)
		label := c.axisLabel(value)
		p.text(label, margin+56-width(label, small), y+4, small, false, p.colors.Quiet)
	}
	first, last := c.span()
	for year := first; year <= last; year++ {
		x, _ := c.point(Mark{Time: year}, 0)
		p.text(fmt.Sprintf("%.0f", year), x-12, plotTop+changeHeight+18, small, false, p.colors.Quiet)
		p.line(x, plotTop+changeHeight, x, plotTop+changeHeight+4, 0.8, p.colors.Quiet)
	}
	for i, m := range c.Marks {
		if i > 0 && c.Marks[i-1].Series == m.Series && c.Marks[i-1].Time < m.Time && m.Quantity.Bound != data.Range && c.Marks[i-1].Quantity.Bound != data.Range {
			x1, y1 := c.point(c.Marks[i-1], c.Marks[i-1].To)
			x2, y2 := c.point(m, m.To)
			p.line(x1, y1, x2, y2, 1.4, p.colors.Series[0])
		}
	}
	for _, m := range c.Marks {
		x, high := c.point(m, m.To)
		_, low := c.point(m, m.From)
		col := c.color(p, m, emphasised)
		// The value axis stands upright here, and so do the arrows of the hedges.
		p.Push()
		p.Translate(vg.Point{X: vg.Length(x), Y: vg.Length(p.height - low)})
		p.Rotate(math.Pi / 2)
		pen{p.Canvas, 0, p.colors}.hedged(m, 0, low-high, 0, col)
		p.Pop()
		p.text(m.Text, x+10, high-8, small, m.Figure == emphasised, p.colors.Ink)
		p.text(m.Row, x+10, high+5, 8.5, false, p.colors.Quiet)
	}
}

// Image draws the chart for the screen, scale times its size in points.
func (c *Chart) Image(scale float64, emphasised string) image.Image {
	canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(c.Width), vg.Length(c.Height)), vgimg.UseDPI(int(72*scale)))
	c.Draw(canvas, emphasised)
	return canvas.Image()
}
