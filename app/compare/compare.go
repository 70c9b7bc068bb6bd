// Package compare shows the chart and its choices.
package compare

import (
	"image"
	"log/slog"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Events are what the pane tells.
type Events struct {
	MarkTapped func(figure string)
	Failed     func(err error) string // the sentence to show in the chart's place
}

// Compare is the pane.
type Compare struct {
	words           *translations.Words
	v               *vocabulary.Vocabulary
	events          Events
	figures         []data.Figure
	measures        []string
	measure, by     *widget.Select
	picture         *picture
	message         *widget.Label
	chart           *charts.Chart
	chosen          string
	report          string // symbol, or key, of the open report: what is compared by place, region and group
	request         int    // number of the newest drawing asked for; a late one is dropped
	currentBy, what string
	run             func(work func())
}

var ways = []string{"place", "region", "group", "date", "period", "report"}

// New is an empty comparison; run starts work off the UI goroutine.
func New(words *translations.Words, v *vocabulary.Vocabulary, run func(work func()), events Events) *Compare {
	c := &Compare{run: run, words: words, v: v, events: events, message: widget.NewLabel(""), currentBy: "place"}
	c.message.Wrapping = fyne.TextWrapWord
	c.picture = &picture{compare: c, image: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))}
	c.picture.image.FillMode = canvas.ImageFillContain
	c.picture.ExtendBaseWidget(c.picture)
	c.measure = widget.NewSelect(nil, func(string) {
		if i := c.measure.SelectedIndex(); i >= 0 && c.measures[i] != c.what {
			c.what = c.measures[i]
			c.draw()
		}
	})
	var names []string
	for _, w := range ways {
		names = append(names, words.Say("chart.by."+w))
	}
	c.by = widget.NewSelect(names, func(string) {
		if i := c.by.SelectedIndex(); i >= 0 && ways[i] != c.currentBy {
			c.currentBy = ways[i]
			c.draw()
		}
	})
	c.by.SetSelectedIndex(0)
	return c
}

// Object is what stands in the window.
func (c *Compare) Object() fyne.CanvasObject {
	return container.NewBorder(container.NewGridWithColumns(2, c.measure, c.by), c.message, nil, nil, c.picture)
}

// SetFigures takes the figures that can be compared, and draws the measure stated most often.
func (c *Compare) SetFigures(figures []data.Figure) {
	c.figures = figures
	count := map[string]int{}
	for _, f := range figures {
		count[f.Measure]++
	}
	c.measures = c.measures[:0]
	for m := range count {
		c.measures = append(c.measures, m)
	}
	sort.Slice(c.measures, func(i, j int) bool {
		a, b := c.measures[i], c.measures[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	c.measure.Options = nil
	for _, m := range c.measures {
		c.measure.Options = append(c.measure.Options, c.v.Label(vocabulary.Measure, m, c.words.Short()))
	}
	shown := max(0, slices.Index(c.measures, c.what)) // what was compared before, or what is stated most
	c.measure.ClearSelected()
	c.what = ""
	if len(c.measures) > 0 {
		c.measure.SetSelectedIndex(shown)
	}
}

// SetReport tells which report is open: its figures are compared by place, region and group, those of all reports over
// time.
func (c *Compare) SetReport(symbol, key string) {
	report := symbol
	if report == "" {
		report = key
	}
	if report != c.report {
		c.report = report
		c.draw()
	}
}

// Select emphasises a figure; where the chart shows another measure it changes to the figure's.
func (c *Compare) Select(f data.Figure) {
	c.chosen = f.ID
	for i, m := range c.measures {
		if m == f.Measure && m != c.what {
			c.measure.SetSelectedIndex(i)
			return
		}
	}
	c.draw()
}

// Redraw draws the chart anew, in the colours of now.
func (c *Compare) Redraw() { c.draw() }

// Chart is what is shown; nil where nothing could be drawn.
func (c *Compare) Chart() *charts.Chart { return c.chart }

// draw builds and draws the chart off the UI goroutine.
func (c *Compare) draw() {
	if c.what == "" {
		return
	}
	c.request++
	request, figures, chosen := c.request, c.figures, c.chosen
	spec := charts.Spec{Measure: c.what, By: c.currentBy, Language: c.words.Short()}
	if look.IsDark() {
		spec.Theme = "dark"
	}
	if spec.By == "place" || spec.By == "region" || spec.By == "group" {
		spec.Report = c.report
	}
	size, pixels := c.picture.Size(), float32(1)
	if screen := fyne.CurrentApp().Driver().CanvasForObject(c.picture); screen != nil {
		pixels = screen.Scale()
	}
	c.run(func() {
		chart, err := charts.Build(spec, figures, c.v)
		var drawn image.Image
		if err == nil {
			_, _, width, _ := frame(chart, size)
			drawn = chart.Image(float64(max(width, 64)*pixels)/chart.Width, chosen)
		}
		fyne.Do(func() {
			if request == c.request {
				c.apply(chart, drawn, err)
			}
		})
	})
}

func (c *Compare) apply(chart *charts.Chart, drawn image.Image, err error) {
	c.chart = chart
	if err != nil {
		c.message.SetText(c.events.Failed(err))
		drawn = image.NewRGBA(image.Rect(0, 0, 1, 1))
	} else {
		c.message.SetText("")
	}
	c.picture.image.Image = drawn
	c.picture.image.Refresh()
	if err == nil && len(chart.Marks) > 0 {
		m := chart.Marks[0]
		left, top, w, h := frame(chart, c.picture.Size())
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.picture).AddXY(left+w*float32(m.Left+m.Right)/2, top+h*float32(m.Top+m.Bottom)/2)
		slog.Info("chart drawn", "measure", chart.Spec.Measure, "by", chart.Spec.By, "marks", len(chart.Marks), "figure", m.Figure, "emphasised", c.chosen, "x", at.X, "y", at.Y)
	}
}

// picture is the drawn chart; a tap on a mark is told.
type picture struct {
	widget.BaseWidget
	compare *Compare
	image   *canvas.Image
}

// CreateRenderer is part of fyne.Widget.
func (p *picture) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.image) }

// MinSize leaves the window free to shrink.
func (p *picture) MinSize() fyne.Size { return fyne.NewSize(260, 200) }

// Resize draws anew, since the picture has the screen's own pixels.
func (p *picture) Resize(size fyne.Size) {
	changed := size != p.Size()
	p.BaseWidget.Resize(size)
	if changed {
		p.compare.draw()
	}
}

// frame is where a chart stands in a pane of a size: in its middle, as large as fits.
func frame(chart *charts.Chart, size fyne.Size) (left, top, width, height float32) {
	scale := min(size.Width/float32(chart.Width), size.Height/float32(chart.Height))
	width, height = scale*float32(chart.Width), scale*float32(chart.Height)
	return (size.Width - width) / 2, (size.Height - height) / 2, width, height
}

// Tapped finds the mark under the pointer.
func (p *picture) Tapped(e *fyne.PointEvent) {
	chart := p.compare.chart
	if chart == nil {
		return
	}
	left, top, w, h := frame(chart, p.Size())
	x, y := (e.Position.X-left)/w, (e.Position.Y-top)/h
	if id := chart.At(float64(x), float64(y)); id != "" {
		p.compare.events.MarkTapped(id)
	}
}
