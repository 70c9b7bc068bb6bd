// Package vocabulary holds the words that the rules know: measures, places, groups, units and regions, each with its
// Chinese and English label and the forms in which documents print it.
package vocabulary

import (
	"slices"
	"strings"
	"unicode"
)

// Kind is a list of the vocabulary.
type Kind string

// The lists.
const (
	Measure Kind = "measure"
	Place   Kind = "place"
	Group   Kind = "group"
	Unit    Kind = "unit"
	Region  Kind = "region"
	People  Kind = "people" // of a State: "Iraqi", by which a population is named
)

// Vocabulary is the words in use.
type Vocabulary struct {
	labels    map[Kind]map[string][2]string // zh, en
	parents   map[string]string
	regions   map[string]string
	codes     map[string]Code
	forms     map[string]string // of each State: its Chinese forms, parted by |
	Places    Forms
	Missions  Forms // the name is the place where the mission works
	Groups    Forms
	Peoples   Forms             // the name is that of a people
	Nouns     Forms             // Chinese head nouns of counted things; the name is the measure that the noun gives
	nouns     map[string]string // likewise in English, in small letters
	counted   map[string]string // the Chinese label of a measure that a noun gives
	before    hedged            // hedging words before a number
	behind    hedged            // and behind it
	Units     Forms             // head nouns and counters; the name is the canonical unit
	measures  map[rune][]Word
	subregion map[string]string    // of each State: that of UN M49
	line      map[string]string    // of a measure that makes one line with another: that other
	peoples   map[string]string    // of each people: its State
	divisions map[[2]string]string // of a State and a Chinese word for its divisions: their unit
}

// Word is one word that tells of a measure. A strong word, a verb mostly, wins over nouns.
type Word struct {
	Measure string
	Units   []string // of figures that the measure may have
	Form    []rune
	Strong  bool
}

// Forms finds the longest form that begins at a place in a text.
type Forms struct{ byFirst map[rune][]form }

type form struct {
	runes []rune
	name  string
}

// At is the name of the longest form that begins at text[i], and its length in runes; 0 where none does. A form in
// letters that part words by blanks must stand as whole words.
func (f *Forms) At(text []rune, i int) (string, int) {
	for _, c := range f.byFirst[text[i]] {
		if i+len(c.runes) <= len(text) && slices.Equal(text[i:i+len(c.runes)], c.runes) && Whole(text, i, i+len(c.runes)) {
			return c.name, len(c.runes)
		}
	}
	return "", 0
}

// MeasureWords are the words of measures that begin at text[i]; a capital letter that opens a sentence stands for the
// small one.
func (v *Vocabulary) MeasureWords(text []rune, i int, found func(Word)) {
	v.measureWords(text, i, text[i], found)
	if small := unicode.ToLower(text[i]); small != text[i] {
		v.measureWords(text, i, small, found)
	}
}

func (v *Vocabulary) measureWords(text []rune, i int, first rune, found func(Word)) {
	for _, w := range v.measures[first] {
		if end := i + len(w.Form); end <= len(text) && slices.Equal(text[i+1:end], w.Form[1:]) && Whole(text, i, end) {
			found(w)
		}
	}
}

// Whole tells whether text[start:end] stands as whole words.
func Whole(text []rune, start, end int) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }
	return !(start > 0 && inWord(text[start]) && inWord(text[start-1])) && !(end < len(text) && inWord(text[end-1]) && inWord(text[end]))
}

// Label is the name of a canonical term in a language ("zh", "en"); the term itself where the list has none. For places
// that no list names see chinesePlace.
func (v *Vocabulary) Label(kind Kind, name, lang string) string {
	column := 1
	if lang == "zh" {
		column = 0
	}
	if l, ok := v.labels[kind][name]; ok && l[column] != "" {
		return l[column]
	}
	if kind == Place && column == 0 && name != "" {
		return v.chinesePlace(name)
	}
	switch kind {
	case Measure:
		return v.nounLabel(name, column)
	case Unit:
		return v.unitLabel(name, column)
	}
	return strings.ReplaceAll(name, "_", " ")
}

// RegionOf is the region of a place, or of the State that its name ends with: "Vienna, Austria". It is empty where unknown.
func (v *Vocabulary) RegionOf(place string) string {
	for {
		if region := v.regions[place]; region != "" {
			return region
		}
		_, state, ok := strings.Cut(place, ", ")
		if !ok {
			return ""
		}
		place = state
	}
}

// Parent is the place that holds a place; empty for a State or where unknown.
func (v *Vocabulary) Parent(place string) string { return v.parents[place] }

// Within tells whether a place lies in another, at any remove: a camp in a State, a State in a region of UN M49.
func (v *Vocabulary) Within(place, other string) bool {
	for range 8 {
		above := v.parents[place]
		if above == "" {
			above = v.subregion[place]
		}
		if place = above; place == "" {
			return false
		}
		if place == other {
			return true
		}
	}
	return false
}

// Subregion is the region of UN M49 in which a place lies: "West Africa"; empty where unknown.
func (v *Vocabulary) Subregion(place string) string {
	for range 8 {
		if sub, ok := v.subregion[place]; ok {
			return sub
		}
		place = v.parents[place]
	}
	return ""
}

// Known tells whether the gazetteer names a place so.
func (v *Vocabulary) Known(place string) bool {
	_, ok := v.labels[Place][place]
	return ok
}

// Line is the measure with whose figures those of a measure make one line over reports, broken where the one follows the
// other: fighters for fighters_and_family. It is the measure itself for most.
func (v *Vocabulary) Line(measure string) string {
	if line, ok := v.line[measure]; ok {
		return line
	}
	return measure
}

// Noun is the measure that an English phrase's last words give, the longest first: "human rights defenders" rather than
// "defenders"; empty where the table has neither.
func (v *Vocabulary) Noun(phrase string) string {
	words := strings.Fields(strings.ToLower(phrase))
	for from := max(0, len(words)-4); from < len(words); from++ {
		if name, ok := v.nouns[strings.Join(words[from:], " ")]; ok {
			return name
		}
	}
	return ""
}
