package pdf

import (
	"math"
	"strings"

	"figurebook.org/figurebook/data/reading/marks"
)

// columnWidth is the width of one column of the printed layout, in points: about that of a letter in a United Nations
// document, so that an indent of half an inch gives seven blanks.
const columnWidth = 5.0

// layout gathers pages of text.
type layout struct {
	out strings.Builder

	// of the page before
	openNote  bool            // its last note goes on overleaf
	openTable []column        // of the table that ends it
	marked    map[string]bool // the marks in its text
	gutter    float64         // where its columns part; 0 for none
	body      float64         // the size of its text
}

// page writes the lines of a page from top to bottom.
func (l *layout) page(glyphs []glyph) {
	set := pieces(upright(glyphs))
	leftward := runsLeftward(set)
	all, gutter := inReadingOrder(lines(set, leftward), l.gutter, l.body)
	l.gutter = gutter
	body := bodySize(all)
	pitch := linePitch(all, body)
	all = withWrapped(all, body, pitch)
	notes := l.notesFrom(all, l.textSize(all, body), pitch)
	until := len(all)
	if notes >= 0 {
		until = notes
	}
	rows := tables(all, until, leftward, l.openTable)
	l.openTable = openTable(rows, all, until)
	previous := math.NaN()
	for i, line := range all {
		if len(rows) > 0 && i >= rows[0].from {
			if i == rows[0].from {
				rows[0].write(l)
			}
			if i == rows[0].to-1 {
				rows = rows[1:]
				previous = math.NaN()
			}
			continue
		}
		main := largest(line)
		// Clearly more white than between the lines of a paragraph is a blank line.
		if gap := previous - main.base; pitch > 0 && gap > 1.3*max(pitch, 0.9*main.size) || pitch == 0 && gap > 1.6*max(main.size, 8) {
			l.out.WriteByte('\n')
		}
		if main.base > previous && endsShort(all[:i], main.size) { // the next column begins a paragraph
			l.out.WriteByte('\n')
		}
		if i == notes {
			l.out.WriteString("\n__________\n")
		}
		previous = main.base
		l.line(line, notes < 0 || i < notes)
	}
}

// line writes one line: the indent in columns, gaps as blanks, raised numbers between the marks of a footnote mark. In the
// text a line may begin with one, for which the line above had no room; a note begins with its own.
func (l *layout) line(line []piece, inText bool) {
	var out strings.Builder
	main := largest(line)
	rightward := len(line) == 1 || line[0].left <= line[len(line)-1].left
	if rightward {
		l.out.WriteString(strings.Repeat(" ", min(200, max(0, int(math.Round((line[0].left-60)/columnWidth))))))
	}
	for i, p := range line {
		text := p.String()
		isMark := (i > 0 || inText && len(line) > 1) && raisedMark(p, main) || len(line) > 1 && raisedLetter(p, main)
		exponent := ""
		if n := marks.Exponent(out.String(), text); isMark && digits(p.text) && n > 0 { // "km²", with or without a mark behind it
			exponent, text = text[:n], text[n:]
		}
		if i > 0 {
			before := line[i-1]
			gap := max(p.left-before.right, before.left-p.right)
			em := max(min(p.size, before.size), 6)
			switch {
			case isMark && gap < 1.2*main.size:
			case gap > 1.2*em+2:
				out.WriteString(strings.Repeat(" ", min(200, max(2, int(math.Round(gap/columnWidth))))))
			case p.blank && gap > blankGap*em || gap > wordGap*em:
				out.WriteByte(' ')
			}
		}
		if isMark && text != "" {
			text = marks.Wrap(text)
		}
		out.WriteString(exponent + text)
	}
	l.out.WriteString(unkern(strings.TrimRight(out.String(), " ")))
	l.out.WriteByte('\n')
}

func (l *layout) endPage() { l.out.WriteByte('\f') }

func (l *layout) empty() bool { return strings.Trim(l.out.String(), "\f\n ") == "" }

// String is the text. Where blanks before semicolons and colons are few, kerning made them; where they are many, as in
// French, the language did.
func (l *layout) String() string {
	text := l.out.String()
	if !strings.Contains(text, " ;") && !strings.Contains(text, " :") {
		return text
	}
	apart, all := len(kernedColon.FindAllString(text, -1)), strings.Count(text, ";")+strings.Count(text, ":")
	if apart*3 < all {
		text = kernedColon.ReplaceAllString(text, "$1$2")
	}
	return text
}
