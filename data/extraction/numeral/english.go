package numeral

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

var words = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var noughts = map[string]bool{"zero": true, "nought": true, "naught": true}

var wordScales = map[string]int64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}

var vagueWords = map[string]int64{"hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}

// ordinals are the bottoms of fractions: third, twentieth, hundredth.
var ordinals = map[string]int64{
	"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000, "millionth": 1_000_000, "billionth": 1_000_000_000, "trillionth": 1_000_000_000_000,
}

// english reads twenty-five, two hundred and five, two dozen, hundreds, tens of thousands, two thirds, half a million,
// one and a half, five point five.
func english(t []rune, i int) (Number, bool) {
	n := Number{Start: i, Words: true}
	word, j := Word(t, i)
	if scale, ok := vagueWords[word]; ok {
		n.Low, n.High = vagueEnds(scale)
		n.End = j
		if thousands := " of thousands"; word == "hundreds" && Prefix(t, j, thousands) {
			n.Low, n.High = vagueEnds(100_000)
			n.End = j + len(thousands)
		}
		return n, true
	}
	switch word {
	case "dozens", "scores":
		if word == "scores" && !Prefix(t, j, " of ") {
			return n, false
		}
		low, high := whole(24), whole(99)
		if word == "scores" {
			low = whole(40)
		}
		n.Low, n.High, n.End = &low, &high, j
		return n, true
	case "tens":
		low, high := whole(20), whole(99)
		n.End = j
		switch {
		case Prefix(t, j, " of thousands"):
			low, high, n.End = whole(20_000), whole(99_999), j+len(" of thousands")
		case Prefix(t, j, " of millions"):
			low, high, n.End = whole(20_000_000), whole(99_999_999), j+len(" of millions")
		default:
			return n, false
		}
		n.Low, n.High = &low, &high
		return n, true
	case "half", "quarter":
		return part(t, n, word, j)
	case "several", "few":
		return several(t, n, j)
	case "a", "an":
		if few, k := Word(t, skip(t, j)); few == "few" {
			return several(t, n, k)
		}
		return article(t, n, j)
	case "hundred":
		if next, end := Word(t, skip(t, j)); wordScales[next] > 0 && end > j {
			n.Value, n.End = whole(100*wordScales[next]), end
			return n, true
		}
		return n, false
	case "thousand", "million":
		return n, false
	}
	value, end, ok := cardinal(t, i)
	if !ok {
		return n, false
	}
	n.Value, n.End = value, end
	if next, k := Word(t, skip(t, end)); next == "dozen" || next == "doz" || next == "dozs" {
		n.Value, n.End = value.Times(whole(12)), k
		return n, true
	}
	if mixed, ok := mixedFraction(t, n); ok {
		return mixed, true
	}
	if top, ok := under(t, n); ok {
		return top, true
	}
	return withFraction(t, n), true
}

// several reads "several dozen", "a few hundred", "several hundred thousand" as the vague count that they are.
func several(t []rune, n Number, j int) (Number, bool) {
	word, end := Word(t, skip(t, j))
	switch word {
	case "dozen":
		low, high := whole(24), whole(99)
		n.Low, n.High, n.End = &low, &high, end
		return n, true
	case "hundred":
		n.Low, n.High = vagueEnds(100)
		n.End = end
		if next, k := Word(t, skip(t, end)); wordScales[next] > 0 {
			n.Low, n.High = vagueEnds(100 * wordScales[next])
			n.End = k
		}
		return n, true
	}
	scale := wordScales[word]
	if scale == 0 {
		return n, false
	}
	n.Low, n.High = vagueEnds(scale)
	n.End = end
	return n, true
}

// mixedFraction reads "two million and three fifths": the last "and" parts the whole from the fraction.
func mixedFraction(t []rune, n Number) (Number, bool) {
	for at := n.End - 5; at > n.Start; at-- {
		if !Prefix(t, at, " and ") {
			continue
		}
		value, end, ok := cardinal(t, n.Start)
		if left, leftEnd, fits := cardinal(t[:at], n.Start); fits && leftEnd == at {
			value, end, ok = left, leftEnd, true
		}
		if !ok || end != at {
			return n, false
		}
		top, topEnd, ok := cardinal(t, at+5)
		if !ok {
			return n, false
		}
		f, ok := under(t, Number{Start: at + 5, End: topEnd, Value: top})
		if !ok {
			return n, false
		}
		fraction, e := f.Value, f.End
		last := at
		for last > n.Start && t[last-1] != ' ' {
			last--
		}
		if before, _ := Word(t, last); wordScales[before] >= 1e6 { // two million and three fifths: of a million
			fraction = fraction.Times(whole(wordScales[before]))
		}
		if scale, end := Word(t, skip(t, e)); wordScales[scale] > 0 {
			fraction = f.Value
			fraction, e = fraction.Times(whole(wordScales[scale])), end
		}
		return Number{Start: n.Start, End: e, Value: value.Plus(fraction), Words: true}, true
	}
	return n, false
}

// half and quarter: "half of", "half a million", "half the".
func part(t []rune, n Number, word string, j int) (Number, bool) {
	n.Value, n.Kind, n.End = whole(1).Over(whole(ordinals[word])), Fraction, j
	if word == "quarter" {
		if _, k := Word(t, skip(t, j)); k == 0 || !isScale(t, skip(t, j)) {
			return n, false
		}
	}
	k := skip(t, j)
	if Prefix(t, k, "a ") {
		k += 2
	}
	if next, end := Word(t, k); next == "dozen" && word == "half" { // half a dozen
		n.Value, n.Kind, n.End = whole(6), Plain, end
		return n, true
	}
	if next, end := Word(t, k); wordScales[next] > 0 {
		n.Value, n.Kind, n.End = n.Value.Times(whole(wordScales[next])), Plain, end
		return n, true
	}
	if word == "half" && (Prefix(t, n.Start-6, "and a ") || j < len(t) && t[j] == '-') || Prefix(t, j, " of 20") || Prefix(t, j, " of 19") {
		return n, false // half-brother; the second half of 2020
	}
	return n, true
}

func isScale(t []rune, i int) bool { w, _ := Word(t, i); return wordScales[w] > 0 }

// article reads "a hundred", "a dozen", "a third", "a half"; an article before anything else counts nothing.
func article(t []rune, n Number, j int) (Number, bool) {
	k := skip(t, j)
	if k == j {
		return n, false
	}
	next, end := Word(t, k)
	switch {
	case next == "couple" && Prefix(t, end, " of "):
		return several(t, n, end+len(" of"))
	case next == "half" && Prefix(t, n.Start-4, "and "): // a year and a half
		return n, false
	case next == "hundred" || wordScales[next] > 0:
		if value, e, ok := cardinalFrom(t, k, true); ok {
			n.Value, n.End = value, e
			if top, ok := under(t, n); ok {
				return top, true
			}
			return withFraction(t, n), true
		}
	case next == "dozen":
		n.Value, n.End = whole(12), end
		return n, true
	case next == "half", next == "third", next == "quarter", next == "fourth", next == "fifth", next == "tenth", next == "hundredth", next == "thousandth", next == "millionth", next == "trillionth":
		if next != "half" && !Prefix(t, end, " of ") && end != len(t) && !(sized[wordBefore(t, n.Start)] && leftOff(t, end)) {
			return n, false // a third party, a quarter
		}
		n.Value, n.End, n.Kind = whole(1).Over(whole(ordinals[next])), end, Fraction
		if of := " of a "; Prefix(t, end, of) { // a quarter of a million
			if scale, behind := Word(t, end+len(of)); wordScales[scale] > 0 {
				n.Value, n.End, n.Kind = whole(wordScales[scale]).Over(whole(ordinals[next])), behind, Plain
			}
		}
		return n, true
	default:
		if bottom, e, ok := ordinal(t, k); ok && e == len(t) {
			n.Value, n.End, n.Kind = whole(1).Over(bottom), e, Fraction
			return n, true
		}
	}
	return n, false
}

// sized are the words before "a third" that make it an amount: by a third, nearly a third.
var sized = map[string]bool{
	"by": true, "than": true, "about": true, "around": true, "nearly": true, "almost": true, "over": true, "under": true, "to": true, "of": true, "least": true, "roughly": true, "approximately": true,
	"some": true, "below": true, "above": true, "most": true, "on": true, "like": true, "exceeding": true, "circa": true, "virtually": true, "approaching": true, "nearing": true, "less": true, "quite": true, "as": true, "estimated": true, "many": true, "minimum": true,
}

// leftOff tells whether no noun follows at t[i].
func leftOff(t []rune, i int) bool {
	if i >= len(t) || !Blank(t[i]) {
		return i >= len(t) || !unicode.IsLetter(t[i]) && t[i] != '-'
	}
	switch w, _ := Word(t, skip(t, i)); w {
	case "in", "since", "between", "over", "during", "from", "to", "compared", "and", "or", "as", "at", "on", "by", "for", "per", "with", "while", "but", "after", "within", "through", "this", "last", "relative", "more", "less":
		return true
	}
	return false
}

// wordBefore is the word in letters that ends before t[i], a blank between, in small letters.
func wordBefore(t []rune, i int) string {
	end := i
	for end > 0 && Blank(t[end-1]) {
		end--
	}
	start := end
	for start > 0 && unicode.IsLetter(t[start-1]) && end-start < 24 {
		start--
	}
	return strings.ToLower(string(t[start:end]))
}

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

// ordinal reads "thirds", "twenty-first", "hundredths" as the bottom of a fraction.
func ordinal(t []rune, i int) (data.Decimal, int, bool) {
	w, e := Word(t, i)
	if value, ok := ordinals[strings.TrimSuffix(w, "s")]; ok {
		return whole(value), e, true
	}
	if w == "halves" {
		return whole(2), e, true
	}
	if tens := words[w]; tens >= 20 && e < len(t) && (t[e] == '-' || t[e] == ' ') {
		last, e2 := Word(t, e+1)
		last = strings.TrimSuffix(last, "s")
		if last == "first" {
			return whole(tens + 1), e2, true
		}
		if last == "second" {
			return whole(tens + 2), e2, true
		}
		if v := ordinals[last]; v >= 3 && v < 10 {
			return whole(tens + v), e2, true
		}
	}
	return data.Decimal{}, i, false
}

// under makes a fraction of a cardinal before an ordinal: two thirds, one-fourth, three twenty-firsts.
func under(t []rune, n Number) (Number, bool) {
	k := skip(t, n.End)
	if k < len(t) && t[k] == '-' {
		k = skip(t, k+1)
	}
	if k == n.End {
		return n, false
	}
	bottom, end, ok := ordinal(t, k)
	if hundred, e, found := cardinal(t, k); !ok && found && t[k-1] != '-' { // one one hundred fifth
		if last, e2, fits := ordinal(t, skip(t, e)); fits && last.Cmp(whole(10)) < 0 && hundred.Cmp(whole(100)) >= 0 {
			bottom, end, ok = hundred.Plus(last), e2, true
		}
	}
	if tens := tensAt(t, n); ok && tens > 0 && bottom.Cmp(whole(10)) < 0 && t[k-1] != '-' { // one hundred thirty fifths
		if rest := n.Value.Plus(whole(-tens)); rest.Cmp(whole(0)) > 0 {
			n.Value, bottom = rest, bottom.Plus(whole(tens))
		}
	}
	if !ok || end < len(t) && t[end] == '-' { // two third-party monitors
		return n, false
	}
	plural := t[end-1] == 's'
	if n.Value.Cmp(whole(1)) != 0 && !plural {
		return n, false
	}
	if !plural && end < len(t) && !Prefix(t, end, " of ") && !strings.ContainsRune(".,;:)", t[end]) { // one third party
		if w, _ := Word(t, skip(t, end)); w != "" && w != "the" && w != "more" && w != "less" && w != "and" && w != "to" && w != "in" && w != "were" && w != "are" && w != "is" && w != "have" && w != "had" && w != "has" {
			return n, false
		}
	}
	n.Value, n.End, n.Kind = n.Value.Over(bottom), end, Fraction
	if of := " of a "; Prefix(t, end, of) { // three quarters of a million
		if scale, behind := Word(t, end+len(of)); wordScales[scale] > 0 {
			n.Value, n.End, n.Kind = n.Value.Times(whole(wordScales[scale])), behind, Plain
		}
	}
	return n, true
}

// tensAt is the value of the tens that a number in words ends in with no hyphen: thirty in "one hundred thirty"; 0 for others.
func tensAt(t []rune, n Number) int64 {
	i := n.End
	for i > n.Start && t[i-1] != ' ' && t[i-1] != '-' {
		i--
	}
	if i == n.Start || t[i-1] == '-' || Prefix(t, i-5, " and ") {
		return 0
	}
	if w, _ := Word(t, i); words[w] >= 20 {
		return words[w]
	}
	return 0
}

// withFraction adds what follows a cardinal: "and a half", "and three quarters".
func withFraction(t []rune, n Number) Number {
	k := skip(t, n.End)
	if !Prefix(t, k, "and ") {
		return n
	}
	k += len("and ")
	if w, e := Word(t, k+2); Prefix(t, k, "a ") && ordinals[w] > 0 {
		part := whole(1).Over(whole(ordinals[w]))
		if scale, end := Word(t, skip(t, e)); wordScales[scale] > 0 {
			unit := whole(wordScales[scale])
			if n.Value.Cmp(unit) >= 0 { // one billion and a half million
				n.Value, n.End = n.Value.Plus(part.Times(unit)), end
			} else { // one and a half million
				n.Value, n.End = n.Value.Plus(part).Times(unit), end
			}
			return n
		}
		for _, scale := range []int64{1e12, 1e9, 1e6, 1e3} { // a million and a half
			if unit := whole(scale); n.Value.Cmp(unit) >= 0 {
				part = part.Times(unit)
				break
			}
		}
		n.Value, n.End = n.Value.Plus(part), e
		return n
	}
	if value, end, ok := cardinal(t, k); ok {
		if f, ok := under(t, Number{Start: k, End: end, Value: value}); ok {
			n.Value, n.End = n.Value.Plus(f.Value), f.End
		}
	}
	return n
}
