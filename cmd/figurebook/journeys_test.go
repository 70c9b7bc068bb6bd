package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// What the log says of dialogs.
func asked(e event) bool { return e.Msg == "asked" }
func left(e event) bool  { return e.Msg == "left" }

// begin waits until a new window shows its report, the chart and the first steps.
func (d *driven) begin() {
	d.t.Helper()
	welcomed, drawn := false, false
	d.wait("the first steps and the chart", func(e event) bool {
		welcomed, drawn = welcomed || asked(e), drawn || e.Msg == "chart drawn"
		return welcomed && drawn
	})
}

// TestJourney_firstStart: a new user is welcomed, and exports the chart that she sees.
func TestJourney_firstStart(t *testing.T) {
	d := start(t, "en", "")
	d.begin()
	d.picture("first-start")
	d.keys("Return") // leaves the first steps
	d.wait("the window", left)
	d.keys("ctrl+e")
	d.wait("what to export", asked)
	d.keys("Return") // as it is proposed
	d.wait("where to", asked)
	d.picture("first-start-where-to")
	d.keys("Tab", "Tab", "space")
	exported := d.wait("the export", func(e event) bool { return e.Msg == "exported" })
	if raw, err := os.ReadFile(exported.File); err != nil || !strings.HasPrefix(string(raw), "\x89PNG") {
		t.Errorf("exported %s: %v", exported.File, err)
	}
	d.picture("first-start-exported")
}

// valleyPDF is a report of our own words with twelve figures.
func valleyPDF(t *testing.T, file string) {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddPage()
	pdf.SetFont("Times", "B", 14)
	pdf.MultiCell(170, 8, "Report on the valley", "", "", false)
	pdf.SetFont("Times", "", 11)
	for i := range 12 {
		pdf.Ln(4)
		pdf.MultiCell(170, 5, fmt.Sprintf("%d. In the winter of that year more than %d,000 people lived in camp number %s, and the road to it was closed by snow for weeks.", i+1, i+3, string(rune('A'+i))), "", "", false)
	}
	if err := pdf.OutputFileAndClose(file); err != nil {
		t.Fatal(err)
	}
}

// TestJourney_review: a PDF is imported once what was recognised is seen, and ten of its figures are confirmed by keys
// alone; one of them is taken back.
func TestJourney_review(t *testing.T) {
	file := filepath.Join(t.TempDir(), "valley.pdf")
	valleyPDF(t, file)
	d := start(t, "en", file)
	seen := d.wait("what was recognised", func(e event) bool { return e.Msg == "file examined" })
	if seen.Figures < 10 {
		t.Fatalf("%d figures were found in the PDF", seen.Figures)
	}
	d.wait("the question", asked)
	d.picture("import-recognised")
	d.keys("Return")
	d.wait("the report", func(e event) bool { return e.Msg == "report shown" && e.Report == seen.Report })
	last := ""
	for i := range 10 {
		d.keys("ctrl+j")
		chosen := d.wait("the next figure", func(e event) bool { return e.Msg == "figure chosen" })
		if chosen.Figure == last {
			t.Fatalf("figure %d is the one before", i+1)
		}
		last = chosen.Figure
		d.keys("ctrl+Return")
		d.wait("the confirmation", func(e event) bool { return e.Msg == "step done" && e.Step == "confirm" })
	}
	d.picture("import-reviewed")
	d.keys("ctrl+z")
	d.wait("the step taken back", func(e event) bool { return e.Msg == "step done" && e.Step == "confirm" && e.Taken })
}

// TestJourney_comparePeriods: a measure is compared over reports by keys alone, narrowed to a place; a mark and a row of
// the chart's table lead to their sentences, and the comparison is kept by name.
func TestJourney_comparePeriods(t *testing.T) {
	d := start(t, "en", "")
	d.begin()
	d.keys("Return")
	d.wait("the window", left)
	drawn := func(by, measure string) event {
		t.Helper()
		return d.wait("the chart of "+measure+" by "+by, func(e event) bool { return e.Msg == "chart drawn" && e.By == by && e.Measure == measure })
	}
	d.keys("alt+6", "Return") // the choice of a measure
	d.typed("camp population")
	d.keys("Return")
	drawn("place", "camp_population")
	d.keys("Tab", "Return") // by what
	d.typed("report")
	d.picture("compare-by-what")
	d.keys("Down", "Return") // the reporting period is first
	drawn("report", "camp_population")
	d.keys("Tab", "Tab", "Tab", "Return") // past kind and reports: the place
	d.typed("hol camp")
	d.keys("Return")
	narrowed := drawn("report", "camp_population")
	if narrowed.Kind != "lines" || narrowed.Marks < 3 {
		t.Errorf("%d marks in a chart of kind %s", narrowed.Marks, narrowed.Kind)
	}
	d.painted()
	d.do("mousemove", fmt.Sprint(int(narrowed.X)), fmt.Sprint(int(narrowed.Y)))
	d.picture("compare-tip")
	d.do("click", "1")
	chosen := d.wait("the mark's figure", func(e event) bool { return e.Msg == "figure chosen" })
	if chosen.Figure != narrowed.Figure {
		t.Errorf("the mark of %s leads to %s", narrowed.Figure, chosen.Figure)
	}
	d.wait("its sentence", func(e event) bool { return e.Msg == "figure shown" && e.Figure == chosen.Figure })
	d.picture("compare-sentence")
	d.keys("alt+7", "Down", "Return") // the second row of the chart's table
	row := d.wait("the row's figure", func(e event) bool { return e.Msg == "figure chosen" })
	if row.Figure == chosen.Figure {
		t.Errorf("the second row leads to the first figure, %s", row.Figure)
	}
	d.picture("compare-table")
	d.keys("ctrl+k")
	d.wait("the name", asked)
	d.keys("Return")
	d.wait("the comparison kept", func(e event) bool { return e.Msg == "step done" && e.Step == "save_comparison" })
	d.picture("compare-kept")
}

// TestJourney_search: a word of the Chinese report is looked for in all reports without typing it, and jumped to; Back
// returns.
func TestJourney_search(t *testing.T) {
	d := start(t, "zh", "")
	d.begin()
	d.keys("Return")
	d.wait("the window", left)
	d.painted() // without a window manager nothing says when the window has its size
	d.keys("ctrl+j")
	chosen := d.wait("a figure", func(e event) bool { return e.Msg == "figure shown" })
	d.painted()
	d.do("mousemove", fmt.Sprint(int(chosen.X)), fmt.Sprint(int(chosen.Y)), "sleep", "0.3", "click", "3")
	d.wait("the context menu", func(e event) bool { return e.Msg == "menu shown" })
	d.picture("search-context-menu")
	d.keys("Down", "Down", "Down", "Down", "Return")
	found := d.wait("the search", func(e event) bool { return e.Msg == "searched" })
	if found.Hits == 0 {
		t.Fatal("a word of the report is found nowhere")
	}
	d.picture("search-found")
	d.keys("Return") // the first result
	went := d.wait("the jump", func(e event) bool { return e.Msg == "went" })
	if went.Paragraph == "" {
		t.Errorf("went to %+v", went)
	}
}

// TestJourney_languageAndTheme: the window changes its language and its colours at once.
func TestJourney_languageAndTheme(t *testing.T) {
	d := start(t, "en", "")
	d.begin()
	d.keys("Return")
	d.wait("the window", left)
	var pictures [][]byte
	shown := func(name string) { // in no other language or colours than before
		d.picture(name)
		screen := d.screen()
		if slices.ContainsFunc(pictures, func(p []byte) bool { return bytes.Equal(p, screen) }) {
			t.Errorf("%s looks as the window looked before", name)
		}
		pictures = append(pictures, screen)
	}
	d.painted()
	pictures = append(pictures, d.screen())
	in := func(language string) func(event) bool {
		return func(e event) bool { return e.Msg == "report shown" && e.Language == language }
	}
	for _, step := range []struct{ keys, language string }{{"ctrl+2", "zh"}, {"ctrl+1", "en"}, {"ctrl+2", "zh"}} {
		d.keys(step.keys)
		d.wait("the window in "+step.language, in(step.language))
	}
	shown("chinese-dark")
	d.keys("ctrl+shift+l")
	d.wait("the chart in light colours", func(e event) bool { return e.Msg == "colours" && e.Theme == "light" })
	shown("chinese-light")
	d.keys("ctrl+1")
	d.wait("the window in English", in("en"))
	shown("english-light")
}
