package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	leader       = regexp.MustCompile(`(?:\.\s?){5,}\s*(?:\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s+)?(?:\d{1,4}|[ivx]{1,5})?$|…{2,}\s*(?:\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s+)?\d*$`)
	contentsHead = regexp.MustCompile(`(?i)^(?:Contents|目录|Table des matières|Índice|Содержание|المحتويات|(?:Paragraphs|Chapter|Section)?\s*Page|页次|Pages?|Página|Стр\.|الصفحة)$`)
)

// withoutContents drops a table of contents: lines with leaders, and what stands between them and from the head on.
func withoutContents(lines []string) []string {
	first, last := -1, -1
	for i, l := range lines {
		if !leader.MatchString(strings.TrimSpace(l)) {
			continue
		}
		if first < 0 {
			first = i
		}
		if last < 0 || i-last < 30 {
			last = i
		}
	}
	if first < 0 || last == first {
		return lines
	}
	for i := first - 1; i >= max(0, first-12); i-- {
		if contentsHead.MatchString(strings.TrimSpace(lines[i])) {
			first = i
		}
	}
	return append(append([]string{}, lines[:first]...), lines[last+1:]...)
}

// edge is how many lines at a page's head and foot may be running lines.
const edge = 3

// withoutRunningLines drops running heads and feet: lines at the edge of pages that return, their digits aside, on a
// third of the pages and on three at least.
func withoutRunningLines(lines []string) []string {
	var pages [][]int // indices of the lines of each page that have text
	current := []int{}
	for i, l := range lines {
		if l == "\f" {
			pages = append(pages, current)
			current = []int{}
		} else if strings.TrimSpace(l) != "" {
			current = append(current, i)
		}
	}
	pages = append(pages, current)
	shape := func(l string) string {
		inNumber := false
		return strings.Map(func(r rune) rune {
			again := inNumber
			inNumber = unicode.IsDigit(r)
			switch {
			case inNumber && again || unicode.IsSpace(r):
				return -1
			case inNumber:
				return '0'
			}
			return r
		}, l)
	}
	edges := func(page []int) []int {
		if len(page) <= 2*edge {
			return page
		}
		return append(append([]int{}, page[:edge]...), page[len(page)-edge:]...)
	}
	notes := notesOf(lines)
	firstPage := slices.Index(lines, "\f")
	count := map[string]int{}
	for _, page := range pages {
		seen := map[string]bool{}
		for _, i := range edges(page) {
			if s := shape(lines[i]); !seen[s] {
				seen[s] = true
				count[s]++
			}
		}
	}
	drop := map[int]bool{}
	for _, page := range pages {
		for _, i := range edges(page) {
			if notes[i] {
				continue
			}
			if s := shape(lines[i]); i > firstPage && headOfPage(lines[i]) || count[s] >= 3 && count[s]*3 >= len(pages) && !rule.MatchString(strings.TrimSpace(lines[i])) && !numbered.MatchString(strings.TrimSpace(lines[i])) {
				drop[i] = true
			}
		}
	}
	var kept []string
	for i, l := range lines {
		if !drop[i] {
			kept = append(kept, l)
		}
	}
	return kept
}

// headOfPage tells a line of which one cell is a document symbol and the others are no sentence, and what older documents
// have below the symbol: the language, the page.
func headOfPage(line string) bool {
	if text := strings.TrimSpace(line); pageOf.MatchString(text) || languageNamed(text) != "" {
		return true
	}
	cells := cellGap.Split(strings.TrimSpace(line), -1)
	if len(cells) < 2 || len(cells) > 4 {
		return false
	}
	symbols := 0
	for _, c := range cells {
		if symbolLine.MatchString(c) {
			symbols++
		} else if ends(c) || bareNumber.MatchString(c) {
			return false
		}
	}
	return symbols == 1
}

// notesOf are the lines of footnotes, from a rule or a number on down to white: those of several notes resemble each other,
// and are no running lines.
func notesOf(lines []string) map[int]bool {
	notes := map[int]bool{}
	below, inNote := false, false
	for i, l := range lines {
		text := strings.TrimSpace(l)
		switch {
		case l == "\f":
			below, inNote = false, false
		case rule.MatchString(text):
			below, inNote = true, true
		case text == "" || footOfPage(text):
			inNote = false
		case below && (inNote || noteStart.MatchString(text)):
			notes[i], inNote = true, true
		}
	}
	return notes
}
