package office

import (
	"bytes"
	"encoding/xml"
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
		if files[i].Name == "[Content_Types].xml" {
			if files[i].Body, err = sortedTypes(files[i].Body); err != nil {
				return nil, err
			}
		}
	}
	err = WriteZip(&out, files)
	return out.Bytes(), err
}

// sortedTypes is the list of content types by name: excelize writes it in an order that changes.
func sortedTypes(raw []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:",attr,omitempty"`
		PartName    string `xml:",attr,omitempty"`
		ContentType string `xml:",attr"`
	}
	var types struct {
		XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Defaults  []entry  `xml:"Default"`
		Overrides []entry  `xml:"Override"`
	}
	if err := xml.Unmarshal(raw, &types); err != nil {
		return nil, err
	}
	byName := func(a, b entry) int {
		return strings.Compare(a.Extension+a.PartName, b.Extension+b.PartName)
	}
	slices.SortFunc(types.Defaults, byName)
	slices.SortFunc(types.Overrides, byName)
	out, err := xml.Marshal(types)
	return append([]byte(xmlHead), out...), err
}
