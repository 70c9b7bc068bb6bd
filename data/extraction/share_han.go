package extraction

import (
	"strings"
	"unicode"
)

// What a Chinese percentage is a share of, its syntax tells: 占 BASE 的 N%, BASE 中 N%, NOUN 有 N% and N%的 NOUN. A word that
// merely stands in the sentence tells nothing of it.

// followed are measures whose word may stand in a clause before the percentage, as the subject of both: rates, of which a
// sentence goes on to tell (失业率居高不下，达到 12%).
func followed(measure string) bool {
	for _, ending := range []string{"_rate", "_ratio", "inflation", "coverage", "prevalence", "turnout", "_yield", "_growth", "recidivism", "share_women", "share_of_gdp", "debt_to_gdp", "funding_level", "funding_gap"} {
		if strings.HasSuffix(measure, ending) {
			return true
		}
	}
	return strings.HasPrefix(measure, "access_to_")
}

// loosely tells whether a loose clue says nothing of a Chinese percentage, since no syntax ties the two.
func loosely(t []rune, m mention, sc scope, best clue) bool {
	if m.quantity.Unit != "percent" || best.role > loose || best.measure == "" {
		return false
	}
	end := best.at + len([]rune(best.word))
	sentence := string(t[sc.sentence[0]:sc.sentence[1]])
	switch best.measure { // a theme that is no rate: 贸易量有 80%, 债务利息占收入的 14%
	case "trade_growth", "economic_growth":
		if !strings.Contains(best.word, "增长") && !strings.Contains(string(t[sc.clause[0]:sc.clause[1]]), "增长") {
			return true
		}
	case "debt_to_gdp":
		if !opensTied(t, end, m.start) && !holdsAny(sentence, "国内生产总值", "GDP", "国民总收入", "债务率", "负债率") {
			return true
		}
	case "increase", "decrease": // a change in a clause of its own: 城市群正在增加，但约有一半居民…
		return end <= sc.clause[0] && !opensTied(t, sc.clause[0], m.start) && !strings.Contains(string(t[sc.clause[0]:m.start]), "幅") // 出现下降，尽管幅度很小(不到 1%)
	}
	if best.at >= sc.clause[1] || best.at < sc.sentence[0] {
		return !strings.HasPrefix(best.measure, "share_")
	}
	if end <= sc.clause[0] {
		return !followed(best.measure) && !opensTied(t, sc.clause[0], m.start)
	}
	if strings.HasPrefix(best.measure, "share_of_") && best.measure != "share_of_gdp" && !strings.Contains(string(t[sc.clause[0]:best.at]), "占") && best.at < m.start {
		return best.measure == "share_of_countries" || best.measure == "share_of_resources" // 非洲国家损失的产值高达 16.5%
	}
	if end <= m.start { // 森林占…的 14%: the base stands behind 占
		between := t[end:m.start]
		for i := len(between) - 1; i >= 0; i-- {
			if between[i] == '占' && i < len(between)-2 && !strings.HasPrefix(best.measure, "share_") {
				return true
			}
		}
	}
	return false
}

// opensTied tells whether the clause from from has no subject before the number at start, but only dates and words that tie
// the two: 失业率居高不下，2020 年达到 12%.
func opensTied(t []rune, from, start int) bool {
	i := from
	for i < start {
		r := t[i]
		if !unicode.Is(unicode.Han, r) || strings.ContainsRune("年月日底初末中期间前后在于", r) {
			i++
			continue
		}
		step := 0
		for _, w := range hanTies {
			if n := len([]rune(w)); n > step && prefix(t, i, w) {
				step = n
			}
		}
		for _, w := range tieVerbs {
			if n := len([]rune(w)); n > step && prefix(t, i, w) {
				step = n
			}
		}
		if step == 0 {
			return false
		}
		i += step
	}
	return true
}

// tieVerbs are verbs of reaching a level, beside hanTies.
var tieVerbs = []string{"上升至", "上升到", "升至", "升到", "下降至", "下降到", "降到", "减至", "减少至", "增长到", "增长至", "提高到", "提高至", "回升至", "回落至", "跌至", "维持在", "保持在", "徘徊在", "稳定在", "估计", "预计", "预测", "将", "但", "而", "即", "并", "其中", "分别", "大约", "近", "至", "到", "不到", "不足", "以上", "接近", "逾", "创下", "目前", "现在", "今年", "去年", "当时"}

// subjectShare is the noun of those of whom a Chinese clause says that a share does something: 贸易量有 80%经海路运输, 居民约有
// 一半居住在. It needs 有, or nothing at all, between the noun and the number.
func (e *extractor) subjectShare(t []rune, m mention, sc scope) string {
	end, had := m.start, strings.ContainsRune(string(t[m.start:m.numStart]), '有')
	for range 6 {
		for end > sc.clause[0] && blank(t[end-1]) {
			end--
		}
		cut := 0
		for _, w := range []string{"约有", "只有", "仅有", "有", "约", "近", "大约", "将近", "至少", "超过", "中", "里", "当中", "的", "量", "数", "总数", "总量"} {
			if n := len([]rune(w)); n > cut && suffix(t, end, w) {
				cut = n
			}
		}
		had = had || cut > 0 && strings.ContainsRune(string(t[end-cut:end]), '有')
		for at := max(sc.clause[0], end-10); at < end; at++ {
			if name, n := e.words.Nouns.At(t, at); n > 1 && at+n == end {
				if !had || strings.HasSuffix(name, "_rate") || strings.HasSuffix(name, "_ratio") {
					return ""
				}
				return name
			}
		}
		if cut == 0 {
			return ""
		}
		end -= cut
	}
	return ""
}

// hanShare names a Chinese share by the noun behind it that it is a share of: 60%的受访者, 一半受害者, 三分之一的幼儿的死亡.
func (e *extractor) hanShare(t []rune, m mention) (measure, base string) {
	from := max(m.end, m.numEnd)
	for from < len(t) && (blank(t[from]) || t[from] == '%' || t[from] == '成') {
		from++
	}
	if prefix(t, from, "的") {
		from++
	} else if from >= len(t) {
		return "share", ""
	} else if _, n := e.words.Nouns.At(t, from); n < 2 || verbAt(t, from) || strings.ContainsRune("占为是", runeAt(t, from+n)) {
		return "share", ""
	}
	name := ""
	for j, end := from, from; j < len(t) && j < from+23 && (name == "" || j <= end+4) && !clauseEnd(t, j); {
		if _, place := e.words.Places.At(t, j); place > 1 && runeAt(t, j+place) == '人' { // 57%的加沙人
			name, base = "population", string(t[from:j+place+1])
			break
		}
		noun, n := e.words.Nouns.At(t, j)
		if n < 2 && name == "" && strings.ContainsRune("未没就都将用占", t[j]) || name != "" && !e.basePhrase(t, j, end, n) {
			break
		}
		if n < 2 && !(t[j] == '人' && j == from) { // a noun of one rune is part of a word: 营养
			j++
			continue
		}
		switch string(t[j : j+n]) {
		case "人":
			noun = "population"
		case "地区", "区域":
			noun = "area"
		case "目标":
			return "target", ""
		}
		name, base = noun, string(t[from:j+n])
		j += n
		end = j
	}
	if rest := from + len([]rune(base)); name == "" || prefix(t, rest, "比例") || prefix(t, rest, "比率") { // 13%的服务费用比例
		return "share", ""
	}
	if strings.HasSuffix(name, "_rate") || strings.HasSuffix(name, "_ratio") || name == "coverage" || name == "turnout" { // 5%的空缺率
		return name, base
	}
	return "share_of_" + name, base
}

// basePhrase tells whether the phrase of a base whose last noun ended at end goes on at t[j], where a noun of n runes begins: it ends
// before a verb, a list's next member, and a 的 that no noun follows.
func (e *extractor) basePhrase(t []rune, j, end, n int) bool {
	switch {
	case t[j] == '的':
		_, next := e.words.Nouns.At(t, min(j+1, len(t)-1))
		return next > 1
	case t[j] == '、' || t[j] == '和' && j > end:
		return false
	case n > 1 && t[j-1] == '的':
		return true
	}
	return !strings.ContainsRune("未没就都将用占以"+verbStarts, t[j]) && !verbAt(t, j)
}
