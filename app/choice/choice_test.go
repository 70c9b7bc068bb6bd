package choice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func opened(t *testing.T) (fyne.Canvas, *Choice, *string) {
	t.Helper()
	test.NewTempApp(t)
	taken := new(string)
	c := New("narrow", func() []Option {
		return []Option{{Value: "Mali", Label: "马里", Also: "Mali"}, {Value: "Iraq", Label: "伊拉克"}, {Value: "Niger", Label: "尼日尔"}, {Value: "Nigeria", Label: "尼日利亚", Note: "7"}}
	}, func(o Option) { *taken = o.Value })
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(600, 500))
	w.Canvas().Focus(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("the list is not open")
	}
	return w.Canvas(), c, taken
}

func press(screen fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		screen.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// TestChoice_keys: a value is chosen by keys alone, typed words narrow the list by either language.
func TestChoice_keys(t *testing.T) {
	t.Run("arrows", func(t *testing.T) {
		screen, c, taken := opened(t)
		press(screen, fyne.KeyDown, fyne.KeyReturn)
		if *taken != "Iraq" {
			t.Errorf("took %q", *taken)
		}
		if screen.Overlays().Top() != nil || screen.Focused() != fyne.Focusable(c) {
			t.Error("the list stayed open, or the button lost the focus")
		}
	})
	t.Run("words", func(t *testing.T) {
		screen, _, taken := opened(t)
		for _, r := range "nig" {
			screen.Focused().TypedRune(r)
		}
		press(screen, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // there are two; the second is the last
		if *taken != "Nigeria" {
			t.Errorf("took %q", *taken)
		}
	})
	t.Run("escape takes nothing", func(t *testing.T) {
		screen, _, taken := opened(t)
		press(screen, fyne.KeyDown, fyne.KeyEscape)
		if *taken != "" || screen.Overlays().Top() != nil {
			t.Errorf("took %q", *taken)
		}
	})
	t.Run("words of one's own, where they are taken", func(t *testing.T) {
		screen, c, taken := opened(t)
		c.Close()
		c.Other = func(typed string) string { return "use " + typed }
		c.Open()
		for _, r := range "Nigeri a" {
			screen.Focused().TypedRune(r)
		}
		press(screen, fyne.KeyDown, fyne.KeyReturn) // behind what the words find
		if *taken != "Nigeri a" {
			t.Errorf("took %q", *taken)
		}
	})
	t.Run("nothing fits the words", func(t *testing.T) {
		screen, _, taken := opened(t)
		screen.Focused().TypedRune('z')
		press(screen, fyne.KeyReturn)
		if *taken != "" {
			t.Errorf("took %q", *taken)
		}
	})
}

// TestSelect_keys: in a dialog Return does what it is for, Escape leaves it, and arrows still choose.
func TestSelect_keys(t *testing.T) {
	test.NewTempApp(t)
	did := ""
	s := NewSelect("bees", "goats")
	s.Submit, s.Escape = func() { did = "submitted" }, func() { did = "left" }
	test.NewTempWindow(t, s)
	for key, want := range map[fyne.KeyName]string{fyne.KeyReturn: "submitted", fyne.KeyEscape: "left"} {
		s.TypedKey(&fyne.KeyEvent{Name: key})
		if did != want {
			t.Errorf("after %s: %s", key, did)
		}
	}
	if s.Selected != "bees" {
		t.Errorf("at first %q is chosen", s.Selected)
	}
}
