package store

import (
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/pressly/goose/v3"

	"figurebook.org/figurebook/data"
)

// older makes a database of an older schema from its text.
func older(t *testing.T, file string) string {
	t.Helper()
	schema, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(string(schema)); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestOpen_older: a database of each older schema opens and keeps a person's work, its time and what can be undone of it.
func TestOpen_older(t *testing.T) {
	ctx := context.Background()
	for _, file := range []string{"schema1.sql", "schema2.sql"} {
		t.Run(file, func(t *testing.T) {
			s, err := Open(ctx, older(t, file))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			got := all(t, s)
			if len(got) != 3 || got[0].Status != data.Confirmed || got[1].Status != data.Rejected || got[2].Status != data.Found {
				t.Fatalf("kept %+v", got)
			}
			h, err := s.History(ctx, "f1")
			if err != nil || len(h.Steps) != 1 || h.Steps[0].At.Format(timeForm) != "2099-02-01T08:00:00Z" || h.Steps[0].Subject != "More than 7,000" {
				t.Errorf("the history is %+v, %v", h, err)
			}
			// What was confirmed then is held to in a better reading, and found under its new name.
			r, err := s.Report(ctx, "S/2099/1@en")
			if err != nil || r == nil {
				t.Fatal(err)
			}
			better := stated(r, 1, "More than 7,000 fighters", "terrorists", data.MoreThan, 7000)
			save(t, s, r, better)
			if got = all(t, s); len(got) != 1 || got[0].Status != data.Confirmed || got[0].Measure != "fighters" || *got[0].Place != "Mali" {
				t.Errorf("after a better reading: %+v", got)
			}
			if step, err := s.Undo(ctx); err != nil || step == nil || step.Name != data.StepReject {
				t.Errorf("undid %+v, %v", step, err)
			}
		})
	}
}

// TestOpen_between: a database whose update ended at any schema between goes on from there.
func TestOpen_between(t *testing.T) {
	ctx := context.Background()
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	for version := int64(3); version < 7; version++ {
		path := older(t, "schema2.sql")
		db, err := sql.Open(driver, path)
		if err != nil {
			t.Fatal(err)
		}
		steps, err := goose.NewProvider(goose.DialectSQLite3, db, folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := steps.UpTo(ctx, version); err != nil {
			t.Fatal(err)
		}
		db.Close()
		s, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if got := all(t, s); len(got) != 3 || got[0].Status != data.Confirmed || got[1].Status != data.Rejected {
			t.Errorf("from schema %d: %+v", version, got)
		}
		if hits, err := s.Search(ctx, "7,000", 9); err != nil || len(hits) != 1 || len(hits[0].Figures) != 1 {
			t.Errorf("from schema %d: found %+v, %v", version, hits, err)
		}
		s.Close()
	}
}
