package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// startNotes is a rule of underscores: footnotes follow. The paragraph that stands open goes on behind them.
func (p *parser) startNotes() {
	if p.open != footnote {
		p.held = p.open == paragraph && !ends(p.text)
	}
	p.close()
	p.open, p.text = footnote, ""
	p.sinceRule = 0
}

// noteLine takes a line of the notes; false where the notes have ended and line belongs to the text.
func (p *parser) noteLine(i int, raw, line string) bool {
	line, _ = marks.Strip(line)
	if m := starNote.FindStringSubmatch(line); m != nil && (p.sinceRule == 0 || strings.HasPrefix(p.mark, "*")) {
		p.endNote()
		p.mark, p.text = m[1], m[2]
		p.sinceRule++
		return true
	}
	if m := noteStart.FindStringSubmatch(line); m != nil {
		if n := integer(m[1]); n == p.note+1 || p.sinceRule == 0 && n > p.note && n < p.note+4 {
			p.endNote()
			p.note, p.text, p.mark = n, m[2]+m[3], ""
			p.typed = strings.HasPrefix(line[len(m[1]):], "/")
			p.sinceRule++
			return true
		}
	}
	if n := integer(line); loneNumber.MatchString(line) && (n == p.note+1 || p.sinceRule == 0 && n > p.note && n < p.note+4) && p.noteBelow(i) {
		p.endNote()
		p.note, p.mark = n, ""
		p.sinceRule++
		return true
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
	if p.sinceRule > 0 && indent == 1 && ends(p.text) {
		p.endNotes()
		return false
	}
	if p.sinceRule == 0 && !p.reopenNote() {
		return false
	}
	if len(p.text) > longest {
		p.endNote()
	}
	p.text = join(p.text, line)
	return true
}

// reopenNote takes the last note back where it is no whole sentence: it goes on overleaf, behind the rule.
func (p *parser) reopenNote() bool {
	n := len(p.report.Footnotes) - 1
	if n < 0 || p.report.Footnotes[n].Table > 0 || ends(p.report.Footnotes[n].Text) {
		return false
	}
	p.text, p.mark, p.typed = p.report.Footnotes[n].Text, p.report.Footnotes[n].Mark, p.typedNotes[n]
	p.report.Footnotes, p.typedNotes, p.noteFrom = p.report.Footnotes[:n], p.typedNotes[:n], p.noteFrom[:n]
	p.sinceRule++
	return true
}

// noteBelow tells that the next line is text, so that the number alone on line i is a note's and no page's.
func (p *parser) noteBelow(i int) bool {
	if i+1 >= len(p.lines) {
		return false
	}
	text := strings.TrimSpace(p.lines[i+1])
	first, _ := utf8.DecodeRuneInString(text)
	return !p.furniture(i+1) && (unicode.IsLetter(first) || strings.ContainsRune("“‘\"([", first))
}

// endNote stores the open note.
func (p *parser) endNote() {
	if p.text == "" {
		return
	}
	note := data.Footnote{Number: p.note, Mark: p.mark, Text: collapse(p.text)}
	if p.mark != "" {
		note.Number = 0
	}
	p.report.Footnotes = append(p.report.Footnotes, note)
	p.typedNotes = append(p.typedNotes, p.typed && p.mark == "")
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

// anchorMarked takes the places of marks that the file itself tells from other numbers, off the text and out of headings.
func (p *parser) anchorMarked() {
	type place struct {
		paragraph, section string
		table              int
		marks.Mark
	}
	var places []place
	sections := map[string]bool{}
	p.report.Title, _ = marks.Remove(p.report.Title)
	section := func(path string) {
		for i := range p.report.Sections {
			if s := &p.report.Sections[i]; s.Path == path && !sections[path] {
				sections[path] = true
				title, found := marks.Remove(s.Title)
				s.Title = title
				for _, m := range found {
					places = append(places, place{section: path, Mark: m})
				}
			}
		}
	}
	inTables := func(paragraph string) {
		for t, table := range p.report.Tables {
			if table.Paragraph == paragraph {
				for _, m := range p.tableMarks[t] {
					places = append(places, place{table: t + 1, Mark: m})
				}
			}
		}
	}
	inTables("")
	for i := range p.report.Paragraphs {
		q := &p.report.Paragraphs[i]
		for at := range q.Section {
			if q.Section[at] == '.' {
				section(q.Section[:at])
			}
		}
		section(q.Section)
		text, found := marks.Strip(marks.WithoutLetters(q.Text))
		q.Text = text
		for _, m := range found {
			if !m.Letter() {
				places = append(places, place{paragraph: q.Number, Mark: m})
			}
		}
		inTables(q.Number)
	}
	for _, s := range p.report.Sections {
		section(s.Path)
	}
	next := 0
	for i := range p.report.Footnotes {
		note := &p.report.Footnotes[i]
		label := itoa(note.Number)
		if note.Mark != "" {
			continue // stars stand at the title
		}
		at := slices.IndexFunc(places[next:], func(a place) bool { return strings.TrimSuffix(a.Text, "/") == label })
		if at < 0 {
			continue
		}
		found := places[next+at]
		p.anchored++
		note.Paragraph, note.Section, note.Table, note.Start, note.End = found.paragraph, found.section, found.table, found.Start, found.End
		if found.paragraph == "" {
			note.Start, note.End = 0, 0
		}
		next += at + 1
	}
}

// anchorFootnotes finds the mark of each note that has none yet: the next expected number, standing close behind a word or a
// stop, in the paragraphs that come before the note. Where the file itself tells most marks, those that it does not tell
// are none.
func (p *parser) anchorFootnotes() {
	at, from := 0, 0
	told := 2*p.anchored > len(p.report.Footnotes)
	for i := range p.report.Footnotes {
		note := &p.report.Footnotes[i]
		if note.Mark != "" || note.Section != "" || note.Table > 0 {
			continue
		}
		if note.Paragraph != "" {
			at = slices.IndexFunc(p.report.Paragraphs, func(q data.Paragraph) bool { return q.Number == note.Paragraph })
			from = note.End
			continue
		}
		if told {
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "footnote_without_mark", Detail: itoa(note.Number)})
			continue
		}
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
			find := mark
			if p.typedNotes[i] {
				find = typedMark
			}
			if s, e, ok := find([]rune(p.report.Paragraphs[j].Text), start, strconv.Itoa(note.Number)); ok {
				note.Paragraph, note.Start, note.End = p.report.Paragraphs[j].Number, s, e
				at, from, found = j, e, true
			}
		}
		if !found {
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "footnote_without_mark", Detail: strconv.Itoa(note.Number)})
		}
	}
}

// typedMark finds the footnote mark digits as older documents type it, "(1999), 1/ the", in text from start on; the stroke
// belongs to it.
func typedMark(text []rune, start int, digits string) (int, int, bool) {
	want := []rune(digits + "/")
	for i := max(start, 1); i+len(want) <= len(text); i++ {
		if !slices.Equal(text[i:i+len(want)], want) || unicode.IsDigit(text[i-1]) || text[i-1] == '/' {
			continue
		}
		if end := i + len(want); end == len(text) || !unicode.IsDigit(text[end]) && !unicode.IsLetter(text[end]) || unicode.Is(unicode.Han, text[end]) {
			return i, end, true
		}
	}
	return 0, 0, false
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
			if strings.ContainsRune(".,", before) && i > 1 && unicode.IsDigit(text[i-2]) && !endsYear(text, i-1, end) || counterFollows(text[end:]) {
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

// endsYear tells "in 2098.1 The …", a year, a stop and a mark, from a decimal.
func endsYear(text []rune, stop, end int) bool {
	if stop < 5 || stop > 5 && unicode.IsDigit(text[stop-5]) || text[stop] != '.' {
		return false
	}
	if century := string(text[stop-4 : stop-2]); century != "19" && century != "20" {
		return false
	}
	return end == len(text) || text[end] == ' ' && end+1 < len(text) && unicode.IsLetter(text[end+1]) && !unicode.IsLower(text[end+1])
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
	b = collapse(b) // a is, when its paragraph is closed
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	lastWide, firstWide := wide(last), wide(first)
	switch {
	case last == '-' && suspended.MatchString(b): // "troop- and police-contributing"
		return a + " " + b
	case goesOnAddress(a, b):
		return a + b
	case lastWide && firstWide, (last == '-' || last == '–') && !strings.HasSuffix(a, " "+string(last)):
		return a + b
	case (lastWide && !unicode.Is(unicode.Han, last)) || (firstWide && !unicode.Is(unicode.Han, first)):
		return a + b
	case lastWide && !unicode.IsLetter(first) && !unicode.IsDigit(first), firstWide && !unicode.IsLetter(last) && !unicode.IsDigit(last):
		return a + b
	}
	return a + " " + b
}

// addressEnd is an address on the web that a line breaks behind one of its signs.
var addressEnd = regexp.MustCompile(`(?:https?://|www\.)\S*[/_?&=#%~-]$`)

// addressRest is the rest of one: a word with such a sign in it.
var addressRest = regexp.MustCompile(`^[a-z0-9/_?&=#%~-][^\s]*[/_.?&=#%~-][A-Za-z0-9]`)

// goesOnAddress tells that b goes on with the address that a ends with.
func goesOnAddress(a, b string) bool {
	return strings.IndexByte("/_?&=#%~-", a[len(a)-1]) >= 0 && addressEnd.MatchString(a[max(0, len(a)-400):]) && addressRest.MatchString(b)
}

var suspended = regexp.MustCompile(`^(?:and|or|to|et|ou|y|o)\b`)

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xffef
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
