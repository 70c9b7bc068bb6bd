package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// valley is a report whose paragraphs are numbered from 1.
func valley(paragraphs ...string) *data.Report {
	r := &data.Report{Symbol: "S/2099/1", Language: "en", Title: "The valley", Date: "2099-01-01"}
	for i, p := range paragraphs {
		r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: fmt.Sprint(i + 1), Text: p})
	}
	return r
}

// stated is a figure of words in a paragraph, named as the extractor names it: by the report, the paragraph and the words.
func stated(r *data.Report, paragraph int, words, measure string, bound data.Bound, value int64) data.Figure {
	p := r.Paragraphs[paragraph-1]
	i := strings.Index(p.Text, words)
	if i < 0 {
		panic(words + " does not stand in " + p.Text)
	}
	start := utf8.RuneCountInString(p.Text[:i])
	v := data.NewDecimal(value, 0)
	sum := sha256.Sum256([]byte(r.Key() + p.Number + words))
	return data.Figure{
		ID: hex.EncodeToString(sum[:6]), Report: &r.Symbol, Edition: r.Key(), Language: r.Language, Paragraph: p.Number,
		Text: words, Start: start, End: start + utf8.RuneCountInString(words), Sentence: p.Text,
		Quantity: data.Quantity{Value: &v, Bound: bound, Unit: "person"}, Measure: measure, Confidence: 0.8, Status: data.Found,
	}
}

func opened(t testing.TB) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func save(t testing.TB, s *Store, r *data.Report, figures ...data.Figure) {
	t.Helper()
	if _, err := s.Save(context.Background(), r, extraction.Result{Figures: figures}, nil); err != nil {
		t.Fatal(err)
	}
}

func all(t testing.TB, s *Store) []data.Figure {
	t.Helper()
	figures, err := s.Figures(context.Background(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return figures
}

func did(t testing.TB) func(step data.Step, err error) data.Step {
	return func(step data.Step, err error) data.Step {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
}

func TestStore_Correct(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	r := valley("More than 7,000 fighters came.", "Some 300 left.")
	save(t, s, r, stated(r, 1, "More than 7,000", "fighters", data.MoreThan, 7000), stated(r, 2, "Some 300", "people", data.About, 300))
	found := all(t, s)
	corrected := found[0]
	seven, place := data.NewDecimal(7500, 0), "Mali"
	corrected.Value, corrected.Place, corrected.Bound, corrected.Text, corrected.End = &seven, &place, data.AtLeast, "More than 7,000 fighters", corrected.End+len(" fighters")
	if step := did(t)(s.Correct(ctx, corrected)); step.Name != data.StepCorrect || len(step.Keys) != 1 {
		t.Errorf("the step is %+v", step)
	}
	check := func(when string) {
		t.Helper()
		f := all(t, s)[0]
		if f.Status != data.Corrected || f.Value.String() != "7500" || *f.Place != "Mali" || f.Bound != data.AtLeast || f.Text != "More than 7,000 fighters" || f.End != corrected.End {
			t.Errorf("%s: %+v", when, f)
		}
		if diff := cmp.Diff([]string{"text", "end", "value", "bound", "place"}, f.Changed); diff != "" || len(f.Stale) > 0 {
			t.Errorf("%s: changed %v, stale %v", when, f.Changed, f.Stale)
		}
		if inMali, err := s.Figures(ctx, data.Filter{Place: "Mali"}); err != nil || len(inMali) != 1 {
			t.Errorf("%s: %d figures in Mali, %v: filters must follow corrections", when, len(inMali), err)
		}
		h, err := s.History(ctx, f.ID)
		if err != nil || h.Found.Value.String() != "7000" || h.Found.Place != nil || h.Shown.Value.String() != "7500" || len(h.Steps) != 1 || time.Since(h.Steps[0].At) > time.Hour {
			t.Errorf("%s: the history is %+v, %v", when, h, err)
		}
	}
	check("at once")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check("after a restart")
	if step, err := s.Undo(ctx); err != nil || step == nil || step.Name != data.StepCorrect || step.Subject != corrected.Text {
		t.Fatalf("undid %+v, %v", step, err)
	}
	if diff := cmp.Diff(found, all(t, s), same); diff != "" {
		t.Errorf("after undo: %s", diff)
	}
	if h, err := s.History(ctx, found[0].ID); err != nil || h.Review != nil || len(h.Steps) != 0 {
		t.Errorf("the history after undo is %+v, %v", h, err)
	}
	if step, err := s.Redo(ctx); err != nil || step == nil {
		t.Fatalf("redid %+v, %v", step, err)
	}
	check("after redo")
	if step := did(t)(s.Correct(ctx, all(t, s)[1])); step.ID != 0 {
		t.Errorf("a correction that changes nothing is the step %+v", step)
	}
	wrong := corrected
	wrong.Value = nil
	var fault *data.Fault
	if _, err := s.Correct(ctx, wrong); !errors.As(err, &fault) || fault.Kind != data.WrongFigure {
		t.Errorf("a figure without a number: %v", err)
	}
	check("after a wrong correction")
}

var same = cmp.Comparer(func(a, b data.Decimal) bool { return a.Cmp(b) == 0 })

// TestStore_better: what a person did outlives an extraction that finds other words, numbers and attributes.
func TestStore_better(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("In the year, more than 7,000 fighters came. About 20 left.", "Some 300 were held.", "Then 12 camps closed.")
	first := []data.Figure{
		stated(r, 1, "more than 7,000", "fighters", data.MoreThan, 7000), stated(r, 1, "20", "people", data.Exact, 20),
		stated(r, 2, "Some 300", "people", data.About, 300), stated(r, 3, "12", "camps", data.Exact, 12),
	}
	save(t, s, r, first...)
	corrected := first[0]
	corrected.Measure = "arrivals"
	did(t)(s.Correct(ctx, corrected))
	did(t)(s.SetStatus(ctx, data.Rejected, "a page number", first[1].ID))
	did(t)(s.SetStatus(ctx, data.Confirmed, "", first[2].ID, first[3].ID))

	// Read again: a sentence before, paragraphs numbered anew, the hedge taken with "About", another measure for each.
	r2 := valley("A new first paragraph.", "It was cold. In the year, more than 7,000 fighters came. About 20 left.", "Some 300 were held.", "Then 12 camps closed.")
	place := "Mali"
	second := []data.Figure{
		stated(r2, 2, "more than 7,000 fighters", "terrorists", data.MoreThan, 7000), stated(r2, 2, "About 20", "people", data.About, 20),
		stated(r2, 3, "Some 300", "detainees", data.About, 300), stated(r2, 4, "12 camps", "camps", data.Exact, 12),
	}
	second[3].Counted, second[2].Place = "camps", &place
	save(t, s, r2, second...)
	got := all(t, s)
	if len(got) != 4 {
		t.Fatalf("%d figures", len(got))
	}
	if f := got[0]; f.Measure != "arrivals" || f.Status != data.Corrected || f.Text != "more than 7,000 fighters" || cmp.Diff([]string{"measure"}, f.Stale) != "" {
		t.Errorf("the correction: %+v", f)
	}
	if f := got[1]; f.Status != data.Rejected || f.Reason != "a page number" {
		t.Errorf("the rejection: %+v", f)
	}
	if f := got[2]; f.Status != data.Confirmed || f.Measure != "people" || f.Place != nil || cmp.Diff([]string{"measure", "place"}, f.Stale) != "" {
		t.Errorf("what was confirmed is not held to: %+v", f)
	}
	if f := got[3]; f.Status != data.Confirmed || f.Counted != "camps" || len(f.Stale) > 0 {
		t.Errorf("the camps: %+v", f)
	}
	// Confirmed as shown, nothing is stale any more; the rules' word is still known.
	did(t)(s.SetStatus(ctx, data.Confirmed, "", got[2].ID))
	if h, err := s.History(ctx, got[2].ID); err != nil || len(h.Shown.Stale) > 0 || h.Found.Measure != "detainees" || h.Shown.Measure != "people" || len(h.Steps) != 2 {
		t.Errorf("confirmed again: %+v, %v", h, err)
	}
	for range 4 {
		if step, err := s.Undo(ctx); err != nil || step == nil {
			t.Fatalf("%v, %v", step, err)
		}
	}
	if diff := cmp.Diff(second, all(t, s), same); diff != "" {
		t.Errorf("all undone, what the second reading found is not shown: %s", diff)
	}
}

// TestStore_adrift: work on words that a reading loses waits for one that finds them.
func TestStore_adrift(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("More than 7,000 fighters came.", "Nobody left.")
	f := stated(r, 1, "More than 7,000", "fighters", data.MoreThan, 7000)
	save(t, s, r, f)
	did(t)(s.SetStatus(ctx, data.Rejected, "doubtful", f.ID))
	added := stated(r, 2, "Nobody", "people", data.Exact, 0)
	added.ID = ""
	id := did(t)(s.Add(ctx, added)).Keys[0]
	if got := all(t, s); len(got) != 2 || got[1].ID != id || got[1].Status != data.Added {
		t.Fatalf("added: %+v", got)
	}
	other := valley("Other words.", "Others.")
	save(t, s, other)
	if got := all(t, s); len(got) != 0 {
		t.Errorf("shown %+v", got)
	}
	if waiting, err := s.Adrift(ctx, "S/2099/1@en"); err != nil || len(waiting) != 2 {
		t.Errorf("adrift: %+v, %v", waiting, err)
	}
	// Back, moved, and the rules now find what the person added as well.
	back := valley("Then more came: More than 7,000 fighters came.", "In the end, Nobody left.")
	save(t, s, back, stated(back, 1, "More than 7,000", "fighters", data.MoreThan, 7000), stated(back, 2, "Nobody", "departures", data.Exact, 0))
	got := all(t, s)
	if len(got) != 2 || got[0].Status != data.Rejected || got[1].ID != id || got[1].Measure != "people" || got[1].Start != len("In the end, ") {
		t.Errorf("back: %+v", got)
	}
	if waiting, err := s.Adrift(ctx, ""); err != nil || len(waiting) != 0 {
		t.Errorf("still adrift: %+v, %v", waiting, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 2 || got[1].Measure != "departures" || got[1].Status != data.Found {
		t.Errorf("the addition undone, what the rules found is not shown: %+v", got)
	}
}

func TestStore_Split(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("They held 40 women and 60 children.", "And 5 more.")
	f, more := stated(r, 1, "40 women and 60 children", "detainees", data.Exact, 100), stated(r, 2, "5", "detainees", data.Exact, 5)
	save(t, s, r, f, more)
	before := all(t, s)
	step := did(t)(s.Split(ctx, f.ID, []data.Figure{stated(r, 1, "40 women", "detainees", data.Exact, 40), stated(r, 1, "60 children", "detainees", data.Exact, 60)}))
	got := all(t, s)
	if len(got) != 4 || len(step.Keys) != 3 || got[0].Status != data.Rejected || cmp.Diff(step.Keys[1:], got[0].Into) != "" || got[1].Status != data.Added || cmp.Diff([]string{f.ID}, got[2].From) != "" {
		t.Fatalf("split: %+v", got)
	}
	// Read anew, the rejected original of a part with its own words and number stays in sight.
	did(t)(s.Split(ctx, more.ID, []data.Figure{stated(r, 2, "5", "people", data.Exact, 5)}))
	r.Title = "Read anew"
	save(t, s, r, f, more)
	if got = all(t, s); len(got) != 5 || got[3].Status != data.Rejected || got[4].Status != data.Added {
		t.Errorf("read anew: %+v", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	merged := stated(r, 1, "40 women and 60 children", "people", data.Exact, 100)
	step = did(t)(s.Merge(ctx, step.Keys[1:], merged))
	if got = all(t, s); len(got) != 5 || step.Keys[2] == f.ID {
		t.Fatalf("merged: %+v", got)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, all(t, s), same); diff != "" {
		t.Errorf("both undone: %s", diff)
	}
	if step, err := s.Undo(ctx); step != nil || err != nil {
		t.Errorf("undid %+v, %v though nothing is left", step, err)
	}
	if _, err := s.Split(ctx, "none", nil); err == nil {
		t.Error("a figure that is not there was split")
	}
	if _, redo, err := s.Steps(ctx, 10); err != nil || len(redo) != 2 || redo[0].Name != data.StepSplit {
		t.Errorf("to be redone: %+v, %v", redo, err)
	}
	did(t)(s.SetStatus(ctx, data.Confirmed, "", more.ID))
	if undo, redo, err := s.Steps(ctx, 10); err != nil || len(redo) != 0 || len(undo) != 1 {
		t.Errorf("after a new step: %+v, %+v, %v", undo, redo, err)
	}
}

func TestStore_Remove(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("More than 7,000 fighters came.")
	f := stated(r, 1, "More than 7,000", "fighters", data.MoreThan, 7000)
	file := &Original{Hash: "h", Name: "a.txt", Content: []byte("x")}
	if _, err := s.Save(ctx, r, extraction.Result{Figures: []data.Figure{f}}, file); err != nil {
		t.Fatal(err)
	}
	did(t)(s.SetStatus(ctx, data.Confirmed, "", f.ID))
	did(t)(s.Remove(ctx, r.Key()))
	reports, err := s.Reports(ctx)
	if err != nil || len(reports) != 0 || len(all(t, s)) != 0 {
		t.Errorf("removed, and %d reports, %d figures are shown: %v", len(reports), len(all(t, s)), err)
	}
	if _, err := s.History(ctx, f.ID); err == nil {
		t.Error("a figure of a removed report is found")
	}
	if step, err := s.Undo(ctx); err != nil || step.Name != data.StepRemoveReport || step.Subject != r.Key() {
		t.Fatalf("undid %+v, %v", step, err)
	}
	if got := all(t, s); len(got) != 1 || got[0].Status != data.Confirmed {
		t.Errorf("back: %+v", got)
	}
	if o, err := s.Original(ctx, r.Key()); err != nil || o == nil {
		t.Errorf("its file did not come back: %v", err)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Purge(ctx, time.Now().Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	if undo, _, err := s.Steps(ctx, 9); err != nil || len(undo) != 2 {
		t.Errorf("purged too early: %+v, %v", undo, err)
	}
	if err := s.Purge(ctx, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if undo, _, err := s.Steps(ctx, 9); err != nil || len(undo) != 1 {
		t.Errorf("a removal can be undone for which nothing is kept: %+v, %v", undo, err)
	}
	digest := valley("A summary.")
	digest.Digest = true
	save(t, s, digest)
	if r, err := s.Report(ctx, digest.Key()); r != nil || err != nil {
		t.Errorf("a summary came back that the person removed: %v", err)
	}
	save(t, s, r, f)
	if got := all(t, s); len(got) != 1 || got[0].Status != data.Confirmed {
		t.Errorf("imported again: %+v", got)
	}
}

// TestStore_undoAll: whatever a person does, undoing all of it leaves what was found, and redoing it what was done.
func TestStore_undoAll(t *testing.T) {
	ctx := context.Background()
	r := valley("In all, 10 men, 20 women and 30 children came.", "Then 40 men left.", "About 50 stayed.")
	found := []data.Figure{
		stated(r, 1, "10 men", "people", data.Exact, 10), stated(r, 1, "20 women", "people", data.Exact, 20), stated(r, 1, "30 children", "people", data.Exact, 30),
		stated(r, 2, "40 men", "people", data.Exact, 40), stated(r, 3, "About 50", "people", data.About, 50),
	}
	rapid.Check(t, func(rt *rapid.T) {
		s, err := Open(ctx, filepath.Join(t.TempDir(), fmt.Sprint(rapid.Uint64().Draw(rt, "name"))+".db"))
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		save(t, s, r, found...)
		before, steps := all(t, s), 0
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			shown := all(t, s)
			f := shown[rapid.IntRange(0, len(shown)-1).Draw(rt, "figure")]
			var step data.Step
			var err error
			switch rapid.IntRange(0, 5).Draw(rt, "kind") {
			case 0:
				step, err = s.SetStatus(ctx, data.Confirmed, "", f.ID)
			case 1:
				step, err = s.SetStatus(ctx, data.Rejected, "so", f.ID, shown[0].ID)
			case 2:
				step, err = s.SetStatus(ctx, data.Found, "", f.ID)
			case 3:
				f.Measure = rapid.SampledFrom([]string{"people", "camps", "arrivals"}).Draw(rt, "measure")
				step, err = s.Correct(ctx, f)
			case 4:
				step, err = s.Add(ctx, stated(r, 2, "men", "men", data.Exact, 1))
			case 5:
				part := f
				part.ID = ""
				step, err = s.Split(ctx, f.ID, []data.Figure{part, part})
			}
			if err != nil {
				rt.Fatal(err)
			}
			if step.ID != 0 {
				steps++
			}
		}
		after := all(t, s)
		for i := range steps {
			if step, err := s.Undo(ctx); err != nil || step == nil {
				rt.Fatalf("undo %d of %d: %v, %v", i, steps, step, err)
			}
		}
		if diff := cmp.Diff(before, all(t, s), same); diff != "" {
			rt.Fatalf("all undone: %s", diff)
		}
		for range steps {
			if step, err := s.Redo(ctx); err != nil || step == nil {
				rt.Fatalf("redo: %v, %v", step, err)
			}
		}
		if diff := cmp.Diff(after, all(t, s), same); diff != "" {
			rt.Fatalf("all redone: %s", diff)
		}
	})
}

// TestStore_renamed: figures that name each other still do when a better reading gives them other names.
func TestStore_renamed(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("They held more than 100 women and children.")
	f := stated(r, 1, "100 women and children", "detainees", data.MoreThan, 100)
	save(t, s, r, f)
	ids := did(t)(s.Split(ctx, f.ID, []data.Figure{stated(r, 1, "women", "detainees", data.MoreThan, 1), stated(r, 1, "children", "detainees", data.MoreThan, 1)})).Keys[1:]
	better := stated(r, 1, "more than 100 women and children", "detainees", data.MoreThan, 100)
	save(t, s, r, better)
	got := all(t, s)
	if len(got) != 3 || got[0].ID != better.ID || cmp.Diff(ids, got[0].Into) != "" || cmp.Diff([]string{better.ID}, got[1].From) != "" || cmp.Diff([]string{better.ID}, got[2].From) != "" {
		t.Errorf("read anew: %+v", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := all(t, s); len(got) != 1 || got[0].Status != data.Found {
		t.Errorf("undone: %+v", got)
	}
}

// TestStore_reattach: work on words that the report lost goes to the figure that a person chooses, its attributes but not its
// number, or is given up; both can be undone.
func TestStore_reattach(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("More than 7,000 fighters came.", "Nobody left.")
	f := stated(r, 1, "More than 7,000", "fighters", data.MoreThan, 7000)
	save(t, s, r, f)
	corrected := f
	corrected.Measure = "foreign_fighters"
	did(t)(s.Correct(ctx, corrected))
	added := stated(r, 2, "Nobody", "departures", data.Exact, 0)
	added.ID = ""
	lost := did(t)(s.Add(ctx, added)).Keys[0]
	other := valley("Some 8,000 persons are there now.", "Hardly 30 went away.")
	now := stated(other, 1, "Some 8,000", "persons", data.About, 8000)
	gone := stated(other, 2, "Hardly 30", "persons", data.LessThan, 30)
	save(t, s, other, now, gone)
	waiting, err := s.Adrift(ctx, "S/2099/1@en")
	if err != nil || len(waiting) != 2 {
		t.Fatalf("adrift: %+v, %v", waiting, err)
	}
	did(t)(s.Reattach(ctx, f.ID, now.ID))
	did(t)(s.Reattach(ctx, lost, gone.ID))
	got := all(t, s)
	if got[0].Measure != "foreign_fighters" || got[0].Status != data.Corrected || got[0].Value.String() != "8000" || got[0].Bound != data.About {
		t.Errorf("the correction gives %+v", got[0])
	}
	if got[1].Measure != "departures" || got[1].Value.String() != "30" || got[1].Text != "Hardly 30" || got[1].Bound != data.LessThan {
		t.Errorf("the addition gives %+v", got[1])
	}
	if waiting, err := s.Adrift(ctx, ""); err != nil || len(waiting) != 0 {
		t.Errorf("still adrift: %+v, %v", waiting, err)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]data.Figure{now, gone}, all(t, s), same); diff != "" {
		t.Errorf("undone: %s", diff)
	}
	did(t)(s.Drop(ctx, f.ID))
	if waiting, _ := s.Adrift(ctx, ""); len(waiting) != 1 || waiting[0].ID != lost {
		t.Errorf("one given up, there wait %+v", waiting)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if waiting, _ := s.Adrift(ctx, ""); len(waiting) != 2 {
		t.Errorf("undone, there wait %+v", waiting)
	}
	if _, err := s.Drop(ctx, now.ID); err == nil {
		t.Error("work on a figure that is there was given up")
	}
}
