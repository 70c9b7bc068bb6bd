package charts

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

func mark(spec Spec, f data.Figure, v *vocabulary.Vocabulary, words *translations.Words) (Mark, bool) {
	m := Mark{Figure: f.ID, Quantity: f.Quantity, Corrected: f.Status == data.Corrected, Text: QuantityText(f.Quantity, words, v)}
	switch {
	case f.Value != nil:
		m.From = f.Value.Float()
		m.To = m.From
	case f.Low != nil && f.High != nil:
		m.From, m.To = f.Low.Float(), f.High.Float()
	default:
		return m, false
	}
	label := func(kind vocabulary.Kind, name *string) string {
		if name == nil || *name == "" {
			return words.Say("chart.not_stated")
		}
		return v.Label(kind, *name, spec.Language)
	}
	switch spec.By {
	case "place":
		m.Row = label(vocabulary.Place, f.Place)
	case "group":
		m.Row = label(vocabulary.Group, f.Group)
	case "report":
		m.Row = symbol(f)
		m.Detail = ""
	case "region":
		m.Row = label(vocabulary.Region, &f.Region)
	default:
		when := asOf(spec, f)
		m.Row = DateText(when, words)
		if when == "" {
			m.Row = words.Say("chart.not_stated")
		}
		t, ok := data.Years(when)
		if !ok && spec.Kind == Lines {
			return m, false
		}
		m.Time = t
	}
	m.Detail = f.Counted
	if spec.By == "report" {
		m.Detail = ""
	}
	if spec.By == "report" && f.Place != nil && spec.Place == "" {
		m.Detail = v.Label(vocabulary.Place, *f.Place, spec.Language)
	}
	if f.Known == "second_hand" {
		m.Text += " †"
		m.SecondHand = text(f.Source)
	}
	if spec.By == "region" && f.Place != nil {
		m.Detail = v.Label(vocabulary.Place, *f.Place, spec.Language)
	}
	return m, true
}

// QuantityText says a quantity in words, with its hedge and its unit: "more than 7,000", "500 to 1,200", "约 6.5 万".
func QuantityText(q data.Quantity, words *translations.Words, v *vocabulary.Vocabulary) string {
	number := func(d *data.Decimal) string { return Number(*d, words) }
	text := ""
	switch {
	case q.Bound == data.Indefinite && q.Low != nil && q.High != nil:
		text = words.Say("quantity.indefinite", number(q.Low), number(q.High))
	case q.Low != nil && q.High != nil:
		text = words.Say("quantity.range", number(q.Low), number(q.High))
		if q.Bound != data.Range {
			text = words.Say("quantity."+string(q.Bound), text)
		}
	case q.Value == nil:
		return ""
	case q.Bound == data.LessThan && nearly(q.Hedge):
		text = words.Say("quantity.nearly", number(q.Value))
	default:
		text = words.Say("quantity."+string(q.Bound), number(q.Value))
	}
	switch q.Unit {
	case "person", "child", "woman", "":
	case "percent":
		text += "%"
	default:
		if last := text[len(text)-1]; words.Short() != "zh" || last < 0x80 { // 3 亿美元, 3 000 美元
			text += " "
		}
		text += v.Label(vocabulary.Unit, q.Unit, words.Short())
	}
	return text
}

// nearly tells "nearly 9,000" from "fewer than 9,000": both are less_than, and must not look alike.
func nearly(hedge string) bool {
	switch strings.ToLower(hedge) {
	case "nearly", "almost", "close to", "近", "将近", "接近":
		return true
	}
	return false
}

// Number writes a number by the language's rules: 65,000 or 6.5 万.
func Number(d data.Decimal, words *translations.Words) string {
	f := d.Float()
	if words.Short() == "zh" {
		for _, s := range []struct {
			least float64
			zeros int32
			word  string
		}{{1e8, -8, "亿"}, {1e4, -4, "万"}} {
			if f >= s.least {
				if short := d.Times(data.NewDecimal(1, s.zeros)).String(); len(short) <= 6 {
					return short + " " + s.word
				}
			}
		}
	} else if f >= 1e6 {
		for _, s := range []struct {
			least float64
			zeros int32
			word  string
		}{{1e9, -9, "billion"}, {1e6, -6, "million"}} {
			if short := d.Times(data.NewDecimal(1, s.zeros)).String(); f >= s.least && len(short) <= 5 {
				return short + " " + s.word
			}
		}
	}
	return grouped(d.String())
}

// grouped puts commas between groups of three digits.
func grouped(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && r != '-' && whole[i-1] != '-' {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if point {
		return b.String() + "." + fraction
	}
	return b.String()
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', 3, 64) }

// describe writes the words around the picture: headline, subtitle, notes on the hedges drawn, sources.
func (c *Chart) describe(figures []data.Figure, v *vocabulary.Vocabulary) {
	c.Title = v.Label(vocabulary.Measure, c.Spec.Measure, c.Spec.Language)
	unit := v.Label(vocabulary.Unit, family(figures[0].Unit), c.Spec.Language)
	c.Subtitle = c.words.Say("chart.subtitle", c.words.Say("chart.by."+c.Spec.By), unit)
	if c.Spec.Place != "" {
		c.Subtitle = c.words.Say("chart.subtitle.places", v.Label(vocabulary.Place, c.Spec.Place, c.Spec.Language), c.Subtitle)
	}
	if c.Spec.Kind == Lines {
		var names []string
		for _, s := range c.Series {
			names = append(names, s.Label)
		}
		c.Subtitle = c.words.Say("chart.subtitle.places", strings.Join(names, "; "), c.Subtitle)
	}
	seen := map[string]bool{}
	for _, m := range c.Marks {
		key := "chart.note." + string(m.Quantity.Bound)
		if m.Quantity.Bound == data.LessThan && nearly(m.Quantity.Hedge) {
			key = "chart.note.nearly"
		}
		if m.Quantity.Bound != data.Exact && !seen[key] {
			seen[key] = true
			c.Notices = append(c.Notices, Notice{strings.TrimPrefix(key, "chart.note."), c.words.Say(key)})
		}
	}
	sort.Slice(c.Notices, func(i, j int) bool { return c.Notices[i].Text < c.Notices[j].Text })
	var second []string
	for _, m := range c.Marks {
		if m.SecondHand != "" && !slices.Contains(second, m.SecondHand) {
			second = append(second, m.SecondHand)
		}
	}
	if len(second) > 0 {
		c.Notices = append(c.Notices, Notice{"second_hand", c.words.Say("chart.note.second_hand", strings.Join(second, ", "))})
	}
	for _, n := range c.Notices {
		c.Notes = append(c.Notes, n.Text)
	}
	type cited struct {
		symbol, secondHand string
		digest             bool
	}
	paragraphs := map[cited][]string{}
	var order []cited
	for _, f := range figures {
		k := cited{symbol: symbol(f), digest: f.Digest}
		if f.Known == "second_hand" {
			k.secondHand = text(f.Source)
		}
		if paragraphs[k] == nil {
			order = append(order, k)
		}
		if !slices.Contains(paragraphs[k], f.Paragraph) {
			paragraphs[k] = append(paragraphs[k], f.Paragraph)
		}
	}
	var sources []string
	for _, k := range order {
		s := Source{Symbol: k.symbol, Digest: k.digest, SecondHand: k.secondHand, Paragraphs: paragraphs[k]}
		slices.SortStableFunc(s.Paragraphs, data.CompareSymbols)
		s.Text = Citation(k.symbol, s.Paragraphs, k.digest, c.words)
		if k.secondHand != "" {
			s.Text = c.words.Say("citation.second_hand", k.symbol, k.secondHand)
		}
		c.Sources = append(c.Sources, s)
		sources = append(sources, s.Text)
	}
	c.Source = c.words.Say("chart.source", strings.Join(sources, "; "))
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// axis is the round step between ticks, and the last tick, of an axis from 0 that holds top in about four steps.
func axis(top float64) (step, last float64) {
	if top <= 0 {
		return 1, 1
	}
	power := math.Pow(10, math.Floor(math.Log10(top/4)))
	for _, s := range []float64{1, 2, 2.5, 5, 10} {
		if step = s * power; step >= top/5 {
			break
		}
	}
	return step, math.Ceil(top/step-1e-9) * step
}
