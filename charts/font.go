package charts

import (
	"sync"
	"sync/atomic"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/assets/fonts"
)

// weight is the regular or the bold font, with the advances of runes in thousandths of the size, each read once.
type weight struct {
	font     *opentype.Font
	advances [1 << 16]atomic.Int32 // advance + 1, or -1 where the font lacks the rune; 0 where it was not read yet
	buffer   sfnt.Buffer
	sync.Mutex
}

var weights = sync.OnceValue(func() *[2]*weight {
	var w [2]*weight
	for i, raw := range [][]byte{fonts.Regular, fonts.Bold} {
		parsed, err := opentype.Parse(raw)
		if err != nil {
			panic(err) // the embedded font is broken: a mistake of the build
		}
		w[i] = &weight{font: parsed}
	}
	return &w
})

var faces = sync.OnceValue(func() *font.Cache {
	w := weights()
	return font.NewCache(font.Collection{
		{Font: font.Font{Typeface: "Report Sans", Weight: xfont.WeightNormal}, Face: w[0].font},
		{Font: font.Font{Typeface: "Report Sans", Weight: xfont.WeightBold}, Face: w[1].font},
	})
})

func face(size float64, bold bool) font.Face {
	f := font.Font{Typeface: "Report Sans", Weight: xfont.WeightNormal}
	if bold {
		f.Weight = xfont.WeightBold
	}
	return faces().Lookup(f, vg.Length(size))
}

// advance is how far a rune moves the pen, in thousandths of the size, and whether the font has it.
func (w *weight) advance(r rune) (int32, bool) {
	if r < 1<<16 {
		if known := w.advances[r].Load(); known > 0 {
			return known - 1, true
		} else if known < 0 {
			return -known - 1, false
		}
	}
	w.Lock()
	defer w.Unlock()
	index, err := w.font.GlyphIndex(&w.buffer, r)
	em := w.font.UnitsPerEm()
	a, _ := w.font.GlyphAdvance(&w.buffer, index, fixed.Int26_6(em), 0)
	advance, has := int32(a)*1000/int32(em), err == nil && index != 0
	if r < 1<<16 {
		stored := advance + 1
		if !has {
			stored = -stored
		}
		w.advances[r].Store(stored)
	}
	return advance, has
}

// width is the width of a text in thousandths of its size, and whether the font has all its runes. The font has no kerning:
// the advances add up.
func width(s string, bold bool) (sum int32, whole bool) {
	w := weights()[0]
	if bold {
		w = weights()[1]
	}
	whole = true
	for _, r := range s {
		a, has := w.advance(r)
		sum += a
		whole = whole && has
	}
	return sum, whole
}

// Width is the width of a text at size 1 in the font of charts and window; false where the font lacks a rune of it.
func Width(s string, bold bool) (float32, bool) {
	sum, whole := width(s, bold)
	return float32(sum) / 1000, whole
}

// textWidth is the width of a text in points.
func textWidth(s string, size float64, bold bool) float64 {
	sum, _ := width(s, bold)
	return float64(sum) * size / 1000
}
