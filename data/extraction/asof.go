package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// asOf takes the date that belongs to the mention: one that stands close behind its words, else the nearest before it
// in the sentence that belongs to no other number, else one behind it, else that of the sentence before where this one
// goes on with it, else the reporting period, or where that is not known the date of the report.
func (e *extractor) asOf(f *data.Figure, t []rune, m mention, dates []dated, sc scope, before []data.Figure) {
	var last *data.Figure
	if len(before) > 0 {
		last = &before[len(before)-1]
	}
	if when := changedTo(f, t, dates, before); when != nil {
		f.AsOf, f.Why["as_of"] = when, "same change"
		return
	}
	now := present(t, m, dates, sc) && m.quantity.Unit != "times" // 现在的四倍
	if now {
		dates = nil
	} else if last != nil && last.Why["as_of"] == "now" && nextClause(t, last, f) { // 目前有 9000 名军人，2000 名文职人员
		when := *last.AsOf
		f.AsOf, f.Why["as_of"] = &when, "now"
		return
	} else if f.Language == "zh" && last != nil && !undated(*last) && nextItem(t, last, f) { // 1997 年的 12 个办事处、114 名工作人员
		when := *last.AsOf
		f.AsOf, f.Why["as_of"] = &when, last.Why["as_of"]
		return
	}
	chosen, why := e.choose(t, m, dates, sc, f.Language, closeOf(last))
	back := chosen < 0 && holdsAny(e.lower(f.Sentence), "that date", "same period", "that period", "that time", "同一期间", "该期间", "这一期间", "此期间", "同一时期", "当日", "当时")
	if back && last == nil && e.span != "" { // the paragraph goes on with the span of the one before
		when := e.span
		f.AsOf, f.Why["as_of"] = &when, "same date"
		return
	}
	if back && last != nil && last.AsOf != nil {
		when := *last.AsOf
		f.AsOf, f.Why["as_of"] = &when, "same date"
		return
	}
	if chosen < 0 && e.goesOn(t, sc.sentence, f.Language) && !(last != nil && last.Why["as_of"] == "now") {
		for i, d := range dates {
			if (d.month > 0 || e.budgetOf(t, d, sc.sentence)) && d.end <= sc.sentence[0] && (sc.sentence[0]-d.end < 90 || (d.day > 0 || d.month == 0) && e.sentenceBefore(t, sc.sentence, d.end)) && (opens(t, d.start) || d.month == 0) && !comparand(t, d) {
				chosen, why = i, "sentence before"
			}
		}
	}
	if chosen >= 0 {
		if term := e.both(t, dates, chosen, f.Sentence); term != "" {
			if term == halfYear(e.period) {
				term = e.period
			}
			f.AsOf, f.Why["as_of"] = &term, why
			return
		}
	}
	if last != nil && (last.Why["as_of"] == "before" || last.Why["as_of"] == "sentence before") && behindSemicolon(t, sc.sentence[0]) { // As at 31 May: 300 staff; 20 police
		when := *last.AsOf
		f.AsOf, f.Why["as_of"] = &when, last.Why["as_of"]
		return
	}
	if chosen = plan(t, dates, sc.sentence); chosen >= 0 {
		term := e.term(t, dates, chosen)
		f.AsOf, f.Why["as_of"] = &term, "plan"
		return
	}
	if !now && e.timeUnread(f, t, m, dates, sc) {
		return
	}
	if e.period == "" {
		e.ofReport(f, before, now)
		return
	}
	period := e.period
	if f.QuotedFrom != "" {
		if earlier := periodBefore(period); earlier != "" {
			period = earlier
		}
	}
	if holdsAny(f.Sentence, "以前有", "以前握有", "previously estimated") {
		period = "before-" + period
	}
	f.AsOf, f.Why["as_of"] = &period, "period"
	if now {
		f.Why["as_of"] = "now"
	}
}

// choose is the date of the sentence that belongs to a mention, and how it stands to it; -1 where there is none. Before is
// where the words of the mention before end.
func (e *extractor) choose(t []rune, m mention, dates []dated, sc scope, language string, before int) (chosen int, why string) {
	chosen = -1
	close := max(m.nounEnd, m.end)
	owned := -1
	for i, d := range dates {
		if d.start >= sc.sentence[0] && relativeClause(t, m, d) {
			return i, "before"
		}
		switch {
		case d.start < sc.sentence[0] || d.end > sc.sentence[1] || e.names(t, d) || planned(t, d) || e.bracketed(t, m, d, sc.next) || e.future(t, d, language) || extends(t, d) || record(t, d) || comparand(t, d) && !held(t, m, d) || anchorOnly(t, d) || opposed(t, m, d) || keptApart(t, m, d):
		case d.start >= m.numEnd && language != "zh" && (d.start < sc.next && (follows(t, close, d) || prefix(t, d.end, " alone")) || contrasted(t, m, d)):
			chosen, why = i, "after"
		case d.end <= m.numStart && (e.owns(t, m, d, language) || language != "zh" && before > 0 && d.start >= before && follows(t, before, d)):
			owned = i
		case d.end <= m.numStart && d.start < sc.clause[0] && d.start > sc.sentence[0]+4 && e.aside(t, d, sc, before):
		case d.end <= m.numStart && why != "after":
			if chosen, why = i, "before"; held(t, m, d) {
				why = "own"
				if at := unblanked(t, d.start); comparand(t, d) || suffix(t, at, "从") || suffix(t, at, "由") || suffix(t, at, "与") || suffix(t, at, "同") { // of what was before, and of nothing that follows
					why = "compared"
				}
			}
		case chosen < 0 && d.start >= m.numEnd && (language != "zh" || d.start < sc.next && !possessed(t, d)) && !(d.since && d.start >= sc.clause[1]) && !contrastedBy(t, m, d):
			chosen, why = i, "sentence"
		}
	}
	if chosen < 0 && owned >= 0 && language != "zh" {
		return owned, "before"
	}
	return chosen, why
}

// changedTo is the date of the size of a change, which is that of the point to which things changed: "降至 2018 年的 16.9 万公顷，
// 下降 1.2%". It is nil where a date of its own stands behind the figure before it.
func changedTo(f *data.Figure, t []rune, dates []dated, before []data.Figure) *string {
	if f.Why["measure"] != "change" || len(before) == 0 {
		return nil
	}
	last := before[len(before)-1]
	if last.Sentence != f.Sentence || last.AsOf == nil || undated(last) {
		return nil
	}
	for _, d := range dates {
		if d.start >= last.End && d.end <= f.Start {
			return nil
		}
	}
	for i := len(before) - 2; i >= 0 && i > len(before)-8 && comparedWith(t, last); i-- { // 为 2 080 万人，比一年前的 1 950 万人增加了 6%
		last = before[i]
	}
	if last.AsOf == nil {
		return nil
	}
	when := *last.AsOf
	return &when
}

// comparedWith tells a figure to which another is compared: 比一年前的 1 950 万人, "compared with 285".
func comparedWith(t []rune, f data.Figure) bool {
	if j := skipBlank(t, f.End); prefix(t, j, "相比") || prefix(t, j, "相较") {
		return true
	}
	for i := f.Start; i > 0 && i > f.Start-24; i-- {
		if i < f.Start && clauseEnd(t, i) {
			return false
		}
		for _, w := range []string{"than ", "than the ", "ompared with ", "ompared to "} {
			if suffix(t, i, w) {
				return true
			}
		}
		if suffix(t, i, "比") || suffix(t, i, "较") {
			return strings.Trim(string(t[i:f.Start]), " 0123456789上去前一年月底末同期的约") == "" // not 埃塞俄比亚
		}
	}
	return false
}

// closeOf is where the words of a figure end; 0 where there is none.
func closeOf(f *data.Figure) int {
	if f == nil {
		return 0
	}
	return f.End
}

// aside tells a date that only describes a thing named in another clause: 于 2019 年成立的法庭, "since 2014". One with
// which a number stood in its clause dates what is counted.
func (e *extractor) aside(t []rune, d dated, sc scope, before int) bool {
	if suffix(t, d.start, "根据 ") || suffix(t, d.start, "since ") || suffix(t, d.start, "自 ") {
		return true
	}
	if !suffix(t, d.start, "于 ") && !suffix(t, d.start, "于") || before > d.end && before <= sc.clause[0] {
		return false
	}
	if year, _ := e.today(); d.year > 0 && d.year != year {
		return true
	}
	for i := d.end; i < sc.clause[0] && i < len(t) && !clauseEnd(t, i); i++ {
		if t[i] == '的' {
			return true
		}
	}
	return false
}

// goesOn tells whether a sentence goes on with what the one before told: "The incident …", "Of those, …", 其中, 该.
func (e *extractor) goesOn(t []rune, sentence [2]int, language string) bool {
	i := skipBlank(t, sentence[0])
	if language == "zh" {
		return true
	}
	first, _ := wordAt(t, i)
	switch first {
	case "in", "during", "since", "on", "as", "additionally", "overall", "meanwhile", "separately", "following", "unsmil", "unmiss":
		return false
	}
	return !strings.Contains(strings.ToLower(string(t[i:min(len(t), i+40)])), " also ")
}
