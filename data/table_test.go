package data

import (
	"slices"
	"testing"
)

func tabled() *Report {
	return &Report{
		Paragraphs: []Paragraph{{Number: "1", Section: "I", Text: "One."}, {Number: "2", Section: "I", Text: "Two."}},
		Footnotes:  []Footnote{{Number: 1, Text: "A note."}},
		Tables: []Table{
			{Paragraph: "1", Section: "I", Page: 2, Title: "Table 3. Wells", Heads: 1, Labels: 1, Rows: [][]string{{"Village", "Wells"}, {"Mill", "12"}, {"Harbour", "0"}}},
			{Paragraph: "1", Rows: [][]string{{"a", "b"}}},
			{Paragraph: "2", Title: "表二 村庄", Rows: [][]string{{"村", "井"}}},
			{Paragraph: "2", Title: "Table 3 (continued)", Rows: [][]string{{"x", "y"}}},
		},
	}
}

func TestReport_Texts_withTables(t *testing.T) {
	r := tabled()
	var numbers []string
	for _, p := range r.Texts() {
		numbers = append(numbers, p.Number)
		if same, ok := r.Paragraph(p.Number); !ok || same != p {
			t.Errorf("%s: found as %+v, want %+v", p.Number, same, p)
		}
	}
	want := []string{"1", "table3", "table3/1", "table3/2", "table3/3", "tableu1/1", "2", "table二", "table二/1", "table3+2", "table3+2/1", "fn1"}
	if !slices.Equal(numbers, want) {
		t.Errorf("%q, want %q", numbers, want)
	}
	for _, number := range []string{"table3/0", "table3/4", "table9", "tableu1", "tableu1/x"} {
		if p, ok := r.Paragraph(number); ok {
			t.Errorf("%s is %+v", number, p)
		}
	}
	if p, _ := r.Paragraph("table3/2"); p.Text != "Mill  │  12" || p.Page != 2 || p.Section != "I" {
		t.Errorf("%+v", p)
	}
}

func TestTable_Text(t *testing.T) {
	text, cells := Table{Rows: [][]string{{"马里", "", "1 234"}}}.Text(0)
	runes := []rune(text)
	for i, want := range []string{"马里", "", "1 234"} {
		if got := string(runes[cells[i][0]:cells[i][1]]); got != want {
			t.Errorf("cell %d is %q, want %q", i, got, want)
		}
	}
}

func TestTable_heads(t *testing.T) {
	table := Table{
		Heads: 2, Labels: 2,
		Rows:  [][]string{{"Region", "Country", "2096", ""}, {"", "", "Women", "Men"}, {"Africa", "Mali", "1", "2"}, {"", "Niger", "3", "4"}, {"Asia", "Iraq", "5", "6"}},
		Spans: []Span{{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 2}},
	}
	for column, want := range [][]string{{"Region"}, {"Country"}, {"2096", "Women"}, {"2096", "Men"}} {
		if got := table.Head(column); !slices.Equal(got, want) {
			t.Errorf("column %d is headed %q, want %q", column, got, want)
		}
	}
	for row, want := range map[int][]string{2: {"Africa", "Mali"}, 3: {"Africa", "Niger"}, 4: {"Asia", "Iraq"}} {
		if got := table.Label(row); !slices.Equal(got, want) {
			t.Errorf("row %d is headed %q, want %q", row, got, want)
		}
	}
}

// TestAnchor_inTable: a row that moved is found by what stands in it, and the row that took its number is not it.
func TestAnchor_inTable(t *testing.T) {
	r := tabled()
	zero := NewDecimal(0, 0)
	f := Figure{Paragraph: "table3/3", Start: 12, End: 13, Text: "0", Quantity: Quantity{Value: &zero, Bound: Exact, Unit: "well"}}
	p, _ := r.Paragraph(f.Paragraph)
	a := AnchorOf(f, p.Text)
	r.Tables[0].Rows = [][]string{{"Village", "Wells"}, {"Mill", "12"}, {"Bridge", "0"}, {"Harbour", "0"}}
	if paragraph, start, ok := a.Place(r); !ok || paragraph != "table3/4" || start != 12 {
		t.Errorf("at %s %d %v", paragraph, start, ok)
	}
	moved, other := f, f
	moved.ID, moved.Paragraph, other.ID = "moved", "table3/4", "other"
	if i := a.Among([]Figure{other, moved}, r); i != 1 {
		t.Errorf("taken for figure %d", i)
	}
	r.Tables[0].Rows = r.Tables[0].Rows[:3]
	if i := a.Among([]Figure{other}, r); i != -1 {
		t.Errorf("a row that is gone is taken for figure %d", i)
	}
}
