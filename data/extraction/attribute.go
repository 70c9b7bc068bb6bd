package extraction

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// extractor carries what the paragraphs of one report share.
type extractor struct {
	report   *data.Report
	words    *vocabulary.Vocabulary
	period   string         // that the report covers
	homeland string         // the country that the report is about, where it is one
	seen     map[string]int // how often an ID's words came before
	balance  balance        // of the stretch in hand
	figures  []data.Figure
	runes    int     // of the whole report
	read     int     // of what was read, the paragraph in hand with it
	symbol   *string // of the report; nil where it has none
	span     string  // of time, that was stated last
	edition  string  // the report's key
	sentence string  // the sentence in hand, and in small letters
	small    string
	said     saying               // who says so in the sentence in hand
	nouns    map[string]tableNoun // what the words of tables' heads count
}

// reach is how far from a number, in runes, words are looked for: it bounds the work in a text that never ends a sentence.
const reach = 400

// a named is a place, group or date found in a paragraph.
type named struct {
	name       string
	start, end int
	in         string // the place of the gazetteer of which it is a part: Nigeria for north-western Nigeria; else empty
	elsewhere  bool   // named for another reason than to say where
	donor      bool   // that paid: where its own money is told
}

// whole is the place of the gazetteer that tells of parents and region.
func (n named) whole() string {
	if n.in != "" {
		return n.in
	}
	return n.name
}

// attribute says of each mention of a paragraph what it measures, where, when, of whom and who says so.
func (e *extractor) attribute(p data.Paragraph, t []rune, w printed, mentions []mention) {
	e.room(len(mentions))
	first := len(e.figures)
	figures := e.figures[first : first : first+len(mentions)]
	var v view
	for from := 0; from < len(mentions); {
		to := from + inView(mentions[from:])
		v = e.view(t, mentions[from].start, mentions[to-1].end)
		for i := from; i < to; i++ {
			figures = append(figures, e.figure(p, t, w, v, mentions, i, figures))
		}
		from = to
	}
	relate(figures, mentions, t)
	for from := 0; from < len(mentions); {
		to := from + inView(mentions[from:])
		if words := w.words(mentions[from].start, mentions[to-1].end); to-from < len(mentions) && holdsAny(words, "分别", "respectively") {
			v = e.view(t, mentions[from].start, mentions[to-1].end)
		}
		e.respectively(t, figures[from:to], v)
		from = to
	}
	listBounds(figures, mentions, t)
	e.figures = e.figures[:first+len(mentions)]
}

// nearMentions is how many mentions before and behind another the words are looked at that tell what it measures.
const nearMentions = 32

// scopeOf is where mention i stands.
func scopeOf(t []rune, v view, mentions []mention, i int) scope {
	m := mentions[i]
	sc := scope{sentence: wider(v.sentences.within(m.numStart), m), clause: wider(v.clauses.within(m.numStart), m), next: len(t), near: [2]int{0, len(t)}}
	if i+1 < len(mentions) {
		sc.next = mentions[i+1].start
	}
	if i > 0 {
		sc.prev = max(mentions[i-1].end, mentions[i-1].nounEnd)
	}
	if i > nearMentions {
		sc.near[0] = mentions[i-nearMentions].start
	}
	if i+nearMentions < len(mentions) {
		sc.near[1] = mentions[i+nearMentions].start
	}
	return sc
}

// figure says of mention i what it measures, where, when, of whom and who says so; before are the figures of the mentions before.
func (e *extractor) figure(p data.Paragraph, t []rune, w printed, v view, mentions []mention, i int, before []data.Figure) data.Figure {
	m := mentions[i]
	var last *data.Figure
	if i > 0 {
		last = &before[i-1]
	}
	sc := scopeOf(t, v, mentions, i)
	places, groups, dates := around(v.places, m.numStart), around(v.groups, m.numStart), around(v.dates, m.numStart)
	f := data.Figure{
		Report: e.symbol, Language: e.report.Language, Edition: e.edition, Paragraph: p.Number, Section: p.Section,
		Text: w.words(m.start, m.end), Start: m.start, End: m.end, Sentence: e.passage(p, t, w, sc.sentence),
		Quantity: m.quantity, Counted: m.counted, Status: data.Found, Period: e.report.Period, Digest: e.report.Digest, Why: map[string]string{},
	}
	if f.Report == nil {
		f.Title = e.report.Title
	}
	f.Confidence = e.measure(&f, t, m, sc)
	e.amongOthers(&f, last, t, m, sc)
	if shutDown(&f, t, sc) {
		f.Measure = vocabulary.Plural(f.Unit)
	}
	e.plainer(&f, t, m, sc)
	if people(f.Unit) && whereabout[f.Measure] { // what they are in, and not what they are
		f.Measure, f.Confidence = peopleMeasure(f.Unit), 0.4
	}
	if last != nil && itemised(t, m, &f, last, places) {
		f.Measure, f.Counted, f.Why["measure"] = last.Measure, last.Counted, last.Why["measure"]
	}
	if last != nil {
		changeListed(&f, last, t, mentions[i-1])
	}
	if f.Language != "zh" && m.end == m.numEnd && runeAt(t, m.start-1) == '(' && runeAt(t, m.end) == ')' {
		asTotal(&f, before)
	}
	if people(f.Unit) {
		f.Population = e.words.Population(string(t[m.numEnd:max(m.numEnd, m.nounEnd, m.end)]))
	}
	e.place(&f, t, m, notItems(t, m, places), sc, last)
	e.division(&f)
	e.group(&f, t, m, groups, sc.sentence)
	e.source(&f, t, p, m, sc.sentence)
	e.asOf(&f, t, m, dates, sc, before)
	if f.Why["as_of"] == "report" { // no word dates it
		f.Confidence = min(f.Confidence, 0.6)
	}
	if f.AsOf != nil && strings.Contains(*f.AsOf, "/") && !undated(f) {
		e.span = *f.AsOf
	}
	unsure(&f, m)
	f.ID = e.id(f)
	return f
}

// passage is a sentence as printed, without the marks of its footnotes.
func (e *extractor) passage(p data.Paragraph, t []rune, w printed, sentence [2]int) string {
	if w.notes {
		return e.report.PassageOf(p.Number, []rune(w.text), sentence[0], sentence[1])
	}
	return strings.TrimSpace(w.words(sentence[0], sentence[1]))
}

// amongOthers sets right what those measure of whom others are told apart: the 500 of whom 300 were released, and those excepted.
func (e *extractor) amongOthers(f, last *data.Figure, t []rune, m mention, sc scope) {
	if last != nil {
		e.outOf(last, f, t, m)
	}
	if !people(f.Unit) {
		return
	}
	if events[f.Measure] && exceptSome(t, m, sc) { // all but 12 of the 300 hostages were released
		if noun := e.headNoun(m, f.Language); noun.measure != "" {
			f.Measure, f.Why["measure"], f.Confidence = noun.measure, m.counted, min(f.Confidence, 0.45)
		}
	}
	if excepted(t, m) {
		f.Measure, f.Why["measure"], f.Confidence = peopleMeasure(f.Unit), m.counted, min(f.Confidence, 0.45)
	}
}

// changeListed makes sizes of changes of all the members of a list of them; before is the mention of the figure before.
func changeListed(f, last *data.Figure, t []rune, before mention) {
	if last.Sentence != f.Sentence || !counts(f.Unit, last.Unit) || !listLink(t, last.End, f.Start) {
		return
	}
	switch {
	case last.Why["measure"] == "change" && f.Why["measure"] != "change" && f.Unit != "percent" && strings.Contains(f.Sentence, "分别"): // 分别增加 20 人和 30 人
		f.Measure, f.Subject, f.Why["measure"] = last.Measure, last.Subject, "change"
	case f.Why["measure"] == "change" && last.End == before.numEnd: // 20 and 30 more than in 2018
		last.Measure, last.Subject, last.Why["measure"] = f.Measure, f.Subject, "change"
	}
}

// outOf gives what the verb says behind "300 of the 500 hostages were released" to the 300, who are its subject; the 500 are
// what their noun says.
func (e *extractor) outOf(last, f *data.Figure, t []rune, m mention) {
	if f.Language == "zh" || last.End >= f.Start || f.Start-last.End > 24 || !counts(f.Unit, last.Unit) {
		return
	}
	between := strings.Fields(string(t[last.End:f.Start]))
	if n := len(between); n > 0 && wholeWords[between[n-1]] { // of the authorized 500
		between = between[:n-1]
	}
	switch strings.Join(between, " ") {
	case "of the", "of its", "of their", "of all", "out of the", "out of":
	default:
		return
	}
	word := f.Why["measure"]
	behind := strings.ToLower(string(t[max(m.nounEnd, m.end):min(len(t), max(m.nounEnd, m.end)+90)]))
	noun := e.headNoun(m, f.Language)
	if word == "" || noun.measure == "" || strings.Contains(strings.ToLower(f.Text), strings.ToLower(word)) || !strings.Contains(behind, strings.ToLower(word)) {
		return
	}
	last.Measure, last.Why["measure"] = f.Measure, word
	f.Measure, f.Why["measure"], f.Confidence = noun.measure, m.counted, 0.7
}

// exceptSome tells whether the words before a number take some away from those of whom the sentence tells: all but 12 of the 300,
// 除 3 人外，12 名.
func exceptSome(t []rune, m mention, sc scope) bool {
	before := strings.ToLower(string(t[max(sc.sentence[0], m.start-40):m.start]))
	if at := strings.LastIndex(before, "all but "); at >= 0 {
		words := strings.Fields(before[at:])
		return len(words) < 7 && slices.Contains(words, "of")
	}
	_, behind, ok := strings.Cut(before, "除")
	return ok && strings.Contains(behind, "外") && strings.ContainsAny(behind, "0123456789一二三四五六七八九十两几数")
}

// excepted tells those of whom a Chinese clause says that the rest does not hold: 除 3 人外.
func excepted(t []rune, m mention) bool {
	if !suffix(t, unblanked(t, m.start), "除") && !suffix(t, unblanked(t, m.start), "除了") {
		return false
	}
	end := max(m.nounEnd, m.end)
	return prefix(t, end, "外") || prefix(t, end, "之外") || prefix(t, end, "以外")
}

// listLink tells whether only the link of a list stands between two places: 20 and 30, 20 人、30 人.
func listLink(t []rune, from, to int) bool {
	if from >= to || to-from > 6 {
		return false
	}
	switch strings.TrimSpace(string(t[from:to])) {
	case "and", ",", ", and", "or", "、", "和", "与", "及":
		return true
	}
	return false
}

// wider is a span that holds all the words of a mention: a hedge such as "approx." may end in a stop.
func wider(span [2]int, m mention) [2]int {
	return [2]int{min(span[0], m.start), max(span[1], m.end)}
}

// division counts what Chinese calls 省 or 州 as English does in the State that the figure is about: 18 governorates of Iraq.
func (e *extractor) division(f *data.Figure) {
	place := e.homeland
	if f.Place != nil {
		place = *f.Place
	}
	if unit := e.words.Division(place, f.Counted); unit != "" && f.Language == "zh" {
		if f.Measure == vocabulary.Plural(f.Unit) || countsStates(f.Unit) {
			f.Measure = vocabulary.Plural(unit)
		}
		f.Unit = unit
	}
}

// positioned is something that stands at a place in a text.
type positioned interface{ at() int }

func (n named) at() int { return n.start }

func (d dated) at() int { return d.start }

// around are those of all, which are in reading order, that stand within reach of a place, and a few more before it.
func around[P positioned](all []P, place int) []P {
	from := sort.Search(len(all), func(i int) bool { return all[i].at() >= place-3*reach })
	to := sort.Search(len(all), func(i int) bool { return all[i].at() >= place+reach })
	return all[from:to]
}

// find finds the names of a table in t[from:to].
func find(t []rune, from, to int, forms *vocabulary.Forms) []named {
	var all []named
	for i := from; i < to; {
		if name, n := forms.At(t, i); n > 0 {
			all = append(all, named{name: name, start: i, end: i + n})
			i += n
			continue
		}
		i++
	}
	return all
}

// located leaves out names that tell no place: in a group's name, and of a nationality (伊拉克人, Iraqi nationals).
func located(t []rune, places, groups []named) []named {
	var kept []named
	g := 0
	for _, p := range places {
		for g < len(groups) && groups[g].end <= p.start {
			g++
		}
		if g < len(groups) && p.start >= groups[g].start && p.end <= groups[g].end || suffix(t, p.start, "非") || p.end < len(t) && (t[p.end] == '人' && !prefix(t, p.end, "人道") || t[p.end] == '籍' || prefix(t, p.end, "国民") || prefix(t, p.end, " People’s") || prefix(t, p.end, " People's") || prefix(t, p.end, " dollar") || prefix(t, p.end, " Coast Guard") || prefix(t, p.end, "人民解放") || prefix(t, p.end, "妇女和儿童")) || p.name == "World" && titled(t, p) || dateline(t, p) {
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// dateline tells a place that only says where a text was issued: "Tunis, 1 June 2016 – …", 日内瓦，2016 年 6 月 1 日——….
func dateline(t []rune, p named) bool {
	if p.start > 3 || p.end >= len(t) || !strings.ContainsRune(",， （(–—", t[p.end]) {
		return false
	}
	for i := p.end; i < len(t) && i < p.end+48; i++ {
		if t[i] == '。' || t[i] == ';' {
			return false
		}
		if t[i] == '–' || t[i] == '—' || prefix(t, i, "--") {
			return seats[p.name] && i < p.end+3 || strings.ContainsAny(string(t[p.end:i]), "0123456789")
		}
	}
	return false
}

// titled tells a word for the world that is part of a name: 全球基金, 全球化.
func titled(t []rune, p named) bool {
	for _, w := range []string{"基金", "契约", "化", "战略", "反恐", "报告", "环境", "疫苗", "中心", "倡议", "联盟", "论坛", "网络", "方案", "计划", "行动", "协调", "治理", "定位"} {
		if prefix(t, p.end, w) {
			return true
		}
	}
	if prefix(t, p.start, "Global") && p.end-p.start == len("Global") { // Global sales, and no Global Compact
		next := runeAt(t, past(t, p.end))
		return !unicode.IsLower(next) || past(t, p.end) == p.end || p.start > 1 && !sentenceEnd(t, p.start-2)
	}
	if p.end-p.start != len([]rune("全球")) || t[p.start] != '全' || t[p.end-1] != '球' { // 全球人口
		return false
	}
	for before := p.start - 1; before >= 0; before-- { // an adjective within a clause is none: 推出了一个新的全球框架
		if !blank(t[before]) {
			return !clauseEnd(t, before) && !strings.ContainsRune("在于年月期从占", t[before])
		}
	}
	return false
}

// id is stable: the same words in the same paragraph of the same report, in their order, keep it.
func (e *extractor) id(f data.Figure) string {
	key := f.Edition + "|" + f.Paragraph + "|" + strings.Join(strings.Fields(f.Text), "")
	e.seen[key]++
	sum := sha256.Sum256([]byte(key + "|" + strconv.Itoa(e.seen[key])))
	return hex.EncodeToString(sum[:6])
}

// group takes the nearest group to the left in the sentence, else one that follows in the counted phrase.
func (e *extractor) group(f *data.Figure, t []rune, m mention, groups []named, sentence [2]int) {
	switch f.Measure {
	case "fighters", "attacks", "broadcasts", "financial_reserves", "detainees", "fatalities", "prisoners_escaped", "annual_revenue", "groups_pledging_allegiance", "executions", "indictments", "convictions":
	default:
		return
	}
	chosen := -1
	for i, g := range groups {
		switch {
		case g.start < sentence[0] || g.end > sentence[1]:
		case g.start >= m.start && g.end <= max(m.nounEnd, m.end)+12 && g.start < m.numEnd+24 && !parted(t, max(m.nounEnd, m.end), g.start):
			chosen = i // 300 fighters of ISIL; but ISIL has 300 fighters, Al-Qaida 500
		case g.end <= m.numStart && (chosen < 0 || groups[chosen].start > sentence[0]+12 || counted(t[groups[chosen].end:g.start])):
			chosen = i
		case chosen < 0:
			chosen = i
		}
	}
	if chosen < 0 {
		for i, g := range groups {
			if g.end <= m.numStart {
				chosen = i
			}
		}
	}
	if chosen < 0 {
		return
	}
	f.Group = &groups[chosen].name
	f.Why["group"] = string(t[groups[chosen].start:groups[chosen].end])
}

// parted tells whether a comma or its like stands between two places of a text.
func parted(t []rune, from, to int) bool {
	return from < to && strings.ContainsAny(string(t[from:to]), ",;:，；：")
}

// counted tells whether a clause with a number of its own ends within a text: …有300名战斗人员，基地组织有….
func counted(t []rune) bool {
	return parted(t, 0, len(t)) && slices.ContainsFunc(t, unicode.IsDigit)
}
