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
