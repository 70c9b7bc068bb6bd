package extraction

import (
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// scope is where a mention stands: its sentence and clause, and the start of the mention behind it.
type scope struct {
	sentence, clause [2]int
	next             int
}

// A role is how a word that tells of a measure stands to the number.
type role int

// The roles, the surer ones later.
const (
	loose  role = iota
	head        // it is the counted noun itself: 12 attacks
	before      // an event of which the number is the object: killing 12 people, training for 12 people
	after       // an event that befell what is counted: 12 people were killed
)

// measure says what a figure counts and how sure that is. What befell people who are counted by a general noun tells it
// first, then the noun itself, then the words that stand nearest in the clause and the sentence; where the vocabulary
// has none of them, the head noun gives the name.
func (e *extractor) measure(f *data.Figure, t []rune, m mention, sc scope) float64 {
	if name := changes(t, m); name != "" {
		f.Measure, f.Why["measure"] = name, "change"
		f.Subject = e.subject(t, m, sc)
		return 0.8
	}
	noun := e.headNoun(m, f.Language)
	best := e.clue(t, m, sc, f.Language, noun)
	switch {
	case best.measure != "" && (best.role > loose || best.score >= least(m.quantity.Unit, noun)):
		f.Measure, f.Why["measure"] = best.measure, best.word
		if best.role > loose {
			return 0.9
		}
		return 0.45 + 0.35*float64(max(0, min(40, best.score+40)))/40
	case m.quantity.Unit == "percent" || m.quantity.Unit == "fraction":
		f.Measure, f.Counted = e.share(t, m, f.Language)
		f.Why["measure"] = f.Counted
		return 0.6
	}
	f.Measure, f.Why["measure"] = noun.measure, m.counted
	if f.Measure == "" || physical(m.quantity.Unit) {
		f.Measure = unitMeasure(m.quantity.Unit)
		return 0.4
	}
	return 0.7
}

// least is the score that a loose word needs to say more than the counted noun does. What money, shares, States and
// people are counted for, the noun does not tell; a school is counted as a school.
func least(unit string, noun headNoun) int {
	switch {
	case moneyOr(unit) == "USD", unit == "percent", unit == "state", unit == "basis_point", noun.measure == "":
		return -90
	case noun.general:
		return -90
	case attendees[noun.measure]:
		return -75
	case people(unit):
		return -45
	}
	return 8
}

// attendees are whom reports count as having been trained or having met, mostly.
var attendees = wordSet("officials officers representatives practitioners experts personnel judges prosecutors magistrates police stakeholders actors leaders investigators lawyers")

// A clue is a word that tells of a measure, and how well.
type clue struct {
	measure, word string
	role          role
	score         int
}

// clue finds the best one within reach.
func (e *extractor) clue(t []rune, m mention, sc scope, language string, noun headNoun) clue {
	best := clue{score: -1 << 30}
	behind := max(m.nounEnd, m.end)
	var denied []string // 140 万名儿童未接种疫苗: whatever else speaks of it, they are not vaccinated
	e.eachWord(t, m, sc, func(at int, w vocabulary.Word) {
		if negated(t, at) && at >= m.numEnd && at < sc.clause[1] {
			denied = append(denied, w.Measure)
		}
	})
	rate := m.quantity.Unit == "percent" && holdsAny(string(t[sc.clause[0]:min(sc.clause[1], m.numEnd+20)]), " rate", "率")
	e.eachWord(t, m, sc, func(at int, w vocabulary.Word) {
		if slices.Contains(denied, w.Measure) || rate && strings.HasPrefix(w.Measure, "share_") || level(t, at, at+len(w.Form), w.Measure) {
			return
		}
		c := clue{measure: w.Measure, word: string(w.Form), role: e.role(t, m, at, w, behind, language)}
		if c.role < before && at < m.start && ratioName(c.word) && m.quantity.Unit != "percent" && perThings(t, at, m) {
			c.role = before
		}
		if c.role == loose && (set(t, at, m.start) || people(m.quantity.Unit) && !noun.general && !events[w.Measure] && !strings.Contains(m.counted, c.word)) {
			return
		}
		c.score = near(t, m, at, w, behind, sc, language) + 40*int(c.role)
		if c.score > best.score || c.score == best.score && c.measure < best.measure {
			best = c
		}
	})
	return best
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
	for at := max(sc.sentence[0], m.numStart-reach); at < min(sc.sentence[1], m.numEnd+reach); at++ {
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
	for _, w := range []string{"未", "未能", "没有", "尚未", "并未", "not ", "not been ", "never ", "never been ", "without being ", "lacked ", "lack ", "lacking ", "lacked access to ", "lack access to ", "缺乏"} {
		if suffix(t, at, w) {
			return true
		}
	}
	return false
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
	case at >= behind && w.Strong && acted && at-behind < 90 && only(unbracketedText(t[behind:at]), auxiliary):
		return after
	case end <= m.start && w.Strong && acted && m.start-end < 30 && only(string(t[end:m.start]), links):
		return before
	}
	return loose
}

// bodies are units of what can act and be acted upon as people are.
var bodies = wordSet("state organization institution entity company partner office household")

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
	"被 已 已被 已经 遭 遭到 获 均 均被 都 也 仍 仍然 仍被 据报 据报告 因此 随后 后来 者 人 在 当场")

// links stand between a verb or a noun of doing and its object.
var links = wordSet("of for by to with among the a an another additional further all total some these those its their other between as in providing reaching including " +
	"了 的 过 共 共计 总共 约 大约 另 另外 其他 至少 向 给 对 为 了约 有")

// only tells whether a text holds nothing but such words; in Chinese the whole of it must be one of them.
func only(between string, allowed map[string]bool) bool {
	text := strings.TrimSpace(between)
	if strings.HasPrefix(text, "在") && len([]rune(text)) < 24 && holdsAny(string([]rune(text)[len([]rune(text))-1:]), "中", "时", "间", "后") {
		return allowed["被"] // 17 名维和人员在四次袭击中受伤
	}
	if text == "" || allowed[text] {
		return true
	}
	for _, w := range strings.Fields(text) {
		if !allowed[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// A headNoun is the counted noun and the measure that it gives by itself.
type headNoun struct {
	measure string
	general bool // people, women, cases, items: what is said of them tells more than the noun
}

// generalNouns count without saying what for.
var generalNouns = wordSet("people persons person individuals individual civilians civilian women woman men man children child boys girls members member nationals national citizens citizen residents resident " +
	"adults males females male female others minors infants youths young inhabitants whom them Syrians Iraqis " +
	"items item pieces cases case units unit incidents incident requests allegations activities operations entities")

// headNoun reads the counted noun: its last word before what only describes it, in English; the last noun known behind
// the counter, in Chinese.
func (e *extractor) headNoun(m mention, language string) headNoun {
	if language == "zh" {
		return e.hanNoun(m)
	}
	fields := strings.Fields(strings.Trim(m.counted, "“”\"' "))
	for i, w := range fields {
		if i > 0 && describes(strings.ToLower(w)) {
			fields = fields[:i]
			break
		}
	}
	if len(fields) == 0 {
		return headNoun{measure: peopleMeasure(m.quantity.Unit), general: true}
	}
	last := strings.ToLower(strings.Trim(fields[len(fields)-1], ",;()“”\"'’"))
	noun := headNoun{general: generalNouns[last] || physical(m.quantity.Unit)}
	if noun.measure = peopleMeasure(m.quantity.Unit); noun.measure != "" && noun.general {
		return noun
	}
	if noun.measure = e.words.Noun(strings.Join(fields, " ")); noun.measure == "" {
		if noun.measure = e.words.Noun(pluralOf(last)); noun.measure == "" {
			noun.measure = slug(pluralOf(last))
		}
	}
	return noun
}

// describes tells a word that only describes the noun before it: 34 patrols comprising …, 12 people killed.
func describes(word string) bool {
	switch word {
	case "killed", "injured", "wounded", "displaced", "missing", "dead", "among", "reported", "led", "held", "made", "targeted", "registered", "including", "with", "and", "per", "worth", "plus", "abducted", "detained", "arrested":
		return true
	}
	return len(word) > 6 && strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "training") && !strings.HasSuffix(word, "meeting") && !strings.HasSuffix(word, "briefing") && !strings.HasSuffix(word, "hearing") && !strings.HasSuffix(word, "building")
}

// hanNoun is headNoun for Chinese: the counted words hold the noun where the vocabulary of units knows it; else the last
// noun of the phrase behind the counter.
func (e *extractor) hanNoun(m mention) headNoun {
	t := []rune(m.counted)
	noun := headNoun{measure: peopleMeasure(m.quantity.Unit), general: true}
	if people(m.quantity.Unit) {
		switch m.counted {
		case "", "人", "名", "位", "妇女", "女性", "儿童", "平民", "居民", "人员", "成员", "男子", "男性", "青年", "女童", "男童", "孩子", "女孩", "男孩", "未成年人", "死者":
			return noun
		}
	}
	for i := 0; i < len(t); {
		name, n := e.words.Nouns.At(t, i)
		if n == 0 {
			i++
			continue
		}
		noun.measure, noun.general = name, generalNouns[name]
		i += n
	}
	return noun
}

// pluralOf is the regular plural of an English noun, the noun itself where it is one or has none.
func pluralOf(word string) string {
	switch {
	case word == "" || strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word
	case word == "person" || word == "people":
		return "people"
	case word == "woman" || word == "man" || strings.HasSuffix(word, "woman") || strings.HasSuffix(word, "man"):
		return strings.TrimSuffix(word, "an") + "en"
	case word == "child":
		return "children"
	case word == "personnel" || word == "staff" || word == "police" || word == "troops" || word == "livestock" || word == "aircraft" || word == "cattle" || word == "children" || word == "women" || word == "men" || word == "youth" || word == "land":
		return word
	case strings.HasSuffix(word, "y") && len(word) > 2 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "x") || strings.HasSuffix(word, "us"):
		return word + "es"
	}
	return word + "s"
}

// slug writes a noun as a measure: small letters, words joined by low lines.
func slug(noun string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		case r == ' ' || r == '-' || r == '_':
			return '_'
		}
		return -1
	}, noun), "_")
}

// physical tells a unit of measurement, which says nothing of what is measured.
func physical(unit string) bool {
	switch unit {
	case "tonne", "kilotonne", "megatonne", "gigatonne", "kilometre", "barrel", "hectare", "square_metre", "square_kilometre", "kilogram", "litre", "megawatt":
		return true
	}
	return false
}

func peopleMeasure(unit string) string {
	switch unit {
	case "person":
		return "people"
	case "woman":
		return "women"
	case "child":
		return "children"
	}
	return ""
}

// unitMeasure names what is counted where neither vocabulary nor noun tells.
func unitMeasure(unit string) string {
	if moneyOr(unit) == "USD" {
		return "amount"
	}
	switch unit {
	case "state", "country":
		return "countries_covered"
	case "percentage_point", "basis_point":
		return "change"
	case "times":
		return "ratio"
	case "company":
		return "companies"
	case "mass_grave":
		return "mass_graves"
	case "index":
		return "index"
	case "kilometre":
		return "distance"
	case "hectare", "square_metre", "square_kilometre":
		return "area"
	}
	return pluralOf(unit)
}

// moneyOr is "USD" for any currency: what money measures does not depend on whose it is.
func moneyOr(unit string) string {
	if len(unit) == 3 && unit == strings.ToUpper(unit) {
		return "USD"
	}
	return unit
}
