package exchange

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// columnWidth is how wide a column is, in characters, where it is not 14.
var columnWidth = map[string]float64{"quantity": 24, "text": 24, "measure": 22, "place": 30, "group": 20, "citation": 32, "sentence": 80, "source": 28}

// writeXLSX writes a workbook for people: headings and terms in the words' language, numbers as numbers, the head row
// kept in view and filtered; a second sheet says what each column means.
func writeXLSX(w io.Writer, s Set) error {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	if err := book.SetDocProps(&excelize.DocProperties{Creator: "Figurebook", LastModifiedBy: "Figurebook", Title: s.Words.Say("exchange.sheet.figures")}); err != nil {
		return err
	}
	figures, about := s.Words.Say("exchange.sheet.figures"), s.Words.Say("exchange.sheet.about")
	if err := book.SetSheetName(book.GetSheetName(0), figures); err != nil {
		return err
	}
	if _, err := book.NewSheet(about); err != nil {
		return err
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := s.figuresSheet(book, figures, bold); err != nil {
		return err
	}
	if err := s.aboutSheet(book, about, bold); err != nil {
		return err
	}
	_, err = book.WriteTo(w)
	return err
}

func (s Set) figuresSheet(book *excelize.File, sheet string, bold int) error {
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: bold, Value: s.Words.Say("exchange.column." + c.name)}
		width := columnWidth[c.name]
		if width == 0 {
			width = 14
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	row := make([]any, len(columns))
	for n, f := range s.Figures {
		for i, c := range columns {
			row[i] = s.sheetCell(c, f)
		}
		if err := out.SetRow("A"+strconv.Itoa(n+2), row); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(columns), len(s.Figures)+1)
	if err != nil {
		return err
	}
	return book.AutoFilter(sheet, "A1:"+last, nil)
}

// sheetCell is a cell's value: a number where a spreadsheet's 15 digits hold it, a term's label, or words, which are
// stored as text and never as a formula.
func (s Set) sheetCell(c column, f data.Figure) any {
	v := c.value(f, s)
	switch {
	case v == "":
		return nil
	case c.name == "bound", c.name == "status":
		return s.Words.Say(c.name + "." + v)
	case c.name == "as_of", c.name == "period":
		return charts.DateText(v, s.Words)
	case c.terms != "":
		return s.Vocabulary.Label(c.terms, v, s.Words.Short())
	case c.kind == decimal && len(v) <= 15, c.kind == share, c.kind == count:
		if n, err := strconv.ParseFloat(v, 64); err == nil {
			return n
		}
	case c.kind == truth:
		return v == "true"
	}
	return v
}

func (s Set) aboutSheet(book *excelize.File, sheet string, bold int) error {
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, 2, 24); err != nil {
		return err
	}
	if err := out.SetColWidth(3, 3, 100); err != nil {
		return err
	}
	say := s.Words.Say
	rows := [][]any{{excelize.Cell{StyleID: bold, Value: say("exchange.about.column")}, excelize.Cell{StyleID: bold, Value: say("exchange.about.name")}, excelize.Cell{StyleID: bold, Value: say("exchange.about.meaning")}}}
	for _, c := range columns {
		rows = append(rows, []any{say("exchange.column." + c.name), c.name, say("exchange.meaning." + c.name)})
	}
	rows = append(rows, nil, []any{say("briefing.disclaimer")})
	for i, r := range rows {
		if err := out.SetRow("A"+strconv.Itoa(i+1), r); err != nil {
			return err
		}
	}
	return out.Flush()
}
