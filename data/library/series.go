package library

import (
	"encoding/json"
	"strings"
	"sync"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// listed is a report of the series that the built-in edition knows by name; an empty date or period is unknown.
type listed struct {
	Symbol, Series, Date, Period string
	SeriesEn                     string `json:"series_en"`
	Ordinal                      int
}

// seriesReports is the list of the series.
var seriesReports = sync.OnceValue(func() []listed {
	var all []listed
	raw, err := builtin.Files.ReadFile("reports.json")
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}
	if err != nil {
		panic("reports.json: " + err.Error()) // it is part of the program
	}
	return all
})

// identify names a report by the ordinal in its title, matched to the series of the built-in edition, where the report
// itself and the user name no symbol; and gives its date and period where the symbol is known.
func identify(report *data.Report, hints reading.Hints) {
	for _, r := range seriesReports() {
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
