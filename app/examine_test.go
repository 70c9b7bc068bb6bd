package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
)

// asked is what stands in the dialog on top: its fields, and all its words.
func asked(w *Window) (fields []*choice.Entry, said string) {
	for _, o := range test.LaidOutObjects(w.window.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *choice.Entry:
			fields = append(fields, o)
		case *widget.Label:
			said += o.Text + "\n"
		}
	}
	return fields, said
}

// TestWindow_examine: what importing does is said of the symbol as corrected; a date that is none keeps the dialog open and
// nothing is imported; Return in a field imports, Escape leaves.
func TestWindow_examine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "valley.txt")
	if err := os.WriteFile(file, []byte("A report on the valley\n\n1. More than 300 fighters left Somalia.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string][]string{
		"en": {"takes the place of Figurebook's summary", "can be read beside S/2021/98 · Chinese"},
		"zh": {"取代", "S/2021/98"},
	} {
		w := window(t, language)
		w.examine(file)
		fields, _ := asked(w)
		if len(fields) != 3 {
			t.Fatalf("%d fields", len(fields))
		}
		symbol, date := fields[0], fields[1]
		symbol.SetText("S/2021/98")
		_, said := asked(w)
		if language == "en" && (!strings.Contains(said, want[0]) || !strings.Contains(said, want[1])) {
			t.Errorf("of the corrected symbol it says %q", said)
		}
		symbol.SetText("A/99/9")
		before := w.session.OpenKey()
		date.SetText("x2025-01-31")
		date.OnSubmitted("")
		if !w.asking() || w.session.OpenKey() != before {
			t.Fatalf("a wrong date imports %s", w.session.OpenKey())
		}
		if _, said := asked(w); !strings.Contains(said, "x2025-01-31") {
			t.Errorf("of a wrong date it says %q", said)
		}
		w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if again, _ := asked(w); len(again) != 3 {
			t.Fatal("it asks no more")
		}
		date.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.asking() {
			t.Fatal("Escape in a field does not leave the dialog")
		}
		w.examine(file)
		fields, _ = asked(w)
		fields[0].SetText("A/99/9")
		fields[1].SetText("2025-01-31")
		fields[0].OnSubmitted("")
		if r := w.session.Report(); w.asking() || r == nil || r.Symbol != "A/99/9" || r.Date != "2025-01-31" {
			t.Errorf("imported is %+v", r)
		}
	}
}
