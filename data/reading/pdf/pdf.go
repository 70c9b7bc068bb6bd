// Package pdf takes the text out of a PDF, line by line, as it stands on the page: the layout reader that follows
// needs indents and blank lines to tell headings, notes and running heads apart.
//
// The engine is PDFium compiled to WebAssembly, held in the program: a hostile file can reach neither the disk nor
// the network from there. Compiling it takes some seconds once; the result is kept in the user's cache directory.
package pdf

import (
	"context"
	"io"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"figurebook.org/figurebook/data"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 256 << 20

// maxPages bounds the work that one file can ask for.
const maxPages = 3000

// maxGlyphs bounds the work that one page can ask for.
const maxGlyphs = 200_000

// Text is the text of the PDF in r, its pages separated by form feeds. Progress, where not nil, is called after each
// page with the pages done and in all. Its errors are of type *data.Fault, or that of ctx.
func Text(ctx context.Context, r io.ReaderAt, size int64, name string, progress func(done, total int)) (string, error) {
	document, err := open(r, size, name)
	if err != nil {
		return "", err
	}
	defer document.close()
	var text layout
	for i := range document.pages {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if glyphs, err := glyphs(document, document.FPDF_DOCUMENT, i); err == nil { // a damaged page is left empty; the rest is read
			text.page(glyphs)
		}
		text.endPage()
		if progress != nil {
			progress(i+1, document.pages)
		}
	}
	if text.empty() {
		return "", &data.Fault{Kind: data.ScannedPDF, File: name}
	}
	return text.String(), nil
}

// glyphs are the characters of a page in the order in which the page draws them. The engine's own blanks, which it
// guesses from gaps, and its line ends are left out: the layout judges gaps itself.
func glyphs(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, index int) ([]glyph, error) {
	page, err := instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	text, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	count, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, err
	}
	angle := 0.0
	all := make([]glyph, 0, min(count.Count, maxGlyphs))
	for i := range min(count.Count, maxGlyphs) {
		char, err := instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return nil, err
		}
		r := rune(char.Unicode)
		if r == '\r' || r == '\n' || r == 0 {
			continue
		}
		if r == ' ' {
			if generated, err := instance.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text.TextPage, Index: i}); err == nil && generated.IsGenerated {
				continue
			}
		}
		origin, err := instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		box, err := instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		if n := len(all); n > 0 && math.Abs(all[n-1].y-origin.Y) < 0.01 {
			angle = all[n-1].angle // of one line
		} else if turn, err := instance.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text.TextPage, Index: i}); err == nil {
			angle = float64(turn.CharAngle)
		}
		at := box.Rect
		all = append(all, glyph{char: r, x: origin.X, y: origin.Y, left: float64(at.Left), right: float64(at.Right), bottom: float64(at.Bottom), top: float64(at.Top), angle: angle})
	}
	return all, nil
}
