package app

import "testing"

// TestWindow_revealing: panes that are built anew stand behind those before them, in their size, and come into sight one to a
// frame; no place is ever empty, and what was built and never shown is let go.
func TestWindow_revealing(t *testing.T) {
	w := window(t, "en")
	before := w.frame.panes()
	for range 2 { // the first time another change comes before any is shown
		for _, step := range w.building() {
			step()
		}
	}
	sight := func() (anew int) {
		t.Helper()
		for i, p := range w.frame.panes() {
			all := p.place.Objects
			top := all[len(all)-1]
			if len(all) > 2 || !top.Visible() {
				t.Fatalf("place %d holds %d panes, and shows one: %v", i, len(all), top.Visible())
			}
			switch top {
			case p.pane:
				anew++
			case before[i].pane:
				if p.pane.Visible() != (p.pane == w.frame.reader) {
					t.Errorf("place %d shows two panes over each other", i)
				}
				if p.pane.Size() != p.place.Size() || p.pane.Size().IsZero() {
					t.Errorf("place %d is %v large, and what waits there %v", i, p.place.Size(), p.pane.Size())
				}
			default:
				t.Errorf("place %d shows what was never to be shown", i)
			}
		}
		return anew
	}
	if n := sight(); n != 0 {
		t.Errorf("%d panes are shown before they are filled", n)
	}
	w.frame.panes()[0].show()
	frames := 0
	for _, step := range w.revealing() {
		if step == nil {
			frames++
			continue
		}
		step()
		if n := sight(); n != frames+1 {
			t.Errorf("after %d frames %d panes are shown", frames, n)
		}
	}
	if n := sight(); n != len(before) {
		t.Errorf("%d of %d panes are shown in the end", n, len(before))
	}
}
