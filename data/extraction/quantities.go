package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
	"figurebook.org/figurebook/data/vocabulary"
)

// A mention is a quantity found in a paragraph, before it is known what it measures. Offsets are runes into the
// paragraph's text, ends exclusive.
type mention struct {
	start, end       int // the words that state it, with hedge and counter
	numStart, numEnd int // the number alone
	nounEnd          int // end of the head noun, where one was found; else end
	quantity         data.Quantity
	counted          string // the head noun as printed
	counter          string // the Chinese classifier
	change           bool   // one of the two points of a change
	second           bool   // the later of them
}

// scanner goes through one paragraph.
type scanner struct {
	t        []rune
	small    []rune   // t in small letters, once it was asked for
	now      *mention // the number at hand, while its noun is looked for
	single   bool     // the number at hand is one, whose noun is in the singular
	perNext  string   // what the next figure is per, where 每 stands before: 每 10 万人
	perUntil int      // how far that reaches
	words    *vocabulary.Vocabulary
	marks    []data.Footnote
	para     string
	mentions []mention
	refusals []data.Refusal
}

// quantities finds the quantities of a text and the numbers that are none.
func quantities(paragraph string, t []rune, notes []data.Footnote, words *vocabulary.Vocabulary) ([]mention, []data.Refusal) {
	s := &scanner{t: t, words: words, para: paragraph}
	for _, n := range notes {
		if n.Paragraph == paragraph {
			s.marks = append(s.marks, n)
		}
	}
	for i := 0; i < len(t); {
		if n := address(t, i); n > 0 {
			i += n
			continue
		}
		if n := telephone(t, i); n > 0 {
			s.refuse(number{start: i, end: i + n}, "symbol")
			i += n
			continue
		}
		n, ok := numeralAt(t, i)
		if !ok {
			i++
			continue
		}
		i = s.take(n)
	}
	return s.mentions, s.refusals
}

// address is the length of a web address at t[i].
func address(t []rune, i int) int {
	if t[i] != 'h' && t[i] != 'w' || !(prefix(t, i, "http") || prefix(t, i, "www.")) {
		return 0
	}
	j := i
	for j < len(t) && !blank(t[j]) && t[j] < 0x3000 {
		j++
	}
	return j - i
}

// telephone is the length of a telephone number at t[i]: +1 212 555 0100.
func telephone(t []rune, i int) int {
	if t[i] != '+' || i+1 >= len(t) || !digit(t[i+1]) || i > 0 && digit(t[i-1]) {
		return 0
	}
	j, digits := i+1, 0
	for j < len(t) && (digit(t[j]) || strings.ContainsRune(" -()", t[j])) {
		if digit(t[j]) {
			digits++
		}
		j++
	}
	if digits < 8 {
		return 0
	}
	return j - i
}

// take turns one number into a mention or a refusal, and says where the scan goes on.
func (s *scanner) take(n number) int {
	s.proportion(&n)
	if reason := s.excluded(n); reason != "" {
		s.refuse(n, reason)
		return n.end
	}
	m := mention{start: n.start, numStart: n.start, numEnd: n.end, end: n.end}
	m.quantity.Bound = data.Exact
	value := n.value
	m.quantity.Value = &value
	switch {
	case n.low != nil && !n.words || n.low != nil && n.value == (data.Decimal{}):
		m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, n.low, n.high, data.Indefinite
	case n.low != nil:
		m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, n.low, n.high, data.Indefinite
		if n.adjacent {
			m.quantity.Bound = data.Range
		}
	case n.atLeast:
		m.quantity.Bound, m.quantity.Hedge = data.AtLeast, "上"
	}
	other, isRange := s.rangeEnd(&m, n)
	s.currencyBefore(&m)
	s.hedges(&m)
	if n.kind != numeral.Plain {
		if !s.share(&m, n) {
			s.refuse(n, "no_unit")
			return m.numEnd
		}
	} else if reason := s.unit(&m, n); reason != "" {
		s.refuse(n, reason)
		return m.numEnd
	}
	if s.perNext != "" && m.quantity.Per == "" && m.numStart < s.perUntil {
		m.quantity.Per, s.perNext = s.perNext, ""
	}
	if isRange && m.change {
		first := m
		low, high := *m.quantity.Low, *m.quantity.High
		first.quantity.Value, first.quantity.Low, first.quantity.High, first.quantity.Bound = &low, nil, nil, data.Exact
		second := first
		second.quantity.Value, second.second = &high, true
		first.end, first.numEnd = n.end, n.end
		second.start, second.numStart = other.start, other.start
		s.mentions = append(s.mentions, first, second)
		return max(m.numEnd, m.end)
	}
	s.mentions = append(s.mentions, m)
	return max(m.numEnd, min(m.end, m.nounEnd))
}

// proportion reads "one in five", "3 out of 10", 每五名女童中有一名 as the share that they state.
func (s *scanner) proportion(n *number) {
	t := s.t
	if n.kind != numeral.Plain || n.low != nil {
		return
	}
	before := n.start
	for before > 0 && blank(t[before-1]) {
		before--
	}
	if before > 0 && t[before-1] == '每' {
		s.everyHan(n, before-1)
		return
	}
	for _, link := range []string{" in every ", " out of every ", " out of ", " in "} {
		j := n.end + len(link)
		if !prefix(t, n.end, link) || j >= len(t) {
			continue
		}
		of, ok := numeralAt(t, j)
		if !ok || of.low != nil || of.grouped || of.kind != numeral.Plain || n.value.Cmp(of.value) >= 0 || of.value.Cmp(whole(1000)) > 0 {
			return
		}
		switch {
		case link == " in " && n.value.Cmp(whole(1)) != 0 && of.value.Cmp(whole(10)) > 0, link == " out of " && of.value.Cmp(whole(10)) > 0 && of.value.Cmp(whole(100)) != 0:
			return
		}
		after := of.end
		for after < len(t) && blank(t[after]) {
			after++
		}
		if w, _ := wordAt(t, min(after, len(t)-1)); englishMonths[w] > 0 || length(t, min(after, len(t)-1)) > 0 {
			return
		}
		n.value, n.kind, n.end = n.value.Times(whole(100)).Over(of.value), numeral.Percent, of.end
		return
	}
}

// everyHan reads 每五名女童中就有一名 as 20 per cent.
func (s *scanner) everyHan(n *number, start int) {
	t := s.t
	for j := n.end; j < len(t) && j < n.end+16 && !clauseEnd(t, j); j++ {
		if t[j] != '中' && t[j] != '就' {
			continue
		}
		for _, w := range []string{"中就有", "中即有", "中便有", "中约有", "中有", "中至少有", "就有"} {
			if !prefix(t, j, w) {
				continue
			}
			k := past(t, j+len([]rune(w)))
			if k >= len(t) {
				return
			}
			if part, ok := numeralAt(t, k); ok && part.low == nil && part.value.Cmp(n.value) < 0 {
				n.value, n.kind = part.value.Times(whole(100)).Over(n.value), numeral.Percent
				n.start, n.end = start, part.end+len([]rune(classifier(t, min(part.end, len(t)-1))))
			}
			return
		}
	}
}

// share makes a percentage of a fraction or of 百分之; false where a fraction is of nothing: a half-brother, a second half.
func (s *scanner) share(m *mention, n number) bool {
	if n.kind == numeral.Fraction {
		if m.quantity.Value == nil {
			return false
		}
		m.times(100)
		if !unicode.Is(unicode.Han, s.t[n.start]) && n.words {
			switch strings.ToLower(wordBefore(s.t, n.start)) {
			case "first", "second", "latter", "last", "other", "this", "that", "past", "next", "final", "earlier", "early", "late":
				return false
			}
			j := n.end
			for j < len(s.t) && blank(s.t[j]) {
				j++
			}
			switch w, _ := wordAt(s.t, j); w {
			case "of", "the", "all", "its", "their", "those", "that", "were", "are", "have", "had", "more", "less", "":
			default:
				return false
			}
		}
	}
	m.quantity.Unit, m.end = "percent", max(m.end, m.numEnd)
	m.nounEnd = m.end
	s.hedgeBehind(m)
	return true
}

// times multiplies what a mention states.
func (m *mention) times(factor int64) {
	for _, d := range []**data.Decimal{&m.quantity.Value, &m.quantity.Low, &m.quantity.High} {
		if *d != nil {
			product := (*d).Times(whole(factor))
			*d = &product
		}
	}
}

func (s *scanner) refuse(n number, reason string) {
	s.refusals = append(s.refusals, data.Refusal{Paragraph: s.para, Text: string(s.t[n.start:n.end]), Start: n.start, End: n.end, Reason: reason})
}

// rangeEnd joins "500 至 1 200", "600–800", "between A and B": the second number's scale and unit serve both.
func (s *scanner) rangeEnd(m *mention, n number) (number, bool) {
	t, j := s.t, n.end
	for j < len(t) && blank(t[j]) {
		j++
	}
	sign := "" // "80%至 95%", "40 per cent to 50 per cent"
	for _, w := range []string{"%", "per cent"} {
		if prefix(t, j, w) {
			sign = w
			for j += len(w); j < len(t) && blank(t[j]); j++ {
			}
		}
	}
	link := 0
	for _, l := range []string{"至", "到", "-", "–", "—", "~", "～", "to ", "through "} {
		if prefix(t, j, l) {
			link = len([]rune(l))
		}
	}
	if link == 0 && prefix(t, j, "and ") && foldedSuffix(t, n.start, "between ") {
		link = 4
	}
	amid := false
	if link == 0 && (prefix(t, j, "与") || prefix(t, j, "和")) { // 10 与 20 之间
		link, amid = 1, true
	}
	or := link == 0 && prefix(t, j, "or ") // five or six
	if or {
		link = 3
	}
	if link == 0 || m.quantity.Bound == data.Indefinite {
		return number{}, false
	}
	k := j + link
	for k < len(t) && blank(t[k]) {
		k++
	}
	if amid && k < len(t) && t[k] == '第' {
		k++
	}
	if k >= len(t) || n.words && !numeral.HanDigit(t[k]) && !numeral.HanScale(t[k]) && !unicode.IsLetter(t[k]) {
		return number{}, false
	}
	other, ok := numeralAt(t, k)
	if !ok || other.low != nil || !(amid && t[k-1] == '第') && s.excluded(other) != "" || sign != "" && !prefix(t, past(t, other.end), sign) {
		return number{}, false
	}
	if or && n.value.Plus(whole(1)).Cmp(other.value) != 0 {
		return number{}, false
	}
	if amid {
		after := other.end
		for after < len(t) && blank(t[after]) {
			after++
		}
		if !prefix(t, after, "之间") {
			return number{}, false
		}
	}
	low, high := n.value, other.value
	if !n.grouped && other.grouped && low.Cmp(high) < 0 { // "5 至 10 万": the scale serves both
		scaled := number{end: n.end, value: low}
		tail := other.end
		for tail > k && !digit(t[tail-1]) {
			tail--
		}
		after := number{end: tail, value: low}
		scale(t, &after)
		scaled.value = after.value
		if scaled.value.Cmp(high) <= 0 {
			low = scaled.value
		}
	}
	from := suffix(t, n.start, "从 ") || suffix(t, n.start, "从") || suffix(t, n.start, "由") || foldedSuffix(t, n.start, "from ")
	if from && (low.Cmp(high) > 0 || s.tellsChange(n.start)) {
		m.change = true
	} else if low.Cmp(high) >= 0 {
		return number{}, false
	}
	m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, &low, &high, data.Range
	m.numEnd, m.end = other.end, other.end
	for _, w := range []string{"between ", "在", "在 "} {
		if foldedSuffix(t, m.start, w) {
			m.start -= len([]rune(w))
			break
		}
	}
	return other, true
}

func (s *scanner) tellsChange(before int) bool {
	near := string(s.t[max(0, before-30):min(len(s.t), before+16)])
	for _, w := range []string{"增", "减", "降", "升", "涨", "跌", "翻", "扩大", "缩", "上调", "下调", "increas", "decreas", "rose", "rise", "rising", "fell", "fall", "declin", "grew", "grow", "drop", "reduc", "doubl", "tripl", "jump", "soar", "surg", "climb", "plummet", "shrank", "expand", "contract", "slow", "eas", "went", "cut ", "improv", "deteriorat", "up from", "down from", "revis", "lower", "rais", "deprecia", "apprecia"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// comparing are hedges that, before a standard, compare and hedge nothing: 高于 3%的预期.
var comparing = map[string]bool{"高于": true, "低于": true, "超过": true, "大于": true, "小于": true, "多于": true, "少于": true}

// standard tells whether the number that ends at end is an expectation, an average or a target.
func (s *scanner) standard(end int) bool {
	behind := string(s.t[end:min(len(s.t), end+10)])
	for _, w := range []string{"的预期", "的平均", "的目标", "的水平", "的指标", "的全国平均", "的世界平均", "的全球平均"} {
		if strings.Contains(behind, w) {
			return true
		}
	}
	return false
}

// past is the next place behind blanks.
func past(t []rune, i int) int {
	for i < len(t) && blank(t[i]) {
		i++
	}
	return i
}

// hedges takes the hedging words around a number.
func (s *scanner) hedges(m *mention) {
	h, at := s.hedgeBefore(m.start)
	if comparing[h.word] && s.standard(m.numEnd) {
		return
	}
	if h.word == "" && suffix(s.t, m.start, "的") { // 约占世界产值的四分之一
		for i := m.start - 2; i > 0 && i > m.start-24 && !clauseEnd(s.t, i); i-- {
			if prefix(s.t, i, "约占") && m.quantity.Bound == data.Exact {
				m.quantity.Bound, m.quantity.Hedge = data.About, "约"
			}
		}
	}
	if h.word != "" && suffix(s.t, at, "远") { // "far below the average of 3.1 per cent" compares; it hedges nothing
		return
	}
	if h.word != "" {
		m.start = at
		if m.quantity.Bound == data.Exact || m.quantity.Bound == data.AtLeast {
			m.quantity.Bound = h.bound
		}
		m.quantity.Hedge = h.word
	}
	j := m.numEnd
	for j < len(s.t) && blank(s.t[j]) {
		j++
	}
	if j < len(s.t) && (s.t[j] == '多' || s.t[j] == '余') && m.quantity.Value != nil && m.quantity.Bound != data.Range && m.quantity.Bound != data.Indefinite {
		m.quantity.Bound, m.quantity.Hedge = data.MoreThan, string(s.t[j])
		m.numEnd, m.end = j+1, max(m.end, j+1)
		grown := number{end: j + 1, value: *m.quantity.Value}
		scale(s.t, &grown) // 一千多万
		if grown.end > j+1 {
			m.numEnd, m.end = grown.end, grown.end
			*m.quantity.Value = grown.value
		}
	}
}

// hedgeBehind takes 以上, 左右 and their like behind the counter.
func (s *scanner) hedgeBehind(m *mention) {
	if h, end := s.hedgeAfter(m.end); h.word != "" && (m.quantity.Bound == data.Exact || m.quantity.Bound == data.About && h.bound != data.About) {
		m.quantity.Bound, m.quantity.Hedge, m.end = h.bound, strings.TrimSpace(h.word), end
	}
}
