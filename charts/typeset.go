package charts

import "slices"

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

// Lacking are the runes of some texts that the bundled font lacks, each once.
func Lacking(texts ...string) []rune {
	var lacking []rune
	for _, text := range texts {
		for _, r := range text {
			if _, has := weights()[0].advance(r); !has && r >= ' ' && !slices.Contains(lacking, r) {
				lacking = append(lacking, r)
			}
		}
	}
	return lacking
}
