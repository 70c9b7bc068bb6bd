package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

func dec(t *testing.T, s string) *data.Decimal {
	t.Helper()
	d, err := data.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// set is three figures: a hedged one, a range in a sentence that a spreadsheet would run, and a negative share.
func set(t *testing.T, language string) Set {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	symbol, place, gap, when := "A/99/9", "Hol camp", "Green Valley, Mali", "2020-H2"
	return Set{
		Words: translations.For(language), Vocabulary: v,
		Reports: []data.Report{
			{Symbol: symbol, Language: "en", Title: "A report on the valley", Date: "2021-02-03", Period: "2020-H2"},
			{Symbol: "A/99/10", Language: "en", Title: "Another: Figurebook's summary", Digest: true},
		},
		Figures: []data.Figure{
			{
				ID: "a1", Report: &symbol, Edition: "A/99/9@en", Language: "en", Paragraph: "13", Text: "more than 7,000 children", Start: 4, End: 28, Sentence: "In all more than 7,000 children waited.",
				Quantity: data.Quantity{Value: dec(t, "7000"), Bound: data.MoreThan, Hedge: "more than", Unit: "child"}, Measure: "detainees", Place: &place, AsOf: &when, Status: data.Confirmed, Confidence: 0.9,
			},
			{
				ID: "a2", Report: &symbol, Edition: "A/99/9@en", Language: "en", Paragraph: "fn10", Text: "500 to 1,200", Sentence: "=1+1 holds 500 to 1,200 tents.",
				Quantity: data.Quantity{Low: dec(t, "500"), High: dec(t, "1200"), Bound: data.Range, Unit: "person"}, Measure: "fighters", Place: &gap, Status: data.Found,
			},
			{
				ID: "b1", Edition: "A/99/10@en", Language: "en", Paragraph: "2", Text: "-5.25 per cent", Sentence: "Output changed by -5.25 per cent.",
				Quantity: data.Quantity{Value: dec(t, "-5.25"), Bound: data.Exact, Unit: "percent"}, Measure: "growth", Status: data.Found, Digest: true,
			},
		},
	}
}

func write(t *testing.T, format string, s Set) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Find(format).Write(&b, s); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

func rows(t *testing.T, raw []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func at(name string) int {
	for i, c := range columns {
		if c.name == name {
			return i
		}
	}
	panic(name)
}

// TestColumns_holdEveryField: a field of a figure that no column holds would be lost to whoever gets the file.
func TestColumns_holdEveryField(t *testing.T) {
	elsewhere := map[string]string{
		"section": "a path of headings that the file does not hold", "why": "one line for each attribute, for the window",
		"reason": "a person's note to herself", "stale": "the window's",
		"from": "how a person split and merged, for the window", "into": "likewise",
		"title": "in the citation, and with the reports",
	}
	held := map[string]bool{}
	for _, c := range columns {
		held[c.name] = true
	}
	var look func(reflect.Type)
	look = func(of reflect.Type) {
		for i := range of.NumField() {
			f := of.Field(i)
			if f.Anonymous {
				look(f.Type)
				continue
			}
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "-" && !held[name] && elsewhere[name] == "" {
				t.Errorf("no column holds %s", name)
			}
		}
	}
	look(reflect.TypeFor[data.Figure]())
}

// TestColumns_haveWords: each column and format has a heading and a meaning in both languages.
func TestColumns_haveWords(t *testing.T) {
	w := translations.For("en")
	for _, c := range columns {
		for _, key := range []string{"exchange.column." + c.name, "exchange.meaning." + c.name} {
			if !w.Has(key) {
				t.Errorf("no text for %s", key)
			}
		}
	}
	for _, f := range Formats {
		if !w.Has("exchange.format." + f.Name) {
			t.Errorf("no text for the format %s", f.Name)
		}
	}
}

func TestCSV(t *testing.T) {
	all := rows(t, write(t, "csv", set(t, "en")))
	if len(all) != 4 {
		t.Fatalf("%d rows", len(all))
	}
	for name, want := range map[string]string{
		"quantity": "more than 7,000", "value": "7000", "low": "", "bound": "more_than", "hedge": "more than", "text": "more than 7,000 children",
		"place_iso3": "SYR", "place_m49": "760", "place_code_of": "Syrian Arab Republic", "as_of_start": "2020-07-01", "as_of_end": "2020-12-31", "citation": "A/99/9, para. 13",
	} {
		if got := all[1][at(name)]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := all[2][at("value")] + "|" + all[2][at("low")] + "|" + all[2][at("high")]; got != "|500|1200" {
		t.Errorf("a range is %s", got)
	}
	if got := all[2][at("sentence")]; got != "'=1+1 holds 500 to 1,200 tents." {
		t.Errorf("a sentence that looks like a formula is %q", got)
	}
	if got := all[3][at("value")]; got != "-5.25" {
		t.Errorf("a negative number is %q", got)
	}
	if got := all[3][at("text")]; got != "'-5.25 per cent" {
		t.Errorf("words that begin with a sign are %q", got)
	}
}

func TestHXL(t *testing.T) {
	all := rows(t, write(t, "hxl", set(t, "en")))
	seen := map[string]bool{}
	for i, tag := range all[1] {
		if !strings.HasPrefix(tag, "#") || seen[tag] {
			t.Errorf("column %s has the tag %q", all[0][i], tag)
		}
		seen[tag] = true
	}
	if all[1][at("place_iso3")] != "#country+code+v_iso3" || all[2][at("place_iso3")] != "SYR" {
		t.Errorf("the State's code is %q under %q", all[2][at("place_iso3")], all[1][at("place_iso3")])
	}
}

func TestXLSX(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		s := set(t, language)
		book, err := excelize.OpenReader(bytes.NewReader(write(t, "xlsx", s)))
		if err != nil {
			t.Fatal(err)
		}
		sheet := s.Words.Say("exchange.sheet.figures")
		name := func(column string, row int) string {
			cell, err := excelize.CoordinatesToCellName(at(column)+1, row)
			if err != nil {
				t.Fatal(err)
			}
			return cell
		}
		for cell, want := range map[string]string{
			name("bound", 1): s.Words.Say("exchange.column.bound"), name("value", 2): "7000", name("bound", 2): s.Words.Say("bound.more_than"), name("hedge", 2): "more than",
			name("value", 3): "", name("low", 3): "500", name("sentence", 3): "=1+1 holds 500 to 1,200 tents.", name("value", 4): "-5.25",
		} {
			if got, err := book.GetCellValue(sheet, cell); err != nil || got != want {
				t.Errorf("%s: %s is %q, want %q (%v)", language, cell, got, want, err)
			}
		}
		if formula, err := book.GetCellFormula(sheet, name("sentence", 3)); err != nil || formula != "" {
			t.Errorf("a sentence became the formula %q (%v)", formula, err)
		}
		if kind, err := book.GetCellType(sheet, name("sentence", 3)); err != nil || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			t.Errorf("the sentence is stored as %v (%v)", kind, err)
		}
		if props, err := book.GetDocProps(); err != nil || props.Creator != "Figurebook" {
			t.Errorf("the workbook's author is %q (%v)", props.Creator, err)
		}
	}
}

func TestDataPackage(t *testing.T) {
	raw := write(t, "datapackage", set(t, "en"))
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var d descriptor
	if err := json.Unmarshal(files["datapackage.json"], &d); err != nil {
		t.Fatal(err)
	}
	editions := map[string]bool{}
	for _, r := range d.Resources {
		table := rows(t, files[r.Path])
		var fields []string
		for _, f := range r.Schema.Fields {
			fields = append(fields, f.Name)
		}
		if !reflect.DeepEqual(table[0], fields) {
			t.Errorf("%s has the columns %v, its schema %v", r.Path, table[0], fields)
		}
		if r.Name == "reports" {
			for _, row := range table[1:] {
				editions[row[0]] = true
			}
		}
	}
	for _, row := range rows(t, files["figures.csv"])[1:] {
		if !editions[row[at("edition")]] {
			t.Errorf("the edition %s of a figure is no row of the reports", row[at("edition")])
		}
	}
	if !bytes.Equal(raw, write(t, "datapackage", set(t, "en"))) {
		t.Error("the same figures give other bytes")
	}
}

func TestParquet(t *testing.T) {
	raw := write(t, "parquet", set(t, "en"))
	f, err := parquet.OpenFile(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for i, field := range f.Schema().Fields() {
		if field.Name() != columns[i].name {
			t.Errorf("column %d is %s, want %s", i, field.Name(), columns[i].name)
		}
	}
	table := make([]parquet.Row, 3)
	r := f.RowGroups()[0].Rows()
	defer r.Close()
	if n, err := r.ReadRows(table); n != 3 || err != nil && !errors.Is(err, io.EOF) {
		t.Fatalf("%d rows: %v", n, err)
	}
	number := func(row int, name string) string {
		v := table[row][at(name)]
		if v.IsNull() {
			return ""
		}
		n := new(big.Int).SetBytes(v.ByteArray())
		if v.ByteArray()[0]&0x80 != 0 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
		}
		return new(big.Rat).SetFrac(n, big.NewInt(1e9)).FloatString(2)
	}
	for _, want := range []struct {
		row         int
		name, value string
	}{{0, "value", "7000.00"}, {0, "low", ""}, {1, "value", ""}, {1, "high", "1200.00"}, {2, "value", "-5.25"}} {
		if got := number(want.row, want.name); got != want.value {
			t.Errorf("row %d: %s is %q, want %q", want.row, want.name, got, want.value)
		}
	}
	if got := table[0][at("bound")].String() + " " + table[0][at("hedge")].String(); got != "more_than more than" {
		t.Errorf("the hedge is %q", got)
	}
	if got := table[0][at("as_of_end")].Int32(); got != 18627 { // 2020-12-31
		t.Errorf("the last day is %d days after 1970", got)
	}
}

// TestParquet_tooManyDigits: a number that the column cannot hold is refused by name, not rounded.
func TestParquet_tooManyDigits(t *testing.T) {
	s := set(t, "en")
	s.Figures[1].Low = dec(t, "0.12345678901")
	var fault *data.Fault
	if err := Find("parquet").Write(io.Discard, s); !errors.As(err, &fault) || fault.Place != "fn10" || !strings.Contains(fault.Detail, "low 0.12345678901") {
		t.Errorf("the error is %v", err)
	}
}

func TestCitations(t *testing.T) {
	for language, want := range map[string]string{
		"en": "A report on the valley (A/99/9), para. 13, footnote 10\n  more than 7,000: “more than 7,000 children” (A/99/9, para. 13)\n",
		"zh": "A report on the valley（A/99/9），第 13 段，脚注 10\n  超过 7,000：“more than 7,000 children”（A/99/9，第 13 段）\n",
	} {
		if got := string(write(t, "citations", set(t, language))); !strings.HasPrefix(got, want) {
			t.Errorf("in %s:\n%s\nwant\n%s", language, got, want)
		}
	}
	if got := string(write(t, "citations", set(t, "en"))); !strings.Contains(got, "Figurebook's summary of A/99/10, para. 2\n  -5.25%: -5.25 per cent (") {
		t.Errorf("a summary is cited as\n%s", got)
	}
}

func TestRIS(t *testing.T) {
	got := string(write(t, "ris", set(t, "en")))
	for _, line := range []string{"TY  - RPRT", "AU  - United Nations", "TI  - A report on the valley", "DA  - 2021/02/03/", "SN  - A/99/9", "N1  - more than 7,000: “more than 7,000 children” (A/99/9, para. 13)", "AU  - Figurebook"} {
		if !strings.Contains(got, line+"\r\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if n := strings.Count(got, "ER  - \r\n"); n != 2 {
		t.Errorf("%d references end", n)
	}
}

func TestCSL(t *testing.T) {
	var items []cslItem
	if err := json.Unmarshal(write(t, "csl", set(t, "en")), &items); err != nil {
		t.Fatal(err)
	}
	if len(items) != 2 || items[0].Number != "A/99/9" || !reflect.DeepEqual(items[0].Issued.Parts, [][]int{{2021, 2, 3}}) || !strings.Contains(items[0].Note, "more than 7,000") || items[1].Issued != nil {
		t.Errorf("the items are %+v", items)
	}
}

func TestSpan(t *testing.T) {
	for term, want := range map[string][2]string{
		"2020": {"2020-01-01", "2020-12-31"}, "2020-12": {"2020-12-01", "2020-12-31"}, "2020-10-14": {"2020-10-14", "2020-10-14"}, "2020-H1": {"2020-01-01", "2020-06-30"},
		"2020-Q3": {"2020-07-01", "2020-09-30"}, "2019-mid": {"2019-01-01", "2019-12-31"}, "2020-08/2020-11": {"2020-08-01", "2020-11-30"}, "before-2021": {"", "2020-12-31"}, "": {}, "soon": {}, "2020-13": {},
	} {
		first, last := span(term)
		if got := [2]string{first, last}; got != want {
			t.Errorf("%s is %v, want %v", term, got, want)
		}
	}
}

func TestForFile(t *testing.T) {
	for name, want := range map[string]string{"a.csv": "csv", "a.HXL.csv": "hxl", "a.xlsx": "xlsx", "a.parquet": "parquet", "a.doc": ""} {
		got := ""
		if f := ForFile(name); f != nil {
			got = f.Name
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
