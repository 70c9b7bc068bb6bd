// Package raster draws on pixels what package vg describes, fast enough to draw a chart anew within a frame: glyphs are
// rasterised once for each size, lines along the axes and rectangles stand on whole pixels, and coverage has 16 levels, so
// that a chart mostly fits the 256 colours of an indexed PNG.
package raster

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Canvas is an image that is drawn on in points, with the origin at the bottom left. It implements vg.Canvas.
type Canvas struct {
	Image *image.RGBA
	state
	stack  []state
	edges  vector.Rasterizer
	traced tracing
	mask   *image.Alpha
	height float64 // in pixels
}

type state struct {
	m      matrix
	width  float64 // of lines, in points
	dashes []vg.Length
	offset vg.Length
	color  color.RGBA
}

// matrix maps points to pixels: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) apply(p vg.Point) (x, y float64) {
	return m.a*float64(p.X) + m.c*float64(p.Y) + m.e, m.b*float64(p.X) + m.d*float64(p.Y) + m.f
}

// upright tells whether the axes still run along the pixels.
func (m matrix) upright() bool { return m.b == 0 && m.c == 0 && m.a > 0 && m.d < 0 }

// New is a page of a width and height in points, scale pixels a point, filled with a colour.
func New(width, height, scale float64, ground color.RGBA) *Canvas {
	w, h := int(math.Round(width*scale)), int(math.Round(height*scale))
	c := &Canvas{Image: image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1))), height: float64(h)}
	c.begin(scale, 0, ground)
	return c
}

// begin empties the canvas, whose first row is that many pixels below the top of the page.
func (c *Canvas) begin(scale, top float64, ground color.RGBA) {
	c.m = matrix{a: scale, d: -scale, f: c.height - top}
	c.width, c.dashes, c.color = 1, nil, color.RGBA{A: 255}
	c.fillRect(c.Image.Rect, ground)
}

// Outside tells whether what lies between two heights in points, on a page that is not turned, is above or below the
// canvas by more than a margin in points: it need not be drawn.
func (c *Canvas) Outside(low, high, margin float64) bool {
	if !c.m.upright() {
		return false
	}
	return c.m.d*(high+margin)+c.m.f >= float64(c.Image.Rect.Max.Y) || c.m.d*(low-margin)+c.m.f < 0
}

// heights are the least and the greatest height of a path, in points.
func heights(path vg.Path) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, part := range path {
		if part.Type == vg.CloseComp {
			continue
		}
		y, r := float64(part.Pos.Y), 0.0
		if part.Type == vg.ArcComp {
			r = float64(part.Radius)
		}
		low, high = min(low, y-r), max(high, y+r)
		for _, k := range part.Control {
			low, high = min(low, float64(k.Y)), max(high, float64(k.Y))
		}
	}
	return low, high
}

// SetLineWidth is part of vg.Canvas.
func (c *Canvas) SetLineWidth(w vg.Length) { c.width = float64(w) }

// SetLineDash is part of vg.Canvas.
func (c *Canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.dashes, c.offset = pattern, offset
}

// SetColor is part of vg.Canvas.
func (c *Canvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	c.color = color.RGBAModel.Convert(clr).(color.RGBA)
}

// Rotate is part of vg.Canvas.
func (c *Canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	m := c.m
	c.m = matrix{m.a*cos + m.c*sin, m.b*cos + m.d*sin, m.c*cos - m.a*sin, m.d*cos - m.b*sin, m.e, m.f}
}

// Translate is part of vg.Canvas.
func (c *Canvas) Translate(p vg.Point) { c.m.e, c.m.f = c.m.apply(p) }

// Scale is part of vg.Canvas.
func (c *Canvas) Scale(x, y float64) {
	c.m.a, c.m.b, c.m.c, c.m.d = c.m.a*x, c.m.b*x, c.m.c*y, c.m.d*y
}

// Push is part of vg.Canvas.
func (c *Canvas) Push() { c.stack = append(c.stack, c.state) }

// Pop is part of vg.Canvas.
func (c *Canvas) Pop() {
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

// Fill is part of vg.Canvas. A rectangle along the axes gets whole pixels, one at least.
func (c *Canvas) Fill(path vg.Path) {
	if low, high := heights(path); c.Outside(low, high, 1) {
		return
	}
	lines := c.traced.flatten(path, c.m)
	if len(lines) == 1 {
		if r, ok := rectangle(lines[0].points); ok {
			c.fillRect(r, c.color)
			return
		}
	}
	for _, l := range lines {
		c.traced.outlines = append(c.traced.outlines, l.points)
	}
	c.fill(c.traced.outlines)
}

// Stroke is part of vg.Canvas. Undashed lines along the axes get whole pixels, one at least.
func (c *Canvas) Stroke(path vg.Path) {
	if c.width <= 0 {
		return
	}
	if low, high := heights(path); c.Outside(low, high, c.width+1) {
		return
	}
	width := c.width * math.Sqrt(math.Abs(c.m.a*c.m.d-c.m.b*c.m.c))
	lines := c.traced.flatten(path, c.m)
	if len(c.dashes) > 0 {
		scale := width / c.width
		lines = dash(lines, c.dashes, float64(c.offset)*scale, scale)
	} else if len(lines) == 1 && !lines[0].closed {
		if r, ok := straight(lines[0].points, width); ok {
			c.fillRect(r, c.color)
			return
		}
	}
	for _, l := range lines {
		c.traced.stroke(l, max(width, 1)/2)
	}
	c.fill(c.traced.outlines)
}

// DrawImage is part of vg.Canvas; charts have no pictures.
func (c *Canvas) DrawImage(vg.Rectangle, image.Image) {}

// FillString is part of vg.Canvas.
func (c *Canvas) FillString(f font.Face, at vg.Point, text string) {
	if y := float64(at.Y); c.Outside(y, y, 2*float64(f.Font.Size)) {
		return
	}
	x, y := c.m.apply(at)
	if c.m.upright() {
		c.write(f, x, y, text)
		return
	}
	c.fill(outlines(f, c.m, at, text))
}

// fill fills outlines, in pixels, by the non-zero rule.
func (c *Canvas) fill(all [][]point) {
	box := image.Rectangle{}
	for _, points := range all {
		if len(points) >= 3 {
			box = box.Union(bounds(points))
		}
	}
	inside := box.Intersect(c.Image.Rect)
	if inside.Empty() {
		return
	}
	if box.Dx()*box.Dy() > 1<<22 { // else the whole of it is rasterised, so that each band of a page has the same pixels of it
		box = inside
	}
	c.edges.Reset(box.Dx(), box.Dy())
	for _, points := range all {
		if len(points) >= 3 {
			move(&c.edges, points, box.Min)
		}
	}
	c.mask = fresh(c.mask, box.Dx(), box.Dy())
	c.edges.Draw(c.mask, c.mask.Rect, image.Opaque, image.Point{})
	c.blend(c.mask, box.Min)
}

func move(edges *vector.Rasterizer, points []point, origin image.Point) {
	x, y := float64(origin.X), float64(origin.Y)
	edges.MoveTo(float32(points[0].x-x), float32(points[0].y-y))
	for _, p := range points[1:] {
		edges.LineTo(float32(p.x-x), float32(p.y-y))
	}
	edges.ClosePath()
}

// fresh is an empty mask, in the memory of an older one where that suffices.
func fresh(old *image.Alpha, w, h int) *image.Alpha {
	if old == nil || cap(old.Pix) < w*h {
		return image.NewAlpha(image.Rect(0, 0, w, h))
	}
	pix := old.Pix[:w*h]
	clear(pix)
	return &image.Alpha{Pix: pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
}

// levels is coverage in 16 levels.
var levels = func() (t [256]uint32) {
	for i := range t {
		t[i] = uint32((i*15+127)/255) * 17
	}
	return t
}()

// blend lays the colour over the image where the mask is, the mask's corner at a pixel.
func (c *Canvas) blend(mask *image.Alpha, at image.Point) {
	r, g, b, a := uint32(c.color.R), uint32(c.color.G), uint32(c.color.B), uint32(c.color.A)
	clip := mask.Rect.Add(at).Intersect(c.Image.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		line := mask.Pix[(y-at.Y)*mask.Stride+clip.Min.X-at.X:][:clip.Dx()]
		to := c.Image.Pix[c.Image.PixOffset(clip.Min.X, y):][:4*clip.Dx()]
		for x, cover := range line {
			if cover == 0 {
				continue
			}
			p := to[4*x : 4*x+4 : 4*x+4]
			k := levels[cover]
			if k == 255 && a == 255 {
				p[0], p[1], p[2], p[3] = uint8(r), uint8(g), uint8(b), 255
				continue
			}
			rest := 255 - k*a/255
			p[0] = uint8((r*k + uint32(p[0])*rest + 127) / 255)
			p[1] = uint8((g*k + uint32(p[1])*rest + 127) / 255)
			p[2] = uint8((b*k + uint32(p[2])*rest + 127) / 255)
		}
	}
}

func (c *Canvas) fillRect(r image.Rectangle, clr color.RGBA) {
	r = r.Intersect(c.Image.Rect)
	if r.Empty() {
		return
	}
	first := c.Image.Pix[c.Image.PixOffset(r.Min.X, r.Min.Y):][:4*r.Dx()]
	for x := 0; x < len(first); x += 4 {
		first[x], first[x+1], first[x+2], first[x+3] = clr.R, clr.G, clr.B, 255
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(c.Image.Pix[c.Image.PixOffset(r.Min.X, y):], first)
	}
}
