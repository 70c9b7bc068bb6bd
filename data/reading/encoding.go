package reading

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"figurebook.org/figurebook/data"
)

// decode finds the encoding of a text: a byte order mark decides; then UTF-8; then UTF-16, told by its zero bytes or
// its Han; then GB18030, where it gives Chinese; then Windows-1252.
func decode(raw []byte, name string) (string, error) {
	for magic, kind := range map[string]string{"\xd0\xcf\x11\xe0": "DOC, XLS", "{\\rtf": "RTF"} {
		if bytes.HasPrefix(raw, []byte(magic)) {
			return "", &data.Fault{Kind: data.UnknownFormat, File: name, Detail: kind}
		}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return decoded(raw, utf16.UTF16(utf16.LittleEndian, utf16.ExpectBOM), name)
	}
	if utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 {
		if binary(string(raw[:min(len(raw), 1<<16)])) {
			return "", &data.Fault{Kind: data.BinaryFile, File: name}
		}
		return string(raw), nil
	}
	sample := raw[:min(len(raw)&^1, 1<<16)]
	for _, order := range []utf16.Endianness{utf16.LittleEndian, utf16.BigEndian} {
		e := utf16.UTF16(order, utf16.IgnoreBOM)
		if text, err := e.NewDecoder().Bytes(sample); err == nil && len(raw)%2 == 0 && prose(string(text)) {
			return decoded(raw, e, name)
		}
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", &data.Fault{Kind: data.BinaryFile, File: name}
	}
	if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw); err == nil && prose(string(text[:min(len(text), 1<<16)])) {
		return string(text), nil
	}
	text, err := decoded(raw, charmap.Windows1252, name)
	if err == nil && !prose(text[:min(len(text), 1<<16)]) {
		line := 1 + bytes.Count(raw[:firstInvalid(raw)], []byte("\n"))
		return "", &data.Fault{Kind: data.UnknownEncoding, File: name, Place: strconv.Itoa(line)}
	}
	return text, err
}

func decoded(raw []byte, e encoding.Encoding, name string) (string, error) {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &data.Fault{Kind: data.UnknownEncoding, File: name, Place: "1", Err: err}
	}
	if s := strings.TrimPrefix(string(text), "\ufeff"); !binary(s[:min(len(s), 1<<16)]) {
		return s, nil
	}
	return "", &data.Fault{Kind: data.BinaryFile, File: name}
}

// binary tells whether a text has more control characters than a text has.
func binary(s string) bool {
	controls, all := 0, 0
	for _, r := range s {
		all++
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\f\v\x1a", r) {
			controls++
		}
	}
	return controls*100 > all
}

// prose tells whether s looks like a text in a script that reports are written in: nearly all of its characters are
// common Han, Latin, Greek, Cyrillic or Arabic letters, ASCII, or the punctuation of these.
func prose(s string) bool {
	usual, all := 0, 0
	for _, r := range s {
		all++
		switch {
		case r == unicode.ReplacementChar, r < ' ' && !strings.ContainsRune("\t\n\r\f", r):
		case r < 0x0600 && !unicode.IsControl(r), r < 0x0780, r >= 0x2000 && r < 0x2300, r >= 0x3000 && r < 0x3020,
			r >= 0x4e00 && r < 0x9fa6, r >= 0xff00 && r < 0xffef:
			usual++
		}
	}
	return all > 0 && usual*100 >= all*95
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(raw)
}
