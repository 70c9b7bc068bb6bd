package reading

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// shared is the folder of real reports beside the project; tests that need it skip where it is absent.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("FIGUREBOOK_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "reports")); err != nil {
		t.Skip("no real reports here: set FIGUREBOOK_SHARED to the folder that holds them")
	}
	return dir
}

func readFile(t testing.TB, path string, hints Hints) *data.Report {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), path, hints)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestRead_realReports(t *testing.T) {
	dir := shared(t)
	for name, want := range map[string]struct {
		paragraphs, sections, footnotes int
		exact                           bool
	}{
		"S-2021-98.zh.txt":         {85, 21, 12, true},
		"E-2023-80-excerpt.zh.txt": {0, 0, 0, true},
		"UNW-2023-excerpt.zh.txt":  {0, 0, 0, true},
		"S-2025-72.en.pdf":         {0, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			report := readFile(t, filepath.Join(dir, "reports", name), Hints{})
			stem, _, _ := strings.Cut(name, ".txt")
			raw, err := os.ReadFile(filepath.Join(dir, "gold", strings.TrimSuffix(stem, ".pdf")+".paragraphs.json"))
			if err != nil {
				t.Fatal(err)
			}
			var gold map[string]any
			if err := json.Unmarshal(raw, &gold); err != nil {
				t.Fatal(err)
			}
			right, all := 0, 0
			for id, text := range gold {
				s, ok := text.(string)
				if !ok || strings.HasPrefix(id, "_") {
					continue
				}
				all++
				p, ok := report.Paragraph(id)
				if ok && squeeze(p.Text) == squeeze(s) {
					right++
				} else if want.exact {
					t.Errorf("%s: got\n%s\nwant\n%s", id, p.Text, s)
				} else {
					t.Logf("%s: got\n%s\nwant\n%s", id, p.Text, s)
				}
			}
			t.Logf("%d of %d texts equal; %d paragraphs, %d sections, %d footnotes, notes %v; %q %q %q %q", right, all, len(report.Paragraphs), len(report.Sections), len(report.Footnotes), report.Notes, report.Symbol, report.Date, report.Language, report.Title)
			if right*100 < all*88 {
				t.Errorf("only %d of %d texts are right", right, all)
			}
			if want.paragraphs > 0 && (len(report.Paragraphs) != want.paragraphs || len(report.Sections) != want.sections || len(report.Footnotes) != want.footnotes) {
				t.Errorf("got %d paragraphs, %d sections, %d footnotes; want %+v", len(report.Paragraphs), len(report.Sections), len(report.Footnotes), want)
			}
			if s, ok := gold["_title"].(string); ok && want.exact && squeeze(report.Title) != squeeze(s) {
				t.Errorf("title %q, want %q", report.Title, s)
			}
		})
	}
}
