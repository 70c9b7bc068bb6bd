package exchange

import (
	"strconv"
	"strings"
	"time"
)

// span is the first and the last day that an as-of term of data.Figure names: "2020-H2" is 2020-07-01 to 2020-12-31.
// "mid" names no days and gives the year's. "before-2021" has a last day only; a term of another shape gives none.
func span(term string) (first, last string) {
	if rest, ok := strings.CutPrefix(term, "before-"); ok {
		start, _, ok := days(rest)
		if !ok {
			return "", ""
		}
		return "", start.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	from, to, isSpan := strings.Cut(term, "/")
	if !isSpan {
		to = from
	}
	start, _, ok := days(from)
	_, end, ok2 := days(to)
	if !ok || !ok2 {
		return "", ""
	}
	return start.Format(time.DateOnly), end.Format(time.DateOnly)
}

func days(term string) (first, last time.Time, ok bool) {
	year, rest, _ := strings.Cut(term, "-")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 {
		return first, last, false
	}
	months := func(from, n int) (time.Time, time.Time, bool) {
		start := time.Date(y, time.Month(from), 1, 0, 0, 0, 0, time.UTC)
		return start, start.AddDate(0, n, -1), true
	}
	switch {
	case rest == "", rest == "mid":
		return months(1, 12)
	case rest == "H1":
		return months(1, 6)
	case rest == "H2":
		return months(7, 6)
	case len(rest) == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4':
		return months(int(rest[1]-'1')*3+1, 3)
	}
	if month, err := time.Parse("2006-01", term); err == nil {
		return months(int(month.Month()), 1)
	}
	at, err := time.Parse(time.DateOnly, term)
	return at, at, err == nil
}
