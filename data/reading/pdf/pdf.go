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
	"math"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"
	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
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

// maxGlyphs bounds the work that one page can ask for.
const maxGlyphs = 200_000

// Parallel is how many files are read at once at most; more wait.
const Parallel = 4

var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(16384) // 1 GiB
	// Without a writable cache directory the engine is compiled at each start: slower, not wrong.
	if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(xdg.CacheHome, "figurebook", "pdf-engine")); err == nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: Parallel, MaxTotal: Parallel, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
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
		if glyphs, err := glyphs(instance, document.Document, i); err == nil { // a damaged page is left empty; the rest is read
			text.page(glyphs)
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

// glyphs are the characters of a page in the order in which the page draws them. The engine's own blanks, which it
// guesses from gaps, and its line ends are left out: the layout judges gaps itself.
func glyphs(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, index int) ([]glyph, error) {
	page, err := instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	text, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	count, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, err
	}
	angle := 0.0
	all := make([]glyph, 0, min(count.Count, maxGlyphs))
	for i := range min(count.Count, maxGlyphs) {
		char, err := instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return nil, err
		}
		r := rune(char.Unicode)
		if r == '\r' || r == '\n' || r == 0 {
			continue
		}
		if r == ' ' {
			if generated, err := instance.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text.TextPage, Index: i}); err == nil && generated.IsGenerated {
				continue
			}
		}
		origin, err := instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		box, err := instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		if n := len(all); n > 0 && math.Abs(all[n-1].y-origin.Y) < 0.01 {
			angle = all[n-1].angle // of one line
		} else if turn, err := instance.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text.TextPage, Index: i}); err == nil {
			angle = float64(turn.CharAngle)
		}
		at := box.Rect
		all = append(all, glyph{char: r, x: origin.X, y: origin.Y, left: float64(at.Left), right: float64(at.Right), bottom: float64(at.Bottom), top: float64(at.Top), angle: angle})
	}
	return all, nil
}
