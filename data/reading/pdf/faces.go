package pdf

import (
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"figurebook.org/figurebook/data/reading/pdf/syntax"
)

// What fonts cost: their maps by the byte, each code that one explains or makes wide by codeCost, and 16 for each further
// letter that it stands for. A file whose fonts cost more is the engine's.
const (
	maxFonts   = 64 << 20
	codeCost   = 64
	maxLetters = 256 // that one code stands for (ISO 32000-1, 9.10.3, allows 512 bytes)
)

// face is a font as far as its text needs it: what its codes stand for and how far each moves on (ISO 32000-1, 9.6, 9.7
// and 9.10). A code of which it lacks one of the two makes its page the engine's.
type face struct {
	wide   bool // codes are of two bytes
	text   map[int]string
	widths map[int]float64 // in thousandths of an em
	other  float64         // the width of the codes that widths lacks; below 0 where they have none
	left   *int            // what this font and those after it may cost
}

// newFace reads a font; false where it is not of the plain kinds: one of Type 3, one of the fonts that a reader has to
// bring, a composite one that is not coded as Identity-H.
func newFace(f *syntax.File, font syntax.Dict, left *int) (*face, bool) {
	face := &face{text: map[int]string{}, widths: map[int]float64{}, other: -1, left: left}
	if stream, ok := f.Resolve(font["ToUnicode"]).(*syntax.Stream); ok && !face.mapped(f, stream) {
		return nil, false
	}
	switch f.Resolve(font["Subtype"]) {
	case syntax.Name("TrueType"), syntax.Name("Type1"):
		return face, face.simple(f, font)
	case syntax.Name("Type0"):
		return face, face.composite(f, font)
	}
	return nil, false
}

// spend tells whether a font may cost so much.
func (face *face) spend(cost int) bool {
	*face.left -= cost
	return *face.left >= 0
}

func (face *face) simple(f *syntax.File, font syntax.Dict) bool {
	encoding := f.Resolve(font["Encoding"])
	if dict, ok := encoding.(syntax.Dict); ok {
		if dict["Differences"] != nil && len(face.text) == 0 {
			return false
		}
		encoding = f.Resolve(dict["BaseEncoding"])
		if dict["Differences"] != nil {
			encoding = nil // what the map to Unicode lacks is not known
		}
	}
	descriptor, _ := f.Resolve(font["FontDescriptor"]).(syntax.Dict)
	if flags, _ := f.Resolve(descriptor["Flags"]).(int); flags&4 != 0 && len(face.text) == 0 {
		return false // of symbols: its letters may stand for anything
	}
	var table *charmap.Charmap
	switch encoding {
	case syntax.Name("WinAnsiEncoding"):
		table = charmap.Windows1252
	case syntax.Name("MacRomanEncoding"):
		table = charmap.Macintosh
	}
	if table != nil {
		for code := 0x20; code < 0x100; code++ {
			if r := table.DecodeByte(byte(code)); r >= 0x20 && !(r >= 0x7f && r <= 0xa0) && r != 0xad && r != 0xfffd && face.text[code] == "" {
				face.text[code] = string(r)
			}
		}
	}
	first, ok := f.Resolve(font["FirstChar"]).(int)
	widths, ok2 := f.Resolve(font["Widths"]).(syntax.Array)
	if !ok || !ok2 || len(widths) > 256 || !face.spend(512*codeCost) {
		return false
	}
	for i, w := range widths {
		if width, ok := thousandths(f.Resolve(w)); ok {
			face.widths[first+i] = width
		}
	}
	return len(face.text) > 0
}

func (face *face) composite(f *syntax.File, font syntax.Dict) bool {
	descendants, _ := f.Resolve(font["DescendantFonts"]).(syntax.Array)
	if f.Resolve(font["Encoding"]) != syntax.Name("Identity-H") || len(descendants) != 1 || len(face.text) == 0 {
		return false
	}
	inner, _ := f.Resolve(descendants[0]).(syntax.Dict)
	face.wide, face.other = true, 1000
	if w, ok := thousandths(f.Resolve(inner["DW"])); ok {
		face.other = w
	}
	widths, _ := f.Resolve(inner["W"]).(syntax.Array)
	for i := 0; i < len(widths); { // "first [w w …]" or "first last w"
		first, ok := f.Resolve(widths[i]).(int)
		if !ok || i+1 >= len(widths) || !face.spend(codeCost) {
			return false
		}
		switch second := f.Resolve(widths[i+1]).(type) {
		case syntax.Array:
			for k, o := range second {
				w, ok := thousandths(f.Resolve(o))
				if !ok || !face.spend(codeCost) {
					return false
				}
				face.widths[first+k] = w
			}
			i += 2
		case int:
			if i+2 >= len(widths) || second-first > 1<<16 || !face.spend(codeCost*max(0, second-first)) {
				return false
			}
			w, ok := thousandths(f.Resolve(widths[i+2]))
			if !ok {
				return false
			}
			for code := first; code <= second; code++ {
				face.widths[code] = w
			}
			i += 3
		default:
			return false
		}
	}
	return true
}

// thousandths is a width; the engine takes whole ones only, and so does this.
func thousandths(o syntax.Object) (float64, bool) {
	switch w := o.(type) {
	case int:
		return float64(w), true
	case float64:
		return float64(int(w)), true
	}
	return 0, false
}

// mapped reads a map from codes to Unicode (ISO 32000-1, 9.10.3); false where it says what cannot be followed.
func (face *face) mapped(f *syntax.File, stream *syntax.Stream) bool {
	b, err := f.Data(stream)
	if err != nil || !face.spend(len(b)) {
		return false
	}
	var operands []syntax.Object
	for l := syntax.NewLexer(b); ; {
		o, more, err := l.Next()
		if err != nil {
			return false
		}
		if !more {
			return true
		}
		operator, ok := o.(syntax.Operator)
		if !ok {
			if operands = append(operands, o); len(operands) > 1<<17 {
				return false
			}
			continue
		}
		switch operator {
		case "usecmap":
			return false
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				if c, ok := code(operands[i]); ok && !face.set(c, operands[i+1], 0) {
					return false
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				if !face.putRange(operands[i], operands[i+1], operands[i+2]) {
					return false
				}
			}
		}
		operands = operands[:0]
	}
}

func (face *face) putRange(first, last, to syntax.Object) bool {
	from, ok := code(first)
	until, ok2 := code(last)
	if !ok || !ok2 || until-from > 1<<16 {
		return false
	}
	for n := 0; from+n <= until; n++ {
		one, plus := to, n
		if each, ok := to.(syntax.Array); ok {
			if n >= len(each) {
				return true
			}
			one, plus = each[n], 0
		}
		if !face.set(from+n, one, plus) {
			return false
		}
	}
	return true
}

// set says that a code stands for the UTF-16 in to, its last unit plus so many; false where that goes beyond the bounds.
func (face *face) set(code int, to syntax.Object, plus int) bool {
	s, ok := to.(syntax.String)
	if !ok || len(s) < 2 || len(s)%2 != 0 {
		return true
	}
	if len(s) > 2*maxLetters || !face.spend(codeCost+8*len(s)) {
		return false
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	units[len(units)-1] += uint16(plus)
	face.text[code] = string(utf16.Decode(units))
	return true
}

// code is a character code of one or two bytes.
func code(o syntax.Object) (int, bool) {
	s, ok := o.(syntax.String)
	if !ok || len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for _, c := range s {
		n = n<<8 | int(c)
	}
	return n, true
}
