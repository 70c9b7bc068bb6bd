package library

import (
	"archive/zip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// valley writes an edition of another series into a folder, and gives its files by name.
func valley(t *testing.T, version string) (folder string, files map[string]string) {
	t.Helper()
	files = map[string]string{
		"edition.json": `{"format": 1, "name": "valley", "version": ` + version + `, "date": "2099-05-01", "title": {"en": "The valley", "zh": "山谷"},
			"series": [{"key": "V", "match": {"en": "on the valley", "zh": "关于山谷"}, "title": {"en": "%s report on the valley", "zh": "关于山谷的第%s次报告"}}]}`,
		"reports.json": `[{"series": "V", "ordinal": 1, "symbol": "A/98/1", "date": "2098-05-01", "period": "2097"}, {"series": "V", "ordinal": 2, "symbol": "A/99/1", "date": "2099-05-01", "period": "2098"}]`,
		"facts-1.json": `{"symbol": "A/99/1", "facts": [{"known": "second_hand", "source": "example.org", "shown": false, "value": 7000, "bound": "more_than", "unit": "person", "measure": "detainees", "place": "Mali",
			"words": {"en": "more than 7,000", "zh": "7 000 多"}, "text": {"en": "Detainees, Mali: more than 7,000.", "zh": "被关押者，马里：7 000 多。"}}]}`,
		"digest-1.en.txt": "Figurebook digest\nSymbol: A/98/1\nDate: 2098-05-01\nLanguage: en\n\nFirst report on the valley: summary\n\n1. In Mali, 40 schools were closed.\n",
	}
	folder = t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder, files
}

func TestImportEdition(t *testing.T) {
	ctx := context.Background()
	l := open(t)
	folder, files := valley(t, "2")
	if _, err := l.ImportEdition(ctx, folder); err != nil {
		t.Fatal(err)
	}
	count := func(symbol string) int {
		t.Helper()
		figures, err := l.Figures(ctx, data.Filter{Report: symbol, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		return len(figures)
	}
	if n, hidden := count("A/98/1"), count("A/99/1"); n != 1 || hidden != 0 {
		t.Errorf("%d figures of the digest, %d of the press", n, hidden)
	}
	t.Run("what the press says is shown when asked for", func(t *testing.T) {
		if err := l.ShowPress(ctx, true); err != nil {
			t.Fatal(err)
		}
		if n := count("A/99/1"); n != 1 {
			t.Errorf("%d figures", n)
		}
	})
	t.Run("the text of a report of the series is identified, and confirms what was known", func(t *testing.T) {
		o, err := l.Import(ctx, file(t, "second.txt", "Second report on the valley\n\nI. Introduction\n\n1. More than 7,000 people are detained in Mali.\n"), reading.Hints{})
		if err != nil {
			t.Fatal(err)
		}
		kinds := ""
		for _, n := range o.Report.Notes {
			kinds += " " + n.Kind
		}
		if o.Report.Symbol != "A/99/1" || o.Report.Period != "2098" || !strings.Contains(kinds, "fact_confirmed") {
			t.Errorf("symbol %q, period %q, notes%s", o.Report.Symbol, o.Report.Period, kinds)
		}
	})
	t.Run("a smaller version is refused, a zip of the same changes nothing", func(t *testing.T) {
		older, _ := valley(t, "1")
		_, err := l.ImportEdition(ctx, older)
		var f *data.Fault
		if !errors.As(err, &f) || f.Kind != data.OlderEdition {
			t.Errorf("got %v", err)
		}
		path := filepath.Join(t.TempDir(), "valley.figurebook")
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		z := zip.NewWriter(out)
		for name, text := range files {
			w, err := z.Create("valley/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(z.Close(), out.Close()); err != nil {
			t.Fatal(err)
		}
		if e, err := l.ImportEdition(ctx, path); err != nil || e.Name != "valley" {
			t.Errorf("the zip gives %v", err)
		}
		if all, err := l.Editions(ctx); err != nil || len(all) != 2 || all[1].Version != 2 {
			t.Errorf("%d editions, %v", len(all), err)
		}
	})
	t.Run("what is no edition is told by name and changes nothing", func(t *testing.T) {
		for name, kind := range map[string]data.FaultKind{
			filepath.Join(t.TempDir(), "none"): data.FileMissing, t.TempDir(): data.BadEdition, file(t, "letter.zip", "Dear Sir"): data.DamagedFile,
		} {
			_, err := l.ImportEdition(ctx, name)
			var f *data.Fault
			if !errors.As(err, &f) || f.Kind != kind {
				t.Errorf("%s gives %v, want %s", name, err, kind)
			}
		}
	})
}

// TestOpen_again: an edition that is there is not saved anew, so a report that a person removed stays removed.
func TestOpen_again(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	l, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Remove(ctx, "S/2016/92@en"); err == nil {
		t.Fatal("a report that only the press knows is shown")
	}
	if _, err := l.Remove(ctx, "S/2025/482@en"); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if r, err := l.Report(ctx, "S/2025/482@en"); err != nil || r != nil {
		t.Errorf("it is back: %v, %v", r, err)
	}
}
