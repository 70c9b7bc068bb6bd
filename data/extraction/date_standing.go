package extraction

import (
	"strings"
	"unicode"
)

// How a date stands to a figure: what it is compared with, what it is part of, whose it is.

// comparand tells a date to which another is compared: 比 2021 年高出, "than in 2021".
func comparand(t []rune, d dated) bool {
	if from := listedYear(t, d); from < d.start { // than in 2018 and 2017
		d.start = from
	}
	for _, w := range []string{"比 ", "比", "较 ", "较", "than in ", "compared with ", "compared to ", "relative to ", "over the appropriation for ", "over the apportionment for ", "over the approved budget for ", "with the appropriation for ", "with the apportionment for ", "from the level of "} {
		if suffix(t, d.start, w) {
			return true
		}
	}
	at := unblanked(t, d.start)
	for _, w := range []string{"超过", "高于", "低于", "多于", "少于", "不及", "优于"} { // 超过 2022 年全年总数
		if suffix(t, at, w) {
			return true
		}
	}
	if suffix(t, at, "与") || suffix(t, at, "同") { // 与 2017/18 年度分配数相比
		for i := d.end; i < len(t) && i < d.end+14 && !clauseEnd(t, i) && !digit(t[i]); i++ { // a number between is of that date
			if prefix(t, i, "相比") || prefix(t, i, "相较") {
				return true
			}
		}
	}
	if suffix(t, d.start, " from ") && d.to == nil { // down 9 per cent from 2016
		before := strings.ToLower(string(t[max(0, d.start-40):d.start]))
		return holdsAny(before, "down ", "up ", "increase", "decrease", "decline", "rise", "drop") && holdsAny(before, "per cent from", "percent from", "% from", "increase from", "decrease from", "decline from", "rise from", "drop from")
	}
	for _, w := range []string{"below ", "above ", "over the ", "under the ", "below the ", "above the "} { // 9 per cent below the 2019 level
		if suffix(t, d.start, w) && (w != "over the " && w != "under the " || holdsAny(string(t[max(0, d.start-24):d.start]), "cent over", "cent under", "% over", "% under")) {
			return true
		}
	}
	return suffix(t, d.start, "than ") || suffix(t, d.start, "than the ") // more than the year before
}

// listedYear is where the year before a date begins to which "and" joins it; the date's own place where none does.
func listedYear(t []rune, d dated) int {
	for _, w := range []string{" and in", " and", "和", "与", "、"} {
		end := unblanked(t, d.start)
		if !suffix(t, end, w) {
			continue
		}
		end -= len([]rune(w))
		if w[0] >= 0x80 {
			if runeAt(t, end-1) != '年' {
				return d.start
			}
			end = unblanked(t, end-1)
		}
		if end >= 4 && year(t[end-4:end]) && (end == 4 || !digit(t[end-5])) {
			return end - 4
		}
		return d.start
	}
	return d.start
}

// held tells a date whose own number the mention is: 比一年前的 1 950 万人, 高于 2000-2019 年 3.1%的平均水平.
func held(t []rune, m mention, d dated) bool {
	if d.end > m.start || m.start-d.end > 24 {
		return false
	}
	between := strings.TrimSpace(string(t[d.end:m.start]))
	if n := len(between); n > 0 && !strings.ContainsAny(between, "0123456789,，;；") && (between[n-1] == '(' || strings.HasSuffix(between, "（")) { // 高于 2013 年同期水平（18.5%）
		return true
	}
	return (between == "的" || between == "") && m.start-d.end < 4
}

// contrastedBy tells a date behind a mention in a clause that sets something else against it: paid $4 million, while in 2022 it paid 5;
// 支付了 400 万美元，而 2022 年支付了 500 万美元.
func contrastedBy(t []rune, m mention, d dated) bool {
	return holdsAny(string(t[m.numEnd:d.start]), "，而", "；而", "，但", ", while ", ", whereas ", ", against ", ", but ")
}

// extends tells a date to which a mandate or a measure runs on, and which dates nothing: "extended the mandate until 31 May",
// 将制裁延至 2025 年 7 月 31 日.
func extends(t []rune, d dated) bool {
	for _, w := range []string{"延至", "延长至", "延期至", "延长到", "推迟到", "推迟至", "延续至"} {
		if suffix(t, unblanked(t, d.start), w) {
			return true
		}
	}
	for _, w := range []string{"until ", "through ", "to "} {
		if !suffix(t, d.start, w) {
			continue
		}
		from := d.start
		for from > 0 && from > d.start-100 && !clauseEnd(t, from-1) {
			from--
		}
		return holdsAny(string(t[from:d.start]), "extend", "renew", "prolong", "postpone", "defer")
	}
	return false
}

// record tells the year since which a record stood: "the lowest since 2005", 2005 年以来最低.
func record(t []rune, d dated) bool {
	if !d.since {
		return false
	}
	if j := skipBlank(t, d.end); prefix(t, j, "以来最") || prefix(t, j, "以来的最") || prefix(t, j, "以来首") {
		return true
	}
	for _, w := range strings.Fields(string(t[max(0, d.start-40):d.start])) {
		if strings.HasSuffix(w, "est") && len(w) > 5 || w == "most" || w == "worst" || w == "first" {
			return holdsAny(string(t[max(0, d.start-12):d.start]), "since ")
		}
	}
	return false
}

// follows tells whether a date stands close behind a mention's words: "in January", "recorded in January".
func follows(t []rune, close int, d dated) bool {
	if d.start < close || d.start-close > 60 {
		return d.start < close
	}
	between := unbracketedText(t[close:d.start])
	n := len([]rune(between))
	return n <= 10 || n <= 26 && len(strings.Fields(between)) <= 3 && !strings.ContainsAny(between, ",;:()")
}

// contrasted tells whether a date behind a number that is there for comparison is that number's: "compared with 3.1
// million in the same period in 2023".
func contrasted(t []rune, m mention, d dated) bool {
	before := strings.ToLower(string(t[max(0, m.start-18):m.start]))
	return holdsAny(before, "compared with", "compared to", "up from", "down from", "than the") && !strings.ContainsAny(string(t[m.numEnd:d.start]), ",;")
}

// owns tells whether a date before a mention belongs to another number that stands between them: 2021 年的 25.5%升至
// 26.5%; "92 per cent in 2024 compared with 84".
func (e *extractor) owns(t []rune, m mention, d dated, language string) bool {
	if language != "zh" {
		before := d.start
		for before > 0 && blank(t[before-1]) {
			before--
		}
		for _, w := range []string{"in", "for", "of"} {
			if suffix(t, before, " "+w) {
				j := before - len(w) - 1
				return j > 4 && (suffix(t, j, "per cent") || digit(t[j-1]) || suffix(t, j, "million") || suffix(t, j, "billion"))
			}
		}
		return false
	}
	j := skipBlank(t, d.end)
	if j < len(t) && t[j] == '的' {
		j = skipBlank(t, j+1)
		for j < m.numStart && !digit(t[j]) && j < d.end+8 {
			j++
		}
		return j < m.numStart && digit(t[j]) && j < d.end+8
	}
	return false
}

// possessed tells a Chinese date whose own number stands at once behind it: 从 2021 年底的 36 万.
func possessed(t []rune, d dated) bool {
	j := skipBlank(t, d.end)
	if j >= len(t) || t[j] != '的' {
		return false
	}
	j = skipBlank(t, j+1)
	return j < len(t) && digit(t[j])
}

// opposed tells a date behind a number that belongs to another to which the number is compared: "20 per cent, down from 24
// per cent in 2016".
func opposed(t []rune, m mention, d dated) bool {
	if d.start < m.numEnd || d.start-m.numEnd > 2*reach {
		return false
	}
	return holdsAny(string(t[m.numEnd:d.start]), "down from ", "up from ", "compared with ", "compared to ", "as against ", "over the appropriation", "over the apportionment", "over the approved") || fromNumber(t[m.numEnd:d.start])
}

// fromNumber tells words that set a number against one before: "at 54 per cent, from 46 per cent in".
func fromNumber(between []rune) bool {
	_, after, ok := strings.Cut(string(between), ", from ")
	for _, r := range strings.TrimLeft(after, "$€£") {
		return ok && unicode.IsDigit(r)
	}
	return false
}

// keptApart tells a date that its words keep to its own clause: "1.2 million fled in 2022 alone".
func keptApart(t []rune, m mention, d dated) bool {
	if !prefix(t, d.end, " alone") {
		return false
	}
	from, to := m.numEnd, d.start
	if d.end <= m.numStart {
		from, to = d.end, m.numStart
	}
	return to-from > reach || strings.ContainsAny(string(t[from:max(from, to)]), ",;")
}

// names tells a date that is part of a name: the 2030 Agenda, the 2025 plan, a resolution of 28 June, 《…2019-2023 年…》.
func (e *extractor) names(t []rune, d dated) bool {
	j := skipBlank(t, d.end)
	if d.month == 0 && d.part == "" && d.to == nil && d.term == "" {
		if w, _ := wordAt(t, j); w == "agenda" || w == "humanitarian" && unicode.IsUpper(t[j]) || w == "summit" || w == "framework" {
			return true
		}
		if prefix(t, j, "议程") || prefix(t, j, "年议程") || prefix(t, j, "可持续发展议程") {
			return true
		}
	}
	if suffix(t, d.start, "of ") || suffix(t, d.start, "dated ") {
		return strings.Contains(string(t[max(0, d.start-28):d.start]), "resolution")
	}
	for k := d.start; k > 0 && k > d.start-30 && t[k] != '》'; k-- {
		if t[k-1] == '《' {
			return true
		}
	}
	return false
}

// bracketed tells a date in brackets of its own: "61 countries (51 in 2021)" dates the 51 alone. Brackets that hold
// no number but the date belong to what stands before them.
func (e *extractor) bracketed(t []rune, m mention, d dated, next int) bool {
	if d.start < m.numStart {
		return e.balance.at(m.numStart) < e.balance.at(d.end)
	}
	return e.balance.at(d.start) > e.balance.at(m.numEnd) && next < len(t) && next > m.numEnd && e.balance.at(next) > e.balance.at(m.numEnd) && (next > d.end || next < d.start) && next-d.end < 80
}

// projected tells a year to come for which a figure is foretold: 预测显示，到 2030 年 …; by 2050, climate change could push ….
func projected(t []rune, d dated) bool {
	from, to := d.start, d.end
	for from > 0 && from > d.start-reach/4 && !sentenceEnd(t, from-1) {
		from--
	}
	for to < len(t) && to < d.end+reach/4 && !sentenceEnd(t, to) {
		to++
	}
	words := strings.ToLower(string(t[from:to]))
	return holdsAny(words, "预测", "预计", "可能会", "估计到", "projected", "projections", "is expected to", "are expected to", "forecast", "could ", "is likely to", "estimated that by", " will ", "将") &&
		!holdsAny(words, "目标", "承诺", "力争", "target", "goal", "aim", "pledge", "commit")
}

// future tells a date to come that sets an aim or an end, and dates nothing that is: by 2030, until February 2027.
func (e *extractor) future(t []rune, d dated, language string) bool {
	year, month := e.today()
	if year == 0 && d.month == 0 && d.year%5 == 0 && !projected(t, d) && !possessed(t, d) && !suffix(t, unblanked(t, d.start), "截止到") && !suffix(t, unblanked(t, d.start), "截至到") && (suffix(t, d.start, "by ") || suffix(t, d.start, "到 ") || suffix(t, d.start, "到")) {
		return true
	}
	if year == 0 || d.year < year || d.year == year && (d.month == 0 || d.month <= month) {
		return false
	}
	if projected(t, d) {
		return false
	}
	if d.year > year+1 {
		return true
	}
	for _, w := range []string{"by ", "until ", "before ", "till ", "through ", "up to ", "到 ", "至 ", "直至 ", "在 "} {
		if suffix(t, d.start, w) || suffix(t, d.start, strings.TrimSpace(w)) {
			return !(w == "在 ") || strings.Contains(string(t[d.end:min(len(t), d.end+6)]), "前")
		}
	}
	return false
}
