package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

func isKind(err error, kind data.FaultKind) bool {
	var fault *data.Fault
	return errors.As(err, &fault) && fault.Kind == kind
}

// reviewedValley opens a database with one confirmed figure at path.
func reviewedValley(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	r := valley("More than 7,000 fighters came.")
	f := stated(r, 1, "More than 7,000", "fighters", data.MoreThan, 7000)
	save(t, s, r, f)
	did(t)(s.SetStatus(context.Background(), data.Confirmed, "", f.ID))
	return s
}

func TestStore_Backup(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s := reviewedValley(t, path)
	backup, err := s.Backup(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{path, path + "-wal", backup} {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v: others can read it", file, info, err)
		}
	}
	if _, err := s.Backup(ctx, backup); !isKind(err, data.FileExists) {
		t.Errorf("over a backup: %v", err)
	}
	did(t)(s.SetStatus(ctx, data.Rejected, "", all(t, s)[0].ID))
	if _, err := Restore(ctx, backup, path); !isKind(err, data.DatabaseBusy) {
		t.Errorf("put in the place of an open database: %v", err)
	}
	s.Close()
	kept, err := Restore(ctx, backup, path)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]data.Status{path: data.Confirmed, kept: data.Rejected} {
		s, err := Open(ctx, file)
		if err != nil {
			t.Fatal(err)
		}
		if got := all(t, s); len(got) != 1 || got[0].Status != want {
			t.Errorf("%s holds %+v, want %s", file, got, want)
		}
		s.Close()
		if h, err := Verify(ctx, file); err != nil || len(h.Problems) > 0 || h.Reports != 1 || h.Figures != 1 || h.Reviewed != 1 {
			t.Errorf("%s: %+v, %v", file, h, err)
		}
	}
}

// TestOpen_backsUp: before a schema is changed a backup is made, which opens and is verified itself.
func TestOpen_backsUp(t *testing.T) {
	ctx := context.Background()
	path := older(t, "schema2.sql")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	backups, err := Backups(path)
	if err != nil || len(backups) != 1 {
		t.Fatalf("%+v, %v", backups, err)
	}
	if h, err := Verify(ctx, backups[0].Path); err != nil || len(h.Problems) > 0 || h.Reports != 1 || h.Figures != 3 {
		t.Errorf("%+v, %v", h, err)
	}
	if _, err := Restore(ctx, backups[0].Path, path); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := all(t, s); len(got) != 3 || got[0].Status != data.Confirmed {
		t.Errorf("restored and updated again: %+v", got)
	}
}

// TestStore_Maintain: once a day a backup is made; old ones go, and with them what was removed.
func TestStore_Maintain(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s := reviewedValley(t, path)
	day := time.Now()
	did(t)(s.Remove(ctx, "S/2099/1@en"))
	for i := range 50 {
		for range 2 {
			if err := s.Maintain(ctx, day.AddDate(0, 0, i)); err != nil {
				t.Fatal(err)
			}
		}
		made := backupName(path, day.AddDate(0, 0, i).Format(dayForm))
		if err := os.Chtimes(made, day, day.AddDate(0, 0, i)); err != nil {
			t.Fatal(err)
		}
	}
	backups, err := Backups(path)
	if err != nil || len(backups) != 15 {
		t.Fatalf("%d backups, %v", len(backups), err)
	}
	for _, b := range backups {
		raw, err := os.ReadFile(b.Path)
		if err != nil || strings.Contains(string(raw), `"text":"More than 7,000 fighters came."`) {
			t.Errorf("%s still holds the removed report, %v", b.Path, err)
		}
	}
	if undo, _, err := s.Steps(ctx, 9); err != nil || len(undo) != 1 {
		t.Errorf("%+v, %v", undo, err)
	}
}

// TestOpen_damaged: a damaged database is told as such with its latest backup, at the latest when it is looked through;
// the backup takes its place, and the damaged file is kept.
func TestOpen_damaged(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s := reviewedValley(t, path)
	shelf(t, s, 3, 200)
	backup, err := s.Backup(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096 * 3; i < len(raw)-8192; i += 500 {
		copy(raw[i:], "damage")
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := Verify(ctx, path)
	if !isKind(err, data.DamagedDatabase) && len(h.Problems) == 0 {
		t.Errorf("looked through: %+v, %v", h, err)
	}
	var fault *data.Fault
	s, err = Open(ctx, path)
	if err == nil {
		err = s.Maintain(ctx, time.Now())
		s.Close()
	}
	if !errors.As(err, &fault) || fault.Kind != data.DamagedDatabase || fault.Detail != backup {
		t.Errorf("got %v, want damaged_database and %s", err, backup)
	}
	kept, err := Restore(ctx, backup, path)
	if err != nil {
		t.Fatal(err)
	}
	if was, err := os.ReadFile(kept); err != nil || !strings.Contains(string(was), "damage") {
		t.Errorf("the damaged file is not kept: %v", err)
	}
	if s, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n, err := s.Count(ctx, data.Filter{}); err != nil || n != 601 {
		t.Errorf("%d figures after the backup took its place, %v", n, err)
	}
}

// TestOpen_copy: a database that cannot be changed where it lies is read, with what is still in its log; changes are
// refused with the reason.
func TestOpen_copy(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	other := reviewedValley(t, path) // stays open: its work is in the log
	reason := &data.Fault{Kind: data.NetworkShare, File: path}
	s, err := openCopy(ctx, path, Options{}, reason)
	if err != nil {
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 1 || got[0].Status != data.Confirmed {
		t.Errorf("read %+v", got)
	}
	if s.ReadOnly() != reason {
		t.Errorf("read only because of %v", s.ReadOnly())
	}
	if _, err := s.SetStatus(ctx, data.Rejected, "", all(t, s)[0].ID); !isKind(err, data.NetworkShare) {
		t.Errorf("changed: %v", err)
	}
	if _, err := s.Save(ctx, valley("Other."), extraction.Result{}, nil); !isKind(err, data.NetworkShare) {
		t.Errorf("saved: %v", err)
	}
	if _, err := s.Backup(ctx, filepath.Join(t.TempDir(), "b.db")); err != nil {
		t.Errorf("a backup of what is only read: %v", err)
	}
	folder := s.copied
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("the copy is left behind")
	}
	if got := all(t, other); got[0].Status != data.Confirmed {
		t.Errorf("the original was changed: %+v", got)
	}
	if _, err := openCopy(ctx, filepath.Join(t.TempDir(), "none.db"), Options{}, reason); !isKind(err, data.NetworkShare) {
		t.Errorf("a new database there: %v", err)
	}
}

// TestOpen_two: two programs on one database see each other's work, also when both start on an older one at once.
func TestOpen_two(t *testing.T) {
	ctx := context.Background()
	path := older(t, "schema2.sql")
	type result struct {
		*Store
		error
	}
	opening := make(chan result)
	for range 2 {
		go func() {
			s, err := Open(ctx, path)
			opening <- result{s, err}
		}()
	}
	var stores []*Store
	for range 2 {
		r := <-opening
		if r.error != nil {
			t.Fatal(r.error)
		}
		defer r.Close()
		stores = append(stores, r.Store)
	}
	done := make(chan error)
	for i, s := range stores {
		go func() {
			for range 20 {
				if _, err := s.SetStatus(ctx, []data.Status{data.Confirmed, data.Rejected}[i], "", []string{"f2", "f3"}[i]); err != nil {
					done <- err
					return
				}
				if _, err := s.SetStatus(ctx, data.Found, "", []string{"f2", "f3"}[i]); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	for _, s := range stores {
		if undo, _, err := s.Steps(ctx, 1000); err != nil || len(undo) != 83 {
			t.Errorf("%d steps, %v", len(undo), err)
		}
	}
	if backups, err := Backups(path); err != nil || len(backups) != 1 {
		t.Errorf("%d backups, %v: both updated it", len(backups), err)
	}
}
