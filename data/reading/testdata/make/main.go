// Command make writes the documents of testdata/layouts: reports, a resolution, a letter, a verbatim record in layouts of
// United Nations documents, in words of our own. Of each it writes a flat ODT, which LibreOffice turns into PDF and DOCX,
// and a JSON file that says what a reader must find. Run make.sh beside it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// block is one part of a document: kind is a paragraph style, or "table".
type block struct {
	kind, text string
	rows       [][]string
	wide       bool   // a table on a page of its own, turned
	mark       string // of an annex, "II"
	appendix   bool   // the annex is an appendix
}

// document is what is written. Text may hold {{fn:…}}, a footnote, {{star:*|…}}, a note of a star, {{tn:a}}, a raised letter,
// and *…*, italics.
type document struct {
	name, language, symbol, date, job string
	masthead                          []string // lines; a tab parts left from right
	title                             string
	blocks                            []block
	spacing                           string // line height
	running                           string // beside the symbol in page heads
	sheets                            int    // total printed beside page numbers; 0 for none
	contents                          string // heads a table of contents; "" for none
	manner
}

// expected is what a reader must find.
type expected struct {
	Symbol     string       `json:"symbol"`
	Language   string       `json:"language"`
	Date       string       `json:"date"`
	Title      string       `json:"title"`
	Sections   []string     `json:"sections"`
	Paragraphs [][3]string  `json:"paragraphs"` // number, title of its section, text with footnote marks
	Footnotes  [][2]string  `json:"footnotes"`  // paragraph, text
	Tables     [][][]string `json:"tables"`
	AnyMark    bool         `json:"any_mark,omitempty"` // "#" stands for each footnote mark in the paragraphs
}

// main writes the documents of testdata/layouts into the folder given; with "-many n", n long reports of each language.
func main() {
	many := flag.Int("many", 0, "long reports of each language, in place of the documents of testdata/layouts")
	flag.Parse()
	out := flag.Arg(0)
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(out, name), content, 0o600); err != nil {
			log.Fatal(err)
		}
	}
	wanted := func(name string, e expected) {
		raw, err := json.MarshalIndent(e, "", " ")
		if err != nil {
			log.Fatal(err)
		}
		write(name+".json", append(raw, '\n'))
	}
	if *many > 0 {
		for _, d := range longReports(*many) {
			write(d.name+".fodt", []byte(d.flat()))
			wanted(d.name, d.expected())
			if d.typed || d.pagewise {
				continue // the maker of pages neither types marks nor numbers anew on each page
			}
			write(d.name+".html", []byte(d.page()))
			for i := range d.masthead {
				d.masthead[i] = star.ReplaceAllString(d.masthead[i], "")
			}
			d.title = star.ReplaceAllString(d.title, "")
			wanted(d.name+".page", d.expected())
		}
		return
	}
	for _, d := range documents() {
		write(d.name+".fodt", []byte(d.flat()))
		if d.name == "record.en" { // Writer parts paragraphs of a Word file where a column, or a page unlike the next one, ends
			d.running = ""
			for i := range d.blocks {
				d.blocks[i].kind = "u"
			}
			write(filepath.Join("flow", d.name+".fodt"), []byte(strings.Replace(d.flat(), `master-page-name="Opening"`, `master-page-name="Standard"`, 1)))
		}
		wanted(d.name, d.expected())
	}
	for _, c := range copies() {
		write(c.name, []byte(c.text))
		wanted(strings.TrimSuffix(c.name, filepath.Ext(c.name)), c.want)
	}
}

// longReports are so many long reports of each kind and language.
func longReports(many int) (all []document) {
	for _, w := range languages {
		for seed := range many {
			all = append(all, w.long(uint64(seed)))
			for _, kind := range manners {
				if d, ok := w.further(kind, uint64(seed)); ok {
					all = append(all, d)
				}
			}
		}
	}
	return all
}

var (
	note    = regexp.MustCompile(`\{\{fn:(.*?)\}\}`)
	star    = regexp.MustCompile(`\{\{star:(\*+)\|(.*?)\}\}`)
	raised  = regexp.MustCompile(`\{\{tn:(.*?)\}\}`)
	italics = regexp.MustCompile(`\*([^*]+)\*`)
	lead    = regexp.MustCompile(`^([^\t]+)\t`)
	digits  = regexp.MustCompile(`[0-9٠-٩]+`)
)

// expected follows the blocks: what a heading heads, what a number numbers.
func (d document) expected() expected {
	e := expected{Symbol: d.symbol, Language: d.language, Date: d.date, Title: strings.ReplaceAll(star.ReplaceAllString(d.title, ""), "\n", map[bool]string{true: "：", false: ": "}[d.language == "zh"]), Sections: []string{}, Paragraphs: [][3]string{}, Footnotes: [][2]string{}, Tables: [][][]string{}, AnyMark: d.pagewise}
	for _, m := range star.FindAllStringSubmatch(strings.Join(d.masthead, "\n")+d.title, -1) {
		e.Footnotes = append(e.Footnotes, [2]string{"", m[2]})
	}
	section, prefix, notes, unnumbered := "", "", marker{manner: d.manner}, 0
	for _, b := range d.blocks {
		number := ""
		text := note.ReplaceAllStringFunc(b.text, func(m string) string {
			e.Footnotes = append(e.Footnotes, [2]string{"?", note.FindStringSubmatch(m)[1]})
			return notes.next()
		})
		text = italics.ReplaceAllString(text, "$1")
		switch b.kind {
		case "h1", "h2", "h3", "h4":
			section = lead.ReplaceAllString(note.ReplaceAllString(b.text, ""), "")
			e.Sections = append(e.Sections, section)
		case "annex":
			word, title, _ := strings.Cut(b.text, "|")
			prefix, unnumbered = "annex", 0
			if b.appendix {
				prefix = "appendix"
			}
			if b.mark != "" { // "Annex II"
				prefix += "-" + b.mark
			}
			prefix += "/"
			notes.annex()
			section = word + ": " + title
			if d.language == "zh" {
				section = word + "：" + title
			}
			e.Sections = append(e.Sections, section)
		case "p":
			m := lead.FindString(text)
			text = strings.TrimPrefix(text, m)
			number = prefix + western(digits.FindString(m))
		case "box":
			section = strings.Trim(b.rows[0][0], "*")
			e.Sections = append(e.Sections, section)
			for _, text := range b.rows[0][1:] {
				unnumbered++
				e.Paragraphs = append(e.Paragraphs, [3]string{fmt.Sprintf("u%d", unnumbered), section, text})
			}
		case "u", "col":
			unnumbered++
			number = fmt.Sprintf("%su%d", prefix, unnumbered)
		case "sub", "sub2", "quote":
			n := len(e.Paragraphs) - 1
			if d.language != "zh" {
				text = " " + text
			}
			e.Paragraphs[n][2] += strings.ReplaceAll(text, "\t", " ")
			continue
		case "table":
			rows := make([][]string, len(b.rows))
			for i, row := range b.rows {
				for _, c := range row {
					rows[i] = append(rows[i], raised.ReplaceAllString(c, ""))
				}
			}
			e.Tables = append(e.Tables, rows)
		case "TN":
			_, text, _ := strings.Cut(b.text, "\t")
			e.Footnotes = append(e.Footnotes, [2]string{"", text})
		}
		if number != "" {
			e.Paragraphs = append(e.Paragraphs, [3]string{number, section, strings.ReplaceAll(text, "\t", " ")})
		}
		for i := range e.Footnotes {
			if e.Footnotes[i][0] == "?" {
				e.Footnotes[i][0] = number
			}
		}
	}
	return e
}

func western(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '٠' && r <= '٩' {
			return r - '٠' + '0'
		}
		return r
	}, s)
}

// entries are the lines of a table of contents with a head, each behind its style.
func (d document) entries(head string) [][2]string {
	if head == "" {
		return nil
	}
	all := [][2]string{{"CH", head}}
	for i, b := range d.blocks {
		if strings.HasPrefix(b.kind, "h") && b.kind < "h4" || b.kind == "annex" {
			text := strings.NewReplacer("|", " ", "\t", " ").Replace(note.ReplaceAllString(b.text, ""))
			all = append(all, [2]string{"CE", text + "\t" + fmt.Sprint(2+i/9)})
		}
	}
	if d.contents == "" { // the long one of a report below a letter
		all = append(all, [2]string{"CH", more[d.language].annexes})
		for i := range 70 {
			all = append(all, [2]string{"CE", fmt.Sprintf("%s. %s %d", strings.Repeat("X", i/10)+ordinals[""][i%6], languageOf(d.language).tableName, i+1) + "\t" + fmt.Sprint(20+i)})
		}
	}
	return append(all, [2]string{"Break", ""})
}

func languageOf(code string) words {
	return languages[slices.IndexFunc(languages, func(w words) bool { return w.language == code })]
}

// flat is the document as flat ODT.
func (d document) flat() string {
	var body strings.Builder
	count, stars := 0, 0
	notes := marker{manner: d.manner}
	var ends [][2]string // mark and text of the notes behind the text
	inline := func(s string) string {
		s = html.EscapeString(s)
		s = strings.ReplaceAll(s, "&#39;", "'")
		if !star.MatchString(s) {
			s = italics.ReplaceAllString(s, `<text:span text:style-name="I">$1</text:span>`)
		}
		s = note.ReplaceAllStringFunc(s, func(m string) string {
			count++
			text, mark := note.FindStringSubmatch(m)[1], notes.next()
			own, blank := strings.TrimSpace(mark), mark[:len(mark)-len(strings.TrimSpace(mark))]
			if d.atEnd != "" {
				ends = append(ends, [2]string{own, text})
				return blank + `<text:span text:style-name="FC">` + own + `</text:span>`
			}
			label := ""
			if d.anew || d.form != "" {
				label = fmt.Sprintf(` text:label=%q`, own)
			}
			if d.form != "" {
				text = `<text:s text:c="2"/>` + text
			}
			return blank + fmt.Sprintf(`<text:note text:id="n%d" text:note-class="footnote"><text:note-citation%s>%s</text:note-citation><text:note-body><text:p text:style-name="FN">%s</text:p></text:note-body></text:note>`, count, label, own, text)
		})
		s = raised.ReplaceAllString(s, `<text:span text:style-name="FC">$1</text:span>`)
		s = star.ReplaceAllStringFunc(s, func(m string) string {
			stars++
			return fmt.Sprintf(`<text:note text:id="s%d" text:note-class="footnote"><text:note-citation text:label="%[2]s">%[2]s</text:note-citation><text:note-body><text:p text:style-name="FN">%[3]s</text:p></text:note-body></text:note>`, stars, star.FindStringSubmatch(m)[1], star.FindStringSubmatch(m)[2])
		})
		return strings.ReplaceAll(strings.ReplaceAll(s, "\t", "<text:tab/>"), "\n", "<text:line-break/>")
	}
	line := func(style, s string) {
		fmt.Fprintf(&body, "<text:p text:style-name=\"%s\">%s</text:p>\n", style, inline(s))
	}
	for i, m := range d.masthead {
		style := "MH"
		if i == 0 {
			style = "First"
		}
		line(style, m)
	}
	for _, t := range strings.Split(d.title, "\n") {
		line("T", t)
	}
	for _, entry := range d.entries(d.contents) {
		line(entry[0], entry[1])
	}
	columns := false
	tables := 0
	for i, b := range d.blocks {
		if two := b.kind == "col" || d.columns; columns != two {
			if columns = two; columns {
				body.WriteString(`<text:section text:style-name="Two" text:name="two">`)
			} else {
				body.WriteString(`</text:section>`)
			}
		}
		switch b.kind {
		case "annex":
			notes.annex()
			word, title, _ := strings.Cut(b.text, "|")
			line("annex", word)
			line("h1", title)
		case "contents":
			for _, entry := range d.entries(long[d.language].contents) {
				line(entry[0], entry[1])
			}
		case "table":
			tables++
			style := "Tall"
			if b.wide {
				style = "Wide"
			}
			fmt.Fprintf(&body, `<table:table table:name="t%d" table:style-name="`+style+`"><table:table-column table:style-name="C1"/><table:table-column table:number-columns-repeated="%d"/>`, tables, len(b.rows[0])-1)
			for i, r := range b.rows {
				if i == 0 {
					body.WriteString("<table:table-header-rows>")
				}
				body.WriteString("<table:table-row>")
				for j, c := range r {
					style := "TC"
					if j > 0 {
						style = "TR"
					}
					fmt.Fprintf(&body, `<table:table-cell table:style-name="Cell"><text:p text:style-name="%s">%s</text:p></table:table-cell>`, style, inline(c))
				}
				body.WriteString("</table:table-row>")
				if i == 0 {
					body.WriteString("</table:table-header-rows>")
				}
			}
			body.WriteString("</table:table>\n")
			if b.wide {
				line("Upright", "")
			} else if i+1 == len(d.blocks) || d.blocks[i+1].kind != "TN" {
				line("u", "")
			}
		case "box":
			body.WriteString(`<table:table table:name="box"><table:table-column/><table:table-row><table:table-cell table:style-name="Cell" office:value-type="string">`)
			for _, text := range b.rows[0] {
				line("u", text)
			}
			body.WriteString("</table:table-cell></table:table-row></table:table>\n")
		case "break":
			line("Break", "")
		case "col":
			line("u", b.text)
		default:
			line(b.kind, b.text)
		}
	}
	if d.atEnd != "" {
		line("NH", d.atEnd)
		for _, n := range ends {
			line("EN", n[0]+"\t"+n[1])
		}
	}
	if columns {
		body.WriteString(`</text:section>`)
	}
	return d.styles() + body.String() + "</office:text></office:body></office:document>"
}

func (d document) styles() string {
	font, mode, align, near, far := "Liberation Serif", "lr-tb", "justify", "left", "right"
	switch d.language {
	case "zh":
		font = "Report Sans"
	case "ar":
		font, mode, align, near, far = "Amiri", "rl-tb", "start", "right", "left"
	}
	if d.typed {
		font, align = "Liberation Mono", "start"
	}
	spacing := d.spacing
	if d.wide {
		spacing = "200%"
	}
	if spacing == "" {
		spacing = "120%"
	}
	total := ""
	if d.sheets > 0 {
		total = fmt.Sprintf("/%d", d.sheets)
	}
	style := func(name, paragraph, text string) string {
		return fmt.Sprintf(`<style:style style:name="%s" style:family="paragraph"><style:paragraph-properties style:writing-mode="%s" %s<style:tab-stops><style:tab-stop style:position="0.8cm"/><style:tab-stop style:position="10cm"/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name="F" style:font-name-asian="F" style:font-name-complex="F" %s/></style:style>`+"\n", name, mode, paragraph, text)
	}
	size := func(n string) string {
		return fmt.Sprintf(`fo:font-size="%s" style:font-size-asian="%s" style:font-size-complex="%s" `, n, n, n)
	}
	bold := `fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold" `
	if d.typed {
		bold = `style:text-underline-style="solid" style:text-underline-width="auto" `
		size = func(string) string { return `fo:font-size="11pt" ` }
	}
	body := `fo:margin-left="1.2cm" fo:margin-right="1cm" fo:margin-bottom="0.25cm" fo:line-height="` + spacing + `" fo:text-align="` + align + `">`
	page := func(name, next, header, headerLeft, footer, footerLeft string) string {
		layout := "PL"
		if name == "Landscape" {
			layout = "WL"
		}
		return fmt.Sprintf(`<style:master-page style:name="%s" style:page-layout-name="`+layout+`" %s><style:header>%s</style:header><style:header-left>%s</style:header-left><style:footer>%s</style:footer><style:footer-left>%s</style:footer-left></style:master-page>`, name, next, header, headerLeft, footer, footerLeft)
	}
	p := func(style, s string) string { return `<text:p text:style-name="` + style + `">` + s + `</text:p>` }
	number := `<text:page-number text:select-page="current"/>` + total
	first := p("H", d.job+" ("+strings.ToUpper(d.language[:1])+")<text:tab/>010299<text:tab/>"+d.foot) + p("H", "*"+strings.ReplaceAll(d.job, "-", "")+"*")
	footRight, footLeft := p("H", d.job+`<text:tab/><text:tab/>`+number), p("H", number+`<text:tab/><text:tab/>`+d.job)
	running := html.EscapeString(d.running)
	headRight, headLeft := p("H", running+`<text:tab/><text:tab/>`+d.symbol), p("H", d.symbol+`<text:tab/><text:tab/>`+running)
	if d.heads != "" {
		headLeft = ""
		for _, line := range d.pageHeads(d.symbol, number) {
			headLeft += p("H", line)
		}
		headRight = headLeft
		footRight = p("HR", "/...")
		footLeft = footRight
		first = p("H", d.job+" ("+strings.ToUpper(d.language[:1])+")<text:s text:c=\"3\"/>010299") + p("HR", "/...")
	}
	restart := "document"
	if d.pagewise {
		restart = "page"
	}
	raise := ` style:text-position="super 58%"`
	if d.form != "" {
		raise = ""
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'` + font + `'"/></office:font-face-decls>
<office:styles>` +
		style("u", body, size("10pt")) + style("p", body, size("10pt")) + style("sub", `fo:margin-left="2.4cm" fo:margin-right="1cm" fo:margin-bottom="0.25cm" fo:text-indent="-0.8cm">`, size("10pt")) +
		style("sub2", `fo:margin-left="3.2cm" fo:margin-right="1cm" fo:margin-bottom="0.25cm" fo:text-indent="-0.8cm">`, size("10pt")) + style("TN", `fo:margin-left="1.2cm">`, size("8.5pt")) +
		style("CH", `fo:margin-top="0.4cm">`, size("12pt")+bold) +
		strings.Replace(style("CE", `fo:margin-left="1cm">`, size("10pt")), `<style:tab-stop style:position="0.8cm"/><style:tab-stop style:position="10cm"/>`, `<style:tab-stop style:position="14cm" style:type="right" style:leader-style="dotted" style:leader-text="."/>`, 1) +
		style("MH", `>`, size("10pt")) + style("T", `fo:margin-top="0.6cm" fo:margin-bottom="0.4cm" fo:margin-left="1cm">`, size("14pt")+bold) +
		style("h1", `fo:margin-top="0.3cm" fo:margin-bottom="0.3cm">`, size("12pt")+bold) + style("h2", `fo:margin-top="0.2cm" fo:margin-bottom="0.2cm">`, size("11pt")+bold) +
		style("h3", `fo:margin-top="0.2cm" fo:margin-bottom="0.2cm">`, size("10pt")+bold) + style("h4", `fo:margin-left="1.2cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm">`, size("10pt")+`fo:font-style="italic"`) +
		style("quote", `fo:margin-left="2.4cm" fo:margin-right="2cm" fo:margin-bottom="0.25cm">`, size("10pt")) + style("orig", `fo:margin-left="10cm" fo:margin-bottom="0.25cm">`, size("10pt")) + style("signed", `fo:margin-left="9cm">`, size("10pt")) +
		style("NH", `fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:text-align="center">`, size("10pt")+bold) + style("EN", `fo:margin-left="1.2cm" fo:margin-bottom="0.1cm">`, size("8.5pt")) + style("HR", `fo:text-align="end">`, size("8pt")) +
		style("annex", `fo:break-before="page" fo:margin-bottom="0.2cm">`, size("14pt")+bold) + style("H", `>`, size("8pt")) + style("FN", `fo:margin-left="1.2cm">`, size("8.5pt")) +
		style("TC", `fo:text-align="`+near+`">`, size("8.5pt")) + style("TR", `fo:text-align="`+far+`">`, size("8.5pt")) + style("TT", `fo:margin-left="1.2cm">`, size("10pt")+bold) + style("Break", `fo:break-before="page">`, size("10pt")) +
		`<text:notes-configuration text:note-class="footnote" text:citation-style-name="FC" text:citation-body-style-name="FA" style:num-format="1" text:start-numbering-at="` + restart + `"/>
<style:style style:name="FA" style:family="text"><style:text-properties` + raise + `/></style:style>
<style:style style:name="FC" style:family="text"><style:text-properties` + raise + `/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="First" style:family="paragraph" style:parent-style-name="MH" style:master-page-name="Opening"/>
<style:style style:name="Tall" style:family="table"/>
<style:style style:name="Wide" style:family="table" style:master-page-name="Landscape"/>
<style:style style:name="Upright" style:family="paragraph" style:parent-style-name="u" style:master-page-name="Standard"/>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="C1" style:family="table-column"><style:table-column-properties style:rel-column-width="2*"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border-bottom="0.5pt solid #000000"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="21.6cm" fo:page-height="27.9cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm" style:writing-mode="` + mode + `"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="WL"><style:page-layout-properties fo:page-width="27.9cm" fo:page-height="21.6cm" style:print-orientation="landscape" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm" style:writing-mode="` + mode + `"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>` +
		page("Standard", "", headRight, headLeft, footRight, footLeft) +
		page("Landscape", "", headRight, headLeft, footRight, footLeft) +
		page("Opening", `style:next-style-name="Standard"`, p("H", ""), p("H", ""), first, first) +
		`</office:master-styles>
<office:body><office:text>
`
}
