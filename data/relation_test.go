package data

import (
	"slices"
	"strconv"
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
	var reports []Report
	for _, s := range []string{"S/2099/71", "S/2099/71/Corr.1", "S/2099/71/Add.1", "S/2099/71/Add.1", "S/2099/71/Rev.1", "S/2099/71/Rev.2", "S/2099/72", ""} {
		reports = append(reports, Report{Symbol: s})
	}
	atHand := SymbolsOf(reports)
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
		if got := atHand.Relations(symbol); !slices.Equal(got, want) {
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

// TestSetAside_revisionWithoutFigures: a revision that was read badly, or in which nothing is stated, takes no figure away.
func TestSetAside_revisionWithoutFigures(t *testing.T) {
	base, later := "S/2099/71", "S/2099/71/Rev.2"
	reports := []Report{{Symbol: base, Language: "zh"}, {Symbol: "S/2099/71/Rev.1", Language: "en"}}
	figures := []Figure{{Report: &base, Language: "zh"}}
	if SetAside(reports, figures); figures[0].Aside {
		t.Error("the only figures are set aside")
	}
	reports, figures = append(reports, Report{Symbol: later, Language: "en"}), append(figures, Figure{Report: &later, Language: "en"})
	if SetAside(reports, figures); !figures[0].Aside || figures[1].Aside {
		t.Errorf("of a revision with figures: %v, %v", figures[0].Aside, figures[1].Aside)
	}
}

// BenchmarkSetAside sets aside what was revised among 3,000 reports of 10 figures each.
func BenchmarkSetAside(b *testing.B) {
	var reports []Report
	var figures []Figure
	for n := range 3000 {
		symbol := "S/2099/" + strconv.Itoa(n)
		if n%10 == 0 {
			symbol = "S/2099/" + strconv.Itoa(n+1) + "/Rev.1"
		}
		reports = append(reports, Report{Symbol: symbol})
		for range 10 {
			figures = append(figures, Figure{Report: &symbol})
		}
	}
	for b.Loop() {
		SetAside(reports, figures)
	}
}
