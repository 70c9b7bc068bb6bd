// Package marks writes footnote marks into text so that a raised "4" is told from a counted one: readers that see how a
// number is set (PDF, DOCX, HTML) wrap it, and the parser takes the wrapping off and keeps the place.
package marks

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Characters of a private use area, which no document's text holds.
const (
	open  = '\ue0f1'
	close = '\ue0f2'
)

// Wrap is a footnote mark in a text.
func Wrap(number string) string { return string(open) + number + string(close) }

// In tells whether a text holds a mark.
func In(text string) bool { return strings.ContainsRune(text, open) }

// A Mark is a footnote mark and its place in the text without wrappings, in runes, end exclusive.
type Mark struct {
	Text       string
	Start, End int
}

// Strip takes the wrappings off and gives the marks.
func Strip(text string) (string, []Mark) {
	if !In(text) {
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

// Remove takes marks and wrappings off: a heading without its footnote marks. A raised letter that ends an ordinal stays,
// "2e", "no".
func Remove(text string) (string, []Mark) {
	return remove(text, func(m Mark, before rune) bool {
		return m.Letter() && (unicode.IsDigit(before) || before == 'n' || before == 'N')
	})
}

// RemoveAll takes all raised letters off too.
func RemoveAll(text string) (string, []Mark) {
	return remove(text, func(Mark, rune) bool { return false })
}

func remove(text string, stays func(m Mark, before rune) bool) (string, []Mark) {
	plain, all := Strip(text)
	runes := []rune(plain)
	var found []Mark
	for _, m := range slices.Backward(all) {
		if m.Start > 0 && stays(m, runes[m.Start-1]) {
			continue
		}
		runes = slices.Delete(runes, m.Start, m.End)
		found = append(found, m)
	}
	slices.Reverse(found)
	return strings.TrimSpace(string(runes)), found
}

// behindNumber is a raised letter that would be read as the unit of a number: it is the mark of a note, where it ends no
// ordinal.
var behindNumber = regexp.MustCompile(`(\d)\x{e0f1}[a-df-z]\x{e0f2}`)

// WithoutLetters takes the raised letters behind numbers off a text and leaves all other marks: "300" for 300ᵃ.
func WithoutLetters(text string) string {
	if !In(text) {
		return text
	}
	return behindNumber.ReplaceAllString(text, "$1")
}

// Letter tells whether the mark is a letter, as those of the notes below a table are.
func (m Mark) Letter() bool { return len(m.Text) == 1 && m.Text[0] >= 'a' && m.Text[0] <= 'z' }

// TableSource begins what stands below a table and has no mark: where its numbers come from, what holds for all of them.
var TableSource = regexp.MustCompile(`^(Sources?|Notes?|Abbreviations?|资料来源|来源|注|说明|缩写|Fuentes?|Notas?|Abreviaturas?|Abréviations?|Источники?|Примечани[ея]|Сокращения|المصدر|المصادر|ملاحظات?|ملحوظة) ?[:：.]\s*(\S.*)$`)

// Leading takes the mark off a text that begins with one; "" where it does not.
func Leading(text string) (mark, rest string) {
	if after, ok := strings.CutPrefix(text, string(open)); ok {
		if mark, rest, ok = strings.Cut(after, string(close)); ok {
			return mark, strings.TrimSpace(rest)
		}
	}
	return "", text
}

// Exponent is how many of the raised digits behind s are no mark but an exponent: of "km" 23 the first, of "10" 12 both.
func Exponent(s, raised string) int {
	word := s[len(strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })):]
	switch word {
	case "km", "m", "cm", "mm":
		if raised != "" && (raised[0] == '2' || raised[0] == '3') {
			return 1
		}
	case "10":
		return len(raised)
	}
	return 0
}

const (
	row  = '\ue0f3'
	cell = '\ue0f4'
)

// What stands in a cell in place of text where another goes over it, and before a text that may not be the cell's own.
const (
	Left    = "\ue0f5" // the cell to its left goes over it
	Above   = "\ue0f6" // the cell above it does
	Unclear = "\ue0f7"
)

// grid takes all of these off a text.
var grid = strings.NewReplacer(Left, "", Above, "", Unclear, "")

// Cell is the text of a cell without what only says where it stands.
func Cell(text string) string { return grid.Replace(text) }

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
