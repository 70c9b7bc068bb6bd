package extraction

import (
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// rises and falls say by how much something changed, right before the number; the longer ones first.
var rises = []string{
	"increased by", "rose by", "grew by", "risen by", "grown by", "expanded by", "climbed by", "surged by", "jumped by", "appreciated by", "up by", "increase of", "rise of", "growth of", "increases of", "higher by", "increased", "rose", "grew", "surged", "jumped", "climbed", "up",
	"增加了", "增长了", "上升了", "上涨了", "提高了", "扩大了", "升值了", "增加", "增长", "上升", "上涨", "提高", "扩大", "高出", "增幅为", "增幅达", "涨幅为", "涨幅达", "多出", "多了", "上调",
	"激增了", "激增", "猛增了", "猛增", "剧增", "骤增", "陡增", "递增", "飙升了", "飙升", "攀升了", "攀升", "上扬", "净增", "increase by", "rise by", "grow by", "expand by", "rising by", "growing by", "increasing by", "surging by", "soared by", "soared", "jumping by", "raised by", "climbing by", "strengthened by",
}

var falls = []string{
	"decreased by", "fell by", "declined by", "dropped by", "shrank by", "contracted by", "contract by", "reduced by", "fallen by", "depreciated by", "down by", "decrease of", "decline of", "reduction of", "drop of", "contraction of", "lower by", "decreased", "fell", "declined", "dropped", "down", "cut by", "decline by", "fall by", "drop by",
	"减少了", "减了", "下降了", "下跌了", "降低了", "缩减了", "萎缩了", "收缩了", "贬值了", "减少", "下降", "下跌", "降低", "缩减", "萎缩", "收缩", "降幅为", "降幅达", "跌幅为", "低出", "削减了", "削减", "少了", "下调",
	"锐减了", "锐减", "骤减", "剧减", "骤降了", "骤降", "暴跌了", "暴跌", "下滑了", "下滑", "回落了", "回落", "减去了", "减去", "缩小了", "缩小", "falling by", "declining by", "dropping by", "decreasing by", "shrinking by", "plunged by", "plummeted by", "slumped by", "plunged", "plummeted", "tumbled", "decrease by", "shrink by", "weakened by", "lowered by",
}

// changes tells whether a share or an amount is the size of a change: "increase" or "decrease". "Rose to 8 per cent"
// states a level, and growth and inflation are measures of their own.
func changes(t []rune, m mention) string {
	if name := fewer(t, m); name != "" {
		return name
	}
	unit := moneyOr(m.quantity.Unit)
	if unit != "percent" && unit != "percentage_point" && unit != "USD" && unit != "times" {
		return grown(t, m)
	}
	end := m.start
	for end > 0 && blank(t[end-1]) {
		end--
	}
	name := ""
	for _, w := range rises {
		if endsIn(t, end, w) && !(w == "up" && (endsIn(t, end, "made up") || endsIn(t, end, "make up") || endsIn(t, end, "makes up"))) {
			name = "increase"
			break
		}
	}
	for _, w := range falls {
		if name == "" && endsIn(t, end, w) {
			name = "decrease"
		}
	}
	if word, _ := wordAt(t, m.numStart); name == "" && (word == "halved" || prefix(t, m.numStart, "减半")) {
		name = "decrease"
	}
	if name == "" {
		name = changesBehind(t, max(m.end, m.numEnd))
	}
	if name == "" && unit != "times" {
		name = changedBy(t, m, end)
	}
	if name == "" && unit == "percent" {
		name = offFrom(t, max(m.end, m.numEnd))
	}
	if name == "" {
		name = againstHan(t, end)
	}
	if name == "" || unit == "USD" || unit == "percentage_point" {
		return name
	}
	near := strings.ToLower(string(t[max(0, m.start-40):min(len(t), m.end+24)]))
	if holdsAny(near, "inflation", "consumer price", "通胀", "通货膨胀", "消费价格", "消费者价格") {
		return "inflation"
	}
	grew := holdsAny(near, "grow", "grew", "expan", "增长", "扩大") // 高出 tells of a difference, and of no growth
	if name == "increase" && grew && holdsAny(near, "trade", "贸易") {
		return "trade_growth"
	}
	if name == "increase" && grew && holdsAny(near, "econom", "gdp", "gross domestic product", "经济", "国内生产总值") {
		return "economic_growth"
	}
	return name
}

// grown tells whether a count is only how much a number of things grew or shrank: "a net increase of five", 净增 5 个.
func grown(t []rune, m mention) string {
	end := m.start
	for end > 0 && blank(t[end-1]) {
		end--
	}
	for _, w := range []string{"increased by", "rose by", "grew by", "rising by", "increasing by", "growing by", "increase of", "rise of", "增加了", "增加", "净增", "净增加", "净增长"} {
		if endsIn(t, end, w) {
			return "increase"
		}
	}
	if name := againstHan(t, end); name != "" {
		return name
	}
	if name := moreThanBefore(t, m); name != "" {
		return name
	}
	for _, w := range []string{"decreased by", "fell by", "dropped by", "declined by", "falling by", "dropping by", "declining by", "decreasing by", "reduced by", "decrease of", "reduction of", "decline of", "减少了", "减少", "净减", "净减少"} {
		if endsIn(t, end, w) {
			return "decrease"
		}
	}
	return ""
}

// moreThanBefore tells the difference from another time: 30 more than in 2018, 12 fewer people than the year before.
func moreThanBefore(t []rune, m mention) string {
	end := min(len(t), max(m.end, m.nounEnd)+16)
	words := strings.Fields(strings.ToLower(string(t[m.numEnd:end])))
	if len(words) == 0 || words[0] != "more" && words[0] != "fewer" && words[0] != "less" {
		return ""
	}
	behind := strings.ToLower(string(t[max(m.end, m.nounEnd):min(len(t), max(m.end, m.nounEnd)+24)]))
	for _, w := range []string{" than in ", " than during ", " than last ", " than a year ", " than the year ", " than the previous ", " than at the ", " than on "} {
		if strings.HasPrefix(behind, w) || strings.HasPrefix(behind, " "+words[0]+w) {
			if words[0] == "more" {
				return "increase"
			}
			return "decrease"
		}
	}
	return ""
}

// againstHan tells a Chinese difference by its adjective behind what the number is held against: 比上年少 12 个, 比趋势低 10%, 较上月高
// 45%.
func againstHan(t []rune, end int) string {
	name := ""
	switch r := runeAt(t, end-1); {
	case end == 0:
		return ""
	case strings.ContainsRune("多高", r):
		name = "increase"
	case strings.ContainsRune("少低", r):
		name = "decrease"
	default:
		return ""
	}
	for i := end - 2; i >= 0 && i > end-40 && !sentenceEnd(t, i); i-- {
		if (t[i] == '比' || t[i] == '较') && !prefix(t, i, "比例") && !prefix(t, i, "比率") && !prefix(t, i, "比重") {
			return name
		}
	}
	return ""
}

func holdsAny(text string, forms ...string) bool {
	return slices.ContainsFunc(forms, func(f string) bool { return strings.Contains(text, f) })
}

// changedBy reads what a verb does to its object: could raise yields on their farms by 20 to 30 per cent.
func changedBy(t []rune, m mention, end int) string {
	if w := strings.ToLower(wordBefore(t, end)); w != "by" {
		return ""
	}
	for i, words := end, 0; i > 0 && end-i < 110 && words < 16 && !clauseEnd(t, i-1) && !digit(t[i-1]); i-- {
		if unicode.IsLetter(t[i-1]) || !unicode.IsLetter(t[i]) {
			continue
		}
		words++
		switch w, _ := wordAt(t, i); w {
		case "increase", "increased", "increases", "increasing", "raise", "raised", "raises", "raising", "boost", "boosted", "boosts", "boosting", "expand", "expanded", "expanding", "lift", "lifted":
			return "increase"
		case "reduce", "reduced", "reduces", "reducing", "cut", "cuts", "cutting", "lower", "lowered", "lowering", "decrease", "decreased", "decreasing", "shrink", "slash", "slashed", "slashing":
			return "decrease"
		}
	}
	return ""
}

// offFrom reads a share by which something lies above or below what it is held against: 35 per cent below last year, 5 per cent over
// the average. What lies below a line, such as that of poverty, is counted itself.
func offFrom(t []rune, i int) string {
	i = past(t, i)
	w, end := wordAt(t, min(i, len(t)-1))
	name := map[string]string{"below": "decrease", "under": "decrease", "above": "increase", "over": "increase"}[w]
	if name == "" || end >= len(t) {
		return ""
	}
	words := strings.Fields(strings.ToLower(string(t[end:min(len(t), end+48)])))
	for k, word := range words {
		switch strings.TrimRight(word, ",.;") {
		case "last", "previous", "average", "normal", "preceding", "pre-crisis", "pre-pandemic", "pre-war", "baseline":
			return name
		case "poverty", "age", "line", "sea", "threshold", "year":
			return ""
		}
		if year([]rune(strings.TrimRight(word, ",.;"))) { // 5 per cent over the 2031 harvest
			return name
		}
		if k == 3 {
			break
		}
	}
	return ""
}

// changesBehind reads "a 12 per cent increase in", "8 per cent higher than".
func changesBehind(t []rune, i int) string {
	for i < len(t) && blank(t[i]) {
		i++
	}
	switch w, _ := wordAt(t, i); w {
	case "increase", "rise", "higher", "jump", "surge", "gain":
		return "increase"
	case "decrease", "decline", "drop", "reduction", "lower", "fall", "cut", "contraction", "fewer", "less":
		return "decrease"
	case "more":
		if !prefix(t, past(t, i), "more likely") {
			return "increase"
		}
	}
	for _, w := range []string{"的增幅", "的增长", "的涨幅"} {
		if prefix(t, i, w) {
			return "increase"
		}
	}
	for _, w := range []string{"的降幅", "的下降", "的跌幅"} {
		if prefix(t, i, w) {
			return "decrease"
		}
	}
	return ""
}

// endsIn tells whether t[:end] ends in a word, whole and whatever its case.
func endsIn(t []rune, end int, word string) bool {
	n := len([]rune(word))
	if !foldedSuffix(t, end, word) {
		return false
	}
	at := end - n
	return t[at] >= 0x2000 || at == 0 || !unicode.IsLetter(t[at-1])
}

// level tells whether a word of change at t[from:to] leads to the level reached ("rose to", 增至), so that it says
// nothing of what is measured.
func level(t []rune, from, to int, measure string) bool {
	if measure != "increase" && measure != "decrease" {
		return false
	}
	rest := string(t[to:min(len(t), to+6)])
	return strings.HasPrefix(rest, " to ") || strings.HasPrefix(rest, " from ") || strings.HasPrefix(rest, "至") || strings.HasPrefix(rest, "到") || strings.HasPrefix(rest, "为") || from > 0 && t[from-1] == '从'
}

// subject is what a change is a change of: the noun that stands before its verb, or behind "in".
func (e *extractor) subject(t []rune, m mention, sc scope) string {
	if i := max(m.end, m.numEnd); i < len(t) {
		rest := string(t[i:min(sc.clause[1], i+70)])
		if at := strings.Index(rest, " in "); at >= 0 && at < 16 {
			if name := nounPhrase(rest[at+4:]); name != "" && !digit([]rune(name)[0]) && englishMonths[strings.ToLower(strings.Fields(name)[0])] == 0 {
				return name
			}
		}
	}
	name := ""
	for i := max(sc.clause[0], m.start-60); i < m.start; {
		_, n := e.words.Nouns.At(t, i)
		if n == 0 {
			i++
			continue
		}
		name = string(t[i : i+n])
		i += n
	}
	return name
}

// itemised tells whether a share in brackets behind a place is one item of a list that the share before it opens: more than
// half of all deaths: Nigeria (31 per cent), Niger (6 per cent).
func itemised(t []rune, m mention, f, last *data.Figure, places []named) bool {
	if f.Unit != "percent" || last.Unit != "percent" || f.Sentence != last.Sentence || f.Paragraph != last.Paragraph {
		return false
	}
	bracket := m.start
	for bracket > 0 && blank(t[bracket-1]) {
		bracket--
	}
	if bracket--; bracket < 0 || t[bracket] != '(' && t[bracket] != '（' {
		return false
	}
	end := bracket
	for end > 0 && blank(t[end-1]) {
		end--
	}
	i := slices.IndexFunc(places, func(p named) bool { return p.end == end })
	if i < 0 || places[i].start < last.End {
		return false
	}
	between := string(t[last.End:places[i].start])
	return strings.ContainsAny(between, ":：") || strings.HasPrefix(between, ")") || strings.HasPrefix(between, "）")
}

// notItems leaves out the places behind a figure that a list names, each with a number of its own: that in half of all deaths:
// Nigeria (31 per cent) is Nigeria's no half.
func notItems(t []rune, m mention, places []named) []named {
	item := func(p named) bool {
		bracket := past(t, p.end)
		return p.start > m.end && (runeAt(t, bracket) == '(' || runeAt(t, bracket) == '（') && digit(runeAt(t, bracket+1)) &&
			strings.ContainsAny(string(t[m.end:p.start]), ":：")
	}
	if !slices.ContainsFunc(places, item) {
		return places
	}
	return slices.DeleteFunc(slices.Clone(places), item)
}

// hanBase is the noun of what a Chinese percentage is a share of, where 占 or 相当于 stands before it: 相当于国民总收入的 0.3%.
func hanBase(t []rune, m mention, e *extractor) string {
	if m.quantity.Unit != "percent" {
		return ""
	}
	end := m.start
	for end > 0 && blank(t[end-1]) {
		end--
	}
	if end == 0 || t[end-1] != '的' && !shareVerb(t, end) {
		return ""
	}
	for i := end - 1; i > 0 && i > end-26 && !clauseEnd(t, i); i-- {
		n := 0
		switch {
		case strings.ContainsRune("和与、", t[i]) && (t[i-1] == '%' || t[i-1] == '成'): // 占病例的 95%和死亡人数的 96%
			n = 1
		case prefix(t, i, "相当于"):
			n = 3
		case t[i] == '占':
			n = 1
		default:
			continue
		}
		base := ""
		for j := i + n; j < end; {
			if name, k := e.words.Nouns.At(t, j); k > 1 && name != "people" {
				base = name
				j += k
				continue
			}
			j++
		}
		if base == "" && n > 0 && t[i] == '占' && wholesOnly(string(t[i+1:end])) { // 供应量占全球的 90%
			return e.nounEnding(t, i)
		}
		return base
	}
	if t[end-1] == '的' { // 或总成本的 39%
		if base := e.nounEnding(t, end-1); base != "people" && !strings.HasSuffix(base, "_rate") && !strings.HasSuffix(base, "_ratio") {
			return base
		}
	}
	return ""
}

// wholesOnly tells words that say only that a share is of the whole: 全球的, 总数的, 其中.
func wholesOnly(words string) bool {
	switch strings.Trim(words, " 的约近") {
	case "全球", "世界", "全世界", "全国", "总数", "总量", "总额", "全部", "全球总量", "世界总量", "全球总数", "总计", "其总数", "":
		return true
	}
	return false
}

// nounEnding is the measure that the noun of the table gives which ends at end, before 量 or its like.
func (e *extractor) nounEnding(t []rune, end int) string {
	for range 2 {
		for at := max(0, end-10); at < end; at++ {
			if name, n := e.words.Nouns.At(t, at); n > 1 && at+n == end {
				return name
			}
		}
		if end == 0 || !strings.ContainsRune("量数额", t[end-1]) {
			break
		}
		end--
	}
	return ""
}

// shareVerb tells whether 占 and its base stand before a Chinese percentage that follows them at once: 占全球人口 3%.
func shareVerb(t []rune, end int) bool {
	for i := end - 3; i >= 0 && i > end-14 && !clauseEnd(t, i); i-- {
		if t[i] == '占' {
			return true
		}
	}
	return false
}

// nounPhrase is what a phrase names, up to its first stop or link word.
func nounPhrase(text string) string {
	var kept []string
	for _, w := range strings.Fields(text) {
		if strings.HasPrefix(w, "(") {
			break
		}
		bare := strings.TrimRight(w, ",.;:)")
		many := len(kept) > 0 && plural(strings.ToLower(kept[len(kept)-1]))
		if strings.ToLower(bare) == "and" && len(kept) > 0 && !many && bare == w { // Government and administrative buildings
			continue
		}
		if len(kept) > 0 && stopWords[strings.ToLower(bare)] || strings.ToLower(bare) == "and" || len(kept) > 0 && participle(bare) && !strings.HasSuffix(kept[len(kept)-1], "ly") || len(kept) == 5 { // districts affected, and previously affected districts
			break
		}
		if lower := strings.ToLower(bare); len(kept) > 0 || lower != "the" && lower != "a" && lower != "all" && lower != "its" && lower != "their" && lower != "those" && lower != "these" {
			kept = append(kept, bare)
		}
		if bare != w {
			break
		}
	}
	return strings.Join(kept, " ")
}

// participle tells a word in -ed that is no noun.
func participle(word string) bool {
	switch strings.ToLower(word) {
	case "feed", "seed", "need", "bed", "speed", "shed":
		return false
	}
	return strings.HasSuffix(word, "ed")
}

// closedWords say of things what became of them, behind their noun.
var closedWords = wordSet("shut closed open closing opening functional operational missing available empty affected destroyed damaged alone worldwide globally overall combined annually nationwide")

// bareVerbs are verbs that stand right behind those of whom a share is; scales are parts of numbers and name nothing.
var (
	bareVerbs = wordSet("live lives have suffer suffers lack lacks face faces rely relies work works use uses depend depends remain remains reside need needs own owns earn spend want say said believe facing living working experiencing expressed completed participated")
	scales    = wordSet("million billion trillion thousand hundred dozen millions billions thousands hundreds")
)

// share names a share that no word of the vocabulary does, by what it is a share of: "60 per cent of the respondents",
// 60%的受访者.
func (e *extractor) share(t []rune, m mention, language string) (measure, base string) {
	i := max(m.end, m.numEnd)
	if language == "zh" {
		return e.hanShare(t, m)
	}
	for i < len(t) && blank(t[i]) {
		i++
	}
	if !prefix(t, i, "of ") {
		return "share", ""
	}
	rest := string(t[i+3 : min(len(t), i+90)])
	base = nounPhrase(rest)
	if base == "" {
		return "share", ""
	}
	fields := strings.Fields(base)
	if _, of, ok := strings.Cut(rest, base+" of "); ok && emptyHeads[strings.ToLower(fields[len(fields)-1])] { // of the total number of staff
		if inner := nounPhrase(of); inner != "" {
			base, fields = inner, strings.Fields(inner)
		}
	}
	for i := 1; i < len(fields); i++ { // schools shut
		if plural(strings.ToLower(fields[i-1])) && !plural(strings.ToLower(fields[i])) && e.words.Noun(strings.Join(fields[:i+1], " ")) == e.words.Noun(strings.Join(fields[:i], " ")) && unicode.IsLower([]rune(fields[i])[0]) && closedWords[fields[i]] {
			fields = fields[:i]
			base = strings.Join(fields, " ")
			break
		}
	}
	for i := 1; i < len(fields); i++ { // the population lives
		if known := e.words.Noun(strings.Join(fields[:i], " ")); known != "" && strings.HasSuffix(fields[i], "s") && e.words.Noun(fields[i]) == "" {
			fields, base = fields[:i], strings.Join(fields[:i], " ")
			break
		}
	}
	if first := strings.ToLower(fields[0]); first == "whom" || first == "which" || first == "them" { // of them children, of whom are women
		after := strings.ToLower(string(t[i+3 : min(len(t), i+40)]))
		for _, who := range []string{"women", "children", "girls", "boys", "civilians", "men"} {
			if at := strings.Index(after, who); at >= 0 && at < len(first)+12 {
				return "share_" + who, ""
			}
		}
		return "share", ""
	}
	for i := 1; i < len(fields); i++ { // people live on less
		if bareVerbs[strings.ToLower(fields[i])] {
			fields = fields[:i]
			base = strings.Join(fields, " ")
			break
		}
	}
	name := e.words.Noun(base)
	if name == "" {
		name = slug(fields[len(fields)-1])
	}
	if name == "" || scales[name] || stopWords[name] {
		return "share", ""
	}
	return "share_of_" + name, base
}
