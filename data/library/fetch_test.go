package library

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// onePage is a PDF with one paragraph.
func onePage(t *testing.T) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.AddPage()
	pdf.SetFont("Times", "", 10)
	pdf.Text(100, 100, "Report on the valley")
	pdf.Text(100, 140, "1. More than 300 fighters left Somalia in 2020.")
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFetch(t *testing.T) {
	page := onePage(t)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Query().Get("s") {
		case "S/2099/1":
			_, _ = w.Write(page)
		case "S/2099/2":
			http.Redirect(w, r, "/elsewhere?s=S/2099/1", http.StatusFound)
		case "S/2099/3":
			http.Redirect(w, r, "http://example.org/a.pdf", http.StatusFound)
		case "S/2099/4":
			_, _ = w.Write([]byte("<html>There is no such document</html>"))
		case "S/2099/5":
			w.WriteHeader(http.StatusInternalServerError)
		case "S/2099/6":
			w.Header().Set("Content-Length", "999999999999")
		case "S/2099/7":
			_, _ = w.Write(page[:10])
			<-r.Context().Done()
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	address := site.URL + "/?s={symbol}&l={language}"
	ctx := context.Background()
	l, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	before, err := l.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for symbol, want := range map[string]data.FaultKind{
		"S/2099/3": data.SiteRefused, "S/2099/4": data.NoSuchDocument, "S/2099/5": data.SiteRefused, "S/2099/6": data.FileTooLarge,
		"S/2099/8": data.NoSuchDocument, "../etc": data.BadArgument, "S/../2": data.BadArgument,
	} {
		_, err := l.Fetch(ctx, address, symbol, "en", nil)
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Kind != want {
			t.Errorf("%s: got %v, want the fault %s", symbol, err, want)
		}
	}
	short, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	if _, err := l.Fetch(short, address, "S/2099/7", "en", nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a download that stalls: %v", err)
	}
	if _, err := l.Fetch(ctx, "http://127.0.0.1:1/{symbol}", "S/2099/1", "en", nil); !isKind(err, data.Offline) {
		t.Errorf("no server: %v", err)
	}
	if after, err := l.Reports(ctx); err != nil || len(after) != len(before) {
		t.Errorf("failures changed the library: %d reports, then %d, %v", len(before), len(after), err)
	}
	told := 0
	for _, symbol := range []string{"S/2099/1", "S/2099/2"} {
		o, err := l.Fetch(ctx, address, symbol, "en", func(done, _ int) { told = done })
		if err != nil || o.Report.Symbol != symbol || o.Figures != 1 || told != len(page) {
			t.Errorf("%s: %+v, %v, told of %d bytes", symbol, o, err, told)
		}
	}
	// the kept file can be read again
	if o, err := l.Reread(ctx, "S/2099/1@en", nil); err != nil || o.Changed || o.Figures != 1 || o.Report.Symbol != "S/2099/1" {
		t.Errorf("read again: %+v, %v", o, err)
	}
	if _, err := l.Reread(ctx, "S/2021/98@en", nil); !isKind(err, data.NoOriginal) {
		t.Errorf("a digest read again: %v", err)
	}
	// a person corrects its symbol and date: the report goes over to the new name with all that is known of it
	if o, err := l.Identify(ctx, "S/2099/2@en", reading.Hints{Symbol: "A/99/9", Date: "2099-05-01"}); err != nil || o.Report.Key() != "A/99/9@en" || o.Report.Date != "2099-05-01" {
		t.Errorf("corrected: %+v, %v", o, err)
	}
	if o, err := l.Original(ctx, "S/2099/2@en"); o != nil || err != nil {
		t.Errorf("the old name still has a file: %v, %v", o, err)
	}
	if o, err := l.Reread(ctx, "A/99/9@en", nil); err != nil || o.Report.Date != "2099-05-01" || o.Changed {
		t.Errorf("read again after the correction: %+v, %v", o, err)
	}
	if _, err := l.Remove(ctx, "S/2099/1@en"); err != nil {
		t.Fatal(err)
	}
	if o, err := l.Original(ctx, "S/2099/1@en"); o != nil || err != nil {
		t.Errorf("the file of a removed report is still kept: %v, %v", o, err)
	}
}

func isKind(err error, kind data.FaultKind) bool {
	var fault *data.Fault
	return errors.As(err, &fault) && fault.Kind == kind
}

func TestAllowed(t *testing.T) {
	for address, want := range map[string]bool{
		"https://documents.un.org/a": true, "https://docs.un.org/a": true, "http://documents.un.org/a": false,
		"https://un.org.example.org/a": false, "https://example.org/a": false, "file:///etc/passwd": false, "http://127.0.0.1/a": false,
	} {
		a, _ := url.Parse(address)
		site, _ := url.Parse("https://documents.un.org/")
		if got := allowed(a, site); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}
