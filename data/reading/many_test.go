package reading

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tally counts, of what documents hold, what was found right.
type tally struct{ right, all int }

func (c *tally) add(right bool) {
	c.all++
	if right {
		c.right++
	}
}

func (c tally) String() string { return fmt.Sprintf("%d/%d", c.right, c.all) }

func (c tally) share() float64 { return float64(c.right) / float64(max(1, c.all)) }

// structure is how well documents of known structure were read.
type structure struct {
	paragraphs, footnotes, sections, tables, identity tally
	foreign                                           int // paragraphs with a running line or a note's text in them
}

// compare compares what was read of a document with what it holds, and says what differs.
func (s *structure) compare(want, got layoutText, job string, say func(string, ...any)) {
	text := map[string]string{}
	for _, p := range got.Paragraphs {
		text[p[0]] = squeeze(p[2])
	}
	for _, p := range want.Paragraphs {
		right := text[p[0]] == squeeze(p[2])
		if strings.Contains(p[0][strings.LastIndex(p[0], "/")+1:], "u") {
			continue // unnumbered
		}
		if s.paragraphs.add(right); !right {
			say("paragraph %s:\n  is   %.400s\n  want %.400s", p[0], text[p[0]], squeeze(p[2]))
		}
	}
	notes := map[[2]string]bool{}
	for _, n := range got.Footnotes {
		notes[[2]string{n[0], squeeze(n[1])}] = true
	}
	for _, n := range want.Footnotes {
		right := notes[[2]string{n[0], squeeze(n[1])}]
		if s.footnotes.add(right); !right {
			say("footnote of %q: %s", n[0], n[1])
			for _, other := range got.Footnotes {
				if strings.HasPrefix(other[1], string([]rune(n[1])[:min(12, len([]rune(n[1])))])) {
					say("  among others of %q: %s", other[0], other[1])
				}
			}
		}
		for _, p := range got.Paragraphs {
			if len([]rune(n[1])) > 12 && strings.Contains(squeeze(p[2]), squeeze(n[1])) {
				s.foreign++
				say("footnote in paragraph %s: %.60s", p[0], n[1])
			}
		}
	}
	for _, p := range got.Paragraphs {
		if strings.Contains(p[2], job) || strings.Contains(p[2], want.Symbol) {
			s.foreign++
			say("running line in paragraph %s: %s", p[0], p[2])
		}
	}
	for _, title := range want.Sections {
		right := slices.ContainsFunc(got.Sections, func(t string) bool { return squeeze(t) == squeeze(title) })
		if s.sections.add(right); !right {
			say("section %q is not among %q", title, got.Sections)
		}
	}
	identity := [4]string{want.Symbol, want.Date, want.Title, want.Language}
	if is := [4]string{got.Symbol, got.Date, got.Title, got.Language}; is != identity {
		s.identity.add(false)
		say("symbol, date, title and language are %q", is)
	} else {
		s.identity.add(true)
	}
	for i, rows := range want.Tables {
		right := i < len(got.Tables) && squeeze(fmt.Sprint(got.Tables[i])) == squeeze(fmt.Sprint(rows))
		if s.tables.add(right); !right {
			say("table %d is not %q", i+1, rows)
		}
	}
}

// TestRead_manyReports measures how well long reports are read that testdata/make/many.sh makes, of known structure, by two
// makers in six languages: some of them, or, where FIGUREBOOK_LAYOUTS names their folder, as many as were made.
func TestRead_manyReports(t *testing.T) {
	folder := os.Getenv("FIGUREBOOK_LAYOUTS")
	if folder == "" {
		folder = filepath.Join("testdata", "long")
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	by := map[string]*structure{"all": {}}
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
		kind, _, _ := strings.Cut(filepath.Base(stem), ".")
		maker := kind + ", Writer, " + want.Language
		if strings.HasSuffix(stem, ".page") {
			maker = kind + ", WeasyPrint, " + want.Language
		}
		if by[maker] == nil {
			by[maker] = &structure{}
		}
		report := readFile(t, stem+".pdf", Hints{})
		got := found(report)
		if want.AnyMark {
			got = got.withAnyMark(report.Footnotes)
		}
		for i, s := range []*structure{by[maker], by["all"]} {
			s.compare(want, got, "99-123", func(form string, args ...any) {
				if i == 0 {
					t.Logf(filepath.Base(stem)+": "+form, args...)
				}
			})
		}
	}
	for _, maker := range slices.Sorted(maps.Keys(by)) {
		s := by[maker]
		t.Logf("%-24s paragraphs %v, foreign %d, footnotes %v, sections %v, tables %v, identity %v", maker, s.paragraphs, s.foreign, s.footnotes, s.sections, s.tables, s.identity)
	}
	if s := by["all"]; s.paragraphs.share() < 0.995 || s.footnotes.share() < 0.98 || s.foreign > 0 || s.sections.share() < 0.99 || s.tables.share() < 0.95 || s.identity.share() < 0.9 {
		t.Errorf("%d documents: paragraphs %.2f %%, footnotes %.2f %%, sections %v, tables %v, identity %v, %d paragraphs with what is none of theirs", len(names), 100*s.paragraphs.share(), 100*s.footnotes.share(), s.sections, s.tables, s.identity, s.foreign)
	}
}
