package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// A number is a numeral as it stands in a text, before its context tells what it is.
type number struct {
	start, end int
	value      data.Decimal
	low, high  *data.Decimal // the ends of a vague count; nil for a plain number
	atLeast    bool          // 上千
	words      bool          // written in words or Han numerals
	grouped    bool          // digits with group separators, or with a scale word
}

var hanDigits = map[rune]int64{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

var hanScales = map[rune]int32{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8}

func whole(n int64) data.Decimal { return data.NewDecimal(n, 0) }

func blank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f' }

func digit(r rune) bool { return r >= '0' && r <= '9' }

// numeral reads the number that begins at t[i], in digits or words of either language.
func numeral(t []rune, i int) (number, bool) {
	r := t[i]
	switch {
	case digit(r):
		return digits(t, i), true
	case hanNumeralRune(r):
		return hanNumeral(t, i)
	case r < unicode.MaxLatin1 && unicode.IsLetter(r) && (i == 0 || !unicode.IsLetter(t[i-1]) && !digit(t[i-1]) && t[i-1] != '-'):
		return wordNumeral(t, i)
	}
	return number{}, false
}

// digits reads "1 500", "1,500", "53.4", "6.5 万", "3 千万", "10 million". A group has exactly three digits, and a blank
// parts groups only behind one to three digits.
func digits(t []rune, i int) number {
	n := number{start: i}
	j := i
	for j < len(t) && digit(t[j]) {
		j++
	}
	text := string(t[i:j])
	for j-i <= 3 || n.grouped {
		if j+3 < len(t)+0 && (t[j] == ',' || blank(t[j])) && digit(t[j+1]) && digit(t[j+2]) && digit(t[j+3]) && (j+4 >= len(t) || !digit(t[j+4])) && text[0] != '0' {
			text += string(t[j+1 : j+4])
			n.grouped = true
			j += 4
			continue
		}
		break
	}
	if j+1 < len(t) && t[j] == '.' && digit(t[j+1]) {
		k := j + 1
		for k < len(t) && digit(t[k]) {
			k++
		}
		text += string(t[j:k])
		j = k
	}
	if len(text) > 30 {
		text = text[:30]
	}
	n.value, _ = data.ParseDecimal(text)
	n.end = j
	scale(t, &n)
	return n
}

var scaleWords = []struct {
	word string
	zero int32
}{{"million", 6}, {"billion", 9}, {"trillion", 12}, {"thousand", 3}, {"hundred", 2}}

// scale takes the scale words that follow a number: 万, 亿, 千万, million.
func scale(t []rune, n *number) {
	j := n.end
	for j < len(t) && blank(t[j]) {
		j++
	}
	if j >= len(t) {
		return
	}
	if j-n.end <= 1 {
		k, zeros := j, int32(0)
		for k < len(t) {
			z, ok := hanScales[t[k]]
			if !ok || t[k] == '十' {
				break
			}
			zeros += z
			k++
		}
		if k > j && zeros <= 16 {
			n.value = n.value.Times(data.NewDecimal(1, zeros))
			n.end, n.grouped = k, true
			if k < len(t) && digit(t[k]) { // 1万5千
				rest := digits(t, k)
				if rest.grouped && rest.value.Cmp(data.NewDecimal(1, zeros)) < 0 && t[rest.end-1] != t[k-1] && !digit(t[rest.end-1]) {
					n.value, n.end = n.value.Plus(rest.value), rest.end
				}
			}
			return
		}
	}
	for _, s := range scaleWords {
		if prefix(t, j, s.word) && (j+len(s.word) == len(t) || !unicode.IsLetter(t[j+len(s.word)])) {
			n.value = n.value.Times(data.NewDecimal(1, s.zero))
			n.end, n.grouped = j+len(s.word), true
			return
		}
	}
}

func hanNumeralRune(r rune) bool {
	_, d := hanDigits[r]
	_, s := hanScales[r]
	return d || s || r == '数' || r == '几' || r == '上'
}

// hanNumeral reads 二十五, 两百零五, 三四百 (a range), 十几, 数百, 几十 (vague) and 上千.
func hanNumeral(t []rune, i int) (number, bool) {
	n := number{start: i, words: true}
	j := i
	vague, atLeast := false, false
	switch t[i] {
	case '数', '几':
		vague = true
		j++
	case '上':
		atLeast = true
		j++
	}
	var total, section, current int64
	adjacent := int64(-1)
	before, last := '零', '零' // the rune before the last one, and the last
	for ; j < len(t); j++ {
		if d, ok := hanDigits[t[j]]; ok {
			if _, previous := hanDigits[last]; previous && last != '零' && last != '〇' && j > i && !vague {
				if d != current+1 || adjacent >= 0 {
					break
				}
				adjacent, current = current, d
			} else {
				current = d
			}
		} else if s, ok := hanScales[t[j]]; ok {
			if total > 1e12 {
				break
			}
			if current == 0 && section == 0 && total == 0 || current == 0 && s < 4 && section == 0 {
				current = 1
			}
			unit := int64(1)
			for range s {
				unit *= 10
			}
			if s >= 4 {
				total = (total + section + current) * unit
				section, current = 0, 0
			} else {
				section += current * unit
				current = 0
			}
			if adjacent >= 0 {
				adjacent *= unit
			}
		} else {
			break
		}
		before, last = last, t[j]
	}
	if (vague || atLeast) && j == i+1 || j == i {
		return n, false
	}
	if _, ok := hanScales[t[i+boolInt(vague || atLeast)]]; (vague || atLeast) && !ok {
		return n, false
	}
	if s, ok := hanScales[before]; ok && s >= 2 && !vague && adjacent < 0 && current > 0 { // 二百五 is 250
		for range s - 1 {
			current *= 10
		}
	}
	value := total + section + current
	n.end, n.value, n.atLeast = j, whole(value), atLeast
	switch {
	case vague && value >= 10:
		n.low, n.high = vagueEnds(value)
	case adjacent >= 0:
		low, high := whole(adjacent), whole(value)
		n.low, n.high = &low, &high
	case j < len(t) && t[j] == '几' && last == '十': // 十几, 二十几
		low, high := whole(value+1), whole(value+9)
		n.low, n.high, n.end = &low, &high, j+1
	}
	return n, true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// vagueEnds is what "hundreds" may be: from twice the scale to just below the next one.
func vagueEnds(scale int64) (*data.Decimal, *data.Decimal) {
	low, high := whole(2*scale), whole(10*scale-1)
	return &low, &high
}

var numberWords = map[string]int64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "one": 1,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var vagueWords = map[string]int64{"hundreds": 100, "thousands": 1000, "millions": 1_000_000}

// wordNumeral reads twenty-five, two hundred, two dozen, hundreds, dozens, tens of thousands.
func wordNumeral(t []rune, i int) (number, bool) {
	n := number{start: i, words: true}
	word, j := wordAt(t, i)
	if scale, ok := vagueWords[word]; ok {
		n.low, n.high = vagueEnds(scale)
		n.end = j
		return n, true
	}
	switch word {
	case "dozens":
		low, high := whole(24), whole(99)
		n.low, n.high, n.end = &low, &high, j
		return n, true
	case "tens":
		if prefix(t, j, " of thousands") {
			low, high := whole(20_000), whole(99_999)
			n.low, n.high, n.end = &low, &high, j+len(" of thousands")
			return n, true
		}
	}
	value, ok := numberWords[word]
	if !ok {
		return n, false
	}
	if j+1 < len(t) && t[j] == '-' && value >= 20 {
		if tail, k := wordAt(t, j+1); numberWords[tail] > 0 && numberWords[tail] < 10 {
			value, j = value+numberWords[tail], k
		}
	}
	if next, k := wordAt(t, j+1); j < len(t) && t[j] == ' ' && next == "dozen" {
		value, j = value*12, k
	}
	if next, k := wordAt(t, j+1); j < len(t) && t[j] == ' ' && next == "hundred" {
		value, j = value*100, k
		for _, link := range []string{" and ", " "} {
			if tail, ok := numeralTail(t, j, link); ok {
				value, j = value+tail.value, tail.end
				break
			}
		}
	}
	n.value, n.end = whole(value), j
	scale(t, &n)
	n.grouped = false
	return n, true
}

type tail struct {
	value int64
	end   int
}

// numeralTail reads what follows "two hundred": "and five", "twenty-five".
func numeralTail(t []rune, j int, link string) (tail, bool) {
	if !prefix(t, j, link) {
		return tail{}, false
	}
	word, k := wordAt(t, j+len(link))
	value := numberWords[word]
	if value == 0 {
		return tail{}, false
	}
	if value >= 20 && k < len(t) && t[k] == '-' {
		if units, end := wordAt(t, k+1); numberWords[units] > 0 && numberWords[units] < 10 {
			return tail{value + numberWords[units], end}, true
		}
	}
	return tail{value, k}, true
}

// fold gives full-width digits, letters and signs their plain form, rune for rune, so that offsets stay.
func fold(t []rune) []rune {
	folded := make([]rune, len(t))
	for i, r := range t {
		switch {
		case r >= '０' && r <= '９', r == '％', r == '．', r == '－', r == '～':
			r -= 0xfee0
		}
		folded[i] = r
	}
	return folded
}

// wordAt is the word in letters that begins at t[i], in lower case, and where it ends.
func wordAt(t []rune, i int) (string, int) {
	j := i
	for j < len(t) && j < i+24 && unicode.IsLetter(t[j]) {
		j++
	}
	if j <= i {
		return "", i
	}
	return strings.ToLower(string(t[i:j])), j
}

func prefix(t []rune, i int, s string) bool {
	for _, r := range s {
		if i >= len(t) || t[i] != r {
			return false
		}
		i++
	}
	return true
}

// suffix tells whether t[:end] ends in s.
func suffix(t []rune, end int, s string) bool {
	r := []rune(s)
	return end >= len(r) && prefix(t, end-len(r), s)
}
