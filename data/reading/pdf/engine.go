package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

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
		MinIdle: 1, MaxIdle: 1, MaxTotal: Parallel, ReuseWorkers: true, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(), // mounts nothing
	})
})

var begun sync.Once

// Prepare makes the engine ready. Where that takes seconds, because it was never compiled on this machine, compiling is
// called first; it may be nil. Later calls return at once.
func Prepare(compiling func()) error {
	begun.Do(func() {
		if compiling != nil && !Compiled() {
			compiling()
		}
	})
	_, err := engine()
	return err
}

// Compiled tells whether the cache holds a compiled engine. One of an older engine is taken for this one's: then the
// seconds pass without a word.
func Compiled() bool {
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

	memory api.Memory  // of the instance
	failed bool        // something could not be read: the instance is not used again
	ended  atomic.Bool // the engine was stopped: it cannot be asked any more
}

// working counts the questions that an engine is at.
var working atomic.Int32

// How long a page may take, and opening a file, which may be large; real ones take some hundredths of a second, on a machine
// that has much else to do a second or two.
const (
	pageTime = 8 * time.Second
	openTime = 20 * time.Second
)

// within does something with the document. When ctx ends or the time for a page is over it does not wait for the engine,
// which is brought to a stop (see halt); then the document is of no more use, and the error is that of ctx or a fault of
// kind TooSlow.
func (d *opened) within(ctx context.Context, name string, page int, do func(ctx context.Context) error) error {
	most := pageTime
	if page == 0 {
		most = openTime
	}
	limited, stop := context.WithTimeout(ctx, most)
	defer stop()
	done := make(chan error, 1)
	working.Add(1)
	go func() {
		defer working.Add(-1)
		defer func() {
			if r := recover(); r != nil { // of an engine that was closed under its work
				done <- fmt.Errorf("PDF engine: %v", r)
			}
		}()
		done <- do(limited)
	}()
	select {
	case err := <-done:
		return err
	case <-limited.Done():
	}
	d.ended.Store(true)
	_ = d.Kill()
	go halt(d.memory, done)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return &data.Fault{Kind: data.TooSlow, File: name, Place: strconv.Itoa(page), Detail: most.String()}
}

// halt brings an engine that is at work to a stop: no address that it reads from its memory is one any more, so that it
// fails at the next step. Asking it to look at a clock, in each loop or each time it obtains memory, costs a third of its
// speed. Done tells that it stopped.
func halt(memory api.Memory, done <-chan error) {
	for {
		if all, ok := memory.Read(0, memory.Size()); ok {
			for i := range all {
				all[i] = 0xff
			}
		}
		select {
		case <-done:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// memoryOf is the memory of an instance of the engine, which go-pdfium keeps in a field of a type of its own.
func memoryOf(instance pdfium.Pdfium) (api.Memory, bool) {
	field := reflect.Indirect(reflect.ValueOf(instance.GetImplementation())).FieldByName("Module")
	if !field.IsValid() || !field.CanInterface() {
		return nil, false
	}
	module, ok := field.Interface().(api.Module)
	if !ok || module.Memory() == nil {
		return nil, false
	}
	return module.Memory(), true
}

// open opens the PDF in r. Its errors are of type *data.Fault, or that of ctx. The caller closes what is opened.
func open(ctx context.Context, r io.ReaderAt, size int64, name string) (*opened, error) {
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
	memory, ok := memoryOf(instance)
	if !ok {
		_ = instance.Kill()
		return nil, &data.Fault{Kind: data.FileUnreadable, File: name, Detail: "PDF engine"}
	}
	d := &opened{Pdfium: instance, memory: memory}
	err = d.within(ctx, name, 0, func(context.Context) error {
		document, err := instance.OpenDocument(&requests.OpenDocument{FileReader: io.NewSectionReader(r, 0, size), FileReaderSize: size})
		if err != nil {
			kind := data.DamagedPDF
			if errors.Is(err, pdfiumerrors.ErrPassword) {
				kind = data.EncryptedPDF
			}
			return &data.Fault{Kind: kind, File: name, Err: err}
		}
		d.FPDF_DOCUMENT = document.Document
		count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.FPDF_DOCUMENT})
		switch {
		case err != nil || count.PageCount == 0:
			return &data.Fault{Kind: data.DamagedPDF, File: name, Err: err}
		case count.PageCount > maxPages:
			return &data.Fault{Kind: data.FileTooLarge, File: name, Detail: "3000 p."}
		}
		d.pages = count.PageCount
		return nil
	})
	if err != nil {
		d.failed = true
		d.close()
		return nil, err
	}
	return d, nil
}

// largestKept is how much memory an instance may have and be used again, in bytes: it never gives memory back.
const largestKept = 64 << 20

// close gives the document and the instance back; one that met something that it could not read, or has grown large, is
// dropped. A failure to do so leaves nothing to mend.
func (d *opened) close() {
	switch {
	case d.ended.Load():
		return
	case d.failed || d.memory.Size() > largestKept:
		_ = d.Kill()
		return
	}
	d.chars.end()
	_, _ = d.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.FPDF_DOCUMENT})
	_ = d.Close()
}
