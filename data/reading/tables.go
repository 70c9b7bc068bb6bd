package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

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

// letter is the mark of a table's note in a cell.
type letter struct {
	row, column int
	marks.Mark
}

// tableNote takes a line below a table that is a note to it; false where line is none.
func (p *parser) tableNote(i int, line string) bool {
	n := len(p.report.Tables)
	if n == 0 || !p.inTable {
		return false
	}
	mark, text := marks.Leading(line)
	if m := marks.TableSource.FindStringSubmatch(line); m != nil {
		mark, text = m[1], m[2]
	} else if !(marks.Mark{Text: mark}).Letter() || text == "" {
		_, _, numbered := number(line)
		first, _ := utf8.DecodeRuneInString(text)
		another := ends(p.text) && !unicode.IsLower(first) // a sentence of its own
		if p.open != tableNote || p.whole || numbered || another || strings.TrimSpace(p.lines[i-1]) == "" {
			return false
		}
		p.text = join(p.text, line)
		return true
	}
	p.close()
	p.open, p.mark, p.text = tableNote, mark, text
	return true
}

// endTableNote stores the open note to the last table.
func (p *parser) endTableNote(text string) {
	text, _ = marks.Strip(text)
	p.report.Footnotes = append(p.report.Footnotes, data.Footnote{Mark: p.mark, Table: len(p.report.Tables), Text: text})
	p.typedNotes, p.noteFrom = append(p.typedNotes, false), append(p.noteFrom, len(p.report.Paragraphs))
	p.mark = ""
}

// withLetters puts letters that no note below the table explains back into its cells: they end an ordinal.
func (p *parser) withLetters() {
	for t, letters := range p.tableLetters {
		for _, l := range slices.Backward(letters) {
			if slices.ContainsFunc(p.report.Footnotes, func(f data.Footnote) bool { return f.Table == t+1 && f.Mark == l.Text }) {
				continue
			}
			cell := []rune(p.report.Tables[t].Rows[l.row][l.column])
			p.report.Tables[t].Rows[l.row][l.column] = string(slices.Insert(cell, min(l.Start, len(cell)), []rune(l.Text)...))
		}
	}
}
