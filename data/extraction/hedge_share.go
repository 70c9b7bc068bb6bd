package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// hedgeOverShare is the hedge of a Chinese share that stands before its base: 约占世界产值的四分之一, 至少相当于国民总收入的 7%,
// 不到人口的 10%. Before a verb it governs all the verb's shares: 约占病例的 95%和死亡人数的 96%.
func (s *scanner) hedgeOverShare(m *mention) hedge {
	t, i := s.t, m.start
	for i > 0 && blank(t[i-1]) {
		i--
	}
	for back := i; back > i-4 && back > 0; back-- { // 约每人 500 美元
		if t[back-1] == '每' {
			h, _ := s.hedgeBefore(back - 1)
			return h
		}
	}
	if !isShare(t, m) {
		return hedge{}
	}
	for _, w := range []string{"全球", "全世界", "世界", "全国"} { // 超过全球 26%
		if suffix(t, i, w) {
			h, _ := s.hedgeBefore(unblanked(t, i-len([]rune(w))))
			return h
		}
	}
	if !suffix(t, i, "的") {
		return hedge{}
	}
	const far = 40 // the longest base in words of which a hedge still holds
	for end := i - 1; i > 0 && i > m.start-far && !clauseEnd(t, i-1); {
		i--
		if (t[i] == '是' || t[i] == '为') && runeAt(t, past(t, m.numEnd)) == '倍' { // 几乎是发达国家利息的 4 倍
			h, _ := s.hedgeBefore(i)
			return h
		}
		if t[i] == '占' || prefix(t, i, "相当于") {
			h, _ := s.hedgeBefore(i)
			if h.word == "" && t[i] == '占' {
				h, _ = s.hedgeBefore(i + 1) // 近占
			}
			return h
		}
		if h, at := s.hedgeBefore(i); h.word != "" && i < end && opensBase(t, at, i) {
			if comparing[h.word] && holdsAny(string(t[i:end]), "平均", "上年", "去年", "目标", "水平", "预期") {
				return hedge{} // 高于全国平均的 10%
			}
			return h
		}
	}
	return hedge{}
}

// isShare tells whether a number is a percentage or a fraction.
func isShare(t []rune, m *mention) bool {
	behind := past(t, m.numEnd)
	return strings.ContainsAny(string(t[m.start:m.numEnd]), "半成%") || strings.Contains(string(t[m.start:m.numEnd]), "分之") ||
		strings.ContainsRune("%成倍", runeAt(t, behind)) || m.quantity.Unit == "percent" && m.quantity.Bound == data.Exact
}

// opensBase tells whether the hedge from at to end is that of a share whose base begins at end, not a word of something
// else (营养不足的儿童, 超过 500 人): it opens its clause or stands behind a verb of having, or the base is one of totals.
func opensBase(t []rune, at, end int) bool {
	if digit(runeAt(t, past(t, end))) || strings.ContainsRune("的旦翰定束年期日来", runeAt(t, end)) { // 约旦, 近年
		return false
	}
	before := at
	for before > 0 && blank(t[before-1]) {
		before--
	}
	if before == 0 || clauseEnd(t, before-1) || t[before-1] == '(' || t[before-1] == '（' || strings.ContainsRune("有为是仅只仍得到", t[before-1]) {
		return true
	}
	for _, total := range []string{"所需", "需求", "总", "全部", "全国", "全体", "所有", "计划", "现在的", "目前的", "原来的", "过去的", "以前的", "上年的", "去年的", "往年的"} {
		if prefix(t, end, total) {
			return true
		}
	}
	return false
}
