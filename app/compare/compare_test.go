package compare

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// pane is a comparison of the built-in edition's figures, and what it told.
type pane struct {
	*Compare
	tapped, said []string
	saved        map[string]charts.Spec
	copied       []byte
	uncopied     error // why nothing can be copied
	waiting      []func()
	held         bool
}

func open(tb testing.TB, language string) *pane {
	tb.Helper()
	books, err := library.Open(context.Background(), filepath.Join(tb.TempDir(), "a.db"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { books.Close() })
	figures, err := books.Figures(context.Background(), data.Filter{})
	if err != nil {
		tb.Fatal(err)
	}
	reports, err := books.Reports(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	test.NewTempApp(tb).Settings().SetTheme(theme.New(theme.Light))
	w := test.NewTempWindow(tb, widget.NewLabel(""))
	p := &pane{saved: map[string]charts.Spec{}}
	words := translations.For(language)
	run := func(work func()) {
		if p.held {
			p.waiting = append(p.waiting, work)
			return
		}
		work()
	}
	p.Compare = New(words, books.Words, w, run, Events{
		MarkTapped: func(id string) { p.tapped = append(p.tapped, id) },
		Sentence:   func(err error) string { return library.Sentence(err, words) },
		Said:       func(s string) { p.said = append(p.said, s) },
		Save:       func(name string, spec charts.Spec) { p.saved[name] = spec },
		Reports:    func() []data.Report { return reports },
		Copy: func(png []byte) error {
			p.copied = png
			return p.uncopied
		},
	})
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(620, 700))
	p.SetReport("S/2021/98", "S/2021/98@"+words.Short())
	p.SetFigures(figures)
	return p
}

func TestCompare_choices(t *testing.T) {
	p := open(t, "en")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place"} })
	c := p.Chart()
	if c == nil || c.Spec.Report != "S/2021/98" || !p.controls.scheme.Hidden {
		t.Fatalf("the chart is %+v, regions are asked for: %v", p.shown.err, !p.controls.scheme.Hidden)
	}
	p.change(func(s *charts.Spec) { s.By = "region" })
	if p.controls.scheme.Hidden || p.controls.by.Text != "by region" {
		t.Errorf("by region: the scheme is hidden: %v, the choice says %q", p.controls.scheme.Hidden, p.controls.by.Text)
	}
	p.change(func(s *charts.Spec) { s.By = "report" })
	if c := p.Chart(); c == nil || c.Spec.Report != "" || p.controls.reports.Text != "All reports" {
		t.Errorf("over reports only %q is compared", p.controls.reports.Text)
	}
	why := 0
	for _, o := range p.controls.kindOptions() {
		if strings.Contains(o.Label, ": ") {
			why++
		}
	}
	if why == 0 {
		t.Error("no kind is said not to suit, though a slope needs two dates")
	}
}

// TestCompare_refuses: what cannot be drawn is a sentence in the chart's place, and the choices stay.
func TestCompare_refuses(t *testing.T) {
	p := open(t, "zh")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place", Place: "Andorra"} })
	if p.Chart() != nil || !p.message.Visible() || p.message.Text == "" || len(p.rows.marks) != 0 {
		t.Errorf("shown: %v, %q, %d rows", p.Chart() != nil, p.message.Text, len(p.rows.marks))
	}
	p.change(func(s *charts.Spec) { s.Place = "" })
	if p.Chart() == nil || p.message.Visible() {
		t.Errorf("after the place was cleared: %q", p.message.Text)
	}
}

// hover moves the pointer to the middle of a mark.
func (p *pane) hover(i int) fyne.Position {
	at, size := p.picture.box(p.Chart().Marks[i])
	pos := at.AddXY(size.Width/2, size.Height/2)
	p.picture.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
	return pos
}

// TestCompare_hover: over a mark its value stands with its hedge, its date, its source and its sentence, and the chart is
// not drawn anew; a tap leads to the sentence.
func TestCompare_hover(t *testing.T) {
	p := open(t, "en")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place"} })
	drawn := p.request
	for i, m := range p.Chart().Marks {
		pos := p.hover(i)
		f, _ := p.find(m.Figure)
		for _, part := range []string{m.Text, charts.Cite(f, p.words), f.Sentence[:20]} {
			if !p.picture.tip.Visible() || !strings.Contains(p.picture.tip.Text, part) {
				t.Errorf("over mark %d the tip is %q, lacks %q", i, p.picture.tip.Text, part)
			}
		}
		if right := p.picture.tip.Position().X + p.picture.tip.Size().Width; right > p.picture.Size().Width {
			t.Errorf("the tip ends at %v of %v", right, p.picture.Size().Width)
		}
		for k, other := range p.Chart().Marks {
			at, size := p.picture.box(other)
			middle := at.AddXY(size.Width/2, size.Height/2)
			dimmed := slices.ContainsFunc(p.picture.veil[:], func(v *canvas.Rectangle) bool {
				from, to := v.Position(), v.Position().Add(v.Size())
				return v.Visible() && middle.X >= from.X && middle.X < to.X && middle.Y >= from.Y && middle.Y < to.Y
			})
			if dimmed != (k != i) {
				t.Errorf("over mark %d, mark %d is dimmed: %v", i, k, dimmed)
			}
		}
		p.picture.Tapped(&fyne.PointEvent{Position: pos})
		if got := p.tapped[len(p.tapped)-1]; got != m.Figure {
			t.Errorf("a tap on %s leads to %s", m.Figure, got)
		}
	}
	p.picture.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1, 1)}})
	if p.picture.tip.Visible() || p.picture.frame.Visible() || p.request != drawn {
		t.Errorf("beside the marks a tip shows: %v; drawn %d times more", p.picture.tip.Visible(), p.request-drawn)
	}
}

// TestCompare_height: lines grow into a high view, a chart a little too high for its view is set to fit it, and no chart loses
// what it shows.
func TestCompare_height(t *testing.T) {
	p := open(t, "en")
	q := query{spec: charts.Spec{Measure: "fighters", By: "report", Place: "Iraq and Syrian Arab Republic", Kind: charts.Lines, Language: "en", Width: 600}, figures: p.figures, pixels: 1}
	natural := load(q, p.v).chart
	for _, c := range []struct{ height, want float64 }{{0, natural.Height}, {2000, 450}, {natural.Height - 20, natural.Height - 20}, {natural.Height / 2, natural.Height}} {
		q.height = c.height
		m := load(q, p.v)
		if got := m.chart.Height; got < c.want-1 || got > c.want+1 && natural.Height < c.want {
			t.Errorf("in a view %.0f high the chart is %.0f high, want %.0f", c.height, got, c.want)
		}
		if len(m.chart.Marks) != len(natural.Marks) {
			t.Errorf("in a view %.0f high it has %d marks of %d", c.height, len(m.chart.Marks), len(natural.Marks))
		}
	}
}

// TestCompare_follow: the chart compares the figures that the table shows, and says so.
func TestCompare_follow(t *testing.T) {
	p := open(t, "en")
	var ids []string
	for _, f := range p.figures {
		if f.Measure == "funding_gap" && f.Language == "en" {
			ids = append(ids, f.ID)
		}
	}
	p.SetTable(data.Filter{Measure: "funding_gap"}, ids)
	if p.Chart().Spec.Measure == "funding_gap" {
		t.Error("the chart follows without being told to")
	}
	p.controls.follow.SetChecked(true)
	p.SetTable(data.Filter{Measure: "funding_gap"}, ids[:1])
	if c := p.Chart(); c == nil || c.Spec.Measure != "funding_gap" || len(c.Figures) != 1 || c.Figures[0].ID != ids[0] {
		t.Errorf("it shows %v", p.shown.err)
	}
	if !strings.Contains(p.made.Whole(), "As in the table") {
		t.Errorf("how it was made: %q", p.made.Whole())
	}
}

func TestCompare_tableAndHowMade(t *testing.T) {
	p := open(t, "en")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place"} })
	if got := p.rows.Length(); got != len(p.Chart().Marks) {
		t.Fatalf("%d rows for %d marks", got, len(p.Chart().Marks))
	}
	for i, m := range p.Chart().Marks {
		if cells := p.rows.cells(m); cells[1] != m.Text || cells[2] == "" {
			t.Errorf("row %d is %q", i, cells)
		}
		if f, _ := p.find(m.Figure); !strings.Contains(p.made.Whole(), f.Sentence) {
			t.Errorf("how it was made lacks the sentence of %s", m.Text)
		}
	}
	p.rows.Select(0)
	if len(p.tapped) != 1 || p.tapped[0] != p.Chart().Marks[0].Figure {
		t.Errorf("a row leads to %v", p.tapped)
	}
}

// TestCompare_file: a chart that was written is opened again from the file as it was, whatever was compared since.
func TestCompare_file(t *testing.T) {
	p := open(t, "en")
	p.Open(charts.Spec{Measure: "fighters", By: "report", Place: "Iraq and Syrian Arab Republic"})
	was := p.Chart()
	file := filepath.Join(t.TempDir(), "chart.png")
	p.Export(file, "png", was.Spec, 1)
	if _, err := os.Stat(file); err != nil || len(p.said) != 1 {
		t.Fatalf("written: %v, said %q", err, p.said)
	}
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "guards", By: "date"} })
	p.OpenFile(file)
	if now := p.Chart(); now == nil || now.Spec.Measure != "fighters" || now.Spec.By != "report" || len(now.Marks) != len(was.Marks) || now.Spec.Width == 0 {
		t.Errorf("opened again: %+v", p.shown.err)
	}
	if err := os.WriteFile(file, []byte("no chart"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.OpenFile(file)
	if p.window.Canvas().Overlays().Top() == nil || p.Chart().Spec.Measure != "fighters" {
		t.Error("a file without a chart is not told of, or changed the chart")
	}
}

// TestCompare_formats: each format of charts/export has a name in the dialog.
func TestCompare_formats(t *testing.T) {
	for _, f := range export.Formats {
		if !translations.For("en").Has("compare.format." + f) {
			t.Errorf("the format %s has no name", f)
		}
	}
}

// TestCompare_late: a chart that was drawn late does not take the place of a newer one.
func TestCompare_late(t *testing.T) {
	p := open(t, "en")
	p.held = true
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place"} })
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "guards", By: "date"} })
	p.held = false
	for _, work := range slices.Backward(p.waiting) {
		work()
	}
	if got := p.Chart().Spec.Measure; got != "guards" {
		t.Errorf("the chart is of %s", got)
	}
}

// BenchmarkCompare_switch: from one comparison to the next, drawn for the window.
func BenchmarkCompare_switch(b *testing.B) {
	p := open(b, "en")
	specs := []charts.Spec{{Measure: "fighters", By: "place"}, {Measure: "fighters", By: "report"}, {Measure: "camp_population", By: "place"}}
	i := 0
	for b.Loop() {
		p.change(func(s *charts.Spec) { *s = specs[i%len(specs)] })
		i++
	}
}

// BenchmarkCompare_hover: from one mark to the next.
func BenchmarkCompare_hover(b *testing.B) {
	p := open(b, "en")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "place"} })
	i := 0
	for b.Loop() {
		i++
		p.hover(i % len(p.Chart().Marks))
	}
}

// TestCompare_copy: what is copied is the chart shown, in the colours of a page, and gives its choices back; that nothing can
// be copied is told with what else to do.
func TestCompare_copy(t *testing.T) {
	p := open(t, "zh")
	p.change(func(s *charts.Spec) { *s = charts.Spec{Measure: "fighters", By: "region", Theme: "dark"} })
	p.Copy()
	specs, err := export.ReadSpecs(p.copied)
	if err != nil || len(specs) != 1 || specs[0].By != "region" || specs[0].Theme != "light" || specs[0].Width != p.Chart().Width {
		t.Errorf("the picture gives back %+v: %v", specs, err)
	}
	if len(p.said) != 1 || !strings.Contains(p.said[0], "剪贴板") {
		t.Errorf("said: %q", p.said)
	}
	p.uncopied = &data.Fault{Kind: data.NoClipboard, Detail: "no display"}
	p.Copy()
	if sentence := p.events.Sentence(p.uncopied); len(p.said) != 1 || !strings.Contains(sentence, "no display") || !strings.Contains(sentence, "导出图表") {
		t.Errorf("said: %q; the sentence is %q", p.said, sentence)
	}
}

// TestCompare_editions: two editions are laid side by side with all their figures; a tap tells both statements; from there
// another way of comparing begins with a measure.
func TestCompare_editions(t *testing.T) {
	p := open(t, "zh")
	var both [2]string
	p.events.BothTapped = func(figure, other string) { both = [2]string{figure, other} }
	p.change(func(s *charts.Spec) { p.compareBy(s, charts.Editions) })
	c := p.Chart()
	if c == nil || c.Spec.Measure != charts.AnyMeasure || c.Spec.Report != "S/2021/98" || len(c.Marks) < 80 {
		t.Fatalf("drawn: %+v", p.shown.err)
	}
	p.Compare.tapped(c.Marks[0])
	if both[0] != c.Marks[0].Figure || both[1] != c.Marks[1].Figure {
		t.Errorf("a tap tells %v", both)
	}
	if tip := strings.Join(p.tipLines(c.Marks[0]), "\n"); !strings.Contains(tip, c.Figures[0].Sentence[:20]) || !strings.Contains(tip, c.Figures[1].Sentence[:20]) {
		t.Errorf("the tip says %q", tip)
	}
	p.change(func(s *charts.Spec) { p.compareBy(s, "place") })
	if c := p.Chart(); c == nil || c.Spec.Measure == charts.AnyMeasure {
		t.Errorf("by place is drawn %+v, %v", p.spec, p.shown.err)
	}
}
