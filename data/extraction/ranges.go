package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// A link is what stands between the two numbers of a range.
type link struct {
	second      int    // where the second number begins
	sign        string // the per cent that both numbers bear
	repeated    string // the unit that both bear: 500 人至 600 人
	money, code string // the currency sign that the first bears, and maybe the second
	start       int    // of the first number with its sign
	amid        bool   // 10 与 20 之间
	or          bool   // five or six
}

// linked reads what links the number n to a second one; false where nothing does.
func (s *scanner) linked(n number) (link, bool) {
	t, j := s.t, past(s.t, n.end)
	l := link{start: n.start}
	for _, w := range []string{"%", "per cent"} { // "80%至 95%", "40 per cent to 50 per cent"
		if prefix(t, j, w) {
			l.sign, j = w, past(t, j+len(w))
		}
	}
	if word, behind := s.repeatedUnit(j, l.sign); word != "" {
		l.repeated, j = word, behind
	}
	for _, c := range signs {
		if suffix(t, n.start, c.sign) {
			l.money, l.code, l.start = c.sign, c.code, n.start-len([]rune(c.sign))
			break
		}
	}
	length := 0
	for _, w := range []string{"至", "到", "-", "–", "—", "~", "～", "to ", "through "} {
		if prefix(t, j, w) {
			length = len([]rune(w))
		}
	}
	switch {
	case length > 0:
	case prefix(t, j, "and ") && foldedSuffix(t, l.start, "between "):
		length = len("and ")
	case prefix(t, j, "与"), prefix(t, j, "和"):
		length, l.amid = 1, true
	case prefix(t, j, "or "):
		length, l.or = len("or "), true
	case prefix(t, j, "或"):
		length, l.or = 1, true
	default:
		return l, false
	}
	l.second = past(t, j+length)
	if l.amid && prefix(t, l.second, "第") {
		l.second++
	}
	if l.money != "" && prefix(t, l.second, l.money) { // $2 million to $3 million; from $2 to $3 is a change
		if foldedSuffix(t, l.start, "from ") || foldedSuffix(t, l.start, "by ") || s.tellsChange(l.start) {
			return l, false
		}
		l.second += len([]rune(l.money))
	}
	return l, l.second < len(t)
}

// secondEnd reads the second number of a range; false where what stands there is none, or does not bear what the first does.
func (s *scanner) secondEnd(n number, l link) (number, bool) {
	t, k := s.t, l.second
	if n.words && n.low == nil && !numeral.HanDigit(t[k]) && !numeral.HanScale(t[k]) && !unicode.IsLetter(t[k]) {
		return number{}, false
	}
	other, ok := numeralAt(t, k)
	if !ok || !(l.amid && t[k-1] == '第') && s.excluded(other) != "" {
		return number{}, false
	}
	after := past(t, other.end)
	switch {
	case l.sign != "" && !prefix(t, after, l.sign), l.repeated != "" && !prefix(t, after, l.repeated), l.amid && !prefix(t, after, "之间"),
		l.or && n.value.Plus(whole(1)).Cmp(other.value) != 0 && (n.low == nil || other.low == nil):
		return number{}, false
	case (n.low != nil || other.low != nil) && (other.atLeast || foldedSuffix(t, l.start, "by ") || s.tellsChange(l.start) && changesFrom(t, l.start)):
		return number{}, false // from several hundred to a thousand
	case foldedSuffix(t, l.start, "by ") && n.value.Times(whole(2)).Cmp(other.value) < 0 && !prefix(t, after, "per cent") && !prefix(t, after, "%"):
		return number{}, false // rose by 144 to 456
	}
	return other, true
}

// carried is the first number with the scale of the second, where it serves both: 5 至 10 万.
func carried(t []rune, n, other number, second int) data.Decimal {
	if n.grouped || !other.grouped || n.value.Cmp(other.value) >= 0 {
		return n.value
	}
	tail := other.end
	for tail > second && !digit(t[tail-1]) {
		tail--
	}
	scaled := number{end: tail, value: n.value}
	scale(t, &scaled)
	if scaled.value.Cmp(other.value) <= 0 {
		return scaled.value
	}
	return n.value
}

// rangeEnd joins "500 至 1 200", "600–800", "between A and B": the second number's scale and unit serve both.
func (s *scanner) rangeEnd(m *mention, n number) (number, bool) {
	t := s.t
	l, ok := s.linked(n)
	if !ok || n.atLeast {
		return number{}, false
	}
	other, ok := s.secondEnd(n, l)
	if !ok {
		return number{}, false
	}
	bound, low, high := data.Range, n.value, other.value
	if n.low == nil && other.low == nil {
		low = carried(t, n, other, l.second)
	}
	if other.low != nil { // 一百至数百
		high = *other.high
		if !other.adjacent {
			bound = data.Indefinite
		}
		if n.low == nil && low.Cmp(*other.low) >= 0 {
			return number{}, false
		}
	}
	if n.low != nil { // 数百至一千, 三四百至五百
		low = *n.low
		if !n.adjacent {
			bound = data.Indefinite
		}
		if n.high.Cmp(high) >= 0 {
			return number{}, false
		}
	}
	from := changesFrom(t, n.start)
	if from && (low.Cmp(high) > 0 || s.tellsChange(n.start)) {
		m.change = true
	} else if low.Cmp(high) >= 0 {
		return number{}, false
	}
	m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, &low, &high, bound
	m.numEnd, m.end = other.end, other.end
	if l.money != "" {
		m.start, m.quantity.Unit = l.start, l.code
	}
	for _, w := range []string{"between ", "在", "在 "} {
		if foldedSuffix(t, m.start, w) {
			m.start -= len([]rune(w))
			break
		}
	}
	return other, true
}

// changesFrom tells the word that opens a change, before its first number.
func changesFrom(t []rune, start int) bool {
	return suffix(t, start, "从 ") || suffix(t, start, "从") || suffix(t, start, "由") || foldedSuffix(t, start, "from ")
}

// repeatedUnit is the unit or classifier at j where a range repeats it behind its second number, and the place behind it.
func (s *scanner) repeatedUnit(j int, sign string) (string, int) {
	t := s.t
	if sign != "" || j >= len(t) || !unicode.Is(unicode.Han, t[j]) {
		return "", j
	}
	word := classifier(t, j)
	if _, n := s.words.Units.At(t, j); n > len([]rune(word)) {
		word = string(t[j : j+n])
	}
	if t[j] == '倍' {
		word = "倍"
	}
	if word == "" {
		return "", j
	}
	behind := past(t, j+len([]rune(word)))
	for _, l := range []string{"至", "到", "-", "–", "—", "~", "～", "或"} {
		if prefix(t, behind, l) {
			return word, behind
		}
	}
	return "", j
}

// tellsChange tells whether words of change stand before a number or close behind it.
func (s *scanner) tellsChange(before int) bool {
	near := string(s.t[max(0, before-30):min(len(s.t), before+16)])
	for _, w := range []string{"增", "减", "降", "升", "涨", "跌", "翻", "扩大", "缩", "上调", "下调", "increas", "decreas", "rose", "rise", "rising", "fell", "fall", "declin", "grew", "grow", "drop", "reduc", "doubl", "tripl", "jump", "soar", "surg", "climb", "plummet", "shrank", "expand", "contract", "slow", "eas", "went", "cut ", "improv", "deteriorat", "up from", "down from", "revis", "lower", "rais", "deprecia", "apprecia"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}
