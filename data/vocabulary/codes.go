package vocabulary

import "strings"

// Code is how statistics name a State or a region: ISO 3166-1 alpha-3 and the three digits of the United Nations' M49.
// Either is empty where there is none; a region has no alpha-3.
type Code struct{ ISO3, M49 string }

// Code is the code of a place, and the State or region that it belongs to: the place's own, or, for a camp or a province,
// that of the nearest place above it that has one; of a place that only a report knows, "Green Valley, Mali", that of the
// place its name ends with. Nothing is given for a name that joins several States.
func (v *Vocabulary) Code(place string) (Code, string) {
	for range 10 { // parents are written by people: a circle must end
		if code, ok := v.codes[place]; ok {
			return code, place
		}
		parent := v.Parent(place)
		if parent == "" {
			_, parent, _ = strings.Cut(place, ", ")
		}
		if place = parent; place == "" {
			break
		}
	}
	return Code{}, ""
}
