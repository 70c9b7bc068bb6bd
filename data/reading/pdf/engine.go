package pdf

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
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

// Parallel is how many files are read at once at most; more wait.
const Parallel = 4

// cacheFolder holds the compiled engine, about 21 MB.
func cacheFolder() string { return filepath.Join(xdg.CacheHome, "figurebook", "pdf-engine") }

var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(16384) // 1 GiB
	// Without a writable cache directory the engine is compiled at each start: slower, not wrong.
	if cache, err := wazero.NewCompilationCacheWithDir(cacheFolder()); err == nil {
		config = config.WithCompilationCache(cache)
	}
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.NumCPU())
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithFunctionListenerFactory(ctx, &calls),
		MinIdle: 1, MaxIdle: Parallel, MaxTotal: Parallel, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(), // mounts nothing
	})
})

var begun sync.Once

// Prepare makes the engine ready. Where that takes seconds, because it was never compiled on this machine, compiling is
// called first; it may be nil. Later calls return at once.
func Prepare(compiling func()) error {
	begun.Do(func() {
		if compiling != nil && !compiled() {
			compiling()
		}
	})
	_, err := engine()
	return err
}

// compiled tells whether the cache holds a compiled engine. One of an older engine is taken for this one's: then the
// seconds pass without a word.
func compiled() bool {
	found := errors.New("found")
	return errors.Is(filepath.WalkDir(cacheFolder(), func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			return found
		}
		return nil
	}), found)
}

// opened is an open document and the instance of the engine that holds it.
type opened struct {
	pdfium.Pdfium
	references.FPDF_DOCUMENT
	pages int
	chars chars
}

// open opens the PDF in r. Its errors are of type *data.Fault. The caller closes what is opened.
func open(r io.ReaderAt, size int64, name string) (*opened, error) {
	if size > MaxSize {
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "256 MB"}
	}
	pool, err := engine()
	if err != nil {
		return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine", Err: err}
	}
	instance, err := pool.GetInstance(0)
	if err != nil {
		return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine", Err: err}
	}
	d := &opened{Pdfium: instance}
	document, err := instance.OpenDocument(&requests.OpenDocument{FileReader: io.NewSectionReader(r, 0, size), FileReaderSize: size})
	if err != nil {
		kind := data.DamagedPDF
		if errors.Is(err, pdfiumerrors.ErrPassword) {
			kind = data.EncryptedPDF
		}
		_ = instance.Close()
		return nil, &data.Fault{Kind: kind, File: name, Err: err}
	}
	d.FPDF_DOCUMENT = document.Document
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.FPDF_DOCUMENT})
	switch {
	case err != nil || count.PageCount == 0:
		d.close()
		return nil, &data.Fault{Kind: data.DamagedPDF, File: name, Err: err}
	case count.PageCount > maxPages:
		d.close()
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "3000 p."}
	}
	d.pages = count.PageCount
	return d, nil
}

// close gives the document and the instance back. A failure to do so leaves nothing to mend: the engine drops both.
func (d *opened) close() {
	_, _ = d.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.FPDF_DOCUMENT})
	_ = d.Close()
}
