package choice

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
)

// TestShowFiles: in a Chinese window the usual places are named in Chinese, and so is the question whether a file shall be
// replaced, which yes answers.
func TestShowFiles(t *testing.T) {
	test.NewTempApp(t)
	window := test.NewTempWindow(t, widget.NewLabel(""))
	window.Resize(fyne.NewSize(1000, 700))
	folder, chosen := t.TempDir(), ""
	if err := os.WriteFile(filepath.Join(folder, "chart.png"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	keepFiles()
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil || f == nil {
			t.Fatalf("%v, %v", f, err)
		}
		chosen = f.URI().Name()
	}, window)
	at, err := storage.ListerForURI(storage.NewFileURI(folder))
	if err != nil {
		t.Fatal(err)
	}
	d.SetLocation(at)
	d.SetFileName("chart.png")
	ShowFiles(d, window, translations.For("zh"))
	said := func() (all []string) {
		for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
			if l, ok := o.(*widget.Label); ok {
				all = append(all, l.Text)
			}
		}
		return all
	}
	if all := said(); !slices.Contains(all, "主目录") || slices.Contains(all, "Home") || slices.Contains(all, "Computer") {
		t.Errorf("the dialog says %q", all)
	}
	asked := window.Canvas().Overlays().Top()
	walk(asked, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Importance == widget.HighImportance {
			test.Tap(b)
		}
	})
	all := strings.Join(said(), " ")
	if window.Canvas().Overlays().Top() == asked || !strings.Contains(all, "chart.png 已存在") || strings.Contains(all, "verwrite") {
		t.Fatalf("it asks %q", all)
	}
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Importance == widget.HighImportance {
			test.Tap(b)
		}
	}
	if chosen != "chart.png" {
		t.Errorf("chosen is %q", chosen)
	}
}

// TestShowFiles_whole: the dialog stands in the middle of its window, with its buttons in it; a name that is typed is the
// one saved, and Escape leaves the field of the name.
func TestShowFiles_whole(t *testing.T) {
	test.NewTempApp(t)
	window := test.NewTempWindow(t, widget.NewLabel(""))
	window.Resize(fyne.NewSize(1000, 700))
	folder := t.TempDir()
	at, err := storage.ListerForURI(storage.NewFileURI(folder))
	if err != nil {
		t.Fatal(err)
	}
	keepFiles()
	for _, leaves := range []bool{true, false} {
		chosen := ""
		d := dialog.NewFileSave(func(f fyne.URIWriteCloser, _ error) {
			if f != nil {
				chosen = f.URI().Name()
			}
		}, window)
		d.SetLocation(at)
		d.SetFileName("chart")
		ShowFiles(d, window, translations.For("en"))
		screen := window.Canvas()
		var save *widget.Button
		for _, o := range test.LaidOutObjects(screen.Overlays().Top()) {
			if b, ok := o.(*widget.Button); ok && b.Importance == widget.HighImportance {
				save = b
			}
		}
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(save).Add(save.Size())
		if room := screen.Size(); corner.X > room.Width || corner.Y > room.Height || corner.X < room.Width/2+400 {
			t.Errorf("the button ends at %v in a window of %v", corner, room)
		}
		test.Type(screen.Focused(), "a ")
		key := fyne.KeyReturn
		if leaves {
			key = fyne.KeyEscape
		}
		screen.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		if screen.Overlays().Top() != nil {
			t.Fatalf("%s does not leave the dialog", key)
		}
		if want := map[bool]string{true: "", false: "a chart"}[leaves]; chosen != want {
			t.Errorf("after %s %q is chosen, want %q", key, chosen, want)
		}
	}
}
