package extraction

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// A tableNoun is what the words of a head or a title count.
type tableNoun struct {
	measure, unit, counted string
	population             string
	known                  bool // the vocabulary has the measure
}

// titleOf reads the title of a table: what it shows, without its number and what it is broken down by.
func (e *extractor) titleOf(title string) tableHead {
	text := tableNumbered.ReplaceAllString(title, "")
	h := e.headOf(text, false)
	h.text = title
	h.refused = ""
	return h
}

var (
	tableNumbered = regexp.MustCompile(`^(?i:tables?|表格?) ?(?:\d{1,3}(?:[.–-]\d{1,3})*|[IVX]{1,6}(?:[.–-]\d{1,3})?|[A-Z](?:[.–-]?\d{1,3})?|[一二三四五六七八九十]{1,3})[.:：—–]?(?:\s|$)*`)
	// brokenDown is what a table's numbers are broken down by.
	brokenDown = regexp.MustCompile(`(?i),? \b(?:(?:disaggregated |broken down )?by|per|compared (?:with|to)|between|since|from|under|recorded|within|among|at|during|for|in|on|as)\b.*$|[,，:：；;].*$`)
	hanDown    = regexp.MustCompile(`^(?:按.{1,16}?(?:分列|划分|统计|分类|开列)的?|各.{1,6}?的|\d{4} ?年.{0,4}?的|.{0,10}?(?:期间|以来|境内|营地中|中)的)`)
	// perSomething is a rate of things to others, which no number of things is.
	perSomething = regexp.MustCompile(`(?i)\bper (?:\d|one |hundred|thousand|million|capita)|每(?:\d|千|万|十万|百万|人)|人均`)
	severalOf    = regexp.MustCompile(`(?i)\band\b|,|/|，|、|和|与|及`)
)

// titleWords is what a title says that its table counts; empty where it names several things.
func titleWords(h tableHead, language string) string {
	words := h.words
	if language == "zh" {
		words, _, _ = strings.Cut(words, "，")
		words = hanDown.ReplaceAllString(words, "")
	} else {
		words = brokenDown.ReplaceAllString(words, "")
	}
	words = strings.Trim(words, " ,.:;，：；、")
	if severalOf.MatchString(words) {
		return ""
	}
	return words
}

// noun is what some words count, read as prose would read them behind a number; each is read once.
func (e *extractor) noun(words string) tableNoun {
	if words == "" {
		return tableNoun{}
	}
	if n, ok := e.nouns[words]; ok {
		return n
	}
	if e.nouns == nil {
		e.nouns = map[string]tableNoun{}
	}
	e.nouns[words] = tableNoun{} // against heads that lead back to themselves
	n := e.readNoun(words)
	e.nouns[words] = n
	return n
}

// statement is a number followed by words, in a sentence as prose has it.
const statement = "1,234 "

func (e *extractor) readNoun(words string) tableNoun {
	if e.report.Language != "zh" {
		n := e.stated(statement + firstLower(words))
		if own := e.words.Noun(words); own != "" && strings.EqualFold(n.counted, words) && !strings.Contains(own, n.measure) && !generalNouns[strings.ToLower(words)] { // a head is the noun alone, and nothing befell it
			n.measure, n.known = own, e.knows(own)
		}
		return n
	}
	var first tableNoun
	for i, text := range e.hanStatements(words) {
		n := e.stated(text)
		if n.measure != "" && e.namedFor(words, "person") == n.measure && !people(n.unit) { // 部队, which are counted by the head
			n.unit = "person"
		}
		if n.known && n.unit != "item" {
			return n
		}
		if i == 0 {
			first = n
		}
	}
	if first.unit == "item" {
		return tableNoun{}
	}
	return first
}

// stated reads the first number of a sentence as prose.
func (e *extractor) stated(text string) tableNoun {
	t := fold([]rune(text))
	s := scan("", t, nil, e.words, nil)
	if len(s.mentions) != 1 {
		return tableNoun{}
	}
	m := s.mentions[0]
	v := e.view(t, m.start, m.end)
	f := data.Figure{Language: e.report.Language, Quantity: m.quantity, Counted: m.counted, Sentence: text, Why: map[string]string{}}
	e.measure(&f, t, m, scopeOf(t, v, s.mentions, 0))
	n := tableNoun{measure: f.Measure, unit: f.Unit, counted: cmp.Or(f.Counted, m.counted)}
	if people(f.Unit) {
		n.population = e.words.Population(string(t[m.numEnd:]))
	}
	n.known = e.knows(n.measure)
	return n
}

// knows tells whether the vocabulary has a label for a measure in the other language too.
func (e *extractor) knows(measure string) bool {
	label := e.words.Label(vocabulary.Measure, measure, "zh")
	return strings.ContainsFunc(label, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// hanCounts end a Chinese head that counts what is named before it, and the counter that goes with it.
var hanCounts = []struct{ tail, counter string }{{"总人数", "名"}, {"人数", "名"}, {"总次数", "次"}, {"次数", "次"}, {"总数", "个"}, {"数量", "个"}, {"数目", "个"}, {"户数", "户"}, {"件数", "件"}, {"起数", "起"}, {"数", "个"}}

// hanStatements put what a Chinese head counts behind a number, with each counter that may fit, the likeliest first.
func (e *extractor) hanStatements(words string) []string {
	rest, counters := words, []string{"个", "起", "次", "所"}
	for _, c := range hanCounts {
		if before, ok := strings.CutSuffix(words, c.tail); ok && before != "" && !(c.tail == "件数" && strings.HasSuffix(before, "事")) {
			if rest = before; c.counter != "个" {
				counters = []string{c.counter}
			}
			break
		}
	}
	t := fold([]rune(rest))
	for i := range t {
		if unit, k := e.words.Units.At(t, i); k > 0 && i+k == len(t) {
			if people(unit) {
				counters = []string{"名"}
			}
			break
		}
	}
	if counters[0] == "名" && slices.Contains(fates, rest) {
		return []string{"有1234人" + rest + "。"}
	}
	var all []string
	for _, c := range counters {
		all = append(all, "有1234"+c+strings.TrimPrefix(rest, "的")+"。")
	}
	return all
}

// fates are verbs of what befell people, which a head puts before how many they were: 死亡人数.
var fates = []string{"死亡", "受伤", "失踪", "伤亡", "获释", "被捕", "被拘留"}

// amount is what an amount of money is, by the words of its head: 支出, "Expenditure".
func (e *extractor) amount(words string) tableNoun {
	if name := e.namedFor(words, "USD"); name != "" {
		return tableNoun{measure: name, counted: words, known: true}
	}
	if e.report.Language == "zh" {
		return tableNoun{}
	}
	fields := strings.Fields(firstLower(words))
	if len(fields) == 0 || len(fields) > 4 {
		return tableNoun{}
	}
	if name := e.named(fields); name != "" {
		return tableNoun{measure: name, counted: words, known: e.knows(name)}
	}
	return tableNoun{}
}

// portion is what a share is of, by the words of its head: "Households without water", 通货膨胀率.
func (e *extractor) portion(words string) tableNoun {
	low := strings.ToLower(words)
	if name := e.namedFor(words, "percent"); name != "" && (rateName(low) || name == "inflation") {
		return tableNoun{measure: name, counted: words, known: true}
	}
	if e.report.Language == "zh" {
		if strings.HasSuffix(words, "率") {
			if name := e.namedFor(words, "percent"); name != "" {
				return tableNoun{measure: name, counted: words, known: true}
			}
			return tableNoun{}
		}
		n := e.stated("12%的" + words[strings.LastIndex(words, "的")+1:])
		if n.measure == "" || n.measure == "share" {
			n = e.stated("占" + words[strings.LastIndex(words, "的")+1:] + "的12%")
		}
		n.unit = "percent"
		return n
	}
	if rateName(low) {
		name := slug(low)
		return tableNoun{measure: name, counted: words, known: e.knows(name)}
	}
	n := e.stated("12 per cent of " + firstLower(words))
	n.unit = "percent"
	return n
}

// rateName tells the name of a rate or of another measure that is a share by itself.
func rateName(low string) bool {
	for _, tail := range []string{"rate", "ratio", "coverage", "inflation", "growth", "prevalence", "vacancy rate", "率", "增长"} {
		if strings.HasSuffix(low, tail) {
			return true
		}
	}
	return false
}

// namedFor is the measure of a unit whose longest word stands in some words.
func (e *extractor) namedFor(words, unit string) string {
	t := fold([]rune(words))
	best, n := "", 0
	for i := range t {
		if i > 0 && letter(t[i]) && letter(t[i-1]) {
			continue
		}
		e.words.MeasureWords(t, i, func(w vocabulary.Word) {
			if slices.Contains(w.Units, unit) && len(w.Form) > n && w.Measure != "aid" {
				best, n = w.Measure, len(w.Form)
			}
		})
	}
	return best
}
