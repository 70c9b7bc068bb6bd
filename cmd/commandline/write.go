package commandline

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/vocabulary"
)

// print writes figures as jsonl, json, a table, or in a format for others, which cites the reports.
func (p *program) print(out io.Writer, form string, figures []data.Figure, reports []data.Report) error {
	words, err := library.Vocabulary()
	if err != nil {
		return err
	}
	if format := exchange.Find(form); format != nil {
		return format.Write(out, exchange.Set{Figures: figures, Reports: reports, Words: p.words, Vocabulary: words})
	}
	switch form {
	case "json":
		return p.json(out, figures)
	case "jsonl":
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		for _, f := range figures {
			if err := e.Encode(f); err != nil {
				return err
			}
		}
		return nil
	}
	for _, f := range figures {
		place, asOf := "", ""
		if f.Place != nil {
			place = words.Label(vocabulary.Place, *f.Place, p.words.Short())
		}
		if f.AsOf != nil {
			asOf = charts.DateText(*f.AsOf, p.words)
		}
		line := pad(f.Paragraph, 6) + pad(charts.QuantityText(f.Quantity, p.words, words), 28) + pad(words.Label(vocabulary.Measure, f.Measure, p.words.Short()), 24) + pad(place, 36) + asOf
		if _, err := fmt.Fprintln(out, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	return nil
}

// pad fills a cell up to a number of columns; a Han character takes two.
func pad(s string, columns int) string {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return s + strings.Repeat(" ", max(1, columns-n))
}
