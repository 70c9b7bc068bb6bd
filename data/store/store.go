// Package store keeps reports, figures and a person's work on them in one SQLite file. It is the only package that
// knows SQL.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"figurebook.org/figurebook/data"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is an open database: one writer, and readers that never wait for it.
type Store struct {
	path         string
	write, reads *sql.DB
	progress     func(done, total int)
}

// Options say how a database is opened; the zero value serves most.
type Options struct {
	// Progress hears how many of all reports are done where a database of an older version is brought up to date.
	Progress func(done, total int)
}

// dsn has every pragma, so that each connection of a pool has them.
func dsn(path string, extra url.Values) string {
	q := url.Values{"_foreign_keys": {"on"}, "_journal_mode": {"WAL"}, "_busy_timeout": {"5000"}, "_synchronous": {"FULL"}}
	for k, v := range extra {
		q[k] = v
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// Open opens the database at path, makes it where it does not exist, and brings its schema up to date. A file that is
// no database, or one from a newer version, is a *data.Fault and is left as it is.
func Open(ctx context.Context, path string) (*Store, error) { return OpenWith(ctx, path, Options{}) }

// OpenWith is Open with options.
func OpenWith(ctx context.Context, path string, options Options) (*Store, error) {
	if err := check(path); err != nil {
		return nil, err
	}
	write, err := sql.Open(driver, dsn(path, url.Values{"_txlock": {"immediate"}}))
	if err != nil {
		return nil, fault(path, err)
	}
	write.SetMaxOpenConns(1)
	s := &Store{path: path, write: write, progress: options.Progress}
	if err := s.migrate(ctx); err != nil {
		write.Close()
		return nil, err
	}
	if s.reads, err = sql.Open(driver, dsn(path, url.Values{"mode": {"ro"}, "_query_only": {"on"}})); err != nil {
		write.Close()
		return nil, fault(path, err)
	}
	return s, nil
}

// check refuses what is no database before SQLite touches it, and makes a new file for the user alone.
func check(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return fault(path, err)
		}
		made, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
		if err != nil {
			return fault(path, err)
		}
		return made.Close()
	}
	if err != nil {
		return fault(path, err)
	}
	defer f.Close()
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return nil
	}
	if n < 16 || string(head) != "SQLite format 3\x00" {
		return &data.Fault{Kind: data.NotADatabase, File: path, Err: err}
	}
	return nil
}

func (s *Store) migrate(ctx context.Context) error {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	steps, err := goose.NewProvider(goose.DialectSQLite3, s.write, folder)
	if err != nil {
		return fault(s.path, err)
	}
	newest := steps.ListSources()[len(steps.ListSources())-1].Version
	var tables, ours int
	if err := s.write.QueryRowContext(ctx, `select count(*), coalesce(sum(name = 'goose_db_version'), 0) from sqlite_master where type = 'table'`).Scan(&tables, &ours); err != nil {
		return fault(s.path, err)
	}
	if tables > 0 && ours == 0 {
		return &data.Fault{Kind: data.NotADatabase, File: s.path}
	}
	if ours > 0 {
		var version int64
		if err := s.write.QueryRowContext(ctx, `select max(version_id) from goose_db_version`).Scan(&version); err != nil {
			return fault(s.path, err)
		}
		if version > newest {
			return &data.Fault{Kind: data.NewerDatabase, File: s.path}
		}
	}
	if _, err := steps.Up(ctx); err != nil {
		return fault(s.path, err)
	}
	return s.refresh(ctx)
}

// change does work in one transaction of the writer: all of it is kept, or on an error none.
func (s *Store) change(ctx context.Context, work func(tx *sql.Tx) error) error {
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

// Close ends all connections.
func (s *Store) Close() error { return errors.Join(s.reads.Close(), s.write.Close()) }
