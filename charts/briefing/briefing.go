// Package briefing writes the standard briefing: every standard chart, and the figures behind them.
package briefing

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Write writes each standard chart as PNG and SVG, the figures as CSV and a text that lists them into the folder dir,
// and gives the names of the files. Each file is written beside its place and then put there, so that none is half made.
func Write(ctx context.Context, dir string, figures []data.Figure, words *translations.Words, v *vocabulary.Vocabulary) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, &data.Fault{Kind: data.CannotWrite, File: dir, Detail: err.Error(), Err: err}
	}
	standard := charts.Standard(figures, words.Short(), v)
	if len(standard) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: "-"}
	}
	var written []string
	write := func(name string, fill func(io.Writer) error) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		written = append(written, name)
		return File(filepath.Join(dir, name), fill)
	}
	var list strings.Builder
	fmt.Fprintf(&list, "%s\n\n", words.Say("briefing.title"))
	for i, c := range standard {
		base := fmt.Sprintf("%02d-%s", i+1, c.Spec.Measure)
		for _, format := range []string{"png", "svg"} {
			if err := write(base+"."+format, func(w io.Writer) error { return charts.Export(c, format, w) }); err != nil {
				return written, err
			}
		}
		fmt.Fprintf(&list, "%s: %s. %s. %s\n", base, c.Title, c.Subtitle, c.Source)
	}
	var shown []data.Figure
	digest := false
	for _, f := range figures {
		if f.Language == words.Short() {
			shown = append(shown, f)
			digest = digest || f.Digest
		}
	}
	if err := write("figures.csv", func(w io.Writer) error {
		return exchange.Find("csv").Write(w, exchange.Set{Figures: shown, Words: words, Vocabulary: v})
	}); err != nil {
		return written, err
	}
	if digest {
		fmt.Fprintf(&list, "\n%s\n", words.Say("briefing.digest"))
	}
	fmt.Fprintf(&list, "\n%s\n", words.Say("briefing.disclaimer"))
	err := write("README.txt", func(w io.Writer) error { _, err := io.WriteString(w, list.String()); return err })
	return written, err
}
