package extraction

import (
	"strings"

	"figurebook.org/figurebook/data/vocabulary"
)

// A headNoun is the counted noun and the measure that it gives by itself.
type headNoun struct {
	measure string
	general bool // people, women, cases, items: what is said of them tells more than the noun
	runes   int  // of the Chinese word that gave it
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
		if word := strings.ToLower(w); i > 0 && describes(word) && (!strings.HasSuffix(word, "ing") || plural(strings.ToLower(fields[i-1]))) && !(strings.Contains(word, "-") || word == "and" && (strings.Contains(fields[i-1], "-") || !plural(strings.ToLower(fields[i-1])) && e.words.Noun(strings.ToLower(fields[i-1])) == "")) && fields[i-1] != "sanctions" {
			fields = fields[:i]
			break
		}
	}
	if len(fields) == 0 {
		return headNoun{measure: peopleMeasure(m.quantity.Unit), general: true}
	}
	printed := []rune(strings.Trim(fields[len(fields)-1], ",;()“”\"'’"))
	last := strings.ToLower(string(printed))
	if len(printed) > 0 {
		if _, n := e.words.Peoples.At(printed, 0); n == len(printed) { // 60,000 Malians
			return headNoun{measure: "people", general: true}
		}
	}
	noun := headNoun{general: generalNouns[last] || last == "population" || physical(m.quantity.Unit)}
	if len(fields) > 1 && last == "members" {
		if of := e.words.Noun(strings.Join(fields[len(fields)-2:], " ")); of != "" && of != e.words.Noun(last) && of != e.words.Noun(vocabulary.Plural(last)) { // family members
			return headNoun{measure: of}
		}
	}
	if noun.measure = peopleMeasure(m.quantity.Unit); noun.measure != "" && noun.general {
		return noun
	}
	if last == "personnel" {
		switch low := strings.ToLower(m.counted); {
		case holdsAny(low, "military", "contingent", "uniformed"):
			return headNoun{measure: "military_personnel"}
		case strings.Contains(low, "police"):
			return headNoun{measure: "police"}
		}
	}
	if noun.measure = e.words.Noun(strings.Join(fields, " ")); noun.measure == "" {
		if noun.measure = e.words.Noun(vocabulary.Plural(last)); noun.measure == "" {
			noun.measure = slug(vocabulary.Plural(last))
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
	phrase := []rune(m.phrase)
	for i := 0; i < len(phrase)-len(t); i++ { // 执法人员, where 人员 alone is the known noun
		if name, n := e.words.Nouns.At(phrase, i); n > 0 && i+n == len(phrase) && !generalNouns[name] {
			return headNoun{measure: name, runes: n}
		}
	}
	if people(m.quantity.Unit) {
		switch m.counted {
		case "男子", "男性", "男人":
			if m.quantity.Unit == "person" {
				noun.measure = "men"
			}
			return noun
		case "", "人", "名", "位", "妇女", "女性", "儿童", "平民", "居民", "人员", "成员", "青年", "女童", "男童", "孩子", "女孩", "男孩", "未成年人", "死者":
			return noun
		}
	}
	for i := 0; i < len(t); {
		name, n := e.words.Nouns.At(t, i)
		if n == 0 {
			i++
			continue
		}
		noun.measure, noun.general, noun.runes = name, generalNouns[name], n
		i += n
	}
	return noun
}
