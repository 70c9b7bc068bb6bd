package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// TestJourney_takeover: the import of a revision says which figures no longer count and offers the reviews of what it
// revises, in both languages; taken over, they are taken back by one undo.
func TestJourney_takeover(t *testing.T) {
	for _, language := range []string{"en", "zh-Hans"} {
		t.Run(language, func(t *testing.T) {
			folder := t.TempDir()
			write := func(name, symbol, last string) string {
				text := "United Nations    " + symbol + "\nSecurity Council    Distr.: General\n    3 February 2099\n\nReport on the valley\n\nI. Introduction\n\n1. Some 400 teachers work in Mali.\n\n2. More than 7,000 fighters hide there.\n\n3. " + last + "\n"
				file := filepath.Join(folder, name)
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				return file
			}
			first := write("first.txt", "S/2099/1", "About 90 guards left.")
			dir := t.TempDir()
			ctx := context.Background()
			l, err := library.Open(ctx, filepath.Join(dir, "a.db"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := l.Import(ctx, first, reading.Hints{}); err != nil {
				t.Fatal(err)
			}
			all, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
			if err != nil || len(all) != 3 {
				t.Fatalf("%d figures, %v", len(all), err)
			}
			for _, f := range all {
				if _, err := l.SetStatus(ctx, data.Confirmed, "", f.ID); err != nil {
					t.Fatal(err)
				}
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			d := startAt(t, dir, language, write("revision.txt", "S/2099/1/Rev.1", "About 95 guards left."))
			d.wait("what was recognised", func(e event) bool { return e.Msg == "file examined" && e.Figures == 3 })
			d.wait("the question", asked)
			d.keys("Return")
			d.wait("the offer", asked)
			d.picture("takeover-" + language)
			d.keys("Return")
			d.wait("the reviews taken over", func(e event) bool { return e.Msg == "step done" && e.Step == "take_over" && !e.Taken })
			d.picture("takeover-done-" + language)
			d.keys("ctrl+z")
			d.wait("the step taken back", func(e event) bool { return e.Msg == "step done" && e.Step == "take_over" && e.Taken })
			d.picture("takeover-undone-" + language)
		})
	}
}
