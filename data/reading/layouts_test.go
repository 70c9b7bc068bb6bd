package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data"
)

// layoutText is what testdata/make says must be found in a document.
type layoutText struct {
	Symbol, Language, Date, Title string
	Sections                      []string
	Paragraphs                    [][3]string // number, title of the section, text
	Footnotes                     [][2]string // paragraph, text
	Tables                        [][][]string
	AnyMark                       bool `json:"any_mark"` // "#" stands for each footnote mark
}

func found(r *data.Report) layoutText {
	l := layoutText{Symbol: r.Symbol, Language: r.Language, Date: r.Date, Title: r.Title, Sections: []string{}, Paragraphs: [][3]string{}, Footnotes: [][2]string{}, Tables: [][][]string{}}
	titles := map[string]string{}
	for _, s := range r.Sections {
		titles[s.Path] = s.Title
		l.Sections = append(l.Sections, s.Title)
	}
	for _, p := range r.Paragraphs {
		l.Paragraphs = append(l.Paragraphs, [3]string{p.Number, titles[p.Section], p.Text})
	}
	for _, f := range r.Footnotes {
		l.Footnotes = append(l.Footnotes, [2]string{f.Paragraph, f.Text})
	}
	for _, t := range r.Tables {
		l.Tables = append(l.Tables, t.Rows)
	}
	return l
}

// withAnyMark puts "#" in the place of each footnote's mark in the paragraphs.
func (l layoutText) withAnyMark(notes []data.Footnote) layoutText {
	l.AnyMark = true
	for i, p := range l.Paragraphs {
		text := []rune(p[2])
		for _, f := range slices.Backward(notes) {
			if f.Paragraph == p[0] && f.Start < f.End {
				text = slices.Replace(text, f.Start, f.End, '#')
			}
		}
		l.Paragraphs[i][2] = string(text)
	}
	return l
}

// TestRead_layouts reads documents of our own in layouts of the United Nations, made by testdata/make: six languages,
// PDF, DOCX, saved web pages and texts in the layouts in which they are copied.
func TestRead_layoutsOfDocuments(t *testing.T) {
	names, err := filepath.Glob("testdata/layouts/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want layoutText
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		stem := strings.TrimSuffix(name, ".json")
		for _, kind := range []string{".pdf", ".docx", ".txt", ".html"} {
			if _, err := os.Stat(stem + kind); err != nil {
				continue
			}
			t.Run(filepath.Base(stem)+kind, func(t *testing.T) {
				report := readFile(t, stem+kind, Hints{})
				if diff := cmp.Diff(want, found(report)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}
