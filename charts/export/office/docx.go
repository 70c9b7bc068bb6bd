package office

import (
	"fmt"
	"io"
	"strings"
)

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// docx is a Word document in the making.
type docx struct {
	*parts
	Document
	body, notes strings.Builder
	footnotes   int
	drawings    int
}

const mainPart = "word/document.xml"

// WriteDOCX writes a document for Word, its citations as footnotes.
func WriteDOCX(w io.Writer, d Document) error {
	x := &docx{parts: newParts(), Document: d}
	x.relate("", "officeDocument", mainPart)
	for _, b := range d.Blocks {
		if err := x.block(b); err != nil {
			return err
		}
	}
	x.add("word/styles.xml", word+"styles+xml", []byte(styles(d.Language)))
	x.relate(mainPart, "styles", "word/styles.xml")
	x.add("word/settings.xml", word+"settings+xml", []byte(xmlHead+`<w:settings `+wordSpaces+`><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>`))
	x.relate(mainPart, "settings", "word/settings.xml")
	x.add("word/numbering.xml", word+"numbering+xml", []byte(xmlHead+`<w:numbering `+wordSpaces+`><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`))
	x.relate(mainPart, "numbering", "word/numbering.xml")
	x.add("word/footnotes.xml", word+"footnotes+xml", []byte(xmlHead+`<w:footnotes `+wordSpaces+`><w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`+x.notes.String()+`</w:footnotes>`))
	x.relate(mainPart, "footnotes", "word/footnotes.xml")
	x.add("word/footer1.xml", word+"footer+xml", []byte(xmlHead+`<w:ftr `+wordSpaces+`><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`+run(Run{Text: d.Footer + "  "})+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`))
	footer := x.relate(mainPart, "footer", "word/footer1.xml")
	x.add(mainPart, word+"document.main+xml", []byte(xmlHead+
		`<w:document `+wordSpaces+` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>`+x.body.String()+
		fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="%s"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%[4]d" w:right="%[4]d" w:bottom="%[4]d" w:left="%[4]d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`, footer, twips(PageWidth), twips(PageHeight), twips(Margin))))
	x.properties(d.Title, languageTag(d.Language), d.Custom)
	return x.write(w)
}

func (x *docx) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		x.paragraph([]string{"Title", "Heading1", "Heading2"}[b.Level], "", Plain(b.Text))
	case Paragraph:
		style := ""
		if b.Small {
			style = "Caption"
		}
		x.paragraph(style, "", b.Runs)
	case Item:
		x.paragraph("ListParagraph", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, b.Runs)
	case Picture:
		x.picture(b)
	case Chart:
		return x.chart(b)
	case Table:
		x.table(b)
	case PageBreak:
		x.body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	default:
		return fmt.Errorf("docx: a block of type %T", b)
	}
	return nil
}

func (x *docx) paragraph(style, properties string, runs []Run) {
	if style != "" {
		properties = `<w:pStyle w:val="` + style + `"/>` + properties
	}
	if properties != "" {
		properties = `<w:pPr>` + properties + `</w:pPr>`
	}
	x.body.WriteString(`<w:p>` + properties + x.runs(runs) + `</w:p>`)
}

// run is a run without its footnote.
func run(r Run) string {
	if r.Text == "" {
		return ""
	}
	bold := ""
	if r.Bold {
		bold = `<w:rPr><w:b/></w:rPr>`
	}
	return `<w:r>` + bold + `<w:t xml:space="preserve">` + esc(r.Text) + `</w:t></w:r>`
}

func (x *docx) runs(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(run(r))
		if r.Note == "" {
			continue
		}
		x.footnotes++
		fmt.Fprintf(&b, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, x.footnotes)
		fmt.Fprintf(&x.notes, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>%s</w:p></w:footnote>`, x.footnotes, run(Run{Text: " " + r.Note}))
	}
	return b.String()
}

// inline writes a drawing that stands in the text.
func (x *docx) inline(width, height float64, name, alt, graphic string) {
	fmt.Fprintf(&x.body, `<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr/><a:graphic>%s</a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		emu(width), emu(height), x.drawings, esc(name), esc(alt), graphic)
}

func (x *docx) picture(p Picture) {
	x.drawings++
	width, height := p.Fit(Measure, PageHeight-2*Margin-90) // room for its caption
	blip := x.blip(mainPart, fmt.Sprintf("word/media/image%d", x.drawings), p)
	x.inline(width, height, p.Title, p.Alt, fmt.Sprintf(`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>%s<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`,
		x.drawings, esc(p.Title), esc(p.Alt), blip, emu(width), emu(height)))
}

// blip adds a picture's two files and refers to both: programs that know SVG show it, others the pixels.
func (p *parts) blip(from, name string, picture Picture) string {
	p.add(name+".png", "", picture.PNG)
	pixels := p.relate(from, "image", name+".png")
	if picture.SVG == nil {
		return `<a:blip r:embed="` + pixels + `"/>`
	}
	p.add(name+".svg", "", picture.SVG)
	lines := p.relate(from, "image", name+".svg")
	return fmt.Sprintf(`<a:blip r:embed="%s"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst></a:blip>`, pixels, lines)
}

func (x *docx) chart(c Chart) error {
	x.drawings++
	id, err := x.chartPart(mainPart, "word/", x.drawings, c)
	if err != nil {
		return err
	}
	height := min(PageHeight-2*Margin-90, c.Height())
	x.inline(Measure, height, c.Title, c.Alt, `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="`+id+`"/></a:graphicData>`)
	return nil
}

// Height is how high the chart is at the width of a page, in points.
func (c Chart) Height() float64 {
	if c.Form == Line {
		return 280
	}
	bars := len(c.Categories)
	if c.Form == Bars {
		bars *= max(1, len(c.Series))
	}
	return c.head() + c.foot() + 22*float64(max(2, bars))
}

// chartPart adds a chart with the workbook behind it and gives the relationship to it.
func (p *parts) chartPart(from, folder string, n int, c Chart) (string, error) {
	book, err := c.workbook()
	if err != nil {
		return "", err
	}
	name, data := fmt.Sprintf("%scharts/chart%d.xml", folder, n), fmt.Sprintf("%sembeddings/chart%d.xlsx", folder, n)
	p.add(data, "", book)
	p.add(name, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", c.XML(p.relate(name, "package", data)))
	return p.relate(from, "chart", name), nil
}

func (x *docx) table(t Table) {
	b := &x.body
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, twips(Measure))
	for _, s := range t.Shares {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, twips(s*Measure))
	}
	b.WriteString(`</w:tblGrid>`)
	cell := func(i int, runs []Run, shading string) {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, twips(t.Shares[i]*Measure), shading)
		x.paragraph("TableText", "", runs)
		b.WriteString(`</w:tc>`)
	}
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, h := range t.Head {
		cell(i, []Run{{Text: h, Bold: true}}, `<w:shd w:val="clear" w:color="auto" w:fill="E9EEF3"/>`)
	}
	b.WriteString(`</w:tr>`)
	for _, row := range t.Rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, runs := range row {
			cell(i, runs, "")
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl><w:p/>`)
}

// styles are the styles of the text, in fonts that Windows and macOS have for both languages.
func styles(language string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	for _, s := range []struct{ id, name, paragraph, run string }{
		{"Normal", "Normal", "", ""},
		{"Title", "Title", `<w:spacing w:before="240" w:after="240"/>`, `<w:b/><w:sz w:val="44"/><w:szCs w:val="44"/>`},
		{"Heading1", "heading 1", `<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:color w:val="1F3B57"/><w:sz w:val="30"/><w:szCs w:val="30"/>`},
		{"Heading2", "heading 2", `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>`, `<w:b/><w:color w:val="1F3B57"/><w:sz w:val="24"/><w:szCs w:val="24"/>`},
		{"Caption", "caption", `<w:spacing w:after="80"/>`, `<w:color w:val="5F6368"/><w:sz w:val="18"/><w:szCs w:val="18"/>`},
		{"ListParagraph", "List Paragraph", `<w:spacing w:after="60"/><w:ind w:left="360"/>`, ""},
		{"TableText", "Table Text", `<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="17"/><w:szCs w:val="17"/>`},
		{"FootnoteText", "footnote text", `<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="17"/><w:szCs w:val="17"/>`},
		{"Footer", "footer", `<w:spacing w:after="0"/>`, `<w:color w:val="5F6368"/><w:sz w:val="16"/><w:szCs w:val="16"/>`},
	} {
		kind := ""
		if s.id == "Normal" {
			kind = ` w:default="1"`
		}
		fmt.Fprintf(&b, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>`, kind, s.id, s.name)
		if s.id != "Normal" {
			b.WriteString(`<w:basedOn w:val="Normal"/>`)
		}
		b.WriteString(`<w:qFormat/>`)
		if s.paragraph != "" {
			b.WriteString(`<w:pPr>` + s.paragraph + `</w:pPr>`)
		}
		if s.run != "" {
			b.WriteString(`<w:rPr>` + s.run + `</w:rPr>`)
		}
		b.WriteString(`</w:style>`)
	}
	b.WriteString(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`)
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="BFC5CC"/>`, edge)
	}
	b.WriteString(`</w:tblBorders></w:tblPr></w:style></w:styles>`)
	return b.String()
}
