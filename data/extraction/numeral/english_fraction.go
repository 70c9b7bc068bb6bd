package numeral

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// ordinals are the bottoms of fractions: third, twentieth, hundredth.
var ordinals = map[string]int64{
	"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000, "millionth": 1_000_000, "billionth": 1_000_000_000, "trillionth": 1_000_000_000_000,
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

// part reads half and quarter: "half of", "half a million", "half the".
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
