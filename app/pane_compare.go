package app

import (
	"context"
	"encoding/json"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/clipboard"
	"figurebook.org/figurebook/app/compare"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// comparePane is the chart with its choices.
func (w *Window) comparePane() fyne.CanvasObject {
	s, before := w.session, w.compare
	w.compare = compare.New(w.words, w.books.Words, w.window, w.run, compare.Events{
		MarkTapped: func(id string) { s.Choose(id) },
		BothTapped: w.chooseBoth,
		Sentence:   func(err error) string { return library.Sentence(err, w.words) },
		Said:       w.Say,
		Reports:    s.Reports,
		Copy:       clipboard.SetPNG,
		Save: func(name string, spec charts.Spec) {
			raw, err := json.Marshal(spec)
			if err != nil {
				w.fail(err)
				return
			}
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.SaveComparison(ctx, name, raw) })
		},
		Rename: func(name, to string) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.RenameComparison(ctx, name, to) })
		},
		Delete: func(name string) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.DeleteComparison(ctx, name) })
		},
	})
	if before != nil {
		w.compare.Continue(before)
	}
	s.Listen(session.Events{
		Figures: func(all []data.Figure) {
			w.compare.SetFigures(all)
			w.readComparisons()
		},
		Opened: func(r *data.Report, _ []data.Figure) { w.compare.SetReport(r.Symbol, r.Key()) },
		Chosen: w.compare.Select,
	})
	return w.compare.Object()
}

// readComparisons reads the comparisons kept by name: the person's, then those of the built-in edition.
func (w *Window) readComparisons() {
	pane := w.compare
	w.run(func() {
		kept, err := w.books.Comparisons(context.Background())
		var all []compare.Saved
		for _, c := range kept {
			if spec, err := charts.ParseSpec(c.Spec); err == nil { // one of a newer version is left alone
				all = append(all, compare.Saved{Name: c.Name, Spec: spec})
			}
		}
		for _, c := range library.Builtin().Comparisons {
			var spec charts.Spec
			if json.Unmarshal(c.Spec, &spec) == nil {
				all = append(all, compare.Saved{Name: c.Name[w.words.Short()], Spec: spec, BuiltIn: true})
			}
		}
		fyne.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			pane.SetSaved(all)
		})
	})
}

func (w *Window) compareCommands() []command {
	on := func(name string, do func(c *compare.Compare)) command {
		return command{menu: "compare", name: name, do: func() { do(w.compare) }}
	}
	export := on("compare_export", (*compare.Compare).AskExport)
	export.begins = true
	return []command{
		on("compare_save", (*compare.Compare).AskSave), on("compare_rename", (*compare.Compare).AskRename), on("compare_delete", (*compare.Compare).AskDelete),
		export, on("compare_copy", (*compare.Compare).Copy), on("compare_open", (*compare.Compare).AskOpen),
		{menu: "compare", name: "compare_briefing", do: w.askBriefing},
	}
}

// askBriefing asks for a folder and writes the standard briefing into it.
func (w *Window) askBriefing() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if folder != nil {
			w.Briefing(folder.Path())
		}
	}, w.window)
	d.SetTitleText(strings.TrimSuffix(w.words.Say("window.menu.compare_briefing"), "…"))
	choice.ShowFiles(d, w.window, w.words)
}

// Briefing writes the standard briefing into a folder.
func (w *Window) Briefing(folder string) {
	words, books := w.words, w.books
	w.Say(words.Say("compare.briefing.writing"))
	w.run(func() {
		written, err := writeBriefing(context.Background(), folder, books, words)
		fyne.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			slog.Info("briefing written", "files", len(written))
			w.Say(w.words.Say("compare.briefing.written", len(written), filepath.Base(folder)))
		})
	})
}

func writeBriefing(ctx context.Context, folder string, books *library.Library, words *translations.Words) ([]string, error) {
	content, err := briefing.Gather(ctx, books, words, books.Words)
	if err != nil {
		return nil, err
	}
	b, err := briefing.Make(content)
	if err != nil {
		return nil, err
	}
	return b.Write(ctx, folder, briefing.Formats)
}
