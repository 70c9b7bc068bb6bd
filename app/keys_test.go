package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// choose runs the entry of the main menu that has a command's words.
func (w *Window) choose(t *testing.T, name string) {
	t.Helper()
	for _, menu := range w.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == w.words.Say("window.menu."+name) {
				item.Action()
				return
			}
		}
	}
	t.Fatalf("the menu has no %s", name)
}

// TestWindow_dialogs: the menu's keys do nothing behind a dialog, and Escape leaves one for files.
func TestWindow_dialogs(t *testing.T) {
	w := window(t, "en")
	w.choose(t, "open")
	if !w.asking() {
		t.Fatal("no dialog asks for a file")
	}
	w.choose(t, "beside")
	if w.reader.Beside() {
		t.Error("a command worked behind the dialog")
	}
	w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.asking() {
		t.Fatal("Escape does not leave the dialog")
	}
	w.choose(t, "beside")
	if !w.reader.Beside() {
		t.Error("the command does not work after the dialog")
	}
}

// TestWindow_focus: each pane is reached from the menu, and so by keys.
func TestWindow_focus(t *testing.T) {
	w := window(t, "en")
	w.NextUnchecked()
	seen := map[fyne.Focusable]string{}
	for _, name := range []string{"go_reports", "go_contents", "read", "go_figures", "go_findings", "go_record", "go_chart", "go_table"} {
		w.window.Canvas().Unfocus()
		w.choose(t, name)
		now := w.window.Canvas().Focused()
		if other, twice := seen[now]; now == nil || twice {
			t.Errorf("%s leads to %T, as %q does", name, now, other)
		}
		seen[now] = name
	}
}

// TestWindow_addFound: words that were found are made a figure by keys alone.
func TestWindow_addFound(t *testing.T) {
	w := window(t, "en")
	f := figureOf(t, w, "S/2021/98@en", "funding_gap")
	w.find.Show(f.Text)
	w.find.Hide()
	w.choose(t, "add_figure")
	w.review.Save()
	if made, ok := w.session.Chosen(); !ok || made.Status != "added" || made.Text != f.Text {
		t.Errorf("added %q, %s", made.Text, made.Status)
	}
}

// TestWindow_drop: a file that is dropped is examined and shown before it is imported; several are imported, each with its
// outcome; behind a dialog nothing happens.
func TestWindow_drop(t *testing.T) {
	w := window(t, "en")
	dir := t.TempDir()
	file := func(name, text string) fyne.URI {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return storage.NewFileURI(path)
	}
	a := file("a.txt", "A report on bees\n\n1. More than 300 hives stand in Mali.\n")
	b, c := file("b.txt", "A report on goats\n\n1. About 40 goats left Somalia.\n"), file("c.pdf", "no PDF at all")
	reports := len(w.session.Reports())
	w.drop([]fyne.URI{a})
	if !w.asking() || len(w.session.Reports()) != reports {
		t.Fatal("what was recognised is not shown first")
	}
	w.drop([]fyne.URI{b})
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := len(w.session.Reports()); got != reports+1 || w.asking() {
		t.Fatalf("%d reports after one of %d was imported", got, reports)
	}
	w.drop([]fyne.URI{b, c})
	if got := len(w.session.Reports()); got != reports+2 || !w.asking() {
		t.Errorf("%d reports, and what became of each file is told: %v", got, w.asking())
	}
}
