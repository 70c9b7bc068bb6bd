package reading

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading/pdf/handmade"
)

// drawing is a PDF of one page that draws content.
func drawing(content string) []byte { return handmade.Page(content, handmade.Times) }

// TestRead_hostilePDF: files made to exhaust a reader are refused in bounded time, by a fault.
func TestRead_hostilePDF(t *testing.T) {
	many := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"}
	for i := range 300_000 {
		many = append(many, fmt.Sprintf("<</A %d 0 R>>", i+5))
	}
	deep := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range 50_000 {
		deep = append(deep, fmt.Sprintf("<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>", i+1, i+3))
	}
	for name, raw := range map[string][]byte{
		"many objects":               handmade.File(many...),
		"pages in pages":             handmade.File(append(deep, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>")...),
		"pages that hold themselves": handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"),
		"arrays in arrays":           drawing(strings.Repeat("[", 1_000_000)),
		"a stream that unfolds":      drawing(strings.Repeat("0 0 m 1 1 l S\n", 4<<20/14)),
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			_, err := readBytes(raw, "a.pdf")
			var fault *data.Fault
			if !errors.As(err, &fault) {
				t.Errorf("got %v, want a fault", err)
			}
			if spent := time.Since(begun); spent > time.Minute {
				t.Errorf("took %v", spent)
			} else {
				t.Logf("%v after %v", err, spent)
			}
		})
	}
}

// TestRead_stops: a page that draws without end is left at once when the reader is told to stop.
func TestRead_stops(t *testing.T) {
	endless := drawing(strings.Repeat("BT /F 9 Tf 9 9 Td ("+strings.Repeat("a", 80)+") Tj ET\n", 200_000))
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	if _, err := readBytes(valleyPDF(t), "a.pdf"); err != nil { // the engine is ready
		t.Fatal(err)
	}
	begun := time.Now()
	if _, err := Read(ctx, bytes.NewReader(endless), int64(len(endless)), "a.pdf", Hints{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want to be stopped", err)
	}
	if spent := time.Since(begun); spent > 10*time.Second {
		t.Errorf("stopped only after %v", spent)
	}
	if _, err := readBytes(valleyPDF(t), "a.pdf"); err != nil {
		t.Errorf("a file read after one that was stopped: %v", err)
	}
}

// TestRead_sparseFile: a file of 5 GB that occupies nothing is refused by its size.
func TestRead_sparseFile(t *testing.T) {
	for head, name := range map[string]string{"%PDF-1.7\n": "a.pdf", "PK\x03\x04": "a.docx", "A report\n": "a.txt"} {
		f, err := os.Create(filepath.Join(t.TempDir(), name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(head); err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(5 << 30); err != nil {
			t.Skipf("no sparse files here: %v", err)
		}
		_, err = Read(context.Background(), f, 5<<30, name, Hints{})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Kind != data.FileTooLarge {
			t.Errorf("%s: got %v, want the fault file_too_large", name, err)
		}
	}
}

func FuzzRead_pdf(f *testing.F) {
	f.Add(valleyPDF(f))
	f.Add(drawing("BT /F 10 Tf 90 700 Td (1. A) Tj ET"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := readBytes(append([]byte("%PDF-"), raw...), "a.pdf"); err != nil {
			var fault *data.Fault
			if !errors.As(err, &fault) {
				t.Errorf("an error that is no fault: %v", err)
			}
		}
	})
}
