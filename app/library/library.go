// Package library shows the reports and the contents of the open one.
package library

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Events are what the pane tells.
type Events struct {
	Opened  func(key string) // the user chose a report
	Section func(path string)
}

// Library is the pane.
type Library struct {
	words    *translations.Words
	events   Events
	reports  []data.Report
	open     string // key of the open report
	sections []data.Section
	list     *widget.List
	contents *widget.List
	progress *widget.Label
}

// New is an empty library.
func New(words *translations.Words, events Events) *Library {
	l := &Library{words: words, events: events, progress: widget.NewLabel("")}
	item := func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}
	l.list = widget.NewList(func() int { return len(l.reports) }, item, func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*widget.Label).SetText(Name(l.reports[i], l.words) + l.superseded(l.reports[i]))
	})
	l.list.OnSelected = func(i widget.ListItemID) {
		if key := l.reports[i].Key(); key != l.open {
			l.events.Opened(key)
		}
	}
	l.contents = widget.NewList(func() int { return len(l.sections) }, item, func(i widget.ListItemID, o fyne.CanvasObject) {
		s := l.sections[i]
		text := s.Title
		if s.Number != "" {
			text = s.Number + ". " + text
		}
		o.(*widget.Label).SetText(strings.Repeat("   ", s.Level-1) + text)
	})
	l.contents.OnSelected = func(i widget.ListItemID) {
		l.events.Section(l.sections[i].Path)
		l.contents.Unselect(i)
	}
	return l
}

// Name is how a report is listed: its symbol and language, and whether it is Figurebook's summary.
func Name(r data.Report, words *translations.Words) string {
	name := r.Symbol
	if name == "" {
		name = r.Title
	}
	name += " · " + r.Language
	if r.Digest {
		name += " · " + words.Say("window.digest")
	}
	return name
}

// superseded says which report at hand takes a report's place; "" where none does.
func (l *Library) superseded(r data.Report) string {
	for _, other := range l.reports {
		if data.Supersedes(other.Symbol, r.Symbol) {
			return " · " + l.words.Say("window.superseded", other.Symbol)
		}
	}
	return ""
}

// Object is what stands in the window.
func (l *Library) Object() fyne.CanvasObject {
	head := func(key string) fyne.CanvasObject {
		return widget.NewLabelWithStyle(l.words.Say(key), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	}
	split := container.NewVSplit(container.NewBorder(head("window.reports"), nil, nil, nil, l.list), container.NewBorder(head("window.contents"), l.progress, nil, nil, l.contents))
	split.Offset = 0.35
	return split
}

// SetReports lists reports: of Figurebook's own digests, only those in the window's language where it has one.
func (l *Library) SetReports(reports []data.Report) {
	own := map[string]bool{}
	for _, r := range reports {
		own[r.Symbol] = own[r.Symbol] || r.Language == l.words.Short()
	}
	l.reports = slices.DeleteFunc(slices.Clone(reports), func(r data.Report) bool {
		return r.Digest && own[r.Symbol] && r.Language != l.words.Short()
	})
	slices.SortStableFunc(l.reports, func(a, b data.Report) int { return data.CompareSymbols(a.Symbol, b.Symbol) })
	l.list.Refresh()
}

// Show marks the open report in the list and lists its sections.
func (l *Library) Show(r *data.Report) {
	l.open, l.sections = r.Key(), r.Sections
	l.contents.UnselectAll()
	l.contents.Refresh()
	l.list.UnselectAll()
	for i := range l.reports {
		if l.reports[i].Key() == l.open {
			l.list.Select(i)
		}
	}
}

// SetProgress says how far the figures of the open report are checked.
func (l *Library) SetProgress(text string) { l.progress.SetText(text) }
