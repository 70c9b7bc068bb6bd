package extraction

import (
	"context"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_homeland: who gives, in a title, is not where the figures are; of a region's report the State named last is.
func TestExtract_homeland(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ title, text, want string }{
		{"Oats Agency and Belgium provide seed to growers in Chad", "Some 300 farmers sowed early.", "Chad"},
		{"Belgium: seed for growers", "Some 300 farmers sowed early.", "Belgium"},
		{"Horn of Africa: weekly overview", "Rains came early to many districts of Kenya and the season promises well for all who have land. Much was sown. Some 300 farmers sowed early.", "Kenya"},
		{"Horn of Africa: weekly overview", "Rains came early. Some 300 farmers sowed early.", "Horn of Africa"},
	} {
		report := &data.Report{Language: "en", Title: c.title, Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil || len(result.Figures) != 1 {
			t.Fatalf("%s: %d figures, %v", c.text, len(result.Figures), err)
		}
		if f := result.Figures[0]; f.Place == nil || *f.Place != c.want {
			t.Errorf("%s: %s: place %v, want %s", c.title, f.Text, f.Place, c.want)
		}
	}
}
