// Package extraction finds the figures of a report: a pure function of the report's text and the vocabulary.
package extraction

import (
	"context"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Result is what was found in a report, and what was not taken, in reading order.
type Result struct {
	Figures  []data.Figure
	Refusals []data.Refusal
}

// Extract finds the figures of a report.
func Extract(ctx context.Context, report *data.Report, words *vocabulary.Vocabulary) (Result, error) {
	var result Result
	for _, p := range report.Paragraphs {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		mentions, refusals := quantities(p.Number, p.Text, report.Language, report.Footnotes)
		result.Refusals = append(result.Refusals, refusals...)
		result.Figures = append(result.Figures, attribute(report, p, mentions, words)...)
	}
	return result, nil
}
