package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// signs stand before an amount of money; the longer ones first. The words of currencies are in units.tsv.
var signs = []struct{ sign, code string }{{"US$", "USD"}, {"US $", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "CNY"}, {"￥", "CNY"}}

// currencyBefore takes a currency sign, or a code such as "CHF ", before a number.
func (s *scanner) currencyBefore(m *mention) {
	end := m.start
	for end > 0 && blank(s.t[end-1]) {
		end--
	}
	for _, c := range signs {
		if suffix(s.t, end, c.sign) {
			m.quantity.Unit, m.start = c.code, end-len([]rune(c.sign))
			return
		}
	}
	if end < 3 || !unicode.IsUpper(s.t[end-1]) || end == m.start {
		return
	}
	if name, n := s.words.Units.At(s.t, end-3); n == 3 && currency(name) {
		m.quantity.Unit, m.start = name, end-3
	}
}

// ratios are the words and signs that make a number a share or a multiple.
var ratios = []struct{ word, unit string }{
	{"个百分点", "percentage_point"},
	{"百分点", "percentage_point"},
	{"个基点", "basis_point"},
	{"percentage points", "percentage_point"},
	{"percentage point", "percentage_point"},
	{"percentage-point", "percentage_point"},
	{"basis points", "basis_point"},
	{"basis point", "basis_point"},
	{"%", "percent"},
	{"‰", "per_mille"},
	{"per cent", "percent"},
	{"percent", "percent"},
	{"成", "percent"},
	{"倍", "times"},
	{"-fold", "times"},
}

// unit finds what the number counts: a currency, a per cent, a classifier with its noun, or an English head noun. The
// result is the reason why it counts nothing; empty where it counts.
func (s *scanner) unit(m *mention, n number) (refusal string) {
	t, j := s.t, m.numEnd
	m.nounEnd = m.end
	if m.quantity.Unit != "" { // a sign stood before
		m.end = max(m.end, m.numEnd)
		s.per(m)
		return ""
	}
	for j < len(t) && blank(t[j]) {
		j++
	}
	switch {
	case j >= len(t):
		return s.bare(m, n)
	case s.ratio(m, n, j):
		return ""
	}
	if prefix(t, j, "(±") { // 1.45 (±0.12) °C
		for k := j; k < len(t) && k < j+12; k++ {
			if t[k] == ')' {
				for j = k + 1; j < len(t) && blank(t[j]); j++ {
				}
				break
			}
		}
		if j >= len(t) {
			return s.bare(m, n)
		}
	}
	if h, end := s.hedgeAfter(m.numEnd); h.word != "" && latin(t[j]) && (m.quantity.Bound == data.Exact || m.quantity.Bound == data.About) { // 2 million or more refugees
		m.quantity.Bound, m.quantity.Hedge, m.numEnd = h.bound, h.word, end
		if j = past(t, end); j >= len(t) {
			return s.bare(m, n)
		}
	}
	if reason := s.attributeOf(j, n); reason != "" {
		return reason
	}
	if t[j] == '-' && j+1 < len(t) && latin(t[j+1]) && length(t, j) == 0 {
		return s.compound(m, j)
	}
	if length(t, j) > 0 {
		if s.duration(m, j) {
			return ""
		}
		return "duration"
	}
	if name, k := s.words.Units.At(t, j); k > 0 && (currency(name) || sharedMoney[name]) {
		m.quantity.Unit, m.end, m.nounEnd = s.resolved(m, name, strings.TrimSuffix(string(t[j:j+k]), "s")), j+k, j+k
		s.hedgeBehind(m)
		s.per(m)
		return ""
	}
	if name, k := s.words.Units.At(t, j); k > 0 && !unicode.IsLetter(t[j]) { // °C
		m.quantity.Unit, m.end, m.nounEnd = name, j+k, j+k
		if w, _ := wordAt(t, min(j+k+1, len(t)-1)); w == "goal" || w == "target" || w == "limit" || w == "threshold" || w == "pathway" {
			return "name"
		}
		s.per(m)
		return ""
	}
	switch {
	case unicode.Is(unicode.Han, t[j]):
		return s.hanCounter(m, n, j)
	case s.grade(m, j):
		return ""
	case unicode.IsLetter(t[j]) || t[j] == '“' || t[j] == '"' || t[j] == '(', digit(t[j]) && s.betweenWords(j) > j:
		return s.english(m, j)
	}
	return s.bare(m, n)
}

// compound reads a number joined to a word by a hyphen, which qualifies what follows: a three-phase plan counts nothing, a
// 21-member committee its members.
func (s *scanner) compound(m *mention, j int) string {
	switch w, end := wordAt(s.t, j+1); w {
	case "member", "person", "strong", "man":
		if digit(s.t[m.numStart]) && s.counts(m, "person", "", end) {
			return ""
		}
	}
	return "word"
}

// english reads the words behind a number; anaphora where it takes up things named before (the two sides).
func (s *scanner) english(m *mention, j int) string {
	s.now = m
	s.single = m.quantity.Value != nil && m.quantity.Value.Cmp(whole(1)) == 0
	if s.anaphoric(m) {
		return "anaphora"
	}
	if s.article(m, j) {
		return "article"
	}
	if !s.bracketed(m) && !s.headNoun(m, j) {
		return s.nothing(m)
	}
	s.per(m)
	return ""
}

// bare reads a number with no word behind it.
func (s *scanner) bare(m *mention, n number) string {
	if s.named(m) == "" && (s.bracketed(m) || s.index(m) || s.recalled(m) || s.saidHan(m, n)) {
		return ""
	}
	return s.nothing(m)
}

// nothing is the reason why a number without a noun counts nothing.
func (s *scanner) nothing(m *mention) string {
	if reason := s.named(m); reason != "" {
		return reason
	}
	return "no_unit"
}

// named tells the number of a name: Camp 3, Category 5, behind a word with a capital that opens no sentence.
func (s *scanner) named(m *mention) string {
	if m.numEnd-m.numStart > 3 || !digit(s.t[m.numStart]) || m.start != m.numStart || m.start < 2 || !blank(s.t[m.start-1]) {
		return ""
	}
	word := []rune(wordBefore(s.t, m.start))
	if len(word) < 2 || !unicode.IsUpper(word[0]) || englishMonths[strings.ToLower(string(word))] > 0 {
		return ""
	}
	if at := m.start - 1 - len(word); at < 2 || sentenceEnd(s.t, at-2) || sentenceEnd(s.t, at-1) {
		return ""
	}
	return "name"
}

// ratio takes per cent, points and multiples.
func (s *scanner) ratio(m *mention, n number, j int) bool {
	t := s.t
	for _, p := range ratios {
		if !prefix(t, j, p.word) {
			continue
		}
		end := j + len([]rune(p.word))
		switch p.word {
		case "成":
			if n.end-n.start > 3 || end < len(t) && strings.ContainsRune("立为员功果本年人分绩效熟份就批千百长套型品交", t[end]) {
				continue
			}
			m.times(10)
		case "-fold":
			if j != m.numEnd {
				continue
			}
		}
		m.quantity.Unit, m.end, m.nounEnd = p.unit, end, end
		s.hedgeBehind(m)
		return true
	}
	if !prefix(t, j, "times ") {
		return false
	}
	switch w, _ := wordAt(t, min(j+len("times "), len(t)-1)); w {
	case "as", "more", "higher", "the", "that", "greater", "larger", "lower", "less", "faster", "likelier", "those", "their", "its":
		m.quantity.Unit, m.end, m.nounEnd = "times", j+len("times"), j+len("times")
		return true
	}
	return false
}

// sharedMoney are the words of currencies that several countries share; they stand in units.tsv under their own name.
var sharedMoney = wordSet("dinar franc peso shilling rupee rial pound krone")

// resolved is the currency that a word tells: dinars alone are those of the country that the paragraph named before.
func (s *scanner) resolved(m *mention, name, word string) string {
	if !sharedMoney[name] {
		return name
	}
	for i := m.start - 1; i >= 0 && i > m.start-3*reach; i-- {
		code, n := s.words.Units.At(s.t, i)
		if n > 0 && currency(code) && strings.Contains(string(s.t[i:i+n]), word) {
			return code
		}
	}
	return name
}

// attributeOf is the reason where the words at j make the number an attribute: a time of day, a calibre, a distance that
// tells where.
func (s *scanner) attributeOf(j int, n number) string {
	t := s.t
	rest := string(t[j:min(len(t), j+30)])
	switch {
	case strings.HasPrefix(rest, "a.m."), strings.HasPrefix(rest, "p.m."), strings.HasPrefix(rest, "noon"), strings.HasPrefix(rest, "o’clock"), strings.HasPrefix(rest, "o'clock"),
		t[j] == '时' && n.value.Cmp(whole(24)) <= 0, t[j] == '分' && n.start > 1 && (t[n.start-1] == '时' || t[n.start-2] == '时'):
		return "time_of_day"
	case strings.HasPrefix(rest, "hours") && n.end-n.start == 4 && !n.grouped && digit(t[n.start]):
		return "time_of_day"
	case strings.HasPrefix(rest, "-mm"), strings.HasPrefix(rest, "mm ") && calibre(rest[3:]), strings.HasPrefix(rest, "毫米") && calibre(strings.TrimPrefix(rest, "毫米")), strings.HasPrefix(rest, "-millimetre"):
		return "name"
	}
	for _, unit := range []string{"km ", "kilometres ", "kilometers ", "miles ", "metres ", "meters ", "公里", "米", "km", "海里", "nautical miles "} {
		if after, ok := strings.CutPrefix(rest, unit); ok && locates(strings.TrimSpace(after)) {
			return "distance"
		}
	}
	return ""
}

func calibre(rest string) bool {
	for _, w := range []string{"calibre", "caliber", "mortar", "rocket", "shell", "round", "gun", "cannon", "howitzer", "ammunition", "artillery", "口径", "火箭", "迫击", "炮", "榴弹", "机枪"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

func locates(rest string) bool {
	for _, w := range []string{"north", "south", "east", "west", "from ", "off ", "outside", "away", "inside", "inland", "处", "外", "以北", "以南", "以东", "以西"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// grade takes the posts of a budget that only their grade names: 3 P-5, 2 General Service (Other level).
func (s *scanner) grade(m *mention, j int) bool {
	t := s.t
	for _, g := range []string{"General Service", "Professional and", "Professional posts", "Professional category", "National Professional Officer", "National General Service", "Local level", "Field Service", "Security Service", "一般事务", "本国专业干事", "外勤人员", "当地雇员"} {
		if prefix(t, j, g) {
			return s.counts(m, "post", "", j+len([]rune(g)))
		}
	}
	for _, g := range []string{"P", "D", "G", "GS", "FS", "NO", "NOA", "NOB", "NOC", "NPO"} {
		k := j + len(g)
		if prefix(t, j, g) && k+1 < len(t) && t[k] == '-' && digit(t[k+1]) && (k+2 >= len(t) || !digit(t[k+2])) {
			end := k + 2
			if w, e := wordAt(t, min(end+1, len(t)-1)); w == "posts" || w == "post" || w == "positions" {
				end = e
			}
			return s.counts(m, "post", "", end)
		}
	}
	for _, g := range []string{"USG", "ASG", "GS", "NPO"} {
		if end := j + len(g); prefix(t, j, g) && (end >= len(t) || !unicode.IsLetter(t[end])) {
			return s.counts(m, "post", "", end)
		}
	}
	return false
}

// anaphoric tells a number in words that takes up things named before: the two sides, these three countries.
func (s *scanner) anaphoric(m *mention) bool {
	if digit(s.t[m.numStart]) || m.quantity.Value == nil || !small10(m) || m.start != m.numStart {
		return false
	}
	switch strings.ToLower(wordBefore(s.t, m.start)) {
	case "these", "those", "both":
		return true
	case "the":
		return m.quantity.Value.Cmp(whole(3)) <= 0
	}
	return false
}

// article tells "one" that introduces a thing and counts none. It counts people by their vocabulary noun, and beside other
// counts: three schools and one hospital.
func (s *scanner) article(m *mention, j int) bool {
	t := s.t
	if w, end := wordAt(t, m.numStart); w != "one" || end != m.numEnd {
		return false
	}
	switch w, _ := wordAt(t, j); w {
	case "woman", "man", "child", "person", "girl", "boy", "civilian":
		return false
	case "of", "or", "and", "who", "that", "to", "in", "such", "another", "way", "year", "month", "day", "side", "time", "hand":
		return true
	}
	if w, _ := wordAt(t, j); strings.HasSuffix(w, "ing") {
		return true
	}
	p := s.nounPhrase(j)
	if p.unit == "" || p.end-j > 48 {
		return true
	}
	before := strings.ToLower(wordBefore(t, m.start))
	if harms[before] || before == "least" || before == "including" || before == "only" {
		return false
	}
	if last, ok := s.lastCounted(m.numStart, 30); ok && (before == "and" || suffix(t, m.start, ", ")) && s.sameSentence(last.end, m.start) {
		return false
	}
	and := p.end
	for and < len(t) && and < p.end+2 && blank(t[and]) {
		and++
	}
	if prefix(t, and, "and ") && and+5 < len(t) { // one hospital and three schools
		n, ok := numeralAt(t, and+4)
		return !ok || n.value.Cmp(whole(2)) < 0
	}
	return true
}

// index reads the value of an index, which has no noun: 降至 126.9.
func (s *scanner) index(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) || m.quantity.Value == nil {
		return false
	}
	from := max(0, m.start-120)
	for i := m.start - 1; i > from; i-- {
		if sentenceEnd(t, i) {
			from = i
			break
		}
	}
	sentence := string(t[from:m.start])
	low := strings.ToLower(strings.TrimRight(sentence, " "))
	if !strings.Contains(sentence, "指数") && !strings.Contains(low, " index") && !strings.Contains(low, " score") && !strings.Contains(sentence, "系数") {
		return false
	}
	for _, verb := range append([]string{" from", " to", " at", " of", "为", "至", "到", "达", "从", "由"}, tied...) {
		if strings.HasSuffix(low, verb) {
			return s.counts(m, "index", "", m.numEnd)
		}
	}
	return false
}

// per takes what a quantity is per: a year, per month, annually, 每年.
func (s *scanner) per(m *mention) {
	t := s.t
	for _, p := range []struct{ word, per string }{
		{" a year", "year"},
		{" annually", "year"},
		{" a month", "month"},
		{" a day", "day"},
		{" daily", "day"},
		{" a week", "week"},
		{" each year", "year"},
		{" every year", "year"},
		{" per annum", "year"},
		{" each month", "month"},
		{" every month", "month"},
		{" each day", "day"},
	} {
		if prefix(t, m.end, p.word) && (m.end+len(p.word) == len(t) || !unicode.IsLetter(t[m.end+len(p.word)])) {
			m.quantity.Per, m.end = p.per, m.end+len(p.word)
			return
		}
	}
	if w, end := wordAt(t, min(m.end+1, max(len(t)-1, 0))); prefix(t, m.end, "/") && end > m.end+1 { // km/h
		m.quantity.Per, m.end = map[string]string{"h": "hour", "s": "second", "d": "day", "yr": "year"}[w], end
		if m.quantity.Per == "" {
			m.quantity.Per = w
		}
		return
	}
	if prefix(t, m.end, " per ") {
		if w, end := wordAt(t, min(m.end+5, len(t)-1)); w != "" && w != "cent" {
			m.quantity.Per, m.end = singularNoun(w), end
			return
		}
	}
	if i := m.start - 1; i > 0 { // 每吨 300 美元
		for at := i; at > 0 && at > i-3; at-- {
			if t[at-1] == '每' {
				if name, n := s.words.Units.At(t, at); n > 0 && at+n >= i && at+n <= m.start {
					m.quantity.Per = name
					return
				}
			}
		}
	}
	for _, p := range []struct{ word, per string }{{"每年", "year"}, {"每月", "month"}, {"每天", "day"}, {"每日", "day"}, {"每周", "week"}, {"每桶", "barrel"}, {"每人", "person"}, {"每户", "household"}} {
		for at := m.start; at >= len([]rune(p.word)) && at > m.start-4; at-- {
			if suffix(t, at, p.word) {
				m.quantity.Per = p.per
				return
			}
		}
	}
}

// singularNoun is singular for a noun that may be one already.
func singularNoun(word string) string {
	if plural(word) && !collectives[word] {
		return singular(word)
	}
	return word
}

// denominator is the end of the number at n as what the figure before it is per ("per 100,000 live births", 每 10 万人).
func (s *scanner) denominator(n number) bool {
	t := s.t
	start := n.start
	for start > 0 && blank(t[start-1]) {
		start--
	}
	if !suffix(t, start, " per") && !suffix(t, start, "每") {
		return false
	}
	if n.value.Cmp(whole(100)) >= 0 && suffix(t, start, " per") && len(s.mentions) > 0 {
		refused := 0
		if r := len(s.refusals); r > 0 {
			refused = s.refusals[r-1].End
		}
		if last := &s.mentions[len(s.mentions)-1]; n.start-last.end < 40 && refused < last.end {
			last.quantity.Per = n.value.String()
		}
	}
	if suffix(t, start, "每") && n.value.Cmp(whole(100)) >= 0 {
		s.perNext = n.value.String()
		s.perUntil = n.end + 24
	}
	return true
}
