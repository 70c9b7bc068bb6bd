// Package store keeps reports, figures and a person's work on them in one SQLite file. It is the only package that
// knows SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"figurebook.org/figurebook/data"
)

// Store is an open database: one writer, and readers that never wait for it.
type Store struct {
	path         string
	write, reads *sql.DB // write is nil where the database is only read
	readOnly     *data.Fault
	copied       string // folder of the copy that is read in place of path, if any
	progress     func(done, total int)
	watching     *sql.DB // one connection: see Version
}

// ReadOnly says why the database is only read: its file or folder cannot be written, it lies on a network share, or it was
// made by a newer version. nil where it can be changed. Every change of one that is only read fails with this fault.
func (s *Store) ReadOnly() *data.Fault { return s.readOnly }

// change does work in one transaction of the writer: all of it is kept, or on an error none.
func (s *Store) change(ctx context.Context, work func(tx *sql.Tx) error) error {
	if s.readOnly != nil {
		return s.readOnly
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fault(s.path, err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if err := work(tx); err != nil {
		return fault(s.path, err)
	}
	return fault(s.path, tx.Commit())
}

// Path is the file that the store is kept in.
func (s *Store) Path() string { return s.path }

// Close ends all connections.
func (s *Store) Close() error {
	var errs []error
	for _, pool := range []*sql.DB{s.watching, s.reads, s.write} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	if s.copied != "" {
		errs = append(errs, os.RemoveAll(s.copied))
	}
	return errors.Join(errs...)
}
