package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// What English says of people behind the whole list of them, and of those whose number its sentence names before.

// befallen are the measures of people by the participle that tells what befell them.
var befallen = map[string]string{
	"killed": "fatalities", "murdered": "fatalities", "injured": "injured", "wounded": "injured", "hurt": "injured", "abducted": "abductions", "kidnapped": "abductions",
	"displaced": "displaced", "arrested": "arrests", "released": "released", "evacuated": "evacuees", "born": "births",
}

// predicateBehind is the measure of what befell the members of a list, which stands behind its last: "40 girls, 30 boys and 9 women
// were injured". It is empty where the number is the member of no such list.
func predicateBehind(t []rune, m mention) string {
	j := max(m.nounEnd, m.end)
	members := 0
	for ; members < 12; members++ {
		next := listNext(t, j)
		if next < 0 {
			break
		}
		j = next
	}
	if members == 0 && !prefix(t, j, " were born") {
		return ""
	}
	for _, w := range []string{" were ", " was ", " have been ", " had been ", ", were "} {
		if prefix(t, j, w) {
			word, _ := wordAt(t, j+len(w))
			return befallen[word]
		}
	}
	return ""
}

// listNext is where the next member of a list of people ends that a comma or "and" joins at t[j]; -1 where there is none.
func listNext(t []rune, j int) int {
	step := 0
	for _, w := range []string{", and ", " and ", ", "} {
		if prefix(t, j, w) {
			step = len(w)
			break
		}
	}
	if step == 0 {
		return -1
	}
	j += step
	for _, w := range []string{"at least ", "some ", "about ", "nearly ", "more than ", "over "} {
		if prefix(t, j, w) {
			j += len(w)
		}
	}
	n, ok := numeralAt(t, min(j, len(t)-1))
	if !ok || n.end >= len(t) || !blank(t[n.end]) {
		return -1
	}
	words := 0
	for j = n.end; j < len(t) && words < 9; words++ {
		k := past(t, j)
		if k == j || k >= len(t) || !unicode.IsLower(t[k]) {
			break
		}
		word, end := wordAt(t, k)
		if word == "and" || (word == "were" || word == "was" || word == "have" || word == "had") || word == "is" && words == 0 {
			break
		}
		j = end
	}
	if words == 0 {
		return -1
	}
	return j
}

// numberOf is the measure of people of whom the clause says that their number is so many: the number of evacuees is put at 700 people.
func (e *extractor) numberOf(t []rune, m mention, sc scope) string {
	if noun := e.headNoun(m, "en"); !noun.general || noun.measure != "people" && noun.measure != "" {
		return ""
	}
	from := max(sc.clause[0], m.start-120)
	at := lastIndex(t, "umber of ", from, m.start)
	if at < 0 || at < sc.prev {
		return ""
	}
	words := strings.Fields(string(t[at+len("umber of ") : m.start]))
	for i, w := range words {
		if !tiesNumber[w] {
			continue
		}
		if i == 0 || i > 4 {
			return ""
		}
		noun := strings.ToLower(strings.Join(words[:i], " "))
		if generalNouns[words[i-1]] {
			return ""
		}
		if name := e.words.Noun(noun); name != "" {
			return name
		}
		return e.named(words[:i])
	}
	return ""
}

// tiesNumber are verbs that tie the number of some to how many they are.
var tiesNumber = wordSet("is was stands stood reached rose increased fell exceeded exceeds totalled has had grew dropped decreased")

// asTotal gives the number in brackets of a list what the total of its sentence measures, where both count the same: 700 evacuees:
// Gao (400), Kidal (300).
func asTotal(f *data.Figure, before []data.Figure) {
	for i := len(before) - 1; i >= 0 && i > len(before)-24 && before[i].Sentence == f.Sentence; i-- {
		if total := before[i]; total.Unit == f.Unit && total.Counted == f.Counted {
			f.Measure, f.Why["measure"], f.Confidence = total.Measure, total.Why["measure"], min(f.Confidence, total.Confidence)
			return
		}
	}
}
