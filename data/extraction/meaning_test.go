package extraction

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

var rewrite = flag.Bool("rewrite", false, "write what the rules find into testdata/meaning.tsv, to be read before it is kept")

// TestExtract_meaning holds what each figure of testdata/meaning.tsv means: sentences of many topics, in words of our own,
// most of them in both languages, each with its figures as "value measure @ place, as of; part". The report is one of the
// first half of 2025.
func TestExtract_meaning(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/meaning.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var written strings.Builder
	for n, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			written.WriteString(line + "\n")
			continue
		}
		report := &data.Report{Symbol: "S/2025/400", Language: cells[0], Period: "2025-H1", Date: "2025-06-30", Paragraphs: []data.Paragraph{{Number: "1", Text: cells[1]}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range result.Figures {
			got = append(got, meant(f))
		}
		line := strings.Join(got, " | ")
		written.WriteString(cells[0] + "\t" + cells[1] + "\t" + line + "\n")
		if !*rewrite && (len(cells) < 3 || line != cells[2]) {
			t.Errorf("line %d: %s\n got %s\nwant %s", n+1, cells[1], line, strings.Join(cells[2:], ""))
		}
	}
	if *rewrite {
		if err := os.WriteFile("testdata/meaning.tsv", []byte(written.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// meant writes what a figure means on one line.
func meant(f data.Figure) string {
	number := ""
	switch {
	case f.Value != nil:
		number = f.Value.String()
	case f.Low != nil && f.High != nil:
		number = f.Low.String() + "–" + f.High.String()
	}
	text := fmt.Sprintf("%s %s", number, f.Measure)
	if f.Place != nil {
		text += " @ " + *f.Place
	}
	if f.AsOf != nil && *f.AsOf != f.Period {
		text += ", " + *f.AsOf
	}
	if f.Group != nil {
		text += ", of " + *f.Group
	}
	if f.Source != nil {
		text += ", says " + *f.Source
	}
	if f.QuotedFrom != "" {
		text += ", quoted"
	}
	if f.PartOf != "" {
		text += "; part"
	}
	if f.ComparesWith != "" {
		text += "; pair"
	}
	return text
}
