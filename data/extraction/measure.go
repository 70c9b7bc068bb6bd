package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// scope is where a mention stands: its sentence and clause, and the mentions beside it.
type scope struct {
	sentence, clause [2]int
	next             int
	prev             int    // where the words of the mention before end; 0 where there is none
	near             [2]int // from a few mentions before to a few behind: words beyond tell of those
}

// measure says what a figure counts and how sure that is. What befell people who are counted by a general noun tells it
// first, then the noun itself, then the words that stand nearest in the clause and the sentence; where the vocabulary
// has none of them, the head noun gives the name.
func (e *extractor) measure(f *data.Figure, t []rune, m mention, sc scope) float64 {
	if name := changes(t, m); name != "" {
		f.Measure, f.Why["measure"] = name, "change"
		f.Subject = e.subject(t, m, sc)
		return 0.8
	}
	if m.quantity.Unit == "state" && ofOneCountry[m.counted] || m.quantity.Unit == "constituent_state" {
		f.Unit, f.Measure, f.Why["measure"] = "constituent_state", "states", m.counted
		return 0.8
	}
	noun := e.headNoun(m, f.Language)
	best := e.weighed(e.clue(t, m, sc, f.Language, noun), t, m, sc, noun)
	if f.Language == "zh" && loosely(t, m, sc, best) {
		best = clue{}
	}
	best.measure = e.refined(t, m, sc, best)
	if n := e.namedBy(t, m, sc, f.Language, best); n.measure != "" {
		f.Measure, f.Why["measure"] = n.measure, n.why
		if n.base != "" {
			f.Counted = n.base
		}
		return n.sure
	}
	if elsewhere(t, m, sc, best) || f.Language == "zh" && moneyOr(m.quantity.Unit) == "USD" && e.hanOwn(t, m, sc, best) {
		best = clue{} // it tells of another clause or figure
	}
	switch {
	case best.measure != "" && (best.role > loose || best.score >= least(m.quantity.Unit, noun)):
		f.Measure, f.Why["measure"] = best.measure, best.word
		if best.role > loose {
			return 0.9
		}
		return 0.45 + 0.35*float64(max(0, min(40, best.score+40)))/40
	case m.quantity.Unit == "percent" || m.quantity.Unit == "fraction":
		e.shareOf(f, t, m, sc)
		return 0.6
	}
	f.Measure, f.Why["measure"] = noun.measure, m.counted
	if m.quantity.Unit == "time" && m.counted == "" { // 否决权共行使了两次
		if name := e.lastNoun(t, sc.clause[0], m.start); name != "" {
			f.Measure, f.Why["measure"] = name, "subject"
			return 0.5
		}
	}
	switch {
	case f.Measure == "" || physical(m.quantity.Unit) || lasting[m.quantity.Unit]:
		f.Measure = unitMeasure(m.quantity.Unit)
		if name := e.matter(t, m, f.Language); name != "" { // 300 litres of acid, 5 万美元的奖金
			f.Measure, f.Why["measure"] = name, "noun behind"
			return 0.6
		}
		if lasting[m.quantity.Unit] && delays(t, m) {
			f.Measure = "delay"
		}
		if m.quantity.Unit == "year" && holdsAny(strings.ToLower(string(t[sc.clause[0]:sc.clause[1]])), "life expectancy", "预期寿命") {
			f.Measure = "life_expectancy"
		}
		if m.quantity.Unit == "percentage_point" && holdsAny(strings.ToLower(string(t[sc.clause[0]:m.start])), "相差", "差距", "gap", "difference", "disparity") {
			f.Measure = "gap"
			return 0.6
		}
		if topic := e.topic(t, m, sc, f.Language); topic != "" && !lasting[m.quantity.Unit] && m.quantity.Unit != "times" && m.quantity.Unit != "case" {
			f.Measure, f.Why["measure"] = topic, "subject"
			return 0.55
		}
		return 0.4
	}
	return 0.7
}

// ofOneCountry are the words for the states of a federation, which English writes small: a State is a country.
var ofOneCountry = map[string]bool{"states": true, "state": true, "affected states": true, "federal states": true, "other states": true, "constituent states": true}

// countsStates tells the units of countries and of the states within one.
func countsStates(unit string) bool { return unit == "state" || unit == "constituent_state" }

// weighed is a clue made finer by the noun that is counted.
func (e *extractor) weighed(best clue, t []rune, m mention, sc scope, noun headNoun) clue {
	switch {
	case best.word == "成员" && best.measure == "fighters" && len(find(t, sc.sentence[0], sc.sentence[1], &e.words.Groups)) == 0:
		best.measure = "members" // of no armed group
	case best.measure == "displaced" && noun.measure == "refugees" && best.role < after: // 离乡背井的 1 500 万难民
		best.measure = noun.measure
	case best.measure == "staff" && ranks[noun.measure]: // military contingent personnel
		best.measure = noun.measure
	case best.role == head && !best.strong && best.measure != "meetings" && !noun.general && noun.runes > len([]rune(best.word)): // 违反停火事件, where 事件 are known
		best.measure = noun.measure
	case best.role == head && strings.HasSuffix(noun.measure, "_"+best.measure): // border guards, where guards are known
		best.measure = noun.measure
	}
	return best
}

// shareOf names a share by what it is a share of, or else by the rate or the noun to which its sentence ties it.
func (e *extractor) shareOf(f *data.Figure, t []rune, m mention, sc scope) {
	f.Measure, f.Counted = e.share(t, m, f.Language)
	f.Why["measure"] = f.Counted
	if f.Measure != "share" {
		return
	}
	rate := e.topic(t, m, sc, f.Language)
	if strings.HasSuffix(rate, "_rate") || strings.HasSuffix(rate, "_ratio") || strings.HasSuffix(rate, "_coverage") {
		f.Measure, f.Why["measure"] = rate, "subject"
	} else if name := e.ofHead(t[sc.sentence[0]:m.start]); f.Language != "zh" && name != "" && name != "shares" && name != "percentages" { // a surcharge of 15 per cent
		f.Measure, f.Why["measure"] = name, "subject"
	}
}

// ranks are measures that nouns give which say whose personnel are counted.
var ranks = wordSet("military_personnel police troops")

// shutDown tells a figure of bodies at work that its clause says are not: 12 offices closed.
func shutDown(f *data.Figure, t []rune, sc scope) bool {
	return (f.Measure == "offices_active" || f.Measure == "camps_open") &&
		holdsAny(strings.ToLower(string(t[sc.clause[0]:sc.clause[1]])), "closed", "closing", "closure", "shut", "suspended", "destroyed", "关闭", "停止", "停业", "被毁")
}

// delays tells whether a length of time is how late something is.
func delays(t []rune, m mention) bool {
	near := strings.ToLower(string(t[max(0, m.start-40):min(len(t), m.end+16)]))
	return holdsAny(near, "delay", "late ", "推迟", "延误", "拖延", "延迟")
}

// lasting are the units of lengths of time.
var lasting = wordSet("day week month year hour minute decade")

// least is the score that a loose word needs to say more than the counted noun does. What money, shares, States and
// people are counted for, the noun does not tell; a school is counted as a school.
func least(unit string, noun headNoun) int {
	switch {
	case unit == "state" && noun.measure != "" && !ofStates[noun.measure]:
		return 8
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

// ofStates are the measures that nouns give which count States and say no more.
var ofStates = wordSet("states countries member_states nations governments economies territories delegations parties")

// attendees are whom reports count as having been trained or having met, mostly.
var attendees = wordSet("officials officers representatives practitioners experts personnel judges prosecutors magistrates police stakeholders actors leaders investigators lawyers")
