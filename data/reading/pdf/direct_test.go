package pdf

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"figurebook.org/figurebook/data/reading/pdf/handmade"
)

// layouts are the PDFs of other tests.
func layouts(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "testdata", "layouts", "*.pdf"))
	if err != nil || len(names) < 8 {
		t.Fatalf("%d layouts: %v", len(names), err)
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

// both opens a file for the engine and for direct reading.
func both(t testing.TB, name string, raw []byte) (*opened, *direct) {
	t.Helper()
	d, err := open(context.Background(), bytes.NewReader(raw), int64(len(raw)), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.close)
	return d, newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), d.pages)
}

// readsTheSame reads a file by the engine alone and mostly without it, and tells how many pages the engine was spared.
func readsTheSame(t *testing.T, name string, raw []byte) (spared, pages int) {
	d, plain := both(t, name, raw)
	want, err := d.text(context.Background(), name, &direct{off: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.text(context.Background(), name, plain, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
		for i := range a {
			if i >= len(b) || a[i] != b[i] {
				t.Errorf("%s: line %d differs", name, i+1)
				break
			}
		}
	}
	if plain.off {
		return 0, d.pages
	}
	for i := range d.pages {
		if _, _, use := plain.page(context.Background(), i); use {
			spared++
		}
	}
	return spared, d.pages
}

func TestDirect_readsAsTheEngine(t *testing.T) {
	for name, raw := range layouts(t) {
		t.Run(name, func(t *testing.T) {
			spared, pages := readsTheSame(t, name, raw)
			if arabic := strings.Contains(name, ".ar."); arabic != (spared == 0) {
				t.Errorf("%d of %d pages read without the engine", spared, pages)
			}
		})
	}
}

func TestDirect_readsReportsAsTheEngine(t *testing.T) {
	for name, raw := range realReports(t) {
		t.Run(name, func(t *testing.T) {
			if spared, pages := readsTheSame(t, name, raw); spared < pages-1 { // one is compared now and then
				t.Errorf("%d of %d pages can be read without the engine", spared, pages)
			}
		})
	}
}

func TestDirect_givesUpWhereBothDiffer(t *testing.T) {
	d, plain := both(t, "made.pdf", handmade.Page("BT /F 10 Tf 90 700 Td (Twelve tents) Tj ET ", evenly))
	engine, err := d.glyphs(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	found, used, use := plain.page(context.Background(), 0)
	if use || used == nil {
		t.Fatalf("a font was trusted that no one has compared: %v, %v", use, used)
	}
	for name, change := range map[string]func(g *glyph){
		"another letter": func(g *glyph) { g.char = 'Q' },
		"another place":  func(g *glyph) { g.x += 2 },
		"another size":   func(g *glyph) { g.size *= 1.1 },
		"another turn":   func(g *glyph) { g.angle++ },
	} {
		other := append([]glyph(nil), found...)
		change(&other[5])
		if alike(other, engine) {
			t.Errorf("%s went unseen", name)
		}
	}
	if alike(found[:len(found)-1], engine) {
		t.Error("a letter that lacks went unseen")
	}
	plain.agree(found, engine, used)
	if _, _, use := plain.page(context.Background(), 0); !use {
		t.Error("a font on which both agree is not trusted")
	}
	found[0].char = 'Q'
	plain.agree(found, engine, used)
	if _, _, use := plain.page(context.Background(), 0); use {
		t.Error("a file on which both differ is still read without the engine")
	}
}

// evenly is a font each of whose letters is half an em wide.
var evenly = "<</Type/Font/Subtype/TrueType/BaseFont/Made/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[" + strings.Repeat("500 ", 95) + "]>>"

// TestDirect_followsText: all ways of setting text give the places that the engine finds.
func TestDirect_followsText(t *testing.T) {
	raw := handmade.Page("q 1 0 0 1 20 20 cm BT /F 10 Tf 3 Tc 5 Tw 80 Tz 12 TL 4 Ts 70 700 Td (One two) Tj T* [(thr) -300 (ee \\(3\\)\\056)] TJ (four) ' 1 2 (five six) \" "+
		"0 Tc 0 Ts 1 0.2 -0.2 1 60 300 Tm <736576656E> Tj 20 -30 TD (eight) Tj ET Q BT /F 12 Tf 2 0 0 3 30 30 Tm (nine) Tj ET", evenly)
	d, plain := both(t, "made.pdf", raw)
	engine, err := d.glyphs(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	found, used, _ := plain.page(context.Background(), 0)
	if used == nil || !alike(found, engine) || len(found) < 35 {
		t.Errorf("read %d glyphs, the engine %d, and they differ", len(found), len(engine))
	}
}

// TestDirect_leavesTheUnusual: what another reader knows better is left to it.
func TestDirect_leavesTheUnusual(t *testing.T) {
	const line = "BT /F 10 Tf 90 700 Td (Twelve tents) Tj ET "
	reads := func(raw []byte) bool {
		_, used, _ := newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), 1).page(context.Background(), 0)
		return used != nil
	}
	if !reads(handmade.Page(line, evenly)) {
		t.Fatal("a plain page is not read")
	}
	for name, raw := range map[string][]byte{
		"text printed twice":    handmade.Page(line+"BT /F 10 Tf 90.3 700 Td (Twelve tents) Tj ET", evenly),
		"another encoding":      handmade.Page(line, strings.Replace(evenly, "WinAnsi", "Standard", 1)),
		"a font of drawings":    handmade.Page(line, strings.Replace(evenly, "TrueType", "Type3", 1)),
		"a font without widths": handmade.Page(line, handmade.Times),
		"a code without width":  handmade.Page(line, strings.Replace(evenly, "FirstChar 32", "FirstChar 85", 1)),
		"a picture in text":     handmade.Page(line+"BI /W 1 /H 1 ID x EI", evenly),
		"a state not opened":    handmade.Page("Q "+line, evenly),
		"an unknown font":       handmade.Page(strings.Replace(line, "/F", "/G", 1), evenly),
		"no number":             handmade.Page(strings.Replace(line, "90", "(90)", 1), evenly),
		"its own words":         handmade.Page("/Span <</ActualText (x)>> BDC "+line+" EMC", evenly),
		"a script that runs to the left": handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>", handmade.Stream(line, ""),
			strings.Replace(evenly, "/Encoding", "/ToUnicode 6 0 R/Encoding", 1), handmade.Stream("1 beginbfchar <54> <05D0> endbfchar", "")),
	} {
		if reads(raw) {
			t.Errorf("%s was read", name)
		}
	}
}

// holds tells whether text has all that part has, in its order, blanks aside: the engine leaves out a letter whose outline
// is damaged.
func holds(text, part string) bool {
	want := []rune(strings.Join(strings.Fields(part), ""))
	for _, r := range text {
		if len(want) > 0 && r == want[0] {
			want = want[1:]
		}
	}
	return len(want) == 0
}

// damaging are the files to be damaged: the layouts, and the real reports where they are.
func damaging(t *testing.T) (files map[string][]byte, order []string) {
	files = layouts(t)
	names, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "reports", "*.pdf"))
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = raw
	}
	return files, slices.Sorted(maps.Keys(files))
}

// TestDirect_damaged: files damaged in some hundred ways are read as the engine alone reads them, or refused as it does.
func TestDirect_damaged(t *testing.T) {
	files, order := damaging(t)
	random := rand.New(rand.NewPCG(3, 4))
	tried, read := 0, 0
	for begun := time.Now(); tried < 600 && time.Since(begun) < 15*time.Second; tried++ {
		name := order[tried%len(order)]
		raw, way := handmade.Damaged(files[name], random)
		d, err := open(context.Background(), bytes.NewReader(raw), int64(len(raw)), name)
		if err != nil {
			continue
		}
		want, wantErr := d.text(context.Background(), name, &direct{off: true}, nil)
		got, err := d.text(context.Background(), name, newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), d.pages), nil)
		d.close()
		if !holds(got, want) || (err == nil) != (wantErr == nil) {
			t.Fatalf("damage %d, of %s, %s: read otherwise than by the engine alone (%v, %v)", tried, name, way, err, wantErr)
		}
		read++
	}
	t.Logf("%d damaged files, %d of them read", tried, read)
	if tried < 10 {
		t.Errorf("only %d damaged files were tried", tried)
	}
}

// TestDirect_damagedFast: the reading without the engine, which takes a tenth of the time, meets the files damaged in a few
// thousand ways, some pages of each: it reads what it can, quickly, and gives up the rest.
func TestDirect_damagedFast(t *testing.T) {
	files, order := damaging(t)
	var next, letters atomic.Int64
	begun := time.Now()
	var all sync.WaitGroup
	for range max(2, runtime.NumCPU()) {
		all.Go(func() {
			for {
				seed := next.Add(1)
				if seed > 3000 || seed > 500 && time.Since(begun) > 25*time.Second { // a busy machine tries as many as are wanted, later
					return
				}
				name := order[int(seed)%len(order)]
				raw, way := handmade.Damaged(files[name], rand.New(rand.NewPCG(uint64(seed), 2)))
				since := time.Now()
				d := newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), 1)
				if d.file != nil { // the engine would say how many pages there are
					d.pages, _ = d.file.Pages(100)
					d.off = false
				}
				for i := int(seed) % 4; i < len(d.pages); i += 4 {
					found, _, _ := d.page(context.Background(), i)
					letters.Add(int64(len(found)))
					var text layout
					text.page(found)
				}
				if spent := time.Since(since); spent > 20*time.Second {
					t.Errorf("damage %d of %s, %s: took %v", seed, name, way, spent)
				}
			}
		})
	}
	all.Wait()
	tried := min(next.Load(), 3000)
	t.Logf("%d damaged files in %v, %d letters", tried, time.Since(begun).Round(time.Second), letters.Load())
	if tried < 500 || letters.Load() == 0 {
		t.Errorf("only %d damaged files were tried, %d letters read", tried, letters.Load())
	}
}

// TestWithin_haltsTheEngine: a page that draws without end is brought to a stop, and its thread ends.
func TestWithin_haltsTheEngine(t *testing.T) {
	raw := handmade.Page(strings.Repeat("BT /F 9 Tf 9 9 Td ("+strings.Repeat("a", 80)+") Tj ET\n", 3_000_000), handmade.Times)
	d, _ := both(t, "endless.pdf", raw)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	before := working.Load()
	if _, err := d.text(ctx, "endless.pdf", &direct{off: true}, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("the page was not left: %v", err)
	}
	for begun := time.Now(); working.Load() > before; time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > 10*time.Second {
			t.Fatal("the engine works on")
		}
	}
}
