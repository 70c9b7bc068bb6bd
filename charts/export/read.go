package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"sort"
	"strconv"
	"strings"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// MaxSize is the greatest file that ReadFile looks into.
const MaxSize = 256 << 20

// ReadFile reads the Specs of the charts in a file that Write or a briefing made, whatever its format. Its errors are
// *data.Fault that name the file: it is missing, holds no chart, or holds one of a newer version.
func ReadFile(name string) ([]charts.Spec, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &data.Fault{Kind: data.FileMissing, File: name, Err: err}
	case err != nil:
		return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: err.Error(), Err: err}
	case info.IsDir() || info.Size() > MaxSize:
		return nil, &data.Fault{Kind: data.NoChartInFile, File: name}
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: err.Error(), Err: err}
	}
	all, err := ReadSpecs(raw)
	var fault *data.Fault
	if errors.As(err, &fault) {
		fault.File = name
	}
	return all, err
}

// ReadSpecs is ReadFile on the file's bytes.
func ReadSpecs(raw []byte) ([]charts.Spec, error) {
	var carried []byte
	var err error
	switch {
	case bytes.HasPrefix(raw, []byte("\x89PNG\r\n")):
		carried, err = carriedPNG(raw)
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		carried, err = between(raw, "<figurebook:carried>", "</figurebook:carried>")
	case bytes.HasPrefix(raw, []byte("%!PS")):
		carried, err = carriedEPS(raw)
	case bytes.HasPrefix(raw, []byte("PK")):
		carried, err = carriedOffice(raw)
	case bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")):
		carried = raw
	default:
		carried, err = between(raw, `<figurebook xmlns="https://figurebook.org/chart">`, "</figurebook>")
	}
	if err != nil {
		return nil, &data.Fault{Kind: data.NoChartInFile, Err: err}
	}
	return specs(carried)
}

// carriedOffice is what the custom properties of an office document hold: those of OOXML in docProps/custom.xml, those of
// ODF in meta.xml.
func carriedOffice(raw []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	for _, f := range archive.File {
		if f.Name != "docProps/custom.xml" && f.Name != "meta.xml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		properties, err := properties(io.LimitReader(r, MaxSize))
		if err := errors.Join(err, r.Close()); err != nil {
			return nil, err
		}
		var numbers []int
		for n := range properties {
			numbers = append(numbers, n)
		}
		sort.Ints(numbers)
		var b strings.Builder
		for _, n := range numbers {
			b.WriteString(properties[n])
		}
		return fromLetters(b.String())
	}
	return nil, errNone
}

// properties are the numbered pieces "Figurebook 1", "Figurebook 2" … among the custom properties of an XML part.
func properties(r io.Reader) (map[int]string, error) {
	d := xml.NewDecoder(r)
	all := map[int]string{}
	n := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				if rest, ok := strings.CutPrefix(a.Value, carriedKey+" "); ok && a.Name.Local == "name" {
					n, _ = strconv.Atoi(rest)
				}
			}
		case xml.EndElement:
			if t.Name.Local == "property" || t.Name.Local == "user-defined" {
				n = 0
			}
		case xml.CharData:
			if n > 0 {
				all[n] += strings.TrimSpace(string(t))
			}
		}
	}
}
