package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"sync"
)

// EncodePNG writes a picture without transparency: with an index of colours where 256 suffice, which is a third of the
// size and a fraction of the time, else in full colour. The pixels are the same.
func EncodePNG(w io.Writer, picture *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: &encoders}
	to, _ := indexed.Get().(*image.Paletted)
	if to = index(picture, to); to != nil {
		defer indexed.Put(to)
		return e.Encode(w, to)
	}
	return e.Encode(w, picture)
}

// indexed are the pixels of pictures that are written, encoders the memory of their encoders.
var (
	indexed  sync.Pool
	encoders buffers
)

type buffers struct{ sync.Pool }

// Get is part of png.EncoderBufferPool.
func (b *buffers) Get() *png.EncoderBuffer {
	one, _ := b.Pool.Get().(*png.EncoderBuffer)
	return one
}

// Put is part of png.EncoderBufferPool.
func (b *buffers) Put(one *png.EncoderBuffer) { b.Pool.Put(one) }

// colors finds the index of a colour, in slots by a hash of it.
type colors struct {
	keys    [1 << 12]uint32
	values  [1 << 12]uint8
	palette color.Palette
}

// at is the index of a colour; false where it would be the 257th.
func (c *colors) at(r, g, b uint8) (uint8, bool) {
	key := uint32(r)<<16 | uint32(g)<<8 | uint32(b) | 1<<24 // never 0, an empty slot
	slot := key * 2654435761 >> 20                          // Knuth's multiplicative hash
	for c.keys[slot] != key && c.keys[slot] != 0 {
		slot = (slot + 1) % uint32(len(c.keys))
	}
	if c.keys[slot] == 0 {
		if len(c.palette) == 256 {
			return 0, false
		}
		c.keys[slot], c.values[slot] = key, uint8(len(c.palette))
		c.palette = append(c.palette, color.RGBA{r, g, b, 255})
	}
	return c.values[slot], true
}

// index is the picture with an index of its colours, in the memory of an older one where that suffices; nil where the
// colours are more than 256.
func index(picture *image.RGBA, old *image.Paletted) *image.Paletted {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	out := old
	if old == nil || cap(old.Pix) < w*h {
		out = image.NewPaletted(picture.Rect, nil)
	}
	out = &image.Paletted{Pix: out.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	var known colors
	var above []uint8
	for y := range h {
		from := picture.Pix[y*picture.Stride:][:4*w]
		to := out.Pix[y*w:][:w]
		if y > 0 && bytes.Equal(from, above) { // most rows of a chart are as the one above
			copy(to, out.Pix[(y-1)*w:][:w])
			continue
		}
		above = from
		var last [3]uint8
		i, set := uint8(0), false
		for x := range to {
			p := from[4*x : 4*x+4 : 4*x+4]
			if now := [3]uint8(p); now != last || !set {
				var ok bool
				if i, ok = known.at(p[0], p[1], p[2]); !ok {
					return nil
				}
				last, set = now, true
			}
			to[x] = i
		}
	}
	out.Palette = known.palette
	return out
}
