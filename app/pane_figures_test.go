package app

import "testing"

// TestWindow_table: a row leads to its sentence, and a figure of the reader to its row.
func TestWindow_table(t *testing.T) {
	w := window(t, "en")
	if got := w.figures.Filter().Language; got != "en" {
		t.Errorf("at first the table shows the language %q", got)
	}
	f := figureOf(t, w, "S/2021/98@en", "funding_gap")
	w.session.Choose(f.ID)
	if got, ok := w.figures.Chosen(); !ok || got != f.ID {
		t.Errorf("the row of %q is marked", got)
	}
}
