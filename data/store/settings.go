package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
)

// Setting reads what is kept under a key into a value, as encoding/json does; ok is false, and into as it was, where
// nothing is.
func (s *Store) Setting(ctx context.Context, key string, into any) (ok bool, err error) {
	ok, err = setting(ctx, s.reads, key, into)
	return ok, fault(s.path, err)
}

func setting(ctx context.Context, q rowQuerier, key string, into any) (bool, error) {
	var value string
	err := q.QueryRowContext(ctx, `select value from settings where key = ?`, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal([]byte(value), into)
}

// SetSetting keeps a value, as JSON, under a key.
func (s *Store) SetSetting(ctx context.Context, key string, value any) error {
	return s.change(ctx, func(tx *sql.Tx) error { return setSetting(ctx, tx, key, value) })
}

func setSetting(ctx context.Context, tx *sql.Tx, key string, value any) error {
	raw, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `insert or replace into settings (key, value) values (?, ?)`, key, string(raw))
	return err
}

// recentFiles is the setting that holds the files opened last.
const recentFiles, recentFilesKept = "recent_files", 12

// RecentFiles are the paths of the files opened last, the latest first.
func (s *Store) RecentFiles(ctx context.Context) ([]string, error) {
	files := []string{}
	_, err := s.Setting(ctx, recentFiles, &files)
	return files, err
}

// Opened puts a file in front of the recent ones.
func (s *Store) Opened(ctx context.Context, file string) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		var files []string
		if _, err := setting(ctx, tx, recentFiles, &files); err != nil {
			return err
		}
		files = append([]string{file}, slices.DeleteFunc(files, func(f string) bool { return f == file })...)
		return setSetting(ctx, tx, recentFiles, files[:min(recentFilesKept, len(files))])
	})
}
