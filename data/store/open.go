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
	"syscall"
	"time"

	"github.com/pressly/goose/v3"

	"figurebook.org/figurebook/data"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Options say how a database is opened; the zero value serves most.
type Options struct {
	// Progress hears how many of all reports are done where a database of an older version is brought up to date.
	Progress func(done, total int)
}

// Open opens the database at path, makes it where it does not exist, and brings its schema up to date; a backup of it is
// made before. Where it cannot or must not be changed it is opened to be read: see ReadOnly. A file that is no database, or
// a damaged one, is a *data.Fault and is left as it is.
func Open(ctx context.Context, path string) (*Store, error) { return OpenWith(ctx, path, Options{}) }

// OpenWith is Open with options.
func OpenWith(ctx context.Context, path string, options Options) (*Store, error) {
	if reason := hindrance(path); reason != nil {
		return openCopy(ctx, path, options, reason)
	}
	if err := check(path); err != nil {
		return nil, err
	}
	write, err := sql.Open(driver, dsn(path, url.Values{"_txlock": {"immediate"}}))
	if err != nil {
		return nil, fault(path, err)
	}
	write.SetMaxOpenConns(1)
	s := &Store{path: path, write: write, progress: options.Progress}
	err = s.migrate(ctx)
	if newer := (*data.Fault)(nil); errors.As(err, &newer) && newer.Kind == data.NewerDatabase {
		err, s.readOnly, s.write = write.Close(), newer, nil
	}
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	if s.reads, err = sql.Open(driver, dsn(path, url.Values{"mode": {"ro"}, "_query_only": {"on"}})); err != nil {
		return nil, errors.Join(fault(path, err), s.Close())
	}
	if s.watching, err = watch(path); err != nil {
		return nil, errors.Join(fault(path, err), s.Close())
	}
	return s, nil
}

// openCopy opens a copy of a database that cannot be changed where it lies, to be read.
func openCopy(ctx context.Context, path string, options Options, reason *data.Fault) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, reason // there is nothing to read
	}
	folder, err := os.MkdirTemp("", "figurebook-")
	if err != nil {
		return nil, fault(path, err)
	}
	copied := filepath.Join(folder, "copy.db")
	for _, ending := range []string{"", "-wal"} { // what is in the log is committed
		if err := copyFile(path+ending, copied+ending); err != nil && !(ending != "" && errors.Is(err, fs.ErrNotExist)) {
			return nil, errors.Join(fault(path, err), os.RemoveAll(folder))
		}
	}
	s, err := OpenWith(ctx, copied, options)
	if err != nil {
		var known *data.Fault
		if errors.As(err, &known) {
			known.File = path
		}
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	s.path, s.copied, s.readOnly = path, folder, reason
	return s, nil
}

// copyFile copies a file for the user alone; the copy is on the disk when it returns.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// hindrance is why a database must not be changed where it lies; nil where nothing hinders. SQLite's log needs to make
// files beside the database, and shared memory, which a network share does not have.
func hindrance(path string) *data.Fault {
	if onNetwork(filepath.Dir(path)) {
		return &data.Fault{Kind: data.NetworkShare, File: path}
	}
	refused := func(err error) *data.Fault {
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
			return &data.Fault{Kind: data.CannotWrite, File: path, Detail: cause(err), Err: err}
		}
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return refused(err)
	}
	f.Close()
	probe, err := os.CreateTemp(filepath.Dir(path), ".figurebook-*")
	if err != nil {
		return refused(err)
	}
	probe.Close()
	_ = os.Remove(probe.Name())
	return nil
}

// dsn has every pragma, so that each connection of a pool has them.
func dsn(path string, extra url.Values) string {
	q := url.Values{"_foreign_keys": {"on"}, "_journal_mode": {"WAL"}, "_busy_timeout": {"5000"}, "_synchronous": {"FULL"}}
	for k, v := range extra {
		q[k] = v
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// check refuses what is no database before SQLite touches it, and makes a new file for the user alone.
func check(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return fault(path, err)
		}
		made, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			return nil // another program was quicker
		}
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

// schema is the version of the schema that a database has, 0 for an empty one, and the newest that this program knows.
func (s *Store) schema(ctx context.Context, steps *goose.Provider) (version, newest int64, err error) {
	newest = steps.ListSources()[len(steps.ListSources())-1].Version
	var tables, ours int
	if err := s.write.QueryRowContext(ctx, `select count(*), coalesce(sum(name = 'goose_db_version'), 0) from sqlite_master where type = 'table'`).Scan(&tables, &ours); err != nil {
		return 0, 0, fault(s.path, err)
	}
	if ours > 0 {
		err = s.write.QueryRowContext(ctx, `select coalesce(max(version_id), 0) from goose_db_version`).Scan(&version)
	}
	switch {
	case tables > 0 && ours == 0:
		return 0, 0, &data.Fault{Kind: data.NotADatabase, File: s.path}
	case version > newest:
		return 0, 0, &data.Fault{Kind: data.NewerDatabase, File: s.path}
	}
	return version, newest, fault(s.path, err)
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
	version, newest, err := s.schema(ctx, steps)
	if err != nil {
		return err
	}
	if version < newest {
		alone, err := s.alone(ctx)
		if err != nil {
			return err
		}
		defer alone()
		if version, newest, err = s.schema(ctx, steps); err != nil { // another program may have been at it
			return err
		}
		if version > 0 && version < newest {
			if err := s.backUp(ctx, backupName(s.path, time.Now().Format(momentForm))); err != nil {
				return err
			}
		}
		if _, err := steps.Up(ctx); err != nil {
			return fault(s.path, err)
		}
	}
	return s.refresh(ctx)
}

// alone keeps other programs from migrating the database until the function that it returns is called. The lock is that
// of an empty database among the backups, since SQLite lets go of it when a process dies; it stays, for others may wait.
func (s *Store) alone(ctx context.Context) (done func(), err error) {
	file := backupName(s.path, "lock")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, fault(file, err)
	}
	made, err := os.OpenFile(file+"-migrating", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fault(file, err)
	}
	made.Close()
	lock, err := sql.Open(driver, dsn(file+"-migrating", url.Values{"_journal_mode": {"DELETE"}, "_busy_timeout": {"60000"}, "_txlock": {"exclusive"}}))
	if err != nil {
		return nil, fault(s.path, err)
	}
	tx, err := lock.BeginTx(ctx, nil)
	if err != nil {
		lock.Close()
		return nil, fault(s.path, err)
	}
	return func() {
		_ = tx.Rollback()
		lock.Close()
	}, nil
}
