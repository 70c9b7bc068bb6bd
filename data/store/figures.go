package store

import (
	"context"
	"strings"

	"figurebook.org/figurebook/data"
)

// Figures are the figures that a filter chooses, report by report in reading order, each as a person corrected it and with
// the status that she gave it.
func (s *Store) Figures(ctx context.Context, filter data.Filter) ([]data.Figure, error) {
	where := []string{"r.removed is null", "f.superseded is null"}
	var args []any
	for _, c := range [][2]string{
		{"f.measure", filter.Measure},
		{"f.place", filter.Place},
		{"f.region", filter.Region},
		{"f.grouping", filter.Group},
		{"r.symbol", filter.Report},
		{"f.period", filter.Period},
		{"r.language", filter.Language},
	} {
		if c[1] != "" {
			where = append(where, c[0]+" = ?")
			args = append(args, c[1])
		}
	}
	figures, err := list(ctx, s.reads, scanFigure, `select coalesce(f.record, f.found) from figures f join reports r on r.id = f.report where `+
		strings.Join(where, " and ")+` order by r.date, r.symbol, r.language, r.id, f.paragraph, f.start, f.position`, args...)
	return figures, fault(s.path, err)
}
