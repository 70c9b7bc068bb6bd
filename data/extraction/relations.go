package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// relate joins parts to their totals and the two points of a change, and gives the one what the other says for both.
func relate(figures []data.Figure, mentions []mention, t []rune) {
	depth := depths(figures, t)
	for i := 1; i < len(figures); i++ {
		f, last := &figures[i], &figures[i-1]
		if f.Sentence != last.Sentence {
			continue
		}
		between := strings.ToLower(string(t[min(last.End, f.Start):f.Start]))
		if owner := owner(figures, depth, t, i, between); owner >= 0 {
			f.PartOf = figures[owner].ID
			if f.Measure == "share" && f.Counted == "" && figures[owner].Measure != "" {
				f.Subject = figures[owner].Counted // the total tells what it is a share of
			}
			if whole := exhausts(string(t[min(figures[owner].End, f.Start):f.Start]), depth[i] > depth[owner]); whole != "" {
				f.Why["whole"] = whole
			}
			inherit(f, &figures[owner], string(t[min(figures[owner].End, f.Start):f.Start]))
		} else if owner := enclosing(depth, i); owner >= 0 && figures[owner].Sentence == f.Sentence && opensBrackets(between) && moneyOr(f.Unit) == "USD" && moneyOr(figures[owner].Unit) == "USD" {
			f.Measure, f.Place, f.Region, f.AsOf = figures[owner].Measure, figures[owner].Place, figures[owner].Region, figures[owner].AsOf // the same amount in another currency
		} else if owner >= 0 && figures[owner].Why["measure"] == "change" && opensBrackets(between) && (moneyOr(f.Unit) == "USD" || f.Unit == "percent") {
			f.Measure, f.Subject, f.Why["measure"] = figures[owner].Measure, figures[owner].Subject, "change" // a decrease of 10 per cent ($185,900)
		}
		if words := strings.TrimSpace(between); (words == "of the" || words == "of") && f.Unit == last.Unit && f.Place != nil { // 4 of the 10 departments of Haiti
			last.Place, last.Region = f.Place, f.Region
		}
		if undated(*f) && !undated(*last) && f.Unit == last.Unit && len([]rune(between)) < 40 && depth[i] == depth[i-1] && !holdsAny(between, comparisons...) {
			when := *last.AsOf
			f.AsOf, f.Why["as_of"] = &when, last.Why["as_of"]
		}
		if b := beside(figures, depth, i); b >= 0 && f.Unit != last.Unit && f.Unit == figures[b].Unit && depth[i] < depth[i-1] { // 8 billion dinars ($1.65 billion), up from 5.6 billion
			last = &figures[b]
		}
		if strings.TrimSpace(between) == "of the" && f.Measure == "funding_target" && last.Measure == "funding_target" {
			last.Measure = "funds_received" // $1.2 billion of the $3.5 billion required
		}
		if e := enclosing(depth, i); e >= 0 && figures[e].Sentence == f.Sentence && f.PartOf == "" && counts(f.Unit, figures[e].Unit) && f.ComparesWith == "" && (setAgainst(between) || bareInBrackets(t, figures[e].End, *f) && (paired(figures, depth, i) || yearCloses(t, f.End))) {
			f.Measure, f.Counted = figures[e].Measure, figures[e].Counted // (up from 200)
			f.ComparesWith, figures[e].ComparesWith = figures[e].ID, f.ID
			continue
		}
		compare(last, f, mentions[i].second, between)
	}
	itemise(figures, depth, t)
	raise(figures)
}

// depths is how many brackets are open at each figure.
func depths(figures []data.Figure, t []rune) []int {
	all := make([]int, len(figures))
	open, at := 0, 0
	for i, f := range figures {
		for ; at < f.Start; at++ {
			switch t[at] {
			case '(', '（':
				open++
			case ')', '）':
				open = max(0, open-1)
			}
			if open > 0 && sentenceEnd(t, at) && t[at] != ';' && t[at] != '；' {
				open = 0 // a bracket that nothing closes
			}
		}
		all[i] = open
	}
	return all
}

// enclosing is the last figure before the brackets in which figure i stands; -1 where it stands in none.
func enclosing(depth []int, i int) int {
	if depth[i] == 0 {
		return -1
	}
	for j := i - 1; j >= max(0, i-200); j-- { // no brackets hold more that one reads together
		if depth[j] < depth[i] {
			return j
		}
	}
	return -1
}

// partWords say that what follows is a part of what was counted before.
var partWords = []string{"其中", "包括", "including", "comprising", "consisting of", "made up of", "composed of", "of whom", "of which", "among them", "among whom", "of those", "of these"}

// owner is the total of which figure i is a part; -1 where it is none.
func owner(figures []data.Figure, depth []int, t []rune, i int, between string) int {
	f := figures[i]
	words := strings.ToLower(f.Text)
	if strings.HasSuffix(words, "of whom") || strings.HasSuffix(words, "of which") || strings.HasSuffix(words, "of them") {
		if j := beside(figures, depth, i); j >= 0 {
			return j
		}
	}
	if marked(between) {
		for j := i - 1; j >= 0 && f.Start-figures[j].End < 3*reach && figures[j].Sentence == f.Sentence; j-- {
			if depth[j] <= depth[i] && part(f, figures[j]) && !comparedWith(t, figures[j]) {
				return j
			}
		}
		return -1
	}
	if e := enclosing(depth, i); e >= 0 && figures[e].Sentence == f.Sentence { // 77 representatives (14 women, 3 girls)
		if setAgainst(between) || bareInBrackets(t, figures[e].End, f) {
			return -1
		}
		if opening := brackets(between); strings.HasPrefix(opening, "(of ") || strings.HasPrefix(opening, "(out of ") || strings.Contains(opening, "核定") { // 1,592 (of an authorized 2,101)
			return -1
		}
		if part(f, figures[e]) && f.Unit != "percent" && figures[e].PartOf != f.ID && !strings.Contains(string(t[figures[e].End:f.Start]), "年") {
			return e
		}
		return -1
	}
	j := beside(figures, depth, i)
	if j < 0 || figures[j].PartOf == "" || unbracketed(between) > 24+30*boolInt(f.Language != "zh") {
		return -1
	}
	for k := range figures { // the list goes on
		if figures[k].ID == figures[j].PartOf && part(f, figures[k]) && counts(f.Unit, figures[j].Unit) && depth[k] <= depth[i] {
			return k
		}
	}
	return -1
}

// setAgainst tells whether brackets open with words that set their number against the one before: (up from 200), (上年为 200).
func setAgainst(between string) bool {
	opening := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(brackets(between), "("), "（"), " ")
	for _, w := range []string{"up from", "down from", "compared", "against", "as against", "from ", "versus", "previously", "formerly", "上年", "去年", "上期", "此前", "原为", "比", "较", "高于", "低于", "从"} {
		if strings.HasPrefix(opening, w) {
			return true
		}
	}
	return false
}

// bareInBrackets tells whether a figure is all that brackets hold right behind another and where that is, so that no word says what part
// it is: 100 in Niger (80).
func bareInBrackets(t []rune, from int, f data.Figure) bool {
	end := past(t, f.End)
	if yearCloses(t, f.End) {
		return true
	}
	if strings.ContainsFunc(strings.Replace(f.Text, f.Hedge, "", 1), unicode.IsLetter) || !strings.ContainsRune(")）", runeAt(t, end)) { // 44 casualties (17 civilians)
		return false
	}
	between := strings.TrimSpace(string(t[from:f.Start]))
	if !strings.HasSuffix(between, "(") && !strings.HasSuffix(between, "（") {
		return false
	}
	words := strings.Fields(strings.TrimRight(between, "(（ "))
	return len(words) == 0 || len(words) < 5 && (words[0] == "in" || words[0] == "at" || words[0] == "from")
}

// yearCloses tells whether brackets close behind the year of which their number is: 42 people (30 in 2018).
func yearCloses(t []rune, end int) bool {
	j := end + len(" in ")
	return prefix(t, end, " in ") && j+4 < len(t) && year(t[j:j+4]) && t[j+4] == ')'
}

// paired tells whether brackets before figure i in its sentence hold a number set against the one before them, so that those of
// figure i do so too.
func paired(figures []data.Figure, depth []int, i int) bool {
	for j := i - 1; j >= 0 && figures[j].Sentence == figures[i].Sentence; j-- {
		if depth[j] > 0 && figures[j].ComparesWith != "" {
			return true
		}
	}
	return false
}

// itemise makes parts of the figures that a list behind a colon names, where they add up to the figure before the colon: 300
// attacks: 200 in Mali, 100 in Niger.
func itemise(figures []data.Figure, depth []int, t []rune) {
	for i := range figures {
		total := &figures[i]
		colon := past(t, total.End)
		for colon < len(t) && colon < total.End+24 && unicode.IsLetter(t[colon]) || blank(runeAt(t, colon)) && colon < len(t) {
			colon++
		}
		if r := runeAt(t, colon); r != ':' && r != '：' || total.Value == nil {
			continue
		}
		sum, to := whole(0), i+1
		for ; to < len(figures) && figures[to].Sentence == total.Sentence; to++ {
			switch f := figures[to]; {
			case depth[to] > depth[i]:
			case f.Value == nil, !counts(f.Unit, total.Unit), f.PartOf != "", f.Unit == "percent":
				sum = whole(-1)
			default:
				sum = sum.Plus(*f.Value)
			}
			if sum.Cmp(whole(0)) < 0 {
				break
			}
		}
		if sum.Cmp(*total.Value) != 0 {
			continue
		}
		for j := i + 1; j < to; j++ {
			if depth[j] == depth[i] {
				figures[j].PartOf, figures[j].Why["whole"], figures[j].Why["part"] = total.ID, ":", total.Text
			}
		}
	}
}

// exhausts is the word by which the parts named behind a total are all of it, "(" for brackets that hold nothing but parts;
// empty where they may leave out some. Between is what stands between the total and a part.
func exhausts(between string, inBrackets bool) string {
	low := strings.ToLower(between)
	if holdsAny(low, "includ", "其中", "包括", "among", "of whom", "of which", "at least", "另") {
		return ""
	}
	for _, w := range []string{"comprising", "consisting of", "composed of", "made up of", "namely", "broken down", "即", "分别为", "分为"} {
		if strings.Contains(low, w) {
			return w
		}
	}
	if inBrackets {
		return "("
	}
	return ""
}

// beside is the last figure before i that stands in as many brackets.
func beside(figures []data.Figure, depth []int, i int) int {
	for j := i - 1; j >= 0 && figures[i].Start-figures[j].End < 3*reach && figures[j].Sentence == figures[i].Sentence; j-- {
		if depth[j] == depth[i] {
			return j
		}
	}
	return -1
}

// marked tells whether the text before a figure ends in a word of parts with at most a few words behind it.
func marked(between string) bool {
	for _, w := range partWords {
		at := strings.LastIndex(between, w)
		if at < 0 {
			continue
		}
		rest := between[at+len(w):]
		if w[0] >= 0x80 && len([]rune(rest)) <= 12 && !strings.ContainsAny(rest, "，；") || w[0] < 0x80 && len(strings.Fields(rest)) <= 4 && !strings.ContainsAny(rest, ",;:)") {
			return true
		}
	}
	return false
}

// part tells whether one figure can be a part of another by what they count: the injured are no part of the dead.
func part(f, total data.Figure) bool {
	if f.Unit == "percent" {
		return total.Unit != "percent" && moneyOr(total.Unit) != "USD"
	}
	if !counts(f.Unit, total.Unit) && !(f.Unit == "state" && total.Unit == "state") {
		return false
	}
	return !(f.Measure == "injured" && total.Measure == "fatalities" || f.Measure == "fatalities" && total.Measure == "injured" || f.Measure == "missing" && total.Measure == "fatalities" || f.Measure == "abductions" && total.Measure == "fatalities")
}

// brackets is what stands behind the last bracket that opens.
func brackets(between string) string {
	if at := strings.LastIndexAny(between, "(（"); at >= 0 {
		return between[at:]
	}
	return ""
}

func opensBrackets(between string) bool {
	trimmed := strings.TrimSpace(between)
	return strings.HasSuffix(trimmed, "(") || strings.HasSuffix(trimmed, "（")
}

// unbracketed is how many runes of a text stand outside the brackets that it closes or holds.
func unbracketed(between string) int { return len([]rune(unbracketedText([]rune(between)))) }

func unbracketedText(between []rune) string {
	open := 0
	for _, r := range between { // brackets that were open before
		switch r {
		case '(', '（':
			open--
		case ')', '）':
			open++
		}
	}
	var kept strings.Builder
	for open = max(0, open); len(between) > 0; between = between[1:] {
		switch r := between[0]; r {
		case '(', '（':
			open++
		case ')', '）':
			open--
		default:
			if open <= 0 {
				kept.WriteRune(r)
			}
		}
	}
	return kept.String()
}

// comparisons stand between the two points of a change.
var comparisons = []string{"减少到", "减少至", "增加到", "增加至", "增至", "降至", "减至", "升至", "降到", "增到", "升到", "跌至", "跌到", "减到", "只剩", "上升到", "上升至", "下降到", "下降至", "提高到", "提高至", "降低到", "降低至", "扩大到", "扩大至", "缩小到", "缩小至", "回落至", "回升至", "增长到", "增长至", "up from", "down from", "compared with", "compared to", "as against", "as opposed to", "相比之下", "而上", "而去年"}

// compare joins the two points of a change or a contrast.
func compare(last, f *data.Figure, second bool, between string) {
	pair := second || holdsAny(between, comparisons...) || strings.Contains(between, " to ") && strings.Contains(strings.ToLower(f.Sentence), "from ") || opensBrackets(strings.TrimRightFunc(between, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(" 年为在的：", r) })) && strings.Contains(brackets(between), "年")
	contrast := f.Unit == "percent" && f.Counted == "" && f.Why["measure"] != "change" && strings.Contains(between, "，而") && len([]rune(between)) < 60 && len([]rune(between[strings.LastIndex(between, "，而"):])) < 20 // 19%失学，而富国只有 2%
	if !pair && !contrast || f.Unit != last.Unit || f.PartOf == last.ID {
		return
	}
	if f.Measure != last.Measure {
		if !contrast && !holdsAny(between, comparisons...) && !second || last.PartOf != "" {
			return
		}
		if f.Why["measure"] == "change" && last.Why["measure"] == "change" { // 收缩 1.2%，而上一季度增长 0.4%: each its own verb
			return
		}
		f.Measure, f.Counted = last.Measure, last.Counted
	}
	f.ComparesWith, last.ComparesWith = last.ID, f.ID
	if f.Place == nil || strings.HasPrefix(f.Why["place"], "sentence") {
		f.Place, f.Region = last.Place, last.Region
	}
	ends(last, f)
}

// undated tells a figure that no date of its sentence dates.
func undated(f data.Figure) bool {
	switch f.Why["as_of"] {
	case "period", "report":
		return true
	}
	return f.AsOf == nil
}

func people(unit string) bool { return unit == "person" || unit == "woman" || unit == "child" }

// counts tells whether two units count alike: women and children are people.
func counts(a, b string) bool { return a == b || people(a) && people(b) }

// ends gives the two points of a change the ends of the span that dates both: "from 2007 to 2021 … from 79 to 117".
func ends(first, second *data.Figure) {
	if first.Bound == data.Range || first.AsOf == nil || second.AsOf == nil || *first.AsOf != *second.AsOf || undated(*first) {
		return
	}
	if from, to, ok := strings.Cut(*first.AsOf, "/"); ok {
		first.AsOf, second.AsOf = &from, &to
	}
}

// inherit gives a part what its total says of place, group, date and measure, where the part says nothing of its own.
func inherit(part, total *data.Figure, between string) {
	own := moneyOr(part.Unit) == "USD" && part.Why["measure"] != "" && (strings.Contains(between, part.Why["measure"]) || said(part)) // 其中支出 9.8 亿美元
	if total.Measure == "authorized_strength" || general(total.Measure) {                                                             // what was authorized are not those in place; 12 people, among them 3 women, 5 000 人，其中 120 名医生
		own = true
	}
	if !own && counts(part.Unit, total.Unit) && (general(part.Measure) || events[total.Measure] && !events[part.Measure] && people(part.Unit) || part.Why["measure"] != "" && part.Confidence < 0.85) {
		part.Measure, part.Group = total.Measure, total.Group
	}
	if part.Group == nil {
		part.Group = total.Group
	}
	if _, form, ok := strings.Cut(part.Why["place"], ": "); !strings.HasPrefix(part.Why["place"], "after") && !(ok && strings.Contains(between, form)) {
		part.Place, part.Region = total.Place, total.Region
	}
	if part.Why["as_of"] != "after" && !ownDate(part, between) {
		part.AsOf = total.AsOf
	}
	part.Why["part"] = total.Text
}

// ownDate tells whether the year of a part's date stands between its total and it: …, of them 40 in 2020; 其中 2020 年 40 人.
func ownDate(part *data.Figure, between string) bool {
	return !undated(*part) && len(*part.AsOf) >= 4 && strings.Contains(between, (*part.AsOf)[:4])
}

// said tells whether the word that gave a figure its measure stands close behind it: "$2 billion had been received".
func said(f *data.Figure) bool {
	_, behind, ok := strings.Cut(f.Sentence, f.Text)
	at := strings.Index(behind, f.Why["measure"])
	return ok && at >= 0 && at < 60 && !strings.ContainsAny(behind[:at], "$;，；")
}

// raise gives a total that counts people without saying what for the measure that all its parts of its kind share.
func raise(figures []data.Figure) {
	of := map[string]string{}
	for _, f := range figures {
		if f.PartOf == "" || !people(f.Unit) || general(f.Measure) || !events[f.Measure] && f.Why["measure"] == f.Counted { // 900 人，其中 40 名医生
			continue
		}
		if m, ok := of[f.PartOf]; ok && m != f.Measure {
			of[f.PartOf] = ""
			continue
		}
		of[f.PartOf] = f.Measure
	}
	for i := range figures {
		total := &figures[i]
		if measure := of[total.ID]; measure != "" && general(total.Measure) {
			total.Measure, total.Why["measure"] = measure, "parts"
			for j := range figures {
				if figures[j].PartOf == total.ID && people(figures[j].Unit) && general(figures[j].Measure) {
					figures[j].Measure = measure
				}
			}
		}
	}
}

// general tells a measure that says who is counted and nothing more.
func general(measure string) bool {
	return measure == "people" || measure == "women" || measure == "children" || measure == "men"
}
