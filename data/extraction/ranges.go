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
	hyphen      bool   // 500-1 200
	perhaps     bool   // 300 or perhaps 400
	hedge       string // of the second number: between 500 and more than 1 200
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
	if code, at := s.signAt(n.start); code != "" {
		l.money, l.code, l.start = string(t[at:n.start]), code, at
	}
	length := 0
	for _, w := range []string{"至", "到", "-", "–", "—", "~", "～", "to ", "through ", "甚至", "乃至", "、甚至"} {
		if prefix(t, j, w) && (w[0] < 0x80 || len(w) < 6 || n.low != nil) {
			length = len([]rune(w))
		}
	}
	l.hyphen = runeAt(t, j) == '-'
	if second, hedged, ok := s.hedgedEnd(n, l); ok {
		l.second, l.hedge = second, hedged
		return l, true
	}
	if n.low != nil && n.words { // dozens, possibly hundreds
		for _, w := range []string{", possibly ", ", even ", ", if not ", " if not ", " and possibly ", " or even ", ", or even ", " or perhaps ", " or possibly "} {
			if prefix(t, n.end, w) {
				l.second = n.end + len(w)
				return l, l.second < len(t)
			}
		}
	}
	for _, w := range []string{"or perhaps ", "or possibly ", "or even ", "perhaps ", "possibly ", "if not "} {
		if prefix(t, j, w) && length == 0 && !n.words && digit(runeAt(t, j+len(w))) {
			length, l.or, l.perhaps = len(w), true, true
		}
	}
	switch {
	case length > 0:
	case prefix(t, j, "and ") && foldedSuffix(t, s.minus(l.start), "between "):
		length = len("and ")
	case prefix(t, j, "与"), prefix(t, j, "和"):
		length, l.amid = 1, true
	case prefix(t, j, "or "):
		length, l.or = len("or "), true
	case prefix(t, j, "或"), prefix(t, j, "、") && neighbouringDigits(t, n, j+1): // 3、4 人
		length, l.or = 1, true
	default:
		return l, false
	}
	l.second = past(t, j+length)
	if l.amid && prefix(t, l.second, "第") {
		l.second++
	}
	for _, sign := range []string{l.money, "$"} { // $2 million to $3 million; from $2 to $3 is a change
		if l.money == "" || !prefix(t, l.second, sign) {
			continue
		}
		if !ranged(t, l.start) && (foldedSuffix(t, l.start, "from ") || foldedSuffix(t, l.start, "by ") || s.tellsChange(l.start)) {
			return l, false
		}
		l.second += len([]rune(sign))
		break
	}
	return l, l.second < len(t)
}

// hedgedEnd finds the second number of a range whose ends are hedged: at least 300 and up to 500, between 500 and more than
// 1,200.
func (s *scanner) hedgedEnd(n number, l link) (int, string, bool) {
	t := s.t
	first, _ := s.hedgeBefore(l.start)
	between := foldedSuffix(t, l.start, "between ")
	if !between && first.bound != data.AtLeast && first.bound != data.MoreThan {
		return 0, "", false
	}
	for _, w := range []string{", and possibly ", " and possibly ", ", possibly ", ", but ", " but ", " and ", ", and ", " or ", " "} {
		from := n.end + len(w)
		if !prefix(t, n.end, w) || from >= len(t) {
			continue
		}
		for j := from + 1; j < len(t) && j < from+24 && !clauseEnd(t, j); j++ {
			if unicode.IsLetter(t[j-1]) {
				continue
			}
			if _, ok := numeralAt(t, j); !ok {
				continue
			}
			at := j
			if l.money != "" && suffix(t, j, l.money) {
				at -= len([]rune(l.money))
			}
			h, hedged := s.hedgeBefore(at)
			if hedged == from && (w != " " || prefix(t, from, "nor ")) && (h.bound == data.AtMost || h.bound == data.LessThan || between) {
				return j, h.word, true
			}
			break
		}
	}
	return 0, "", false
}

// secondEnd reads the second number of a range; false where what stands there is none, or does not bear what the first does.
func (s *scanner) secondEnd(n number, l link) (number, bool) {
	t, k := s.t, l.second
	if n.words && n.low == nil && !numeral.HanDigit(t[k]) && !numeral.HanScale(t[k]) && !unicode.IsLetter(t[k]) {
		return number{}, false
	}
	if strings.ContainsRune("-−–", t[k]) && digit(runeAt(t, k+1)) && s.minus(l.start) < l.start { // −12 to −15
		k++
	}
	other, ok := numeralAt(t, k)
	if !ok {
		return number{}, false
	}
	tenths := n.kind == numeral.Percent && other.kind == numeral.Plain && prefix(t, n.start, "百分之") && other.words && classifier(t, min(other.end, len(t)-1)) == "" // 百分之五至十
	if reason := s.excluded(other); reason != "" && !(l.amid && t[k-1] == '第') && !tenths {
		if l.hyphen && reason == "name" && t[k-1] == '-' && !strings.ContainsAny(string([]rune{runeAt(t, n.start-1), runeAt(t, other.end)}), "-+/") { // the hyphen makes a name of what stands behind it alone
			reason = s.calendar(other, '-', runeAt(t, past(t, other.end)), past(t, other.end))
		}
		if reason != "" {
			return number{}, false
		}
	}
	if n.kind == numeral.Percent && other.kind == numeral.Plain && !tenths && prefix(t, n.start, "百分之") {
		return number{}, false
	}
	after := past(t, other.end)
	if other.atLeast && n.low != nil && n.words { // 数百甚至上千
		low, high := other.value, other.value.Times(whole(10)).Plus(whole(-1))
		other.low, other.high, other.atLeast = &low, &high, false
	}
	switch {
	case l.sign != "" && !prefix(t, after, l.sign), l.repeated != "" && !prefix(t, after, l.repeated), l.amid && !s.amidst(l.start, after),
		l.or && !l.perhaps && !neighbours(t, n, other, l) && (n.low == nil || other.low == nil):
		return number{}, false
	case (n.low != nil || other.low != nil) && (other.atLeast || foldedSuffix(t, l.start, "by ") || s.tellsChange(l.start) && changesFrom(t, l.start)):
		return number{}, false // from several hundred to a thousand
	case foldedSuffix(t, l.start, "by ") && n.value.Times(whole(2)).Cmp(other.value) < 0 && !prefix(t, after, "per cent") && !prefix(t, after, "%"):
		return number{}, false // rose by 144 to 456
	}
	return other, true
}

// amidst tells whether 之间 closes a range behind its second number, at once or, where 介于 or 在 opened it, behind the unit.
func (s *scanner) amidst(start, after int) bool {
	if prefix(s.t, after, "之间") {
		return true
	}
	start = unblanked(s.t, start)
	opened := suffix(s.t, start, "介于") || suffix(s.t, start, "在")
	for i := after; opened && i < len(s.t) && i < after+8 && !clauseEnd(s.t, i); i++ {
		if prefix(s.t, i, "之间") {
			return true
		}
	}
	return suffix(s.t, start, "介于")
}

// scaleValues are the scales that a second number in words gives to the first.
var scaleValues = map[string]int64{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// neighbouringDigits tells two digits, of which the second stands at j, that one classifier counts as "three or four".
func neighbouringDigits(t []rune, n number, j int) bool {
	if j = past(t, j); j+1 >= len(t) || !digit(t[j]) || n.end-n.start != 1 || !digit(t[n.start]) || t[j] != t[n.start]+1 || runeAt(t, unblanked(t, n.start)-1) == '、' {
		return false
	}
	next := past(t, j+1)
	return next < len(t) && !digit(t[j+1]) && classifier(t, next) != ""
}

// neighbours tells whether "or" joins a number and the next: five or six, two or three hundred.
func neighbours(t []rune, n, other number, l link) bool {
	first := carried(t, n, other, l.second)
	if first.Cmp(n.value) == 0 {
		return n.value.Plus(whole(1)).Cmp(other.value) == 0
	}
	return first.Cmp(other.value) < 0 && first.Over(n.value).Times(n.value.Plus(whole(1))).Cmp(other.value) == 0
}

// scaledMoney gives an amount the scale of the next one, where both bear a sign: from $3 to $4 million, US$3-$4 million.
func (s *scanner) scaledMoney(n *number) {
	t := s.t
	code, at := s.signAt(n.start)
	if code == "" || n.grouped || n.words {
		return
	}
	sign := t[at:n.start]
	for _, w := range []string{" to ", "-", "–", "—", " and ", " or ", "至", "到"} {
		if !prefix(t, n.end, w) {
			continue
		}
		k := n.end + len([]rune(w))
		for _, mark := range []string{string(sign), "$"} {
			if !prefix(t, k, mark) {
				continue
			}
			other, ok := numeralAt(t, min(k+len([]rune(mark)), len(t)-1))
			if ok && other.grouped && strings.TrimSpace(string(t[other.start:other.end])) != "" {
				if value := carried(t, *n, other, other.start); value.Cmp(n.value) > 0 {
					n.value, n.grouped = value, true
				}
			}
			return
		}
	}
}

// carried is the first number with the scale of the second, where it serves both: 5 至 10 万.
func carried(t []rune, n, other number, second int) data.Decimal {
	if word := strings.ToLower(wordBefore(t, other.end)); n.words && other.words && scaleValues[word] > 0 { // two to three hundred
		if whole(scaleValues[word]).Times(n.value).Cmp(other.value) < 0 && n.value.Cmp(whole(scaleValues[word])) < 0 {
			return whole(scaleValues[word]).Times(n.value)
		}
	}
	if n.grouped || !other.grouped || n.value.Cmp(other.value) >= 0 {
		return n.value
	}
	if thousands := n.value.Times(whole(1000)); digit(t[other.end-1]) && n.end-n.start <= 3 && thousands.Cmp(other.value) < 0 && thousands.Times(whole(10)).Cmp(other.value) >= 0 && suffix(t, other.end, "000") { // 10-12,000
		return thousands
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
	sign := s.minus(l.start)
	if sign < l.start { // between -3 and 5 per cent
		return s.signedRange(m, n, other, sign, l)
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
	from := changesFrom(t, n.start) && !ranged(t, n.start)
	if from && (low.Cmp(high) > 0 || s.tellsChange(n.start) || s.changeBefore(n.start)) {
		m.change = true
	} else if low.Cmp(high) >= 0 {
		return number{}, false
	}
	m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, &low, &high, bound
	if foldedSuffix(t, l.start, "between ") {
		m.quantity.Hedge = l.hedge
	}
	m.numEnd, m.end = other.end, other.end
	if l.money != "" {
		m.start, m.quantity.Unit = l.start, l.code
	}
	for _, w := range []string{"between ", "在", "在 ", "介于", "介于 "} {
		if foldedSuffix(t, m.start, w) {
			m.start -= len([]rune(w))
			break
		}
	}
	return other, true
}

// changeBefore tells whether the sentence has told a change already, whose verb serves this one too: rose from 3.2 to 4.5
// million and Chad's from 2.5 to 2.8 million.
func (s *scanner) changeBefore(start int) bool {
	n := len(s.mentions)
	return n > 0 && s.mentions[n-1].second && start-s.mentions[n-1].end < 60 && s.sameSentence(s.mentions[n-1].end, start)
}

// ranged tells the "from" that opens a range and no change: anything from $50 million to $300 million.
func ranged(t []rune, start int) bool {
	if !foldedSuffix(t, start, "from ") {
		return false
	}
	switch strings.ToLower(wordBefore(t, start-len("from "))) {
	case "anything", "anywhere", "ranging", "ranges", "ranged", "range", "varying", "varies", "varied":
		return true
	}
	return false
}

// signedRange is the range, or the change, whose first number lies below zero; m.signed tells that its signs are taken.
func (s *scanner) signedRange(m *mention, n, other number, sign int, l link) (number, bool) {
	low, high := n.value.Times(whole(-1)), other.value
	if strings.ContainsRune("-−–", runeAt(s.t, other.start-1)) && other.start-1 >= l.second {
		high = high.Times(whole(-1))
	}
	m.change = changesFrom(s.t, sign) && !ranged(s.t, sign)
	if low.Cmp(high) > 0 && !m.change {
		low, high = high, low
	}
	m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, &low, &high, data.Range
	m.start, m.numEnd, m.end, m.signed = sign, other.end, other.end, true
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
	if t[j] == '倍' || t[j] == '成' {
		word = string(t[j])
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
