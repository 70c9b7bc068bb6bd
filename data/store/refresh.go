package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"figurebook.org/figurebook/data"
)

// refresh brings the columns of figures and the search index up to what this version derives from reports and reviews: one report, one
// transaction. A database that was refreshed by this version is left as it is.
func (s *Store) refresh(ctx context.Context) error {
	var version int
	if err := s.write.QueryRowContext(ctx, `pragma user_version`).Scan(&version); err != nil {
		return fault(s.path, err)
	}
	if version >= derived {
		return nil
	}
	keys, err := list(ctx, s.write, scanString, `select key from reports order by id`)
	if err != nil {
		return fault(s.path, err)
	}
	for i, key := range keys {
		if s.progress != nil {
			s.progress(i, len(keys))
		}
		if err := s.change(ctx, func(tx *sql.Tx) error { return derive(ctx, tx, key) }); err != nil {
			return err
		}
	}
	_, err = s.write.ExecContext(ctx, fmt.Sprintf(`pragma user_version = %d`, derived))
	return fault(s.path, err)
}

// derived is the version of what derive makes; a database's own stands in its user_version.
const derived = 4

// derive makes the rows of a report's figures anew from what was found and what a person did.
func derive(ctx context.Context, tx *sql.Tx, key string) error {
	var id int64
	var structure string
	var removed sql.NullString
	if err := tx.QueryRowContext(ctx, `select id, structure, removed from reports where key = ?`, key).Scan(&id, &structure, &removed); errors.Is(err, sql.ErrNoRows) {
		return nil
	} else if err != nil {
		return err
	}
	var r data.Report
	if err := json.Unmarshal([]byte(structure), &r); err != nil {
		return err
	}
	records, err := list(ctx, tx, scanString, `select found from figures where report = ? and found is not null order by position`, id)
	if err != nil {
		return err
	}
	figures := make([]data.Figure, len(records))
	for i, record := range records {
		if err := json.Unmarshal([]byte(record), &figures[i]); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, `delete from figures where report = ?`, id); err != nil {
		return err
	}
	if err := insertFound(ctx, tx, id, &r, figures, records); err != nil {
		return err
	}
	if err := unindex(ctx, tx, key); err != nil {
		return err
	}
	if !removed.Valid {
		if err := index(ctx, tx, id, &r); err != nil {
			return err
		}
	}
	if err := holdConfirmed(ctx, tx, key, figures); err != nil {
		return err
	}
	return showReviewed(ctx, tx, &r)
}

// holdConfirmed makes confirmations of an older version, which did not say of what, hold to what is found now.
func holdConfirmed(ctx context.Context, tx *sql.Tx, key string, figures []data.Figure) error {
	reviews, err := reviewsOf(ctx, tx, key)
	if err != nil {
		return err
	}
	byID := map[string]data.Figure{}
	for _, f := range figures {
		byID[f.ID] = f
	}
	for _, v := range reviews {
		f, ok := byID[v.id]
		if !ok || v.Status != data.Confirmed || len(v.Held) > 0 {
			continue
		}
		v.Hold(&f, f)
		raw, err := json.Marshal(v.Review)
		if err != nil {
			return err
		}
		for _, query := range []string{`update changes set after = ?1 where kind = ?2 and key = ?3 and after = (select value from works where kind = ?2 and key = ?3)`, `update works set value = ?1 where kind = ?2 and key = ?3`} {
			if _, err := tx.ExecContext(ctx, query, string(raw), reviewWork, v.id); err != nil {
				return err
			}
		}
	}
	return nil
}
