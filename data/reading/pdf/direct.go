package pdf

import (
	"context"
	"io"
	"math"
	"unicode"

	"figurebook.org/figurebook/data/reading/pdf/syntax"
)

// direct reads the glyphs of plain pages without the engine, some ten times as fast. It gives up where a page is out of
// the ordinary, and it is trusted with a font only when the engine has read a page in it and both agree.
type direct struct {
	file  *syntax.File
	pages []syntax.Page
	faces map[syntax.Object]*face // by reference; nil for a font that is not read here
	known map[*face]bool          // those on which both agree
	off   bool                    // both differed: the rest is the engine's
	read  int                     // pages read
	left  int                     // what the fonts may still cost, in bytes
}

// newDirect makes a file ready, of which the engine counts pages. Once ctx has ended no page can be read any more.
func newDirect(ctx context.Context, r io.ReaderAt, size int64, pages int) *direct {
	d := &direct{faces: map[syntax.Object]*face{}, known: map[*face]bool{}, off: true, left: maxFonts}
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw); err != nil {
		return d
	}
	file, err := syntax.Open(ctx, raw)
	if err != nil {
		return d
	}
	d.file = file
	d.pages, err = file.Pages(pages)
	d.off = err != nil || len(d.pages) != pages
	return d
}

// verified is how often a page in known fonts is read by both nevertheless.
const verified = 32

// page reads the page with an index; use where its glyphs can be taken, and else, where used is not nil, agree says after
// the engine has read it whether both agree. All that it does is bounded by the file's size, the length of the page and
// what the fonts may cost, some tenths of a second at most; it also ends with ctx.
func (d *direct) page(ctx context.Context, index int) (found []glyph, used map[*face]bool, use bool) {
	if d.off || d.pages[index].Rotated {
		return nil, nil, false
	}
	contents, err := d.file.Contents(d.pages[index], maxContents)
	if err != nil {
		return nil, nil, false
	}
	p := &printer{ctx: ctx, direct: d, used: map[*face]bool{}, left: maxContents - len(contents)}
	p.ctm, p.state.scale = identity, 1
	if !p.run(contents, d.pages[index].Resources, 0) {
		return nil, nil, false
	}
	d.read++
	use = d.read%verified != 0 && len(p.used) > 0 // a page that seems empty may be damaged
	for face := range p.used {
		use = use && d.known[face]
	}
	return p.ordered(), p.used, use
}

// agree takes what the engine read on a page in the fonts used.
func (d *direct) agree(found, engine []glyph, used map[*face]bool) {
	if used == nil {
		return
	}
	if !alike(found, engine) {
		d.off = true
		return
	}
	for face := range used {
		d.known[face] = true
	}
}

// alike tells whether two readings of a page show the same characters at the same places, blanks aside. The engine's boxes
// are as wide as a glyph's ink where that hangs over, by no more than half an em.
func alike(a, b []glyph) bool {
	i, k := 0, 0
	for {
		for i < len(a) && unicode.IsSpace(a[i].char) {
			i++
		}
		for k < len(b) && unicode.IsSpace(b[k].char) {
			k++
		}
		if i == len(a) || k == len(b) {
			return i == len(a) && k == len(b)
		}
		if g, h := a[i], b[k]; clean(g.char) != clean(h.char) || apart(g.x, h.x) || apart(g.y, h.y) || apart(g.size, h.size) || apart(g.angle, h.angle) ||
			math.Abs(g.left-h.left) > 0.5*g.size || math.Abs(g.right-h.right) > 0.5*g.size {
			return false
		}
		i, k = i+1, k+1
	}
}

// apart tells that two places differ by more than what rounding makes, in points.
func apart(a, b float64) bool { return !(math.Abs(a-b) < 0.03) }

// matrix is a transformation a b c d e f (ISO 32000-1, 8.3.3).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is the transformation by m, then by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}
