package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// started is a window on a database, as a start of the program makes one.
func started(t *testing.T, a fyne.App, path, language string) (w *Window, leave func()) {
	t.Helper()
	books, err := library.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	w = New(a, books, "test", func(work func()) { work() })
	w.Fill(language, nil)
	left := false
	leave = func() {
		if !left {
			left = true
			w.remember()
			w.window.Close()
			_ = books.Close()
		}
	}
	t.Cleanup(leave)
	return w, leave
}

// TestRestart: what was open, its place, the window's size, the dividers, the language, the colours and the size of text are
// as they were left, and what was done before can be undone.
func TestRestart(t *testing.T) {
	a, path := test.NewTempApp(t), filepath.Join(t.TempDir(), "a.db")
	w, leave := started(t, a, path, "zh-Hans")
	w.window.Resize(fyne.NewSize(1100, 700))
	w.session.Open("S/2025/72@zh")
	w.reader.ScrollTo("14")
	w.frame.dividers["divider.left"].SetOffset(0.3)
	w.frame.dividers["divider.below"].SetOffset(0.7)
	w.SetTheme("light")
	w.SetTextSize(19)
	f := figureOf(t, w, "S/2025/72@zh", "fighters")
	w.session.Choose(f.ID)
	w.Review(data.Confirmed)
	w.reader.ScrollTo("14")
	size := w.window.Canvas().Size()
	leave()

	w, leave = started(t, a, path, "")
	if got := w.session.Where(); got.Edition != "S/2025/72@zh" || got.Paragraph != "14" {
		t.Errorf("the window opens at %+v", got)
	}
	if got := w.window.Canvas().Size(); got != size {
		t.Errorf("the window is %v, it was %v", got, size)
	}
	for name, want := range map[string]float64{"divider.left": 0.3, "divider.below": 0.7} {
		if got := w.frame.dividers[name].Offset; got != want {
			t.Errorf("%s is at %v, it was at %v", name, got, want)
		}
	}
	if w.words.Short() != "zh" || w.themeName() != "light" || w.textSize() != 19 {
		t.Errorf("language %s, colours %s, text of %v points", w.words.Short(), w.themeName(), w.textSize())
	}
	if w.steps.undo.Disabled || !strings.Contains(w.steps.undo.Label, f.Text) {
		t.Fatalf("the menu offers %q", w.steps.undo.Label)
	}
	w.session.Undo()
	if now := figureOf(t, w, "S/2025/72@zh", "fighters"); now.ID != f.ID || now.Status != data.Found {
		t.Errorf("after undo it is %s", now.Status)
	}
	leave()

	w, _ = started(t, a, path, "")
	if w.steps.redo.Disabled {
		t.Error("what was undone before the restart cannot be done again")
	}
}

// TestTwoWindows: two windows on one database both work, and each shows what was done in the other when she returns to it.
func TestTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	one, _ := started(t, test.NewTempApp(t), path, "en")
	two, _ := started(t, test.NewTempApp(t), path, "en")
	status := func(w *Window, id string) data.Status {
		all := w.session.Figures()
		return all[slices.IndexFunc(all, func(f data.Figure) bool { return f.ID == id })].Status
	}
	f := figureOf(t, one, "S/2021/98@en", "fighters")
	one.session.Choose(f.ID)
	one.Review(data.Confirmed)
	one.session.Look() // its own change is no news
	two.session.Look()
	if got := status(two, f.ID); got != data.Confirmed {
		t.Errorf("the other window shows it as %s", got)
	}
	two.session.Choose(f.ID)
	two.Review(data.Rejected)
	one.session.Look()
	if got := status(one, f.ID); got != data.Rejected {
		t.Errorf("the first window shows it as %s", got)
	}
	one.session.Undo()
	if got := status(one, f.ID); got != data.Confirmed {
		t.Errorf("after undo it is %s", got)
	}
}

// TestWindow_OfferCrash: the report of a crash is named, and nothing is sent.
func TestWindow_OfferCrash(t *testing.T) {
	w := window(t, "en")
	w.OfferCrash("/somewhere/crash-20260101-000000.txt")
	if got := said(w.window.Canvas()); !strings.Contains(got, "crash-20260101-000000.txt") || !strings.Contains(got, "stays on this machine") {
		t.Errorf("the dialog says %q", got)
	}
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.asking() {
		t.Error("Escape does not leave it")
	}
}

// said is the text on top of a canvas, without line breaks.
func said(c fyne.Canvas) string {
	var top fyne.CanvasObject = c.Overlays().Top()
	if top == nil {
		top = c.Content()
	}
	var all []string
	for _, o := range test.LaidOutObjects(top) {
		if l, ok := o.(*widget.Label); ok {
			all = append(all, l.Text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// TestRefuse: of a damaged database the backup is offered and put in place; the damaged file is kept.
func TestRefuse(t *testing.T) {
	a, path := test.NewTempApp(t), filepath.Join(t.TempDir(), "a.db")
	books, err := library.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := books.Backup(context.Background(), ""); err != nil {
		t.Fatal(err)
	}
	if err := books.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(raw); i++ {
		raw[i] = 'x'
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	_, why := library.Open(context.Background(), path)
	if why == nil {
		t.Fatal("a damaged database is opened")
	}
	words, begun := translations.For("en"), false
	w := Refuse(a, path, why, words, func(work func()) { work() }, func() error {
		begun = true
		return errors.New("not started in a test")
	})
	t.Cleanup(w.Close)
	if got := said(w.Canvas()); !strings.Contains(got, path) || !strings.Contains(got, "is damaged") {
		t.Errorf("the window says %q", got)
	}
	for _, o := range test.LaidOutObjects(w.Content()) {
		if b, ok := o.(*widget.Button); ok && b.Text == words.Say("refuse.restore") {
			test.Tap(b)
		}
	}
	if !begun {
		t.Fatal("no backup is offered")
	}
	books, err = library.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	if all, err := books.Reports(context.Background()); err != nil || len(all) == 0 {
		t.Errorf("%d reports, %v", len(all), err)
	}
}
