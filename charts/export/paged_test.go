package export

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// TestWrite_pages: a chart of several pages has them all in a PDF, a document and slides, its figures whole in data, and a picture
// holds the page asked for; each file gives one chart back.
func TestWrite_pages(t *testing.T) {
	var all []data.Figure
	for i := range 120 {
		f := figures()[i%8]
		place := fmt.Sprint("Place ", i)
		f.ID, f.Place = fmt.Sprint(i), &place
		all = append(all, f)
	}
	c, err := charts.Build(charts.Spec{Measure: "fighters", By: "place", Language: "en", Size: "slide"}, all, words(t))
	if err != nil {
		t.Fatal(err)
	}
	count := len(c.Pages())
	if count < 3 {
		t.Fatalf("120 rows on %d slides", count)
	}
	for format, parts := range map[string]string{"docx": "word/media/image%d.png", "pptx": "ppt/slides/slide%d.xml"} {
		files := archive(t, written(t, c, format, Options{}))
		found := 0
		for i := range 4 * count {
			if files[fmt.Sprintf(parts, i+1)] != nil {
				found++
			}
		}
		if want := map[string]int{"docx": count, "pptx": 2 * count}[format]; found != want {
			t.Errorf("%s: %d of %s, want %d", format, found, parts, want)
		}
	}
	if pages := bytes.Count(written(t, c, "pdf", Options{}), []byte("/Type /Page\n")); pages != count {
		t.Errorf("the PDF has %d pages, want %d", pages, count)
	}
	if rows := bytes.Count(written(t, c, "csv", Options{}), []byte("\n")); rows < 121 {
		t.Errorf("the CSV has %d lines", rows)
	}
	second := written(t, c, "svg", Options{Page: 2})
	if want := fmt.Sprintf("(part 2 of %d)", count); !strings.Contains(string(second), want) {
		t.Errorf("the second picture does not say %s", want)
	}
	for _, format := range Formats {
		if format == "csv" {
			continue
		}
		specs, err := ReadSpecs(written(t, c, format, Options{}))
		if err != nil || len(specs) != 1 || specs[0].Size != "slide" {
			t.Errorf("%s gives back %+v: %v", format, specs, err)
		}
	}
}

// TestWrite_rightToLeft: words that are written from right to left are refused by name in pictures; data hold them.
func TestWrite_rightToLeft(t *testing.T) {
	for _, place := range []string{"العراق", "ישראל"} {
		one := figures()[:1]
		one[0].Place = &place
		c, err := charts.Build(charts.Spec{Measure: "fighters", By: "place", Language: "en"}, one, words(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range Formats {
			var fault *data.Fault
			err := Write(&bytes.Buffer{}, c, format, Options{Vocabulary: words(t)})
			switch format {
			case "csv", "json", "xlsx":
				if err != nil {
					t.Errorf("%s: %v", format, err)
				}
			default:
				if !errors.As(err, &fault) || fault.Kind != data.RightToLeft || fault.Detail == "" {
					t.Errorf("%s: %v", format, err)
				}
			}
		}
	}
}
