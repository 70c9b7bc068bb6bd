package reading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// startNotes is a rule of underscores: footnotes follow. The paragraph that stands open goes on behind them.
func (p *parser) startNotes() {
	if p.open != footnote {
		p.held = p.open == paragraph && !sentence.MatchString(p.text)
	}
	p.close()
	p.open, p.text = footnote, ""
	p.sinceRule = 0
}

// noteLine takes a line of the notes; false where the notes have ended and line belongs to the text.
func (p *parser) noteLine(raw, line string) bool {
	if m := noteStart.FindStringSubmatch(line); m != nil {
		if n, _ := strconv.Atoi(m[1]); n == p.note+1 || p.sinceRule == 0 && n > p.note && n < p.note+4 {
			p.endNote()
			p.note, p.text = n, m[2]
			p.sinceRule++
			return true
		}
	}
	if n, _, ok := number(line); ok && n == p.last+1 {
		p.endNotes()
		return false
	}
	if p.sinceRule > 0 && (hanHead.MatchString(line) || letterHead.MatchString(line) && p.nextLetter(letterHead.FindStringSubmatch(line)[1])) {
		p.endNotes()
		return false
	}
	// Converters indent the first line of a page by one blank, and never the second line of a note.
	indent := len(raw) - len(strings.TrimLeft(raw, " "))
	if p.sinceRule > 0 && indent == 1 && sentence.MatchString(p.text) {
		p.endNotes()
		return false
	}
	if p.sinceRule == 0 {
		return false
	}
	p.text = join(p.text, line)
	return true
}

// endNote stores the open note.
func (p *parser) endNote() {
	if p.text == "" {
		return
	}
	p.report.Footnotes = append(p.report.Footnotes, data.Footnote{Number: p.note, Text: strings.TrimSpace(p.text)})
	p.noteFrom = append(p.noteFrom, len(p.report.Paragraphs))
	p.text = ""
}

// endNotes goes back to the text after footnotes.
func (p *parser) endNotes() {
	if p.open != footnote {
		return
	}
	p.endNote()
	p.open = nothing
	if n := len(p.report.Paragraphs); p.held && n > 0 {
		p.open, p.text = paragraph, p.report.Paragraphs[n-1].Text
		p.report.Paragraphs[n-1].Text = ""
	}
	p.held = false
}

// anchorFootnotes finds the mark of each note: the next expected number, standing close behind a word or a stop, in the
// paragraphs that come before the note.
func (p *parser) anchorFootnotes() {
	at, from := 0, 0
	for i := range p.report.Footnotes {
		note := &p.report.Footnotes[i]
		until := len(p.report.Paragraphs)
		if p.noteFrom[i] < until {
			until = p.noteFrom[i]
		}
		found := false
		for j := at; j < until && !found; j++ {
			start := 0
			if j == at {
				start = from
			}
			if s, e, ok := mark([]rune(p.report.Paragraphs[j].Text), start, strconv.Itoa(note.Number)); ok {
				note.Paragraph, note.Start, note.End = p.report.Paragraphs[j].Number, s, e
				at, from, found = j, e, true
			}
		}
		if !found {
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "footnote_without_mark", Detail: strconv.Itoa(note.Number)})
		}
	}
}

// mark finds the footnote mark digits in text from start on.
func mark(text []rune, start int, digits string) (int, int, bool) {
	want := []rune(digits)
	for i := max(start, 1); i+len(want) <= len(text); i++ {
		if string(text[i:i+len(want)]) != digits {
			continue
		}
		before, end := text[i-1], i+len(want)
		after := rune(' ')
		if end < len(text) {
			after = text[end]
		}
		if unicode.IsDigit(after) || after == '%' || after == '/' || after == '-' || unicode.IsLetter(after) && !unicode.Is(unicode.Han, after) {
			continue
		}
		stop := strings.ContainsRune("。，；：、”）)》」.,;:’\"?!", before)
		switch {
		case stop && !(before == ')' && after == '('), unicode.IsLetter(before) && before != '第' && !counterFollows(text[end:]):
			if after == '.' && end+1 < len(text) && unicode.IsDigit(text[end+1]) {
				continue
			}
			if strings.ContainsRune(".,", before) && i > 1 && unicode.IsDigit(text[i-2]) || counterFollows(text[end:]) {
				continue
			}
			return i, end, true
		case before == ' ' && i > 1 && strings.ContainsRune(".,;:”)’", text[i-2]) && after == ' ' && end+1 < len(text) && (unicode.IsUpper(text[end+1]) || text[i-2] == ','):
			return i, end, true
		case before == ' ' && i > 1 && strings.ContainsRune(".”)’", text[i-2]) && end == len(text):
			return i, end, true
		}
	}
	return 0, 0, false
}

// counterFollows tells that a number is counted or dated by what follows it, and so is no mark.
func counterFollows(after []rune) bool {
	s := strings.TrimLeft(string(after[:min(len(after), 6)]), " ")
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("年月日万亿千百名个人次国条段号岁项起家天周%％", r)
}

// join puts the parts of a broken line together again: Han without a blank, an ideograph and a Latin letter or digit
// with one, Latin words with one, a word broken at a hyphen without.
func join(a, b string) string {
	a, b = collapse(a), collapse(b)
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	lastWide, firstWide := wide(last), wide(first)
	switch {
	case lastWide && firstWide, last == '-' || last == '–':
		return a + b
	case (lastWide && !unicode.Is(unicode.Han, last)) || (firstWide && !unicode.Is(unicode.Han, first)):
		return a + b
	case lastWide && !unicode.IsLetter(first) && !unicode.IsDigit(first), firstWide && !unicode.IsLetter(last) && !unicode.IsDigit(last):
		return a + b
	}
	return a + " " + b
}

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xffef
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
