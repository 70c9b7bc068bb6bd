// Package library shows the reports, the contents of the open one as a tree that follows its scroll, and the notes on how it
// was read.
package library

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Events are what the pane tells and asks.
type Events struct {
	Opened  func(key string)           // the user chose a report
	Section func(path string)          // she chose a section of the open one
	Note    func(paragraph string)     // she chose a note on the reading, about a paragraph
	Series  func(symbol string) string // the name of the series of a report; empty for none
	Unread  func() []Unread            // the reports of the series that the library holds nothing of
	Grouped func(by Grouping)          // she chose another grouping
	Sorting func() Grouping            // which grouping she chose last
}

// Library is the pane.
type Library struct {
	words    *translations.Words
	events   Events
	reports  []data.Report
	symbols  data.Symbols
	rows     []row
	checked  map[string]data.Progress // by Report.Key
	by       Grouping
	open     string // key of the open report
	list     *choice.List
	contents *contents
	notes    []data.Note
	noteList *choice.List
	tabs     *container.AppTabs
	treeTab  *container.TabItem
	noteTab  *container.TabItem
	progress *progress
}

// New is an empty library.
func New(words *translations.Words, events Events) *Library {
	l := &Library{words: words, events: events, by: events.Sorting()}
	l.list = choice.NewList(func() int { return len(l.rows) }, newItem, func(i widget.ListItemID, o fyne.CanvasObject) { l.fill(o.(*fyne.Container), l.rows[i]) })
	l.list.OnSelected = func(i widget.ListItemID) {
		switch r := l.rows[i]; {
		case r.report == nil, r.unread:
			l.list.Unselect(i)
		case r.report.Key() != l.open:
			l.events.Opened(r.report.Key())
		}
	}
	l.contents = newContents(func(path string) { l.events.Section(path) })
	l.noteList = choice.NewList(func() int { return len(l.notes) }, func() fyne.CanvasObject { return line.New("") }, func(i widget.ListItemID, o fyne.CanvasObject) { o.(*line.Line).SetText(NoteText(l.notes[i], words)) })
	l.noteList.OnSelected = func(i widget.ListItemID) {
		l.events.Note(l.notes[i].Paragraph)
		l.noteList.Unselect(i)
	}
	l.progress = newProgress()
	return l
}

// newItem is an item of the list: a line, and a smaller one below it.
func newItem() fyne.CanvasObject {
	first, second := line.New(""), line.New("")
	second.SizeName = theme.SizeNameCaptionText
	return container.New(layout.NewCustomPaddedVBoxLayout(-2*theme.InnerPadding()), first, second)
}

func (l *Library) fill(item *fyne.Container, r row) {
	first, second := item.Objects[0].(*line.Line), item.Objects[1].(*line.Line)
	if head := r.report == nil; first.Bold != head {
		first.Bold = head
		first.Refresh()
	}
	if r.report == nil {
		first.SetText(r.head)
		second.SetText(l.words.Say("library.count", r.count))
		return
	}
	if r.unread { // the toolkit's paler text can hardly be read on white
		first.SetText(cmp.Or(r.report.Symbol, r.report.Title))
		second.SetText(strings.TrimSuffix(l.words.Say("library.unread")+" · "+r.report.Date, " · "))
		return
	}
	first.SetText(Name(*r.report, l.words))
	second.SetText(l.about(*r.report))
}

// Object is what stands in the window.
func (l *Library) Object() fyne.CanvasObject {
	head := widget.NewLabelWithStyle(l.words.Say("window.reports"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	var names []string
	for _, g := range groupings {
		names = append(names, l.words.Say("library.by."+string(g)))
	}
	grouping := widget.NewSelect(names, nil)
	for i, g := range groupings {
		if g == l.by {
			grouping.SetSelectedIndex(i)
		}
	}
	grouping.OnChanged = func(string) {
		l.by = groupings[grouping.SelectedIndex()]
		l.events.Grouped(l.by)
		l.SetReports(l.reports)
	}
	l.noteTab = container.NewTabItem(l.words.Say("window.details.notes"), l.noteList)
	l.treeTab = container.NewTabItem(l.words.Say("window.contents"), l.contents.tree)
	l.tabs = container.NewAppTabs(l.treeTab, l.noteTab)
	split := container.NewVSplit(container.NewBorder(container.NewBorder(nil, nil, head, nil, grouping), nil, nil, nil, l.list), container.NewBorder(nil, l.progress, nil, nil, l.tabs))
	split.Offset = 0.45
	return split
}

// SetReports lists reports: of Figurebook's own digests, only those in the window's language where it has one.
func (l *Library) SetReports(reports []data.Report) {
	l.reports, l.symbols = reports, data.SymbolsOf(reports)
	l.rows = rows(shown(reports, l.words.Short()), l.events.Unread(), l.by, l.events.Series, l.words)
	l.list.Refresh()
	l.mark()
}

// SetChecked tells how far the figures of each report, by its key, are checked.
func (l *Library) SetChecked(checked map[string]data.Progress) {
	l.checked = checked
	l.tellProgress()
	l.list.Refresh()
}

func (l *Library) tellProgress() {
	p := l.checked[l.open]
	l.progress.set(l.words.Say("window.review.progress", p.Checked, p.Total), float32(p.Checked)/float32(max(1, p.Total)))
}

// Show marks the open report in the list and shows its contents and notes.
func (l *Library) Show(r *data.Report) {
	if l.open != r.Key() || len(l.notes) != len(r.Notes) {
		l.noteTab.Text = l.words.Say("library.notes", len(r.Notes))
		l.notes = r.Notes
		l.tabs.Refresh()
		l.noteList.Refresh()
	}
	l.open = r.Key()
	l.contents.show(r)
	l.tellProgress()
	l.mark()
}

// mark selects the open report in the list.
func (l *Library) mark() {
	l.list.UnselectAll()
	for i, r := range l.rows {
		if r.report != nil && !r.unread && r.report.Key() == l.open {
			l.list.Select(i)
		}
	}
}

// Recolour brings the window's colours to what keeps those in which it was drawn.
func (l *Library) Recolour() {
	l.contents.plant()
	l.treeTab.Content = l.contents.tree
	l.tabs.Refresh()
}

// Follow marks in the contents where a paragraph of the open report stands.
func (l *Library) Follow(paragraph string) { l.contents.follow(paragraph) }

// List is the list of reports, which takes the keys.
func (l *Library) List() fyne.Focusable { return l.list }

// Contents shows the contents of the open report, which take the keys.
func (l *Library) Contents() fyne.Focusable {
	l.tabs.SelectIndex(0)
	return l.contents.tree
}
