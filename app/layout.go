package app

import (
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

	left, compare, record fyne.CanvasObject
}

// panes are all that stand in the frame.
func (f *frame) panes() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.reader, f.left, f.compare, f.record, f.tabs, f.status}
}

// building are the turns in which all panes are made and put in their places.
func (w *Window) building() []func() {
	w.rememberDividers()
	shown := w.frame.shown
	if w.frame.whole {
		shown = w.shownTab()
	}
	w.frame = frame{dividers: map[string]*container.Split{}, named: map[string]*container.TabItem{}, status: line.New(""), shown: shown}
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

// assemble puts all panes in their places.
func (w *Window) assemble() {
	f := &w.frame
	w.rememberDividers()
	f.middle = container.NewStack()
	f.whole = true
	w.ShowBelow(w.app.Preferences().BoolWithFallback(prefBelow, true))
	right := w.divide("divider.record", false, f.compare, f.record)
	panes := w.divide("divider.left", true, f.left, w.divide("divider.right", true, f.middle, right))
	w.place.RemoveAll()
	w.place.Add(container.New(layout.NewBorderLayout(nil, f.status, nil, nil), f.status, panes))
	if w.window.Content() != w.place {
		w.window.SetContent(w.place)
	} else {
		canvas.Refresh(w.place) // to add to a container has the toolkit paint nothing
	}
}

// turn is the number of the latest work in turns.
type turn int

// inTurns does work in steps, each in a turn of the UI goroutine of its own, so that the window answers between them. What is
// left of earlier work is not done any more.
func (w *Window) inTurns(steps ...func()) {
	w.turn++
	now := w.turn
	w.run(func() {
		for _, step := range steps {
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
		f.middle.Add(w.divide("divider.below", false, f.reader, f.tabs))
	} else {
		f.middle.Add(f.reader)
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
