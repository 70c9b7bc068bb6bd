package reading

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// TestRead_tables reads the tables of one text, in two languages, as a saved page, as Word and as PDF: titles with what they are
// counted in, rows, heads over several columns, labels over several rows. A table of which a cell is missing is not trusted.
func TestRead_tables(t *testing.T) {
	type shape struct {
		heads, labels int
		unclear       string
	}
	want := map[string]shape{
		"1": {1, 1, ""}, "2": {1, 1, ""}, "3": {2, 1, ""}, "4": {1, 1, ""}, "5": {1, 1, ""}, "7": {1, 2, ""}, "8": {1, 1, ""},
		"9": {1, 1, ""}, "10": {1, 1, "ragged"}, "11": {1, 1, ""}, "12": {1, 1, ""}, "13": {1, 2, ""}, "14": {2, 1, ""},
	}
	for _, language := range []string{"en", "zh"} {
		for _, kind := range []string{".html", ".docx", ".pdf"} {
			t.Run(language+kind, func(t *testing.T) {
				r := readFile(t, filepath.Join("testdata/tables", "tables."+language+kind), Hints{})
				if len(r.Paragraphs) != 18 {
					t.Errorf("%d paragraphs", len(r.Paragraphs))
				}
				seen := map[string]bool{}
				for i, table := range r.Tables {
					number, _, _ := data.InTable(r.TableName(i))
					w, ok := want[number]
					if !ok {
						continue // of words, or without a title
					}
					seen[number] = true
					if w.unclear != "" && kind != ".html" {
						w.unclear = "" // Word fills the row up, and a page shows its cells below the heads where they stand
					}
					if got := (shape{table.Heads, table.Labels, table.Unclear}); got != w {
						t.Errorf("table %s: %+v, want %+v", number, got, w)
					}
				}
				if len(seen) != len(want) {
					t.Errorf("tables %v", seen)
				}
				if table := titled(r, "4"); !strings.HasSuffix(table.Title, ")") && !strings.HasSuffix(table.Title, "）") {
					t.Errorf("table 4 is %q", table.Title)
				}
				three, thirteen, nine := titled(r, "3"), titled(r, "13"), titled(r, "9")
				if got := fmt.Sprint(three.Head(1), three.Head(4)); got != map[string]string{"en": "[2096 Women] [2097 Men]", "zh": "[2096年 女] [2097年 男]"}[language] {
					t.Error("table 3:", got)
				}
				if got := fmt.Sprint(thirteen.Label(2), thirteen.Label(4)); got != map[string]string{"en": "[Africa Niger] [Asia Afghanistan]", "zh": "[非洲 尼日尔] [亚洲 阿富汗]"}[language] {
					t.Error("table 13:", got)
				}
				if got := strings.ReplaceAll(nine.Rows[1][1], " ", ","); got != "1,234" {
					t.Errorf("the mark of a note was not taken off: %q", got)
				}
				if n := slices.IndexFunc(r.Notes, func(n data.Note) bool { return n.Kind == "table_unclear" }); (n >= 0) != (kind == ".html") {
					t.Error(r.Notes)
				}
			})
		}
	}
}

func titled(r *data.Report, number string) data.Table {
	for i := range r.Tables {
		if r.TableName(i) == "table"+number {
			return r.Tables[i]
		}
	}
	return data.Table{Rows: [][]string{{"", ""}, {"", ""}}}
}

// TestRead_tableTitles: the title of a table is not read as the end of the paragraph before it, whatever it ends with, and a
// sentence that begins with the number of a table is no title.
func TestRead_tableTitles(t *testing.T) {
	page := func(above string) string {
		return `<!DOCTYPE html><html><body><p>1. The valley was counted.</p>` + above + `<table><tr><th>Village</th><th>Wells</th></tr><tr><td>Mill</td><td>12</td></tr></table><p>2. It rained.</p></body></html>`
	}
	for above, want := range map[string]string{
		`<p>Table 2. Wells (thousands)</p>`:                                         "Table 2. Wells (thousands)",
		`<p>Table 2</p><p>Wells of the valley</p><p>(Thousands of wells)</p>`:       "Table 2 Wells of the valley (Thousands of wells)",
		`<p>Tableau II</p><p>Puits</p>`:                                             "Tableau II Puits",
		`<p>表二 水井（千口）</p>`:                                                          "表二 水井（千口）",
		`<p>Table 2 shows how many wells there were before the mill was built.</p>`: "",
	} {
		r, err := readBytes([]byte(page(above)), "a.html")
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Tables) != 1 || r.Tables[0].Title != want {
			t.Errorf("%s: %+v", above, r.Tables)
		}
		if want != "" && r.Paragraphs[0].Text != "The valley was counted." {
			t.Errorf("%s: paragraph 1 is %q", above, r.Paragraphs[0].Text)
		}
	}
}
