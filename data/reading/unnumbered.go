package reading

import (
	"slices"
	"strconv"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// unnumbered reads a text that numbers no paragraph: blank lines part its paragraphs, or, where there are none, each
// line is one.
func (p *parser) unnumbered() {
	block := ""
	flush := func() {
		if block == "" {
			return
		}
		text := block
		block = ""
		if p.report.Title == "" && len(p.report.Paragraphs) == 0 && len([]rune(text)) < 200 && !ends(text) {
			p.report.Title = text
			return
		}
		p.report.Paragraphs = append(p.report.Paragraphs, data.Paragraph{Number: "u" + strconv.Itoa(len(p.report.Paragraphs)+1), Page: p.page, Text: text})
	}
	blanks := slices.ContainsFunc(p.lines[:max(len(p.lines)-1, 0)], func(l string) bool { return strings.TrimSpace(l) == "" })
	for _, l := range p.lines {
		line := strings.TrimSpace(l)
		if l == "\f" {
			p.page++
			continue
		}
		if cells, ok := marks.Cells(line); ok {
			flush()
			p.row(cells)
			continue
		}
		if line != "" {
			p.inTable = false
		}
		if line == "" || !blanks {
			flush()
		}
		if block == "" && len(p.report.Paragraphs) == 0 && p.mastheadLine(line) {
			continue
		}
		if line != "" && !address.MatchString(line) {
			if len(block) > longest {
				flush()
			}
			block = join(block, line)
		}
	}
	flush()
}
