package extraction

import (
	"regexp"
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
	phrase           string // of a Chinese count: all that stands between the classifier and the end of the head noun
	counter          string // the Chinese classifier
	change           bool   // one of the two points of a change
	second           bool   // the later of them
	signed           bool   // its ends bear their signs
	unconfirmed      bool   // its sentence says that nobody could confirm it
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
	before   int // how many of them are of paragraphs before
}

// scan finds the quantities of a text and the numbers that are none, which it adds to those refused before.
func scan(paragraph string, t []rune, notes []data.Footnote, words *vocabulary.Vocabulary, refused []data.Refusal) *scanner {
	s := &scanner{t: t, words: words, para: paragraph, refusals: refused, before: len(refused)}
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
		n, ok := manifold(t, i)
		if !ok {
			n, ok = numeralAt(t, i)
		}
		if !ok {
			i++
			continue
		}
		i = s.take(n)
	}
	return s
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
	s.scaledMoney(&n)
	if code, at := s.signAt(unblanked(s.t, n.start)); code != "" && spelled(s.t, at, &mention{numStart: n.start, numEnd: n.end}) { // Rs 45, LL 7
		s.refuse(n, "name")
		return n.end
	}
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
	case n.hedge.word != "":
		m.quantity.Bound, m.quantity.Hedge = n.hedge.bound, n.hedge.word
	case n.atLeast:
		m.quantity.Bound, m.quantity.Hedge = data.AtLeast, "上"
	}
	other, isRange := s.rangeEnd(&m, n)
	s.currencyBefore(&m)
	negative := false
	if at := s.minus(m.start); at < m.start {
		m.start, negative = at, true
	}
	s.hedges(&m)
	if s.doubtful(&m) {
		s.refuse(n, "no_unit")
		return n.end
	}
	if n.kind != numeral.Plain {
		if !s.share(&m, n) {
			s.refuse(n, "no_unit")
			return m.numEnd
		}
	} else if reason := s.unit(&m, n); reason != "" {
		s.refuse(n, reason)
		return m.numEnd
	}
	if s.thousandsPoint(&m, n) {
		s.refuse(n, "malformed")
		return m.numEnd
	}
	if m.quantity.Unit == "dose" && s.schedule(&m) {
		s.refuse(n, "rate")
		return m.numEnd
	}
	if s.perNext != "" && m.quantity.Per == "" && m.numStart < s.perUntil {
		m.quantity.Per, s.perNext = s.perNext, ""
	}
	if negative && !m.signed && !s.negate(&m) || m.signed && !signable(m.quantity.Unit) {
		s.refuse(n, "no_unit")
		return max(m.numEnd, m.end)
	}
	s.hedgeBehindVerb(&m)
	m.settle()
	switch s.asserted(&m) {
	case asDenied:
		s.refuse(n, "denied")
		return max(m.numEnd, min(m.end, m.nounEnd))
	case asSupposed:
		s.refuse(n, "supposed")
		return max(m.numEnd, min(m.end, m.nounEnd))
	case asUnconfirmed:
		m.unconfirmed = true
	}
	end := s.estimate(&m)
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
	return max(m.numEnd, min(m.end, m.nounEnd), end)
}

// signable tells the units whose numbers may lie below zero.
func signable(unit string) bool {
	switch unit {
	case "percent", "percentage_point", "basis_point", "per_mille", "degree_celsius", "index", "metre", "millimetre", "centimetre":
		return true
	}
	return currency(unit) || sharedMoney[unit]
}

// negate gives a quantity the sign that stands before it; false where nothing of its unit lies below zero and the sign is no
// mark of a list.
func (s *scanner) negate(m *mention) bool {
	if !signable(m.quantity.Unit) {
		mark := m.start == 0 && !unicode.IsLetter(s.t[0]) // - 5 people
		m.start = m.numStart
		return mark
	}
	m.times(-1)
	m.quantity.Low, m.quantity.High = m.quantity.High, m.quantity.Low
	return true
}

// hedgeBehindVerb finds the hedge that closes the sentence behind the verb of a number: 300 people died at least.
func (s *scanner) hedgeBehindVerb(m *mention) {
	t := s.t
	if m.quantity.Bound != data.Exact {
		return
	}
	for i := m.end; i < len(t) && i < m.end+24 && !digit(t[i]) && !sentenceEnd(t, i); i++ {
		for _, h := range []hedge{{" at least", data.AtLeast}, {" at the very least", data.AtLeast}, {", if not more", data.AtLeast}, {" if not more", data.AtLeast}, {", possibly more", data.AtLeast}, {" at most", data.AtMost}, {", give or take", data.About}, {", more or less", data.About}} {
			if end := i + len(h.word); prefix(t, i, h.word) && (end >= len(t) || sentenceEnd(t, end)) {
				m.quantity.Bound, m.quantity.Hedge = h.bound, strings.Trim(h.word, ", ")
				return
			}
		}
	}
}

// estimate takes the interval in brackets behind a quantity into its words: 35 million people (33.2
// million–37.2 million). It gives the end of the brackets; 0 where none stand there.
func (s *scanner) estimate(m *mention) int {
	j := past(s.t, m.end)
	if j >= len(s.t) {
		return 0
	}
	end := intervalEnd(s.t, j)
	if end == j {
		return 0
	}
	m.estimated(string(s.t[j:end]))
	m.end = end
	return end
}

// estimated makes an estimate of a number behind which its interval of uncertainty stands, and keeps that as its words.
func (m *mention) estimated(interval string) {
	if m.quantity.Bound == data.Exact {
		m.quantity.Bound = data.About
	}
	if m.quantity.Hedge == "" {
		m.quantity.Hedge = interval
	}
}

// settle holds what every later stage builds on: the words of a mention hold its number, and its noun ends no sooner.
func (m *mention) settle() {
	m.start, m.end = min(m.start, m.numStart), max(m.end, m.numEnd)
	m.nounEnd = max(m.nounEnd, m.numEnd)
}

// schedule tells the doses that each of those counted before was given: received two doses, 接种了两剂疫苗.
func (s *scanner) schedule(m *mention) bool {
	if m.quantity.Value == nil || m.quantity.Value.Cmp(whole(4)) > 0 {
		return false
	}
	before := strings.ToLower(string(s.t[max(0, m.start-14):m.start]))
	return holdsAny(before, "receiv", "given", "with ", "of ", "接种", "接受", "打了", "服用")
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

// comparing are hedges that, before a standard, compare and hedge nothing: 高于 3%的预期.
var comparing = map[string]bool{"高于": true, "低于": true, "超过": true, "超过了": true, "大于": true, "小于": true, "多于": true, "少于": true, "未达到": true, "未达": true, "达到": true}

// standard matches, behind a number and its sign, what makes it an expectation, an average or a target that another number is
// held against: 3.1%的世界长期平均增长率. Something else may have one, 300 万美元的预算缺口, so the clause ends with it.
var standard = regexp.MustCompile(`^%?[^\p{P}的]{0,3}的[^\p{P}]{0,12}?(?:预期|预算|平均|目标|水平|指标)(?:水平|目标|指标|值|数|额|线|增长率|增速|增幅)?(?:$|\p{P})`)

// bracketed are brackets, which part a number from the words it goes with.
var bracketed = regexp.MustCompile(`[(（][^()（）]*[)）]`)

func (s *scanner) standard(end int) bool {
	return standard.MatchString(bracketed.ReplaceAllString(string(s.t[end:min(len(s.t), end+40)]), ""))
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
	if h.word == "" {
		h, at = s.hedgeBeforeArticle(m)
	}
	if h.word == "" && m.quantity.Bound == data.Exact {
		h, at = s.hedgeOverShare(m), m.start
	}
	if h.word == "" && m.quantity.Bound == data.Exact {
		h, at = s.hedgeOverVerb(m.start), m.start
	}
	if h.word == "" && m.quantity.Bound == data.Exact {
		h, at = s.clauseEstimate(m.start), m.start
	}
	if h.word != "" && !s.openingPhrase(h, at, m.numEnd) {
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
	and := j < len(s.t) && (s.t[j] == '多' || s.t[j] == '余')
	switch { // 300 至 400 多人, 不超过 100 多人
	case !and:
	case m.quantity.Bound == data.Range, m.quantity.Bound == data.AtMost, m.quantity.Bound == data.LessThan:
		if m.quantity.Hedge == "" {
			m.quantity.Hedge = string(s.t[j])
		}
		m.numEnd, m.end = j+1, max(m.end, j+1)
		return
	}
	if and && m.quantity.Value != nil && m.quantity.Bound != data.Range && m.quantity.Bound != data.Indefinite {
		m.quantity.Bound, m.quantity.Hedge = data.MoreThan, string(s.t[j])
		m.numEnd, m.end = j+1, max(m.end, j+1)
		grown := number{end: j + 1, value: *m.quantity.Value}
		scale(s.t, &grown) // 一千多万
		if grown.end > j+1 {
			m.numEnd, m.end = grown.end, grown.end
			*m.quantity.Value = grown.value
		}
	}
	s.gluedHedge(m)
	if n := len(s.mentions); n > 0 && s.mentions[n-1].end > m.start { // words of the figure before are none of this one's
		m.start = min(s.mentions[n-1].end, m.numStart)
	}
}

// weakens tells whether a hedge behind a number says more than what stands before it: as many as 300, and possibly more.
func (s *scanner) weakens(m *mention, h hedge) bool {
	switch m.quantity.Bound {
	case data.Exact:
		return true
	case data.About:
		return h.bound != data.About
	case data.AtMost:
		return strings.HasSuffix(h.word, "more") || strings.HasSuffix(h.word, "更多")
	}
	return false
}

// hedgeBehind takes 以上, 左右 and their like behind the counter, and 多 behind a multiple or a unit of measure.
func (s *scanner) hedgeBehind(m *mention) {
	switch h, end := s.hedgeAfter(m.end); {
	case h.word == "":
	case s.weakens(m, h):
		m.quantity.Bound, m.quantity.Hedge, m.end = h.bound, strings.TrimSpace(h.word), end
	case h.bound == m.quantity.Bound, m.quantity.Bound == data.Range, m.quantity.Bound == data.Indefinite: // 估计在 300 人左右
		m.end = end
		if m.quantity.Hedge == "" {
			m.quantity.Hedge = h.word
		}
	}
	if m.quantity.Bound != data.Exact && m.quantity.Bound != data.About {
		return
	}
	switch unit := m.quantity.Unit; {
	case unit == "times", unit == "percentage_point", currency(unit), physical(unit), runeAt(s.t, m.end-1) == '成':
	default:
		return
	}
	switch {
	case prefix(s.t, m.end, "有余"):
		m.quantity.Bound, m.quantity.Hedge, m.end = data.MoreThan, "有余", m.end+2
	case runeAt(s.t, m.end) == '多' && !strings.ContainsRune("于边数年元样种方国民次功", runeAt(s.t, m.end+1)): // 两倍多, no 多边
		m.quantity.Bound, m.quantity.Hedge, m.end = data.MoreThan, "多", m.end+1
	}
}
