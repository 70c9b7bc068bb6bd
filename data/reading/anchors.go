package reading

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// anchorMarked takes the places of marks that the file itself tells from other numbers, off the text and out of headings.
func (p *parser) anchorMarked() {
	type place struct {
		paragraph, section string
		table              int
		behind             int // paragraphs, up to its own
		marks.Mark
	}
	var places []place
	sections := map[string]bool{}
	p.report.Title, _ = marks.Remove(p.report.Title)
	section := func(path string, behind int) {
		for i := range p.report.Sections {
			if s := &p.report.Sections[i]; s.Path == path && !sections[path] {
				sections[path] = true
				title, found := marks.Remove(s.Title)
				s.Title = title
				for _, m := range found {
					places = append(places, place{section: path, behind: behind, Mark: m})
				}
			}
		}
	}
	inTables := func(paragraph string, behind int) {
		for t, table := range p.report.Tables {
			if table.Paragraph == paragraph {
				for _, m := range p.tableMarks[t] {
					places = append(places, place{table: t + 1, behind: behind, Mark: m})
				}
			}
		}
	}
	inTables("", 0)
	for i := range p.report.Paragraphs {
		q := &p.report.Paragraphs[i]
		for at := range q.Section {
			if q.Section[at] == '.' {
				section(q.Section[:at], i)
			}
		}
		section(q.Section, i)
		text, found := marks.Strip(marks.WithoutLetters(q.Text))
		q.Text = text
		for _, m := range found {
			places = append(places, place{paragraph: q.Number, behind: i + 1, Mark: m})
		}
		inTables(q.Number, i+1)
	}
	for _, s := range p.report.Sections {
		section(s.Path, len(p.report.Paragraphs))
	}
	next := 0
	for i := range p.report.Footnotes {
		note := &p.report.Footnotes[i]
		label := cmp.Or(note.Mark, itoa(note.Number))
		if note.Table > 0 {
			continue
		}
		at := slices.IndexFunc(places[next:], func(a place) bool { return strings.TrimSuffix(a.Text, "/") == label && a.behind <= p.noteFrom[i] })
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
		letter := (marks.Mark{Text: note.Mark}).Letter() && p.typedNotes[i]
		if note.Mark != "" && !letter || note.Section != "" || note.Table > 0 { // stars stand at the title
			continue
		}
		if note.Paragraph != "" {
			at = slices.IndexFunc(p.report.Paragraphs, func(q data.Paragraph) bool { return q.Number == note.Paragraph })
			from = note.End
			continue
		}
		label := cmp.Or(note.Mark, itoa(note.Number))
		if told {
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "footnote_without_mark", Detail: label})
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
			if s, e, ok := find([]rune(p.report.Paragraphs[j].Text), start, label); ok {
				note.Paragraph, note.Start, note.End = p.report.Paragraphs[j].Number, s, e
				at, from, found = j, e, true
			}
		}
		if !found {
			p.report.Notes = append(p.report.Notes, data.Note{Kind: "footnote_without_mark", Detail: label})
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

// markDue tells that a number alone on a line of a page may be the mark of a note that follows on this page or the next ones.
func (p *parser) markDue(line string) bool {
	n := integer(line)
	return p.hasPages && len(line) <= 3 && loneNumber.MatchString(line) && n > p.note && n < p.note+20
}
