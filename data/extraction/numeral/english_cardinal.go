package numeral

import "figurebook.org/figurebook/data"

var words = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var noughts = map[string]bool{"zero": true, "nought": true, "naught": true}

var wordScales = map[string]int64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}

func cardinal(t []rune, i int) (data.Decimal, int, bool) { return cardinalFrom(t, i, false) }

// cardinalFrom reads a cardinal in words from t[i]; one tells that an article stood before, which counts as one.
func cardinalFrom(t []rune, i int, one bool) (data.Decimal, int, bool) {
	var total, group, lastScale int64
	j, end := i, i
	found := one
	if one {
		group = 1
	}
	for range 24 {
		k := j
		if end > i {
			if k = skip(t, j); k < len(t) && t[k] == '-' {
				if k = skip(t, k+1); !(group%100 >= 20 && group%10 == 0) {
					break
				}
			}
		}
		w, e := Word(t, k)
		and := w == "and" && found
		if and {
			k = skip(t, e)
			w, e = Word(t, k)
		}
		switch value, scale := words[w], wordScales[w]; {
		case noughts[w] && !found:
			return decimalWords(t, 0, e, true)
		case value > 0 && value < 10 && (group%10 == 0 && group%100 != 10 || group == 0):
			if and && group%100 != 0 || and && group == 0 && total == 0 {
				return whole(total + group), end, found
			}
			group += value
		case value >= 10 && group%100 == 0:
			if and && group == 0 && total == 0 {
				return whole(total + group), end, found
			}
			group += value
		case w == "hundred" && group > 0 && group < 100 && !and:
			group *= 100
		case scale > 0 && (group > 0 || lastScale > 0 && total > 0) && !and:
			if group == 0 {
				total *= scale
			} else if lastScale > 0 && scale > lastScale {
				return whole(total + group), end, found
			} else {
				total += group * scale
			}
			group, lastScale = 0, scale
			if total > 1e15 {
				return whole(total), e, true
			}
		default:
			return decimalWords(t, total+group, end, found)
		}
		found = true
		j, end = e, e
	}
	return whole(total + group), end, found
}

// decimalWords reads "point five" behind a cardinal.
func decimalWords(t []rune, value int64, end int, found bool) (data.Decimal, int, bool) {
	k := skip(t, end)
	if !found || !Prefix(t, k, "point ") {
		return whole(value), end, found
	}
	j := k + len("point ")
	text := ""
	for {
		w, e := Word(t, skip(t, j))
		switch {
		case noughts[w]:
			text += "0"
		case words[w] > 0 && words[w] < 10:
			text += string(rune('0' + words[w]))
		case words[w] >= 20 && text == "":
			more, e2, _ := cardinal(t, skip(t, j))
			text, e = more.String(), e2
			end = e
			d, err := data.ParseDecimal("0." + text)
			return whole(value).Plus(d), end, err == nil
		default:
			d, err := data.ParseDecimal("0." + text)
			if text == "" || err != nil {
				return whole(value), end, found
			}
			return whole(value).Plus(d), end, true
		}
		j, end = e, e
	}
}
