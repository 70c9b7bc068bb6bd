package pdf

import "testing"

func TestPower(t *testing.T) {
	for before, want := range map[string]bool{
		"an area of 12 km": true, "Area (m": true, "persons/km": true, "1.5 × 10": true, "m": true,
		"S/2010": false, "the programme": false, "them": false, "camp": false, "": false, "(": false,
	} {
		if got := power(before); got != want {
			t.Errorf("%q: %v", before, got)
		}
	}
}
