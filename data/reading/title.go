package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data/reading/marks"
)

var (
	// byWhom begins the part of a title that says whose document it is.
	byWhom = regexp.MustCompile(`^(?:(?:Interim |Final |Joint )?(?:Report|Note|Letter|Memorandum|Statement) (?:of|by|from) (?:the )?\p{Lu}|(?:Rapport|Note) (?:du|de la|de l[’']|des) ?\p{Lu}|(?:Informe|Nota) (?:del?|de la) \p{Lu}|(?:Доклад|Записка) \p{Lu})`)
	// unfinished ends a line that the next one goes on with.
	unfinished = regexp.MustCompile(`(?i)(?:[,:;–-]|\b(?:of|the|on|to|in|and|or|for|by|from|with|a|an|at|as|its|their|de|du|des|la|le|les|et|en|à|el|los|las|y|del|al|в|и|на|о|об|по|с))$`)
)

// adopted begins the line under a resolution's title that says when it was adopted.
var adopted = regexp.MustCompile(`^(?:Adopted (?:by|at|on)|Adoptée? (?:par|à)|Aprobad[ao] (?:por|en)|Принята|.{0,20}通过$|اتخذ|\[)`)

// titled tells whether a block before the first paragraph is part of the title: short, and no sentence or clause.
func (p *parser) titled(block string) bool {
	plain, _ := marks.Remove(block)
	plain = strings.TrimRight(plain, "* ")
	return len(p.report.Paragraphs) == 0 && plain != "" && utf8.RuneCountInString(plain) < 300 && utf8.RuneCountInString(p.report.Title) < 500 &&
		!strings.ContainsAny(lastRune(plain), ",，،.。;；:：") && !(p.report.Title != "" && adopted.MatchString(plain))
}

// entitle adds a block to the title: one part of it behind the other, as "Situation in the valley: report of …". The first
// block behind an agenda item, where another follows, is the item's.
func (p *parser) entitle(block string) {
	first, _ := utf8.DecodeRuneInString(block)
	switch before := p.report.Title; {
	case p.agendaFirst && before != "" && !byWhom.MatchString(block):
		p.agendaFirst = false
		p.report.Title = block
	case before == "" || unicode.IsLower(first) || ends(before) || strings.ContainsAny(lastRune(before), ",،，、-–—") || !unicode.IsLetter(first):
		p.report.Title = join(before, block)
	case p.report.Language == "zh":
		p.report.Title = before + "：" + block
	default:
		p.report.Title = before + ": " + block
	}
}

// newPart tells that a line of a title says whose document it is, and that the title has ended before it.
func newPart(before, line string) bool {
	return byWhom.MatchString(line) && !unfinished.MatchString(before)
}
