package extraction

import (
	"sort"
	"strings"
	"unicode"
)

// placeKinds end the name of a place that a report names though no gazetteer has it: Magwe County, Kirik camp.
var placeKinds = map[string]bool{
	"County": true, "State": true, "Province": true, "Governorate": true, "District": true, "district": true, "Department": true, "Oblast": true, "Prefecture": true,
	"camp": true, "Region": true, "Municipality": true, "Island": true, "Township": true, "Payam": true, "prison": true, "Refugee": true,
}

// notNames begin no name of a place.
var notNames = map[string]bool{
	"Member": true, "Islamic": true, "United": true, "Head": true, "The": true, "A": true, "In": true, "Each": true, "This": true, "Every": true, "Security": true, "Federal": true, "Foreign": true,
	"Observer": true, "Receiving": true, "Host": true, "Deputy": true, "Police": true, "Army": true, "Military": true, "Justice": true, "Troika": true, "Fire": true, "Third": true, "Same": true, "Central": true,
	"Interior": true, "Health": true, "Political": true, "Treasury": true, "Finance": true, "And": true, "Of": true, "Civil": true, "Internal": true, "Agency": true, "Palestinian": true, "IDP": true, "Ministry": true, "From": true, "At": true, "On": true,
}

// home is the one country that a report's title names, or else that its paragraphs name by far most often; "" where
// there is none. Places that the report names without their country lie there.
func (e *extractor) home() string {
	names := e.find([]rune(e.report.Title), &e.words.Places)
	countries := map[string]int{}
	for _, n := range names {
		if c := e.country(n.name); c != "" {
			countries[c]++
		}
	}
	if len(countries) == 1 {
		for c := range countries {
			return c
		}
	}
	if len(countries) > 1 {
		return ""
	}
	total := 0
	for _, p := range e.report.Paragraphs[:min(len(e.report.Paragraphs), 40)] {
		t := []rune(p.Text)
		for _, n := range e.find(t[:min(len(t), 4000)], &e.words.Places) {
			if c := e.country(n.name); c != "" {
				countries[c]++
				total++
			}
		}
	}
	for c, n := range countries {
		if n*2 > total && n > 10 {
			return c
		}
	}
	return ""
}

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

// learned finds places that English text names with their kind, among those that the gazetteer knows.
func (e *extractor) learned(t []rune, known []named) []named {
	if e.report.Language != "en" {
		return known
	}
	all := known
	for i := 0; i < len(t); i++ {
		if !unicode.IsUpper(t[i]) || i > 0 && unicode.IsLetter(t[i-1]) || i > 0 && t[i-1] == '-' {
			continue
		}
		first, _ := wordAt(t, i)
		if notNames[title(first)] {
			continue
		}
		j, words := i, 0
		for words < 4 && j < len(t) && (unicode.IsUpper(t[j]) || placeKinds[lowerWord(t, j)]) {
			k := j
			for k < len(t) && (unicode.IsLetter(t[k]) || t[k] == '-' || t[k] == '’' || t[k] == '\'') {
				k++
			}
			if word := string(t[j:k]); words > 0 && placeKinds[word] {
				if before := string(t[max(0, j-4) : j-1]); word == "State" && (strings.HasSuffix(before, "an") || strings.HasSuffix(before, "ese") || strings.HasSuffix(before, "ish") || strings.HasSuffix(before, "i")) { // the Libyan State
					break
				}
				if word == "Refugee" || k < len(t) && t[k] == ' ' && k+1 < len(t) && unicode.IsUpper(t[k+1]) && !unicode.IsUpper(t[j]) {
					break
				}
				if e.add(&all, t, i, k) {
					i = k
				}
				break
			}
			if k >= len(t) || t[k] != ' ' || k == j {
				break
			}
			j = k + 1
			words++
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].start < all[b].start })
	return all
}

func title(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

func lowerWord(t []rune, i int) string {
	w, _ := wordAt(t, i)
	return w
}

// add adds t[from:to] unless the gazetteer knows a place there; a shorter one that the name holds gives way.
func (e *extractor) add(all *[]named, t []rune, from, to int) bool {
	kept := (*all)[:0:0]
	for _, p := range *all {
		if p.start <= from && p.end >= to {
			return false
		}
		if p.start >= from && p.end <= to {
			continue
		}
		kept = append(kept, p)
	}
	name := string(t[from:to])
	if e.homeland != "" {
		name += ", " + e.homeland
	}
	*all = append(kept, named{name, from, to})
	return true
}
