// Package docx takes the text out of a Word document, one paragraph a line, with the numbers that Word makes, footnotes
// at the end, tracked changes accepted and tables kept as rows.
//
// A part is read as a stream and to a limit, so that a small archive cannot unfold into a large one; nothing is ever
// written to a path that an archive names.
package docx

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// maxPart is the largest part that is unpacked, in bytes.
const maxPart = 64 << 20

// maxDepth is how deep elements may be nested; Word itself stays below a hundred.
const maxDepth = 512

// Is tells whether a file that begins with head may be a Word document.
func Is(head []byte) bool { return strings.HasPrefix(string(head), "PK\x03\x04") }

// Document is the text of a Word document.
type Document struct {
	Heads []string // the paragraphs of the page headers, where the masthead stands
	Text  string   // of the body, notes behind it
}

// Read reads the Word document in r. Its errors are of type *data.Fault, or that of ctx.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string) (*Document, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &data.Fault{Kind: data.DamagedFile, File: name, Err: err}
	}
	w := &word{ctx: ctx, archive: archive}
	if !slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "word/document.xml" }) {
		return nil, &data.Fault{Kind: data.UnknownFormat, File: name, Detail: "ZIP"}
	}
	document, err := w.read()
	switch {
	case err == nil:
		return document, nil
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return nil, err
	case errors.Is(err, errTooLarge):
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "64 MB", Err: err}
	}
	return nil, &data.Fault{Kind: data.DamagedFile, File: name, Detail: w.part, Err: err}
}

var (
	errTooLarge = errors.New("a part of the document is too large")
	errTooDeep  = errors.New("elements are nested too deep")
)

// word is a document being read.
type word struct {
	ctx     context.Context
	archive *zip.Reader
	part    string // being read, for messages
	numbers numbering
	notes   map[string]int // id of a footnote → its number, in the order of the marks
	order   []string
}

func (w *word) read() (*Document, error) {
	w.notes = map[string]int{}
	if err := w.readNumbering(); err != nil {
		return nil, err
	}
	document := &Document{}
	for _, f := range w.archive.File {
		if ok, _ := path.Match("word/header*.xml", f.Name); ok {
			lines, err := w.paragraphs(f.Name, nil)
			if err != nil {
				return nil, err
			}
			document.Heads = append(document.Heads, lines...)
		}
	}
	lines, err := w.paragraphs("word/document.xml", nil)
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	for _, l := range lines {
		text.WriteString(l)
		text.WriteString("\n\n")
	}
	if len(w.order) > 0 {
		texts := map[string][]string{}
		if _, err := w.paragraphs("word/footnotes.xml", func(id, line string) { texts[id] = append(texts[id], line) }); err != nil {
			return nil, err
		}
		text.WriteString("__________\n")
		for i, id := range w.order {
			text.WriteString(strconv.Itoa(i+1) + " " + strings.TrimSpace(strings.Join(texts[id], " ")) + "\n")
		}
	}
	document.Text = text.String()
	return document, nil
}

// open streams a part; nil where the archive has none of that name.
func (w *word) open(name string) (io.ReadCloser, *xml.Decoder, error) {
	for _, f := range w.archive.File {
		if f.Name == name {
			w.part = name
			r, err := f.Open()
			if err != nil {
				return nil, nil, err
			}
			d := xml.NewDecoder(&limited{r: r, left: maxPart})
			return r, d, nil
		}
	}
	return nil, nil, nil
}

// limited fails, where io.LimitReader ends, beyond its limit.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooLarge
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// walk calls start and end for the elements of a part, and text for their words.
func (w *word) walk(name string, start func(xml.StartElement), end func(string), text func(string)) error {
	closer, d, err := w.open(name)
	if closer == nil {
		return err
	}
	defer closer.Close()
	depth := 0
	for n := 0; ; n++ {
		if n%4096 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errTooDeep
			}
			start(e)
		case xml.EndElement:
			depth--
			end(e.Name.Local)
		case xml.CharData:
			text(string(e))
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// body gathers the paragraphs of one part.
type body struct {
	w       *word
	lines   []string
	note    func(id, line string)
	noteID  string
	text    strings.Builder
	style   string
	num     reference
	direct  bool // num was said by the paragraph itself
	hidden  int  // depth inside deleted text
	inText  bool
	raised  bool     // the run is set as superscript
	tables  []*table // open ones, the innermost last
	skipped int      // depth inside what is no text: fallbacks of drawings
}

type table struct {
	rows  [][]string
	cell  []string
	span  int  // columns that the cell goes over, at least 1
	above bool // the cell above it goes over it
	after int  // columns behind the row's last cell
}

// paragraphs are the paragraphs of a part, numbered as Word numbers them; with note they are given to it instead.
func (w *word) paragraphs(name string, note func(id, line string)) ([]string, error) {
	b := &body{w: w, note: note}
	err := w.walk(name, b.start, b.end, func(s string) {
		if b.inText && b.hidden == 0 && b.skipped == 0 {
			if b.raised && (marks.Mark{Text: s}).Letter() { // of a note below a table
				s = marks.Wrap(s)
			}
			b.text.WriteString(s)
		}
	})
	return b.lines, err
}

func (b *body) start(e xml.StartElement) {
	switch e.Name.Local {
	case "footnote":
		b.noteID = attribute(e, "id")
	case "del", "moveFrom":
		b.hidden++
	case "Fallback":
		b.skipped++
	case "p":
		b.text.Reset()
		b.style, b.num, b.direct = "", reference{}, false
	case "pStyle":
		b.style = attribute(e, "val")
	case "numId":
		b.num.id, b.direct = attribute(e, "val"), true
	case "ilvl":
		b.num.level, _ = strconv.Atoi(attribute(e, "val"))
	case "t":
		b.inText = true
	case "r":
		b.raised = false
	case "vertAlign":
		b.raised = attribute(e, "val") == "superscript"
	case "position": // half points above the line
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n > 3 {
			b.raised = true
		}
	case "tab", "br", "cr":
		b.blank()
	case "noBreakHyphen":
		b.add("-")
	case "footnoteReference":
		if id := attribute(e, "id"); b.hidden == 0 && b.skipped == 0 && b.note == nil {
			if b.w.notes[id] == 0 {
				b.w.order = append(b.w.order, id)
				b.w.notes[id] = len(b.w.order)
			}
			b.text.WriteString(marks.Wrap(strconv.Itoa(b.w.notes[id])))
		}
	case "tbl":
		b.tables = append(b.tables, &table{span: 1})
	case "tr":
		if t := b.table(); t != nil {
			t.rows, t.after = append(t.rows, nil), 0
		}
	case "gridBefore":
		if t := b.table(); t != nil && len(t.rows) > 0 {
			t.rows[len(t.rows)-1] = make([]string, count(e))
		}
	case "gridAfter":
		if t := b.table(); t != nil {
			t.after = count(e)
		}
	case "vMerge":
		if t := b.table(); t != nil {
			t.above = attribute(e, "val") != "restart"
		}
	case "tc":
		if t := b.table(); t != nil {
			t.cell, t.span, t.above = nil, 1, false
		}
	case "gridSpan":
		if t := b.table(); t != nil {
			t.span = max(1, count(e))
		}
	}
}

// count is the number that an element says, bounded by what a page has room for.
func count(e xml.StartElement) int {
	n, _ := strconv.Atoi(attribute(e, "val"))
	return max(0, min(n, mostColumns))
}

// mostColumns bounds what a cell can ask for; a page has no room for more.
const mostColumns = 100

func (b *body) add(s string) {
	if b.hidden == 0 && b.skipped == 0 {
		b.text.WriteString(s)
	}
}

// blank is a tab or a line break within a paragraph; those of a paragraph's properties come before any text.
func (b *body) blank() {
	if b.text.Len() > 0 {
		b.add(" ")
	}
}

func (b *body) table() *table {
	if n := len(b.tables); n > 0 {
		return b.tables[n-1]
	}
	return nil
}

func (b *body) end(name string) {
	switch name {
	case "del", "moveFrom":
		b.hidden = max(0, b.hidden-1)
	case "Fallback":
		b.skipped = max(0, b.skipped-1)
	case "t":
		b.inText = false
	case "p":
		b.paragraph()
	case "tc":
		if t := b.table(); t != nil && len(t.rows) > 0 {
			text, over := strings.Join(t.cell, apart), marks.Left
			if t.above {
				text, over = marks.Above, marks.Above
			}
			row := append(t.rows[len(t.rows)-1], text)
			for i := 1; i < t.span && len(row) < mostColumns; i++ { // the columns that a wide cell goes over
				row = append(row, over)
			}
			t.rows[len(t.rows)-1] = row
			t.cell, t.span, t.above = nil, 1, false
		}
	case "tr":
		if t := b.table(); t != nil && len(t.rows) > 0 {
			t.rows[len(t.rows)-1], t.after = append(t.rows[len(t.rows)-1], make([]string, t.after)...), 0
		}
	case "tbl":
		n := len(b.tables)
		if n == 0 {
			return
		}
		t := b.tables[n-1]
		b.tables = b.tables[:n-1]
		switch {
		case n > 1: // a table in a cell is text of the cell
			outer := b.tables[n-2]
			for _, row := range t.rows {
				outer.cell = append(outer.cell, slices.DeleteFunc(row, func(c string) bool { return marks.Cell(c) == "" })...)
			}
		case b.note == nil:
			b.lines = append(b.lines, layout(t.rows)...)
		}
	}
}

// apart parts the paragraphs of a cell: two blanks, which none of them holds.
const apart = "  "

// layout gives the rows of a table; a table of one column, which only frames text, gives its paragraphs.
func layout(rows [][]string) []string {
	wide := false
	for _, r := range rows {
		wide = wide || len(r) > 1
	}
	var lines []string
	for _, r := range rows {
		if wide {
			lines = append(lines, marks.Row(r))
		} else {
			for _, cell := range r {
				lines = append(lines, strings.Split(cell, apart)...)
			}
		}
	}
	return lines
}

func (b *body) paragraph() {
	text := strings.Join(strings.Fields(b.text.String()), " ")
	b.text.Reset()
	if text == "" {
		return
	}
	if t := b.table(); t != nil {
		t.cell = append(t.cell, text)
		return
	}
	if b.note != nil {
		b.note(b.noteID, text)
		return
	}
	b.lines = append(b.lines, b.w.numbers.next(b.num, b.direct, b.style)+text)
}
