package extraction

import (
	"strings"
	"unicode"
)

// A number whose noun stands behind it with another number: the last of a list, or the one that it is compared with.

// foretold reads a number that leaves its noun to one behind it: water to 20,000, latrines to 7,000 and soap to 10,000 people; 7.3
// compared to 4.5 hours.
func (s *scanner) foretold(m *mention) bool {
	t := s.t
	j := past(t, m.numEnd)
	if j >= len(t) || m.quantity.Value == nil {
		return false
	}
	for _, w := range []string{"compared to ", "compared with ", "against ", "versus "} {
		if !prefix(t, j, w) {
			continue
		}
		n, ok := numeralAt(t, min(j+len(w), len(t)-1))
		if !ok {
			return false
		}
		k := past(t, n.end)
		for _, l := range lengths {
			if prefix(t, k, l.word) && l.word[0] < 0x80 && l.word[0] != '-' && timeSpent(t, m) {
				return s.counts(m, l.unit, "", m.numEnd)
			}
		}
		return false
	}
	link := strings.ToLower(wordBefore(t, m.start))
	if t[j] != ',' || link != "to" && link != "for" || !digit(t[m.numStart]) || m.numEnd-m.numStart < 3 {
		return false
	}
	for i := j + 1; i < len(t) && i < j+160 && !sentenceEnd(t, i); i++ {
		if !digit(t[i]) || digit(t[i-1]) || !blank(t[i-1]) {
			continue
		}
		n, ok := numeralAt(t, i)
		if !ok || strings.ToLower(wordBefore(t, i)) != link {
			return false
		}
		if k := past(t, n.end); k < len(t) && unicode.IsLower(t[k]) && !prefix(t, k, "and ") {
			if p := s.nounPhrase(k); people(p.unit) || p.unit == "household" {
				return s.counts(m, p.unit, string(t[lastWord(t, k, p.end):p.end]), m.numEnd)
			}
			return false
		}
		if i = n.end; runeAt(t, past(t, i)) != ',' && !prefix(t, past(t, i), "and ") {
			return false
		}
	}
	return false
}

// countedChange reads the two ends of a change of a number that the sentence names before: a rise in the number of migrants who
// returned from 4,100 in 2031 to 7,300 in 2032.
func (s *scanner) countedChange(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) || m.quantity.Value == nil || m.quantity.Value.Cmp(whole(100)) < 0 {
		return false
	}
	switch strings.ToLower(wordBefore(t, m.start)) {
	case "from":
		j := past(t, behindYear(t, m.numEnd))
		if !prefix(t, j, "to ") || !digit(runeAt(t, past(t, j+len("to ")))) {
			return false
		}
	case "to":
		end := unblanked(t, unblanked(t, m.start)-len("to"))
		last := len(s.mentions) - 1
		if last < 0 || behindYear(t, s.mentions[last].numEnd) != end || strings.ToLower(wordBefore(t, s.mentions[last].start)) != "from" {
			return false
		}
	default:
		return false
	}
	from := max(0, m.start-220)
	for i := m.start - 1; i > from; i-- {
		if sentenceEnd(t, i) {
			from = i + 1
		}
	}
	if lastIndex(t, "number of ", from, m.start) < 0 {
		return false
	}
	unit, noun := s.subject(m.start, m.start-from)
	return unit != "" && s.counts(m, unit, noun, m.numEnd)
}

// behindYear is the place behind "in 2031" at end, end itself where no year stands there.
func behindYear(t []rune, end int) int {
	if prefix(t, end, " in ") && end+8 <= len(t) && year(t[end+4:end+8]) {
		return end + 8
	}
	return end
}

// timeSpent tells whether the clause before a length of time says that it is spent on something, or how often.
func timeSpent(t []rune, m *mention) bool {
	before := strings.ToLower(string(t[max(0, m.start-70):m.start]))
	return holdsAny(before, "spend", "spent", "work ", "works ", "worked ", "per week", "per day", "each day", "each week", "every day", "every week", "a week", "a day")
}
