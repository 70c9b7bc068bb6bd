package extraction

import (
	"regexp"
	"strings"
	"unicode"
)

// ofEvery tells a number that is so many of each hundred: of every 100 people, 12 are ill.
func ofEvery(t []rune, n number) bool {
	if !suffix(t, n.start, ", ") {
		return false
	}
	words := strings.Fields(strings.ToLower(string(t[max(0, n.start-48) : n.start-len(", ")])))
	for i := len(words) - 1; i > 0 && i > len(words)-6; i-- {
		if words[i] == "every" {
			return words[i-1] == "of" || words[i-1] == "for"
		}
	}
	return false
}

// everyFewTimes matches what tells how often somebody dies or the like: one woman dies every two minutes.
var everyFewTimes = regexp.MustCompile(`^[^,;.:]{0,30}?\b(?:dies|die|died|killed|born|displaced|infected|raped|disappears?)\b[^,;.:]{0,30}? every (?:\d+|few|two|three|four|five|ten|twenty|thirty) (?:seconds|minutes|hours)\b`)

// everyFew tells such a small number.
func everyFew(t []rune, n number) bool {
	if n.low != nil || n.value.Cmp(whole(10)) > 0 || unicode.Is(unicode.Han, t[n.start]) {
		return false
	}
	behind := string(t[n.end:min(len(t), n.end+90)])
	return strings.Contains(behind, " every ") && everyFewTimes.MatchString(behind)
}

// per takes what a quantity is per: a year, per month, annually, 每年.
func (s *scanner) per(m *mention) {
	t := s.t
	for _, p := range []struct{ word, per string }{
		{" a year", "year"},
		{" annually", "year"},
		{" a month", "month"},
		{" a day", "day"},
		{" daily", "day"},
		{" a week", "week"},
		{" each year", "year"},
		{" every year", "year"},
		{" per annum", "year"},
		{" each month", "month"},
		{" every month", "month"},
		{" each day", "day"},
	} {
		if w, _ := wordAt(t, min(m.end+len(p.word)+1, len(t)-1)); w == "earlier" || w == "ago" || w == "before" || w == "later" || w == "after" {
			break
		}
		if prefix(t, m.end, p.word) && (m.end+len(p.word) == len(t) || !unicode.IsLetter(t[m.end+len(p.word)])) {
			m.quantity.Per, m.end = p.per, m.end+len(p.word)
			return
		}
	}
	if w, end := wordAt(t, min(m.end+1, max(len(t)-1, 0))); prefix(t, m.end, "/") && end > m.end+1 { // km/h
		m.quantity.Per, m.end = map[string]string{"h": "hour", "s": "second", "d": "day", "yr": "year"}[w], end
		if m.quantity.Per == "" {
			m.quantity.Per = w
		}
		return
	}
	for _, dollar := range []string{" per United States dollar", " per US dollar", " per U.S. dollar", " per dollar"} {
		if prefix(t, m.end, dollar) {
			m.quantity.Per, m.end = "USD", m.end+len(dollar)
			return
		}
	}
	if prefix(t, m.end, " per ") {
		if w, end := wordAt(t, min(m.end+5, len(t)-1)); w != "" && w != "cent" {
			m.quantity.Per, m.end = singularNoun(w), end
			return
		}
	}
	if i := m.start - 1; i > 0 { // 每吨 300 美元
		for at := i; at > 0 && at > i-3; at-- {
			if t[at-1] == '每' {
				if name, n := s.words.Units.At(t, at); n > 0 && at+n >= i && at+n <= m.start {
					m.quantity.Per = name
					return
				}
			}
		}
	}
	for _, p := range []struct{ word, per string }{{"每年", "year"}, {"每月", "month"}, {"每天", "day"}, {"每日", "day"}, {"每周", "week"}, {"每桶", "barrel"}, {"每人", "person"}, {"每户", "household"}} {
		for at := m.start; at >= len([]rune(p.word)) && at > m.start-4; at-- {
			if suffix(t, at, p.word) {
				m.quantity.Per = p.per
				return
			}
		}
	}
}

// singularNoun is singular for a noun that may be one already.
func singularNoun(word string) string {
	if plural(word) && !collectives[word] {
		return singular(word)
	}
	return word
}

// denominator is the end of the number at n as what the figure before it is per ("per 100,000 live births", 每 10 万人).
func (s *scanner) denominator(n number) bool {
	t := s.t
	start := n.start
	for start > 0 && blank(t[start-1]) {
		start--
	}
	every := suffix(t, start, " every") && n.value.Cmp(whole(100)) >= 0
	if !every && !suffix(t, start, " per") && !suffix(t, start, "每") {
		return false
	}
	if n.value.Cmp(whole(100)) >= 0 && (every || suffix(t, start, " per")) && len(s.mentions) > 0 {
		refused := 0
		if r := len(s.refusals); r > s.before {
			refused = s.refusals[r-1].End
		}
		if last := &s.mentions[len(s.mentions)-1]; n.start-last.end < 40 && refused < last.end {
			last.quantity.Per = n.value.String()
		}
	}
	if suffix(t, start, "每") && n.value.Cmp(whole(100)) >= 0 {
		s.perNext = n.value.String()
		s.perUntil = n.end + 24
	}
	return true
}
