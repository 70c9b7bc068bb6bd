package numeral

var vagueWords = map[string]int64{"hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}

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
	case "dozens", "scores", "tens":
		return collective(t, n, word, j)
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

// collectives are the ends of dozens, scores and tens: with is the rest of the words, before is what has to follow them.
var collectives = map[string][]struct {
	with, before string
	low, high    int64
}{
	"dozens": {{"", "", 24, 99}},
	"scores": {{"", " of ", 40, 99}},
	"tens":   {{" of thousands", "", 20_000, 99_999}, {" of millions", "", 20_000_000, 99_999_999}},
}

// collective reads "dozens", "scores of", "tens of thousands" as the vague counts that they are.
func collective(t []rune, n Number, word string, j int) (Number, bool) {
	for _, c := range collectives[word] {
		if end := j + len(c.with); Prefix(t, j, c.with) && Prefix(t, end, c.before) {
			low, high := whole(c.low), whole(c.high)
			n.Low, n.High, n.End = &low, &high, end
			return n, true
		}
	}
	return n, false
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
