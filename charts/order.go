package charts

import (
	"cmp"
	"slices"

	"figurebook.org/figurebook/data"
)

// order sorts categories and marks: time and reports forwards; places, regions and groups by their greatest mark
// downwards, what is not stated last; marks as their categories, series within.
func (c *Chart) order() {
	if c.Spec.By == Editions {
		return // as the report runs
	}
	greatest := make([]float64, len(c.Categories))
	for _, m := range c.Marks {
		greatest[m.Category] = max(greatest[m.Category], m.To)
	}
	c.permute(func(a, b int) int {
		x, y := c.Categories[a], c.Categories[b]
		switch {
		case (x.Key == "") != (y.Key == ""):
			if x.Key == "" {
				return 1
			}
			return -1
		case c.Spec.By == "report":
			if i, j := slices.Index(c.Spec.Reports, x.Key), slices.Index(c.Spec.Reports, y.Key); i >= 0 && j >= 0 {
				return cmp.Compare(i, j)
			}
			return data.CompareSymbols(x.Key, y.Key)
		case x.Time != y.Time:
			return cmp.Compare(x.Time, y.Time)
		}
		return cmp.Compare(greatest[b], greatest[a])
	})
	if c.Spec.Kind == Bars && len(c.Series) > 1 {
		c.Series = forwards(c.Series, c.Marks)
	}
	if c.Spec.Kind == Timeline {
		c.Series = reorder(c.Series, func(s Series) bool { return s.Key == "" }, func(m *Mark) *int { return &m.Series }, c.Marks)
	}
	if notStated := c.words.Say("chart.not_stated"); c.Panels != nil {
		c.Panels = reorder(c.Panels, func(p string) bool { return p == notStated }, func(m *Mark) *int { return &m.Panel }, c.Marks)
	}
	index := make([]int, len(c.Marks))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int {
		x, y := &c.Marks[a], &c.Marks[b]
		if n := cmp.Compare(x.Category, y.Category); n != 0 {
			return n
		}
		if n := cmp.Compare(x.Series, y.Series); n != 0 {
			return n
		}
		return cmp.Compare(y.To, x.To)
	})
	rearrange(index, func(i, j int) {
		c.Marks[i], c.Marks[j] = c.Marks[j], c.Marks[i]
		c.Figures[i], c.Figures[j] = c.Figures[j], c.Figures[i]
	})
}

// rearrange puts in place i what stands in place from[i], by swaps: marks and figures are large. It uses from up.
func rearrange(from []int, swap func(i, j int)) {
	for i := range from {
		at := i
		for from[at] != i { // along the ring that begins here
			next := from[at]
			swap(at, next)
			from[at] = at
			at = next
		}
		from[at] = at
	}
}

// reorder sorts regions by their greatest mark downwards, the last ones behind, and keeps the marks' indices right.
func reorder[T any](all []T, last func(T) bool, of func(*Mark) *int, marks []Mark) []T {
	greatest := make([]float64, len(all))
	for i := range marks {
		greatest[*of(&marks[i])] = max(greatest[*of(&marks[i])], marks[i].To)
	}
	index := make([]int, len(all))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int {
		if x, y := last(all[a]), last(all[b]); x != y {
			if x {
				return 1
			}
			return -1
		}
		return cmp.Compare(greatest[b], greatest[a])
	})
	sorted, to := make([]T, len(all)), make([]int, len(all))
	for new, old := range index {
		sorted[new], to[old] = all[old], new
	}
	for i := range marks {
		*of(&marks[i]) = to[*of(&marks[i])]
	}
	return sorted
}

// forwards sorts series as the numbers in their names run, which is the order of reports and dates, and keeps the marks'
// indices right.
func forwards(all []Series, marks []Mark) []Series {
	index := make([]int, len(all))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return data.CompareSymbols(all[a].Key, all[b].Key) })
	sorted, to := make([]Series, len(all)), make([]int, len(all))
	for new, old := range index {
		sorted[new], to[old] = all[old], new
	}
	for i := range marks {
		marks[i].Series = to[marks[i].Series]
	}
	return sorted
}

// permute sorts the categories and keeps the marks' indices right.
func (c *Chart) permute(compare func(a, b int) int) {
	index := make([]int, len(c.Categories))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, compare)
	sorted, to := make([]Category, len(index)), make([]int, len(index))
	for new, old := range index {
		sorted[new], to[old] = c.Categories[old], new
	}
	c.Categories = sorted
	for i := range c.Marks {
		c.Marks[i].Category = to[c.Marks[i].Category]
	}
}
