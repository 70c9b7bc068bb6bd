package briefing

import (
	"encoding/json"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data/edition"
)

// Take takes from an edition of a series what a briefing needs besides figures: its standard comparisons, the reports that
// it lists, its title and its date. The words of the content must be set.
func (c *Content) Take(e *edition.Edition) error {
	language := c.Words.Short()
	c.Edition, c.Date = e.Title[language], e.Date
	for _, r := range e.Reports {
		if r.Symbol != "" {
			c.Listed = append(c.Listed, r.Symbol)
		}
	}
	for _, one := range e.Comparisons {
		var spec charts.Spec
		if err := json.Unmarshal(one.Spec, &spec); err != nil {
			return err
		}
		c.Comparisons = append(c.Comparisons, Comparison{one.Name[language], spec})
	}
	return nil
}
