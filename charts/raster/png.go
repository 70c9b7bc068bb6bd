package raster

import (
	"image"
	"image/color"
	"image/png"
	"io"
)

// EncodePNG writes a picture without transparency: with an index of colours where 256 suffice, which is a third of the
// size and a fraction of the time, else in full colour. The pixels are the same.
func EncodePNG(w io.Writer, picture *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if indexed := index(picture); indexed != nil {
		return e.Encode(w, indexed)
	}
	return e.Encode(w, picture)
}

// index is the picture with an index of its colours; nil where they are more than 256.
func index(picture *image.RGBA) *image.Paletted {
	const slots = 1 << 12
	var keys [slots]uint32
	var values [slots]uint8
	out := image.NewPaletted(picture.Rect, nil)
	last, lastIndex := uint32(0), uint8(0)
	for y := range picture.Rect.Dy() {
		from := picture.Pix[y*picture.Stride:][:4*picture.Rect.Dx()]
		to := out.Pix[y*out.Stride:][:picture.Rect.Dx()]
		for x := range to {
			p := from[4*x : 4*x+4 : 4*x+4]
			key := uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]) | 1<<24 // never 0, an empty slot
			if key != last {
				slot := key * 2654435761 >> 20 // Knuth's multiplicative hash
				for keys[slot] != key && keys[slot] != 0 {
					slot = (slot + 1) % slots
				}
				if keys[slot] == 0 {
					if len(out.Palette) == 256 {
						return nil
					}
					keys[slot], values[slot] = key, uint8(len(out.Palette))
					out.Palette = append(out.Palette, color.RGBA{p[0], p[1], p[2], 255})
				}
				last, lastIndex = key, values[slot]
			}
			to[x] = lastIndex
		}
	}
	return out
}
