// Package numeral reads the numbers of Chinese and English prose: digits in every grouping of United Nations documents,
// words and Han numerals, decimals, fractions, multiples of ten in words and signs.
package numeral

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// Kind is what a number is by its own words.
type Kind int

// The kinds.
const (
	Plain    Kind = iota
	Fraction      // two thirds, 三分之一: Value is below one, or has a whole part before
	Percent       // 百分之五, 千分之一, 三成: Value is in hundredths
)

// Number is a number as it stands in a text, before its context tells what it counts.
type Number struct {
	Start, End int // in runes, end exclusive
	Value      data.Decimal
	Low, High  *data.Decimal // the ends of a vague count (hundreds, 数百) or of 三四百; nil for others
	Adjacent   bool          // Low and High are stated: 三四百
	AtLeast    bool          // 上千
	Words      bool          // written in words or Han numerals
	Grouped    bool          // digits with group separators, or with a scale word
	Kind       Kind
}

func whole(n int64) data.Decimal { return data.NewDecimal(n, 0) }

// Blank tells the blanks that stand in and beside numbers.
func Blank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f' }

// Digit tells ASCII digits; wide ones are folded before.
func Digit(r rune) bool { return r >= '0' && r <= '9' }

// At reads the number that begins at t[i], in digits or words of either language; false where none does. t is folded:
// no full-width digits.
func At(t []rune, i int) (Number, bool) {
	r := t[i]
	switch {
	case Digit(r):
		return digits(t, i), true
	case isHan(r):
		return han(t, i)
	case r < unicode.MaxLatin1 && unicode.IsLetter(r) && (i == 0 || !unicode.IsLetter(t[i-1]) && !Digit(t[i-1]) && t[i-1] != '-'):
		return english(t, i)
	}
	return vulgar(t, i)
}

// digits reads "1 500", "1,500", "53.4", "6.5 万", "5万4千6百", "10 million". A group has exactly three digits, and a
// blank parts groups only behind one to three digits.
func digits(t []rune, i int) Number {
	n := Number{Start: i}
	n.Value, n.End, n.Grouped = plain(t, i)
	j := skip(t, n.End)
	if j < len(t) && hanScale(t[j]) > 0 && t[j] != '十' && j-n.End <= 2 {
		if m, ok := hanChain(t, i); ok {
			m.Grouped, m.Words = true, false
			return m
		}
	}
	if fraction, ok := hanFraction(t, n); ok {
		fraction.Words = false
		return fraction
	}
	if j-n.End <= 2 {
		scaleWords(t, &n)
	}
	if n.End < len(t) && t[n.End] == '-' && !n.Grouped { // a $3-million project
		word, end := Word(t, n.End+1)
		for _, s := range scales {
			if s.word == word && (word == "million" || word == "billion" || word == "trillion") {
				n.Value, n.End, n.Grouped = n.Value.Times(data.NewDecimal(1, s.zero)), end, true
			}
		}
	}
	if end := millions(t, n); end > 0 { // 21.1m people, USD 1.6 m
		n.Value, n.End, n.Grouped = n.Value.Times(whole(1e6)), end, true
	} else if zeros, end := moneyScale(t, n); end > 0 { // $5 M, £3 tn
		n.Value, n.End, n.Grouped = n.Value.Times(data.NewDecimal(1, zeros)), end, true
	}
	return n
}

// moneyScales are the letters that scale an amount of money, beside the words of scales.
var moneyScales = map[string]int32{"M": 6, "MM": 6, "mn": 6, "Mn": 6, "MN": 6, "mm": 6, "Mio": 6, "mio": 6, "B": 9, "Bn": 9, "BN": 9, "tn": 12, "Tn": 12, "trn": 12, "k": 3, "K": 3}

// moneyScale reads the letters behind an amount of money that scale it, glued or not; end is 0 where none stand there.
func moneyScale(t []rune, n Number) (zeros int32, end int) {
	from := skip(t, n.End)
	if n.Grouped && strings.ContainsRune("kK", runeOr(t, from)) || from-n.End > 1 || !amount(t, n.Start) {
		return 0, 0
	}
	_, to := Word(t, from)
	if to == from || to < len(t) && (Digit(t[to]) || t[to] == '$' || t[to] == '-' || t[to] == '/') {
		return 0, 0
	}
	zeros, ok := moneyScales[string(t[from:to])]
	if !ok {
		return 0, 0
	}
	return zeros, to
}

func runeOr(t []rune, i int) rune {
	if i < len(t) {
		return t[i]
	}
	return ' '
}

// millions is the end of the m of millions behind an amount of money, glued or not, or glued to decimals before a word that is no
// length; 0 where none stands there.
func millions(t []rune, n Number) int {
	m := n.End
	if amount(t, n.Start) {
		m = skip(t, n.End)
	}
	if n.Grouped || m >= len(t) || t[m] != 'm' || m+1 < len(t) && (unicode.IsLetter(t[m+1]) || Digit(t[m+1])) {
		return 0
	}
	if amount(t, n.Start) {
		return m + 1
	}
	word, _ := Word(t, skip(t, m+1))
	switch word {
	case "", "of", "deep", "high", "long", "wide", "tall", "away", "above", "below", "in", "from", "by", "to", "and", "x", "thick", "apart", "off", "under", "over", "at", "per", "on", "or", "along", "across", "into":
		return 0
	}
	if !strings.ContainsRune(string(t[n.Start:n.End]), '.') {
		return 0
	}
	return m + 1
}

// amount tells whether the sign or the code of a currency stands before place: US$ 1.6, EUR 3.
func amount(t []rune, place int) bool {
	end := place
	for end > 0 && place-end < 2 && Blank(t[end-1]) {
		end--
	}
	if end > 0 && strings.ContainsRune("$€£", t[end-1]) {
		return true
	}
	if end < 3 || end == place || end > 3 && unicode.IsLetter(t[end-4]) {
		return false
	}
	switch string(t[end-3 : end]) {
	case "USD", "EUR", "GBP", "CHF":
		return true
	}
	return false
}

// plain reads digits alone, with groups and decimals.
func plain(t []rune, i int) (value data.Decimal, end int, grouped bool) {
	j := i
	for j < len(t) && Digit(t[j]) {
		j++
	}
	text := string(t[i:j])
	for j-i <= 3 || grouped {
		if j+3 < len(t) && (t[j] == ',' || Blank(t[j])) && Digit(t[j+1]) && Digit(t[j+2]) && Digit(t[j+3]) && (j+4 >= len(t) || !Digit(t[j+4])) && text[0] != '0' {
			text += string(t[j+1 : j+4])
			grouped = true
			j += 4
			continue
		}
		break
	}
	if end := decimalComma(t, i, j); end > 0 && !grouped {
		value, _ = data.ParseDecimal(text + "." + string(t[j+1:end]))
		return value, end, false
	}
	if j+1 < len(t) && t[j] == '.' && Digit(t[j+1]) {
		k := j + 1
		for k < len(t) && Digit(t[k]) {
			k++
		}
		text += string(t[j:k])
		j = k
	}
	value, _ = data.ParseDecimal(text[:min(len(text), 30)])
	return value, j, grouped
}

// decimalComma is the end of one or two decimals behind a comma at t[j] ("45,3 million", "1,3 per cent"): where a scale, a
// per cent or the end of the text follows and no list of numbers goes on; else 0.
func decimalComma(t []rune, i, j int) int {
	if j+1 >= len(t) || t[j] != ',' || !Digit(t[j+1]) || i > 0 && (t[i-1] == ',' || t[i-1] == '.') {
		return 0
	}
	end := j + 1
	for end < len(t) && Digit(t[end]) {
		end++
	}
	if end-j > 3 {
		return 0
	}
	k := skip(t, end)
	if k == len(t) || k == len(t)-1 && t[k] == '.' || t[k] == '%' || hanScale(t[k]) >= 1e4 {
		return end
	}
	switch w, _ := Word(t, k); w {
	case "million", "billion", "trillion", "thousand", "percent":
		return end
	case "per":
		if Prefix(t, k, "per cent") {
			return end
		}
	}
	return 0
}

var scales = []struct {
	word string
	zero int32
}{{"million", 6}, {"billion", 9}, {"trillion", 12}, {"thousand", 3}, {"hundred", 2}, {"crore", 7}, {"lakh", 5}, {"mil", 6}, {"mln", 6}, {"bn", 9}, {"bln", 9}, {"tln", 12}}

// scaleWords takes the English scale words that follow digits, and what is stated behind them: "3 million and a half",
// "4 thousand 3 hundred and 21".
func scaleWords(t []rune, n *Number) {
	for range 3 {
		word, end := Word(t, skip(t, n.End))
		found := false
		for _, s := range scales {
			if word == s.word {
				n.Value = n.Value.Times(data.NewDecimal(1, s.zero))
				n.End, n.Grouped, found = end, true, true
				if rest, ok := smaller(t, end, s.zero); ok {
					n.Value, n.End = n.Value.Plus(rest.Value), rest.End
					return
				}
				break
			}
		}
		if !found {
			return
		}
	}
}

// smaller reads what a number of thousands and more is followed by: "3 hundred and 21", "and a half".
func smaller(t []rune, end int, zeros int32) (Number, bool) {
	j := skip(t, end)
	half := data.NewDecimal(5, zeros-1)
	for _, w := range []string{"and a half", "and one half"} {
		if Prefix(t, j, w) {
			return Number{Value: half, End: j + len(w)}, true
		}
	}
	if Prefix(t, j, "and ") {
		j += 4
	}
	if value, e, ok := cardinal(t, j); ok && Prefix(t, j-4, "and ") && value.Cmp(data.NewDecimal(1, zeros)) < 0 {
		return Number{Start: j, Value: value, End: e}, true
	}
	if j >= len(t) || !Digit(t[j]) || j == end {
		return Number{}, false
	}
	n := Number{Start: j}
	n.Value, n.End, n.Grouped = plain(t, j)
	scaleWords(t, &n)
	if n.Value.Cmp(data.NewDecimal(1, zeros)) >= 0 || !n.Grouped && !Prefix(t, j-4, "and ") {
		return Number{}, false
	}
	return n, true
}

var vulgarFractions = map[rune][2]int64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅕': {1, 5}, '⅖': {2, 5}, '⅗': {3, 5}, '⅘': {4, 5},
	'⅙': {1, 6}, '⅚': {5, 6}, '⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8},
}

func vulgar(t []rune, i int) (Number, bool) {
	v, ok := vulgarFractions[t[i]]
	if !ok {
		return Number{}, false
	}
	return Number{Start: i, End: i + 1, Value: whole(v[0]).Over(whole(v[1])), Kind: Fraction}, true
}

// vagueEnds is what "hundreds" may be: from twice the scale to just below the next one.
func vagueEnds(scale int64) (*data.Decimal, *data.Decimal) {
	low, high := whole(2*scale), whole(10*scale-1)
	return &low, &high
}

func skip(t []rune, i int) int {
	for i < len(t) && Blank(t[i]) {
		i++
	}
	return i
}

// Word is the word in letters that begins at t[i], in lower case, and where it ends.
func Word(t []rune, i int) (string, int) {
	j := i
	for j < len(t) && j < i+24 && unicode.IsLetter(t[j]) {
		j++
	}
	if j <= i {
		return "", i
	}
	return strings.ToLower(string(t[i:j])), j
}

// Prefix tells whether s stands at t[i].
func Prefix(t []rune, i int, s string) bool {
	if i < 0 {
		return false
	}
	for _, r := range s {
		if i >= len(t) || t[i] != r {
			return false
		}
		i++
	}
	return true
}
