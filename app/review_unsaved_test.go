package app

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// every calls visit for each object under root.
func every(root fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(root)
	var children []fyne.CanvasObject
	switch o := root.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		every(child, visit)
	}
}

// numberEntry is the form's field of the stated number, the first that is typed into.
func numberEntry(t *testing.T, root fyne.CanvasObject) (found *widget.Entry) {
	t.Helper()
	every(root, func(o fyne.CanvasObject) {
		if entry, ok := o.(*widget.Entry); ok && found == nil {
			found = entry
		}
	})
	if found == nil {
		t.Fatal("the form has no field for a number")
	}
	return found
}

// says tells whether a label under root reads so.
func says(root fyne.CanvasObject, words string) (found bool) {
	every(root, func(o fyne.CanvasObject) {
		if label, ok := o.(*reader.Passage); ok {
			found = found || label.Whole() == words
		}
	})
	return found
}

// TestWindow_unsavedCorrection: what is typed in the form outlives what another window, or this one, changes meanwhile.
func TestWindow_unsavedCorrection(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	open := func() *library.Library {
		books, err := library.Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { books.Close() })
		return books
	}
	w := New(test.NewTempApp(t), open(), "test", func(work func()) { work() })
	t.Cleanup(w.window.Close)
	w.window.Resize(fyne.NewSize(1440, 900))
	w.Fill("en", nil)
	elsewhere, ctx := open(), context.Background()
	own := w.session.Own()
	f, other := own[0], own[1]
	if f.Value == nil {
		t.Fatalf("%q has no number", f.Text)
	}
	w.session.Choose(f.ID)
	entry := numberEntry(t, w.review.Object())
	for _, typed := range []string{"123456", "12.5.", "123,456"} {
		entry.SetText(typed)
		for _, status := range []data.Status{data.Confirmed, data.Found} {
			if _, err := elsewhere.SetStatus(ctx, status, "", other.ID); err != nil {
				t.Fatal(err)
			}
			w.session.Look()
			if now := w.session.Own()[1]; now.Status != status {
				t.Fatalf("the window shows the other figure as %s, want %s", now.Status, status)
			}
			if entry.Text != typed {
				t.Fatalf("typed %q, the form now says %q", typed, entry.Text)
			}
		}
		w.session.Choose(f.ID)
		if entry.Text != typed {
			t.Fatalf("typed %q, after a click on the same figure the form says %q", typed, entry.Text)
		}
	}
	corrected := f
	n := data.NewDecimal(777, 0)
	corrected.Value, corrected.Counted = &n, "elsewhere"
	if _, err := elsewhere.Correct(ctx, corrected); err != nil {
		t.Fatal(err)
	}
	w.session.Look()
	if entry.Text != "123,456" || !says(w.review.Object(), w.words.Say("review.meanwhile", "777")) {
		t.Errorf("the form says %q, and of the number kept meanwhile nothing", entry.Text)
	}
	w.review.Save()
	now, _ := w.session.Chosen()
	if now.Value == nil || now.Value.String() != "123456" || now.Counted != "elsewhere" {
		t.Errorf("kept is %v of %q, want 123456 with what was corrected elsewhere", now.Value, now.Counted)
	}
	if says(w.review.Object(), w.words.Say("review.meanwhile", "777")) {
		t.Error("once saved, the form still tells of the other number")
	}
}
