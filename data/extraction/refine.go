package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// A clue names a measure by a word; what stands around the word may say that the opposite is meant, or something narrower. These
// rules read it.

// refined is the measure of a clue after what its clause says of the word.
func (e *extractor) refined(t []rune, m mention, sc scope, best clue) string {
	if best.measure == "" {
		return ""
	}
	clause := strings.ToLower(string(t[sc.clause[0]:sc.clause[1]]))
	sentence := strings.ToLower(string(t[sc.sentence[0]:sc.sentence[1]]))
	end := min(len(t), best.at+len([]rune(best.word)))
	behind := strings.ToLower(string(t[end:min(len(t), end+48)]))
	switch best.measure {
	case "share_health_facilities_closed": // 三成的卫生设施全面运作
		if !holdsAny(clause, "关闭", "停止", "不再", "无法", "停运", "停业", "close", "closing", "shut", "ceas", "suspen", "halt", "not functioning", "non-functional", "no longer", "out of service", "out of operation", "inoperative") {
			return "share_of_health_facilities"
		}
	case "un_entities": // 255 individuals and 89 entities of a sanctions list
		if !holdsAny(sentence, "united nations", "联合国") && holdsAny(sentence, "sanction", "listed", " list ", "individuals", "制裁", "名单", "清单", "个人") {
			return "entities"
		}
	case "reports_produced": // 89 份报告过期未交
		if holdsAny(clause, "逾期", "过期", "未交", "迟交") {
			return "overdue_reports"
		}
		if best.word == "报告" && !holdsAny(clause, "编写", "编制", "编撰", "撰写", "发布", "发表", "印发", "出版", "制作", "产出", "完成") {
			return "reports"
		}
	case "economic_growth": // 面积以每年不到 1%的速度增长: no economy grows
		if best.word == "增长" && ofThings(sentence) {
			return "growth_rate"
		}
	case "forest_area": // 400 万公顷森林消失
		if holdsAny(clause, "消失", "砍伐", "毁林", "毁坏", "被毁", "损失", "丧失", "失去") {
			return "deforestation"
		}
	case "applications_approved":
		if !holdsAny(clause, "approv", "grant", "批准", "获批", "核准", "同意") {
			return "applications"
		}
	case "workshop_duration": // 为期 24 天的冲突
		if !holdsAny(sentence, "讲习班", "培训", "课程", "研讨", "训练", "workshop", "course", "training", "seminar") {
			return "duration"
		}
	case "share_women": // women and children
		if strings.HasPrefix(behind, " and children") || strings.HasPrefix(behind, "和儿童") || strings.HasPrefix(behind, "儿童") || strings.HasPrefix(behind, "及儿童") || strings.HasPrefix(behind, "、儿童") {
			return "share_women_and_children"
		}
	case "camp_population":
		if holdsAny(clause, " left ", "departed", " leave ", "离开") && holdsAny(best.word, "camp", "营地") {
			return "departures"
		}
	case "displaced": // fled to Chad: they are those who arrived there
		if best.word == "fled" && holdsAny(behind[:min(len(behind), 40)], " to ", " into ", " across ") {
			return "arrivals"
		}
	case "participants": // a council is composed of 29 members
		if holdsAny(sentence, "composed of", "consists of", "consisted of", "is made up of", "was made up of") && !holdsAny(sentence, "attend", "meeting", "workshop", "conference", "forum", "participa", "session") {
			if strings.HasSuffix(m.counted, "members") {
				return "members"
			}
			return ""
		}
	case "people_reached", "people_assisted": // an aim is no result
		if holdsAny(strings.ToLower(string(t[sc.sentence[0]:m.start])), "旨在", "计划惠及", "拟", "争取", "目标是", "预期", "aims to", "aim to", "plans to", "planned to", "planning to", "seeks to", "intended to", "intends to", "expected to", "will provide", "will reach", "will assist", "is to reach") {
			return "people_targeted"
		}
		if best.word == "served" && (strings.HasPrefix(behind, " as ") || strings.HasPrefix(behind, " in ") || strings.HasPrefix(behind, " on ")) { // women served as ministers
			return ""
		}
	case "funds_received": // 呼吁各方筹集 5 亿美元
		if best.word == "筹集" && holdsAny(string(t[sc.sentence[0]:m.start]), "呼吁", "需要", "旨在", "力求", "争取", "寻求", "请求") {
			return "funding_target"
		}
	case "people_with_hiv": // 去年又有 250 万人感染艾滋病毒: they are no stock
		if best.word == "感染艾滋病毒" && best.at >= m.numEnd && !strings.HasPrefix(behind, "的") && !strings.HasPrefix(behind, "者") && holdsAny(string(t[sc.clause[0]:m.start]), "又有", "又", "新增", "每年", "每天", "新") {
			return "new_hiv_infections"
		}
	case "maternal_mortality", "mortality_rate":
		if holdsAny(sentence, "孕产妇") && holdsAny(sentence, "死亡率", "死亡比") && (people(m.quantity.Unit) || m.quantity.Unit == "case") {
			return "maternal_mortality_ratio"
		}
	case "funds_disbursed": // a request to allocate
		if holdsAny(strings.ToLower(string(t[sc.sentence[0]:max(sc.sentence[0], min(best.at, m.start))])), "request", "请求", "要求") && strings.HasPrefix(strings.ToLower(best.word), "allocat") {
			return "funding_target"
		}
	case "annual_revenue":
		if m.quantity.Per == "month" || m.quantity.Per == "day" || m.quantity.Per == "week" || holdsAny(clause, "每月", "每天", "每日", "a month", "per month", "each month", "monthly", "a day", "daily") {
			return "revenue"
		}
	case "value": // 价值 8.8 亿美元的现金援助; 价值 10 亿美元的建筑物被毁
		if holdsAny(clause, "被毁", "毁坏", "损毁", "损坏", "被炸", "destroyed", "damaged") {
			return "damage"
		}
	}
	return best.measure
}

// ofThings tells whether a Chinese sentence is on the growth of something that is counted or measured, and not of an economy.
func ofThings(sentence string) bool {
	return holdsAny(sentence, "面积", "人口", "人数", "数量", "用户", "入学", "旅游", "游客", "客运", "货运", "工资", "捐款", "支出", "开支", "费用", "排放", "发电", "装机") && !holdsAny(sentence, "经济", "国内生产总值", "GDP")
}

// misread tells a clue that is no word for the figure: 逮捕令 (a warrant is no arrest), 应付款项 (payables are not paid), the
// ages of those of whom a share is, women for whom money is meant, a standard behind "against".
func misread(t []rune, m mention, sc scope, best clue) bool {
	if best.measure == "" {
		return false
	}
	end := min(len(t), best.at+len([]rune(best.word)))
	switch {
	case best.measure == "arrests" && (prefix(t, end, "令") || prefix(t, end, " warrant")):
		return true
	case best.measure == "funds_disbursed" && suffix(t, best.at, "应"):
		return true
	case best.measure == "countries_with_policy" && best.role == loose && best.word == "通过了":
		return true
	case best.measure == "camp_population" && (crowded[best.word] || best.word == "live in") && !holdsAny(strings.ToLower(string(t[sc.sentence[0]:sc.sentence[1]])), "camp", "settlement", "site", "shelter", "detention", "营", "收容", "设施", "拘留", "安置"):
		return true // residents of a city
	case m.quantity.Unit == "percent" && best.at < m.start && (strings.HasPrefix(best.word, "are ") || strings.HasPrefix(best.word, "were ")):
		return true // 60 per cent were men and 40 per cent were women
	case m.quantity.Unit != "percent" || !strings.HasPrefix(best.measure, "share_") || best.at < m.numEnd:
		return best.role == loose && moneyOr(m.quantity.Unit) == "USD" && best.at >= m.numEnd && strings.Contains(string(t[m.numEnd:best.at]), " against ")
	case best.at >= sc.next: // 60 per cent are men and 50 per cent are women
		return true
	}
	between := strings.ToLower(string(t[min(m.numEnd, best.at):best.at]))
	if holdsAny(between, "用于", " for ", " to ", " are men", " were men", "为男", "是男") { // 47 per cent for women's empowerment
		return true
	}
	return strings.HasPrefix(best.measure, "share_under") && (strings.Contains(between, " of ") || strings.Contains(between, "的")) // 10%的 5 岁以下儿童
}

// crowded are words for those who live somewhere, in camps or not.
var crowded = wordSet("居民 residents stranded")

// asked is the measure of an amount that a participle right beside it tells: the $90 million requested, 所需的 25.7 亿美元中, the
// $3 million approved, a plan that appealed for $1 billion.
func asked(t []rune, m mention) string {
	start, end := unblanked(t, m.start), past(t, max(m.end, m.numEnd))
	for _, w := range []string{"所需的", "所需", "所要求的", "所请求的", "呼吁的", "申请的"} {
		if suffix(t, start, w) {
			return "funding_target"
		}
	}
	for _, w := range []string{"核定的", "核准的", "批准的"} {
		if suffix(t, start, w) {
			return "appropriation"
		}
	}
	for _, w := range []string{"appealed for", "appealing for", "appeal for", "asked for", "asking for", "called for", "requested", "requesting", "sought", "seeking"} {
		if endsIn(t, start, w) {
			return "funding_target"
		}
	}
	switch w, _ := wordAt(t, min(end, len(t)-1)); w {
	case "requested", "required", "needed", "sought":
		return "funding_target"
	case "approved", "appropriated":
		return "appropriation"
	}
	return ""
}

// authorized tells whether people are counted as the strength that was authorized, not as those deployed: of an authorized 2,101
// officers, the authorized strength is 1,250 troops, 核定兵力为 1 250 人.
func authorized(t []rune, m mention) bool {
	start := unblanked(t, m.start)
	if endsIn(t, start, "authorized") || endsIn(t, start, "authorized strength of") || endsIn(t, start, "authorized strength is") || endsIn(t, start, "authorized strength was") || endsIn(t, start, "authorized ceiling of") {
		return true
	}
	if w, end := wordAt(t, min(past(t, m.numEnd), len(t)-1)); w == "authorized" && end > 0 {
		return true
	}
	for _, link := range []string{"为", "是", "达", "约为", "的", ""} {
		for _, w := range []string{"核定兵力", "核定人数", "核定编制", "核定总人数", "核定警力", "核准兵力", "授权兵力", "核定"} {
			if suffix(t, start, w+link) {
				return true
			}
		}
	}
	return false
}

// wholeOf tells whether a mention is the whole of which the number before it is a part: 5 of the 12 defendants, 12 名被告中的 5
// 人. What befell the part tells nothing of the whole.
func wholeOf(t []rune, m mention, language string) bool {
	if language == "zh" {
		k := past(t, max(m.nounEnd, m.end))
		return runeAt(t, k) == '中' && (digit(runeAt(t, past(t, k+1))) || runeAt(t, k+1) == '的' && digit(runeAt(t, past(t, k+2))))
	}
	start := unblanked(t, m.start)
	for _, w := range []string{" of the", " of its", " of their", " of all"} {
		if n := start - len(w); foldedSuffix(t, start, w) && n > 0 && (digit(t[n-1]) || unicode.IsLetter(t[n-1]) && englishNumber(wordBefore(t, start-len(w)))) {
			return true
		}
	}
	return false
}

// englishNumber tells the small numbers that are written as words.
func englishNumber(word string) bool {
	switch strings.ToLower(word) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "some", "most", "none", "half", "many":
		return true
	}
	return false
}

// fewer tells whether a count is only by how many one is more or less than another: 27 fewer, 8 more than in 2019, 削减 2 000 人.
func fewer(t []rune, m mention) string {
	if m.quantity.Bound == data.Indefinite {
		return ""
	}
	for _, end := range []int{m.numEnd, max(m.numEnd, m.end)} {
		k := past(t, end)
		switch w, at := wordAt(t, min(k, len(t)-1)); {
		case w == "fewer":
			return "decrease"
		case w == "more" && prefix(t, at, " than in "):
			return "increase"
		}
	}
	start := unblanked(t, m.start)
	for _, w := range []string{"削减", "裁减", "削减了", "裁减了"} {
		if suffix(t, start, w) {
			return "decrease"
		}
	}
	return ""
}
