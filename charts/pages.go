package charts

import (
	"slices"
	"sort"

	"figurebook.org/figurebook/data"
)

// Pages are the chart's pages, each a chart of its own: rows or a table that one page of the Spec's size does not hold go on on
// further ones, on the same axis, each with its number in its headline and with the notes and sources of what it shows. A
// chart that fits is its only page.
func (c *Chart) Pages() []*Chart {
	if c.pages == nil {
		return []*Chart{c}
	}
	return c.pages
}

// paginate makes the pages of a chart that one page does not hold with letters of a size. The chart itself is laid out as high
// as it needs. Its error is a *data.Fault: the kind cannot be parted, or one row alone is too high.
func (c *Chart) paginate(p paper, em float64) error {
	tooSmall := &data.Fault{Kind: data.PageTooSmall, Detail: c.words.Say("chart.size." + c.Spec.Size), Place: c.number(float64(len(c.Marks)))}
	if c.Spec.Size == "window" || c.Spec.Kind != Dots && c.Spec.Kind != Bars && c.Spec.Kind != Table {
		return tooSmall
	}
	fits := func(from, to int) bool { return c.part(from, to, 99, 99).compose(em, 0) <= p.height+0.5 }
	var ends []int
	for from := 0; from < len(c.Marks); {
		n := sort.Search(len(c.Marks)-from, func(n int) bool { return !fits(from, from+n+1) })
		if end := from + n; c.Spec.By == Editions && end < len(c.Marks) && n > 0 && c.Marks[end-1].Beside == c.Marks[end].Beside {
			n-- // both editions' statements stand on one page
		}
		if n == 0 {
			return tooSmall
		}
		from += n
		ends = append(ends, from)
	}
	even := make([]int, len(ends))
	for i := range even {
		even[i] = (i + 1) * len(c.Marks) / len(even)
	}
	if start := append([]int{0}, even...); c.Spec.By != Editions && !slices.ContainsFunc(even, func(end int) bool { return !fits(start[slices.Index(even, end)], end) }) {
		ends = even
	}
	from := 0
	for i, end := range ends {
		page := c.part(from, end, i+1, len(ends))
		if err := page.layout(); err != nil {
			return err
		}
		c.pages = append(c.pages, page)
		from = end
	}
	return nil
}

// part is a chart of some of the marks, as the nth page of several.
func (c *Chart) part(from, to, n, of int) *Chart {
	p := *c
	p.Marks, p.Figures = slices.Clone(c.Marks[from:to]), c.Figures[from:to]
	p.Categories, p.Notes, p.Notices, p.Sources, p.pages = nil, nil, nil, nil, nil
	for i := range p.Marks {
		m := &p.Marks[i]
		category := c.Categories[m.Category]
		m.Category = find(&p.Categories, category, func(o Category) bool { return o.Key == category.Key })
	}
	p.describe()
	p.Title, p.Subtitle = c.words.Say("chart.part", c.Title, n, of), c.Subtitle
	return &p
}
