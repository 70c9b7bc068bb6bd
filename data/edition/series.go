package edition

import (
	"fmt"
	"strings"

	"figurebook.org/figurebook/data"
)

// Find is the listed report of a symbol.
func (e *Edition) Find(symbol string) (Listed, bool) {
	for _, r := range e.Reports {
		if r.Symbol == symbol && symbol != "" {
			return r, true
		}
	}
	return Listed{}, false
}

// TitleOf is a listed report's title in a language, its ordinal in words.
func (e *Edition) TitleOf(r Listed, language string) string {
	for _, s := range e.Series {
		if s.Key == r.Series {
			return fmt.Sprintf(s.Title[language], ordinalWord(r.Ordinal, language))
		}
	}
	return r.Symbol
}

// Identify names a report by the ordinal in its title, matched to the series, where the report has no symbol; and gives
// its date and period where these are listed and the report does not state them. said is the symbol that the user gave,
// which is never changed.
func (e *Edition) Identify(report *data.Report, said string) {
	for _, r := range e.Reports {
		if r.Symbol == "" || report.Symbol != r.Symbol && (said != "" || report.Symbol != "" || !e.titled(report.Title, r)) {
			continue
		}
		report.Symbol = r.Symbol
		if report.Date == "" {
			report.Date = r.Date
		}
		if report.Period == "" {
			report.Period = r.Period
		}
		return
	}
}

// titled tells whether a title is that of a listed report.
func (e *Edition) titled(title string, r Listed) bool {
	plain := strings.ReplaceAll(title, "'", "’")
	for _, s := range e.Series {
		if s.Key != r.Series || ordinal(title) != r.Ordinal {
			continue
		}
		for _, match := range s.Match {
			if strings.Contains(plain, strings.ReplaceAll(match, "'", "’")) {
				return true
			}
		}
	}
	return false
}

var units = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}

var tens = [][2]string{2: {"twenty", "twentieth"}, 3: {"thirty", "thirtieth"}, 4: {"forty", "fortieth"}, 5: {"fifty", "fiftieth"}, 6: {"sixty", "sixtieth"}, 7: {"seventy", "seventieth"}, 8: {"eighty", "eightieth"}, 9: {"ninety", "ninetieth"}}

// ordinalWord writes 1 to 99 as an ordinal: "Twenty-first", 二十一. A greater one is written in digits.
func ordinalWord(n int, language string) string {
	switch {
	case n < 1 || n > 99:
		return fmt.Sprint(n)
	case language == "zh":
		return han(n)
	case n < 20:
		return strings.ToUpper(units[n][:1]) + units[n][1:]
	}
	word := tens[n/10][1]
	if n%10 > 0 {
		word = tens[n/10][0] + "-" + units[n%10]
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// ordinal is the number in "twelfth report" or "第十二次报告"; 0 where there is none.
func ordinal(title string) int {
	low := strings.ToLower(title)
	for n := 99; n > 0; n-- {
		if strings.Contains(low, strings.ToLower(ordinalWord(n, "en"))+" report") || strings.Contains(title, "第"+han(n)+"次报告") {
			return n
		}
	}
	return 0
}

// han writes 1 to 99 in Han numerals.
func han(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
