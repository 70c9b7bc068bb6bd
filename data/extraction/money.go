package extraction

import (
	"strings"
	"unicode"
)

// signs stand before an amount of money; the longer ones first. The words of currencies are in units.tsv.
var signs = []struct{ sign, code string }{{"US$", "USD"}, {"US $", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "CNY"}, {"￥", "CNY"}}

// currencyBefore takes a currency sign, or a code such as "CHF ", before a number.
func (s *scanner) currencyBefore(m *mention) {
	end := m.start
	for end > 0 && blank(s.t[end-1]) {
		end--
	}
	for _, c := range signs {
		if suffix(s.t, end, c.sign) {
			m.quantity.Unit, m.start = c.code, end-len([]rune(c.sign))
			return
		}
	}
	if end < 3 || !unicode.IsUpper(s.t[end-1]) || end == m.start {
		return
	}
	if name, n := s.words.Units.At(s.t, end-3); n == 3 && currency(name) {
		m.quantity.Unit, m.start = name, end-3
	}
}

// sharedMoney are the words of currencies that several countries share; they stand in units.tsv under their own name.
var sharedMoney = wordSet("dinar franc peso shilling rupee rial pound krone")

// resolved is the currency that a word tells: dinars alone are those of the country that the paragraph named before.
func (s *scanner) resolved(m *mention, name, word string) string {
	if !sharedMoney[name] {
		return name
	}
	for i := m.start - 1; i >= 0 && i > m.start-3*reach; i-- {
		code, n := s.words.Units.At(s.t, i)
		if n > 0 && currency(code) && strings.Contains(string(s.t[i:i+n]), word) {
			return code
		}
	}
	return name
}

// currency tells the units that are codes of ISO 4217.
func currency(unit string) bool {
	return len(unit) == 3 && unit[0] >= 'A' && unit[0] <= 'Z' && unit == strings.ToUpper(unit)
}
