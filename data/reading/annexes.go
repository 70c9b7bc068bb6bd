package reading

import (
	"regexp"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// annexHead is a line that opens an annex, an appendix or an enclosure, in the six official languages, with the number that
// it may have.
var annexHead = regexp.MustCompile(`^(?:Annex|ANNEX|Appendix|Enclosure|Annexe|Appendice|Pièce jointe|Anexo|Apéndice|Приложение|Добавление|附件|附录|附文|المرفق|مرفق|التذييل|تذييل|الضميمة|ضميمة)\s?([IVX]{1,5}|[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,3}|الأول|الثاني|الثالث)?[\d\s*]*$`)

// annexTo is the head of an annex that says what it is annexed to.
var annexTo = regexp.MustCompile(`^(?:Annex|Enclosure|Annexe|Pièce jointe|Anexo|Приложение|المرفق|مرفق)(?: ([IVX]{1,5}|[A-Z]|\d{1,2}))? (?:to|à|a|al|к|ко|بالرسالة|للرسالة|الرسالة)\b.*$`)

// appendixHead begins the head of an appendix, which the annex before it may have, and enclosureHead that of an enclosure.
var (
	appendixHead  = regexp.MustCompile(`^(?:Appendix|Appendice|Apéndice|Добавление|附录|التذييل|تذييل)`)
	enclosureHead = regexp.MustCompile(`^(?:Enclosure|Pièce jointe|附文|الضميمة|ضميمة)`)
)

// annex opens an annex where line is its head and body text came before: its paragraphs are numbered anew and named
// "annex/13", or "annex-II/13" where annexes have numbers; those of an appendix "appendix/13".
func (p *parser) annex(i int, line string) bool {
	m := annexHead.FindStringSubmatch(line)
	long := m == nil && i > 0 && strings.TrimSpace(p.lines[i-1]) == "" && !ends(line)
	if long {
		m = annexTo.FindStringSubmatch(line)
	}
	if m == nil || len(p.report.Paragraphs) == 0 && p.prefix == "" || p.open == paragraph && p.text != "" && !ends(p.text) {
		return false
	}
	p.close()
	name := "annex"
	switch {
	case appendixHead.MatchString(line):
		name = "appendix"
	case enclosureHead.MatchString(line):
		name = "enclosure"
	}
	if m[1] != "" {
		name += "-" + m[1]
	}
	for n, first := 2, name; p.hasSection(name); n++ { // a second annex without a number
		name = first + "+" + itoa(n)
	}
	p.prefix, p.last, p.unnumberedParagraphs = name+"/", 0, 0
	p.levels = []data.Section{{Path: name}}
	p.report.Sections = append(p.report.Sections, data.Section{Path: name, Title: line, Level: 1})
	if p.open = nothing; long {
		p.open, p.text = heading, line
	}
	p.annexTitle = true
	return true
}

func (p *parser) hasSection(path string) bool {
	return slices.ContainsFunc(p.report.Sections, func(s data.Section) bool { return s.Path == path })
}

func (p *parser) colon() string {
	if p.report.Language == "zh" {
		return "："
	}
	return ":"
}

// named is how a paragraph's printed number is known in the report.
func (p *parser) named(number int) string { return p.prefix + itoa(number) }

// annexLine takes a line of an annex before its first numbered paragraph: the title, then paragraphs without numbers.
func (p *parser) annexLine(line string) {
	n := len(p.report.Sections) - 1
	switch {
	case p.open == nothing && originalOf.MatchString(line):
		return // "[Original: French]" says nothing of the annex's matter
	case p.annexTitle && p.open == nothing && p.report.Sections[n].Path+"/" == p.prefix && !strings.HasSuffix(line, "."):
		p.report.Sections[n].Title = join(p.report.Sections[n].Title+p.colon(), line)
		p.open, p.text = heading, p.report.Sections[n].Title
	default:
		p.openParagraph(line)
	}
	p.annexTitle = false
}
