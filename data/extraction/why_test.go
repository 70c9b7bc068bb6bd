package extraction

import (
	"context"
	"os"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_why holds that each code by which a figure says how its place and its date were found can be told in both
// languages of the window.
func TestExtract_why(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/meaning.tsv")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, line := range strings.Split(string(raw), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		for _, period := range []string{"2025-H1", ""} {
			report := &data.Report{Language: cells[0], Period: period, Date: "2025-06-30", Paragraphs: []data.Paragraph{{Number: "1", Text: cells[1]}}}
			result, err := Extract(context.Background(), report, words)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range result.Figures {
				for _, attribute := range []string{"place", "as_of"} {
					code, _, _ := strings.Cut(f.Why[attribute], ": ")
					seen[code] = true
				}
			}
		}
	}
	delete(seen, "")
	if len(seen) < 8 {
		t.Errorf("only %d codes were seen", len(seen))
	}
	for _, language := range []string{"en", "zh-Hans"} {
		said := translations.For(language)
		for code := range seen {
			if !said.Has("window.why." + code) {
				t.Errorf("%s: no words for %q", language, code)
			}
		}
	}
}
