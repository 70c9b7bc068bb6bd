// Package search looks in all reports at once: words as they are typed or pasted, or a measure, place or group picked from
// a list, so that nothing need be typed. What is found shows with its surroundings; a tap leads there.
package search

import (
	"context"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// limit is how many hits are shown.
const limit = 200

// result is one thing that was found.
type result struct {
	place               session.Place
	head                string // the report and paragraph
	before, hit, behind string // the words around the place
}

// Search is the pane: a line to type in, over what it covers, which shows again when nothing is looked for.
type Search struct {
	words   *translations.Words
	session *session.Session
	window  fyne.Window
	entry   *entry
	count   *line.Line
	list    *choice.List
	found   *fyne.Container
	covered fyne.CanvasObject
	results []result
	request int // number of the newest search; a late one is dropped
}

// New is the search over a pane that it covers while it shows what it found.
func New(words *translations.Words, s *session.Session, window fyne.Window, covered fyne.CanvasObject) *Search {
	p := &Search{words: words, session: s, window: window, covered: covered, count: line.New("")}
	p.entry = &entry{search: p}
	p.entry.ExtendBaseWidget(p.entry)
	p.entry.SetPlaceHolder(words.Say("search.all"))
	p.entry.OnChanged = p.look
	p.entry.OnSubmitted = func(string) { p.Go(0) }
	p.list = choice.NewList(func() int { return len(p.results) }, newRow, func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(p.results[i]) })
	p.list.OnSelected = p.Go
	p.list.Escape = p.Focus
	leave := widget.NewButtonWithIcon("", theme.CancelIcon(), p.leave)
	leave.Importance = widget.LowImportance
	p.found = container.NewBorder(container.NewBorder(nil, nil, nil, leave, p.count), nil, nil, nil, p.list)
	p.found.Hide()
	return p
}

// Object is what stands in the window.
func (p *Search) Object() fyne.CanvasObject {
	pick := widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), p.Pick)
	return container.NewBorder(container.NewBorder(nil, nil, nil, pick, p.entry), nil, nil, nil, container.NewStack(p.covered, p.found))
}

// For looks for words, as those marked in the reader.
func (p *Search) For(words string) {
	p.entry.SetText(strings.Join(strings.Fields(words), " "))
	p.Focus()
}

// Focus gives the line the keys.
func (p *Search) Focus() { p.window.Canvas().Focus(p.entry) }

// leave shows again what the search covers.
func (p *Search) leave() {
	p.entry.SetText("")
	p.look("") // nothing was typed where what is shown was picked
}

// look searches off the UI goroutine.
func (p *Search) look(query string) {
	p.request++
	request := p.request
	if strings.TrimSpace(query) == "" {
		p.show(nil, "")
		return
	}
	p.session.Run(func() {
		hits, err := p.session.Library().Search(context.Background(), query, limit)
		fyne.Do(func() {
			switch {
			case request != p.request:
			case err != nil:
				p.session.Fail(err)
			default:
				p.showHits(hits)
			}
		})
	})
}

func (p *Search) showHits(hits []data.Hit) {
	results := make([]result, len(hits))
	for i, h := range hits {
		results[i] = p.result(h)
	}
	text := p.words.Say("search.found", len(results))
	switch {
	case len(results) == 0:
		text = p.words.Say("search.none")
	case len(results) == limit:
		text = p.words.Say("search.first", limit)
	}
	slog.Info("searched", "hits", len(results))
	p.show(results, text)
}

// show shows what was found; without a sentence about it, what the search covers.
func (p *Search) show(results []result, sentence string) {
	p.results = results
	p.count.SetText(sentence)
	p.list.UnselectAll()
	p.list.ScrollToTop()
	p.list.Refresh()
	if sentence == "" {
		p.found.Hide()
		p.covered.Show()
	} else {
		p.covered.Hide()
		p.found.Show()
	}
}

// Go leads to the result with an index, where there is one.
func (p *Search) Go(i int) {
	if i >= len(p.results) {
		return
	}
	p.session.Go(p.results[i].place)
}

// head says in short where a result stands: the report, the paragraph, the language.
func (p *Search) head(name, edition, paragraph string) string {
	language := edition[strings.LastIndex(edition, "@")+1:]
	if key := "language." + language; p.words.Has(key) {
		language = p.words.Say(key)
	}
	if paragraph != "" {
		name = charts.Citation(name, []string{paragraph}, false, p.words)
	}
	return name + " · " + language
}

// lead is how many letters of the context stand before the hit, so that it shows in a narrow pane.
const lead = 14

func (p *Search) result(h data.Hit) result {
	name := h.Symbol
	if name == "" {
		name = h.Title
	}
	r := result{place: session.Place{Edition: h.Report, Paragraph: h.Paragraph}, head: p.head(name, h.Report, h.Paragraph)}
	if len(h.Figures) > 0 {
		r.place.Figure = h.Figures[0]
	}
	context := []rune(h.Context)
	if len(h.Places) == 0 {
		r.behind = h.Title
		return r
	}
	if h.Paragraph == "" {
		context = []rune(h.Title)
	}
	from, to := clamp(h.Places[0][0]-h.From, len(context)), clamp(h.Places[0][1]-h.From, len(context))
	start := 0
	if from > lead {
		start = from - lead
		for start < from && (inWord(context, start) || inNumber(context, start)) { // begin with a whole word
			start++
		}
		r.before = "…"
	}
	r.before += string(context[start:from])
	r.hit, r.behind = string(context[from:to]), string(context[to:])
	return r
}

func clamp(i, n int) int { return min(max(i, 0), n) }

// entry is the line to type in: Down leads into the list, Escape empties it.
type entry struct {
	widget.Entry
	search *Search
}

// TypedKey is part of fyne.Focusable.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.search.leave()
	case fyne.KeyDown:
		if len(e.search.results) > 0 {
			e.search.window.Canvas().Focus(e.search.list)
		}
	default:
		e.Entry.TypedKey(key)
	}
}
