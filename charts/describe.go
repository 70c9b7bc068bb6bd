package charts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// describe writes the words around the picture: headline, subtitle, notices, sources, byline.
func (c *Chart) describe() {
	spec, label := c.Spec, func(kind vocabulary.Kind, name string) string { return c.v.Label(kind, name, c.Spec.Language) }
	c.Title, c.Subtitle, c.Byline = spec.Title, spec.Subtitle, spec.Byline
	if c.Title == "" {
		c.Title = label(vocabulary.Measure, spec.Measure)
		if spec.Measure == AnyMeasure {
			c.Title = c.words.Say("chart.any")
		}
		if spec.By == Editions && spec.Report != "" {
			c.Title = c.words.Say("chart.title.of", name(c.Figures[0], c.words), c.Title)
		}
		for _, only := range []struct {
			kind vocabulary.Kind
			name string
		}{{vocabulary.Group, spec.Group}, {vocabulary.Place, spec.Place}, {vocabulary.Region, spec.Region}} {
			if only.name != "" {
				c.Title = c.words.Say("chart.title.of", c.Title, label(only.kind, only.name))
			}
		}
	}
	if c.Subtitle == "" {
		c.Subtitle = c.subtitle()
	}
	if timely(spec.By) {
		c.Category.Title = c.words.Say("chart.axis." + spec.By)
	}
	c.notice()
	for _, n := range c.Notices {
		if !c.isHedge(n.Kind) {
			c.Notes = append(c.Notes, n.Text)
		}
	}
	c.Notes = append(c.Notes, spec.Notes...)
	c.cite()
}

// subtitle says what is compared by what, in which unit, as of when.
func (c *Chart) subtitle() string {
	if c.Spec.By == Editions {
		return c.agreement()
	}
	var parts []string
	if !c.direct() && c.Spec.Kind != Stack {
		parts = append(parts, c.words.Say("chart.subtitle.by", c.words.Say("chart.by."+c.Spec.By)))
	}
	if c.Spec.Kind == Multiples && c.Spec.By != "region" {
		parts = append(parts, c.words.Say("chart.subtitle.panels", c.words.Say("chart.by.region")))
	}
	if c.Value.Title != "" {
		parts = append(parts, c.words.Say("chart.subtitle.unit", c.Value.Title))
	}
	if only := c.onlyLine(); only != "" {
		parts = append([]string{only}, parts...)
	}
	if when := c.asOf(); when != "" && c.Spec.By != "date" && c.Spec.By != "period" {
		parts = append(parts, when)
	}
	return capital(strings.Join(parts, c.words.Say("chart.subtitle.separator")))
}

// capital is a text with a capital at its start.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// onlyLine says what the only line of a chart over time is of, where the headline does not.
func (c *Chart) onlyLine() string {
	if !c.joins() || len(c.Series) != 1 {
		return ""
	}
	named := *c.lines[c.Figures[0].ID].named
	if c.Spec.Place != "" {
		named.Place = nil
	}
	if c.Spec.Group != "" {
		named.Group = nil
	}
	all := attributes(c.Spec, c.v)
	if text(named.Place)+text(named.Group)+named.Population == "" {
		return ""
	}
	return c.termLabel(&named, []attribute{all["place"], all["group"], all["population"]})
}

// asOf says the dates that the figures are of: one, or the first and the last.
func (c *Chart) asOf() string {
	var terms []string
	seen := map[string]bool{}
	for i := range c.Figures {
		f := &c.Figures[i]
		if text(f.AsOf) == "" {
			return "" // what is said of all must hold of all
		}
		if term := text(f.AsOf); !seen[term] {
			seen[term] = true
			if _, ok := data.Years(term); ok {
				terms = append(terms, term)
			}
		}
	}
	switch len(terms) {
	case 0:
		return ""
	case 1:
		return c.words.Say("chart.as_of", DateText(terms[0], c.words))
	}
	first, last := firstAndLast(terms)
	return c.words.Say("chart.as_of.span", DateText(first, c.words), DateText(last, c.words))
}

// firstAndLast are when the earliest of some as_of terms begins and when the latest ends: from a span to a span cannot be read.
func firstAndLast(terms []string) (first, last string) {
	for _, term := range terms {
		from, to, ok := strings.Cut(term, "/")
		if !ok {
			to = from
		}
		if first == "" || years(from) < years(first) {
			first = from
		}
		if last == "" || years(to) > years(last) {
			last = to
		}
	}
	return first, last
}

func years(term string) float64 {
	y, _ := data.Years(term)
	return y
}

// hedges are the kinds of notices on hedges, in the order of the legend, each with a quantity that shows its sign.
var hedges = []struct {
	kind string
	data.Quantity
}{
	{"exact", data.Quantity{Bound: data.Exact}},
	{"about", data.Quantity{Bound: data.About}},
	{"more_than", data.Quantity{Bound: data.MoreThan}},
	{"at_least", data.Quantity{Bound: data.AtLeast}},
	{"nearly", data.Quantity{Bound: data.LessThan, Hedge: "nearly"}},
	{"less_than", data.Quantity{Bound: data.LessThan}},
	{"at_most", data.Quantity{Bound: data.AtMost}},
	{"range", data.Quantity{Bound: data.Range}},
	{"indefinite", data.Quantity{Bound: data.Indefinite}},
}

func (c *Chart) isHedge(kind string) bool {
	for _, h := range hedges {
		if h.kind == kind {
			return true
		}
	}
	return false
}

// hedgeKind is the notice that explains a quantity's sign.
func hedgeKind(q data.Quantity) string {
	if q.Bound == data.LessThan && nearly(q.Hedge) {
		return "nearly"
	}
	return string(q.Bound)
}

// notice says what a reader must know of the marks: hedges first, then where they come from, then what the chart did.
func (c *Chart) notice() {
	add := func(kind string, args ...any) {
		c.Notices = append(c.Notices, Notice{kind, c.words.Say("chart.note."+kind, args...)})
	}
	drawn := map[string]bool{}
	var publishers []string
	single, corrected := false, false
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Total {
			c.Notices = append(c.Notices, c.sums[m.Figure])
		}
		drawn[hedgeKind(m.Quantity)] = true
		single, corrected = single || m.Single, corrected || m.Corrected
		if m.SecondHand != "" && !slices.Contains(publishers, m.SecondHand) {
			publishers = append(publishers, m.SecondHand)
		}
	}
	for _, h := range hedges {
		if drawn[h.kind] {
			add(h.kind)
		}
	}
	var aside, corrigenda []string
	for _, f := range c.Figures {
		if f.CorrectedBy != "" && !slices.Contains(corrigenda, f.CorrectedBy) {
			corrigenda = append(corrigenda, f.CorrectedBy)
		}
		if n := name(f, c.words); f.Aside && !slices.Contains(aside, n) {
			aside = append(aside, n)
		}
	}
	if aside != nil {
		add("aside", strings.Join(aside, c.words.Say("chart.separator")))
	}
	if corrigenda != nil {
		add("corrected_by", strings.Join(corrigenda, c.words.Say("chart.separator")))
	}
	if publishers != nil {
		add("second_hand", strings.Join(publishers, c.words.Say("chart.separator")))
	}
	if single {
		add("single")
	}
	if corrected {
		add("corrected")
	}
	if c.Spec.By == "region" || c.Spec.Kind == Multiples || c.Spec.Kind == Timeline {
		add("scheme_" + c.Spec.Scheme)
	}
	c.noticeBreaks(add)
	for _, b := range c.Spec.Breaks {
		if c.joins() {
			at := b.At
			if c.Spec.By != "report" {
				at = DateText(at, c.words)
			}
			add("break", at, b.Note)
		}
	}
	if c.Spec.Kind != Table && c.Spec.Kind != Timeline && !c.Value.Log && c.Value.Min == 0 && c.small() {
		add("small")
	}
	if len(c.unknown) > 0 {
		add("unknown", strings.Join(c.unknown, c.words.Say("chart.separator")))
	}
	if c.left > 0 {
		add("left_out", c.left)
	}
}

// noticeBreaks says where lines are cut because something else is counted from there on, and why.
func (c *Chart) noticeBreaks(add func(kind string, args ...any)) {
	var said []string
	const most = 6
	for i, m := range c.Marks {
		if m.Break == "" {
			continue
		}
		if len(said) == most {
			add("changed_elsewhere")
			return
		}
		at := symbol(c.Figures[i])
		if c.Spec.By != "report" {
			at = m.Row
		}
		if label := c.Series[m.Series].Label; label != "" {
			at = c.words.Say("chart.bracketed", at, label)
		}
		if why := c.words.Say("series." + m.Break); !slices.Contains(said, at+why) {
			said = append(said, at+why)
			add("changed", at, strings.TrimSuffix(why, "."))
		}
	}
}

// small tells whether some mark cannot be told from zero on the linear axis.
func (c *Chart) small() bool {
	for _, m := range c.Marks {
		if m.To > 0 && m.To < c.Value.Max/10_000 {
			return true
		}
	}
	return false
}

// cite names the reports and the paragraphs that the figures stand in, those of one report together.
func (c *Chart) cite() {
	at := map[source]int{}
	for i := range c.Figures {
		f := &c.Figures[i]
		k := source{symbol(*f), f.Digest, ""}
		if f.Known == "second_hand" {
			k.secondHand = text(f.Source)
		}
		n, ok := at[k]
		if !ok {
			n = len(c.Sources)
			at[k] = n
			c.Sources = append(c.Sources, Source{Symbol: k.symbol, Name: name(*f, c.words), Titles: titles(k.symbol), Digest: k.digest, SecondHand: k.secondHand})
		}
		if !slices.Contains(c.Sources[n].Paragraphs, f.Paragraph) {
			c.Sources[n].Paragraphs = append(c.Sources[n].Paragraphs, f.Paragraph)
		}
	}
	slices.SortStableFunc(c.Sources, func(a, b Source) int { return data.CompareSymbols(a.Symbol, b.Symbol) })
	var texts []string
	for i := range c.Sources {
		s := &c.Sources[i]
		slices.SortStableFunc(s.Paragraphs, data.CompareSymbols)
		s.Text = Citation(s.Name, s.Paragraphs, s.Digest, c.words)
		if s.SecondHand != "" {
			s.Text = c.words.Say("citation.second_hand", s.Name, s.SecondHand)
		}
		title := s.Titles[0]
		if c.words.Short() == "en" {
			title = s.Titles[1]
		}
		if title != "" && len(c.Sources) <= 2 {
			texts = append(texts, c.words.Say("chart.source.titled", title, s.Text))
			continue
		}
		texts = append(texts, s.Text)
	}
	const mostNamed = 40 // on the picture; Sources has all
	if len(texts) > mostNamed {
		texts = append(texts[:mostNamed], c.words.Say("chart.source.more", len(c.Sources)-mostNamed))
	}
	c.Source = c.words.Say("chart.source", strings.Join(texts, c.words.Say("chart.separator")))
}

// source tells sources apart.
type source struct {
	symbol     string
	digest     bool
	secondHand string
}
