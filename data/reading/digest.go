package reading

import (
	"strings"
)

// frontMatter takes the lines that head a digest, and gives the rest.
func (p *parser) frontMatter(text string) string {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(text, "\ufeff"), "Figurebook digest\n")
	if !ok {
		return text
	}
	p.report.Digest = true
	for {
		line, after, _ := strings.Cut(rest, "\n")
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			return rest
		}
		switch name {
		case "Symbol":
			p.report.Symbol = value
		case "Date":
			p.report.Date = value
		case "Period":
			p.report.Period = value
		case "Language":
			p.report.Language = value
		}
		rest = after
	}
}
