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
	reports, err := list(ctx, s.reads, scanReport, `select structure from reports where removed is null order by date, symbol, language`)
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
	_, err := tx.ExecContext(ctx, `update reports set removed = (select value ->> '$' from works where kind = ? and works.key = reports.key) where key = ?`, removalWork, key)
	return err
}

// Purge takes the reports that were removed before a time away for good, with their kept files; their removal can no longer
// be undone.
func (s *Store) Purge(ctx context.Context, before time.Time) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, query := range []string{
			`delete from changes where kind = ?1 and key in (select key from reports where removed < ?2)`,
			`delete from reports where removed < ?2 and ?1 <> ''`,
			`delete from steps where ?1 <> '' and ?2 <> '' and not exists (select 1 from changes where step = steps.id)`,
		} {
			if _, err := tx.ExecContext(ctx, query, removalWork, before.UTC().Format(timeForm)); err != nil {
				return err
			}
		}
		return keep(ctx, tx, "", nil)
	})
}
