package app

import (
	"context"
	"encoding/json"
	"testing"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/data"
)

// TestWindow_rename: a kept comparison gets the name that is typed, and its old one back by undo.
func TestWindow_rename(t *testing.T) {
	w := window(t, "en")
	spec, err := json.Marshal(w.compare.Spec())
	if err != nil {
		t.Fatal(err)
	}
	w.session.Do(func(ctx context.Context) (data.Step, error) { return w.books.SaveComparison(ctx, "Camps", spec) })
	w.compare.AskRename()
	name, ok := w.window.Canvas().Focused().(*choice.Entry)
	if !ok || name.Text != "Camps" {
		t.Fatalf("%T has the keys", w.window.Canvas().Focused())
	}
	name.SetText("Fighters in camps")
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	called := func() string {
		kept, err := w.books.Comparisons(context.Background())
		if err != nil || len(kept) != 1 {
			t.Fatalf("%d are kept: %v", len(kept), err)
		}
		return kept[0].Name
	}
	if got := called(); got != "Fighters in camps" {
		t.Errorf("it is called %q", got)
	}
	w.session.Undo()
	if got := called(); got != "Camps" {
		t.Errorf("after undo it is called %q", got)
	}
}
