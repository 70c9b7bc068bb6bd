package extraction

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A relation names a date by the report's own. Year is counted from the year of the report's period, part as in dated.
type relation struct {
	words string
	year  int
	part  string // "H1", "Q2" …; "period" is the reporting period, "before" the one before it, "close" its end, "month" the month before; "back" is a year before the date named last, "same" the same part of that year, "turn" the end of its year
}

// relations are the words of relative dates.
var relations = []relation{
	{"本报告所述期间", 0, "period"},
	{"报告所述期间", 0, "period"},
	{"本报告期内", 0, "period"},
	{"报告期内", 0, "period"},
	{"上一报告期", 0, "before"},
	{"上个报告期", 0, "before"},
	{"今年上半年", 0, "H1"},
	{"今年下半年", 0, "H2"},
	{"去年上半年", -1, "H1"},
	{"去年下半年", -1, "H2"},
	{"去年同期", -1, "same"},
	{"上年同期", -1, "same"},
	{"前一年同期", -1, "same"},
	{"过去一年", 0, ""},
	{"去年", -1, ""},
	{"上一年", -1, "back"},
	{"前一年", -1, "back"},
	{"上年", -1, "back"},
	{"一年前", -1, "back"},
	{"一年之前", -1, "back"},
	{"上一时期", 0, "before"},
	{"上一期间", 0, "before"},
	{"前一期间", 0, "before"},
	{"报告所述期间结束时", 0, "close"},
	{"报告期末", 0, "close"},
	{"报告期结束时", 0, "close"},
	{"期末", 0, "close"},
	{"年底", 0, "turn"},
	{"年末", 0, "turn"},
	{"年终", 0, "turn"},
	{"今年", 0, ""},
	{"上个月", 0, "month"},
	{"上月", 0, "month"},
	{"during the reporting period", 0, "period"},
	{"during the period under review", 0, "period"},
	{"in the reporting period", 0, "period"},
	{"over the reporting period", 0, "period"},
	{"in the period under review", 0, "period"},
	{"the previous reporting period", 0, "before"},
	{"the preceding reporting period", 0, "before"},
	{"the last reporting period", 0, "before"},
	{"the same period last year", -1, "same"},
	{"the same period of the previous year", -1, "same"},
	{"the same period the previous year", -1, "same"},
	{"the same period in the previous year", -1, "same"},
	{"in the previous year", -1, "back"},
	{"the previous year", -1, "back"},
	{"the preceding year", -1, "back"},
	{"the year before", -1, "back"},
	{"a year earlier", -1, "back"},
	{"a year before", -1, "back"},
	{"one year earlier", -1, "back"},
	{"the prior year", -1, "back"},
	{"the previous period", 0, "before"},
	{"the preceding period", 0, "before"},
	{"the prior period", 0, "before"},
	{"the end of the period", 0, "close"},
	{"the end of the reporting period", 0, "close"},
	{"the close of the period", 0, "close"},
	{"the end of the year", 0, "turn"},
	{"the year’s end", 0, "turn"},
	{"year-end", 0, "turn"},
	{"last year", -1, ""},
	{"this year", 0, ""},
	{"last month", 0, "month"},
	{"十年前", -10, ""},
	{"五年前", -5, ""},
	{"三年前", -3, ""},
	{"两年前", -2, ""},
	{"ten years ago", -10, ""},
	{"a decade ago", -10, ""},
	{"five years ago", -5, ""},
	{"three years ago", -3, ""},
	{"two years ago", -2, ""},
	{"a year ago", -1, ""},
}

// relationsBy are the relations by their first rune, the longer ones first.
var relationsBy = func() map[rune][]relation {
	by := map[rune][]relation{}
	for _, r := range relations {
		first := []rune(r.words)[0]
		by[first] = append(by[first], r)
	}
	for _, all := range by {
		slices.SortStableFunc(all, func(a, b relation) int { return len(b.words) - len(a.words) })
	}
	return by
}()

// relative reads a date that is told by the report's own: last month, 去年下半年, the first quarter.
func (e *extractor) relative(t []rune, i int) (dated, bool) {
	first := lowerRune(t[i])
	if !relationStarts(first) || e.period == "" && e.report.Date == "" || first < 0x80 && i > 0 && unicode.IsLetter(t[i-1]) {
		return dated{}, false
	}
	for _, r := range relationsBy[first] {
		n := len([]rune(r.words))
		if i+n > len(t) || !foldedSuffix(t, i+n, r.words) || r.words[0] < 0x80 && i > 0 && unicode.IsLetter(t[i-1]) {
			continue
		}
		if r.words == "前一年" && suffix(t, i, "此") { // 此前一年中: a span that tells of what is asked, not when
			continue
		}
		if term := e.related(r); term != "" && !(r.part == "turn" && t[i] == '年' && i > 0 && (t[i-1] == '年' || digit(t[i-1]))) {
			d := dated{start: i, end: i + n, term: term}
			if r.part == "back" || r.part == "same" || r.part == "turn" {
				d.from = r.part
			}
			return d, true
		}
		return dated{}, false
	}
	if strings.ContainsRune("t第上下", first) {
		return e.quarter(t, i)
	}
	return dated{}, false
}

// relationStarts tells the first rune of a relation or of a quarter.
func relationStarts(r rune) bool {
	switch r {
	case '本', '报', '上', '今', '去', '过', '前', '一', '期', '年', '十', '五', '三', '两', 'f', 'd', 't', 'h', 'i', 'o', 'a', 'l', 'y', '第', '下':
		return true
	}
	return false
}

// related is the term of a relative date.
func (e *extractor) related(r relation) string {
	year, month := e.today()
	if year == 0 {
		return ""
	}
	period := e.period
	switch r.part {
	case "period":
		return period
	case "before":
		return periodBefore(period)
	case "close":
		return fmt.Sprintf("%d-%02d", year, month)
	case "turn":
		if month < 12 {
			year--
		}
		return fmt.Sprintf("%d-12", year)
	case "same":
		return shifted(period, year-1)
	case "month":
		if month--; month == 0 {
			year, month = year-1, 12
		}
		return fmt.Sprintf("%d-%02d", year, month)
	case "", "back":
		return fmt.Sprint(year + r.year)
	}
	return fmt.Sprintf("%d-%s", year+r.year, r.part)
}

// anchored is the term of a date that the words count from the one named last: 2005 年底 … 一年前; "In 2019 …, the year
// before". It is empty where no date stands near enough before it.
func (e *extractor) anchored(t []rune, dates []dated, i int) string {
	d := dates[i]
	for j := i - 1; j >= 0 && d.start-dates[j].end < reach/2; j-- {
		from := dates[j]
		if from.from != "" || from.year == 0 && from.month == 0 && from.term == "" || e.names(t, from) {
			continue
		}
		term := e.term(t, dates, j)
		switch {
		case term == "" || strings.Contains(term, "/") && d.from == "turn":
		case d.from == "turn":
			return term[:4] + "-12"
		default:
			return yearEarlier(term)
		}
	}
	return ""
}

// shifted is a period a year earlier, the year itself where it is no period of one year.
func shifted(period string, year int) string {
	if len(period) == 7 && period[4] == '-' {
		return fmt.Sprint(year) + period[4:]
	}
	return fmt.Sprint(year)
}

// quarters are the parts of a year whose year the text leaves out or puts behind.
var quarters = []struct{ words, part string }{
	{"the first quarter", "Q1"},
	{"the second quarter", "Q2"},
	{"the third quarter", "Q3"},
	{"the fourth quarter", "Q4"},
	{"the first half of the year", "H1"},
	{"the second half of the year", "H2"},
	{"第一季度", "Q1"},
	{"第二季度", "Q2"},
	{"第三季度", "Q3"},
	{"第四季度", "Q4"},
	{"上半年", "H1"},
	{"下半年", "H2"},
}

func (e *extractor) quarter(t []rune, i int) (dated, bool) {
	for _, q := range quarters {
		n := len([]rune(q.words))
		if i+n > len(t) || !foldedSuffix(t, i+n, q.words) {
			continue
		}
		end := i + n
		year, _ := e.today()
		if prefix(t, end, " of ") && end+8 <= len(t) && isYear(t, end+4) {
			year, end = number4(t, end+4)
		}
		if year == 0 {
			return dated{}, false
		}
		return dated{start: i, end: end, year: year, part: q.part}, true
	}
	return dated{}, false
}

func isYear(t []rune, i int) bool {
	return i+4 <= len(t) && year(t[i:i+4]) && (i+4 == len(t) || !digit(t[i+4]))
}
