package charts

import (
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// QuantityText says a quantity in words, with its hedge and its unit: "more than 7,000", "500 to 1,200", "约 6.5 万".
func QuantityText(q data.Quantity, words *translations.Words, v *vocabulary.Vocabulary) string {
	number := func(d *data.Decimal) string { return Number(*d, words) }
	low, high := "", ""
	if q.Low != nil && q.High != nil {
		last := *q.High
		if q.Bound == data.Indefinite {
			last = below(last)
		}
		low, high = ends(*q.Low, last, words)
	}
	text := ""
	switch {
	case q.Bound == data.Indefinite && q.Low != nil && q.High != nil:
		text = words.Say("quantity.indefinite", low, high)
	case q.Low != nil && q.High != nil:
		text = words.Say("quantity.range", low, high)
		if q.Bound != data.Range {
			text = words.Say("quantity."+string(q.Bound), text)
		}
	case q.Value == nil:
		return ""
	case q.Bound == data.LessThan && nearly(q.Hedge):
		text = words.Say("quantity.nearly", number(q.Value))
	default:
		text = words.Say("quantity."+string(q.Bound), number(q.Value))
	}
	switch q.Unit {
	case "person", "child", "woman", "":
	case "percent":
		text += "%"
	default:
		if last := text[len(text)-1]; words.Short() != "zh" || last < 0x80 { // 3 亿美元, 3 000 美元
			text += " "
		}
		text += v.Label(vocabulary.Unit, q.Unit, words.Short())
	}
	return text
}

// ends are the two ends of a range in one form: 8,000 至 12,000, 3.5 万至 4 万.
func ends(low, high data.Decimal, words *translations.Words) (string, string) {
	if words.Short() == "zh" && low.Float() < 1e4 && high.Float() < 1e6 {
		return Grouped(low.String()), Grouped(high.String())
	}
	return Number(low, words), Number(high, words)
}

// below is the number that a vague quantity stays below, where its upper end is a long row of nines, which would look measured:
// "millions" goes to 9,999,999, said as 10 million.
func below(high data.Decimal) data.Decimal {
	if nines := high.String(); len(nines) > 4 && strings.Trim(nines, "9") == "" {
		return data.NewDecimal(1, int32(len(nines)))
	}
	return high
}

// nearly tells "nearly 9,000" from "fewer than 9,000": both are less_than, and must not look alike.
func nearly(hedge string) bool {
	switch strings.ToLower(hedge) {
	case "nearly", "almost", "close to", "近", "将近", "接近":
		return true
	}
	return false
}

// Minus is the sign of numbers below zero where people read them: as wide as a digit, never taken for a hyphen or torn from its
// number at a line's end. Data hold the hyphen-minus, which programs read: see Plain.
const Minus = "\u2212"

// Plain is words with numbers as programs read them: the sign of those below zero is the hyphen-minus.
func Plain(words string) string { return strings.ReplaceAll(words, Minus, "-") }

// Number writes a number by the language's rules, below zero with Minus: 65,000 in English, 6.5 万 in Chinese, where 万 and 亿
// are for round numbers, as United Nations documents have them: an exact count such as 42,308 stays in digits, or it would look
// like a conversion.
func Number(d data.Decimal, words *translations.Words) string {
	if text := d.String(); strings.HasPrefix(text, "-") {
		if above, err := data.ParseDecimal(text[1:]); err == nil {
			return Minus + Number(above, words)
		}
	}
	f := d.Float()
	if words.Short() == "zh" {
		for _, s := range []struct {
			least float64
			zeros int32
			word  string
		}{{1e12, -12, "万亿"}, {1e8, -8, "亿"}, {1e4, -4, "万"}} {
			if f >= s.least {
				if short := d.Times(data.NewDecimal(1, s.zeros)).String(); decimals(short) <= 2 {
					return short + " " + s.word
				}
				break // a smaller word would have no fewer digits before the point
			}
		}
	} else if f >= 1e6 {
		for _, s := range []struct {
			least float64
			zeros int32
			word  string
		}{{1e12, -12, "trillion"}, {1e9, -9, "billion"}, {1e6, -6, "million"}} {
			if f < s.least {
				continue
			}
			if short := d.Times(data.NewDecimal(1, s.zeros)).String(); decimals(short) <= 3 { // 2.711 billion
				return short + " " + s.word
			}
			break
		}
	}
	return Grouped(d.String())
}

// decimals is how many digits stand behind the point.
func decimals(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	return len(fraction)
}

// Grouped is a decimal number, its whole part with commas between groups of three digits.
func Grouped(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && whole[:i] != "-" {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if point {
		return b.String() + "." + fraction
	}
	return b.String()
}
