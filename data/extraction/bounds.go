package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

type hedge struct {
	word  string
	bound data.Bound
}

// hedgesBefore stand before a number, the longer ones first.
var hedgesBefore = []hedge{
	{"大于或者等于", data.AtLeast},
	{"大于或等于", data.AtLeast},
	{"大于等于", data.AtLeast},
	{"小于或等于", data.AtMost},
	{"小于等于", data.AtMost},
	{"不小于", data.AtLeast},
	{"不大于", data.AtMost},
	{"大于", data.MoreThan},
	{"小于", data.LessThan},
	{"不超过", data.AtMost},
	{"不少于", data.AtLeast},
	{"不低于", data.AtLeast},
	{"不到", data.LessThan},
	{"不足", data.LessThan},
	{"不满", data.LessThan},
	{"低于", data.LessThan},
	{"少于", data.LessThan},
	{"超过", data.MoreThan},
	{"高于", data.MoreThan},
	{"多于", data.MoreThan},
	{"逾", data.MoreThan},
	{"至少", data.AtLeast},
	{"高达", data.AtMost},
	{"多达", data.AtMost},
	{"至多", data.AtMost},
	{"最多", data.AtMost},
	{"将近", data.LessThan},
	{"接近", data.LessThan},
	{"近", data.LessThan},
	{"大约有", data.About},
	{"大约", data.About},
	{"约有", data.About},
	{"约为", data.About},
	{"估计有", data.About},
	{"估计为", data.About},
	{"约", data.About},
	{"< =", data.AtMost},
	{"<=", data.AtMost},
	{"> =", data.AtLeast},
	{">=", data.AtLeast},
	{"<", data.LessThan},
	{"≤", data.AtMost},
	{">", data.MoreThan},
	{"≥", data.AtLeast},
	{"≈", data.About},
	{"no more than", data.AtMost},
	{"not more than", data.AtMost},
	{"greater than or equal to", data.AtLeast},
	{"more than or equal to", data.AtLeast},
	{"less than or equal to", data.AtMost},
	{"at least or equal to", data.AtLeast},
	{"bigger or equal than", data.AtLeast},
	{"smaller or equal than", data.AtMost},
	{"more than", data.MoreThan},
	{"greater than", data.MoreThan},
	{"higher than", data.MoreThan},
	{"upwards of", data.MoreThan},
	{"smaller than", data.LessThan},
	{"lower than", data.LessThan},
	{"in excess of", data.MoreThan},
	{"exceeding", data.MoreThan},
	{"over", data.MoreThan},
	{"above", data.MoreThan},
	{"no fewer than", data.AtLeast},
	{"no less than", data.AtLeast},
	{"at least", data.AtLeast},
	{"a minimum of", data.AtLeast},
	{"less than", data.LessThan},
	{"fewer than", data.LessThan},
	{"nearly", data.LessThan},
	{"almost", data.LessThan},
	{"close to", data.LessThan},
	{"under", data.LessThan},
	{"below", data.LessThan},
	{"up to", data.AtMost},
	{"as many as", data.AtMost},
	{"as much as", data.AtMost},
	{"at most", data.AtMost},
	{"a maximum of", data.AtMost},
	{"approximately", data.About},
	{"about", data.About},
	{"around", data.About},
	{"roughly", data.About},
	{"some", data.About},
	{"an estimated", data.About},
	{"estimated", data.About},
	{"estimates stood at", data.About},
}

var hedgesAfter = []hedge{
	{"以上", data.AtLeast}, {"左右", data.About}, {"上下", data.About}, {"以下", data.AtMost}, {"以内", data.AtMost}, {" or more", data.AtLeast}, {" or greater", data.AtLeast}, {" or less", data.AtMost}, {" or fewer", data.AtMost}, {"之下", data.LessThan}, {"以上", data.AtLeast}, {" or so", data.About},
}

// hedgeBefore finds the hedge that ends before start (blanks and a currency sign aside), and where it begins.
func hedgeBefore(t []rune, start int) (hedge, int) {
	end := start
	for end > 0 && blank(t[end-1]) {
		end--
	}
	for _, h := range hedgesBefore {
		n := len([]rune(h.word))
		if !foldedSuffix(t, end, h.word) {
			continue
		}
		at := end - n
		if unicode.IsLetter(t[at]) && at > 0 && unicode.IsLetter(t[at-1]) && t[at] < 0x80 && t[at-1] < 0x2000 {
			continue
		}
		if at > 0 && endsWord(t[at-1], t[at]) {
			continue
		}
		return hedge{string(t[at:end]), h.bound}, at
	}
	return hedge{}, start
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
	r := []rune(s)
	at := end - len(r)
	if at < 0 || unicode.ToLower(t[at]) != r[0] {
		return false
	}
	return prefix(t, at+1, string(r[1:]))
}

// hedgeAfter finds the hedge that begins at end or behind the counter.
func hedgeAfter(t []rune, end int) (hedge, int) {
	for _, h := range hedgesAfter {
		if prefix(t, end, h.word) {
			return h, end + len([]rune(h.word))
		}
	}
	return hedge{}, end
}
