package charts

import (
	"slices"
	"sort"

	"figurebook.org/figurebook/data"
)

// Pages are the chart's pages, each a chart of its own: rows, events, totals or panels that one page of the Spec's size does not
// hold go on on further ones, on the same axis, each with its number in its headline and with the notes and sources of what it
// shows. A chart that fits is its only page.
func (c *Chart) Pages() []*Chart {
	if c.pages == nil {
		return []*Chart{c}
	}
	return c.pages
}

// paginate makes the pages of a chart that one page does not hold with letters of a size. The chart itself is laid out as high
// as it needs. Its error is a *data.Fault: the kind cannot be parted, or what stays together is too high.
func (c *Chart) paginate(p paper, em float64) error {
	tooSmall := &data.Fault{Kind: data.PageTooSmall, Detail: c.words.Say("chart.size." + c.Spec.Size), Place: c.number(float64(len(c.Marks)))}
	units := c.units()
	if c.Spec.Size == "window" || units == nil {
		return tooSmall
	}
	figures := c.figureOfMark()
	part := func(from, to, n, of int) *Chart { return c.part(slices.Concat(units[from:to]...), figures, n, of) }
	fits := func(from, to int) bool { return part(from, to, 99, 99).compose(em, 0) <= p.height+0.5 }
	var ends []int
	for from := 0; from < len(units); {
		n := sort.Search(len(units)-from, func(n int) bool { return !fits(from, from+n+1) })
		if n == 0 {
			return tooSmall
		}
		from += n
		ends = append(ends, from)
	}
	even := make([]int, len(ends))
	for i := range even {
		even[i] = (i + 1) * len(units) / len(even)
	}
	if start := append([]int{0}, even...); !slices.ContainsFunc(even, func(end int) bool { return !fits(start[slices.Index(even, end)], end) }) {
		ends = even
	}
	from := 0
	for i, end := range ends {
		page := part(from, end, i+1, len(ends))
		if err := page.layout(); err != nil {
			return err
		}
		c.pages = append(c.pages, page)
		from = end
	}
	return nil
}

// units are the marks by index, those together that stay on one page, in the order in which pages show them: of two editions
// both statements, of a stack a total with its parts, of a slope a line, of panels over time a panel. Nil for lines, which have
// one plot.
func (c *Chart) units() [][]int {
	if c.Spec.Kind == Lines {
		return nil
	}
	together := make([]int, len(c.Marks)) // a number for each mark: equal ones stay together, smaller ones come first
	total := 0
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Total {
			total++
		}
		switch {
		case c.Spec.By == Editions:
			together[i] = m.Beside
		case c.Spec.Kind == Stack:
			together[i] = total
		case c.Spec.Kind == Slope:
			together[i] = m.Series
		case c.Spec.Kind == Multiples && c.onTime():
			together[i] = m.Panel
		case c.Spec.Kind == Multiples:
			together[i] = m.Panel*len(c.Marks) + i
		default:
			together[i] = i
		}
	}
	order := make([]int, len(c.Marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return together[a] - together[b] })
	var units [][]int
	for n, i := range order {
		if n == 0 || together[i] != together[order[n-1]] {
			units = append(units, nil)
		}
		units[len(units)-1] = append(units[len(units)-1], i)
	}
	return units
}

// figureOfMark is the index of each mark's figure; -1 for a sum.
func (c *Chart) figureOfMark() []int {
	of := make([]int, len(c.Marks))
	n := 0
	for i := range c.Marks {
		of[i] = -1
		if c.Marks[i].Figure != "" {
			of[i] = n
			n++
		}
	}
	return of
}

// part is a chart of some of the marks, as the nth page of several. Along time it keeps the axis.
func (c *Chart) part(marks, figures []int, n, of int) *Chart {
	p := *c
	p.Marks, p.Figures = make([]Mark, 0, len(marks)), make([]data.Figure, 0, len(marks))
	p.Notes, p.Notices, p.Sources, p.pages = nil, nil, nil, nil
	keep := c.joins()
	if !keep {
		p.Categories = nil
	}
	for _, i := range marks {
		m := c.Marks[i]
		if !keep {
			category := c.Categories[m.Category]
			m.Category = find(&p.Categories, category, func(o Category) bool { return o.Key == category.Key })
		}
		p.Marks = append(p.Marks, m)
		if figures[i] >= 0 {
			p.Figures = append(p.Figures, c.Figures[figures[i]])
		}
	}
	p.describe()
	p.Title, p.Subtitle = c.words.Say("chart.part", c.Title, n, of), c.Subtitle
	return &p
}
