package raster

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"sync"

	"github.com/klauspost/compress/zlib" // writes a chart in a fraction of the time of the standard library's
	"gonum.org/v1/plot/vg"
)

// band is how many rows of pixels are drawn at a time: they stay within a processor's cache.
const band = 128

// WritePNG writes a page of a width and height in points, scale pixels a point, as a PNG with an index of colours: the
// page is drawn once for each band of rows, and the rows are compressed while the next are drawn. A page of more than 256
// colours is written in full colour.
func WritePNG(w io.Writer, width, height, scale float64, ground color.RGBA, draw func(vg.Canvas)) error {
	raw, colors, err := indexed(width, height, scale, ground, draw)
	if errors.Is(err, errColors) {
		c := New(width, height, scale, ground)
		draw(c)
		return EncodePNG(w, c.Image)
	} else if err != nil {
		return err
	}
	wide, high := size(width, scale), size(height, scale)
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(wide)), uint32(high))
	header = append(header, 8, 3, 0, 0, 0) // eight bits, an index, and the only compression, filters and order there are in use
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		kind string
		body []byte
	}{{"IHDR", header}, {"PLTE", colors.table}, {"IDAT", raw}, {"IEND", nil}} {
		chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(c.body))), c.kind...)
		sum := crc32.Update(crc32.ChecksumIEEE([]byte(c.kind)), crc32.IEEETable, c.body)
		out.Write(chunk)
		out.Write(c.body)
		out.Write(binary.BigEndian.AppendUint32(nil, sum))
	}
	_, err = w.Write(out.Bytes())
	return err
}

func size(points, scale float64) int { return max(1, int(math.Round(points*scale))) }

// compressors are zlib's writers, whose memory is large.
var compressors = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return z
}}

// indexed are the rows of a page as indices of its colours, each after the sign of its filter (none), compressed.
func indexed(width, height, scale float64, ground color.RGBA, draw func(vg.Canvas)) ([]byte, *colors, error) {
	wide, high := size(width, scale), size(height, scale)
	c := &Canvas{Image: image.NewRGBA(image.Rect(0, 0, wide, min(band, high))), height: float64(high)}
	var known colors
	var raw bytes.Buffer
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	z.Reset(&raw)
	rows, free, done := make(chan []byte, 2), make(chan []byte, 3), make(chan error, 1)
	for range cap(free) {
		free <- make([]byte, min(band, high)*(wide+1))
	}
	go func() {
		var err error
		for r := range rows {
			if err == nil {
				_, err = z.Write(r)
			}
			free <- r
		}
		if err == nil {
			err = z.Close()
		}
		done <- err
	}()
	var err error
	for top := 0; top < high && err == nil; top += band {
		count := min(band, high-top)
		c.Image.Rect.Max.Y, c.Image.Pix = count, c.Image.Pix[:count*c.Image.Stride]
		c.begin(scale, float64(top), ground)
		draw(c)
		var of []byte
		if of, err = known.index(c.Image, <-free); err == nil {
			rows <- of
		}
	}
	close(rows)
	err = errors.Join(err, <-done)
	return raw.Bytes(), &known, err
}

// EncodePNG writes a picture without transparency: with an index of colours where 256 suffice, which is a third of the
// size and a fraction of the time, else in full colour. The pixels are the same.
func EncodePNG(w io.Writer, picture *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	var known colors
	rows, err := known.index(picture, make([]byte, (picture.Rect.Dx()+1)*picture.Rect.Dy()))
	if err != nil {
		return e.Encode(w, picture)
	}
	to := image.NewPaletted(picture.Rect, known.palette())
	for y := range picture.Rect.Dy() {
		copy(to.Pix[y*to.Stride:], rows[y*(to.Stride+1)+1:][:to.Stride])
	}
	return e.Encode(w, to)
}

var errColors = errors.New("more than 256 colours")

// colors finds the index of a colour, in slots by a hash of it.
type colors struct {
	keys   [1 << 12]uint32
	values [1 << 12]uint8
	table  []byte // red, green, blue of each
}

func (c *colors) palette() color.Palette {
	var all color.Palette
	for i := 0; i < len(c.table); i += 3 {
		all = append(all, color.RGBA{c.table[i], c.table[i+1], c.table[i+2], 255})
	}
	return all
}

// at is the index of a colour; false where it would be the 257th.
func (c *colors) at(r, g, b uint8) (uint8, bool) {
	key := uint32(r)<<16 | uint32(g)<<8 | uint32(b) | 1<<24 // never 0, an empty slot
	slot := key * 2654435761 >> 20                          // Knuth's multiplicative hash
	for c.keys[slot] != key && c.keys[slot] != 0 {
		slot = (slot + 1) % uint32(len(c.keys))
	}
	if c.keys[slot] == 0 {
		if len(c.table) == 3*256 {
			return 0, false
		}
		c.keys[slot], c.values[slot] = key, uint8(len(c.table)/3)
		c.table = append(c.table, r, g, b)
	}
	return c.values[slot], true
}

// index writes the rows of a picture into out as indices of its colours, each after a zero.
func (c *colors) index(picture *image.RGBA, out []byte) ([]byte, error) {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	out = out[:(w+1)*h]
	var above []uint8
	for y := range h {
		from := picture.Pix[y*picture.Stride:][:4*w]
		to := out[y*(w+1)+1:][:w]
		if y > 0 && bytes.Equal(from, above) { // most rows of a chart are as the one above
			copy(to, out[(y-1)*(w+1)+1:][:w])
			continue
		}
		above = from
		for x := 0; x < w; {
			now := binary.LittleEndian.Uint32(from[4*x:])
			i, ok := c.at(uint8(now), uint8(now>>8), uint8(now>>16))
			if !ok {
				return nil, errColors
			}
			end := alike(from, x, now)
			if i == 0 { // the ground, most of a chart
				clear(to[x:end])
			} else {
				for ; x < end; x++ {
					to[x] = i
				}
			}
			x = end
		}
	}
	return out, nil
}

// alike is where a run of pixels of one colour that begins at x ends.
func alike(row []uint8, x int, pixel uint32) int {
	two := uint64(pixel)<<32 | uint64(pixel)
	at := 4*x + 4
	for at+8 <= len(row) && binary.LittleEndian.Uint64(row[at:]) == two {
		at += 8
	}
	if at+4 <= len(row) && binary.LittleEndian.Uint32(row[at:]) == pixel {
		at += 4
	}
	return at / 4
}
