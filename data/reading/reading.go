// Package reading turns a file into a Report.
package reading

import (
	"context"
	"io"

	"figurebook.org/figurebook/data"
)

// Hints are what the user says of a file that it may not say of itself; each wins over what is read. Empty is unknown.
type Hints struct {
	Symbol, Date, Period, Language string
	Progress                       func(done, total int) // may be nil; called from the reading goroutine
}

// Read reads size bytes of r, a file called name.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, hints Hints) (*data.Report, error) {
	return nil, &data.Fault{Kind: data.UnknownFormat, File: name}
}
