package reader

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/editions"
)

// even gives every rune the width of one, so that a table can say where lines break.
func even(text string, _ bool) float32 { return float32(utf8.RuneCountInString(text)) }

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
		{"gap of 7,000 people.", "7,000 people", 12, "gap of 7,000 |people."},
		{"约7 000名儿童住在那里", "7 000名儿童", 6, "约7 000|名儿童住在那|里"},
		{"the number of 7,000 people", "7,000 people", 16, "the number of |7,000 people"},
	} {
		t.Run(c.text, func(t *testing.T) {
			b := block{text: []rune(c.text), words: c.text}
			if at := strings.Index(c.text, c.figure); c.figure != "" {
				start := utf8.RuneCountInString(c.text[:at])
				b.figures = []data.Figure{{Start: start, End: start + utf8.RuneCountInString(c.figure)}}
			}
			var got []string
			from := 0
			for _, to := range breakLines(&b, float32(c.runes), even) {
				got = append(got, string(b.text[from:to]))
				from = to
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
	r := New(0, Events{FigureTapped: tapped})
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(640, 600))
	report, figures := long(n)
	r.Set(Text{Report: report, Figures: figures})
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

// TestReader_footnote: a footnote's mark is set raised, is not parted from its word, and its note shows under the pointer.
func TestReader_footnote(t *testing.T) {
	test.NewTempApp(t)
	r := New(0, Events{})
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(640, 600))
	report := &data.Report{Title: "Valley", Language: "zh", Paragraphs: []data.Paragraph{{Number: "1", Text: "河谷里住着一些人。5他们养蜂。"}}, Footnotes: []data.Footnote{{Number: 5, Paragraph: "1", Start: 9, End: 10, Text: "见上文。"}}}
	r.Set(Text{Report: report, Notes: "Notes"})
	var sizes []float32
	for _, o := range test.WidgetRenderer(r.page).Objects() {
		if x, ok := o.(*canvas.Text); ok && x.Text == "5" {
			sizes = append(sizes, x.TextSize)
		}
	}
	if len(sizes) != 2 || sizes[0] > 0.7*UsualSize {
		t.Errorf("the mark and the note's number are set in %v", sizes)
	}
	for _, l := range r.lines {
		if b := r.all[l.block]; b.paragraph == "1" {
			pos, size := r.box(l, 9, 10)
			if got, _ := r.tipAt(pos.AddXY(size.Width/2, 4)); got != "5  见上文。" {
				t.Errorf("over the mark stands %q", got)
			}
		}
	}
	if b := r.all[1]; !unbroken(&b, 100, even)[9] {
		t.Error("a line may break before the mark")
	}
}

// TestReader_selection: words that were dragged over are copied as they are printed, with their paragraphs.
func TestReader_selection(t *testing.T) {
	test.NewTempApp(t)
	r := shown(t, 5, nil)
	place := func(paragraph string, at int) fyne.Position {
		for _, l := range r.lines {
			if r.all[l.block].paragraph == paragraph && l.from <= at && at < l.to {
				pos, size := r.box(l, at, at+1)
				return pos.AddXY(size.Width/4, size.Height/2)
			}
		}
		t.Fatalf("no place %d in %s", at, paragraph)
		return fyne.Position{}
	}
	drag := func(from, to fyne.Position) {
		r.page.pressed = time.Time{}
		r.page.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
		r.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	}
	drag(place("2", 19), place("2", 31))
	s, ok := r.Selected()
	if !ok || s.Text != "7,000 people" || s.Start != 19 || s.End != 31 || len(s.Paragraphs) != 1 || s.Paragraphs[0] != "2" {
		t.Errorf("marked %+v", s)
	}
	drag(place("3", 10), place("2", 25)) // upwards
	s, _ = r.Selected()
	if !strings.HasPrefix(s.Text, "people, and") || !strings.HasSuffix(s.Text, "\nIn the val") || len(s.Paragraphs) != 2 || s.End != 0 {
		t.Errorf("marked %+v", s)
	}
	r.page.TappedSecondary(&fyne.PointEvent{Position: place("4", 4)})
	if again, _ := r.Selected(); again.Text != s.Text {
		t.Errorf("the context menu changed the selection to %q", again.Text)
	}
	r.selection = selection{}
	r.page.TappedSecondary(&fyne.PointEvent{Position: place("4", 8)})
	if s, _ := r.Selected(); s.Text != "valley" {
		t.Errorf("the context menu is of %q", s.Text)
	}
}

// TestReader_Find: hits are found whatever their case and width, shown one after another, and around again.
func TestReader_Find(t *testing.T) {
	test.NewTempApp(t)
	r := shown(t, 40, nil)
	if n := r.Find("ＢＥＥＳ"); n != 40 {
		t.Fatalf("%d hits", n)
	}
	for range 39 {
		r.FindNext(true)
	}
	if n, of := r.Hit(); n != 40 || of != 40 {
		t.Errorf("hit %d of %d", n, of)
	}
	if n, _ := r.FindNext(true); n != 1 {
		t.Errorf("after the last comes %d", n)
	}
	if n, _ := r.FindNext(false); n != 40 {
		t.Errorf("before the first comes %d", n)
	}
	if n := r.Find("owls"); n != 0 {
		t.Errorf("%d owls", n)
	}
}

// TestReader_beside: paragraphs that belong together begin at one height, whatever stands only in one edition.
func TestReader_beside(t *testing.T) {
	test.NewTempApp(t)
	a, _ := long(3)
	b := &data.Report{Title: "Un rapport", Language: "fr", Paragraphs: []data.Paragraph{
		{Number: "1", Text: strings.Repeat("Dans la vallée vivent sept mille personnes. ", 9)}, {Number: "u1", Text: "Seulement ici."}, {Number: "2", Text: "Deux."}, {Number: "3", Text: "Trois."},
	}}
	r := New(0, Events{})
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(1200, 600))
	r.Set(Text{Report: a})
	r.SetBeside(Text{Report: b}, editions.Align(a, b), nil)
	tops := map[int]map[string]float32{0: {}, 1: {}}
	last := float32(0)
	for _, l := range r.lines {
		if l.top < last {
			t.Fatal("lines are not in the order of their height")
		}
		last = l.top
		if k := r.all[l.block]; l.first {
			tops[k.column][k.paragraph] = l.top
		}
	}
	for _, p := range []string{"1", "2", "3"} {
		if tops[0][p] != tops[1][p] || tops[0][p] == 0 {
			t.Errorf("paragraph %s begins at %v and %v", p, tops[0][p], tops[1][p])
		}
	}
	if tops[1]["u1"] <= tops[1]["1"] || tops[1]["u1"] >= tops[1]["2"] {
		t.Errorf("what stands in one edition only begins at %v", tops[1]["u1"])
	}
}

// TestReader_SetSize keeps the paragraph at the top where it is.
func TestReader_SetSize(t *testing.T) {
	test.NewTempApp(t)
	r := shown(t, 200, nil)
	r.ScrollTo("120")
	r.SetSize(22)
	if r.top != "120" || r.scroll.Offset.Y == 0 {
		t.Errorf("at the top stands %s", r.top)
	}
}

// TestLay_lineWidth holds lines to 28 to 36 Han and 60 to 75 Latin letters on a wide pane.
func TestLay_lineWidth(t *testing.T) {
	test.NewTempApp(t)
	for language, want := range map[string][2]int{"zh": {28, 36}, "en": {60, 75}} {
		text := strings.Repeat("河谷里住着一些人他们养蜂放羊也给彼此讲故事", 20)
		if language == "en" {
			text = strings.Repeat("The people of the valley keep bees and goats, and in the evening they tell each other stories. ", 20)
		}
		r := New(0, Events{})
		w := test.NewWindow(r)
		w.Resize(fyne.NewSize(1600, 600))
		r.Set(Text{Report: &data.Report{Title: "x", Language: language, Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}})
		total := 0
		lines := 0
		for _, l := range r.lines {
			if r.all[l.block].paragraph == "1" && l.to < len(r.all[l.block].text) {
				total += l.to - l.from
				lines++
			}
		}
		if mean := total / lines; mean < want[0] || mean > want[1] {
			t.Errorf("%s: %d letters a line, want %d to %d", language, mean, want[0], want[1])
		}
		w.Close()
	}
}

// wide is a report of n paragraphs of the usual length.
func wide(n int, language string) []block {
	report := &data.Report{Title: "Long", Language: language}
	for i := range n {
		text := strings.Repeat(fmt.Sprintf("河谷里住着大约 6.5 万人，他们养蜂、放羊，也给彼此讲故事%d。", i), 5)
		if language == "en" {
			text = strings.Repeat(fmt.Sprintf("The %d people of the valley keep bees, and in the evening they tell each other stories. ", i), 6)
		}
		report.Paragraphs = append(report.Paragraphs, data.Paragraph{Number: fmt.Sprint(i), Text: text})
	}
	return blocks(Text{Report: report})
}

// BenchmarkLay lays out 2,000 paragraphs, none of whose words was measured before: under 300 ms is wanted.
func BenchmarkLay(b *testing.B) {
	test.NewTempApp(b)
	for _, language := range []string{"zh", "en"} {
		b.Run(language, func(b *testing.B) {
			all := wide(2000, language)
			for b.Loop() {
				lay(all, []column{{width: 560, pitch: pitch(language)}}, UsualSize, measured)
			}
		})
	}
}

// TestMeasure: the sum of the advances of letters is what the toolkit says of a text.
func TestMeasure(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	for _, text := range []string{"The people of the valley (65,000) keep bees.", "河谷里住着大约 6.5 万人，他们养蜂、放羊。", "AVAToWa fi ffl", "Ünïcödé – “quoted” 7 000", "龘 is rare", ""} {
		for _, bold := range []bool{false, true} {
			want := fyne.MeasureText(text, measuredAt, fyne.TextStyle{Bold: bold}).Width / measuredAt
			if got := measured(text, bold); got < want-0.01 || got > want+0.01 {
				t.Errorf("%q, bold %v: %v, the toolkit says %v", text, bold, got, want)
			}
		}
	}
}
