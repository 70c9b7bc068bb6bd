package reader

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"figurebook.org/figurebook/data"
)

// even gives every rune ten points, so that a table can say where lines break.
func even(text string, _ float32, _ bool) float32 { return 10 * float32(utf8.RuneCountInString(text)) }

func TestBreakLines(t *testing.T) {
	for _, c := range []struct {
		text, figure string
		runes        int
		want         string
	}{
		{"增长6.6%；此后放缓。", "6.6%", 5, "增长|6.6%；|此后放缓。"},
		{"他们说，走了。", "", 3, "他们|说，走|了。"},
		{"面积约为 10,000 km² 上下", "10,000 km²", 11, "面积约为 |10,000 km² |上下"},
		{"more than 7,000 people live here", "more than 7,000 people", 24, "more than 7,000 people |live here"},
		{"the number of 7,000 people", "7,000 people", 16, "the number of |7,000 people"},
	} {
		t.Run(c.text, func(t *testing.T) {
			b := block{text: []rune(c.text), size: 15}
			if at := strings.Index(c.text, c.figure); c.figure != "" {
				start := utf8.RuneCountInString(c.text[:at])
				b.figures = []data.Figure{{Start: start, End: start + utf8.RuneCountInString(c.figure)}}
			}
			var got []string
			for _, s := range breakLines(b, 10*float32(c.runes), even) {
				got = append(got, string(b.text[s[0]:s[1]]))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
}

// long is a report of n paragraphs, each with one figure.
func long(n int) (*data.Report, []data.Figure) {
	r := &data.Report{Title: "A long report", Language: "en"}
	var figures []data.Figure
	for i := range n {
		number := fmt.Sprint(i + 1)
		r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: number, Text: "In the valley live 7,000 people, and they keep bees and goats and tell each other stories."})
		figures = append(figures, data.Figure{ID: "f" + number, Paragraph: number, Start: 19, End: 31, Quantity: data.Quantity{Unit: "person"}})
	}
	return r, figures
}

func shown(t testing.TB, n int, tapped func(string)) *Reader {
	t.Helper()
	r := New(Events{FigureTapped: tapped})
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(640, 600))
	report, figures := long(n)
	r.SetReport(report, figures, "")
	return r
}

// TestReader_objects: the number of live objects does not grow with the report's length.
func TestReader_objects(t *testing.T) {
	test.NewTempApp(t)
	count := func(n int) int {
		r := shown(t, n, nil)
		return len(test.WidgetRenderer(r.page).Objects())
	}
	short, long := count(50), count(3000)
	if short == 0 || long > short+5 {
		t.Errorf("%d objects for 50 paragraphs, %d for 3000", short, long)
	}
}

// TestReader_tap: a tap on a figure's words tells of that figure, and one beside them of none.
func TestReader_tap(t *testing.T) {
	test.NewTempApp(t)
	tapped := ""
	r := shown(t, 40, func(id string) { tapped = id })
	id, at := r.FirstFigure()
	if id != "f1" {
		t.Fatalf("the first figure is %q", id)
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)
	r.page.Tapped(&fyne.PointEvent{Position: at.Subtract(origin)})
	if tapped != "f1" {
		t.Errorf("tapped %q", tapped)
	}
	tapped = ""
	r.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if tapped != "" {
		t.Errorf("a tap beside the text told of %q", tapped)
	}
}

// TestReader_Select: a figure far below comes into view.
func TestReader_Select(t *testing.T) {
	test.NewTempApp(t)
	r := shown(t, 500, nil)
	r.Select("f400")
	found := false
	for _, l := range r.visible() {
		found = found || r.all[l.block].paragraph == "400"
	}
	if !found {
		t.Errorf("paragraph 400 is not in view at %v", r.scroll.Offset)
	}
}

func BenchmarkLayout(b *testing.B) {
	test.NewTempApp(b)
	report := &data.Report{Title: "长报告", Language: "zh"}
	for i := range 800 {
		report.Paragraphs = append(report.Paragraphs, data.Paragraph{Number: fmt.Sprint(i), Text: strings.Repeat("河谷里住着大约 6.5 万人，他们养蜂、放羊，也给彼此讲故事。", 5)})
	}
	all := blocks(report, nil, "")
	for b.Loop() {
		lay(all, 580, 1.75, cached())
	}
}
