package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/vocabulary"
)

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
	case "mile", "nautical_mile", "metre", "tonne", "kilotonne", "megatonne", "gigatonne", "kilometre", "barrel", "hectare", "square_metre", "square_kilometre", "kilogram", "litre", "megawatt", "cubic_metre", "degree_celsius", "gigawatt_hour", "kilowatt_hour", "megawatt_hour", "terawatt_hour", "quintal", "ounce", "acre", "gram", "milligram", "millimetre", "centimetre", "gigawatt", "kilowatt", "ppm", "ppb":
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
	case "hectare", "square_metre", "square_kilometre", "acre":
		return "area"
	case "gigawatt_hour", "kilowatt_hour", "megawatt_hour", "terawatt_hour":
		return "electricity"
	}
	return vocabulary.Plural(unit)
}

// moneyOr is "USD" for any currency: what money measures does not depend on whose it is.
func moneyOr(unit string) string {
	if len(unit) == 3 && unit == strings.ToUpper(unit) {
		return "USD"
	}
	return unit
}
