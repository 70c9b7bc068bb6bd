package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// prefBelow is whether the tabs below the reader are shown.
const prefBelow = "window.below"

// A tab is a pane that shares its place with others: its name gives its words ("window.tab."+name).
type tab struct {
	name   string
	object fyne.CanvasObject
}

// frame is how the panes stand: the library left, the reader in the middle with tabs below it, the chart right with the
// record of the chosen figure under it, and a line that says what just happened.
type frame struct {
	dividers map[string]*container.Split // by the preference that remembers their place
	middle   *fyne.Container             // the reader, alone or above the tabs
	reader   fyne.CanvasObject
	tabs     *container.AppTabs
	named    map[string]*container.TabItem // the tabs, by name
	status   *line.Line
	whole    bool   // whether all panes are in their places
	shown    string // the name of the tab to show once they are
	places   places

	left, compare, record fyne.CanvasObject
}

// places are where the panes stand. They outlive the panes: what is built anew is put behind what stands there, in its size but
// out of sight, until it is shown in its stead.
type places struct{ reader, left, compare, record, tabs, status *fyne.Container }

func newPlaces() places {
	return places{container.NewStack(), container.NewStack(), container.NewStack(), container.NewStack(), container.NewStack(), container.NewStack()}
}

// placed is a pane in its place.
type placed struct {
	place *fyne.Container
	pane  fyne.CanvasObject
}

// panes are all that stand in the frame.
func (f *frame) panes() []placed {
	p := f.places
	return []placed{{p.reader, f.reader}, {p.compare, f.compare}, {p.left, f.left}, {p.record, f.record}, {p.tabs, f.tabs}, {p.status, f.status}}
}

// put puts the pane behind what stands in its place, where anything does: out of sight, or unseen only as long as it is empty.
func (p placed) put(empty bool) {
	stands := p.place.Objects
	if len(stands) > 0 {
		stands = stands[len(stands)-1:] // without what was never shown
		if stands[0] == p.pane {
			return
		}
		if !empty {
			p.pane.Hide()
		}
	}
	p.place.Objects = append([]fyne.CanvasObject{p.pane}, stands...)
	p.place.Layout.Layout(p.place.Objects, p.place.Size())
}

// show shows the pane in place of what stood there.
func (p placed) show() {
	p.place.Objects = []fyne.CanvasObject{p.pane}
	p.pane.Show()
	canvas.Refresh(p.place)
}

// building are the turns in which all panes are made and put in their places. Where others stood there they are out of sight:
// see revealing.
func (w *Window) building() []func() {
	w.rememberDividers()
	shown, places := w.frame.shown, w.frame.places
	if w.frame.whole {
		shown = w.shownTab()
	}
	if places.reader == nil {
		places = newPlaces()
	}
	w.frame = frame{dividers: map[string]*container.Split{}, named: map[string]*container.TabItem{}, status: line.New(""), shown: shown, places: places}
	f := &w.frame
	made := func(pane fyne.CanvasObject) fyne.CanvasObject {
		pane.MinSize() // makes what stands in it, which the window would ask of all panes at once
		return pane
	}
	return []func(){
		func() { f.reader = made(w.readerPane()) },
		func() { f.left = made(w.libraryPane()) },
		func() { f.compare = made(w.comparePane()) },
		func() { f.record = made(w.reviewPane()) },
		func() {
			f.tabs = container.NewAppTabs()
			for _, t := range w.tabsBelow() {
				item := container.NewTabItem(w.words.Say("window.tab."+t.name), made(t.object))
				f.named[t.name] = item
				f.tabs.Append(item)
			}
			if item := f.named[f.shown]; item != nil {
				f.tabs.Select(item)
			}
		},
		w.assemble,
	}
}

// revealing are the turns in which all panes but the reader come into sight. To paint the words of all in one frame takes longer
// than a window may be silent where the toolkit draws in software: each has a frame of its own.
func (w *Window) revealing() []func() {
	var steps []func()
	for i := range w.frame.panes()[1:] {
		steps = append(steps, nil, func() { w.frame.panes()[1+i].show() })
	}
	return steps
}

// assemble puts all panes in their places.
func (w *Window) assemble() {
	f := &w.frame
	w.rememberDividers()
	for _, p := range f.panes() {
		p.put(p.pane == f.reader) // which is asked where it stands as soon as it is filled, and is nowhere while it is hidden
	}
	f.middle = container.NewStack()
	f.whole = true
	w.ShowBelow(w.app.Preferences().BoolWithFallback(prefBelow, true))
	right := w.divide("divider.record", false, f.places.compare, f.places.record)
	panes := w.divide("divider.left", true, f.places.left, w.divide("divider.right", true, f.middle, right))
	w.place.RemoveAll()
	w.place.Add(container.New(layout.NewBorderLayout(nil, f.places.status, nil, nil), f.places.status, panes))
	if w.window.Content() != w.place {
		w.window.SetContent(w.place)
	} else {
		canvas.Refresh(w.place) // to add to a container has the toolkit paint nothing
	}
}

// turn is the number of the latest work in turns.
type turn int

// oneFrame is somewhat longer than the toolkit waits from frame to frame, a sixtieth of a second.
const oneFrame = 20 * time.Millisecond

// inTurns does work in steps, each in a turn of the UI goroutine of its own, so that the window answers between them. In place of
// a step nil stands for a frame, which is painted before the next step. What is left of earlier work is not done any more.
func (w *Window) inTurns(steps ...func()) {
	w.turn++
	now := w.turn
	w.run(func() {
		for _, step := range steps {
			if step == nil {
				time.Sleep(oneFrame)
				continue
			}
			fyne.DoAndWait(func() {
				if now == w.turn {
					step()
				}
			})
		}
	})
}

// divide puts two objects side by side, or one above the other, with a divider that is remembered under a name.
func (w *Window) divide(name string, across bool, a, b fyne.CanvasObject) fyne.CanvasObject {
	split := container.NewVSplit(a, b)
	split.Horizontal = across
	split.Offset = w.left.Dividers[name]
	w.frame.dividers[name] = split
	return split
}

// ShowBelow shows or hides the tabs below the reader.
func (w *Window) ShowBelow(shown bool) {
	f := &w.frame
	w.app.Preferences().SetBool(prefBelow, shown)
	if !f.whole { // assemble asks the preference
		return
	}
	if split := f.dividers["divider.below"]; split != nil {
		w.left.Dividers["divider.below"] = split.Offset
		delete(f.dividers, "divider.below")
	}
	f.middle.RemoveAll()
	if shown && f.tabs != nil {
		f.middle.Add(w.divide("divider.below", false, f.places.reader, f.places.tabs))
	} else {
		f.middle.Add(f.places.reader)
	}
}

// shownTab is the name of the tab that is shown below the reader; "" before there is any.
func (w *Window) shownTab() string {
	for name, item := range w.frame.named {
		if item == w.frame.tabs.Selected() {
			return name
		}
	}
	return ""
}

// ShowTab shows the tab with a name below the reader.
func (w *Window) ShowTab(name string) {
	if !w.frame.whole {
		w.frame.shown = name
		return
	}
	if !w.below() {
		w.toggleBelow()
	}
	w.frame.tabs.Select(w.frame.named[name])
}

// countTab says in a tab's name how much in it waits for a person; nothing where that is nothing.
func (w *Window) countTab(name string, waiting int) {
	item, ok := w.frame.named[name]
	if !ok {
		return // not yet in its place
	}
	text := w.words.Say("window.tab." + name)
	if waiting > 0 {
		text = w.words.Say("window.tab.counted", text, waiting)
	}
	if item.Text != text {
		item.Text = text
		w.frame.tabs.Refresh()
	}
}

func (w *Window) toggleBelow() {
	w.ShowBelow(!w.below())
	w.setMenu()
}

// below tells whether the tabs below the reader are shown.
func (w *Window) below() bool { return w.frame.dividers["divider.below"] != nil }

// Say shows a sentence in the line at the window's foot.
func (w *Window) Say(sentence string) { w.frame.status.SetText(sentence) }

// showStep says what a person just did, took back or did again.
func (w *Window) showStep(step data.Step, how session.How) {
	if step.Name == "" {
		return
	}
	key := map[session.How]string{session.Done: "window.did", session.Undone: "window.undone", session.Redone: "window.redone"}[how]
	w.Say(w.words.Say(key, library.StepText(step, w.words)))
	if w.session.Report() == nil { // it was removed
		w.openFirst()
	}
}

func restoreSize(p fyne.Preferences, window fyne.Window) {
	l := readLeft(p)
	window.Resize(fyne.NewSize(l.Width, l.Height))
}
