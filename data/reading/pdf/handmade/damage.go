package handmade

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"regexp"
)

// Damaged is a copy of a file that was damaged in one way of many, and the way's name: its bytes, whatever they mean, or
// what its format is made of: the objects, offsets and streams of a PDF, the parts of an archive.
func Damaged(whole []byte, random *rand.Rand) (raw []byte, way string) {
	switch {
	case bytes.HasPrefix(whole, []byte("%PDF-")) && random.IntN(2) == 0:
		return damagedPDF(whole, random)
	case bytes.HasPrefix(whole, []byte("PK")) && random.IntN(4) > 0:
		return damagedArchive(whole, random)
	}
	return damagedBytes(whole, random)
}

func damagedBytes(whole []byte, random *rand.Rand) ([]byte, string) {
	raw := bytes.Clone(whole)
	from := random.IntN(len(raw))
	switch random.IntN(6) {
	case 0:
		return raw[:from], "cut short"
	case 1:
		for range 1 + random.IntN(40) {
			raw[random.IntN(len(raw))] ^= 1 << random.IntN(8)
		}
		return raw, "bits turned"
	case 2:
		for range 1 + random.IntN(40) {
			raw[random.IntN(len(raw))] = byte(random.Uint32())
		}
		return raw, "bytes overwritten"
	case 3:
		to := min(len(raw), from+1+random.IntN(4096))
		return append(raw[:from:from], raw[to:]...), "a block lost"
	case 4:
		return append(raw[:from:from], append(bytes.Clone(whole[:random.IntN(len(whole))]), raw[from:]...)...), "a block twice"
	}
	for range 1 + random.IntN(8) {
		turnDigit(raw, random)
	}
	return raw, "digits changed"
}

// turnDigit changes the first digit behind a random place.
func turnDigit(raw []byte, random *rand.Rand) {
	start := random.IntN(len(raw))
	if at := bytes.IndexAny(raw[start:], "0123456789"); at >= 0 {
		raw[start+at] = byte('0' + random.IntN(10))
	}
}

var (
	object    = regexp.MustCompile(`(?s)\d+ 0 obj(.*?)endobj`)
	stream    = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	reference = regexp.MustCompile(`\d+ 0 R`)
	offsets   = regexp.MustCompile(`(?s)(?:xref|startxref)\s.*?\d{3,}`)
)

// damagedPDF leaves the file's length and what stands elsewhere as it is, so that a reader gets to the damaged place.
func damagedPDF(whole []byte, random *rand.Rand) ([]byte, string) {
	raw := bytes.Clone(whole)
	pick := func(what *regexp.Regexp) []byte {
		found := what.FindAllSubmatchIndex(raw, -1)
		if len(found) == 0 {
			return raw
		}
		at := found[random.IntN(len(found))]
		return raw[at[len(at)-2]:at[len(at)-1]]
	}
	switch random.IntN(4) {
	case 0:
		a, b := pick(object), pick(object)
		n := min(len(a), len(b))
		one := bytes.Clone(a[:n])
		copy(a, b[:n])
		copy(b, one)
		return raw, "objects in each other's place"
	case 1:
		turnDigit(pick(reference), random)
		turnDigit(pick(reference), random)
		return raw, "references to other objects"
	case 2:
		for range 1 + random.IntN(6) {
			turnDigit(pick(offsets), random)
		}
		return raw, "offsets that lead elsewhere"
	}
	inside(pick(stream), random)
	return raw, "a stream that unfolds to something else"
}

// inside damages what a deflated stream holds, and packs it anew into its room; one that is not deflated is left.
func inside(packed []byte, random *rand.Rand) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return
	}
	content, err := io.ReadAll(io.LimitReader(z, 4<<20))
	if err != nil || len(content) == 0 {
		return
	}
	for content, _ = damagedBytes(content, random); ; content = content[:len(content)*3/4] {
		var out bytes.Buffer
		w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // a level that there is
		_, _ = w.Write(content)                                 // a buffer takes all
		_ = w.Close()
		if out.Len() <= len(packed) {
			clear(packed)
			copy(packed, out.Bytes())
			return
		}
		if len(content) < 8 {
			return
		}
	}
}

// damagedArchive writes an archive anew with a part that is damaged, lost, there twice, another's or called otherwise.
func damagedArchive(whole []byte, random *rand.Rand) ([]byte, string) {
	archive, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return damagedBytes(whole, random)
	}
	type part struct {
		name    string
		content []byte
	}
	var parts []part
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		content, _ := io.ReadAll(io.LimitReader(r, 4<<20)) // as much as is whole
		_ = r.Close()
		parts = append(parts, part{f.Name, content})
	}
	a, b := &parts[random.IntN(len(parts))], &parts[random.IntN(len(parts))]
	way := ""
	switch random.IntN(8) {
	case 0:
		a.content, b.content, way = b.content, a.content, "parts in each other's place"
	case 1:
		*a, way = *b, "a part lost, another twice"
	case 2:
		names := []string{"../../" + a.name, "/etc/" + a.name, "word/" + a.name, "", "word/document.xml", "word/numbering.xml"}
		a.name, way = names[random.IntN(len(names))], "a part by another name"
	default:
		if random.IntN(2) == 0 { // the part that most depends on
			for i := range parts {
				if parts[i].name == "word/document.xml" {
					a = &parts[i]
				}
			}
		}
		if len(a.content) > 0 {
			a.content, way = damagedBytes(a.content, random)
		}
		way = "within " + a.name + ": " + way
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		if f, err := w.Create(p.name); err == nil {
			_, _ = f.Write(p.content) // a buffer takes all
		}
	}
	_ = w.Close()
	return out.Bytes(), way
}
