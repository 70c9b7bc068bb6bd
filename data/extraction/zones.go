package extraction

import (
	"strings"
	"unicode"
)

var englishMonths = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}

// references stand before a number that names a part of a document or a thing, and counts nothing.
var references = []string{
	"第", "resolution ", "resolutions ", "para. ", "paras. ", "paragraph ", "paragraphs ", "article ", "articles ", "annex ", "chapter ", "section ", "part ", "table ", "figure ", "box ",
	"page ", "p. ", "pp. ", "No. ", "Nos. ", "rule ", "vol. ", "Goal ", "Goals ", "target ", "phase ", "Phase ", "footnote ", "item ", "age of ", "aged ", "ratio of ", "附件", "图", "表", "目标 ", "目标", "COVID-", "每",
}

// hanWordTails stand behind a Han numeral that makes a word with it: 一些, 两国, 一旦.
const hanWordTails = "些旦般样直致再切度定面方向系带同贯律心道流半时共旁边概国侧性体角岸者岛星散"

// excluded is the reason for which a number counts nothing, by what stands around it; empty where it may count.
func (s *scanner) excluded(n number) string {
	t := s.t
	before, after := rune(' '), rune(' ')
	if n.start > 0 {
		before = t[n.start-1]
	}
	if n.end < len(t) {
		after = t[n.end]
	}
	for _, m := range s.marks {
		if n.start >= m.Start && n.start < m.End {
			return "footnote_mark"
		}
	}
	j := n.end
	for j < len(t) && blank(t[j]) {
		j++
	}
	next := rune(' ')
	if j < len(t) {
		next = t[j]
	}
	if n.words {
		return s.excludedWord(n, before, next, j)
	}
	switch {
	case before == '/' || before == '.' || before == '_' || before == '#', after == '/' && n.end+1 < len(t) && !unicode.Is(unicode.Han, t[n.end+1]):
		return "symbol"
	case before == '-' && n.start > 1 && (unicode.IsLetter(t[n.start-2]) || digit(t[n.start-2])), unicode.IsLetter(before) && !unicode.Is(unicode.Han, before) && before != '$':
		return "name"
	case after == '-' && n.end+1 < len(t) && digit(t[n.end+1]) && n.end-n.start == 4 && year(t[n.start:n.end]):
		return "date"
	case after == '(' && n.end+5 < len(t) && digit(t[n.end+1]) && t[n.end+5] == ')', before == '(' && after == ')' && !strings.ContainsRune("%", next), next == '(' && j+5 < len(t) && year(t[j+1:j+5]) && t[j+5] == ')':
		return "resolution"
	case next == '月' || next == '日' || next == '号' || next == '届' || next == '段' || next == '页' || next == '条' && before != ' ':
		return "date"
	case next == '年' && prefix(t, j, "年度") || next == '年' && n.end-n.start == 4:
		return "date"
	case prefix(t, j, "周年"), prefix(t, j, "岁"), prefix(t, j, "years of age"), prefix(t, j, "years old"), prefix(t, j, "-year-old"), prefix(t, j, "th "), prefix(t, j, "st "), prefix(t, j, "nd "), prefix(t, j, "rd "):
		return "ordinal_or_age"
	case n.end-n.start == 4 && !n.grouped && year(t[n.start:n.end]) && !strings.ContainsRune("人名个次%", next) && before != '$':
		return "date"
	}
	if w, _ := wordAt(t, j); englishMonths[w] > 0 && n.end-n.start <= 2 {
		return "date"
	}
	if n.end-n.start <= 2 {
		if w := wordBefore(t, n.start); englishMonths[strings.ToLower(w)] > 0 && unicode.IsUpper([]rune(w)[0]) {
			return "date"
		}
	}
	return s.reference(n)
}

func (s *scanner) reference(n number) string {
	start := n.start
	for start > 0 && blank(s.t[start-1]) {
		start--
	}
	for _, r := range references {
		if suffix(s.t, start, strings.TrimRight(r, " ")) && (r[0] >= 0x80 || start-len(r) < 0 || !unicode.IsLetter(s.t[max(0, start-len([]rune(strings.TrimRight(r, " ")))-1)])) {
			return "reference"
		}
	}
	return ""
}

// excludedWord is excluded for a numeral in words or Han numerals.
func (s *scanner) excludedWord(n number, before, next rune, j int) string {
	t := s.t
	if reason := s.reference(n); reason != "" {
		return reason
	}
	if unicode.Is(unicode.Han, t[n.start]) {
		if n.end-n.start == 1 && strings.ContainsRune("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩", t[n.start]) {
			return "word" // 伍, 陆: names; as numerals they stand in longer numbers
		}
		one := n.end-n.start == 1 && t[n.start] == '一'
		switch {
		case next == '月' || next == '日' || next == '届' || next == '周' && prefix(t, j, "周年") || next == '年' || next == '读' || next == '岁':
			return "date"
		case one:
			return "article"
		case n.low == nil && strings.ContainsRune(hanWordTails, next) && n.end-n.start == 1:
			return "word"
		case n.end-n.start == 1 && (t[n.start] == '十' || t[n.start] == '百' || t[n.start] == '千' || t[n.start] == '万' || t[n.start] == '亿'):
			return "word"
		case before == '第' || before == '星' || before == '周':
			return "ordinal"
		}
		return ""
	}
	if w, _ := wordAt(t, n.start); w == "one" && n.end-n.start == 3 {
		if follow, _ := wordAt(t, j); follow != "woman" && follow != "man" && follow != "child" && follow != "person" {
			return "article"
		}
	}
	return ""
}

func year(t []rune) bool {
	return len(t) == 4 && digit(t[0]) && digit(t[1]) && digit(t[2]) && digit(t[3]) && (t[0] == '1' && t[1] == '9' || t[0] == '2' && (t[1] == '0' || t[1] == '1'))
}

// wordBefore is the word in letters that ends before at, a blank between.
func wordBefore(t []rune, at int) string {
	end := at
	for end > 0 && blank(t[end-1]) {
		end--
	}
	start := end
	for start > 0 && unicode.IsLetter(t[start-1]) && !unicode.Is(unicode.Han, t[start-1]) && end-start < 24 {
		start--
	}
	return string(t[start:end])
}
