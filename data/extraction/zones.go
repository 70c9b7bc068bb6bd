package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/extraction/numeral"
)

var englishMonths = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}

// references are the words before a number that names a part of a document, a step of a scale or a thing in a series.
var references = wordSet(`resolution resolutions para paras paragraph paragraphs article articles annex annexes chapter chapters section sections part table tables
	figure figures box boxes page pages p pp no nos number rule rules regulation regulations vol volume goal goals target targets phase phases footnote footnotes
	item items indicator indicators outcome output outputs objective recommendation recommendations commitment decision decisions schedule appendix lot
	route routes road highway kilometre-marker marker camp category categories level levels tier grade grades stage sector zone room building block gate pillar
	scenario option step track tranche act chap sect circular bulletin directive protocol convention communication case-no principle session
	age ages aged flight version iso boeing airbus`)

var modals = wordSet("may might could would will should can")

// hanReferences are their like in Chinese.
var hanReferences = []string{"第", "附件", "图", "表", "目标", "具体目标", "指标", "决议", "附录", "规则", "专栏", "方框", "议程项目", "编号", "号码", "北纬", "南纬", "东经", "西经"}

// hanWordTails stand behind a Han numeral that makes a word with it: 一些, 两国, 一旦.
const hanWordTails = "些旦般样直致再切度定面方向系带同贯律心道流半时共旁边概国侧性体角岸者岛星散"

// excluded is the reason for which a number counts nothing, by what stands around it; empty where it may count.
func (s *scanner) excluded(n number) string {
	t := s.t
	for _, m := range s.marks {
		if n.start >= m.Start && n.start < m.End {
			return "footnote_mark"
		}
	}
	before, after := runeAt(t, n.start-1), runeAt(t, n.end)
	j := n.end
	for j < len(t) && blank(t[j]) {
		j++
	}
	next := runeAt(t, j)
	if s.event(n, j) || s.odds(n) || s.inName(n) {
		return "name"
	}
	if n.words {
		return s.excludedWord(n, before, next, j)
	}
	if reason := s.excludedDigits(n, before, after); reason != "" {
		return reason
	}
	if reason := s.calendar(n, before, next, j); reason != "" {
		return reason
	}
	if s.bodyNumber(n, j) || s.sanctionsList(n, j) {
		return "name"
	}
	if reason := s.reference(n); reason != "" || !s.malformed(n) {
		return reason
	}
	return "malformed"
}

// inTen tells the round number of which a range before it is a share: three to four in ten.
func (s *scanner) inTen(n number, start int) bool {
	t := s.t
	if v := n.value; v.Cmp(whole(10)) != 0 && v.Cmp(whole(100)) != 0 && v.Cmp(whole(1000)) != 0 || !suffix(t, start, " in") {
		return false
	}
	end := start - len(" in")
	for i := max(0, end-8); i < end; i++ {
		if i > 0 && unicode.IsLetter(t[i-1]) {
			continue
		}
		if part, ok := numeralAt(t, i); ok && part.end == end && part.low == nil && part.value.Cmp(n.value) < 0 {
			return true
		}
	}
	return false
}

// bodyNumber tells the number that names one body or weapon: the 1540 Committee, 1540 委员会, 7.62 毫米子弹.
func (s *scanner) bodyNumber(n number, j int) bool {
	t := s.t
	if n.grouped || n.value.Cmp(whole(1)) == 0 {
		return false
	}
	if prefix(t, j, "委员会") && n.end-n.start >= 3 {
		return true
	}
	if prefix(t, j, "毫米") {
		for _, w := range []string{"子弹", "弹", "口径", "炮", "机枪", "步枪", "手枪", "迫击", "榴弹", "火箭", "狙击"} {
			if prefix(t, j+2, w) {
				return true
			}
		}
	}
	if j >= len(t) || !unicode.IsUpper(t[j]) {
		return false
	}
	switch w, end := wordAt(t, j); w {
	case "committee", "group", "panel", "commission", "brigade", "division", "battalion", "regiment", "corps", "movement", "initiative", "agenda", "protocol", "convention", "platform", "coalition":
		if h, _ := s.hedgeBefore(n.start); h.word != "" {
			return false
		}
		_, noun := s.words.Units.At(t, min(past(t, end), len(t)-1)) // 12 Coalition soldiers
		return noun == 0
	}
	return false
}

// runeAt is the rune at i; a blank beyond the text.
func runeAt(t []rune, i int) rune {
	if i < 0 || i >= len(t) {
		return ' '
	}
	return t[i]
}

func latin(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// excludedDigits tells digits that are part of something longer: a symbol, a name, a resolution's number and year, a time of
// day, a place on the map.
func (s *scanner) excludedDigits(n number, before, after rune) string {
	t := s.t
	switch {
	case before == '/' && n.start > 1 && !unicode.Is(unicode.Han, t[n.start-2]) || before == '_' || before == '#', before == '.' && n.start > 1 && (digit(t[n.start-2]) || latin(t[n.start-2])),
		after == '/' && latinOrDigit(runeAt(t, n.end+1)) && !s.rate(n.end), after == '_':
		return "symbol"
	case after == '.' && digit(runeAt(t, n.end+1)): // 5.6.1
		return "symbol"
	case before == '+' && !unicode.Is(unicode.Han, runeAt(t, n.start-2)) && digit(runeAt(t, n.start-2)), after == '+' && digit(runeAt(t, n.end+1)):
		return "name" // 5+5
	case before == '-' && n.start > 1 && (latin(t[n.start-2]) || digit(t[n.start-2])):
		return s.behindHyphen(n)
	case before == '-' && n.start > 1 && unicode.Is(unicode.Han, t[n.start-2]) && s.minus(n.start) == n.start: // 米-17
		return "name"
	case marginSign(t, n.start), before == '-' && strings.ContainsRune("$€£", runeAt(t, n.start-2)):
		return "name"
	case suffix(t, unblanked(t, n.start), "magnitude of"), suffix(t, unblanked(t, n.start), "magnitude"): // of an earthquake
		return "no_unit"
	case before == '^', after == '^', n.start > 3 && blank(before) && (t[n.start-2] == 'x' || t[n.start-2] == '×') && blank(t[n.start-3]) && digit(t[n.start-4]): // 10^6, 3 x 100
		return "symbol"
	case blank(after) && runeAt(t, n.end+1) == 'm' && blank(runeAt(t, n.end+2)) && unicode.IsLower(runeAt(t, n.end+3)): // 1.2 m cases
		if w, _ := wordAt(t, n.end+3); !stopWords[w] {
			return "name"
		}
	case latin(before) && before != '$', blank(after) && (runeAt(t, n.end+1) == 'x' || runeAt(t, n.end+1) == '×') && blank(runeAt(t, n.end+2)) && digit(runeAt(t, n.end+3)): // 7.62 x 39 mm
		return "name"
	case (after == '°' || after == 'º') && runeAt(t, n.end+1) != 'C' && runeAt(t, n.end+1) != 'F', (before == '°' || before == '′' || before == '\'') && n.start > 1 && (digit(t[n.start-2]) || before == '°'):
		return "coordinate"
	case after == ':' && digit(runeAt(t, n.end+1)), before == ':' && digit(runeAt(t, n.start-2)):
		return "time_of_day"
	case latin(after) && !s.glued(n.end):
		if ordinalEnding(t, n.end) {
			return "ordinal_or_age"
		}
		return "name"
	case !n.grouped && after == '(' && yearIn(t, n.end), !n.grouped && blank(after) && runeAt(t, n.end+1) == '(' && yearIn(t, n.end+1), before == '(' && after == ')' && year(t[n.start:n.end]):
		return "resolution"
	case s.denominator(n):
		return "rate"
	}
	return ""
}

func latinOrDigit(r rune) bool { return latin(r) || digit(r) }

// rate tells whether a stroke at i parts a unit: 3/day; 12/15 is a symbol.
func (s *scanner) rate(i int) bool {
	w, _ := wordAt(s.t, i+1)
	return w == "day" || w == "year" || w == "month" || w == "person"
}

// behindHyphen tells a name (AK-47) from the second end of a range of numbers (20-64), which stands behind a number.
func (s *scanner) behindHyphen(n number) string {
	if year(s.t[n.start:n.end]) {
		return "date"
	}
	return "name"
}

// ordinalEnding tells 1st, 2nd, 3rd, 4th.
func ordinalEnding(t []rune, i int) bool {
	w, end := wordAt(t, i)
	return end == i+2 && (w == "st" || w == "nd" || w == "rd" || w == "th")
}

// glued tells whether letters at once behind a number are its unit: 25km.
func (s *scanner) glued(i int) bool {
	_, n := s.words.Units.At(s.t, i)
	return n > 0 && (i+n == len(s.t) || !latin(s.t[i+n]))
}

// yearIn tells whether a year in brackets begins at t[i]: (2015).
func yearIn(t []rune, i int) bool {
	return i+5 < len(t) && t[i] == '(' && t[i+5] == ')' && year(t[i+1:i+5])
}

// calendar tells parts of dates, years, ages and ordinals.
func (s *scanner) calendar(n number, before, next rune, j int) string {
	t := s.t
	short := n.end-n.start <= 2
	switch {
	case next == '月' || next == '日' && !prefix(t, j, "日元") && !prefix(t, j, "日圆") || next == '号' && before != ' ' || next == '届' || next == '段' || next == '页' || next == '条' && unicode.IsPunct(before) && !s.threads(n, j):
		return "date"
	case prefix(t, j, "世纪"), prefix(t, j, "年代"):
		return "date"
	case next == '号' && n.end-n.start < 5:
		return "date"
	case next == '年' && prefix(t, j, "年度") || next == '年' && n.end-n.start == 4 && !n.grouped:
		return "date"
	case prefix(t, j, "周年"), next == '岁' && !strings.Contains(string(t[max(0, n.start-24):n.start]), "寿命"), prefix(t, j, "years of age"), prefix(t, j, "years old"), prefix(t, j, "-year-old"), prefix(t, j, "year-old"):
		return "ordinal_or_age"
	case n.end-n.start == 4 && !n.grouped && year(t[n.start:n.end]) && !strings.ContainsRune("人名个次%例多余", next) && before != '$' && runeAt(t, n.start-2) != '$' && !s.countsYear(j):
		return "date"
	}
	if short && s.dayOfMonth(n) {
		return "date"
	}
	return ""
}

// threads tells 条 that counts things from the one that numbers articles: 3 500 条毛毯, 第三、5 条.
func (s *scanner) threads(n number, j int) bool {
	if n.grouped {
		return true
	}
	if j+1 >= len(s.t) {
		return false
	}
	_, noun := s.words.Nouns.At(s.t, j+1)
	return noun > 1
}

// countsYear tells whether a number that looks like a year is followed by a known noun at once: 2000 people.
func (s *scanner) countsYear(j int) bool {
	if j >= len(s.t) || !unicode.IsLower(s.t[j]) {
		return false
	}
	name, n := s.words.Units.At(s.t, j)
	if n > 2 && name == "person" {
		return true
	}
	word, _ := wordAt(s.t, j)
	return prefix(s.t, unblanked(s.t, j)-4, "21") && plural(word) // 2108 contracts
}

// dayOfMonth tells a day: 9 May, May 9, and the first of "4 and 6 March", "11, 16 and 17 December", "18 to 20 February".
func (s *scanner) dayOfMonth(n number) bool {
	t := s.t
	if w := wordBefore(t, n.start); englishMonths[strings.ToLower(w)] > 0 && unicode.IsUpper([]rune(w)[0]) && !s.monthEnds(n) {
		return true
	}
	j := n.end
	for range 8 {
		for j < len(t) && blank(t[j]) {
			j++
		}
		w, end := wordAt(t, min(j, len(t)-1))
		switch {
		case j >= len(t):
			return false
		case englishMonths[w] > 0 && unicode.IsUpper(t[j]):
			return true
		case w == "and" || w == "to":
			j = end
		case t[j] == ',' || t[j] == '-' || t[j] == '–':
			j++
		case digit(t[j]):
			k := j
			for k < len(t) && digit(t[k]) {
				k++
			}
			if k-j > 2 {
				return false
			}
			j = k
		default:
			return false
		}
	}
	return false
}

// monthEnds tells whether a date ends before a number that begins the next thing: "In March 12 people fled".
func (s *scanner) monthEnds(n number) bool {
	j := n.end
	for j < len(s.t) && blank(s.t[j]) {
		j++
	}
	if j >= len(s.t) || !unicode.IsLower(s.t[j]) {
		return false
	}
	_, k := s.words.Units.At(s.t, j)
	return k > 1
}

// reference tells a number that a word before it makes a reference: para. 5, Goal 5; the words of a list serve all its numbers.
func (s *scanner) reference(n number) string {
	t := s.t
	start := n.start
	for start > 0 && blank(t[start-1]) {
		start--
	}
	for _, r := range hanReferences {
		if suffix(t, start, r) && !(n.grouped && r != "第") && !(r != "第" && classifier(t, past(t, n.end)) != "") {
			return "reference"
		}
	}
	if suffix(t, start, "每") {
		return "rate"
	}
	if s.inTen(n, start) || ofEvery(t, n) || everyFew(t, n) {
		return "rate"
	}
	if foldedSuffix(t, start, "all but") && start < n.start { // all but 300 of the 1,200
		return "anaphora"
	}
	switch w := strings.ToLower(wordBefore(t, start)); w { // children under 5
	case "under", "over", "below":
		if n.value.Cmp(whole(100)) < 0 {
			switch strings.ToLower(wordBefore(t, start-len(w))) {
			case "children", "girls", "boys", "persons", "people", "women", "men", "adults", "infants", "child", "those", "aged":
				return "ordinal_or_age"
			}
		}
	}
	for _, age := range []string{"age of", "ages of", "aged between", "aged under", "aged over"} {
		if suffix(t, start, age) && !latin(runeAt(t, start-len(age)-1)) {
			return "ordinal_or_age"
		}
	}
	if formations[wordBefore(t, start)] && start < n.start && !n.words && !n.grouped {
		return "name"
	}
	for _, group := range []string{"Group of", "“Group of", "\"Group of"} {
		if suffix(t, start, group) && !n.grouped {
			if _, noun := s.words.Units.At(t, min(past(t, n.end), len(t)-1)); noun == 0 { // the Group of 12 experts
				return "name"
			}
		}
	}
	if suffix(t, start, "COVID-") || suffix(t, start, "ratio of") && prefix(t, n.end, " to ") {
		return "name"
	}
	end := start
	if end > 0 && t[end-1] == '.' {
		end--
	}
	if end < n.start || start < n.start {
		w := strings.ToLower(wordBefore(t, end))
		if w == "number" { // troops number 900, thought to number 900
			if subject := strings.ToLower(wordBefore(t, end-len("number "))); plural(subject) || subject == "to" || modals[subject] {
				w = ""
			}
		}
		if references[w] && !(n.grouped && n.value.Cmp(whole(10000)) >= 0) && (end < start || start < n.start) && !(n.words && unicode.IsLower(runeAt(t, end-len([]rune(w))))) {
			return "reference"
		}
	}
	if r := len(s.refusals); r > s.before { // articles 3 to 7, paragraphs 4, 5 and 6
		last := s.refusals[r-1]
		if last.Reason == "reference" && n.start-last.End <= 6 && !n.words {
			switch strings.TrimSpace(string(t[last.End:n.start])) {
			case "and", "to", "-", "–", ",", "or", "、", "和", "至", "through", ", and":
				return "reference"
			}
		}
	}
	return ""
}

// excludedWord is excluded for a numeral in words or Han numerals.
func (s *scanner) excludedWord(n number, before, next rune, j int) string {
	t := s.t
	if reason := s.reference(n); reason != "" {
		return reason
	}
	if !unicode.Is(unicode.Han, t[n.start]) {
		if runeAt(t, n.end) == '-' && englishOrdinal(t, n.end+1) {
			return "ordinal"
		}
		return ""
	}
	if n.end-n.start == 1 && strings.ContainsRune("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩", t[n.start]) {
		return "word" // 伍, 陆: names; as numerals they stand in longer numbers
	}
	if n.end-n.start == 1 && t[n.start] == '零' && !strings.ContainsRune("例名个起人次", next) { // 零部件, 零售
		return "word"
	}
	if strings.ContainsRune("百千", before) { // the rest of 百八十
		return "word"
	}
	single := n.end-n.start == 1 && n.low == nil
	if single && (pairedBehind(t, n.end) || n.start > 1 && pairedBehind(t, n.start-1)) {
		return "word" // 三番五次, 五湖四海
	}
	switch {
	case prefix(t, j, "日元") || prefix(t, j, "日圆"):
		return ""
	case next == '月' || next == '日' || next == '号' || next == '届' || next == '周' && prefix(t, j, "周年") || next == '读' || next == '岁':
		return "date"
	case next == '年' && !s.yearsCount(n, j):
		return "date"
	case n.end-n.start == 1 && t[n.start] == '一' && (next == '倍' || (next == '到' || next == '至') && runeAt(t, j+2) == '倍'):
		return ""
	case prefix(t, n.start, "五台山"), n.end-n.start == 3 && prefix(t, n.start, "九一一"):
		return "name"
	case n.end-n.start == 1 && t[n.start] == '一' && (s.casualty(n) || prefix(t, j, "个百分点")):
		return ""
	case n.end-n.start == 1 && t[n.start] == '一':
		return "article"
	case prefix(t, j, "国集团"):
		return "name"
	case single && strings.ContainsRune(hanWordTails, next):
		return "word"
	case single && strings.ContainsRune("氧大常", next):
		return "word"
	case single && numeral.HanScale(t[n.start]) && // 十分, 百姓, 千方百计, 万一
		!strings.ContainsRune("多余几名个人户", next) && !(t[n.start] == '十' && next == '倍') && !(next == '来' && j+1 < len(t) && classifier(t, j+1) != ""):
		return "word"
	case before == '星' || before == '周':
		return "ordinal"
	case before == '“' && strings.ContainsRune(string(t[n.end:min(len(t), n.end+7)]), '”'): // “两个维护”
		return "name"
	}
	return ""
}

// pairedBehind tells whether one Han rune that counts nothing, and then one Han digit and another such rune, follow a Han
// digit before i: the second half of a saying.
func pairedBehind(t []rune, i int) bool {
	if i < 1 || i+2 >= len(t) || !numeral.HanDigit(t[i-1]) || !numeral.HanDigit(t[i+1]) {
		return false
	}
	_, counts := counters[string(t[i])]
	return unicode.Is(unicode.Han, t[i]) && !counts && !numeral.HanDigit(t[i]) && !numeral.HanScale(t[i]) && unicode.Is(unicode.Han, t[i+2]) &&
		!strings.ContainsRune("分之至到点年月日号成", t[i]) && !numeral.HanDigit(t[i+2]) && !numeral.HanScale(t[i+2])
}

// yearsCount tells whether years are a length that the words make a fact: 需要四十年.
func (s *scanner) yearsCount(n number, j int) bool {
	m := mention{start: n.start, numStart: n.start, numEnd: n.end}
	return s.duration(&m, j)
}

// englishOrdinal tells the rest of twenty-fourth.
func englishOrdinal(t []rune, i int) bool {
	w, _ := wordAt(t, min(i, len(t)-1))
	switch w {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth":
		return true
	}
	return false
}

func year(t []rune) bool {
	return len(t) == 4 && digit(t[0]) && digit(t[1]) && digit(t[2]) && digit(t[3]) && (t[0] == '1' && t[1] == '9' || t[0] == '2' && (t[1] == '0' || t[1] == '1'))
}

// wordBefore is the word in letters that ends before at, a blank between.
func wordBefore(t []rune, at int) string {
	end := max(at, 0)
	for end > 0 && blank(t[end-1]) {
		end--
	}
	start := end
	for start > 0 && unicode.IsLetter(t[start-1]) && !unicode.Is(unicode.Han, t[start-1]) && end-start < 24 {
		start--
	}
	return string(t[start:end])
}
