package extraction

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// Times that the words tell and no date can be read from, and dates that are another thing's than the figure's.

// spansBack tells of a time that reaches back from the report by an unknown or a long while, or is another period's: a figure
// of it is none of the report's own day. The rules for Chinese are in hanSpansBack.
var spansBack = regexp.MustCompile(`(?i)\b(?:(?:over|in|during|within|for|throughout|across) the (?:past|last|previous|preceding|prior) (?:(?:few|several|two|three|four|five|ten|twenty|\d+) )?(?:decades?|years|century|(?:reporting )?period)|in recent (?:years|decades)|(?:\w+ )?(?:years|decades) (?:after|before|since) )`)

var hanSpansBack = regexp.MustCompile(`过去(?:的)?(?:[几数两三四五六七八九十]|\d+)+(?: )?(?:多)?(?:个)?年|近年来?|近(?:[几数两三五]|十)+年来?|几十年来|多年来|上一个?(?:报告)?期|上个报告期|前一期间|(?:[几数两三四五六七八九十]|\d+ ?)年(?:多)?(?:之|以)?后`)

// anchors tells of a thing with a date of its own, before or long after which the figure is: two years after the accord of
// 2015, ahead of the vote of December 2020.
var anchors = regexp.MustCompile(`(?i)\b(?:(?:years?|decades?) (?:after|before|since|prior to|following)|ahead of|in the run-up to|in advance of|in preparation for) [^,;:]*$`)

var hanAnchors = regexp.MustCompile(`^[^，。；：、]{2,20}(?:前夕|之前|以前|前，|(?:[几数两三四五六七八九十]|\d+ ?)年(?:之|以)?[前后])`)

// anchorOnly tells a date that is that of a thing, from which the figure's own time is only counted.
func anchorOnly(t []rune, d dated) bool {
	from := max(0, d.start-70)
	for i := d.start - 1; i >= from; i-- {
		if clauseEnd(t, i) {
			from = i + 1
			break
		}
	}
	before := string(t[from:d.start])
	if holdsAny(before, "years ", "year ", "decade", "head of", "run-up", "advance of", "preparation for") && anchors.MatchString(before) {
		return true
	}
	behind := string(t[d.end:min(len(t), d.end+26)])
	return holdsAny(behind, "前", "后") && hanAnchors.MatchString(behind)
}

// timeUnread tells whether the clause of a mention, or the opening of its sentence, tells of a time that the rules cannot date,
// or its clause of a year to come that something is to be reached by.
func (e *extractor) timeUnread(f *data.Figure, t []rune, m mention, dates []dated, sc scope) bool {
	if holdsAny(e.lower(f.Sentence), "年", "期", "years", "decade", "century", "period") {
		tells := spansBack
		if f.Language == "zh" {
			tells = hanSpansBack
		}
		if tells.MatchString(string(t[sc.clause[0]:min(sc.clause[1], m.numEnd+reach)])) || tells.MatchString(string(t[sc.sentence[0]:min(sc.clause[0], sc.sentence[0]+48)])) {
			return true
		}
	}
	for _, d := range dates {
		if d.start >= sc.clause[0] && d.end <= sc.clause[1] && d.month == 0 && d.to == nil && d.term == "" && (foldedSuffix(t, d.start, "by ") || suffix(t, unblanked(t, d.start), "到")) && e.future(t, d, f.Language) {
			return true
		}
	}
	return false
}

// relativeClause tells the date that a clause of its own goes on to tell of: compared with 2018, when 120 attacks were recorded.
func relativeClause(t []rune, m mention, d dated) bool {
	if d.end > m.start || m.start-d.end > 90 || d.end+6 > len(t) {
		return false
	}
	rest := strings.TrimPrefix(string(t[d.end:m.start]), ",")
	return (strings.HasPrefix(rest, " when ") || strings.HasPrefix(rest, " in which ") || strings.HasPrefix(rest, " during which ")) && !strings.ContainsAny(rest, ",;:")
}

// both is the term of a date, with the year before it where a sentence tells of two years as one: in 2018 and 2019.
func (e *extractor) both(t []rune, dates []dated, i int, sentence string) string {
	d, term := dates[i], e.term(t, dates, i)
	if len(term) != len("2099") || d.from != "" || d.term != "" || holdsAny(sentence, "respectively", "分别", "both", "each", "均", "各") {
		return term
	}
	if from := listedYear(t, d); from < d.start {
		if before, _ := number4(t, from); before+1 == d.year && (foldedSuffix(t, from, "in ") || foldedSuffix(t, from, "during ") || unicode.Is(unicode.Han, runeAt(t, d.end-1))) {
			return fmt.Sprintf("%d/%s", before, term)
		}
	}
	return term
}

// monthsTo matches the length of a span of months before the date of its last: in the six months to June 2020, in the year
// ended June 2020.
var monthsTo = regexp.MustCompile(`(?i)\b(?:(?:the|a) )?(?:(?:past|last|first) )?(?:(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)[ -])?(months?|quarter|year)(?:-period| period)? (?:to|ending|ended|ending in|ended in|up to|through|until)(?: the end of)? $`)

// hanMonthsTo matches it behind the date: 截至 2020 年 6 月的六个月.
var hanMonthsTo = regexp.MustCompile(`^ ?(?:底|末)?(?:为止|止)?的(?:过去|前)? ?(\d{1,2}|[两三四五六七八九十]|十[一二])? ?(个月|半年|一年)`)

var smallNumbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
	"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
}

// spanTo makes of a month the span of which it is the last, where the words say so.
func (e *extractor) spanTo(t []rune, d dated) dated {
	if d.month == 0 || d.to != nil || d.toMonth > 0 || d.term != "" {
		return d
	}
	months, start, end := 0, d.start, d.end
	if before := string(t[max(0, d.start-50):d.start]); holdsAny(before, "month", "year", "quarter") {
		if at := monthsTo.FindStringSubmatchIndex(before); at != nil {
			number := ""
			if at[2] >= 0 {
				number = before[at[2]:at[3]]
			}
			months, start = monthsOf(number, before[at[4]:at[5]]), d.start-len([]rune(before[at[0]:]))
		}
	}
	if suffix(t, d.start, "截至") || suffix(t, d.start, "截至 ") {
		behind := string(t[d.end:min(len(t), d.end+16)])
		if at := hanMonthsTo.FindStringSubmatchIndex(behind); at != nil {
			number := ""
			if at[2] >= 0 {
				number = behind[at[2]:at[3]]
			}
			months, end = monthsOf(number, behind[at[4]:at[5]]), d.end+len([]rune(behind[:at[1]]))
		}
	}
	if months < 2 {
		return d
	}
	year := d.year
	if year == 0 {
		if year = e.yearOf(d.month, ahead(t, d)); year == 0 {
			return d
		}
	}
	first := 12*year + d.month - months
	d.start, d.end = start, end
	d.term = fmt.Sprintf("%d-%02d/%d-%02d", first/12, first%12+1, year, d.month)
	return d
}

// monthsOf is how many months a number and its unit are; 0 where a number is lacking that the unit needs.
func monthsOf(number, unit string) int {
	n := smallNumbers[strings.ToLower(number)]
	if n == 0 {
		n, _ = strconv.Atoi(number)
	}
	switch unit {
	case "year", "一年":
		return 12
	case "quarter":
		return 3
	case "半年":
		return 6
	}
	return n
}
