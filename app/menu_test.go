package app

import (
	"strings"
	"testing"
)

// TestCommands: each has words in both languages; no two share keys, and no keys belong to nothing.
func TestCommands(t *testing.T) {
	w := window(t, "en")
	names := map[string]bool{"quit": true}
	for _, c := range w.commands() {
		if names[c.name] {
			t.Errorf("two commands are called %s", c.name)
		}
		names[c.name] = true
		if c.do == nil && len(c.within) == 0 && c.name != "recent" {
			t.Errorf("%s does nothing", c.name)
		}
	}
	keys := map[string]string{}
	for name, s := range shortcuts {
		if !names[name] {
			t.Errorf("keys for %s, which is no command", name)
		}
		if other, taken := keys[s.ShortcutName()]; taken {
			t.Errorf("%s and %s share %s", name, other, s.ShortcutName())
		}
		keys[s.ShortcutName()] = name
	}
	for _, language := range []string{"en", "zh-Hans"} {
		w.SetLanguage(language)
		for _, menu := range w.window.MainMenu().Items {
			for _, item := range menu.Items {
				if strings.HasPrefix(item.Label, "window.") || strings.HasPrefix(menu.Label, "window.") {
					t.Errorf("in %s the menu shows %s in %s", language, item.Label, menu.Label)
				}
			}
		}
	}
}

// TestWindow_Undo: what was undone is gone to and shown, and the menu says what comes next.
func TestWindow_Undo(t *testing.T) {
	w := window(t, "en")
	f := figureOf(t, w, "S/2021/98@en", "fighters")
	if !w.steps.undo.Disabled || !w.steps.redo.Disabled {
		t.Error("before anything was done the menu offers to undo or redo")
	}
	w.session.Choose(f.ID)
	w.Review("rejected")
	if w.steps.undo.Disabled || !strings.Contains(w.steps.undo.Label, f.Text) {
		t.Errorf("the menu says %q", w.steps.undo.Label)
	}
	w.session.Open("S/2021/98@zh")
	w.session.Undo()
	if now, ok := w.session.Chosen(); !ok || now.ID != f.ID || now.Status != "found" {
		t.Errorf("after undo the chosen figure is %s, %s", now.ID, now.Status)
	}
	if w.steps.redo.Disabled || !w.steps.undo.Disabled {
		t.Error("after undo the menu does not offer to redo alone")
	}
}

// TestWindow_Back: back returns to the report that was left.
func TestWindow_Back(t *testing.T) {
	w := window(t, "en")
	first := w.session.OpenKey()
	w.session.Open("S/2021/98@zh")
	w.session.Back()
	if got := w.session.OpenKey(); got != first {
		t.Errorf("back leads to %s, want %s", got, first)
	}
	w.session.Forward()
	if got := w.session.OpenKey(); got != "S/2021/98@zh" {
		t.Errorf("forward leads to %s", got)
	}
}
