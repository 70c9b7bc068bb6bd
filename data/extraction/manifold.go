package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// manifold reads the multiples that one word states, and ranges of them: twice the rate, a rate that doubled, a sixfold
// increase, a two- to threefold one, 翻番.
func manifold(t []rune, i int) (number, bool) {
	if t[i] >= 0x2e80 {
		return hanManifold(t, i)
	}
	if t[i] >= 0x250 || !unicode.IsLetter(t[i]) && !digit(t[i]) || i > 0 && (latinOrDigit(t[i-1]) || t[i-1] == '.' || t[i-1] == ',') {
		return number{}, false
	}
	if n, ok := multiplier(t, i); ok {
		return n, true
	}
	if digit(t[i]) && countsHan(t, i) {
		return number{}, false
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

// countsHan tells whether Chinese words stand right behind the digits at t[i], so that no English fold can.
func countsHan(t []rune, i int) bool {
	for i < len(t) && (digit(t[i]) || t[i] == ' ' || t[i] == ',' || t[i] == '.') {
		i++
	}
	return i < len(t) && t[i] >= 0x2e80
}

// multipliers are the words that state a multiple by themselves: twice the rate, double the rate, the rate doubled.
var multipliers = map[string]int64{
	"twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3, "quadruple": 4,
	"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4, "quadrupling": 4, "quintupled": 5,
}

// multiplier reads twice, doubled, halved, several times.
func multiplier(t []rune, i int) (number, bool) {
	switch t[i] {
	case 't', 'T', 'd', 'D', 'q', 'Q', 'h', 's', 'S':
	default:
		return number{}, false
	}
	word, end := wordAt(t, i)
	n := number{start: i, end: end, words: true, multiple: true, value: whole(multipliers[word])}
	switch {
	case word == "halved":
		n.value, n.kind, n.multiple = whole(50), numeral.Percent, false
		return n, multiplied(t, i, end)
	case word == "several" && prefix(t, end, " times "):
		switch next, _ := wordAt(t, min(end+len(" times "), len(t)-1)); next {
		case "as", "more", "higher", "the", "that", "greater", "larger", "lower", "faster", "those":
			low, high := whole(2), whole(9)
			n.low, n.high, n.end = &low, &high, end+len(" times")
			return n, true
		}
		return number{}, false
	case multipliers[word] == 0:
		return number{}, false
	case strings.HasSuffix(word, "d") || strings.HasSuffix(word, "ing"):
		return n, multiplied(t, i, end)
	}
	return n, multiplies(t, i, end)
}

// multiplied tells whether "doubled" at t[start:end] says how much something grew: the rate doubled in May. It says nothing of
// the kind before efforts, or as a quality: doubled vigilance.
func multiplied(t []rune, start, end int) bool {
	for place := start; ; { // have not doubled
		word := strings.ToLower(wordBefore(t, place))
		if _, ok := denials[word]; ok {
			return false
		}
		if place = unblanked(t, place) - len([]rune(word)); word == "" || !light[word] {
			break
		}
	}
	next, nextEnd := wordAt(t, min(past(t, end), len(t)-1))
	switch next {
	case "", "in", "to", "since", "from", "between", "over", "during", "by", "within", "compared", "and", "or", "after", "under", "on", "at", "through", "for", "while", "with", "but", "of", "this", "last", "that", "as":
		before := strings.ToLower(wordBefore(t, start))
		return before != "the" && before != "re" && before != "being" || next == "of"
	case "the", "its", "their":
		noun, _ := wordAt(t, min(past(t, nextEnd), len(t)-1))
		return !holdsAny(noun, "effort", "commitment", "resolve", "vigilance")
	}
	return false
}

// hanMultiples are the Chinese words that state a multiple by themselves; the longer ones first.
var hanMultiples = []struct {
	word  string
	times int64
}{{"翻了一番", 2}, {"翻一番", 2}, {"翻了两番", 4}, {"翻两番", 4}, {"翻了三番", 8}, {"翻了一倍", 2}, {"翻一倍", 2}, {"翻番", 2}, {"翻倍", 2}, {"倍增", 2}, {"加倍", 2}}

// hanManifold reads 翻番, 倍增, 数倍, 减半.
func hanManifold(t []rune, i int) (number, bool) {
	switch t[i] {
	case '翻', '倍', '加', '减':
		for _, w := range hanDenials {
			if suffix(t, i, w) {
				return number{}, false
			}
		}
	}
	switch t[i] {
	case '翻', '倍', '加':
		for _, w := range hanMultiples {
			if !prefix(t, i, w.word) {
				continue
			}
			end := i + len([]rune(w.word))
			if w.word == "加倍" && end < len(t) && !clauseEnd(t, end) && t[end] != '到' && t[end] != '至' || w.word == "倍增" && strings.ContainsRune("效器因", runeAt(t, end)) {
				return number{}, false
			}
			return number{start: i, end: end, words: true, multiple: true, value: whole(w.times)}, true
		}
	case '数', '几', '好':
		for _, w := range []string{"数倍", "几倍", "好几倍"} {
			if prefix(t, i, w) && !(i > 0 && (numeral.HanDigit(t[i-1]) || numeral.HanScale(t[i-1]) || digit(t[i-1]) || t[i-1] == '好' || t[i-1] == '指' || t[i-1] == '倍' || t[i-1] == '人' || t[i-1] == '系')) {
				low, high := whole(2), whole(9)
				return number{start: i, end: i + len([]rune(w)), words: true, multiple: true, low: &low, high: &high}, true
			}
		}
	case '减':
		if prefix(t, i, "减半") {
			return number{start: i, end: i + 2, words: true, kind: numeral.Percent, value: whole(50)}, true
		}
	}
	return number{}, false
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
	for _, w := range []string{"all of the ", "all the ", "all "} { // nearly all of the 1,200
		if foldedSuffix(t, at, w) {
			if h, from := s.hedgeBefore(at - len(w)); h.bound == data.LessThan {
				return h, from
			}
			return hedge{}, at
		}
	}
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
