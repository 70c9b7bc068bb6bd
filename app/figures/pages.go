package figures

import (
	"context"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
)

// pages reads pages of rows, one at a time, the one asked for last first: what was scrolled past meanwhile is not read.
type pages struct {
	table   *Table
	reading bool
	next    int // page to read when the reading one is there; -1 for none
	filling bool
}

// forget drops what is asked for: the rows are others now. A page that comes late is not kept.
func (p *pages) forget() { p.reading, p.next = false, -1 }

// row is the figure of a row, read now where it was not; false where it comes later, when the list is refreshed.
func (t *Table) row(row int) (data.Figure, bool) {
	if f, ok := t.rows.at(row); ok {
		return f, true
	}
	t.pages.filling = true
	t.pages.ask(row / pageRows)
	t.pages.filling = false
	return t.rows.at(row)
}

func (p *pages) ask(page int) {
	if p.reading {
		p.next = page
		return
	}
	p.reading, p.next = true, -1
	t := p.table
	of, ids := t.rows, t.rows.named(page)
	t.run(func() {
		figures, err := t.source.Rows(context.Background(), ids)
		fyne.Do(func() {
			if of == t.rows {
				p.apply(page, figures, err)
			}
		})
	})
}

func (p *pages) apply(page int, figures []data.Figure, err error) {
	t := p.table
	p.reading = false
	if err != nil {
		t.say(t.events.Sentence(err))
		return
	}
	t.rows.keep(page, figures)
	if p.next >= 0 {
		if _, read := t.rows.pages[p.next]; !read {
			p.ask(p.next)
		}
	}
	if !p.filling { // a row that is being filled shows what was read by itself
		t.list.Refresh()
	}
}
