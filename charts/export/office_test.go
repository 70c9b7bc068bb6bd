package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
)

// archive is the files of an office document.
func archive(t *testing.T, raw []byte) map[string][]byte {
	t.Helper()
	files, err := office.ReadZip(raw)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range files {
		if all[f.Name] != nil {
			t.Errorf("%s stands twice", f.Name)
		}
		all[f.Name] = f.Body
	}
	return all
}

// TestWrite_packages: every part is well-formed XML with a content type, every relationship leads to a part, every
// relationship that a part names exists, and the IDs of drawings differ.
func TestWrite_packages(t *testing.T) {
	for _, format := range []string{"docx", "pptx", "xlsx"} {
		parts := archive(t, written(t, chart(t, "zh"), format, Options{}))
		types := string(parts["[Content_Types].xml"])
		for name, body := range parts {
			ending := strings.TrimPrefix(path.Ext(name), ".")
			if !strings.Contains(types, `PartName="/`+name+`"`) && !strings.Contains(types, `Extension="`+ending+`"`) {
				t.Errorf("%s: %s has no content type", format, name)
			}
			if ending != "xml" && ending != "rels" {
				continue
			}
			used := relations(t, format+" "+name, body)
			if ending == "rels" {
				continue
			}
			folder, file := path.Split(name)
			links := string(parts[folder+"_rels/"+file+".rels"])
			for id := range used {
				if !strings.Contains(links, `Id="`+id+`"`) {
					t.Errorf("%s: %s names %s, which leads nowhere", format, name, id)
				}
			}
		}
		for name, body := range parts {
			if !strings.HasSuffix(name, ".rels") {
				continue
			}
			var links struct {
				Relationship []struct {
					Target string `xml:",attr"`
				}
			}
			if err := xml.Unmarshal(body, &links); err != nil {
				t.Fatal(err)
			}
			for _, l := range links.Relationship {
				target := strings.TrimPrefix(l.Target, "/")
				if target == l.Target {
					target = path.Join(path.Dir(path.Dir(name)), l.Target)
				}
				if parts[target] == nil {
					t.Errorf("%s: %s leads to %s, which is not there", format, name, target)
				}
			}
		}
	}
}

// relations are the relationship IDs that a part names; the part must be well-formed.
func relations(t *testing.T, name string, body []byte) map[string]bool {
	used := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return used
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return used
		}
		if start, ok := token.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if strings.HasSuffix(a.Name.Space, "officeDocument/2006/relationships") {
					used[a.Value] = true
				}
			}
		}
	}
}

// TestNative: the chart of the workbook has the values of the figures, its error bars reach to the upper ends of ranges,
// and its words say every hedge.
func TestNative(t *testing.T) {
	c := chart(t, "en")
	raw := written(t, c, "xlsx", Options{})
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	table, err := book.GetRows("Chart")
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string][]string{}
	for _, row := range table[1:] {
		if len(row) >= 5 {
			cells[row[4]] = row
		}
	}
	for words, want := range map[string][2]string{
		"1,500": {"1500", "0"}, "about 8,000": {"8000", "0"}, "more than 7,000": {"7000", "0"}, "nearly 9,000": {"9000", "0"},
		"1,000 to 2,200": {"1000", "1200"}, "vague: perhaps 200 to 999": {"200", "799"},
	} {
		if row := cells[words]; row == nil || row[1] != want[0] || row[3] != want[1] {
			t.Errorf("%s: the row %v, want value %s and error bar %s", words, row, want[0], want[1])
		}
	}
	part := string(archive(t, raw)["xl/charts/chart1.xml"])
	for _, want := range []string{"<c:errBars>", "<c:v>1200</c:v>", "more than 7,000", "'Chart'!$B$2:$B$9"} {
		if !strings.Contains(part, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y := range rows {
			for x := range rows[y] {
				cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
				if formula, _ := book.GetCellFormula(sheet, cell); formula != "" {
					t.Errorf("%s!%s holds the formula %s", sheet, cell, formula)
				}
			}
		}
	}
}

// TestNative_stack: the parts of a total are of one bar, each a series with the value and the error bar of its figure, beside the
// total's own; what they add up to is said and no bar.
func TestNative_stack(t *testing.T) {
	all := figures()[1:4]
	all[2].Quantity = data.Quantity{Low: decimal(1000), High: decimal(2200), Bound: data.Range, Unit: "person"}
	for i := range all {
		all[i].Counted = []string{"all", "one part", "another part"}[i]
	}
	all[1].PartOf, all[2].PartOf = all[0].ID, all[0].ID
	c, err := charts.Build(charts.Spec{Kind: charts.Stack, Measure: "fighters", By: "place", Language: "en"}, all, words(t))
	if err != nil {
		t.Fatal(err)
	}
	n := native(c)
	if len(n.Categories) != 2 || len(n.Series) != 3 || !strings.Contains(n.Categories[1], "added up here") {
		t.Fatalf("the rows %q with %d series", n.Categories, len(n.Series))
	}
	for i, want := range []office.Point{{Has: true, Value: 8000}, {Has: true, Value: 7000}, {Has: true, Value: 1000, Plus: 1200}} {
		row := min(i, 1)
		if p := n.Series[i].Points[row]; p.Value != want.Value || p.Plus != want.Plus || n.Series[i].Points[1-row].Has {
			t.Errorf("%s: %+v", n.Series[i].Name, n.Series[i].Points)
		}
	}
	if part := string(n.XML("")); !strings.Contains(part, `<c:grouping val="stacked"/>`) || !strings.Contains(part, "<c:v>1200</c:v>") {
		t.Error("the bars are not stacked, or have no error bars")
	}
}

// TestNative_gaps: a report of which nothing is known keeps its place, and no line is drawn over it.
func TestNative_gaps(t *testing.T) {
	var all []data.Figure
	place := "Mali"
	for i, symbol := range []string{"S/2098/1", "S/2098/2", "S/2099/4"} {
		f := data.Figure{ID: fmt.Sprint(i), Report: &symbol, Edition: symbol + "@en", Language: "en", Paragraph: "1", Measure: "fighters", Place: &place}
		f.Quantity = data.Quantity{Value: decimal(int64(1000 + i)), Bound: data.MoreThan, Unit: "person"}
		all = append(all, f)
	}
	spec := charts.Spec{Kind: charts.Lines, Measure: "fighters", By: "report", Language: "en", Reports: []string{"S/2098/1", "S/2098/2", "S/2099/3", "S/2099/4"}}
	c, err := charts.Build(spec, all, words(t))
	if err != nil {
		t.Fatal(err)
	}
	n := native(c)
	if len(n.Categories) != 4 || len(n.Series) != 1 || n.Series[0].Points[2].Has || !n.Series[0].Points[3].Has {
		t.Fatalf("the chart %+v", n)
	}
	part := string(n.XML(""))
	if !strings.Contains(part, `<c:ptCount val="4"/><c:pt idx="0"><c:v>1000</c:v></c:pt><c:pt idx="1"><c:v>1001</c:v></c:pt><c:pt idx="3">`) || !strings.Contains(part, `<c:dispBlanksAs val="gap"/>`) {
		t.Error("the gap is closed")
	}
}
