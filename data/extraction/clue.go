package extraction

import (
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data/vocabulary"
)

// A role is how a word that tells of a measure stands to the number.
type role int

// The roles, the surer ones later.
const (
	loose  role = iota
	head        // it is the counted noun itself: 12 attacks
	before      // an event of which the number is the object: killing 12 people, training for 12 people
	after       // an event that befell what is counted: 12 people were killed
)

// A clue is a word that tells of a measure, and how well.
type clue struct {
	measure, word string
	role          role
	score         int
	at            int // where the word begins
	strong        bool
}

// clue finds the best one within reach.
func (e *extractor) clue(t []rune, m mention, sc scope, language string, noun headNoun) clue {
	best := clue{score: -1 << 30}
	behind := max(m.nounEnd, m.end)
	var denied []string // 140 万名儿童未接种疫苗: whatever else speaks of it, they are not vaccinated
	e.eachWord(t, m, sc, func(at int, w vocabulary.Word) {
		if negated(t, at) && at >= m.numEnd && at < sc.clause[1] && !strings.HasPrefix(w.Measure, "people_with_") {
			denied = append(denied, w.Measure)
		}
	})
	part := partOpens(t, m.start)
	rate := m.quantity.Unit == "percent" && holdsAny(string(t[sc.clause[0]:min(sc.clause[1], m.numEnd+20)]), " rate", "率")
	e.eachWord(t, m, sc, func(at int, w vocabulary.Word) {
		if at < m.start && part && m.quantity.Unit == "percent" { // what a part is a part of, the figure before tells
			return
		}
		if slices.Contains(denied, w.Measure) || rate && strings.HasPrefix(w.Measure, "share_") || level(t, at, at+len(w.Form), w.Measure) {
			return
		}
		if string(w.Form) == "难民" && (prefix(t, at+2, "署") || prefix(t, at+2, "事务高级") || prefix(t, at+2, "专员")) { // the agency's name
			return
		}
		c := clue{measure: w.Measure, word: string(w.Form), role: e.role(t, m, at, w, behind, language), at: at, strong: w.Strong}
		if with, ok := strings.CutPrefix(w.Measure, "people_with_"); ok && denies(t, at, sc) {
			c.measure = "people_without_" + with
		} else if with == "food" {
			return
		}
		if c.role < before && at < m.start && ratioName(c.word) && m.quantity.Unit != "percent" && perThings(t, at, m) {
			c.role = before
		}
		if c.role == loose && (set(t, at, m.start) || people(m.quantity.Unit) && !noun.general && !events[w.Measure] && !strings.Contains(m.counted, c.word)) {
			return
		}
		if people(m.quantity.Unit) && !noun.general && noun.measure != "" && (w.Measure == "deployed" || c.role == loose && gathers[w.Measure] && !attendees[noun.measure] && !(at >= m.numEnd && at < sc.clause[1]) && !(at >= sc.clause[0] && at < m.start && objectOf[strings.ToLower(wordBefore(t, m.start))]) || w.Measure == "camp_population" && c.role != head && !strings.Contains(m.counted, c.word)) {
			return // the noun says more: six accused, 4,000 refugees
		}
		if form := string(w.Form); (form == "from" || form == "in") && at+len(w.Form)+1 != m.start || form == "在" && unblanked(t, m.start) != at+1 { // 12 people from 5 States
			return
		}
		if c.word == "在" {
			c.role = loose // 在 105 个进行报告的国家中
		}
		if at < m.start && harmed[w.Measure] && agent(t, m.start) || string(w.Form) == "所需" && at+2 != m.start {
			return
		}
		if w.Measure == "people_without_healthcare" && !holdsAny(c.word, "without", "deprived", "无法") && !denies(t, at, sc) {
			return // access to health care for 500 people
		}
		if form := string(w.Form); form == "reached" && at < m.start && holdsAny(strings.ToLower(string(t[min(sc.clause[0], at):at])), "number", "total", "population", "figure", "level") || form == "population of" && !holdsAny(strings.ToLower(string(t[sc.sentence[0]:sc.sentence[1]])), "camp", "settlement", "site", "shelter", "prison", "detention") {
			return // a level that was reached; the people of a country
		}
		if at >= m.numEnd && at <= behind+2 && helping[string(w.Form)] { // 1 000 名工作人员帮助检测: they help, and are not helped
			return
		}
		if people(m.quantity.Unit) && (c.role == loose && getting[string(w.Form)] || handing[string(w.Form)] && !recipients(t, m, at)) {
			return
		}
		if c.role == loose && taken(t, at, m, w, sc) {
			return
		}
		if misread(t, m, sc, c) || hanMisread(t, m, sc, c) {
			return
		}
		c.score = near(t, m, at, w, behind, sc, language) + 40*int(c.role)
		if c.role == after && events[w.Measure] { // people in need of protection were released
			c.score += 60
		}
		if c.score > best.score || c.score == best.score && c.measure < best.measure {
			best = c
		}
	})
	return best
}

// handing are Chinese verbs of giving, whose object is mostly what is given: it is people only where 向, 为 or 给 marks them.
var handing = wordSet("提供 分发 发放")

// helping are Chinese verbs whose subject stands before them.
var helping = wordSet("帮助 协助 支助 援助 支持")

// getting are Chinese verbs that tell of those who stand right before them, and of others nothing.
var getting = wordSet("获得 得到 接受 收到")

// recipients tells whether those counted are marked as the ones to whom the verb at t[at] gives: 向 500 人提供.
func recipients(t []rune, m mention, at int) bool {
	for i := m.start - 1; i >= 0 && i > m.start-16 && !clauseEnd(t, i); i-- {
		if strings.ContainsRune("向为给", t[i]) {
			return at > m.start || at > i-3 // or stands right before: 提供给
		}
	}
	return false
}

// ratioName tells the name of a rate, which is measured in the things that it relates: maternal mortality ratio.
func ratioName(word string) bool {
	return strings.HasSuffix(word, " ratio") || strings.HasSuffix(word, " rate") || strings.HasSuffix(word, "率")
}

// perThings tells whether a mention, or the one that it is compared with, is per a number of things, as a rate is.
func perThings(t []rune, at int, m mention) bool {
	behind := string(t[m.numEnd:min(len(t), m.numEnd+48)])
	return holdsAny(behind, " per 1", "每 1", "每10") || holdsAny(string(t[at:m.start]), "每 1", "每 10", "每十万", "每千")
}

// eachWord goes through the words within reach of a mention that tell of a measure of its unit.
func (e *extractor) eachWord(t []rune, m mention, sc scope, visit func(at int, w vocabulary.Word)) {
	unit := kind(m.quantity.Unit)
	for at, to := max(sc.sentence[0], m.numStart-reach, sc.near[0]), min(sc.sentence[1], m.numEnd+reach, sc.near[1]); at < to; at++ {
		if at > 0 && letter(t[at]) && letter(t[at-1]) {
			continue // within a word
		}
		e.words.MeasureWords(t, at, func(w vocabulary.Word) {
			if slices.Contains(w.Units, unit) {
				visit(at, w)
			}
		})
	}
}

// letter tells a letter of a script that parts its words by blanks.
func letter(r rune) bool { return r < 0x2e80 && unicode.IsLetter(r) }

// negated tells whether what a word at t[at] says is denied: 未接种, not vaccinated.
func negated(t []rune, at int) bool {
	for _, w := range []string{"未", "未能", "无法", "不能", "难以", "没有", "尚未", "并未", "not ", "not been ", "never ", "never been ", "without being ", "lacked ", "lack ", "lacking ", "lacked access to ", "lack access to ", "缺乏"} {
		if suffix(t, at, w) {
			return true
		}
	}
	return false
}

// harmed are the measures of what was done to people.
var harmed = wordSet("fatalities injured abductions missing displaced casualties executions")

// agent tells whether a number tells of those who did what the passive before it says: "was shot and killed by two men".
func agent(t []rune, place int) bool {
	return foldedSuffix(t, place, "by ") && !foldedSuffix(t, place, "followed by ")
}

// taken tells a word in a clause before, that the figure before has taken for its own: "4.6 million people returned, but 2.4
// million remained"; the rate that another share states.
func taken(t []rune, at int, m mention, w vocabulary.Word, sc scope) bool {
	if at >= sc.clause[0] || sc.prev == 0 || sc.prev > m.start {
		return false
	}
	if people(m.quantity.Unit) && w.Strong && at >= sc.prev-2 && at-sc.prev < 12 && unicode.Is(unicode.Han, w.Form[0]) && saidOf(t, m, sc) && (at < sc.prev || only(string(t[sc.prev:at]), auxiliary)) {
		return true // 12 人丧生，另有 87 人迁往他处
	}
	if people(m.quantity.Unit) {
		return w.Strong && at >= sc.prev && at-sc.prev < 24 && only(string(t[sc.prev:at]), auxiliary) &&
			holdsAny(strings.ToLower(string(t[at:m.start])), "但", "而", "仍", "另", "but ", "while ", "whereas ", "however", "another ", "remain")
	}
	return m.quantity.Unit == "percent" && at < sc.prev && strings.HasSuffix(w.Measure, "_rate") && !holdsAny(strings.ToLower(string(t[sc.prev:m.start])), "compared", "from", "to ", "and ", "against", "than", "从", "比", "为", "至", "和", "升", "降")
}

// saidOf tells whether the clause of Chinese people goes on with a predicate of their own behind their noun: 87 人迁往他处.
func saidOf(t []rune, m mention, sc scope) bool {
	i := past(t, max(m.end, m.nounEnd))
	return i+1 < sc.clause[1] && unicode.Is(unicode.Han, t[i]) && unicode.Is(unicode.Han, t[i+1]) && t[i] != '的' && t[i] != '和' && t[i] != '及'
}

// denies tells whether a clause says that what the word at t[at] names is lacking: 得不到安全的饮用水, "without access to
// electricity".
func denies(t []rune, at int, sc scope) bool {
	before := strings.ToLower(string(t[max(sc.sentence[0], at-32):at]))
	for i := at - 1; i > at-32 && i >= sc.sentence[0]; i-- {
		if clauseEnd(t, i) {
			before = strings.ToLower(string(t[i+1 : at]))
			break
		}
	}
	return holdsAny(before, "得不到", "无法", "没有", "缺乏", "缺少", "未能", "不能", "without ", "lack", "no access", "not have ", "depriv")
}

// partOpens tells whether the words right before place make what follows a part of the figure before: 其中 90%, "of whom 90 per cent".
func partOpens(t []rune, place int) bool {
	before := strings.TrimRight(strings.ToLower(string(t[max(0, place-12):place])), " ,")
	return strings.HasSuffix(before, "其中") || strings.HasSuffix(before, "of whom") || strings.HasSuffix(before, "of which") || strings.HasSuffix(before, "of them")
}

// kind is the unit by which the vocabulary tells what a measure counts: any currency is USD, any weight a tonne.
func kind(unit string) string {
	switch {
	case strings.HasSuffix(unit, "tonne"):
		return "tonne"
	case unit == "state" || unit == "country":
		return "state"
	}
	return moneyOr(unit)
}

// events are what happens to people who are counted by a noun that says who they are, and tells more than the noun.
var events = wordSet("participants trained arrests detainees fatalities injured missing released abductions convictions executions indictments rescued intercepted evacuated repatriated transferred displaced vaccinated " +
	"deployed casualties prisoners_escaped survivors_compensated child_recruitment")

// gathers are events that bring people of a kind together, and tell nothing of others who are named near them.
var gathers = wordSet("participants trained deployed")

// objectOf are the prepositions before those for whom something is held.
var objectOf = wordSet("for to with among of")

// set tells whether t[at] stands in a Chinese phrase that only sets out who is among those counted: 包括难民在内的 500 人.
func set(t []rune, at, start int) bool {
	return at < start && suffix(t, start, "在内的 ") || at < start && suffix(t, start, "在内的")
}

// role tells how a word at t[at] stands to the mention.
func (e *extractor) role(t []rune, m mention, at int, w vocabulary.Word, behind int, language string) role {
	end := at + len(w.Form)
	acted := people(m.quantity.Unit) || bodies[m.quantity.Unit]
	switch {
	case at >= m.numEnd && end <= behind:
		if end >= behind-1 || w.Strong && (language != "zh" || !people(m.quantity.Unit)) {
			return head
		}
	case at >= behind && w.Strong && acted && at-behind < 90 && e.balance.at(at) <= e.balance.at(behind) && only(unbracketedText(t[behind:at]), auxiliary):
		return after
	case end <= m.start && w.Strong && acted && m.start-end < 30 && only(string(t[end:m.start]), links):
		return before
	}
	return loose
}

// bodies are units of what can act and be acted upon as people are.
var bodies = wordSet("state constituent_state organization institution school hospital facility entity company partner office household")

// near scores a word by its distance from the number: a strong word counts as nearer, one beyond the clause or the next
// number as farther.
func near(t []rune, m mention, at int, w vocabulary.Word, behind int, sc scope, language string) int {
	score := -max(0, m.numStart-at-len(w.Form))
	if at >= m.numEnd {
		score = -(at - m.numEnd)
	}
	if at >= behind { // "11,000 male fighters were detained": the verb stands next
		score = behind - at
	}
	if language != "zh" && score < -40 { // beyond its own phrase, English takes twice the letters for the same words
		score = -40 + (score+40)/2
	}
	if w.Strong {
		score += 12
	}
	if at >= m.numEnd && at < behind {
		score += 10
	}
	if at < m.start && m.counted != "" && strings.Contains(m.counted, string(w.Form)) {
		score = 12 // "the number of guards fell from 1,500 to 400": the noun stands before
	}
	if at < sc.clause[0] || at >= sc.clause[1] {
		score -= 12
		if at >= sc.clause[1] && !people(m.quantity.Unit) { // what money and shares are of stands before them
			score -= 16
		}
	}
	if at >= sc.next {
		score -= 15
	}
	if at < m.start && at >= sc.clause[0] && moneyOr(m.quantity.Unit) == "USD" {
		score += 6
	}
	return score + 2*len(w.Form)/3
}

// auxiliary stand between what is counted and the verb that says what befell it.
var auxiliary = wordSet("were was are is been be being have has had who reportedly also still then allegedly arbitrarily subsequently later either that were, newly recently remained remain " +
	"被 已 已被 已经 遭 遭到 获 自愿 相继 陆续 先后 最终 成功 安全 共同 同时 因而 从而 不幸 当天 均 均被 都 也 仍 仍然 仍被 据报 据报告 因此 随后 后来 者 人 在 当场 及其家庭 及其家人 及其家属 和家人 及其亲属")

// links stand between a verb or a noun of doing and its object.
var links = wordSet("of for by to with among the a an another additional further all total some these those its their other between as in providing reaching including " +
	"了 的 过 共 共计 总共 约 大约 另 另外 其他 至少 向 给 对 为 了约 有")

// only tells whether a text holds nothing but such words; in Chinese the whole of it must be one of them.
func only(between string, allowed map[string]bool) bool {
	text := strings.TrimSpace(between)
	if strings.HasPrefix(text, "在") && len([]rune(text)) < 12 && !strings.ContainsAny(text, "，。；、的和") {
		return allowed["被"] // 32 名维和人员在马里丧生
	}
	if strings.HasPrefix(text, "在") && len([]rune(text)) < 24 && holdsAny(string([]rune(text)[len([]rune(text))-1:]), "中", "时", "间", "后") {
		return allowed["被"] // 17 名维和人员在四次袭击中受伤
	}
	if text == "" || allowed[text] {
		return true
	}
	words := strings.Fields(strings.ToLower(text))
	if allowed["were"] && described(words) {
		return true
	}
	for _, w := range words {
		if !allowed[w] {
			return false
		}
	}
	return true
}

// described tells whether words between a noun and its participle describe the noun and end in the passive's verb: 12 members
// "of the armed group were" killed.
func described(words []string) bool {
	if len(words) < 3 || len(words) > 9 {
		return false
	}
	switch words[0] {
	case "of", "in", "from", "at", "near", "with", "belonging", "affiliated":
	default:
		return false
	}
	switch words[len(words)-1] {
	case "was", "were", "been", "being", "are", "is":
	default:
		return false
	}
	for _, w := range words {
		switch w {
		case "who", "which", "that", "while", "whom", "by", "and":
			return false
		}
		if strings.ContainsAny(w, ",;:()0123456789") {
			return false
		}
	}
	return true
}
