package syntax

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data/reading/pdf/handmade"
)

func TestLexer(t *testing.T) {
	for in, want := range map[string]Object{
		"12":                            12,
		"-.5":                           -0.5,
		"+3":                            3,
		"true":                          true,
		"null":                          nil,
		"/A#20b":                        Name("A b"),
		"(plain)":                       String("plain"),
		`(a\(b\)\\ (in) \101\0612\n)`:   String("a(b)\\ (in) A12\n"),
		"(a\\\nb\r\nc)":                 String("ab\nc"),
		"<48 656C6c 6F7>":               String("Hello\x70"),
		"[1 2 0 R (x)] ":                Array{1, Ref{2, 0}, String("x")},
		"<</A 1/B[<</C/D>>]>>":          Dict{"A": 1, "B": Array{Dict{"C": Name("D")}}},
		"% a comment\n/N":               Name("N"),
		"T*":                            Operator("T*"),
		"'":                             Operator("'"),
		"<</Length 12 0 R/Kids[3 0R]>>": errUnsure,
	} {
		got, _, err := NewLexer([]byte(in)).Next()
		if want == errUnsure {
			want = nil
			if !errors.Is(err, ErrUnsure) {
				t.Errorf("%s: %v, want to be unsure", in, err)
			}
		} else if err != nil {
			t.Errorf("%s: %v", in, err)
		}
		if !cmp.Equal(got, want) {
			t.Errorf("%s: %#v, want %#v", in, got, want)
		}
	}
	for _, in := range []string{"(open", "<12", "[1", "<</A", "<</A>>", "<<1 2>>", ")", "1e5", strings.Repeat("[", 1000), "<xy>", "[R]"} {
		if got, _, err := NewLexer([]byte(in)).Next(); err == nil {
			t.Errorf("%s is taken for %#v", in, got)
		}
	}
}

const errUnsure = Name("unsure")

// streamed is a file whose objects stand in an object stream and whose cross-references stand in a stream, with a
// predictor.
func streamed() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.5\n")
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<<>>>>>>", "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Rotate 90>>"}
	head, body := "", ""
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + " "
	}
	at4 := out.Len()
	fmt.Fprintf(&out, "4 0 obj\n%s\nendobj\n", handmade.Stream(head+body, fmt.Sprintf("/Type/ObjStm/N 3/First %d", len(head))))
	at5 := out.Len()
	fmt.Fprintf(&out, "5 0 obj\n%s\nendobj\n", handmade.Stream("BT ET", ""))
	at6 := out.Len()
	rows := [][4]byte{{0, 0, 0, 0}, {2, 0, 4, 0}, {2, 0, 4, 1}, {2, 0, 4, 2}, {1, byte(at4 >> 8), byte(at4), 0}, {1, byte(at5 >> 8), byte(at5), 0}, {1, byte(at6 >> 8), byte(at6), 0}}
	var above [4]byte
	packed := ""
	for _, row := range rows {
		packed += "\x02" // the predictor "up"
		for i := range row {
			packed += string([]byte{row[i] - above[i]})
		}
		above = row
	}
	fmt.Fprintf(&out, "6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF", handmade.Stream(packed, "/Type/XRef/W[1 2 1]/Size 7/Root 1 0 R/DecodeParms<</Predictor 12/Columns 4>>"), at6)
	return out.Bytes()
}

func TestFile(t *testing.T) {
	for name, c := range map[string]struct {
		raw     []byte
		rotated bool
	}{
		"tables":  {handmade.Page("BT ET", handmade.Times), false},
		"streams": {streamed(), true},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Open(context.Background(), c.raw)
			if err != nil {
				t.Fatal(err)
			}
			pages, err := f.Pages(10)
			if err != nil || len(pages) != 1 || pages[0].Rotated != c.rotated || pages[0].Resources["Font"] == nil {
				t.Fatalf("pages: %+v, %v", pages, err)
			}
			if contents, err := f.Contents(pages[0], 100); err != nil || string(contents) != "BT ET" {
				t.Errorf("contents: %q, %v", contents, err)
			}
			if _, err := f.Pages(0); err == nil {
				t.Error("more pages were read than asked for")
			}
		})
	}
}

func TestOpen_refuses(t *testing.T) {
	whole := handmade.Page("BT ET", handmade.Times)
	for name, raw := range map[string][]byte{
		"nothing":            nil,
		"no table":           whole[:len(whole)-40],
		"another beginning":  append([]byte("\n"), whole...),
		"a file with a key":  bytes.Replace(whole, []byte("/Root"), []byte("/Encrypt 9 0 R/Root"), 1),
		"tables in a circle": bytes.Replace(whole, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", bytes.LastIndex(whole, []byte("xref\n0"))), 1),
	} {
		if _, err := Open(context.Background(), raw); err == nil {
			t.Errorf("%s was opened", name)
		}
	}
	f, err := Open(context.Background(), handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", handmade.Stream(strings.Repeat("0", 100<<20), ""), "4 0 R"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Pages(10); err == nil {
		t.Error("pages that hold themselves were read")
	}
	if _, err := f.Data(f.Resolve(Ref{Number: 3}).(*Stream)); err == nil {
		t.Error("a stream that unfolds was read")
	}
	if o := f.Resolve(Ref{Number: 4}); o != nil {
		t.Errorf("an object that is itself is %v", o)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(handmade.Page("BT /F 9 Tf (a) Tj ET", handmade.Times))
	f.Add(streamed())
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Open(context.Background(), raw)
		if err != nil {
			return
		}
		pages, err := file.Pages(100)
		if err != nil {
			return
		}
		for _, p := range pages {
			_, _ = file.Contents(p, 1<<20)
		}
	})
}
