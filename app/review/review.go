// Package review is the record of the chosen figure: what it states and where, what the rules found, what a person said,
// and the form in which she corrects it, splits it, merges it or adds one by hand.
package review

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/vocabulary"
)

// Source tells what is known of a figure; *library.Library is one.
type Source interface {
	History(ctx context.Context, figure string) (data.History, error)
}

// Deeds are what the pane asks for; what they change comes back by Show.
type Deeds struct {
	Confirm, Reset func(id string)
	Reject         func(id, reason string)
	Correct, Add   func(f data.Figure)
	Split          func(id string, parts []data.Figure)
	Merge          func(ids []string, merged data.Figure)
	Next           func()
	Own            func() []data.Figure                // a copy of the open report's figures, in reading order
	Paragraph      func(edition, number string) string // its text; "" where there is none
	Say            func(sentence string)
	Failed         func(err error)
}

// Pane is the record. It shows one figure, or a draft of one that is added by hand.
type Pane struct {
	words  *translations.Words
	v      *vocabulary.Vocabulary
	source Source
	deeds  Deeds
	window fyne.Window
	run    func(work func())

	shown   data.Figure // as it is kept; without an ID for one that is being added
	draft   data.Figure // as the form says it should be
	request int
	filling bool

	meanwhile []string // fields whose kept value changed while the form was being filled in

	empty                       *reader.Passage
	title, sentence, origin     *reader.Passage
	confirm, save, revert, more *widget.Button
	rows                        []*row
	trail                       *reader.Passage
	form, object                *fyne.Container
}

// row is a field in the form: its words, what fills it in, and what the rules found.
type row struct {
	field
	choice *choice.Choice
	entry  *widget.Entry
	hint   *reader.Passage
	box    *fyne.Container
	wrong  bool // whether entry holds what is no number
}

// New is an empty record; window is whose dialogs ask.
func New(words *translations.Words, v *vocabulary.Vocabulary, source Source, window fyne.Window, run func(work func()), deeds Deeds) *Pane {
	p := &Pane{words: words, v: v, source: source, window: window, run: run, deeds: deeds}
	say := words.Say
	wrapped := func() *reader.Passage {
		l := reader.NewPassage()
		l.Selectable = true
		return l
	}
	p.empty, p.title, p.sentence, p.origin, p.trail = wrapped(), wrapped(), wrapped(), wrapped(), wrapped()
	p.empty.SetText(say("window.no_figure"))
	p.title.TextStyle.Bold, p.title.SizeName = true, theme.SizeNameSubHeadingText
	p.confirm = widget.NewButtonWithIcon(say("review.confirm"), theme.ConfirmIcon(), func() { p.deeds.Confirm(p.shown.ID) })
	p.save = widget.NewButtonWithIcon(say("review.save"), theme.DocumentSaveIcon(), p.Save)
	p.save.Importance = widget.HighImportance
	p.revert = widget.NewButton(say("review.revert"), func() { p.Show(p.shown) })
	next := widget.NewButtonWithIcon(say("review.next"), theme.NavigateNextIcon(), func() { p.deeds.Next() })
	p.more = widget.NewButtonWithIcon(say("review.more"), theme.MoreVerticalIcon(), nil)
	p.more.OnTapped = func() {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", p.moreItems()...), window.Canvas(), fyne.NewPos(0, p.more.Size().Height), p.more)
	}
	grid := container.New(layout.NewFormLayout())
	for _, fd := range fields {
		r := p.newRow(fd)
		p.rows = append(p.rows, r)
		name := widget.NewLabel(say("exchange.column." + fd.name))
		grid.Add(name)
		grid.Add(r.box)
	}
	buttons := container.NewHBox(p.confirm, p.save, p.revert, next, p.more)
	p.form = container.NewBorder(container.NewHScroll(buttons), nil, nil, nil,
		container.NewVScroll(container.NewVBox(p.title, p.sentence, p.origin, grid, p.trail)))
	p.form.Hide()
	p.object = container.NewStack(container.NewVBox(p.empty), p.form)
	return p
}

func (p *Pane) newRow(fd field) *row {
	r := &row{field: fd, hint: reader.NewPassage()}
	r.hint.SizeName = theme.SizeNameCaptionText
	r.hint.Hide()
	var control fyne.CanvasObject
	if fd.kind == number {
		r.entry = widget.NewEntry()
		r.entry.Wrapping, r.entry.Scroll = fyne.TextWrapOff, container.ScrollNone // or the wheel would turn it and not the form
		r.entry.OnChanged = func(v string) { p.change(r, v) }
		control = r.entry
	} else {
		r.choice = choice.New(p.words.Say("choice.narrow"), func() []choice.Option { return p.options(fd) }, func(o choice.Option) { p.change(r, o.Value) })
		if fd.kind == free {
			r.choice.Other = func(typed string) string { return p.words.Say("review.other", typed) }
		}
		control = r.choice
	}
	r.box = container.NewVBox(control, r.hint)
	return r
}

// Object is what stands in the window.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Focus gives the form's first field the keys, where a figure is shown.
func (p *Pane) Focus() {
	if !p.form.Hidden {
		p.window.Canvas().Focus(p.rows[0].choice)
	}
}

// Clear shows no figure, as when another report was opened or the figure is gone. A draft stays.
func (p *Pane) Clear() {
	if p.shown.ID == "" {
		return
	}
	p.request++
	p.shown, p.draft = data.Figure{}, data.Figure{}
	p.form.Hide()
	p.empty.Show()
}

// Show shows a figure as it is kept; what was changed in the form and not saved is dropped.
func (p *Pane) Show(f data.Figure) {
	p.shown, p.draft, p.meanwhile = f, f, nil
	for _, r := range p.rows {
		r.wrong = false
	}
	p.empty.Hide()
	p.form.Show()
	p.fill()
	p.trail.SetText("")
	p.hints(data.History{Found: &f, Shown: f})
	p.request++
	if f.ID != "" {
		p.read()
	}
}

// read fills in what the rules found and what was done with the shown figure.
func (p *Pane) read() {
	p.request++
	request, id := p.request, p.shown.ID
	p.run(func() {
		h, err := p.source.History(context.Background(), id)
		fyne.Do(func() {
			switch {
			case request != p.request:
			case err != nil:
				p.deeds.Failed(err)
			default:
				p.hints(h)
				p.trail.SetText(p.steps(h))
			}
		})
	})
}

// Draft shows a figure that is to be added by hand, at words of a paragraph; saving adds it.
func (p *Pane) Draft(f data.Figure) {
	f.ID, f.Status = "", data.Added
	p.Show(f)
}

// fill writes the draft into the form.
func (p *Pane) fill() {
	p.filling = true
	defer func() { p.filling = false }()
	f := p.draft
	title := charts.QuantityText(f.Quantity, p.words, p.v)
	if f.Measure != "" {
		title += " · " + p.v.Label(vocabulary.Measure, f.Measure, p.words.Short())
	}
	p.title.SetText(title)
	p.sentence.SetText(f.Sentence)
	status := p.words.Say("status." + string(f.Status))
	if f.Reason != "" {
		status = p.words.Say("review.because", status, p.reason(f.Reason))
	}
	if f.ID == "" {
		status = p.words.Say("review.new")
		if p.nameless() {
			status = p.words.Say("review.new_nameless")
		}
	}
	p.name()
	p.origin.SetText(p.words.Say("review.origin", charts.Cite(f, p.words), status))
	for _, r := range p.rows {
		value := r.get(&p.draft)
		if r.wrong { // it stays for her to mend
			continue
		}
		if r.entry != nil {
			if r.entry.Text != value && !(r.entry.Text != "" && sameNumber(r.entry.Text, value)) {
				r.entry.SetText(p.label(r.field, value))
			}
			r.entry.SetValidationError(nil)
			continue
		}
		if text := p.label(r.field, value); r.choice.Text != text {
			r.choice.SetText(text)
		}
	}
	p.buttons()
}

// name says on the button that saves whether a figure is added or corrected.
func (p *Pane) name() {
	name := p.words.Say("review.save")
	if p.shown.ID == "" {
		name = p.words.Say("review.add")
	}
	if p.save.Text != name {
		p.save.SetText(name)
	}
}

// sameNumber tells whether what a person typed is the number that the draft holds: it is not typed over.
func sameNumber(typed, kept string) bool {
	var f data.Figure
	value := fields[slices.IndexFunc(fields, func(fd field) bool { return fd.name == "value" })]
	return value.set(&f, typed) == nil && value.get(&f) == kept
}

// change is a field filled in by the person.
func (p *Pane) change(r *row, value string) {
	if p.filling {
		return
	}
	err := r.set(&p.draft, value)
	if r.wrong = err != nil; r.wrong {
		r.entry.SetValidationError(err)
		p.buttons()
		return
	}
	if r.kind == span {
		p.place(value)
	}
	p.fill()
}

// place finds the chosen words in the paragraph, those nearest to where the figure stood.
func (p *Pane) place(words string) {
	anchor := data.AnchorOf(data.Figure{Text: words, Start: p.shown.Start}, "")
	if start, _ := anchor.In(p.deeds.Paragraph(p.draft.Edition, p.draft.Paragraph)); start >= 0 {
		p.draft.Start, p.draft.End = start, start+len([]rune(words))
	}
}

// buttons offers what can be done now.
func (p *Pane) buttons() {
	changed := p.unsaved() || p.shown.ID == ""
	enable := func(b *widget.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	enable(p.save, changed && !p.wrong() && !p.nameless())
	enable(p.revert, changed && p.shown.ID != "")
	enable(p.confirm, !changed && p.shown.Status != data.Confirmed && p.shown.Status != data.Added)
}

// nameless tells whether a figure is to be added of which it is not said what it measures: it would be in no comparison.
func (p *Pane) nameless() bool { return p.shown.ID == "" && p.draft.Measure == "" }

// Save keeps what the form says: a correction, or a figure added by hand.
func (p *Pane) Save() {
	switch {
	case p.nameless() && !p.form.Hidden:
		p.deeds.Say(p.words.Say("review.new_nameless"))
	case p.save.Disabled() || p.form.Hidden:
	case p.shown.ID == "":
		p.deeds.Add(p.draft)
	default:
		p.deeds.Correct(p.draft)
	}
}

// hints says under each field what the rules found where a person said otherwise, else how they came to it.
func (p *Pane) hints(h data.History) {
	for _, r := range p.rows {
		text := why(p.shown.Why[r.name], p.words)
		switch {
		case h.Found == nil:
			text = ""
		case r.get(h.Found) != r.get(&p.shown):
			found := p.label(r.field, r.get(h.Found))
			if found == "" {
				found = p.words.Say("review.none")
			}
			text = p.words.Say("review.found", found)
		}
		if slices.Contains(p.shown.Stale, r.name) {
			text = p.words.Say("review.stale", text)
		}
		if slices.Contains(p.meanwhile, r.name) {
			kept := p.label(r.field, r.get(&p.shown))
			if kept == "" {
				kept = p.words.Say("review.none")
			}
			text = p.words.Say("review.meanwhile", kept)
		}
		r.hint.SetText(text)
		if text == "" {
			r.hint.Hide()
		} else {
			r.hint.Show()
		}
	}
}

// steps is what a person did with the figure, one a line.
func (p *Pane) steps(h data.History) string {
	text := ""
	for _, s := range slices.Backward(h.Steps) {
		text += "\n" + p.words.Say("review.step", s.At.Local().Format("2006-01-02 15:04"), library.StepText(s, p.words))
	}
	if text != "" {
		text = p.words.Say("review.history") + text
	}
	return text
}
