package raster

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// glyph is a rune rasterised: its mask, the mask's corner from the pen, and how far the pen moves, in pixels.
type glyph struct {
	mask    *image.Alpha
	corner  image.Point
	advance float64
}

// drawn names a rasterised rune: Shift is the pen's place within a pixel, in quarters.
type drawn struct {
	font  *sfnt.Font
	r     rune
	size  fixed.Int26_6
	shift uint8
}

// glyphs are the runes rasterised so far. They are dropped together when they become too many.
var glyphs = struct {
	sync.Mutex
	of     map[drawn]glyph
	buffer sfnt.Buffer
	edges  vector.Rasterizer
}{of: map[drawn]glyph{}}

const mostGlyphs = 20_000

// write draws upright text whose baseline begins at a place in pixels; the baseline stands on a whole pixel.
func (c *Canvas) write(f font.Face, x, y float64, text string) {
	size := fixed.Int26_6(math.Round(float64(f.Font.Size) * c.m.a * 64))
	if size <= 0 {
		return
	}
	baseline := int(math.Round(y))
	glyphs.Lock()
	defer glyphs.Unlock()
	for _, r := range text {
		quarter := math.Floor(x*4+0.5) / 4
		whole := math.Floor(quarter)
		g := rasterised(drawn{f.Face, r, size, uint8((quarter - whole) * 4)})
		if g.mask != nil {
			c.blend(g.mask, g.corner.Add(image.Pt(int(whole), baseline)))
		}
		x += g.advance
	}
}

func rasterised(d drawn) glyph {
	if g, ok := glyphs.of[d]; ok {
		return g
	}
	if len(glyphs.of) >= mostGlyphs {
		clear(glyphs.of)
	}
	g := rasterise(d)
	glyphs.of[d] = g
	return g
}

func rasterise(d drawn) glyph {
	index, _ := d.font.GlyphIndex(&glyphs.buffer, d.r) // 0, the font's box, for a rune that it lacks
	advance, err := d.font.GlyphAdvance(&glyphs.buffer, index, fixed.Int26_6(d.font.UnitsPerEm()), 0)
	if err != nil {
		return glyph{}
	}
	g := glyph{advance: float64(advance) / float64(d.font.UnitsPerEm()) * float64(d.size) / 64}
	segments, err := d.font.LoadGlyph(&glyphs.buffer, index, d.size, nil)
	if err != nil || len(segments) == 0 {
		return g
	}
	shift := float64(d.shift) / 4
	b := segments.Bounds()
	left, top := math.Floor(float64(b.Min.X)/64+shift), math.Floor(float64(b.Min.Y)/64)
	w, h := int(math.Ceil(float64(b.Max.X)/64+shift)-left), int(math.Ceil(float64(b.Max.Y)/64)-top)
	if w <= 0 || h <= 0 {
		return g
	}
	glyphs.edges.Reset(w, h)
	trace(&glyphs.edges, segments, shift-left, -top)
	g.mask = image.NewAlpha(image.Rect(0, 0, w, h))
	glyphs.edges.Draw(g.mask, g.mask.Rect, image.Opaque, image.Point{})
	g.corner = image.Pt(int(left), int(top))
	return g
}

func trace(edges *vector.Rasterizer, segments sfnt.Segments, dx, dy float64) {
	at := func(p fixed.Point26_6) (float32, float32) {
		return float32(float64(p.X)/64 + dx), float32(float64(p.Y)/64 + dy)
	}
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			edges.ClosePath()
			edges.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			edges.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x1, y1 := at(s.Args[1])
			edges.QuadTo(x, y, x1, y1)
		case sfnt.SegmentOpCubeTo:
			x1, y1 := at(s.Args[1])
			x2, y2 := at(s.Args[2])
			edges.CubeTo(x, y, x1, y1, x2, y2)
		}
	}
	edges.ClosePath()
}

// outlines are those of text at a place of a page that is turned.
func outlines(f font.Face, m matrix, at vg.Point, text string) (all [][]point) {
	var buffer sfnt.Buffer
	em := fixed.Int26_6(f.Face.UnitsPerEm())
	scale := float64(f.Font.Size) / float64(em)
	for _, r := range text {
		index, _ := f.Face.GlyphIndex(&buffer, r)
		segments, err := f.Face.LoadGlyph(&buffer, index, em<<6, nil)
		if err != nil {
			return all
		}
		place := func(p fixed.Point26_6) vg.Point {
			return vg.Point{X: at.X + vg.Length(float64(p.X)/64*scale), Y: at.Y - vg.Length(float64(p.Y)/64*scale)}
		}
		var path vg.Path
		for _, s := range segments {
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				path.Move(place(s.Args[0]))
			case sfnt.SegmentOpLineTo:
				path.Line(place(s.Args[0]))
			case sfnt.SegmentOpQuadTo:
				path.QuadTo(place(s.Args[0]), place(s.Args[1]))
			case sfnt.SegmentOpCubeTo:
				path.CubeTo(place(s.Args[0]), place(s.Args[1]), place(s.Args[2]))
			}
		}
		for _, l := range new(tracing).flatten(path, m) {
			all = append(all, l.points)
		}
		advance, err := f.Face.GlyphAdvance(&buffer, index, em, 0)
		if err != nil {
			return all
		}
		at.X += vg.Length(float64(advance) * scale)
	}
	return all
}
