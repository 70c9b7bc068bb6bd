package app

import (
	"context"

	"figurebook.org/figurebook/data"
)

// Review keeps what a person says of the chosen figure, and shows it. It survives every import and re-reading.
func (w *Window) Review(status data.Status) {
	if f, ok := w.session.Chosen(); ok {
		w.session.Do(func(ctx context.Context) (data.Step, error) { return w.books.SetStatus(ctx, status, "", f.ID) })
	}
}

// NextUnchecked chooses the next figure of the open report that nobody has checked, after the chosen one, and from the
// top again behind the last.
func (w *Window) NextUnchecked() {
	chosen, any := w.session.Chosen()
	past, first, next := !any, "", ""
	for _, f := range w.session.Own() {
		if f.Status == data.Found {
			if first == "" {
				first = f.ID
			}
			if past && next == "" {
				next = f.ID
			}
		}
		past = past || f.ID == chosen.ID
	}
	if next == "" {
		next = first
	}
	w.session.Choose(next)
}

func (w *Window) reviewCommands() []command {
	say := func(name string, status data.Status) command {
		return command{menu: "review", name: name, do: func() { w.Review(status) }}
	}
	return []command{
		{menu: "review", name: "review_next", do: w.NextUnchecked},
		say("review_confirm", data.Confirmed), say("review_reject", data.Rejected), say("review_clear", data.Found),
	}
}
