package reader

import (
	"strings"

	"fyne.io/fyne/v2/theme"
)

// Prose is a text broken into lines no wider than width, at the toolkit's size of text, as the reader breaks them: for
// labels, which would break English within words or Chinese before a full stop. Its own line breaks stay.
func Prose(text string, width float32) string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		b := block{text: []rune(paragraph), words: paragraph}
		from := 0
		for _, to := range breakLines(&b, width/theme.TextSize(), measured) {
			lines = append(lines, strings.TrimRight(string(b.text[from:to]), " "))
			from = to
		}
		if from == 0 {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines, "\n")
}
