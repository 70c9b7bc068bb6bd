package charts

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/data"
)

// paper is a page: its width, the height that it may have at most or, where fixed, has; and the sizes of plain text tried,
// all in points.
type paper struct {
	width, height float64
	fixed         bool
	em, least     float64
}

// papers are the pages by Spec.Size: a slide of 13.33 by 7.5 inches, and of A4 (210 by 297 mm) with margins of 20 mm a
// column of two and the whole width.
var papers = map[string]paper{
	"window": {640, 14400, false, 10.5, 10.5},
	"slide":  {960, 540, true, 15, 10},
	"column": {232, 728, false, 7.5, 6.5},
	"page":   {482, 728, false, 9.5, 7.5},
}

// box is a part of the page. Its bottom is what a drawing should reach; 0 where it may be as high as it needs.
type box struct{ left, top, right, bottom float64 }

func (b box) width() float64 { return b.right - b.left }

// height is the height of a box whose bottom is given, else what is natural, natural at least.
func (b box) height(natural float64) float64 {
	return max(natural, b.bottom-b.top)
}

// kinds are the drawings of the plot, each of which gives the bottom that it reaches.
var drawings = map[Kind]func(*Chart, *sheet, box) float64{
	Dots: (*Chart).drawRows, Bars: (*Chart).drawRows, Stack: (*Chart).drawStack, Lines: (*Chart).drawLines,
	Slope: (*Chart).drawSlope, Timeline: (*Chart).drawTimeline, Multiples: (*Chart).drawMultiples, Table: (*Chart).drawTable,
}

// layout sets the page, with smaller letters where it would not hold the chart.
func (c *Chart) layout() error {
	p := papers[c.Spec.Size]
	if c.Spec.Size == "window" {
		if c.Spec.Width > 0 {
			p.width = c.Spec.Width
			p.em = max(8, min(p.em, p.width/46))
			p.least = p.em
		}
		if c.Spec.Height > 0 {
			p.least = max(8, p.em-1.5)
		}
	}
	target := 0.0
	if p.fixed {
		target = p.height
	} else if c.Spec.Size == "window" && c.Spec.Height > 0 {
		target = c.Spec.Height
	}
	c.Width = p.width
	for em := p.em; ; em -= 0.5 {
		last := em-0.5 < p.least
		needed := c.compose(em, target)
		if c.Height = max(needed, target); target > 0 && needed > target+0.5 && !last {
			continue
		}
		if needed > p.height+0.5 {
			if !last {
				continue
			}
			if err := c.paginate(p, em); err != nil {
				return err
			}
		}
		break
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		clip := func(v, whole float64) float64 { return max(0, min(1, v/whole)) }
		m.Left, m.Right, m.Top, m.Bottom = clip(m.Left, c.Width), clip(m.Right, c.Width), clip(m.Top, c.Height), clip(m.Bottom, c.Height)
	}
	return nil
}

// compose lays out the blocks from the top and gives the height that they need: headline, subtitle, legend of the series,
// plot, legend of the hedges, notes, sources, byline.
func (c *Chart) compose(em, target float64) float64 {
	s := &sheet{em: em, Palette: c.Palette(), items: make([]item, 0, 64+6*len(c.Marks))}
	margin := 1.4 * em
	left, right := margin, c.Width-margin
	y := margin
	y = s.block(wrap(c.Title, 1.6*em, true, right-left), left, y, 1.6*em, true, s.Ink)
	y = s.block(wrap(c.Subtitle, em, false, right-left), left, y+0.1*em, em, false, s.Quiet)
	y += 0.6 * em
	if len(c.Series) > 1 && (c.Spec.Kind == Bars && !c.direct() || c.Spec.Kind == Multiples && c.onTime()) {
		y = c.seriesLegend(s, left, right, y)
	}
	foot := &sheet{em: em, Palette: s.Palette}
	footHeight := c.foot(foot, left, right, 0)
	b := box{left, y, right, 0}
	if target > 0 {
		b.bottom = target - footHeight - margin*0.8
	}
	y = drawings[c.Spec.Kind](c, s, b)
	y = max(y, b.bottom)
	y = c.foot(s, left, right, y)
	c.items = s.items
	return y + margin*0.8
}

// seriesLegend draws the sign and the name of each series and gives its bottom.
func (c *Chart) seriesLegend(s *sheet, left, right, y float64) float64 {
	x := left
	names := c.seriesNames(s.em, right-left-2*s.em)
	for i, series := range c.Series {
		name := names[series.Label]
		wide := 0.0
		for _, l := range name {
			wide = max(wide, textWidth(l, s.em, false))
		}
		if x > left && x+1.5*s.em+wide > right {
			x, y = left, y+leading*s.em
		}
		s.sign(spot{x + 0.5*s.em, y + 0.66*s.em}, 0.4*s.em, i, true, c.color(s, i))
		bottom := s.block(name, x+1.3*s.em, y, s.em, false, s.Ink)
		if len(name) > 1 {
			y = bottom - leading*s.em
		}
		x += 1.3*s.em + wide + 1.6*s.em
	}
	return y + leading*s.em + 0.5*s.em
}

// color is the colour of a series.
func (c *Chart) color(s *sheet, series int) color.RGBA {
	n := c.Series[series].Color
	return s.Series[(n+n/len(s.Series))%len(s.Series)] // when they begin anew, each meets another sign than before
}

// foot draws what stands under the plot and gives its bottom.
func (c *Chart) foot(s *sheet, left, right, y float64) float64 {
	small := 0.88 * s.em
	y += 0.5 * s.em
	y = c.hedgeLegend(s, left, right, y)
	for _, n := range c.Notes {
		y = s.block(wrapFull(n, small, right-left), left, y, small, false, s.Quiet)
	}
	y = s.block(wrapFull(c.Source, small, right-left), left, y+0.25*small, small, false, s.Quiet)
	if c.Byline != "" {
		y = s.block(wrapFull(c.Byline, small, right-left), left, y+0.25*small, small, false, s.Quiet)
	}
	return y
}

// hedgeLegend draws the sign of each hedge on the chart with its name; none where all are exact, or where nothing is drawn to scale.
func (c *Chart) hedgeLegend(s *sheet, left, right, y float64) float64 {
	names := map[string]string{}
	for _, n := range c.Notices {
		names[n.Kind] = n.Text
	}
	if c.Spec.Kind == Table || c.Spec.Kind == Timeline || len(names) == 0 || onlyExact(c.Notices) {
		return y
	}
	small := 0.88 * s.em
	r := 0.36 * s.em
	x := left
	for _, h := range hedges {
		name, drawn := names[h.kind]
		if !drawn {
			continue
		}
		room := 3.4 * s.em
		if h.kind == "exact" || h.kind == "about" {
			room = 1.3 * s.em
		}
		wide := room + textWidth(name, small, false)
		if x > left && x+wide > right {
			x, y = left, y+leading*small
		}
		middle := y + 0.62*small
		number, from := x+room-1.0*s.em, x+0.5*s.em
		switch {
		case h.Bound == data.MoreThan || h.Bound == data.AtLeast:
			number = x + 1.1*s.em
		case h.Bound == data.Exact || h.Bound == data.About:
			number = x + 0.4*s.em
		}
		if h.Bound != data.Range && h.Bound != data.Indefinite {
			from = number
		}
		s.hedged(h.Quantity, plotting{at: func(v float64) float64 { return v }}, from, number, middle, r, 0, s.Quiet)
		s.text(name, x+room-0.2*s.em, y+ascent*small, small, false, s.Quiet, 0)
		x += wide + 1.2*s.em
	}
	return y + leading*small + 0.3*small
}

func onlyExact(notices []Notice) bool {
	for _, n := range notices {
		for _, h := range hedges[1:] {
			if n.Kind == h.kind {
				return false
			}
		}
	}
	return true
}

func dashes(on, off float64) []vg.Length { return []vg.Length{vg.Length(on), vg.Length(off)} }

// axisBelow draws the ticks of a value axis that runs to the right: lines from top to bottom, numbers under them where
// they do not touch; gives its bottom.
func (c *Chart) axisBelow(s *sheet, p plotting, top, bottom float64) float64 {
	small := 0.88 * s.em
	free := math.Inf(-1)
	end := 0.0
	for _, t := range c.Value.Ticks {
		x := p.at(t.At)
		width, clr := 0.6, s.Grid
		if t.At == 0 {
			width, clr = 1, s.Quiet
		}
		s.line(x, top, x, bottom, width, clr)
		half := textWidth(t.Label, small, false) / 2
		if x-half > free {
			s.text(t.Label, x, bottom+0.3*small+ascent*small, small, false, s.Quiet, 0.5)
			free = x + half + 0.6*small
			end = x + half
		}
	}
	title := c.axisTitle()
	y := bottom + 0.3*small + leading*small
	if title == "" {
		return y
	}
	if wide := textWidth(title, small, false); end+small+wide < c.Width-1.4*s.em {
		s.text(title, end+small, bottom+0.3*small+ascent*small, small, false, s.Quiet, 0)
		return y
	}
	if first := p.at(c.Value.Ticks[0].At) - max(s.em, textWidth(c.Value.Ticks[0].Label, small, false)/2+0.6*s.em); textWidth(title, small, false) < first-1.4*s.em {
		s.text(title, first, bottom+0.3*small+ascent*small, small, false, s.Quiet, 1)
		return y
	}
	for _, l := range wrap(title, small, false, c.Width-2.8*s.em) {
		s.text(l, c.Width-1.4*s.em, y+ascent*small, small, false, s.Quiet, 1)
		y += leading * small
	}
	return y
}

func (c *Chart) axisTitle() string {
	if c.Value.Log {
		return c.words.Say("chart.axis.log", c.Value.Title)
	}
	return c.Value.Title
}
