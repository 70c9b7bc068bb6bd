package extraction

import (
	"context"
	"fmt"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// countedNouns are nouns that reports count, with the unit that each makes.
var countedNouns = []struct{ noun, unit string }{
	{"heads of State", "person"},
	{"heads of household", "person"},
	{"asylum seekers", "person"},
	{"auditors", "person"},
	{"fisherfolk", "person"},
	{"MPs", "person"},
	{"breastfeeding women", "woman"},
	{"IEDs", "item"},
	{"CSOs", "organization"},
	{"SMEs", "company"},
	{"buses", "vehicle"},
	{"ferries", "vessel"},
	{"polling places", "polling_station"},
	{"ballot papers", "ballot"},
	{"medical consultations", "consultation"},
	{"consultations", "meeting"},
	{"medical facilities", "facility"},
	{"health posts", "facility"},
	{"health centres", "institution"},
	{"health zones", "zone"},
	{"campuses", "campus"},
}

// TestExtract_countedNouns: a counted noun makes the unit of its figure.
func TestExtract_countedNouns(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range countedNouns {
		text := fmt.Sprintf("The guild counted 314 %s in May.", c.noun)
		report := &data.Report{Language: "en", Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil || len(result.Figures) != 1 {
			t.Errorf("%s: %d figures, %v", text, len(result.Figures), err)
			continue
		}
		if f := result.Figures[0]; f.Unit != c.unit {
			t.Errorf("%s: unit %s, want %s", text, f.Unit, c.unit)
		}
	}
}
