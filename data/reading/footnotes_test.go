package reading

import (
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/marks"
)

// TestParse_typedMarks: older documents type a stroke behind a note's number, in the text and before the note.
func TestParse_typedMarks(t *testing.T) {
	report, err := readBytes([]byte(`WELLS OF THE VALLEY

1. In 1/3 of the villages, and in the harbours of 1998, 1/ the mission counted 21/2 wells. The mayor 2/ agreed.

2. Nobody asked again. 3/
_____

1/ As told by the mayor.

2/ In a letter of 3 May 1998.

3/ Ibid.
`), "old.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		paragraph, mark string
	}{{"1", "1/"}, {"1", "2/"}, {"2", "3/"}}
	if len(report.Footnotes) != len(want) {
		t.Fatalf("notes: %+v", report.Footnotes)
	}
	for i, f := range report.Footnotes {
		p, _ := report.Paragraph(f.Paragraph)
		if f.Paragraph != want[i].paragraph || string([]rune(p.Text)[f.Start:f.End]) != want[i].mark {
			t.Errorf("note %d: %+v in %q", i+1, f, p.Text)
		}
	}
	if len(report.Notes) != 0 || report.Footnotes[0].Text != "As told by the mayor." {
		t.Errorf("%+v, %+v", report.Notes, report.Footnotes)
	}
}

// TestParse_marksInTables: a mark in a cell is no digit of its number, and leads to its note.
func TestParse_marksInTables(t *testing.T) {
	text := "A report on wells\n\n1. The wells were counted." + marks.Wrap("1") + "\n\n" +
		marks.Row([]string{"Village", "Wells" + marks.Wrap("2")}) + "\n" + marks.Row([]string{"Upper mill", "1,250" + marks.Wrap("3")}) + "\n\n" +
		"2. That was all." + marks.Wrap("4") + "\n\n__________\n1 By hand.\n2 In use.\n3 In part.\n4 So far.\n"
	report, err := readBytes([]byte(text), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Tables[0].Rows; got[0][1] != "Wells" || got[1][1] != "1,250" {
		t.Errorf("cells: %q", got)
	}
	want := []data.Footnote{{Number: 1, Paragraph: "1", Start: 23, End: 24}, {Number: 2, Table: 1}, {Number: 3, Table: 1}, {Number: 4, Paragraph: "2", Start: 13, End: 14}}
	for i, f := range report.Footnotes {
		if f.Text = ""; f != want[i] {
			t.Errorf("note %d: %+v, want %+v", i+1, f, want[i])
		}
	}
	if len(report.Footnotes) != 4 || len(report.Notes) != 0 {
		t.Errorf("%d notes, %+v", len(report.Footnotes), report.Notes)
	}
}
