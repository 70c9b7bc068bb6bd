package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"figurebook.org/figurebook/data/reading/marks"
)

// columnWidth is the width of one column of the printed layout, in points: about that of a letter in a United Nations
// document, so that an indent of half an inch gives seven blanks.
const columnWidth = 5.0

// layout gathers pages of text.
type layout struct {
	out      strings.Builder
	openNote bool // the last note of the page before goes on overleaf
}

// glyph is a character and its place on the page, in points from the bottom left: the start of its baseline and the box
// that its font gives it.
type glyph struct {
	char                     rune
	x, y                     float64
	left, right, bottom, top float64
	angle                    float64 // of the baseline, in radians
	size                     float64 // height of the type, as of Times' font box
}

// piece is a run of glyphs of one size on one baseline without a gap.
type piece struct {
	text              []rune
	left, right, base float64
	size              float64 // height of the type
	leftward          bool    // set from right to left
	blank             bool    // a blank glyph stood before it
}

func (p piece) String() string { return string(p.text) }

// page writes the lines of a page from top to bottom.
func (l *layout) page(glyphs []glyph) {
	set := pieces(upright(glyphs))
	leftward := runsLeftward(set)
	all := inReadingOrder(lines(set, leftward))
	body := bodySize(all)
	pitch := linePitch(all, body)
	all = withWrapped(all, body, pitch)
	notes := l.notesFrom(all, body, pitch)
	until := len(all)
	if notes >= 0 {
		until = notes
	}
	rows := tables(all, until, leftward)
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
		l.line(line)
	}
}

// endsShort tells that the last of lines does not reach the margin that those above it reach.
func endsShort(lines [][]piece, size float64) bool {
	n := len(lines)
	margin := math.Inf(-1)
	for _, line := range lines[max(0, n-12):n] {
		margin = max(margin, line[len(line)-1].right)
	}
	last := lines[n-1]
	return last[len(last)-1].right < margin-2*size
}

// linePitch is the distance of the lines of a paragraph: the smallest that is frequent on the page; 0 where none is.
func linePitch(all [][]piece, body float64) float64 {
	count := map[float64]int{}
	gaps := 0
	for i := 1; i < len(all); i++ {
		above, line := largest(all[i-1]), largest(all[i])
		if gap := above.base - line.base; min(above.size, line.size) > 0.9*body && gap > 0.6*body && gap < 4*body {
			count[math.Round(2*gap)/2]++
			gaps++
		}
	}
	best := 0.0
	for gap := range count {
		// two neighbouring halves of a point may share what is one distance
		if n := count[gap] + count[gap+0.5]; n >= 3 && n*8 >= gaps && (best == 0 || gap < best) {
			best = gap
		}
	}
	return best
}

// upright turns a page whose text runs up or down so that it runs to the right, and drops text that runs otherwise than
// most of the page: a symbol set sideways at the edge.
func upright(glyphs []glyph) []glyph {
	var turned [4]int
	quarter := func(g glyph) int { return int(math.Round(g.angle/(math.Pi/2))) & 3 }
	for _, g := range glyphs {
		turned[quarter(g)]++
	}
	most := 0
	for q, n := range turned {
		if n > turned[most] {
			most = q
		}
	}
	kept := glyphs[:0]
	for _, g := range glyphs {
		if quarter(g) != most {
			continue
		}
		switch most {
		case 1: // the engine counts clockwise: the baseline runs down
			g.x, g.y, g.left, g.right, g.bottom, g.top = -g.y, g.x, -g.top, -g.bottom, g.left, g.right
		case 2:
			g.x, g.y, g.left, g.right, g.bottom, g.top = -g.x, -g.y, -g.right, -g.left, -g.top, -g.bottom
		case 3: // up
			g.x, g.y, g.left, g.right, g.bottom, g.top = g.y, -g.x, g.bottom, g.top, -g.right, -g.left
		}
		kept = append(kept, g)
	}
	return kept
}

// Gaps in widths of an em: in reports set by Word kerning stays below a tenth, the narrowest gap between words that holds
// no blank glyph is a quarter; a blank glyph may be squeezed to a tenth.
const (
	wordGap  = 0.17
	blankGap = 0.07
)

// longestPiece bounds the work that a run asks for, in letters; a line of a report holds some 200.
const longestPiece = 2048

// pieces joins glyphs to runs, in the order in which they are drawn, which is the order of reading within a run.
func pieces(glyphs []glyph) []piece {
	var all []piece
	blank := false
	for _, g := range glyphs {
		size := g.size
		if unicode.IsSpace(g.char) {
			blank = true
			continue
		}
		text := clean(g.char)
		if text == "" || size <= 0 || math.IsNaN(size) || math.IsInf(size, 0) {
			continue
		}
		if n := len(all) - 1; n >= 0 {
			p := &all[n]
			gap := wordGap
			if blank {
				gap = blankGap
			}
			same := len(p.text) < longestPiece && math.Abs(p.base-g.y) < 0.1*size && math.Abs(p.size-size) < 0.1*size
			right, left := g.left-p.right, p.left-g.right
			switch {
			case same && math.Abs(g.left-p.left) < 0.05*size && math.Abs(g.right-p.right) < 0.05*size && string(p.text) == text:
				continue // printed twice to look bold
			case same && !p.leftward && right > -0.5*size && right < gap*size:
				p.text, p.right, blank = append(p.text, []rune(text)...), max(p.right, g.right), false
				continue
			case same && p.leftward && rightToLeft(g.char) && (g.left+g.right)/2 > p.right && right > -0.25*size && right < gap*size: // drawn from left to right
				p.text, p.right, blank = append([]rune(text), p.text...), max(p.right, g.right), false
				continue
			case same && (p.leftward || len(p.text) == 1) && rightToLeft(g.char) && left > -0.5*size && left < gap*size:
				p.text, p.left, p.leftward, blank = append(p.text, []rune(text)...), min(p.left, g.left), true, false
				continue
			}
		}
		all = append(all, piece{text: []rune(text), left: g.left, right: g.right, base: g.y, size: size, leftward: rightToLeft(g.char), blank: blank})
		blank = false
	}
	return all
}

func rightToLeft(r rune) bool {
	if unicode.IsDigit(r) {
		return false // numbers run to the right in every script
	}
	return r >= 0x0590 && r < 0x0900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00
}

// lines groups pieces by baseline, from top to bottom, each line in the order of reading. Pieces of the size of the text
// make the lines; smaller ones, such as raised marks, join the line that they stand on, or make lines of their own.
func lines(pieces []piece, leftward bool) [][]piece {
	sizes := make([]float64, len(pieces))
	for i, p := range pieces {
		sizes[i] = p.size
	}
	slices.Sort(sizes)
	small := 0.0
	if len(sizes) > 0 {
		small = 0.72 * sizes[len(sizes)/2]
	}
	slices.SortStableFunc(pieces, func(a, b piece) int {
		if (a.size < small) != (b.size < small) {
			return cmp.Compare(b.size, a.size)
		}
		return cmp.Compare(b.base, a.base)
	})
	var all [][]piece
	var raised []piece
	for _, p := range pieces {
		if p.size < small {
			raised = append(raised, p)
			continue
		}
		// sorted by height: only the last line can be its own
		if n := len(all) - 1; n >= 0 && math.Abs(all[n][0].base-p.base) < 0.2*min(all[n][0].size, p.size) {
			all[n] = append(all[n], p)
			continue
		}
		all = append(all, []piece{p})
	}
	slices.SortStableFunc(all, func(a, b []piece) int { return cmp.Compare(b[0].base, a[0].base) })
	full := len(all)
	for _, p := range raised {
		// the first line whose baseline is not far above the piece, and that one's neighbour below
		i, _ := slices.BinarySearchFunc(all[:full], p.base, func(line []piece, base float64) int {
			return cmp.Compare(base+0.1*p.size, line[0].base)
		})
		on := -1
		for _, k := range []int{i - 1, i} {
			if k >= 0 && k < full {
				if rise := p.base - all[k][0].base; rise > -0.3*all[k][0].size && rise < 0.6*all[k][0].size && (on < 0 || math.Abs(rise) < math.Abs(p.base-all[on][0].base)) {
					on = k
				}
			}
		}
		if on >= 0 {
			all[on] = append(all[on], p)
			continue
		}
		if n := len(all) - 1; n >= full && math.Abs(all[n][0].base-p.base) < 0.2*p.size {
			all[n] = append(all[n], p)
			continue
		}
		all = append(all, []piece{p})
	}
	all = withRaised(all, full)
	for _, line := range all {
		order(line, leftward)
	}
	slices.SortStableFunc(all, func(a, b []piece) int { return cmp.Compare(largest(b).base, largest(a).base) })
	return all
}

// runsLeftward tells whether most letters of a page are of a script that runs to the left.
func runsLeftward(pieces []piece) bool {
	balance := 0
	for _, p := range pieces {
		if p.leftward {
			balance += len(p.text)
		} else if unicode.IsLetter(p.text[0]) {
			balance -= len(p.text)
		}
	}
	return balance > 0
}

// order sorts the pieces of a line as they are read: from the left, or on a leftward page from the right, where words of
// a rightward script keep their own order.
func order(line []piece, leftward bool) {
	if !leftward {
		slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
		return
	}
	slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(b.right, a.right) })
	for from := 0; from < len(line); from++ {
		to, letters := from, false // a run of words: no leftward letter in it, no gap of a column
		for to < len(line) && !line[to].leftward && (to == from || line[to-1].left-line[to].right < 1.2*line[to].size+2) {
			letters = letters || unicode.IsLetter(line[to].text[0])
			to++
		}
		if letters {
			slices.Reverse(line[from:to])
		}
		from = max(from, to-1)
	}
}

// largest is the piece that tells a line's size and baseline: the largest, of those alike the one that is not raised.
func largest(line []piece) piece {
	most := line[0]
	for _, p := range line[1:] {
		if p.size > 1.02*most.size || p.size > 0.98*most.size && p.base < most.base-0.2*p.size {
			most = p
		}
	}
	return most
}

// bodySize is the size in which most of a page is set.
func bodySize(all [][]piece) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, line := range all {
		for _, p := range line {
			size := math.Round(p.size*4) / 4
			count[size] += len(p.text)
			if count[size] > count[best] || count[size] == count[best] && size > best {
				best = size
			}
		}
	}
	return best
}

func plain(line []piece) string {
	var b strings.Builder
	for _, p := range line {
		b.WriteString(p.String())
	}
	return b.String()
}

func digits(text []rune) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// line writes one line: the indent in columns, gaps as blanks, raised numbers between the marks of a footnote mark.
func (l *layout) line(line []piece) {
	var out strings.Builder
	main := largest(line)
	rightward := len(line) == 1 || line[0].left <= line[len(line)-1].left
	if rightward {
		l.out.WriteString(strings.Repeat(" ", min(200, max(0, int(math.Round((line[0].left-60)/columnWidth))))))
	}
	for i, p := range line {
		text := p.String()
		isMark := i > 0 && raisedMark(p, main) || len(line) > 1 && raisedLetter(p, main)
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

var kernedColon = regexp.MustCompile(`(\S) ([;:])`)

// clean is the text of a character: PDFium writes U+FFFE and U+0002 for a hyphen at a line's end; ligatures and the
// letter forms of Arabic type are taken apart into the letters that they stand for.
func clean(r rune) string {
	switch {
	case r == '\u00ad' || r == '\ufffe' || r == '\x02':
		return "-"
	case unicode.IsControl(r) || r == utf8.RuneError:
		return ""
	case r >= 0xfb00 && r <= 0xfb4f, r >= 0xfb50 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return norm.NFKC.String(string(r))
	}
	return string(r)
}

// unkern closes the blanks that wide kerning leaves in a word and before a stop: "Secretary -General", "Da ’ esh",
// "entities .", "( S/2024/1", "1. 1 million". A plural's apostrophe, and one that ends a name, keeps its blank: "States’ efforts", "Tajura’ camp".
func unkern(s string) string {
	if !kerned(s) {
		return s
	}
	s = kernedStop.ReplaceAllString(s, "$1$2")
	s = kernedBracket.ReplaceAllString(s, "$1$2")
	s = kernedPoint.ReplaceAllString(s, "$1$2")
	s = kernedHyphen.ReplaceAllString(s, "$1-$2")
	s = kernedEnd.ReplaceAllString(s, "$1-")
	s = kernedPlural.ReplaceAllString(s, "s$1 ")
	s = kernedQuote.ReplaceAllString(s, "$1$2$3")
	return halfKernedQuote.ReplaceAllString(s, "$1$2$3")
}

// kerned tells whether s may have such a blank: one beside a stop, a bracket, a hyphen or a quotation mark, or in a decimal.
func kerned(s string) bool {
	var before [3]rune // the last first
	for _, r := range s {
		switch {
		case r == ' ' && strings.ContainsRune("([“’'", before[0]),
			before[0] == ' ' && strings.ContainsRune(".,;:)-’'", r),
			before[0] == ' ' && before[1] == '.' && unicode.IsDigit(before[2]) && unicode.IsDigit(r):
			return true
		}
		before = [3]rune{r, before[0], before[1]}
	}
	return false
}

var (
	kernedStop      = regexp.MustCompile(`(\S) ([.,)])`)
	kernedBracket   = regexp.MustCompile(`([(\[“]) ([\pL\pN])`)
	kernedPoint     = regexp.MustCompile(`(\b\d{1,3}\.) (\d{1,2} (?:million|billion|trillion|per cent))`)
	kernedHyphen    = regexp.MustCompile(`([\pL\pN]) -([\pL\pN])`)
	kernedEnd       = regexp.MustCompile(`(\pL{3}) -$`)
	kernedPlural    = regexp.MustCompile(`s ([’']) `)
	kernedQuote     = regexp.MustCompile(`(\pL) ([’']) ?(\pL)`)
	halfKernedQuote = regexp.MustCompile(`(\b(?:[cdjlmnstCDJLMNST]|[Qq]u))([’']) (\pL)`) // an elided word: "d’ Ivoire"
)
