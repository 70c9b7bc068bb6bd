package extraction

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data/vocabulary"
)

type currencySign struct{ sign, code string }

// signs stand before an amount of money. The words and codes of currencies are in units.tsv.
var signs = []currencySign{
	{"US$", "USD"},
	{"US $", "USD"},
	{"$US", "USD"},
	{"Can$", "CAD"},
	{"CAN$", "CAD"},
	{"C$", "CAD"},
	{"CA$", "CAD"},
	{"$Can", "CAD"},
	{"A$", "AUD"},
	{"AU$", "AUD"},
	{"$A", "AUD"},
	{"NZ$", "NZD"},
	{"$NZ", "NZD"},
	{"HK$", "HKD"},
	{"$HK", "HKD"},
	{"S$", "SGD"},
	{"R$", "BRL"},
	{"F$", "FJD"},
	{"$F", "FJD"},
	{"EC$", "XCD"},
	{"J$", "JMD"},
	{"TT$", "TTD"},
	{"L$", "LRD"},
	{"N$", "NAD"},
	{"£E", "EGP"},
	{"LE", "EGP"},
	{"£S", "SYP"},
	{"LS", "SYP"},
	{"LL", "LBP"},
	{"LD", "LYD"},
	{"SwF", "CHF"},
	{"Sw F", "CHF"},
	{"SFr", "CHF"},
	{"K Sh", "KES"},
	{"KSh", "KES"},
	{"K sh", "KES"},
	{"USh", "UGX"},
	{"TSh", "TZS"},
	{"T Sh", "TZS"},
	{"SoSh", "SOS"},
	{"Af", "AFN"},
	{"NRs", "NPR"},
	{"PRs", "PKR"},
	{"SLRs", "LKR"},
	{"SL Rs", "LKR"},
	{"MauRs", "MUR"},
	{"Rs", "INR"},
	{"Tk", "BDT"},
	{"Rp", "IDR"},
	{"Nkr", "NOK"},
	{"NKr", "NOK"},
	{"SKr", "SEK"},
	{"SkR", "SEK"},
	{"DKr", "DKK"},
	{"Dkr", "DKK"},
	{"FCFA", "XOF"},
	{"CFAF", "XOF"},
	{"F CFA", "XOF"},
	{"CFA", "XOF"},
	{"NIS", "ILS"},
	{"₪", "ILS"},
	{"₣", "CHF"},
	{"₦", "NGN"},
	{"₹", "INR"},
	{"₽", "RUB"},
	{"₴", "UAH"},
	{"₺", "TRY"},
	{"₩", "KRW"},
	{"₱", "PHP"},
	{"฿", "THB"},
	{"₫", "VND"},
	{"$", "USD"},
	{"€", "EUR"},
	{"£", "GBP"},
	{"¥", "CNY"},
	{"￥", "CNY"},
	{"人民币", "CNY"},
}

// signAt is the currency whose sign ends before end, and where the sign begins: of two that fit the longer one.
func (s *scanner) signAt(end int) (code string, at int) {
	at = end
	for _, c := range signsByEnd[runeAt(s.t, end-1)] {
		n := len([]rune(c.sign))
		if end-at >= n || !suffix(s.t, end, c.sign) || latin(rune(c.sign[0])) && latin(runeAt(s.t, end-n-1)) {
			continue
		}
		code, at = c.code, end-n
	}
	if code == "CNY" && !unicode.Is(unicode.Han, s.t[at]) && !s.hanText() {
		code = "JPY" // the sign of both: in an English text the yen's
	}
	return code, at
}

// signsByEnd are the signs by their last rune.
var signsByEnd = func() map[rune][]currencySign {
	by := map[rune][]currencySign{}
	for _, c := range signs {
		last, _ := utf8.DecodeLastRuneInString(c.sign)
		by[last] = append(by[last], c)
	}
	return by
}()

// hanText tells whether the first words of the text are Chinese.
func (s *scanner) hanText() bool {
	return slices.ContainsFunc(s.t[:min(len(s.t), 200)], func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// spelled tells the letters of a currency before a number that may be one of a series: Rs 45, LL 7.
func spelled(t []rune, at int, m *mention) bool {
	return latin(t[at]) && !strings.ContainsAny(string(t[at:m.numStart]), "$£") && m.numEnd-m.numStart < 4
}

// currencyBefore takes a currency sign, or a code such as "CHF ", before a number.
func (s *scanner) currencyBefore(m *mention) {
	end := m.start
	for end > 0 && blank(s.t[end-1]) {
		end--
	}
	if code, at := s.signAt(end); code != "" && (end == m.start || !digit(runeAt(s.t, at-1))) && !spelled(s.t, at, m) {
		m.quantity.Unit, m.start = code, at
		return
	}
	if end < 3 || !unicode.IsUpper(s.t[end-1]) || end == m.start {
		return
	}
	if name, n := s.words.Units.At(s.t, end-3); n == 3 && currency(name) {
		m.quantity.Unit, m.start = name, end-3
	}
}

// sharedMoney are the words of currencies that several countries share; they stand in units.tsv under their own name.
var sharedMoney = wordSet("dinar franc peso shilling rupee rial pound krone dirham kwacha")

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

// asks are the nouns of what money is sought for.
var asks = wordSet("plan plans appeal appeals request requests")

// undertakings are nouns of what is paid for, whose amount is its budget.
var undertakings = wordSet("project projects programme programmes operation operations initiative initiatives mission campaign scheme")

// qualifies is the measure that the noun gives which an English amount qualifies: "a $417 million response plan", "the $5 million
// grant"; empty where no article stands before the amount and a noun behind.
func (e *extractor) qualifies(t []rune, m mention) string {
	switch strings.ToLower(wordBefore(t, m.start)) {
	case "a", "an", "the", "its", "their", "this", "another", "new", "additional":
	default:
		return ""
	}
	end := max(m.end, m.numEnd)
	if end >= len(t) || !blank(t[end]) {
		return ""
	}
	var words []string
	for _, w := range strings.Fields(string(t[end:min(len(t), end+90)])) {
		bare := strings.Trim(w, ",.;:()”“")
		if low := strings.ToLower(bare); bare == "" || stopWords[low] || low == "and" || low == "gross" || low == "net" || digit([]rune(bare)[0]) || len(words) == 6 {
			break
		}
		if words = append(words, bare); bare != w {
			break
		}
	}
	if len(words) > 0 && topicWords[strings.ToLower(words[0])] || len(words) > 1 && (strings.EqualFold(words[0], "it") || strings.EqualFold(words[0], "they")) {
		return "" // the $12 million it owes
	}
	if len(words) == 0 || strings.HasSuffix(words[0], "ed") && len(words) == 1 { // the $5 million required
		return ""
	}
	switch head := strings.ToLower(words[len(words)-1]); {
	case asks[head]:
		return "funding_target"
	case undertakings[head]:
		return "budget"
	}
	name := e.named(words)
	if known := e.words.Noun(vocabulary.Plural(strings.ReplaceAll(name, "_", " "))); known != "" {
		return known
	}
	return name
}

// sought are the measures of what money is sought or lacking for, by the noun before "of".
var sought = map[string]string{"plan": "funding_target", "appeal": "funding_target", "request": "funding_target", "gap": "funding_gap", "shortfall": "funding_gap"}

// nounOf is the noun right before the "of" of an English amount of money; empty where none stands there.
func nounOf(t []rune, m mention) string {
	if strings.ToLower(wordBefore(t, m.start)) != "of" {
		return ""
	}
	return strings.ToLower(wordBefore(t, beforeWord(t, m.start)))
}
