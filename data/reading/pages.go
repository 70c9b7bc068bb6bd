package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// amid tells that line i, a number alone, stands within a page's text, and so is not the page's.
func (p *parser) amid(i int) bool {
	if !p.hasPages || p.open != paragraph || i == 0 || p.furniture(i-1) {
		return false
	}
	for _, l := range p.lines[i+1:] {
		if text := strings.TrimSpace(l); text != "" || l == "\f" {
			return l != "\f" && !rule.MatchString(text) && !footOfPage(text) && !symbolLine.MatchString(text)
		}
	}
	return false
}

// goesOn tells that the open text goes on after the blank line i: it is no whole clause, and the page ends here.
func (p *parser) goesOn(i int) bool {
	crosses := false
	for j := i; j > 0 && !crosses && p.furniture(j); j-- {
		crosses = p.lines[j] == "\f"
	}
	for j := i + 1; j < len(p.lines); j++ {
		text := strings.TrimSpace(p.lines[j])
		switch {
		case p.lines[j] == "\f" || rule.MatchString(text):
			crosses = true
		case p.furniture(j):
		default:
			first, _ := utf8.DecodeRuneInString(text)
			whole := ends(p.text) || strings.ContainsAny(lastRune(p.text), ",،，")
			return crosses && (unicode.IsLower(first) || !whole)
		}
	}
	return false
}

// furniture tells that line i is none of the text: blank, a page's end, its foot or its head.
func (p *parser) furniture(i int) bool {
	text := strings.TrimSpace(p.lines[i])
	return text == "" || footOfPage(text) || symbolLine.MatchString(text) || loneNumber.MatchString(text)
}

// pagesWithoutText notes the pages, before the last with text, that have none: a picture, or a scan among text.
func (p *parser) pagesWithoutText() {
	page, text := 1, false
	var without []string
	for _, l := range p.lines {
		switch {
		case l == "\f":
			if !text {
				without = append(without, itoa(page))
			}
			page, text = page+1, false
		case strings.TrimSpace(l) != "":
			for _, n := range without {
				p.report.Notes = append(p.report.Notes, data.Note{Kind: "page_without_text", Detail: n})
			}
			text, without = true, nil
		}
	}
}
