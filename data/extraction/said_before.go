package extraction

import (
	"strings"
	"unicode"
)

// A number whose noun its verb or its list ties to words before it.

// said reads a number that its verb ties to the noun before it: "The number of refugees exceeded 51,000 in …",
// "the military strength stood at 2,657, including …".
func (s *scanner) said(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) || m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) < 0 {
		return false
	}
	before := strings.TrimRight(strings.ToLower(string(t[max(0, m.start-24):m.start])), " ")
	bound := holdsAny(strings.ToLower(m.quantity.Hedge), "exceed", "surpass", "reach", "to number", "approach", "neared", "topp", "fell short", "falls short") // hedges that are verbs
	for _, verb := range tied {
		bound = bound || strings.HasSuffix(before, " "+verb)
	}
	if !bound {
		return false
	}
	if unit, noun := s.subject(m.start, 140); unit != "" {
		return s.counts(m, unit, noun, m.numEnd)
	}
	return false
}

// subject is the noun that a sentence is about before place: that of "the number of …", else the first known plural of
// the clause, else the nearest known noun.
func (s *scanner) subject(place, within int) (unit, noun string) {
	t := s.t
	from := max(0, place-within)
	sentence := from
	for i := place - 2; i > from; i-- {
		if sentenceEnd(t, i) {
			sentence = i + 1
			break
		}
	}
	if i := lastIndex(t, "number of ", sentence, place); i >= 0 {
		if p := s.nounPhrase(i + len("number of ")); p.unit != "" {
			return p.unit, strings.TrimSuffix(strings.TrimSpace(string(t[i+len("number of "):p.end])), " of")
		}
	}
	for i := sentence; i < place-1; i++ {
		if i > 0 && unicode.IsLetter(t[i-1]) || !unicode.IsLetter(t[i]) {
			continue
		}
		name, n := s.noun(i)
		if n == 0 || name == "percent" || currency(name) {
			continue
		}
		if p := s.nounPhrase(i); p.unit != "" && p.end > i+n && blank(t[i+n]) && p.unit != "percent" { // the prison population
			name, n = p.unit, p.end-i
		}
		if last := strings.ToLower(string(t[lastWord(t, i, i+n) : i+n])); plural(last) || collectives[last] {
			return name, string(t[i : i+n])
		}
		if unit == "" {
			unit, noun = name, string(t[i:i+n])
		}
		i += n - 1
	}
	return unit, noun
}

// lastIndex is where words begin last in t[from:to]; -1 where they do not.
func lastIndex(t []rune, words string, from, to int) int {
	for i := to - len(words); i >= from; i-- {
		if prefix(t, i, words) {
			return i
		}
	}
	return -1
}

// continued reads a number that leaves out the noun of the one before: "61 staff worked in Tripoli, 14 in Tunis, 5 in
// Benghazi and 1 in Sabha".
func (s *scanner) continued(m *mention) bool {
	t := s.t
	last, ok := s.lastCounted(m.numStart, 60)
	if !ok || !s.sameSentence(last.end, m.start) {
		return false
	}
	link := strings.TrimRight(string(t[min(m.start, max(last.end, m.start-6)):m.start]), " ")
	if !strings.HasSuffix(link, ",") && !strings.HasSuffix(link, "and") && !strings.HasSuffix(link, ";") && !strings.HasSuffix(link, ":") {
		return false
	}
	j := m.numEnd
	for _, w := range []string{" in ", " from ", " at ", " to ", " into "} {
		if k := j + len(w); prefix(t, j, w) && k < len(t) {
			if month, _ := wordAt(t, k); englishMonths[month] > 0 || !unicode.IsUpper(t[k]) && !(prefix(t, k, "the ") && unicode.IsUpper(runeAt(t, k+len("the ")))) && upToTen(m) {
				return false
			}
			return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
	}
	if opened(t, last.end) { // (15,847 boys, 6,252 girls, 458 sex unknown)
		for k := j; k < len(t) && k < j+24 && !digit(t[k]); k++ {
			if t[k] == ')' {
				return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
			}
		}
	}
	return false
}

// setAgainst reads a number that stands against one said before ("compared with 987 in the previous quarter", "rose from 312
// to 456", "approved 38"): its noun is that of the clause, else of the figure before.
func (s *scanner) setAgainst(m *mention, before string) bool {
	t := s.t
	if before == "the" { // up from the 1,073 of the year before
		before = strings.ToLower(wordBefore(s.t, m.start-len("the ")))
	}
	if before == "by" && s.tellsChange(m.start) {
		unit, noun := s.subject(m.start, 200)
		return unit != "" && s.counts(m, unit, noun, m.numEnd)
	}
	if !compared[before] && !s.ofTotal(m) && !(strings.HasSuffix(before, "ed") && len(before) > 4) && !chosen[before] {
		return false
	}
	inside := len(s.mentions) > 0 && strings.HasPrefix(strings.TrimSpace(string(t[min(s.mentions[len(s.mentions)-1].end, m.start):m.start])), "(") // 300 attacks (up from 200)
	if !inside && (before == "from" || before == "to" || before == "against") {
		if unit, noun := s.subject(m.start, 200); unit != "" && s.tellsChange(m.start) {
			return s.counts(m, unit, noun, m.numEnd)
		}
	}
	last, ok := s.lastCounted(m.numStart, 140)
	for _, w := range []string{" in ", " across "} { // 281 emergencies in 96 countries, compared with 285 in at least 90
		if ok && before == "with" && prefix(t, m.numEnd, w) && s.numberBehind(m.numEnd+len(w)) {
			last, ok = s.firstCounted(m.start, true)
		}
	}
	if !ok {
		return false
	}
	return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
}

// downFrom tells "down from", "up from" or "compared with" before a number in words.
func (s *scanner) downFrom(m *mention, before string) bool {
	first := strings.ToLower(wordBefore(s.t, m.start-len(before)-1))
	return before == "from" && (first == "down" || first == "up") || before == "with" && first == "compared"
}

// ofTotal reads "Of 1,050 planned courses, 934 took place".
func (s *scanner) ofTotal(m *mention) bool {
	last, ok := s.lastCounted(m.start, 4)
	return ok && strings.TrimSpace(string(s.t[last.end:m.start])) == "," && strings.EqualFold(strings.TrimSuffix(wordBefore(s.t, last.start), "the"), "of")
}

// placed reads "Chad recorded 933 casualties, Mali 651 and Niger 580".
func (s *scanner) placed(m *mention) bool {
	t := s.t
	last, ok := s.lastCounted(m.start, 60)
	if !ok || !digit(t[m.numStart]) || m.start < 4 || !s.sameSentence(last.end, m.start) {
		return false
	}
	for i := m.start - 3; i > last.end; i-- {
		if !unicode.IsUpper(t[i]) {
			continue
		}
		_, n := s.words.Places.At(t, i)
		if _, group := s.words.Groups.At(t, i); group > 0 { // ISIL has 300 fighters, Al-Qaida 500
			n = group
		}
		if n > 0 && i+n == m.start-1 {
			link := strings.TrimSpace(string(t[max(last.end, i-5):i]))
			return (strings.HasSuffix(link, ",") || strings.HasSuffix(link, "and") || strings.HasSuffix(link, ";") || strings.HasSuffix(link, ":") || strings.HasSuffix(link, "(")) && s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
	}
	return false
}

// bracketed reads a count in brackets behind what it is of: "violations occurred in the north (24) and the south (11)".
func (s *scanner) bracketed(m *mention) bool {
	t := s.t
	if runeAt(t, m.start-1) == '(' && digit(t[m.numStart]) && yearCloses(t, m.numEnd) { // 42 people (30 in 2018)
		last, ok := s.lastCounted(m.numStart, 60)
		return ok && s.sameSentence(last.end, m.start) && s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	}
	if m.start < 3 || t[m.start-1] != '(' || !blank(t[m.start-2]) || !(unicode.IsLetter(t[m.start-3]) || t[m.start-3] == ')') || m.numEnd >= len(t) || t[m.numEnd] != ')' || !digit(t[m.numStart]) {
		return false
	}
	last, ok := s.lastCounted(m.numStart, 400)
	if ok && !divisions[last.quantity.Unit] && s.sameSentence(last.end, m.start) {
		return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	}
	name := lastName(t, m.start-2)
	if _, place := s.words.Places.At(t, name); place > 0 && name+place == m.start-2 || divisions[last.quantity.Unit] { // thefts occurred in Nepal (28); in three provinces: Gao (12)
		if first, is := s.firstOther(m.start); is {
			return s.counts(m, first.quantity.Unit, first.counted, m.numEnd)
		}
		if unit, noun := s.subject(m.start, 400); unit != "" && !divisions[unit] {
			return s.counts(m, unit, noun, m.numEnd)
		}
	}
	if ok {
		return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	}
	if unit, noun := s.subject(m.start, 400); unit != "" {
		return s.counts(m, unit, noun, m.numEnd)
	}
	return false
}

// divisions are units of the parts of a country, which lists name each with a number of something else.
var divisions = wordSet("department province constituent_state region district governorate county locality village municipality zone town city canton state oblast prefecture township commune ward parish island")

// lastName is where the run of capitalised words that ends at end begins.
func lastName(t []rune, end int) int {
	start := end
	for i := end - 1; i > 0 && end-i < 40 && (unicode.IsLetter(t[i]) || strings.ContainsRune(" -’'", t[i])); i-- {
		if unicode.IsUpper(t[i]) && !unicode.IsLetter(t[i-1]) && t[i-1] != '-' {
			start = i
		} else if unicode.IsLower(t[i]) && blank(t[i-1]) {
			break
		}
	}
	return start
}

// firstOther is what the sentence counts first before place that is no part of a country.
func (s *scanner) firstOther(place int) (mention, bool) {
	found, ok := mention{}, false
	for i := len(s.mentions) - 1; i >= 0 && place-s.mentions[i].end < 240 && s.sameSentence(s.mentions[i].end, place); i-- {
		last := s.mentions[i]
		if last.counted != "" && !currency(last.quantity.Unit) && last.quantity.Unit != "percent" && !divisions[last.quantity.Unit] {
			found, ok = last, true
		}
	}
	return found, ok
}

// opened tells whether a bracket is open at place.
func opened(t []rune, place int) bool {
	for i := min(place, len(t)) - 1; i >= 0 && i > place-120; i-- {
		switch t[i] {
		case '(':
			return true
		case ')':
			return false
		}
	}
	return false
}
