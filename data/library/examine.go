package library

import (
	"bytes"
	"context"
	"image"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/editions"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/reading/pdf"
)

// Examined is what was recognised of a file that is not imported yet.
type Examined struct {
	Report    *data.Report    // symbol, language, title, date, period, parts and reading notes
	Figures   int             // how many were found
	Refusals  int             // numbers that are no figures, or of which too little is said
	Same      bool            // the same file is in the library already, under the same key
	Replaces  *data.Report    // the edition whose place it would take: an earlier file's, or our own digest; nil where there is none
	Later     bool            // Replaces is a later issue, reissued for technical reasons: Import refuses without Hints.Earlier
	Editions  []string        // keys of the other editions of its symbol in the library
	Relations []data.Relation // what it has to do with the reports in the library
}

// Examine reads a file and says what was recognised, and keeps nothing. What a person corrects is given to Import as
// hints; the file is read anew then.
func (l *Library) Examine(ctx context.Context, file string, hints reading.Hints) (*Examined, error) {
	editions, err := l.Editions(ctx)
	if err != nil {
		return nil, err
	}
	report, result, err := extract(ctx, file, hints, l.Words, editions)
	if err != nil {
		return nil, err
	}
	e := &Examined{Report: report, Figures: len(result.Figures), Refusals: len(result.Refusals)}
	return e, l.compare(ctx, e)
}

// compare fills what the library holds that has to do with an examined report.
func (l *Library) compare(ctx context.Context, e *Examined) error {
	reports, err := l.Reports(ctx)
	if err != nil {
		return err
	}
	for i, r := range reports {
		switch {
		case r.Key() == e.Report.Key():
			e.Replaces, e.Same = &reports[i], r.Hash == e.Report.Hash
			e.Later = !e.Same && !r.Digest && r.Reissue > e.Report.Reissue
		case r.Symbol == e.Report.Symbol && r.Symbol != "":
			e.Editions = append(e.Editions, r.Key())
		}
	}
	e.Relations = data.SymbolsOf(reports).Relations(e.Report.Symbol)
	return nil
}

// SideBySide are two editions of one document and which parts of them belong together. An edition that is not in the
// library is a fault of kind BadArgument.
func (l *Library) SideBySide(ctx context.Context, keyA, keyB string) (a, b *data.Report, together editions.Alignment, err error) {
	for _, side := range []struct {
		key string
		to  **data.Report
	}{{keyA, &a}, {keyB, &b}} {
		report, err := l.Report(ctx, side.key)
		if err != nil {
			return nil, nil, editions.Alignment{}, err
		}
		if report == nil {
			return nil, nil, editions.Alignment{}, &data.Fault{Kind: data.BadArgument, Detail: side.key}
		}
		*side.to = report
	}
	return a, b, editions.Align(a, b), nil
}

// PagePicture draws a page of a report's kept PDF, width pixels wide, and tells how many pages it has. Page is counted
// from 1, as in data.Paragraph. Where no file is kept, or it is no PDF, the fault is of kind NoOriginal.
func (l *Library) PagePicture(ctx context.Context, key string, page, width int) (picture image.Image, pages int, err error) {
	original, err := l.Original(ctx, key)
	if err != nil {
		return nil, 0, err
	}
	if original == nil || !reading.IsPDF(original.Content) {
		return nil, 0, &data.Fault{Kind: data.NoPages, File: key}
	}
	return pdf.Picture(ctx, bytes.NewReader(original.Content), int64(len(original.Content)), original.Name, page, width)
}

// PreparePDF makes the reader of PDF ready; compiling is called first where that takes some seconds, because this machine
// never did it. The window does it in the background at its first start; later ones wait until a PDF is opened, since the
// reader takes some 100 MB.
func PreparePDF(compiling func()) error { return pdf.Prepare(compiling) }

// PDFPrepared tells whether the reader of PDF was made ready on this machine before, so that opening one takes no seconds.
func PDFPrepared() bool { return pdf.Compiled() }
