package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Chinese classifiers, and what they count.

// counters are the classifiers that may stand between a number and its noun, with the unit that they tell by themselves.
var counters = map[string]string{
	"名": "person", "位": "person", "人": "person", "人次": "person", "员": "person", "个": "", "次": "", "家": "company", "起": "incident", "户": "household", "所": "institution", "座": "", "项": "item",
	"份": "report", "件": "item", "场": "", "期": "", "支": "", "批": "", "种": "", "类": "", "例": "case", "宗": "case", "部": "law", "辆": "vehicle", "架": "item", "国": "state", "处": "", "发": "item", "套": "item", "片": "item", "封": "letter", "具": "body",
	"间": "institution", "颗": "item", "枚": "item", "台": "item", "把": "item", "只": "item", "头": "item", "条": "item", "笔": "item", "本": "item", "篇": "report", "门": "item", "艘": "vessel", "届": "", "轮": "", "款": "item",
	"块": "item", "顶": "item", "挺": "item", "副": "item", "张": "item", "盒": "item", "箱": "item", "袋": "item", "瓶": "item", "株": "item", "棵": "item", "匹": "item", "口": "", "幢": "building", "栋": "building", "枝": "item", "粒": "item",
}

// nameless is the unit of a count whose noun the vocabulary lacks, by its classifier.
var nameless = map[string]string{"个": "item", "次": "time", "场": "event", "座": "item", "种": "item", "批": "item", "支": "team", "处": "locality", "轮": "time"}

// abstractZh are the abstract nouns of lists: 三个方面, 四个阶段 are numbered, not counted.
var abstractZh = []string{"方面", "阶段", "支柱", "层面", "部分", "步骤", "方向", "要素", "原则", "环节", "问题", "因素", "类别", "优先事项", "主题", "轨道", "方案的目标", "特点", "理由"}

// hanCounter takes a Chinese classifier and looks for the head noun behind it; the result is the reason where it counts
// nothing.
func (s *scanner) hanCounter(m *mention, n number, j int) string {
	t := s.t
	word := classifier(t, j)
	if word == "" {
		return s.uncounted(m, n, j)
	}
	k := j + len([]rune(word))
	population := word == "人" && runeAt(t, k) == '口' // 4 600 万人口
	if population {
		k++
	}
	if word == "国" && prefix(t, k, "集团") {
		return "name"
	}
	m.end, m.counter = k, word
	s.hedgeBehind(m)
	k = max(k, m.end)
	if word == "个" {
		for _, a := range abstractZh {
			if prefix(t, k, a) {
				return "word"
			}
		}
	}
	if aged := agedBehind(t, past(t, k)); counters[word] == "person" && aged > past(t, k) { // 127 万名 5 岁以下儿童
		k = aged
	}
	unit, noun, end := s.nounBehind(k)
	if word == "国" && unit != "state" || counters[word] == "person" && !people(unit) { // 12 国部队, 5 人住在帐篷里
		unit, noun, end = "", "", 0
	}
	switch {
	case population && end-k > 8:
		unit, noun, end = "", "", 0
	case word == "人" && end > 0 && !(noun != "" && end == k+len([]rune(noun))) && !prefix(t, k, "的"): // 45 亿人缺乏卫生设施
		unit, noun, end = "", "", 0
	}
	if population && noun == "" {
		noun, end = "人口", k
	}
	part, isPart := s.outOf(m) // 15 个特派团中有 5 个的现金不够, 192 位领导人中 189 位
	if isPart && (runeAt(t, k) == '的' || s.isBare(k)) {
		unit, noun, end = part.quantity.Unit, part.counted, 0
	}
	if !fits(word, unit) { // 47 份个人来文
		unit, noun, end = "", "", 0
	}
	if noun == "" && word != "人" {
		name, w, e := s.tableNoun(k)
		if own, n := s.words.Nouns.At(t, min(past(t, k), len(t)-1)); counters[word] == "person" && n > 1 && runeAt(t, past(t, k)+n) == '的' { // 481 名口译员的服务
			from := past(t, k)
			name, w, e = own, string(t[from:from+n]), from+n
		}
		if name == "" && strings.ContainsAny(word, "头只匹") && k < len(t) { // 214 头牛
			if animal, n := s.words.Nouns.At(t, k); n == 1 {
				name, w, e = animal, string(t[k]), k+1
			}
		}
		if name != "" {
			noun, end = w, e
			switch by := counters[word]; {
			case unit == "" && by == "institution": // 12 所小学
				unit = s.tableUnit(name)
			case unit == "" && (by == "" || by == "item" || by == "report"):
				if unit = s.unitOf(name); abstract[vocabulary.Plural(unit)] && upToTen(m) {
					return "word"
				}
			}
		}
	}
	if strings.ContainsAny(word, "起例宗") && people(unit) && strings.ContainsAny(noun, "者人员民童女") { // 11 起幸存者引起的感染, and not 11 例死亡
		noun, end = "", 0
	}
	if !fits(word, unit) {
		unit, noun, end = "", "", 0
	}
	unit = counterUnit(word, unit)
	if word == "次" && unit != "" && !happens[unit] {
		unit, noun, end = "", "", 0
	}
	if s.grade(m, past(t, k)) {
		return ""
	}
	if unit == "person" && runeAt(t, k) == '女' && end > 0 {
		unit = "woman"
	}
	if noun == "" && counters[word] == "person" && s.isBare(k) {
		if u, w := s.nounBefore(m.start); u == "child" || u == "woman" {
			unit, noun = u, w
		}
	}
	if noun == "" && isPart {
		unit, noun, end = part.quantity.Unit, part.counted, 0
	}
	if last, ok := s.sameCounter(m, word); noun == "" && word == "个" && ok && s.sameSentence(last.end, m.start) { // 48 个国家，33 个集中在非洲
		unit, noun = last.quantity.Unit, last.counted
	}
	if noun == "" && counters[word] != "person" && (s.isBare(k) || s.clauseEndsBy(k+4) && (nameless[word] != "item" || word == "个")) {
		if last, ok := s.sameCounter(m, word); ok {
			unit, noun = last.quantity.Unit, last.counted
		} else if u, w := s.nounBefore(m.start); u != "" && fits(word, u) && s.isBare(k) && !(people(u) && strings.ContainsAny(word, "起例宗")) {
			unit, noun = u, w
		}
	}
	if unit == "" && (!s.isBare(k) || word == "次" || m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) >= 0) {
		unit = nameless[word]
		if word == "支" && latin(runeAt(t, k)) {
			unit = "item" // 支 AK-47
		}
	}
	if unit == "" {
		return "no_unit"
	}
	if noun == "" && unit == nameless[word] {
		noun = s.openNoun(k)
	}
	m.quantity.Unit, m.nounEnd, m.counted, m.phrase = unit, max(end, k), noun, string(t[k:max(end, k)])
	if end > 0 && end-k <= 16 {
		m.end = end
	}
	return ""
}

// fits tells whether a classifier can count things of a unit: 份 counts papers and no offices, 封 letters and no groups, 起 events.
func fits(word, unit string) bool {
	switch word {
	case "份":
		return !(people(unit) || bodies[unit] || unit == "group" || unit == "team" || unit == "state" || unit == "camp" || unit == "district" || unit == "region")
	case "封":
		return unit == "" || unit == "letter"
	case "起":
		return !(unit == "report" || bodies[unit] || unit == "group" || unit == "team" || unit == "state" || unit == "plan")
	}
	return true
}

// nounUnit is the unit that the measure of a noun gives: the singular of its head, before what only qualifies it (people_in_need).
func nounUnit(measure string) string {
	for _, link := range []string{"_of_", "_in_", "_with_", "_without_", "_living_", "_on_", "_for_"} {
		measure, _, _ = strings.Cut(measure, link)
	}
	return singular(measure[strings.LastIndex(measure, "_")+1:])
}

// unitOf is the unit of the table of units for the noun that gives a measure, else that which the measure gives: sheep are animals.
func (s *scanner) unitOf(measure string) string {
	if unit := s.tableUnit(measure); unit != "" {
		return unit
	}
	return nounUnit(measure)
}

// tableUnit is the unit of the table of units for the noun that gives a measure; empty where it has none but that of any thing.
func (s *scanner) tableUnit(measure string) string {
	noun := []rune(strings.ReplaceAll(measure, "_", " "))
	if unit, n := s.words.Units.At(noun, 0); n == len(noun) && !people(unit) && unit != "item" {
		return unit
	}
	return ""
}

// counterUnit is the unit of what a classifier counts, where its noun tells one of its own.
func counterUnit(word, unit string) string {
	by := counters[word]
	ofPeople := people(unit)
	switch {
	case by == "person" && (unit == "child" || unit == "woman"):
		return unit
	case by == "person", by != "" && unit == "", unit == "person" && word != "个", unit == "":
		return by
	case strings.ContainsAny(word, "起例宗") && ofPeople: // 172 起妇女遭恐吓的事件
		return by
	}
	return unit
}

// happens are the units of what 次 counts: things that take place.
var happens = wordSet("attack incident meeting workshop visit broadcast flight course event initiative case time mission")

// clauseEndsBy tells whether the clause that goes on at k ends before end: "5 个推迟，".
func (s *scanner) clauseEndsBy(end int) bool {
	for i := max(0, end-4); i < min(end, len(s.t)); i++ {
		if clauseEnd(s.t, i) || s.t[i] == '、' {
			return true
		}
	}
	return end >= len(s.t)
}

// classifier is the classifier at t[j], the longer one first.
func classifier(t []rune, j int) string {
	for n := 2; n > 0; n-- {
		if j+n <= len(t) {
			if t[j] == '国' && j+1 < len(t) && strings.ContainsRune("内际籍民土有", t[j+1]) { // 480 万国内流离失所者
				return ""
			}
			if _, ok := counters[string(t[j:j+n])]; ok {
				return string(t[j : j+n])
			}
		}
	}
	return ""
}

// isBare tells whether no noun follows at k: a stop, or a verb.
func (s *scanner) isBare(k int) bool {
	t := s.t
	for k < len(t) && blank(t[k]) {
		k++
	}
	return k >= len(t) || !unicode.IsLetter(t[k]) && t[k] != '《' && t[k] != '“' || strings.ContainsRune(verbStarts+"和与及或，。", t[k]) || verbAt(t, k)
}

// outOf is the mention of which m is a part: its words end in 中, and then only 有 stands before m's number.
func (s *scanner) outOf(m *mention) (mention, bool) {
	t, end := s.t, unblanked(s.t, m.start)
	for _, w := range []string{"只有", "仅有", "约有", "就有", "有", "仅", "只"} {
		if suffix(t, end, w) {
			end = unblanked(t, end-len([]rune(w)))
			break
		}
	}
	if r := runeAt(t, end-1); r == '，' || r == ',' {
		end = unblanked(t, end-1)
	}
	if end < 2 || t[end-1] != '中' || len(s.mentions) == 0 {
		return mention{}, false
	}
	last := s.mentions[len(s.mentions)-1]
	counted := last.quantity.Unit != "" && last.counted != "" && !currency(last.quantity.Unit) && last.quantity.Unit != "percent"
	return last, counted && last.quantity.Bound == data.Exact && end-1-max(last.end, last.nounEnd) <= 6 && !s.parted(max(last.end, last.nounEnd), end-1)
}

// parted tells whether a stop stands in t[from:to].
func (s *scanner) parted(from, to int) bool {
	for i := from; i < to; i++ {
		if clauseEnd(s.t, i) {
			return true
		}
	}
	return false
}

// sameCounter is the figure before, of the same classifier, whose noun a bare count leaves out.
func (s *scanner) sameCounter(m *mention, word string) (mention, bool) {
	for i := len(s.mentions) - 1; i >= 0 && m.numStart-s.mentions[i].end < 200; i-- {
		if last := s.mentions[i]; last.counter == word && last.quantity.Unit != "" {
			return last, true
		}
	}
	return mention{}, false
}
