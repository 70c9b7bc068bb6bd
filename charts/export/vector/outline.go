// Package vector holds the canvases of files in which lines stay lines: text as outlines for SVG and EPS, which show it
// alike on machines without the font, and a PDF canvas that embeds the runes used and keeps the text.
package vector

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Outlines draws text as filled outlines on the canvas within. It suits any canvas.
type Outlines struct {
	vg.Canvas
	Cubic  bool // curves as cubic ones, which every format has, else as the font's own, which take less space
	buffer sfnt.Buffer
}

// FillString fills the outlines of the text's glyphs. A rune that the font lacks leaves a gap: check for them before.
func (o *Outlines) FillString(face font.Face, at vg.Point, text string) {
	size := face.Font.Size
	em := float64(face.Face.UnitsPerEm())
	scale := float64(size) / em
	var path vg.Path
	x := at.X
	for _, r := range text {
		glyph, err := face.Face.GlyphIndex(&o.buffer, r)
		if err != nil {
			continue
		}
		// At one pixel a font unit the segments come in font units, exact to 1/64.
		if segments, err := face.Face.LoadGlyph(&o.buffer, glyph, fixed.I(int(em)), nil); err == nil {
			path = o.glyph(path, segments, vg.Point{X: x, Y: at.Y}, scale)
		}
		if advance, err := face.Face.GlyphAdvance(&o.buffer, glyph, fixed.I(int(em)), 0); err == nil {
			x += vg.Length(float64(advance) / 64 * scale)
		}
	}
	if len(path) > 0 {
		o.Fill(path)
	}
}

// glyph adds a glyph's contours at a place.
func (o *Outlines) glyph(path vg.Path, segments sfnt.Segments, origin vg.Point, scale float64) vg.Path {
	place := func(p fixed.Point26_6) vg.Point {
		return vg.Point{X: origin.X + vg.Length(float64(p.X)/64*scale), Y: origin.Y - vg.Length(float64(p.Y)/64*scale)}
	}
	towards := func(a, b vg.Point, share vg.Length) vg.Point {
		return vg.Point{X: a.X + (b.X-a.X)*share, Y: a.Y + (b.Y-a.Y)*share}
	}
	var pen vg.Point
	open := false
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if open {
				path.Close()
			}
			open = true
			pen = place(s.Args[0])
			path.Move(pen)
		case sfnt.SegmentOpLineTo:
			pen = place(s.Args[0])
			path.Line(pen)
		case sfnt.SegmentOpQuadTo:
			control, end := place(s.Args[0]), place(s.Args[1])
			if !o.Cubic {
				path.QuadTo(control, end)
				continue
			}
			path.CubeTo(towards(pen, control, 2.0/3), towards(end, control, 2.0/3), end)
			pen = end
		case sfnt.SegmentOpCubeTo:
			a, b, end := place(s.Args[0]), place(s.Args[1]), place(s.Args[2])
			path.CubeTo(a, b, end)
			pen = end
		}
	}
	if open {
		path.Close()
	}
	return path
}
