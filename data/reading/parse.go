package reading

import (
	"context"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// longest is the size in bytes at which a paragraph is parted, far above any that a document has: a text that never ends
// a paragraph is still read in time that grows with its length alone.
const longest = 48 << 10

// parser goes through the lines of a text once and gathers the report.
type parser struct {
	report               *data.Report
	lines                []string
	page                 int
	first                int    // number of the paragraph with which an extract begins; 0 where the text begins otherwise
	last                 int    // number of the last numbered paragraph
	text                 string // of the paragraph, heading or title that is open
	open                 kind
	held                 bool   // an unfinished paragraph waits behind footnotes
	note                 int    // number of the last footnote
	mark                 string // of the open footnote where it is no number: "*"
	noteFrom             []int
	typed                bool           // the open footnote's number has a stroke behind it, "1/"
	typedNotes           []bool         // likewise, of each
	tableMarks           [][]marks.Mark // of each table
	tableLetters         [][]letter     // likewise, where they stand
	grids                [][][]covered  // likewise, of each cell of each row
	whole, hasPages      bool           // each line is a paragraph; pages are parted
	marked               bool           // the file tells marks from other numbers
	anchored             int            // notes whose marks it told
	levels               []data.Section
	sinceRule            int
	listed               bool   // the notes stand in a list behind the text, which goes over pages
	parted               int    // paragraphs that were too long
	inTable              bool   // the last line was a row of a table
	prefix               string // of paragraph names: empty in the body, "annex/" in an annex
	annexTitle           bool
	caption              string // stands above a table that follows
	agenda               bool   // the masthead's last line was an agenda item
	agendaTitled         bool   // its title was found
	agendaFirst          bool   // the title begins with the block behind it
	unnumberedParagraphs int    // in the body or the open annex
}

type kind int

const (
	nothing kind = iota
	title
	heading
	paragraph
	footnote
	masthead
	caption
	tableNote
)

func newParser() *parser {
	return &parser{report: &data.Report{Sections: []data.Section{}, Footnotes: []data.Footnote{}, Notes: []data.Note{}, Paragraphs: []data.Paragraph{}}, page: 1}
}

// parse reads a text; whole says that each of its lines is a paragraph, as in files that know their paragraphs.
func parse(ctx context.Context, text, language string, whole bool) (*data.Report, error) {
	p := newParser()
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(text)
	text = p.frontMatter(text)
	if p.report.Language == "" {
		p.report.Language = language
	}
	if p.report.Language == "" {
		p.report.Language = languageOf(text)
	}
	p.whole = whole
	hasPages := strings.Contains(text, "\f")
	p.hasPages, p.marked = hasPages, marks.In(text)
	text = strings.ReplaceAll(text, "\f", "\n\f\n")
	p.lines = withoutContents(strings.Split(text, "\n"))
	if hasPages {
		p.pagesWithoutText()
		p.lines = withoutRunningLines(p.lines)
	}
	if !whole && doubleSpaced(p.lines) {
		p.lines = singleSpaced(p.lines)
	}
	p.lines = withHeads(p.lines)
	p.first = outset(p.lines)
	isNumbered := p.report.Digest || p.first > 0 || slices.ContainsFunc(p.lines, func(l string) bool { n, _, ok := number(strings.TrimSpace(l)); return ok && n == 1 })
	if !isNumbered {
		p.report.Notes = append(p.report.Notes, data.Note{Kind: "unnumbered"})
	}
	if !isNumbered && !hasPages && !whole {
		p.unnumbered()
	} else {
		for i, line := range p.lines {
			if i%4096 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			p.line(i, line)
		}
		p.close()
	}
	if !hasPages {
		for i := range p.report.Paragraphs {
			p.report.Paragraphs[i].Page = 0
		}
		for i := range p.report.Tables {
			p.report.Tables[i].Page = 0
		}
	}
	p.settle()
	p.anchorMarked()
	p.anchorFootnotes()
	return p.report, nil
}

func (p *parser) line(i int, raw string) {
	line := strings.TrimSpace(strings.ReplaceAll(raw, "\u00a0", " "))
	if cells, ok := marks.Cells(line); ok {
		p.row(cells)
		return
	}
	switch {
	case raw == "\f":
		if p.page++; !p.listed {
			p.endNotes()
		}
		return
	case line == "":
		p.blank(i)
		return
	case address.MatchString(line):
		if p.open == footnote && strings.HasSuffix(strings.ReplaceAll(p.text, "：", ":"), ":") {
			p.text = join(p.text, line)
			return
		}
		p.endNotes()
		return
	case rule.MatchString(line):
		if !p.listed {
			p.startNotes()
		}
		return
	case p.open != footnote && p.notesHead(i, line):
		p.startNotes()
		p.listed = true
		return
	case symbolLine.MatchString(line):
		if p.report.Symbol == "" && p.last == 0 && p.open != footnote {
			p.report.Symbol = symbolLine.FindStringSubmatch(line)[1]
		}
		return
	case footOfPage(line) || p.open != footnote && loneNumber.MatchString(line) && len(line) <= 3 && !p.amid(i):
		return
	}
	if p.open != footnote && p.tableNote(i, line) {
		return
	}
	if p.last == 0 && p.prefix == "" && len(p.report.Sections) == 0 && p.mastheadLine(line) {
		return
	}
	if p.open != footnote {
		p.inTable = false
	}
	if p.open != footnote && p.tableTitle(i, line) {
		return
	}
	if p.open == footnote && p.noteLine(i, raw, line) {
		return
	}
	if p.annex(i, line) || p.heading(i, line) || p.start(i, line) {
		return
	}
	switch {
	case p.open == nothing || p.open == masthead:
		p.begin(i, line)
	case p.open == paragraph && p.headingWithin(i, line):
	case p.open == title && newPart(p.text, line):
		p.close()
		p.open, p.text = title, line
	case p.open == paragraph && ends(p.text) && p.markDue(line): // the line above had no room for its mark
		if p.marked {
			line = marks.Wrap(line)
		}
		p.text += line
	default:
		p.text = join(p.text, line)
		if len(p.text) > longest && p.open == paragraph {
			p.part()
		}
	}
}

func (p *parser) blank(i int) {
	switch p.open {
	case title:
		if p.titled(p.text) || !p.goesOn(i) {
			p.close()
		}
	case heading, caption, tableNote:
		p.close()
	case masthead:
		p.open = nothing
	case paragraph:
		if p.last == 0 && p.prefix == "" && !p.goesOn(i) {
			p.close()
		}
	}
}

// close ends what is open.
func (p *parser) close() {
	text := collapse(p.text)
	switch p.open {
	case tableNote:
		p.endTableNote(text)
	case title:
		if p.titled(text) {
			p.entitle(strings.TrimRight(text, "* "))
			break
		}
		p.openParagraph("")
		p.report.Paragraphs[len(p.report.Paragraphs)-1].Text = text
	case caption:
		p.caption = strings.TrimSpace(join(p.caption, text))
	case heading:
		n := len(p.report.Sections) - 1
		p.report.Sections[n].Title = text
	case paragraph:
		if n := len(p.report.Paragraphs); n > 0 && p.report.Paragraphs[n-1].Text == "" {
			p.report.Paragraphs[n-1].Text = text
		} else {
			p.report.Paragraphs = append(p.report.Paragraphs, data.Paragraph{Number: p.named(p.last), Section: p.section(), Page: p.page, Text: text})
		}
	case footnote:
		p.endNote()
	}
	p.open, p.text = nothing, ""
}

func (p *parser) section() string {
	if n := len(p.levels); n > 0 {
		return p.levels[n-1].Path
	}
	return ""
}
