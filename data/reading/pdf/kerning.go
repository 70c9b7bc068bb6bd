package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean is the text of a character: PDFium writes U+FFFE and U+0002 for a hyphen at a line's end; ligatures and the
// letter forms of Arabic type are taken apart into the letters that they stand for.
func clean(r rune) string {
	switch {
	case r == '\u00ad' || r == '\ufffe' || r == '\x02':
		return "-"
	case unicode.IsControl(r) || r == utf8.RuneError:
		return ""
	case r >= 0xfb00 && r <= 0xfb4f, r >= 0xfb50 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return norm.NFKC.String(string(r))
	}
	return string(r)
}

// unkern closes the blanks that wide kerning leaves in a word and before a stop: "Secretary -General", "Da ’ esh",
// "entities .", "( S/2024/1", "1. 1 million". A plural's apostrophe, and one that ends a name, keeps its blank: "States’ efforts", "Tajura’ camp".
func unkern(s string) string {
	if !kerned(s) {
		return s
	}
	s = kernedStop.ReplaceAllString(s, "$1$2")
	s = kernedBracket.ReplaceAllString(s, "$1$2")
	s = kernedPoint.ReplaceAllString(s, "$1$2")
	s = kernedHyphen.ReplaceAllString(s, "$1-$2")
	s = kernedEnd.ReplaceAllString(s, "$1-")
	s = kernedPlural.ReplaceAllString(s, "s$1 ")
	s = kernedQuote.ReplaceAllString(s, "$1$2$3")
	return halfKernedQuote.ReplaceAllString(s, "$1$2$3")
}

// kerned tells whether s may have such a blank: one beside a stop, a bracket, a hyphen or a quotation mark, or in a decimal.
func kerned(s string) bool {
	var before [3]rune // the last first
	for _, r := range s {
		switch {
		case r == ' ' && strings.ContainsRune("([“’'", before[0]),
			before[0] == ' ' && strings.ContainsRune(".,;:)-’'", r),
			before[0] == ' ' && before[1] == '.' && unicode.IsDigit(before[2]) && unicode.IsDigit(r):
			return true
		}
		before = [3]rune{r, before[0], before[1]}
	}
	return false
}

var (
	kernedStop      = regexp.MustCompile(`(\S) ([.,)])`)
	kernedBracket   = regexp.MustCompile(`([(\[“]) ([\pL\pN])`)
	kernedPoint     = regexp.MustCompile(`(\b\d{1,3}\.) (\d{1,2} (?:million|billion|trillion|per cent))`)
	kernedHyphen    = regexp.MustCompile(`([\pL\pN]) -([\pL\pN])`)
	kernedEnd       = regexp.MustCompile(`(\pL{3}) -$`)
	kernedPlural    = regexp.MustCompile(`s ([’']) `)
	kernedQuote     = regexp.MustCompile(`(\pL) ([’']) ?(\pL)`)
	halfKernedQuote = regexp.MustCompile(`(\b(?:[cdjlmnstCDJLMNST]|[Qq]u))([’']) (\pL)`) // an elided word: "d’ Ivoire"
)

var kernedColon = regexp.MustCompile(`(\S) ([;:])`)
