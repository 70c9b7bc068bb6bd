package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// SourceText is who says so, in words: the names that the rules give what reports only describe ("a Member State") are
// translated, others stand as they are.
func SourceText(source string, words *translations.Words) string {
	if key := "source." + source; words.Has(key) {
		return words.Say(key)
	}
	return source
}

// Cite is the citation of one figure.
func Cite(f data.Figure, words *translations.Words) string {
	if f.Known == "second_hand" {
		return words.Say("citation.second_hand", name(f, words), text(f.Source))
	}
	return Citation(name(f, words), []string{f.Paragraph}, f.Digest, words)
}

// Where is a figure's place in few words, for the column of a table: what is known at second hand is marked †, and what
// Figurebook's own summary states is marked so.
func Where(f data.Figure, words *translations.Words) string {
	if f.Known == "second_hand" {
		return shortName(f, words) + " †"
	}
	text := Citation(shortName(f, words), []string{f.Paragraph}, false, words)
	if f.Digest {
		text = words.Say("figures.where.digest", text)
	}
	return text
}

// name is what a figure's report is called: its symbol, or its title in quotation marks where it has none.
func name(f data.Figure, words *translations.Words) string {
	if f.Report == nil && f.Title != "" {
		return words.Say("citation.by_title", f.Title)
	}
	return symbol(f)
}

// shortName is the name of a figure's report, a long title cut so that the paragraph behind it still shows in a column.
func shortName(f data.Figure, words *translations.Words) string {
	const most = 16
	if title := []rune(f.Title); len(title) > most {
		f.Title = string(title[:most-1]) + "…"
	}
	return name(f, words)
}

// Citation names paragraphs of a report: "S/2021/98, paras. 13, 20 and 24", or "summary of …" for Figurebook's own digest.
func Citation(symbol string, paragraphs []string, digest bool, words *translations.Words) string {
	text := symbol
	for _, p := range Paragraphs(paragraphs, words) {
		text = words.Say("citation.part", text, p)
	}
	if digest {
		text = words.Say("citation.digest", text)
	}
	return text
}

// Paragraphs name paragraphs as data.Figure has them, each once, in their order, in words: "paras. 13 and 20", "annex, para. 4", "footnote 10".
func Paragraphs(paragraphs []string, w *translations.Words) []string {
	var body, annex, notes, unnumbered []string
	seen := map[string]bool{}
	for _, p := range slices.SortedStableFunc(slices.Values(paragraphs), data.CompareSymbols) {
		if seen[p] {
			continue
		}
		seen[p] = true
		rest, isAnnex := strings.CutPrefix(p, "annex/")
		note, isNote := strings.CutPrefix(p, "fn")
		nth, isUnnumbered := strings.CutPrefix(p, "u")
		switch {
		case isAnnex:
			annex = append(annex, strings.ReplaceAll(rest, "/", " "))
		case isNote:
			notes = append(notes, note)
		case isUnnumbered:
			unnumbered = append(unnumbered, nth)
		case p != "" && p[0] >= '0' && p[0] <= '9':
			body = append(body, p)
		}
	}
	var all []string
	for _, part := range []struct {
		key     string
		numbers []string
	}{{"paragraphs", body}, {"annex", annex}, {"notes", notes}, {"unnumbered", unnumbered}} {
		switch n := len(part.numbers); {
		case n == 1:
			all = append(all, w.Say("citation."+part.key+".one", part.numbers[0]))
		case n > 1:
			list := strings.Join(part.numbers[:n-1], w.Say("citation.comma"))
			all = append(all, w.Say("citation."+part.key+".many", w.Say("citation.and", list, part.numbers[n-1])))
		}
	}
	return all
}
