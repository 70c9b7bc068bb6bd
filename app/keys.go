package app

import "fyne.io/fyne/v2"

// asking tells whether a dialog or an open list waits for the user: then the menu's keys do nothing behind it.
func (w *Window) asking() bool { return w.window.Canvas().Overlays().Top() != nil }

// unasked is what a command does where nothing waits for the user.
func (w *Window) unasked(do func()) func() {
	if do == nil {
		return nil
	}
	return func() {
		if !w.asking() {
			do()
		}
	}
}

// escape leaves the dialog on top, where no field in it took the key: the toolkit's own dialogs for files do not.
func (w *Window) escape(key *fyne.KeyEvent) {
	if key.Name != fyne.KeyEscape {
		return
	}
	overlays := w.window.Canvas().Overlays()
	switch top := overlays.Top(); top {
	case nil:
	case w.waiting.shown:
		w.waiting.cancel()
	default:
		overlays.Remove(top)
	}
}

// waiting is the dialog of work that can be cancelled.
type waiting struct {
	shown  fyne.CanvasObject
	cancel func()
}

// focusCommands lead to the panes, for the keys.
func (w *Window) focusCommands() []command {
	to := func(name string, do func()) command { return command{menu: "go", name: name, do: do} }
	list := to("go_reports", func() { w.window.Canvas().Focus(w.library.List()) })
	list.begins = true
	return []command{
		list,
		to("go_contents", func() { w.window.Canvas().Focus(w.library.Contents()) }),
		to("read", func() { w.reader.Focus() }),
		to("go_figures", func() {
			w.ShowTab("figures")
			w.figures.Focus()
		}),
		to("go_findings", func() {
			w.ShowTab("findings")
			w.window.Canvas().Focus(w.findings.Rows())
		}),
		to("go_record", func() { w.review.Focus() }),
		to("go_chart", func() { w.compare.Focus() }),
		to("go_table", func() { w.compare.FocusTable() }),
	}
}
