// Package handmade writes PDFs object by object, and damages files of all kinds, for tests that need what no writer would
// write.
package handmade

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// File is a PDF of the objects given, the first of which is its root.
func File(objects ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return out.Bytes()
}

// Stream is an object that holds content, deflated; entries are what its dictionary says besides, "/N 3".
func Stream(content, entries string) string {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte(content)) // a buffer takes all
	_ = z.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, packed.Len(), packed.String())
}

// Packed is a PDF without a table of its objects: a stream tells where they stand. Its root, object 1, is the first of
// those in the object stream given, as are objects 2 to 100.
func Packed(objects string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.5\n")
	fmt.Fprintf(&out, "101 0 obj\n%s\nendobj\n", objects)
	table := out.Len()
	var rows bytes.Buffer
	rows.Write([]byte{0, 0, 0, 0, 0})
	for i := range 100 {
		rows.Write([]byte{2, 0, 0, 101, byte(i)})
	}
	rows.Write([]byte{1, 0, 0, 9, 0, 1, byte(table >> 16), byte(table >> 8), byte(table), 0})
	fmt.Fprintf(&out, "102 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", Stream(rows.String(), "/Type/XRef/W[1 3 1]/Size 103/Root 1 0 R"), table)
	return out.Bytes()
}

// Page is a PDF of one page that draws content in a font called F, which font describes.
func Page(content, font string) []byte {
	return File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		Stream(content, ""), font)
}

// Times is a font of the program that shows the page, without widths.
const Times = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
