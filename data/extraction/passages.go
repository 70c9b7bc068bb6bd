package extraction

import (
	"slices"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// printed is a paragraph as printed, whose words by their place in runes are parts of its one text: they cost no memory of
// their own.
type printed struct {
	text  string
	at    []int32 // of each rune and of the end, in bytes; nil where each rune is one byte
	notes bool    // footnotes have their marks in it
}

// asPrinted is the paragraph p of n runes.
func asPrinted(p data.Paragraph, n int, notes []data.Footnote) printed {
	w := printed{text: p.Text, notes: slices.ContainsFunc(notes, func(f data.Footnote) bool { return f.Paragraph == p.Number })}
	if n == len(p.Text) && utf8.ValidString(p.Text) {
		return w
	}
	if !utf8.ValidString(w.text) {
		w.text = string([]rune(p.Text))
	}
	w.at = make([]int32, 0, n+1)
	for i := range w.text {
		w.at = append(w.at, int32(i))
	}
	w.at = append(w.at, int32(len(w.text)))
	return w
}

// words are the words from one rune to another.
func (w printed) words(start, end int) string {
	if w.at == nil {
		return w.text[start:end]
	}
	return w.text[w.at[start]:w.at[end]]
}
