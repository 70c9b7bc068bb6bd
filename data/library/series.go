package library

import (
	"encoding/json"
	"strings"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// identify names a report by the ordinal in its title, matched to the series of the built-in edition, where the report
// itself and the user name no symbol; and gives its date and period where the symbol is known.
func identify(report *data.Report, hints reading.Hints) {
	raw, err := builtin.Files.ReadFile("reports.json")
	if err != nil {
		return
	}
	var series []struct {
		Symbol, Series, Date, Period string
		SeriesEn                     string `json:"series_en"`
		Ordinal                      int
	}
	if json.Unmarshal(raw, &series) != nil {
		return
	}
	for _, r := range series {
		inSeries := strings.Contains(report.Title, r.Series) || strings.Contains(strings.ReplaceAll(report.Title, "'", "’"), r.SeriesEn)
		named := report.Symbol == r.Symbol
		if !named && !(hints.Symbol == "" && report.Symbol == "" && inSeries && ordinal(report.Title) == r.Ordinal) {
			continue
		}
		report.Symbol = r.Symbol
		if report.Date == "" {
			report.Date = r.Date
		}
		if report.Period == "" {
			report.Period = r.Period
		}
	}
}

var ordinals = []string{
	"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
	"sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
}

// ordinal is the number in "twelfth report" or "第十二次报告"; 0 where there is none.
func ordinal(title string) int {
	low := strings.ToLower(title)
	for n := len(ordinals) - 1; n > 0; n-- {
		if strings.Contains(low, ordinals[n]+" report") || strings.Contains(title, "第"+han(n)+"次报告") {
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
