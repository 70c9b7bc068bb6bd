package theme

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/font"

	"figurebook.org/figurebook/assets/fonts"
)

// TestFonts_agree: the window's files have the glyphs of those that charts are drawn by, as wide and of the same extent.
func TestFonts_agree(t *testing.T) {
	for name, pair := range map[string][2][]byte{"regular": {fonts.Regular, fonts.RegularCubic}, "bold": {fonts.Bold, fonts.BoldCubic}} {
		var faces [2]*font.Face
		for i, raw := range pair {
			face, err := font.ParseTTF(bytes.NewReader(raw))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			faces[i] = face
		}
		seen := 0
		for points := faces[0].Cmap.Iter(); points.Next(); seen++ {
			point, glyph := points.Char()
			other, ok := faces[1].NominalGlyph(point)
			if !ok {
				t.Errorf("%s: no %q", name, point)
				continue
			}
			if a, b := faces[0].HorizontalAdvance(glyph), faces[1].HorizontalAdvance(other); a != b {
				t.Errorf("%s: %q is %v wide, and %v", name, point, a, b)
			}
			a, _ := faces[0].GlyphExtents(glyph)
			b, _ := faces[1].GlyphExtents(other)
			for _, d := range []float32{a.XBearing - b.XBearing, a.YBearing - b.YBearing, a.Width - b.Width, a.Height - b.Height} {
				if d > 30 || d < -30 { // of 1000 to the em; of cubic curves the points count, which lie further out
					t.Errorf("%s: %q lies in %v, and in %v", name, point, a, b)
					break
				}
			}
		}
		if seen < 8000 {
			t.Errorf("%s: %d characters only", name, seen)
		}
	}
}
