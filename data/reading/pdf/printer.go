package pdf

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode"

	"figurebook.org/figurebook/data/reading/pdf/syntax"
)

// The most work that a page asks for before it is the engine's.
const (
	maxContents = 4 << 20 // bytes of operators, with those of forms
	maxForms    = 64      // forms drawn
	maxNested   = 4       // forms within one another
)

// textState are the parameters of text (ISO 32000-1, 9.3).
type textState struct {
	face                             *face
	size, spacing, words, lead, rise float64
	scale                            float64 // horizontal, 1 for what a file calls 100
}

// printer follows the operators of a page and keeps the glyphs that it shows.
type printer struct {
	ctx        context.Context
	direct     *direct
	used       map[*face]bool
	ctm        matrix
	state      textState
	line, text matrix // of the line and of the next glyph
	saved      []struct {
		ctm   matrix
		state textState
	}
	shown [][]glyph // each show of text by itself
	count int
	forms int
	left  int // bytes of operators that forms may still have
	done  int // operators followed
}

// run follows operators; false where one of them is not for this reader.
func (p *printer) run(contents []byte, resources syntax.Dict, depth int) bool {
	var operands []syntax.Object
	bottom := len(p.saved)
	for l := syntax.NewLexer(contents); ; {
		o, more, err := l.Next()
		if err != nil {
			return false
		}
		if !more {
			return len(p.saved) >= bottom
		}
		operator, ok := o.(syntax.Operator)
		if !ok {
			if operands = append(operands, o); len(operands) > 1024 {
				return false
			}
			continue
		}
		if p.done++; p.done%4096 == 0 && p.ctx.Err() != nil {
			return false
		}
		if operator == "Q" && len(p.saved) <= bottom || !p.do(operator, operands, resources, depth) {
			return false
		}
		operands = operands[:0]
	}
}

// do follows one operator.
func (p *printer) do(operator syntax.Operator, operands []syntax.Object, resources syntax.Dict, depth int) bool {
	switch operator {
	case "BI", "sh", "d0", "d1": // pictures within the text, and what only fonts of Type 3 hold
		return operator == "sh"
	case "q":
		if len(p.saved) > 256 {
			return false
		}
		p.saved = append(p.saved, struct {
			ctm   matrix
			state textState
		}{p.ctm, p.state})
	case "Q":
		top := len(p.saved) - 1
		p.ctm, p.state, p.saved = p.saved[top].ctm, p.saved[top].state, p.saved[:top]
	case "cm":
		m, ok := matrixOf(operands)
		p.ctm = m.times(p.ctm)
		return ok
	case "Do":
		return p.draw(operands, resources, depth)
	case "gs":
		return p.plainState(operands, resources)
	case "BDC":
		return p.plainMark(operands, resources)
	default:
		return p.textOperator(operator, operands, resources)
	}
	return true
}

// textOperator follows an operator of text; all others leave text as it is.
func (p *printer) textOperator(operator syntax.Operator, operands []syntax.Object, resources syntax.Dict) bool {
	switch operator {
	case "BT":
		p.line, p.text = identity, identity
	case "Tm":
		m, ok := matrixOf(operands)
		p.line, p.text = m, m
		return ok
	case "Tf":
		return p.font(operands, resources)
	case "Tj":
		return len(operands) == 1 && p.show(operands)
	case "TJ":
		parts, ok := last(operands).(syntax.Array)
		return ok && len(operands) == 1 && p.show(parts)
	case "'":
		p.move(0, -p.state.lead)
		return len(operands) == 1 && p.show(operands)
	case "\"":
		v, ok := numbers(operands[:max(0, len(operands)-1)], 2)
		if !ok {
			return false
		}
		p.state.words, p.state.spacing = v[0], v[1]
		p.move(0, -p.state.lead)
		return p.show(operands[2:])
	case "T*":
		p.move(0, -p.state.lead)
	case "Td", "TD":
		v, ok := numbers(operands, 2)
		if !ok {
			return false
		}
		if operator == "TD" {
			p.state.lead = -v[1]
		}
		p.move(v[0], v[1])
	case "Tc", "Tw", "Tz", "TL", "Ts":
		v, ok := numbers(operands, 1)
		if !ok {
			return false
		}
		switch operator {
		case "Tc":
			p.state.spacing = v[0]
		case "Tw":
			p.state.words = v[0]
		case "Tz":
			p.state.scale = v[0] / 100
		case "TL":
			p.state.lead = v[0]
		case "Ts":
			p.state.rise = v[0]
		}
	}
	return true
}

func (p *printer) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// font chooses the font of what follows.
func (p *printer) font(operands []syntax.Object, resources syntax.Dict) bool {
	if len(operands) != 2 {
		return false
	}
	name, ok := operands[0].(syntax.Name)
	size, ok2 := numbers(operands[1:], 1)
	file := p.direct.file
	fonts, ok3 := file.Resolve(resources["Font"]).(syntax.Dict)
	ref, ok4 := fonts[name].(syntax.Ref)
	if !ok || !ok2 || !ok3 || !ok4 {
		return false
	}
	face, known := p.direct.faces[ref]
	if !known {
		if font, ok := file.Resolve(ref).(syntax.Dict); ok {
			if made, ok := newFace(file, font, &p.direct.left); ok {
				face = made
			}
		}
		p.direct.faces[ref] = face
	}
	p.state.face, p.state.size = face, size[0]
	return face != nil
}

// draw draws a form, whose text is part of the page's; pictures are left out.
func (p *printer) draw(operands []syntax.Object, resources syntax.Dict, depth int) bool {
	file := p.direct.file
	name, _ := last(operands).(syntax.Name)
	objects, _ := file.Resolve(resources["XObject"]).(syntax.Dict)
	form, ok := file.Resolve(objects[name]).(*syntax.Stream)
	if !ok {
		return false
	}
	switch file.Resolve(form.Dict["Subtype"]) {
	case syntax.Name("Image"):
		return true
	case syntax.Name("Form"):
	default:
		return false
	}
	if p.forms++; p.forms > maxForms || depth >= maxNested {
		return false
	}
	contents, err := file.Data(form)
	own, ok := file.Resolve(form.Dict["Resources"]).(syntax.Dict)
	if p.left -= len(contents); err != nil || !ok || p.left < 0 {
		return false
	}
	ctm, state := p.ctm, p.state
	if at, ok := file.Resolve(form.Dict["Matrix"]).(syntax.Array); ok {
		m, ok := matrixOf(at)
		if !ok {
			return false
		}
		p.ctm = m.times(p.ctm)
	}
	saved := len(p.saved)
	if !p.run(contents, own, depth+1) {
		return false
	}
	p.ctm, p.state, p.saved = ctm, state, p.saved[:saved]
	return true
}

// plainState tells that a state of graphics sets no font.
func (p *printer) plainState(operands []syntax.Object, resources syntax.Dict) bool {
	name, _ := last(operands).(syntax.Name)
	states, _ := p.direct.file.Resolve(resources["ExtGState"]).(syntax.Dict)
	state, ok := p.direct.file.Resolve(states[name]).(syntax.Dict)
	return ok && state["Font"] == nil
}

// plainMark tells that marked content does not say what stands for its text (ISO 32000-1, 14.9.4).
func (p *printer) plainMark(operands []syntax.Object, resources syntax.Dict) bool {
	properties := last(operands)
	if name, ok := properties.(syntax.Name); ok {
		all, _ := p.direct.file.Resolve(resources["Properties"]).(syntax.Dict)
		properties = p.direct.file.Resolve(all[name])
	}
	dict, ok := properties.(syntax.Dict)
	return ok && dict["ActualText"] == nil
}

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

func last(operands []syntax.Object) syntax.Object {
	if len(operands) == 0 {
		return nil
	}
	return operands[len(operands)-1]
}

// numbers are exactly n operands that are numbers.
func numbers(operands []syntax.Object, n int) ([]float64, bool) {
	if len(operands) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i, o := range operands {
		switch v := o.(type) {
		case int:
			out[i] = float64(v)
		case float64:
			out[i] = v
		default:
			return nil, false
		}
	}
	return out, true
}

func matrixOf(operands []syntax.Object) (m matrix, ok bool) {
	v, ok := numbers(operands, 6)
	if ok {
		m = matrix(v)
	}
	return m, ok
}
