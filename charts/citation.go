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

// Paragraphs name paragraphs as data.Figure has them, each once, in their order, in words: "paras. 13 and 20", "annex II, para. 4",
// "tables 2 and 3", "footnote 10".
func Paragraphs(paragraphs []string, w *translations.Words) []string {
	var body, notes, unnumbered, tables, unnumberedTables []string
	var parts []string // annexes, appendices and enclosures
	within := map[string][]string{}
	seen := map[string]bool{}
	for _, p := range slices.SortedStableFunc(slices.Values(paragraphs), data.CompareSymbols) {
		if seen[p] {
			continue
		}
		seen[p] = true
		note, isNote := strings.CutPrefix(p, "fn")
		nth, isUnnumbered := strings.CutPrefix(p, "u")
		part, own, isPart := strings.Cut(p, "/")
		table, _, isTable := data.InTable(p)
		if isTable { // which of its rows, nobody cites
			if table, _, _ = strings.Cut(table, "+"); seen["table"+table+"/"] {
				continue
			}
			seen["table"+table+"/"] = true
		}
		switch nthTable, noNumber := strings.CutPrefix(table, "u"); {
		case isTable && noNumber:
			unnumberedTables = append(unnumberedTables, nthTable)
		case isTable:
			tables = append(tables, table)
		case isPart:
			if within[part] == nil {
				parts = append(parts, part)
			}
			within[part] = append(within[part], own)
		case isNote:
			note, _, _ = strings.Cut(note, "+") // as it is printed, though there is another one
			notes = append(notes, note)
		case isUnnumbered:
			unnumbered = append(unnumbered, nth)
		case p != "" && p[0] >= '0' && p[0] <= '9':
			body = append(body, p)
		}
	}
	var all []string
	add := func(key string, numbers []string, of ...any) {
		switch n := len(numbers); {
		case n == 1:
			all = append(all, w.Say("citation."+key+".one", append([]any{numbers[0]}, of...)...))
		case n > 1:
			list := strings.Join(numbers[:n-1], w.Say("citation.comma"))
			all = append(all, w.Say("citation."+key+".many", append([]any{w.Say("citation.and", list, numbers[n-1])}, of...)...))
		}
	}
	add("paragraphs", body)
	slices.Sort(parts)
	for _, part := range parts {
		add("annex", within[part], partName(part, w))
	}
	add("tables", tables)
	add("unnumbered_tables", unnumberedTables)
	add("notes", notes)
	add("unnumbered", unnumbered)
	return all
}

// partName is how an annex, an appendix or an enclosure is cited, "annex II" of "annex-II".
func partName(part string, w *translations.Words) string {
	kind, mark, marked := strings.Cut(part, "-")
	if mark, _, _ = strings.Cut(mark, "+"); !marked {
		kind, _, _ = strings.Cut(part, "+")
	}
	if !w.Has("citation.part." + kind) {
		kind = "annex"
	}
	name := w.Say("citation.part." + kind)
	if mark == "" {
		return name
	}
	return w.Say("citation.part.marked", name, mark)
}
