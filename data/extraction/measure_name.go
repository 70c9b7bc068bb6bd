package extraction

import (
	"strings"
	"unicode"
)

// irregular are plurals that no rule makes.
var irregular = map[string]string{
	"index": "indices", "crisis": "crises", "analysis": "analyses", "criterion": "criteria", "phenomenon": "phenomena", "life": "lives", "wife": "wives", "half": "halves", "person": "people", "child": "children",
	"foot": "feet", "tooth": "teeth", "mouse": "mice", "axis": "axes", "thesis": "theses", "basis": "bases", "hypothesis": "hypotheses", "appendix": "appendices", "vortex": "vortices", "medium": "media", "datum": "data",
	"indexes": "indices", "species": "species", "series": "series", "sheep": "sheep",
}

// massNouns have no plural.
var massNouns = wordSet("homeless ammunition equipment cash food aid assistance information water opium heroin cocaine cannabis ivory gold timber wheat rice fuel furniture machinery luggage ordnance accused clothing waste rubble debris weaponry explosives")

// pluralOf is the regular plural of an English noun, the noun itself where it is one or has none.
func pluralOf(word string) string {
	if many, ok := irregular[word]; ok {
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
	case massNouns[word]:
		return word
	case word == "personnel" || word == "staff" || word == "police" || word == "troops" || word == "livestock" || word == "aircraft" || word == "cattle" || word == "children" || word == "women" || word == "men" || word == "youth" || word == "land":
		return word
	case strings.HasSuffix(word, "y") && len(word) > 2 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "x") || strings.HasSuffix(word, "us"):
		return word + "es"
	}
	return word + "s"
}

// slug writes a noun as a measure: small letters, words joined by low lines.
func slug(noun string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		case r == ' ' || r == '-' || r == '_':
			return '_'
		}
		return -1
	}, noun), "_")
}

// physical tells a unit of measurement, which says nothing of what is measured.
func physical(unit string) bool {
	switch unit {
	case "mile", "nautical_mile", "metre", "tonne", "kilotonne", "megatonne", "gigatonne", "kilometre", "barrel", "hectare", "square_metre", "square_kilometre", "kilogram", "litre", "megawatt", "cubic_metre", "degree_celsius", "gram", "milligram", "millimetre", "centimetre", "gigawatt", "kilowatt", "ppm", "ppb":
		return true
	}
	return false
}

func peopleMeasure(unit string) string {
	switch unit {
	case "person":
		return "people"
	case "woman":
		return "women"
	case "child":
		return "children"
	}
	return ""
}

// unitMeasure names what is counted where neither vocabulary nor noun tells.
func unitMeasure(unit string) string {
	if moneyOr(unit) == "USD" {
		return "amount"
	}
	switch unit {
	case "state", "country":
		return "countries_covered"
	case "percentage_point", "basis_point":
		return "change"
	case "times":
		return "ratio"
	case "company":
		return "companies"
	case "mass_grave":
		return "mass_graves"
	case "index":
		return "index"
	case "day", "week", "month", "year", "hour", "minute", "decade":
		return "duration"
	case "ppm", "ppb":
		return "concentration"
	case "kilometre", "mile", "nautical_mile", "metre":
		return "distance"
	case "degree_celsius":
		return "temperature"
	case "cubic_metre", "litre":
		return "volume"
	case "hectare", "square_metre", "square_kilometre":
		return "area"
	}
	return pluralOf(unit)
}

// moneyOr is "USD" for any currency: what money measures does not depend on whose it is.
func moneyOr(unit string) string {
	if len(unit) == 3 && unit == strings.ToUpper(unit) {
		return "USD"
	}
	return unit
}
