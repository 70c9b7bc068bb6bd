// Package store keeps reports, figures and a person's work on them in one SQLite file. It is the only package that
// knows SQL.
package store

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	sqlite "github.com/mattn/go-sqlite3" // registers the driver
	"github.com/pressly/goose/v3"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is an open database: one writer, and readers that never wait for it.
type Store struct {
	path         string
	write, reads *sql.DB
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
func Open(ctx context.Context, path string) (*Store, error) {
	if err := check(path); err != nil {
		return nil, err
	}
	write, err := sql.Open("sqlite3", dsn(path, url.Values{"_txlock": {"immediate"}}))
	if err != nil {
		return nil, fault(path, err)
	}
	write.SetMaxOpenConns(1)
	s := &Store{path: path, write: write}
	if err := s.migrate(ctx); err != nil {
		write.Close()
		return nil, err
	}
	if s.reads, err = sql.Open("sqlite3", dsn(path, url.Values{"mode": {"ro"}, "_query_only": {"on"}})); err != nil {
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
	return nil
}

// Close ends all connections.
func (s *Store) Close() error { return errors.Join(s.reads.Close(), s.write.Close()) }

// Save keeps a report and what was found in it, in one transaction. It says whether anything changed: the same file
// with the same figures changes nothing, and a digest never takes the place of a full text. The file that the report was
// read from is kept with it; nil for a report that has none.
func (s *Store) Save(ctx context.Context, report *data.Report, result extraction.Result, original *Original) (changed bool, err error) {
	return s.save(ctx, "", report, result, original)
}

// Rename is Save for a report that was kept under another key, as when a person corrects its symbol: it takes the other's
// place, and a person's reviews go over to it.
func (s *Store) Rename(ctx context.Context, was string, report *data.Report, result extraction.Result, original *Original) error {
	_, err := s.save(ctx, was, report, result, original)
	return err
}

func (s *Store) save(ctx context.Context, was string, report *data.Report, result extraction.Result, original *Original) (changed bool, err error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return false, fault(s.path, err)
	}
	defer func() {
		if !changed || err != nil {
			_ = tx.Rollback()
		}
	}()
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
	if was != "" && was != report.Key() {
		if err := anchor(ctx, tx, was, result.Figures); err != nil {
			return false, fault(s.path, err)
		}
		if _, err := tx.ExecContext(ctx, `delete from reports where key = ?`, was); err != nil {
			return false, fault(s.path, err)
		}
	} else if same, err := unchanged(ctx, tx, report, string(structure), records); err != nil || same {
		return false, fault(s.path, err)
	}
	if err := replace(ctx, tx, report, string(structure), result, records); err != nil {
		return false, fault(s.path, err)
	}
	if err := keep(ctx, tx, report.Key(), original); err != nil {
		return false, fault(s.path, err)
	}
	if err := tx.Commit(); err != nil {
		return false, fault(s.path, err)
	}
	return true, nil
}

func unchanged(ctx context.Context, tx *sql.Tx, report *data.Report, structure string, records []string) (bool, error) {
	var id int64
	var digest bool
	var kept string
	err := tx.QueryRowContext(ctx, `select id, digest, structure from reports where key = ?`, report.Key()).Scan(&id, &digest, &kept)
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
	rows, err := tx.QueryContext(ctx, `select record from figures where report = ? order by position`, id)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	i := 0
	for ; rows.Next(); i++ {
		var record string
		if err := rows.Scan(&record); err != nil {
			return false, err
		}
		if i >= len(records) || records[i] != record {
			return false, rows.Err()
		}
	}
	return i == len(records), rows.Err()
}

func replace(ctx context.Context, tx *sql.Tx, r *data.Report, structure string, result extraction.Result, records []string) error {
	if err := anchor(ctx, tx, r.Key(), result.Figures); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `delete from reports where key = ?`, r.Key()); err != nil {
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
	for i, f := range result.Figures {
		if _, err := tx.ExecContext(ctx, `insert into figures (report, position, figure, measure, place, region, grouping, period, record) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			id, i, f.ID, f.Measure, text(f.Place), f.Region, text(f.Group), f.Period, records[i]); err != nil {
			return err
		}
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
	return nil
}

// anchor carries a person's reviews over to figures that state the same quantity in the same paragraph under a new
// name, as when the full text takes the place of a digest.
func anchor(ctx context.Context, tx *sql.Tx, key string, figures []data.Figure) error {
	rows, err := tx.QueryContext(ctx, `select f.record, v.status from figures f join reports r on r.id = f.report join reviews v on v.figure = f.figure where r.key = ?`, key)
	if err != nil {
		return err
	}
	defer rows.Close()
	statuses := map[string]string{}
	for rows.Next() {
		var record, status string
		if err := rows.Scan(&record, &status); err != nil {
			return err
		}
		var f data.Figure
		if err := json.Unmarshal([]byte(record), &f); err != nil {
			return err
		}
		statuses[stated(f)] = status
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, f := range figures {
		if status, ok := statuses[stated(f)]; ok {
			if _, err := tx.ExecContext(ctx, `insert into reviews (figure, status) values (?, ?) on conflict (figure) do nothing`, f.ID, status); err != nil {
				return err
			}
			delete(statuses, stated(f))
		}
	}
	return nil
}

// stated names a quantity by its paragraph and numbers.
func stated(f data.Figure) string {
	number := func(d *data.Decimal) string {
		if d == nil {
			return ""
		}
		return d.String()
	}
	return strings.Join([]string{f.Paragraph, number(f.Value), number(f.Low), number(f.High), f.Unit}, "|")
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// fault turns what SQLite and the file system say into a fault that names the file. nil stays nil.
func fault(path string, err error) error {
	var known *data.Fault
	var e sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &e) && e.Code == sqlite.ErrNotADB, errors.As(err, &e) && e.Code == sqlite.ErrCorrupt:
		return &data.Fault{Kind: data.NotADatabase, File: path, Err: err}
	case errors.As(err, &e) && e.Code == sqlite.ErrFull, errors.Is(err, syscall.ENOSPC):
		return &data.Fault{Kind: data.DiskFull, File: path, Err: err}
	case errors.As(err, &e) && (e.Code == sqlite.ErrReadonly || e.Code == sqlite.ErrCantOpen), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR):
		return &data.Fault{Kind: data.CannotWrite, File: path, Detail: cause(err), Err: err}
	}
	return fmt.Errorf("database %s: %w", path, err)
}

func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
