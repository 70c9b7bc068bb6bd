package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"figurebook.org/figurebook/data"
)

// What is kept and how long.
const (
	// KeepRemoved is how long a removed report can be brought back. Then it is gone from the database, and when the backups
	// of that day are KeepBackups old, from all backups.
	KeepRemoved = 30 * 24 * time.Hour
	// KeepBackups is how old automatic backups grow.
	KeepBackups = 14 * 24 * time.Hour
)

const (
	dayForm    = "2006-01-02"
	momentForm = "2006-01-02T150405"
)

// backupName is the file of a backup of the database at path: in the folder "backups" beside it.
func backupName(path, moment string) string {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return filepath.Join(filepath.Dir(path), "backups", base+"-"+moment+".db")
}

// Backup is a kept copy of a database.
type Backup struct {
	Path string
	At   time.Time
	Size int64 // in bytes
}

// Backups are the backups of the database at path, the latest first.
func Backups(path string) ([]Backup, error) {
	files, err := filepath.Glob(strings.NewReplacer("[", "\\[", "*", "\\*", "?", "\\?").Replace(strings.TrimSuffix(backupName(path, ""), ".db")) + "*.db")
	if err != nil {
		return nil, fault(path, err)
	}
	var all []Backup
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			return nil, fault(f, err)
		}
		all = append(all, Backup{f, info.ModTime(), info.Size()})
	}
	slices.SortFunc(all, func(a, b Backup) int { return cmp.Or(b.At.Compare(a.At), strings.Compare(b.Path, a.Path)) })
	return all, nil
}

// Backup writes the database as it is now into a new file, for the user alone; nothing waits for it. An empty name takes
// one in the folder of the backups. It tells the file.
func (s *Store) Backup(ctx context.Context, to string) (string, error) {
	if to == "" {
		to = backupName(s.path, time.Now().Format(momentForm))
	}
	if _, err := os.Stat(to); err == nil {
		return "", &data.Fault{Kind: data.FileExists, File: to}
	}
	return to, s.backUp(ctx, to)
}

// backUp writes a backup whole or not at all.
func (s *Store) backUp(ctx context.Context, to string) (err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return fault(to, err)
	}
	part, err := os.CreateTemp(filepath.Dir(to), ".part-*") // mode 0600
	if err != nil {
		return fault(to, err)
	}
	part.Close()
	defer os.Remove(part.Name())
	from := s.path
	if s.copied != "" {
		from = filepath.Join(s.copied, "copy.db")
	}
	db, err := sql.Open(driver, dsn(from, nil)) // its own, so that the writer is free
	if err != nil {
		return fault(from, err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `vacuum into ?`, part.Name()); err != nil {
		return fault(to, err)
	}
	if err := sync(part.Name()); err != nil {
		return fault(to, err)
	}
	return fault(to, os.Rename(part.Name(), to))
}

func sync(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Maintain does what is to be done once a day: reports removed long ago go for good, the database is looked through and
// backed up, and old backups go. On a damaged database it is a fault, and no backup goes.
func (s *Store) Maintain(ctx context.Context, now time.Time) error {
	today := backupName(s.path, now.Format(dayForm))
	if _, err := os.Stat(today); err == nil || s.readOnly != nil {
		return nil
	}
	if err := s.Purge(ctx, now.Add(-KeepRemoved)); err != nil {
		return err
	}
	if problems, err := problems(ctx, s.reads, `pragma quick_check`); err != nil {
		return fault(s.path, err)
	} else if len(problems) > 0 {
		return Damaged(s.path, errors.New(problems[0]))
	}
	if err := s.backUp(ctx, today); err != nil {
		return err
	}
	all, err := Backups(s.path)
	if err != nil {
		return err
	}
	for _, b := range all {
		if b.Path != today && now.Sub(b.At) > KeepBackups {
			if err := os.Remove(b.Path); err != nil {
				return fault(b.Path, err)
			}
		}
	}
	return nil
}
