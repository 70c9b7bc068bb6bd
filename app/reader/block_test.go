package reader

import (
	"testing"

	"figurebook.org/figurebook/data"
)

// TestBlocks_table: a table stands behind its paragraph with its title, each row can be cited, and its figures are the row's.
func TestBlocks_table(t *testing.T) {
	r := &data.Report{
		Language: "en", Title: "Wells", Paragraphs: []data.Paragraph{{Number: "1", Text: "One."}, {Number: "2", Text: "Two."}},
		Tables: []data.Table{{Paragraph: "1", Title: "Table 5. Wells", Heads: 1, Labels: 1, Rows: [][]string{{"Village", "Wells"}, {"Mill", "12"}}}},
	}
	all := blocks(Text{Report: r, Figures: []data.Figure{{ID: "a", Paragraph: "table5/2", Start: 9, End: 11}}, Refusals: []data.Refusal{{Paragraph: "table5", Start: 6, End: 7}}})
	var got []string
	for _, b := range all {
		got = append(got, b.paragraph)
	}
	want := []string{"", "1", "table5", "table5/1", "table5/2", "2"}
	for i := range want {
		if len(got) != len(want) || got[i] != want[i] {
			t.Fatalf("%q, want %q", got, want)
		}
	}
	if row := all[4]; len(row.figures) != 1 || string(row.text[9:11]) != "12" || row.bold || !all[3].bold || len(all[2].refusals) != 1 {
		t.Errorf("%+v", row)
	}
}
