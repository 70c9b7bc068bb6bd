package figures

import "figurebook.org/figurebook/data"

// How many rows are read at once, and how many pages are kept: a screen holds some thirty rows.
const (
	pageRows  = 100
	keptPages = 40
)

// rows are the figures of a table as far as they were read, page by page, under the names of all of them. It is used on
// the UI goroutine alone.
type rows struct {
	ids   []string
	pages map[int][]data.Figure
	used  []int // the pages kept, the one used last at the end
}

func newRows(ids []string) *rows { return &rows{ids: ids, pages: map[int][]data.Figure{}} }

// at is the figure of a row; false while its page is not read.
func (r *rows) at(row int) (data.Figure, bool) {
	p, ok := r.pages[row/pageRows]
	if !ok || row%pageRows >= len(p) {
		return data.Figure{}, false
	}
	return p[row%pageRows], true
}

// named are the names of a page's figures.
func (r *rows) named(page int) []string {
	from := min(len(r.ids), page*pageRows)
	return r.ids[from:min(len(r.ids), from+pageRows)]
}

// keep keeps a page that was read, and lets go of the one that was read longest ago where there are too many. A figure
// that is gone leaves an empty row, so that the others stand where they stood.
func (r *rows) keep(page int, figures []data.Figure) {
	byID := make(map[string]data.Figure, len(figures))
	for _, f := range figures {
		byID[f.ID] = f
	}
	names := r.named(page)
	p := make([]data.Figure, len(names))
	for i, id := range names {
		p[i] = byID[id]
	}
	if _, ok := r.pages[page]; !ok {
		r.used = append(r.used, page)
	}
	r.pages[page] = p
	if len(r.used) > keptPages {
		delete(r.pages, r.used[0])
		r.used = r.used[1:]
	}
}
