package app

import (
	"slices"
	"testing"

	"figurebook.org/figurebook/data"
)

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

// TestWindow_reviewByHand: words of the text become a figure by hand, in place of what the rules found there, and it is
// chosen; undo gives back what was found.
func TestWindow_reviewByHand(t *testing.T) {
	w := window(t, "en")
	f := figureOf(t, w, "S/2021/98@en", "funding_gap")
	has := func(id string) bool {
		return slices.ContainsFunc(w.session.Own(), func(g data.Figure) bool { return g.ID == id })
	}
	w.AddFigure(f.Edition, f.Paragraph, f.Start, f.End)
	w.review.Save()
	made, ok := w.session.Chosen()
	if !ok || made.Status != data.Added || made.Bound != f.Bound || made.Text != f.Text || made.Sentence == "" || made.ID == f.ID || has(f.ID) {
		t.Fatalf("added: %+v; the found one is there: %v", made, has(f.ID))
	}
	w.session.Undo()
	if has(made.ID) || !has(f.ID) {
		t.Error("undo did not give back what was found")
	}
}
