package charts

import (
	"image"
	"io"

	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/charts/raster"
)

// Image draws the chart for the screen, scale times its size in points, the mark of the figure emphasised on a tinted
// ground.
func (c *Chart) Image(scale float64, emphasised string) image.Image {
	canvas := raster.New(c.Width, c.Height, scale, c.Palette().Page)
	c.Draw(canvas, emphasised)
	return canvas.Image
}

// WritePNG writes the chart as a PNG of a resolution: 96, 192 and 288 dpi are one, two and three pixels a point of the
// screen.
func (c *Chart) WritePNG(w io.Writer, dpi float64) error {
	return raster.WritePNG(w, c.Width, c.Height, dpi/72, c.Palette().Page, func(canvas vg.Canvas) { c.Draw(canvas, "") })
}

// Missing are the runes of the chart's words that the font lacks, and so could not be drawn; each once.
func (c *Chart) Missing() string {
	var missing []rune
	seen := map[rune]bool{}
	for _, i := range c.items {
		w := weights()[0]
		if i.bold {
			w = weights()[1]
		}
		for _, r := range i.text {
			if _, has := w.advance(r); !has && !seen[r] {
				seen[r] = true
				missing = append(missing, r)
			}
		}
	}
	return string(missing)
}
