// Package checking compares figures with each other: parts with totals, statements with other statements of the same,
// and the editions of a report with each other. A finding is for a person to settle; nothing is changed.
package checking

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// Kind names a finding; its sentence is the translation "finding." + kind.
type Kind string

// The kinds.
const (
	PartAboveTotal   Kind = "part_above_total"    // a part is larger than its total can be
	PartsAboveTotal  Kind = "parts_above_total"   // the parts together are
	PartsBelowTotal  Kind = "parts_below_total"   // parts that are said to be all of it are smaller together
	RangeReversed    Kind = "range_reversed"      // the ends of a range stand in the wrong order
	StatedOtherwise  Kind = "stated_otherwise"    // the same thing has another number elsewhere in the report
	HedgedOtherwise  Kind = "hedged_otherwise"    // the same number has another hedge elsewhere in the report
	ShareAboveWhole  Kind = "share_above_whole"   // a share of more than 100 per cent
	ShareWithoutBase Kind = "share_without_base"  // a share of which the text does not say what it is a share of
	NumberDiffers    Kind = "number_differs"      // two editions of a paragraph state another number at the same place
	HedgeDiffers     Kind = "hedge_differs"       // two editions of a paragraph hedge one number otherwise
	UnitDiffers      Kind = "unit_differs"        // two editions of a paragraph state one number in another unit, currency or base
	MeaningDiffers   Kind = "meaning_differs"     // two editions of a paragraph state one number of things that exclude each other: a rise and a fall, two places
	OnlyInOneEdition Kind = "only_in_one_edition" // the other language's edition of the paragraph does not state it
)

// BetweenEditions are the kinds of what two editions of a paragraph state otherwise.
var BetweenEditions = []Kind{NumberDiffers, HedgeDiffers, UnitDiffers, MeaningDiffers, OnlyInOneEdition}

// Finding is what a check found, with the IDs of the figures that it is about.
type Finding struct {
	ID      string   `json:"id"` // stable: the same check of the same figures keeps it, whatever else is found
	Kind    Kind     `json:"kind"`
	Figures []string `json:"figures"`           // those that disagree, in reading order; a total before its parts' sum, a part before its total
	Lacking string   `json:"lacking,omitempty"` // of what one edition states alone: the key of the edition that does not
	Near    string   `json:"near,omitempty"`    // likewise: the ID of that edition's figure that stands nearest, whose sentence is the one to compare; empty where its paragraph has none
}

// found is a finding under its own ID.
func found(kind Kind, figures ...string) Finding {
	return Finding{ID: id(kind, "", figures), Kind: kind, Figures: figures}
}

// id names a finding by what is checked and the figures, whatever their order.
func id(kind Kind, lacking string, figures []string) string {
	sorted := slices.Sorted(slices.Values(figures))
	sum := sha256.Sum256([]byte(string(kind) + "|" + lacking + "|" + strings.Join(sorted, "|")))
	return hex.EncodeToString(sum[:6])
}

// Check runs every check on figures that stand in the order of their reports. A figure that a person rejected is left out.
func Check(figures []data.Figure) []Finding {
	findings := []Finding{}
	byEdition := map[string][]data.Figure{}
	var editions []string
	for _, f := range figures {
		if f.Status == data.Rejected {
			continue
		}
		if byEdition[f.Edition] == nil {
			editions = append(editions, f.Edition)
		}
		byEdition[f.Edition] = append(byEdition[f.Edition], f)
	}
	for _, e := range editions {
		findings = append(findings, alone(byEdition[e])...)
		findings = append(findings, totals(byEdition[e])...)
		findings = append(findings, repeated(byEdition[e])...)
	}
	return append(findings, betweenEditions(editions, byEdition)...)
}

// flows are the measures of what is compared with a yearly flow, and may be more than it: money in circulation with the gross
// domestic product.
var flows = map[string]bool{
	"share_of_gdp": true, "share_of_gross_domestic_product": true, "share_of_gross_national_income": true, "share_of_exports": true, "share_of_revenue": true, "share_of_income": true,
	"share_of_target": true,
}

// alone checks each figure by itself.
func alone(figures []data.Figure) []Finding {
	var findings []Finding
	hundred := data.NewDecimal(100, 0)
	for _, f := range figures {
		if f.Bound == data.Range && f.Low != nil && f.High != nil && f.Low.Cmp(*f.High) > 0 {
			findings = append(findings, found(RangeReversed, f.ID))
		}
		share := f.Unit == "percent" && strings.HasPrefix(f.Measure, "share")
		if low, _ := f.Ends(); share && !flows[f.Measure] && low != nil && low.Cmp(hundred) > 0 {
			findings = append(findings, found(ShareAboveWhole, f.ID))
		}
		if share && f.Measure == "share" && f.Counted == "" && f.Subject == "" && f.PartOf == "" && f.Known == "" {
			findings = append(findings, found(ShareWithoutBase, f.ID))
		}
	}
	return findings
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func people(unit string) bool { return unit == "person" || unit == "woman" || unit == "child" }

// counts tells whether two units count alike: women and children are people.
func counts(a, b string) bool { return a == b || people(a) && people(b) }
