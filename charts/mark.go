package charts

import (
	"math"
	"strings"

	"figurebook.org/figurebook/data"
)

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

// says is what stands beside a mark: its words without the unit that the value axis says. Per cent keeps its sign, as in print.
func (c *Chart) says(m Mark) string {
	if m.Derived || c.Value.Title == "" || m.Quantity.Unit == "percent" {
		return m.Text
	}
	bare := m.Quantity
	bare.Unit = ""
	return QuantityText(bare, c.words, c.v) + m.provenance()
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
