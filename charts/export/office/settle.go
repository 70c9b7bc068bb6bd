package office

import (
	"bytes"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Settle is a workbook as bytes that are the same whenever it is written, with parts put in the place of those of the
// same names.
func Settle(book *excelize.File, replaced map[string][]byte) ([]byte, error) {
	if err := book.SetDocProps(&excelize.DocProperties{Creator: "Figurebook", LastModifiedBy: "Figurebook", Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"}); err != nil {
		return nil, err
	}
	var raw, out bytes.Buffer
	if _, err := book.WriteTo(&raw); err != nil {
		return nil, err
	}
	files, err := ReadZip(raw.Bytes())
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) }) // "[Content_Types].xml" comes first
	for i := range files {
		if body, ok := replaced[files[i].Name]; ok {
			files[i].Body = body
		}
	}
	err = WriteZip(&out, files)
	return out.Bytes(), err
}
