// Package pdf takes the text out of a PDF, line by line, as it stands on the page: the layout reader that follows
// needs indents and blank lines to tell headings, notes and running heads apart.
//
// The engine is PDFium compiled to WebAssembly, held in the program: a hostile file can reach neither the disk nor
// the network from there. Compiling it takes some seconds once; the result is kept in the user's cache directory.
package pdf

import (
	"context"
	"io"

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
	document, err := open(ctx, r, size, name)
	if err != nil {
		return "", err
	}
	defer document.close()
	return document.text(ctx, name, newDirect(ctx, r, size, document.pages), progress)
}

// text is the text of a document: of its plain pages read directly, of the others and of some to compare by the engine.
func (d *opened) text(ctx context.Context, name string, plain *direct, progress func(done, total int)) (string, error) {
	var text layout
	for i := range d.pages {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		found, used, use := plain.page(ctx, i)
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if !use {
			own := found
			err := d.within(ctx, name, i+1, func(ctx context.Context) (err error) {
				found, err = d.glyphs(ctx, i)
				return err
			})
			switch {
			case d.ended.Load():
				return "", err
			case err != nil:
				found, d.failed = nil, true // a damaged page is left empty; the rest is read
			}
			plain.agree(own, found, used)
		}
		text.page(found)
		text.endPage()
		if progress != nil {
			progress(i+1, d.pages)
		}
	}
	if text.empty() {
		return "", &data.Fault{Kind: data.ScannedPDF, File: name}
	}
	return text.String(), nil
}
