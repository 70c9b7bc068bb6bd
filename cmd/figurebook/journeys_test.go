package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// TestJourney_firstStart: a new user is welcomed, and exports the chart that she sees.
func TestJourney_firstStart(t *testing.T) {
	d := start(t, "en", "")
	d.wait("the report", func(e event) bool { return e.Msg == "report shown" })
	d.wait("its chart", func(e event) bool { return e.Msg == "chart drawn" })
	d.picture("first-start")
	d.keys("Return") // leaves the first steps
	d.do("sleep", "1")
	d.keys("ctrl+e")
	d.do("sleep", "1.5")
	d.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "space") // past the choices to the button
	d.do("sleep", "1.5")
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

// TestJourney_search: a word of the Chinese report is looked for in all reports without typing it, and jumped to; Back
// returns.
func TestJourney_search(t *testing.T) {
	d := start(t, "zh", "")
	d.wait("the report", func(e event) bool { return e.Msg == "report shown" })
	d.keys("Return")
	d.do("sleep", "1")
	d.keys("ctrl+j")
	chosen := d.wait("a figure", func(e event) bool { return e.Msg == "figure shown" })
	d.do("sleep", "1", "mousemove", fmt.Sprint(int(chosen.X)), fmt.Sprint(int(chosen.Y)), "sleep", "0.3", "click", "3", "sleep", "1")
	d.picture("search-context-menu")
	d.keys("Down", "Down", "Down", "Down", "Return")
	found := d.wait("the search", func(e event) bool { return e.Msg == "searched" })
	if found.Hits == 0 {
		t.Fatal("a word of the report is found nowhere")
	}
	d.do("sleep", "1")
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
	d.wait("the report", func(e event) bool { return e.Msg == "report shown" })
	d.keys("Return")
	for _, step := range []struct{ keys, language string }{{"ctrl+2", "zh"}, {"ctrl+1", "en"}, {"ctrl+2", "zh"}} {
		d.keys(step.keys)
		d.wait("the window in "+step.language, func(e event) bool { return e.Msg == "report shown" && e.Language == step.language })
	}
	d.do("sleep", "2")
	d.picture("chinese-dark")
	d.keys("ctrl+shift+l")
	d.wait("the chart in light colours", func(e event) bool { return e.Msg == "colours" && e.Theme == "light" })
	d.do("sleep", "2")
	d.picture("chinese-light")
	d.keys("ctrl+1")
	d.wait("the window in English", func(e event) bool { return e.Msg == "report shown" && e.Language == "en" })
	d.do("sleep", "2")
	d.picture("english-light")
}
