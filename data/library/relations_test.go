package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// TestImport_revision: a revision's figures count in place of those that it revises, a corrigendum's never do, an
// addendum's do.
func TestImport_revision(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	of := func(symbols ...string) (n int) {
		t.Helper()
		figures, err := l.Figures(ctx, data.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range figures {
			if f.Report != nil && slices.Contains(symbols, *f.Report) {
				n++
			}
		}
		return n
	}
	put := func(symbol, content string) {
		t.Helper()
		if _, err := l.Import(ctx, file(t, "valley.txt", content), reading.Hints{Symbol: symbol}); err != nil {
			t.Fatal(err)
		}
	}
	const base, revision, corrigendum, addendum = "S/2099/71", "S/2099/71/Rev.1", "S/2099/71/Rev.1/Corr.1", "S/2099/71/Rev.1/Add.1"
	put(base, text)
	if n := of(base); n != 2 {
		t.Fatalf("%d figures of the document", n)
	}
	put(revision, "A report on the valley\n\nI. Introduction\n\n1. The valley has more than 8,000 residents.\n\n2. Some 300 teachers work there.\n")
	put(corrigendum, "Corrigendum\n\n1. In paragraph 2, for 300 teachers read 350 teachers.\n\n2. In paragraph 3, for 7 schools read 9 schools.\n")
	put(addendum, "Addendum\n\n1. The town has 12 bakers.\n\n2. Some 40 shepherds live there.\n")
	if of(base) != 0 || of(revision) != 2 || of(corrigendum) != 0 || of(addendum) != 2 {
		t.Errorf("figures of the document %d, its revision %d, its corrigendum %d, its addendum %d", of(base), of(revision), of(corrigendum), of(addendum))
	}
	if n, err := l.Count(ctx, data.Filter{Language: "en", Words: "valley"}); err != nil || n != 1 { // one statement, of two documents
		t.Errorf("%d figures of the valley, %v", n, err)
	}
	if own, err := l.Figures(ctx, data.Filter{Report: base}); err != nil || len(own) != 2 {
		t.Errorf("%d figures of the document itself, %v", len(own), err)
	}
	// as the window holds them: all, of which a chart counts what is not set aside
	reports, err := l.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	all, err := l.Figures(ctx, data.Filter{Aside: true})
	if err != nil {
		t.Fatal(err)
	}
	data.SetAside(reports, all)
	for _, f := range all {
		if f.Report != nil && slices.Contains([]string{base, corrigendum, revision, addendum}, *f.Report) && f.Aside != (*f.Report == base || *f.Report == corrigendum) {
			t.Errorf("a figure of %s set aside: %v", *f.Report, f.Aside)
		}
	}
	// a revision in which no figure is found takes none away, in the store as in the window
	put("S/2099/71/Rev.2", "A report on the valley\n\nI. Introduction\n\n1. The valley has many residents.\n")
	if of(base) != 0 || of(revision) != 2 {
		t.Errorf("beside a revision without figures: the document %d, its first revision %d", of(base), of(revision))
	}
	if _, err := l.Remove(ctx, revision+"@en"); err != nil {
		t.Fatal(err)
	}
	if n := of(base); n != 2 {
		t.Errorf("%d figures of the document whose revision was removed", n)
	}
}

// TestImport_reissue: a document reissued for technical reasons takes the place of the first issue, and not the other way.
func TestImport_reissue(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	first := file(t, "first.txt", "United Nations  S/2099/5\n\nSecurity Council  Distr.: General\n2 March 2099\n\n"+text)
	second := file(t, "second.txt", "United Nations  S/2099/5*\n\nSecurity Council  Distr.: General\n2 March 2099\n\n* Reissued for technical reasons on 9 March 2099.\n\n"+text)
	for _, path := range []string{first, second} {
		o, err := l.Import(ctx, path, reading.Hints{})
		if err != nil || !o.Changed || o.Report.Key() != "S/2099/5@en" || o.Report.Title != "A report on the valley" || (o.Report.Reissue == 1) != (path == second) {
			t.Fatalf("%s: %+v, %v", path, o.Report, err)
		}
	}
	if _, err := l.Import(ctx, first, reading.Hints{}); !isKind(err, data.OlderIssue) {
		t.Errorf("the first issue after the reissue: %v", err)
	}
	if r, err := l.Report(ctx, "S/2099/5@en"); err != nil || r.Reissue != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestImportAll_reissue: whichever of two issues is read first, the reissue is what stays.
func TestImportAll_reissue(t *testing.T) {
	head := "United Nations  S/2099/5%s\n\nSecurity Council  Distr.: General\n2 March 2099\n\n%s"
	first := file(t, "first.txt", fmt.Sprintf(head, "", text))
	second := file(t, "second.txt", fmt.Sprintf(head, "*", "* Reissued for technical reasons on 9 March 2099.\n\n"+text))
	for n := range 8 {
		l := open(t)
		l.ImportAll(t.Context(), [][]string{{first, second}, {second, first}}[n%2], reading.Hints{}, func(name string, _ Outcome, err error) {
			if err != nil && (name != first || !isKind(err, data.OlderIssue)) {
				t.Errorf("%s: %v", name, err)
			}
		})
		if r, err := l.Report(t.Context(), "S/2099/5@en"); err != nil || r.Reissue != 1 {
			t.Errorf("kept: %+v, %v", r, err)
		}
	}
}

// TestImport_revisionTells: the outcome says how many figures no longer count, how many of them were checked, and how many
// reviews the revision can take over.
func TestImport_revisionTells(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	const report = "A report on the valley\n\nI. Introduction\n\n1. The valley has more than 7,000 residents.\n\n2. Some 300 teachers work there.\n"
	if _, err := l.Import(ctx, file(t, "valley.txt", report), reading.Hints{Symbol: "S/2099/71"}); err != nil {
		t.Fatal(err)
	}
	figures, err := l.Figures(ctx, data.Filter{Report: "S/2099/71"})
	if err != nil || len(figures) != 2 {
		t.Fatalf("%d figures, %v", len(figures), err)
	}
	if _, err := l.SetStatus(ctx, data.Confirmed, "", figures[0].ID, figures[1].ID); err != nil {
		t.Fatal(err)
	}
	o, err := l.Import(ctx, file(t, "valley.txt", strings.Replace(report, "300", "350", 1)), reading.Hints{Symbol: "S/2099/71/Rev.1"})
	if want := []Revised{{"S/2099/71@en", "S/2099/71", "en", 2, 2, 1}}; err != nil || !slices.Equal(o.Revised, want) {
		t.Fatalf("%+v, %v, want %+v", o.Revised, err, want)
	}
	for _, language := range []string{"en", "zh"} {
		if s := o.Revised[0].Text(translations.For(language)); !strings.Contains(s, "S/2099/71 · ") || !strings.Contains(s, "2") {
			t.Errorf("%s: %q", language, s)
		}
	}
	if step, err := l.TakeOver(ctx, "S/2099/71@en", "S/2099/71/Rev.1@en"); err != nil || len(step.Keys) != 1 {
		t.Fatalf("%+v, %v", step, err)
	}
	now, err := l.Figures(ctx, data.Filter{Report: "S/2099/71/Rev.1"})
	if err != nil || len(now) != 2 || now[0].Status != data.Confirmed || now[1].Status != data.Found {
		t.Errorf("%+v, %v", now, err)
	}
	if old, err := l.Figures(ctx, data.Filter{Report: "S/2099/71"}); err != nil || !old[0].Aside || old[0].SupersededBy != "S/2099/71/Rev.1" {
		t.Errorf("%+v, %v", old, err)
	}
}

// TestImport_earlierIssue: Examine says that a later issue is here; the earlier one takes its place only when that is said.
func TestImport_earlierIssue(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	const masthead = "United Nations    S/2099/71\nSecurity Council    Distr.: General\n    3 February 2099\n\n"
	later := file(t, "later.txt", masthead+"* Reissued for technical reasons on 5 February 2099.\n\nA report on the valley\n\n1. It has 7 schools.\n")
	plain := file(t, "plain.txt", "A report on the valley\n\n1. It has 8 schools.\n")
	hints := reading.Hints{Symbol: "S/2099/71"}
	if o, err := l.Import(ctx, later, hints); err != nil || o.Report.Reissue != 1 {
		t.Fatalf("%+v, %v", o, err)
	}
	if e, err := l.Examine(ctx, plain, hints); err != nil || !e.Later || e.Replaces == nil {
		t.Fatalf("%+v, %v", e, err)
	}
	var fault *data.Fault
	if _, err := l.Import(ctx, plain, hints); !errors.As(err, &fault) || fault.Kind != data.OlderIssue {
		t.Fatalf("got %v, want older_issue", err)
	}
	hints.Earlier = true
	if o, err := l.Import(ctx, plain, hints); err != nil || !o.Changed {
		t.Errorf("%+v, %v", o, err)
	}
}
