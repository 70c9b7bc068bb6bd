package extraction

import (
	"testing"

	"figurebook.org/figurebook/data"
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
