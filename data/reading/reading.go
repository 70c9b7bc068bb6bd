// Package reading turns a file into a Report: plain text in the layouts in which United Nations documents are copied
// and converted, and PDF.
package reading

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/pdf"
)

// MaxText is the largest text that is read, in bytes.
const MaxText = 64 << 20

// Hints are what the user says of a file that it may not say of itself; each wins over what is read. Empty is unknown.
type Hints struct {
	Symbol, Date, Period, Language string
	Progress                       func(done, total int) // may be nil; called from the reading goroutine
}

// Read reads size bytes of r, a file called name. Its errors are of type *data.Fault, or that of ctx.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, hints Hints) (*data.Report, error) {
	head := make([]byte, min(size, 1024))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(name, err)
	}
	isPDF := bytes.Contains(head, []byte("%PDF-"))
	switch {
	case len(bytes.TrimSpace(head)) == 0 && size <= int64(len(head)):
		return nil, &data.Fault{Kind: data.EmptyFile, File: name}
	case isPDF && size > pdf.MaxSize:
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "256 MB"}
	case !isPDF && size > MaxText:
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "64 MB"}
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw); err != nil {
		return nil, unreadable(name, err)
	}
	sum := sha256.Sum256(raw)
	text, err := plain(ctx, raw, isPDF, name, hints)
	if err != nil {
		return nil, err
	}
	report, err := parse(ctx, text, hints.Language)
	if err != nil {
		return nil, err
	}
	if len(report.Paragraphs) == 0 {
		return nil, &data.Fault{Kind: data.EmptyFile, File: name}
	}
	report.Hash = hex.EncodeToString(sum[:])
	identify(report, name, hints)
	return report, nil
}

// plain is the file's text in UTF-8 with form feeds between pages, where it has any.
func plain(ctx context.Context, raw []byte, isPDF bool, name string, hints Hints) (string, error) {
	if isPDF {
		return pdf.Text(ctx, bytes.NewReader(raw), int64(len(raw)), name, hints.Progress)
	}
	text, err := decode(raw, name)
	if hints.Progress != nil && err == nil {
		hints.Progress(1, 1)
	}
	return text, err
}

func unreadable(name string, err error) error {
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err
	}
	return &data.Fault{Kind: data.FileUnreadable, File: name, Detail: cause.Error(), Err: err}
}
