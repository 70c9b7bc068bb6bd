package extraction

import (
	"strings"
	"unicode"
)

// A number of an English text whose noun stands in a label before it, in brackets behind it, or in words that only point back:
// "Deaths: 45", "60 (12 women)", "21 of them", "1.6 million of those who …".

// plainly gives a number the noun that such words tell; false where none do.
func (s *scanner) plainly(m *mention) bool {
	if !digit(s.t[m.numStart]) || m.quantity.Value == nil || unicode.Is(unicode.Han, runeAt(s.t, past(s.t, m.numEnd))) {
		return false
	}
	return s.pointsBack(m) || s.labelled(m) || s.someInBrackets(m) || s.setApart(m) || s.behindColon(m) || s.amongAll(m) || s.tolled(m)
}

// pointsBack reads "21 of them", "1.6 million of those who", whose noun was said before; those who are people.
func (s *scanner) pointsBack(m *mention) bool {
	t := s.t
	j := past(t, m.numEnd)
	for _, w := range []string{"of them", "of these", "of those", "of whom"} {
		if !prefix(t, j, w) {
			continue
		}
		next, _ := wordAt(t, past(t, j+len(w)))
		if next == "who" {
			return s.counts(m, "person", "", j+len(w))
		}
		if plural(next) && next != "is" || w == "of those" && next == "with" { // 21 of these schools
			return false
		}
		if last, ok := s.lastCounted(m.numStart, 260); ok {
			return s.counts(m, last.quantity.Unit, last.counted, j+len(w))
		}
		return false
	}
	return false
}

// labelled reads a number behind its label: "Deaths: 45; missing: 12.", "Displaced people: 12,400".
func (s *scanner) labelled(m *mention) bool {
	t := s.t
	if m.start < 3 || !blank(t[m.start-1]) || t[m.start-2] != ':' {
		return false
	}
	if next := runeAt(t, m.numEnd); !(next == 0 || strings.ContainsRune(".;,\n", next) || prefix(t, m.numEnd, " (")) {
		return false
	}
	from := m.start - 2
	for from > 0 && m.start-from < 60 && !sentenceEnd(t, from-1) && !(t[from-1] == ',' && blank(t[from])) && t[from-1] != ':' && !digit(t[from-1]) {
		from--
	}
	from = past(t, from)
	label := strings.ToLower(string(t[from : m.start-2]))
	words := strings.Fields(label)
	if len(words) == 0 || len(words) > 6 || m.start-from >= 60 {
		return false
	}
	if befell[words[len(words)-1]] && (len(words) == 1 || people(s.nounIn(from, m.start-2))) {
		return s.counts(m, "person", "", m.numEnd)
	}
	for i := from; i < m.start-2; i++ {
		if i > from && !blank(t[i-1]) {
			continue
		}
		name, n := s.noun(i)
		if word := strings.ToLower(string(t[i : i+n])); n > 0 && name != "percent" && !currency(name) && (plural(word) || collectives[word]) {
			return s.counts(m, name, word, m.numEnd)
		}
	}
	return false
}

// nounIn is the unit of the first known noun of t[from:to]; empty where there is none.
func (s *scanner) nounIn(from, to int) string {
	for i := from; i < to; i++ {
		if i > from && !blank(s.t[i-1]) {
			continue
		}
		if name, n := s.noun(i); n > 0 {
			return name
		}
	}
	return ""
}

// someInBrackets reads a number of people of whom the brackets behind tell some: 60 (12 women), 114 (60 boys, 54 girls).
func (s *scanner) someInBrackets(m *mention) bool {
	t := s.t
	if !prefix(t, m.numEnd, " (") {
		return false
	}
	inside := m.numEnd + len(" (")
	if prefix(t, inside, "including ") {
		inside += len("including ")
	}
	if !digit(runeAt(t, inside)) {
		return false
	}
	n, ok := numeralAt(t, inside)
	if !ok || n.value.Cmp(*m.quantity.Value) > 0 {
		return false
	}
	switch word, _ := wordAt(t, past(t, n.end)); word {
	case "women", "men", "boys", "girls", "children", "female", "male", "civilians":
		return s.counts(m, "person", "", m.numEnd)
	}
	return false
}

// setApart reads a number with which a sentence opens and which an aside parts from its verb: "1,454 – 70 per cent – are".
func (s *scanner) setApart(m *mention) bool {
	t := s.t
	if !s.opens(m.start) {
		return false
	}
	j := past(t, m.numEnd)
	end := 0
	switch r := runeAt(t, j); {
	case r == '–' || r == '—' || r == ',':
		for i := j + 1; i < len(t) && i < j+60 && !sentenceEnd(t, i); i++ {
			if t[i] == r && blank(runeAt(t, i+1)) {
				end = i + 1
				break
			}
		}
	case r == '(':
		for i := j + 1; i < len(t) && i < j+60; i++ {
			if t[i] == ')' {
				end = i + 1
				break
			}
		}
	}
	if end == 0 {
		return false
	}
	switch word, _ := wordAt(t, past(t, end)); word {
	case "are", "were", "have", "had", "remain", "remained":
		if last, ok := s.lastCounted(m.numStart, 260); ok && last.quantity.Unit != "percent" && !currency(last.quantity.Unit) {
			return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
	}
	return false
}

// behindColon reads the first number of a list whose noun stands before its colon: fewer complaints: 13 from Chad and 10 from Mali.
func (s *scanner) behindColon(m *mention) bool {
	t := s.t
	if m.start < 3 || !blank(t[m.start-1]) || t[m.start-2] != ':' {
		return false
	}
	for _, w := range []string{" from ", " in ", " by ", " against "} {
		if k := m.numEnd + len(w); prefix(t, m.numEnd, w) && (unicode.IsUpper(runeAt(t, k)) || prefix(t, k, "the ") && unicode.IsUpper(runeAt(t, k+len("the ")))) {
			if month, _ := wordAt(t, k); englishMonths[month] > 0 {
				return false
			}
			unit, noun := s.subject(m.start-1, 140)
			return unit != "" && unit != "percent" && !currency(unit) && s.counts(m, unit, noun, m.numEnd)
		}
	}
	return false
}

// amongAll reads a number of the people whom its sentence opens with: of the 750 million adults who cannot read, 565 million live in.
func (s *scanner) amongAll(m *mention) bool {
	t := s.t
	switch word, _ := wordAt(t, past(t, m.numEnd)); word {
	case "live", "lived", "lack", "lacked", "need", "reside", "work", "suffer", "face", "depend", "rely", "remain", "came", "come", "died":
	default:
		return false
	}
	last, ok := s.lastCounted(m.numStart, 140)
	if !ok || !people(last.quantity.Unit) || !s.sameSentence(last.end, m.start) || runeAt(t, unblanked(t, m.start)-1) != ',' {
		return false
	}
	switch strings.ToLower(wordBefore(t, last.start)) {
	case "of", "the", "among":
		return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	}
	return false
}

// tolled reads a number to which a verb ties a noun for how many people there are: the death toll rose to 450, enrolment reached
// 12,000.
func (s *scanner) tolled(m *mention) bool {
	t := s.t
	low := strings.TrimRight(strings.ToLower(string(t[max(0, m.start-110):m.start])), " ")
	if at := strings.LastIndexAny(low, ".;:"); at >= 0 {
		low = low[at+1:]
	}
	bound := false
	for _, verb := range tied {
		bound = bound || strings.HasSuffix(low, " "+verb)
	}
	if !bound || upToTen(m) {
		return false
	}
	for _, toll := range tolls {
		if at := strings.LastIndex(low, toll.words); at >= 0 && !strings.ContainsAny(low[at:], "0123456789") {
			return s.counts(m, "person", toll.counted, m.numEnd)
		}
	}
	return false
}

// tolls are nouns for how many people there are, with those whom they count where the noun tells it.
var tolls = []struct{ words, counted string }{
	{"death toll", "deaths"}, {"enrolment", "students"}, {"attendance", "attendees"}, {"membership", ""}, {"workforce", ""}, {"headcount", ""}, {"population", ""}, {"unemployed", ""}, {"homeless", ""}, {"wounded", ""},
}
