package extraction

import (
	"strings"
	"unicode"
)

// Places that a sentence names for another reason than to say where: who pays, whence things came, what set them off.

// elsewhere marks the places that English text names for another reason than to say where its figures are; a list of places
// stands as its first does.
func (e *extractor) elsewhere(t []rune, places []named) {
	if e.report.Language != "en" {
		return
	}
	for i, p := range places {
		listed := i > 0 && places[i-1].elsewhere && (joined(t, places[i-1].end, p.start) || donorsLink(t, places[i-1].end, p.start))
		places[i].elsewhere, places[i].donor = listed || e.notWhere(t, p), gives(t, p.end)
	}
}

// notWhere tells whether the words around a place name it for another reason than to say where.
func (e *extractor) notWhere(t []rune, p named) bool {
	if runeAt(t, p.end) == '-' { // the Chad-based board
		w, _ := wordAt(t, p.end+1)
		return basedWords[w]
	}
	before := string(t[max(0, p.start-90):p.start])
	if at := strings.LastIndexAny(before, ".;"); at >= 0 {
		before = before[at+1:]
	}
	low := strings.ToLower(before)
	if pays(low) {
		return true
	}
	low = strings.TrimSuffix(low, "the ")
	return strings.HasSuffix(low, "the size of ") || gone(low) || e.fled(low, p) || e.setOff(low, p)
}

// basedWords are what a place is bound to that only says whose something is.
var basedWords = wordSet("based led backed funded sponsored registered flagged owned made born")

// payers stand before a donor.
var payers = []string{"funding from ", "funds from ", "financing from ", "financial support from ", "financial support of ", "with support from ", "with the support of ", "contributions from ", "contribution from ", "contributions by ", "contribution by ", "grant from ", "grants from ", "donations from ", "donation from ", "donated by ", "funded by ", "financed by ", "contributed by ", "provided by ", "pledged by ", "thanks to ", "generosity of "}

// pays tells a donor by the words before it.
func pays(low string) bool {
	for _, w := range []string{"the ", "kingdom of ", "the ", "government of ", "the "} {
		low = strings.TrimSuffix(low, w)
	}
	for _, w := range payers {
		if strings.HasSuffix(low, w) {
			return true
		}
	}
	return false
}

// gives tells a donor by the verb behind it: what it paid is its own, and what was done with it is elsewhere.
func gives(t []rune, end int) bool {
	w, _ := wordAt(t, past(t, end))
	return w == "contributed" || w == "donated" || w == "pledged"
}

// donorsLink tells whether only names stand between two donors of a list: "Japan, the Relief Office (RO), Greece".
func donorsLink(t []rune, from, to int) bool {
	if from >= to || to-from > 90 {
		return false
	}
	for _, w := range strings.Fields(string(t[from:to])) {
		switch w = strings.Trim(w, ",()"); {
		case w == "" || w == "and" || w == "the" || w == "of" || w == "for":
		case !unicode.IsUpper([]rune(w)[0]):
			return false
		}
	}
	return true
}

// gone tells of what came from a place and is there no more: cases imported from Chad, people coming from Chad.
func gone(low string) bool {
	rest, ok := strings.CutSuffix(low, " from ")
	if !ok {
		return false
	}
	return leaving[rest[strings.LastIndexByte(rest, ' ')+1:]]
}

var leaving = wordSet("imported fled fleeing flee originating originated originate arriving arrived arrivals coming came come entered entering")

// flights are words of those who left what happens in a State, before it.
var flights = []string{"fleeing", "fled", "flee", "escaping", "escaped"}

// fled tells whether a State is that in which something happens from which people fled: people fleeing conflict in Chad.
func (e *extractor) fled(low string, p named) bool {
	rest, ok := strings.CutSuffix(low, " in ")
	if !ok || e.words.Parent(p.name) != "" || e.country(p.name) == "" || e.country(p.name) == e.homeland {
		return false
	}
	words := strings.Fields(rest)
	for i := len(words) - 1; i >= 0 && i > len(words)-8; i-- {
		for _, w := range flights {
			if words[i] == w {
				return true
			}
		}
	}
	return false
}

// causes stand before what set something off.
var causes = []string{"triggered by ", "sparked by ", "prompted by ", "in response to ", "in reaction to ", "over the ", "before the conflict in ", "before the war in ", "outbreak of the conflict in ", "outbreak of conflict in ", "outbreak of war in ", "since the conflict in ", "border with "}

// setOff tells whether a place in another country than the report's own only says what set something off: displaced in protests
// over the killing of traders in Abyei; or on which side a border is.
func (e *extractor) setOff(low string, p named) bool {
	if e.homeland == "" || e.country(p.name) == "" || e.country(p.name) == e.homeland {
		return false
	}
	if at := strings.LastIndexByte(low, ','); at >= 0 {
		low = low[at+1:]
	}
	return holdsAny(low, causes...)
}
