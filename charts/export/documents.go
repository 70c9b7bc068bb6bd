package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
)

// Custom is what a document carries of its charts, as custom properties.
func Custom(all ...*charts.Chart) ([]office.Property, error) {
	carried, err := carry(all...)
	if err != nil {
		return nil, err
	}
	var properties []office.Property
	for i, p := range pieces(carried) {
		properties = append(properties, office.Property{Name: fmt.Sprintf("%s %d", carriedKey, i+1), Value: p})
	}
	return properties, nil
}

// Picture is the chart as a document shows it.
func Picture(c *charts.Chart) (office.Picture, error) {
	pixels, err := PNG(c, 2)
	if err != nil {
		return office.Picture{}, err
	}
	lines, err := SVG(c, false)
	draw := func(canvas vg.Canvas) { c.Draw(canvas, "") }
	return office.Picture{PNG: pixels, SVG: lines, Draw: draw, Title: c.Title, Alt: c.AltText(), Width: c.Width, Height: c.Height}, err
}

// Blocks are the chart in a document, as its nth figure: for each of its pages its picture, a caption with its sources as
// footnotes and the chart that the office program draws; then a table of its figures, each with its citation.
func Blocks(c *charts.Chart, n int, o Options) ([]office.Block, error) {
	var blocks []office.Block
	for _, page := range c.Pages() {
		picture, err := Picture(page)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, picture, caption(page, n, o))
		if n := native(page); n != nil {
			blocks = append(blocks, *n)
		}
	}
	return append(blocks, figuresTable(c, o)), nil
}

// caption numbers the chart, says what it shows, and has a footnote that cites its reports.
func caption(c *charts.Chart, n int, o Options) office.Paragraph {
	words := translations.For(c.Spec.Language)
	runs := []office.Run{{Text: words.Say("export.figure", n) + "  ", Bold: true}, {Text: c.Title + words.Say("chart.alt.colon") + c.Subtitle}}
	runs[1].Note = strings.Join(reportNotes(c, o), words.Say("chart.separator"))
	return office.Paragraph{Runs: runs, Small: true}
}

// reportNotes cite each report once with the paragraphs used, by its title where it is known, and each second-hand fact
// by who published it.
func reportNotes(c *charts.Chart, o Options) []string {
	words := translations.For(c.Spec.Language)
	known := map[string]data.Report{}
	for _, r := range o.Reports {
		known[r.Key()] = r
	}
	paragraphs := map[string][]string{}
	for _, f := range c.Figures {
		paragraphs[f.Edition] = append(paragraphs[f.Edition], f.Paragraph)
	}
	var notes []string
	for _, f := range c.Figures {
		note := charts.Cite(f, words)
		if f.Known != "second_hand" {
			r, ok := known[f.Edition]
			if !ok {
				r = data.Report{Language: f.Language, Digest: f.Digest}
				if f.Report != nil {
					r.Symbol = *f.Report
				}
			}
			note = exchange.Cite(r, paragraphs[f.Edition], words)
		}
		if !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
	}
	return notes
}

// figuresTable are the figures drawn: what, how many in words, and where it is stated.
func figuresTable(c *charts.Chart, _ Options) office.Table {
	words := translations.For(c.Spec.Language)
	t := office.Table{Shares: []float64{0.44, 0.22, 0.34}}
	for _, key := range []string{"export.column.what", "exchange.column.quantity", "exchange.column.citation"} {
		t.Head = append(t.Head, words.Say(key))
	}
	for _, r := range rows(c) {
		t.Rows = append(t.Rows, [][]office.Run{office.Plain(r.label), office.Plain(r.quantity), office.Plain(r.citation)})
	}
	return t
}

// document is the chart alone as a document.
func document(c *charts.Chart, o Options) (office.Document, error) {
	words := translations.For(c.Spec.Language)
	d := office.Document{Title: c.Title, Language: c.Spec.Language, Footer: words.Say("export.footer")}
	var err error
	if d.Custom, err = Custom(c); err != nil {
		return d, err
	}
	blocks, err := Blocks(c, 1, o)
	d.Blocks = blocks
	for _, n := range c.Notes {
		d.Blocks = append(d.Blocks, office.Paragraph{Runs: office.Plain(n), Small: true})
	}
	d.Blocks = append(d.Blocks, office.Paragraph{Runs: office.Plain(words.Say("briefing.disclaimer")), Small: true})
	return d, err
}

// Slides are the chart's slides, for each of its pages: its picture, and the chart that the office program draws and lets the
// reader edit. The notes name the sources.
func Slides(c *charts.Chart, o Options) ([]office.Slide, error) {
	var all []office.Slide
	for _, page := range c.Pages() {
		picture, err := Picture(page)
		if err != nil {
			return nil, err
		}
		notes := strings.Join(slices.Concat([]string{page.Title, page.Subtitle}, page.Notes, reportNotes(page, o)), "\n")
		all = append(all, office.Slide{Title: page.Title, Body: picture, Whole: true, Notes: notes})
		if n := native(page); n != nil {
			n.Title = page.Subtitle
			all = append(all, office.Slide{Title: page.Title, Body: *n, Foot: page.Source, Notes: notes})
		}
	}
	return all, nil
}

func docx(c *charts.Chart, o Options) ([]byte, error) {
	d, err := document(c, o)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = office.WriteDOCX(&b, d)
	return b.Bytes(), err
}

func odt(c *charts.Chart, o Options) ([]byte, error) {
	d, err := document(c, o)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = office.WriteODT(&b, d)
	return b.Bytes(), err
}

func pptx(c *charts.Chart, o Options) ([]byte, error) {
	all, err := Slides(c, o)
	if err != nil {
		return nil, err
	}
	custom, err := Custom(c)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = office.WritePPTX(&b, office.Deck{Title: c.Title, Language: c.Spec.Language, Custom: custom, Slides: all})
	return b.Bytes(), err
}

// xlsx is the workbook of the figures with a sheet before them that holds the chart and its numbers.
func xlsx(c *charts.Chart, o Options) ([]byte, error) {
	var b bytes.Buffer
	if err := exchange.Find("xlsx").Write(&b, set(c, o)); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		return nil, err
	}
	defer func() { _ = book.Close() }()
	custom, err := Custom(c)
	if err != nil {
		return nil, err
	}
	for _, p := range custom {
		if err := book.SetCustomProps(excelize.CustomProperty{Name: p.Name, Value: p.Value}); err != nil {
			return nil, err
		}
	}
	replaced := map[string][]byte{}
	if n := native(c); n != nil {
		if err := chartSheet(book, n, c); err != nil {
			return nil, err
		}
		replaced["xl/charts/chart1.xml"] = n.XML("")
	}
	return office.Settle(book, replaced)
}

// chartSheet adds the sheet of the chart. excelize knows neither error bars nor the words beside points, so the chart that
// it adds only holds the place of ours.
func chartSheet(book *excelize.File, n *office.Chart, c *charts.Chart) error {
	i, err := book.NewSheet(n.Sheet)
	if err != nil {
		return err
	}
	if err := n.FillSheet(book); err != nil {
		return err
	}
	below := len(n.Categories) + 3
	for k, line := range append([]string{c.Title, c.Subtitle}, append(c.Notes, c.Source)...) {
		if err := book.SetCellStr(n.Sheet, fmt.Sprintf("A%d", below+k), line); err != nil {
			return err
		}
	}
	book.SetActiveSheet(i)
	beside, err := excelize.CoordinatesToCellName(3+4*len(n.Series), 1)
	if err != nil {
		return err
	}
	return book.AddChart(n.Sheet, beside, &excelize.Chart{
		Type: excelize.Bar, Dimension: excelize.ChartDimension{Width: 760, Height: uint(n.Height() * 4 / 3)},
		Format: excelize.GraphicOptions{AltText: n.Alt, Name: n.Title},
		Series: []excelize.ChartSeries{{Categories: "'" + n.Sheet + "'!$A$2:$A$3", Values: "'" + n.Sheet + "'!$B$2:$B$3"}},
	})
}
