package store

import (
	"context"
	"database/sql"
	"errors"
)

// Original is the file that a report was read from.
type Original struct {
	Hash    string // SHA-256 of Content, hexadecimal: Report.Hash
	Name    string // of the file, without its folder: exports and backups carry no paths
	Said    string // what the user said of the file, in a form of the caller's
	Content []byte
}

// keep keeps the file of the report with a key, and lets go of those whose report is gone.
func keep(ctx context.Context, tx *sql.Tx, key string, o *Original) error {
	if o != nil {
		if _, err := tx.ExecContext(ctx, `insert or replace into originals (report, hash, name, said, content) values (?, ?, ?, ?, ?)`, key, o.Hash, o.Name, o.Said, o.Content); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `delete from originals where report not in (select key from reports)`)
	return err
}

// Original is the file of the report with a key; nil where none was kept, as for the built-in edition.
func (s *Store) Original(ctx context.Context, key string) (*Original, error) {
	var o Original
	err := s.reads.QueryRowContext(ctx, `select o.hash, o.name, o.said, o.content from originals o join reports r on r.key = o.report and r.removed is null where o.report = ?`, key).Scan(&o.Hash, &o.Name, &o.Said, &o.Content)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fault(s.path, err)
	}
	return &o, nil
}
