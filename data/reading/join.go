package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data/reading/marks"
)

// join puts the parts of a broken line together again: Han without a blank, an ideograph and a Latin letter or digit
// with one, Latin words with one, a word broken at a hyphen without.
func join(a, b string) string {
	b = collapse(b) // a is, when its paragraph is closed
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	lastWide, firstWide := wide(last), wide(first)
	switch {
	case marks.In(string(first)): // a mark that the line above had no room for
		return a + b
	case last == '-' && suspended.MatchString(b): // "troop- and police-contributing"
		return a + " " + b
	case goesOnAddress(a, b):
		return a + b
	case lastWide && firstWide, (last == '-' || last == '–') && !strings.HasSuffix(a, " "+string(last)):
		return a + b
	case (lastWide && !unicode.Is(unicode.Han, last)) || (firstWide && !unicode.Is(unicode.Han, first)):
		return a + b
	case lastWide && !unicode.IsLetter(first) && !unicode.IsDigit(first), firstWide && !unicode.IsLetter(last) && !unicode.IsDigit(last):
		return a + b
	}
	return a + " " + b
}

// addressEnd is an address on the web that a line breaks behind one of its signs.
var addressEnd = regexp.MustCompile(`(?:https?://|www\.)\S*[/_?&=#%~-]$`)

// addressRest is the rest of one: a word with such a sign in it.
var addressRest = regexp.MustCompile(`^[a-z0-9/_?&=#%~-][^\s]*[/_.?&=#%~-][A-Za-z0-9]`)

// goesOnAddress tells that b goes on with the address that a ends with.
func goesOnAddress(a, b string) bool {
	return strings.IndexByte("/_?&=#%~-", a[len(a)-1]) >= 0 && addressEnd.MatchString(a[max(0, len(a)-400):]) && addressRest.MatchString(b)
}

var suspended = regexp.MustCompile(`^(?:and|or|to|et|ou|y|o)\b`)

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xffef
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
