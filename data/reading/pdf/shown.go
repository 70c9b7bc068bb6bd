package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"figurebook.org/figurebook/data/reading/pdf/syntax"
)

// show shows strings, moved on by the numbers between them.
func (p *printer) show(parts []syntax.Object) bool {
	s := &p.state
	if s.face == nil {
		return false
	}
	var glyphs []glyph
	at := 0.0 // from the beginning, without the horizontal scale
	stretched := matrix{s.scale, 0, 0, 1, 0, 0}.times(p.text).times(p.ctm)
	angle := math.Atan2(stretched[2], stretched[0])
	if angle < 0 {
		angle += 2 * math.Pi
	}
	height := times * math.Abs(s.size) * math.Hypot(stretched[2], stretched[3])
	for _, part := range parts {
		codes, ok := part.(syntax.String)
		if !ok {
			v, ok := numbers([]syntax.Object{part}, 1)
			if !ok {
				return false
			}
			at -= v[0] / 1000 * s.size
			continue
		}
		for len(codes) > 0 {
			code := int(codes[0])
			if s.face.wide {
				if len(codes) < 2 {
					return false
				}
				code = code<<8 | int(codes[1])
				codes = codes[1:]
			}
			codes = codes[1:]
			text, ok := s.face.text[code]
			width, ok2 := s.face.widths[code]
			if !ok2 {
				width = s.face.other
			}
			if !ok || width < 0 || p.count > maxGlyphs {
				return false
			}
			width *= s.size / 1000
			g := glyph{size: height, angle: angle}
			g.x, g.y = stretched.at(at, s.rise)
			g.box(stretched, at, s.rise, width, s.size)
			for _, r := range text {
				if outOfOrdinary(r) {
					return false
				}
				g.char = r
				glyphs = append(glyphs, g)
				p.count++
			}
			at += width + s.spacing
			if code == ' ' && !s.face.wide {
				at += s.words
			}
		}
	}
	p.text = matrix{1, 0, 0, 1, at * s.scale, 0}.times(p.text)
	return p.keep(glyphs)
}

// outOfOrdinary tells that a page with a character is the engine's: scripts that run to the left, whose order it mends;
// controls; its own marks for hyphens.
func outOfOrdinary(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || rightToLeft(r) || unicode.Is(unicode.Mn, r) || r >= 0xfb00 && r <= 0xfb06 || r >= 0xfff0
}

// box is the box of a glyph that begins at x, y and is so wide; how high it is does not matter to the layout.
func (g *glyph) box(m matrix, x, y, width, size float64) {
	ax, ay := m.at(x, y-0.2*size)
	bx, by := m.at(x+width, y+0.8*size)
	g.left, g.right, g.bottom, g.top = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
}

// keep keeps what was shown. What only moves on, by blanks, shows nothing. The same shown twice, to look bold, is a
// matter for the engine.
func (p *printer) keep(glyphs []glyph) bool {
	if !slices.ContainsFunc(glyphs, func(g glyph) bool { return g.char != ' ' && g.char != '\u00a0' }) {
		return true
	}
	p.used[p.state.face] = true
	for _, before := range p.shown[max(0, len(p.shown)-6):] {
		a, b := before[0], glyphs[0]
		if a.char == b.char && len(before) == len(glyphs) && math.Abs(a.x-b.x) < 0.5*a.size && math.Abs(a.y-b.y) < 0.3*a.size {
			return false
		}
	}
	p.shown = append(p.shown, glyphs)
	return true
}

// ordered are the glyphs of a page, those of a line from left to right as the engine has them: it puts each show of
// text behind those of its line that begin left of it.
func (p *printer) ordered() []glyph {
	all := make([]glyph, 0, p.count)
	line := 0 // where the open one begins
	flush := func(to int) {
		slices.SortStableFunc(p.shown[line:to], func(a, b []glyph) int { return cmp.Compare(a[0].x, b[0].x) })
		for _, shown := range p.shown[line:to] {
			all = append(all, shown...)
		}
		line = to
	}
	var rightmost []glyph // of the open line
	for i, shown := range p.shown {
		if i > line {
			end := rightmost[len(rightmost)-1]
			near := max(end.right-end.left, shown[0].right-shown[0].left) / 2
			if math.Abs(rightmost[0].y-shown[0].y) > near {
				flush(i)
			}
		}
		if i == line || shown[0].x >= rightmost[0].x {
			rightmost = shown
		}
	}
	flush(len(p.shown))
	return all
}
