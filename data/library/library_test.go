package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

func open(t *testing.T) *Library {
	t.Helper()
	l, err := Open(context.Background(), filepath.Join(t.TempDir(), "books", "figurebook.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

const text = "A report on the valley\n\nI. Introduction\n\n1. The valley has more than 7,000 residents.\n\n2. Some 300 teachers work there.\n"

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImport(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	path := file(t, "valley.txt", text)
	first, err := l.Import(ctx, path, reading.Hints{Symbol: "S/2099/1"})
	if err != nil {
		t.Fatal(err)
	}
	if !first.Changed || first.Figures != 2 || first.Report.Key() != "S/2099/1@en" {
		t.Errorf("the first import: %+v", first)
	}
	second, err := l.Import(ctx, path, reading.Hints{Symbol: "S/2099/1"})
	if err != nil || second.Changed {
		t.Errorf("the second import: %+v, %v; want nothing changed", second, err)
	}
	figures, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
	if err != nil {
		t.Fatal(err)
	}
	if len(figures) != 2 || figures[0].Bound != data.MoreThan || figures[1].Bound != data.About {
		t.Errorf("kept %+v", figures)
	}
}

// TestImport_fullText: the full text takes the digest's place, a person's word on a figure goes with it, and the digest
// does not come back.
func TestImport_fullText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figurebook.db")
	ctx := context.Background()
	l, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	digest, err := l.Figures(ctx, data.Filter{Report: "S/2021/98", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var chosen data.Figure
	for _, f := range digest {
		if f.Paragraph == "20" {
			chosen = f
		}
	}
	if _, err := l.SetStatus(ctx, data.Confirmed, "", chosen.ID); err != nil {
		t.Fatal(err)
	}
	full := file(t, "full.txt", "A full text\n\n1. Nothing.\n\n2. Nothing.\n\n20. It is thought that about 10,000 fighters of the group are left.\n")
	if _, err := l.Import(ctx, full, reading.Hints{Symbol: "S/2021/98", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if l, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	report, err := l.Report(ctx, "S/2021/98@en")
	if err != nil || report.Digest {
		t.Fatalf("the digest came back: %v", err)
	}
}

func TestRead_encodings(t *testing.T) {
	han := "山谷报告\n\n一. 导言\n\n1. 山谷里住着超过 7 000 名居民，他们种植水稻和小麦。\n\n2. 那里有大约 300 名教师。\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(han)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(han)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(han)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"UTF-8": han, "GB18030": gb, "UTF-16 with a mark": wide, "UTF-16 without": bare} {
		t.Run(name, func(t *testing.T) {
			report, err := Read(context.Background(), file(t, "valley.txt", content), reading.Hints{})
			if err != nil {
				t.Fatal(err)
			}
			if report.Language != "zh" || len(report.Paragraphs) != 2 || !strings.Contains(report.Paragraphs[0].Text, "7 000 名居民") {
				t.Errorf("read %+v", report)
			}
		})
	}
}

func TestBadInput(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	before, err := l.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path string
		want data.FaultKind
	}{
		"an empty file":   {file(t, "empty.txt", ""), data.EmptyFile},
		"blanks alone":    {file(t, "blank.txt", " \n\n "), data.EmptyFile},
		"a binary file":   {file(t, "binary.txt", "\x00\x01\x02\x7f\x00\xff\xfe\x00\x03\x80\x81"), data.BinaryFile},
		"a missing file":  {filepath.Join(t.TempDir(), "none.txt"), data.FileMissing},
		"a folder":        {t.TempDir(), data.FileUnreadable},
		"a Word document": {file(t, "a.docx", "PK\x03\x04 and more"), data.DamagedFile},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := l.Import(ctx, c.path, reading.Hints{})
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.Kind != c.want {
				t.Fatalf("got %v, want the fault %s", err, c.want)
			}
			for _, language := range []string{"en", "zh"} {
				s := Sentence(err, translations.For(language))
				if !strings.Contains(s, c.path) || strings.Contains(s, "%!") {
					t.Errorf("the %s sentence is %q", language, s)
				}
			}
		})
	}
	after, err := l.Reports(ctx)
	if err != nil || len(after) != len(before) {
		t.Errorf("%d reports before, %d after", len(before), len(after))
	}
}

func TestOpen_refuses(t *testing.T) {
	path := file(t, "letter.db", "Dear Sir or Madam, this is no database at all.")
	_, err := Open(context.Background(), path)
	var fault *data.Fault
	if !errors.As(err, &fault) || fault.Kind != data.NotADatabase {
		t.Errorf("got %v, want not_a_database", err)
	}
	if raw, _ := os.ReadFile(path); !strings.HasPrefix(string(raw), "Dear Sir") {
		t.Error("the file was changed")
	}
}

// TestBuiltin_editionsAgree: what one digest states the other states too, and no check finds fault with either.
func TestBuiltin_editionsAgree(t *testing.T) {
	l := open(t)
	for _, symbol := range []string{"S/2021/98", "S/2025/72"} {
		findings, _, err := l.Check(context.Background(), symbol)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			t.Errorf("%s: %+v", symbol, f)
		}
	}
}

// TestLibrary_Within: a place's figures are found under the names of the places that lie in it too.
func TestLibrary_Within(t *testing.T) {
	l := open(t)
	ctx := context.Background()
	names, err := l.Within(ctx, "Syrian Arab Republic")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 2 || names[0] != "Syrian Arab Republic" || !slices.Contains(names, "Hol camp") || !slices.Contains(names, "Damascus, Syrian Arab Republic") || slices.Contains(names, "Iraq") {
		t.Errorf("in the Syrian Arab Republic lie %q", names)
	}
	alone, err := l.Count(ctx, data.Filter{Place: "Syrian Arab Republic"})
	if err != nil {
		t.Fatal(err)
	}
	if with, err := l.Count(ctx, data.Filter{Places: names}); err != nil || with <= alone {
		t.Errorf("%d figures of the place, %d with those of the places in it, %v", alone, with, err)
	}
}

func TestLibrary_Named(t *testing.T) {
	l := open(t)
	for query, want := range map[string]data.Filter{"阿富汗": {Place: "Afghanistan"}, " Afghanistan ": {Place: "Afghanistan"}, "青年党": {Group: "Al-Shabaab"}} {
		if got := l.Named(query); !slices.ContainsFunc(got, func(f data.Filter) bool { return f.Place == want.Place && f.Group == want.Group }) {
			t.Errorf("%q names %+v, want %+v", query, got, want)
		}
	}
	for _, query := range []string{"", "阿富汗的山谷", "nowhere"} {
		if got := l.Named(query); len(got) > 0 {
			t.Errorf("%q names %+v", query, got)
		}
	}
}

// TestSearch_digest: words of the built-in edition are found in both languages, with the figures of their sentences.
func TestSearch_digest(t *testing.T) {
	l := open(t)
	for _, query := range []string{"营地", "人员", "fighters", "S/2021/98"} {
		hits, err := l.Search(context.Background(), query, 50)
		if err != nil || len(hits) == 0 {
			t.Errorf("%s: %d hits, %v", query, len(hits), err)
		}
		figures := 0
		for _, h := range hits {
			figures += len(h.Figures)
		}
		if query == "fighters" && figures == 0 {
			t.Error("no hit names a figure")
		}
	}
}
