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

// pluralKinds end a list of such names: Nasir, Ulang and Baliet Counties.
var pluralKinds = map[string]bool{
	"Counties": true, "States": true, "Provinces": true, "Governorates": true, "Districts": true, "districts": true, "Departments": true, "departments": true, "Oblasts": true, "Prefectures": true, "prefectures": true,
	"provinces": true, "governorates": true, "counties": true, "camps": true, "Regions": true, "Municipalities": true, "municipalities": true, "Townships": true, "payams": true, "communes": true, "oblasts": true, "subdistricts": true,
}

// listed is where a list of capitalised names begins whose kind stands at k, and the words of which it is made are at
// least two: -1 where there is none.
func listed(t []rune, k int) int {
	j, names, from := k, 0, -1
	for names < 24 {
		end := j
		for end > 0 && (blank(t[end-1]) || t[end-1] == ',') {
			end--
		}
		start := end
		for start > 0 && (unicode.IsLetter(t[start-1]) || t[start-1] == '-' || t[start-1] == '’' || t[start-1] == '\'') {
			start--
		}
		word := string(t[start:end])
		switch {
		case word == "and" || word == "al-Din" || word == "el":
		case start < end && unicode.IsUpper(t[start]) && !notNames[word] && word != "Member":
			names++
			from = start
		default:
			if names > 1 {
				return from
			}
			return -1
		}
		j = start
	}
	return from
}

// notNames begin no name of a place.
var notNames = map[string]bool{
	"Member": true, "Islamic": true, "United": true, "Head": true, "The": true, "A": true, "In": true, "Each": true, "This": true, "Every": true, "Security": true, "Federal": true, "Foreign": true,
	"Observer": true, "Receiving": true, "Host": true, "Deputy": true, "Police": true, "Army": true, "Military": true, "Justice": true, "Troika": true, "Fire": true, "Third": true, "Same": true, "Central": true,
	"Interior": true, "Health": true, "Political": true, "Treasury": true, "Finance": true, "And": true, "Of": true, "Civil": true, "Internal": true, "Agency": true, "Palestinian": true, "IDP": true, "Ministry": true, "From": true, "At": true, "On": true,
}

// seats are where organizations of the United Nations sit and their organs meet: what is decided there is rarely of there.
var seats = map[string]bool{
	"New York, United States of America": true, "New York": true, "Geneva, Switzerland": true, "Geneva": true, "Vienna, Austria": true, "Vienna": true, "Rome, Italy": true, "Rome": true,
	"Paris, France": true, "Paris": true, "The Hague, Netherlands": true, "The Hague, Kingdom of the Netherlands": true, "The Hague": true, "Washington, D.C., United States of America": true, "Washington, D.C.": true,
	"Stockholm, Sweden": true, "Stockholm": true, "Brussels, Belgium": true, "Brussels": true, "London, United Kingdom of Great Britain and Northern Ireland": true, "London": true,
}

// learned finds places that English text names with their kind, among those that the gazetteer knows.
func (e *extractor) learned(t []rune, from, to int, known []named) []named {
	if e.report.Language != "en" {
		return known
	}
	all := known
	for i := from; i < to; i++ {
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
			word := string(t[j:k])
			if strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s") { // Niger’s Tillaberi Region
				break
			}
			if words > 0 && placeKinds[word] {
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
	for i := from; i < to; i++ { // In Tonj East, …
		if end := e.openedPlace(t, i); end > 0 {
			e.add(&all, t, i, end)
		}
	}
	for i := from; i < to; i++ { // Nasir, Ulang and Baliet Counties
		if i == 0 || !blank(t[i-1]) || !(unicode.IsUpper(t[i]) || t[i] == 'c' || t[i] == 'd' || t[i] == 'p' || t[i] == 'g' || t[i] == 'm' || t[i] == 's' || t[i] == 'o') {
			continue
		}
		k := i
		for k < len(t) && unicode.IsLetter(t[k]) && k-i < 16 {
			k++
		}
		if !pluralKinds[string(t[i:k])] {
			continue
		}
		if first := listed(t, i); first >= 0 && strings.Contains(string(t[first:i]), " and ") && !prefix(t, k, " of ") && !allKnown(t, first, i, known) {
			e.add(&all, t, first, k)
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].start < all[b].start })
	return e.listedUnknown(t, from, to, all)
}

// allKnown tells whether the gazetteer knows every place of a list t[from:to], so that its kind behind adds nothing.
func allKnown(t []rune, from, to int, known []named) bool {
	i := sort.Search(len(known), func(i int) bool { return known[i].start >= from })
	for ; from < to; i++ {
		if i == len(known) || known[i].start != from {
			return false
		}
		end := known[i].end
		for from = end; from < to && !unicode.IsUpper(t[from]); from++ {
		}
		if link := strings.Trim(string(t[end:from]), " ,"); link != "" && link != "and" {
			return false
		}
	}
	return true
}

// openedPlace is the end of a name with capitals that begins at t[i] and with which a sentence opens as the place it tells
// of: "In Tonj East, …"; 0 where none does.
func (e *extractor) openedPlace(t []rune, i int) int {
	if !unicode.IsUpper(t[i]) || !suffix(t, i, "In ") || i > 4 && !sentenceEnd(t, i-5) {
		return 0
	}
	j := i
	for words := 0; words < 3 && j < len(t) && unicode.IsUpper(t[j]); words++ {
		word, _ := wordAt(t, j)
		if englishMonths[word] > 0 || notNames[title(word)] {
			return 0
		}
		for j < len(t) && (unicode.IsLetter(t[j]) || t[j] == '-' || t[j] == '’') {
			j++
		}
		if j < len(t) && t[j] == ',' && j-i > 3 {
			return j
		}
		if !blank(runeAt(t, j)) {
			return 0
		}
		j++
	}
	return 0
}

// headed is the place in capitals that a paragraph has for its heading: "ALGERIA: …", "BURKINA FASO – …". Its end is 0 where
// there is none.
func (e *extractor) headed(t []rune) named {
	end := 0
	for end < len(t) && end < 48 && (unicode.IsUpper(t[end]) || strings.ContainsRune(" -'’", t[end])) {
		end++
	}
	heading := strings.TrimRight(string(t[:end]), " -")
	n := len([]rune(heading))
	if j := skipBlank(t, n); n < 4 || j >= len(t) || !strings.ContainsRune(":–—", t[j]) && !prefix(t, j, "- ") {
		return named{}
	}
	words := strings.Fields(strings.ToLower(heading))
	for i, w := range words {
		if w != "and" && w != "of" && w != "the" {
			words[i] = title(w)
		}
	}
	name := []rune(strings.Join(words, " "))
	if place, length := e.words.Places.At(name, 0); length == len(name) && !seats[place] {
		return named{name: place, start: 0, end: n}
	}
	return named{}
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
		if p.start < from && p.end > from { // Central Equatoria and Jonglei States
			from = p.start
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
	*all = append(kept, named{name: name, start: from, end: to})
	return true
}

// quarters of the compass as they stand before a name in English and behind one in Chinese.
var compass = []struct{ name, en, zh string }{
	{"north-eastern", "northeastern|north-eastern|north-east|northeast", "东北部|东北"},
	{"north-western", "northwestern|north-western|north-west|northwest", "西北部|西北"},
	{"south-eastern", "southeastern|south-eastern|south-east|southeast", "东南部|东南"},
	{"south-western", "southwestern|south-western|south-west|southwest", "西南部|西南"},
	{"northern", "northern|north", "北部"},
	{"southern", "southern|south", "南部"},
	{"eastern", "eastern|east", "东部"},
	{"western", "western|west", "西部"},
	{"central", "central", "中部"},
}

// parts names a part of a place that the text tells by a quarter of the compass: northwestern Nigeria, the south of
// Lebanon, 马里北部.
func (e *extractor) parts(t []rune, places []named) []named {
	for i, p := range places {
		if e.words.RegionOf(p.name) == p.name || e.words.Parent(p.name) != "" || !e.words.Known(p.name) {
			continue
		}
		if end := p.end; end < len(t) && unicode.Is(unicode.Han, t[end]) {
			for _, c := range compass {
				for _, w := range strings.Split(c.zh, "|") {
					if prefix(t, end, w) && places[i].in == "" {
						places[i] = named{name: c.name + " " + p.name, start: p.start, end: end + len([]rune(w)), in: p.name}
					}
				}
			}
			continue
		}
		j := p.start
		w := strings.ToLower(wordBefore(t, j))
		of := false
		for w == "the" || w == "of" {
			of = of || w == "of"
			j = beforeWord(t, j)
			w = strings.ToLower(wordBefore(t, j))
		}
		if of && strings.ToLower(wordBefore(t, beforeWord(t, j))) != "the" { // west of Zawiyah lies outside it
			continue
		}
		for _, c := range compass {
			for _, form := range strings.Split(c.en, "|") {
				adjective := strings.HasSuffix(form, "ern") || form == "central" || strings.Contains(form, "-") || len(form) > 5
				if w == form && (of || adjective) && places[i].in == "" && unicode.IsLower(t[beforeWord(t, j)]) {
					places[i] = named{name: c.name + " " + p.name, start: beforeWord(t, j), end: p.end, in: p.name}
				}
			}
		}
	}
	return places
}
