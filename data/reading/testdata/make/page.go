package main

import (
	"fmt"
	"html"
	"strings"
)

// page is the document as a web page for a maker of paged documents: running heads, footnotes and turned pages are told
// in the page's style (CSS Generated Content for Paged Media).
func (d document) page() string {
	var body strings.Builder
	notes := marker{manner: d.manner}
	var ends [][2]string // mark and text of the notes behind the text
	inline := func(s string) string {
		s = strings.ReplaceAll(html.EscapeString(s), "&#39;", "'")
		s = italics.ReplaceAllString(star.ReplaceAllString(s, ""), `<i>$1</i>`) // its maker would number stars
		s = raised.ReplaceAllString(s, `<sup>$1</sup>`)
		s = note.ReplaceAllStringFunc(s, func(m string) string {
			text, mark := note.FindStringSubmatch(m)[1], notes.next()
			if d.atEnd == "" {
				return `<span class="fn">` + text + `</span>`
			}
			own := strings.TrimSpace(mark)
			ends = append(ends, [2]string{own, text})
			if d.form != "" {
				return mark
			}
			return "<sup>" + own + "</sup>"
		})
		if before, after, ok := strings.Cut(s, "\t"); ok {
			s = `<span class="lead">` + before + "</span>" + strings.ReplaceAll(after, "\t", " ")
		}
		return s
	}
	line := func(class, s string) { fmt.Fprintf(&body, "<p class=%q>%s</p>\n", class, inline(s)) }
	for _, m := range d.masthead {
		left, right, _ := strings.Cut(m, "\t")
		fmt.Fprintf(&body, "<div class=\"mh\"><span>%s&nbsp;</span><span>%s</span></div>\n", inline(left), inline(right))
	}
	for _, t := range strings.Split(d.title, "\n") {
		line("T", t)
	}
	contents := func(head string) {
		for _, entry := range d.entries(head) {
			if text, page, ok := strings.Cut(entry[1], "\t"); ok {
				fmt.Fprintf(&body, "<div class=\"CE\"><span>%s%s</span><span>%s</span></div>\n", html.EscapeString(text), strings.Repeat(" .", max(6, 60-len([]rune(text)))), page)
			} else if entry[0] == "CH" {
				line("CH", entry[1])
			}
		}
	}
	contents(d.contents)
	if d.columns {
		body.WriteString(`<div class="two">`)
	}
	broken := d.contents != ""
	for _, b := range d.blocks {
		class := b.kind
		if broken {
			class += " first"
		}
		broken = b.kind == "contents"
		switch b.kind {
		case "contents":
			contents(long[d.language].contents)
		case "annex":
			notes.annex()
			word, title, _ := strings.Cut(b.text, "|")
			line("annex", word)
			line("h1", title)
		case "table":
			turned := ""
			if b.wide {
				turned = ` class="wide"`
			}
			body.WriteString("<table" + turned + ">")
			for i, row := range b.rows {
				tag := "td"
				if i == 0 {
					tag = "th"
					body.WriteString("<thead>")
				}
				body.WriteString("<tr>")
				for _, c := range row {
					fmt.Fprintf(&body, "<%[1]s>%[2]s</%[1]s>", tag, inline(c))
				}
				body.WriteString("</tr>")
				if i == 0 {
					body.WriteString("</thead>")
				}
			}
			body.WriteString("</table>\n")
		case "box":
			body.WriteString("<div class=\"box\">")
			for _, text := range b.rows[0] {
				line("u", text)
			}
			body.WriteString("</div>\n")
		default:
			line(class, b.text)
		}
	}
	if d.atEnd != "" {
		line("NH", d.atEnd)
		for _, n := range ends {
			line("EN", n[0]+"\t"+n[1])
		}
	}
	if d.columns {
		body.WriteString("</div>")
	}
	return d.paged() + body.String() + "</body></html>\n"
}

// paged is the head of the page: its style.
func (d document) paged() string {
	font, way, near, far := "Liberation Serif", "ltr", "left", "right"
	switch d.language {
	case "zh":
		font = "Report Sans"
	case "ar":
		font, way, near, far = "Amiri", "rtl", "right", "left"
	}
	return d.manned(fmt.Sprintf(`<!DOCTYPE html><html lang=%[1]q dir=%[2]q><head><meta charset="utf-8"><title></title><style>
@page { size: 216mm 279mm; margin: 26mm 24mm 26mm 24mm; font: 8pt %[3]q;
 @footnote { border-top: .5pt solid; padding-top: 2pt; margin-top: 6pt } }
@page :right { @top-right { content: %[4]q } @bottom-left { content: %[5]q } @bottom-right { content: counter(page) "/" counter(pages) } }
@page :left { @top-left { content: %[4]q } @bottom-left { content: counter(page) "/" counter(pages) } @bottom-right { content: %[5]q } }
@page :first { @top-right { content: "" } @bottom-right { content: "" } @bottom-left { content: "%[5]s (E)    010299" } @bottom-center { content: "*%[6]s*" } }
@page turned { size: 279mm 216mm }
body { font: 10pt/1.25 %[3]q; margin: 0 }
p { margin: 0 1cm 2.5mm 1.2cm; text-align: justify; orphans: 2; widows: 2 }
.lead { display: inline-block; min-width: 1.1cm }
.mh { display: flex } .mh span { width: 9cm }
.T { font-size: 14pt; font-weight: bold; text-align: start; margin-top: 5mm }
.h1 { font-size: 12pt; font-weight: bold; margin: 4mm 0 3mm 0; break-after: avoid }
.h2 { font-size: 11pt; font-weight: bold; margin: 3mm 0 2mm 0; break-after: avoid }
.h4 { font-style: italic; break-after: avoid }
.annex { break-before: page; font-size: 14pt; font-weight: bold; margin: 0 0 3mm 0 }
.first { break-before: page }
.sub { margin-%[7]s: 2.4cm }
.TT { font-weight: bold; break-after: avoid } .TN { font-size: 8pt; margin-bottom: 0 } .TN + .p { margin-top: 4mm }
.CH { font-weight: bold } .CE { display: flex; justify-content: space-between; margin: 0 1cm }
.box { border: .5pt solid; padding: 2mm; margin: 3mm 0 }
table { border-collapse: collapse; width: 100%%; font-size: 8.5pt; margin-bottom: 4mm } .wide { page: turned }
td, th { border-bottom: .5pt solid; padding: 1pt 3pt; text-align: %[8]s; font-weight: normal } td:first-child, th:first-child { text-align: %[7]s }
sup, .fn::footnote-call { font-size: 58%%; vertical-align: super; line-height: 0 }
.fn { float: footnote; font-size: 8.5pt; text-align: start }
.fn::footnote-marker { content: counter(footnote) " "; font-size: 58%%; vertical-align: super }
.quote { margin-%[7]s: 2.4cm } .sub2 { margin-%[7]s: 3.2cm } .orig { margin-%[7]s: 10cm } .signed { margin-%[7]s: 9cm; margin-bottom: 0 }
.NH { text-align: center; font-weight: bold } .EN { font-size: 8.5pt; margin-bottom: 1mm; break-inside: avoid }
`, d.language, way, font, d.symbol, d.job, strings.ReplaceAll(d.job, "-", ""), near, far)) + "</style></head><body>\n"
}

// manned adds to a style what the manner of the document changes.
func (d document) manned(style string) string {
	if d.typed {
		heads := strings.Join(d.pageHeads(d.symbol, "\" counter(page) \""), "\\A ")
		style += `@page :right { @top-left { content: "` + heads + `"; white-space: pre } @top-right { content: "" } @bottom-left { content: "" } @bottom-right { content: "/..." } }
@page :left { @top-left { content: "` + heads + `"; white-space: pre } @bottom-left { content: "" } @bottom-right { content: "/..." } }
@page :first { @top-left { content: "" } @bottom-left { content: "` + d.job + ` (E)   010299" } @bottom-right { content: "/..." } @bottom-center { content: "" } }
@page { font: 11pt "Liberation Mono" }
body, .h1, .h2, .h3, .h4, .T, .annex { font: 11pt/1.1 "Liberation Mono"; text-align: start } .h1, .h2, .h3, .T { text-decoration: underline } p { text-align: start; line-height: 1.1 }
`
	}
	if d.wide {
		style += ".p, .sub, .sub2, .quote { line-height: 2.2 }\n"
	}
	if d.form != "" {
		style += `.fn, .EN { font-size: 11pt; text-align: start } .fn::footnote-call { content: " " counter(footnote) "/"; font-size: 100%; vertical-align: baseline } .fn::footnote-marker { content: counter(footnote) "/  "; font-size: 100%; vertical-align: baseline }` + "\n"
	}
	if d.anew {
		style += ".annex { counter-reset: footnote }\n"
	}
	if d.pagewise {
		style += "@page { counter-reset: footnote }\n"
	}
	if d.foot != "" {
		style += `@page :first { @bottom-right { content: "` + d.foot + `" } }` + "\n"
	}
	if d.columns {
		style += ".two { columns: 2; column-gap: 8mm } .two p { margin-inline: 0 }\n"
	}
	return style
}
