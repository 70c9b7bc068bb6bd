package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// asOf takes the date that belongs to the mention: one that stands close behind its words, else the nearest before it
// in the sentence that belongs to no other number, else one behind it, else that of the sentence before where this one
// goes on with it, else the reporting period, or where that is not known the date of the report.
func (e *extractor) asOf(f *data.Figure, t []rune, m mention, dates []dated, sc scope, before []data.Figure) {
	var last *data.Figure
	if len(before) > 0 {
		last = &before[len(before)-1]
	}
	if when := changedTo(f, t, dates, before); when != nil {
		f.AsOf, f.Why["as_of"] = when, "same change"
		return
	}
	if words := strings.ToLower(string(t[sc.clause[0]:m.numStart])); holdsAny(words, "迄今", "to date", "so far", "at the time of writing") {
		dates = nil
	}
	chosen, why := e.choose(t, m, dates, sc, f.Language, closeOf(last))
	if chosen < 0 && last != nil && last.AsOf != nil && holdsAny(strings.ToLower(f.Sentence), "that date", "same period", "that period", "that time", "同一期间", "该期间", "同一时期", "当日", "当时") {
		when := *last.AsOf
		f.AsOf, f.Why["as_of"] = &when, "same date"
		return
	}
	if chosen < 0 && e.goesOn(t, sc.sentence, f.Language) {
		for i, d := range dates {
			if (d.month > 0 || e.budgetOf(t, d, sc.sentence)) && d.end <= sc.sentence[0] && (sc.sentence[0]-d.end < 90 || (d.day > 0 || d.month == 0) && e.sentenceBefore(t, sc.sentence, d.end)) && (opens(t, d.start) || d.month == 0) && !comparand(t, d) {
				chosen, why = i, "sentence before"
			}
		}
	}
	if chosen >= 0 {
		if term := e.term(t, dates, chosen); term != "" {
			if term == halfYear(e.period) {
				term = e.period
			}
			f.AsOf, f.Why["as_of"] = &term, why
			return
		}
	}
	if chosen = plan(t, dates, sc.sentence); chosen >= 0 {
		term := e.term(t, dates, chosen)
		f.AsOf, f.Why["as_of"] = &term, "plan"
		return
	}
	if e.period == "" {
		if e.carry(f, before); f.AsOf == nil && e.report.Date != "" && !strings.HasPrefix(f.Paragraph, "fn") { // a note explains what is of any time
			dated := e.report.Date[:min(7, len(e.report.Date))] // its figures are hardly of the very day
			f.AsOf, f.Why["as_of"] = &dated, "report"
		}
		return
	}
	period := e.period
	if f.QuotedFrom != "" {
		if earlier := periodBefore(period); earlier != "" {
			period = earlier
		}
	}
	if holdsAny(f.Sentence, "以前有", "以前握有", "previously estimated") {
		period = "before-" + period
	}
	f.AsOf, f.Why["as_of"] = &period, "period"
}

// choose is the date of the sentence that belongs to a mention, and how it stands to it; -1 where there is none. Before is
// where the words of the mention before end.
func (e *extractor) choose(t []rune, m mention, dates []dated, sc scope, language string, before int) (chosen int, why string) {
	chosen = -1
	close := max(m.nounEnd, m.end)
	owned := -1
	for i, d := range dates {
		switch {
		case d.start < sc.sentence[0] || d.end > sc.sentence[1] || e.names(t, d) || planned(t, d) || e.bracketed(t, m, d, sc.next) || e.future(t, d, language) || comparand(t, d) && !held(t, m, d) || opposed(t, m, d) || keptApart(t, m, d):
		case d.start >= m.numEnd && language != "zh" && (d.start < sc.next && (follows(t, close, d) || prefix(t, d.end, " alone")) || contrasted(t, m, d)):
			chosen, why = i, "after"
		case d.end <= m.numStart && (e.owns(t, m, d, language) || language != "zh" && before > 0 && d.start >= before && follows(t, before, d)):
			owned = i
		case d.end <= m.numStart && d.start < sc.clause[0] && d.start > sc.sentence[0]+4 && e.aside(t, d, sc, before):
		case d.end <= m.numStart && why != "after":
			if chosen, why = i, "before"; held(t, m, d) {
				why = "own"
			}
		case chosen < 0 && d.start >= m.numEnd && (language != "zh" || d.start < sc.next && !possessed(t, d)) && !(d.since && d.start >= sc.clause[1]):
			chosen, why = i, "sentence"
		}
	}
	if chosen < 0 && owned >= 0 && language != "zh" {
		return owned, "before"
	}
	return chosen, why
}

// budgetOf tells the year of a budget or a plan of which a sentence goes on to tell: "… for 2023 amounts to …. It provides for …".
func (e *extractor) budgetOf(t []rune, d dated, sentence [2]int) bool {
	if !suffix(t, d.start, "for ") {
		return false
	}
	switch w, _ := wordAt(t, skipBlank(t, sentence[0])); w {
	case "it", "they", "this", "these":
		return holdsAny(strings.ToLower(string(t[max(0, d.start-40):d.start])), "budget", "resource", "requirements", "plan", "programme", "appropriation")
	}
	return false
}

// changedTo is the date of the size of a change, which is that of the point to which things changed: "降至 2018 年的 16.9 万公顷，
// 下降 1.2%". It is nil where a date of its own stands behind the figure before it.
func changedTo(f *data.Figure, t []rune, dates []dated, before []data.Figure) *string {
	if f.Why["measure"] != "change" || len(before) == 0 {
		return nil
	}
	last := before[len(before)-1]
	if last.Sentence != f.Sentence || last.AsOf == nil || undated(last) {
		return nil
	}
	for _, d := range dates {
		if d.start >= last.End && d.end <= f.Start {
			return nil
		}
	}
	for i := len(before) - 2; i >= 0 && i > len(before)-8 && comparedWith(t, last); i-- { // 为 2 080 万人，比一年前的 1 950 万人增加了 6%
		last = before[i]
	}
	if last.AsOf == nil {
		return nil
	}
	when := *last.AsOf
	return &when
}

// comparedWith tells a figure to which another is compared: 比一年前的 1 950 万人, "compared with 285".
func comparedWith(t []rune, f data.Figure) bool {
	if j := skipBlank(t, f.End); prefix(t, j, "相比") || prefix(t, j, "相较") {
		return true
	}
	for i := f.Start; i > 0 && i > f.Start-24; i-- {
		if i < f.Start && clauseEnd(t, i) {
			return false
		}
		for _, w := range []string{"than ", "than the ", "ompared with ", "ompared to "} {
			if suffix(t, i, w) {
				return true
			}
		}
		if suffix(t, i, "比") || suffix(t, i, "较") {
			return strings.Trim(string(t[i:f.Start]), " 0123456789上去前一年月底末同期的约") == "" // not 埃塞俄比亚
		}
	}
	return false
}

// carry gives a figure of a report whose period is not known the date of which its paragraph told last; of a span, its end.
func (e *extractor) carry(f *data.Figure, before []data.Figure) {
	for i := len(before) - 1; i >= 0 && i > len(before)-24; i-- { // the end of a long list tells as little as its middle
		switch last := before[i]; last.Why["as_of"] {
		case "before", "sentence", "sentence before", "plan", "same date":
			when := (*last.AsOf)[strings.LastIndex(*last.AsOf, "/")+1:]
			f.AsOf, f.Why["as_of"] = &when, "sentence before"
			return
		}
	}
}

// plan is the year of the plan or the budget of which a sentence tells: "The 2025 response plan seeks …", 2025 年人道主义
// 应急计划需要…; -1 where it tells of none.
func plan(t []rune, dates []dated, sentence [2]int) int {
	for i, d := range dates {
		if d.start >= sentence[0] && d.end <= sentence[1] && planned(t, d) {
			return i
		}
	}
	return -1
}

// planned tells a year that belongs to the name of a plan, an appeal or a budget.
func planned(t []rune, d dated) bool {
	if d.month != 0 || d.part != "" || d.to != nil || d.term != "" || d.year == 0 {
		return false
	}
	behind := string(t[d.end:min(len(t), d.end+60)])
	if end := strings.IndexAny(behind, "0123456789.,;，。；："); end >= 0 {
		behind = behind[:end]
	}
	if d.end < len(t) && blank(t[d.end]) && d.end+1 < len(t) && unicode.IsLetter(t[d.end+1]) && t[d.end+1] < 0x2e80 {
		words := strings.Fields(behind)
		for _, w := range words[:min(len(words), 6)] {
			switch strings.ToLower(w) {
			case "plan", "plans", "appeal", "appeals", "budget", "programme":
				return true
			case "in", "for", "of", "on", "at", "by", "to", "was", "were", "is", "are":
				return false
			}
		}
		return false
	}
	runes := []rune(behind)
	return holdsAny(string(runes[:min(len(runes), 16)]), "应急计划", "应对计划", "行动计划", "响应计划", "方案预算", "联合呼吁", "概览", "拟议预算")
}

// closeOf is where the words of a figure end; 0 where there is none.
func closeOf(f *data.Figure) int {
	if f == nil {
		return 0
	}
	return f.End
}

// aside tells a date that only describes a thing named in another clause: 于 2019 年成立的法庭, "since 2014". One with
// which a number stood in its clause dates what is counted.
func (e *extractor) aside(t []rune, d dated, sc scope, before int) bool {
	if suffix(t, d.start, "根据 ") || suffix(t, d.start, "since ") || suffix(t, d.start, "自 ") {
		return true
	}
	if !suffix(t, d.start, "于 ") && !suffix(t, d.start, "于") || before > d.end && before <= sc.clause[0] {
		return false
	}
	if year, _ := e.today(); d.year > 0 && d.year != year {
		return true
	}
	for i := d.end; i < sc.clause[0] && i < len(t) && !clauseEnd(t, i); i++ {
		if t[i] == '的' {
			return true
		}
	}
	return false
}

// comparand tells a date to which another is compared: 比 2021 年高出, "than in 2021".
func comparand(t []rune, d dated) bool {
	for _, w := range []string{"比 ", "比", "较 ", "较", "than in ", "compared with ", "compared to ", "relative to ", "over the appropriation for ", "over the apportionment for ", "over the approved budget for ", "with the appropriation for ", "with the apportionment for ", "from the level of "} {
		if suffix(t, d.start, w) {
			return true
		}
	}
	return false
}

// held tells a date whose own number the mention is: 比一年前的 1 950 万人.
func held(t []rune, m mention, d dated) bool {
	return d.end <= m.start && m.start-d.end < 4 && strings.TrimSpace(string(t[d.end:m.start])) == "的"
}

// follows tells whether a date stands close behind a mention's words: "in January", "recorded in January".
func follows(t []rune, close int, d dated) bool {
	if d.start < close || d.start-close > 26 {
		return d.start < close
	}
	between := string(t[close:d.start])
	return d.start-close <= 10 || len(strings.Fields(between)) <= 3 && !strings.ContainsAny(between, ",;:()")
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
	return holdsAny(string(t[m.numEnd:d.start]), "down from ", "up from ", "compared with ", "compared to ", "as against ", "over the appropriation", "over the apportionment", "over the approved")
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
		return e.balance[m.numStart] < e.balance[d.end]
	}
	return e.balance[d.start] > e.balance[m.numEnd] && next < len(t) && next > m.numEnd && e.balance[next] > e.balance[m.numEnd] && (next > d.end || next < d.start) && next-d.end < 80
}

// balances are, at each place of a text, how many more brackets were opened than closed before it.
func balances(t []rune) []int32 {
	all := make([]int32, len(t)+1)
	for i, r := range t {
		all[i+1] = all[i]
		switch r {
		case '(', '（':
			all[i+1]++
		case ')', '）':
			all[i+1]--
		}
	}
	return all
}

// future tells a date to come that sets an aim or an end, and dates nothing that is: by 2030, until February 2027.
func (e *extractor) future(t []rune, d dated, language string) bool {
	year, month := e.today()
	if year == 0 && d.month == 0 && d.year%5 == 0 && (suffix(t, d.start, "by ") || suffix(t, d.start, "到 ") || suffix(t, d.start, "到")) {
		return true
	}
	if year == 0 || d.year < year || d.year == year && (d.month == 0 || d.month <= month) {
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

// goesOn tells whether a sentence goes on with what the one before told: "The incident …", "Of those, …", 其中, 该.
func (e *extractor) goesOn(t []rune, sentence [2]int, language string) bool {
	i := skipBlank(t, sentence[0])
	if language == "zh" {
		return true
	}
	first, _ := wordAt(t, i)
	switch first {
	case "in", "during", "since", "on", "as", "additionally", "overall", "meanwhile", "separately", "following", "unsmil", "unmiss":
		return false
	}
	return !strings.Contains(strings.ToLower(string(t[i:min(len(t), i+40)])), " also ")
}
