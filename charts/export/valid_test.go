package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/charts/export/office/officetest"
)

// TestWrite_valid: Microsoft's validator has nothing against the office files of any kind of chart: slides of each, which hold its
// native chart, and a document and a workbook of each form of native chart.
func TestWrite_valid(t *testing.T) {
	for name, c := range forms(t) {
		formats := []string{"pptx"}
		if name == "dots" || name == "lines" || name == "stack" || name == "table" {
			formats = []string{"pptx", "docx", "xlsx"}
		}
		for _, format := range formats {
			t.Run(name+"."+format, func(t *testing.T) {
				if testing.Short() && name != "stack" {
					t.Skip("the validator takes a second a file")
				}
				t.Parallel()
				officetest.Valid(t, "chart."+format, written(t, c, format, Options{}))
			})
		}
	}
}

// TestWrite_invalid: a document whose chart has two elements in the wrong order is found out, so the test above can fail.
func TestWrite_invalid(t *testing.T) {
	files, err := office.ReadZip(written(t, forms(t)["dots"], "docx", Options{}))
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(files, func(f office.File) bool { return strings.HasPrefix(f.Name, "word/charts/chart") })
	const right, wrong = `<c:barDir val="bar"/><c:grouping val="clustered"/>`, `<c:grouping val="clustered"/><c:barDir val="bar"/>`
	if at < 0 || !bytes.Contains(files[at].Body, []byte(right)) {
		t.Fatal("the document has no chart of bars")
	}
	files[at].Body = bytes.Replace(files[at].Body, []byte(right), []byte(wrong), 1)
	var broken bytes.Buffer
	if err := office.WriteZip(&broken, files); err != nil {
		t.Fatal(err)
	}
	if faults := officetest.Faults(t, "broken.docx", broken.Bytes()); len(faults) == 0 {
		t.Error("elements in the wrong order are not found")
	}
}
