package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// errSame ends a transaction that has nothing to keep.
var errSame = errors.New("nothing changed")

// Save keeps a report and what was found in it, in one transaction. It says whether anything changed: the same file
// with the same figures changes nothing, and a digest never takes the place of a full text or of a report that a person
// removed. An earlier issue never takes the place of a reissue: see newest. What a person did with its figures goes over to those found now. The file that the report was read from is kept
// with it; nil for a report that has none.
func (s *Store) Save(ctx context.Context, report *data.Report, result extraction.Result, original *Original) (changed bool, err error) {
	return s.save(ctx, "", report, result, original, false)
}

// SaveEarlier is Save where an earlier issue is to take the place of a reissue all the same.
func (s *Store) SaveEarlier(ctx context.Context, report *data.Report, result extraction.Result, original *Original) (changed bool, err error) {
	return s.save(ctx, "", report, result, original, true)
}

// Rename is Save for a report that was kept under another key, as when a person corrects its symbol: it takes the other's
// place, and a person's reviews go over to it.
func (s *Store) Rename(ctx context.Context, was string, report *data.Report, result extraction.Result, original *Original) error {
	_, err := s.save(ctx, was, report, result, original, false)
	return err
}

func (s *Store) save(ctx context.Context, was string, report *data.Report, result extraction.Result, original *Original, earlier bool) (changed bool, err error) {
	structure, err := json.Marshal(report)
	if err != nil {
		return false, err
	}
	records := make([]string, len(result.Figures))
	for i, f := range result.Figures {
		raw, err := json.Marshal(f)
		if err != nil {
			return false, err
		}
		records[i] = string(raw)
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		if was == "" {
			was = report.Key()
		}
		before, err := anchors(ctx, tx, was)
		if err != nil {
			return err
		}
		if was != report.Key() {
			if err := rename(ctx, tx, was, report.Key()); err != nil {
				return err
			}
		} else if same, err := unchanged(ctx, tx, report, string(structure), records); err != nil {
			return err
		} else if same {
			return errSame
		}
		if !earlier {
			if err := newest(ctx, tx, report); err != nil {
				return err
			}
		}
		if err := replace(ctx, tx, report, string(structure), result, records, before); err != nil {
			return err
		}
		return keep(ctx, tx, report.Key(), original)
	})
	if errors.Is(err, errSame) {
		return false, nil
	}
	return err == nil, err
}

// rename takes a report away and gives what a person did with it to another key.
func rename(ctx context.Context, tx *sql.Tx, was, key string) error {
	if err := deleteReport(ctx, tx, was); err != nil {
		return err
	}
	for _, query := range []string{
		`update works set report = ?1 where report = ?2`,
		`update changes set report = ?1 where report = ?2`,
	} {
		if _, err := tx.ExecContext(ctx, query, key, was); err != nil {
			return err
		}
	}
	return nil
}

// newest is a fault where a later issue of a report is kept: one reissued for technical reasons bears the same symbol, and
// would be lost under the earlier one. A removed one stands in nobody's way, and a file may always be read anew.
func newest(ctx context.Context, tx *sql.Tx, report *data.Report) error {
	var later bool
	err := tx.QueryRowContext(ctx, `select exists (select 1 from reports where key = ? and removed is null and not digest
		and structure ->> 'hash' <> ? and coalesce(structure ->> 'reissue', 0) > ?)`, report.Key(), report.Hash, report.Reissue).Scan(&later)
	if err == nil && later {
		return &data.Fault{Kind: data.OlderIssue, Place: report.Key()}
	}
	return err
}

func unchanged(ctx context.Context, tx *sql.Tx, report *data.Report, structure string, records []string) (bool, error) {
	removed, err := readWork(ctx, tx, removalWork, report.Key())
	if err != nil || removed.Valid {
		return report.Digest, err
	}
	var id int64
	var digest bool
	var kept string
	err = tx.QueryRowContext(ctx, `select id, digest, structure from reports where key = ?`, report.Key()).Scan(&id, &digest, &kept)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if report.Digest && !digest {
		return true, nil
	}
	if kept != structure {
		return false, nil
	}
	found, err := list(ctx, tx, scanString,
		`select found from figures where report = ? and found is not null order by position`, id)
	return slices.Equal(found, records), err
}

func replace(ctx context.Context, tx *sql.Tx, r *data.Report, structure string, result extraction.Result, records []string, before []anchored) error {
	if err := deleteReport(ctx, tx, r.Key()); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `delete from works where kind = ? and key = ?`, removalWork, r.Key()); err != nil {
		return err
	}
	row, err := tx.ExecContext(ctx, `insert into reports (key, symbol, language, title, date, period, digest, hash, structure) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.Key(), r.Symbol, r.Language, r.Title, r.Date, r.Period, r.Digest, r.Hash, structure)
	if err != nil {
		return err
	}
	id, err := row.LastInsertId()
	if err != nil {
		return err
	}
	if err := insertFound(ctx, tx, id, r, result.Figures, records); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `update works set report = ? where kind = ? and report = '' and key in (select figure from figures where report = ?)`, r.Key(), reviewWork, id); err != nil {
		return err // an older version did not say of which report a review was
	}
	if err := index(ctx, tx, id, r); err != nil {
		return err
	}
	for i, refusal := range result.Refusals {
		raw, err := json.Marshal(refusal)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `insert into refusals (report, position, record) values (?, ?, ?)`, id, i, string(raw)); err != nil {
			return err
		}
	}
	if err := anchor(ctx, tx, r, result.Figures, before); err != nil {
		return err
	}
	return showReviewed(ctx, tx, r)
}
