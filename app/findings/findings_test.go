package findings

import (
	"context"
	"slices"
	"strings"
	"testing"

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
		Sentence: func(err error) string { return err.Error() },
	})
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(700, 300))
	p.SetReport("A/99/9")
	return p, source, chosen
}

// line is what a row shows, and its button.
func (p *Pane) line(i int) (string, *widget.Button) {
	o := p.newRow()
	p.fill(i, o)
	return o.(*fyne.Container).Objects[0].(*widget.Label).Text, o.(*fyne.Container).Objects[1].(*widget.Button)
}

// TestPane: each finding stands with the sentences of both sides, a sentence leads to its figure.
func TestPane(t *testing.T) {
	p, _, chosen := pane(t, "en")
	var lines []string
	for i := range p.rows {
		text, _ := p.line(i)
		lines = append(lines, strings.TrimSpace(text))
	}
	want := []string{
		"A part is larger than its total",
		"A/99/9, para. 3 · “more than 700 people” · In all more than 700 people waited.",
		"A/99/9, para. 3 · “600 people” · In all 600 people waited.",
		"Another language's edition of the paragraph does not state this (A/99/9@zh)",
		"A/99/9, para. 3 · “40 camps” · In all 40 camps waited.",
		"nearest: A/99/9, para. 3 · “14 个营地” · In all 14 个营地 waited.",
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
	_, settle := p.line(0)
	test.Tap(settle)
	if (*chosen)[0] != "settled in A/99/9@en" || p.count.Text != "待处理 1 项，已处理 1 项" || p.rows[0].finding.ID != "two" {
		t.Errorf("told %v, counted %q, first %s", *chosen, p.count.Text, p.rows[0].finding.ID)
	}
	_, reopen := p.line(3)
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
