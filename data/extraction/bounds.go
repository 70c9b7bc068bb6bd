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

// hedgeBefore finds the hedge that ends before start, blanks aside, and where it begins.
func (s *scanner) hedgeBefore(start int) (hedge, int) {
	t, end := s.t, start
	for end > 0 && blank(t[end-1]) {
		end--
	}
	bound, n := s.words.HedgeBefore(t, end)
	at := end - n
	if n == 0 || at > 0 && (endsWord(t[at-1], t[at]) || t[at] == '>' && t[at-1] == '=') { // an arrow
		return hedge{}, start
	}
	return hedge{string(t[at:end]), bound}, at
}

// governing are the Chinese verbs that stand between a hedge and the number that it hedges: 至少打死 12 人, 约增加到五倍.
var governing = []string{
	"打死", "炸死", "杀害", "杀死", "打伤", "炸伤", "致死", "造成", "导致", "致使", "逮捕", "拘留", "绑架", "劫持", "释放", "摧毁", "烧毁", "销毁", "缉获",
	"需要", "发生", "记录了", "记录", "举行", "涉及", "影响", "覆盖", "惠及", "援助", "培训", "提供", "建立", "包括", "占", "存在", "又有", "还有", "另有",
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
	if strip("原来的", "原先的", "以前的", "此前的", "之前的", "上年的", "去年的") {
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
		if r := t[end]; r != last && (len(s) > 0 || unicode.ToLower(r) != last) {
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
	return hedge{strings.TrimSpace(string(s.t[end : end+n])), bound}, end + n
}

// numberBehind tells whether a number, maybe hedged, begins at t[i]: 5, at least 5, some five.
func (s *scanner) numberBehind(i int) bool {
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
