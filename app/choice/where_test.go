package choice

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// What Fyne's dialog does with the file that was chosen empties none, and makes none.
func TestKeepFiles_leavesWhatStands(t *testing.T) {
	test.NewTempApp(t)
	keepFiles()
	keepFiles() // asked again, it keeps no keeper
	folder := t.TempDir()
	earlier, none := filepath.Join(folder, "earlier.png"), filepath.Join(folder, "none.png")
	if err := os.WriteFile(earlier, []byte("a chart"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{earlier, none} {
		f, err := storage.Writer(storage.NewFileURI(path))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil || f.URI().Path() != path {
			t.Errorf("the file chosen is %s (%v), want %s", f.URI().Path(), err, path)
		}
	}
	if now, err := os.ReadFile(earlier); err != nil || string(now) != "a chart" {
		t.Errorf("the earlier file holds %q (%v)", now, err)
	}
	if _, err := os.Stat(none); !os.IsNotExist(err) {
		t.Error("a file was made by asking")
	}
	if listed, err := storage.List(storage.NewFileURI(folder)); err != nil || len(listed) != 1 {
		t.Errorf("the folder lists %v (%v), want the earlier file", listed, err)
	}
}
