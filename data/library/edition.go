package library

import (
	"context"
	"sync"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data/edition"
)

// Builtin is the edition that the program carries.
var Builtin = sync.OnceValue(func() *edition.Edition {
	e, err := edition.Read(builtin.Files)
	if err != nil {
		panic("the built-in edition: " + err.Error()) // it is part of the program
	}
	return e
})

// install saves what an edition knows of its reports. Saved once it changes nothing, so a start that was killed midway is
// made good by the next, and what a newer edition states better takes the older one's place; a report's own text stays.
func (l *Library) install(ctx context.Context, e *edition.Edition, press bool) error {
	prepared, err := e.Prepare(ctx, l.Words, press)
	if err != nil {
		return err
	}
	for _, p := range prepared {
		if _, err := l.Save(ctx, p.Report, p.Result, nil); err != nil {
			return err
		}
	}
	return nil
}
