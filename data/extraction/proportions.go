package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/extraction/numeral"
)

// proportion reads "one in five", "3 out of 10", 每五名女童中有一名 as the share that they state.
func (s *scanner) proportion(n *number) {
	t := s.t
	if n.kind != numeral.Plain || n.low != nil {
		return
	}
	before := n.start
	for before > 0 && blank(t[before-1]) {
		before--
	}
	if before > 0 && t[before-1] == '每' {
		s.everyHan(n, before-1)
		return
	}
	for _, link := range []string{" in every ", " out of every ", " out of ", " in "} {
		j := n.end + len(link)
		if !prefix(t, n.end, link) || j >= len(t) {
			continue
		}
		of, ok := numeralAt(t, j)
		if !ok || of.low != nil || of.grouped || of.kind != numeral.Plain || n.value.Cmp(of.value) >= 0 || of.value.Cmp(whole(1000)) > 0 {
			return
		}
		switch {
		case link == " in " && n.value.Cmp(whole(1)) != 0 && of.value.Cmp(whole(10)) > 0, link == " out of " && of.value.Cmp(whole(10)) > 0 && of.value.Cmp(whole(100)) != 0:
			return
		}
		after := of.end
		for after < len(t) && blank(t[after]) {
			after++
		}
		if w, _ := wordAt(t, min(after, len(t)-1)); englishMonths[w] > 0 || length(t, min(after, len(t)-1)) > 0 {
			return
		}
		n.value, n.kind, n.end = n.value.Times(whole(100)).Over(of.value), numeral.Percent, of.end
		return
	}
}

// everyHan reads 每五名女童中就有一名 as 20 per cent.
func (s *scanner) everyHan(n *number, start int) {
	t := s.t
	if n.value.Cmp(whole(1000)) >= 0 || length(t, past(t, n.end)) > 0 { // a rate: 每 10 万人中, 每两分钟
		return
	}
	for j := n.end; j < len(t) && j < n.end+16 && !clauseEnd(t, j); j++ {
		if t[j] != '中' && !prefix(t, j, "就有") {
			continue
		}
		for k := j + 1; k < len(t) && k < j+10 && !clauseEnd(t, k); k++ { // 中就有, 中近, 中至少有
			part, ok := numeralAt(t, k)
			if !ok {
				continue
			}
			h, at := s.hedgeBefore(k)
			between := strings.TrimSpace(string(t[j+1 : min(at, k)]))
			if between != "" && between != "有" && between != "就有" && between != "即有" && between != "便有" && between != "就" || part.low != nil || part.value.Cmp(n.value) >= 0 {
				return
			}
			n.value, n.kind, n.hedge = part.value.Times(whole(100)).Over(n.value), numeral.Percent, h
			n.start, n.end = start, part.end+len([]rune(classifier(t, min(part.end, len(t)-1))))
			return
		}
		return
	}
}

// moves are verbs in the past whose form does not tell them, behind the people or things that a fraction is of.
var moves = wordSet("came went lived live come go said felt left lost held paid fell rose got spent took became reside suffer lack use owed")

// share makes a percentage of a fraction or of 百分之; false where a fraction is of nothing: a half-brother, a second half.
func (s *scanner) share(m *mention, n number) bool {
	if n.kind == numeral.Fraction {
		if m.quantity.Value == nil {
			return false
		}
		m.times(100)
		if !unicode.Is(unicode.Han, s.t[n.start]) && n.words {
			switch strings.ToLower(wordBefore(s.t, n.start)) {
			case "first", "second", "latter", "last", "other", "this", "that", "past", "next", "final", "earlier", "early", "late":
				return false
			}
			j := n.end
			for j < len(s.t) && blank(s.t[j]) {
				j++
			}
			switch w, _ := wordAt(s.t, j); w {
			case "as": // half as many again
				return false
			case "of", "the", "all", "its", "their", "those", "that", "more", "less", "":
			default:
				if !stopWords[w] && !isVerb(w) && !moves[w] {
					return false
				}
			}
		}
	}
	m.quantity.Unit, m.end = "percent", max(m.end, m.numEnd)
	m.nounEnd = m.end
	s.hedgeBehind(m)
	return true
}
