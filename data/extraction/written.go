package extraction

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// signed reads a number with its sign, a point before its digits, and fractions in digits: -1, .25, 2 1/4, 3 out of 4.
func (s *scanner) signed(i int) (number, bool) {
	t := s.t
	var n number
	ok := false
	switch {
	case t[i] == '.' && i+1 < len(t) && digit(t[i+1]) && (i == 0 || !digit(t[i-1]) && t[i-1] != '.'):
		if n, ok = numeralAt(t, i+1); ok {
			digits := 0
			for digits < len(t)-i-1 && digit(t[i+1+digits]) {
				digits++
			}
			n.value, n.start = n.value.Times(data.NewDecimal(1, int32(-min(digits, 30)))), i
		}
	case digit(t[i]) && i > 0 && (unicode.IsLetter(t[i-1]) && !unicode.Is(unicode.Han, t[i-1])):
		return n, false
	default:
		n, ok = numeralAt(t, i)
	}
	if !ok {
		return n, false
	}
	s.fraction(&n)
	s.power(&n)
	if minus := s.minus(n.start); minus < n.start {
		n.start, n.value = minus, n.value.Times(whole(-1))
	}
	return n, true
}

// minus is where a sign before a number begins; start where there is none.
func (s *scanner) minus(start int) int {
	t := s.t
	j := start
	for j > 0 && blank(t[j-1]) {
		j--
	}
	for _, w := range []string{"minus", "negative"} {
		if foldedSuffix(t, j, w) && j < start && !foldedSuffix(t, j, "or minus") {
			return j - len(w)
		}
	}
	for _, w := range []string{"负增长", "零下", "负"} {
		if at := j - len([]rune(w)); suffix(t, j, w) && (w != "负" || at == 0 || blank(t[at-1]) || strings.ContainsRune("为是至到达率额从由约(（，：", t[at-1])) {
			return at
		}
	}
	if j == 0 {
		return start
	}
	switch t[j-1] {
	case '-', '−', '–':
		switch k := j - 1; {
		case k == 0, t[k-1] == '(', t[k-1] == '（', t[k-1] == '=':
			return k
		case blank(t[k-1]) && j == start && !digit(runeAt(t, unblanked(t, k)-1)), strings.ContainsRune("为至到达是约从由在", t[k-1]):
			return k
		}
	}
	return start
}

// fraction reads the rest of a fraction whose first number is n.
func (s *scanner) fraction(n *number) {
	t := s.t
	quotient := func(top, bottom data.Decimal, end int) {
		if bottom.Cmp(whole(0)) != 0 {
			n.value, n.end, n.kind = top.Over(bottom), end, numeral.Fraction
		}
	}
	if digit(t[n.start]) && !n.grouped {
		if bottom, end, ok := slash(t, n.end); ok {
			quotient(n.value, bottom, end)
			return
		}
		j := n.end // 2 1/4
		for j < len(t) && blank(t[j]) {
			j++
		}
		if j > n.end && j < len(t) && digit(t[j]) {
			if top, ok := numeralAt(t, j); ok && !top.grouped {
				if bottom, end, ok := slash(t, top.end); ok && bottom.Cmp(whole(0)) != 0 {
					n.value, n.end, n.kind = n.value.Plus(top.value.Over(bottom)), end, numeral.Fraction
					return
				}
			}
		}
	}
	for _, link := range []string{" over ", " out of "} {
		if prefix(t, n.end, link) && (n.words || link == " over ") {
			if bottom, ok := numeralAt(t, min(n.end+len(link), len(t)-1)); ok && bottom.start == n.end+len(link) && bottom.low == nil {
				quotient(n.value, bottom.value, bottom.end)
				return
			}
		}
	}
}

// power reads an exponent: 2^-1, 12.32e+14.
func (s *scanner) power(n *number) {
	t := s.t
	j := n.end
	if prefix(t, j, "x10^") || prefix(t, j, "×10^") { // 6.2x10^-4
		mantissa := n.value
		ten := number{start: j + 1, end: j + 3, value: whole(10)}
		s.power(&ten)
		n.value, n.end = mantissa.Times(ten.value), ten.end
		return
	}
	if j >= len(t) || t[j] != '^' && !(t[j] == 'e' && j+1 < len(t) && (t[j+1] == '+' || t[j+1] == '-')) {
		return
	}
	base := n.value.Float()
	k, sign := j+1, 1.0
	for k < len(t) && (t[k] == '+' || t[k] == '-') {
		if t[k] == '-' {
			sign = -sign
		}
		k++
	}
	if k >= len(t) || !digit(t[k]) {
		return
	}
	exponent, _ := numeralAt(t, k)
	value := math.Pow(base, sign*exponent.value.Float())
	if t[j] == 'e' {
		value = base * math.Pow(10, sign*exponent.value.Float())
	}
	if math.IsInf(value, 0) || math.IsNaN(value) {
		return
	}
	if d, err := data.ParseDecimal(strconv.FormatFloat(value, 'g', 15, 64)); err == nil {
		n.value, n.end = d, exponent.end
	}
}

func slash(t []rune, at int) (bottom data.Decimal, end int, ok bool) {
	if at+1 >= len(t) || t[at] != '/' && t[at] != '／' || !digit(t[at+1]) {
		return data.Decimal{}, at, false
	}
	n, ok := numeralAt(t, at+1)
	return n.value, n.end, ok && n.end-at <= 4 && !(n.end < len(t) && t[n.end] == '/')
}

// suffixed takes the letters that may stand glued to digits: 10G, 1.2b, 15k; false where others do: 29km, 25ml.
func (s *scanner) suffixed(n number) (number, bool) {
	t := s.t
	j := n.end
	if j < len(t) && unicode.IsLetter(t[j]) && t[j] < 0x250 || j+1 < len(t) && t[j] == ' ' && (unicode.IsUpper(t[j+1]) || t[j+1] == 'k') && (j+2 == len(t) || !unicode.IsLetter(t[j+2])) {
		if t[j] == ' ' {
			j++
		}
		w := 0
		for j+w < len(t) && unicode.IsLetter(t[j+w]) && t[j+w] < 0x250 {
			w++
		}
		zeros, known := map[string]int32{"k": 3, "K": 3, "M": 6, "G": 9, "b": 9, "bn": 9, "B": 9, "T": 12, "mil": 6}[string(t[j:j+w])]
		if !known {
			if t[n.end] == ' ' {
				return n, true
			}
			return number{end: j + w}, false
		}
		n.value, n.end = n.value.Times(data.NewDecimal(1, zeros)), j+w
	}
	return n, true
}
