package extraction

import (
	"strings"

	"figurebook.org/figurebook/data/vocabulary"
)

// collectives are plural without an s.
var collectives = wordSet(`people staff police personnel women men children youth troops media criteria data cattle livestock refugees
	deaths dead`)

// inCompounds are plurals that stand before the noun they qualify: human rights violations, arms control experts.
var inCompounds = wordSet(`rights arms sales forces affairs services operations communications resources headquarters customs sports goods
	logistics humanities nations states systems women men girls boys children civilians schools savings remains weapons drugs narcotics
	mines works politics news commissioners governors members`)

// abstract nouns are numbered in prose but counted by nobody: two sides, three pillars, four phases.
var abstract = wordSet(`sides parties ways areas pillars aspects elements objectives goals priorities reasons themes topics tracks phases stages levels
	dimensions options scenarios principles outcomes questions issues points categories types kinds forms factors parts chapters sections components
	steps features lines fronts directions occasions instances times characteristics conditions criteria functions tasks strands streams
	clusters segments subjects matters items causes consequences challenges means terms words things figures thirds quarters halves
	forces entities institutions bodies organs languages`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// plural tells an English plural by its form.
func plural(word string) bool {
	if collectives[word] {
		return true
	}
	return strings.HasSuffix(word, "s") && len(word) > 3 && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") && !inCompounds[word]
}

// openUnit is the unit that a plural outside the vocabulary makes: people by the endings that only they have, else the noun.
func openUnit(noun string) string {
	if len(noun) > 6 && (strings.HasSuffix(noun, "ists") || strings.HasSuffix(noun, "ians") || strings.HasSuffix(noun, "men")) {
		return "person"
	}
	return singular(noun)
}

// inOpen tells whether a plural that the vocabulary lacks is counted by m: 833 tasks are, two sides are not.
func inOpen(m *mention, noun string) bool {
	return !notCounted[noun] && englishMonths[noun] == 0 && !(abstract[noun] && upToTen(m))
}

// upToTen tells a plain number of ten or less.
func upToTen(m *mention) bool {
	return m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) <= 0
}

// notCounted are words in s that are no counted things: lengths of time and place, whose number is an attribute, and words
// that are no nouns.
var notCounted = wordSet(`years months weeks days hours minutes seconds metres meters miles degrees times decades centuries nights quarters series basis
	progress thousands others does has plus less this versus process status access across towards its as his was is us fold
	ones dies owes goes comes rises falls gives takes makes shows lies says
	includes involves requires needs remains represents exceeds covers provides`)

// ones are the singulars of irregular plurals.
var ones = func() map[string]string {
	all := map[string]string{"indexes": "index"}
	for one, many := range vocabulary.Irregular {
		if one != "indexes" {
			all[many] = one
		}
	}
	return all
}()

// singular is the singular of a regular English plural.
func singular(plural string) string {
	if one, ok := ones[plural]; ok {
		return one
	}
	switch {
	case strings.HasSuffix(plural, "ies"):
		return strings.TrimSuffix(plural, "ies") + "y"
	case strings.HasSuffix(plural, "ches"), strings.HasSuffix(plural, "shes"), strings.HasSuffix(plural, "sses"), strings.HasSuffix(plural, "xes"):
		return strings.TrimSuffix(plural, "es")
	}
	return strings.TrimSuffix(plural, "s")
}
