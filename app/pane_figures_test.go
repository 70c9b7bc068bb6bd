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

// TestWindow_addWhole: of a quantity that was marked in part its hedge and both ends of its range are taken; without a
// measure the figure is not added, and that is said.
func TestWindow_addWhole(t *testing.T) {
	w := window(t, "en")
	for _, f := range w.session.Own() {
		if f.Bound != data.MoreThan && f.Bound != data.Range {
			continue
		}
		runes := []rune(f.Text)
		for at := range runes {
			if runes[at] >= '0' && runes[at] <= '9' {
				read, ok := quantityAt(w.paragraph(f.Edition, f.Paragraph), f.Start+at, f.Start+at+1)
				read.Unit = f.Unit // the noun says it, not the number
				if !ok || read.Bound != f.Bound || !f.Same(read.Quantity) {
					t.Errorf("of %q, marked at %d, is read %+v", f.Text, at, read)
				}
			}
		}
	}
	paragraph := "1"
	before := len(w.session.Own())
	w.AddFigure("S/2021/98@en", paragraph, 0, 3)
	w.review.Save()
	if n := len(w.session.Own()); n != before || w.frame.status.Text != w.words.Say("review.new_nameless") {
		t.Errorf("%d figures, of %d before; said is %q", n, before, w.frame.status.Text)
	}
}
