package charts

import (
	"strconv"
	"strings"

	"figurebook.org/figurebook/assets/translations"
)

// DateText says an as-of term of data.Figure in words: "mid-2019", "December 2020", "2020 年 8 月至 2020 年 11 月". A
// term of another shape is given as it is.
func DateText(term string, words *translations.Words) string {
	if term == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(term, "before-"); ok {
		return words.Say("date.before", DateText(rest, words))
	}
	if from, to, ok := strings.Cut(term, "/"); ok {
		return words.Say("date.span", DateText(from, words), DateText(to, words))
	}
	year, rest, _ := strings.Cut(term, "-")
	month, day, hasDay := strings.Cut(rest, "-")
	switch {
	case rest == "":
		if _, err := strconv.Atoi(year); err != nil {
			return term
		}
		return words.Say("date.year", year)
	case rest == "mid" || rest == "H1" || rest == "H2":
		return words.Say("date."+strings.ToLower(rest), year)
	case len(rest) == 2 && rest[0] == 'Q':
		return words.Say("date.quarter", year, rest[1:])
	}
	n, err := strconv.Atoi(month)
	if err != nil || n < 1 || n > 12 {
		return term
	}
	name := words.Say("date.month." + strconv.Itoa(n))
	if hasDay {
		return words.Say("date.day", year, name, strings.TrimPrefix(day, "0"))
	}
	return words.Say("date.month", year, name)
}

// span is what an as-of term names, from its start to its end in years: "2020" is 2020 to 2021, "2020-12" its last month,
// "2019-mid" the months of May to August. "before-…" has no span.
func span(term string) (from, to float64, ok bool) {
	if first, last, two := strings.Cut(term, "/"); two {
		a, _, okA := span(first)
		_, b, okB := span(last)
		return min(a, b), max(a, b), okA && okB
	}
	if len(term) < 4 {
		return 0, 0, false
	}
	year, err := strconv.ParseFloat(term[:4], 64)
	if err != nil || len(term) > 4 && term[4] != '-' {
		return 0, 0, false
	}
	months := func(first, count float64) (float64, float64, bool) {
		return year + first/12, year + (first+count)/12, true
	}
	rest := strings.TrimPrefix(term[4:], "-")
	switch {
	case rest == "":
		return months(0, 12)
	case rest == "mid":
		return months(4, 4)
	case rest == "H1":
		return months(0, 6)
	case rest == "H2":
		return months(6, 6)
	case rest[0] == 'Q' && len(rest) == 2 && rest[1] >= '1' && rest[1] <= '4':
		return months(3*float64(rest[1]-'1'), 3)
	case len(rest) == 2:
		m, err := strconv.ParseFloat(rest, 64)
		if err != nil || m < 1 || m > 12 {
			return 0, 0, false
		}
		return months(m-1, 1)
	case len(rest) == 5:
		m, err := strconv.ParseFloat(rest[:2], 64)
		d, err2 := strconv.ParseFloat(rest[3:], 64)
		at := year + (m-1)/12 + (d-1)/365
		return at, at + 1.0/365, err == nil && err2 == nil && m >= 1 && m <= 12 && d >= 1 && d <= 31
	}
	return 0, 0, false
}
