package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

func report() *data.Report {
	return &data.Report{Symbol: "S/2099/1", Language: "en", Title: "A report", Paragraphs: []data.Paragraph{{Number: "1", Text: "More than 7,000 people."}}}
}

func figure() data.Figure {
	value := data.NewDecimal(7000, 0)
	return data.Figure{ID: "f1", Edition: "S/2099/1@en", Paragraph: "1", Measure: "people", Quantity: data.Quantity{Value: &value, Bound: data.MoreThan, Unit: "person"}, Status: data.Found}
}

func TestStore_Save(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	result := extraction.Result{Figures: []data.Figure{figure()}}
	if changed, err := s.Save(ctx, report(), result, nil); err != nil || !changed {
		t.Fatalf("first: %v, %v", changed, err)
	}
	if changed, err := s.Save(ctx, report(), result, nil); err != nil || changed {
		t.Errorf("the same again: changed %v, %v", changed, err)
	}
	if _, err := s.SetStatus(ctx, data.Rejected, "", "f1"); err != nil {
		t.Fatal(err)
	}
	other := report()
	other.Title = "A report, read better"
	if changed, err := s.Save(ctx, other, result, nil); err != nil || !changed {
		t.Fatalf("read again: %v, %v", changed, err)
	}
	figures, err := s.Figures(ctx, data.Filter{Measure: "people"})
	if err != nil || len(figures) != 1 {
		t.Fatalf("%d figures, %v", len(figures), err)
	}
	if f := figures[0]; f.Status != data.Rejected || f.Bound != data.MoreThan || f.Value.String() != "7000" {
		t.Errorf("kept %+v: the person's word or the hedge is lost", f)
	}
	digest := report()
	digest.Digest = true
	if changed, err := s.Save(ctx, digest, extraction.Result{}, nil); err != nil || changed {
		t.Errorf("a digest took the full text's place: %v, %v", changed, err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v, %v", info.Mode(), err)
	}
}

func TestStore_cancelled(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Save(ctx, report(), extraction.Result{Figures: []data.Figure{figure()}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if all, err := s.Reports(context.Background()); err != nil || len(all) != 0 {
		t.Errorf("%d reports kept, %v", len(all), err)
	}
}

// TestOpen_newer: a database of a newer version is read, and not changed.
func TestOpen_newer(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s := reviewedValley(t, path)
	if _, err := s.write.ExecContext(ctx, `insert into goose_db_version (version_id, is_applied) values (99999, 1)`); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if s.ReadOnly() == nil || s.ReadOnly().Kind != data.NewerDatabase {
		t.Errorf("read only because of %v, want newer_database", s.ReadOnly())
	}
	got := all(t, s)
	if len(got) != 1 || got[0].Status != data.Confirmed {
		t.Errorf("read %+v", got)
	}
	if _, err := s.SetStatus(ctx, data.Rejected, "", got[0].ID); !isKind(err, data.NewerDatabase) {
		t.Errorf("changed: %v", err)
	}
}

func TestStore_full(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.write.ExecContext(ctx, `pragma max_page_count = 20`); err != nil {
		t.Fatal(err)
	}
	big := report()
	big.Paragraphs[0].Text = string(make([]byte, 1<<20))
	_, err = s.Save(ctx, big, extraction.Result{Figures: []data.Figure{figure()}}, nil)
	var fault *data.Fault
	if !errors.As(err, &fault) || fault.Kind != data.DiskFull {
		t.Errorf("got %v, want disk_full", err)
	}
	if all, err := s.Reports(ctx); err != nil || len(all) != 0 {
		t.Errorf("%d reports kept, %v", len(all), err)
	}
}
