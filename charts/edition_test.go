package charts

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/edition"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestEdition_comparisons: every comparison of the built-in edition gives a chart in both languages with what the edition
// knows.
func TestEdition_comparisons(t *testing.T) {
	e, err := edition.Read(builtin.Files)
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	prepared, err := e.Prepare(context.Background(), words, true)
	if err != nil {
		t.Fatal(err)
	}
	var figures []data.Figure
	for _, p := range prepared {
		figures = append(figures, p.Result.Figures...)
	}
	for _, c := range e.Comparisons {
		for _, language := range []string{"en", "zh"} {
			var spec Spec
			if err := json.Unmarshal(c.Spec, &spec); err != nil {
				t.Fatalf("%s: %v", c.Name["en"], err)
			}
			spec.Language, spec.Title = language, c.Name[language]
			chart, err := Build(spec, figures, words)
			if err != nil {
				t.Errorf("%s in %s: %v", c.Name["en"], language, err)
				continue
			}
			if len(chart.Marks) == 0 {
				t.Errorf("%s in %s: no marks", c.Name["en"], language)
			}
			for _, f := range chart.Figures {
				if len(spec.Measures) > 0 && !slices.Contains(spec.Measures, f.Measure) {
					t.Errorf("%s shows %s", c.Name["en"], f.Measure)
				}
			}
		}
	}
}
