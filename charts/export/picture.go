package export

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"math"
	"slices"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgeps"
	"gonum.org/v1/plot/vg/vgsvg"

	"figurebook.org/figurebook/assets/fonts"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/vector"
)

// PNG is the chart in pixels, scale times 96 to the inch, with its resolution, so that office programs show it at its true
// size, and what it carries.
func PNG(c *charts.Chart, scale int) ([]byte, error) {
	carried, err := carry(c)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := c.WritePNG(&b, float64(scale)*96); err != nil {
		return nil, err
	}
	resolution := make([]byte, 9)
	perMetre := uint32(math.Round(float64(scale) * 96 / 0.0254))
	binary.BigEndian.PutUint32(resolution, perMetre)
	binary.BigEndian.PutUint32(resolution[4:], perMetre)
	resolution[8] = 1 // a metre
	const header = 8 + 25
	raw := b.Bytes()
	return slices.Concat(
		raw[:header], chunk("pHYs", resolution),
		chunk("iTXt", international("Title", []byte(c.Title))),
		chunk("iTXt", international("Description", []byte(c.AltText()))),
		chunk("iTXt", international(carriedKey, carried)),
		raw[header:]), nil
}

// chunk is a chunk of a PNG (ISO/IEC 15948, 5.3).
func chunk(kind string, body []byte) []byte {
	b := make([]byte, 8, 12+len(body))
	binary.BigEndian.PutUint32(b, uint32(len(body)))
	copy(b[4:], kind)
	b = append(b, body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// international is the body of an iTXt chunk: keyword, not compressed, no language, no translated keyword, UTF-8.
func international(keyword string, text []byte) []byte {
	return slices.Concat([]byte(keyword), make([]byte, 5), text)
}

// carriedPNG is what a PNG carries.
func carriedPNG(raw []byte) ([]byte, error) {
	for at := 8; at+12 <= len(raw); {
		n := int(binary.BigEndian.Uint32(raw[at:]))
		if n < 0 || at+12+n > len(raw) {
			break
		}
		body := raw[at+8 : at+8+n]
		if text, ok := bytes.CutPrefix(body, append([]byte(carriedKey), 0, 0, 0, 0, 0)); ok && string(raw[at+4:at+8]) == "iTXt" {
			return text, nil
		}
		at += 12 + n
	}
	return nil, errNone
}

var errNone = errors.New("it carries no chart")

// SVG is the chart with its text as outlines, which all programs show alike, or as text in the bundled font, of which
// the runes used are embedded: smaller, selectable, for the web.
func SVG(c *charts.Chart, text bool) ([]byte, error) {
	carried, err := carry(c)
	if err != nil {
		return nil, err
	}
	canvas := vgsvg.NewWith(vgsvg.UseWH(vg.Length(c.Width), vg.Length(c.Height)))
	var used runes
	if text {
		used.Canvas = canvas
		c.Draw(&used, "")
	} else {
		c.Draw(&vector.Outlines{Canvas: canvas}, "")
	}
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return nil, err
	}
	_, body, found := strings.Cut(b.String(), "<g")
	if !found {
		return nil, errors.New("svg: no group")
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%.5gpt" height="%.5gpt" viewBox="0 0 %.5g %.5g" role="img" aria-labelledby="title desc" xml:lang="%s">
<title id="title">%s</title>
<desc id="desc">%s</desc>
<metadata><figurebook xmlns="https://figurebook.org/chart">%s</figurebook></metadata>
`, c.Width, c.Height, c.Width, c.Height, c.Spec.Language, html.EscapeString(c.Title), html.EscapeString(c.AltText()), html.EscapeString(string(carried)))
	if text {
		fmt.Fprintf(&out, "<style>%s</style>\n", used.faces())
	}
	out.WriteString("<g" + strings.ReplaceAll(body, "font-family:"+vector.Family+";", "font-family:'"+vector.Family+"',sans-serif;"))
	return out.Bytes(), nil
}

// runes is a canvas that notes which runes of which weight are drawn on it.
type runes struct {
	vg.Canvas
	of [2]map[rune]bool
}

// FillString is part of vg.Canvas.
func (u *runes) FillString(face font.Face, at vg.Point, text string) {
	w := 0
	if face.Font.Weight >= xfont.WeightSemiBold {
		w = 1
	}
	if u.of[w] == nil {
		u.of[w] = map[rune]bool{}
	}
	for _, r := range text {
		u.of[w][r] = true
	}
	u.Canvas.FillString(face, at, text)
}

// faces are the style rules that embed the font's runes.
func (u *runes) faces() string {
	var b strings.Builder
	for w, raw := range [][]byte{fonts.Regular, fonts.Bold} {
		if len(u.of[w]) == 0 {
			continue
		}
		var set []rune
		for r := range u.of[w] {
			set = append(set, r)
		}
		slices.Sort(set)
		subset := fpdf.UTF8CutFont(slices.Clone(raw), string(set))
		fmt.Fprintf(&b, "@font-face{font-family:'%s';font-weight:%d;src:url(data:font/ttf;base64,%s)}", vector.Family, 400+300*w, base64.StdEncoding.EncodeToString(subset))
	}
	return b.String()
}

// EPS is the chart as encapsulated PostScript, text as outlines. What it carries stands in comments.
func EPS(c *charts.Chart) ([]byte, error) {
	carried, err := carry(c)
	if err != nil {
		return nil, err
	}
	canvas := vgeps.New(vg.Length(c.Width), vg.Length(c.Height))
	c.Draw(&vector.Outlines{Canvas: canvas, Cubic: true}, "")
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return nil, err
	}
	// vgeps writes a header that readers do not know ("%%!PS", a box with fractions, the time); this one takes its place.
	_, body, found := strings.Cut(b.String(), "%%EndComments\n")
	if !found {
		return nil, errors.New("eps: no header")
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%!PS-Adobe-3.0 EPSF-3.0\n%%%%Creator: Figurebook\n%%%%Title: %s\n%%%%BoundingBox: 0 0 %d %d\n%%%%HiResBoundingBox: 0 0 %.3f %.3f\n%%%%LanguageLevel: 2\n%%%%Pages: 1\n",
		ascii(c.Title), int(math.Ceil(c.Width)), int(math.Ceil(c.Height)), c.Width, c.Height)
	for _, p := range pieces(carried) {
		out.WriteString("%" + carriedKey + ": " + p + "\n")
	}
	out.WriteString("%%EndComments\n%%Page: 1 1\n")
	out.WriteString(body)
	out.WriteString("%%EOF\n")
	return out.Bytes(), nil
}

// ascii is a text for a comment of PostScript, which has no other letters.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, s)
}

func carriedEPS(raw []byte) ([]byte, error) {
	var b strings.Builder
	for _, line := range strings.Split(string(raw), "\n") {
		if piece, ok := strings.CutPrefix(line, "%"+carriedKey+": "); ok {
			b.WriteString(strings.TrimSpace(piece))
		}
	}
	return fromLetters(b.String())
}

// PDF is the chart on pages of its size; its text can be selected and searched.
func PDF(c *charts.Chart) ([]byte, error) {
	doc := vector.NewPDF()
	for _, page := range c.Pages() {
		doc.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
		page.Draw(vector.OnPage(doc, 0, 0, 1), "")
	}
	if err := Describe(doc, c.Spec.Language, c.Title, c.AltText(), c); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := doc.Output(&b)
	return b.Bytes(), err
}

// Describe gives a PDF its title and language, and what it carries of its charts, as XMP and in its information.
func Describe(doc *fpdf.Fpdf, language, title, subject string, all ...*charts.Chart) error {
	carried, err := carry(all...)
	if err != nil {
		return err
	}
	doc.SetTitle(title, true)
	doc.SetSubject(subject, true)
	doc.SetCreator("Figurebook", false)
	doc.SetLang(language)
	doc.SetXmpMetadata(fmt.Appendf(nil, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:figurebook="https://figurebook.org/chart">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Figurebook</xmp:CreatorTool>
<figurebook:carried>%s</figurebook:carried>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, "\ufeff", html.EscapeString(title), html.EscapeString(subject), language, html.EscapeString(string(carried))))
	return nil
}

// between is the unescaped text between two marks of an XML text.
func between(raw []byte, start, end string) ([]byte, error) {
	_, rest, found := bytes.Cut(raw, []byte(start))
	text, _, ended := bytes.Cut(rest, []byte(end))
	if !found || !ended {
		return nil, errNone
	}
	return []byte(html.UnescapeString(string(text))), nil
}

// write puts what a maker made into a writer.
func write(w io.Writer, raw []byte, err error) error {
	if err != nil {
		return err
	}
	_, err = w.Write(raw)
	return err
}
