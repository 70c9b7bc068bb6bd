package reader

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	look "figurebook.org/figurebook/app/theme"
)

// TestPassage_copy: what is marked in a passage and copied are its own words, without the lines that it is set in.
func TestPassage_copy(t *testing.T) {
	a := OwnWords(test.NewTempApp(t))
	fyne.SetCurrentApp(a)
	a.Settings().SetTheme(look.New(look.Light))
	for _, words := range []string{
		"In the winter of that year more than 7,000 people lived in the camps of the north-east, and the road was closed.\nNobody left.",
		"当年冬季，东北部各营地共有七千多人居住，道路因积雪封闭数周，无人能够离开营地。",
	} {
		p := NewPassage()
		p.Selectable = true
		w := test.NewTempWindow(t, p)
		w.Resize(fyne.NewSize(220, 300))
		p.SetText(words)
		if strings.Count(p.Text, "\n") < 2 {
			t.Fatalf("%q is set in %q", words, p.Text)
		}
		for _, o := range test.LaidOutObjects(p) {
			if s, ok := o.(fyne.DoubleTappable); ok {
				if d, ok := o.(fyne.Draggable); ok {
					d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(4, 6)}})
					d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(215, 290)}})
					d.DragEnd()
				}
				if f, ok := s.(fyne.Shortcutable); ok {
					f.TypedShortcut(&fyne.ShortcutCopy{})
				}
			}
		}
		got := a.Clipboard().Content()
		if got == "" || !strings.Contains(words, got) {
			t.Errorf("copied %q of %q", got, words)
		}
		if len(got) < len(words)/2 {
			t.Errorf("copied only %q", got)
		}
	}
}
