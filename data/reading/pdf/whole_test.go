package pdf

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"
)

// letters counts the letters and digits of a text, in whatever form type has them.
func letters(text string) map[rune]int {
	count := map[rune]int{}
	for _, r := range norm.NFKC.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count[r]++
		}
	}
	return count
}

// more are the letters that a has more of than b.
func more(a, b map[rune]int) (all []string) {
	for _, r := range slices.Sorted(maps.Keys(a)) {
		if n := a[r] - b[r]; n > 0 {
			all = append(all, fmt.Sprintf("%d × %q", n, r))
		}
	}
	return all
}

// TestText_losesAndInventsNothing compares the text with what the engine itself makes of each page, a reader of its own:
// each letter and digit that one has the other has too, as often.
func TestText_losesAndInventsNothing(t *testing.T) {
	files, order := damaging(t)
	for _, name := range order {
		t.Run(name, func(t *testing.T) {
			raw := files[name]
			d, plain := both(t, name, raw)
			text, err := d.text(context.Background(), name, plain, nil)
			if err != nil {
				t.Fatal(err)
			}
			var engine bytes.Buffer
			for i := range d.pages {
				page, err := d.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.FPDF_DOCUMENT, Index: i}}})
				if err != nil {
					t.Fatal(err)
				}
				engine.WriteString(page.Text)
			}
			got, want := letters(text), letters(engine.String())
			if len(want) < 10 {
				t.Fatal("the engine finds no text")
			}
			if lost := more(want, got); lost != nil {
				t.Errorf("lost: %s", strings.Join(lost, ", "))
			}
			if invented := more(got, want); invented != nil {
				t.Errorf("invented: %s", strings.Join(invented, ", "))
			}
		})
	}
}
