package extraction

import (
	"unicode"
)

// The country that a report is about.

// home is the country whose office issues a report, the one country that its title names, or of several the one in which the
// title says that things are, or else that its paragraphs name by far most often; "" where there is none. Places that the
// report names without their country lie there.
func (e *extractor) home() string {
	title := []rune(e.report.Title)
	names := find(title, 0, len(title), &e.words.Places)
	if len(names) > 0 && office(title, names[0]) && e.country(names[0].name) != "" && !seats[names[0].name] {
		return e.country(names[0].name)
	}
	named, there := map[string]bool{}, map[string]bool{}
	for i, n := range names {
		c := e.country(n.name)
		if c == "" || seats[n.name] || acts(title, n.end) {
			continue
		}
		named[c] = true
		if e.standing(title, names, i, "en") == locative && wordBefore(title, n.start) != "and" {
			there[c] = true
		}
	}
	switch {
	case len(named) == 1:
		return theOne(named)
	case len(named) > 1 && len(there) == 1 && !listedPlaces(title, names):
		return theOne(there)
	case len(named) > 1:
		return ""
	}
	return e.mostNamed()
}

// theOne is the one member of a set.
func theOne(set map[string]bool) string {
	for member := range set {
		return member
	}
	return ""
}

// office tells whether a text opens with the name of an agency in capitals and the place of its office: "UNHCR Chad: …".
func office(title []rune, p named) bool {
	capitals := 0
	for _, r := range title[:p.start] {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != ' ' && r != '-' && !(capitals > 1 && unicode.IsLower(r)): // UN-Habitat
			return false
		}
	}
	next := runeAt(title, p.end)
	return capitals > 1 && p.start < 14 && (next == ':' || next == ' ' && unicode.IsUpper(runeAt(title, p.end+1)))
}

// listedPlaces tells whether a list joins two of the places that a title names: "in Chad and Niger".
func listedPlaces(title []rune, names []named) bool {
	for i := 1; i < len(names); i++ {
		if joined(title, names[i-1].end, names[i].start) {
			return true
		}
	}
	return false
}

// mostNamed is the country that the paragraphs of a report name by far most often as the place where things are; "" where
// there is none.
func (e *extractor) mostNamed() string {
	countries := map[string]int{}
	total := 0
	for _, p := range e.report.Paragraphs[:min(len(e.report.Paragraphs), 40)] {
		t := []rune(p.Text)
		names := find(t, 0, min(len(t), 4000), &e.words.Places)
		for i, n := range names {
			if c := e.country(n.name); c != "" && !seats[n.name] {
				if s := e.standing(t, names, i, e.report.Language); s == locative || s == bare {
					countries[c]++
					total++
				}
			}
		}
	}
	for c, n := range countries {
		if n*2 > total && n > 10 || n*4 >= total*3 && n > 3 {
			return c
		}
	}
	return ""
}

// acts tells whether the title's place that ends at end gives or does something, by the verb behind it, so that the report is
// hardly about it: "WFP and Norway provide …", "Norway gives …".
func acts(title []rune, end int) bool {
	if runeAt(title, end) != ' ' || end+1 >= len(title) || !unicode.IsLower(title[end+1]) {
		return false
	}
	word, _ := wordAt(title, end+1)
	return giving[word]
}

// giving are verbs of titles that tell what a donor or a partner does.
var giving = wordSet("give gives provide provides contribute contributes donate donates fund funds support supports help helps join joins partner partners sign signs pledge pledges renew renews boost boosts step steps announce announces launch launches deliver delivers")

// country is the State in which a place of the gazetteer lies; a region of the world lies in none.
func (e *extractor) country(name string) string {
	for range 6 {
		parent := e.words.Parent(name)
		if parent == "" || e.words.RegionOf(parent) == parent {
			if e.words.RegionOf(name) == name || parent != "" && e.words.RegionOf(parent) == parent && e.words.Parent(parent) != "" {
				return ""
			}
			return name
		}
		name = parent
	}
	return ""
}
