package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/extraction/numeral"
	"figurebook.org/figurebook/data/vocabulary"
)

// What looks like a number and is none, or not the one that its digits alone would tell: misprints, margins, odds, numbers that are
// names. A misprint must never become a small exact number.

// malformed tells digits that are a piece of something that is not written as a number can be: 4,0003, 1,00, 10’031, 031.
func (s *scanner) malformed(n number) bool {
	t := s.t
	before, after := runeAt(t, n.start-1), runeAt(t, n.end)
	switch {
	case groupMark(after) && digit(runeAt(t, n.end+1)) && digit(runeAt(t, n.end-1)),
		groupMark(before) && digit(runeAt(t, n.start-2)):
		return true
	case blank(before) && runeAt(t, unblanked(t, n.start)-1) == ',' && digit(runeAt(t, unblanked(t, n.start)-2)) && zeroed(t, n): // 10, 031: torn at a line's end
		return true
	case after == ',' && zeroed(t, number{start: past(t, n.end+1)}):
		return true
	}
	return zeroed(t, n)
}

// groupMark tells the signs that part the groups of a number, or its decimals.
func groupMark(r rune) bool { return r == ',' || r == '\'' || r == '’' }

// zeroed tells digits that begin with a nought and go on: 031.
func zeroed(t []rune, n number) bool {
	return runeAt(t, n.start) == '0' && digit(runeAt(t, n.start+1))
}

// thousandsPoint tells a count of whole things whose three decimals must be a group of thousands, or a misprint: 3.500 houses.
func (s *scanner) thousandsPoint(m *mention, n number) bool {
	if n.words || n.grouped || m.quantity.Value == nil || n.end-n.start < 5 {
		return false
	}
	point := n.end - 4
	if s.t[point] != '.' || m.quantity.Unit == "" || signable(m.quantity.Unit) || physical(m.quantity.Unit) || lasting[m.quantity.Unit] || m.quantity.Per != "" {
		return false
	}
	switch m.quantity.Unit {
	case "times", "percent", "fraction", "index":
		return false
	}
	for i := n.start; i < n.end; i++ {
		if i != point && !digit(s.t[i]) {
			return false
		}
	}
	return true
}

// marginEnd is the end of the margin of error that stands at t[j] behind a number, with its brackets: ± 0.12, (+/- 3), plus or minus
// 5; j where none does.
func marginEnd(t []rune, j int) int {
	k := j
	if runeAt(t, k) == '(' || runeAt(t, k) == '（' {
		k++
	}
	sign := false
	for _, w := range []string{"±", "+/-", "+/−", "+/–", "plus or minus ", "正负"} {
		if prefix(t, k, w) {
			k, sign = past(t, k+len([]rune(w))), true
			break
		}
	}
	if !sign || k >= len(t) {
		return j
	}
	n, ok := numeralAt(t, k)
	if !ok || n.end == k {
		return j
	}
	if k = n.end; runeAt(t, j) != '(' && runeAt(t, j) != '（' {
		return k
	}
	for ; k < len(t) && k < j+20; k++ {
		if t[k] == ')' || t[k] == '）' {
			return k + 1
		}
	}
	return j
}

// marginSign tells whether a sign of a margin of error ends before start.
func marginSign(t []rune, start int) bool {
	end := unblanked(t, start)
	if runeAt(t, end-1) == '±' || suffix(t, end, "or minus") || suffix(t, end, "正负") {
		return true
	}
	return (runeAt(t, end-1) == '-' || runeAt(t, end-1) == '−') && suffix(t, end-1, "+/")
}

// odds tells the two numbers of a ratio, which are no range: a ratio of women to men of 1 to 4.
func (s *scanner) odds(n number) bool {
	t := s.t
	start := n.start
	switch {
	case prefix(t, n.end, " to "):
		other, ok := numeralAt(t, min(n.end+len(" to "), len(t)-1))
		if !ok || other.grouped || other.low != nil || prefix(t, past(t, other.end), "per cent") || prefix(t, past(t, other.end), "%") {
			return false
		}
	case suffix(t, start, " to "):
		first := start - len(" to ")
		for start = first; start > 0 && latinOrDigit(t[start-1]); start-- {
		}
		if one, ok := numeralAt(t, start); !ok || one.end != first || prefix(t, past(t, n.end), "per cent") || prefix(t, past(t, n.end), "%") {
			return false
		}
	default:
		return false
	}
	if n.grouped || n.low != nil || n.kind != numeral.Plain {
		return false
	}
	from := start
	for from > 0 && start-from < 90 && !clauseEnd(t, from-1) {
		from--
	}
	clause := strings.ToLower(string(t[from:start]))
	at := max(strings.LastIndex(clause, "ratio "), strings.LastIndex(clause, "odds "))
	if at < 0 {
		return false
	}
	words := strings.Fields(clause[at:])
	switch words[len(words)-1] {
	case "from", "between", "by":
		return false
	}
	return true
}

// sanctionsList tells a resolution's number that names the list or the regime that it set up: the 1267 sanctions list, 1267 制裁名单.
func (s *scanner) sanctionsList(n number, j int) bool {
	t := s.t
	if n.words || n.grouped || n.end-n.start < 3 || n.end-n.start > 4 || j >= len(t) {
		return false
	}
	for _, w := range []string{"名单", "清单", "制裁", "监察组", "监测组", "监察员", "号决议"} {
		if prefix(t, j, w) {
			return true
		}
	}
	switch strings.ToLower(wordBefore(t, n.start)) {
	case "the", "un", "council", "nations", "its", "their":
	default:
		return false
	}
	w, end := wordAt(t, j)
	if w == "sanctions" || w == "isil" {
		w, _ = wordAt(t, min(past(t, end), len(t)-1))
		return n.end-n.start == 4 && w != "" && w != "were" && w != "against"
	}
	switch w {
	case "list", "regime", "ombudsperson":
		return true
	}
	return false
}

// event tells the month and the day by which an event is called: 9·11, 9.11 事件, 三二三运动.
func (s *scanner) event(n number, j int) bool {
	t := s.t
	dot := func(r rune) bool { return r == '·' || r == '•' || r == '‧' || r == '・' }
	switch {
	case dot(runeAt(t, n.end)) && digit(runeAt(t, n.end+1)), dot(runeAt(t, n.start-1)) && digit(runeAt(t, n.start-2)):
		return true
	case !n.words:
		at := n.start
		for at < n.end && t[at] != '.' {
			at++
		}
		if at == n.end || n.grouped || n.end-n.start > 5 {
			return false
		}
		for _, w := range []string{"事件", "恐怖袭击", "恐袭", "袭击", "”事件", "大地震"} {
			if prefix(t, j, w) {
				return true
			}
		}
		return false
	}
	if n.end-n.start < 3 || n.low != nil || j >= len(t) || !unicode.Is(unicode.Han, t[j]) || classifier(t, j) != "" || n.grouped {
		return false
	}
	for i := n.start; i < n.end; i++ {
		if !numeral.HanDigit(t[i]) {
			return false
		}
	}
	_, unit := s.words.Units.At(t, j)
	_, noun := s.words.Nouns.At(t, j)
	return unit > 1 || noun > 1
}

// inName tells a number that stands within the name of a group or a mission.
func (s *scanner) inName(n number) bool {
	for i := max(0, n.start-8); i <= n.start; i++ {
		for _, names := range []*vocabulary.Forms{&s.words.Groups, &s.words.Missions} {
			if _, k := names.At(s.t, i); i+k >= n.end && k > 0 && (i < n.start || i+k > n.end) {
				return true
			}
		}
	}
	return false
}
