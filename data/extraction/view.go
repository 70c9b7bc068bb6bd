package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// A view is what a stretch of a paragraph holds that figures are told by: its sentences and clauses, and the names and dates in
// it. A very long paragraph is seen stretch by stretch, so that what is held of it does not grow with its length.
type view struct {
	sentences, clauses spans
	places, groups     []named
	dates              []dated
}

// stretch is how far apart, in runes, the figures of one view may stand.
const stretch = 1 << 15

// view looks at what the figures from t[from] to t[to] are told by.
func (e *extractor) view(t []rune, from, to int) view {
	if len(t) <= 2*stretch {
		from, to = 0, len(t)
	}
	from, to = max(0, from-4*reach), min(len(t), to+5*reach)
	v := view{sentences: spansOf(t, from, to, sentenceEnd), clauses: spansOf(t, from, to, clauseEnd), groups: find(t, from, to, &e.words.Groups), dates: e.dates(t, from, to)}
	v.places = located(t, e.parts(t, e.learned(t, from, to, find(t, from, to, &e.words.Places))), v.groups)
	e.elsewhere(t, v.places)
	if from == 0 {
		if p := e.headed(t); p.end > 0 {
			v.places = append([]named{p}, v.places...)
		}
	}
	e.balance = balances(t, from, to)
	return v
}

// inView is the number of the first mentions that one view may hold.
func inView(mentions []mention) int {
	n := 1
	for n < len(mentions) && mentions[n].start-mentions[0].start < stretch {
		n++
	}
	return n
}

// balance is, at each place of a stretch, how many more brackets were opened than closed before it.
type balance struct {
	from int
	open []int32
}

func (b balance) at(place int) int32 {
	return b.open[max(0, min(place-b.from, len(b.open)-1))]
}

func balances(t []rune, from, to int) balance {
	b := balance{from, make([]int32, to-from+1)}
	for i, r := range t[from:to] {
		b.open[i+1] = b.open[i]
		switch r {
		case '(', '（':
			b.open[i+1]++
		case ')', '）':
			b.open[i+1]--
		}
	}
	return b
}

// room makes sure that n more figures find room, by how many stood in the text seen so far: a figure is large, and is copied as
// seldom as may be.
func (e *extractor) room(n int) {
	have := len(e.figures)
	if have+n <= cap(e.figures) {
		return
	}
	size := min(4*(have+n)+16, int(float64(have+n)*1.05*float64(e.runes)/float64(max(1, e.read)))+16)
	grown := make([]data.Figure, have, max(have+n, size))
	copy(grown, e.figures)
	e.figures = grown
}

// lower is a sentence in small letters, made once for the figures that share it.
func (e *extractor) lower(sentence string) string {
	if sentence != e.sentence {
		e.sentence, e.small = sentence, sentence
		if e.report.Language != "zh" || strings.ContainsFunc(sentence, func(r rune) bool { return r >= 'A' && r <= 'Z' }) {
			e.small = strings.ToLower(sentence)
		}
	}
	return e.small
}
