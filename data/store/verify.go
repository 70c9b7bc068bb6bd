package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"figurebook.org/figurebook/data"
)

// Health is what Verify found.
type Health struct {
	Problems []string // in SQLite's words; none for a sound database
	Reports  int
	Figures  int
	Reviewed int // figures that a person looked at
}

// Verify looks a database through: its pages, its references, its records and its search index. It changes nothing.
func Verify(ctx context.Context, path string) (Health, error) {
	var h Health
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return h, &data.Fault{Kind: data.FileMissing, File: path, Err: err}
		}
		return h, fault(path, err)
	}
	if err := check(path); err != nil {
		return h, err
	}
	db, err := sql.Open(driver, dsn(path, url.Values{"_journal_mode": nil}))
	if err != nil {
		return h, fault(path, err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if h.Problems, err = problems(ctx, db, `pragma integrity_check`); err != nil || len(h.Problems) > 0 {
		return h, fault(path, err)
	}
	var older bool // a backup that an update made: its tables are other ones
	if err := db.QueryRowContext(ctx, `select count(*) = 0 from sqlite_master where name = 'words'`).Scan(&older); err != nil {
		return h, fault(path, err)
	}
	if older {
		err := db.QueryRowContext(ctx, `select (select count(*) from reports), (select count(*) from figures)`).Scan(&h.Reports, &h.Figures)
		return h, fault(path, err)
	}
	for _, query := range []string{
		`select 'a row of ' || "table" || ' without its ' || parent from pragma_foreign_key_check`,
		`select 'the report ' || key || ' is not readable' from reports where not json_valid(structure)`,
		`select 'the figure ' || figure || ' is not readable' from figures where not json_valid(coalesce(record, found))`,
		`select 'the work on ' || key || ' is not readable' from works where not json_valid(value)`,
	} {
		found, err := problems(ctx, db, query)
		if err != nil {
			return h, fault(path, err)
		}
		h.Problems = append(h.Problems, found...)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return h, fault(path, err)
	}
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(ctx, `insert into words (words) values ('integrity-check')`); err != nil {
		h.Problems = append(h.Problems, "the search index is not that of the texts: "+err.Error())
	}
	err = tx.QueryRowContext(ctx, `select (select count(*) from reports where removed is null), (select count(*) from figures), (select count(*) from works where kind = ?)`, reviewWork).Scan(&h.Reports, &h.Figures, &h.Reviewed)
	return h, fault(path, err)
}

// problems are what a check of SQLite's complains of.
func problems(ctx context.Context, q querier, query string) ([]string, error) {
	found, err := list(ctx, q, scanString, query)
	return slices.DeleteFunc(found, func(s string) bool { return s == "ok" }), err
}

// Restore puts a backup in the place of the database at path, which no program may have open. What was there is kept among
// the backups; its name is told, empty where there was nothing.
func Restore(ctx context.Context, backup, path string) (kept string, err error) {
	health, err := Verify(ctx, backup)
	if err != nil {
		return "", err
	}
	if len(health.Problems) > 0 {
		return "", Damaged(backup, errors.New(health.Problems[0]))
	}
	if reason := hindrance(path); reason != nil {
		return "", reason
	}
	fresh := path + ".restoring"
	defer os.Remove(fresh)
	if err := os.MkdirAll(filepath.Dir(backupName(path, "")), 0o700); err != nil {
		return "", fault(path, err)
	}
	if err := copyFile(backup, fresh); err != nil {
		return "", fault(backup, err)
	}
	if _, err := os.Stat(path); err == nil {
		if err := closed(ctx, path); err != nil {
			return "", err
		}
		kept = backupName(path, "replaced-"+time.Now().Format(momentForm))
		for _, ending := range []string{"", "-wal"} {
			if err := copyFile(path+ending, kept+ending); err != nil && !(ending != "" && errors.Is(err, fs.ErrNotExist)) {
				return "", fault(kept, err)
			}
		}
		for _, ending := range []string{"-wal", "-shm"} { // they belong to what was there; a new database must not read them
			if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return kept, fault(path, err)
			}
		}
	}
	return kept, fault(path, os.Rename(fresh, path))
}

// closed checks that no program has a database open, and brings its log into it. A damaged one passes.
func closed(ctx context.Context, path string) error {
	db, err := sql.Open(driver, dsn(path, url.Values{"_busy_timeout": {"500"}, "_locking_mode": {"EXCLUSIVE"}}))
	if err != nil {
		return fault(path, err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, `begin exclusive; rollback`)
	var known *data.Fault
	if errors.As(fault(path, err), &known) && known.Kind == data.DatabaseBusy {
		return known
	}
	return nil
}

// Damaged is the fault of a damaged database, with its latest backup.
func Damaged(path string, err error) *data.Fault {
	f := &data.Fault{Kind: data.DamagedDatabase, File: path, Detail: "-", Err: err}
	if all, err := Backups(path); err == nil && len(all) > 0 {
		f.Detail = all[0].Path
	}
	return f
}
