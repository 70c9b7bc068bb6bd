package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
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

// Relations are what the document with a symbol has to do with others: what it is by its own symbol, and what those at
// hand are to it, each named once. What takes its place comes first.
func Relations(symbol string, atHand []string) []Relation {
	var all []Relation
	add := func(kind RelationKind, other string) {
		if r := (Relation{kind, other}); !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	if symbol == "" {
		return nil
	}
	others := slices.SortedFunc(slices.Values(atHand), CompareSymbols)
	for _, other := range slices.Backward(others) {
		if Supersedes(other, symbol) {
			add(RevisedBy, other)
			break // the latest
		}
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

// SetAside marks the figures that are not counted among others: those of a document whose revision is among reports, and
// those of corrigenda.
func SetAside(reports []Report, figures []Figure) {
	aside := map[string]bool{}
	for _, r := range reports {
		aside[r.Symbol] = aside[r.Symbol] || IsCorrigendum(r.Symbol) ||
			slices.ContainsFunc(reports, func(other Report) bool {
				return strings.Contains(other.Symbol, "/Rev.") && Supersedes(other.Symbol, r.Symbol)
			})
	}
	for i := range figures {
		if s := figures[i].Report; s != nil {
			figures[i].Aside = aside[*s]
		}
	}
}
