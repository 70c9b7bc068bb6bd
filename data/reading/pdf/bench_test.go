package pdf

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

// realReports are the PDFs beside the project, if there are any.
func realReports(t testing.TB) map[string][]byte {
	t.Helper()
	folder := os.Getenv("FIGUREBOOK_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "..", "shared")
	}
	names, _ := filepath.Glob(filepath.Join(folder, "reports", "*.pdf"))
	if len(names) == 0 {
		t.Skip("no real reports here: set FIGUREBOOK_SHARED to the folder that holds them")
	}
	files := map[string][]byte{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = raw
	}
	return files
}

// BenchmarkText reads whole reports, as many at once as there are processors, and tells pages a second.
func BenchmarkText(b *testing.B) {
	files := realReports(b)
	if err := Prepare(nil); err != nil {
		b.Fatal(err)
	}
	var pages atomic.Int64
	b.ResetTimer()
	b.RunParallel(func(each *testing.PB) {
		for each.Next() {
			for name, raw := range files {
				if _, err := Text(context.Background(), bytes.NewReader(raw), int64(len(raw)), name, func(int, int) { pages.Add(1) }); err != nil {
					b.Error(err)
				}
			}
		}
	})
	b.ReportMetric(float64(pages.Load())/b.Elapsed().Seconds(), "pages/s")
}
