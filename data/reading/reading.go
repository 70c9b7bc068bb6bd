// Package reading turns a file into a Report: plain text in the layouts in which United Nations documents are copied
// and converted, PDF, Word documents and saved web pages.
package reading

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/docx"
	"figurebook.org/figurebook/data/reading/pdf"
	"figurebook.org/figurebook/data/reading/webpage"
)

// MaxText is the largest text that is read, in bytes.
const MaxText = 64 << 20

// Hints are what the user says of a file that it may not say of itself; each wins over what is read. Empty is unknown.
type Hints struct {
	Symbol, Date, Period, Language string
	Earlier                        bool                  `json:"-"` // import it though a reissue of it is kept, in whose place it comes
	Progress                       func(done, total int) `json:"-"` // may be nil; called from the reading goroutine
	// Compiling is called before the first PDF on a machine is read, where the reader of PDF is first compiled: some
	// seconds pass. It may be nil.
	Compiling func() `json:"-"`
}

// Check is the fault of a date or a reporting period that is none, nil where both are empty or well formed.
func (h Hints) Check() error {
	switch {
	case h.Date != "" && !data.IsDay(h.Date):
		return &data.Fault{Kind: data.WrongDate, Detail: h.Date}
	case h.Period != "" && !data.IsSpan(h.Period):
		return &data.Fault{Kind: data.WrongPeriod, Detail: h.Period}
	}
	return nil
}

// IsPDF tells whether a file that begins with head is a PDF: readers look for its mark in the first 1,024 bytes (ISO
// 32000-1, Annex H, note 13).
func IsPDF(head []byte) bool { return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) }

// Read reads size bytes of r, a file called name. Its errors are of type *data.Fault, or that of ctx.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, hints Hints) (*data.Report, error) {
	head := make([]byte, min(size, 1024))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(name, err)
	}
	isPDF, isWord := IsPDF(head), docx.Is(head)
	switch {
	case len(bytes.TrimSpace(head)) == 0 && size <= int64(len(head)):
		return nil, &data.Fault{Kind: data.EmptyFile, File: name}
	case (isPDF || isWord) && size > pdf.MaxSize:
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "256 MB"}
	case !isPDF && !isWord && size > MaxText:
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "64 MB"}
	}
	raw := make([]byte, size)
	_, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw)
	if err != nil {
		return nil, unreadable(name, err)
	}
	sum := sha256.Sum256(raw)
	var text string
	whole, day := isWord, ""
	switch {
	case isPDF:
		if err := pdf.Prepare(hints.Compiling); err != nil {
			return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine", Err: err}
		}
		text, err = pdf.Text(ctx, bytes.NewReader(raw), size, name, hints.Progress)
	case isWord:
		text, err = wordText(ctx, raw, name)
	default:
		text, day, whole, err = plain(raw, name)
	}
	if err != nil {
		return nil, err
	}
	if hints.Progress != nil && !isPDF {
		hints.Progress(1, 1)
	}
	report, err := parse(ctx, text, hints.Language, whole)
	if err != nil {
		return nil, err
	}
	if len(report.Paragraphs) == 0 {
		return nil, &data.Fault{Kind: data.EmptyFile, File: name}
	}
	report.Hash = hex.EncodeToString(sum[:])
	if whole && !isWord {
		ofPage(report, day)
	}
	identify(report, name, hints)
	return report, nil
}

// plain is the text of a plain text or a web page, in UTF-8, and which of the two it is; of a page also the day of its
// document.
func plain(raw []byte, name string) (text, day string, isPage bool, err error) {
	text, err = decode(raw, name)
	if err != nil || !webpage.Is(text) {
		return text, "", false, err
	}
	if text, day, err = webpage.Text(text); err != nil {
		return "", "", true, &data.Fault{Kind: data.DamagedFile, File: name, Err: err}
	}
	return text, day, true, nil
}

// wordText is the text of a Word document behind what its page headers say of the masthead.
func wordText(ctx context.Context, raw []byte, name string) (string, error) {
	document, err := docx.Read(ctx, bytes.NewReader(raw), int64(len(raw)), name)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	for _, line := range document.Heads {
		if scratch := newParser(); scratch.mastheadLine(strings.TrimSpace(line)) {
			text.WriteString(line)
			text.WriteString("\n\n")
		}
	}
	text.WriteString(document.Text)
	return text.String(), nil
}

func unreadable(name string, err error) error {
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err
	}
	return &data.Fault{Kind: data.FileUnreadable, File: name, Detail: cause.Error(), Err: err}
}
