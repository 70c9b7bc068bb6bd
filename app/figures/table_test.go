package figures

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/golden"
	"figurebook.org/figurebook/app/line"
	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/vocabulary"
)

// at once is where work runs in tests: the software driver has no UI goroutine to come back to.
func atOnce(work func()) { work() }

// told is what a table told.
type told struct {
	chosen   []string
	filters  []data.Filter
	exported []string
}

func (o *told) events(words *translations.Words) Events {
	return Events{
		Named:    func(symbol string) string { return symbol },
		Chosen:   func(f data.Figure) { o.chosen = append(o.chosen, f.ID) },
		Filtered: func(f data.Filter, _ []string) { o.filters = append(o.filters, f) },
		Sentence: func(err error) string { return library.Sentence(err, words) },
		Exported: func(name string, rows int) {
			o.exported = append(o.exported, fmt.Sprintf("%s %d", filepath.Base(name), rows))
		},
	}
}

// table is a table on a new database with the built-in edition.
func table(t *testing.T, language string) (*Table, *told, *library.Library) {
	t.Helper()
	books, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, widget.NewLabel(""))
	o := &told{}
	words := translations.For(language)
	pane := NewTable(words, books.Words, books, w, atOnce, o.events(words))
	w.SetContent(pane.Object())
	w.Resize(fyne.NewSize(1000, 420))
	pane.Reload()
	o.filters = nil
	return pane, o, books
}

// cells are what the row on the screen says.
func (t *Table) cells(tb testing.TB, row int) []string {
	tb.Helper()
	o := t.list.CreateItem()
	t.list.UpdateItem(row, o)
	var all []string
	for _, c := range o.(*fyne.Container).Objects {
		all = append(all, c.(*line.Line).Text)
	}
	return all
}

// columnOf is the place of a column.
func columnOf(name string) int {
	return slices.IndexFunc(columns, func(c column) bool { return c.name == name })
}

func TestTable_showsEveryFigureWithItsHedge(t *testing.T) {
	pane, _, books := table(t, "en")
	all, err := books.Store.Figures(context.Background(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if got := pane.list.Length(); got != len(all) || got == 0 {
		t.Fatalf("%d rows for %d figures", got, len(all))
	}
	for i, f := range all {
		cell := pane.cells(t, i)[columnOf("quantity")]
		if hedged := f.Bound == data.MoreThan && strings.HasPrefix(cell, "more than"); f.Bound == data.MoreThan && !hedged {
			t.Fatalf("%s stands as %q", f.Text, cell)
		}
	}
}

// TestTable_filter: a facet's value narrows the rows to its count, the others are counted anew, and the chart is told.
func TestTable_filter(t *testing.T) {
	pane, o, _ := table(t, "en")
	options := pane.bar.options(data.ByMeasure)
	first := options[0]
	pane.bar.choose(data.ByMeasure, first.Value)
	if got := fmt.Sprint(pane.list.Length()); got != first.Note {
		t.Errorf("%s rows, counted %s", got, first.Note)
	}
	if got := pane.bar.choices[data.ByMeasure].Text; got != "Measure: "+first.Label {
		t.Errorf("the choice says %q", got)
	}
	again := pane.bar.options(data.ByMeasure)
	if again[0].Label != "All" || len(again) != len(options)+1 {
		t.Errorf("a chosen facet offers %d values of %d, first %q", len(again)-1, len(options), again[0].Label)
	}
	if len(o.filters) != 1 || o.filters[0].Measure != first.Value {
		t.Errorf("told of %v", o.filters)
	}
	pane.bar.words.SetText("no such word anywhere")
	if pane.list.Length() != 0 || !pane.message.Visible() {
		t.Errorf("%d rows, a sentence shows: %v", pane.list.Length(), pane.message.Visible())
	}
	test.Tap(pane.bar.clear)
	if pane.list.Length() != pane.shown.all || pane.message.Visible() || pane.bar.words.Text != "" {
		t.Errorf("after clearing %d of %d rows, words %q", pane.list.Length(), pane.shown.all, pane.bar.words.Text)
	}
}

func TestTable_sort(t *testing.T) {
	pane, _, _ := table(t, "en")
	test.Tap(pane.head.buttons[columnOf("quantity")])
	test.Tap(pane.head.buttons[columnOf("quantity")])
	var last *data.Decimal
	for i := range pane.list.Length() {
		f, ok := pane.row(i)
		if !ok {
			t.Fatal("a row is missing")
		}
		if f.Value == nil {
			continue // ranges stand by their ends
		}
		if last != nil && f.Low == nil && f.Value.Cmp(*last) > 0 {
			t.Fatalf("%s stands after %s", f.Value, last)
		}
		if f.Low == nil {
			last = f.Value
		}
	}
}

// TestTable_choose: a row leads to its figure, by keys too; a figure chosen elsewhere marks its row and tells nothing.
func TestTable_choose(t *testing.T) {
	pane, o, _ := table(t, "zh")
	pane.list.Select(3)
	pane.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if want := []string{pane.shown.ids[3], pane.shown.ids[4]}; !slices.Equal(o.chosen, want) {
		t.Errorf("told of %v, want %v", o.chosen, want)
	}
	pane.Select(pane.shown.ids[40])
	if pane.list.at != 40 || len(o.chosen) != 2 {
		t.Errorf("row %d is marked, told of %d", pane.list.at, len(o.chosen))
	}
	seen := func() bool {
		top := float32(40)*(look.RowHeight()+fynetheme.Padding()) - pane.list.GetScrollOffset()
		return top >= 0 && top < pane.list.Size().Height
	}
	if !seen() {
		t.Errorf("row 40 is out of sight, the list is scrolled to %v", pane.list.GetScrollOffset())
	}
	pane.Reload()
	if !seen() {
		t.Errorf("after a reading row 40 is out of sight, the list is scrolled to %v", pane.list.GetScrollOffset())
	}
	pane.Select("none")
	if len(o.chosen) != 2 {
		t.Errorf("told of %v", o.chosen)
	}
}

func TestTable_export(t *testing.T) {
	pane, o, _ := table(t, "en")
	pane.SetFilter(data.Filter{Measure: "fighters"})
	folder := t.TempDir()
	for i := range exchange.Formats {
		format := &exchange.Formats[i]
		file := filepath.Join(folder, "f"+format.Ending)
		pane.Export(format, file)
		if raw, err := os.ReadFile(file); err != nil || len(raw) == 0 {
			t.Errorf("%s: %d bytes, %v", format.Name, len(raw), err)
		}
	}
	pane.Copy(exchange.Find("csv"))
	text := fyne.CurrentApp().Clipboard().Content()
	if got := strings.Count(text, "\n"); got < pane.list.Length()+1 || !strings.HasPrefix(text, "id,quantity") {
		t.Errorf("%d lines were copied for %d rows", got, pane.list.Length())
	}
	if want := fmt.Sprintf(" %d", pane.list.Length()); len(o.exported) != len(exchange.Formats)+1 || !strings.HasSuffix(o.exported[0], want) {
		t.Errorf("told of %v", o.exported)
	}
}

// many is a source of many figures, which answers when it is let.
type many struct {
	n       int
	asked   [][]string
	waiting []func()
	held    bool
}

func (m *many) run(work func()) {
	if m.held {
		m.waiting = append(m.waiting, work)
		return
	}
	work()
}

func (m *many) answer() {
	w := m.waiting
	m.waiting = nil
	for _, work := range w {
		work()
	}
}

func (m *many) IDs(context.Context, data.Filter, ...data.Order) ([]string, error) {
	ids := make([]string, m.n)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	return ids, nil
}

func (m *many) Rows(_ context.Context, ids []string) ([]data.Figure, error) {
	m.asked = append(m.asked, ids)
	figures := make([]data.Figure, len(ids))
	seven := data.NewDecimal(7000, 0)
	for i, id := range ids {
		figures[i] = data.Figure{ID: id, Edition: "A/99/9@en", Paragraph: id, Measure: "fighters", Quantity: data.Quantity{Value: &seven, Bound: data.MoreThan, Unit: "person"}, Status: data.Found, Confidence: 1}
	}
	return figures, nil
}

func (m *many) Facets(context.Context, data.Filter, ...data.Facet) (map[data.Facet][]data.FacetCount, error) {
	return nil, nil
}
func (m *many) Count(context.Context, data.Filter) (int, error) { return m.n, nil }
func (m *many) Sorted(context.Context, data.Filter, ...data.Order) ([]data.Figure, error) {
	return nil, nil
}
func (m *many) Reports(context.Context) ([]data.Report, error) { return nil, nil }

func manyRows(tb testing.TB, n int) (*Table, *many, fyne.Window) {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	test.NewTempApp(tb).Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(tb, widget.NewLabel(""))
	source := &many{n: n}
	words := translations.For("en")
	pane := NewTable(words, v, source, w, source.run, (&told{}).events(words))
	w.SetContent(pane.Object())
	w.Resize(fyne.NewSize(1000, 600))
	pane.Reload()
	return pane, source, w
}

// TestTable_readsTheScreenOnly: of 100,000 rows those on the screen are read, few are kept, and a page scrolled past
// while another was read is not read at all.
func TestTable_readsTheScreenOnly(t *testing.T) {
	pane, source, w := manyRows(t, 100_000)
	w.Canvas().Capture()
	if len(source.asked) > 2 {
		t.Errorf("%d pages were read for one screen", len(source.asked))
	}
	source.held = true
	before := len(source.asked)
	for row := 10_000; row < 90_000; row += 500 {
		if _, ok := pane.row(row); ok {
			t.Fatalf("row %d is there before it was read", row)
		}
	}
	source.held = false
	source.answer()
	if got := len(source.asked) - before; got != 2 { // the one that was being read, and the last asked for
		t.Errorf("%d pages were read, want 2", got)
	}
	if f, ok := pane.row(89_500); !ok || f.ID != "89500" {
		t.Errorf("the last row asked for is %q", f.ID)
	}
	for row := 0; row < 100_000; row += pageRows {
		pane.row(row)
	}
	if got := len(pane.rows.pages); got > keptPages {
		t.Errorf("%d pages are kept", got)
	}
}

// TestTable_dropsLateAnswers: the answer to a query that is no longer asked changes nothing.
func TestTable_dropsLateAnswers(t *testing.T) {
	pane, source, _ := manyRows(t, 50)
	source.held = true
	pane.SetFilter(data.Filter{Measure: "fighters"})
	first := source.waiting
	pane.SetFilter(data.Filter{Measure: "guards"})
	source.held = false
	for _, work := range slices.Backward(append(first, source.waiting[len(first):]...)) {
		work()
	}
	if got := pane.shown.filter.Measure; got != "guards" {
		t.Errorf("the table shows %q", got)
	}
}

// TestTable_layout: wide, all columns and one line of facets; narrow, the columns that matter most and more lines.
func TestTable_layout(t *testing.T) {
	for width, columns := range map[float32]int{1200: 7, 500: 4} {
		pane, _, w := manyRows(t, 3)
		w.Resize(fyne.NewSize(width, 420))
		visible := 0
		for _, b := range pane.head.buttons {
			if b.Visible() {
				visible++
			}
		}
		if visible != columns {
			t.Errorf("at %v wide %d columns show", width, visible)
		}
		var bottom float32
		for _, o := range pane.bar.facets.Objects {
			if right := o.Position().X + o.Size().Width; right > width {
				t.Errorf("at %v wide a facet ends at %v", width, right)
			}
			bottom = max(bottom, o.Position().Y+o.Size().Height)
		}
		if top := pane.head.object.Position().Y - pane.bar.facets.Position().Y; top < bottom {
			t.Errorf("at %v wide the headings begin at %v, the facets end at %v", width, top, bottom)
		}
		golden.Canvas(t, fmt.Sprintf("table_%v", width), w.Canvas())
	}
}

// BenchmarkTable_scroll: a screen further in 100,000 figures, read and filled in: what the UI goroutine does before the
// toolkit paints.
func BenchmarkTable_scroll(b *testing.B) {
	pane, _, _ := manyRows(b, 100_000)
	row := 0
	for b.Loop() {
		row = (row + 977) % 100_000
		pane.list.ScrollTo(row)
	}
}

// BenchmarkTable_fill: what the UI goroutine does for one row.
func BenchmarkTable_fill(b *testing.B) {
	pane, _, _ := manyRows(b, 100_000)
	o := pane.list.CreateItem()
	o.Resize(fyne.NewSize(1000, 36))
	row := 0
	for b.Loop() {
		row = (row + 7) % 100_000
		pane.list.UpdateItem(row, o)
	}
}
