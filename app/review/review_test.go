package review

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

const edition = "S/2021/98@en"

// record is a pane on a new database with the built-in edition, whose deeds are done at once.
type record struct {
	*Pane
	books *library.Library
	asked []string
	err   error
}

func open(t *testing.T, language string) *record {
	t.Helper()
	books, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	w := test.NewTempWindow(t, widget.NewLabel(""))
	ctx := context.Background()
	r := &record{books: books}
	done := func(name string, step data.Step, err error) {
		r.asked = append(r.asked, name)
		if r.err = err; err == nil {
			r.reshow(t, step.Keys[len(step.Keys)-1])
		}
	}
	r.Pane = New(translations.For(language), books.Words, books, w, func(work func()) { work() }, Deeds{
		Confirm: func(id string) { step, err := books.SetStatus(ctx, data.Confirmed, "", id); done("confirm", step, err) },
		Reset:   func(id string) { step, err := books.SetStatus(ctx, data.Found, "", id); done("reset", step, err) },
		Reject: func(id, reason string) {
			step, err := books.SetStatus(ctx, data.Rejected, reason, id)
			done("reject "+reason, step, err)
		},
		Correct: func(f data.Figure) { step, err := books.Correct(ctx, f); done("correct", step, err) },
		Add:     func(f data.Figure) { step, err := books.Add(ctx, f); done("add", step, err) },
		Split: func(id string, parts []data.Figure) {
			step, err := books.Split(ctx, id, parts)
			done("split", step, err)
		},
		Merge: func(ids []string, m data.Figure) { step, err := books.Merge(ctx, ids, m); done("merge", step, err) },
		Next:  func() {},
		Own:   func() []data.Figure { return r.own(t) },
		Paragraph: func(key, number string) string {
			report, err := books.Report(ctx, key)
			if err != nil || report == nil {
				t.Fatal(err)
			}
			p, _ := report.Paragraph(number)
			return p.Text
		},
		Failed: func(err error) { r.err = err },
	})
	w.SetContent(r.Object())
	w.Resize(fyne.NewSize(480, 700))
	return r
}

func (r *record) own(t *testing.T) []data.Figure {
	t.Helper()
	all, err := r.books.Figures(context.Background(), data.Filter{Edition: edition})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (r *record) reshow(t *testing.T, id string) {
	t.Helper()
	f, err := r.books.Rows(context.Background(), []string{id})
	if err != nil || len(f) != 1 {
		t.Fatalf("%d figures are %s: %v", len(f), id, err)
	}
	r.Show(f[0])
}

func (r *record) find(t *testing.T, wanted func(data.Figure) bool) data.Figure {
	t.Helper()
	all := r.own(t)
	i := slices.IndexFunc(all, wanted)
	if i < 0 {
		t.Fatal("there is no such figure")
	}
	return all[i]
}

func (r *record) row(name string) *row {
	return r.rows[slices.IndexFunc(r.rows, func(row *row) bool { return row.name == name })]
}

// pick chooses a value of a field as a person does from its list.
func (r *record) pick(t *testing.T, name, value string) {
	t.Helper()
	row := r.row(name)
	for _, o := range r.options(row.field) {
		if o.Value == value {
			r.change(row, o.Value)
			return
		}
	}
	t.Fatalf("%s offers no %s", name, value)
}

func hedged(f data.Figure) bool { return f.Bound == data.MoreThan && f.Place != nil }

// TestPane_correct: a field is corrected from its list, what the rules found stays beside it, and it can be taken back.
func TestPane_correct(t *testing.T) {
	r := open(t, "en")
	f := r.find(t, hedged)
	r.Show(f)
	if !strings.HasPrefix(r.title.Text, "more than ") || !strings.Contains(r.origin.Text, "para. "+f.Paragraph) {
		t.Errorf("the record says %q, %q", r.title.Text, r.origin.Text)
	}
	if !r.save.Disabled() || r.confirm.Disabled() {
		t.Error("an unchanged record can be saved, or not confirmed")
	}
	r.pick(t, "place", "Mali")
	if r.save.Disabled() || !r.confirm.Disabled() {
		t.Error("a changed record cannot be saved, or can be confirmed")
	}
	r.Save()
	if r.err != nil || r.shown.Status != data.Corrected || *r.shown.Place != "Mali" {
		t.Fatalf("it is %s in %v: %v", r.shown.Status, r.shown.Place, r.err)
	}
	if want := "the rules found: " + r.v.Label("place", *f.Place, "en"); r.row("place").hint.Text != want || !r.row("place").hint.Visible() {
		t.Errorf("beside the place stands %q, want %q", r.row("place").hint.Text, want)
	}
	if !strings.Contains(r.trail.Text, "What was done\n") {
		t.Errorf("the history says %q", r.trail.Text)
	}
	r.deeds.Reset(r.shown.ID)
	if r.shown.Status != data.Found || *r.shown.Place != *f.Place {
		t.Errorf("after the reset it is %s in %s", r.shown.Status, *r.shown.Place)
	}
}

// TestPane_hedge: a number is corrected with its hedge, a range keeps two ends, what is no number is not saved.
func TestPane_hedge(t *testing.T) {
	r := open(t, "en")
	r.Show(r.find(t, hedged))
	kept := r.draft.Value.String()
	r.pick(t, "bound", string(data.Range))
	if r.draft.Value != nil || r.draft.Low.String() != kept || r.row("value").entry.Text != "" || r.row("low").entry.Text != charts.Grouped(kept) {
		t.Errorf("a range has the value %v and the ends %v, %v", r.draft.Value, r.draft.Low, r.draft.High)
	}
	r.row("high").entry.SetText("12,000")
	if r.draft.High.String() != "12000" || r.row("high").entry.Text != "12,000" {
		t.Errorf("the upper end is %v, written %q", r.draft.High, r.row("high").entry.Text)
	}
	r.row("high").entry.SetText("many")
	if !r.save.Disabled() {
		t.Error("an end that is no number can be saved")
	}
	r.row("high").entry.SetText("12000")
	r.Save()
	if r.err != nil || r.shown.Bound != data.Range || r.shown.Value != nil {
		t.Errorf("saved as %s %v: %v", r.shown.Bound, r.shown.Value, r.err)
	}
}

// TestPane_wrong: what the store refuses is told, and nothing is changed.
func TestPane_wrong(t *testing.T) {
	r := open(t, "en")
	f := r.find(t, hedged)
	r.Show(f)
	r.row("value").entry.SetText("")
	r.Save()
	if r.err == nil {
		t.Error("a figure without its number was kept")
	}
	if now := r.find(t, func(g data.Figure) bool { return g.ID == f.ID }); now.Value == nil || now.Status != data.Found {
		t.Errorf("it is now %v, %s", now.Value, now.Status)
	}
}

func TestPane_options(t *testing.T) {
	r := open(t, "zh")
	r.Show(r.find(t, hedged))
	for _, row := range r.rows {
		if row.choice == nil {
			continue
		}
		if options := r.options(row.field); len(options) == 0 {
			t.Errorf("%s offers nothing", row.name)
		}
	}
	options := r.options(r.row("measure").field)
	if options[0].Note == "" || options[0].Label == options[0].Value {
		t.Errorf("the first measure is %+v: not one of this report, or not in Chinese", options[0])
	}
}

// TestPane_split: the quantities of the sentence stand in the figure's place.
func TestPane_split(t *testing.T) {
	r := open(t, "en")
	var found []data.Figure
	f := r.find(t, func(f data.Figure) bool {
		found = parts(f, r.deeds.Paragraph(edition, f.Paragraph))
		return len(found) >= 2
	})
	r.Show(f)
	r.deeds.Split(f.ID, found[:2])
	if r.err != nil {
		t.Fatal(r.err)
	}
	if r.shown.Status != data.Added || r.shown.Measure != f.Measure || r.shown.Text != found[1].Text {
		t.Errorf("the last part is %+v", r.shown)
	}
	if now := r.find(t, func(g data.Figure) bool { return g.ID == f.ID }); now.Status != data.Rejected || len(now.Into) != 2 {
		t.Errorf("the figure that was split is %s, into %v", now.Status, now.Into)
	}
}

func TestMerged(t *testing.T) {
	dec := func(n int64) *data.Decimal { d := data.NewDecimal(n, 0); return &d }
	text := "between more than 500 and at most 800 people"
	a := data.Figure{ID: "a", Text: "more than 500", Start: 8, End: 21, Quantity: data.Quantity{Value: dec(500), Bound: data.MoreThan, Hedge: "more than", Unit: "person"}}
	b := data.Figure{ID: "b", Text: "at most 800", Start: 26, End: 37, Quantity: data.Quantity{Value: dec(800), Bound: data.AtMost, Hedge: "at most", Unit: "person"}}
	m := Merged(a, b, text)
	if m.Text != "more than 500 and at most 800" || m.Bound != data.Range || m.Low.String() != "500" || m.High.String() != "800" || m.Value != nil || m.Hedge != "more than … at most" {
		t.Errorf("merged they are %+v", m)
	}
	if err := m.Check(text); err != nil {
		t.Error(err)
	}
	if m := Merged(a, a, text); m.Bound != data.MoreThan || m.Value.String() != "500" {
		t.Errorf("one statement with itself is %s %v", m.Bound, m.Value)
	}
}

// TestPane_draft: a figure is added by hand at words of a paragraph.
func TestPane_draft(t *testing.T) {
	r := open(t, "en")
	f := r.find(t, hedged)
	r.Draft(f)
	if r.save.Disabled() || !r.confirm.Disabled() {
		t.Error("a new figure cannot be saved, or can be confirmed")
	}
	r.Save()
	if r.err != nil || r.shown.Status != data.Added || r.shown.ID == f.ID {
		t.Errorf("it is %s: %v", r.shown.Status, r.err)
	}
}

func TestPane_reject(t *testing.T) {
	r := open(t, "zh")
	r.Show(r.find(t, hedged))
	r.deeds.Reject(r.shown.ID, "repeated")
	if !strings.Contains(r.origin.Text, "剔除：重复") {
		t.Errorf("the record says %q", r.origin.Text)
	}
	r.AskReason()
	if r.window.Canvas().Overlays().Top() == nil {
		t.Error("no dialog asks for the reason")
	}
	press := func(key fyne.KeyName) { r.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	press(fyne.KeyEscape)
	if r.window.Canvas().Overlays().Top() != nil || !strings.Contains(r.origin.Text, "剔除：重复") {
		t.Errorf("Escape does not leave the reason as it was: %q", r.origin.Text)
	}
	r.AskReason()
	press(fyne.KeyReturn)
	if r.window.Canvas().Overlays().Top() != nil || !strings.Contains(r.origin.Text, "剔除：不是数量") {
		t.Errorf("Return does not reject for the reason that is shown: %q", r.origin.Text)
	}
}

// TestPane_Reread: a figure that is being added stays when another is read anew; one that is chosen takes its place.
func TestPane_Reread(t *testing.T) {
	r := open(t, "en")
	f := r.find(t, hedged)
	r.Show(f)
	r.Draft(f)
	r.row("value").entry.SetText("4321")
	r.Reread(f)
	if r.shown.ID != "" || r.row("value").entry.Text != "4321" {
		t.Errorf("instead of the figure to be added the form shows %q, %s", r.shown.ID, r.row("value").entry.Text)
	}
	r.Choose(f)
	if r.shown.ID != f.ID || r.row("value").entry.Text != charts.Grouped(f.Value.String()) {
		t.Errorf("the chosen figure is not shown, but %q, %s", r.shown.ID, r.row("value").entry.Text)
	}
}

// TestPane_wheel: nothing in the form takes the wheel from the form, whose fields are more than fit.
func TestPane_wheel(t *testing.T) {
	r := open(t, "en")
	r.Show(r.find(t, hedged))
	for _, o := range test.LaidOutObjects(r.row("value").box) {
		if _, takes := o.(fyne.Scrollable); takes && o.Visible() {
			t.Errorf("%T takes the wheel", o)
		}
	}
}
