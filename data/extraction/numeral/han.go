package numeral

import (
	"strings"

	"figurebook.org/figurebook/data"
)

var hanDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '貳': 2, '贰': 2, '兩': 2, '叁': 3, '參': 3, '肆': 4, '伍': 5, '陆': 6, '陸': 6, '柒': 7, '捌': 8, '玖': 9,
}

var hanScales = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000, '万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8}

func hanScale(r rune) int64 { return hanScales[r] }

// HanDigit tells a Han digit; HanScale a Han scale: 十, 百, 千, 万, 亿.
func HanDigit(r rune) bool { _, ok := hanDigits[r]; return ok }

// HanScale tells a Han scale: 十, 百, 千, 万, 亿.
func HanScale(r rune) bool { return hanScales[r] > 0 }

func isHan(r rune) bool {
	if r < 0x3000 { // most of a text in English, quickly
		return false
	}
	return HanDigit(r) || HanScale(r) || r == '成' || r == '数' || r == '几' || r == '上' || r == '半'
}

func zero(r rune) bool { return r == '零' || r == '〇' }

// past skips blanks where what follows is part of a Han number too: "两千 四 百 五".
func past(t []rune, j int) int {
	k := skip(t, j)
	if k > j && k < len(t) && (HanDigit(t[k]) || HanScale(t[k])) {
		return k
	}
	return j
}

// han reads 二十五, 两百零五, 三四百 (a range), 十几, 数百, 几十 (vague), 上千, 三点五, 三分之二, 百分之六.
func han(t []rune, i int) (Number, bool) {
	n := Number{Start: i, Words: true}
	first := i
	for _, half := range []string{"一半", "半数"} {
		if Prefix(t, i, half) {
			n.Value, n.End, n.Kind = data.NewDecimal(5, -1), i+2, Fraction
			return n, true
		}
	}
	if t[i] == '半' {
		n.Value, n.End = data.NewDecimal(5, -1), i+1
		if i > 0 && strings.ContainsRune("近过逾", t[i-1]) && i+1 < len(t) && !strings.ContainsRune("年月天个小日周点生岛球径世辈", t[i+1]) { // 近半住户
			n.Kind = Fraction
			return n, true
		}
		return n, i+1 < len(t) && t[i+1] == '成'
	}
	if scale, ok := uncountable[string(t[i:min(i+4, len(t))])]; ok { // 成千上万
		low, high := whole(2*scale), whole(100*scale-1)
		n.Low, n.High, n.End = &low, &high, i+4
		return n, true
	}
	if Prefix(t, i, "数以") { // 数以千计
		for j := i + 2; j < len(t) && j < i+5; j++ {
			if scale, ok := hanChain(t, i+2); ok && t[j] == '计' && scale.End == j || t[j] == '计' && j == i+3 && HanScale(t[i+2]) {
				n.Low, n.High = vagueOf(whole(hanScales[t[j-1]]))
				if j > i+3 {
					n.Low, n.High = vagueOf(scale.Value)
				}
				n.End = j + 1
				return n, true
			}
		}
		return n, false
	}
	if t[i] == '成' {
		return n, false
	}
	vague := t[i] == '数' || t[i] == '几'
	n.AtLeast = t[i] == '上'
	if vague || n.AtLeast {
		first++
		if first >= len(t) || !HanScale(t[first]) {
			return n, false
		}
	}
	m, ok := hanChain(t, first)
	if !ok || !vague && !n.AtLeast && colloquial(t, first, m.End) {
		return n, false
	}
	if fraction, ok := hanFraction(t, m); ok && !vague && !n.AtLeast {
		return fraction, true
	}
	n.End, n.Value, n.Low, n.High, n.Adjacent = m.End, m.Value, m.Low, m.High, m.Adjacent
	if m.End-first == 1 && !vague && !n.AtLeast && HanScale(t[first]) && t[first] != '十' && t[first] != '拾' && !(i > 0 && strings.ContainsRune("近逾超过约满每", t[i-1])) && !andMore(t, m.End) {
		return n, false // 百, 千, 万 alone
	}
	if vague {
		n.Low, n.High = vagueOf(m.Value)
	}
	return n, true
}

// colloquial tells a number that leaves its first digit out and is none to count with: 百八十, 百十来.
func colloquial(t []rune, i, end int) bool {
	if hanScales[t[i]] < 100 || hanScales[t[i]] >= 1e8 || i+1 >= end {
		return false
	}
	return t[i+1] == '十' || i+2 < end && HanDigit(t[i+1]) && !zero(t[i+1]) && hanScales[t[i+2]] > 0 && hanScales[t[i+2]] < hanScales[t[i]]
}

// andMore tells 余 or 多 behind a scale that stands alone, with what is counted behind it: 百余名.
func andMore(t []rune, i int) bool {
	return i+1 < len(t) && (t[i] == '余' || t[i] == '多') && strings.ContainsRune("名人个户家所起次项件吨公座辆艘万亿美欧种场处枚具张支位", t[i+1])
}

func vagueOf(d data.Decimal) (*data.Decimal, *data.Decimal) {
	low, high := d.Times(whole(2)), d.Times(whole(10)).Plus(whole(-1))
	if d.Cmp(whole(10)) == 0 { // 数十 renders "dozens", and has its ends, so that the editions of one report agree
		low = whole(24)
	}
	return &low, &high
}

// uncountable are the words for more than one can count, by their lesser scale.
var uncountable = map[string]int64{"成百上千": 100, "成千上万": 1000, "成千累万": 1000}

// hanChain reads digits and scales in their order, Han or ASCII digits before a scale: the sum of the parts, the scales
// 万 and 亿 multiplying all that stands before them.
func hanChain(t []rune, i int) (Number, bool) {
	n := Number{Start: i, Words: true}
	if m, ok := positional(t, i); ok {
		return m, true
	}
	var result, section data.Decimal
	number, has := data.Decimal{}, false // the digit that waits for its scale
	var lastBig, lastScale, adjacent int64
	adjacent = -1
	previousZero, resultSet := false, false
	zeroValue := whole(0)
	result, section, number = zeroValue, zeroValue, zeroValue
	j := i
	for count := 0; j < len(t) && count < 40; count++ {
		k := j
		if j > i {
			k = past(t, j)
			if k == j && lastScale > 0 && j < len(t) && Blank(t[j]) {
				if s := skip(t, j); s < len(t) && Digit(t[s]) && digitsBeforeScale(t, s) {
					k = s
				}
			}
			if k == j && Blank(t[j]) && !has {
				break
			}
			if s := skip(t, j); k == j && s > j && s < len(t) && HanScale(t[s]) && s-j <= 2 {
				k = s
			}
		}
		if k >= len(t) {
			break
		}
		r := t[k]
		if d, ok := hanDigits[r]; ok {
			if lastBig > 0 && lastScale == lastBig && k+1 < len(t) && t[k+1] == '岁' { // 1.55 亿五岁以下的儿童
				break
			}
			if has {
				if first := int64(number.Float()); (first+1 == d || first == 3 && d == 5 && k == i+1) && adjacent < 0 && !previousZero && d > 1 {
					adjacent = d - first
				} else {
					break
				}
			}
			number, has, previousZero = whole(d), !zero(r), zero(r)
			j = k + 1
			continue
		}
		if Digit(r) {
			if j > i && !(lastScale > 0 && (digitsBeforeScale(t, k) || previousZero || k == j && lastBig >= 1e4 && fourDigits(t, k))) || has {
				break
			}
			value, end, _ := plain(t, k)
			number, has, previousZero = value, true, false
			j = end
			continue
		}
		unit := hanScales[r]
		if unit == 0 || r == '千' && k+1 < len(t) && strings.ContainsRune("克瓦米卡", t[k+1]) { // 千克 is a unit
			break
		}
		switch {
		case unit < 1e4:
			if !has {
				if lastScale > 0 && lastScale < 1e4 && !previousZero { // 五十千
					return finish(t, n, i, j, result, section, number, has, lastScale, adjacent)
				}
				number = whole(1)
			}
			section = section.Plus(number.Times(whole(unit)))
		default:
			section = section.Plus(number)
			switch {
			case section.Cmp(zeroValue) == 0 && resultSet:
				result = result.Times(whole(unit))
			case section.Cmp(zeroValue) == 0:
				result = whole(unit)
			case lastBig > 0 && unit > lastBig:
				result = result.Plus(section).Times(whole(unit))
			default:
				result = result.Plus(section.Times(whole(unit)))
			}
			section, resultSet, lastBig = zeroValue, true, unit
		}
		if adjacent >= 0 && adjacent < 1e15 {
			adjacent *= unit
		}
		number, has, previousZero, lastScale = zeroValue, false, false, unit
		j = k + 1
	}
	return finish(t, n, i, j, result, section, number, has, lastScale, adjacent)
}

// finish puts the parts together: 二百五 is 250, 十几 a vague count, 三点五 a decimal.
func finish(t []rune, n Number, i, j int, result, section, number data.Decimal, has bool, lastScale, adjacent int64) (Number, bool) {
	if j == i {
		return n, false
	}
	before := j - 1
	for before > i && !HanDigit(t[before]) && !HanScale(t[before]) && !Digit(t[before]) {
		before--
	}
	trailing := has && HanDigit(t[before]) && before > i && lastScale >= 100
	if trailing {
		k := before - 1
		for k > i && Blank(t[k]) {
			k--
		}
		if HanScale(t[k]) && adjacent < 0 {
			number = number.Times(whole(lastScale / 10))
		}
	}
	n.End = j
	n.Value = result.Plus(section).Plus(number)
	if (j < len(t) && (t[j] == '点' || t[j] == '點')) || pointBehindBlank(t, j) {
		decimals(t, &n)
	}
	switch {
	case adjacent >= 0:
		low, high := n.Value.Plus(whole(-adjacent)), n.Value
		n.Low, n.High, n.Adjacent = &low, &high, true
	case j < len(t) && (t[j] == '几' || t[j] == '幾') && (lastScale == 10 || lastScale >= 100 && j > i+1 && zero(t[j-1])) && !has:
		low, high := n.Value.Plus(whole(1)), n.Value.Plus(whole(9))
		if k := j + 1; k < len(t) && hanScales[t[k]] >= 10 && hanScales[t[k]] <= 1000 && zero(t[j-1]) { // 一万零几十
			unit := hanScales[t[k]]
			low, high = n.Value.Plus(whole(2*unit)), n.Value.Plus(whole(10*unit-1))
			n.Low, n.High, n.End = &low, &high, k+1
			break
		}
		n.Low, n.High, n.End = &low, &high, j+1
		if k := j + 1; k < len(t) && (hanScales[t[k]] >= 1e4) { // 二十几万
			scaled := whole(hanScales[t[k]])
			low, high = low.Times(scaled), high.Times(scaled)
			n.Value, n.End = n.Value.Times(scaled), k+1
		}
	}
	return n, true
}

// fourDigits tells whether exactly four digits stand at k, the rest behind 万: 1万9300.
func fourDigits(t []rune, k int) bool {
	j := k
	for j < len(t) && Digit(t[j]) {
		j++
	}
	return j == k+4 && t[k] != '0' && !(j+1 < len(t) && (t[j] == ',' || t[j] == '.') && Digit(t[j+1]))
}

// digitsBeforeScale tells whether ASCII digits at k are followed by a Han scale: 1万5千.
func digitsBeforeScale(t []rune, k int) bool {
	j := k
	for j < len(t) && Digit(t[j]) {
		j++
	}
	s := skip(t, j)
	return j > k && s < len(t) && HanScale(t[s]) && s-j <= 1
}

func pointBehindBlank(t []rune, j int) bool {
	k := skip(t, j)
	after := skip(t, min(k+1, len(t)))
	return k > j && after < len(t) && (t[k] == '点' || t[k] == '點') && HanDigit(t[after])
}

// decimals reads 点三三 behind a number.
func decimals(t []rune, n *Number) {
	j := skip(t, n.End) + 1
	text := ""
	for {
		k := past(t, j)
		if k >= len(t) {
			break
		}
		if d, ok := hanDigits[t[k]]; ok && t[k] != '两' && t[k] != '兩' {
			text += string(rune('0' + d))
		} else if Digit(t[k]) {
			text += string(t[k])
		} else {
			break
		}
		j = k + 1
	}
	if text == "" || len(text) > 20 {
		return
	}
	if fraction, err := data.ParseDecimal("0." + text); err == nil {
		n.Value, n.End = n.Value.Plus(fraction), j
	}
	if j < len(t) && hanScales[t[j]] >= 1e4 { // 三点五万
		n.Value, n.End = n.Value.Times(whole(hanScales[t[j]])), j+1
	}
}

// positional reads digits set one after another: 二〇二一, 一九九一.
func positional(t []rune, i int) (Number, bool) {
	j, zeros := i, false
	text := ""
	for j < len(t) && HanDigit(t[j]) {
		if j-i > 18 {
			return Number{}, false
		}
		zeros = zeros || zero(t[j])
		text += string(rune('0' + hanDigits[t[j]]))
		j++
	}
	if len(text) < 3 && !(len(text) == 2 && j < len(t) && t[j] == '折') && !(len(text) == 2 && zeros && !zero(t[i])) || len(text) > 18 || j < len(t) && HanScale(t[j]) {
		return Number{}, false
	}
	value, err := data.ParseDecimal(text)
	return Number{Start: i, End: j, Value: value, Words: true}, err == nil
}

// hanFraction reads what makes a fraction of the number before it: 分之, 又…分之.
func hanFraction(t []rune, n Number) (Number, bool) {
	j := skip(t, n.End)
	if j < len(t) && t[j] == '又' {
		if k := skip(t, j+1); k < len(t) {
			if bottom, ok := At(t, k); ok && bottom.Kind == Fraction {
				return Number{Start: n.Start, End: bottom.End, Value: n.Value.Plus(bottom.Value), Kind: Fraction, Words: n.Words}, true
			}
		}
		return Number{}, false
	}
	if j >= len(t) || t[j] != '分' {
		return Number{}, false
	}
	j = skip(t, j+1)
	if j >= len(t) || t[j] != '之' {
		return Number{}, false
	}
	j = skip(t, j+1)
	sign := int64(1)
	if j < len(t) && (t[j] == '负' || t[j] == '負') {
		j, sign = skip(t, j+1), -1
	}
	if j >= len(t) || n.Value.Cmp(whole(0)) == 0 {
		return Number{}, false
	}
	top := Number{}
	switch {
	case Digit(t[j]):
		top.Value, top.End, _ = plain(t, j)
	case t[j] == '百':
		top.Value, top.End = whole(100), j+1
	case t[j] == '数' || t[j] == '几' || t[j] == '上':
		return Number{}, false
	default:
		ok := false
		if top, ok = hanChain(t, j); !ok || HanScale(t[j]) && t[j] != '十' {
			return Number{}, false
		}
	}
	top.Value = top.Value.Times(whole(sign))
	f := Number{Start: n.Start, End: top.End, Words: n.Words, Kind: Fraction, Value: top.Value.Over(n.Value)}
	if HanScale(t[n.Start]) && t[n.Start] != '十' { // 百分之, 千分之
		f.Kind, f.Value = Percent, top.Value.Times(whole(100)).Over(n.Value)
		if top.Low != nil {
			low, high := top.Low.Times(whole(100)).Over(n.Value), top.High.Times(whole(100)).Over(n.Value)
			f.Low, f.High, f.Adjacent = &low, &high, top.Adjacent
		}
	}
	return f, true
}
