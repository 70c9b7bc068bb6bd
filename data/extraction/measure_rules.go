package extraction

import (
	"strings"
	"unicode"
)

// A naming is a measure that a construction gives: the base of a share, where it is one, the words that gave it, how sure.
type naming struct {
	measure, base, why string
	sure               float64
}

// namedBy is what a construction says that a mention measures, where that is surer than the best clue; else empty.
func (e *extractor) namedBy(t []rune, m mention, sc scope, language string, best clue) naming {
	switch {
	case m.quantity.Unit == "percent":
		return e.shareNamed(t, m, sc, language, best)
	case people(m.quantity.Unit):
		if authorized(t, m) {
			return naming{"authorized_strength", "", "authorized", 0.85}
		}
		if name := befallen[strings.ToLower(m.counted[strings.LastIndexByte(m.counted, ' ')+1:])]; name != "" && wholeOf(t, m, language) { // of the 300 killed
			return naming{name, "", m.counted, 0.85}
		}
		if name := predicateBehind(t, m); language != "zh" && name != "" {
			return naming{name, "", "predicate", 0.8}
		}
		if name := e.numberOf(t, m, sc); language != "zh" && name != "" {
			return naming{name, "", "subject", 0.8}
		}
		if noun := e.headNoun(m, language); !noun.general && noun.measure != "" && wholeOf(t, m, language) {
			return naming{noun.measure, "", m.counted, 0.8}
		}
		if name := e.peoplePredicate(t, m, sc); language == "zh" && name != "" && (best.measure == "" || best.role == loose) {
			return naming{name, "", "predicate", 0.75}
		}
		if topic := e.peopleTopic(t, m, sc, language); topic != "" && (best.measure == "" || best.role == loose || best.at >= sc.clause[1]) {
			return naming{topic, "", "subject", 0.8}
		}
	case moneyOr(m.quantity.Unit) == "USD":
		if name := asked(t, m); name != "" {
			return naming{name, "", "participle", 0.8}
		}
		if language != "zh" {
			return e.moneyNamed(t, m, sc, best)
		}
		return e.hanMoneyNamed(t, m, sc, best)
	}
	return naming{}
}

// shareNamed names a share by its base, which says more than words that stand elsewhere: 1.06 per cent of global exports;
// 在低收入国家，19%的儿童失学; 占病例的 95%.
func (e *extractor) shareNamed(t []rune, m mention, sc scope, language string, best clue) naming {
	if base := hanBase(t, m, e); base != "" && (best.measure == "" || best.role == loose && (best.at < sc.clause[0] || best.at >= m.end || best.measure == "share_of_countries")) {
		return naming{"share_of_" + base, "", base, 0.7}
	}
	if best.role > loose {
		return naming{}
	}
	measure, base := e.share(t, m, language)
	switch of := strings.HasPrefix(measure, "share_of_"); {
	case language != "zh":
		away := (best.at >= m.numEnd || best.at < sc.clause[0]) && !strings.HasPrefix(best.measure, "share") || best.measure == "share_of_countries"
		if of && away && prefix(t, past(t, max(m.end, m.numEnd)), "of ") {
			return naming{measure, base, base, 0.7}
		}
	case of && (best.at < m.start || best.at > m.end+len([]rune(base))+2):
		return naming{measure, base, base, 0.7}
	default:
		if base := e.hanAmong(t, m, sc); base != "" && best.at < m.start {
			return naming{"share_of_" + base, "", base, 0.7}
		}
		if base := e.subjectShare(t, m, sc); base != "" && best.at < m.start {
			return naming{"share_of_" + base, "", base, 0.65}
		}
	}
	return naming{}
}

// moneyNamed names an English amount by the noun that it is of or stands before, or by the subject of its own clause.
func (e *extractor) moneyNamed(t []rune, m mention, sc scope, best clue) naming {
	if best.role == loose && (best.at < sc.clause[0] || best.at >= sc.clause[1]) {
		if topic := e.tiedSubject(t[sc.clause[0]:max(sc.clause[0], m.start)], m); topic != "" { // …, while rents doubled to $480
			return naming{topic, "", "subject", 0.6}
		}
	}
	if name := sought[nounOf(t, m)]; name != "" && best.role == loose { // a plan of $400 million leaves a gap of $240 million
		return naming{name, "", "subject", 0.8}
	}
	if name := e.spentOn(t, m); name != "" && best.role == loose {
		return naming{name, "", "noun behind", 0.75}
	}
	if name := e.qualifies(t, m); name != "" { // a $400 million appeal
		return naming{name, "", "noun behind", 0.8}
	}
	return naming{}
}

// spentOn is the noun behind "in" or "on" that an English amount is: $36 million in expenses, $1.2 million on travel.
func (e *extractor) spentOn(t []rune, m mention) string {
	end := past(t, max(m.end, m.numEnd))
	in, on := prefix(t, end, "in "), prefix(t, end, "on ")
	if end+3 >= len(t) || !in && !on || !unicode.IsLower(t[end+3]) {
		return ""
	}
	name := e.named(strings.Fields(nounPhrase(string(t[end+3 : min(len(t), end+60)]))))
	if on && name != "behalf" || in && (moneyNouns[name] || name == "assets" || name == "expenses" || name == "liabilities") {
		return name
	}
	return ""
}

// hanMoneyNamed names a Chinese amount by the noun that it is of, or that stands right before it: 210 万美元的预算仅支出 40 万美元; 薪金
// 340 万美元、差旅 120 万美元.
func (e *extractor) hanMoneyNamed(t []rune, m mention, sc scope, best clue) naming {
	if best.role > loose {
		return naming{}
	}
	joined := !prefix(t, past(t, max(m.end, m.numEnd)), "的")                                                             // 700 万美元人道援助
	if name := e.matter(t, m, "zh"); joined && best.measure != "" && best.at >= sc.clause[0] && best.at < sc.clause[1] { // the clause says it already
	} else if moneyNouns[name] || asks[name] || name == "urgent_appeals" { // and no 2 120 亿美元的银行, of which something was said before
		if name == "urgent_appeals" || asks[name] {
			name = "funding_target"
		}
		return naming{name, "", "noun behind", 0.75}
	}
	if topic := e.hanTopic(t, m, sc); topic != "" && best.measure != "" && sc.prev > best.at && best.at < m.start { // the clue is the figure's before
		return naming{topic, "", "subject", 0.7}
	}
	return naming{}
}

// moneyNouns are the measures of nouns that name money by what it is for.
var moneyNouns = wordSet(`budget appropriation apportionment allocation resources requirements funding funds trust_fund trust_funds reserves cash cash_balance balance
	unencumbered_balance savings loans microcredit grants debt external_debt public_debt debt_service debt_relief interest_payments bonds sovereign_bonds deficit surplus
	funding_gap shortfall losses damage damages compensation claims reimbursements expenditure costs operating_costs support_costs staff_costs travel_costs construction_costs
	revenue annual_revenue income profits remittances foreign_direct_investment investment investments aid humanitarian_aid development_assistance official_development_assistance
	humanitarian_funding cash_assistance cash_transfers subsidies allowances salaries wages pensions prizes awards fees fines taxes ransom contributions assessed_contributions
	outstanding_contributions voluntary_contributions pledges advances deposits working_capital insurance exports imports trade sales turnover transfers bonus return_on_investment`)

// elsewhere tells a loose clue of a share that belongs to a later figure: 97.5%，其中女性占 7.6%.
func elsewhere(t []rune, m mention, sc scope, best clue) bool {
	if m.quantity.Unit != "percent" || best.role > loose || best.at < sc.clause[1] {
		return false
	}
	return sc.next <= best.at && !strings.HasPrefix(best.measure, "share") || holdsAny(string(t[min(m.end, best.at):best.at]), "其中", "of whom", "of which")
}

// hanOwn tells a loose clue of another clause where a Chinese amount has a noun of its own, or stands behind another figure.
func (e *extractor) hanOwn(t []rune, m mention, sc scope, best clue) bool {
	if best.role > loose || best.at < sc.clause[1] && best.at >= sc.clause[0] {
		return false
	}
	return best.at >= sc.clause[1] && sc.prev > 0 || e.hanTopic(t, m, sc) != ""
}
