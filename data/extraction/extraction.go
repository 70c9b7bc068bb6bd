// Package extraction finds the figures of a report: a pure function of the report's text and the vocabulary.
//
// The way is: numerals, exclusion of numbers that count nothing, bounds, units (quantities); then what each quantity
// measures, where, when and who says so, by the nearest words in its clause, its sentence, its paragraph (attribute).
package extraction

import (
	"cmp"
	"context"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Result is what was found in a report, and what was not taken, in reading order.
type Result struct {
	Figures  []data.Figure
	Refusals []data.Refusal
}

// Extract finds the figures of a report, in its paragraphs, then in its footnotes, then in its tables. Its only error is that of ctx.
func Extract(ctx context.Context, report *data.Report, words *vocabulary.Vocabulary) (Result, error) {
	e := extractor{report: report, words: words, seen: map[string]int{}, period: covered(report), edition: report.Key()}
	if report.Symbol != "" {
		symbol := report.Symbol
		e.symbol = &symbol
	}
	if report.Period == "" {
		e.period = cmp.Or(e.titled(), e.period)
	}
	e.homeland = e.home()
	parts := report.Paragraphs
	for _, f := range report.Footnotes {
		parts = append(parts[:len(parts):len(parts)], data.Paragraph{Number: f.ID(), Text: f.Text})
	}
	for _, p := range parts {
		e.runes += utf8.RuneCountInString(p.Text)
	}
	refused := []data.Refusal{}
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		t := fold([]rune(p.Text))
		e.read += len(t)
		s := scan(p.Number, t, report.Footnotes, words, refused)
		refused = s.refusals
		if len(s.mentions) > 0 {
			e.attribute(p, t, asPrinted(p, len(t), report.Footnotes), s.mentions)
		}
	}
	if err := e.tables(ctx, &refused); err != nil {
		return Result{}, err
	}
	if e.figures == nil {
		e.figures = []data.Figure{}
	}
	return Result{Figures: e.figures, Refusals: refused}, nil
}
