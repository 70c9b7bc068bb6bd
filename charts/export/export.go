// Package export writes a Chart into files: pictures, documents and data. Every file but CSV carries the Spec and its
// figures' citations, so that ReadSpecs restores the chart from it; none names a folder, a user or the time. The same
// chart gives the same bytes.
package export

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Options say how a chart is written.
type Options struct {
	Page       int                    // of a picture: which of Chart.Pages, from 1; 0 is read as 1
	Scale      int                    // of a PNG: 1, 2 or 3 times 96 dots an inch; 0 is read as 2
	Text       bool                   // of an SVG: keep text as text, with the font's runes in the file
	Vocabulary *vocabulary.Vocabulary // the labels of terms in tables
	Reports    []data.Report          // titles for citations; a report that is missing is cited by its symbol
}

// Formats are the names of all formats, which are also the endings of their files.
var Formats = []string{"png", "svg", "pdf", "eps", "docx", "pptx", "xlsx", "odt", "csv", "json"}

// ForFile is the format that a file's name asks for; false where its ending is none of Formats.
func ForFile(name string) (string, bool) {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".")
	for _, f := range Formats {
		if f == ending {
			return f, true
		}
	}
	return "", false
}

// Paged tells whether a format holds one page of a chart a file.
func Paged(format string) bool { return format == "png" || format == "svg" || format == "eps" }

// Write writes the chart in one of Formats: of the pages of a chart a picture holds one, the others hold all. Its errors are those of w, and a *data.Fault: runes that the font lacks, a
// wrong format or scale. Nothing is written but a whole file.
func Write(w io.Writer, c *charts.Chart, format string, o Options) error {
	if o.Scale == 0 {
		o.Scale = 2
	}
	if o.Scale < 1 || o.Scale > 3 {
		return &data.Fault{Kind: data.BadArgument, Detail: "scale (1, 2, 3)"}
	}
	if missing := c.Missing(); missing != "" && !slices.Contains([]string{"csv", "json", "xlsx"}, format) { // these hold no picture
		if rightToLeft(missing) {
			return &data.Fault{Kind: data.RightToLeft, Detail: missing}
		}
		return &data.Fault{Kind: data.MissingGlyphs, Detail: missing}
	}
	page := c.Pages()[min(max(o.Page, 1), len(c.Pages()))-1]
	made, ok := map[string]func() ([]byte, error){
		"png":  func() ([]byte, error) { return PNG(page, o.Scale) },
		"svg":  func() ([]byte, error) { return SVG(page, o.Text) },
		"pdf":  func() ([]byte, error) { return PDF(c) },
		"eps":  func() ([]byte, error) { return EPS(page) },
		"docx": func() ([]byte, error) { return docx(c, o) },
		"pptx": func() ([]byte, error) { return pptx(c, o) },
		"xlsx": func() ([]byte, error) { return xlsx(c, o) },
		"odt":  func() ([]byte, error) { return odt(c, o) },
		"csv":  func() ([]byte, error) { return table(c, o) },
		"json": func() ([]byte, error) { return chartJSON(c, o) },
	}[format]
	if !ok {
		return &data.Fault{Kind: data.BadArgument, Detail: "format: " + format + " (" + strings.Join(Formats, ", ") + ")"}
	}
	raw, err := made()
	return write(w, raw, err)
}

// rightToLeft tells whether a text has letters of a script that is written from right to left.
func rightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
	})
}

// table is the figures as CSV. The mark at its start tells spreadsheets that it is UTF-8: without it they show Chinese wrong.
func table(c *charts.Chart, o Options) ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	err := exchange.Find("csv").Write(b, set(c, o))
	return b.Bytes(), err
}

func set(c *charts.Chart, o Options) exchange.Set {
	return exchange.Set{Figures: c.Figures, Reports: o.Reports, Words: translations.For(c.Spec.Language), Vocabulary: o.Vocabulary}
}

// chartJSON is what the file carries with the figures whole: data.Figure as the programs print it, its quantity in words and
// its citation beside it.
func chartJSON(c *charts.Chart, o Options) ([]byte, error) {
	type cited struct {
		data.Figure
		Label    string `json:"label"`
		Words    string `json:"quantity"`
		Citation string `json:"citation"`
	}
	figures := []cited{}
	for _, r := range rows(c) {
		figures = append(figures, cited{r.figure, r.label, charts.Plain(r.quantity), r.citation})
	}
	carried, err := carry(c)
	if err != nil {
		return nil, err
	}
	var whole map[string]any
	if err := json.Unmarshal(carried, &whole); err != nil {
		return nil, err
	}
	whole["title"], whole["subtitle"], whole["notes"], whole["source"], whole["figures"] = c.Title, c.Subtitle, c.Notes, c.Source, figures
	return json.MarshalIndent(whole, "", " ")
}
