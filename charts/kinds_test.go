package charts

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts/raster"
	"figurebook.org/figurebook/data"
)

// stated is a figure with what the kinds need to tell it from others.
func stated(id, place, asOf, report string, q data.Quantity) data.Figure {
	if q.Unit == "" {
		q.Unit = "person"
	}
	if q.Bound == "" {
		q.Bound = data.Exact
	}
	f := data.Figure{ID: id, Report: &report, Edition: report + "@en", Language: "en", Paragraph: "4", Measure: "fighters", Place: &place, Region: "Africa", Confidence: 1, Quantity: q}
	if asOf != "" {
		f.AsOf = &asOf
	}
	return f
}

// overTime are two lines over four reports: one with a gap, one known at second hand at its end.
func overTime() []data.Figure {
	var all []data.Figure
	for i, asOf := range []string{"2019-06", "2019-12", "2020-06", "2020-12"} {
		report := fmt.Sprintf("S/2020/%d", 10+i)
		period := []string{"2019-H1", "2019-H2", "2020-H1", "2020-H2"}[i]
		mali := stated("mali"+asOf, "Mali", asOf, report, data.Quantity{Value: decimal(int64(1000 + 500*i)), Bound: data.About, Hedge: "about"})
		mali.Period = period
		all = append(all, mali)
		if i != 2 {
			niger := stated("niger"+asOf, "Niger", asOf, report, data.Quantity{Low: decimal(300), High: decimal(int64(400 + 100*i)), Bound: data.Range})
			niger.Period, niger.Region = period, "Asia"
			if publisher := "press.example"; i == 3 {
				niger.Known, niger.Source = "second_hand", &publisher
			}
			all = append(all, niger)
		}
	}
	return all
}

// parts are a total of about 11,000 and four parts of it.
func parts() []data.Figure {
	total := stated("total", "Mali", "2020-11", "S/2020/9", data.Quantity{Value: decimal(11000), Bound: data.About, Hedge: "about"})
	total.Counted = "men"
	all := []data.Figure{total}
	for i, n := range []int64{5000, 1600, 1700, 2500} {
		p := stated(fmt.Sprint("part", i), "Mali", "2020-11", "S/2020/9", data.Quantity{Value: decimal(n), Bound: []data.Bound{data.About, data.Exact, data.Exact, data.About}[i]})
		p.PartOf, p.Counted, p.Start = "total", []string{"Malians", "Nigeriens", "Chadians", "others"}[i], i
		all = append(all, p)
	}
	return all
}

// samples are a Spec and figures for each kind.
func samples() map[Kind]struct {
	Spec
	figures []data.Figure
} {
	two := overTime()[:0:0]
	for _, f := range overTime() {
		if strings.HasSuffix(f.ID, "2019-06") || strings.HasSuffix(f.ID, "2020-12") {
			two = append(two, f)
		}
	}
	regions := every()
	for i := range regions[:4] {
		regions[i].Region = "Asia"
	}
	type sample = struct {
		Spec
		figures []data.Figure
	}
	return map[Kind]sample{
		Dots:      {Spec{By: "region"}, regions},
		Bars:      {Spec{By: "place"}, overTime()},
		Stack:     {Spec{By: "place"}, parts()},
		Lines:     {Spec{By: "report"}, overTime()},
		Slope:     {Spec{By: "date"}, two},
		Timeline:  {Spec{By: "date"}, regions},
		Multiples: {Spec{By: "period"}, overTime()},
		Table:     {Spec{By: "group"}, every()},
	}
}

func each(t *testing.T, do func(t *testing.T, c *Chart, spec Spec, figures []data.Figure)) {
	t.Helper()
	for _, kind := range Kinds {
		s := samples()[kind]
		for _, language := range []string{"en", "zh"} {
			for _, size := range Sizes {
				spec := s.Spec
				spec.Kind, spec.Measure, spec.Language, spec.Size = kind, "fighters", language, size
				t.Run(strings.Join([]string{string(kind), language, size}, " "), func(t *testing.T) {
					c, err := Build(spec, s.figures, words(t))
					if err != nil {
						t.Fatal(err)
					}
					do(t, c, spec, s.figures)
				})
			}
		}
	}
}

// collisions are the pairs of texts of a chart that cover each other, and the texts that leave the page.
func collisions(c *Chart) []string {
	type placed struct {
		text                     string
		left, top, right, bottom float64
	}
	var all []placed
	var found []string
	for _, i := range c.items {
		if i.form != inscription {
			continue
		}
		x, y := i.at[0].x, i.at[0].y
		p := placed{i.text, x + 0.5, y - 0.62*i.size, x + textWidth(i.text, i.size, i.bold) - 0.5, y}
		if p.left < 0 || p.right > c.Width || p.top < 0 || p.bottom > c.Height {
			found = append(found, fmt.Sprintf("%q leaves the page", p.text))
		}
		for _, o := range all {
			if p.left < o.right && p.right > o.left && p.top < o.bottom && p.bottom > o.top {
				found = append(found, fmt.Sprintf("%q covers %q", p.text, o.text))
			}
		}
		all = append(all, p)
	}
	return found
}

// TestKinds: in every kind, language and size each figure has a mark whose place leads to it, its words are said, no words
// cover others or leave the page, and the same bytes come out twice.
func TestKinds(t *testing.T) {
	each(t, func(t *testing.T, c *Chart, spec Spec, figures []data.Figure) {
		for _, problem := range collisions(c) {
			t.Error(problem)
		}
		alt := c.AltText()
		for _, m := range c.Marks {
			if !strings.Contains(alt, m.Text) {
				t.Errorf("the alternative text does not say %q", m.Text)
			}
			if m.Left >= m.Right || m.Top >= m.Bottom || m.Left < 0 || m.Right > 1 || m.Top < 0 || m.Bottom > 1 {
				t.Errorf("the mark of %s stands at %v–%v, %v–%v", m.Figure, m.Left, m.Right, m.Top, m.Bottom)
			}
			if m.Derived != (m.Figure == "") {
				t.Errorf("a mark without a figure is derived, and none else: %+v", m)
			}
		}
		if drawn := len(c.Figures); drawn == 0 || c.Spec.Kind != Timeline && drawn != len(figures) {
			t.Errorf("%d of %d figures drawn", drawn, len(figures))
		}
		again, err := Build(spec, figures, words(t))
		if err != nil {
			t.Fatal(err)
		}
		var one, two bytes.Buffer
		if err := errors.Join(c.WritePNG(&one, 96), again.WritePNG(&two, 96)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Error("the same chart gave other bytes")
		}
	})
}

// TestLongLabels: labels of 300 characters take three lines at most and cover nothing; they stand whole in a table and in the
// alternative text.
func TestLongLabels(t *testing.T) {
	long := map[string]string{
		"words": strings.TrimSpace(strings.Repeat("Upper valley or lower valley, ", 10)),
		"one":   strings.Repeat("Abcdefghij", 30),
		"Han":   strings.Repeat("上游河谷和下游河谷，", 30),
	}
	for name, label := range long {
		for _, kind := range []Kind{Dots, Bars, Table} {
			t.Run(name+" "+string(kind), func(t *testing.T) {
				figures := every()
				figures[0].Place = &label
				c, err := Build(Spec{Kind: kind, Measure: "fighters", By: "place", Language: "zh"}, figures, words(t))
				if err != nil {
					t.Fatal(err)
				}
				for _, problem := range collisions(c) {
					t.Error(problem)
				}
				all := ""
				for _, i := range c.items {
					all += i.text
				}
				squeezed := func(s string) string { return strings.ReplaceAll(s, " ", "") }
				if whole := strings.Contains(squeezed(all), squeezed(label)); whole != (kind == Table) {
					t.Errorf("the label is there whole: %v", whole)
				}
				if kind != Table && !strings.Contains(all, "…") {
					t.Error("a label cut has no ellipsis")
				}
				if !strings.Contains(c.AltText(), label) {
					t.Error("the alternative text lacks the label")
				}
			})
		}
	}
}

// TestHedges: no two hedges look alike, the same number stated: "nearly" is not "fewer than", "more than" not "at least".
func TestHedges(t *testing.T) {
	pictures := map[string]*image.RGBA{}
	for _, h := range hedges {
		for _, upright := range []bool{false, true} {
			s := &sheet{em: 10, Palette: palettes["print"]}
			at := func(v float64) float64 { return v }
			from := 30.0
			if h.Bound == data.Range || h.Bound == data.Indefinite {
				from = 10
			}
			s.hedged(h.Quantity, plotting{at: at, upright: upright}, from, 30, 30, 4.5, 0, s.Ink)
			canvas := raster.New(60, 60, 2, s.Page)
			for _, i := range s.items {
				i.draw(canvas, 60, nil)
			}
			pictures[fmt.Sprint(h.kind, upright)] = canvas.Image
		}
	}
	for a, x := range pictures {
		for b, y := range pictures {
			if a < b && strings.HasSuffix(a, "true") == strings.HasSuffix(b, "true") && differing(x, y, 64) < 30 {
				t.Errorf("%s and %s look alike", a, b)
			}
		}
	}
}

// differing is how many pixels of two pictures of one size differ by more than a tolerance in some colour.
func differing(a, b *image.RGBA, tolerance int) int {
	n := 0
	for i := 0; i+3 < len(a.Pix); i += 4 {
		for k := range 3 {
			if d := int(a.Pix[i+k]) - int(b.Pix[i+k]); d > tolerance || d < -tolerance {
				n++
				break
			}
		}
	}
	return n
}

// TestRaster: the fast canvas draws what gonum's draws.
func TestRaster(t *testing.T) {
	for kind, s := range samples() {
		spec := s.Spec
		spec.Kind, spec.Measure, spec.Language = kind, "fighters", "zh"
		c, err := Build(spec, s.figures, words(t))
		if err != nil {
			t.Fatal(err)
		}
		slow := vgimg.NewWith(vgimg.UseWH(vg.Length(c.Width), vg.Length(c.Height)), vgimg.UseDPI(144))
		c.Draw(slow, "")
		want, ok := slow.Image().(*image.RGBA)
		got := c.Image(2, "").(*image.RGBA)
		if !ok || want.Rect.Dx() != got.Rect.Dx() {
			t.Fatalf("%s: %v and %v", kind, slow.Image().Bounds(), got.Rect)
		}
		rows := min(want.Rect.Dy(), got.Rect.Dy()) // they round the height differently
		want, got = want.SubImage(image.Rect(0, 0, want.Rect.Dx(), rows)).(*image.RGBA), got.SubImage(image.Rect(0, 0, got.Rect.Dx(), rows)).(*image.RGBA)
		if share := float64(differing(want, got, 100)) / float64(rows*got.Rect.Dx()); share > 0.02 {
			t.Errorf("%s: %.1f %% of the pixels differ", kind, 100*share)
		}
	}
}

// TestStack: the sum of the parts is derived, carries what was added, and is compared with the total as stated.
func TestStack(t *testing.T) {
	c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, parts(), words(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Spec.Kind != Stack {
		t.Fatalf("a total and its parts are proposed as %s", c.Spec.Kind)
	}
	sum := c.Marks[len(c.Marks)-1]
	if !sum.Derived || sum.To != 10800 || sum.Quantity.Bound != data.About || len(sum.Parts) != 4 || sum.Parts[0] != "part0" {
		t.Errorf("the sum is %+v", sum)
	}
	if !c.Marks[0].Total || c.Marks[0].Figure != "total" {
		t.Errorf("first stands %+v, not the total", c.Marks[0])
	}
	if !strings.Contains(c.AltText(), "The parts add up to about 10,800; the total is stated as about 11,000.") {
		t.Errorf("nothing says how the parts stand to the total: %s", c.AltText())
	}
	mixed := parts()
	mixed[2].Quantity = data.Quantity{Value: decimal(1600), Bound: data.LessThan, Unit: "person"}
	mixed[3].Quantity = data.Quantity{Value: decimal(1700), Bound: data.MoreThan, Unit: "person"}
	if c, err = Build(Spec{Kind: Stack, Measure: "fighters", By: "place", Language: "en"}, mixed, words(t)); err != nil {
		t.Fatal(err)
	}
	if last := c.Marks[len(c.Marks)-1]; last.Derived || !strings.Contains(c.AltText(), "cannot be added") {
		t.Errorf("what cannot be added was: %+v", last)
	}
}

// TestLines_joined: gaps stay open, and so do breaks.
func TestLines_joined(t *testing.T) {
	c, err := Build(Spec{Kind: Lines, Measure: "fighters", By: "report", Language: "en"}, overTime(), words(t))
	if err != nil {
		t.Fatal(err)
	}
	joined := map[string]bool{}
	all := make([]int, len(c.Marks))
	for i := range all {
		all[i] = i
	}
	for _, line := range c.seriesPoints(all) {
		for n := 1; n < len(line); n++ {
			joined[c.Marks[line[n]].Figure] = c.joined(c.Marks[line[n-1]], c.Marks[line[n]])
		}
	}
	for figure, want := range map[string]bool{"mali2019-12": true, "mali2020-06": true, "mali2020-12": true, "niger2019-12": true, "niger2020-12": false} {
		if joined[figure] != want {
			t.Errorf("%s joined to the point before: %v", figure, joined[figure])
		}
	}
	if cut := (Mark{Break: "other_count", Category: 1}); c.joined(Mark{Category: 0}, cut) {
		t.Error("a line goes on over a change of definition")
	}
	if !strings.Contains(c.AltText(), "300 to 700 †") || !strings.Contains(c.AltText(), "press.example") {
		t.Errorf("what is known at second hand is not marked: %s", c.AltText())
	}
}

// TestPropose: the kind follows from the figures' shape, and what does not suit says why, in both languages.
func TestPropose(t *testing.T) {
	for kind, s := range samples() {
		if kind == Bars || kind == Multiples || kind == Table || kind == Timeline {
			continue // only on request, or for events
		}
		spec := s.Spec
		spec.Measure, spec.Language = "fighters", "en"
		if _, got := Choices(spec, s.figures, words(t)); got != kind {
			t.Errorf("proposed %s, want %s", got, kind)
		}
	}
	for _, language := range []string{"en", "zh"} {
		choices, _ := Choices(Spec{Measure: "fighters", By: "place", Language: language}, every(), words(t))
		for _, c := range choices {
			suits := c.Kind == Dots || c.Kind == Bars || c.Kind == Table
			if suits != (c.Why == "") || strings.Contains(c.Why, "chart.unsuitable") {
				t.Errorf("%s in %s: %q", c.Kind, language, c.Why)
			}
		}
	}
}

// TestBadInput: each gets a fault of its kind whose sentence is there in both languages, or a chart that says what it lacks.
func TestBadInput(t *testing.T) {
	vague := stated("vague", "Mali", "", "S/2020/1", data.Quantity{Bound: data.Indefinite, Hedge: "many"})
	money := stated("money", "Mali", "", "S/2020/1", data.Quantity{Value: decimal(5), Unit: "USD"})
	arabic := every()
	label := "مالي"
	arabic[0].Place = &label
	for name, c := range map[string]struct {
		spec    Spec
		figures []data.Figure
		want    data.FaultKind
		names   string
	}{
		"no figures":             {Spec{Measure: "guards", By: "place"}, every(), data.NoFigures, "guards"},
		"none at all":            {Spec{Measure: "fighters", By: "place"}, nil, data.NoFigures, "fighters"},
		"all vague, no number":   {Spec{Measure: "fighters", By: "place"}, []data.Figure{vague}, data.NoFigures, "fighters"},
		"mixed units":            {Spec{Measure: "fighters", By: "place"}, append(every(), money), data.MixedUnits, "USD, person"},
		"a pie":                  {Spec{Kind: "pie", Measure: "fighters", By: "place"}, every(), data.BadArgument, "kind"},
		"bars on a log scale":    {Spec{Kind: Bars, Scale: "log", Measure: "fighters", By: "place"}, every(), data.UnsuitableKind, ""},
		"a slope of nine dates":  {Spec{Kind: Slope, Measure: "fighters", By: "date"}, every(), data.UnsuitableKind, "9"},
		"lines by place":         {Spec{Kind: Lines, Measure: "fighters", By: "place"}, every(), data.UnsuitableKind, ""},
		"a newer version":        {Spec{Version: Version + 1, Measure: "fighters", By: "place"}, every(), data.NewerSpec, "2"},
		"notes beyond a slide":   {Spec{Size: "slide", Measure: "fighters", By: "place", Notes: []string{strings.Repeat("word ", 4000)}}, every(), data.PageTooSmall, "slide"},
		"a width of nothing":     {Spec{Width: 3, Measure: "fighters", By: "place"}, every(), data.BadArgument, "width"},
		"a width that is no one": {Spec{Width: math.NaN(), Measure: "fighters", By: "place"}, every(), data.BadArgument, "width"},
	} {
		t.Run(name, func(t *testing.T) {
			c.spec.Language = "en"
			_, err := Build(c.spec, c.figures, words(t))
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.Kind != c.want || !strings.Contains(fault.Detail, c.names) {
				t.Fatalf("got %v, want %s: %s", err, c.want, c.names)
			}
			for _, language := range []string{"en", "zh"} {
				if !translations.For(language).Has("fault." + string(fault.Kind)) {
					t.Errorf("no sentence in %s", language)
				}
			}
		})
	}
	t.Run("right-to-left labels", func(t *testing.T) {
		c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, arabic, words(t))
		if err != nil {
			t.Fatal(err)
		}
		if missing := c.Missing(); !strings.Contains(missing, "م") {
			t.Errorf("missing %q", missing)
		}
	})
	t.Run("one figure", func(t *testing.T) {
		if c, err := Build(Spec{Measure: "fighters", By: "date", Language: "zh"}, every()[:1], words(t)); err != nil || len(c.Marks) != 1 {
			t.Errorf("%v, %v", c, err)
		}
	})
	t.Run("200 categories", func(t *testing.T) {
		c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, many(200), words(t))
		if err != nil || len(c.Marks) != 200 {
			t.Errorf("%v", err)
		}
	})
	t.Run("twelve orders", func(t *testing.T) {
		small, large := stated("small", "Mali", "", "S/2020/1", data.Quantity{Value: decimal(1)}), stated("large", "Niger", "", "S/2020/1", data.Quantity{Value: decimal(1_000_000_000_000)})
		c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, []data.Figure{small, large}, words(t))
		if err != nil || !c.LogOffered || !strings.Contains(strings.Join(c.Notes, " "), "too small for this scale") {
			t.Fatalf("%v, %+v", err, c)
		}
		if c, err = Build(Spec{Scale: "log", Measure: "fighters", By: "place", Language: "en"}, []data.Figure{small, large}, words(t)); err != nil || len(c.Value.Ticks) < 4 || len(collisions(c)) > 0 {
			t.Errorf("on a log scale: %v, %v", err, c)
		}
	})
}

// TestIn: the same chart in the other language says each figure anew and keeps its marks.
func TestIn(t *testing.T) {
	c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, every(), words(t))
	if err != nil {
		t.Fatal(err)
	}
	other, err := c.In("zh")
	if err != nil {
		t.Fatal(err)
	}
	if len(other.Marks) != len(c.Marks) || !strings.Contains(other.AltText(), "超过 7,000") || !strings.Contains(other.AltText(), "近 9,000") || !strings.Contains(other.AltText(), "不到 9,000") {
		t.Errorf("in Chinese: %s", other.AltText())
	}
}

// TestWritePNG: the PNG, drawn band by band, has the pixels of the picture drawn at once.
func TestWritePNG(t *testing.T) {
	for kind, s := range samples() {
		for _, theme := range Themes {
			spec := s.Spec
			spec.Kind, spec.Measure, spec.Language, spec.Theme = kind, "fighters", "en", theme
			c, err := Build(spec, s.figures, words(t))
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := c.WritePNG(&out, 144); err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(&out)
			if err != nil {
				t.Fatal(err)
			}
			want := c.Image(2, "")
			if got.Bounds() != want.Bounds() {
				t.Fatalf("%s: %v, want %v", kind, got.Bounds(), want.Bounds())
			}
			flat := image.NewRGBA(want.Bounds())
			draw.Draw(flat, flat.Rect, got, image.Point{}, draw.Src)
			if n := differing(flat, want.(*image.RGBA), 0); n > 0 {
				t.Errorf("%s in %s: %d pixels differ", kind, theme, n)
			}
		}
	}
}

// TestSays: beside a mark stand the hedge and the number without the unit that the axis says, with the signs of where it comes from;
// in a table's row, and in words for the ear, the unit stays.
func TestSays(t *testing.T) {
	cost := func(id, place string, value int64) data.Figure {
		f := stated(id, place, "2020-H2", "S/2020/9", data.Quantity{Value: decimal(value), Bound: data.MoreThan, Hedge: "more than", Unit: "USD"})
		source := "a Member State"
		f.Source = &source
		return f
	}
	c, err := Build(Spec{Kind: Dots, Measure: "fighters", By: "place", Language: "en"}, []data.Figure{cost("a", "Mali", 3000), cost("b", "Niger", 14000)}, words(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range c.Marks {
		number := map[string]string{"Mali": "3,000", "Niger": "14,000"}[m.Row]
		if said := c.says(m); said != "more than "+number+" ‡" || m.Text != "more than "+number+" US dollars ‡" {
			t.Errorf("%q beside the mark, %q in words", said, m.Text)
		}
	}
	if !strings.Contains(c.AltText(), "more than 14,000 US dollars") {
		t.Errorf("the alternative text loses the unit: %s", c.AltText())
	}
}
