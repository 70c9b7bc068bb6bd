package review

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// moreItems are what is done less often.
func (p *Pane) moreItems() []*fyne.MenuItem {
	say := p.words.Say
	reset := fyne.NewMenuItem(say("review.reset"), func() { p.deeds.Reset(p.shown.ID) })
	reset.Disabled = p.shown.Status == data.Found
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(say("review.reject"), p.AskReason), reset, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("review.split"), p.AskSplit), fyne.NewMenuItem(say("review.merge"), p.AskMerge), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("review.copy"), func() { fyne.CurrentApp().Clipboard().SetContent(exchange.Quote(p.shown, p.words)) }),
	}
	for _, i := range items[:5] {
		i.Disabled = i.Disabled || p.shown.ID == ""
	}
	return items
}

// reasons are the usual reasons to reject a figure, kept by their names; other words are kept as they are.
var reasons = []string{"no_figure", "wrong_number", "repeated", "another_subject"}

// titled is the title of a command's dialog: its words without the sign that a dialog follows.
func (p *Pane) titled(key string) string { return strings.TrimSuffix(p.words.Say(key), "…") }

// AskReason asks why a figure is rejected, and rejects it.
func (p *Pane) AskReason() {
	if p.shown.ID == "" {
		return
	}
	var labels []string
	for _, r := range reasons {
		labels = append(labels, p.reason(r))
	}
	usual := widget.NewRadioGroup(labels, nil)
	usual.SetSelected(labels[0])
	other := choice.NewEntry("") // Return rejects for the usual reason where nothing is typed
	id := p.shown.ID
	d := dialog.NewForm(p.titled("review.reject"), p.words.Say("review.reject.go"), p.words.Say("window.cancel"), []*widget.FormItem{
		widget.NewFormItem(p.words.Say("review.reason"), usual), widget.NewFormItem(p.words.Say("review.reason.other"), other),
	}, func(yes bool) {
		if !yes {
			return
		}
		reason := strings.TrimSpace(other.Text)
		if i := slices.Index(labels, usual.Selected); reason == "" && i >= 0 {
			reason = reasons[i]
		}
		p.deeds.Reject(id, reason)
	}, p.window)
	other.OnSubmitted, other.Escape = func(string) { d.Submit() }, d.Hide
	d.Resize(fyne.NewSize(460, d.MinSize().Height))
	d.Show()
	p.window.Canvas().Focus(other)
}

// reason is a reason in words.
func (p *Pane) reason(name string) string {
	if slices.Contains(reasons, name) {
		return p.words.Say("review.reason." + name)
	}
	return name
}

// AskSplit asks which quantities of the sentence stand in the figure's place, and splits it.
func (p *Pane) AskSplit() {
	if p.shown.ID == "" {
		return
	}
	f := p.shown
	found := parts(f, p.deeds.Paragraph(f.Edition, f.Paragraph))
	var labels []string
	for i, part := range found {
		labels = append(labels, fmt.Sprintf("%d. %s", i+1, part.Text))
	}
	if len(found) < 2 {
		dialog.ShowInformation(p.titled("review.split"), p.words.Say("review.split.none"), p.window)
		return
	}
	which := widget.NewCheckGroup(labels, nil)
	for i, part := range found {
		if part.Start >= f.Start && part.End <= f.End {
			which.Selected = append(which.Selected, labels[i])
		}
	}
	ask := widget.NewLabel(p.words.Say("review.split.ask"))
	ask.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm(p.titled("review.split"), p.words.Say("review.split.go"), p.words.Say("window.cancel"), container.NewBorder(ask, nil, nil, nil, container.NewVScroll(which)), func(yes bool) {
		var taken []data.Figure
		for i, part := range found {
			if slices.Contains(which.Selected, labels[i]) {
				taken = append(taken, part)
			}
		}
		if yes && len(taken) >= 2 {
			p.deeds.Split(f.ID, taken)
		}
	}, p.window)
	d.Resize(fyne.NewSize(460, 380))
	d.Show()
}

// parts are the quantities of a figure's sentence, each with all that the figure says besides its number.
func parts(f data.Figure, paragraph string) []data.Figure {
	from := max(0, strings.Index(paragraph, f.Sentence))
	start := len([]rune(paragraph[:from]))
	end := start + len([]rune(f.Sentence))
	var all []data.Figure
	for _, q := range extraction.Recognise(paragraph) {
		if q.Start < start || q.End > end {
			continue
		}
		part := f
		part.ID, part.Text, part.Start, part.End, part.Quantity = "", q.Text, q.Start, q.End, q.Quantity
		if part.Unit == "" {
			part.Unit = f.Unit
		}
		all = append(all, part)
	}
	return all
}

// AskMerge asks with which other figure of the paragraph this one is one, and merges them.
func (p *Pane) AskMerge() {
	if p.shown.ID == "" {
		return
	}
	f := p.shown
	var others []data.Figure
	for _, o := range p.deeds.Own() {
		if o.Paragraph == f.Paragraph && o.ID != f.ID {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		dialog.ShowInformation(p.titled("review.merge"), p.words.Say("review.merge.none"), p.window)
		return
	}
	var d dialog.Dialog
	pick := choice.New(p.words.Say("choice.narrow"), func() []choice.Option {
		var all []choice.Option
		for _, o := range others {
			all = append(all, choice.Option{Value: o.ID, Label: o.Text, Note: charts.QuantityText(o.Quantity, p.words, p.v)})
		}
		return all
	}, func(o choice.Option) {
		d.Hide()
		other := others[slices.IndexFunc(others, func(f data.Figure) bool { return f.ID == o.Value })]
		p.deeds.Merge([]string{f.ID, other.ID}, Merged(f, other, p.deeds.Paragraph(f.Edition, f.Paragraph)))
	})
	pick.SetText(p.words.Say("review.merge.ask"))
	d = dialog.NewCustom(p.titled("review.merge"), p.words.Say("window.cancel"), container.NewVBox(pick), p.window)
	d.Resize(fyne.NewSize(460, d.MinSize().Height))
	d.Show()
	p.window.Canvas().Focus(pick)
}

// Merged is one figure in the place of two of a paragraph with a text: its words reach from the first to the last of
// theirs, and two different numbers are the ends of a range.
func Merged(f, other data.Figure, paragraph string) data.Figure {
	m := f
	m.ID = ""
	m.Start, m.End = min(f.Start, other.Start), max(f.End, other.End)
	if runes := []rune(paragraph); m.End <= len(runes) {
		m.Text = string(runes[m.Start:m.End])
	}
	low, _ := f.Ends()
	_, high := other.Ends()
	if low2, _ := other.Ends(); low == nil || low2 != nil && low2.Cmp(*low) < 0 {
		low = low2
	}
	if _, high2 := f.Ends(); high == nil || high2 != nil && high2.Cmp(*high) > 0 {
		high = high2
	}
	if low != nil && high != nil && low.Cmp(*high) != 0 {
		m.Value, m.Low, m.High, m.Bound = nil, low, high, data.Range
		m.Hedge = strings.Trim(f.Hedge+" … "+other.Hedge, " …")
	}
	return m
}

// why says in one line how the rules came to an attribute: where its words stand, and the words; "" where no rule says.
func why(code string, words *translations.Words) string {
	if code == "" {
		return ""
	}
	where, quoted, _ := strings.Cut(code, ": ")
	if !words.Has("window.why." + where) {
		where, quoted = "", code
	}
	var parts []string
	if where != "" {
		parts = append(parts, words.Say("window.why."+where))
	}
	if quoted != "" {
		parts = append(parts, words.Say("window.why.words", quoted))
	}
	return strings.Join(parts, ", ")
}
