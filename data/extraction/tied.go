package extraction

import (
	"strings"

	"figurebook.org/figurebook/data/extraction/numeral"
)

// wholeWords are the words between "the" and the number of a whole: 968 of the authorized 1,048 staff.
var wholeWords = wordSet("authorized approved planned estimated total remaining registered original initial targeted required scheduled existing known eligible projected surveyed")

// did are verbs of what people do, whose subject at the head of a sentence may be a number alone: 133,443 gained access to water.
var did = wordSet("gained received attended participated benefited benefitted fled returned crossed arrived voted died enrolled graduated obtained accessed")

// tiedBy reads digits whose noun stands elsewhere in their sentence and which their next word ties to it: "799 worth $1.5 billion", "233
// or 29 per cent", "46 per cent of staff (169 out of 367)", "another 20,928 partly destroyed", "150,000 (refugees)".
func (s *scanner) tiedBy(m *mention, next string, nextEnd int, before string) bool {
	t := s.t
	follow, _ := wordAt(t, min(past(t, nextEnd), len(t)-1))
	switch {
	case next == "worth" || next == "valued", strings.HasSuffix(next, "ly") && strings.HasSuffix(follow, "ed"), s.shareBehind(m.numEnd):
		last, ok := s.lastCounted(m.numStart, 320)
		return ok && s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	case next == "out" && follow == "of":
		unit, noun := s.shareBase(m.start)
		return unit != "" && s.counts(m, unit, noun, m.numEnd)
	case before == "of" && strings.EqualFold(wordBefore(t, beforeWord(t, m.start)), "out"):
		last, ok := s.lastCounted(m.numStart, 20)
		return ok && s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	}
	if open := past(t, m.numEnd); open+1 < len(t) && t[open] == '(' {
		if p := s.nounPhrase(open + 1); p.unit != "" && runeAt(t, p.end) == ')' {
			return s.counts(m, p.unit, string(t[open+1:p.end]), m.numEnd)
		}
	}
	return false
}

// shareBehind tells whether a number is said once more as a share: "63 million, or 24 per cent of the total, are".
func (s *scanner) shareBehind(end int) bool {
	for _, or := range []string{", or ", " or "} {
		if !prefix(s.t, end, or) || end+len(or) >= len(s.t) {
			continue
		}
		share, ok := numeralAt(s.t, end+len(or))
		return ok && (share.kind != numeral.Plain || prefix(s.t, past(s.t, share.end), "per cent") || prefix(s.t, past(s.t, share.end), "%"))
	}
	return false
}

// shareBase is what the share right before place is a share of: 46 per cent of staff.
func (s *scanner) shareBase(place int) (unit, noun string) {
	const within = 80
	for _, of := range []string{"per cent of ", "% of "} {
		at := lastIndex(s.t, of, max(0, place-within), place)
		if at < 0 || !s.sameSentence(at, place) {
			continue
		}
		at += len(of)
		if p := s.nounPhrase(at); p.unit != "" && p.end <= place {
			return p.unit, string(s.t[at:p.end])
		}
	}
	return "", ""
}

// opens tells whether a sentence begins at place.
func (s *scanner) opens(place int) bool {
	at := unblanked(s.t, place)
	return at == 0 || sentenceEnd(s.t, at-1)
}
