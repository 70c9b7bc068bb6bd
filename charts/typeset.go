package charts

import (
	"fmt"
	"slices"
	"strings"
)

// Pieces are the parts of a text that are not broken where lines end, blanks at their ends: by the rules of wrapping in a
// chart's own words.
func Pieces(text string) []string { return pieces(text) }

// TextWidth is the width of a text in the bundled font, in points.
func TextWidth(text string, size float64, bold bool) float64 { return textWidth(text, size, bold) }

// Shown is a text in which the runes that the bundled font lacks are named in their place by their numbers, those that follow
// each other together: "Camp [U+13000 U+13001]". So a reader loses none, and can look it up.
func Shown(text string) string {
	var shown strings.Builder
	open := false
	for _, r := range text {
		_, has := weights()[0].advance(r)
		lacks := !has && r >= ' '
		switch {
		case lacks && open:
			shown.WriteByte(' ')
		case lacks:
			shown.WriteByte('[')
		case open:
			shown.WriteByte(']')
		}
		if open = lacks; lacks {
			fmt.Fprintf(&shown, "U+%04X", r)
		} else {
			shown.WriteRune(r)
		}
	}
	if open {
		shown.WriteByte(']')
	}
	return shown.String()
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
