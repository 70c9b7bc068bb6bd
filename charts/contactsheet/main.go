// Command contactsheet draws one chart of each kind, in both languages and all colours, from the facts of the built-in
// edition onto one picture:
//
//	go run ./charts/contactsheet assets/pictures/charts.png
package main

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"os"

	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/raster"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/edition"
	"figurebook.org/figurebook/data/vocabulary"
)

// specs are what stands on the sheet, column by column.
var specs = [][]charts.Spec{
	{
		{Kind: charts.Dots, Measure: "fighters", By: "region", Report: "S/2025/496", Language: "en"},
		{Kind: charts.Stack, Measure: "detainees", By: "place", Report: "S/2021/98", Language: "zh"},
		{Kind: charts.Lines, Measure: "fighters", By: "report", Place: "Iraq and Syrian Arab Republic", Language: "en", Theme: "dark"},
		{Kind: charts.Slope, Measure: "guards", By: "date", Language: "zh"},
	},
	{
		{Kind: charts.Multiples, Measure: "fighters", By: "region", Report: "S/2025/482", Language: "zh", Theme: "dark"},
		{Kind: charts.Bars, Measure: "fighters", By: "group", Group: "ISIL-K", Language: "en", Theme: "print"},
		{Kind: charts.Timeline, Measure: "prisoners_escaped", By: "date", Report: "S/2021/98", Language: "en"},
		{Kind: charts.Table, Measure: "children_in_camps", By: "place", Report: "S/2021/98", Language: "zh", Theme: "print"},
	},
}

const (
	width = 470.0 // of a chart, in points
	gap   = 14.0
	scale = 1.3 // pixels a point
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "contactsheet FILE.png")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(path string) error {
	words, err := vocabulary.Default()
	if err != nil {
		return err
	}
	figures, err := known(words)
	if err != nil {
		return err
	}
	columns := make([][]*charts.Chart, len(specs))
	height := 0.0
	for i, column := range specs {
		y := gap
		for _, spec := range column {
			spec.Width = width
			c, err := charts.Build(spec, figures, words)
			if err != nil {
				return fmt.Errorf("%s: %w", spec.Kind, err)
			}
			columns[i] = append(columns[i], c)
			y += c.Height + gap
		}
		height = max(height, y)
	}
	sheet := raster.New(float64(len(columns))*(width+gap)+gap, height, scale, color.RGBA{0xee, 0xee, 0xee, 255})
	for i, column := range columns {
		top := gap
		for _, c := range column {
			sheet.Push()
			sheet.Translate(vg.Point{X: vg.Length(gap + float64(i)*(width+gap)), Y: vg.Length(height - top - c.Height)})
			c.Draw(sheet, "")
			sheet.Pop()
			top += c.Height + gap
		}
	}
	var picture bytes.Buffer
	if err := raster.EncodePNG(&picture, sheet.Image); err != nil {
		return err
	}
	return os.WriteFile(path, picture.Bytes(), 0o644)
}

// known are the facts of the built-in edition.
func known(words *vocabulary.Vocabulary) ([]data.Figure, error) {
	e, err := edition.Read(builtin.Files)
	if err != nil {
		return nil, err
	}
	prepared, err := e.Prepare(context.Background(), words, true)
	if err != nil {
		return nil, err
	}
	var figures []data.Figure
	for _, p := range prepared {
		figures = append(figures, p.Result.Figures...)
	}
	return figures, nil
}
