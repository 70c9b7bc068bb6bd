package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"figurebook.org/figurebook/data"
)

// document is a one-page PDF: a head, a numbered paragraph with a raised mark, a note at the foot.
func document(t testing.TB, protect bool) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	if protect {
		pdf.SetProtection(0, "secret", "owner")
	}
	pdf.AddPage()
	at := func(x, y, size float64, text string) {
		pdf.SetFont("Times", "", size)
		pdf.Text(x, y, text)
	}
	at(400, 60, 10, "S/2099/1")
	at(100, 120, 10, "1.")
	at(130, 120, 10, "The mission counted 1,250 tents in the valley,")
	at(100, 132, 10, "and nobody disputed it.")
	at(202, 128, 6, "1")
	at(100, 700, 9, "1 As told by the mayor.")
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func text(b []byte) (string, error) {
	return Text(context.Background(), bytes.NewReader(b), int64(len(b)), "made.pdf", nil)
}

func TestText(t *testing.T) {
	got, err := text(document(t, false))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"S/2099/1\n\n", "1.   ", "1,250 tents in the valley,\n", "disputed it.\ue0f11\ue0f2\n\n\n__________\n", "1 As told by the mayor.\n\f"} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
}

func TestText_refuses(t *testing.T) {
	whole := document(t, false)
	blank := fpdf.New("P", "pt", "A4", "")
	blank.AddPage()
	var scanned bytes.Buffer
	if err := blank.Output(&scanned); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		want data.FaultKind
	}{
		"a file behind a password": {document(t, true), data.EncryptedPDF},
		"a file cut short":         {whole[:len(whole)/8], data.DamagedPDF},
		"pages without text":       {scanned.Bytes(), data.ScannedPDF},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := text(c.file)
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.Kind != c.want {
				t.Errorf("got %v, want the fault %s", err, c.want)
			}
		})
	}
}

func TestText_stops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := document(t, false)
	if _, err := Text(ctx, bytes.NewReader(b), int64(len(b)), "made.pdf", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want to be stopped", err)
	}
}

func TestUnkern(t *testing.T) {
	for in, want := range map[string]string{
		"the Deputy -Governor ’ s office":  "the Deputy-Governor’s office",
		"the ministers ’ meeting":          "the ministers’ meeting",
		"the ministers’ meeting":           "the ministers’ meeting",
		"the camp of Wadi‘a’ and others":   "the camp of Wadi‘a’ and others",
		"la Côte d’ Azur, qu’ une":         "la Côte d’Azur, qu’une",
		"Cote d ’Azur .":                   "Cote d’Azur.",
		"an 18 -year-old (see annex II ).": "an 18-year-old (see annex II).",
		"from 5 to 7 - a range":            "from 5 to 7 - a range",
		"over 1. 1 million (in all)":       "over 1.1 million (in all)",
		"known ( S/2099/1":                 "known (S/2099/1",
		"the troop -":                      "the troop-",
	} {
		if got := unkern(in); got != want {
			t.Errorf("unkern(%q) = %q, want %q", in, got, want)
		}
	}
}
