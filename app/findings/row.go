package findings

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
)

// list is the list of rows, each as high as its sentence needs in the width of now.
type list struct {
	choice.List
	pane  *Pane
	width float32
}

func (p *Pane) newList() *list {
	l := &list{pane: p}
	l.Length, l.CreateItem, l.UpdateItem = func() int { return len(p.rows) }, p.newRow, p.fill
	l.ExtendBaseWidget(l)
	return l
}

// Resize has the sentences set anew where the width changes, once it stays: not for each step of a divider that is dragged.
func (l *list) Resize(size fyne.Size) {
	changed := size.Width != l.width
	l.width = size.Width
	l.List.Resize(size)
	if changed && len(l.pane.rows) > 0 {
		l.pane.later(func() {
			if l == l.pane.list && l.width == size.Width {
				l.pane.lay()
			}
		})
	}
}

// settling is how long a width stays before the rows are measured for it.
const settling = 150 * time.Millisecond

// later calls f on the UI goroutine when a width has stayed.
func (p *Pane) later(f func()) {
	p.run(func() {
		time.Sleep(settling)
		fyne.Do(f)
	})
}

// lay puts a list in the place of the one shown whose rows have their heights before it shows: the toolkit lays all of them out
// anew for each height that is set in a list that shows.
func (p *Pane) lay() {
	old := p.list
	next := p.newList()
	next.width = old.width
	next.OnSelected = p.taken
	sample := p.newRow()
	p.list = next
	for i := range p.rows {
		p.fill(i, sample)
		next.SetItemHeight(i, sample.MinSize().Height)
	}
	p.object.Objects[len(p.object.Objects)-1] = next
	next.Move(old.Position())
	next.Resize(old.Size())
	p.object.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.object); c != nil && c.Focused() == fyne.Focusable(old) {
		c.Focus(next)
	}
}

// inset is how far a sentence stands in from its finding.
const inset = 20

// cells are the objects of a row: where a sentence stands, the sentence or the head, and two buttons for what can be done.
type cells struct {
	where        *line.Line
	text         *widget.RichText
	first, other *widget.Button
	item         *fyne.Container
}

func (p *Pane) newRow() fyne.CanvasObject {
	l := cells{where: line.New(""), text: widget.NewRichText(), first: widget.NewButton("", nil), other: widget.NewButton("", nil)}
	l.where.SizeName = theme.SizeNameCaptionText
	l.text.Truncation = fyne.TextTruncateClip
	l.first.Importance, l.other.Importance = widget.LowImportance, widget.LowImportance
	return container.New(&rowLayout{}, l.where, l.text, l.first, l.other)
}

func cellsOf(o fyne.CanvasObject) cells {
	c := o.(*fyne.Container)
	return cells{c.Objects[0].(*line.Line), c.Objects[1].(*widget.RichText), c.Objects[2].(*widget.Button), c.Objects[3].(*widget.Button), c}
}

// rowLayout puts the buttons right, and before them where a sentence stands above the sentence.
type rowLayout struct{ left float32 }

// Layout is part of fyne.Layout.
func (r *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for _, o := range []fyne.CanvasObject{objects[3], objects[2]} {
		if o.Visible() {
			s := o.MinSize()
			right -= s.Width + theme.Padding()
			o.Move(fyne.NewPos(right, 0))
			o.Resize(fyne.NewSize(s.Width, s.Height))
		}
	}
	y := float32(0)
	for _, o := range objects[:2] {
		if o.Visible() {
			height := o.MinSize().Height
			o.Move(fyne.NewPos(r.left, y))
			o.Resize(fyne.NewSize(right-r.left, height))
			y += height - 2*theme.Padding()
		}
	}
}

// MinSize is part of fyne.Layout.
func (r *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, button := float32(2*theme.Padding()), float32(0)
	for i, o := range objects {
		switch {
		case !o.Visible():
		case i < 2:
			text += o.MinSize().Height - 2*theme.Padding()
		default:
			button = max(button, o.MinSize().Height)
		}
	}
	return fyne.NewSize(100, max(text, button))
}

// fill writes a row: what is wrong with what can be done about it, or a sentence, whole, with where it stands.
func (p *Pane) fill(i widget.ListItemID, o fyne.CanvasObject) {
	r, l := p.rows[i], cellsOf(o)
	l.other.Hide()
	switch {
	case r.adrift != nil && r.words:
		p.fillWords(l, p.words.Say("findings.adrift_said", reportName(r.adrift.Report), r.adrift.Anchor.Paragraph, p.said(*r.adrift)), r.adrift.Anchor.Prefix+r.adrift.Anchor.Exact+r.adrift.Anchor.Suffix, r.adrift.Anchor.Exact, false)
	case r.adrift != nil:
		button(l.first, p.words.Say("findings.attach"), theme.MailAttachmentIcon(), func() { p.events.Attach(*r.adrift) })
		button(l.other, p.words.Say("findings.drop"), theme.DeleteIcon(), func() { p.events.Drop(*r.adrift) })
		p.fillHead(l, p.words.Say("findings.adrift"), false)
	case r.figure != "":
		p.fillSentence(l, r)
	default:
		label, icon, do := "findings.settle", theme.ConfirmIcon(), p.events.Settle
		if r.settled {
			label, icon, do = "findings.reopen", theme.ContentUndoIcon(), p.events.Reopen
		}
		button(l.first, p.words.Say(label), icon, func() { do(p.shown.figures[r.finding.Figures[0]].Edition, r.finding) })
		p.fillHead(l, p.headline(r.finding), r.settled)
	}
	l.item.Layout.(*rowLayout).left = 0
	if r.figure != "" || r.words {
		l.item.Layout.(*rowLayout).left = inset
	}
	l.item.Layout.Layout(l.item.Objects, l.item.Size())
}

func button(b *widget.Button, label string, icon fyne.Resource, do func()) {
	b.Icon, b.OnTapped = icon, do
	b.SetText(label)
	b.Show()
}

func (p *Pane) fillHead(l cells, text string, settled bool) {
	l.where.Hide()
	style := widget.RichTextStyleStrong
	style.Inline = false
	if settled {
		style.ColorName = theme.ColorNamePlaceHolder
	}
	width := p.list.width - 4*theme.InnerPadding()
	for _, b := range []*widget.Button{l.first, l.other} {
		if b.Visible() {
			width -= b.MinSize().Width + theme.Padding()
		}
	}
	l.text.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: reader.Prose(text, max(120, 0.95*width)), Style: style}}
	l.text.Refresh()
}

func (p *Pane) fillSentence(l cells, r row) {
	f, ok := p.shown.figures[r.figure]
	if !ok {
		p.fillWords(l, "", r.figure, "", r.settled)
		return
	}
	where := charts.Cite(f, p.words)
	if r.figure == r.finding.Near && !slices.Contains(r.finding.Figures, r.figure) {
		where = p.words.Say("findings.near", where)
	}
	p.fillWords(l, where, f.Sentence, f.Text, r.settled)
}

// fillWords writes a passage with some of its words strong.
func (p *Pane) fillWords(l cells, where, passage, words string, settled bool) {
	l.first.Hide()
	l.where.SetText(where)
	l.where.Show()
	one := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	l.text.Segments = emphasised(reader.Prose(one(passage), max(120, 0.97*(p.list.width-inset-4*theme.InnerPadding()))), one(words), settled)
	l.text.Refresh()
}

// emphasised are the segments of a passage in lines, in which some words are strong; between those a line may break.
func emphasised(passage, words string, settled bool) []widget.RichTextSegment {
	segment := func(text string, strong bool) widget.RichTextSegment {
		style := widget.RichTextStyleInline
		style.TextStyle.Bold = strong
		if settled {
			style.ColorName = theme.ColorNamePlaceHolder
		}
		return &widget.TextSegment{Text: text, Style: style}
	}
	from, to := find(passage, words)
	if from < 0 {
		return []widget.RichTextSegment{segment(passage, false)}
	}
	return []widget.RichTextSegment{segment(passage[:from], false), segment(passage[from:to], true), segment(passage[to:], false)}
}

// find is where words stand in a passage, in bytes, however either is broken into lines; -1 where they do not.
func find(passage, words string) (from, to int) {
	bare := func(s string) string { return strings.NewReplacer("\n", "", " ", "").Replace(s) }
	at := strings.Index(bare(passage), bare(words))
	if at < 0 || words == "" {
		return -1, -1
	}
	from, to = -1, -1
	n, length := 0, len(bare(words))
	for i, r := range passage {
		if r == ' ' || r == '\n' {
			continue
		}
		if n == at {
			from = i
		}
		n += len(string(r))
		if n == at+length {
			to = i + len(string(r))
		}
	}
	return from, to
}

// headline is what is wrong; of what one edition states alone, which edition lacks it.
func (p *Pane) headline(f checking.Finding) string {
	text := p.words.Say("finding." + string(f.Kind))
	if f.Lacking != "" {
		symbol, language, _ := strings.Cut(f.Lacking, "@")
		if p.words.Has("language." + language) {
			language = p.words.Say("language." + language)
		}
		text = p.words.Say("findings.lacking", text, symbol, language)
	}
	return text
}

// reportName is the symbol of a report's key.
func reportName(key string) string {
	symbol, _, _ := strings.Cut(key, "@")
	return symbol
}

// term is the value of a field as a person gave it, in words.
func (p *Pane) term(h data.Held) string {
	var text *string
	switch err := json.Unmarshal(h.Value, &text); {
	case err != nil: // a number
		return string(h.Value)
	case text == nil || *text == "":
		return p.words.Say("chart.not_stated")
	}
	return p.events.Term(h.Field, *text)
}

// said is what a person did with a figure that is not there any more: rejected, confirmed, or which fields she corrected.
func (p *Pane) said(a data.Adrift) string {
	say := p.words.Say
	parts := []string{say("status." + string(a.Status))}
	for _, h := range a.Held {
		if h.Corrected() && h.Field != "start" && h.Field != "end" && h.Field != "sentence" {
			parts = append(parts, say("findings.adrift_field", say("exchange.column."+h.Field), p.term(h)))
		}
	}
	if a.Reason != "" {
		parts = append(parts, a.Reason)
	}
	if a.Added != nil {
		parts = append(parts, say("findings.adrift_field", say("exchange.column.measure"), p.events.Term("measure", a.Added.Measure)))
	}
	return strings.Join(parts, " · ")
}
