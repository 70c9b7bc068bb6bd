package extraction

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A dated is a date in a text. Year 0 is not stated there.
type dated struct {
	start, end       int
	year, month, day int
	part             string // "H1", "H2", "Q3", "mid", "end"
	toMonth, toDay   int    // last month or day of a span
	to               *dated // the end of a span whose ends are dates of their own
	term             string // of a date that the words tell by the report's own: last month, 去年
	from             string // how the words count it from the date named last, as in relation.part; else empty
	since            bool   // a span from here to the end of the reporting period
}

// dates finds the dates of t[from:to], in reading order.
func (e *extractor) dates(t []rune, from, to int) []dated {
	var all []dated
	for i := from; i < to; {
		d, ok := e.relative(t, i)
		if !ok && digit(t[i]) {
			d, ok = hanDate(t, i)
		}
		if !ok && t[i] < 0x80 {
			d, ok = englishDate(t, i)
		}
		if !ok {
			i++
			continue
		}
		i = max(d.end, i+1)
		d = e.spanTo(t, d)
		i = max(d.end, i)
		if n := len(all) - 1; n >= 0 && spans2(t, all[n], d) {
			end := d
			all[n].to, all[n].end, all[n].since = &end, d.end, false
			if all[n].year == 0 && d.year > 0 {
				all[n].year = d.year
				if all[n].month > d.month && d.month > 0 {
					all[n].year--
				}
			}
			continue
		}
		d.since = d.to == nil && d.term == "" && (sinceEnglish(t, d) || sinceHan(t, d))
		all = append(all, d)
	}
	return all
}

// sinceEnglish is sinceHan for English: since 2002, since the peak in 2005.
func sinceEnglish(t []rune, d dated) bool {
	if foldedSuffix(t, d.start, "since ") {
		return true
	}
	if !suffix(t, d.start, " in ") && !suffix(t, d.start, " of ") {
		return false
	}
	words := strings.Fields(strings.ToLower(string(t[max(0, d.start-40) : d.start-len(" in ")])))
	for i := len(words) - 1; i > 0 && i > len(words)-5; i-- {
		if words[i-1] == "since" {
			return words[i] == "the" || words[i] == "its" || words[i] == "their"
		}
	}
	return false
}

// sinceHan tells a date from which on things are told: 2002 年以来, 自 2004 年 10 月启动以来.
func sinceHan(t []rune, d dated) bool {
	j := skipBlank(t, d.end)
	if prefix(t, j, "以来") {
		return true
	}
	for i := j; (suffix(t, d.start, "自 ") || suffix(t, d.start, "自")) && i < len(t) && i < j+12 && !clauseEnd(t, i); i++ {
		if prefix(t, i, "以来") {
			return true
		}
	}
	return false
}

// spans2 tells whether two dates are the ends of one span: "between 11 December 2024 and 31 March 2025", 从…至….
func spans2(t []rune, from, to dated) bool {
	if from.term != "" || to.term != "" || from.to != nil || from.part != "" && to.part == "" || from.end > to.start || to.start-from.end > 10 {
		return false
	}
	link := strings.TrimSpace(string(t[from.end:to.start]))
	before := strings.TrimRight(string(t[max(0, from.start-12):from.start]), " ")
	switch link {
	case "至", "到", "–", "-", "—":
		return true
	case "to", "until", "through", "and until", "up to":
		return strings.HasSuffix(before, "rom") || strings.HasSuffix(before, "etween") || to.year > 0 && from.month > 0
	case "and":
		return strings.HasSuffix(before, "etween")
	case "和", "与":
		return strings.HasPrefix(strings.TrimLeft(string(t[to.end:min(len(t), to.end+4)]), " "), "之间") || strings.HasPrefix(strings.TrimLeft(string(t[to.end:min(len(t), to.end+4)]), " "), "期间")
	}
	return false
}

// whole numbers up to four digits, and the blanks behind.
func small(t []rune, i int) (int, int) {
	j := i
	for j < len(t) && digit(t[j]) && j-i < 5 {
		j++
	}
	n, _ := strconv.Atoi(string(t[i:j]))
	for j < len(t) && blank(t[j]) {
		j++
	}
	return n, j
}

func skipBlank(t []rune, i int) int {
	for i < len(t) && blank(t[i]) {
		i++
	}
	return i
}

// hanDate reads 2020 年 11 月 2 日, 2020 年下半年, 2019 年年中, 2020 年底, 7 月至 12 月, 8 月和 9 月, 12 月中旬.
func hanDate(t []rune, i int) (dated, bool) {
	if !digit(t[i]) || i > 0 && (digit(t[i-1]) || t[i-1] == '.') {
		return dated{}, false
	}
	if d, ok := budgetYear(t, i); ok {
		return d, true
	}
	d := dated{start: i}
	if i+10 <= len(t) && year(t[i:i+4]) && strings.ContainsRune("-–—至", t[i+4]) && year(t[i+5:i+9]) && t[skipBlank(t, i+9)%len(t)] == '年' { // 2000-2019 年
		to, end := number4(t, i+5)
		d.year, _ = number4(t, i)
		end = skipBlank(t, end) + 1
		d.to, d.end = &dated{start: i + 5, end: end, year: to}, end
		return d, to > d.year
	}
	n, j := small(t, i)
	if j < len(t) && t[j] == '年' && n >= 1900 && n <= 2100 {
		d.year = n
		j = skipBlank(t, j+1)
		d.end = j
		for _, p := range []struct{ word, part string }{{"上半年", "H1"}, {"下半年", "H2"}, {"年中", "mid"}, {"中期", "mid"}, {"年底", "end"}, {"底", "end"}, {"年末", "end"}, {"末", "end"}, {"第一季度", "Q1"}, {"第二季度", "Q2"}, {"第三季度", "Q3"}, {"第四季度", "Q4"}} {
			if prefix(t, j, p.word) {
				d.part, d.end = p.part, j+len([]rune(p.word))
				return d, true
			}
		}
		if j >= len(t) || !digit(t[j]) {
			return d, true
		}
		n, j = small(t, j)
	}
	if j >= len(t) || t[j] != '月' || n < 1 || n > 12 {
		return d, d.year > 0
	}
	d.month = n
	d.end = j + 1
	j = skipBlank(t, j+1)
	if j < len(t) && digit(t[j]) {
		if day, k := small(t, j); k < len(t) && t[k] == '日' && day <= 31 {
			d.day, d.end = day, k+1
			for _, l := range []string{"至", "到", "-"} { // 10 日至 27 日
				if j := skipBlank(t, k+1); prefix(t, j, l) {
					if to, end := small(t, skipBlank(t, j+1)); end < len(t) && t[end] == '日' && to > day && to <= 31 {
						d.toDay, d.end = to, end+1
					}
				}
			}
			return d, true
		}
	}
	for _, l := range []string{"至", "到", "和", "-", "、"} {
		if prefix(t, j, l) {
			k := skipBlank(t, j+1)
			if k < len(t) && digit(t[k]) {
				if to, end := small(t, k); end < len(t) && t[end] == '月' && to <= 12 {
					d.toMonth, d.end = to, end+1
				}
			}
		}
	}
	return d, true
}

// budgetYear reads 2024/25 and 2024-2025 with a word for a financial year: a year that runs over the turn of two.
func budgetYear(t []rune, i int) (dated, bool) {
	if i+7 > len(t) || !year(t[i:i+4]) || t[i+4] != '/' || i > 0 && (unicode.IsLetter(t[i-1]) && t[i-1] < 0x2000 || t[i-1] == '/') {
		return dated{}, false
	}
	from, _ := number4(t, i)
	j := i + 5
	for j < len(t) && digit(t[j]) {
		j++
	}
	to, _ := strconv.Atoi(string(t[i+5 : j]))
	if j-i == 7 && to == (from+1)%100 || j-i == 9 && to == from+1 {
		return dated{start: i, end: j, year: from, term: fmt.Sprintf("%d/%d", from, from+1)}, true
	}
	return dated{}, false
}

// englishDate reads 14 October 2020, October 2020, July to December 2020, mid-2019, the end of 2020, the second half of 2020.
func englishDate(t []rune, i int) (dated, bool) {
	if i > 0 && (unicode.IsLetter(t[i-1]) || digit(t[i-1])) {
		return dated{}, false
	}
	d := dated{start: i, end: i}
	switch {
	case prefix(t, i, "mid-") && i+8 <= len(t) && year(t[i+4:i+8]):
		d.year, d.end = number4(t, i+4)
		d.part = "mid"
		return d, true
	case prefix(t, i, "mid-"):
		i += 4
	}
	for _, p := range []struct{ word, part string }{{"the end of ", "end"}, {"end of ", "end"}, {"late ", "end"}, {"first half of ", "H1"}, {"second half of ", "H2"}} {
		if prefix(t, i, p.word) {
			if k := i + len(p.word); k+4 <= len(t) && year(t[k:k+4]) {
				d.part = p.part
				d.year, d.end = number4(t, k)
				return d, true
			}
		}
	}
	j := i
	if j < len(t) && digit(t[j]) {
		if j+4 <= len(t) && year(t[j:j+4]) && (j+4 == len(t) || !digit(t[j+4])) && (suffix(t, i, "in ") || suffix(t, i, "In ") || foldedSuffix(t, i, "during ") || foldedSuffix(t, i, "by ") || foldedSuffix(t, i, "compared with ") || foldedSuffix(t, i, "compared to ") || suffix(t, i, "ince ") || suffix(t, i, "to ") || suffix(t, i, "of ") || suffix(t, i, "for ") || suffix(t, i, "than ") || ofNumber(t, i) || season(t, i) || suffix(t, i, "etween ") || suffix(t, i, "rom ") || suffix(t, i, "and ") && i > 9 && year(t[i-9:i-5])) {
			d.year, d.end = number4(t, j)
			return d, true
		}
		day, k := small(t, j)
		if k == j || day > 31 {
			return d, false
		}
		for _, l := range []string{"and ", "to ", "–", "-"} { // 8 and 9 October
			if prefix(t, k, l) {
				if to, after := small(t, skipBlank(t, k+len([]rune(l)))); to > day && to <= 31 {
					d.toDay, k = to, after
				}
			}
		}
		w, _ := wordAt(t, k)
		if englishMonths[w] == 0 && shortMonths[w] == 0 {
			return d, false
		}
		d.day, j = day, k
	}
	if j >= len(t) || !unicode.IsUpper(t[j]) {
		return d, false
	}
	w, k := wordAt(t, j)
	if d.month = englishMonths[w]; d.month == 0 && d.day > 0 {
		d.month = shortMonths[w]
	}
	if d.month == 0 {
		return d, false
	}
	if w == "may" && d.day == 0 && !monthFollows(t, k) && !(suffix(t, j, "in ") || suffix(t, j, "In ") || suffix(t, j, "of ")) {
		return d, false
	}
	d.end = k
	for _, l := range []string{" to ", " and ", "–", "-"} {
		if prefix(t, k, l) {
			if to, end := wordAt(t, k+len([]rune(l))); englishMonths[to] > 0 {
				d.toMonth, d.end, k = englishMonths[to], end, end
			}
		}
	}
	if k+5 <= len(t) && t[k] == ' ' && year(t[k+1:k+5]) {
		d.year, d.end = number4(t, k+1)
	}
	return d, true
}

// shortMonths are months as they are cut short behind a day: 4 Jun 2020.
var shortMonths = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// monthFollows tells whether a list goes on with another month: May, June and July.
func monthFollows(t []rune, k int) bool {
	for _, l := range []string{", ", " and "} {
		if prefix(t, k, l) {
			next, _ := wordAt(t, min(k+len(l), len(t)-1))
			return englishMonths[next] > 0
		}
	}
	return false
}

// ofNumber tells a year in brackets that dates the number before or behind it: 3.2 million (2010), 45 per cent (2022: 38).
func ofNumber(t []rune, i int) bool {
	if i < 3 || t[i-1] != '(' || !blank(t[i-2]) || runeAt(t, i+4) != ')' && runeAt(t, i+4) != ':' {
		return false
	}
	words := strings.Fields(string(t[max(0, i-40) : i-2]))
	for n := len(words) - 1; n >= 0 && n > len(words)-4; n-- { // 4 million tons (2020)
		switch w := words[n]; {
		case strings.ContainsAny(w, "0123456789"):
			return !strings.Contains(w, "/") && (n == 0 || !strings.HasPrefix(strings.ToLower(words[n-1]), "resolution"))
		case !unicode.IsLower([]rune(w)[0]):
			return false
		}
	}
	return false
}

// season tells a year that stands as an adjective before what it dates: the 2022 harvest.
func season(t []rune, i int) bool {
	if !suffix(t, i, "the ") && !suffix(t, i, "The ") || !blank(runeAt(t, i+4)) {
		return false
	}
	switch w, _ := wordAt(t, i+5); w {
	case "crop", "crops", "harvest", "harvests", "season", "growing", "planting", "yield", "figure", "level", "total":
		return true
	}
	return planned(t, dated{start: i, end: i + 4, year: 1})
}

func number4(t []rune, i int) (int, int) {
	n, _ := strconv.Atoi(string(t[i : i+4]))
	return n, i + 4
}

// sentenceBefore tells whether a place lies in the sentence right before another.
func (e *extractor) sentenceBefore(t []rune, sentence [2]int, at int) bool {
	for i := at; i < sentence[0]-2; i++ {
		if sentenceEnd(t, i) {
			return false
		}
	}
	return sentence[0]-at < reach
}

// opens tells whether a sentence begins at t[i], "In" and the like aside.
func opens(t []rune, i int) bool {
	for _, w := range []string{"In ", "On ", "截至 ", "截至", "As at ", "As of ", "By ", "At ", "During ", "Between ", "From ", "于 ", "在 ", "在"} {
		if suffix(t, i, w) {
			i -= len([]rune(w))
			break
		}
	}
	for i > 0 && blank(t[i-1]) {
		i--
	}
	return i == 0 || sentenceEnd(t, i-1)
}

// term writes a date as DESIGN's terms do. A month without a year is the last one that is not after the period's end.
func (e *extractor) term(t []rune, dates []dated, i int) string {
	d := dates[i]
	if d.from != "" {
		if term := e.anchored(t, dates, i); term != "" {
			return term
		}
	}
	if d.term != "" {
		return d.term
	}
	if d.since {
		first := d
		first.since = false
		from, to := e.term(t, []dated{first}, 0), e.end(d)
		if from == "" || to == "" || from >= to {
			return from
		}
		return from + "/" + to
	}
	if d.year == 0 {
		if d.year = yearTold(t, dates, i); d.year == 0 {
			d.year = e.yearOf(d.month, ahead(t, d))
		}
		if d.year == 0 {
			return ""
		}
	}
	if d.to != nil {
		first := d
		first.to = nil
		from, to := e.term(t, []dated{first}, 0), e.term(t, []dated{*d.to}, 0)
		if from == "" || to == "" || from == to {
			return to
		}
		return from + "/" + to
	}
	switch {
	case d.part == "end":
		return fmt.Sprintf("%d-12", d.year)
	case d.part != "":
		return fmt.Sprintf("%d-%s", d.year, d.part)
	case d.toMonth > 0:
		return fmt.Sprintf("%d-%02d/%d-%02d", d.year, d.month, d.year, d.toMonth)
	case d.toDay > 0:
		return fmt.Sprintf("%d-%02d-%02d/%d-%02d-%02d", d.year, d.month, d.day, d.year, d.month, d.toDay)
	case d.day > 0:
		return fmt.Sprintf("%d-%02d-%02d", d.year, d.month, d.day)
	case d.month > 0:
		return fmt.Sprintf("%d-%02d", d.year, d.month)
	}
	return strconv.Itoa(d.year)
}

// yearTold is the year of the date that stands before a yearless month in its sentence and is no later in the year: the vote of
// 3 March 2019 …, followed in May by protests; 0 where none does.
func yearTold(t []rune, dates []dated, i int) int {
	d := dates[i]
	for j := i - 1; j >= 0 && d.start-dates[j].end < reach; j-- {
		from := dates[j]
		if from.year == 0 || from.month == 0 || from.to != nil || from.term != "" {
			continue
		}
		for k := from.end; k < d.start; k++ {
			if sentenceEnd(t, k) {
				return 0
			}
		}
		if d.month >= from.month {
			return from.year
		}
		return 0
	}
	return 0
}

// ahead tells whether the sentence in which a date stands tells of what is to come: its verb is in the future, or it
// authorizes money for a period.
func ahead(t []rune, d dated) bool {
	from, to := d.start, d.end
	for from > 0 && from > d.start-reach/2 && !sentenceEnd(t, from-1) {
		from--
	}
	for to < len(t) && to < d.end+reach/4 && !sentenceEnd(t, to) {
		to++
	}
	words := string(t[from:to])
	return holdsAny(words, " will ", " would ", " shall ", " is due ", " are due ", "expected to", "scheduled", "authorize ", "appropriate ", "将", "预计", "定于", "拟于", "计划于")
}

// yearOf is the year of a yearless month: the last such month not after the end of the reporting period, or the date; the
// next one where the text looks ahead.
func (e *extractor) yearOf(month int, ahead bool) int {
	year, last := e.today()
	if year == 0 { // the symbol's year, as if the document were of its middle: S/2099/7, E/2099/80
		for _, part := range strings.Split(e.report.Symbol, "/") {
			if n, err := strconv.Atoi(part); err == nil && n > 1900 && n < 2200 {
				year, last = n, 6
			}
		}
	}
	if year > 0 && month > last && !ahead {
		year--
	}
	return year
}
