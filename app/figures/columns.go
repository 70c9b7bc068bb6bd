package figures

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/line"
	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// column is one column of the table. Its heading is the translation "figures.column." + name.
type column struct {
	name  string
	by    data.Column // what a tap on its heading sorts by
	share float32     // of the width
	from  float32     // least width of the table at which it is shown
	text  func(f data.Figure, words *translations.Words, v *vocabulary.Vocabulary) string
}

var columns = []column{
	{"quantity", data.SortValue, 19, 0, func(f data.Figure, w *translations.Words, v *vocabulary.Vocabulary) string {
		return charts.QuantityText(f.Quantity, w, v)
	}},
	{"measure", data.Column(data.ByMeasure), 17, 0, func(f data.Figure, w *translations.Words, v *vocabulary.Vocabulary) string {
		text := v.Label(vocabulary.Measure, f.Measure, w.Short())
		if !strings.Contains(strings.ToLower(text), strings.ToLower(f.Counted)) { // the noun says more than the measure
			text += " · " + f.Counted
		}
		return text
	}},
	{"place", data.Column(data.ByPlace), 15, 340, func(f data.Figure, w *translations.Words, v *vocabulary.Vocabulary) string {
		return label(v, vocabulary.Place, f.Place, w)
	}},
	{"group", data.Column(data.ByGroup), 12, 760, func(f data.Figure, w *translations.Words, v *vocabulary.Vocabulary) string {
		return label(v, vocabulary.Group, f.Group, w)
	}},
	{"as_of", data.SortAsOf, 14, 480, func(f data.Figure, w *translations.Words, _ *vocabulary.Vocabulary) string {
		if f.AsOf == nil {
			return ""
		}
		return charts.DateText(*f.AsOf, w)
	}},
	{"citation", data.InReadingOrder, 26, 560, func(f data.Figure, w *translations.Words, _ *vocabulary.Vocabulary) string {
		return charts.Where(f, w)
	}},
	{"status", data.Column(data.ByStatus), 11, 640, func(f data.Figure, w *translations.Words, _ *vocabulary.Vocabulary) string {
		if f.Doubtful() {
			return w.Say("figures.doubtful")
		}
		return w.Say("status." + string(f.Status))
	}},
}

func label(v *vocabulary.Vocabulary, kind vocabulary.Kind, name *string, w *translations.Words) string {
	if name == nil {
		return ""
	}
	return v.Label(kind, *name, w.Short())
}

// columned lays objects, one a column, in the columns' widths; columns without room are hidden.
type columned struct{}

// Layout is part of fyne.Layout.
func (columned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var whole float32
	for _, c := range columns {
		if c.from <= size.Width {
			whole += c.share
		}
	}
	var x float32
	for i, c := range columns {
		if c.from > size.Width {
			objects[i].Hide()
			continue
		}
		objects[i].Show()
		width := size.Width * c.share / whole
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}

// MinSize is part of fyne.Layout.
func (columned) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, look.RowHeight()) }

// head is the row of headings; a tap sorts.
type head struct {
	object  *fyne.Container
	buttons []*widget.Button
}

func newHead(t *Table) *head {
	h := &head{}
	var objects []fyne.CanvasObject
	for _, c := range columns {
		b := widget.NewButton(t.words.Say("figures.column."+c.name), func() { t.SortBy(c.by) })
		b.Importance, b.Alignment, b.IconPlacement = widget.LowImportance, widget.ButtonAlignLeading, widget.ButtonIconTrailingText
		h.buttons = append(h.buttons, b)
		objects = append(objects, b)
	}
	h.object = container.New(columned{}, objects...)
	return h
}

// apply shows by which column the rows are sorted, and which way.
func (h *head) apply(order data.Order) {
	for i, c := range columns {
		icon := fyne.Resource(nil)
		if c.by == order.By && c.by != data.InReadingOrder {
			icon = theme.MenuDropUpIcon()
			if order.Down {
				icon = theme.MenuDropDownIcon()
			}
		}
		if h.buttons[i].Icon != icon {
			h.buttons[i].SetIcon(icon)
		}
	}
}

// list is the rows; arrow keys choose, as a tap does.
type list struct {
	widget.List
	table *Table
	at    int
}

func newList(t *Table) *list {
	l := &list{table: t, at: -1}
	l.Length = func() int { return len(t.rows.ids) }
	l.CreateItem = func() fyne.CanvasObject {
		cells := make([]fyne.CanvasObject, len(columns))
		for i := range cells {
			cells[i] = line.New("")
		}
		return container.New(columned{}, cells...)
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { t.fill(i, o.(*fyne.Container)) }
	l.OnSelected = func(i widget.ListItemID) {
		l.at = i
		t.choose(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

// fill writes a figure into a row's cells; all of it, since rows are used again for other figures.
func (t *Table) fill(i int, row *fyne.Container) {
	f, ok := t.row(i)
	for c, o := range row.Objects {
		cell := o.(*line.Line)
		text := ""
		switch {
		case ok && f.ID != "":
			text = columns[c].text(f, t.words, t.v)
		case !ok && c == 0:
			text = "…"
		}
		importance := widget.MediumImportance
		if columns[c].name == "status" && f.Doubtful() {
			importance = widget.WarningImportance
		}
		if f.Status == data.Rejected {
			importance = widget.LowImportance
		}
		if cell.Text != text || cell.Importance != importance {
			cell.Text, cell.Importance = text, importance
			cell.Refresh()
		}
	}
}

// TypedKey is part of fyne.Focusable.
func (l *list) TypedKey(key *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 10, fyne.KeyPageUp: -10, fyne.KeyHome: -len(l.table.rows.ids), fyne.KeyEnd: len(l.table.rows.ids)}
	step, ok := steps[key.Name]
	if !ok {
		l.List.TypedKey(key)
		return
	}
	if n := len(l.table.rows.ids); n > 0 {
		l.Select(max(0, min(n-1, l.at+step)))
	}
}
