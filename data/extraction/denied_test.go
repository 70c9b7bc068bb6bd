package extraction

import (
	"context"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_unconfirmed: a figure of which its sentence says that nobody could confirm it is doubtful and says why; one that was
// confirmed is not.
func TestExtract_unconfirmed(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		language, text string
		doubtful       bool
	}{
		{"en", "In May 2098, the office was unable to confirm that 30 people had been killed in Mali.", true},
		{"en", "In May 2098, unconfirmed reports told of 30 people killed in Mali.", true},
		{"en", "In May 2098, 30 people were said to have been killed in Mali, which could not be independently verified.", true},
		{"en", "In May 2098, the office confirmed that 30 people had been killed in Mali.", false},
		{"en", "The office could not confirm the cause, but 30 people were killed in Mali in May 2098.", false},
		{"zh", "2098年5月，办事处无法核实有30人在马里被打死。", true},
		{"zh", "2098年5月，据未经证实的消息，30人在马里被打死。", true},
		{"zh", "2098年5月，30人在马里被打死，这一数字尚未得到证实。", true},
		{"zh", "2098年5月，办事处证实有30人在马里被打死。", false},
		{"zh", "原因无法核实，但2098年5月有30人在马里被打死。", false},
	} {
		report := &data.Report{Language: c.language, Period: "2098-H1", Date: "2098-06-30", Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Figures) != 1 {
			t.Errorf("%s: %d figures", c.text, len(result.Figures))
			continue
		}
		if f := result.Figures[0]; f.Doubtful() != c.doubtful || (f.Why["bound"] == "unconfirmed") != c.doubtful {
			t.Errorf("%s: confidence %v by %q", c.text, f.Confidence, f.Why["bound"])
		}
	}
}
