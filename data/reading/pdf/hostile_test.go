package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/pdf/handmade"
)

// withMap is a page that shows content in a font whose codes a map to Unicode explains.
func withMap(content, toUnicode string) []byte {
	return handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		handmade.Stream(content, ""), strings.Replace(evenly, "/Encoding", "/ToUnicode 6 0 R/Encoding", 1), handmade.Stream(toUnicode, ""))
}

// demanding are small files that ask for much work of a reader that sets no bound.
func demanding() map[string][]byte {
	const line = "BT /F 10 Tf 90 700 Td (Twelve tents) Tj ET "
	var leftward, cells strings.Builder
	leftward.WriteString("BT /F 1 Tf 500 700 Td ")
	for range 80_000 {
		leftward.WriteString("(a) Tj -0.6 0 Td ")
	}
	cells.WriteString("BT /F 1 Tf ")
	for row := range 2 {
		fmt.Fprintf(&cells, "1 0 0 1 0 %d Tm [%s] TJ ", 790-row*2, strings.Repeat("(1)-9000", 40_000))
	}
	for row := range 40_000 {
		fmt.Fprintf(&cells, "1 0 0 1 0 %d Tm [(a)-90000(1)] TJ ", 780-row)
	}
	repeated := handmade.Stream(strings.Repeat("0 g ", 250), "")
	raw := fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", 1<<20, strings.Repeat("0 g ", 1<<18))
	files := map[string][]byte{
		"each show left of the last":     handmade.Page(leftward.String(), evenly),
		"a range told again and again":   withMap(line, strings.Repeat("1 beginbfrange <0000><ffff><0000> endbfrange\n", 2000)),
		"codes that stand for volumes":   withMap(line, "1 beginbfrange <0000><ffff><"+strings.Repeat("0061", 20_000)+"> endbfrange"),
		"letters on one another":         handmade.Page("BT /F 10 Tf -5 Tc 90 700 Td ("+strings.Repeat("ab", 90_000)+") Tj ET", evenly),
		"a table wide and long":          handmade.Page(cells.String(), evenly),
		"one part of a page many times":  contentsOf(repeated, 200_000),
		"one large part many times":      contentsOf(raw, 20_000),
		"objects that share their place": sharedPlace(),
	}
	wide := strings.Builder{}
	for range 20_000 {
		wide.WriteString("0 65535 500 ")
	}
	files["widths told again and again"] = handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>", handmade.Stream(line, ""),
		"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>",
		handmade.Stream("1 beginbfchar <5477> <0041> endbfchar", ""),
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/W["+wide.String()+"]>>")
	return files
}

// contentsOf is a page whose contents are one stream, so many times.
func contentsOf(stream string, times int) []byte {
	return handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents["+strings.Repeat("4 0 R ", times)+"]/Resources<</Font<</F 5 0 R>>>>>>",
		stream, evenly)
}

// sharedPlace is a file whose object stream tells of many objects, all of which begin at the same long array.
func sharedPlace() []byte {
	const objects = 20_000
	head := strings.Builder{}
	for i := range objects {
		fmt.Fprintf(&head, "%d 0 ", 100+i)
	}
	body := "[" + strings.Repeat("0 ", 1<<20) + "]"
	return handmade.Packed(handmade.Stream(head.String()+body, fmt.Sprintf("/Type/ObjStm/N %d/First %d", objects, head.Len())))
}

// TestDirect_demandingFiles: small files made to keep a reader at work, or to fill the memory, are given up or read within
// seconds, before the engine with its own clock is asked.
func TestDirect_demandingFiles(t *testing.T) {
	for name, raw := range demanding() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begun := time.Now()
			d := newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), 1)
			found, used, _ := d.page(context.Background(), 0)
			var text layout
			text.page(found)
			spent := time.Since(begun)
			runtime.ReadMemStats(&after)
			taken := (after.TotalAlloc - before.TotalAlloc) >> 20
			t.Logf("%d bytes, read %v: %d letters after %v, %d MB", len(raw), used != nil, len(found), spent, taken)
			if spent > 15*time.Second {
				t.Errorf("took %v", spent)
			}
			if taken > 2048 {
				t.Errorf("took %d MB", taken)
			}
		})
	}
}

// TestText_demandingFiles: reading such a file ends when it is told to.
func TestText_demandingFiles(t *testing.T) {
	if _, err := text(document(t, false)); err != nil { // the engine is ready
		t.Fatal(err)
	}
	for name, raw := range demanding() {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
			defer cancel()
			begun := time.Now()
			_, err := Text(ctx, bytes.NewReader(raw), int64(len(raw)), "made.pdf", nil)
			spent := time.Since(begun)
			var fault *data.Fault
			if !errors.Is(err, context.DeadlineExceeded) && !errors.As(err, &fault) { // it may be damaged before it is late
				t.Errorf("got %v, want to be stopped", err)
			}
			if spent > 15*time.Second {
				t.Errorf("stopped only after %v", spent)
			}
		})
	}
}

// FuzzDirect: whatever a page and its fonts' maps say, they are read or given up.
func FuzzDirect(f *testing.F) {
	const toUnicode = "1 beginbfchar <54> <0054> endbfchar 2 beginbfrange <20><7e><0020> <80><82>[<00e9> <0066006c> <00df>] endbfrange"
	f.Add("q 1 0 0 1 20 20 cm BT /F 10 Tf 3 Tc 5 Tw 80 Tz 12 TL 4 Ts 70 700 Td (One two) Tj T* [(thr) -300 (ee)] TJ (four) ' 1 2 (five) \" ET Q", toUnicode)
	f.Add("BT /F 1 Tf 500 700 Td (a) Tj -0.6 0 Td (a) Tj -0.6 0 Td (b) Tj 0 -1 TD (c 1) Tj ET", toUnicode)
	f.Add("/Span <</MCID 0>> BDC BT /F 9 Tf 1 0 0 1 90 700 Tm <8081> Tj EMC ET", "1 beginbfrange <0000><ffff><0000> endbfrange")
	f.Fuzz(func(t *testing.T, content, toUnicode string) {
		raw := withMap(content, toUnicode)
		d := newDirect(context.Background(), bytes.NewReader(raw), int64(len(raw)), 1)
		found, used, use := d.page(context.Background(), 0)
		if use && len(used) > 0 {
			t.Error("a font was trusted that no one has compared")
		}
		if used == nil && found != nil {
			t.Error("a page given up has letters")
		}
		var text layout
		text.page(found)
	})
}
