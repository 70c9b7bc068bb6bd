package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// A number whose noun was said before, or is told by its verb: "61 staff worked in Tripoli, 14 in Tunis", "killing 3 and
// injuring 5", "casualties rose from 312 to 456", "compared with 987 in the previous quarter".

// harms are verbs whose object, where only a number stands for it, is people.
var harms = wordSet(`killing killed injuring injured wounding wounded abducting abducted displacing displaced arresting arrested detaining detained
	evacuating evacuated rescuing rescued sickening infecting hospitalizing`)

// befell are predicates of people: 280 were injured.
var befell = wordSet(`killed injured wounded displaced missing dead abducted detained arrested released women men girls boys children female male rescued
	hospitalized civilians convicted sentenced repatriated vaccinated homeless unemployed hungry malnourished undernourished stranded trapped ill sick
	infected hurt drowned orphaned`)

// compared are the words before a number that is set against one said before.
var compared = wordSet(`with against from to another remaining additional further only just versus including`)

// chosen are past tenses, beside all in -ed, whose object may be a number alone: women won 58.
var chosen = wordSet(`won lost saw left took held`)

// populations tell of people before "of".
var populations = wordSet(`population strength ceiling workforce crowd force`)

// tied are the verbs that tie a number to the noun before them.
var tied = []string{
	"exceeded", "stood at", "reached", "totalled", "totaled", "numbered", "was", "were", "is", "amounted to", "rose to", "increased to", "fell to", "decreased to", "dropped to",
	"number", "ran to", "runs to", "running to", "peaked at", "peaking at", "averaged", "averages", "averaging", "hovered", "hovers", "hovering", "ranged from", "ranges from", "ranged", "ranges", "be", "being", "reach", "reaching", "declined to", "grew to", "remained at", "exceeds", "standing at", "estimated at", "surpassed", "total of", "risen to", "fallen to", "increasing to", "decreasing to", "bringing to", "to a total of", "climbed to", "stands at",
}

// recalled gives a number the noun that it leaves out; false where it leaves out none.
func (s *scanner) recalled(m *mention) bool {
	t := s.t
	j := m.numEnd
	for j < len(t) && blank(t[j]) {
		j++
	}
	next, nextEnd := wordAt(t, min(j, len(t)-1))
	before := strings.ToLower(wordBefore(t, m.start))
	vague := m.quantity.Value == nil && m.quantity.Bound == data.Indefinite
	digits := digit(t[m.numStart])
	openEnded := next == "" || stopWords[next] || participles[next]
	switch next {
	case "and", "in", "a", "the", "earlier", "last", "previously":
		openEnded = true
	}
	switch {
	case digits && openEnded && (before == "to" || before == "of" || before == "at" || before == "for") && s.holds(m.start):
		return s.counts(m, "person", "", m.numEnd)
	case harms[before] && (openEnded || next == "others"):
		end := m.numEnd
		if next == "others" {
			end = nextEnd
		}
		return s.counts(m, "person", "", end)
	case next == "others" || (next == "more" || next == "fewer") && openEndedAt(t, nextEnd):
		if last, ok := s.firstCounted(m.start, next != "others"); ok {
			return s.counts(m, last.quantity.Unit, last.counted, nextEnd)
		}
		if next == "others" {
			return s.counts(m, "person", "", nextEnd)
		}
		return false
	case vague && (openEnded || befell[next] || strings.HasSuffix(next, "ed")) && next != "and":
		return s.counts(m, "person", "", m.numEnd)
	case before == "of" && openEnded && sizes[strings.ToLower(wordBefore(t, beforeWord(t, m.start)))]: // a net increase of five
		if last, ok := s.firstCounted(m.start, true); ok {
			return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
		return false
	case before == "of" && populations[strings.ToLower(wordBefore(t, m.start-3))]:
		return s.counts(m, "person", "", m.numEnd)
	case isVerb(next) || s.ofWhich(m):
		return s.predicate(m, next, nextEnd)
	}
	if digits && openly(t, m.numEnd) { // at least 12, including 3 children, were killed
		for i := m.numEnd + 2; i < len(t) && i < m.numEnd+100 && !sentenceEnd(t, i); i++ {
			if word, end := wordAt(t, i); blank(t[i-1]) && (word == "were" || word == "was") {
				if then, _ := wordAt(t, min(past(t, end), len(t)-1)); befell[then] {
					return s.counts(m, "person", "", m.numEnd)
				}
			}
		}
	}
	if next == "per" {
		if last, ok := s.lastCounted(m.numStart, 120); ok {
			return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
		if unit := s.rated(m.start, nextEnd); unit != "" {
			return s.counts(m, unit, "", m.numEnd)
		}
	}
	return s.said(m) || s.continued(m) || s.listed(m) || digits && s.tiedBy(m, next, nextEnd, before) || (digits || s.downFrom(m, before)) && openEnded && s.setAgainst(m, before)
}

// openly tells whether a number is followed at once by words for some of what it counts: 12, including three children.
func openly(t []rune, end int) bool {
	for _, w := range []string{", including ", ", among them ", ", mostly ", ", most of them ", ", all of them "} {
		if prefix(t, end, w) {
			return true
		}
	}
	return false
}

// listed reads a number of a list whose noun stands behind the last: 300, 200 and 100 people.
func (s *scanner) listed(m *mention) bool {
	t := s.t
	if !digit(t[m.numStart]) {
		return false
	}
	j, last := m.numEnd, false
	for range 12 {
		step := 0
		for _, w := range []string{", and ", " and ", ", "} {
			if prefix(t, j, w) {
				step, last = len(w), last || w != ", "
				break
			}
		}
		if step == 0 || j+step >= len(t) {
			return false
		}
		j += step
		n, ok := numeralAt(t, j)
		for k := j; !ok && k < len(t) && k < j+20; k++ { // and at least 100
			if _, at := s.hedgeBefore(k); at == j && digit(t[k]) {
				n, ok = numeralAt(t, k)
			}
		}
		if !ok || s.excluded(n) != "" {
			return false
		}
		j = n.end
		if k := past(t, j); last && k < len(t) && unicode.IsLower(t[k]) {
			p := s.nounPhrase(k)
			return p.unit != "" && p.unit != "percent" && !currency(p.unit) && s.counts(m, p.unit, string(t[k:p.end]), m.numEnd)
		}
	}
	return false
}

// rated is what a rate per a great number counts, by the words before it: mortality was 223 per 100,000; empty where it is no
// such rate.
func (s *scanner) rated(place, per int) string {
	n, ok := numeralAt(s.t, min(past(s.t, per), len(s.t)-1))
	if !ok || n.value.Cmp(whole(100)) < 0 {
		return ""
	}
	from := place
	for from > 0 && place-from < 120 && !sentenceEnd(s.t, from-1) {
		from--
	}
	before := strings.ToLower(string(s.t[from:place]))
	switch {
	case holdsAny(before, "mortality", "death", "fatalit", "suicide", "homicide", "murder", "killed"):
		return "person"
	case holdsAny(before, "incidence", "prevalence", "infection", "notification", "case"):
		return "case"
	case holdsAny(before, "birth"):
		return "child"
	}
	return ""
}

// qualified reads a number in brackets whose noun is that of the figure before them, of which one word says the kind: "329
// positions (183 international, 142 national and 4 …)".
func (s *scanner) qualified(m *mention, j int) bool {
	t := s.t
	word, end := wordAt(t, min(j, len(t)-1))
	if !digit(t[m.numStart]) || word == "" || !unicode.IsLower(t[j]) || stopWords[word] || plural(word) || participles[word] || !opened(t, m.start) {
		return false
	}
	if r := runeAt(t, end); r != ',' && r != ')' && r != ';' && !prefix(t, end, " and ") {
		return false
	}
	if prefix(t, end, " and ") && !s.numberBehind(end+len(" and ")) {
		return false
	}
	last, ok := s.lastCounted(m.numStart, 90)
	return ok && last.counted != "" && !(people(last.quantity.Unit) && (nounGender(word) != "" || word == "male")) && s.counts(m, last.quantity.Unit, last.counted, end)
}

// sizes are nouns for how much a number of things changed.
var sizes = wordSet("increase decrease reduction rise decline drop")

// holds tells whether the clause before place tells how many people a camp can hold: "a capacity of", "whose capacity rose to".
func (s *scanner) holds(place int) bool {
	from := max(0, place-80)
	for i := place - 1; i > from; i-- {
		if sentenceEnd(s.t, i) || digit(s.t[i]) {
			return false
		}
		if prefix(s.t, i, "capacity") {
			about := strings.ToLower(string(s.t[from:i]))
			return holdsAny(about, "camp", "settlement", "shelter", "prison", "detention", "reception", "transit cent")
		}
	}
	return false
}

// firstCounted is what the sentence counts first, or else last before place.
func (s *scanner) firstCounted(place int, first bool) (mention, bool) {
	found, ok := mention{}, false
	for i := len(s.mentions) - 1; i >= 0 && place-s.mentions[i].end < 240; i-- {
		last := s.mentions[i]
		if !s.sameSentence(last.end, place) {
			break
		}
		if last.counted == "" && last.quantity.Unit != "person" || currency(last.quantity.Unit) || last.quantity.Unit == "percent" {
			continue
		}
		if found, ok = last, true; !first {
			break
		}
	}
	return found, ok
}

func openEndedAt(t []rune, i int) bool {
	for i < len(t) && blank(t[i]) {
		i++
	}
	w, _ := wordAt(t, min(i, len(t)-1))
	return i >= len(t) || w == "" || stopWords[w] || w == "and" || w == "in"
}

func isVerb(word string) bool {
	switch word {
	case "were", "was", "had", "have", "has", "are", "remained", "remain", "is", "occurred", "died", "fled", "returned":
		return true
	}
	return strings.HasSuffix(word, "ed") && len(word) > 4
}

// ofWhich tells whether "of which", "of whom", "of those" or "of these" stands before the number in its clause.
func (s *scanner) ofWhich(m *mention) bool {
	before := strings.ToLower(string(s.t[max(0, m.start-24):m.start]))
	for _, w := range []string{"of which ", "of whom ", "of those, ", "of these, ", "of them, ", "of those ", "of these "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// counts makes m a count of things named before.
func (s *scanner) counts(m *mention, unit, noun string, end int) bool {
	m.quantity.Unit, m.counted, m.end, m.nounEnd = unit, noun, max(end, m.numEnd), max(end, m.numEnd)
	s.hedgeBehind(m)
	return true
}

// predicate reads "Of the 1,078 victims, 302 were released", "Twenty-one were unattributed", "of which 381 involved …": the
// noun is that of the figure before, else the sentence's or the previous sentence's subject.
func (s *scanner) predicate(m *mention, next string, end int) bool {
	t := s.t
	follow, _ := wordAt(t, min(end+1, len(t)-1))
	last, ok := s.lastCounted(m.numStart, 260)
	switch {
	case ok && last.quantity.Unit == "person", ok && !befell[follow] && !befell[next]:
		return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
	case befell[follow] || befell[next]:
		return s.counts(m, "person", "", m.numEnd)
	}
	if unit, noun := s.subject(m.start, 300); unit != "" {
		return s.counts(m, unit, noun, m.numEnd)
	}
	if next == "were" || next == "was" || did[next] && s.opens(m.start) {
		return s.counts(m, "person", "", m.numEnd)
	}
	return false
}

func (s *scanner) sameSentence(from, to int) bool {
	for i := from; i < to; i++ {
		if sentenceEnd(s.t, i) {
			return false
		}
	}
	return true
}
