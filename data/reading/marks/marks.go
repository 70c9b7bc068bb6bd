// Package marks writes footnote marks into text so that a raised "4" is told from a counted one: readers that see how a
// number is set (PDF, DOCX, HTML) wrap it, and the parser takes the wrapping off and keeps the place.
package marks

import "strings"

// Characters of a private use area, which no document's text holds.
const (
	open  = '\ue0f1'
	close = '\ue0f2'
)

// Wrap is a footnote mark in a text.
func Wrap(number string) string { return string(open) + number + string(close) }

// A Mark is a footnote mark and its place in the text without wrappings, in runes, end exclusive.
type Mark struct {
	Text       string
	Start, End int
}

// Strip takes the wrappings off and gives the marks.
func Strip(text string) (string, []Mark) {
	if !strings.ContainsRune(text, open) {
		return strings.ReplaceAll(text, string(close), ""), nil
	}
	var out []rune
	var found []Mark
	start := -1
	for _, r := range text {
		switch {
		case r == open:
			start = len(out)
		case r == close:
			if start >= 0 {
				found = append(found, Mark{string(out[start:]), start, len(out)})
			}
			start = -1
		default:
			out = append(out, r)
		}
	}
	return string(out), found
}

// Remove takes marks and wrappings off: a heading without its footnote marks.
func Remove(text string) (string, []Mark) {
	plain, found := Strip(text)
	runes := []rune(plain)
	for i := len(found) - 1; i >= 0; i-- {
		runes = append(runes[:found[i].Start], runes[found[i].End:]...)
	}
	return strings.TrimSpace(string(runes)), found
}

const (
	row  = '\ue0f3'
	cell = '\ue0f4'
)

// Row is a row of a table as one line of text.
func Row(cells []string) string { return string(row) + strings.Join(cells, string(cell)) }

// Cells are the cells of a row; false where a line is none.
func Cells(line string) ([]string, bool) {
	rest, ok := strings.CutPrefix(line, string(row))
	if !ok {
		return nil, false
	}
	return strings.Split(rest, string(cell)), true
}
