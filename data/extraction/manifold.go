package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/extraction/numeral"
)

// manifold reads the multiples that one word states, and ranges of them: twice the rate, a sixfold increase, a two- to
// threefold one.
func manifold(t []rune, i int) (number, bool) {
	if t[i] >= 0x250 || !unicode.IsLetter(t[i]) && !digit(t[i]) || i > 0 && (latinOrDigit(t[i-1]) || t[i-1] == '.' || t[i-1] == ',') {
		return number{}, false
	}
	if word, end := wordAt(t, i); word == "twice" || word == "thrice" {
		n := number{start: i, end: end, words: true, value: whole(2)}
		if word == "thrice" {
			n.value = whole(3)
		}
		return n, multiplies(t, i, end)
	}
	first, ok := stemAt(t, i)
	if !ok {
		return number{}, false
	}
	if n, ok := foldRange(t, first); ok {
		return n, true
	}
	first.words = true
	return first, first.kind == numeral.Plain && prefix(t, first.end, "fold") && !digit(t[i])
}

// stemAt reads the number of a multiple, which ends before its "fold": two, 2.5, twenty-five.
func stemAt(t []rune, i int) (number, bool) {
	word, end := wordAt(t, i)
	stem, one := strings.CutSuffix(word, "fold")
	if digit(t[i]) || !one || stem == "" { // 3-fold, the two of two- to threefold, the twenty of twenty-fivefold
		n, ok := numeralAt(t, i)
		if !ok || n.low != nil || n.kind != numeral.Plain {
			return number{}, false
		}
		if n.words && n.value.Cmp(whole(20)) >= 0 && runeAt(t, n.end) == '-' && n.end+1 < len(t) {
			if unit, ok := stemAt(t, n.end+1); ok && prefix(t, unit.end, "fold") && unit.value.Cmp(whole(10)) < 0 {
				unit.start, unit.value = i, unit.value.Plus(n.value)
				return unit, true
			}
		}
		return n, true
	}
	if scale, ok := map[string]int64{"hundred": 100, "thousand": 1000}[stem]; ok {
		return number{start: i, end: end - len("fold"), value: whole(scale)}, true
	}
	of, ok := numeral.At([]rune(stem), 0)
	return number{start: i, end: end - len("fold"), value: of.Value}, ok && of.End == len([]rune(stem)) && of.Low == nil && of.Kind == numeral.Plain
}

// foldRange reads the range of multiples that begins with first: twofold to threefold, two- to threefold, 2- to 3-fold,
// between a twofold and a threefold.
func foldRange(t []rune, first number) (number, bool) {
	j := first.end
	hyphen, whole := runeAt(t, j) == '-', false
	if hyphen {
		j++
	}
	if whole = prefix(t, j, "fold"); whole {
		j += len("fold")
	}
	between, article := first.start, articleBefore(t, first.start)
	for _, at := range []int{first.start, article} {
		if foldedSuffix(t, at, "between ") {
			between = at - len("between ")
		} else if foldedSuffix(t, at, "from ") { // the two ends of a change
			return number{}, false
		}
	}
	for _, link := range []string{" to ", " or ", "to-", "or-", "-to-", "-or-", " and "} {
		if !prefix(t, j, link) || link[0] != ' ' && !hyphen && !whole || link == " and " && between == first.start {
			continue
		}
		k := j + len(link)
		for _, a := range []string{"a ", "an "} {
			if whole && prefix(t, k, a) {
				k += len(a)
			}
		}
		if k >= len(t) {
			return number{}, false
		}
		second, ok := stemAt(t, k)
		if !ok || !prefix(t, second.end, "fold") && !prefix(t, second.end, "-fold") || first.value.Cmp(second.value) >= 0 {
			return number{}, false
		}
		return number{start: between, end: second.end, value: second.value, low: &first.value, high: &second.value, adjacent: true, words: true}, true
	}
	return number{}, false
}

// articleBefore is where the article that stands before a place begins; the place itself where none does.
func articleBefore(t []rune, place int) int {
	for _, a := range []string{"a ", "an "} {
		if at := place - len(a); foldedSuffix(t, place, a) && (at == 0 || !unicode.IsLetter(t[at-1])) {
			return at
		}
	}
	return place
}

// prepositions are hedges that before an article may be plain prepositions: over a six-month period, below a 5 per cent target.
var prepositions = wordSet(`about around over above below under within beyond`)

// hedgeBeforeArticle finds the hedge that an article or "another" parts from the number: more than a twofold increase, nearly
// a 20 per cent rise, at least another 40.
func (s *scanner) hedgeBeforeArticle(m *mention) (hedge, int) {
	t, at := s.t, m.start
	for _, w := range []string{"another ", "further ", "additional "} {
		if foldedSuffix(t, at, w) {
			at -= len(w)
			break
		}
	}
	if at = articleBefore(t, at); at == m.start {
		return hedge{}, at
	}
	h, from := s.hedgeBefore(at)
	if prepositions[strings.ToLower(h.word)] && !holdsAny(string(t[m.numEnd:min(len(t), m.numEnd+12)]), "fold", "per cent", "percent", "%") {
		return hedge{}, m.start
	}
	return h, from
}

// sized are nouns and qualities that "twice" multiplies: twice the rate, twice as likely.
var sized = wordSet(`number numbers rate rates level levels size amount amounts share proportion percentage ratio average mean median total volume value
	cost costs price prices figure figures norm risk risks length area population speed distance height width depth weight income incomes wage wages salary
	budget likelihood probability incidence prevalence burden capacity limit minimum maximum target quantity intensity density growth odds output strength
	quota rent sum yield surface increase decrease toll load duration magnitude frequency usual normal expected
	many much high likely large big great often fast quickly long low old wide deep heavy expensive costly strong common frequent frequently severe small short bad
	prevalent vulnerable poor dense effective productive hard far prone unlikely`)

// periods are the words behind "twice" that say when something happened two times: twice the same month.
var periods = wordSet(`day days night week weekend month quarter year years morning evening afternoon time same previous next following last first preceding other`)

// multiplies tells whether "twice" at t[start:end] states a multiple: twice the rate, twice as many, twice that of men. Alone,
// or before a time, it says how often: attacked twice that week, met twice as the talks went on.
func multiplies(t []rune, start, end int) bool {
	word, after := wordAt(t, past(t, end))
	j := past(t, after)
	next, nextEnd := wordAt(t, min(j, len(t)-1))
	switch word {
	case "as":
		then, _ := wordAt(t, min(past(t, nextEnd), len(t)-1))
		return sized[next] || then == "as" && !stopWords[next]
	case "that", "those":
		switch next {
		case "of", "in", "for", "among", "at", "recorded", "reported", "registered":
			return true
		}
		return word == "that" && (j >= len(t) || clauseEnd(t, j)) || sized[next]
	case "the", "its", "their":
	default:
		return false
	}
	owner := func(at int) bool { return prefix(t, at, "'s") || prefix(t, at, "’s") }
	if periods[next] && !owner(nextEnd) {
		possessed := false // the previous year's total
		if noun, e := wordAt(t, min(past(t, nextEnd), len(t)-1)); periods[noun] {
			possessed = owner(e)
		}
		if !possessed {
			return false
		}
	}
	switch strings.ToLower(wordBefore(t, start)) {
	case "is", "are", "was", "were", "be", "been", "than", "nearly", "almost", "about", "roughly", "approximately", "some", "over":
		return true
	}
	for range 4 {
		if next == "" || sized[next] {
			return next != ""
		}
		if owner(nextEnd) {
			nextEnd += len([]rune("’s"))
		}
		if nextEnd >= len(t) || !blank(t[nextEnd]) || stopWords[next] {
			return false
		}
		next, nextEnd = wordAt(t, min(past(t, nextEnd), len(t)-1))
	}
	return false
}
