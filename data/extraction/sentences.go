package extraction

import (
	"sort"
	"strings"
	"unicode"
)

// spans parts a text at the runes for which stop is true; each span holds its stop. Ends are exclusive.
func spans(t []rune, stop func(t []rune, i int) bool) [][2]int {
	var all [][2]int
	start := 0
	for i := range t {
		if stop(t, i) {
			all = append(all, [2]int{start, i + 1})
			start = i + 1
		}
	}
	if start < len(t) {
		all = append(all, [2]int{start, len(t)})
	}
	return all
}

// sentenceEnd tells whether a sentence ends at t[i]. A full stop ends one where a blank follows and then no small letter,
// and before it stands no single letter or usual abbreviation.
func sentenceEnd(t []rune, i int) bool {
	switch t[i] {
	case '。', '！', '？', '；':
		return true
	case '.', '!', '?', ';':
		if i+1 < len(t) && !blank(t[i+1]) && !(t[i+1] == '”' || t[i+1] == ')') {
			return false
		}
		if i+2 < len(t) && unicode.IsLower(t[i+2]) && t[i] == '.' {
			return false
		}
		return !(i >= 1 && unicode.IsUpper(t[i-1]) && (i == 1 || !unicode.IsLetter(t[i-2]))) && !abbreviated(t, i)
	}
	return false
}

// abbreviations end in a stop that ends no sentence.
var abbreviations = wordSet("para paras no nos approx est ca c vs cf incl excl max min ft art arts vol ed eds fig figs")

// abbreviated tells whether the stop at t[i] ends an abbreviation: approx. 300 people.
func abbreviated(t []rune, i int) bool {
	start := i
	for start > 0 && unicode.IsLetter(t[start-1]) && i-start < 8 {
		start--
	}
	word := string(t[start:i])
	if word == "para" || word == "paras" || word == "No" || word == "Nos" {
		return true
	}
	next := runeAt(t, past(t, i+1))
	return start < i && abbreviations[strings.ToLower(word)] && (digit(next) || next == '$')
}

// clauseEnd tells whether a clause ends at t[i].
func clauseEnd(t []rune, i int) bool {
	switch t[i] {
	case '，', '：':
		return true
	case ',', ':':
		return i+1 < len(t) && blank(t[i+1])
	}
	return sentenceEnd(t, i)
}

// within is the span that holds a place, cut to what lies within reach of it.
func within(all [][2]int, place int) [2]int {
	i := min(sort.Search(len(all), func(i int) bool { return place < all[i][1] }), len(all)-1)
	return [2]int{max(all[i][0], place-3*reach), min(all[i][1], place+3*reach)}
}
