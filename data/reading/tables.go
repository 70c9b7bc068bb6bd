package reading

import (
	"regexp"
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
			for _, part := range cellGap.Split(strings.TrimSpace(marks.Cell(cell)), -1) {
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
	over := coveredIn(cells)
	var found []marks.Mark
	var letters []letter
	for i := range cells { // a mark behind a number would be read as its last digit
		own := []marks.Mark(nil)
		cells[i], own = marks.RemoveAll(collapse(marks.Cell(cells[i])))
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
		if rows := p.report.Tables[n-1].Rows; len(rows) > 1 && (slices.Equal(rows[0], cells) || slices.ContainsFunc(rows[:min(len(rows), mostHeads)], func(row []string) bool {
			return slices.Equal(row, cells) && !slices.ContainsFunc(cells, numeric)
		})) {
			return // its head, repeated on a new page
		}
		for i := range letters {
			letters[i].row = len(p.report.Tables[n-1].Rows)
		}
		p.tableLetters[n-1] = append(p.tableLetters[n-1], letters...)
		p.report.Tables[n-1].Rows = append(p.report.Tables[n-1].Rows, cells)
		p.grids[n-1] = append(p.grids[n-1], over)
		p.tableMarks[n-1] = append(p.tableMarks[n-1], found...)
		return
	}
	paragraph := ""
	if n := len(p.report.Paragraphs); n > 0 {
		paragraph = p.report.Paragraphs[n-1].Number
	}
	p.report.Tables = append(p.report.Tables, data.Table{Paragraph: paragraph, Section: p.section(), Page: p.page, Title: p.caption, Rows: [][]string{cells}})
	p.grids = append(p.grids, [][]covered{over})
	p.tableMarks, p.tableLetters = append(p.tableMarks, found), append(p.tableLetters, letters)
	p.inTable, p.caption = true, ""
}

// mostHeads is how many rows the head of a table has, at the most, that is repeated on a new page.
const mostHeads = 4

// tableNumber begins the title of a table that has a number: "Table 3", 表 3.
var tableNumber = regexp.MustCompile(`^(?i:tables?|tableau|tabla|cuadro|таблица|الجدول|表格?) ?(?:\d|[IVXA-Z][IVX]{0,4}\b|[一二三四五六七八九十٠-٩])`)

// tableTitle takes the line that numbers a table, whatever it stands behind, where the table follows it with no more than its
// title and what it is counted in between.
func (p *parser) tableTitle(i int, line string) bool {
	numbers := tableNumber.MatchString(line)
	if !numbers && p.caption == "" && p.open != caption || sentenceEnds(line) || utf8.RuneCountInString(line) > 160 || p.last == 0 && p.prefix == "" && len(p.report.Sections) == 0 {
		return false
	}
	for j, lines := i+1, 0; j < len(p.lines) && lines <= 4; j++ {
		text := strings.TrimSpace(p.lines[j])
		if _, ok := marks.Cells(text); ok {
			if p.close(); numbers {
				p.caption = ""
			}
			p.open, p.text = caption, line
			return true
		}
		if text == "" {
			continue
		}
		if _, _, numbered := number(text); numbered || p.lines[j] == "\f" || sentenceEnds(text) || utf8.RuneCountInString(text) > 160 {
			return false
		}
		lines++
	}
	return false
}

// sentenceEnds tells a line with which a sentence ends, and no title does.
func sentenceEnds(line string) bool {
	plain, _ := marks.Remove(line)
	return strings.HasSuffix(plain, ".") || strings.HasSuffix(plain, "。") || strings.HasSuffix(plain, ";") || strings.HasSuffix(plain, "；")
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
