// Package pdf takes the text out of a PDF, line by line, as it stands on the page: the layout reader that follows
// needs indents and blank lines to tell headings, notes and running heads apart.
//
// The engine is PDFium compiled to WebAssembly, held in the program: a hostile file can reach neither the disk nor
// the network from there. Compiling it takes some seconds once; the result is kept in the user's cache directory.
package pdf

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"
	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"figurebook.org/figurebook/data"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 256 << 20

// maxPages bounds the work that one file can ask for.
const maxPages = 3000

var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(16384) // 1 GiB
	// Without a writable cache directory the engine is compiled at each start: slower, not wrong.
	if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(xdg.CacheHome, "figurebook", "pdf-engine")); err == nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 2, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(), // mounts nothing
	})
})

// Text is the text of the PDF in r, its pages separated by form feeds. Progress, where not nil, is called after each
// page with the pages done and in all.
func Text(ctx context.Context, r io.ReaderAt, size int64, name string, progress func(done, total int)) (string, error) {
	if size > MaxSize {
		return "", &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "256 MB"}
	}
	pool, err := engine()
	if err != nil {
		return "", &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine", Err: err}
	}
	instance, err := pool.GetInstance(0)
	if err != nil {
		return "", &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine", Err: err}
	}
	defer instance.Close()
	file := io.NewSectionReader(r, 0, size)
	document, err := instance.OpenDocument(&requests.OpenDocument{FileReader: file, FileReaderSize: size})
	if err != nil {
		if errors.Is(err, pdfiumerrors.ErrPassword) {
			return "", &data.Fault{Kind: data.EncryptedPDF, File: name, Err: err}
		}
		return "", &data.Fault{Kind: data.DamagedPDF, File: name, Err: err}
	}
	defer func() { _, _ = instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: document.Document}) }()
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document.Document})
	if err != nil || count.PageCount == 0 {
		return "", &data.Fault{Kind: data.DamagedPDF, File: name, Err: err}
	}
	if count.PageCount > maxPages {
		return "", &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "3000 p."}
	}
	var text layout
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		page, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document.Document, Index: i}},
			Mode: requests.GetPageTextStructuredModeRects, CollectFontInformation: true,
		})
		if err == nil { // a damaged page is left empty; the rest of the file is read
			text.page(page.Rects)
		}
		text.endPage()
		if progress != nil {
			progress(i+1, count.PageCount)
		}
	}
	if text.empty() {
		return "", &data.Fault{Kind: data.ScannedPDF, File: name}
	}
	return text.String(), nil
}
