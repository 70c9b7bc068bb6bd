package library

import (
	"context"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/series"
)

// TestLibrary_decisions: settled findings and decisions about lines keep to their figures when the report is read anew and
// its words moved and are named otherwise; each is undone and redone.
func TestLibrary_decisions(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	if _, err := l.Import(ctx, file(t, "valley.txt", text), reading.Hints{Symbol: "S/2099/1"}); err != nil {
		t.Fatal(err)
	}
	figures, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
	if err != nil || len(figures) != 2 {
		t.Fatalf("%d figures, %v", len(figures), err)
	}
	finding := checking.Finding{ID: "f", Kind: checking.StatedOtherwise, Figures: []string{figures[0].ID, figures[1].ID}}
	if _, err := l.Settle(ctx, figures[0].Edition, finding, "both hold"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Decide(ctx, series.Decision{Kind: series.Join, Figure: figures[0].ID, With: figures[1].ID}); err != nil {
		t.Fatal(err)
	}
	moved := strings.ReplaceAll(strings.ReplaceAll(text, "more than 7,000 residents", "by now more than 7,000 old residents"), "2. Some 300 teachers", "2. In all, some 300 young teachers")
	if o, err := l.Import(ctx, file(t, "valley.txt", moved), reading.Hints{Symbol: "S/2099/1"}); err != nil || !o.Changed {
		t.Fatalf("%+v, %v", o, err)
	}
	again, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
	if err != nil || len(again) != 2 || again[0].ID == figures[0].ID {
		t.Fatalf("read anew: %+v, %v; the test needs other names", again, err)
	}
	finding.ID, finding.Figures = "g", []string{again[1].ID, again[0].ID}
	if open, settled, err := l.Settled(ctx, []checking.Finding{finding, {Kind: checking.StatedOtherwise}}); err != nil || len(settled) != 1 || len(open) != 1 {
		t.Errorf("open %+v, settled %+v, %v", open, settled, err)
	}
	keys, decisions, err := l.Decisions(ctx)
	if err != nil || !slices.Equal(decisions, []series.Decision{{Kind: series.Join, Figure: again[0].ID, With: again[1].ID}}) {
		t.Errorf("decided %+v, %v", decisions, err)
	}
	if _, err := l.Forget(ctx, keys[0]); err != nil {
		t.Fatal(err)
	}
	if _, decisions, _ = l.Decisions(ctx); len(decisions) != 0 {
		t.Errorf("not forgotten: %+v", decisions)
	}
	if _, err := l.Reopen(ctx, finding); err != nil {
		t.Fatal(err)
	}
	if _, settled, err := l.Settled(ctx, []checking.Finding{finding}); err != nil || len(settled) != 0 {
		t.Errorf("still settled: %+v, %v", settled, err)
	}
	for range 2 {
		if step, err := l.Undo(ctx); err != nil || step == nil {
			t.Fatal(err)
		}
	}
	if _, decisions, _ = l.Decisions(ctx); len(decisions) != 1 || decisions[0].Figure != again[0].ID {
		t.Errorf("undone: %+v", decisions)
	}
	if _, settled, err := l.Settled(ctx, []checking.Finding{finding}); err != nil || len(settled) != 1 {
		t.Errorf("undone: %+v, %v", settled, err)
	}
}

// TestLibrary_Correct: a corrected place brings its region with it.
func TestLibrary_Correct(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	if _, err := l.Import(ctx, file(t, "valley.txt", text), reading.Hints{Symbol: "S/2099/1"}); err != nil {
		t.Fatal(err)
	}
	figures, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
	if err != nil {
		t.Fatal(err)
	}
	f, mali := figures[0], "Mali"
	f.Place = &mali
	if _, err := l.Correct(ctx, f); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Figures(ctx, data.Filter{Report: "S/2099/1", Region: "Africa"}); err != nil || len(got) != 1 || *got[0].Place != "Mali" {
		t.Errorf("in Africa: %+v, %v", got, err)
	}
}

// TestStepText: every step is said in both languages.
func TestStepText(t *testing.T) {
	names := []data.StepName{
		data.StepConfirm, data.StepCorrect, data.StepReject, data.StepReset, data.StepAdd, data.StepSplit, data.StepMerge, data.StepRemoveReport, data.StepTakeOver,
		data.StepSaveComparison, data.StepRenameComparison, data.StepDeleteComparison, data.StepSettle, data.StepReopen,
		data.StepSplitLine, data.StepJoinLine, data.StepLeaveLine, data.StepShowLine, data.StepForget,
	}
	for _, name := range names {
		for _, language := range []string{"en", "zh"} {
			s := StepText(data.Step{Name: name, Subject: "7,000"}, translations.For(language))
			if strings.Contains(s, "step.") || strings.Contains(s, "%!") || name != data.StepForget && !strings.Contains(s, "7,000") {
				t.Errorf("%s in %s is %q", name, language, s)
			}
		}
	}
}
