package extraction

import (
	"strings"
	"unicode"
)

// named tells the number of a name: Camp 3, Category 5, behind a word with a capital that opens no sentence.
func (s *scanner) named(m *mention) string {
	word := []rune(wordBefore(s.t, m.start))
	if m.numEnd-m.numStart > 3 || !digit(s.t[m.numStart]) || m.start != m.numStart || m.start < 2 || !blank(s.t[m.start-1]) {
		return ""
	}
	if len(word) < 2 || !unicode.IsUpper(word[0]) || englishMonths[strings.ToLower(string(word))] > 0 {
		return ""
	}
	if at := m.start - 1 - len(word); at < 2 || sentenceEnd(s.t, at-2) || sentenceEnd(s.t, at-1) {
		return ""
	}
	return "name"
}

// formations are bodies and operations that a number behind them names.
var formations = wordSet("Unit Operation Division Brigade Battalion Squadron Regiment Camp Site Well Station Gate Detachment")

// anaphoric tells a number in words that takes up things named before: the two sides, these three countries.
func (s *scanner) anaphoric(m *mention) bool {
	if digit(s.t[m.numStart]) || m.quantity.Value == nil || !upToTen(m) || m.start != m.numStart {
		return false
	}
	switch strings.ToLower(wordBefore(s.t, m.start)) {
	case "these", "those", "both":
		return true
	case "the":
		return m.quantity.Value.Cmp(whole(3)) <= 0
	}
	return false
}

// article tells "one" that introduces a thing and counts none. It counts people by their vocabulary noun, and beside other
// counts: three schools and one hospital.
func (s *scanner) article(m *mention, j int) bool {
	t := s.t
	if w, end := wordAt(t, m.numStart); w != "one" || end != m.numEnd {
		return false
	}
	switch w, _ := wordAt(t, j); w {
	case "woman", "man", "child", "person", "girl", "boy", "civilian":
		return false
	case "of", "or", "and", "who", "that", "to", "in", "such", "another", "way", "year", "month", "day", "side", "time", "hand":
		return true
	}
	if w, _ := wordAt(t, j); strings.HasSuffix(w, "ing") {
		return true
	}
	p := s.nounPhrase(j)
	if p.unit == "" || p.end-j > 48 {
		return true
	}
	before := strings.ToLower(wordBefore(t, m.start))
	if harms[before] || before == "least" || before == "including" || before == "only" {
		return false
	}
	if last, ok := s.lastCounted(m.numStart, 30); ok && (before == "and" || suffix(t, m.start, ", ")) && s.sameSentence(last.end, m.start) {
		return false
	}
	and := p.end
	for and < len(t) && and < p.end+2 && blank(t[and]) {
		and++
	}
	if prefix(t, and, "and ") && and+5 < len(t) { // one hospital and three schools
		n, ok := numeralAt(t, and+4)
		return !ok || n.value.Cmp(whole(2)) < 0
	}
	return true
}
