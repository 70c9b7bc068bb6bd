package extraction_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/vocabulary"
)

func extracted(t *testing.T, r *data.Report) extraction.Result {
	t.Helper()
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	result, err := extraction.Extract(context.Background(), r, words)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// stated is a figure of a table in one line: where, the words, the quantity, what, place, date, population, subject.
func stated(f data.Figure) string {
	or := func(s *string) string {
		if s == nil {
			return "-"
		}
		return *s
	}
	number := "-"
	switch {
	case f.Value != nil:
		number = f.Value.String()
	case f.Low != nil && f.High != nil:
		number = f.Low.String() + "–" + f.High.String()
	}
	return strings.Join([]string{f.Paragraph, f.Text, number, string(f.Bound), f.Hedge, f.Unit, f.Measure, or(f.Place), or(f.AsOf), f.Population, f.Subject}, " | ")
}

// TestExtract_tables reads the tables of a text in two languages from three formats: every number that counts something is found with
// what its heads say of it, and no other. The wanted figures were written down from the pages, by hand.
func TestExtract_tables(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		raw, err := os.ReadFile("testdata/tables." + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(strings.TrimSpace(string(raw)), "\n")
		for _, kind := range []string{".html", ".docx", ".pdf"} {
			t.Run(language+kind, func(t *testing.T) {
				name := filepath.Join("../reading/testdata/tables", "tables."+language+kind)
				file, err := os.Open(name)
				if err != nil {
					t.Fatal(err)
				}
				defer file.Close()
				info, err := file.Stat()
				if err != nil {
					t.Fatal(err)
				}
				r, err := reading.Read(context.Background(), file, info.Size(), name, reading.Hints{})
				if err != nil {
					t.Fatal(err)
				}
				result := extracted(t, r)
				var got []string
				for _, f := range result.Figures {
					if _, _, ok := data.InTable(f.Paragraph); !ok || strings.HasPrefix(f.Paragraph, "table10/") { // of which a cell is torn out, as each format shows it
						continue
					}
					got = append(got, stated(f))
					if p, ok := r.Paragraph(f.Paragraph); !ok || string([]rune(p.Text)[f.Start:f.End]) != f.Text {
						t.Errorf("%s: %q does not stand there", f.Paragraph, f.Text)
					}
					if f.Confidence > 0.6 || f.Why["measure"] == "" {
						t.Errorf("%s %s: confidence %v, %v", f.Paragraph, f.Text, f.Confidence, f.Why)
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				checkParts(t, result.Figures)
				checkRefusals(t, r, result)
			})
		}
	}
}

// checkParts: the rows above a total are its parts, and those of whom the head says so.
func checkParts(t *testing.T, figures []data.Figure) {
	byID := map[string]data.Figure{}
	for _, f := range figures {
		byID[f.ID] = f
	}
	parts := map[string]int{}
	for _, f := range figures {
		if total, ok := byID[f.PartOf]; ok {
			parts[total.Paragraph+" "+strings.ReplaceAll(total.Text, " ", ",")]++
		}
	}
	want := map[string]int{"table1/5 4,534": 3, "table1/5 274": 2, "table1/5 126": 2, "table4/5 25,570.3": 3, "table4/5 25,399.5": 3, "table9/2 1,234": 1, "table9/4 >5,000": 1}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}

// checkRefusals: every number of a table that is no figure is refused, with the reason.
func checkRefusals(t *testing.T, r *data.Report, result extraction.Result) {
	reasons := map[string]string{}
	for _, f := range result.Refusals {
		if f.Paragraph == "" {
			continue
		}
		if p, ok := r.Paragraph(f.Paragraph); !ok || string([]rune(p.Text)[f.Start:f.End]) != f.Text {
			t.Errorf("%s: %q does not stand there", f.Paragraph, f.Text)
		}
		reasons[f.Paragraph+" "+f.Text] = f.Reason
	}
	for at, want := range map[string]string{"table1 1": "table_head", "table2/1 2095": "table_head", "table14/2 1": "table_head", "table11/2 12": "table_scale"} {
		if at == "table11/2 12" && r.Language == "zh" {
			want = "table_measure"
		}
		if got := reasons[at]; got != want && !strings.HasPrefix(got, want) && reasons[at+"年"] != want {
			t.Errorf("%s is refused as %q, want %q", at, got, want)
		}
	}
	var none []string // tables without heads, and of pages and paragraphs
	for _, f := range result.Figures {
		if strings.HasPrefix(f.Paragraph, "tableu") || strings.HasPrefix(f.Paragraph, "table6/") {
			none = append(none, stated(f))
		}
	}
	if len(none) > 0 {
		t.Errorf("figures where none are: %v", none)
	}
}

// table is a report with one table.
func table(language, title string, rows ...[]string) *data.Report {
	return &data.Report{
		Language: language, Symbol: "S/2099/8", Title: "Counting", Date: "2099-02-03", Paragraphs: []data.Paragraph{{Number: "1", Text: "It was counted."}},
		Tables: []data.Table{{Paragraph: "1", Title: title, Rows: rows, Heads: 1, Labels: 1}},
	}
}

// TestExtract_tableScale: what the heads say of the scale is in every number, and where they leave it open there is no number.
func TestExtract_tableScale(t *testing.T) {
	for _, c := range []struct{ language, title, column, cell, want string }{
		{"en", "Table 1. Refugees (thousands)", "2096", "1,234", "1234000 person refugees"},
		{"en", "Table 1. Refugees, in thousands", "2096", "1,234", "1234000 person refugees"},
		{"en", "Table 1. Resources, in millions of United States dollars", "Expenditure", "12.5", "12500000 USD expenditure"},
		{"en", "Table 1", "Expenditure (US$ thousands)", "12.5", "12500 USD expenditure"},
		{"en", "Table 1", "Expenditure (US$ '000)", "12.5", "12500 USD expenditure"},
		{"en", "Table 1", "Expenditure (euros)", "1,250", "1250 EUR expenditure"},
		{"en", "Table 1. Resources (thousands of United States dollars)", "Expenditure (euros)", "1,250", "table_scale"},
		{"en", "Table 1. Resources (thousands of United States dollars)", "Staff", "12", "table_scale"},
		{"en", "Table 1. Resources (thousands of doubloons)", "Expenditure", "1,250", "table_scale"},
		{"en", "Table 1. Expenditure, thousands", "Expenditure ($)", "1,250", "table_scale"},
		{"en", "Table 1. Resources", "Expenditure", "1,250", "no_unit"},
		{"en", "Table 1. Resources", "Expenditure", "$1.2 million", "1200000 USD expenditure"},
		{"en", "Table 1. Resources (thousands of United States dollars)", "Expenditure", "$1.2 million", "table_scale"},
		{"en", "Table 1. Resources (thousands of United States dollars)", "Expenditure", "£12", "table_measure"},
		{"en", "Table 1. Households (thousands)", "Unemployment rate (%)", "12.5", "12.5 percent unemployment_rate"},
		{"zh", "表1 难民（千人）", "2096年", "1 234", "1234000 person refugees"},
		{"zh", "表1 财政资源（百万美元）", "支出", "12.5", "12500000 USD expenditure"},
		{"zh", "表1 财政资源", "支出（万美元）", "12.5", "125000 USD expenditure"},
		{"zh", "表1 财政资源（单位：千美元）", "支出", "12.5", "12500 USD expenditure"},
		{"zh", "表1 财政资源", "支出", "12.5", "no_unit"},
		{"zh", "表1 财政资源（千美元）", "支出（欧元）", "12.5", "table_scale"},
	} {
		label := map[string]string{"en": "Mali", "zh": "马里"}[c.language]
		result := extracted(t, table(c.language, c.title, []string{"", c.column}, []string{label, c.cell}))
		got := ""
		for _, f := range result.Figures {
			got += fmt.Sprint(f.Value.String(), " ", f.Unit, " ", f.Measure)
			if f.Place == nil || *f.Place != "Mali" {
				t.Errorf("%s, %s: place %v", c.title, c.column, f.Place)
			}
		}
		for _, f := range result.Refusals {
			if f.Paragraph == "table1/2" {
				got += f.Reason
			}
		}
		if got != c.want {
			t.Errorf("%s | %s | %s: %s, want %s", c.title, c.column, c.cell, got, c.want)
		}
	}
}

// TestExtract_tableCells: what a cell may say, and what is no number.
func TestExtract_tableCells(t *testing.T) {
	for cell, want := range map[string]string{
		"1,234": "1234 exact", "1 234 567": "1234567 exact", "1\u00a0234": "1234 exact", "0": "0 exact", "1,234a": "1234 exact", "1,234*": "1234 exact", "about 300": "300 about", "> 500": "500 more_than",
		"10–15": "10–15 range", "10-15": "10–15 range", "at least 40": "40 at_least", "1,23": "", "12 of 40": "", "5 (2 women)": "", "3 May 2097": "", "(40)": "", "-40": "", "12%": "", "A/75/12": "", "..": "", "–": "", "n/a": "", "nil": "", "": "", "1.234.5": "", "12 13": "", "2,5": "",
	} {
		result := extracted(t, table("en", "Table 1. Refugees", []string{"", "2096", "2097"}, []string{"Mali", cell, "70"}))
		got := ""
		for _, f := range result.Figures {
			if f.AsOf == nil || *f.AsOf != "2096" {
				continue
			}
			if got = string(f.Bound); f.Value != nil {
				got = f.Value.String() + " " + got
			} else {
				got = f.Low.String() + "–" + f.High.String() + " " + got
			}
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", cell, got, want)
		}
		refused := slices.ContainsFunc(result.Refusals, func(f data.Refusal) bool { return f.Paragraph == "table1/2" })
		if hasDigit := strings.ContainsAny(cell, "0123456789"); hasDigit != (want != "" || refused) {
			t.Errorf("%q: neither a figure nor refused", cell)
		}
	}
}

// TestExtract_tableIDs: a figure keeps its ID when a row is put before its own.
func TestExtract_tableIDs(t *testing.T) {
	head := []string{"", "Troops"}
	before := extracted(t, table("en", "Table 1. Troops in 2097", head, []string{"Mali", "12"}, []string{"Niger", "12"}))
	after := extracted(t, table("en", "Table 1. Troops in 2097", head, []string{"Chad", "12"}, []string{"Mali", "12"}, []string{"Niger", "12"}))
	if len(before.Figures) != 2 || len(after.Figures) != 3 {
		t.Fatal(len(before.Figures), len(after.Figures))
	}
	for i := range before.Figures {
		if before.Figures[i].ID != after.Figures[i+1].ID {
			t.Errorf("%s has another ID", *before.Figures[i].Place)
		}
	}
}
