package extraction

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// A hedge is a hedging word as printed, with the bound that it makes.
type hedge struct {
	word  string
	bound data.Bound
}

// hedgeBefore finds the hedge that ends before start, blanks aside, and where it begins. It may be made of several words: not
// exceeding, at least some, 未超过, 估计共有.
func (s *scanner) hedgeBefore(start int) (hedge, int) {
	t, end := s.t, unblanked(s.t, start)
	bound, at := s.hedgeWord(end)
	if bound == "" && suffix(t, end, "了") { // 超过了 300 人
		bound, at = s.hedgeWord(end - 1)
	}
	if bound == "" { // 估计共有
		filled := end
		for _, w := range fillers {
			if suffix(t, filled, w) {
				filled -= len([]rune(w))
			}
		}
		if filled == end {
			return hedge{}, start
		}
		switch bound, at = s.hedgeWord(filled); bound {
		case data.About, data.AtLeast, data.AtMost:
		default:
			return hedge{}, start
		}
	}
	bound, at = s.negated(bound, at)
	outer, from := s.hedgeWord(unblanked(t, at))
	switch {
	case outer == data.About:
		at = from
	case outer != "" && bound == data.About && !prepositions[strings.ToLower(string(t[from:unblanked(t, at)]))]: // at least some
		bound, at = s.negated(outer, from)
	}
	return hedge{string(t[at:end]), bound}, at
}

// fillers stand between a Chinese hedge and its number, the ones nearest to the number first: 估计总共有.
var fillers = []string{"达到了", "达到", "达", "为", "有", "共计", "总计", "合计", "累计", "总共", "共", "已"}

// hedgeWord is the bound of the hedging word of the table that ends at end, and where it begins.
func (s *scanner) hedgeWord(end int) (data.Bound, int) {
	t := s.t
	bound, n := s.words.HedgeBefore(t, end)
	at := end - n
	if n == 0 && suffix(t, end, "过") && runeAt(t, end) == '半' { // 过半数
		return data.MoreThan, end - 1
	}
	if n > 0 && t[at] == '~' && at > 0 && digit(t[at-1]) { // 500~600
		return "", end
	}
	if n == 0 || at > 0 && (endsWord(t[at-1], t[at]) || t[at] == '>' && t[at-1] == '=') { // an arrow
		return "", end
	}
	return bound, at
}

// denials turn a hedge round: not over 300 is at most 300. Those with false do it only right before the hedge: hardly more than.
var denials = map[string]bool{
	"not": true, "never": true, "cannot": true, "didn": true, "doesn": true, "nor": false, "neither": false, "nothing": false, "hardly": false, "scarcely": false, "unlikely": true,
}

// light are the words that may stand between a denial and the hedge that it turns round: has not yet exceeded. Verbs of
// reaching and finding are none: those who did not reach more than 300 people may have reached 299.
var light = wordSet(`to have has had been be being far much well significantly substantially appreciably greatly yet ever once however actually going longer even
	likely believed thought expected known reported allowed permitted fall fallen falls drop dropped rise risen go gone amount amounted grow grown
	climb decline declined increase increased number total stand stood hold contain comprise cost at by`)

// holding are the verbs of what a subject that denies holds: no camp holds more than 300, none of the camps has more than 300.
var holding = wordSet(`hold holds held have has had contain contains contained comprise comprises comprised number numbers numbered house houses housed is are was were`)

// hanDenials are their like in Chinese, the longer ones first.
var hanDenials = []string{
	"从来没有", "几乎没有", "还没有", "并没有", "没有", "并未", "不会", "不得", "不能", "不应", "不可", "不准", "不再", "不至于", "从未", "尚未", "远未", "未曾", "未能", "无法", "并不", "绝不", "决不",
	"很难", "难以", "不太可能", "不", "未", "没",
}

// hanDenied are the Chinese subjects that turn round the hedges of their clause.
var hanDenied = []string{"没有一个", "没有一座", "没有一处", "没有一家", "没有一项", "没有任何", "无一"}

// undeniable are hedges that come near a number: not nearly 300 is no at least 300.
var undeniable = []string{"近", "将近", "接近", "几乎", "nearly", "almost", "virtually", "nearing", "approaching", "不", "未", "没", "尚"}

// negated turns round the hedge that begins at a place and before which a denial stands. It gives where the hedge begins with
// the denial.
func (s *scanner) negated(bound data.Bound, at int) (data.Bound, int) {
	turned := map[data.Bound]data.Bound{data.MoreThan: data.AtMost, data.LessThan: data.AtLeast}[bound]
	if turned == "" {
		return bound, at
	}
	t := s.t
	for _, w := range undeniable {
		if prefix(t, at, w) {
			return bound, at
		}
	}
	if unicode.Is(unicode.Han, t[at]) {
		for _, w := range hanDenials {
			if suffix(t, at, w) {
				return turned, at - len([]rune(w))
			}
		}
		for i := at - 1; i >= 0 && i > at-14 && !clauseEnd(t, i) && t[i] != '的'; i-- {
			for _, w := range hanDenied {
				if prefix(t, i, w) {
					return turned, i
				}
			}
		}
		return bound, at
	}
	place, however := at, false // however: its commas may be passed
	for step := range 8 {
		if place = unblanked(t, place); place > 0 && t[place-1] == ',' { // does not, however, exceed
			if !however && !foldedSuffix(t, place, "however,") {
				return bound, at
			}
			however = true
			place--
		}
		word := wordBefore(t, place)
		place = unblanked(t, place) - len([]rune(word))
		low := strings.ToLower(word)
		if far, ok := denials[low]; ok && (far || step == 0) || low == "no" && prefix(t, place+2, " longer") {
			return turned, place
		}
		switch {
		case low == "that" && strings.EqualFold(wordBefore(t, place), "unlikely"):
		case low == "from" && foldedSuffix(t, unblanked(t, place), "far"): // far from exceeding
			return turned, unblanked(t, place) - len("far")
		case !light[low]:
			return s.deniedClause(bound, turned, at)
		}
	}
	return bound, at
}

// deniedClause turns round the hedge of a clause whose subject denies, where nothing but the subject's noun and one verb of
// holding stands before it: none of the camps holds more than 300, no camp exceeds 300.
func (s *scanner) deniedClause(bound, turned data.Bound, at int) (data.Bound, int) {
	t, start := s.t, at
	for start > 0 && at-start < 60 && !clauseEnd(t, start-1) {
		start--
	}
	start = past(t, start)
	if start >= at {
		return bound, at
	}
	words := strings.Fields(strings.ToLower(string(t[start:at])))
	if len(words) == 0 { // blanks of another kind
		return bound, at
	}
	hedge, _ := wordAt(t, at)
	verb := strings.HasPrefix(hedge, "exceed") || strings.HasPrefix(hedge, "surpass")
	switch {
	case words[0] != "no" && words[0] != "none" && words[0] != "neither":
	case verb && len(words) <= 4, !verb && len(words) <= 5 && holding[words[len(words)-1]]:
		for _, w := range words {
			if w == "that" || w == "than" || w == "who" || w == "which" || w == "one" || w == "among" || w == "with" {
				return bound, at
			}
		}
		return turned, start
	}
	return bound, at
}

// doubtful tells a hedge that what stands before it neither keeps nor turns round: rarely exceeds 300, few camps hold more than
// 300, 很少超过 300.
func (s *scanner) doubtful(m *mention) bool {
	t := s.t
	if m.quantity.Bound != data.MoreThan && m.quantity.Bound != data.LessThan {
		return false
	}
	if word := strings.ToLower(wordBefore(t, m.start)); word == "rarely" || word == "seldom" || suffix(t, m.start, "很少") || suffix(t, m.start, "极少") {
		return true
	}
	start := m.start
	for start > 0 && m.start-start < 60 && !clauseEnd(t, start-1) {
		start--
	}
	words := strings.Fields(strings.ToLower(string(t[start:m.start])))
	return len(words) > 1 && len(words) <= 5 && words[0] == "few" && holding[words[len(words)-1]]
}

// unblanked is the place before the blanks that end at a place.
func unblanked(t []rune, end int) int {
	for end > 0 && blank(t[end-1]) {
		end--
	}
	return end
}

// governing are the Chinese verbs that stand between a hedge and the number that it hedges: 至少打死 12 人, 约增加到五倍.
var governing = []string{
	"打死", "炸死", "杀害", "杀死", "打伤", "炸伤", "致死", "造成", "导致", "致使", "逮捕", "拘留", "绑架", "劫持", "释放", "摧毁", "烧毁", "销毁", "缉获",
	"需要", "价值", "有价值", "发生", "记录了", "记录", "举行", "涉及", "影响", "覆盖", "惠及", "援助", "培训", "提供", "建立", "包括", "占", "存在", "又有", "还有", "另有",
	"增加", "增长", "上涨", "上升", "提高", "提升", "扩大", "攀升", "飙升", "减少", "下降", "下跌", "降低", "缩减", "缩小", "翻",
}

// hedgeOverVerb finds the hedge that stands before the verb of which a Chinese number is the object, and before what the
// number is a multiple of: 至少增加到原来的五倍.
func (s *scanner) hedgeOverVerb(start int) hedge {
	end := start
	strip := func(words ...string) bool {
		for end > 0 && blank(s.t[end-1]) {
			end--
		}
		for _, w := range words {
			if suffix(s.t, end, w) {
				end -= len([]rune(w))
				return true
			}
		}
		return false
	}
	if strip("创记录的", "创纪录的") { // 超过了创记录的 10 亿
		h, _ := s.hedgeBefore(end)
		return h
	}
	if strip("原来的", "原先的", "以前的", "此前的", "之前的", "上年的", "去年的") && strings.ContainsRune(string(s.t[start:min(len(s.t), start+12)]), '倍') {
		if h, _ := s.hedgeBefore(end); h.word != "" {
			return h
		}
	}
	strip("了")
	verbs := governing
	if strip("到", "至", "为", "成") {
		verbs = append(slices.Clone(governing), "涨", "升", "增", "降", "跌", "减", "扩")
	}
	if !strip(verbs...) {
		return hedge{}
	}
	switch h, _ := s.hedgeBefore(end); h.bound {
	case data.AtLeast, data.AtMost, data.About:
		if h.word == "可能" { // may need 300 years: whether, and not how many
			return hedge{}
		}
		return h
	}
	return hedge{}
}

// endsWord tells whether a Han hedge is the end of another word: 契约有, 条约, 最近.
func endsWord(before, hedge rune) bool {
	switch hedge {
	case '近':
		return strings.ContainsRune("最附临靠", before)
	case '约':
		return strings.ContainsRune("条契公合节纽制预签违缔盟履", before)
	}
	return false
}

// foldedSuffix is suffix, blind to the case of the first letter.
func foldedSuffix(t []rune, end int, s string) bool {
	for len(s) > 0 {
		last, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if end--; end < 0 {
			return false
		}
		if r := t[end]; r != last && (len(s) > 0 || lowerRune(r) != last) {
			return false
		}
	}
	return true
}

// hedgeAfter finds the hedge that begins at end, behind the number or its counter.
func (s *scanner) hedgeAfter(end int) (hedge, int) {
	bound, n := s.words.HedgeBehind(s.t, end)
	if n == 0 {
		return hedge{}, end
	}
	behind := end + n
	switch word := strings.TrimSpace(string(s.t[end:behind])); word {
	case "不到", "不止", "出头", "开外", "至多", "强", "弱": // 50 人不到场
		if behind < len(s.t) && s.t[behind] != '的' && !clauseEnd(s.t, behind) && s.t[behind] != '、' {
			return hedge{}, end
		}
	default:
		if unicode.IsLetter(s.t[behind-1]) && s.t[behind-1] < 0x250 && s.numberBehind(past(s.t, behind)) { // 300 men, at least 20 women
			return hedge{}, end
		}
	}
	return hedge{strings.Trim(string(s.t[end:behind]), ", ，"), bound}, behind
}

// gluedHedge takes the hedges that stand between a number and its noun: 300-plus people, 300+ people, 40-odd people, 二十来人.
func (s *scanner) gluedHedge(m *mention) {
	t, j := s.t, m.numEnd
	for _, g := range []hedge{{"-plus ", data.AtLeast}, {"-odd ", data.About}, {" odd ", data.About}, {" plus ", data.AtLeast}, {"+ ", data.AtLeast}} {
		if prefix(t, j, g.word) && j+len(g.word) < len(t) && unicode.IsLower(t[j+len(g.word)]) && !s.numberBehind(j+len(g.word)) {
			m.quantity.Hedge, m.numEnd = strings.Trim(g.word, "- "), j+len(g.word)-1
			if m.quantity.Bound != data.About || g.bound != data.About {
				m.quantity.Bound = g.bound
			}
			m.end = max(m.end, m.numEnd)
			return
		}
	}
	if j = past(t, j); runeAt(t, j) == '来' && j+1 < len(t) && classifier(t, j+1) != "" {
		m.quantity.Bound, m.quantity.Hedge, m.numEnd, m.end = data.About, "来", j+1, max(m.end, j+1)
	}
}

// clauseEstimate finds the words by which a clause says that its first number is an estimate: 据估计，有 5 000 人; it is estimated
// that 5,000 people; an estimated strength of 300.
func (s *scanner) clauseEstimate(start int) hedge {
	const reach = 72
	t := s.t
	for i := start - 1; i >= 0 && i > start-reach; i-- {
		switch r := t[i]; {
		case digit(r), r == ';', r == '；', sentenceEnd(t, i):
			return hedge{}
		case r == '估' && start-i < 28 && (prefix(t, i, "估计") || prefix(t, i, "估算")) && !strings.ContainsRune("数费所经需方值额", runeAt(t, i+2)):
			if runeAt(t, unblanked(t, start)-1) == '每' {
				return hedge{}
			}
			if far := strings.ContainsAny(string(t[i+2:start]), "，,、"); far && runeAt(t, i+2) != '，' || holdsAny(string(t[i+3:max(i+3, start)]), "，", ",") {
				return hedge{}
			}
			return hedge{string(t[i : i+2]), data.About}
		case r == 'e' && prefix(t, i, "estimate") && (i == 0 || !unicode.IsLetter(t[i-1])) || r == 'E' && prefix(t, i, "Estimate"):
			word, end := wordAt(t, i)
			if s.estimates(word, string(t[end:start])) {
				return hedge{string(t[i:end]), data.About}
			}
			return hedge{}
		}
	}
	return hedge{}
}

// estimates tells whether what stands between a word of estimating and a number leads from the one to the other.
func (s *scanner) estimates(word, between string) bool {
	words := strings.Fields(between)
	switch {
	case len(words) > 0 && strings.TrimRight(words[0], ",") == "that": // it is estimated that, in May, 300
		return !strings.ContainsAny(between, ":()")
	case word == "estimates" && strings.HasPrefix(between, ", ") && len(words) == 1 || word == "estimate" && strings.TrimSpace(between) == ",": // according to estimates, 300
		return true
	case strings.ContainsAny(between, ",:()"):
		return false
	}
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	switch {
	case word == "estimates" || word == "estimate":
		return words[0] == "the" || words[0] == "it" || words[0] == "put" || words[0] == "its" || words[0] == "their" || last == "is" || last == "at" || last == "was"
	case words[0] == "to": // estimated to have lost
		return len(words) < 8
	}
	switch last {
	case "is", "was", "at", "are", "were", "be", "reached", "totalled", "being", "stands":
		return true
	case "of":
		return len(words) > 1 && magnitudes[words[len(words)-2]]
	}
	return false
}

// magnitudes are the nouns whose "of" leads to how much there is: an estimated strength of 300.
var magnitudes = wordSet(`number total strength population value amount size figure membership loss losses damage damages sum average caseload volume force rate share`)

// numberBehind tells whether a number, maybe hedged, begins at t[i]: 5, at least 5, some five.
func (s *scanner) numberBehind(i int) bool {
	if i < len(s.t) {
		if _, ok := numeralAt(s.t, i); ok {
			return true
		}
	}
	for j := i; j < len(s.t) && j < i+24 && !clauseEnd(s.t, j); j++ {
		if j > i && unicode.IsLetter(s.t[j-1]) {
			continue
		}
		if _, ok := numeralAt(s.t, j); ok {
			_, at := s.hedgeBefore(j)
			return at == i
		}
	}
	return false
}
