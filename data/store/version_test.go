package store

import (
	"context"
	"path/filepath"
	"testing"
)

// TestStore_Version: it changes with each change, whoever makes it, and not otherwise.
func TestStore_Version(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.db")
	version := func(s *Store) int64 {
		t.Helper()
		v, err := s.Version(ctx)
		if err != nil || v == 0 {
			t.Fatalf("version %d, %v", v, err)
		}
		return v
	}
	open := func() *Store {
		t.Helper()
		s, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	one := open()
	two := open()
	before := version(one)
	if again := version(one); again != before {
		t.Errorf("without a change %d became %d", before, again)
	}
	for name, s := range map[string]*Store{"its own": one, "another's": two} {
		before := version(one)
		if err := s.SetSetting(ctx, "colour", name); err != nil {
			t.Fatal(err)
		}
		if after := version(one); after == before {
			t.Errorf("after %s change the version is still %d", name, after)
		}
	}
}
