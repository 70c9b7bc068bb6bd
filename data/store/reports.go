package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"figurebook.org/figurebook/data"
)

// Reports are all reports by date, whole.
func (s *Store) Reports(ctx context.Context) ([]data.Report, error) {
	reports, err := list(ctx, s.reads, scanReport, `select structure from reports where removed is null order by date = '', date, symbol, language`)
	return reports, fault(s.path, err)
}

func scanReport(rows *sql.Rows) (r data.Report, err error) {
	var structure string
	if err := rows.Scan(&structure); err != nil {
		return r, err
	}
	return r, json.Unmarshal([]byte(structure), &r)
}

// Report is the report with a key; nil where there is none.
func (s *Store) Report(ctx context.Context, key string) (*data.Report, error) {
	r, err := readReport(ctx, s.reads, key, false)
	return r, fault(s.path, err)
}

func readReport(ctx context.Context, q querier, key string, evenRemoved bool) (*data.Report, error) {
	reports, err := list(ctx, q, scanReport, `select structure from reports where key = ? and (removed is null or ?)`, key, evenRemoved)
	if err != nil || len(reports) == 0 {
		return nil, err
	}
	return &reports[0], nil
}

// Progress is how far a person has checked the figures of each report, by its key.
func (s *Store) Progress(ctx context.Context) (map[string]data.Progress, error) {
	progress := map[string]data.Progress{}
	type row struct {
		key string
		data.Progress
	}
	rows, err := list(ctx, s.reads, func(r *sql.Rows) (p row, err error) { return p, r.Scan(&p.key, &p.Checked, &p.Total) },
		`select r.key, count(case when f.status <> ? then 1 end), count(f.id) from reports r left join figures f on f.report = r.id and f.superseded is null
		where r.removed is null group by r.id`, data.Found)
	for _, r := range rows {
		progress[r.key] = r.Progress
	}
	return progress, fault(s.path, err)
}

// Remove takes a report with its figures out of sight. Undo brings it back until it is purged: see Purge. What a person
// did with its figures stays, should the report come back.
func (s *Store) Remove(ctx context.Context, key string) (data.Step, error) {
	return s.step(ctx, data.StepRemoveReport, key, func(r *recorder) error {
		whole, err := readReport(ctx, r.tx, key, false)
		if err != nil {
			return err
		}
		if whole == nil {
			return &data.Fault{Kind: data.NoSuchReport, Detail: key}
		}
		return r.set(removalWork, key, key, r.step.At.Format(timeForm))
	})
}

// showRemoval hides the report with a key where a person removed it, or shows it again.
func showRemoval(ctx context.Context, tx *sql.Tx, key string) error {
	if err := unindex(ctx, tx, key); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `update reports set removed = (select value ->> '$' from works where kind = ? and works.key = reports.key) where key = ?`, removalWork, key); err != nil {
		return err
	}
	r, err := readReport(ctx, tx, key, false)
	if err != nil || r == nil {
		return err
	}
	var id int64
	if err := tx.QueryRowContext(ctx, `select id from reports where key = ?`, key).Scan(&id); err != nil {
		return err
	}
	return index(ctx, tx, id, r)
}

// deleteReport takes a report with its figures and its part of the search index away for good.
func deleteReport(ctx context.Context, tx *sql.Tx, key string) error {
	if err := unindex(ctx, tx, key); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `delete from reports where key = ?`, key)
	return err
}

// Purge takes the reports that were removed before a time away for good, with their kept files; their removal can no longer
// be undone.
func (s *Store) Purge(ctx context.Context, before time.Time) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		keys, err := list(ctx, tx, scanString, `select key from reports where removed < ?`, before.UTC().Format(timeForm))
		if err != nil || len(keys) == 0 {
			return err
		}
		for _, key := range keys {
			if err := deleteReport(ctx, tx, key); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `delete from changes where kind = ? and key = ?`, removalWork, key); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `delete from steps where not exists (select 1 from changes where step = steps.id)`); err != nil {
			return err
		}
		return keep(ctx, tx, "", nil)
	})
}
