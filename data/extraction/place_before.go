package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// Where a figure is whose sentence names no place: what came before, the mission that acts, the country that the report is about.

// homes is the State to which people return who are counted by their nationality, 460 万阿富汗人返回家园, and that of people
// counted so of whom no place is told, more than 1 in 5 Malians; else empty.
func (e *extractor) homes(f *data.Figure, chosen int) string {
	if f.Measure != "returnees" && (chosen >= 0 || unplaced[f.Measure] || e.homeland != "") {
		return ""
	}
	counted := []rune(f.Counted)
	for i := range counted {
		if people, n := e.words.Peoples.At(counted, i); n > 0 {
			return e.words.StateOf(people)
		}
	}
	return ""
}

// points tells whether a sentence, in small letters, points back to a place named before it: in these camps, 该营地, 那里.
func points(low string) bool {
	if holdsAny(low, "该营地", "这些营地", "该省", "该地区", "该市", "该镇", "该县", "该州", "该设施", "这些设施", "那里", "当地", "此地", "该国", "全国", "in the country", "across the country", "throughout the country", "from the country", "within the country", "nationwide", "countrywide") {
		return true
	}
	for _, w := range []string{"these ", "those ", "this ", "that ", "the same "} {
		for rest := low; ; {
			_, after, ok := strings.Cut(rest, w)
			if !ok {
				break
			}
			rest = after
			for _, kind := range []string{"camp", "facilit", "site", "settlement", "location", "area", "province", "city", "town", "region", "country", "state", "county", "district", "village", "governorate"} {
				if strings.HasPrefix(after, kind) {
					return true
				}
			}
		}
	}
	return false
}

// placeBefore is the place that an earlier sentence of the paragraph was about; -1 where none was.
func (e *extractor) placeBefore(t []rune, m mention, places []named, sc scope, language string) int {
	chosen := -1
	for i, p := range places {
		if p.end > m.numStart || p.end > sc.sentence[0] {
			continue
		}
		if s := e.standing(t, places, i, language); s == owning || s == origin || p.name == "World" || e.words.RegionOf(p.name) == p.name { // a continent is hardly what a next sentence is about
			continue
		}
		if p.elsewhere || language != "zh" && numbered(t, p.end) {
			continue
		}
		if opensAbout(t, p.start) || e.words.Parent(p.name) != "" && sc.sentence[0]-p.end < 40 {
			chosen = i
		}
	}
	return chosen
}

// numbered tells whether a number in brackets follows the place that ends at end: Mali (120), Niger (45).
func numbered(t []rune, end int) bool {
	i := past(t, end)
	return runeAt(t, i) == '(' && digit(runeAt(t, i+1))
}

// stateBefore is the State that a paragraph named last, however it named it, in a report about a region of several States, of
// which it would say less; in one that is about no State it is the one State of which the paragraph told so far, where it told
// that things are there or the sentence says "the country". It is -1 where there is none.
func (e *extractor) stateBefore(t []rune, places []named, sc scope, language string) int {
	if parent := e.words.Parent(e.homeland); e.homeland != "" && (parent == "" || e.words.RegionOf(parent) != parent) {
		return -1
	}
	found, of := -1, ""
	for i := len(places) - 1; i >= 0; i-- {
		p := places[i]
		c := e.country(p.name)
		if p.end > sc.sentence[0] || p.name == e.homeland || c == "" || seats[p.name] || p.elsewhere {
			continue
		}
		s := e.standing(t, places, i, language)
		if e.homeland != "" {
			if s != origin && e.words.RegionOf(c) == e.words.RegionOf(e.homeland) {
				return i
			}
			continue
		}
		if code, _ := e.words.Code(c); code.ISO3 == "" || language == "zh" || of != "" && of != c {
			return -1
		}
		if of = c; found < 0 && (s == locative || s != origin && theCountry(t[sc.sentence[0]:sc.sentence[1]])) {
			found = i
		}
	}
	return found
}

// theCountry tells whether a sentence points back to the country named before it.
func theCountry(sentence []rune) bool {
	return holdsAny(string(sentence), "the country", "The country", "this country")
}

// missionPlace gives a figure the country of the mission that its sentence names, where it names no place; else the
// country that the whole report is about.
func (e *extractor) missionPlace(f *data.Figure, t []rune, sc scope) {
	f.Region = e.region(f.Section, "")
	for i := sc.sentence[0]; i < sc.sentence[1]; i++ {
		if !unicode.IsUpper(t[i]) && t[i] < 0x3000 {
			continue
		}
		if i-sc.sentence[0] > 60 && i-sc.clause[0] > 30 {
			break // it is spoken of, and does not act
		}
		if name, n := e.words.Missions.At(t, i); n > 0 {
			place := name
			f.Place, f.Why["place"] = &place, "mission: "+string(t[i:i+n])
			f.Region = e.region(f.Section, name)
			return
		}
	}
	if e.homeland != "" { // the country that the report is about
		place := e.homeland
		f.Place, f.Why["place"], f.Region = &place, "report", e.region(f.Section, place)
	}
}

// opensAbout tells whether a sentence begins at most a few words before t[i]: what it opens with is what it is about.
func opensAbout(t []rune, i int) bool {
	for j := i - 1; j >= 0 && j > i-9; j-- {
		if sentenceEnd(t, j) {
			return true
		}
	}
	return i < 9
}
