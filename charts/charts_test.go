package charts

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/cmpimg"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

var golden = flag.Bool("write-golden", false, "write the golden pictures anew")

func words(t testing.TB) *vocabulary.Vocabulary {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func decimal(n int64) *data.Decimal {
	d := data.NewDecimal(n, 0)
	return &d
}

// every is a figure of each bound.
func every() []data.Figure {
	symbol, language := "S/2099/1", "en"
	var all []data.Figure
	for i, q := range []data.Quantity{
		{Value: decimal(1500), Bound: data.Exact},
		{Value: decimal(8000), Bound: data.About, Hedge: "about"},
		{Value: decimal(7000), Bound: data.MoreThan, Hedge: "more than"},
		{Value: decimal(5000), Bound: data.AtLeast, Hedge: "at least"},
		{Value: decimal(9000), Bound: data.LessThan, Hedge: "nearly"},
		{Value: decimal(9000), Bound: data.LessThan, Hedge: "fewer than"},
		{Value: decimal(6000), Bound: data.AtMost, Hedge: "up to"},
		{Low: decimal(1000), High: decimal(2200), Bound: data.Range},
		{Low: decimal(200), High: decimal(999), Bound: data.Indefinite, Hedge: "hundreds"},
	} {
		q.Unit = "person"
		place := []string{"Iraq", "Afghanistan", "Mali", "Somalia", "Libya", "Egypt", "Sudan", "Niger", "Chad"}[i]
		asOf := []string{"2019-mid", "2020-12", "2020-H1", "2018", "2017", "2021-03", "2016-Q2", "2020-08/2020-11", "2022-10-14"}[i]
		all = append(all, data.Figure{ID: place, Report: &symbol, Edition: symbol + "@" + language, Language: language, Paragraph: "13", Measure: "fighters", Place: &place, AsOf: &asOf, Quantity: q, Region: "Africa"})
	}
	return all
}

func TestChart_golden(t *testing.T) {
	for _, spec := range []Spec{
		{Measure: "fighters", By: "place", Language: "en"},
		{Measure: "fighters", By: "place", Language: "zh", Theme: "dark"},
		{Measure: "fighters", By: "date", Language: "en"},
	} {
		name := strings.Join([]string{spec.By, spec.Language}, "-") + ".png"
		t.Run(name, func(t *testing.T) {
			chart, err := Build(spec, every(), words(t))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := chart.WritePNG(&got, 192); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name)
			if *golden {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if same, err := cmpimg.EqualApprox("png", got.Bytes(), want, 0.02); err != nil || !same {
				t.Errorf("the picture differs from %s: %v", file, err)
			}
		})
	}
}

// TestChart_At: the middle of each mark's place leads to its figure.
func TestChart_At(t *testing.T) {
	for _, by := range []string{"place", "date"} {
		chart, err := Build(Spec{Measure: "fighters", By: by, Language: "en"}, every(), words(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range chart.Marks {
			if m.Left < 0 || m.Right > 1 || m.Top < 0 || m.Bottom > 1 || m.Left >= m.Right || m.Top >= m.Bottom {
				t.Errorf("by %s: the mark of %s stands at %v", by, m.Figure, m)
			}
			if got := chart.At((m.Left+m.Right)/2, (m.Top+m.Bottom)/2); got != m.Figure {
				t.Errorf("by %s: at the mark of %s stands %q", by, m.Figure, got)
			}
		}
		if got := chart.At(0.999, 0.001); got != "" {
			t.Errorf("by %s: the corner leads to %q", by, got)
		}
	}
}

func TestBuild_refuses(t *testing.T) {
	mixed := every()[:2]
	mixed[1].Unit = "USD"
	for name, c := range map[string]struct {
		spec    Spec
		figures []data.Figure
		want    data.FaultKind
	}{
		"no figures":    {Spec{Measure: "guards", By: "place", Language: "en"}, every(), data.NoFigures},
		"mixed units":   {Spec{Measure: "fighters", By: "place", Language: "en"}, mixed, data.MixedUnits},
		"an unknown by": {Spec{Measure: "fighters", By: "colour", Language: "en"}, every(), data.BadArgument},
		"no measure":    {Spec{By: "place", Language: "en"}, every(), data.BadArgument},
		"unknown kind":  {Spec{Kind: "pie", Measure: "fighters", By: "place"}, every(), data.BadArgument},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Build(c.spec, c.figures, words(t))
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.Kind != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestBuild_countsFactsOnce(t *testing.T) {
	figures := every()[:2]
	other := figures[0]
	other.Language, other.Edition, other.ID = "zh", "S/2099/1@zh", "zh"
	rejected := figures[1]
	rejected.ID, rejected.Status = "rejected", data.Rejected
	chart, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, append(figures, other, rejected), words(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(chart.Marks) != 2 {
		t.Errorf("%d marks, want 2: the other edition and the rejected figure do not count", len(chart.Marks))
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		value, language, want string
	}{
		{"65000", "en", "65,000"},
		{"65000", "zh", "6.5 万"},
		{"12345", "zh", "12,345"}, // an exact count is not converted
		{"12500", "zh", "1.25 万"},
		{"2711000000", "en", "2.711 billion"},
		{"1074321800", "en", "1,074,321,800"},
		{"1074321800", "zh", "1,074,321,800"},
		{"12345600", "zh", "1234.56 万"},
		{"1240000", "en", "1.24 million"},
		{"1234567", "zh", "1,234,567"},
		{"100000000", "zh", "1 亿"},
		{"100000000", "en", "100 million"},
		{"53.4", "en", "53.4"},
		{"1500", "zh", "1,500"},
		{"-1500", "en", "−1,500"},
		{"-65000", "zh", "−6.5 万"},
		{"-999", "en", "−999"},
		{"-0.5", "en", "−0.5"},
	} {
		d, err := data.ParseDecimal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		if got := Number(d, translations.For(c.language)); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.value, c.language, got, c.want)
		}
	}
}

func TestDateText(t *testing.T) {
	for term, want := range map[string][2]string{
		"2020":            {"2020", "2020 年"},
		"2019-mid":        {"mid-2019", "2019 年年中"},
		"2020-H2":         {"second half of 2020", "2020 年下半年"},
		"2022-Q4":         {"quarter 4 of 2022", "2022 年第 4 季度"},
		"2020-12":         {"December 2020", "2020 年 12 月"},
		"2020-10-04":      {"4 October 2020", "2020 年 10 月 4 日"},
		"2020-08/2020-11": {"August 2020 to November 2020", "2020 年 8 月至 2020 年 11 月"},
		"before-2020-H2":  {"before second half of 2020", "2020 年下半年之前"},
		"no date":         {"no date", "no date"},
		"":                {"", ""},
	} {
		for i, language := range []string{"en", "zh"} {
			if got := DateText(term, translations.For(language)); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", term, language, got, want[i])
			}
		}
	}
}

func TestMissing(t *testing.T) {
	figures := every()[:1]
	place := "Atlantis 𓀀"
	figures[0].Place = &place
	chart, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, figures, words(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := chart.Missing(); got != "𓀀" {
		t.Errorf("missing %q, want the hieroglyph alone", got)
	}
}

// TestBuild_setAside: what a revision counts in the place of is not counted beside it.
func TestBuild_setAside(t *testing.T) {
	place := "Mali"
	figure := func(report string, aside bool) data.Figure {
		d := data.NewDecimal(300, 0)
		return data.Figure{ID: report, Report: &report, Edition: report + "@en", Language: "en", Aside: aside, Measure: "fighters", Place: &place, Quantity: data.Quantity{Value: &d, Bound: data.MoreThan, Unit: "person"}}
	}
	figures := []data.Figure{figure("S/2099/7", true), figure("S/2099/7/Rev.1", false)}
	for report, want := range map[string]string{"": "S/2099/7/Rev.1", "S/2099/7": "S/2099/7"} {
		chart, err := Build(Spec{Measure: "fighters", By: "place", Language: "en", Report: report}, figures, words(t))
		if err != nil || len(chart.Marks) != 1 || chart.Marks[0].Figure != want {
			t.Errorf("of %q: %+v, %v", report, chart, err)
		}
	}
}

// TestBuild_editions: a report's own text counts before a digest of it in the chart's language.
func TestBuild_editions(t *testing.T) {
	report, place := "S/2099/7", "Mali"
	figure := func(id, language string, digest bool) data.Figure {
		d := data.NewDecimal(300, 0)
		return data.Figure{ID: id, Report: &report, Edition: report + "@" + language, Language: language, Digest: digest, Measure: "fighters", Place: &place, Quantity: data.Quantity{Value: &d, Bound: data.MoreThan, Unit: "person"}}
	}
	for name, c := range map[string]struct {
		figures []data.Figure
		want    string
	}{
		"the text before a digest":        {[]data.Figure{figure("text", "en", false), figure("digest", "zh", true)}, "text"},
		"of two texts the language's":     {[]data.Figure{figure("en", "en", false), figure("zh", "zh", false)}, "zh"},
		"of two digests the language's":   {[]data.Figure{figure("en", "en", true), figure("zh", "zh", true)}, "zh"},
		"another language before nothing": {[]data.Figure{figure("en", "en", true)}, "en"},
	} {
		chart, err := Build(Spec{Measure: "fighters", By: "place", Language: "zh"}, c.figures, words(t))
		if err != nil || len(chart.Marks) != 1 || chart.Marks[0].Figure != c.want {
			t.Errorf("%s: %+v, %v", name, chart, err)
		}
	}
}

// TestQuantityText_ends: the two ends of a range stand in one form, and a vague quantity shows no row of nines, which looks measured.
func TestQuantityText_ends(t *testing.T) {
	for _, c := range []struct {
		low, high int64
		bound     data.Bound
		language  string
		want      string
	}{
		{8000, 12000, data.Range, "zh", "8,000 至 12,000"},
		{35000, 40000, data.Range, "zh", "3.5 万 至 4 万"},
		{8000, 12000, data.Range, "en", "8,000 to 12,000"},
		{200, 999, data.Indefinite, "zh", "概数：约 200 至 999"},
		{2000000, 9999999, data.Indefinite, "zh", "概数：约 200 万 至 1000 万"},
		{2000000, 9999999, data.Indefinite, "en", "vague: perhaps 2 million to 10 million"},
	} {
		q := data.Quantity{Low: decimal(c.low), High: decimal(c.high), Bound: c.bound, Unit: "person"}
		if got := QuantityText(q, translations.For(c.language), words(t)); got != c.want {
			t.Errorf("%d to %d: %q, want %q", c.low, c.high, got, c.want)
		}
	}
}
