package library

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// nobody is the user that owns nothing.
const nobody = 65534

// TestOpen_readOnly: a database whose file and folder cannot be written opens with what it holds, and says why.
func TestOpen_readOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.db")
	ctx := context.Background()
	l, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Import(ctx, file(t, "valley.txt", text), reading.Hints{Symbol: "S/2099/1"}); err != nil {
		t.Fatal(err)
	}
	l.Close()
	for name, mode := range map[string]os.FileMode{filepath.Dir(folder): 0o755, path: 0o444, folder: 0o555} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer func() { _ = os.Chmod(folder, 0o700) }()
	if os.Getuid() == 0 { // who may write anywhere: this thread looks at files as nobody
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if err := syscall.Setfsuid(nobody); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = syscall.Setfsuid(0) }()
	}
	if l, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.ReadOnly() == nil || l.ReadOnly().Kind != data.CannotWrite {
		t.Errorf("read only because of %v", l.ReadOnly())
	}
	if figures, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"}); err != nil || len(figures) != 2 {
		t.Errorf("%d figures, %v", len(figures), err)
	}
	if _, err := l.Remove(ctx, "S/2099/1@en"); !isKind(err, data.CannotWrite) {
		t.Errorf("changed: %v", err)
	}
}
