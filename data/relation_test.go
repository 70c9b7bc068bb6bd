package data

import (
	"slices"
	"testing"
)

func TestSupersedes(t *testing.T) {
	for _, c := range []struct {
		newer, older string
		want         bool
	}{
		{"S/2099/71/Rev.1", "S/2099/71", true},
		{"S/2099/71/Rev.2", "S/2099/71/Rev.1", true},
		{"S/2099/71/Rev.1", "S/2099/71/Corr.1", true},
		{"S/2099/71/Rev.2", "S/2099/71/Rev.1/Corr.1", true},
		{"S/2099/71/Rev.1", "S/2099/71/Rev.1/Corr.1", false},
		{"S/2099/71/Rev.1", "S/2099/71/Add.1", false},
		{"S/2099/71/Rev.1", "S/2099/71/Rev.2", false},
		{"S/2099/71/Rev.1", "S/2099/7", false},
		{"S/2099/71/Add.1/Rev.1", "S/2099/71/Add.1", true},
		{"S/2099/71/Add.1", "S/2099/71", false},
		{"S/2099/72", "S/2099/71", false},
		{"S/2099/71/Rev.1", "", false},
	} {
		if got := Supersedes(c.newer, c.older); got != c.want {
			t.Errorf("%s supersedes %s: %v", c.newer, c.older, got)
		}
	}
}

func TestRelations(t *testing.T) {
	atHand := []string{"S/2099/71", "S/2099/71/Corr.1", "S/2099/71/Add.1", "S/2099/71/Add.1", "S/2099/71/Rev.1", "S/2099/71/Rev.2", "S/2099/72", ""}
	for symbol, want := range map[string][]Relation{
		"S/2099/71":              {{RevisedBy, "S/2099/71/Rev.2"}, {AddedToBy, "S/2099/71/Add.1"}, {CorrectedBy, "S/2099/71/Corr.1"}},
		"S/2099/71/Rev.1":        {{RevisedBy, "S/2099/71/Rev.2"}, {Revises, "S/2099/71"}},
		"S/2099/71/Rev.2":        {{Revises, "S/2099/71"}, {Revises, "S/2099/71/Rev.1"}},
		"S/2099/71/Corr.1":       {{RevisedBy, "S/2099/71/Rev.2"}, {Corrects, "S/2099/71"}},
		"S/2099/71/Rev.2/Corr.1": {{Corrects, "S/2099/71/Rev.2"}},
		"A/99/6 (Part I)/Add.1":  {{AddsTo, "A/99/6 (Part I)"}},
		"S/2099/72":              nil,
		"":                       nil,
	} {
		if got := Relations(symbol, atHand); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", symbol, got, want)
		}
	}
}

func TestSetAside(t *testing.T) {
	var reports []Report
	var figures []Figure
	for _, s := range []string{"S/2099/71", "S/2099/71/Rev.1", "S/2099/71/Rev.1/Corr.1", "S/2099/72", "S/2099/72/Add.1"} {
		reports, figures = append(reports, Report{Symbol: s}), append(figures, Figure{Report: &s})
	}
	figures = append(figures, Figure{})
	SetAside(reports, figures)
	for i, want := range []bool{true, false, true, false, false, false} {
		if figures[i].Aside != want {
			t.Errorf("figure %d set aside: %v", i, figures[i].Aside)
		}
	}
}
