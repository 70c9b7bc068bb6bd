package data

import (
	"regexp"
	"slices"
	"strconv"
)

// RelationKind says how a document stands to another; its words are the translation "relation." + kind.
type RelationKind string

// The kinds of relations, as the ends of document symbols tell them (Dag Hammarskjöld Library, "Document symbols").
const (
	RevisedBy   RelationKind = "revised_by" // its figures count no more
	Revises     RelationKind = "revises"
	CorrectedBy RelationKind = "corrected_by"
	Corrects    RelationKind = "corrects"
	AddedToBy   RelationKind = "added_to_by"
	AddsTo      RelationKind = "adds_to"
)

// Relation is what a document has to do with another, whose symbol is Symbol.
type Relation struct {
	Kind   RelationKind `json:"kind"`
	Symbol string       `json:"symbol"`
}

// part is the last part of a symbol that says what the document is to the one without it.
var part = regexp.MustCompile(`^(.+)/(Rev|Corr|Add)\.(\d{1,3})$`)

// parts takes "S/2025/71/Rev.1" apart into the document, what this one is to it, and its number; what is empty for one
// that stands by itself.
func parts(symbol string) (base, what string, number int) {
	m := part.FindStringSubmatch(symbol)
	if m == nil {
		return symbol, "", 0
	}
	n, _ := strconv.Atoi(m[3]) // digits
	return m[1], m[2], n
}

// Unrevised is the symbol of the document of which symbol is a revision, else symbol itself.
func Unrevised(symbol string) string {
	if base, what, _ := parts(symbol); what == "Rev" {
		return base
	}
	return symbol
}

// Supersedes tells whether the document with symbol newer takes the place of the one with symbol older: a revision of
// it, or a later revision. Addenda and corrigenda add to a document and do not; those of one that was revised go with it.
func Supersedes(newer, older string) bool {
	base, what, n := parts(newer)
	if what != "Rev" {
		return false
	}
	for older != "" {
		otherBase, otherWhat, m := parts(older)
		switch {
		case older == base, otherWhat == "Rev" && otherBase == base && n > m:
			return true
		case otherWhat != "Corr":
			return false
		}
		older = otherBase
	}
	return false
}

// IsCorrigendum tells whether a document corrects another: what it states are words to be put for others, no figures of
// its own.
func IsCorrigendum(symbol string) bool {
	_, what, _ := parts(symbol)
	return what == "Corr"
}

// Symbols are those of the documents at hand, by the document that each belongs to, so that what relates to one is looked
// up, not searched for.
type Symbols map[string][]string

// SymbolsOf are those of reports.
func SymbolsOf(reports []Report) Symbols {
	all := Symbols{}
	for _, r := range reports {
		if r.Symbol != "" {
			all[stem(r.Symbol)] = append(all[stem(r.Symbol)], r.Symbol)
		}
	}
	for _, family := range all {
		slices.SortFunc(family, CompareSymbols)
	}
	return all
}

// stem is the symbol of the document that one belongs to, whatever it revises, corrects or adds to.
func stem(symbol string) string {
	for base, what, _ := parts(symbol); what != ""; base, what, _ = parts(symbol) {
		symbol = base
	}
	return symbol
}

// Relations are what the document with a symbol has to do with others: what it is by its own symbol, and what those at
// hand are to it, each named once. What takes its place comes first.
func (at Symbols) Relations(symbol string) []Relation {
	var all []Relation
	add := func(kind RelationKind, other string) {
		if r := (Relation{kind, other}); !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	if symbol == "" {
		return nil
	}
	others := at[stem(symbol)]
	if other := latest(others, symbol); other != "" {
		add(RevisedBy, other)
	}
	base, what, _ := parts(symbol)
	switch what {
	case "Corr":
		add(Corrects, base)
	case "Add":
		add(AddsTo, base)
	}
	for _, other := range others {
		switch otherBase, otherWhat, _ := parts(other); {
		case Supersedes(symbol, other) && !IsCorrigendum(other):
			add(Revises, other)
		case otherBase == symbol && otherWhat == "Corr":
			add(CorrectedBy, other)
		case otherBase == symbol && otherWhat == "Add":
			add(AddedToBy, other)
		}
	}
	return all
}

// latest is the last of sorted symbols that takes the place of one; "" for none.
func latest(symbols []string, of string) string {
	for _, other := range slices.Backward(symbols) {
		if Supersedes(other, of) {
			return other
		}
	}
	return ""
}

// Standing is how the figures of a document stand among those of others.
type Standing struct {
	Superseded string // the revision that counts in its place; "" for none
	Corrected  string // its last corrigendum
	Aside      bool   // they are not counted among others: superseded, or those of a corrigendum
}

// Standings are how documents stand, by symbol, those alone that stand apart: a revision supersedes, whatever its language,
// once a figure was found in it.
func Standings(reports []Report, stated func(symbol string) bool) map[string]Standing {
	counted := SymbolsOf(slices.DeleteFunc(slices.Clone(reports), func(r Report) bool { return !stated(r.Symbol) }))
	all := map[string]Standing{}
	for _, family := range SymbolsOf(reports) {
		for _, symbol := range family {
			s := Standing{Superseded: latest(counted[stem(symbol)], symbol)}
			for _, other := range family {
				if base, what, _ := parts(other); base == symbol && what == "Corr" {
					s.Corrected = other
				}
			}
			s.Aside = s.Superseded != "" || IsCorrigendum(symbol)
			if s != (Standing{}) {
				all[symbol] = s
			}
		}
	}
	return all
}

// SetAside marks figures, all that there are of reports, with how their reports stand.
func SetAside(reports []Report, figures []Figure) {
	stated := map[string]bool{}
	for _, f := range figures {
		if f.Report != nil {
			stated[*f.Report] = true
		}
	}
	Stand(figures, Standings(reports, func(symbol string) bool { return stated[symbol] }))
}

// Stand marks figures with how their reports stand.
func Stand(figures []Figure, standings map[string]Standing) {
	for i := range figures {
		if f := &figures[i]; f.Report != nil {
			s := standings[*f.Report]
			f.Aside, f.SupersededBy, f.CorrectedBy = s.Aside, s.Superseded, s.Corrected
		}
	}
}
