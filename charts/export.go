package charts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"image/png"
	"io"
	"math"
	"strings"
	"unicode"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"figurebook.org/figurebook/data"
)

// Missing are the runes of the chart's texts that the font lacks, and so could not be drawn.
func (c *Chart) Missing() string {
	parsed, err := regular()
	if err != nil {
		return ""
	}
	missing := ""
	for _, r := range c.AltText() + strings.Join(c.Notes, "") {
		if i, err := parsed.GlyphIndex(nil, r); (err != nil || i == 0) && !strings.ContainsRune(missing, r) && !unicode.IsSpace(r) {
			missing += string(r)
		}
	}
	return missing
}

// Export writes the chart as "png" (192 dpi) or "svg".
func Export(c *Chart, format string, w io.Writer) error {
	if missing := c.Missing(); missing != "" {
		return &data.Fault{Kind: data.BadArgument, Detail: "font: " + missing}
	}
	switch format {
	case "png":
		canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(c.Width), vg.Length(c.Height)), vgimg.UseDPI(192))
		c.Draw(canvas, "")
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, canvas.Image()); err != nil {
			return err
		}
		_, err := w.Write(withResolution(b.Bytes(), 192))
		return err
	case "svg":
		canvas := vgsvg.NewWith(vgsvg.UseWH(vg.Length(c.Width), vg.Length(c.Height)))
		c.Draw(canvas, "")
		var b bytes.Buffer
		if _, err := canvas.WriteTo(&b); err != nil {
			return err
		}
		_, err := w.Write(withTitle(b.Bytes(), c))
		return err
	}
	return errors.New("unknown format " + format)
}

// withResolution puts a pHYs chunk behind the PNG's header, so that office programs show the picture at its true size.
func withResolution(picture []byte, dpi float64) []byte {
	chunk := make([]byte, 21)
	binary.BigEndian.PutUint32(chunk, 9)
	copy(chunk[4:], "pHYs")
	perMetre := uint32(math.Round(dpi / 0.0254))
	binary.BigEndian.PutUint32(chunk[8:], perMetre)
	binary.BigEndian.PutUint32(chunk[12:], perMetre)
	chunk[16] = 1
	binary.BigEndian.PutUint32(chunk[17:], crc32.ChecksumIEEE(chunk[4:17]))
	const header = 8 + 25
	return append(append(append([]byte{}, picture[:header]...), chunk...), picture[header:]...)
}

// withTitle gives the SVG its words for screen readers.
func withTitle(svg []byte, c *Chart) []byte {
	at := bytes.Index(svg, []byte("<g"))
	if at < 0 {
		return svg
	}
	words := fmt.Sprintf("<title>%s</title><desc>%s</desc>\n", html.EscapeString(c.Title), html.EscapeString(c.AltText()))
	return append(append(append([]byte{}, svg[:at]...), words...), svg[at:]...)
}
