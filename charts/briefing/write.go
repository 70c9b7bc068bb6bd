package briefing

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/charts/export/pages"
	"figurebook.org/figurebook/data"
)

// Formats are the forms of a briefing: documents, slides, pages, and a folder of pictures and data.
var Formats = []string{"docx", "pptx", "pdf", "folder"}

// Write writes a briefing in some of Formats into the folder dir and gives the names of the files. Each file is written
// beside its place and then put there, so that none is half made.
func (b *Briefing) Write(ctx context.Context, dir string, formats []string) ([]string, error) {
	for _, f := range formats {
		if !slices.Contains(Formats, f) {
			return nil, &data.Fault{Kind: data.BadArgument, Detail: "format: " + f + " (" + strings.Join(Formats, ", ") + ")"}
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, cannotWrite(dir, err)
	}
	var written []string
	put := func(name string, fill func(io.Writer) error) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := File(filepath.Join(dir, name), fill)
		if err == nil {
			written = append(written, name)
		}
		return err
	}
	for _, f := range formats {
		var err error
		switch f {
		case "docx":
			err = put("briefing.docx", b.writeDOCX)
		case "pptx":
			err = put("briefing.pptx", b.writePPTX)
		case "pdf":
			err = put("briefing.pdf", b.writePDF)
		case "folder":
			err = b.writeFolder(put)
		}
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

func (b *Briefing) writeDOCX(w io.Writer) error {
	d, err := b.document()
	if err != nil {
		return err
	}
	return office.WriteDOCX(w, d)
}

func (b *Briefing) writePPTX(w io.Writer) error {
	d, err := b.deck()
	if err != nil {
		return err
	}
	return office.WritePPTX(w, d)
}

func (b *Briefing) writePDF(w io.Writer) error {
	d, err := b.document()
	if err != nil {
		return err
	}
	doc, err := pages.Lay(d)
	if err != nil {
		return err
	}
	if err := export.Describe(doc, d.Language, d.Title, strings.Join(b.cover(), " "), b.charts...); err != nil {
		return err
	}
	return doc.Output(w)
}

// writeFolder writes each chart as PNG and SVG, all figures as CSV and as a workbook, and a text that lists them.
func (b *Briefing) writeFolder(put func(name string, fill func(io.Writer) error) error) error {
	var list strings.Builder
	fmt.Fprintf(&list, "%s\n%s\n\n", b.Words.Say("briefing.title"), strings.Join(b.cover(), "\n"))
	for i, c := range b.sized("window") {
		base := fmt.Sprintf("chart-%02d-%s-%s", i+1, strings.ReplaceAll(c.Spec.Measure, "_", "-"), c.Spec.By)
		for _, format := range []string{"png", "svg"} {
			if err := put(base+"."+format, func(w io.Writer) error { return export.Write(w, c, format, b.options()) }); err != nil {
				return err
			}
		}
		fmt.Fprintf(&list, "%s: %s. %s. %s\n", base, c.Title, c.Subtitle, c.Source)
	}
	set := exchange.Set{Figures: b.figures, Reports: b.Reports, Words: b.Words, Vocabulary: b.Vocabulary}
	for _, format := range []string{"csv", "xlsx"} {
		if err := put("figures."+format, func(w io.Writer) error { return exchange.Find(format).Write(w, set) }); err != nil {
			return err
		}
	}
	list.WriteString("\n")
	for _, line := range b.caveats() {
		list.WriteString(line + "\n")
	}
	fmt.Fprintf(&list, "\n%s\n", b.Words.Say("briefing.disclaimer"))
	return put("README.txt", func(w io.Writer) error { _, err := io.WriteString(w, list.String()); return err })
}
