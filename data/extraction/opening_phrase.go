package extraction

import (
	"strings"
	"unicode"
)

// leading are hedges that are prepositions of place or of a frame too.
var leading = wordSet("under around about over above below approaching nearing near past beyond")

// furnishing are words behind a comma that go on with what is counted before it: over 300 people, mostly women, fled.
var furnishing = wordSet("including mostly mainly most many some or and among of who whom which where all both more up down compared half nearly almost with largely primarily predominantly notably especially each none several plus")

// finite are verbs in a form that makes a clause, beside all in -ed.
var finite = wordSet("were was are is have has had will would could can may did do fell rose fled died came went took began fired shot held lost left saw met won ran")

// openingPhrase tells a word before a number that hedges nothing: it opens the sentence as a preposition, and the clause that
// follows has a subject and a verb of its own. Around 12 villages, mines were laid; but: Around 300 people, mostly women, fled.
func (s *scanner) openingPhrase(h hedge, at, end int) bool {
	t := s.t
	if !leading[strings.ToLower(h.word)] {
		return false
	}
	if before := unblanked(t, at); before > 0 && !sentenceEnd(t, before-1) {
		return false
	}
	comma := end
	for comma < len(t) && comma < end+60 && !clauseEnd(t, comma) && !digit(t[comma]) {
		comma++
	}
	if runeAt(t, comma) != ',' || comma >= len(t) {
		return false
	}
	noun := strings.Fields(strings.ToLower(string(t[end:comma])))
	for _, w := range noun {
		if finite[w] || strings.HasSuffix(w, "ed") {
			return false // the sentence's own verb
		}
	}
	from := past(t, comma+1)
	to := from
	for to < len(t) && to < from+120 && !clauseEnd(t, to) {
		to++
	}
	if to < len(t) && !sentenceEnd(t, to) && t[to] == ',' {
		return false
	}
	words := strings.Fields(strings.ToLower(string(t[from:to])))
	if len(words) < 2 || len(noun) == 0 || furnishing[words[0]] || strings.HasSuffix(words[0], "ing") {
		return false
	}
	for i, w := range words {
		if w == "whom" || w == "which" || w == "them" && i < 4 {
			return false
		}
	}
	for _, w := range words[1:] {
		if finite[w] || strings.HasSuffix(w, "ed") && len(w) > 4 && unicode.IsLetter([]rune(w)[0]) {
			return true
		}
	}
	return false
}
