package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

func decimal(n int64) *data.Decimal {
	d := data.NewDecimal(n, 0)
	return &d
}

// figures have every bound, and words that a spreadsheet would take for a formula.
func figures() []data.Figure {
	symbol := "S/2099/1"
	var all []data.Figure
	for i, q := range []data.Quantity{
		{Value: decimal(1500), Bound: data.Exact},
		{Value: decimal(8000), Bound: data.About, Hedge: "about"},
		{Value: decimal(7000), Bound: data.MoreThan, Hedge: "more than"},
		{Value: decimal(5000), Bound: data.AtLeast, Hedge: "at least"},
		{Value: decimal(9000), Bound: data.LessThan, Hedge: "nearly"},
		{Value: decimal(6000), Bound: data.AtMost, Hedge: "up to"},
		{Low: decimal(1000), High: decimal(2200), Bound: data.Range},
		{Low: decimal(200), High: decimal(999), Bound: data.Indefinite, Hedge: "hundreds"},
	} {
		q.Unit = "person"
		place := []string{"Iraq", "Afghanistan", "Mali", "Somalia", "Libya", "Sudan", "Niger", "Chad"}[i]
		all = append(all, data.Figure{
			ID: "figure-" + place, Report: &symbol, Edition: symbol + "@en", Language: "en", Paragraph: "13", Measure: "fighters",
			Place: &place, Quantity: q, Region: "Africa", Text: "=" + place, Sentence: "=1+1 is no formula.",
		})
	}
	return all
}

func words(t testing.TB) *vocabulary.Vocabulary {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func chart(t testing.TB, language string) *charts.Chart {
	t.Helper()
	spec := charts.Spec{Measure: "fighters", By: "place", Language: language, Byline: "<& \"—\">"}
	c, err := charts.Build(spec, figures(), words(t))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func written(t testing.TB, c *charts.Chart, format string, o Options) []byte {
	t.Helper()
	o.Vocabulary = words(t)
	var b bytes.Buffer
	if err := Write(&b, c, format, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// TestReadSpecs: every format but CSV gives back the Spec that it was made from, and the same bytes when made again.
func TestReadSpecs(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		c := chart(t, language)
		for _, format := range Formats {
			raw := written(t, c, format, Options{})
			if !bytes.Equal(raw, written(t, chart(t, language), format, Options{})) {
				t.Errorf("%s: the same chart gave other bytes", format)
			}
			specs, err := ReadSpecs(raw)
			var fault *data.Fault
			if format == "csv" {
				if !errors.As(err, &fault) || fault.Kind != data.NoChartInFile {
					t.Errorf("csv: %v", err)
				}
				continue
			}
			if err != nil || len(specs) != 1 {
				t.Errorf("%s: %d Specs, %v", format, len(specs), err)
				continue
			}
			if diff := cmp.Diff(c.Spec, specs[0]); diff != "" {
				t.Errorf("%s: another Spec (-want +got):\n%s", format, diff)
			}
		}
	}
}

func TestReadSpecs_refuses(t *testing.T) {
	newer, err := json.Marshal(Carried{Program: carriedKey, Charts: []CarriedChart{{Spec: json.RawMessage(`{"version": 99, "form": "cube"}`)}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		raw  string
		want data.FaultKind
	}{
		"a newer version":     {string(newer), data.NewerSpec},
		"any JSON":            {`{"a": 1}`, data.NoChartInFile},
		"an empty file":       {"", data.NoChartInFile},
		"a cut PNG":           {"\x89PNG\r\n\x1a\n\x00\x00\xff", data.NoChartInFile},
		"a PNG of great size": {"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt0000", data.NoChartInFile},
		"a broken archive":    {"PK\x03\x04", data.NoChartInFile},
		"a PDF of others":     {"%PDF-1.4", data.NoChartInFile},
	} {
		_, err := ReadSpecs([]byte(c.raw))
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Kind != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	var fault *data.Fault
	if _, err := ReadFile(filepath.Join(t.TempDir(), "none.png")); !errors.As(err, &fault) || fault.Kind != data.FileMissing {
		t.Errorf("a missing file: %v", err)
	}
}

// TestWrite_private: no file names a folder, a user or the time.
func TestWrite_private(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip("no home directory")
	}
	for _, format := range Formats {
		raw := written(t, chart(t, "en"), format, Options{})
		for _, word := range []string{home + "/", os.TempDir() + "/"} {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("%s names %s", format, word)
			}
		}
	}
}

// TestWrite_hedges: the data say every bound and end; no cell is a formula.
func TestWrite_hedges(t *testing.T) {
	table, err := csv.NewReader(bytes.NewReader(written(t, chart(t, "en"), "csv", Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 9 {
		t.Fatalf("%d rows", len(table))
	}
	for _, row := range table[1:] {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("column %s: %q is a formula", table[0][i], cell)
			}
		}
	}
	var whole struct {
		Figures []struct {
			data.Quantity
			Words    string `json:"quantity"`
			Citation string `json:"citation"`
		} `json:"figures"`
	}
	if err := json.Unmarshal(written(t, chart(t, "en"), "json", Options{}), &whole); err != nil {
		t.Fatal(err)
	}
	seen := map[data.Bound]bool{}
	for _, f := range whole.Figures {
		seen[f.Bound] = true
		if f.Words == "" || !strings.Contains(f.Citation, "S/2099/1") || f.Value == nil && (f.Low == nil || f.High == nil) {
			t.Errorf("a figure without quantity or citation: %+v", f)
		}
	}
	if len(seen) != 8 {
		t.Errorf("the bounds %v", seen)
	}
}

// TestWrite_pictures: the PNG states its resolution at each scale; the SVG has a title and says every quantity with its
// hedge; a picture with a hole is refused, and the missing rune named.
func TestWrite_pictures(t *testing.T) {
	c := chart(t, "en")
	for scale, perMetre := range map[int]string{1: "\x00\x00\x0e\xc4", 2: "\x00\x00\x1d\x87", 3: "\x00\x00\x2c\x4b"} {
		raw := written(t, c, "png", Options{Scale: scale})
		picture, _, err := image.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if w, want := picture.Bounds().Dx(), int(c.Width*96/72)*scale; w < want-scale || w > want+scale {
			t.Errorf("at scale %d it is %d pixels wide, want %d", scale, w, want)
		}
		if !bytes.Contains(raw, []byte("pHYs"+perMetre+perMetre+"\x01")) {
			t.Errorf("at scale %d the PNG does not state its resolution", scale)
		}
	}
	for _, text := range []bool{false, true} {
		picture := string(written(t, c, "svg", Options{Text: text}))
		for _, want := range []string{"about 8,000", "more than 7,000", "at least 5,000", "nearly 9,000", "at most 6,000", "1,000 to 2,200", "vague: perhaps 200 to 999", "S/2099/1, para. 13", "<title "} {
			if !strings.Contains(picture, want) {
				t.Errorf("the SVG lacks %q", want)
			}
		}
		if font := strings.Contains(picture, "@font-face"); font != text {
			t.Errorf("text is %v, a font is embedded: %v", text, font)
		}
	}
	place := "Atlantis 𓀀"
	lost := figures()[:1]
	lost[0].Place = &place
	hole, err := charts.Build(charts.Spec{Measure: "fighters", By: "place", Language: "en"}, lost, words(t))
	if err != nil {
		t.Fatal(err)
	}
	var fault *data.Fault
	if err := Write(&bytes.Buffer{}, hole, "pdf", Options{}); !errors.As(err, &fault) || fault.Kind != data.MissingGlyphs || fault.Detail != "𓀀" {
		t.Errorf("a picture with a hole: %v", err)
	}
}

// TestWrite_agree: rasterised, SVG, PDF and EPS show what the PNG shows: at most 2 per cent of the pixels differ plainly.
func TestWrite_agree(t *testing.T) {
	c := chart(t, "zh")
	folder := t.TempDir()
	want, _, err := image.Decode(bytes.NewReader(written(t, c, "png", Options{Scale: 1})))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name, format, tool string
		options            Options
		args               []string
	}{
		{"outlines", "svg", "rsvg-convert", Options{}, []string{"IN", "-o", "OUT.png"}},
		{"pdf", "pdf", "pdftoppm", Options{}, []string{"-r", "96", "-png", "-singlefile", "IN", "OUT"}},
		{"eps", "eps", "gs", Options{}, []string{"-q", "-dNOPAUSE", "-dBATCH", "-dEPSCrop", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-r96", "-sOutputFile=OUT.png", "IN"}},
	} {
		t.Run(f.name, func(t *testing.T) {
			if _, err := exec.LookPath(f.tool); err != nil {
				t.Skip(f.tool + " is not installed")
			}
			in, out := filepath.Join(folder, f.name+"."+f.format), filepath.Join(folder, f.name)
			if err := os.WriteFile(in, written(t, c, f.format, f.options), 0o600); err != nil {
				t.Fatal(err)
			}
			args := strings.Split(strings.NewReplacer("IN", in, "OUT", out).Replace(strings.Join(f.args, "\x00")), "\x00")
			if said, err := exec.Command(f.tool, args...).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
			raw, err := os.ReadFile(out + ".png")
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := image.Decode(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if share := differing(t, want, got); share > 0.02 {
				t.Errorf("%.2f per cent of the pixels differ", share*100)
			} else {
				t.Logf("%.2f per cent of the pixels differ", share*100)
			}
		})
	}
}

// TestWrite_pdfText: the text of the PDF comes out as it was set, Chinese included.
func TestWrite_pdfText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, language := range []string{"en", "zh"} {
		c := chart(t, language)
		file := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(file, written(t, c, "pdf", Options{}), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		got := string(out)
		for _, m := range c.Marks {
			for _, want := range []string{m.Text, m.Row} {
				if !strings.Contains(got, want) {
					t.Errorf("%s: the PDF lacks %q", language, want)
				}
			}
		}
		if joined := strings.Join(strings.Fields(got), ""); !strings.Contains(joined, strings.Join(strings.Fields(c.Source), "")) {
			t.Errorf("%s: the PDF lacks %q", language, c.Source)
		}
	}
}

// differing is the share of pixels whose lightness differs by more than a quarter of the scale.
func differing(t *testing.T, a, b image.Image) float64 {
	w, h := min(a.Bounds().Dx(), b.Bounds().Dx()), min(a.Bounds().Dy(), b.Bounds().Dy())
	if a.Bounds().Dx()-w > 1 || b.Bounds().Dx()-w > 1 || a.Bounds().Dy()-h > 1 || b.Bounds().Dy()-h > 1 {
		t.Fatalf("one has %v, the other %v", a.Bounds(), b.Bounds())
	}
	light := func(p image.Image, x, y int) int {
		r, g, b, _ := p.At(p.Bounds().Min.X+x, p.Bounds().Min.Y+y).RGBA()
		return int(r+g+b) / 3
	}
	n := 0
	for y := range h {
		for x := range w {
			if d := light(a, x, y) - light(b, x, y); d > 1<<14 || d < -1<<14 {
				n++
			}
		}
	}
	return float64(n) / float64(w*h)
}
