package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// plane is a plot whose value axis goes upwards and whose time, or order of reports, runs to the right.
type plane struct {
	plotting
	x        func(Mark) float64
	category Axis
	box
}

// drawLines draws points over time, joined where they may be compared, and gives the bottom.
func (c *Chart) drawLines(s *sheet, b box) float64 {
	marks := make([]int, len(c.Marks))
	for i := range marks {
		marks[i] = i
	}
	ends := c.endRoom(s, b.width()*0.32)
	labels := 6 * s.em
	if len(c.Series) > 1 {
		for _, name := range c.seriesNames(s.em, ends-1.5*s.em) {
			labels += float64(len(name)) * leading * s.em
		}
	}
	return c.plotLines(s, b, marks, b.height(max(labels, min(0.52*b.width(), 26*s.em))), ends, true)
}

// endRoom is the room that the names of the series need at the right of their lines.
func (c *Chart) endRoom(s *sheet, most float64) float64 {
	if len(c.Series) < 2 {
		return 0
	}
	need := 0.0
	for _, series := range c.Series {
		need = max(need, textWidth(series.Label, s.em, false))
	}
	return min(need, most) + 1.5*s.em
}

// plotLines draws some marks into a part of the page.
func (c *Chart) plotLines(s *sheet, b box, marks []int, height, ends float64, worded bool) float64 {
	small := 0.88 * s.em
	valueRoom := 0.0
	for _, t := range c.Value.Ticks {
		valueRoom = max(valueRoom, textWidth(t.Label, small, false))
	}
	below := c.tickHeight(s, (b.width()-valueRoom-ends-2*s.em)/float64(max(len(c.Categories), 1)))
	top := b.top + 1.5*s.em
	if title := c.axisTitle(); title != "" && worded {
		s.block(wrap(title, small, false, b.width()), b.left, b.top-0.2*s.em, small, false, s.Quiet)
		top += 0.4 * s.em
	}
	plot := box{b.left + valueRoom + 0.8*s.em, top, b.right - ends - 0.8*s.em, b.top + height - below}
	p := c.plane(plot)
	c.gridLeft(s, p, plot)
	bottom := c.ticksBelow(s, p, plot, worded)
	c.breaks(s, p, plot)
	lines := c.seriesPoints(marks)
	for _, line := range lines {
		c.join(s, p, line)
	}
	taken := &occupied{}
	for _, line := range lines {
		c.occupy(taken, p, line)
		for _, i := range line {
			m := &c.Marks[i]
			x, from, to := p.x(*m), p.at(m.From), p.at(m.To)
			r := 0.42 * s.em
			if len(c.Marks) > 300 {
				r = 0.16 * s.em
			}
			s.hedged(m.Quantity, p.plotting, from, to, x, r, m.Series, c.color(s, m.Series))
			high, low := to-reach(m.Quantity)*r, max(from, to)+1.2*r
			if m.Open() < 0 {
				low = to + 3.6*r
			}
			m.Left, m.Top, m.Right, m.Bottom = x-1.6*r, min(high, to-1.2*r), x+1.6*r, low
			taken.add(m.Left, m.Top, m.Right, m.Bottom)
		}
	}
	if worded {
		c.endLabels(s, p, plot, lines, ends, taken)
		c.pointWords(s, lines, plot, b.right, taken)
	}
	return bottom
}

func (c *Chart) plane(b box) plane {
	p := plane{box: b}
	p.upright = true
	p.at = func(v float64) float64 { return b.bottom - c.Value.share(v)*(b.bottom-b.top) }
	if c.Spec.By == "report" {
		slot := b.width() / float64(len(c.Categories))
		p.x = func(m Mark) float64 { return b.left + (float64(m.Category)+0.5)*slot }
		for i, k := range c.Categories {
			p.category.Ticks = append(p.category.Ticks, Tick{float64(i), k.Label})
		}
		return p
	}
	p.category = c.timeAxis()
	p.x = func(m Mark) float64 { return b.left + p.category.share(m.Time)*b.width() }
	return p
}

// gridLeft draws the lines of the value axis with their numbers at the left.
func (c *Chart) gridLeft(s *sheet, p plane, b box) {
	small := 0.88 * s.em
	for _, t := range c.Value.Ticks {
		y := p.at(t.At)
		width, clr := 0.6, s.Grid
		if t.At == 0 {
			width, clr = 1, s.Quiet
		}
		s.line(b.left-0.3*s.em, y, b.right+0.5*s.em, y, width, clr)
		s.text(t.Label, b.left-0.6*s.em, y+0.35*small, small, false, s.Quiet, 1)
	}
}

// tickHeight is the room that the ticks below need, with the axis' title.
func (c *Chart) tickHeight(s *sheet, slot float64) float64 {
	small := 0.88 * s.em
	lines := 1
	if c.Spec.By == "report" {
		for _, k := range c.Categories {
			lines = max(lines, len(tickLines(k.Label, small, tickRoom(slot, small))))
		}
	}
	return float64(lines+1)*leading*small + 0.6*s.em
}

// tickRoom is how wide a label may be where ticks stand a slot apart, so that none need be left out.
func tickRoom(slot, size float64) float64 { return max(slot-1.1*size, 3.7*size) }

// tickLines is a tick's label; a symbol too long for its room is parted behind the slash that makes the parts most alike in
// width: S/2021/ 98, S/2025/ 71/Rev.1.
func tickLines(label string, size, room float64) []string {
	if textWidth(label, size, false) <= room || !strings.Contains(label, "/") || strings.Contains(label, " ") {
		return wrap(label, size, false, room)
	}
	least, at := math.Inf(1), 0
	for i := range label {
		if label[i] == '/' {
			if wide := widest([]string{label[:i+1], label[i+1:]}, size, false); wide < least {
				least, at = wide, i+1
			}
		}
	}
	return []string{label[:at], label[at:]}
}

// ticksBelow draws the time axis, or the reports, and the axis' title; gives the bottom. Where not all labels have room,
// those of reports with a figure come first, that of the last before all.
func (c *Chart) ticksBelow(s *sheet, p plane, b box, titled bool) float64 {
	small := 0.88 * s.em
	slot := b.width() / float64(max(len(c.Categories), 1))
	y, bottom := b.bottom+0.5*s.em, b.bottom
	taken := &occupied{}
	ticks := slices.Clone(p.category.Ticks)
	if c.Spec.By == "report" {
		weight, last := make([]int, len(c.Categories)), 0
		for i := range c.Marks {
			weight[c.Marks[i].Category], last = 1, max(last, c.Marks[i].Category)
		}
		weight[last] = 2
		slices.SortStableFunc(ticks, func(a, b Tick) int { return weight[int(b.At)] - weight[int(a.At)] })
	}
	for _, t := range ticks {
		x := b.left + p.category.share(t.At)*b.width()
		lines := []string{t.Label}
		if c.Spec.By == "report" {
			x = b.left + (t.At+0.5)*slot
			lines = tickLines(t.Label, small, tickRoom(slot, small))
		}
		s.line(x, b.bottom, x, b.bottom+0.3*s.em, 0.8, s.Quiet)
		half := widest(lines, small, false) / 2
		x = min(x, c.Width-half-0.4*s.em)
		if !taken.free(x-half-0.5*small, y, x+half, y+small) {
			continue
		}
		taken.add(x-half, y, x+half+0.5*small, y+small)
		at := y
		for _, l := range lines {
			s.text(l, x, at+ascent*small*0.9, small, false, s.Quiet, 0.5)
			at += leading * small
		}
		bottom = max(bottom, at)
	}
	if title := c.Category.Title; title != "" && titled {
		s.text(title, b.right, bottom+ascent*small, small, false, s.Quiet, 1)
		bottom += leading * small
	}
	return bottom
}

// seriesPoints are the marks of each series in the order of time.
func (c *Chart) seriesPoints(marks []int) [][]int {
	lines := make([][]int, len(c.Series))
	for _, i := range marks {
		lines[c.Marks[i].Series] = append(lines[c.Marks[i].Series], i)
	}
	for _, l := range lines {
		slices.SortStableFunc(l, func(a, b int) int {
			x, y := c.Marks[a], c.Marks[b]
			if c.Spec.By == "report" {
				return cmp.Compare(x.Category, y.Category)
			}
			return cmp.Compare(x.Time, y.Time)
		})
	}
	return lines
}

// join draws the line of a series: between numbers a line, beside ranges a band from end to end. It is open over a gap and
// over a break. Of several marks at one time the line takes the first.
func (c *Chart) join(s *sheet, p plane, line []int) {
	last := -1
	for _, i := range line {
		m := c.Marks[i]
		if last >= 0 {
			before := c.Marks[last]
			if before.Category == m.Category {
				continue
			}
			if c.joined(before, m) {
				clr := c.color(s, m.Series)
				x1, x2 := p.x(before), p.x(m)
				if before.From != before.To || m.From != m.To {
					s.area(blend(clr, s.Page, 0.22), spot{x1, p.at(before.From)}, spot{x2, p.at(m.From)}, spot{x2, p.at(m.To)}, spot{x1, p.at(before.To)})
				} else {
					s.line(x1, p.at(before.To), x2, p.at(m.To), 0.16*s.em, clr)
				}
			}
		}
		last = i
	}
}

// joined tells whether two points that follow each other in a series may be joined: no report or period of the chart lies
// between them without a figure of the series, and nothing is defined otherwise from the later one on.
func (c *Chart) joined(a, b Mark) bool {
	if b.Break != "" {
		return false
	}
	switch c.Spec.By {
	case "report":
		return b.Category-a.Category == 1
	case "period":
		_, end, _ := span(c.Categories[a.Category].Key)
		start, _, _ := span(c.Categories[b.Category].Key)
		return start-end < 0.2
	}
	return true
}

// breaks draws an upright dashed line where a definition changed.
func (c *Chart) breaks(s *sheet, p plane, b box) {
	for _, k := range c.Spec.Breaks {
		x := math.NaN()
		if c.Spec.By == "report" {
			for i, category := range c.Categories {
				if category.Key == k.At {
					x = b.left + float64(i)/float64(len(c.Categories))*b.width()
				}
			}
		} else if at, _, ok := span(k.At); ok && at >= p.category.Min && at <= p.category.Max {
			x = b.left + p.category.share(at)*b.width()
		}
		if !math.IsNaN(x) {
			s.polyline([]spot{{x, b.top}, {x, b.bottom}}, 1, s.Quiet, dashes(4, 3)...)
		}
	}
}
