package marks

import "testing"

func TestExponent(t *testing.T) {
	for _, c := range []struct {
		before, raised string
		want           int
	}{
		{"an area of 12 km", "2", 1},
		{"Area (m", "2", 1},
		{"persons/km", "2", 1},
		{"1.5 × 10", "12", 2},
		{"m", "3", 1},
		{"of 12 km", "25", 1},
		{"of 12 km", "1", 0},
		{"S/2010", "2", 0},
		{"the programme", "2", 0},
		{"them", "3", 0},
		{"camp", "2", 0},
		{"", "2", 0},
		{"(", "2", 0},
		{"km", "", 0},
	} {
		if got := Exponent(c.before, c.raised); got != c.want {
			t.Errorf("%q, %q: %d", c.before, c.raised, got)
		}
	}
}
