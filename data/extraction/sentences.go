package extraction

import (
	"sort"
	"strings"
	"unicode"
)

// spans are the sentences or clauses of a stretch of a text: where each ends; the first begins where the stretch does.
type spans struct {
	from int
	ends []int32
}

// spansOf parts t[from:to] at the runes for which stop is true; each span holds its stop.
func spansOf(t []rune, from, to int, stop func(t []rune, i int) bool) spans {
	s := spans{from: from}
	for i := from; i < to; i++ {
		if stop(t, i) {
			s.ends = append(s.ends, int32(i+1))
		}
	}
	if n := len(s.ends); n == 0 || int(s.ends[n-1]) < to {
		s.ends = append(s.ends, int32(to))
	}
	return s
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

// within is the span that holds a place, cut to what lies within reach of it; places near each other are cut alike.
func (s spans) within(place int) [2]int {
	i := min(sort.Search(len(s.ends), func(i int) bool { return place < int(s.ends[i]) }), len(s.ends)-1)
	start := s.from
	if i > 0 {
		start = int(s.ends[i-1])
	}
	block := place / reach * reach
	return [2]int{max(start, block-3*reach), min(int(s.ends[i]), block+4*reach)}
}
