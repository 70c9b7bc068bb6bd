package extraction

import (
	"context"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_homeland: who gives or attacks, in a title, is not where the figures are, and an agency's office is; of a region's
// report the State named last is, and of a report on no State the only one that the paragraph is about.
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
		{"Farm life in Chad after the raids by Belgium", "Some 300 farmers sowed early.", "Chad"},
		{"OATS Chad: Mali harvest brief", "Some 300 farmers sowed early.", "Chad"},
		{"Farm life in Chad and Mali", "Some 300 farmers sowed early.", ""},
		{"Oats bulletin", "Seed reached the villages in Chad. Some 300 farmers sowed early.", "Chad"},
		{"Oats bulletin", "Chad saw early rains. Some 300 farmers of the country sowed early.", "Chad"},
		{"Oats bulletin", "Chad saw early rains. Some 300 farmers sowed early.", "Chad"},
		{"Oats bulletin", "Seed reached the villages in Chad and the towns in Mali. Some 300 farmers sowed early.", ""},
		{"Oats bulletin", "Seed reached the villages in Africa. Some 300 farmers sowed early.", ""},
		{"Oats bulletin", "Seed came to Chad, where much land is dry; few lakes lie within Chad, and no rivers run through Chad. Traders wait across Chad. The envoys of Mali met. They spoke in the long hall of the oldest inn and went home late. Some 300 farmers sowed early.", "Chad"},
	} {
		report := &data.Report{Language: "en", Title: c.title, Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil || len(result.Figures) != 1 {
			t.Fatalf("%s: %d figures, %v", c.text, len(result.Figures), err)
		}
		if f := result.Figures[0]; (f.Place == nil) != (c.want == "") || f.Place != nil && *f.Place != c.want {
			t.Errorf("%s: %s: place %v, want %q (%v)", c.title, c.text, f.Place, c.want, f.Why)
		}
	}
}
