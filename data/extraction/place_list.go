package extraction

import (
	"sort"
	"strings"
	"unicode"
)

// A list of places of which the gazetteer lacks some: "in Gao, Tessit and Kidal". Where one is known, the others are places too,
// and what the list tells of is never the known one's alone.

// an item is a name in a list, and what stands behind it.
type item struct {
	start, end int
	last       bool // "and" stands before it
}

// listedUnknown adds the unknown names of lists of places in t[from:to] to the places known there.
func (e *extractor) listedUnknown(t []rune, from, to int, all []named) []named {
	var unknown []named
	for n := 0; n < len(all); n++ {
		first := listHead(t, all[n].start)
		if first < from {
			continue
		}
		items := listItems(t, first, to)
		if len(items) < 2 || !items[len(items)-1].last || opens(t, first) && unicode.IsLower(runeAt(t, past(t, items[len(items)-1].end))) {
			continue // In Gao, Oats Board and Rice Board met
		}
		found, above := e.unknownItems(t, items, all)
		if above != "" {
			unknown = append(unknown, found...)
		}
		for n+1 < len(all) && all[n+1].start < items[len(items)-1].end { // the list is read
			n++
		}
	}
	if len(unknown) > 0 {
		all = append(all[:len(all):len(all)], unknown...)
		sort.SliceStable(all, func(a, b int) bool { return all[a].start < all[b].start })
	}
	return all
}

// listHead is where the list begins in which a place at start stands, behind a word that says where; -1 where none does.
func listHead(t []rune, start int) int {
	i := start
	for names := 0; names < 24; names++ {
		before := i
		for before > 0 && blank(t[before-1]) {
			before--
		}
		word := wordBefore(t, before)
		switch {
		case word == "in" || word == "across" || word == "In" || word == "Across" || word == "at" || word == "throughout":
			return i
		case word == "the" || word == "and" || before > 0 && t[before-1] == ',' || word != "" && unicode.IsUpper([]rune(word)[0]):
		default:
			return -1
		}
		if t[before-1] == ',' {
			i = before - 1
			continue
		}
		i = beforeWord(t, before)
		for i > 0 && (t[i-1] == '’' || t[i-1] == '\'') && unicode.IsLetter(t[max(0, i-2)]) {
			i = beforeWord(t, i-1)
		}
	}
	return -1
}

// listItems are the names of the list that begins at t[i], up to the one behind its "and".
func listItems(t []rune, i, to int) []item {
	var items []item
	last := false
	for len(items) < 24 {
		if prefix(t, i, "the ") {
			i += len("the ")
		}
		start := i
		end := nameEnd(t, i, to)
		if end == start {
			return items
		}
		items = append(items, item{start, end, last})
		i = end
		if number := past(t, i); runeAt(t, number) == '(' && digit(runeAt(t, number+1)) { // Gao (12), Tessit (4)
			for number < to && number < i+24 && t[number] != ')' {
				number++
			}
			i = number + 1
		}
		switch {
		case last && !(len(items) > 1 && compassItem(t, items[len(items)-2])):
			return items
		case prefix(t, i, ", and "):
			i, last = i+len(", and "), true
		case prefix(t, i, " and "):
			i, last = i+len(" and "), true
		case prefix(t, i, ", "):
			i, last = i+len(", "), false
		default:
			return items
		}
	}
	return items
}

// nameEnd is the end of the capitalised name that begins at t[i]; i where none does.
func nameEnd(t []rune, i, to int) int {
	end := i
	for words := 0; words < 5 && i < to; words++ {
		j := i
		for j < to && (unicode.IsLetter(t[j]) || strings.ContainsRune("-’'‘", t[j])) {
			j++
		}
		word := string(t[i:j])
		if j == i || !unicode.IsUpper(t[i]) && !strings.HasPrefix(word, "el-") && !strings.HasPrefix(word, "al-") && !strings.HasPrefix(word, "ash-") {
			break
		}
		end = j
		if runeAt(t, j) != ' ' {
			break
		}
		i = j + 1
	}
	return end
}

// compassItem tells an item that is but a quarter: the first of "Northern and Western Bahr el-Ghazal".
func compassItem(t []rune, i item) bool {
	word := strings.ToLower(string(t[i.start:i.end]))
	for _, c := range compass {
		if word == c.name {
			return true
		}
	}
	return false
}

// unknownItems are the items of a list that the gazetteer lacks, as places of the State of those it knows; above is that State,
// empty where none is known, several States are, or an item is no name of a place.
func (e *extractor) unknownItems(t []rune, items []item, all []named) (unknown []named, above string) {
	for n, it := range items {
		if p, ok := placeAt(all, it); ok {
			parent := e.words.Parent(p.name)
			for i := 0; i < 4 && e.words.Parent(parent) != ""; i++ {
				parent = e.words.Parent(parent)
			}
			if parent == "" || above != "" && parent != above || e.words.RegionOf(parent) == parent {
				return nil, ""
			}
			above = parent
			continue
		}
		name := string(t[it.start:it.end])
		if compassItem(t, it) && n+1 < len(items) { // Northern and Western Bahr el-Ghazal
			_, rest, _ := strings.Cut(string(t[items[n+1].start:items[n+1].end]), " ")
			name += " " + rest
		}
		if !e.nameOfPlace(t, it) {
			return nil, ""
		}
		unknown = append(unknown, named{name: name, start: it.start, end: it.end})
	}
	for i, u := range unknown {
		unknown[i].name = e.inside(u.name, above)
	}
	return unknown, above
}

// inside is the place of the gazetteer that a name is in a State, whose kind the text leaves out, or else the name with the State.
func (e *extractor) inside(name, above string) string {
	for _, kind := range []string{"", " State", " Province", " Region", " Governorate", " County"} {
		form := []rune(name + kind)
		if place, n := e.words.Places.At(form, 0); n == len(form) && e.words.Within(place, above) {
			return place
		}
	}
	return name + ", " + above
}

// placeAt is the place known at an item.
func placeAt(all []named, it item) (named, bool) {
	i := sort.Search(len(all), func(i int) bool { return all[i].end >= it.end })
	if i < len(all) && all[i].start <= it.start {
		return all[i], true
	}
	return named{}, false
}

// nameOfPlace tells whether a capitalised name may be one of a place: no abbreviation, no month, no group, no office.
func (e *extractor) nameOfPlace(t []rune, it item) bool {
	if _, n := e.words.Groups.At(t, it.start); n > 0 {
		return false
	}
	capitals := 0
	for i := it.start; i < it.end; i++ {
		if unicode.IsUpper(t[i]) {
			capitals++
		}
	}
	for _, w := range strings.Fields(string(t[it.start:it.end])) {
		if notNames[w] && w != "Central" || officeWords[w] || englishMonths[strings.ToLower(w)] > 0 {
			return false
		}
	}
	return capitals < 4 && it.end-it.start > 2
}

// officeWords are parts of the names of bodies, offices and days that stand in lists beside places.
var officeWords = wordSet("Nations Government Governments Office Council Commission Committee Fund Bank Union Court President Minister Ministers Secretary-General Secretary General Representative Mission Force Forces Party Movement Programme Agency Organization Group Team Monday Tuesday Wednesday Thursday Friday Saturday Sunday Muslim Christian Christians Muslims Arab Arabs English French Spanish Assembly Parliament Women Children")
