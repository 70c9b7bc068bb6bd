package charts

import (
	"bytes"
	"fmt"
	"testing"

	"figurebook.org/figurebook/data"
)

// many are n figures of places, with every bound, in the half-years from 2000 on.
func many(n int) []data.Figure {
	bounds := every()
	all := make([]data.Figure, n)
	for i := range all {
		f := bounds[i%len(bounds)]
		place, symbol := fmt.Sprintf("Place %d", i%50), fmt.Sprintf("S/%d/%d", 2000+i%20, i%100)
		asOf := fmt.Sprintf("%d-%02d-%02d", 2000+i%20, 1+i/20%12, 1+i/240%28)
		f.ID, f.Place, f.Report, f.AsOf, f.Edition = fmt.Sprint(i), &place, &symbol, &asOf, symbol+"@en"
		all[i] = f
	}
	return all
}

func benchmark(b *testing.B, spec Spec, figures []data.Figure, draw func(*Chart) error) {
	v := words(b)
	for b.Loop() {
		chart, err := Build(spec, figures, v)
		if err != nil {
			b.Fatal(err)
		}
		if err := draw(chart); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPNG is Spec and 50 figures to a PNG at 192 dpi.
func BenchmarkPNG(b *testing.B) {
	for _, language := range []string{"en", "zh"} {
		b.Run(language, func(b *testing.B) {
			benchmark(b, Spec{Measure: "fighters", By: "place", Language: language}, many(50), func(c *Chart) error { return c.WritePNG(&bytes.Buffer{}, 192) })
		})
	}
}

// BenchmarkWindow is a redraw for the window at 800 by 500 pixels.
func BenchmarkWindow(b *testing.B) {
	for _, spec := range []Spec{
		{Measure: "fighters", By: "place", Language: "en", Width: 800, Height: 500},
		{Measure: "fighters", By: "date", Kind: Multiples, Language: "zh", Width: 800, Height: 500},
	} {
		b.Run(spec.By, func(b *testing.B) {
			figures := every()
			figures[0].Region = "Asia"
			benchmark(b, spec, figures, func(c *Chart) error { c.Image(1, "Iraq"); return nil })
		})
	}
}

// BenchmarkPoints is 10,000 points, drawn for the window.
func BenchmarkPoints(b *testing.B) {
	figures := many(10_000)
	for i := range figures {
		place := fmt.Sprintf("Place %d", i%9)
		figures[i].Place = &place
	}
	benchmark(b, Spec{Kind: Lines, Measure: "fighters", By: "date", Language: "en"}, figures, func(c *Chart) error { c.Image(1, ""); return nil })
}
