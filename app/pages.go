package app

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// prefPages is whether the page's picture is shown beside the report.
const prefPages = "reader.pages"

// pageWidth is the width of a page's picture, in pixels.
const pageWidth = 1000

// pages is the picture of the PDF's page that the reader shows, for a look at the original. Reports in Arabic always have it
// where their PDF is kept, since the toolkit sets no text from right to left.
type pages struct {
	place   *fyne.Container // the reader, alone or beside the picture
	reader  fyne.CanvasObject
	picture *canvas.Image
	label   *line.Line
	key     string // of the report whose page is shown
	page    int
	request int // number of the newest picture asked for; a late one is dropped
}

func (w *Window) pagesBeside(read fyne.CanvasObject) fyne.CanvasObject {
	w.pages = pages{place: container.NewStack(read), reader: read, picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}, label: line.New("")}
	return w.pages.place
}

// wantsPages tells whether the open report's pages are shown.
func (w *Window) wantsPages() bool {
	r := w.session.Report()
	return r != nil && (r.Language == "ar" || w.app.Preferences().Bool(prefPages))
}

// togglePages shows the picture of the page, or the report alone again.
func (w *Window) togglePages() {
	p := w.app.Preferences()
	p.SetBool(prefPages, !p.Bool(prefPages))
	w.setMenu()
	w.layPages()
}

// layPages puts the picture beside the reader where it is wanted.
func (w *Window) layPages() {
	p := &w.pages
	p.place.RemoveAll()
	p.key, p.page = "", 0
	if !w.wantsPages() {
		p.place.Add(p.reader)
		return
	}
	turn := func(icon fyne.Resource, by int) *widget.Button {
		return widget.NewButtonWithIcon("", icon, func() { w.showPage(w.session.OpenKey(), p.page+by) })
	}
	bar := container.NewBorder(nil, nil, turn(theme.NavigateBackIcon(), -1), turn(theme.NavigateNextIcon(), 1), p.label)
	p.place.Add(container.NewHSplit(p.reader, container.NewBorder(bar, nil, nil, nil, p.picture)))
	w.followPage(w.session.Where().Paragraph)
}

// followPage shows the page on which a paragraph of the open report stands.
func (w *Window) followPage(number string) {
	r := w.session.Report()
	if r == nil || !w.wantsPages() {
		return
	}
	page := 1
	if p, ok := r.Paragraph(number); ok && p.Page > 0 {
		page = p.Page
	} else if w.pages.key == r.Key() {
		return // a heading, or a footnote, whose page is not known
	}
	w.showPage(r.Key(), page)
}

// showPage draws a page off the UI goroutine and shows it.
func (w *Window) showPage(key string, page int) {
	p := &w.pages
	if page < 1 || p.key == key && p.page == page {
		return
	}
	p.request++
	request := p.request
	w.run(func() {
		drawn, total, err := w.books.PagePicture(context.Background(), key, page, pageWidth)
		fyne.Do(func() {
			var fault *data.Fault
			switch {
			case request != p.request || errors.As(err, &fault) && fault.Kind == data.BadArgument: // behind the last page
			case err != nil:
				p.picture.Image = nil
				p.picture.Refresh()
				p.label.SetText(library.Sentence(err, w.words))
			default:
				p.key, p.page, p.picture.Image = key, page, drawn
				p.picture.Refresh()
				p.label.SetText(w.words.Say("reader.page", page, total))
				slog.Info("page shown", "page", page, "of", total)
			}
		})
	})
}
