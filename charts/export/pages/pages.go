// Package pages lays a Document out on pages of A4, as PDF: text that can be selected, charts as lines, footnotes at the
// foot of their page, the headings as bookmarks.
package pages

import (
	"fmt"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/charts/export/vector"
)

// A style is the setting of a kind of text, in points.
type style struct {
	size, lead, before, after, indent float64
	color                             [3]int
}

var (
	ink      = [3]int{0x22, 0x22, 0x22}
	quiet    = [3]int{0x5f, 0x63, 0x68}
	headings = []style{{24, 1.3, 6, 14, 0, ink}, {15, 1.3, 18, 8, 0, [3]int{0x1f, 0x3b, 0x57}}, {12, 1.3, 12, 5, 0, [3]int{0x1f, 0x3b, 0x57}}}
	body     = style{10, 1.5, 0, 6, 0, ink}
	list     = style{10, 1.45, 0, 4, 14, ink}
	caption  = style{8.5, 1.4, 0, 8, 0, quiet}
	cellText = style{8, 1.3, 0, 0, 0, ink}
	noteText = style{7.5, 1.35, 0, 0, 0, ink}
)

const (
	bottom  = office.PageHeight - office.Margin
	cellPad = 3.5
	noteGap = 8.0 // over the first footnote of a page
)

// layout is a document in the making.
type layout struct {
	doc    *fpdf.Fpdf
	d      office.Document
	y      float64
	notes  []string // of the page, wrapped
	number int      // of the last footnote
	empty  bool     // nothing stands on the page yet
}

// Lay lays a document out. The caller describes it and writes it.
func Lay(d office.Document) (*fpdf.Fpdf, error) {
	l := &layout{doc: vector.NewPDF(), d: d}
	l.newPage()
	for i, b := range d.Blocks {
		if err := l.block(b, i); err != nil {
			return nil, err
		}
	}
	l.closePage()
	return l.doc, l.doc.Error()
}

func (l *layout) newPage() {
	if l.doc.PageNo() > 0 {
		l.closePage()
	}
	l.doc.AddPageFormat("P", fpdf.SizeType{Wd: office.PageWidth, Ht: office.PageHeight})
	l.y, l.notes, l.empty = office.Margin, nil, true
}

// closePage writes the page's footnotes and its footer.
func (l *layout) closePage() {
	if len(l.notes) > 0 {
		y := bottom - float64(len(l.notes))*noteText.size*noteText.lead
		l.doc.SetDrawColor(0x5f, 0x63, 0x68)
		l.doc.SetLineWidth(0.5)
		l.doc.Line(office.Margin, y-3, office.Margin+120, y-3)
		for _, n := range l.notes {
			y += noteText.size * noteText.lead
			l.text(n, office.Margin, y-3, noteText, false)
		}
	}
	l.text(l.d.Footer+" "+strconv.Itoa(l.doc.PageNo()), office.Margin, office.PageHeight-32, caption, false)
}

func (l *layout) text(s string, x, baseline float64, st style, bold bool) {
	weight := ""
	if bold {
		weight = "B"
	}
	l.doc.SetFont(vector.Family, weight, st.size)
	l.doc.SetTextColor(st.color[0], st.color[1], st.color[2])
	l.doc.Text(x, baseline, s)
}

// room makes sure that a height fits on the page with so many more lines of footnotes, on a new one if need be.
func (l *layout) room(height float64, notes int) {
	lines := len(l.notes) + notes
	limit := bottom
	if lines > 0 {
		limit -= float64(lines)*noteText.size*noteText.lead + noteGap
	}
	if l.y+height > limit && !l.empty {
		l.newPage()
	}
	l.empty = false
}

func (l *layout) block(b office.Block, index int) error {
	switch b := b.(type) {
	case office.Heading:
		st := headings[b.Level]
		next := 0.0
		if index+1 < len(l.d.Blocks) {
			next = l.height(l.d.Blocks[index+1])
		}
		l.room(st.before+st.size*st.lead+st.after+next, 0)
		if b.Level > 0 {
			l.doc.Bookmark(b.Text, b.Level-1, l.y)
		}
		l.y += st.before
		l.runs([]office.Run{{Text: b.Text, Bold: true}}, st, "")
	case office.Paragraph:
		st := body
		if b.Small {
			st = caption
		}
		l.runs(b.Runs, st, "")
	case office.Item:
		l.runs(b.Runs, list, "•")
	case office.Picture:
		width, height := b.Fit(office.Measure, office.PageHeight-2*office.Margin-90)
		l.room(height+4, 0)
		b.Draw(vector.OnPage(l.doc, office.Margin, office.PageHeight-l.y-height, width/b.Width))
		l.doc.SetDashPattern(nil, 0)
		l.y += height + 6
	case office.Chart: // its picture stands here
	case office.Table:
		l.table(b)
	case office.PageBreak:
		if !l.empty {
			l.newPage()
		}
	default:
		return fmt.Errorf("pdf: a block of type %T", b)
	}
	return nil
}

// height is what of a block must follow its heading on the same page.
func (l *layout) height(b office.Block) float64 {
	if p, ok := b.(office.Picture); ok {
		_, height := p.Fit(office.Measure, office.PageHeight-2*office.Margin-90)
		return height
	}
	return 40
}

// A word is a piece of text that is not broken, in one weight, with the footnote behind it.
type word struct {
	text string
	bold bool
	note string
}

func words(runs []office.Run) []word {
	var all []word
	for _, r := range runs {
		pieces := charts.Pieces(charts.Shown(r.Text))
		for _, p := range pieces {
			all = append(all, word{text: p, bold: r.Bold})
		}
		if r.Note != "" {
			if len(all) == 0 {
				all = append(all, word{})
			}
			all = append(all, word{note: r.Note})
		}
	}
	return all
}

// runs sets a paragraph line by line.
func (l *layout) runs(runs []office.Run, st style, bullet string) {
	width := office.Measure - st.indent
	for _, line := range lines(words(runs), st.size, width) {
		var notes []string
		for _, w := range line {
			if w.note != "" {
				l.number++
				notes = append(notes, noteLines(strconv.Itoa(l.number)+" "+w.note)...)
			}
		}
		l.room(st.size*st.lead, len(notes))
		number := l.number - count(line)
		l.notes = append(l.notes, notes...)
		baseline := l.y + st.size*(st.lead+0.7)/2
		if bullet != "" {
			l.text(bullet, office.Margin+3, baseline, st, false)
			bullet = ""
		}
		l.line(line, office.Margin+st.indent, baseline, st, number)
		l.y += st.size * st.lead
	}
	l.y += st.after
}

func count(line []word) int {
	n := 0
	for _, w := range line {
		if w.note != "" {
			n++
		}
	}
	return n
}

// line writes the words of one line; stretches of one weight in one piece, so that they are found as they are read.
func (l *layout) line(line []word, x, baseline float64, st style, number int) {
	stretch, bold := "", false
	flush := func() {
		l.text(strings.TrimRight(stretch, " "), x, baseline, st, bold)
		x += charts.TextWidth(stretch, st.size, bold)
		stretch = ""
	}
	for _, w := range line {
		if w.note != "" {
			stretch = strings.TrimRight(stretch, " ")
			flush()
			number++
			small := st
			small.size = st.size * 0.65
			l.text(strconv.Itoa(number), x+0.5, baseline-st.size*0.33, small, false)
			x += charts.TextWidth(strconv.Itoa(number), small.size, false) + 2
			continue
		}
		if w.bold != bold && stretch != "" {
			flush()
		}
		bold = w.bold
		stretch += w.text
	}
	if stretch != "" {
		flush()
	}
}

func noteLines(note string) []string {
	var all []string
	for _, line := range lines(words(office.Plain(note)), noteText.size, office.Measure) {
		text := ""
		for _, w := range line {
			text += w.text
		}
		all = append(all, text)
	}
	return all
}

// lines fills lines of a width with words. One longer than a line is broken between its runes.
func lines(all []word, size, width float64) [][]word {
	var done [][]word
	var line []word
	used := 0.0
	for _, w := range all {
		wide := charts.TextWidth(strings.TrimRight(w.text, " "), size, w.bold)
		if used+wide > width && len(line) > 0 {
			done, line, used = append(done, line), nil, 0
		}
		for wide > width {
			head := fitting(w.text, size, w.bold, width)
			done = append(done, []word{{text: head, bold: w.bold}})
			w.text = w.text[len(head):]
			wide = charts.TextWidth(w.text, size, w.bold)
		}
		line = append(line, w)
		used += charts.TextWidth(w.text, size, w.bold)
	}
	if len(line) > 0 {
		done = append(done, line)
	}
	return done
}

// fitting is the longest start of a text that fits, one rune at least.
func fitting(text string, size float64, bold bool, width float64) string {
	end := 0
	for i, r := range text {
		if next := i + len(string(r)); i == 0 || charts.TextWidth(text[:next], size, bold) <= width {
			end = next
		} else {
			break
		}
	}
	return text[:end]
}
