package charts

import (
	"strings"
	"unicode"
)

// mostLinesOfName is how many lines a name may take beside marks. What it loses stands whole in the table, the alternative text,
// the data and what the window says of the mark.
const mostLinesOfName = 6

// shortened wraps a name as wrap does, in a few lines: a longer one ends with an ellipsis. It is cut between words and a good way from
// any number, so that neither a number nor its hedge is torn: where there is no such place it stays whole.
func shortened(text string, size float64, bold bool, room float64) []string {
	lines := wrap(text, size, bold, room)
	if len(lines) <= mostLinesOfName {
		return lines
	}
	pieces := pieces(strings.Join(strings.Fields(text), " "))
	low, high := 0, len(pieces) // the longest start that fits with its ellipsis, in pieces
	for low < high {
		middle := (low + high + 1) / 2
		if len(wrap(cut(pieces, middle), size, bold, room)) <= mostLinesOfName {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for n := low; n > 0; n-- {
		if !numbered(pieces[max(0, n-nearNumber):min(len(pieces), n+nearNumber)]) {
			return wrap(cut(pieces, n), size, bold, room)
		}
	}
	if low == 0 || !numbered(pieces) { // one piece without an end: it is broken between its runes
		return append(lines[:mostLinesOfName-1:mostLinesOfName-1], fitting(lines[mostLinesOfName-1], size, bold, room-textWidth("…", size, bold))+"…")
	}
	return lines
}

// names are some names shortened, by the names; those that would look like another stay whole.
func names(all []string, size float64, bold bool, room float64) map[string][]string {
	short, of := make(map[string][]string, len(all)), map[string]string{}
	for _, name := range all {
		if _, known := short[name]; known {
			continue
		}
		short[name] = shortened(name, size, bold, room)
		looks := strings.Join(short[name], " ")
		if other, twice := of[looks]; twice {
			short[name], short[other] = wrap(name, size, bold, room), wrap(other, size, bold, room)
		}
		of[looks] = name
	}
	return short
}

// seriesNames are the names of the series, shortened.
func (c *Chart) seriesNames(size, room float64) map[string][]string {
	all := make([]string, len(c.Series))
	for i, s := range c.Series {
		all[i] = s.Label
	}
	return names(all, size, false, room)
}

// markNames are what marks are called, as of tells, shortened.
func (c *Chart) markNames(of func(*Mark) string, size float64, bold bool, room float64) map[string][]string {
	all := make([]string, len(c.Marks))
	for i := range c.Marks {
		all[i] = of(&c.Marks[i])
	}
	return names(all, size, bold, room)
}

func rowName(m *Mark) string { return m.Row }

// nearNumber is how many words a hedge and its number, or the two ends of a range, take at most on either side of a cut.
const nearNumber = 5

// cut is the start of a text with an ellipsis after it.
func cut(pieces []string, n int) string {
	return strings.TrimRightFunc(strings.Join(pieces[:n], ""), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune(")）》”", r)
	}) + "…"
}

// numberWords are the English words of which numbers consist, without the s of several.
var numberWords = func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twentie thirty thirtie forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half halve third quarter fifth tenth twice double triple") {
		words[word] = true
	}
	return words
}()

// numbered tells whether some words hold a number, in digits or in words.
func numbered(words []string) bool {
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsDigit) || strings.ContainsAny(w, "一二三四五六七八九十两半百千万亿") {
			return true
		}
		for part := range strings.FieldsFuncSeq(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if numberWords[strings.TrimSuffix(part, "s")] {
				return true
			}
		}
	}
	return false
}
