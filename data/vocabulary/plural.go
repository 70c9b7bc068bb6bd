package vocabulary

import (
	"slices"
	"strings"
)

// Irregular are plurals that no rule makes.
var Irregular = map[string]string{
	"index": "indices", "crisis": "crises", "analysis": "analyses", "criterion": "criteria", "phenomenon": "phenomena", "life": "lives", "wife": "wives", "half": "halves", "person": "people", "child": "children",
	"foot": "feet", "tooth": "teeth", "mouse": "mice", "axis": "axes", "thesis": "theses", "basis": "bases", "hypothesis": "hypotheses", "appendix": "appendices", "vortex": "vortices", "medium": "media", "datum": "data",
	"bus": "buses", "minibus": "minibuses", "virus": "viruses", "campus": "campuses", "census": "censuses", "bonus": "bonuses", "prosthesis": "prostheses", "diagnosis": "diagnoses",
	"indexes": "indices", "species": "species", "series": "series", "sheep": "sheep",
}

// massNouns have no plural.
var massNouns = strings.Fields("homeless ammunition equipment cash food aid assistance information water opium heroin cocaine cannabis ivory gold timber wheat rice fuel furniture machinery luggage ordnance accused clothing waste rubble debris weaponry explosives")

// Plural is the regular plural of an English noun, the noun itself where it is one or has none.
func Plural(word string) string {
	if many, ok := Irregular[word]; ok {
		return many
	}
	switch {
	case word == "" || strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word
	case word == "person" || word == "people":
		return "people"
	case word == "woman" || word == "man" || strings.HasSuffix(word, "woman") || strings.HasSuffix(word, "man"):
		return strings.TrimSuffix(word, "an") + "en"
	case word == "child":
		return "children"
	case slices.Contains(massNouns, word):
		return word
	case word == "personnel" || word == "staff" || word == "police" || word == "troops" || word == "livestock" || word == "aircraft" || word == "cattle" || strings.HasSuffix(word, "children") || word == "women" || word == "men" || word == "youth" || word == "land":
		return word
	case strings.HasSuffix(word, "y") && len(word) > 2 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "x") || strings.HasSuffix(word, "us"):
		return word + "es"
	}
	return word + "s"
}
