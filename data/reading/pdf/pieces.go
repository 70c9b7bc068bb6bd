package pdf

import (
	"math"
	"unicode"
)

// glyph is a character and its place on the page, in points from the bottom left: the start of its baseline and the box
// that its font gives it.
type glyph struct {
	char                     rune
	x, y                     float64
	left, right, bottom, top float64
	angle                    float64 // of the baseline, in radians
	size                     float64 // height of the type, as of Times' font box
}

// piece is a run of glyphs of one size on one baseline without a gap.
type piece struct {
	text              []rune
	left, right, base float64
	size              float64 // height of the type
	leftward          bool    // set from right to left
	blank             bool    // a blank glyph stood before it
}

func (p piece) String() string { return string(p.text) }

// upright turns a page whose text runs up or down so that it runs to the right, and drops text that runs otherwise than
// most of the page: a symbol set sideways at the edge.
func upright(glyphs []glyph) []glyph {
	var turned [4]int
	quarter := func(g glyph) int { return int(math.Round(g.angle/(math.Pi/2))) & 3 }
	for _, g := range glyphs {
		turned[quarter(g)]++
	}
	most := 0
	for q, n := range turned {
		if n > turned[most] {
			most = q
		}
	}
	kept := glyphs[:0]
	for _, g := range glyphs {
		if quarter(g) != most {
			continue
		}
		switch most {
		case 1: // the engine counts clockwise: the baseline runs down
			g.x, g.y, g.left, g.right, g.bottom, g.top = -g.y, g.x, -g.top, -g.bottom, g.left, g.right
		case 2:
			g.x, g.y, g.left, g.right, g.bottom, g.top = -g.x, -g.y, -g.right, -g.left, -g.top, -g.bottom
		case 3: // up
			g.x, g.y, g.left, g.right, g.bottom, g.top = g.y, -g.x, g.bottom, g.top, -g.right, -g.left
		}
		kept = append(kept, g)
	}
	return kept
}

// Gaps in widths of an em: in reports set by Word kerning stays below a tenth, the narrowest gap between words that holds
// no blank glyph is a quarter; a blank glyph may be squeezed to a tenth.
const (
	wordGap  = 0.17
	blankGap = 0.07
)

// longestPiece bounds the work that a run asks for, in letters; a line of a report holds some 200.
const longestPiece = 2048

// pieces joins glyphs to runs, in the order in which they are drawn, which is the order of reading within a run.
func pieces(glyphs []glyph) []piece {
	var all []piece
	blank := false
	for _, g := range glyphs {
		size := g.size
		if unicode.IsSpace(g.char) {
			blank = true
			continue
		}
		text := clean(g.char)
		if text == "" || size <= 0 || math.IsNaN(size) || math.IsInf(size, 0) {
			continue
		}
		if n := len(all) - 1; n >= 0 {
			p := &all[n]
			gap := wordGap
			if blank {
				gap = blankGap
			}
			same := len(p.text) < longestPiece && math.Abs(p.base-g.y) < 0.1*size && math.Abs(p.size-size) < 0.1*size
			right, left := g.left-p.right, p.left-g.right
			switch {
			case same && math.Abs(g.left-p.left) < 0.05*size && math.Abs(g.right-p.right) < 0.05*size && string(p.text) == text:
				continue // printed twice to look bold
			case same && !p.leftward && right > -0.5*size && right < gap*size:
				p.text, p.right, blank = append(p.text, []rune(text)...), max(p.right, g.right), false
				continue
			case same && p.leftward && rightToLeft(g.char) && (g.left+g.right)/2 > p.right && right > -0.25*size && right < gap*size: // drawn from left to right
				p.text, p.right, blank = append([]rune(text), p.text...), max(p.right, g.right), false
				continue
			case same && (p.leftward || len(p.text) == 1) && rightToLeft(g.char) && left > -0.5*size && left < gap*size:
				p.text, p.left, p.leftward, blank = append(p.text, []rune(text)...), min(p.left, g.left), true, false
				continue
			}
		}
		all = append(all, piece{text: []rune(text), left: g.left, right: g.right, base: g.y, size: size, leftward: rightToLeft(g.char), blank: blank})
		blank = false
	}
	return all
}

func rightToLeft(r rune) bool {
	if unicode.IsDigit(r) {
		return false // numbers run to the right in every script
	}
	return r >= 0x0590 && r < 0x0900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00
}
