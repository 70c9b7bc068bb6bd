package charts

import "testing"

// TestFirstAndLast: where spans are among the dates, the earliest begins and the latest ends.
func TestFirstAndLast(t *testing.T) {
	for _, c := range []struct {
		terms       []string
		first, last string
	}{
		{[]string{"2025-03-27/2025-03-28", "2025-01-30/2025-01-31"}, "2025-01-30", "2025-03-28"},
		{[]string{"2020-01/2020-12", "2020-06", "2020-H1"}, "2020-01", "2020-12"},
		{[]string{"2021", "2020-H2"}, "2020-H2", "2021"},
	} {
		if first, last := firstAndLast(c.terms); first != c.first || last != c.last {
			t.Errorf("%v reach from %s to %s, want %s to %s", c.terms, first, last, c.first, c.last)
		}
	}
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{"746000000": "746,000,000", "999": "999", "1234.5678": "1,234.5678", "-123": "-123", "-123456": "-123,456", "": ""} {
		if got := Grouped(number); got != want {
			t.Errorf("Grouped(%q) = %q, want %q", number, got, want)
		}
	}
}
