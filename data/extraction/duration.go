package extraction

import "strings"

// lengths are the words for lengths of time, behind a number.
var lengths = []struct{ word, unit string }{
	{"years", "year"},
	{"year ", "year"},
	{"months", "month"},
	{"weeks", "week"},
	{"days", "day"},
	{"hours", "hour"},
	{"minutes", "minute"},
	{"decades", "decade"},
	{"个月", "month"},
	{"年", "year"},
	{"周", "week"},
	{"天", "day"},
	{"个星期", "week"},
	{"小时", "hour"},
	{"个小时", "hour"},
	{"分钟", "minute"},
	{"岁", "year"},
	{"-year", "year"},
	{"-month", "month"},
	{"-week", "week"},
	{"-day", "day"},
	{"-hour", "hour"},
}

// facts are the words beside a length of time that make it a fact of its own and no mere date: a sentence, an expectancy, a
// time that something takes or lasts.
var facts = []string{
	"prison", "imprison", "sentence", "expectancy", "take ", "takes ", "lasting", "lasted", "average", "term of", "tenure", "delay", "detained for", "jail", "held for", "captivity", "custody",
	"为期", "任期", "徒刑", "监禁", "预期寿命", "需要", "还需", "历时", "平均", "持续", "耽搁", "刑期", "需", "囚禁", "关押", "羁押", "拘留",
}

// occasions are what a stated number of days may be the length of: a three-week course.
var occasions = []string{"course", "workshop", "training", "consultation", "seminar", "conference", "forum", "meeting", "visit", "ceasefire", "truce", "curfew", "session", "exercise", "dialogue", "retreat", "mission"}

// length is the length in runes of a word for a length of time at t[j]; 0 where none stands there.
func length(t []rune, j int) int {
	for _, l := range lengths {
		if prefix(t, j, l.word) && !(l.word == "周" && prefix(t, j, "周年")) {
			return len([]rune(l.word))
		}
	}
	return 0
}

// duration takes a length of time only where the words make it a fact of its own.
func (s *scanner) duration(m *mention, j int) bool {
	t := s.t
	for _, l := range lengths {
		if !prefix(t, j, l.word) {
			continue
		}
		end := j + len([]rune(strings.TrimSpace(l.word)))
		behind := strings.ToLower(string(t[end:min(len(t), end+60)]))
		near, all := "", facts
		if l.word[0] == '-' {
			near, all = behind, occasions
		} else if l.word == "year " && m.quantity.Value != nil && m.quantity.Value.Cmp(whole(1)) > 0 { // the five year average
			near, all = behind, occasions
		} else if l.word[0] < 0x80 {
			near = strings.ToLower(string(t[max(0, m.start-48):m.start])) + "|" + behind[:min(24, len(behind))]
		} else {
			near = string(t[max(0, m.start-10):min(len(t), end+6)])
		}
		if l.word == "岁" {
			near, all = string(t[max(0, m.start-24):m.start]), []string{"寿命"}
		}
		if (l.unit == "hour" || l.unit == "minute") && l.word[0] != '-' && l.word[0] < 0x80 && (timeSpent(t, m) || s.comparedTime(m, l.unit)) {
			m.quantity.Unit, m.end, m.nounEnd = l.unit, end, end
			s.hedgeBehind(m)
			s.per(m)
			return true
		}
		for _, f := range all {
			if strings.Contains(near, f) {
				m.quantity.Unit, m.end, m.nounEnd = l.unit, end, end
				s.hedgeBehind(m)
				return true
			}
		}
		return false
	}
	return false
}

// comparedTime tells a length of time that another one is compared with: 5.5 hours, compared to 2 hours for men.
func (s *scanner) comparedTime(m *mention, unit string) bool {
	n := len(s.mentions)
	if n == 0 || s.mentions[n-1].quantity.Unit != unit || m.start-s.mentions[n-1].end > 30 {
		return false
	}
	return holdsAny(string(s.t[s.mentions[n-1].end:m.start]), "compared ", "against", "versus")
}
