package extraction

import (
	"strings"
	"unicode"
)

// What an amount of money, a share, a weight or a length of time measures is told by the noun that its sentence ties to it:
// "thematic funding fell to $142 million", "an average delay of four months", 赠款总额为 300 万美元. These rules read that noun
// where no word of the vocabulary tells more.

// emptyHeads are nouns that say how much and not of what: the noun behind their "of" tells it.
var emptyHeads = wordSet("total number amount level sum value average volume quantity share proportion percentage part figure size majority balance maximum minimum equivalent combined overall further additional remaining place result fact")

// topicWords are no part of the noun phrase that a sentence is about.
var topicWords = wordSet("the a an its their this that these those his her our some any all each both other another such more most total overall average estimated approximate annual")

// topic is the measure that the noun tied to a number gives; empty where none is.
func (e *extractor) topic(t []rune, m mention, sc scope, language string) string {
	if language == "zh" {
		return e.hanTopic(t, m, sc)
	}
	before := t[sc.sentence[0]:m.start]
	if name := e.ofHead(before); name != "" {
		return name
	}
	return e.tiedSubject(before, m)
}

// ofHead is the noun before "of" where a number follows at once: "an unspent balance of $3 million", "a delay of four months".
func (e *extractor) ofHead(before []rune) string {
	words := strings.Fields(string(before))
	for len(words) > 0 && topicWords[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	if len(words) < 2 || words[len(words)-1] != "of" {
		return ""
	}
	return e.named(words[:len(words)-1])
}

// tiedSubject is the noun that a sentence is about, where a verb ties it to the number: "reimbursements … amounted to", "the
// price of wheat rose to".
func (e *extractor) tiedSubject(before []rune, m mention) string {
	text := string(before)
	low := strings.TrimRight(strings.ToLower(text), " ,")
	bound := false
	for _, verb := range tied {
		bound = bound || strings.HasSuffix(low, " "+verb)
	}
	if m.quantity.Unit != "" && moneyOr(m.quantity.Unit) == "USD" && planBefore(low) {
		return "funding_target"
	}
	if before, ok := strings.CutSuffix(low, " amounting to"); ok { // revenue amounting to $5 million
		return e.named(strings.Fields(text[:len(before)]))
	}
	if !bound && !(strings.HasSuffix(low, " to") || strings.HasSuffix(low, " at") || strings.HasSuffix(low, " by")) || strings.HasSuffix(low, "according to") || strings.HasSuffix(low, "in addition to") {
		return ""
	}
	words := strings.Fields(text)
	start := 0
	for i, w := range words { // behind what only opens the sentence: "As at 30 June, …"
		if strings.HasSuffix(w, ",") && i < 10 && openers[strings.ToLower(words[0])] && start == 0 {
			start = i + 1
		}
	}
	phrase := words[start:]
	for i, w := range phrase {
		bare := strings.ToLower(strings.Trim(w, ",;:()"))
		if i > 0 && (stopWords[bare] && bare != "of" || tiesTo[bare] || strings.HasSuffix(w, ",")) {
			phrase = phrase[:i]
			break
		}
	}
	return e.named(phrase)
}

// planBefore tells whether a sentence says how much a plan or an appeal holds: "The 2025 plan includes $468 million".
func planBefore(low string) bool {
	for _, verb := range []string{" includes", " comprises", " provides for", " calls for", " foresees", " covers", " contains", " envisages"} {
		if before, ok := strings.CutSuffix(low, verb); ok {
			return strings.HasSuffix(before, " plan") || strings.HasSuffix(before, " appeal") || strings.HasSuffix(before, " plans") || strings.HasSuffix(before, " appeals")
		}
	}
	return false
}

// openers begin what stands before the subject of a sentence.
var openers = wordSet("and but in on at as by during since for from over between after before despite overall meanwhile additionally however while following with under within")

// tiesTo are the verbs, in the past or the present, that tie a subject to what it amounts to.
var tiesTo = wordSet("totalled totaled amounted amounts fell rose grew declined decreased increased dropped stood stands reached reaches exceeded exceeds averaged climbed surged jumped remained soared plummeted doubled tripled expanded contracted shrank")

// compoundHeads are nouns that say little without the noun before them; sourceHeads say nothing; gerundNouns are nouns in -ing.
var (
	compoundHeads = wordSet("rate ratio coverage supply index")
	sourceHeads   = wordSet("source sources item component stream flow category")
	gerundNouns   = wordSet("funding spending financing lending borrowing housing training trafficking wasting stunting banking shipping farming mining fishing logging building warming meeting hearing briefing pricing")
)

// named is the measure that the words of a noun phrase give by their head: its last word, before "of" where the phrase goes on
// with what it is of, behind it where the head only says how much.
func (e *extractor) named(words []string) string {
	phrase := words
	for i := len(words) - 1; i > 0; i-- {
		switch bare := strings.ToLower(strings.Trim(words[i], ",;:()")); {
		case bare == "of" && emptyHeads[strings.ToLower(words[i-1])]:
			phrase = words[i+1:]
		case bare == "of":
			phrase = words[:i]
			continue
		case stopWords[bare] || bare == "and" || strings.HasSuffix(words[i], ","):
			phrase = words[i+1:]
		default:
			continue
		}
		break
	}
	for len(phrase) > 0 && topicWords[strings.ToLower(phrase[0])] {
		phrase = phrase[1:]
	}
	if len(phrase) == 0 || len(phrase) > 6 {
		return ""
	}
	head := strings.ToLower(strings.Trim(phrase[len(phrase)-1], ",;:()“”"))
	if head == "" || !unicode.IsLetter([]rune(head)[0]) || emptyHeads[head] || topicWords[head] || stopWords[head] || len(head) < 3 {
		return ""
	}
	if compoundHeads[head] && len(phrase) > 1 {
		return slug(strings.ToLower(phrase[len(phrase)-2]) + "_" + head)
	}
	if name := e.words.Noun(strings.Join(phrase, " ")); name != "" {
		return name
	}
	if sourceHeads[head] {
		return e.named(phrase[:len(phrase)-1]) // the second-largest revenue source
	}
	if strings.HasSuffix(head, "ing") && !gerundNouns[head] {
		return ""
	}
	return slug(head)
}

// peopleTopic is the Chinese noun that people are counted as who are only 人 behind their number: 注射毒品者为 1 130 万人.
func (e *extractor) peopleTopic(t []rune, m mention, sc scope, language string) string {
	if language != "zh" || !people(m.quantity.Unit) || m.counted != "" && m.counted != "人" {
		return ""
	}
	if end := past(t, m.end); end < len(t) && unicode.IsLetter(t[end]) { // what they did follows
		return ""
	}
	topic := e.hanTopic(t, m, sc)
	if had := strings.ContainsRune("有共", runeAt(t, unblanked(t, m.start)-1)); !whereabout[topic] && !e.thing(topic) || (topic == "posts" || topic == "seats") && !had {
		return topic // 名额为 24 名
	}
	return "" // 警察部门有 2 335 人
}

// thing tells a measure of what is no people: 参加人数最多的一次会议有 300 人.
func (e *extractor) thing(measure string) bool {
	last := []rune(measure[strings.LastIndex(measure, "_")+1:])
	unit, n := "", 0
	if len(last) > 0 {
		unit, n = e.words.Units.At(last, 0)
	}
	return n == len(last) && n > 0 && !people(unit)
}

// whereabout are bodies and things in which people are, and which are not themselves people.
var whereabout = wordSet("reports statements departments institutions organizations partners offices teams units countries states regions provinces districts villages communities camps sites centres facilities schools hospitals missions operations projects programmes companies agencies entities ministries commissions committees groups networks strength posts capital workforce markets")

// hanAmong is the noun of those among whom a Chinese share is: 死亡儿童中，三分之一; empty where the words before are others.
func (e *extractor) hanAmong(t []rune, m mention, sc scope) string {
	end := m.start
	for end > sc.sentence[0] && (blank(t[end-1]) || strings.ContainsRune("，有约近仅只", t[end-1])) {
		end--
	}
	if end < 3 || t[end-1] != '中' || t[end-2] == '其' {
		return ""
	}
	for at := max(sc.sentence[0], end-10); at < end-1; at++ {
		if name, n := e.words.Nouns.At(t, at); n > 1 && at+n == end-1 && !whereabout[name] {
			return name
		}
	}
	return ""
}

// hanTies stand between a Chinese noun and the number that it is.
var hanTies = []string{"总额", "总数", "总计", "共计", "合计", "约为", "约", "为", "达到", "达", "共", "是", "有", "从", "由", "增至", "降至", "增加到", "减少到", "仍达到", "仍", "超过", "仅", "只有", "高达", "的", "者", "人数", "数", "额", "量", "则", "也", "已", "不超过", "最多", "最多为", "至少", "至多", "不足", "不到", "接近", "将近", "近", "逾", "估计为", "估计", "预计为", "预计", "大约", "大约为", "超过了", "达到了", "首次", "总共", "计有", "净额", "余额", "规模", "升至", "减至", "减少至", "增加至", "增长至", "下降到", "下降至", "上升到", "上升至", "跌至", "维持在", "保持在", "平均", "平均为", "每年", "目前", "现为", "仍为", "累计", "累计达", "累计为", "已达", "的总额", "总值", "将达", "将为", "将"}

// hanTopic is the noun of the table of nouns that stands before a number with only such words between.
func (e *extractor) hanTopic(t []rune, m mention, sc scope) string {
	end := m.start
	for i := 0; i < 8; i++ {
		for end > sc.sentence[0] && blank(t[end-1]) {
			end--
		}
		for at := max(sc.sentence[0], end-10); at < end; at++ {
			if name, n := e.words.Nouns.At(t, at); n > 1 && at+n == end && !generalNouns[name] {
				return name
			}
		}
		cut := 0
		for _, w := range hanTies {
			if n := len([]rune(w)); n > cut && suffix(t, end, w) {
				cut = n
			}
		}
		if cut == 0 {
			return ""
		}
		end -= cut
	}
	return ""
}

// matter is the measure that the noun gives of which there is a weight, a volume or an amount: 300 litres of acid, 1.9 亿吨煤炭,
// 5 万美元的奖金.
func (e *extractor) matter(t []rune, m mention, language string) string {
	money := moneyOr(m.quantity.Unit) == "USD"
	switch m.quantity.Unit {
	case "hectare", "square_metre", "square_kilometre", "kilometre", "metre", "mile", "nautical_mile", "megawatt":
		return "" // what is done with an area says more
	}
	if !money && !physical(m.quantity.Unit) {
		return ""
	}
	end := past(t, max(m.end, m.numEnd))
	if language == "zh" {
		of := prefix(t, end, "的")
		if of {
			end++
		} else if name, n := e.words.Nouns.At(t, min(end, len(t)-1)); money && (n < 2 || end >= len(t) || !moneyNouns[name]) { // 700 万美元人道援助
			return ""
		}
		name := ""
		for j := end; j < len(t) && j < end+10 && !clauseEnd(t, j) && !verbAt(t, j); {
			noun, n := e.words.Nouns.At(t, j)
			if n < 2 && name != "" { // 的预算仅支出: what follows the noun is said of it
				break
			}
			if n < 2 || !of && j > end && name == "" {
				j++
				continue
			}
			name = noun
			j += n
		}
		return name
	}
	if money || !prefix(t, end, "of ") {
		return ""
	}
	var words []string
	for _, w := range strings.Fields(string(t[end+3 : min(len(t), end+70)])) {
		bare := strings.ToLower(strings.Trim(w, ",.;:()”“"))
		if bare == "" || stopWords[bare] || bare == "and" || participle(bare) || len(words) == 4 {
			break
		}
		if words = append(words, bare); strings.ContainsAny(w, ",.;:)") {
			break
		}
	}
	return e.named(words)
}
