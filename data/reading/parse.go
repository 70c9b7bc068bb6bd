package reading

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// The shapes of lines. Each is tried on a line without the blanks around it.
var (
	numbered   = regexp.MustCompile(`^([\d٠-٩０-９]{1,3})(?:[.．、]|\s?[-–]\s)\s*(\S.*)$`)
	bareNumber = regexp.MustCompile(`^([\d٠-٩０-９]{1,3})(?:[.．]|\s?[-–])$`)
	romanHead  = regexp.MustCompile(`^([IVX]{1,6})[.．]\s+(\S.*)$`)
	letterHead = regexp.MustCompile(`^([A-Z])[.．]\s+(\S.*)$`)
	hanHead    = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})[.．、]\s*(\S.*)$`)
	noteStart  = regexp.MustCompile(`^\(?([\d٠-٩]{1,3})(?:[)/]?\s+(\S.*)|[)/]?([\p{Lu}\p{Lo}“].*))$`)
	rule       = regexp.MustCompile(`^_{5,}$`)
	address    = regexp.MustCompile(`^https?://\S+$`)
	symbolLine = regexp.MustCompile(`^(` + symbolShape + `)(?:\s+\*\d+\*)?\*{0,3}$`)
	pageFoot   = regexp.MustCompile(`^(?:\d{1,4}/\d{1,4}|[^\pL]*(?:[A-Z]{1,3}\.?)?[^\pL]*(?:\d\d-\d{5}|\d{5}-\d\d)(?:[^\pL]*[A-Z])?[^\pL]*|\(?\)?\s*\*\d{6,8}\*|.{0,12}Please recycle.{0,12}|请回收.{0,4}|/(?:\.\.\.|…))$`)
	loneNumber = regexp.MustCompile(`^[\d٠-٩]+$`)
	sentence   = regexp.MustCompile(`[.。!?！？;；:：…”"’)）\]؟؛][\d\s\x{e0f1}\x{e0f2}]*$`)
	starNote   = regexp.MustCompile(`^(\*{1,3})\s*(\S.*)$`)
)

// symbolShape is a document symbol: the body, then its parts; a resolution's year stands in brackets behind a blank, a
// volume likewise, and one document may bear two symbols (Dag Hammarskjöld Library, "Document symbols").
const symbolShape = `(?:A|ACC|APLC|BWC|CAT|CBD|CCPR|CCW|CD|CED|CEDAW|CERD|CMW|CRC|CRPD|DC|DP|E|ECE|FCCC|GC|HRI|HSP|ICCD|ID|IDB|INCB|ISBA|JIU|LOS|NPT|PBC|S|SPT|ST|TD|TRADE|UNEP|UNW|WHO|YUN)/[A-Z0-9./()–-]*\d[A-Za-z0-9./()–-]*(?: \((?:(?:19|20)\d\d|Vol\. [IVX]+|Part [IVX]+)\))?`

// longest is the size in bytes at which a paragraph is parted, far above any that a document has: a text that never ends
// a paragraph is still read in time that grows with its length alone.
const longest = 48 << 10

// ends tells whether a text ends as a sentence does, marks aside.
func ends(text string) bool { return sentence.MatchString(text[max(0, len(text)-80):]) }

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
	whole, hasPages      bool           // each line is a paragraph; pages are parted
	marked               bool           // the file tells marks from other numbers
	anchored             int            // notes whose marks it told
	levels               []data.Section
	sinceRule            int
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
	}
	p.settle()
	p.anchorMarked()
	p.anchorFootnotes()
	return p.report, nil
}

func number(trimmed string) (n int, rest string, ok bool) {
	if m := numbered.FindStringSubmatch(trimmed); m != nil {
		n = integer(m[1])
		if rest := trimmed[len(m[1]):]; strings.HasPrefix(strings.TrimLeft(rest, " "), "-") || strings.HasPrefix(strings.TrimLeft(rest, " "), "–") {
			return n, m[2], strings.ContainsFunc(m[2], isArabic) // "13 - text": so Arabic documents number
		}
		// "3.5 per cent" at the start of a line is a decimal
		return n, m[2], !(m[2][0] >= '0' && m[2][0] <= '9' && strings.HasPrefix(trimmed[len(m[1])+1:], m[2][:1]))
	}
	if m := bareNumber.FindStringSubmatch(trimmed); m != nil {
		n = integer(m[1])
		return n, "", true
	}
	return 0, "", false
}

func (p *parser) line(i int, raw string) {
	line := strings.TrimSpace(strings.ReplaceAll(raw, "\u00a0", " "))
	if cells, ok := marks.Cells(line); ok {
		p.row(cells)
		return
	}
	switch {
	case raw == "\f":
		p.page++
		p.endNotes()
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
		p.startNotes()
		return
	case symbolLine.MatchString(line):
		if p.report.Symbol == "" && p.last == 0 && p.open != footnote {
			p.report.Symbol = symbolLine.FindStringSubmatch(line)[1]
		}
		return
	case pageFoot.MatchString(line) || p.open != footnote && loneNumber.MatchString(line) && len(line) <= 3 && !p.amid(i):
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

// amid tells that line i, a number alone, stands within a page's text, and so is not the page's.
func (p *parser) amid(i int) bool {
	if !p.hasPages || p.open != paragraph || i == 0 || p.furniture(i-1) {
		return false
	}
	for _, l := range p.lines[i+1:] {
		if text := strings.TrimSpace(l); text != "" || l == "\f" {
			return l != "\f" && !rule.MatchString(text) && !pageFoot.MatchString(text) && !symbolLine.MatchString(text)
		}
	}
	return false
}

// markDue tells that a number alone on a line of a page may be the mark of a note that follows on this page or the next ones.
func (p *parser) markDue(line string) bool {
	n := integer(line)
	return p.hasPages && len(line) <= 3 && loneNumber.MatchString(line) && n > p.note && n < p.note+20
}

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
		p.open, p.text = caption, join(p.caption, line)
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
	return text == "" || pageFoot.MatchString(text) || symbolLine.MatchString(text) || loneNumber.MatchString(text)
}

// adopted begins the line under a resolution's title that says when it was adopted.
var adopted = regexp.MustCompile(`^(?:Adopted (?:by|at|on)|Adoptée? (?:par|à)|Aprobad[ao] (?:por|en)|Принята|.{0,20}通过$|اتخذ|\[)`)

// titled tells whether a block before the first paragraph is part of the title: short, and no sentence or clause.
func (p *parser) titled(block string) bool {
	plain, _ := marks.Remove(block)
	plain = strings.TrimRight(plain, "* ")
	return len(p.report.Paragraphs) == 0 && plain != "" && utf8.RuneCountInString(plain) < 300 && utf8.RuneCountInString(p.report.Title) < 500 &&
		!strings.ContainsAny(lastRune(plain), ",，،.。;；:：") && !(p.report.Title != "" && adopted.MatchString(plain))
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

// close ends what is open.
func (p *parser) close() {
	text := collapse(p.text)
	switch p.open {
	case tableNote:
		p.endTableNote(text)
	case title:
		if p.titled(text) {
			p.entitle(text)
			break
		}
		p.openParagraph("")
		p.report.Paragraphs[len(p.report.Paragraphs)-1].Text = text
	case caption:
		p.caption = text
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

// entitle adds a block to the title: one part of it behind the other, as "Situation in the valley: report of …". The first
// block behind an agenda item, where another follows, is the item's.
func (p *parser) entitle(block string) {
	first, _ := utf8.DecodeRuneInString(block)
	switch before := p.report.Title; {
	case p.agendaFirst && before != "":
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

func (p *parser) section() string {
	if n := len(p.levels); n > 0 {
		return p.levels[n-1].Path
	}
	return ""
}

// doubleSpaced tells whether a blank line follows nearly each line.
func doubleSpaced(lines []string) bool {
	pairs, text := 0, 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" || address.MatchString(strings.TrimSpace(l)) {
			continue
		}
		text++
		if i+1 < len(lines) && strings.TrimSpace(lines[i+1]) == "" {
			pairs++
		}
	}
	long := 0
	for _, l := range lines {
		if n := len([]rune(l)); n > 120 {
			long++
		}
	}
	return text > 4 && pairs*100 >= text*90 && long*5 < text
}

func singleSpaced(lines []string) []string {
	var out []string
	for i, l := range lines {
		if strings.TrimSpace(l) == "" && l != "\f" && i > 0 && strings.TrimSpace(lines[i-1]) != "" {
			continue
		}
		out = append(out, l)
	}
	return out
}

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

// integer reads digits of any script.
func integer(digits string) int {
	n, _ := strconv.Atoi(strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, digits))
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

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

// row takes a row of a table: of the masthead, where the text has not begun, else of a table of the report.
func (p *parser) row(cells []string) {
	if p.last == 0 && p.prefix == "" && len(p.report.Sections) == 0 {
		found := false
		for _, cell := range cells {
			for _, part := range cellGap.Split(strings.TrimSpace(cell), -1) {
				found = p.mastheadCell(part) || found
			}
		}
		if found {
			p.open = masthead
			return
		}
	}
	if p.open != footnote {
		p.close()
	}
	var found []marks.Mark
	var letters []letter
	for i := range cells { // a mark behind a number would be read as its last digit
		own := []marks.Mark(nil)
		cells[i], own = marks.RemoveAll(collapse(cells[i]))
		for k, m := range own {
			if m.Letter() {
				m.Start -= k // as it stands without those before it
				letters = append(letters, letter{0, i, m})
			} else {
				found = append(found, m)
			}
		}
	}
	if n := len(p.report.Tables); p.inTable && n > 0 {
		if len(p.report.Tables[n-1].Rows) > 1 && slices.Equal(p.report.Tables[n-1].Rows[0], cells) {
			return // its head, repeated on a new page
		}
		for i := range letters {
			letters[i].row = len(p.report.Tables[n-1].Rows)
		}
		p.tableLetters[n-1] = append(p.tableLetters[n-1], letters...)
		p.report.Tables[n-1].Rows = append(p.report.Tables[n-1].Rows, cells)
		p.tableMarks[n-1] = append(p.tableMarks[n-1], found...)
		return
	}
	paragraph := ""
	if n := len(p.report.Paragraphs); n > 0 {
		paragraph = p.report.Paragraphs[n-1].Number
	}
	p.report.Tables = append(p.report.Tables, data.Table{Paragraph: paragraph, Title: p.caption, Rows: [][]string{cells}})
	p.tableMarks, p.tableLetters = append(p.tableMarks, found), append(p.tableLetters, letters)
	p.inTable, p.caption = true, ""
}
