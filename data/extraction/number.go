package extraction

import (
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// A number is a numeral as it stands in a text, before its context tells what it is.
type number struct {
	start, end int
	value      data.Decimal
	low, high  *data.Decimal // the ends of a vague count or of 三四百; nil for a plain number
	adjacent   bool          // low and high are stated: 三四百
	atLeast    bool          // 上千
	hedge      hedge         // that stands inside a proportion: 中约有
	words      bool          // written in words or Han numerals
	grouped    bool          // digits with group separators, or with a scale word
	multiple   bool          // a multiple by its own word: twice, doubled, 翻番
	kind       numeral.Kind
}

func whole(n int64) data.Decimal { return data.NewDecimal(n, 0) }

func blank(r rune) bool { return numeral.Blank(r) }

func digit(r rune) bool { return numeral.Digit(r) }

// numeralAt reads the number that begins at t[i], in digits or words of either language.
func numeralAt(t []rune, i int) (number, bool) {
	n, ok := numeral.At(t, i)
	if !ok {
		return number{}, false
	}
	return number{start: i, end: n.End, value: n.Value, low: n.Low, high: n.High, adjacent: n.Adjacent, atLeast: n.AtLeast, words: n.Words, grouped: n.Grouped, kind: n.Kind}, true
}

var scaleWords = []struct {
	word string
	zero int32
}{{"万亿", 12}, {"千万", 7}, {"百万", 6}, {"亿", 8}, {"億", 8}, {"万", 4}, {"萬", 4}, {"千", 3}, {"百", 2}, {"million", 6}, {"billion", 9}, {"trillion", 12}, {"thousand", 3}, {"hundred", 2}}

// scale takes the scale words that follow a number that has none yet: 万, 亿, million.
func scale(t []rune, n *number) {
	j := n.end
	for j < len(t) && blank(t[j]) {
		j++
	}
	for _, s := range scaleWords {
		end := j + len([]rune(s.word))
		if prefix(t, j, s.word) && (s.word[0] >= 0x80 && j-n.end <= 1 || s.word[0] < 0x80 && (end == len(t) || !unicode.IsLetter(t[end]))) {
			n.value = n.value.Times(data.NewDecimal(1, s.zero))
			n.end, n.grouped = end, true
			return
		}
	}
}

// simplified are the numerals and the words beside them that traditional Chinese writes otherwise.
var simplified = map[rune]rune{
	'萬': '万', '億': '亿', '數': '数', '幾': '几', '兩': '两', '個': '个', '餘': '余', '點': '点', '負': '负', '歲': '岁', '國': '国', '約': '约', '於': '于', '過': '过', '項': '项', '場': '场',
	'間': '间', '達': '达', '為': '为', '難': '难', '兒': '儿', '學': '学', '婦': '妇', '齡': '龄', '內': '内', '離': '离', '災': '灾', '員': '员', '醫': '医', '採': '采',
}

// fold gives full-width digits, letters and signs their plain form, rune for rune, so that offsets stay.
func fold(t []rune) []rune {
	folded := make([]rune, len(t))
	for i, r := range t {
		switch {
		case r >= '０' && r <= '９', r == '％', r == '．', r == '－', r == '～':
			r -= 0xfee0
		case r == '，' && i > 0 && i+1 < len(t) && t[i-1] >= '０' && t[i-1] <= '９' && t[i+1] >= '０' && t[i+1] <= '９':
			r = ','
		}
		if plain, ok := simplified[r]; ok {
			r = plain
		}
		folded[i] = r
	}
	return folded
}

// lowerRune is the small letter of r; what bears no case passes at once.
func lowerRune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0x80 || r >= 0x2e80:
		return r
	}
	return unicode.ToLower(r)
}

func wordAt(t []rune, i int) (string, int) { return numeral.Word(t, i) }

func prefix(t []rune, i int, s string) bool { return numeral.Prefix(t, i, s) }

// suffix tells whether t[:end] ends in s.
func suffix(t []rune, end int, s string) bool {
	if n := len(s); n > 0 && (end <= 0 || s[n-1] != lastByte(t[end-1])) {
		return false // nearly always, and without decoding s
	}
	for len(s) > 0 {
		last, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if end--; end < 0 || t[end] != last {
			return false
		}
	}
	return true
}

// lastByte is the last byte of r in UTF-8.
func lastByte(r rune) byte {
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return 0x80 | byte(r&0x3f)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
