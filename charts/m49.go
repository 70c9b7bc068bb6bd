package charts

import (
	"strings"

	"figurebook.org/figurebook/data/vocabulary"
)

// m49 is the region of the United Nations' "Standard country or area codes for statistical use" (M49) in which a place
// lies, or its subregion; of several places named together the one in which all lie. It is empty where that is not known.
func m49(place string, v *vocabulary.Vocabulary, sub bool) string {
	return together(place, func(p string) string {
		region := v.Subregion(p)
		if region == "" {
			_, state := v.Code(p) // of a place that only a report knows
			region = v.Subregion(state)
		}
		if sub {
			return region
		}
		return continent(region)
	})
}

// continent is the region of M49 that a subregion is part of.
func continent(subregion string) string {
	switch {
	case subregion == "":
		return ""
	case strings.HasSuffix(subregion, "Africa"):
		return "Africa"
	case strings.HasSuffix(subregion, "America"), subregion == "Caribbean":
		return "Americas"
	case strings.HasSuffix(subregion, "Asia"):
		return "Asia"
	case strings.HasSuffix(subregion, "Europe"):
		return "Europe"
	}
	return "Oceania"
}
