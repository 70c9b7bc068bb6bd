package extraction

import (
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// place takes, of the places that a mention's sentence names, the one that says best where: one that follows the counted
// words with "in", then one of the clause, of the sentence's opening, of the sentence; a place that says where before one
// that names whose government or which border. Where the sentence names none, an earlier one of the paragraph that was
// about a place gives it, then the mission that acts. Several that a list joins are one place.
func (e *extractor) place(f *data.Figure, t []rune, m mention, places []named, sc scope, last *data.Figure) {
	chosen, best := -1, -1<<30
	for i, p := range places {
		if p.start < sc.sentence[0] || p.end > sc.sentence[1] || p.start >= m.start && p.end <= m.numEnd {
			continue
		}
		if score := e.suits(f, t, m, places, i, sc); score > best || score == best && p.end <= m.numStart {
			chosen, best = i, score
		}
	}
	chosen = e.narrower(t, m, places, chosen, sc, f.Language)
	if land := e.homes(f, chosen); land != "" && (chosen < 0 || places[chosen].start < sc.clause[0] || best <= 0) {
		f.Place, f.Why["place"], f.Region = &land, "people: "+f.Counted, e.region(f.Section, land)
		return
	}
	if best < -60 {
		chosen = -1
	}
	why := "sentence"
	switch {
	case chosen < 0 && last != nil && last.Place != nil && (points(e.lower(f.Sentence)) || strings.HasPrefix(last.Why["place"], "mission") && e.homeland == ""):
		place := *last.Place
		f.Place, f.Why["place"], f.Region = &place, "same place", last.Region
		return
	case chosen >= 0 && places[chosen].start >= m.numEnd:
		why = "after"
	case chosen >= 0 && places[chosen].start >= sc.clause[0]:
		why = "clause"
	case chosen < 0:
		chosen, why = e.placeBefore(t, m, places, sc, f.Language), "sentence before"
	}
	if chosen < 0 {
		if i := e.stateBefore(t, places, sc, f.Language); i >= 0 {
			name := e.together(t, places, i)
			if numbered(t, places[i].end) { // the last of a list is no more than the others
				name = e.country(places[i].name)
			}
			f.Place, f.Why["place"], f.Region = &name, "sentence before: "+string(t[places[i].start:places[i].end]), e.region(f.Section, places[i].whole())
			return
		}
		e.missionPlace(f, t, sc)
		return
	}
	name := e.together(t, places, chosen)
	f.Place = &name
	f.Why["place"] = why + ": " + string(t[places[chosen].start:places[chosen].end])
	f.Region = e.region(f.Section, places[chosen].whole())
}

// narrower is, of the places before the mention that stand for where, the nearest that lies in the chosen one: "In Upper
// Nile, youth in Nasir …" is about Nasir.
func (e *extractor) narrower(t []rune, m mention, places []named, chosen int, sc scope, language string) int {
	if chosen < 0 || language == "zh" || places[chosen].start >= m.numStart {
		return chosen
	}
	for i := len(places) - 1; i > chosen; i-- {
		p := places[i]
		if p.end <= m.numStart && p.start >= sc.sentence[0] && e.words.Within(p.whole(), places[chosen].whole()) && e.standing(t, places, i, language) == locative {
			return i
		}
	}
	return chosen
}

// unplaced are people whose origin is not where they are.
var unplaced = wordSet("refugees asylum_seekers arrivals displaced migrants returnees fighters foreign_fighters transferred")

// suits scores place i for a mention.
func (e *extractor) suits(f *data.Figure, t []rune, m mention, places []named, i int, sc scope) int {
	p := places[i]
	s := e.standing(t, places, i, f.Language)
	score := int(s)
	if f.Language == "zh" { // the nearest on the left says it, whatever its standing
		score = int(bare) + (score-int(bare))/6
	}
	if seats[p.name] && (f.Unit == "percent" || f.Unit == "state" || moneyOr(f.Unit) == "USD") {
		score -= 250
	}
	if p.elsewhere || p.donor && moneyOr(f.Unit) != "USD" {
		return -400
	}
	if s == origin && unplaced[f.Measure] || f.Language == "zh" && p.start >= m.numEnd && (suffix(t, p.start, "包括在") || suffix(t, p.start, "包括")) {
		score -= 200
	}
	behind := max(m.nounEnd, m.end)
	if p.end <= m.numStart || p.start < behind {
		if i := strings.LastIndex(string(t[max(sc.sentence[0], p.start-120):p.start]), "including "); i >= 0 && f.Language != "zh" {
			if only, _ := among(string(t[max(sc.sentence[0], p.start-120):p.start])[i:]); only {
				score -= 250 // in 20 towns, including Gao, 40 people voted
			}
		}
		if p.start < sc.clause[0] && aside(t, p.start, sc) {
			score -= 120
		}
		if p.start < sc.clause[0] && apart(t, p.end, m.start) {
			score -= 60
		}
		score -= min(15, (m.numStart-p.end)/30)
		if strings.TrimSpace(string(t[p.end:max(p.end, min(m.start, p.end+4))])) == "(" && m.start-p.end < 4 {
			score += 60 // Gao (12) and Kidal (3)
		}
		switch {
		case p.start >= sc.clause[0]:
			score += 20
		case s == locative && p.start-sc.sentence[0] < 14 && !(f.Language == "zh" && prefix(t, p.end, "的")):
			score += 15
		}
		if f.Language == "zh" && p.start >= sc.clause[0] {
			score += 10
		}
		return score
	}
	gap := p.start - behind
	if f.Language != "zh" && behind < p.start {
		if only, over := among(string(t[behind:p.start])); only {
			return score - 250 // 63 towns, including Benghazi
		} else if over {
			return score + 5
		}
	}
	if to := min(sc.next, p.start); behind < to && sc.next <= p.end+2 && partsBegin(t[behind:p.start]) {
		return score - 250 // 300 attacks: 200 in Mali, 100 in Niger; 300 attacks (Mali 200, Niger 100)
	}
	switch {
	case f.Language == "zh" && gap <= 8 && people(f.Unit) && destinations[strings.TrimSpace(string(t[behind:p.start]))]:
		score += 60 // 200 人逃往尼日尔
	case f.Language == "zh" && gap <= 6 && whereabouts[strings.TrimSpace(string(t[behind:p.start]))]:
		score += 60 // 120 万人在提格雷
	case f.Language != "zh" && s == locative && gap <= 14 && !strings.ContainsAny(string(t[behind:p.start]), ",;:()"):
		score += 60
	case f.Language != "zh" && s == owning && gap <= 8 && (strings.TrimSpace(string(t[behind:p.start])) == "of" || strings.TrimSpace(string(t[behind:p.start])) == "of the"):
		score += 100 // 12 governorates of Egypt
	case f.Language != "zh" && s == origin && (gap <= 12 && people(f.Unit) || gap <= 6 && m.end == m.numEnd) && !unplaced[f.Measure]: // 13 from Mali
		score += 60
	case p.start < sc.clause[1] && p.start < sc.next && f.Language != "zh":
		score += 5
	case p.start < sc.clause[1] && p.start < sc.next:
		score -= 30
	case p.start < sc.next:
		score -= 30
	case p.start >= sc.clause[1] && f.Language == "zh", !shares(t, behind, sc.next):
		score -= 160 // it is the later number's
	case s == owning:
		score -= 130
	default:
		score -= 50
	}
	if unplaced[f.Measure] && p.start < sc.next && (suffix(t, p.start, "to ") || suffix(t, p.start, "into ") || suffix(t, p.start, "to the ") || suffix(t, p.start, "rrived in ") || suffix(t, p.start, "抵达") || suffix(t, p.start, "进入")) {
		score += 60
	}
	if p.start >= min(sc.next, sc.clause[1]) && apart(t, behind, p.start) {
		score -= 120
	}
	return score - min(15, gap/20)
}

// among tells whether, behind a total, the words begin with which a part of it is named, so that a place in it is the part's, and
// whether such words are over: "3 million people, including 1 million in Kidal, need water in Mali".
func among(behind string) (only, over bool) {
	for _, w := range partWordsBefore {
		_, part, ok := strings.Cut(behind, w)
		if !ok {
			continue
		}
		_, after, closed := strings.Cut(part, ", ")
		if w != "including " || !closed {
			return true, false
		}
		if preposition := strings.TrimSpace(after); preposition != "" && preposition != "and" && preposition != "the" && listWords[preposition] { // including 20 women, to Mali
			return false, true
		}
		for _, word := range strings.Fields(after) {
			if unicode.IsLower([]rune(word)[0]) && !listWords[word] {
				return false, true
			}
		}
		return true, false
	}
	return false, false
}

// partWordsBefore stand before a part that is told apart, or before an example.
var partWordsBefore = []string{"including ", "such as ", "notably ", "especially ", "particularly ", "excluding ", "except ", "with the exception of ", "other than ", "apart from "}

var listWords = wordSet("and the in of at for from to")

// partsBegin tells whether, behind a total, the list of its parts begins, so that a place in it is a part's.
func partsBegin(behind []rune) bool {
	words := string(behind)
	opened := strings.Count(words, "(") + strings.Count(words, "（") - strings.Count(words, ")") - strings.Count(words, "）")
	return opened > 0 || strings.ContainsAny(words, ":：")
}

// whereabouts stand between what is counted and the place where it is.
var whereabouts = wordSet("在 都在 均在 是在 则在 生活在 居住在 住在 位于 集中在 分布在 发生在 滞留在 仍在 设在 部署在")

// destinations are verbs between people who are counted and the place where they went.
var destinations = wordSet("逃往 逃到 逃至 逃入 前往 抵达 到达 进入 返回 回到 涌入 流入 迁往 迁至 转往 撤往 撤至 越境进入 被送往 被送回 被转移到 被转移至 被遣返 已返回 已抵达 已前往 已逃往 已进入")

// shares tells whether only the link of a list stands between a figure and the next, so that a place behind both may be the
// first one's too: 12 killed and 5 injured in Mali.
func shares(t []rune, from, next int) bool {
	if next <= from || next-from > 90 {
		return next <= from
	}
	between := strings.TrimSpace(string(t[from:next]))
	words := len(strings.Fields(between))
	return words <= 5 || words <= 9 && (strings.HasSuffix(between, " and") || strings.HasSuffix(between, ",")) && !strings.ContainsAny(between, "(;")
}

// aside tells whether a place stands in a clause that only describes the thing named before it: "the plan, which was launched
// in Geneva, …".
func aside(t []rune, at int, sc scope) bool {
	for i := at - 1; i > sc.sentence[0] && i > at-80; i-- {
		if clauseEnd(t, i) {
			j := past(t, i+1)
			return prefix(t, j, "which was ") || prefix(t, j, "which were ") || prefix(t, j, "launched in ") || prefix(t, j, "signed in ") || prefix(t, j, "adopted in ") || prefix(t, j, "held in ")
		}
	}
	return false
}

// apart tells whether a clause that tells of something else begins between two places of a sentence: "…, which added $3
// million to the costs in Mali"; 主要原因是在….
func apart(t []rune, from, to int) bool {
	if to <= from {
		return false
	}
	return holdsAny(string(t[from:to]), ", which ", ", of which ", ", of whom ", ", while ", ", whereas ", ", but ", "; ", "；", "，而", "原因是", "主要是因为", "，但")
}

// together is the place at chosen with those that a list joins to it: "Australia, Sudan and Sweden" is one place.
func (e *extractor) together(t []rune, places []named, chosen int) string {
	from, to := chosen, chosen
	for from > 0 && joined(t, places[from-1].end, places[from].start) {
		from--
	}
	for to+1 < len(places) && joined(t, places[to].end, places[to+1].start) {
		to++
	}
	names := []string{}
	for _, p := range places[from : to+1] {
		names = append(names, p.name)
	}
	if len(names) == 1 || len(names) == 2 && strings.TrimSpace(string(t[places[from].end:places[to].start])) == "," { // "Magwe County, Eastern Equatoria"
		return names[0]
	}
	shared := ""
	if parent := e.words.Parent(names[0]); parent != "" { // "Hol and Roj camps, north-east Syrian Arab Republic"
		for _, ending := range []string{" camp", ", " + parent} {
			if slices.ContainsFunc(names, func(n string) bool {
				return !strings.HasSuffix(n, ending) || e.words.Parent(n) != parent && e.words.Parent(n) != ""
			}) {
				continue
			}
			for i := range names {
				names[i] = strings.TrimSuffix(names[i], ending)
			}
			shared = ", " + parent
			if ending == " camp" {
				shared = " camps, " + parent
			}
			break
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last] + shared
}

// joined tells whether only a comma or "and" stands between two names.
func joined(t []rune, from, to int) bool {
	if to < from || to-from > 9 {
		return false
	}
	switch strings.TrimSpace(string(t[from:to])) {
	case "和", "与", "及", "、", "and", "and the", ",", ", the", ", and", ", and the":
		return true
	}
	return false
}

// region is the report's own: that of a heading above, else that in which the place lies.
func (e *extractor) region(section, place string) string {
	for _, title := range e.report.SectionTitles(section) {
		r := []rune(title)
		for i := range r {
			if name, n := e.words.Places.At(r, i); n == len(r) && e.words.RegionOf(name) == name && n > 0 {
				return name
			}
		}
	}
	return e.words.RegionOf(place)
}
