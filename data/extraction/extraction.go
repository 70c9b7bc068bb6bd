// Package extraction finds the figures of a report: a pure function of the report's text and the vocabulary.
//
// The way is: numerals, exclusion of numbers that count nothing, bounds, units (quantities); then what each quantity
// measures, where, when and who says so, by the nearest words in its clause, its sentence, its paragraph (attribute).
package extraction

import (
	"context"
	"slices"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Result is what was found in a report, and what was not taken, in reading order.
type Result struct {
	Figures  []data.Figure
	Refusals []data.Refusal
}

// Extract finds the figures of a report, in its paragraphs and then in its footnotes. Its only error is that of ctx.
func Extract(ctx context.Context, report *data.Report, words *vocabulary.Vocabulary) (Result, error) {
	var figures [][]data.Figure // of each paragraph; joined once, for a figure is large
	var refused [][]data.Refusal
	e := extractor{report: report, words: words, seen: map[string]int{}, period: covered(report)}
	e.homeland = e.home()
	parts := report.Paragraphs
	for _, f := range report.Footnotes {
		parts = append(parts[:len(parts):len(parts)], data.Paragraph{Number: f.ID(), Text: f.Text})
	}
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		t := fold([]rune(p.Text))
		mentions, refusals := quantities(p.Number, t, report.Footnotes, words)
		refused = append(refused, refusals)
		if len(mentions) > 0 {
			figures = append(figures, e.attribute(p, t, mentions))
		}
	}
	return Result{Figures: inOrder(figures), Refusals: inOrder(refused)}, nil
}

// inOrder joins what the paragraphs gave; empty, and not nil, where they gave nothing.
func inOrder[T any](parts [][]T) []T {
	if all := slices.Concat(parts...); all != nil {
		return all
	}
	return []T{}
}
