package reading

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/pdf"
	"figurebook.org/figurebook/data/reading/pdf/handmade"
)

// whole are the files that are damaged: the real reports, where they are, and those of testdata.
func whole(t *testing.T) map[string][]byte {
	t.Helper()
	folders := []string{"testdata", filepath.Join("testdata", "layouts")}
	real := filepath.Join("..", "..", "..", "shared")
	if dir := os.Getenv("FIGUREBOOK_SHARED"); dir != "" {
		real = dir
	}
	if _, err := os.Stat(filepath.Join(real, "reports")); err != nil {
		t.Log("no real reports here: only those of testdata are damaged")
	} else {
		folders = append(folders, filepath.Join(real, "reports"))
	}
	files := map[string][]byte{"made.pdf": valleyPDF(t), "made.docx": valleyWord(t)}
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !slices.Contains([]string{".pdf", ".docx", ".html", ".txt"}, filepath.Ext(e.Name())) {
				continue
			}
			if files[e.Name()], err = os.ReadFile(filepath.Join(folder, e.Name())); err != nil {
				t.Fatal(err)
			}
		}
	}
	return files
}

// The most that reading a damaged file may take. The time is that of the machine's clock, whatever else it does.
const (
	damagedTime   = 2 * time.Minute
	damagedMemory = 1 << 30 // of the whole program, several files being read at once; an engine may have as much by itself
)

// TestRead_damagedFiles damages each file in many ways, a few thousand in all, within a minute and a half: each is read, as
// a report that is whole in itself, or refused by a sentence that names it; in bounded time and memory. The seed is fixed.
// The small files come first in each round; where time runs short there are fewer rounds, ten at least, and the test says how
// many files were tried.
func TestRead_damagedFiles(t *testing.T) {
	files := whole(t)
	names := slices.SortedFunc(maps.Keys(files), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(files[a]), len(files[b])), cmp.Compare(a, b))
	})
	if err := pdf.Prepare(nil); err != nil {
		t.Fatal(err)
	}
	type damaged struct {
		name string
		seed uint64
	}
	jobs := make(chan damaged)
	begun, least, within := time.Now(), 10, 80*time.Second
	if testing.Short() {
		least, within = 1, 10*time.Second
	}
	go func() {
		defer close(jobs)
		seed := uint64(0)
		for round := 0; round < 60; round++ {
			for _, name := range names {
				times := 1
				if filepath.Ext(name) != ".pdf" {
					times = 3 // an engine that met a damaged file is made anew: a tenth of a second
				}
				for range times {
					if round >= least && time.Since(begun) > within {
						return
					}
					seed++
					jobs <- damaged{name, seed}
				}
			}
		}
	}()
	var tried, refused atomic.Int64
	slowest := struct {
		sync.Mutex
		time.Duration
		what string
	}{}
	most := watchMemory(t)
	var all sync.WaitGroup
	for range max(2, runtime.NumCPU()) {
		all.Go(func() {
			for job := range jobs {
				raw, way := handmade.Damaged(files[job.name], rand.New(rand.NewPCG(job.seed, 1)))
				what := fmt.Sprintf("damage %d of %s, %s", job.seed, job.name, way)
				since := time.Now()
				if readDamaged(t, raw, job.name, what) {
					refused.Add(1)
				}
				tried.Add(1)
				spent := time.Since(since)
				slowest.Lock()
				if spent > slowest.Duration {
					slowest.Duration, slowest.what = spent, what
				}
				slowest.Unlock()
			}
		})
	}
	all.Wait()
	t.Logf("%d damaged files of %d in %v, %d refused; the slowest took %v (%s); at most %d MB", tried.Load(), len(files), time.Since(begun).Round(time.Second),
		refused.Load(), slowest.Round(time.Millisecond), slowest.what, most()>>20)
	if slowest.Duration > damagedTime {
		t.Errorf("%s took %v", slowest.what, slowest.Duration)
	}
	if most() > damagedMemory {
		t.Errorf("%d MB were taken", most()>>20)
	}
}

// readDamaged reads a damaged file and tells whether it was refused.
func readDamaged(t *testing.T, raw []byte, name, what string) (refused bool) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %v", what, r)
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), damagedTime)
	defer cancel()
	report, err := Read(ctx, bytes.NewReader(raw), int64(len(raw)), name, Hints{})
	if err == nil {
		for _, fault := range unsound(report) {
			t.Errorf("%s: %s", what, fault)
		}
		return false
	}
	var fault *data.Fault
	if !errors.As(err, &fault) || report != nil {
		t.Errorf("%s: %v, want a fault and no report", what, err)
		return true
	}
	for _, language := range []string{"en", "zh"} {
		words := translations.For(language)
		if s := words.Say("fault."+string(fault.Kind), fault.File, fault.Place, fault.Detail); !strings.Contains(s, name) || strings.Contains(s, "fault.") {
			t.Errorf("%s: refused by %q", what, s)
		}
	}
	return true
}

// unsound tells what of a report belongs to nothing else in it.
func unsound(r *data.Report) (faults []string) {
	say := func(form string, args ...any) { faults = append(faults, fmt.Sprintf(form, args...)) }
	sections, paragraphs := map[string]bool{"": true}, map[string]int{}
	for _, s := range r.Sections {
		sections[s.Path] = true
	}
	for _, p := range r.Paragraphs {
		if _, twice := paragraphs[p.Number]; twice || p.Number == "" {
			say("two paragraphs are called %q", p.Number)
		}
		paragraphs[p.Number] = utf8.RuneCountInString(p.Text)
		if !utf8.ValidString(p.Text) || !sections[p.Section] || p.Text == "" {
			say("paragraph %s, of section %q: %q", p.Number, p.Section, p.Text)
		}
	}
	for i, f := range r.Footnotes {
		length, ok := paragraphs[f.Paragraph]
		if f.Paragraph != "" && (!ok || f.Start < 0 || f.Start >= f.End || f.End > length) {
			say("the mark of footnote %d stands nowhere: %+v", i, f)
		}
	}
	for i, table := range r.Tables {
		for _, row := range table.Rows {
			if len(row) != len(table.Rows[0]) {
				say("a row of table %d has %d cells, the first %d", i+1, len(row), len(table.Rows[0]))
				break
			}
		}
	}
	return faults
}

// watchMemory watches how much memory the program has of the system, in bytes; what is called tells the most so far.
func watchMemory(t *testing.T) (most func() uint64) {
	var highest atomic.Uint64
	ended := make(chan struct{})
	t.Cleanup(func() { close(ended) })
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for {
			metrics.Read(sample)
			highest.Store(max(highest.Load(), sample[0].Value.Uint64()-sample[1].Value.Uint64()))
			select {
			case <-ended:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return highest.Load
}
