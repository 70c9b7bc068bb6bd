package extraction

import (
	"slices"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestRelate_placeOfTheWhole asks that a part of a whole takes the whole's place, and keeps its own where the whole has none.
func TestRelate_placeOfTheWhole(t *testing.T) {
	text := []rune("4 of the 10 clinics")
	for name, whole := range map[string]*string{"placed": new("Haiti"), "without a place": nil} {
		own := "Mali"
		figures := []data.Figure{
			{ID: "part", Start: 0, End: 1, Place: &own, Quantity: data.Quantity{Unit: "institution"}, Why: map[string]string{}},
			{ID: "whole", Start: 9, End: 19, Place: whole, Quantity: data.Quantity{Unit: "institution"}, Why: map[string]string{}},
		}
		relate(figures, make([]mention, len(figures)), text)
		want := own
		if whole != nil {
			want = *whole
		}
		if got := figures[0].Place; got == nil || *got != want {
			t.Errorf("%s: the part's place is %v, want %q", name, got, want)
		}
	}
}

// TestExtract_brackets: what brackets count with a word of their own is a part; a number alone there stands against the one before as
// the brackets before it did, and another's number has nobody's name.
func TestExtract_brackets(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	parts := func(text string) (all []string) {
		for _, f := range found(t, words, "en", text) {
			if f.PartOf != "" {
				all = append(all, f.Text)
			}
		}
		return all
	}
	for text, want := range map[string][]string{
		"There were 44 casualties (17 civilians).":                              {"17 civilians"},
		"The office has 60 posts (20 national).":                                {"20 national"},
		"There were 300 attacks in Mali (up from 200) and 100 in Niger (80).":   nil,
		"Of resolution 2170 (2014) nothing is said; 44 guards (17 women) stay.": {"17 women"},
	} {
		if got := parts(text); !slices.Equal(got, want) {
			t.Errorf("%s: the parts are %q, want %q", text, got, want)
		}
	}
	for _, f := range found(t, words, "en", "The Ministry reported 300 deaths, while another put the number at 200 deaths.") {
		if f.Source != nil && *f.Source == "another" {
			t.Errorf("%s is said by %q", f.Text, *f.Source)
		}
	}
}

// TestExtract_rates: a rate keeps what it is per, whatever was refused in the paragraphs before.
func TestExtract_rates(t *testing.T) {
	report := &data.Report{Language: "en", Date: "2098-06-01", Paragraphs: []data.Paragraph{
		{Number: "1", Text: "Resolution 2170 (2014) and S/2021/98 are noted on 5 May 2098, with section 12 and paragraph 14 of the longer text that they recall."},
		{Number: "2", Text: "It was 339 deaths per 100,000 live births."},
	}}
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	result, err := Extract(t.Context(), report, words)
	if err != nil {
		t.Fatal(err)
	}
	if figures := result.Figures; len(result.Refusals) == 0 || len(figures) != 1 || figures[0].Per == "" {
		t.Errorf("%+v, %d refusals", figures, len(result.Refusals))
	}
}
