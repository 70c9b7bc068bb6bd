package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"figurebook.org/figurebook/app"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/store"
)

// opening is a library that is being opened while the window is made. When done is closed, books or err is there.
type opening struct {
	done  chan struct{}
	books *library.Library
	err   error
	steps chan step // the latest
}

// step is how many of all reports of an older database are brought up to date.
type step struct{ done, total int }

// open begins to open a library.
func open(ctx context.Context, database string) *opening {
	o := &opening{done: make(chan struct{}), steps: make(chan step, 1)}
	go func() {
		defer close(o.done)
		o.books, o.err = library.OpenWith(ctx, database, store.Options{Progress: func(done, total int) {
			select {
			case <-o.steps: // which the window has not shown yet
			default:
			}
			o.steps <- step{done, total} // there is room: nobody else sends
		}})
	}()
	return o
}

// patience is how long a window stays bare before it says what it waits for.
const patience = 300 * time.Millisecond

// wait waits for the library, and shows in the bare window how far it is where that takes a while; then comes on the UI
// goroutine.
func (o *opening) wait(a fyne.App, bare fyne.Window, language string, then func()) {
	defer fyne.Do(then)
	for _, bold := range []bool{false, true} { // what sets a text in lines reads them apart from the toolkit
		charts.Width("国", bold)
	}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} { // read the fonts meanwhile, one at a time
		fyne.Do(func() { fyne.MeasureText("国", theme.TextSize(), style) })
	}
	select {
	case <-o.done:
		return
	case <-time.After(patience):
	}
	var shown *app.Opening
	fyne.DoAndWait(func() { shown = app.ShowOpening(a, bare, language) })
	for {
		select {
		case <-o.done:
			return
		case s := <-o.steps:
			fyne.DoAndWait(func() { shown.Progress(s.done, s.total) })
		}
	}
}
