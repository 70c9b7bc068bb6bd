package session

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
)

// How a step came about.
type How int

// The ways.
const (
	Done   How = iota // a person did it now
	Undone            // she took it back
	Redone            // she did again what she had taken back
)

// Do makes a change that can be undone, off the UI goroutine, and shows what it changed.
func (s *Session) Do(change func(ctx context.Context) (data.Step, error)) {
	s.change(Done, func(ctx context.Context) (*data.Step, error) {
		step, err := change(ctx)
		return &step, err
	})
}

// Undo takes back what a person did last; Redo does it again. Both tell of a step's own report and figure.
func (s *Session) Undo() { s.change(Undone, s.books.Undo) }

// Redo does again what Undo took back.
func (s *Session) Redo() { s.change(Redone, s.books.Redo) }

func (s *Session) change(how How, change func(ctx context.Context) (*data.Step, error)) {
	s.run(func() {
		step, err := change(context.Background())
		fyne.Do(func() {
			if err != nil {
				s.failed(err)
				return
			}
			if step == nil { // nothing to take back
				return
			}
			slog.Info("step done", "step", step.Name, "subject", step.Subject, "taken", how != Done)
			s.Reload(func() {
				if how != Done {
					s.follow(*step)
				}
				for _, e := range s.events {
					if e.Did != nil {
						e.Did(*step, how)
					}
				}
			})
		})
	})
}

// follow goes to the figure or report that an undone or redone step changed, so that the user sees what happened.
func (s *Session) follow(step data.Step) {
	for _, key := range step.Keys {
		if s.Choose(key) || s.report(key) >= 0 && s.Open(key) {
			return
		}
	}
}

// TellSteps tells what can be undone, redone and gone back to, as after a change of the menu.
func (s *Session) TellSteps() {
	for _, e := range s.events {
		if e.Steps != nil {
			e.Steps(s.undo, s.redo, len(s.history.back) > 0, len(s.history.forward) > 0)
		}
	}
}
