package extraction

import "strings"

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
		if topic := e.peopleTopic(t, m, sc, language); topic != "" && (best.measure == "" || best.role == loose || best.at >= sc.clause[1]) {
			return naming{topic, "", "subject", 0.8}
		}
	case moneyOr(m.quantity.Unit) == "USD" && language != "zh":
		return e.moneyNamed(t, m, sc, best)
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
	if name := e.qualifies(t, m); name != "" { // a $400 million appeal
		return naming{name, "", "noun behind", 0.8}
	}
	return naming{}
}

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
