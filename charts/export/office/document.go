package office

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// Document is a text with charts and tables, from which DOCX, ODT and PDF are made.
type Document struct {
	Title    string
	Language string // zh or en
	Custom   []Property
	Blocks   []Block
	Footer   string // on each page, before its number
}

// Block is a Heading, a Paragraph, an Item, a Picture, a Chart, a Table or a PageBreak.
type Block any

// Heading is a heading of level 0 (the document's title), 1 or 2.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is a paragraph of runs. Small is for captions, notes and sources.
type Paragraph struct {
	Runs  []Run
	Small bool
}

// Item is an entry of a list.
type Item struct{ Runs []Run }

// Run is a stretch of text; Note is a footnote whose mark stands after it.
type Run struct {
	Text string
	Bold bool
	Note string
}

// Plain is a text as runs.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Picture is a drawing, in pixels for programs that show nothing else, and in lines.
type Picture struct {
	PNG, SVG      []byte
	Draw          func(vg.Canvas) // for PDF
	Title, Alt    string
	Width, Height float64 // in points
}

// Fit is the picture's size within a width and height, keeping its proportions; it is never enlarged.
func (p Picture) Fit(width, height float64) (float64, float64) {
	scale := min(1, width/p.Width, height/p.Height)
	return p.Width * scale, p.Height * scale
}

// Table is a table with a head row that is repeated on each page. Shares are the widths of the columns, summing to 1.
type Table struct {
	Head   []string
	Shares []float64
	Rows   [][][]Run
}

// PageBreak starts a new page.
type PageBreak struct{}

// A4, its margins and its measure, in points.
const (
	PageWidth, PageHeight = 595.28, 841.89
	Margin                = 62.4 // 22 mm
	Measure               = PageWidth - 2*Margin
)

// emu is a length of DrawingML: 12,700 a point.
func emu(points float64) int { return int(math.Round(points * 12700)) }

// twips are twentieths of a point.
func twips(points float64) int { return int(points*20 + 0.5) }
