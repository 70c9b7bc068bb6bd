package data

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Years is the middle of an as_of term ("2020-H2", "2020-08/2020-11", "2020-10-14") in years, for ordering and for a time
// axis; false where it is no such term.
func Years(term string) (float64, bool) {
	if from, to, ok := strings.Cut(term, "/"); ok {
		a, okA := Years(from)
		b, okB := Years(to)
		return (a + b) / 2, okA && okB
	}
	if len(term) < 4 {
		return 0, false
	}
	year, err := strconv.ParseFloat(term[:4], 64)
	if err != nil {
		return 0, false
	}
	switch rest := strings.TrimPrefix(term[4:], "-"); {
	case rest == "", rest == "mid":
		return year + 0.5, true
	case rest == "H1":
		return year + 0.25, true
	case rest == "H2":
		return year + 0.75, true
	case rest[0] == 'Q' && len(rest) == 2:
		return year + (float64(rest[1]-'0')-0.5)/4, true
	case len(rest) == 2:
		m, err := strconv.ParseFloat(rest, 64)
		return year + (m-0.5)/12, err == nil
	case len(rest) == 5:
		m, err := strconv.ParseFloat(rest[:2], 64)
		d, err2 := strconv.ParseFloat(rest[3:], 64)
		return year + (m-1)/12 + (d-1)/365, err == nil && err2 == nil
	}
	return 0, false
}

// IsDay tells whether text is a day of the calendar as reports keep it: "2025-01-31".
func IsDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// spanTerm is what begins or ends a reporting period, or is one: a year, a half or a quarter of it, a month. Days are IsDay's.
var spanTerm = regexp.MustCompile(`^(?:19|20)\d\d(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$`)

// IsSpan tells whether text is a reporting period as reports keep it: "2024", "2024-H2", "2024-Q3", "2024-07", or two of
// these or two days with a stroke between, the earlier first: "2024-07/2024-12".
func IsSpan(text string) bool {
	from, to, two := strings.Cut(text, "/")
	one := func(term string) bool { return spanTerm.MatchString(term) || IsDay(term) }
	if !two {
		return one(from)
	}
	if !one(from) || !one(to) {
		return false
	}
	a, _ := Years(from)
	b, _ := Years(to)
	return a <= b
}
