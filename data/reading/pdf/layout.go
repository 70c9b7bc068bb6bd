package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/responses"
)

// columnWidth is the width of one column of the printed layout, in points: about that of a letter in a United Nations
// document, so that an indent of half an inch gives seven blanks.
const columnWidth = 5.0

// layout gathers pages of text.
type layout struct{ out strings.Builder }

// piece is a run of text in one font on one line. Its measures are in points from the page's bottom left.
type piece struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
}

func (p piece) middle() float64 { return (p.top + p.bottom) / 2 }

// page writes the lines of a page from top to bottom.
func (l *layout) page(rects []*responses.GetPageTextStructuredRect) {
	var pieces []piece
	for _, r := range rects {
		text := strings.Map(clean, r.Text)
		if strings.TrimSpace(text) == "" {
			continue
		}
		at := r.PointPosition
		p := piece{text: text, left: at.Left, right: at.Right, top: at.Top, bottom: at.Bottom}
		if r.FontInformation != nil {
			p.size = r.FontInformation.RenderedSize
		}
		pieces = append(pieces, p)
	}
	previous := math.NaN()
	for _, line := range lines(pieces) {
		main := largest(line)
		// More than one and a half line heights of white is a blank line.
		if gap := previous - main.middle(); gap > 1.75*max(main.size, 8) {
			l.out.WriteByte('\n')
		}
		previous = main.middle()
		l.line(line)
	}
}

// lines groups pieces by height on the page, each line from left to right. Pieces of the size of the text make the
// lines; smaller ones, such as raised marks, join the line that they stand on, or make lines of their own.
func lines(pieces []piece) [][]piece {
	sizes := make([]float64, len(pieces))
	for i, p := range pieces {
		sizes[i] = p.size
	}
	slices.Sort(sizes)
	small := 0.0
	if len(sizes) > 0 {
		small = 0.8 * sizes[len(sizes)/2]
	}
	slices.SortStableFunc(pieces, func(a, b piece) int {
		if (a.size < small) != (b.size < small) {
			return cmp.Compare(b.size, a.size)
		}
		return cmp.Compare(b.middle(), a.middle())
	})
	var all [][]piece
	for _, p := range pieces {
		on := -1
		if p.size >= small { // sorted by height: only the last line can be its own
			if n := len(all) - 1; n >= 0 && sameLine(all[n], p) {
				on = n
			}
		} else {
			on = slices.IndexFunc(all, func(line []piece) bool { return sameLine(line, p) })
		}
		if on < 0 {
			all = append(all, []piece{p})
			continue
		}
		all[on] = append(all[on], p)
	}
	for _, line := range all {
		slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	}
	slices.SortStableFunc(all, func(a, b []piece) int { return cmp.Compare(largest(b).middle(), largest(a).middle()) })
	return all
}

// sameLine tells whether p stands on line: its middle lies within the height of the line's largest piece, with a
// quarter of its size more on either side for a comma below and a raised mark above.
func sameLine(line []piece, p piece) bool {
	main := largest(line)
	slack := main.size / 4
	return p.middle() > main.bottom-slack && p.middle() < main.top+slack
}

func largest(line []piece) piece {
	return slices.MaxFunc(line, func(a, b piece) int { return cmp.Compare(a.size, b.size) })
}

// line writes one line: the indent in columns, pieces that touch joined, gaps as blanks.
func (l *layout) line(line []piece) {
	var out strings.Builder
	for i, p := range line {
		if i == 0 {
			l.out.WriteString(strings.Repeat(" ", max(0, int(math.Round((p.left-60)/columnWidth)))))
		} else if gap := p.left - line[i-1].right; gap > 0.15*max(p.size, line[i-1].size, 6) {
			blanks := 1
			if gap > 12 {
				blanks = max(2, int(math.Round(gap/columnWidth)))
			}
			if blanks > 1 || !endsBlank(line[i-1].text) {
				out.WriteString(strings.Repeat(" ", blanks))
			}
		}
		if i == 0 {
			p.text = strings.TrimLeft(p.text, " ")
		}
		out.WriteString(p.text)
	}
	l.out.WriteString(unkern(strings.TrimRight(out.String(), " ")))
	l.out.WriteByte('\n')
}

func endsBlank(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func (l *layout) endPage() { l.out.WriteByte('\f') }

func (l *layout) empty() bool { return strings.Trim(l.out.String(), "\f\n ") == "" }

func (l *layout) String() string { return l.out.String() }

// clean drops what is not text: PDFium writes U+FFFE and U+0002 for a hyphen at a line's end, which is a soft one.
func clean(r rune) rune {
	switch {
	case r == '\u00ad' || r == '\ufffe' || r == '\x02':
		return '-'
	case r == '\r' || r == '\n':
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}

// unkern closes the blanks that wide kerning leaves in a word and before a stop: "Secretary -General", "Da ’ esh",
// "entities ." A plural's apostrophe keeps its blank: "States’ efforts".
func unkern(s string) string {
	s = kernedStop.ReplaceAllString(s, "$1$2")
	s = kernedHyphen.ReplaceAllString(s, "$1-$2")
	s = kernedPlural.ReplaceAllString(s, "s$1 ")
	s = kernedQuote.ReplaceAllString(s, "$1$2$3")
	return halfKernedQuote.ReplaceAllString(s, "$1$2$3")
}

var (
	kernedStop      = regexp.MustCompile(`(\S) ([.,;:)])`)
	kernedHyphen    = regexp.MustCompile(`([\pL\pN]) -([\pL\pN])`)
	kernedPlural    = regexp.MustCompile(`s ([’']) `)
	kernedQuote     = regexp.MustCompile(`(\pL) ([’']) ?(\pL)`)
	halfKernedQuote = regexp.MustCompile(`([a-rt-zA-Zà-ÿ])([’']) (\p{Ll})`)
)
