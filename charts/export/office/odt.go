package office

import (
	"fmt"
	"io"
	"strings"
)

// odt is a text of OpenDocument in the making.
type odt struct {
	Document
	body      strings.Builder
	files     []File
	footnotes int
	tables    int
}

// WriteODT writes a document for LibreOffice. A native chart is left out: its picture and its table say the same.
func WriteODT(w io.Writer, d Document) error {
	x := &odt{Document: d}
	for _, b := range d.Blocks {
		if err := x.block(b); err != nil {
			return err
		}
	}
	const spaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"`
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	content := head + `<office:document-content ` + spaces + `><office:automatic-styles>` + odtAutomatic + x.tableStyles() + `</office:automatic-styles><office:body><office:text>` + x.body.String() + `</office:text></office:body></office:document-content>`
	language, country, _ := strings.Cut(languageTag(d.Language), "-")
	styles := head + `<office:document-styles ` + spaces + `><office:styles>` + strings.NewReplacer("LANGUAGE", language, "COUNTRY", country).Replace(odtStyles) + `</office:styles>` + fmt.Sprintf(odtPage, Margin, Margin, Margin, Margin, esc(d.Footer)) + `</office:document-styles>`
	var meta strings.Builder
	meta.WriteString(head + `<office:document-meta ` + spaces + `><office:meta><meta:generator>Figurebook</meta:generator><dc:title>` + esc(d.Title) + `</dc:title><dc:language>` + languageTag(d.Language) + `</dc:language>`)
	for _, c := range d.Custom {
		fmt.Fprintf(&meta, `<meta:user-defined meta:name="%s" meta:value-type="string">%s</meta:user-defined>`, esc(c.Name), esc(c.Value))
	}
	meta.WriteString(`</office:meta></office:document-meta>`)
	var manifest strings.Builder
	manifest.WriteString(head + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>`)
	files := []File{
		{Name: "mimetype", Body: []byte("application/vnd.oasis.opendocument.text"), Stored: true},
		{Name: "content.xml", Body: []byte(content)},
		{Name: "styles.xml", Body: []byte(styles)},
		{Name: "meta.xml", Body: []byte(meta.String())},
	}
	files = append(files, x.files...)
	for _, f := range files[1:] {
		kind := "text/xml"
		if strings.HasSuffix(f.Name, ".png") {
			kind = "image/png"
		}
		fmt.Fprintf(&manifest, `<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s"/>`, f.Name, kind)
	}
	manifest.WriteString(`</manifest:manifest>`)
	return WriteZip(w, append(files, File{Name: "META-INF/manifest.xml", Body: []byte(manifest.String())}))
}

func (x *odt) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		if b.Level == 0 {
			x.paragraph("Title", Plain(b.Text))
			return nil
		}
		fmt.Fprintf(&x.body, `<text:h text:style-name="Heading_%d" text:outline-level="%d">%s</text:h>`, b.Level, b.Level, esc(b.Text))
	case Paragraph:
		style := "Standard"
		if b.Small {
			style = "Caption"
		}
		x.paragraph(style, b.Runs)
	case Item:
		x.body.WriteString(`<text:list text:style-name="Bullets"><text:list-item>`)
		x.paragraph("Standard", b.Runs)
		x.body.WriteString(`</text:list-item></text:list>`)
	case Picture:
		name := fmt.Sprintf("Pictures/image%d.png", len(x.files)+1)
		x.files = append(x.files, File{Name: name, Body: b.PNG})
		width, height := b.Fit(Measure, PageHeight-2*Margin-90)
		fmt.Fprintf(&x.body, `<text:p text:style-name="Figure"><draw:frame draw:name="%s %d" text:anchor-type="as-char" svg:width="%.2fpt" svg:height="%.2fpt"><draw:image xlink:href="%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>%s</svg:title><svg:desc>%s</svg:desc></draw:frame></text:p>`,
			esc(b.Title), len(x.files), width, height, name, esc(b.Title), esc(b.Alt))
	case Chart:
	case Table:
		x.table(b)
	case PageBreak:
		x.body.WriteString(`<text:p text:style-name="Break"/>`)
	default:
		return fmt.Errorf("odt: a block of type %T", b)
	}
	return nil
}

func (x *odt) paragraph(style string, runs []Run) {
	x.body.WriteString(`<text:p text:style-name="` + style + `">`)
	for _, r := range runs {
		if r.Bold {
			x.body.WriteString(`<text:span text:style-name="Strong">` + esc(r.Text) + `</text:span>`)
		} else {
			x.body.WriteString(esc(r.Text))
		}
		if r.Note != "" {
			x.footnotes++
			fmt.Fprintf(&x.body, `<text:note text:id="ftn%[1]d" text:note-class="footnote"><text:note-citation>%[1]d</text:note-citation><text:note-body><text:p text:style-name="Footnote">%[2]s</text:p></text:note-body></text:note>`, x.footnotes, esc(r.Note))
		}
	}
	x.body.WriteString(`</text:p>`)
}

func (x *odt) table(t Table) {
	x.tables++
	fmt.Fprintf(&x.body, `<table:table table:name="Table%[1]d" table:style-name="Table">`, x.tables)
	for _, s := range t.Shares {
		fmt.Fprintf(&x.body, `<table:table-column table:style-name="%s"/>`, columnStyle(s))
	}
	row := func(cells [][]Run) {
		x.body.WriteString(`<table:table-row table:style-name="Row">`)
		for _, runs := range cells {
			x.body.WriteString(`<table:table-cell table:style-name="Cell" office:value-type="string">`)
			x.paragraph("Table_text", runs)
			x.body.WriteString(`</table:table-cell>`)
		}
		x.body.WriteString(`</table:table-row>`)
	}
	head := make([][]Run, len(t.Head))
	for i, h := range t.Head {
		head[i] = []Run{{Text: h, Bold: true}}
	}
	x.body.WriteString(`<table:table-header-rows>`)
	row(head)
	x.body.WriteString(`</table:table-header-rows>`)
	for _, r := range t.Rows {
		row(r)
	}
	x.body.WriteString(`</table:table><text:p text:style-name="Standard"/>`)
}

// columnStyle names the style of a column by its width in hundredths of a point.
func columnStyle(share float64) string { return fmt.Sprintf("Column_%d", int(share*Measure*100)) }

func (x *odt) tableStyles() string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, block := range x.Blocks {
		t, ok := block.(Table)
		if !ok {
			continue
		}
		for _, s := range t.Shares {
			if name := columnStyle(s); !seen[name] {
				seen[name] = true
				fmt.Fprintf(&b, `<style:style style:name="%s" style:family="table-column"><style:table-column-properties style:column-width="%.2fpt"/></style:style>`, name, s*Measure)
			}
		}
	}
	return b.String()
}

const odtAutomatic = `<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>` +
	`<style:style style:name="Break" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>` +
	`<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:keep-with-next="always"/></style:style>` +
	`<style:style style:name="Table" style:family="table"><style:table-properties table:align="margins"/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>` +
	`<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="3pt" fo:border="0.5pt solid #bfc5cc"/></style:style>` +
	`<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="6pt" text:min-label-width="12pt"/></text:list-level-style-bullet></text:list-style>`

const odtStyles = `<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt" fo:line-height="120%"/><style:text-properties fo:font-family="Arial" style:font-family-asian="Microsoft YaHei" fo:font-size="10.5pt" style:font-size-asian="10.5pt" fo:language="LANGUAGE" fo:country="COUNTRY" style:language-asian="zh" style:country-asian="CN"/></style:default-style>` +
	`<style:style style:name="Standard" style:family="paragraph"/>` +
	`<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>` +
	`<style:style style:name="Heading_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="18pt"/><style:text-properties fo:color="#1f3b57" fo:font-size="15pt" style:font-size-asian="15pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>` +
	`<style:style style:name="Heading_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="12pt"/><style:text-properties fo:color="#1f3b57" fo:font-size="12pt" style:font-size-asian="12pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>` +
	`<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:color="#5f6368" fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>` +
	`<style:style style:name="Table_text" style:display-name="Table text" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0pt" fo:line-height="100%"/><style:text-properties fo:font-size="8.5pt" style:font-size-asian="8.5pt"/></style:style>` +
	`<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0pt" fo:line-height="100%"/><style:text-properties fo:font-size="8.5pt" style:font-size-asian="8.5pt"/></style:style>` +
	`<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page"/>`

const odtPage = `<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="595.28pt" fo:page-height="841.89pt" fo:margin-top="%.1fpt" fo:margin-bottom="%.1fpt" fo:margin-left="%.1fpt" fo:margin-right="%.1fpt"/><style:footer-style/></style:page-layout></office:automatic-styles>` +
	`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer><text:p text:style-name="Caption">%s  <text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>`
