package findings

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
)

// reports is a source of two findings about figures of one report, of which some are settled.
type reports struct {
	settled []string // IDs of findings
	asked   []string // symbols
	adrift  []data.Adrift
}

func (r *reports) Check(_ context.Context, symbol string) ([]checking.Finding, []data.Figure, error) {
	r.asked = append(r.asked, symbol)
	figure := func(id, edition, text string) data.Figure {
		report := "A/99/9"
		return data.Figure{ID: id, Report: &report, Edition: edition, Language: edition[len(edition)-2:], Paragraph: "3", Text: text, Sentence: "In all " + text + " waited."}
	}
	return []checking.Finding{
		{ID: "one", Kind: checking.PartAboveTotal, Figures: []string{"part", "total"}},
		{ID: "two", Kind: checking.OnlyInOneEdition, Figures: []string{"alone"}, Lacking: "A/99/9@zh", Near: "near"},
	}, []data.Figure{
		figure("part", "A/99/9@en", "more than 700 people"), figure("total", "A/99/9@en", "600 people"),
		figure("alone", "A/99/9@en", "40 camps"), figure("near", "A/99/9@zh", "14 个营地"),
	}, nil
}

func (r *reports) Settled(_ context.Context, findings []checking.Finding) (open, settled []checking.Finding, err error) {
	for _, f := range findings {
		if slices.Contains(r.settled, f.ID) {
			settled = append(settled, f)
		} else {
			open = append(open, f)
		}
	}
	return open, settled, nil
}

func (r *reports) Adrift(context.Context, string) ([]data.Adrift, error) { return r.adrift, nil }

func pane(t *testing.T, language string) (*Pane, *reports, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	w := test.NewTempWindow(t, widget.NewLabel(""))
	source, chosen := &reports{}, &[]string{}
	var p *Pane
	p = New(translations.For(language), source, func(work func()) { work() }, Events{
		Chosen: func(id string) { *chosen = append(*chosen, id) },
		Settle: func(edition string, f checking.Finding) {
			source.settled = append(source.settled, f.ID)
			*chosen = append(*chosen, "settled in "+edition)
			p.Reload()
		},
		Reopen:   func(string, checking.Finding) { source.settled = nil; p.Reload() },
		Counted:  func(int) {},
		Term:     func(_, value string) string { return value },
		Attach:   func(a data.Adrift) { *chosen = append(*chosen, "attached "+a.ID) },
		Drop:     func(a data.Adrift) { *chosen = append(*chosen, "dropped "+a.ID) },
		Sentence: func(err error) string { return err.Error() },
	})
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(700, 300))
	p.SetReport("A/99/9")
	return p, source, chosen
}

// line is what a row shows, and its buttons.
func (p *Pane) line(i int) (where, text string, first, other *widget.Button) {
	o := p.newRow()
	p.fill(i, o)
	l := cellsOf(o)
	if l.where.Visible() {
		where = l.where.Text
	}
	return where, l.text.String(), l.first, l.other
}

// TestPane: each finding stands with the sentences of both sides, a sentence leads to its figure.
func TestPane(t *testing.T) {
	p, _, chosen := pane(t, "en")
	var lines []string
	for i := range p.rows {
		where, text, _, _ := p.line(i)
		lines = append(lines, strings.TrimSpace(where+" | "+text))
	}
	want := []string{
		"| A part is larger than its total",
		"A/99/9, para. 3 | In all more than 700 people waited.",
		"A/99/9, para. 3 | In all 600 people waited.",
		"| Another language's edition of the paragraph does not state this (A/99/9, Chinese)",
		"A/99/9, para. 3 | In all 40 camps waited.",
		"nearest: A/99/9, para. 3 | In all 14 个营地 waited.",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("the list says\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	p.list.Select(2)
	p.list.Select(3)
	if !slices.Equal(*chosen, []string{"total", "alone"}) {
		t.Errorf("rows led to %v", *chosen)
	}
}

// TestPane_settle: a settled finding goes to the end and can be opened again.
func TestPane_settle(t *testing.T) {
	p, _, chosen := pane(t, "zh")
	_, _, settle, _ := p.line(0)
	test.Tap(settle)
	if (*chosen)[0] != "settled in A/99/9@en" || p.count.Text != "待处理 1 项，已处理 1 项" || p.rows[0].finding.ID != "two" {
		t.Errorf("told %v, counted %q, first %s", *chosen, p.count.Text, p.rows[0].finding.ID)
	}
	_, _, reopen, _ := p.line(3)
	test.Tap(reopen)
	if len(p.shown.settled) != 0 || len(p.shown.waiting) != 2 {
		t.Errorf("%d wait, %d are settled", len(p.shown.waiting), len(p.shown.settled))
	}
}

func TestPane_all(t *testing.T) {
	p, source, _ := pane(t, "en")
	p.all = true
	p.Reload()
	if got := source.asked; !slices.Equal(got, []string{"A/99/9", ""}) {
		t.Errorf("checked %q", got)
	}
}

// TestPane_adrift: a person's work on words that the report lost stands first, with what she said; she attaches it or gives
// it up.
func TestPane_adrift(t *testing.T) {
	p, source, chosen := pane(t, "en")
	source.adrift = []data.Adrift{
		{ID: "lost", Report: "A/99/9@en", Review: data.Review{Status: data.Corrected, Held: []data.Held{{Field: "measure", Previous: []byte(`"fighters"`), Value: []byte(`"foreign_fighters"`)}}, Anchor: data.Anchor{Paragraph: "4", Prefix: "In the valley ", Exact: "7,000 fighters", Suffix: " stayed."}}},
		{ID: "elsewhere", Report: "A/98/1@en"},
	}
	p.Reload()
	if n := len(p.rows); n != 8 {
		t.Fatalf("%d rows", n)
	}
	_, head, attach, drop := p.line(0)
	where, words, _, _ := p.line(1)
	if head == "" || !strings.Contains(where, "A/99/9, para. 4") || !strings.Contains(where, "Measure: foreign_fighters") || words != "In the valley 7,000 fighters stayed." {
		t.Errorf("%q, %q, %q", head, where, words)
	}
	test.Tap(attach)
	test.Tap(drop)
	if !slices.Equal(*chosen, []string{"attached lost", "dropped lost"}) {
		t.Errorf("told %v", *chosen)
	}
}

// TestPane_whole: a long sentence is shown whole, in as many lines as the width needs, and its row is as high.
func TestPane_whole(t *testing.T) {
	p, _, _ := pane(t, "en")
	f := p.shown.figures["part"]
	f.Sentence = strings.Repeat("The valley has many paths and few guides, ", 12) + "of whom more than 700 people waited."
	p.shown.figures["part"] = f
	p.lay()
	_, text, _, _ := p.line(1)
	if got := strings.Join(strings.Fields(text), " "); got != f.Sentence {
		t.Errorf("shown is %q", got)
	}
	wide := strings.Count(text, "\n")
	p.object.Resize(fyne.NewSize(320, 300))
	_, text, _, _ = p.line(1)
	if narrow := strings.Count(text, "\n"); wide < 2 || narrow <= wide {
		t.Errorf("%d lines in a wide list, %d in a narrow one", wide+1, narrow+1)
	}
}

// TestEmphasised: the words are strong wherever a line breaks in them.
func TestEmphasised(t *testing.T) {
	for passage, want := range map[string]string{"about 7,000\npeople came": "7,000\npeople", "其中 7 000 \n多人": "7 000 \n多人"} {
		words := strings.ReplaceAll(want, "\n", "")
		if got := emphasised(passage, words, false); len(got) != 3 || got[1].Textual() != want {
			t.Errorf("%q in %q: %d segments", words, passage, len(got))
		}
	}
	if got := emphasised("nothing of it", "7,000", false); len(got) != 1 {
		t.Errorf("%d segments where the words do not stand", len(got))
	}
}

// TestPane_many: of very many findings the first are listed, and all are counted; a window that is made narrower still shows
// each row as high as its sentence.
func TestPane_many(t *testing.T) {
	p, _, _ := pane(t, "en")
	m := model{figures: p.shown.figures}
	for range 2000 {
		m.waiting = append(m.waiting, p.shown.waiting[0])
	}
	began := time.Now()
	p.apply(m, nil)
	t.Logf("2,000 findings take %v", time.Since(began))
	if len(p.rows) > 3*mostShown+3 || !strings.Contains(p.count.Text, "2000") && !strings.Contains(p.count.Text, "2,000") {
		t.Errorf("%d rows; counted %q", len(p.rows), p.count.Text)
	}
}
