package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"figurebook.org/figurebook/data"
)

// Figures are the figures that a filter chooses, report by report in reading order, each with the status that a person
// gave it.
func (s *Store) Figures(ctx context.Context, filter data.Filter) ([]data.Figure, error) {
	var where []string
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
	query := `select f.record, coalesce(v.status, '') from figures f join reports r on r.id = f.report left join reviews v on v.figure = f.figure`
	if len(where) > 0 {
		query += " where " + strings.Join(where, " and ")
	}
	rows, err := s.reads.QueryContext(ctx, query+" order by r.date, r.symbol, r.language, f.position", args...)
	if err != nil {
		return nil, fault(s.path, err)
	}
	defer rows.Close()
	figures := []data.Figure{}
	for rows.Next() {
		var record, status string
		if err := rows.Scan(&record, &status); err != nil {
			return nil, fault(s.path, err)
		}
		var f data.Figure
		if err := json.Unmarshal([]byte(record), &f); err != nil {
			return nil, fault(s.path, err)
		}
		if status != "" {
			f.Status = data.Status(status)
		}
		figures = append(figures, f)
	}
	return figures, fault(s.path, rows.Err())
}

// Reports are all reports by date, whole.
func (s *Store) Reports(ctx context.Context) ([]data.Report, error) {
	rows, err := s.reads.QueryContext(ctx, `select structure from reports order by date, symbol, language`)
	if err != nil {
		return nil, fault(s.path, err)
	}
	defer rows.Close()
	var reports []data.Report
	for rows.Next() {
		var structure string
		if err := rows.Scan(&structure); err != nil {
			return nil, fault(s.path, err)
		}
		var r data.Report
		if err := json.Unmarshal([]byte(structure), &r); err != nil {
			return nil, fault(s.path, err)
		}
		reports = append(reports, r)
	}
	return reports, fault(s.path, rows.Err())
}

// Report is the report with a key; nil where there is none.
func (s *Store) Report(ctx context.Context, key string) (*data.Report, error) {
	var structure string
	err := s.reads.QueryRowContext(ctx, `select structure from reports where key = ?`, key).Scan(&structure)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fault(s.path, err)
	}
	var r data.Report
	if err := json.Unmarshal([]byte(structure), &r); err != nil {
		return nil, fault(s.path, err)
	}
	return &r, nil
}

// SetStatus keeps what a person says of a figure.
func (s *Store) SetStatus(ctx context.Context, figure string, status data.Status) error {
	_, err := s.write.ExecContext(ctx, `insert into reviews (figure, status) values (?, ?) on conflict (figure) do update set status = excluded.status, reviewed_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`, figure, string(status))
	return fault(s.path, err)
}
