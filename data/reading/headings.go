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

// heading opens a section where line is a numbered heading: I., A., 1. or 一.
func (p *parser) heading(i int, line string) bool {
	mark, rest, level := "", "", 0
	switch {
	case hanHead.MatchString(line):
		m := hanHead.FindStringSubmatch(line)
		mark, rest, level = m[1], m[2], 1
	case p.report.Language == "ar" && arabicHead(line) != nil:
		m := arabicHead(line)
		mark, rest, level = m[1], m[2], 1
		if slices.Contains(arabicLetters, mark) {
			level = 2
		}
	case romanHead.MatchString(line) && p.isRoman(romanHead.FindStringSubmatch(line)[1]):
		m := romanHead.FindStringSubmatch(line)
		mark, rest, level = m[1], m[2], 1
	case letterHead.MatchString(line):
		m := letterHead.FindStringSubmatch(line)
		mark, rest, level = m[1], m[2], 2
		if !p.nextLetter(mark) {
			return false
		}
	default:
		n, text, ok := number(line)
		if !ok || text == "" || !p.subheading(i, n, text) {
			return false
		}
		mark, rest, level = itoa(n), text, 3
	}
	if ends(rest) && strings.ContainsAny(lastRune(rest), ".。;；:：") || p.open == paragraph && !ends(p.text) && !p.held {
		if p.open == paragraph && !ends(p.text) || utf8.RuneCountInString(rest) > 60 {
			return false
		}
	}
	p.close()
	p.levels = above(p.levels, level)
	path := mark
	if n := len(p.levels); n > 0 {
		path = p.levels[n-1].Path + "." + mark
	}
	s := data.Section{Path: path, Number: mark, Level: len(p.levels) + 1}
	p.levels = append(p.levels, data.Section{Path: path, Number: mark, Level: level})
	p.report.Sections = append(p.report.Sections, s)
	p.open, p.text = heading, rest
	return true
}

// above keeps the open headings of a level above level.
func above(levels []data.Section, level int) []data.Section {
	for len(levels) > 0 && levels[len(levels)-1].Level >= level {
		levels = levels[:len(levels)-1]
	}
	return levels
}

// isRoman: "I." and "V." are letters too: a roman heading is the next one after the last, or the first.
func (p *parser) isRoman(mark string) bool {
	last := ""
	letters := false
	for _, s := range p.levels {
		if s.Level == 1 {
			last = s.Number
		}
		letters = letters || s.Level == 2 && len(s.Number) == 1 && s.Number[0]+1 == mark[0] && len(mark) == 1
	}
	return roman(mark) == roman(last)+1 && !(letters && roman(mark) != roman(last)+1) || last == "" && roman(mark) == 1
}

func roman(s string) int {
	values := map[rune]int{'I': 1, 'V': 5, 'X': 10}
	total, previous := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := values[rune(s[i])]
		if v < previous {
			total -= v
		} else {
			total += v
			previous = v
		}
	}
	return total
}

// nextLetter tells whether mark is the letter due: A below a new section, else at most two past the last one, so that
// an initial at a line's start is no heading. A digest leaves sections out, so there any later letter is due.
func (p *parser) nextLetter(mark string) bool {
	for _, s := range p.levels {
		if s.Level == 2 {
			return mark[0] > s.Number[0] && (mark[0] <= s.Number[0]+2 || p.report.Digest)
		}
	}
	return mark == "A" || p.report.Digest
}

// subheading tells a heading "2. Africa" from paragraph 2: its number is not the one due, or it is short, has no stop,
// and what follows is a numbered paragraph or heading.
func (p *parser) subheading(i, n int, text string) bool {
	last := 0
	for _, s := range p.levels {
		if s.Level == 3 {
			last, _, _ = number(s.Number + ".")
		}
	}
	if n != last+1 && !(p.report.Digest && n > last && n < last+4) || len(p.levels) == 0 || ends(text) || utf8.RuneCountInString(text) > 160 {
		return false
	}
	inNotes, more := false, 4 // lines, at the most, that the heading goes on for
	for j, l := range p.lines[i+1:] {
		follows := strings.TrimSpace(l)
		next, _, ok := number(follows)
		switch {
		case l == "\f":
			inNotes = false
		case rule.MatchString(follows):
			inNotes = true
		case inNotes || p.furniture(i+1+j):
		case ok && (next == p.last+1 || p.report.Digest && next > p.last):
			return true
		case more == 0 || ends(follows):
			return false
		default:
			more--
		}
	}
	return false
}

// unnumberedHeading opens a section for a short line that stands alone between paragraphs.
func (p *parser) unnumberedHeading(i int, line string) bool {
	if p.last == 0 || ends(line) || utf8.RuneCountInString(line) > 80 || i == 0 || i+1 >= len(p.lines) {
		return false
	}
	if n := len(p.report.Paragraphs); n == 0 || !ends(p.report.Paragraphs[n-1].Text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	below := strings.TrimSpace(p.lines[i+1])
	n, _, ok := number(below)
	return !unicode.IsLower(first) && strings.TrimSpace(p.lines[i-1]) == "" && (below == "" || ok && n == p.last+1) && p.openUnnumbered(line)
}

// headingWithin opens a section for a short line, or two, that stands alone behind a paragraph that has ended, where the
// paragraph that is due or a table follows.
func (p *parser) headingWithin(i int, line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	if i == 0 || strings.TrimSpace(p.lines[i-1]) != "" || !ends(p.text) || unicode.IsLower(first) || !unicode.IsLetter(first) {
		return false
	}
	length := 0
	for j, l := range p.lines[i:] {
		text := strings.TrimSpace(l)
		if n, _, ok := number(text); ok && j > 0 && n == p.last+1 {
			return length <= 160 && p.openHeading(line)
		}
		if text == "" {
			switch {
			case length > 160:
				return false
			case p.tableAfter(i+j, 1):
				p.close()
				p.open, p.text = caption, line
				return true
			}
			return p.dueAfter(i+j) && p.openHeading(line)
		}
		plain, _ := marks.Remove(text)
		if length += utf8.RuneCountInString(plain); j > 2 || ends(plain) || strings.ContainsAny(lastRune(plain), ",，،") {
			return false
		}
	}
	return false
}

func (p *parser) openHeading(line string) bool {
	p.close()
	return p.openUnnumbered(line)
}

// lastCaption tells that line i, where nothing is open, stands above a table: it is short, and no sentence.
func (p *parser) lastCaption(i int, line string) bool {
	return p.last > 0 && i > 0 && strings.TrimSpace(p.lines[i-1]) == "" && (p.caption != "" || !ends(line)) && utf8.RuneCountInString(line) <= 160 && p.tableAfter(i, 0)
}

// tableAfter tells that the next text behind line i is a row of a table, be it overleaf, behind the notes, or behind so many
// short lines more, "Table 1" and what it shows.
func (p *parser) tableAfter(i, captions int) bool {
	inNotes := false
	for j := i + 1; j < len(p.lines); j++ {
		switch text := strings.TrimSpace(p.lines[j]); {
		case p.lines[j] == "\f":
			inNotes = false
		case rule.MatchString(text):
			inNotes = true
		case inNotes || p.furniture(j):
		default:
			_, ok := marks.Cells(text)
			if _, _, numbered := number(text); ok || captions == 0 || numbered || ends(text) || utf8.RuneCountInString(text) > 160 {
				return ok
			}
			captions--
		}
	}
	return false
}

// dueAfter tells that the next text behind line i is the paragraph that is due.
func (p *parser) dueAfter(i int) bool {
	for j := i + 1; j < len(p.lines); j++ {
		if !p.furniture(j) {
			n, _, ok := number(strings.TrimSpace(p.lines[j]))
			return ok && n == p.last+1
		}
	}
	return false
}

func (p *parser) openUnnumbered(line string) bool {
	p.levels = above(p.levels, 4)
	path := line
	if n := len(p.levels); n > 0 {
		path = p.levels[n-1].Path + "." + line
	}
	p.report.Sections = append(p.report.Sections, data.Section{Path: path, Level: len(p.levels) + 1})
	p.levels = append(p.levels, data.Section{Path: path, Level: 4})
	p.open, p.text = heading, line
	return true
}

var (
	// headAlone is the mark of a heading that stands on a line by itself.
	headAlone = regexp.MustCompile(`^(?:[IVX]{1,6}|[A-Z])[.．]$|^[一二三四五六七八九十]{1,3}[.．、]$`)
	// tightHead is a heading's mark without a blank behind it, "A.概况".
	tightHead = regexp.MustCompile(`^(\s*[A-Z][.．])(\p{Han})`)
	// summaryHead heads the summary that stands, often in a box, before a report's first section.
	summaryHead = regexp.MustCompile(`^(?:Summary|Executive summary|SUMMARY|摘要|内容摘要|Résumé|Resumen|Резюме|موجز)$`)
)

// withHeads puts the mark of a heading that stands alone on its line, as pages copied in their order of drawing have it,
// before the heading, the next line.
func withHeads(lines []string) []string {
	out := make([]string, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		mark := strings.TrimSpace(lines[i])
		if len(mark) > 4 && mark[0] >= 'A' && mark[0] <= 'Z' && mark[1] != ' ' {
			lines[i] = tightHead.ReplaceAllString(lines[i], "$1 $2")
		}
		if i+1 < len(lines) && len(mark) < 12 && headAlone.MatchString(mark) {
			first, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i+1]))
			if unicode.IsLetter(first) && !unicode.IsLower(first) {
				i++
				out = append(out, mark+" "+strings.TrimSpace(lines[i]))
				continue
			}
		}
		out = append(out, lines[i])
	}
	return out
}

func lastRune(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	return string(r)
}

// Arabic documents number sections with ordinals and letters in words: أولا - مقدمة, ألف - لمحة عامة.
var (
	arabicOrdinals = []string{"أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"}
	arabicLetters  = []string{"ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء"}
	arabicHeading  = regexp.MustCompile(`^(\p{Arabic}{2,6}?)\x{64b}?\s*[-–]\s*(\S.*)$`)
)

func arabicHead(line string) []string {
	m := arabicHeading.FindStringSubmatch(line)
	if m == nil || !slices.Contains(arabicOrdinals, m[1]) && !slices.Contains(arabicLetters, m[1]) {
		return nil
	}
	return m
}
