package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// notesHead tells that line i heads the notes that stand behind the text, as older documents have them: the first of them
// follows.
func (p *parser) notesHead(i int, line string) bool {
	if len(line) > 40 || !listHead.MatchString(line) {
		return false
	}
	for _, l := range p.lines[i+1:] {
		text, _ := marks.Strip(strings.TrimSpace(l))
		if text == "" || l == "\f" || rule.MatchString(text) {
			continue
		}
		if m := noteStart.FindStringSubmatch(text); m != nil {
			return integer(m[1]) == 1 || integer(m[1]) == p.note+1
		}
		m := letterNote.FindStringSubmatch(text)
		return m != nil && m[1] == "a" || text == "1" || text == "1/"
	}
	return false
}

// startNotes is a rule of underscores: footnotes follow. The paragraph that stands open goes on behind them.
func (p *parser) startNotes() {
	if p.open != footnote {
		p.held = p.open == paragraph && !ends(p.text)
	}
	p.listed = false
	p.close()
	p.open, p.text = footnote, ""
	p.sinceRule = 0
}

// noteLine takes a line of the notes; false where the notes have ended and line belongs to the text.
func (p *parser) noteLine(i int, raw, line string) bool {
	line, _ = marks.Strip(line)
	if m := starNote.FindStringSubmatch(line); m != nil && (p.sinceRule == 0 || strings.HasPrefix(p.mark, "*")) {
		p.endNote()
		p.mark, p.text, p.typed = m[1], m[2], false
		p.sinceRule++
		return true
	}
	if m := letterNote.FindStringSubmatch(line); m != nil && p.letterDue(m[1]) {
		p.endNote()
		p.mark, p.text, p.typed = m[1], m[2], true
		p.sinceRule++
		return true
	}
	if m := noteStart.FindStringSubmatch(line); m != nil {
		if n := integer(m[1]); p.noteDue(n) {
			p.endNote()
			p.note, p.text, p.mark = n, m[2]+m[3], ""
			p.typed = strings.HasPrefix(line[len(m[1]):], "/")
			p.sinceRule++
			return true
		}
	}
	if n := integer(line); loneNumber.MatchString(line) && p.noteDue(n) && p.noteBelow(i) {
		p.endNote()
		p.note, p.mark = n, ""
		p.sinceRule++
		return true
	}
	if n, _, ok := number(line); ok && n == p.last+1 || p.listed && ends(p.text) && annexHead.MatchString(line) {
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

// noteDue tells that a note may have the number: the next one, the first behind a rule also one soon after it, or the
// first of numbers that begin anew, in an annex or on each page.
func (p *parser) noteDue(n int) bool {
	return n == p.note+1 || p.sinceRule == 0 && (n > p.note && n < p.note+4 || n == 1 && p.notesEnded())
}

// letterDue tells that a note may be marked with the letter: the first behind a rule, the first of all behind numbers, or the
// next one.
func (p *parser) letterDue(mark string) bool {
	if p.sinceRule == 0 {
		return p.notesEnded()
	}
	if mark == "a" && len(p.mark) != 1 {
		return ends(p.text)
	}
	return len(p.mark) == 1 && mark[0] == p.mark[0]+1
}

// notesEnded tells that the last note is whole.
func (p *parser) notesEnded() bool {
	n := len(p.report.Footnotes) - 1
	return n < 0 || ends(p.report.Footnotes[n].Text)
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
	p.typedNotes = append(p.typedNotes, p.typed)
	p.noteFrom = append(p.noteFrom, len(p.report.Paragraphs))
	p.text = ""
}

// endNotes goes back to the text after footnotes.
func (p *parser) endNotes() {
	if p.open != footnote {
		return
	}
	p.endNote()
	p.open, p.listed = nothing, false
	if n := len(p.report.Paragraphs); p.held && n > 0 {
		p.open, p.text = paragraph, p.report.Paragraphs[n-1].Text
		p.report.Paragraphs[n-1].Text = ""
	}
	p.held = false
}
