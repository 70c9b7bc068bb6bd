package briefing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/charts/export/office/officetest"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

func number(n int64) *data.Decimal {
	d := data.NewDecimal(n, 0)
	return &d
}

func words(t *testing.T) *vocabulary.Vocabulary {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestChange: a change is said only as far as the hedges allow.
func TestChange(t *testing.T) {
	quantity := func(bound data.Bound, n int64) data.Quantity {
		return data.Quantity{Value: number(n), Bound: bound, Unit: "person"}
	}
	span := data.Quantity{Low: number(400), High: number(900), Bound: data.Range, Unit: "person"}
	money := quantity(data.Exact, 100)
	money.Unit = "USD"
	for name, c := range map[string]struct {
		before, now data.Quantity
		want        string
	}{
		"two numbers":              {quantity(data.Exact, 1500), quantity(data.Exact, 400), "down by 1,100"},
		"one of them about":        {quantity(data.About, 100), quantity(data.Exact, 400), "up by about 300"},
		"above a least one":        {quantity(data.MoreThan, 100), quantity(data.Exact, 400), "left open by the hedges"},
		"below a least one":        {quantity(data.MoreThan, 500), quantity(data.Exact, 400), "down"},
		"above a greatest one":     {quantity(data.LessThan, 100), quantity(data.MoreThan, 400), "up"},
		"within a range":           {span, quantity(data.Exact, 500), "left open by the hedges"},
		"beyond a range":           {span, quantity(data.Exact, 1000), "up"},
		"the same":                 {quantity(data.About, 100), quantity(data.About, 100), "as before"},
		"the same, hedged in part": {quantity(data.Exact, 100), quantity(data.MoreThan, 100), "left open by the hedges"},
		"another unit":             {quantity(data.Exact, 100), money, "not comparable: the units differ"},
	} {
		got := change([]charts.Mark{{Quantity: c.before}}, []charts.Mark{{Quantity: c.now}}, translations.For("en"), words(t))
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	broken := []charts.Mark{{Quantity: quantity(data.Exact, 9), Break: "other_count"}}
	if got := change([]charts.Mark{{Quantity: quantity(data.Exact, 5)}}, broken, translations.For("en"), words(t)); !strings.HasPrefix(got, "not comparable") {
		t.Errorf("another definition: %q", got)
	}
}

func figures() []data.Figure {
	var all []data.Figure
	for i, symbol := range []string{"S/2098/1", "S/2098/2", "S/2099/3"} {
		for _, language := range []string{"en", "zh"} {
			for k, place := range []string{"Mali", "Iraq"} {
				f := data.Figure{ID: symbol + language + place, Report: &symbol, Edition: symbol + "@" + language, Language: language, Paragraph: "7", Measure: "fighters", Place: &place}
				f.Quantity = data.Quantity{Value: number(int64(1000*(k+1) + 100*i)), Bound: data.MoreThan, Unit: "person"}
				all = append(all, f)
			}
		}
	}
	return all
}

// TestBriefing_Write: every form is written, in both languages, and carries its charts; the pages hold the designations'
// line; a folder that cannot be written is told and left alone.
func TestBriefing_Write(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		b, err := Make(Content{Figures: figures(), Words: translations.For(language), Vocabulary: words(t), Listed: []string{"S/2098/1", "S/2099/9"}})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.figures) != 6 || len(b.Keys) == 0 || len(b.charts) == 0 || len(b.charts) > MostCharts {
			t.Errorf("%s: %d figures, %d key figures, %d charts", language, len(b.figures), len(b.Keys), len(b.charts))
		}
		dir := t.TempDir()
		names, err := b.Write(context.Background(), dir, Formats)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names[:3] {
			specs, err := export.ReadFile(filepath.Join(dir, name))
			if err != nil || len(specs) != len(b.charts) {
				t.Errorf("%s carries %d charts of %d: %v", name, len(specs), len(b.charts), err)
			}
		}
		t.Run("valid in "+language, func(t *testing.T) {
			if testing.Short() || language == "en" {
				t.Skip("the validator takes a second a file, and both languages have the same elements")
			}
			for _, name := range names[:2] {
				raw, err := os.ReadFile(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				officetest.Valid(t, name, raw)
			}
		})
		readme, err := os.ReadFile(filepath.Join(dir, "README.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{translations.For(language).Say("briefing.disclaimer"), "S/2099/9"} {
			if !strings.Contains(string(readme), want) {
				t.Errorf("%s: README.txt does not say %s", language, want)
			}
		}
		file := filepath.Join(dir, "README.txt")
		var fault *data.Fault
		if _, err := b.Write(context.Background(), file, Formats); !errors.As(err, &fault) || fault.Kind != data.CannotWrite {
			t.Errorf("into a file: %v", err)
		}
		if _, err := b.Write(context.Background(), dir, []string{"papyrus"}); !errors.As(err, &fault) || fault.Kind != data.BadArgument {
			t.Errorf("in no form: %v", err)
		}
	}
}

func TestMake_nothing(t *testing.T) {
	var fault *data.Fault
	if _, err := Make(Content{Words: translations.For("en"), Vocabulary: words(t)}); !errors.As(err, &fault) || fault.Kind != data.NoFigures {
		t.Errorf("a briefing of nothing: %v", err)
	}
}

// TestFile_leavesWhatWasThere: a failure midway keeps the old file, and no other is left.
func TestFile_leavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	err = File(target, func(w io.Writer) error {
		if _, err := w.Write([]byte("half")); err != nil {
			return err
		}
		_, err := full.Write([]byte("more"))
		return err
	})
	var fault *data.Fault
	if !errors.As(err, &fault) || fault.Kind != data.DiskFull || fault.File != target {
		t.Errorf("a full disk: %v", err)
	}
	if raw, _ := os.ReadFile(target); string(raw) != "old" {
		t.Errorf("the file holds %q", raw)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestChart_pages: the pictures of a chart's pages are there all or none, and none takes the place of a file that nobody was
// asked about.
func TestChart_pages(t *testing.T) {
	var all []data.Figure
	for i := range 120 {
		f := figures()[0]
		place := fmt.Sprint("Place ", i)
		f.ID, f.Place = fmt.Sprint(i), &place
		all = append(all, f)
	}
	c, err := charts.Build(charts.Spec{Measure: "fighters", By: "place", Language: "en", Size: "slide"}, all, words(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "rows.svg")
	old := filepath.Join(dir, "rows-2.svg")
	if err := os.WriteFile(old, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var fault *data.Fault
	if written, err := Chart(path, c, "svg", export.Options{}); len(written) != 0 || !errors.As(err, &fault) || fault.Kind != data.FileExists || fault.File != old {
		t.Errorf("over a file: %v, %v", written, err)
	}
	if raw, _ := os.ReadFile(old); string(raw) != "old" {
		t.Errorf("the file holds %q", raw)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	if err := os.Remove(old); err != nil {
		t.Fatal(err)
	}
	if _, err := Chart(path, c, "svg", export.Options{Scale: 9}); err == nil {
		t.Error("a scale of nine is drawn")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("left behind by a failure: %v", entries)
	}
	written, err := Chart(path, c, "svg", export.Options{})
	if err != nil || len(written) != len(c.Pages()) {
		t.Fatalf("%v of %d pages: %v", written, len(c.Pages()), err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != len(written) {
		t.Errorf("there are %v", entries)
	}
	if _, err := Chart(filepath.Join(dir, "none", "rows.svg"), c, "svg", export.Options{}); !errors.As(err, &fault) || fault.Kind != data.CannotWrite {
		t.Errorf("into no folder: %v", err)
	}
}

// TestBriefing_lacking: characters that the pages' font lacks are named with their numbers; where it has all, nothing is said.
func TestBriefing_lacking(t *testing.T) {
	for place, want := range map[string]string{"Mali": "", "Camp 𓀀": "𓀀 (U+13000)"} {
		one := figures()
		for i := range one {
			one[i].Place = &place
		}
		b, err := Make(Content{Figures: one, Words: translations.For("en"), Vocabulary: words(t)})
		if err != nil {
			t.Fatal(err)
		}
		if said := strings.Join(b.caveats(), " "); strings.Contains(said, "U+") != (want != "") || !strings.Contains(said, want) {
			t.Errorf("of %s is said: %s", place, said)
		}
	}
}
