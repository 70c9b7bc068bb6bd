package extraction

import (
	"strings"
	"unicode"
)

// People whom a Chinese sentence counts only as 人 or 名 are named by what is said of them: 240 万人是人口贩运的受害者,
// 63 万人患结核病, 受洪水影响的有 3 000 人.

// copulas tie those counted to what they are.
var copulas = []string{"是", "都是", "均为", "均是", "系", "成为", "沦为", "属于", "被列为", "被视为"}

// peoplePredicate is the measure that the predicate of people gives; empty where it gives none.
func (e *extractor) peoplePredicate(t []rune, m mention, sc scope) string {
	if !people(m.quantity.Unit) || m.counted != "" && !generalHan[m.counted] {
		return ""
	}
	i := past(t, max(m.end, m.nounEnd))
	if i < sc.clause[1] {
		for _, c := range copulas {
			if prefix(t, i, c) && !partOpens(t, m.start) {
				if name := e.closingNoun(t, i+len([]rune(c)), sc.clause[1]); name != "" && !generalNouns[name] && !whereabout[name] {
					return name
				}
			}
		}
		if prefix(t, i, "患") { // an illness: 患有慢性病
			return "patients"
		}
	}
	behind := string(t[min(i, sc.clause[1]):sc.clause[1]])
	if strings.HasPrefix(behind, "受") && holdsAny(behind, "影响", "波及", "冲击") || strings.HasPrefix(behind, "深受") { // 受到战争的影响
		return "people_affected"
	}
	if strings.HasPrefix(behind, "面临") && holdsAny(behind, "风险", "危险", "威胁") { // 面临被驱逐的风险
		return "people_at_risk"
	}
	if strings.HasPrefix(behind, "的") && strings.HasSuffix(strings.TrimRight(behind, "，。；, "), "威胁") { // 1 300 万人的生计受到威胁
		return "people_at_risk"
	}
	return ""
}

// generalHan are the Chinese words for people of whom nothing else is said.
var generalHan = wordSet("人 名 位 人员 人口 民众 群众 个人")

// closingNoun is the noun of the table with which a clause ends: 是人口贩运的受害者; empty where it ends in none, as 是被强迫工作的.
func (e *extractor) closingNoun(t []rune, from, to int) string {
	for to > from && !unicode.IsLetter(t[to-1]) {
		to--
	}
	if suffix(t, to, "之一") {
		to -= 2
	}
	for at := max(from, to-10); at < to; at++ {
		if name, n := e.words.Nouns.At(t, at); n > 1 && at+n == to {
			return name
		}
	}
	return ""
}

// lastNoun is the noun of the table that stands last in t[from:to]; empty where it holds none.
func (e *extractor) lastNoun(t []rune, from, to int) string {
	name := ""
	for j := from; j < to; {
		found, n := e.words.Nouns.At(t, j)
		if n < 2 || j+n > to {
			j++
			continue
		}
		if !generalNouns[found] {
			name = found
		}
		j += n
	}
	return name
}
