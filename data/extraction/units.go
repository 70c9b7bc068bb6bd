package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// ratios are the words and signs that make a number a share or a multiple.
var ratios = []struct{ word, unit string }{
	{"个百分点", "percentage_point"},
	{"个多百分点", "percentage_point"},
	{"百分点", "percentage_point"},
	{"个基点", "basis_point"},
	{"percentage points", "percentage_point"},
	{"percentage point", "percentage_point"},
	{"percentage-point", "percentage_point"},
	{"basis points", "basis_point"},
	{"basis point", "basis_point"},
	{"%", "percent"},
	{"‰", "per_mille"},
	{"per mille", "per_mille"},
	{"per mil", "per_mille"},
	{"per thousand", "per_mille"},
	{"per cent", "percent"},
	{"percent", "percent"},
	{"成", "percent"},
	{"倍", "times"},
	{"-fold", "times"},
	{"fold", "times"},
}

// unit finds what the number counts: a currency, a per cent, a classifier with its noun, or an English head noun. The
// result is the reason why it counts nothing; empty where it counts.
func (s *scanner) unit(m *mention, n number) (refusal string) {
	t, j := s.t, m.numEnd
	m.nounEnd = m.end
	if m.quantity.Unit != "" { // a sign stood before
		m.end = max(m.end, m.numEnd)
		s.hedgeBehind(m)
		s.per(m)
		return ""
	}
	for j < len(t) && blank(t[j]) {
		j++
	}
	if end := marginEnd(t, j); end > j { // 1.45 ± 0.12 °C
		m.estimated(string(t[j:end]))
		m.numEnd, m.end = end, max(m.end, end)
		j = past(t, end)
	}
	switch {
	case endsIn(t, unblanked(t, m.start), "factor of"): // by a factor of five
		m.quantity.Unit, m.nounEnd = "times", m.end
		s.hedgeBehind(m)
		return ""
	case j >= len(t) && !n.multiple:
		return s.bare(m, n)
	case s.ratio(m, n, j):
		return ""
	}
	if m.quantity.Bound == data.Range && t[j] == ',' && runeAt(t, n.end) == ',' { // at least 300, and possibly as many as 500, people
		if j = past(t, j+1); j >= len(t) {
			return s.bare(m, n)
		}
	}
	if end := intervalEnd(t, j); end > j && end < len(t) { // 35 million [33.2 million–37.2 million] people
		m.estimated(string(t[j:end]))
		m.numEnd, m.end = end, max(m.end, end)
		if j = past(t, end); j >= len(t) {
			return s.bare(m, n)
		}
	}
	if end := asideEnd(t, j); end > j && s.behindAside(m, n, end) {
		return ""
	}
	if h, end := s.hedgeAfter(m.numEnd); h.word != "" && (latin(t[j]) || t[j] == ',') && s.weakens(m, h) { // 2 million or more refugees; 300, possibly more, refugees
		m.quantity.Bound, m.quantity.Hedge, m.numEnd = h.bound, h.word, end
		if j = past(t, end); t[end-1] != ',' && runeAt(t, j) == ',' {
			j = past(t, j+1)
		}
		if j >= len(t) {
			return s.bare(m, n)
		}
	}
	if n.grouped {
		j = agedBehind(t, j)
	}
	if j >= len(t) {
		return s.bare(m, n)
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
	case t[j] == '(' && unicode.Is(unicode.Han, runeAt(t, j+1)): // 3.96 亿(图 1)
		return s.bare(m, n)
	case unicode.IsLetter(t[j]) || t[j] == '“' || t[j] == '"' || t[j] == '(', digit(t[j]) && s.betweenWords(j) > j:
		return s.english(m, j)
	}
	return s.bare(m, n)
}

// asideEnd is the end of brackets at t[j] between a number and its noun that set another number beside it: 1,234 (up from 1,100)
// incidents, 12 (80 per cent) of the 15 sites; j where none stand there.
func asideEnd(t []rune, j int) int {
	if runeAt(t, j) != '(' || j+2 >= len(t) {
		return j
	}
	inside := j + 1
	for _, w := range []string{"up from ", "down from ", "compared with ", "compared to ", "from ", "or "} {
		if prefix(t, inside, w) {
			inside += len(w)
			break
		}
	}
	n, ok := numeralAt(t, min(inside, len(t)-1))
	if !ok || inside == j+1 && !prefix(t, past(t, n.end), "per cent") && !prefix(t, past(t, n.end), "percent") && !prefix(t, past(t, n.end), "%") {
		return j
	}
	for i := n.end; i < len(t) && i < j+48; i++ {
		if t[i] == ')' {
			return i + 1
		}
		if t[i] == '(' || sentenceEnd(t, i) {
			break
		}
	}
	return j
}

// behindAside reads the noun behind such brackets; false where none stands there.
func (s *scanner) behindAside(m *mention, n number, end int) bool {
	j := past(s.t, end)
	if j >= len(s.t) || !unicode.IsLower(s.t[j]) || !prefix(s.t, j, "of ") && !holdsAny(string(s.t[m.numEnd:end]), "from ", "compared ") {
		return false // 934 (89 per cent) took place
	}
	whole, from := *m, m.numEnd
	if reason := s.english(m, j); reason != "" || m.quantity.Unit == "" {
		*m = whole
		return false
	}
	m.numEnd, m.end, m.nounEnd = from, from, from
	if m.counted != "" {
		_, noun, _ := strings.Cut(m.counted, ")")
		m.counted = strings.TrimSpace(noun)
	}
	return true
}

// intervalEnd is the end of the brackets at t[j] that state the interval of uncertainty of the number before them, and nothing
// else; j where none stand there.
func intervalEnd(t []rune, j int) int {
	if !strings.ContainsRune("[(（［〔", t[j]) {
		return j
	}
	numbers, link := 0, false
	for i := j + 1; i < len(t) && i < j+80; {
		r := t[i]
		if strings.ContainsRune("])）］〕", r) {
			if numbers >= 2 && link {
				return i + 1
			}
			return j
		}
		switch n, ok := numeralAt(t, i); {
		case ok && digit(r) && n.low == nil:
			if numbers++; n.end == i {
				return j
			}
			i = n.end
			continue
		case prefix(t, i, "to "):
			link, i = true, i+1
		case strings.ContainsRune("–—-~～至", r):
			link = true
		case blank(r), strings.ContainsRune(",，:：;；%％", r):
		case unicode.IsLetter(r):
			word, end := wordAt(t, i)
			if !intervalWords[word] && !unicode.Is(unicode.Han, r) {
				return j
			}
			if unicode.Is(unicode.Han, r) && !strings.ContainsRune("万亿千百置信区间不确定范围", r) {
				return j
			}
			if !unicode.Is(unicode.Han, r) {
				i = end
				continue
			}
		default:
			return j
		}
		i++
	}
	return j
}

var intervalWords = wordSet("million billion thousand to per cent percent confidence credible interval ci uncertainty range between and ui")

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
	if !s.bracketed(m) && !s.foretold(m) && !s.countedChange(m) && !s.headNoun(m, j) && !s.placed(m) && !s.plainly(m) {
		return s.nothing(m)
	}
	s.per(m)
	return ""
}

// bare reads a number with no word behind it.
func (s *scanner) bare(m *mention, n number) string {
	if s.placed(m) {
		return ""
	}
	if s.named(m) == "" && (s.bracketed(m) || s.index(m) || s.foretold(m) || s.countedChange(m) || s.recalled(m) || s.plainly(m) || s.saidHan(m, n)) {
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
			if end < len(t) && numeral.HanDigit(t[end]) && m.quantity.Value != nil && classifier(t, min(end+1, len(t)-1)) == "" && !numeral.HanScale(runeAt(t, end+1)) { // 七成五
				if tail, ok := numeralAt(t, end); ok && tail.end == end+1 {
					sum := m.quantity.Value.Plus(tail.value)
					m.quantity.Value, end = &sum, tail.end
				}
			}
		case "-fold", "fold":
			if j != m.numEnd || p.word == "fold" && !n.words {
				continue
			}
		}
		if p.word == "倍" && runeAt(t, end) == '半' && m.quantity.Value != nil { // 两倍半
			sum := m.quantity.Value.Plus(data.NewDecimal(5, -1))
			m.quantity.Value, end = &sum, end+1
		}
		m.quantity.Unit, m.end, m.nounEnd = p.unit, end, end
		if p.word == "个多百分点" && m.quantity.Value != nil {
			m.quantity.Bound, m.quantity.Hedge = data.MoreThan, "多"
		}
		s.hedgeBehind(m)
		return true
	}
	if n.multiple {
		m.quantity.Unit, m.nounEnd = "times", m.end
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
