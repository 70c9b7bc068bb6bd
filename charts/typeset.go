package charts

// Pieces are the parts of a text that are not broken where lines end, blanks at their ends: by the rules of wrapping in a
// chart's own words.
func Pieces(text string) []string { return pieces(text) }

// TextWidth is the width of a text in the bundled font, in points.
func TextWidth(text string, size float64, bold bool) float64 { return textWidth(text, size, bold) }

// Shown is a text in which a white square stands for each rune that the bundled font lacks.
func Shown(text string) string {
	shown := []rune(text)
	for i, r := range shown {
		if _, has := weights()[0].advance(r); !has && r >= ' ' {
			shown[i] = '□'
		}
	}
	return string(shown)
}
