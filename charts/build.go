package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// AnyMeasure as a Spec's Measure takes figures of every measure, for a timeline and a table, which have no value axis.
const AnyMeasure = "any"

// Build resolves a Spec with figures. Rejected figures and those of another measure are left out; of two editions of a
// report the one in the chart's language counts. Its errors are faults: no figures, mixed units, a wrong field, a kind that
// does not suit the figures, more than the page holds.
func Build(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) (*Chart, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	chosen := choose(spec, figures, v)
	if len(chosen) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: noFigures(spec)}
	}
	words := translations.For(spec.Language)
	shape := shapeOf(spec, chosen, words, v)
	if spec.Kind == "" {
		spec.Kind = shape.propose()
	}
	spec = spec.filled()
	if err := shape.units(spec.Kind); err != nil {
		return nil, err
	}
	if why := shape.unsuitable(spec.Kind); why != "" {
		return nil, &data.Fault{Kind: data.UnsuitableKind, Detail: why}
	}
	c := &Chart{Spec: spec, words: words, v: v, over: shape.joined}
	c.arrange(chosen)
	if len(c.Marks) == 0 {
		return nil, &data.Fault{Kind: data.NoFigures, Detail: noFigures(spec)}
	}
	c.Value = c.valueAxis()
	c.describe()
	return c, c.layout()
}

func noFigures(spec Spec) string {
	parts := []string{spec.Measure}
	for _, p := range []string{spec.Unit, spec.Place, spec.Region, spec.Group, spec.Report} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(append(parts, spec.By), ", ")
}

// arrange makes the marks with their categories, series and panels, in the order in which they are drawn.
func (c *Chart) arrange(chosen []data.Figure) {
	all := attributes(c.Spec, c.v)
	by := all[c.Spec.By]
	if c.joins() {
		chosen = c.onLines(chosen)
	}
	split := c.seriesBy(chosen, all)
	panel := attribute{}
	if c.Spec.Kind == Multiples {
		panel = all["region"]
		if by.name == "region" {
			by = all["place"]
		}
	}
	detail := c.detailBy(chosen, all, by, split)
	categories, lanes := map[string]int{}, map[string]int{}
	for i := range chosen {
		f := &chosen[i]
		m, ok := c.mark(f)
		key := by.key(f)
		t, dated := data.Years(key)
		if (by.name == "date" || by.name == "period") && dated {
			m.Time = t
		} else if c.onTime() && by.name != "report" {
			ok = false
		}
		if c.Spec.Kind == Timeline && key == f.Period {
			ok = false // so of the whole period: no event of a date
		}
		if !ok {
			c.left++
			continue
		}
		m.Row, m.Detail = c.label(by, key), strings.Join(detail(f), " · ")
		if m.Category, ok = categories[key]; !ok {
			m.Category = len(c.Categories)
			categories[key] = m.Category
			c.Categories = append(c.Categories, Category{key, m.Row, m.Time})
		}
		name, named := term(f, split), f
		if l, ok := c.lines[f.ID]; ok {
			name, named, m.Break = l.line, l.named, l.why
		}
		if m.Series, ok = lanes[name]; !ok {
			m.Series = len(c.Series)
			lanes[name] = m.Series
			c.Series = append(c.Series, Series{Key: name, Label: c.termLabel(named, split)})
		}
		if panel.key != nil {
			name := c.label(panel, panel.key(f))
			if m.Panel = slices.Index(c.Panels, name); m.Panel < 0 {
				m.Panel = len(c.Panels)
				c.Panels = append(c.Panels, name)
			}
		}
		c.Marks, c.Figures = append(c.Marks, m), append(c.Figures, *f)
	}
	c.addUnknown()
	c.order()
	if c.Spec.Kind == Stack {
		c.addParts()
		return
	}
	for i := range c.Series {
		c.Series[i].Color = i
	}
}

// addUnknown gives each report that the Spec lists its place on the axis, whether or not anything is known of it.
func (c *Chart) addUnknown() {
	if c.Spec.By != "report" || !c.joins() {
		return
	}
	for _, symbol := range c.Spec.Reports {
		known := len(c.Categories)
		if find(&c.Categories, Category{Key: symbol, Label: symbol}, func(o Category) bool { return o.Key == symbol }) == known {
			c.unknown = append(c.unknown, symbol)
		}
	}
}

// find is the index of an element, which is added where it is new.
func find[T any](all *[]T, one T, same func(T) bool) int {
	if i := slices.IndexFunc(*all, same); i >= 0 {
		return i
	}
	*all = append(*all, one)
	return len(*all) - 1
}

// joins tells whether the kind joins the points of a line over time.
func (c *Chart) joins() bool { return c.onTime() && c.Spec.Kind != Timeline }

// onLine is where a figure stands on a line over time.
type onLine struct {
	line, why string       // the line's ID, and why it is not joined to the point before
	named     *data.Figure // with the place, group and population of the line
}

// onLines are the figures that are points of lines, as package series makes them; by report or period one of each report.
func (c *Chart) onLines(chosen []data.Figure) []data.Figure {
	c.lines = map[string]onLine{}
	for _, l := range c.over {
		named := data.Figure{Place: &l.Place, Group: &l.Group, Population: l.Population, Subject: l.Points[0].Figure.Subject}
		for _, p := range l.Points {
			if c.Spec.By != "date" && !p.Latest {
				continue
			}
			c.lines[p.Figure.ID] = onLine{l.ID, string(p.Break), &named}
		}
	}
	var points []data.Figure
	for _, f := range chosen {
		if _, ok := c.lines[f.ID]; ok {
			points = append(points, f)
		}
	}
	c.left = len(chosen) - len(points)
	return points
}

// onTime tells whether the kind draws along time or the order of reports.
func (c *Chart) onTime() bool {
	return c.Spec.Kind == Lines || c.Spec.Kind == Slope || c.Spec.Kind == Timeline || c.Spec.Kind == Multiples && timely(c.Spec.By)
}

func timely(by string) bool { return by == "date" || by == "period" || by == "report" }

// seriesBy are the attributes that tell the series apart: for lines what stays the same over time, for bars what makes the
// marks of one category differ, for a stack the part.
func (c *Chart) seriesBy(chosen []data.Figure, all map[string]attribute) []attribute {
	switch {
	case c.Spec.Kind == Timeline:
		return []attribute{all["region"]}
	case c.onTime():
		var named []data.Figure
		seen := map[*data.Figure]bool{}
		for _, f := range chosen {
			if of := c.lines[f.ID].named; !seen[of] {
				seen[of] = true
				named = append(named, *of)
			}
		}
		return varying(named, all, "place", "group", "population", "subject")
	case c.Spec.Kind == Bars:
		var by []attribute
		for _, a := range varying(chosen, all, "report", "period", "date", "group", "unit", "population", "place", "counted") {
			if a.name == c.Spec.By || unique(chosen, append(by, all[c.Spec.By])) || distinct(chosen, append(by[:len(by):len(by)], a)) > len(signs) {
				continue // what a legend cannot hold is said row by row
			}
			if with := append(by[:len(by):len(by)], a); distinct(chosen, append(with, all[c.Spec.By])) > distinct(chosen, append(by[:len(by):len(by)], all[c.Spec.By])) {
				by = with
			}
		}
		return by
	}
	return nil
}

func unique(figures []data.Figure, by []attribute) bool { return distinct(figures, by) == len(figures) }

// distinct is how many terms figures have.
func distinct(figures []data.Figure, by []attribute) int {
	terms := map[string]bool{}
	for i := range figures {
		terms[term(&figures[i], by)] = true
	}
	return len(terms)
}

// detailBy gives what a row says of a figure besides its category and series: what differs among the figures, and what
// was counted where nothing else tells two rows apart.
func (c *Chart) detailBy(chosen []data.Figure, all map[string]attribute, by attribute, series []attribute) func(*data.Figure) []string {
	shown := append([]attribute{by}, series...)
	var extra []attribute
	names := []string{"place", "group", "unit", "population", "subject", "date", "report"}
	switch {
	case c.Spec.Measure == AnyMeasure:
		names = []string{"place", "group"}
	case c.Spec.Kind == Table: // the date and the report have columns of their own
		names = names[:5]
	}
	for _, a := range varying(chosen, all, names...) {
		if !slices.ContainsFunc(shown, func(o attribute) bool { return o.name == a.name }) && !(a.name == "report" && by.name == "period") {
			extra = append(extra, a)
		}
	}
	if shown = append(shown, extra...); c.Spec.Measure != AnyMeasure && !unique(chosen, shown) {
		extra = append(extra, all["counted"])
	}
	return func(f *data.Figure) []string {
		var said []string
		for _, a := range extra {
			if key := a.key(f); key != "" {
				said = append(said, c.label(a, key))
			}
		}
		if c.Spec.Measure == AnyMeasure && f.PartOf != "" && f.Counted != "" {
			said = append(said, f.Counted)
		}
		return said
	}
}

// order sorts categories and marks: time and reports forwards; places, regions and groups by their greatest mark
// downwards, what is not stated last; marks as their categories, series within.
func (c *Chart) order() {
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
		x, y := c.Marks[a], c.Marks[b]
		if n := cmp.Compare(x.Category, y.Category); n != 0 {
			return n
		}
		if n := cmp.Compare(x.Series, y.Series); n != 0 {
			return n
		}
		return cmp.Compare(y.To, x.To)
	})
	marks, figures := slices.Clone(c.Marks), slices.Clone(c.Figures)
	for to, from := range index {
		c.Marks[to], c.Figures[to] = marks[from], figures[from]
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

// mark is a figure's mark; false where it states no number.
func (c *Chart) mark(f *data.Figure) (Mark, bool) {
	m := Mark{Figure: f.ID, Quantity: f.Quantity, Text: QuantityText(f.Quantity, c.words, c.v), Corrected: f.Status == data.Corrected || f.Status == data.Added, Single: single(text(f.Source))}
	if f.Known == "second_hand" {
		m.SecondHand = text(f.Source)
		if m.SecondHand == "" {
			m.SecondHand = c.words.Say("chart.not_stated")
		}
	}
	m.Text += m.provenance()
	switch {
	case f.Value != nil:
		m.From = f.Value.Float()
		m.To = m.From
	case f.Low != nil && f.High != nil:
		m.From, m.To = f.Low.Float(), f.High.Float()
	case c.Spec.Kind != Table && c.Spec.Kind != Timeline:
		return m, false
	default:
		m.Text = f.Text
	}
	if m.From > m.To {
		m.From, m.To = m.To, m.From
	}
	if math.IsInf(m.To, 0) || math.IsNaN(m.To) {
		return m, false
	}
	return m, true
}

// provenance is the signs after a quantity's words: † second-hand, ‡ one source alone, * corrected by a person.
func (m Mark) provenance() string {
	signs := ""
	if m.SecondHand != "" {
		signs += "†"
	}
	if m.Single {
		signs += "‡"
	}
	if m.Corrected {
		signs += "*"
	}
	if signs != "" {
		return " " + signs
	}
	return ""
}

// single tells whether a source is one alone, as reports attribute: "a Member State", "一个会员国".
func single(source string) bool {
	low := strings.ToLower(source)
	for _, start := range []string{"a ", "an ", "one ", "一个", "一名", "某"} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	return false
}
