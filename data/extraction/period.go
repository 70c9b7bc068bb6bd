package extraction

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"figurebook.org/figurebook/data"
)

// periodBefore is the period before one, of the same length: that of the report before in a series. It is empty where a
// series of such periods is not known.
func periodBefore(period string) string {
	year, err := strconv.Atoi(period[:min(4, len(period))])
	if err != nil || len(period) < 4 {
		return ""
	}
	from, to, span := strings.Cut(period, "/")
	switch {
	case len(period) == 4, span && len(from) == 4 && len(to) == 4, span && wholeYear(from, to): // 2019, 2022/2023, 2022-07/2023-06
		return yearEarlier(period)
	case len(period) != 7 || period[4] != '-':
		return ""
	}
	switch period[5:] {
	case "H2":
		return fmt.Sprintf("%d-H1", year)
	case "H1":
		return fmt.Sprintf("%d-H2", year-1)
	case "Q1":
		return fmt.Sprintf("%d-Q4", year-1)
	case "Q2", "Q3", "Q4":
		return fmt.Sprintf("%d-Q%c", year, period[6]-1)
	}
	return ""
}

// wholeYear tells whether a span of months, or of days, is a year long: 2022-07 to 2023-06.
func wholeYear(from, to string) bool {
	if len(from) < 7 || len(to) < 7 {
		return false
	}
	year, month := periodEnd(from)
	last, end := periodEnd(to)
	return last*12+end-year*12-month == 11
}

// years are the years of a term.
var years = regexp.MustCompile(`\b(19|20)\d\d\b`)

// yearEarlier is a term with each of its years one less: "2005-12" gives "2004-12".
func yearEarlier(term string) string {
	return years.ReplaceAllStringFunc(term, func(y string) string {
		n, _ := strconv.Atoi(y)
		return strconv.Itoa(n - 1)
	})
}

// titleYear is how titles name the year that a report covers: "… action for children, 2019", "activities in 2019", 2019 年的活动.
var titleYear = regexp.MustCompile(`(?:, | in | for | during |年度?报告，?|^)((?:19|20)\d\d)(?:$| [A-Z]| 年|年|[,:;])|((?:19|20)\d\d) ?年(?:年度|度)?(?:报告|综述|回顾|年报|总结|概览)|(?i:annual report|year in review|yearbook),? ((?:19|20)\d\d)\b`)

// reportYear is how the title of a yearly report names its year, which tells it where no date does: "Trends report 2015".
var reportYear = regexp.MustCompile(`(?i)(?:report|trends|survey|outlook|review|displacement in) ((?:19|20)\d\d)\b|((?:19|20)\d\d) ?年(?:年度|度)?(?:报告|综述|回顾|年报|总结|概览)`)

// covered is the period that a report covers: its own, or the year that its title names, where that is no later than its
// date and at most three years before it.
func covered(r *data.Report) string {
	if r.Period != "" {
		return r.Period
	}
	words := strings.Join(strings.Fields(r.Title), " ")
	if r.Date == "" {
		return group(reportYear.FindStringSubmatch(words))
	}
	year := group(titleYear.FindStringSubmatch(words))
	of, _ := strconv.Atoi(year)
	dated, _ := strconv.Atoi(r.Date[:min(4, len(r.Date))])
	if of > dated || of < dated-3 {
		return ""
	}
	return year
}

// titled is the span of time that a report's title names, with its year, as weekly and quarterly reports do: "Situation
// report: 4 - 10 June 2007". It is empty where the title names none, or several, or one that ends after the report's date.
func (e *extractor) titled() string {
	t := fold([]rune(strings.Join(strings.Fields(e.report.Title), " ")))
	term := ""
	for _, d := range e.dates(t, 0, len(t)) {
		last := d
		if d.to != nil {
			last = *d.to
		}
		if last.year == 0 || last.month == 0 || last.term != "" || d.to == nil && d.toMonth == 0 && d.toDay == 0 {
			continue
		}
		if term != "" {
			return ""
		}
		term = e.term(t, []dated{d}, 0)
	}
	_, end, _ := strings.Cut(term, "/")
	if n := min(len(end), len(e.report.Date)); n > 0 && end[:n] > e.report.Date[:n] {
		return ""
	}
	return term
}

// group is the part of a match that a bracketed part of its expression holds; empty where there is none.
func group(match []string) string {
	for i, part := range match {
		if i > 0 && part != "" {
			return part
		}
	}
	return ""
}

// halfYear is a half-year with its first and last day, as reports print the period that they cover.
func halfYear(period string) string {
	if len(period) != 7 || period[5] != 'H' {
		return ""
	}
	if period[6] == '1' {
		return period[:4] + "-01-01/" + period[:4] + "-06-30"
	}
	return period[:4] + "-07-01/" + period[:4] + "-12-31"
}

// periodEnd is the last year and month of a period term: "2020-H2" gives 2020, 12.
func periodEnd(period string) (year, month int) {
	if at := strings.LastIndex(period, "/"); at >= 0 {
		period = period[at+1:]
	}
	if len(period) < 4 {
		return 0, 0
	}
	year, _ = strconv.Atoi(period[:4])
	month = 12
	switch {
	case strings.HasSuffix(period, "H1"):
		month = 6
	case strings.Contains(period, "-Q"):
		month = 3 * int(period[len(period)-1]-'0')
	case len(period) >= 7:
		if n, err := strconv.Atoi(period[5:7]); err == nil {
			month = n
		}
	}
	return year, month
}

// today is the last year and month that a report can tell of: the end of its period, or its date.
func (e *extractor) today() (year, month int) {
	if year, month = periodEnd(e.period); year > 0 {
		return year, month
	}
	if len(e.report.Date) >= 4 {
		return periodEnd(e.report.Date)
	}
	return 0, 0
}

// end writes the end of a span that runs from a date to the end of what the report covers, as finely as the date.
func (e *extractor) end(d dated) string {
	year, month := e.today()
	switch {
	case year == 0:
		return ""
	case d.month == 0:
		return strconv.Itoa(year)
	}
	return fmt.Sprintf("%d-%02d", year, month)
}
