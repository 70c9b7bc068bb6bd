package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// respectively gives the figures of a list what another list of the sentence names for them, one by one: places, groups or
// months. 分别, respectively.
func (e *extractor) respectively(t []rune, figures []data.Figure, v view) {
	for i := 0; i < len(figures); {
		j := i + 1
		for j < len(figures) && counts(figures[j].Unit, figures[i].Unit) && figures[j].Sentence == figures[i].Sentence && figures[j].Start-figures[j-1].End < 24 {
			j++
		}
		if j-i > 1 && holdsAny(figures[i].Sentence, "分别", "respectively") {
			sentence := v.sentences.within(figures[i].Start)
			sameNoun(figures[i:j])
			e.answer(t, figures[i:j], sentence, v.places, v.groups, v.dates)
		}
		i = j
	}
}

// sameNoun gives those of a list that have no noun of their own what the noun behind the last one says: 30 名和 20 名牧民.
func sameNoun(figures []data.Figure) {
	last := figures[len(figures)-1]
	if last.Counted == "" || last.Why["measure"] == "change" || last.Unit == "percent" || moneyOr(last.Unit) == "USD" {
		return
	}
	for i := range figures {
		if figures[i].Counted == "" {
			figures[i].Measure, figures[i].Why["measure"] = last.Measure, last.Why["measure"]
		}
	}
}

// answer gives the figures of one list what answers to them.
func (e *extractor) answer(t []rune, figures []data.Figure, sentence [2]int, places, groups []named, dates []dated) {
	n := len(figures)
	placed := namedRun(t, around(places, figures[0].Start), n, sentence)
	for k, p := range placed {
		name := p.name
		figures[k].Place, figures[k].Why["place"] = &name, "respectively"
		figures[k].Region = e.region(figures[k].Section, name)
	}
	grouped := namedRun(t, around(groups, figures[0].Start), n, sentence)
	for k, g := range grouped {
		if figures[k].Group != nil {
			name := g.name
			figures[k].Group, figures[k].Why["group"] = &name, string(t[g.start:g.end])
		}
	}
	months := e.monthRun(t, around(dates, figures[0].Start), n, sentence)
	for k := range months {
		figures[k].AsOf, figures[k].Why["as_of"] = &months[k], "respectively"
	}
	if placed != nil || grouped != nil || months != nil {
		return
	}
	for k := 1; k < n; k++ { // the second of two, of whom only the first is known: 博科圣地和…分别有 300 名和 500 名
		if figures[k].Group != nil && e.pairOpens(t, groups, figures[k], sentence) {
			figures[k].Group = nil
			delete(figures[k].Why, "group")
		}
	}
}

// pairOpens tells whether the group of a figure is joined in its sentence to another name that no table knows.
func (e *extractor) pairOpens(t []rune, groups []named, f data.Figure, sentence [2]int) bool {
	for _, g := range around(groups, f.Start) {
		if g.name != *f.Group || g.start < sentence[0] || g.end > f.Start {
			continue
		}
		j := past(t, g.end)
		for _, w := range []string{"and ", ", ", "和", "与", "及", "、"} {
			if k := j + len([]rune(w)); prefix(t, j, w) && (w[0] >= 0x80 || unicode.IsUpper(runeAt(t, k)) || prefix(t, k, "the ")) {
				return true
			}
		}
	}
	return false
}

// namedRun is the one list of n names of a sentence that nothing else joins; nil where there is none.
func namedRun(t []rune, names []named, n int, sentence [2]int) []named {
	for from := 0; from+n <= len(names); from++ {
		run := names[from : from+n]
		if run[0].start < sentence[0] || run[n-1].end > sentence[1] || from > 0 && joined(t, names[from-1].end, run[0].start) || from+n < len(names) && joined(t, run[n-1].end, names[from+n].start) {
			continue
		}
		whole := true
		for k := 1; k < n; k++ {
			whole = whole && joined(t, run[k-1].end, run[k].start)
		}
		if whole {
			return run
		}
	}
	return nil
}

// monthRun are the terms of the n months or years that a sentence lists, and no other; nil where it does not.
func (e *extractor) monthRun(t []rune, dates []dated, n int, sentence [2]int) []string {
	var all []string
	last := -1
	for i, d := range dates {
		if d.start < sentence[0] || d.end > sentence[1] {
			continue
		}
		if d.to != nil || d.term != "" || d.part != "" || d.day > 0 || d.since || last >= 0 && !joined(t, last, d.start) && !joinedBy(t, last, d.start) {
			return nil
		}
		last = d.end
		first := d
		first.toMonth = 0
		one := append([]dated(nil), dates...)
		one[i] = first
		all = append(all, e.term(t, one, i))
		if d.toMonth > 0 { // June and July
			if words := string(t[d.start:d.end]); !holdsAny(words, " and ", "和", "、") {
				return nil
			}
			one[i].month = d.toMonth
			all = append(all, e.term(t, one, i))
		}
	}
	if len(all) != n {
		return nil
	}
	return all
}

// joinedBy tells whether "and in" or its like stands between two dates of a list.
func joinedBy(t []rune, from, to int) bool {
	if to < from || to-from > 9 {
		return false
	}
	switch strings.TrimSpace(string(t[from:to])) {
	case "and in", ", in", ", and in":
		return true
	}
	return false
}
