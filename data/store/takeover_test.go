package store

import (
	"context"
	"testing"

	"figurebook.org/figurebook/data"
)

// TestStore_TakeOver: what a person said of a report's figures goes to its revision where the same is stated in the same
// sentence, in one step that can be undone; where the number is another one, nothing does.
func TestStore_TakeOver(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	base := valley("The valley has more than 7,000 residents and 40 mules.", "Some 300 teachers work there, and 12 cooks.", "There are 9 wells.")
	revision := valley("A new paragraph.", "The valley has more than 7,000 residents and 40 mules.", "Some 350 teachers work there, and 12 cooks.", "There are 9 wells.")
	revision.Symbol = "S/2099/1/Rev.1"
	residents, mules, teachers, wells := stated(base, 1, "7,000", "residents", data.MoreThan, 7000), stated(base, 1, "40", "mules", data.Exact, 40), stated(base, 2, "300", "teachers", data.About, 300), stated(base, 3, "9", "wells", data.Exact, 9)
	save(t, s, base, residents, mules, teachers, wells)
	residents2, mules2, teachers2, wells2 := stated(revision, 2, "7,000", "residents", data.MoreThan, 7000), stated(revision, 2, "40", "mules", data.Exact, 40), stated(revision, 3, "350", "teachers", data.About, 350), stated(revision, 4, "9", "wells", data.Exact, 9)
	save(t, s, revision, residents2, mules2, teachers2, wells2)

	corrected := residents
	place := "the upper valley"
	corrected.Place = &place
	cooks := stated(base, 2, "12", "cooks", data.Exact, 12)
	cooks.Sentence = "Some 300 teachers work there, and 12 cooks."
	mountain := stated(base, 1, "40 mules", "mules", data.Exact, 40)
	mountain.ID, mountain.Sentence, mountain.Measure = "", base.Paragraphs[0].Text, "animals"
	for name, do := range map[string]func() (data.Step, error){
		"correct":                            func() (data.Step, error) { return s.Correct(ctx, corrected) },
		"confirm":                            func() (data.Step, error) { return s.SetStatus(ctx, data.Confirmed, "", teachers.ID) },
		"reject":                             func() (data.Step, error) { return s.SetStatus(ctx, data.Rejected, "no figure", wells.ID) },
		"add":                                func() (data.Step, error) { return s.Add(ctx, mountain) },
		"add one whose sentence was changed": func() (data.Step, error) { return s.Add(ctx, cooks) },
		"what is said there already":         func() (data.Step, error) { return s.SetStatus(ctx, data.Confirmed, "", mules2.ID) },
	} {
		if _, err := do(); err != nil {
			t.Fatal(name, err)
		}
	}
	if n, err := s.Offered(ctx, base.Key(), revision.Key()); err != nil || n != 3 {
		t.Fatalf("%d reviews offered, %v", n, err)
	}
	step, err := s.TakeOver(ctx, base.Key(), revision.Key())
	if err != nil || len(step.Keys) != 3 {
		t.Fatalf("%+v, %v", step, err)
	}
	figures := func() map[string]data.Figure {
		all, err := s.Figures(ctx, data.Filter{Edition: revision.Key()})
		if err != nil {
			t.Fatal(err)
		}
		by := map[string]data.Figure{}
		for _, f := range all {
			by[f.Measure] = f
		}
		return by
	}
	got := figures()
	if f := got["residents"]; f.Status != data.Corrected || f.Place == nil || *f.Place != place || f.Paragraph != "2" || len(f.Stale) > 0 {
		t.Errorf("residents: %+v", f)
	}
	if got["wells"].Status != data.Rejected || got["wells"].Reason != "no figure" || got["teachers"].Status != data.Found {
		t.Errorf("wells %v, teachers %v", got["wells"].Status, got["teachers"].Status)
	}
	if f := got["animals"]; f.Status != data.Added || f.Paragraph != "2" || f.Edition != revision.Key() || *f.Report != revision.Symbol || f.Text != "40 mules" {
		t.Errorf("the added figure: %+v", f)
	}
	if n, err := s.Offered(ctx, base.Key(), revision.Key()); err != nil || n != 0 {
		t.Errorf("%d reviews offered again, %v", n, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := figures(); got["residents"].Status != data.Found || got["wells"].Status != data.Found || got["animals"].ID != "" {
		t.Errorf("after undo: %+v", got)
	}
	own, err := s.Figures(ctx, data.Filter{Edition: base.Key()})
	if err != nil || len(own) < 5 || own[0].Status != data.Corrected {
		t.Errorf("the report's own: %d, %v", len(own), err)
	}
}

// TestStore_TakeOver_splits: what a person split is taken over with all its parts or not at all; of a sentence printed twice
// the one that was reviewed.
func TestStore_TakeOver_splits(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	base := valley("Some 300 men and women live there.", "It has 9 wells.", "It has 9 wells.")
	revision := valley("Some 300 men and women live there.", "It has 9 wells.", "It has 9 wells.")
	revision.Symbol = "S/2099/1/Rev.1"
	people, first, second := stated(base, 1, "300", "people", data.About, 300), stated(base, 2, "9", "wells", data.Exact, 9), stated(base, 3, "9", "wells", data.Exact, 9)
	save(t, s, base, people, first, second)
	save(t, s, revision, stated(revision, 1, "300", "people", data.About, 300), stated(revision, 2, "9", "wells", data.Exact, 9), stated(revision, 3, "9", "wells", data.Exact, 9))
	men, women := people, people
	men.ID, women.ID, men.Measure, women.Measure = "", "", "men", "women"
	women.Sentence = "A sentence that the revision lacks."
	if _, err := s.Split(ctx, people.ID, []data.Figure{men, women}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SetStatus(ctx, data.Confirmed, "", second.ID); err != nil {
		t.Fatal(err)
	}
	if step, err := s.TakeOver(ctx, base.Key(), revision.Key()); err != nil || len(step.Keys) != 1 {
		t.Fatalf("%+v, %v", step, err)
	}
	all, err := s.Figures(ctx, data.Filter{Edition: revision.Key()})
	if err != nil || len(all) != 3 {
		t.Fatalf("%d figures, %v", len(all), err)
	}
	for i, want := range []data.Status{data.Found, data.Found, data.Confirmed} {
		if all[i].Status != want {
			t.Errorf("figure %d is %s", i, all[i].Status)
		}
	}
}
