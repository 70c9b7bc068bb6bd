package extraction

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// A hedge before a list may be meant for its first member alone or for all of them. Where the members' numbers share one noun it
// stands before them as one (about 300 and 200 people), and where 分别 or 均 opens it, it tells of each; else, since no grammar
// says which is meant, the others are kept as printed and marked as uncertain: at least 300 men, 200 women and 100 children.

// uncertainBound is the confidence at most of a figure of which it is not known whether a hedge governs it: a person should look.
const uncertainBound = 0.45

// listBounds gives the members of each list that a hedge opens its bound, where grammar says so, and marks them where it does not.
func listBounds(figures []data.Figure, mentions []mention, t []rune) {
	for i := 0; i < len(figures); {
		to := i + 1
		for to < len(figures) && nextMember(t, mentions[to-1], mentions[to], &figures[to-1], &figures[to]) {
			to++
		}
		if to-i > 1 && opensList(&figures[i]) {
			govern(figures[i:to], mentions[i:to], t)
		}
		i = to
	}
}

// opensList tells whether a hedge of one side stands before a figure's number.
func opensList(f *data.Figure) bool {
	switch f.Bound {
	case data.Exact, data.Range, data.Indefinite:
		return false
	}
	return f.Hedge != "" && strings.HasPrefix(strings.ToLower(f.Text), strings.ToLower(f.Hedge))
}

// nextMember tells whether one figure is the next member of the list in which another stands, with nothing between but the link and
// maybe where the first was: 12 in Gao, 5 in Kidal.
func nextMember(t []rune, last, m mention, before, f *data.Figure) bool {
	from := max(last.end, last.nounEnd)
	if before.Sentence != f.Sentence || from >= m.start || m.start-from > 40 || !counts(before.Unit, f.Unit) {
		return false
	}
	between := strings.TrimSpace(string(t[from:m.start]))
	if listLink(t, from, m.start) {
		return true
	}
	words := strings.Fields(between)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	switch link := words[len(words)-1]; {
	case link != "and" && !strings.HasSuffix(link, ","):
		return false
	case words[0] != "in" && words[0] != "from" && words[0] != "at":
		return false
	}
	return !slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return finite[w] || strings.HasSuffix(w, "ed") || strings.ContainsAny(w, "();:") })
}

// govern gives the members of one list behind the first the bound of its hedge, or marks them; a hedge before any of them says
// that each has its own.
func govern(figures []data.Figure, mentions []mention, t []rune) {
	first := &figures[0]
	for i := range figures[1:] {
		if f := &figures[i+1]; f.Hedge != "" || f.Bound != data.Exact {
			return
		}
	}
	over := mentions[0].end == mentions[0].numEnd && first.Unit != "percent" && moneyOr(first.Unit) != "USD" || opensEach(t, mentions[0].start)
	for i := range figures[1:] {
		f := &figures[i+1]
		if over {
			f.Bound, f.Hedge, f.Why["bound"] = first.Bound, first.Hedge, "hedge over the list: "+first.Hedge
			continue
		}
		f.Why["bound"], f.Confidence = "hedge before the list: "+first.Hedge, min(f.Confidence, uncertainBound)
	}
}

// opensEach tells whether a Chinese hedge stands behind a word for each of those that follow: 分别约为 300 人和 200 人.
func opensEach(t []rune, start int) bool {
	end := unblanked(t, start)
	for _, w := range []string{"分别", "均", "各", "都"} {
		if suffix(t, end, w) {
			return true
		}
	}
	return false
}
