package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"figurebook.org/figurebook/data"
)

// Refusals are the numbers of the report with a key that were not taken as figures, each with its reason, in reading order.
func (s *Store) Refusals(ctx context.Context, key string) ([]data.Refusal, error) {
	refusals, err := list(ctx, s.reads, func(r *sql.Rows) (f data.Refusal, err error) {
		var record string
		if err := r.Scan(&record); err != nil {
			return f, err
		}
		return f, json.Unmarshal([]byte(record), &f)
	}, `select f.record from refusals f join reports r on r.id = f.report where r.key = ? order by f.position`, key)
	return refusals, fault(s.path, err)
}
