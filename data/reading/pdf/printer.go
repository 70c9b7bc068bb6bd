package pdf

import (
	"context"

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
