package charts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"

	"figurebook.org/figurebook/data"
)

// Export writes the chart as "png" (192 dpi) or "svg".
func Export(c *Chart, format string, w io.Writer) error {
	if missing := c.Missing(); missing != "" {
		return &data.Fault{Kind: data.MissingGlyphs, Detail: missing}
	}
	switch format {
	case "png":
		var b bytes.Buffer
		if err := c.WritePNG(&b, 192); err != nil {
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
