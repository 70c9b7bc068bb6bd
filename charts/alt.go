package charts

import (
	"strings"

	"figurebook.org/figurebook/assets/translations"
)

// most is how many marks an alternative text names one by one.
const most = 40

// AltText says the chart in words, for those who cannot see it, in the chart's language: the kind, what it shows, each mark
// with its hedge, and the sources.
func (c *Chart) AltText() string {
	var b strings.Builder
	stop := c.words.Say("chart.alt.stop")
	b.WriteString(c.words.Say("chart.kind."+string(c.Spec.Kind)) + c.words.Say("chart.alt.colon") + c.Title + stop + c.Subtitle + stop)
	for i, m := range c.Marks {
		if i == most {
			b.WriteString(c.words.Say("chart.alt.more", len(c.Marks)-most) + stop)
			break
		}
		parts := []string{}
		if c.Panels != nil {
			parts = append(parts, c.Panels[m.Panel])
		}
		parts = append(parts, m.Row)
		if label := c.Series[m.Series].Label; label != "" && c.Spec.Kind != Stack {
			parts = append(parts, label)
		}
		if m.Detail != "" {
			parts = append(parts, m.Detail)
		}
		b.WriteString(strings.Join(parts, " · ") + c.words.Say("chart.alt.colon") + m.Text + stop)
	}
	for _, n := range c.Notes {
		b.WriteString(n)
		if c.words.Short() == "en" {
			b.WriteString(" ")
		}
	}
	b.WriteString(c.Source)
	return b.String()
}

// In is the same chart in the other language of the interface: the same figures, other words. The user's own headline, subtitle
// and notes stay as they are.
func (c *Chart) In(language string) (*Chart, error) {
	spec := c.Spec
	spec.Language = translations.For(language).Short()
	if spec.Language == c.Spec.Language {
		return c, nil
	}
	return Build(spec, c.Figures, c.v)
}
