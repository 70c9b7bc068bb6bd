package app

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// window is the window on a new database, drawn by Fyne's software driver; its work runs at once.
func window(t *testing.T, language string) *Window {
	t.Helper()
	books, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	w := New(test.NewTempApp(t), books, "test", func(work func()) { work() })
	t.Cleanup(w.window.Close)
	w.window.Resize(fyne.NewSize(1440, 900))
	w.Fill(language, nil)
	return w
}

func figureOf(t *testing.T, w *Window, edition, measure string) data.Figure {
	t.Helper()
	for _, f := range w.session.Figures() {
		if f.Edition == edition && f.Measure == measure {
			return f
		}
	}
	t.Fatalf("no figure of %s in %s", measure, edition)
	return data.Figure{}
}

func TestWindow_opensTheBuiltInEdition(t *testing.T) {
	for language, key := range map[string]string{"en": "S/2021/98@en", "zh": "S/2021/98@zh"} {
		w := window(t, language)
		if w.session.OpenKey() != key {
			t.Errorf("in %s the window opens on %s, want %s", language, w.session.OpenKey(), key)
		}
		if w.compare.Chart() == nil {
			t.Errorf("in %s the window shows no chart", language)
		}
	}
}

// TestWindow_Select: choosing a figure changes the chart to its measure, and to its report where it stands elsewhere.
func TestWindow_Select(t *testing.T) {
	w := window(t, "en")
	f := figureOf(t, w, "S/2021/98@zh", "funding_gap")
	w.session.Choose(f.ID)
	if w.session.OpenKey() != "S/2021/98@zh" {
		t.Errorf("the open report is %s", w.session.OpenKey())
	}
	if got := w.compare.Chart().Spec.Measure; got != "funding_gap" {
		t.Errorf("the chart shows %s", got)
	}
}

func TestWindow_SetLanguage(t *testing.T) {
	w := window(t, "en")
	w.SetLanguage("zh-Hans")
	if got := w.window.MainMenu().Items[0].Label; got != "文件" {
		t.Errorf("the first menu is %q", got)
	}
	if got := w.compare.Chart().Spec.Language; got != "zh" {
		t.Errorf("the chart's language is %s", got)
	}
	if got := w.app.Preferences().String(prefLanguage); got != "zh-Hans" {
		t.Errorf("remembered %q", got)
	}
}

// TestWindow_SetLanguage_toolkit: the toolkit's own dialogs speak the chosen language too, in both directions.
func TestWindow_SetLanguage_toolkit(t *testing.T) {
	w := window(t, "zh-Hans")
	for language, want := range map[string][2]string{"zh-Hans": {"取消", "名称"}, "en": {"Cancel", "Name"}} {
		w.SetLanguage(language)
		if got := [2]string{lang.L("Cancel"), lang.X("file.name", "?")}; got != want {
			t.Errorf("in %s the toolkit says %q, want %q", language, got, want)
		}
	}
}

func TestWindow_SetTheme(t *testing.T) {
	w := window(t, "en")
	for name, dark := range map[string]bool{theme.Light: false, theme.Dark: true} {
		w.SetTheme(name)
		if got := w.compare.Chart().Spec.Theme == "dark"; got != dark || theme.IsDark() != dark {
			t.Errorf("%s: the chart is dark: %v, the window: %v", name, got, theme.IsDark())
		}
	}
}

func TestWindow_Import(t *testing.T) {
	w := window(t, "en")
	file := filepath.Join(t.TempDir(), "valley.txt")
	if err := os.WriteFile(file, []byte("A report on the valley\n\n1. More than 300 fighters left Somalia.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Import(file, reading.Hints{})
	if !strings.HasPrefix(w.session.OpenKey(), "file-") {
		t.Errorf("the open report is %s", w.session.OpenKey())
	}
	before := w.session.OpenKey()
	w.Import(filepath.Join(t.TempDir(), "none.txt"), reading.Hints{})
	if w.session.OpenKey() != before {
		t.Errorf("a missing file changed the open report to %s", w.session.OpenKey())
	}
}

// TestWindow_Identify: a corrected symbol renames the open report; notes are shown in words.
func TestWindow_Identify(t *testing.T) {
	w := window(t, "en")
	file := filepath.Join(t.TempDir(), "valley.txt")
	if err := os.WriteFile(file, []byte("A report on the valley\n\n1. More than 300 fighters left Somalia.\n\n3. Nobody knew where.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Import(file, reading.Hints{})
	if got := Notes(w.session.Report(), w.words); got != "A paragraph number is missing: 1 → 3" {
		t.Errorf("the notes say %q", got)
	}
	w.showDetails()
	w.Identify(reading.Hints{Symbol: "A/99/9"})
	if w.session.OpenKey() != "A/99/9@en" || w.session.Report() == nil {
		t.Errorf("the open report is %s", w.session.OpenKey())
	}
}

// TestWindow_Review: figures are checked one after another; a rejected one leaves the chart, and all is kept.
func TestWindow_Review(t *testing.T) {
	w := window(t, "en")
	w.NextUnchecked()
	first, _ := w.session.Chosen()
	w.Review(data.Confirmed)
	w.NextUnchecked()
	if second, ok := w.session.Chosen(); !ok || second.ID == first.ID {
		t.Errorf("after %s comes %s", first.ID, second.ID)
	}
	f := figureOf(t, w, "S/2021/98@en", "fighters")
	w.session.Choose(f.ID)
	before := len(w.compare.Chart().Marks)
	w.Review(data.Rejected)
	if after := len(w.compare.Chart().Marks); after != before-1 {
		t.Errorf("%d marks before, %d after a figure was rejected", before, after)
	}
	kept, err := w.books.Figures(context.Background(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	statuses := map[string]data.Status{}
	for _, k := range kept {
		statuses[k.ID] = k.Status
	}
	if statuses[first.ID] != data.Confirmed || statuses[f.ID] != data.Rejected {
		t.Errorf("kept %s and %s", statuses[first.ID], statuses[f.ID])
	}
	w.Review(data.Found)
	if after := len(w.compare.Chart().Marks); after != before {
		t.Errorf("%d marks before, %d after the rejection was taken back", before, after)
	}
}

// TestWindow_spokenEdition: a digest that was left open in the other language opens in the window's; a full text stays.
func TestWindow_spokenEdition(t *testing.T) {
	w := window(t, "en")
	for key, want := range map[string]string{"S/2021/98@zh": "S/2021/98@en", "S/2021/98@en": "S/2021/98@en", "A/99/9@zh": "A/99/9@zh", "": ""} {
		if got := w.spokenEdition(key); got != want {
			t.Errorf("%q opens as %q, want %q", key, got, want)
		}
	}
}

// TestWindow_otherReport: a report that states nothing of the measure shown is compared by the one that it states most; a
// measure that it states stays.
func TestWindow_otherReport(t *testing.T) {
	w := window(t, "en")
	w.session.Open("S/2025/72@en")
	if got := w.compare.Chart(); got == nil || got.Spec.Report != "S/2025/72" {
		t.Fatalf("no chart of the open report: %+v", got)
	}
	w.session.Open("S/2021/98@en")
	f := figureOf(t, w, "S/2021/98@en", "broadcasts")
	w.session.Choose(f.ID)
	w.session.Open("S/2025/72@en")
	other := w.compare.Chart()
	if other == nil || other.Spec.Measure == "broadcasts" {
		t.Fatalf("the chart of the other report shows %+v", other)
	}
	w.session.Open("S/2021/98@en")
	if w.compare.Chart() == nil {
		t.Error("back in the first report there is no chart")
	}
}

// TestWindow_betweenTurns: while the panes are built anew what the menu's keys do ends nothing, and the tab that was shown,
// or asked for meanwhile, is shown.
func TestWindow_betweenTurns(t *testing.T) {
	w := window(t, "en")
	for _, asked := range []string{"", "figures"} {
		w.ShowTab("findings")
		for _, step := range w.building() {
			w.ShowBelow(false)
			w.toggleBelow()
			if asked != "" {
				w.ShowTab(asked)
			}
			w.setMenu()
			step()
		}
		if want := cmp.Or(asked, "findings"); w.shownTab() != want || !w.below() {
			t.Errorf("shown is %q, want %q; below the reader: %v", w.shownTab(), want, w.below())
		}
	}
}

// TestWindow_reloads: what waits for a reading is told when a later one is shown in its place, as when the window looks for changes
// while an import is being shown.
func TestWindow_reloads(t *testing.T) {
	books, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	var held []func()
	hold := false
	w := New(test.NewTempApp(t), books, "test", func(work func()) {
		if hold {
			held = append(held, work)
			return
		}
		work()
	})
	t.Cleanup(w.window.Close)
	w.Fill("en", nil)
	hold = true
	told := 0
	w.session.Reload(func() { told++ })
	w.session.Reload(nil)
	for _, work := range held {
		work()
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

// TestWindow_fillThen: what waits for the content finds every pane in its place, and none before.
func TestWindow_fillThen(t *testing.T) {
	books, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	var waiting []func()
	w := New(test.NewTempApp(t), books, "test", func(work func()) { waiting = append(waiting, work) })
	t.Cleanup(w.window.Close)
	called := 0
	w.Fill("en", func() {
		called++
		if !w.frame.whole || w.figures == nil || w.window.MainMenu() == nil {
			t.Errorf("whole is %v, the table %v, the menu %v", w.frame.whole, w.figures, w.window.MainMenu())
		}
	})
	if called != 0 {
		t.Error("called before a pane was there")
	}
	for len(waiting) > 0 {
		work := waiting[0]
		waiting = waiting[1:]
		work()
	}
	if called != 1 || w.session.Report() == nil {
		t.Errorf("called %d times, a report is open: %v", called, w.session.Report() != nil)
	}
}
