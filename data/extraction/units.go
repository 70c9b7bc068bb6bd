package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/extraction/numeral"
)

var currencies = []struct{ sign, code string }{
	{"US$", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "CNY"}, {"USD ", "USD"}, {"EUR ", "EUR"},
}

var currencyWords = []struct{ word, code string }{
	{"美元", "USD"},
	{"欧元", "EUR"},
	{"英镑", "GBP"},
	{"日元", "JPY"},
	{"瑞士法郎", "CHF"},
	{"人民币", "CNY"},
	{"元", "CNY"},
	{"卢布", "RUB"},
	{"第纳尔", "IQD"},
	{"United States dollars", "USD"},
	{"US dollars", "USD"},
	{"dollars", "USD"},
	{"euros", "EUR"},
	{"euro ", "EUR"},
	{"pounds", "GBP"},
	{"Libyan dinars", "LYD"},
	{"dinars", "IQD"},
	{"yen", "JPY"},
	{"Swiss francs", "CHF"},
}

func (s *scanner) currencyBefore(m *mention) {
	for _, c := range currencies {
		if suffix(s.t, m.start, c.sign) {
			m.quantity.Unit = c.code
			m.start -= len([]rune(c.sign))
			return
		}
	}
}

// counters are the classifiers that may stand between a number and its noun, with the unit that they tell by themselves.
var counters = map[string]string{
	"名": "person", "位": "person", "人": "person", "个": "", "次": "", "家": "company", "起": "incident", "户": "household", "所": "institution", "座": "", "项": "item",
	"份": "report", "件": "item", "场": "", "期": "", "支": "team", "批": "", "种": "", "类": "", "例": "case", "部": "law", "辆": "item", "架": "item", "国": "state", "处": "", "吨": "tonne", "公里": "kilometre",
	"多名": "person", "多个": "", "间": "institution", "颗": "item", "枚": "item",
}

// unit finds what the number counts: a currency, a per cent, a classifier with its noun, or an English head noun. False
// where there is none, for then the number is no figure.
func (s *scanner) unit(m *mention, n number) bool {
	t, j := s.t, m.numEnd
	m.nounEnd = m.end
	if m.quantity.Unit != "" { // a sign stood before
		m.end = max(m.end, m.numEnd)
		s.per(m)
		return true
	}
	for j < len(t) && blank(t[j]) {
		j++
	}
	if j >= len(t) {
		return false
	}
	for _, p := range []struct{ word, unit string }{
		{"个百分点", "percentage_point"},
		{"百分点", "percentage_point"},
		{"个基点", "basis_point"},
		{"percentage point", "percentage_point"},
		{"basis point", "basis_point"},
		{"%", "percent"},
		{"％", "percent"},
		{"per cent", "percent"},
		{"percent", "percent"},
		{"成", "percent"},
		{"倍", "times"},
	} {
		if prefix(t, j, p.word) && !(p.word == "成" && (n.end-n.start > 3 || j+1 < len(t) && strings.ContainsRune("立为员功果本年人分绩效熟份就批千百长套型品交", t[j+1]))) {
			m.quantity.Unit, m.end = p.unit, j+len([]rune(p.word))
			if p.word == "成" { // tenths
				m.times(10)
			}
			m.nounEnd = m.end
			s.hedgeBehind(m)
			return true
		}
	}
	for _, c := range currencyWords {
		if prefix(t, j, c.word) {
			m.quantity.Unit, m.end = c.code, j+len([]rune(strings.TrimSpace(c.word)))
			m.nounEnd = m.end
			s.hedgeBehind(m)
			s.per(m)
			return true
		}
	}
	if s.duration(m, j) {
		return true
	}
	if unicode.Is(unicode.Han, t[j]) {
		return s.hanCounter(m, j)
	}
	if s.numberOf(m) {
		return true
	}
	if strings.ContainsRune(".,;)", t[j]) {
		return s.said(m)
	}
	if t[j] == ' ' || unicode.IsLetter(t[j]) || t[j] == '“' || t[j] == '(' {
		return s.headNoun(m, j)
	}
	return false
}

// duration takes a length of time only where the words make it a fact of its own: a course of three weeks, a sentence.
func (s *scanner) duration(m *mention, j int) bool {
	t := s.t
	for _, d := range []struct{ word, unit, need string }{
		{"天", "day", "为期"}, {"周", "week", "为期"}, {"个月", "month", "为期"}, {"年", "year", "徒刑"}, {"年", "year", "监禁"},
	} {
		if prefix(t, j, d.word) && strings.Contains(string(t[max(0, m.numStart-3):min(len(t), j+8)]), d.need) {
			m.quantity.Unit, m.end = d.unit, j+len([]rune(d.word))
			m.nounEnd = m.end
			return true
		}
	}
	if t[j] == '-' {
		for _, d := range []struct{ word, unit string }{{"-day", "day"}, {"-week", "week"}, {"-month", "month"}} {
			if prefix(t, j, d.word) {
				follows := string(t[j:min(len(t), j+60)])
				if strings.Contains(follows, "course") || strings.Contains(follows, "workshop") || strings.Contains(follows, "training") {
					m.quantity.Unit, m.end = d.unit, j+len(d.word)
					m.nounEnd = m.end
					return true
				}
			}
		}
	}
	if prefix(t, j, "years") && strings.Contains(string(t[max(0, m.numStart-40):min(len(t), j+24)]), "prison") {
		m.quantity.Unit, m.end, m.nounEnd = "year", j+5, j+5
		return true
	}
	return false
}

// hanCounter takes a Chinese classifier and looks for the head noun behind it.
func (s *scanner) hanCounter(m *mention, j int) bool {
	t := s.t
	word := ""
	for n := 2; n > 0; n-- {
		if j+n <= len(t) {
			if _, ok := counters[string(t[j:j+n])]; ok {
				word = string(t[j : j+n])
				break
			}
		}
	}
	k := j + len([]rune(word))
	if word == "个" && k < len(t) && (t[k] == '月' || prefix(t, k, "小时") || prefix(t, k, "星期")) {
		return false
	}
	if word == "" {
		if name, n := s.words.Units.At(t, j); n > 0 && name != "times" && (t[j] != '国' || m.numEnd-m.numStart > 1) {
			m.quantity.Unit, m.end, m.nounEnd = name, j+n, j+n
			m.counted = string(t[j : j+n])
			return true
		}
		return false
	}
	m.end = k
	s.hedgeBehind(m)
	k = max(k, m.end)
	unit, noun, end := s.nounBehind(k)
	switch person := counters[word] == "person"; {
	case person && (unit == "child" || unit == "woman"):
	case person:
		unit = "person"
	case counters[word] != "" && unit == "":
		unit = counters[word]
	case unit == "person" || unit == "":
		unit = counters[word]
	}
	for i := len(s.mentions) - 1; unit == "" && i >= 0 && m.numStart-s.mentions[i].end < 120; i-- { // "…51 个": the noun was said before
		unit, noun = s.mentions[i].quantity.Unit, s.mentions[i].counted
		if noun == "" {
			unit = ""
		}
	}
	if unit == "" {
		unit, noun = s.nounBefore(m.start)
	}
	if unit == "" {
		return false
	}
	m.quantity.Unit, m.nounEnd, m.counted = unit, max(end, k), noun
	if end > 0 && end-k <= 16 {
		m.end = end
	}
	return true
}

// verbStarts begin the words that follow a counted noun and end its phrase: 有, 已, 制定, 参加.
const verbStarts = "有已将被于在通制开获得提参是给向从因正采报表"

// nounBefore is the noun that stands before a number without one: 国家从 32 个减少到 29 个.
func (s *scanner) nounBefore(start int) (unit, noun string) {
	t := s.t
	j := start
	for j > 0 && blank(t[j-1]) {
		j--
	}
	linked := false
	for _, link := range []string{"从", "由", "为", "达", "达到", "增至", "降至", "减至", "有", "只有", "共有", "仅有"} {
		linked = linked || suffix(t, j, link)
	}
	if !linked {
		return "", ""
	}
	for i := j - 1; i >= max(0, j-10) && !sentenceEnd(t, i) && t[i] != '，'; i-- {
		if name, n := s.words.Units.At(t, i); n > 1 && i+n <= j {
			return name, string(t[i : i+n])
		}
	}
	return "", ""
}

// verbs begin the predicate behind a counted noun: 实施, 承诺提供.
var verbs = []string{
	"实施", "承诺", "提供", "获得", "得到", "采取", "开展", "参加", "建立", "设立", "使用", "接受", "收到", "表示", "完成", "支持", "加入", "批准", "签署", "发布", "宣布", "认为", "出席", "返回",
	"死亡", "受伤", "丧生", "失踪", "流离", "面临", "需要", "居住", "来自", "处于", "属于", "正在", "仍然", "受到", "遭到", "遭受", "遇害", "被捕", "超过", "占",
}

func verbAt(t []rune, j int) bool {
	for _, v := range verbs {
		if prefix(t, j, v) {
			return true
		}
	}
	return false
}

// nounBehind finds the head noun of the phrase that begins at k: the last known noun before the phrase ends, at a stop,
// or before the phrase's own 的 and its noun where a modifier comes first.
func (s *scanner) nounBehind(k int) (unit, noun string, end int) {
	t := s.t
	for j := k; j < len(t) && j < k+34; {
		if unit != "" && j == end && (strings.ContainsRune(verbStarts, t[j]) || verbAt(t, j)) {
			return unit, noun, end
		}
		if (t[j] == '和' || t[j] == '与' || t[j] == '、') && j+1 < len(t) && t[j+1] == '《' {
			return unit, noun, end
		}
		switch t[j] {
		case '，', '。', '；', '、', '：', ',', '.', ';', '(', '（', '和', '与', '被', '在', '因', '将':
			if !((t[j] == '和' || t[j] == '与' || t[j] == '、' || t[j] == '在') && strings.ContainsRune(string(t[j:min(len(t), j+24)]), '的') && (unit == "" || t[k] == '关' || t[k] == '向')) {
				return unit, noun, end
			}
		}
		han := numeral.HanDigit(t[j])
		if _, after := small(t, j); digit(t[j]) && t[j-1] != '-' && !digit(t[j-1]) && after < len(t) && t[after] != '年' && t[after] != '月' && t[after] != '日' {
			return unit, noun, end // another number counts what follows
		}
		if unit != "" && (digit(t[j]) || han && j+1 < len(t) && (t[j+1] == '个' || counters[string(t[j+1])] != "")) {
			return unit, noun, end
		}
		if name, n := s.words.Units.At(t, j); n > 0 && unicode.Is(unicode.Han, t[j]) && !(n == 1 && name == "governorate") && t[j] != '周' {
			if !(n == 1 && (t[j] == '人' || t[j] == '国' || t[j] == '名' || t[j] == '位' || t[j] == '项' || t[j] == '女' || t[j] == '户' || t[j] == '周' || t[j] == '倍')) {
				unit, noun, end = name, string(t[j:j+n]), j+n
				if j == k && name == "state" { // "七个国家建立小组": the States are counted, where no noun joins on
					if _, more := s.words.Units.At(t, min(j+n, len(t)-1)); more == 0 {
						return unit, noun, end
					}
				}
			}
			j += n
			continue
		}
		j++
	}
	return unit, noun, end
}

// stopWords end an English noun phrase.
var stopWords = map[string]bool{
	"in": true, "of": true, "from": true, "to": true, "with": true, "for": true, "on": true, "at": true, "by": true, "who": true, "whom": true, "which": true, "that": true,
	"were": true, "was": true, "are": true, "is": true, "have": true, "has": true, "had": true, "as": true, "during": true, "under": true, "between": true, "since": true, "into": true,
	"against": true, "through": true, "per": true, "where": true, "while": true, "or": true, "remained": true, "remain": true, "including": true, "over": true, "after": true, "before": true, "within": true,
}

// headNoun finds the head noun behind an English number: the last known noun of the noun phrase.
func (s *scanner) headNoun(m *mention, j int) bool {
	t := s.t
	if j+2 < len(t) && prefix(t, j, "of ") {
		return s.partitive(m, j+3)
	}
	end, unit := 0, ""
	for words := 0; j < len(t) && words < 9; words++ {
		for j < len(t) && (blank(t[j]) || t[j] == '“' || t[j] == '”' || t[j] == '-') {
			j++
		}
		if j >= len(t) || !unicode.IsLetter(t[j]) {
			break
		}
		word, k := wordAt(t, j)
		if stopWords[word] && t[j-1] != '-' || word == "and" && unit != "" || word == "killed" && unit != "" {
			break
		}
		if k == j {
			break
		}
		if name, n := s.words.Units.At(t, j); n > 0 {
			unit, end = name, j+n
			k = max(k, j+n)
		}
		j = k
		if j < len(t) && !blank(t[j]) && t[j] != '-' && t[j] != '”' && t[j] != '“' {
			break
		}
	}
	if unit == "" {
		if follow, _ := wordAt(t, m.numEnd+1); m.numEnd < len(t) && t[m.numEnd] == ' ' && (follow == "were" || follow == "was") {
			m.quantity.Unit, m.end, m.nounEnd = "person", m.numEnd, m.numEnd
			return true
		}
		return s.openNoun(m) || s.said(m) || s.continued(m)
	}
	m.quantity.Unit, m.end, m.nounEnd = unit, end, end
	m.counted = strings.TrimSpace(string(t[m.numEnd:end]))
	s.hedgeBehind(m)
	return true
}

// notCounted are nouns whose number is an attribute: an age, a time, a distance.
var notCounted = map[string]bool{
	"years": true, "months": true, "weeks": true, "days": true, "hours": true, "minutes": true, "seconds": true, "metres": true, "meters": true, "miles": true, "degrees": true,
	"times": true, "decades": true, "centuries": true, "hours'": true, "nights": true, "quarters": true, "series": true, "basis": true, "progress": true, "thousands": true, "others": true,
	"does": true, "has": true, "plus": true, "less": true, "this": true, "versus": true, "Forces": true, "process": true, "status": true, "access": true, "across": true, "towards": true, "its": true, "as": true, "his": true, "was": true, "is": true, "us": true,
}

// openNoun takes a plural noun that the vocabulary lacks behind a number of ten and more in digits: 833 tasks. Its unit
// is the noun itself.
func (s *scanner) openNoun(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) || m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) < 0 {
		return false
	}
	j, end, head := m.numEnd, 0, ""
	for words := 0; j < len(t) && words < 5; words++ {
		for j < len(t) && (blank(t[j]) || t[j] == '-') {
			j++
		}
		word, k := wordAt(t, j)
		if word == "" || stopWords[word] || word == "and" || word == "will" || word == "would" || word == "not" || k-j < 2 {
			break
		}
		head, end = word, k
		j = k
		if j < len(t) && !blank(t[j]) && t[j] != '-' {
			break
		}
	}
	if len(head) < 4 || !strings.HasSuffix(head, "s") || strings.HasSuffix(head, "ss") || notCounted[head] || englishMonths[head] > 0 || unicode.IsUpper(t[end-len([]rune(head))]) {
		return false
	}
	m.quantity.Unit, m.end, m.nounEnd = singular(head), end, end
	m.counted = strings.TrimSpace(string(t[m.numEnd:end]))
	return true
}

// singular is the singular of a regular English plural.
func singular(plural string) string {
	switch {
	case strings.HasSuffix(plural, "ies"):
		return strings.TrimSuffix(plural, "ies") + "y"
	case strings.HasSuffix(plural, "ches"), strings.HasSuffix(plural, "shes"), strings.HasSuffix(plural, "sses"), strings.HasSuffix(plural, "xes"):
		return strings.TrimSuffix(plural, "es")
	}
	return strings.TrimSuffix(plural, "s")
}

// said reads a number that its verb ties to the noun before it: "The number of refugees exceeded 824,000 as at …",
// "the military strength stood at 2,657, including …".
func (s *scanner) said(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) || m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) < 0 {
		return false
	}
	before := strings.TrimRight(strings.ToLower(string(t[max(0, m.start-24):m.start])), " ")
	tied := false
	for _, verb := range []string{"exceeded", "stood at", "reached", "totalled", "totaled", "numbered", "was", "were", "is", "amounted to", "rose to", "increased to", "fell to", "decreased to", "dropped to", "declined to", "grew to", "remained at", "exceeds", "standing at", "estimated at", "surpassed", "total of"} {
		tied = tied || strings.HasSuffix(before, " "+verb)
	}
	if !tied && m.quantity.Hedge != "" { // "exceeding" and the like are hedges by themselves
		h := strings.ToLower(m.quantity.Hedge)
		tied = h == "exceeding" || strings.HasSuffix(before, " was") || strings.HasSuffix(before, " is")
	}
	if !tied {
		return false
	}
	for i := m.start - 1; i > 0 && i > m.start-140 && !sentenceEnd(t, i); i-- {
		if t[i-1] == ' ' || t[i-1] == '(' {
			if name, n := s.words.Units.At(t, i); n > 0 && name != "percent" {
				m.quantity.Unit, m.counted, m.nounEnd = name, string(t[i:i+n]), max(m.end, m.numEnd)
				m.end = m.nounEnd
				return true
			}
		}
	}
	return false
}

// continued reads a number that leaves out the noun of the one before: "292 staff were in Tripoli, 19 in Tunis, 2 in
// Benghazi and 1 in Sabha".
func (s *scanner) continued(m *mention) bool {
	t := s.t
	n := len(s.mentions)
	if n == 0 || m.numStart-s.mentions[n-1].end > 60 {
		return false
	}
	last := s.mentions[n-1]
	if last.counted == "" && last.quantity.Unit != "person" {
		return false
	}
	for i := last.end; i < m.start; i++ {
		if sentenceEnd(t, i) {
			return false
		}
	}
	link := strings.TrimRight(string(t[max(last.end, m.start-6):m.start]), " ")
	if !strings.HasSuffix(link, ",") && !strings.HasSuffix(link, "and") && !strings.HasSuffix(link, ";") {
		return false
	}
	j := m.numEnd
	for _, w := range []string{" in ", " from ", " at "} {
		if k := j + len(w); prefix(t, j, w) && k < len(t) && unicode.IsUpper(t[k]) {
			if month, _ := wordAt(t, k); englishMonths[month] > 0 {
				return false
			}
			m.quantity.Unit, m.counted, m.end, m.nounEnd = last.quantity.Unit, last.counted, m.numEnd, m.numEnd
			return true
		}
	}
	return false
}

// numberOf reads "the number of guards fell from 1,500 … to 400": the noun stands before.
func (s *scanner) numberOf(m *mention) bool {
	t := s.t
	if w := wordBefore(t, m.start); w != "from" && w != "to" {
		return false
	}
	for i := m.start; i > 0 && i > m.start-120 && !sentenceEnd(t, i); i-- {
		if !prefix(t, i, "number of ") {
			continue
		}
		for j := i + len("number of "); j < m.start && j < i+40; j++ {
			if name, n := s.words.Units.At(t, j); n > 0 {
				m.quantity.Unit, m.counted, m.nounEnd = name, string(t[j:j+n]), m.end
				return true
			}
		}
	}
	return false
}

// partitive reads "18 of the refugees", "hundreds of people"; "1,000 of which" takes the unit of the figure before.
func (s *scanner) partitive(m *mention, j int) bool {
	if word, _ := wordAt(s.t, j); word == "which" || word == "whom" || word == "them" {
		if n := len(s.mentions); n > 0 && m.numStart-s.mentions[n-1].end < 60 {
			m.quantity.Unit, m.end = s.mentions[n-1].quantity.Unit, j+len(word)
			m.counted, m.nounEnd = s.mentions[n-1].counted, m.end
			return true
		}
		return false
	}
	if prefix(s.t, j, "the ") { // 46,000 of the 240,000 refugees
		j += len("the ")
		if n, ok := numeralAt(s.t, min(j, len(s.t)-1)); ok && n.start == j {
			j = n.end
		}
	}
	return s.headNoun(m, j)
}

// per takes what money is per: 每年, a year, per month.
func (s *scanner) per(m *mention) {
	for _, p := range []struct{ word, per string }{{" a year", "year"}, {" per year", "year"}, {" annually", "year"}, {" a month", "month"}, {" per month", "month"}, {" per barrel", "barrel"}, {" per person", "person"}} {
		if prefix(s.t, m.end, p.word) {
			m.quantity.Per, m.end = p.per, m.end+len(p.word)
			return
		}
	}
	if foldedSuffix(s.t, m.start, "每年") || foldedSuffix(s.t, m.start, "每年约") {
		m.quantity.Per = "year"
	} else if suffix(s.t, m.start, "每桶") {
		m.quantity.Per = "barrel"
	}
}
