package pdf

import (
	"context"
	"image"
	"image/draw"
	"io"
	"strconv"

	"github.com/klippa-app/go-pdfium/requests"

	"figurebook.org/figurebook/data"
)

// maxPicture bounds a picture's width and height, in pixels.
const maxPicture = 8000

// Picture draws page number (from 1) of the PDF in r, width pixels wide, and tells how many pages there are. A page that
// the document lacks, or a width outside 1 to 8000, is a fault of kind BadArgument. It takes some 10 to 50 ms, and the
// opening of the file; ctx is asked before each.
func Picture(ctx context.Context, r io.ReaderAt, size int64, name string, number, width int) (picture image.Image, pages int, err error) {
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	document, err := open(ctx, r, size, name)
	if err != nil {
		return nil, 0, err
	}
	defer document.close()
	if number < 1 || number > document.pages || width < 1 || width > maxPicture {
		return nil, document.pages, &data.Fault{Kind: data.BadArgument, File: name, Place: strconv.Itoa(number), Detail: strconv.Itoa(width) + " px"}
	}
	var own *image.RGBA
	err = document.within(ctx, name, number, func(context.Context) error {
		drawn, err := document.RenderPageInPixels(&requests.RenderPageInPixels{
			Page:  requests.Page{ByIndex: &requests.PageByIndex{Document: document.FPDF_DOCUMENT, Index: number - 1}},
			Width: width, Height: maxPicture,
		})
		if err != nil {
			return &data.Fault{Kind: data.DamagedPDF, File: name, Place: strconv.Itoa(number), Err: err}
		}
		defer drawn.Cleanup()
		// the engine's memory goes with the engine: the picture is taken out of it
		own = image.NewRGBA(image.Rectangle{Max: drawn.Result.RenderedImage.Bounds().Size()})
		draw.Draw(own, own.Bounds(), drawn.Result.RenderedImage, drawn.Result.RenderedImage.Bounds().Min, draw.Src)
		return nil
	})
	if err != nil {
		return nil, document.pages, err
	}
	return own, document.pages, nil
}
