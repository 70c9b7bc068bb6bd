package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

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
