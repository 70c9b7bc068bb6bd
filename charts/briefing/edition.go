package briefing

import (
	"context"
	"encoding/json"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/edition"
	"figurebook.org/figurebook/data/vocabulary"
)

// Books are the figures, reports and findings that a briefing is made from: an open library, which charts may not import.
type Books interface {
	Figures(context.Context, data.Filter) ([]data.Figure, error)
	Reports(context.Context) ([]data.Report, error)
	Check(ctx context.Context, symbol string) ([]checking.Finding, []data.Figure, error)
}

// Gather is the content of a briefing from books and the built-in edition: its standard comparisons, the reports that it
// lists, its title and its date.
func Gather(ctx context.Context, books Books, words *translations.Words, v *vocabulary.Vocabulary) (Content, error) {
	c := Content{Words: words, Vocabulary: v}
	var err error
	if c.Figures, err = books.Figures(ctx, data.Filter{}); err != nil {
		return c, err
	}
	if c.Reports, err = books.Reports(ctx); err != nil {
		return c, err
	}
	if c.Findings, _, err = books.Check(ctx, ""); err != nil {
		return c, err
	}
	e, err := edition.Read(builtin.Files)
	if err != nil {
		return c, err
	}
	return c, c.take(e)
}

func (c *Content) take(e *edition.Edition) error {
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
