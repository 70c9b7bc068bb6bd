package extraction

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// What dates a figure whose sentence has no date for it.

// budgetOf tells the year of a budget or a plan of which a sentence goes on to tell: "… for 2023 amounts to …. It provides for …".
func (e *extractor) budgetOf(t []rune, d dated, sentence [2]int) bool {
	if !suffix(t, d.start, "for ") {
		return false
	}
	switch w, _ := wordAt(t, skipBlank(t, sentence[0])); w {
	case "it", "they", "this", "these":
		return holdsAny(strings.ToLower(string(t[max(0, d.start-40):d.start])), "budget", "resource", "requirements", "plan", "programme", "appropriation")
	}
	return false
}

// presents are words that make a figure one of the time when the report was written, whatever date stands before them.
var presents = []string{"迄今", "目前", "现在", "如今", "当前", "现已", "to date", "so far", "at the time of writing", "currently", "at present", "presently", "now "}

// present tells whether such a word stands before a mention, in its clause or where its sentence opens, and no date behind it.
func present(t []rune, m mention, dates []dated, sc scope) bool {
	from := max(sc.clause[0], m.numStart-reach)
	word := lastPresent(t, from, m.numStart)
	if open := min(sc.sentence[0]+16, from); word < 0 {
		word = lastPresent(t, sc.sentence[0], open)
	}
	if j := unblanked(t, from); word < 0 && j > sc.sentence[0] && (t[j-1] == '，' || t[j-1] == ',') { // 而目前，已在 40 多个国家…
		word = lastPresent(t, max(j-5, sc.sentence[0]), j)
	}
	if word < 0 {
		return false
	}
	for _, d := range dates {
		if d.start >= word && d.end <= m.numStart {
			return false
		}
	}
	return true
}

// lastPresent is where the last word of the present begins in t[from:to]; -1 where none does.
func lastPresent(t []rune, from, to int) int {
	for i := to - 1; i >= from; i-- {
		r := t[i]
		switch r {
		case '迄', '目', '现', '如', '当', 't', 's', 'a', 'c', 'p', 'n', 'T', 'S', 'A', 'C', 'P', 'N':
		default:
			continue
		}
		if r < 0x80 && i > 0 && unicode.IsLetter(t[i-1]) {
			continue
		}
		for _, w := range presents {
			if n := utf8.RuneCountInString(w); i+n <= to && foldedSuffix(t, i+n, w) {
				return i
			}
		}
	}
	return -1
}

// nextItem tells whether two figures are items of one Chinese list, with nothing between them.
func nextItem(t []rune, last, f *data.Figure) bool {
	if last.Sentence != f.Sentence || last.End > f.Start {
		return false
	}
	link := strings.TrimSpace(string(t[last.End:f.Start]))
	return link == "、" || link == "和" || link == "与" || link == "及"
}

// behindSemicolon tells whether a sentence goes on one that a semicolon parts from it.
func behindSemicolon(t []rune, start int) bool {
	for start > 0 && blank(t[start-1]) {
		start--
	}
	return start > 0 && (t[start-1] == ';' || t[start-1] == '；')
}

// nextClause tells whether only a comma, or what joins a list, stands between two figures of a sentence.
func nextClause(t []rune, last, f *data.Figure) bool {
	if last.Sentence != f.Sentence || last.End > f.Start {
		return false
	}
	link := strings.Trim(string(t[last.End:f.Start]), " ,，、")
	return link == "" || link == "和" || link == "及" || link == "以及" || link == "and"
}

// ofReport dates a figure of a report whose period is not known: by the date of which its paragraph told last, else by the
// month of the report itself. A report that looks back at a year says nothing of when its other figures are true.
func (e *extractor) ofReport(f *data.Figure, before []data.Figure, now bool) {
	if !now {
		if e.carry(f, before); f.AsOf != nil {
			return
		}
	}
	when, why := e.report.Date[:min(7, len(e.report.Date))], "report" // a report's figures are hardly of its very day
	if when == "" || strings.HasPrefix(f.Paragraph, "fn") {           // a note explains what is of any time
		return
	}
	if now {
		why = "now"
	}
	f.AsOf, f.Why["as_of"] = &when, why
}

// carry gives a figure the date of which its paragraph told last; of a span, its end.
func (e *extractor) carry(f *data.Figure, before []data.Figure) {
	for i := len(before) - 1; i >= 0 && i > len(before)-24; i-- { // the end of a long list tells as little as its middle
		switch last := before[i]; last.Why["as_of"] {
		case "now":
			when := *last.AsOf
			f.AsOf, f.Why["as_of"] = &when, "now"
			return
		case "before", "sentence", "sentence before", "plan", "same date", "own":
			when := (*last.AsOf)[strings.LastIndex(*last.AsOf, "/")+1:]
			if e.coming(when) {
				continue
			}
			f.AsOf, f.Why["as_of"] = &when, "sentence before"
			return
		}
	}
}

// coming tells a date that lies behind that of the report.
func (e *extractor) coming(when string) bool {
	n := min(len(when), len(e.report.Date), 7)
	return n >= 4 && when[:n] > e.report.Date[:n]
}

// plan is the year of the plan or the budget of which a sentence tells: "The 2025 response plan seeks …", 2025 年人道主义
// 应急计划需要…; -1 where it tells of none.
func plan(t []rune, dates []dated, sentence [2]int) int {
	for i, d := range dates {
		if d.start >= sentence[0] && d.end <= sentence[1] && planned(t, d) {
			return i
		}
	}
	return -1
}

// planned tells a year that belongs to the name of a plan, an appeal or a budget.
func planned(t []rune, d dated) bool {
	if d.month != 0 || d.part != "" || d.to != nil || d.term != "" || d.year == 0 {
		return false
	}
	behind := string(t[d.end:min(len(t), d.end+60)])
	if end := strings.IndexAny(behind, "0123456789.,;，。；："); end >= 0 {
		behind = behind[:end]
	}
	if d.end < len(t) && blank(t[d.end]) && d.end+1 < len(t) && unicode.IsLetter(t[d.end+1]) && t[d.end+1] < 0x2e80 {
		words := strings.Fields(behind)
		for _, w := range words[:min(len(words), 6)] {
			switch strings.ToLower(w) {
			case "plan", "plans", "appeal", "appeals", "budget", "programme":
				return true
			case "in", "for", "of", "on", "at", "by", "to", "was", "were", "is", "are":
				return false
			}
		}
		return false
	}
	runes := []rune(behind)
	return holdsAny(string(runes[:min(len(runes), 16)]), "应急计划", "应对计划", "行动计划", "响应计划", "方案预算", "联合呼吁", "概览", "拟议预算")
}
