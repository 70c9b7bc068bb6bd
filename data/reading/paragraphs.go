package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// begin takes a line that neither a number nor a heading's form tells what it is, where nothing is open.
func (p *parser) begin(i int, line string) {
	switch {
	case p.prefix != "" && p.last == 0:
		p.annexLine(line)
	case p.last == 0 && len(p.report.Sections) == 0:
		switch {
		case p.open == masthead && p.agenda && i > 0 && strings.TrimSpace(p.lines[i-1]) != "": // the title of the agenda item
			p.agendaTitled = true
		case starNote.MatchString(line) && p.report.Title != "":
			p.open = masthead // "* Reissued for technical reasons"
		case summaryHead.MatchString(line) && p.openHeading(strings.Trim(line, "* ")):
		default:
			p.agendaFirst = p.agendaFirst || p.report.Title == "" && p.agenda && !p.agendaTitled
			p.open, p.text = title, line
		}
	case p.lastCaption(i, line):
		p.open, p.text = caption, line
	case p.unnumberedHeading(i, line):
	case p.isNew():
		p.openParagraph(line)
	default:
		p.open, p.text = paragraph, p.reopen(line)
	}
}

// isNew tells that text without a number is a paragraph of its own: the first, or the first below a heading.
func (p *parser) isNew() bool {
	n := len(p.report.Paragraphs)
	if n == 0 || p.last == 0 {
		return true
	}
	last := p.report.Paragraphs[n-1]
	return last.Section != p.section() && ends(last.Text) && !p.report.Digest
}

// openParagraph opens a paragraph that the document does not number.
func (p *parser) openParagraph(text string) {
	p.unnumberedParagraphs++
	p.report.Paragraphs = append(p.report.Paragraphs, data.Paragraph{Number: p.prefix + "u" + itoa(p.unnumberedParagraphs), Section: p.section(), Page: p.page})
	p.open, p.text = paragraph, text
}

// part ends a paragraph that is too long and goes on in another of its own name.
func (p *parser) part() {
	p.close()
	p.parted++
	p.report.Paragraphs = append(p.report.Paragraphs, data.Paragraph{Number: p.named(p.last) + "+" + itoa(p.parted), Section: p.section(), Page: p.page})
	p.open, p.text = paragraph, ""
}

// reopen takes the last paragraph back to be gone on with: its text went past a page's end.
func (p *parser) reopen(line string) string {
	n := len(p.report.Paragraphs)
	if n == 0 || p.last == 0 {
		return line
	}
	last := &p.report.Paragraphs[n-1]
	text := join(last.Text, line)
	last.Text = ""
	return text
}

// start opens a numbered paragraph where its number is due.
func (p *parser) start(i int, line string) bool {
	n, rest, ok := number(line)
	if !ok || !(n == p.last+1 || n > p.last && (n <= p.last+3 || p.report.Digest || p.outsets(n) || p.goesOnFrom(i, n))) {
		return false
	}
	if p.open == title && p.text != "" {
		p.close()
	}
	if n > p.last+1 && !p.report.Digest {
		if p.open == paragraph && !ends(p.text) {
			return false // a wrapped "in paragraph\n14. …": the sentence before goes on
		}
		if p.last > 0 || !p.outsets(n) { // an extract begins with any number
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "numbering_gap", Paragraph: p.named(n), Detail: itoa(p.last) + " → " + itoa(n)})
		}
	}
	p.close()
	p.last = n
	p.open, p.text = paragraph, rest
	p.report.Paragraphs = append(p.report.Paragraphs, data.Paragraph{Number: p.named(n), Section: p.section(), Page: p.page})
	return true
}

// outset is the number of the paragraph with which an extract of a document begins: that of the first line of prose, where
// it has one and a blank line stands before it, if the text has such lines. It is 0 for a text that begins otherwise.
func outset(lines []string) int {
	const heading = 24 // runes, at the most, of a numbered line that may be a heading
	parted := slices.ContainsFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
	for i, l := range lines {
		line := strings.TrimSpace(l)
		long := utf8.RuneCountInString(line) > heading
		if n, rest, ok := number(line); ok && n > 0 && long && rest != "" && (i == 0 || !parted || strings.TrimSpace(lines[i-1]) == "") {
			return n
		}
		if long && ends(line) {
			return 0
		}
	}
	return 0
}

// outsets tells the number with which an extract begins, where no paragraph was read yet.
func (p *parser) outsets(n int) bool {
	return n == p.first && p.last == 0 && p.prefix == "" && len(p.report.Paragraphs) == 0
}

// goesOnFrom tells that the numbers go on from n, though many are missing before it: n+1 comes, and none that is due.
func (p *parser) goesOnFrom(i, n int) bool {
	if p.last == 0 || n > p.last+100 || i == 0 || strings.TrimSpace(p.lines[i-1]) != "" {
		return false
	}
	for _, l := range p.lines[i+1 : min(len(p.lines), i+300)] {
		switch m, _, ok := number(strings.TrimSpace(l)); {
		case ok && m > p.last && m <= p.last+3:
			return false
		case ok && m == n+1:
			return true
		}
	}
	return false
}
