package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// What a figure measures where its clause shows that the word by which it was named says too much, or the unit too little.

// plainer sets right a measure of which the sentence tells less than its name says, and what a rate or a price in a foreign
// currency is.
func (e *extractor) plainer(f *data.Figure, t []rune, m mention, sc scope) {
	low := e.lower(f.Sentence)
	english := f.Language != "zh"
	switch {
	case english && f.Measure == "camps_open" && !holdsAny(low, "open", "clos", "operat", "function"):
		f.Measure = "camps"
	case english && f.Measure == "offices_active" && !holdsAny(low, "open", "clos", "operat", "function", "active"):
		f.Measure = "offices"
	case f.Measure == "voters_registered" && !holdsAny(low, "regist", "eligible", "登记", "注册", "合格"):
		f.Measure = "voters"
	case !english:
	case f.Unit == "meeting" && strings.HasSuffix(strings.ToLower(f.Counted), "consultations") && holdsAny(low, "health", "medical", "clinic", "patient", "hospital", "nutrition", "vaccin", "physician", "doctor"):
		f.Unit = "consultation"
		if f.Measure == "meetings" {
			f.Measure = "consultations"
		}
	case f.Unit != "USD" && exchanged(t, m, sc):
		f.Measure, f.Why["measure"] = "exchange_rate", "exchange"
	case f.Measure == "people" && strings.HasSuffix(f.Counted, "members") && holdsAny(low, "composed of", "consists of", "consisted of", "made up of", "comprises", "comprised"):
		f.Measure = "members"
	case !holdsAny(f.Measure, "mortality", "rate", "ratio") && (f.Per != "" && digit([]rune(f.Per)[0]) || rateOf(t, m)):
		if name := rateBefore(t, m, sc); name != "" {
			f.Measure, f.Why["measure"] = name, "rate"
		}
	case f.Measure == "homes_destroyed" && damaged(t, m):
		f.Measure = "homes_damaged"
	case f.Unit == "hectare" || f.Unit == "square_metre" || f.Unit == "square_kilometre" || f.Unit == "acre":
		if name := areaOf(string(t[max(sc.clause[0], m.start-60):min(sc.clause[1], m.numEnd+60, len(t))])); name != "" && (f.Measure == "area" || f.Why["measure"] == "subject") {
			f.Measure, f.Why["measure"] = name, "verb"
		}
	}
}

// damaged tells whether the words behind a number, up to the next number or the next thing, tell of damage.
func damaged(t []rune, m mention) bool {
	behind, _, _ := strings.Cut(string(t[m.numEnd:min(m.numEnd+60, len(t))]), " and ")
	if end := strings.IndexAny(behind, "0123456789,;."); end >= 0 {
		behind = behind[:end]
	}
	return strings.Contains(behind, " damage") && !strings.Contains(behind, "destroyed")
}

// exchanged tells an amount of a currency that is paid for another: 740 gourdes to the dollar.
func exchanged(t []rune, m mention, sc scope) bool {
	unit := m.quantity.Unit
	if !currency(unit) && !coins[unit] {
		return false
	}
	behind := strings.ToLower(string(t[m.numEnd:min(len(t), m.numEnd+50)]))
	before := strings.ToLower(string(t[sc.clause[0]:max(sc.clause[0], m.start)]))
	return holdsAny(behind, "per dollar", "to the dollar", "per united states dollar", "per us dollar", "against the dollar", "against the united states dollar", "to the united states dollar", "to one united states dollar", "to one dollar") ||
		holdsAny(before, "exchange rate", "dollar traded", "the dollar was traded", "against the dollar")
}

// coins are units of currencies whose name is that of several States'.
var coins = wordSet("pound rupee rial riyal dinar shilling franc krone peso")

// rateOf tells a number of which so many are per a round number behind it: 14 per 100,000.
func rateOf(t []rune, m mention) bool {
	for _, end := range []int{m.numEnd, m.nounEnd, m.end} {
		if prefix(t, end, " per ") && digit(runeAt(t, end+len(" per "))) {
			return true
		}
	}
	return false
}

// rateBefore is the rate that the clause before a number names: the homicide rate, under-five mortality; empty where it names none.
func rateBefore(t []rune, m mention, sc scope) string {
	before := strings.ToLower(string(t[sc.clause[0]:max(sc.clause[0], m.start)]))
	words := strings.Fields(strings.NewReplacer(",", " ", "(", " ", ")", " ").Replace(before))
	for i := len(words) - 1; i >= 0; i-- {
		switch words[i] {
		case "mortality":
			if i > 0 && (words[i-1] == "maternal" || words[i-1] == "infant") {
				return words[i-1] + "_mortality"
			}
			return "mortality_rate"
		case "rate", "ratio":
			if i > 0 && words[i-1] == "mortality" {
				continue
			}
			if i > 0 && !stopWords[words[i-1]] && !topicWords[words[i-1]] {
				if words[i-1] == "death" {
					return "mortality_rate"
				}
				return slug(words[i-1] + "_" + words[i])
			}
		case "incidence", "prevalence":
			return words[i]
		}
	}
	return ""
}

// areaOf is the measure of an area that the verb of its clause tells; empty where none does.
func areaOf(clause string) string {
	low := strings.ToLower(clause)
	for _, v := range []struct{ name, words string }{
		{"area_harvested", "harvested"},
		{"area_planted", "planted|sown|cultivated"},
		{"area_burned", "burned|burnt"},
		{"area_cleared", "cleared|demined"},
		{"area_flooded", "flooded|inundated"},
		{"area_treated", "sprayed|treated"},
		{"area_controlled", "controlled|the control of"},
		{"area_irrigated", "irrigated"},
	} {
		if holdsAny(low, strings.Split(v.words, "|")...) {
			return v.name
		}
	}
	return ""
}
