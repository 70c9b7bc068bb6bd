package main

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// copied is a document as it comes as text: copied from a page, converted, saved from the web or read by a machine.
type copied struct {
	name, text string
	want       expected
}

// copies are the report in English and in Chinese in the layouts in which texts of reports are met.
func copies() []copied {
	en, zh := languages[0].short(), languages[4].short()
	return []copied{
		{"spaced.zh.txt", spaced(zh), zh.unnamed()},
		{"tight.zh.txt", tight(zh), zh.unnamed().closed()},
		{"indented.en.txt", indented(en), en.expected()},
		{"floated.en.txt", floated(en), en.unnamed()},
		{"web.en.html", web(en), en.expected().dated("2099-02-03")},
		{"listed.en.txt", listed(en), en.unnamed().withoutNotes()},
		{"scanned.en.txt", scanned(en), en.expected().dated("").withoutNotes()},
	}
}

// short is a report without table and annex, four notes in it.
func (w words) short() document {
	d := w.report()
	d.blocks = d.blocks[:0]
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	n := 0
	paragraphs := func(from, to int) {
		for i := from; i < to; i++ {
			n++
			text := w.prose(i, 2+i%2)
			if i%3 == 1 {
				text += "{{fn:" + fmt.Sprintf(w.note, i) + "}}"
			}
			add("p", w.number(n)+"\t"+text)
		}
	}
	add("h1", w.heads[0])
	paragraphs(1, 4)
	add("h1", w.heads[1])
	add("h2", w.heads[2])
	paragraphs(4, 8)
	add("h2", w.heads[3])
	paragraphs(8, 12)
	return d
}

// unnamed is what is found where the text says neither symbol nor date.
func (d document) unnamed() expected {
	e := d.expected()
	e.Symbol, e.Date = "", ""
	return e
}

func (e expected) dated(date string) expected {
	e.Date = date
	return e
}

// withoutNotes is what is found where the marks were lost: nothing says of the notes which is which.
func (e expected) withoutNotes() expected {
	e.Footnotes = [][2]string{}
	for i := range e.Paragraphs {
		e.Paragraphs[i][2] = strings.TrimRight(e.Paragraphs[i][2], "0123456789")
	}
	return e
}

// closed is the text without blanks round digits.
func (e expected) closed() expected {
	for i := range e.Paragraphs {
		e.Paragraphs[i][2] = closeDigits(e.Paragraphs[i][2])
	}
	for i := range e.Footnotes {
		e.Footnotes[i][1] = closeDigits(e.Footnotes[i][1])
	}
	return e
}

var digitBlank = regexp.MustCompile(`(\p{Han}) (\d)|(\d) (\p{Han})`)

func closeDigits(s string) string {
	for range 2 {
		s = digitBlank.ReplaceAllString(s, "$1$2$3$4")
	}
	return s
}

// part is a block without its notes, which follow.
type part struct {
	kind, lead, text string
	notes            []string // "1 Text"
}

// parts are the blocks with numbered notes, each mark wrapped by mark.
func (d document) parts(mark func(n int) string) []part {
	n := 0
	var all []part
	for _, b := range d.blocks {
		p := part{kind: b.kind}
		text := note.ReplaceAllStringFunc(b.text, func(m string) string {
			n++
			p.notes = append(p.notes, fmt.Sprintf("%d %s", n, note.FindStringSubmatch(m)[1]))
			return mark(n)
		})
		p.lead, p.text, _ = strings.Cut(text, "\t")
		all = append(all, p)
	}
	return all
}

func plainMark(n int) string { return fmt.Sprint(n) }

// wrapped breaks text into lines of up to so many columns, a Han character being two; Chinese breaks anywhere.
func wrapped(text string, columns int) []string {
	var lines []string
	line, wide, blank := []rune{}, 0, -1
	for _, r := range text {
		width := 1
		if r >= 0x2e80 {
			width = 2
		}
		if wide+width > columns && len(line) > 0 {
			rest := []rune{}
			switch {
			case r == ' ':
				lines, line, wide, blank = append(lines, string(line)), nil, 0, -1
				continue
			case blank > 0 && r < 0x2e80:
				rest = append(rest, line[blank+1:]...)
				line = line[:blank]
			case strings.ContainsRune("。，；、", r): // never begins a line
				line, wide = append(line, r), wide+width
				continue
			}
			lines, line, wide, blank = append(lines, string(line)), rest, len(rest), -1
		}
		if r == ' ' {
			blank = len(line)
		}
		line, wide = append(line, r), wide+width
	}
	if len(line) > 0 {
		lines = append(lines, string(line))
	}
	return lines
}

// spaced has a blank line behind every line, no symbol, date or page, and the notes, ruled off, amid a paragraph; a page
// ends with an address.
func spaced(d document) string {
	lines := append(wrapped(d.title, 20), "")
	ruled := 0
	for _, p := range d.parts(plainMark) {
		if strings.HasPrefix(p.kind, "h") {
			lines = append(lines, p.lead+" "+p.text)
			continue
		}
		own := wrapped(p.lead+" "+p.text, 76)
		if len(p.notes) > 0 {
			ruled++
			at := len(own) - 1 // the last line stands on the next page
			rest := own[at:]
			own = append(own[:at:at], "__________________", " "+p.notes[0])
			if ruled == 2 {
				own = append(own, "https://example.org/doc/S/2099/7")
			}
			rest[0] = " " + rest[0]
			own = append(own, rest...)
		}
		lines = append(lines, own...)
	}
	return strings.Join(lines, " \n\n") + "\n"
}

// tight is a paragraph a line, without a blank beside digits.
func tight(d document) string {
	var out strings.Builder
	out.WriteString(d.title + "\n\n")
	var notes []string
	for _, p := range d.parts(plainMark) {
		out.WriteString(closeDigits(p.lead+p.text) + "\n\n")
		for _, n := range p.notes {
			number, rest, _ := strings.Cut(n, " ")
			notes = append(notes, number+" "+closeDigits(rest))
		}
	}
	out.WriteString("__________\n" + strings.Join(notes, "\n") + "\n")
	return out.String()
}

// indented is what pdftotext -layout makes: wide indents, mastheads and page feet, a note's number on a line of its own.
func indented(d document) string {
	var out strings.Builder
	const margin = "              "
	for _, m := range d.masthead {
		left, right, _ := strings.Cut(m, "\t")
		out.WriteString(strings.TrimRight(fmt.Sprintf("%s%-60s%s", margin, left, right), " ") + "\n")
	}
	for _, l := range wrapped(d.title, 60) {
		out.WriteString(margin + l + "\n")
	}
	out.WriteString("\n")
	page, onPage := 1, 0
	var notes []string
	turn := func() {
		if len(notes) > 0 {
			out.WriteString("\n" + margin + "__________________\n")
			for _, n := range notes {
				number, rest, _ := strings.Cut(n, " ")
				out.WriteString(margin + "   " + number + "\n" + margin + "     " + rest + "\n")
			}
		}
		foot := fmt.Sprintf("%d/%d", page, 3)
		switch {
		case page == 1:
			out.WriteString("\n" + d.job + " (E)    030299\n*" + strings.ReplaceAll(d.job, "-", "") + "*\n")
		case page%2 == 0:
			out.WriteString("\n" + foot + strings.Repeat(" ", 70) + d.job + "\n")
		default:
			out.WriteString("\n" + d.job + strings.Repeat(" ", 70) + foot + "\n")
		}
		page, onPage, notes = page+1, 0, nil
		out.WriteString("\f")
		if page%2 == 0 {
			out.WriteString(d.symbol + "\n\n")
		} else {
			out.WriteString(strings.Repeat(" ", 80) + d.symbol + "\n\n")
		}
	}
	blocks := d.parts(plainMark)
	for i, p := range blocks {
		if strings.HasPrefix(p.kind, "h") {
			out.WriteString("        " + p.lead + "    " + p.text + "\n\n")
			continue
		}
		for k, l := range wrapped(p.lead+"     "+p.text, 84) {
			out.WriteString(margin + l + "\n")
			if onPage += 1; onPage > 9 && k == 0 && i < len(blocks)-1 && len(p.notes) == 0 { // the paragraph goes on overleaf
				turn()
			}
		}
		out.WriteString("\n")
		notes = append(notes, p.notes...)
	}
	turn()
	return strings.TrimRight(out.String(), "\f\n "+d.symbol) + "\n"
}

// floated is a page in its order of drawing: numbers of paragraphs and headings alone on their lines, now and then, and
// the notes at the end.
func floated(d document) string {
	var out strings.Builder
	out.WriteString(d.title + "\n\n")
	var notes []string
	for i, p := range d.parts(plainMark) {
		if i%3 == 1 {
			out.WriteString(p.lead + "\n")
		} else {
			out.WriteString(p.lead + " ")
		}
		out.WriteString(strings.Join(wrapped(p.text, 80), "\n") + "\n\n")
		notes = append(notes, p.notes...)
	}
	out.WriteString("__________________\n" + strings.Join(notes, "\n") + "\n")
	return out.String()
}

// web is a page of a news site for relief work as a browser saves it: menus and links about the text, the document's own
// words in the middle, marks as links.
func web(d document) string {
	var body strings.Builder
	var notes []string
	list := false
	for _, p := range d.parts(func(n int) string { return fmt.Sprintf("\x00%d\x01", n) }) {
		text := html.EscapeString(p.text)
		text = regexp.MustCompile("\x00(\\d+)\x01").ReplaceAllString(text, `<a href="#_ftn$1" id="_ftnref$1"><sup>[$1]</sup></a>`)
		if strings.HasPrefix(p.kind, "h") {
			if list {
				body.WriteString("</ol>\n")
				list = false
			}
			fmt.Fprintf(&body, "<h3><strong>%s %s</strong></h3>\n", p.lead, text)
			continue
		}
		if !list {
			fmt.Fprintf(&body, "<ol start=\"%s\">\n", strings.TrimSuffix(p.lead, "."))
			list = true
		}
		fmt.Fprintf(&body, "<li><p>%s</p></li>\n", text)
		for _, n := range p.notes {
			number, rest, _ := strings.Cut(n, " ")
			notes = append(notes, fmt.Sprintf(`<p><a href="#_ftnref%s" id="_ftn%s"><sup>[%s]</sup></a> %s</p>`, number, number, number, html.EscapeString(rest)))
		}
	}
	if list {
		body.WriteString("</ol>\n")
	}
	return `<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>` + d.title + ` (` + d.symbol + `) [EN/AR] - Valley | Relief</title>
<style>.menu{display:none}</style><script>var page = "1. not a paragraph";</script></head>
<body class="node--report"><a href="#main" class="visually-hidden">Skip to main content</a>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/updates">Updates</a></li></ul></nav><form><input name="search"></form></header>
<main role="main" id="main"><article class="rw-article rw-article--report">
<header class="rw-article__header"><h1 class="rw-article__title">` + d.title + ` (` + d.symbol + `)</h1>
<footer class="rw-entity-meta"><dl><dt>Format</dt><dd>News and Press Release</dd><dt>Source</dt><dd><ul><li><a href="/o/1">UN SC</a></li></ul></dd><dt>Posted</dt><dd><time datetime="2099-02-05">5 Feb 2099</time></dd><dt>Originally published</dt><dd><time datetime="2099-02-03">3 Feb 2099</time></dd></dl></footer></header>
<section class="rw-report__attachments"><h2>Attachments</h2><ul><li><a href="/a.pdf">Download Report (PDF | 312 KB)</a></li></ul></section>
<div class="rw-report__content">
` + body.String() + `<hr>
` + strings.Join(notes, "\n") + `
</div>
<footer><section><h2>Primary country</h2><ul><li><a href="/c/1">Valley</a></li></ul></section></footer>
</article></main>
<aside><h2>Related content</h2><ul><li>7. Another report</li></ul></aside>
<footer><p>About this site. Terms of use.</p></footer></body></html>
`
}

// listed is a page copied by hand: a paragraph a line, no notes, no marks.
func listed(d document) string {
	var out strings.Builder
	out.WriteString(d.title + "\n")
	for _, p := range d.parts(func(int) string { return "" }) {
		out.WriteString(p.lead + " " + p.text + "\n")
	}
	return out.String()
}

// scanned is a page read by a machine: double blanks, wrong letters in what is no part of the text, a symbol without its
// first stroke, marks that are none.
func scanned(d document) string {
	var out strings.Builder
	out.WriteString("UNITED  NATIONS\n\nSecnrity  Council\n\nDISTR.  GENERAL\n\nS2099/7\n\n" + d.title + "\n\n")
	for _, p := range d.parts(func(int) string { return "" }) {
		out.WriteString(strings.Join(wrapped(strings.ReplaceAll(p.lead+" "+p.text, ". ", ".  "), 70), "\n") + "\n\n")
	}
	return out.String()
}
