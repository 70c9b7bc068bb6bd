package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// stopWords end an English noun phrase: prepositions, relative pronouns, auxiliary verbs and the verbs that most often
// follow a counted noun.
var stopWords = wordSet(`in of from to with for on at by who whom whose which that were was are is be been have has had as during under between since
	into against through per where while when or remained remain remains including over after before within among amid across comprising
	consisting representing involving affecting totalling targeting compared because due than then also still only being than above below
	out up down off will would could should may might must can did do does not near despite without until about around along throughout
	upon onto towards toward beyond behind versus via if but so yet both all each every this these those such its their his her our`)

// participles may stand for the people they befell: 16,000 displaced, 12 killed.
var participles = wordSet(`killed injured wounded displaced missing dead abducted detained arrested maimed disappeared deceased hospitalized`)

// phrase is an English noun phrase as far as it was understood.
type phrase struct {
	unit        string // of its head; empty where the vocabulary lacks the noun
	end         int    // of the head noun
	open        string // a plural that the vocabulary lacks, the head where unit is empty
	openEnd     int
	compound    string // a plural that mostly qualifies, the head where nothing follows: small arms
	compoundEnd int
	gendered    string // woman or child, where the phrase says so: women teachers, girl pupils
}

// nounPhrase reads the noun phrase that begins at j: the head is the last known noun before a word that ends the
// phrase. A plural ends it too, unless a known noun follows at once (human rights officers).
func (s *scanner) nounPhrase(j int) phrase {
	t := s.t
	var p phrase
	for words := 0; j < len(t) && words < 11; words++ {
		j = s.betweenWords(j)
		if j >= len(t) || !unicode.IsLetter(t[j]) || unicode.Is(unicode.Han, t[j]) {
			break
		}
		word, k := wordAt(t, j)
		hyphened := runeAt(t, j-1) == '-' || k < len(t) && t[k] == '-'
		if k == j || stopWords[word] && !hyphened || word == "and" && (p.unit != "" || p.open != "") {
			break
		}
		if word == "united" && (prefix(t, k, " Nations") || prefix(t, k, " States")) {
			j = k + len(" Nations")
			continue
		}
		if participles[word] && (p.unit != "" || p.open != "") {
			break
		}
		if name, n := s.noun(j); n > 0 && name != "percent" && !currency(name) && runeAt(t, j+n) != '-' && !possessive(t, j+n) {
			p.unit, p.end, p.open = name, j+n, ""
			if n := nounGender(word); n != "" {
				p.gendered = n
			}
			last, _ := wordAt(t, lastWord(t, j, j+n))
			j = max(k, j+n)
			if plural(last) && !s.nounFollows(j) && !s.substations(last, j) {
				break
			}
			continue
		}
		if (p.unit != "" || p.open != "") && strings.HasSuffix(word, "ed") && !hyphened {
			break // robberies targeted staff
		}
		if plural(word) && !hyphened && (p.unit == "" || !unicode.IsUpper(t[j])) && !(len(word) < 4) {
			if p.unit == "" || !strings.HasSuffix(string(t[:p.end][p.end-1:]), "s") {
				p.open, p.openEnd = word, k
				p.unit, p.end = "", 0
			} else {
				break // 12 States provides
			}
		}
		if abstract[word] && p.open == word {
			break // on 17 occasions personnel …
		}
		if inCompounds[word] && p.unit == "" && p.open == "" && !unicode.IsUpper(t[j]) && !hyphened && word != "united" {
			p.compound, p.compoundEnd = word, k
		}
		j = k
	}
	if p.unit == "" && p.open == "" {
		p.open, p.openEnd = p.compound, p.compoundEnd
	}
	return p
}

// substations tells whether an unknown plural goes on after a collective: police substations.
func (s *scanner) substations(last string, j int) bool {
	if strings.HasSuffix(last, "s") || j+1 >= len(s.t) || !blank(s.t[j]) || !unicode.IsLower(s.t[j+1]) {
		return false
	}
	next, _ := wordAt(s.t, j+1)
	return plural(next) && !notCounted[next] && !stopWords[next] && !collectives[next]
}

// betweenWords skips what may stand between the words of one phrase: blanks, hyphens, quotation marks, a stroke
// (SPLM/A-IO members), an abbreviation in brackets, the comma of a row of names (Eritrean, Ethiopian and Somali), a number
// that qualifies (107-mm rockets).
func (s *scanner) betweenWords(j int) int {
	t := s.t
	for j < len(t) {
		switch {
		case t[j] == '“' && quotedTitle(t, j) > j:
			j = quotedTitle(t, j)
		case blank(t[j]), t[j] == '“', t[j] == '”', t[j] == '"', t[j] == '-', t[j] == '/' && j > 0 && unicode.IsLetter(t[j-1]):
			j++
		case t[j] == '(' && j > 0 && blank(t[j-1]):
			k := j + 1
			for k < len(t) && k-j < 12 && (unicode.IsUpper(t[k]) || t[k] == '/' || t[k] == '-') {
				k++
			}
			if k < j+3 || k >= len(t) || t[k] != ')' {
				return j
			}
			j = k + 1
		case t[j] == ',' && j+2 < len(t) && blank(t[j+1]) && unicode.IsUpper(t[j+2]) && s.capitalBefore(j):
			j += 2
		case (t[j] == '\'' || t[j] == '’') && j+1 < len(t) && (blank(t[j+1]) || t[j+1] == 's'):
			j++
			if t[j] == 's' {
				j++
			}
		case digit(t[j]) && j > 0 && (t[j-1] == '-' || blank(t[j-1])):
			k := j
			for k < len(t) && digit(t[k]) {
				k++
			}
			if !prefix(t, k, "-mm") && !prefix(t, k, " mm") && t[j-1] != '-' {
				return j
			}
			j = k
		default:
			return j
		}
	}
	return j
}

// quotedTitle is the end of a title of several words in quotation marks that qualifies a noun: six “Peace in Sight” radio
// shows; j where none begins at j.
func quotedTitle(t []rune, j int) int {
	blanks := false
	for k := j + 1; k < len(t) && k < j+48; k++ {
		blanks = blanks || blank(t[k])
		if t[k] == '”' {
			if blanks && k+2 < len(t) && blank(t[k+1]) && unicode.IsLower(t[k+2]) {
				return k + 1
			}
			return j
		}
	}
	return j
}

// capitalBefore tells whether the word that ends at j begins with a capital letter.
func (s *scanner) capitalBefore(j int) bool {
	w := []rune(wordBefore(s.t, j))
	return len(w) > 0 && unicode.IsUpper(w[0])
}

// noun is the known noun that begins at i, whatever the case of its letters.
func (s *scanner) noun(i int) (string, int) {
	if name, n := s.words.Units.At(s.t, i); n > 0 {
		return name, n
	}
	if unicode.IsUpper(s.t[i]) {
		return s.words.Units.At(s.lower(), i)
	}
	if s.single { // the vocabulary holds plurals
		if word, end := wordAt(s.t, i); len(word) > 3 {
			if name, n := s.words.Units.At([]rune(word+"s"), 0); n == len([]rune(word))+1 {
				return name, end - i
			}
		}
	}
	return "", 0
}

// lower is the text in small letters, made once.
func (s *scanner) lower() []rune {
	if s.small == nil {
		s.small = make([]rune, len(s.t))
		for i, r := range s.t {
			s.small[i] = lowerRune(r)
		}
	}
	return s.small
}

// nounFollows tells whether a known noun begins behind the blank at j.
func (s *scanner) nounFollows(j int) bool {
	if j+1 >= len(s.t) || !blank(s.t[j]) {
		return false
	}
	word, _ := wordAt(s.t, j+1)
	if participles[word] || stopWords[word] {
		return false
	}
	_, n := s.noun(j + 1)
	return n > 0
}

// lastWord is where the last word of t[start:end] begins.
func lastWord(t []rune, start, end int) int {
	i := end
	for i > start && unicode.IsLetter(t[i-1]) {
		i--
	}
	return i
}

// possessive tells whether an apostrophe that marks an owner stands at i: People's Defence Forces.
func possessive(t []rune, i int) bool {
	return (runeAt(t, i) == '\'' || runeAt(t, i) == '’') && (blank(runeAt(t, i+1)) || runeAt(t, i+1) == 's')
}

func nounGender(word string) string {
	switch word {
	case "women", "woman", "female":
		return "woman"
	case "girls", "boys", "children", "child", "girl", "boy":
		return "child"
	}
	return ""
}

func orZero(d *data.Decimal) *data.Decimal {
	if d == nil {
		zero := whole(0)
		return &zero
	}
	return d
}

// headNoun takes the noun phrase behind an English number as what it counts.
func (s *scanner) headNoun(m *mention, j int) bool {
	t := s.t
	if j+2 < len(t) && prefix(t, j, "of ") {
		return s.partitive(m, j+3)
	}
	if w, end := wordAt(t, j); isVerb(w) && s.ofWhich(m) { // of which 381 involved restrictions
		return s.predicate(m, w, end)
	}
	if prefix(t, j, "out of ") {
		return s.partitive(m, j+len("out of "))
	}
	if s.qualified(m, j) {
		return true
	}
	p := s.nounPhrase(j)
	if p.unit == "" && p.open != "" && inOpen(m, p.open) {
		p.unit, p.end = openUnit(p.open), p.openEnd
	}
	if p.unit == "" {
		return s.shared(m, j) || s.recalled(m)
	}
	if p.unit == "person" && p.gendered != "" {
		p.unit = p.gendered
	}
	if last := lastWord(t, j, p.end); string(t[last:p.end]) == "of" { // "cases of": the words of the vocabulary, not of the figure
		p.end = last - 1
	}
	m.quantity.Unit, m.end, m.nounEnd = p.unit, p.end, p.end
	m.counted = strings.TrimSpace(string(t[min(m.numEnd, p.end):p.end]))
	s.hedgeBehind(m)
	return true
}

// shared reads "5 regional and 12 country offices": the first number's noun is the second's.
func (s *scanner) shared(m *mention, j int) bool {
	t := s.t
	for words := 0; words < 3 && j < len(t); words++ {
		_, k := wordAt(t, j)
		if k == j || !unicode.IsLower(t[j]) {
			return false
		}
		if prefix(t, k, " and ") && k+5 < len(t) && words < 2 {
			n, ok := numeralAt(t, k+5)
			if !ok || n.low != nil || n.end >= len(t) {
				return false
			}
			p := s.nounPhrase(n.end)
			if p.unit == "" {
				return false
			}
			return s.counts(m, p.unit, string(t[lastWord(t, n.end, p.end):p.end]), k)
		}
		for j = k; j < len(t) && (blank(t[j]) || t[j] == '-'); j++ {
		}
	}
	return false
}

// partitive reads "18 of the refugees", "hundreds of people"; "1,000 of which" takes the unit of the figure before.
func (s *scanner) partitive(m *mention, j int) bool {
	t := s.t
	if word, _ := wordAt(t, j); word == "which" || word == "whom" || word == "them" {
		last, ok := s.lastCounted(m.numStart, 120)
		if !ok {
			return false
		}
		m.quantity.Unit, m.end = last.quantity.Unit, j+len(word)
		m.counted, m.nounEnd = last.counted, m.end
		return true
	}
	for _, w := range []string{"the ", "these ", "those ", "its ", "their "} {
		if prefix(t, j, w) {
			j += len(w)
			break
		}
	}
	if w, end := wordAt(t, min(j, len(t)-1)); wholeWords[w] { // 968 of the authorized 1,048 staff
		if k := past(t, end); k < len(t) && digit(t[k]) {
			j = k
		}
	}
	if j < len(t) {
		if n, ok := numeralAt(t, j); ok && n.start == j && n.end < len(t) && n.value.Cmp(*orZero(m.quantity.Value)) >= 0 { // 3,100 of the 9,400 refugees: two figures
			p := s.nounPhrase(n.end)
			if last, ok := s.lastCounted(m.numStart, 160); p.unit == "" && p.open == "" && ok {
				return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
			}
			if p.unit != "" || p.open != "" && inOpen(m, p.open) {
				if p.unit == "" {
					p.unit, p.end = openUnit(p.open), p.openEnd
				}
				return s.counts(m, p.unit, strings.TrimSpace(string(t[n.end:p.end])), m.numEnd)
			}
			j = n.end
		}
	}
	if j >= len(t) {
		return false
	}
	p := s.nounPhrase(j)
	if k := j; p.unit == "" || p.unit == "state" { // 212 of the country's 287 districts
		if i := indexApostrophe(t, k, k+24); i > 0 {
			i += 2
			for i < len(t) && blank(t[i]) {
				i++
			}
			if i < len(t) {
				if n, ok := numeralAt(t, i); ok {
					i = n.end
				}
			}
			if i < len(t) {
				if q := s.nounPhrase(i); q.unit != "" {
					m.quantity.Unit, m.end, m.nounEnd, m.counted = q.unit, m.numEnd, m.numEnd, string(t[lastWord(t, i, q.end):q.end])
					return true
				}
			}
		}
	}
	return s.headNoun(m, j)
}

func indexApostrophe(t []rune, from, to int) int {
	for i := from; i < min(to, len(t)-1); i++ {
		if (t[i] == '\'' || t[i] == '’') && t[i+1] == 's' {
			return i
		}
		if clauseEnd(t, i) {
			break
		}
	}
	return 0
}

// lastCounted is the nearest mention before place that counts things, at most within runes away.
func (s *scanner) lastCounted(place, within int) (mention, bool) {
	for i := len(s.mentions) - 1; i >= 0 && place-s.mentions[i].end < within; i-- {
		last := s.mentions[i]
		if currency(last.quantity.Unit) || last.quantity.Unit == "percent" || last.quantity.Unit == "percentage_point" {
			continue
		}
		if land := last.quantity.Unit; (countsStates(land) || land == "governorate" || land == "province" || land == "district" || land == "region") && s.now != nil && s.now.quantity.Value != nil && s.now.quantity.Value.Cmp(whole(1000)) > 0 {
			continue // 3.2 billion people in 95 countries, and 1.2 billion are at risk
		}
		return last, last.counted != "" || last.quantity.Unit == "person"
	}
	return mention{}, false
}
