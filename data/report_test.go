package data

import "testing"

func TestSupersedes(t *testing.T) {
	for _, c := range []struct {
		newer, older string
		want         bool
	}{
		{"S/2099/71/Rev.1", "S/2099/71", true},
		{"S/2099/71/Rev.2", "S/2099/71/Rev.1", true},
		{"S/2099/71/Rev.1", "S/2099/71/Rev.2", false},
		{"S/2099/71/Rev.1", "S/2099/7", false},
		{"S/2099/71/Add.1", "S/2099/71", false},
		{"S/2099/72", "S/2099/71", false},
	} {
		if got := Supersedes(c.newer, c.older); got != c.want {
			t.Errorf("%s supersedes %s: %v", c.newer, c.older, got)
		}
	}
}
