package charts

import (
	"encoding/csv"
	"io"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// columns of the CSV, with the field names of data.Figure, and what the figure says in words and its citation.
var columns = []string{
	"id", "report", "language", "paragraph", "quantity", "value", "low", "high", "bound", "hedge", "unit", "per", "measure", "counted", "place", "region", "group",
	"as_of", "source", "text", "sentence", "citation", "status",
}

// WriteCSV writes figures with all of their hedges and citations. A cell that a spreadsheet would take for a formula
// gets an apostrophe before it.
func WriteCSV(w io.Writer, figures []data.Figure, words *translations.Words, v *vocabulary.Vocabulary) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	number := func(d *data.Decimal) string {
		if d == nil {
			return ""
		}
		return d.String()
	}
	for _, f := range figures {
		row := []string{
			f.ID, symbol(f), f.Language, f.Paragraph, QuantityText(f.Quantity, words, v), number(f.Value), number(f.Low), number(f.High), string(f.Bound), f.Hedge, f.Unit, f.Per,
			f.Measure, f.Counted, stated(f.Place), f.Region, stated(f.Group), stated(f.AsOf), stated(f.Source), f.Text, f.Sentence, Cite(f, words), string(f.Status),
		}
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func stated(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Cite is the citation of one figure.
func Cite(f data.Figure, words *translations.Words) string {
	if f.Known == "second_hand" {
		return words.Say("citation.second_hand", symbol(f), text(f.Source))
	}
	return Citation(symbol(f), []string{f.Paragraph}, f.Digest, words)
}
