package syntax

import (
	"bytes"
	"context"
)

// File is a PDF. It is for one goroutine.
type File struct {
	ctx     context.Context
	raw     []byte
	places  map[int]place
	trailer Dict
	known   map[int]Object
	packed  map[int][]Object // the objects of object streams, by the stream's number
	budget  int              // bytes that may still be inflated
	lexed   int              // bytes that may still be read as objects
	left    int              // objects that may still be read
	asked   int              // objects that are being read, one for the sake of another
}

// place is where an object stands: at an offset of the file, or as one of those in an object stream.
type place struct{ offset, stream, index int }

const (
	maxInflated = 256 << 20 // of one file
	maxObjects  = 4 << 20   // with those in arrays and dictionaries
	maxParts    = 4096      // streams that make the contents of a page
)

// Open reads the cross-reference tables of a file (ISO 32000-1, 7.5.4 and 7.5.8). A file that is encrypted or leaves the
// standard is ErrUnsure; so is all of a file once ctx has ended.
func Open(ctx context.Context, raw []byte) (*File, error) {
	f := &File{
		ctx: ctx, raw: raw, places: map[int]place{}, known: map[int]Object{}, packed: map[int][]Object{},
		budget: min(maxInflated, 64<<20+16*len(raw)), lexed: 64<<20 + 4*len(raw), left: maxObjects,
	}
	tail := raw[max(0, len(raw)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 || !bytes.HasPrefix(raw, []byte("%PDF-")) {
		return nil, ErrUnsure
	}
	l := NewLexer(tail[at+len("startxref"):])
	o, _, err := l.Next()
	offset, ok := o.(int)
	if err != nil || !ok {
		return nil, ErrUnsure
	}
	seen := map[int]bool{}
	for next := []int{offset}; len(next) > 0; {
		at := next[0]
		next = next[1:]
		if seen[at] || len(seen) > 1000 {
			return nil, ErrUnsure
		}
		seen[at] = true
		section, err := f.section(at)
		if err != nil {
			return nil, err
		}
		if f.trailer == nil {
			f.trailer = section
		}
		for _, key := range []Name{"XRefStm", "Prev"} {
			if at, ok := section[key].(int); ok {
				next = append(next, at)
			}
		}
	}
	if _, encrypted := f.trailer["Encrypt"]; encrypted {
		return nil, ErrUnsure
	}
	return f, nil
}

// lexer reads objects of the file from an offset of b on; spend then counts what it read.
func (f *File) lexer(b []byte, at int) (*Lexer, error) {
	if f.lexed <= 0 || f.left <= 0 || f.ctx.Err() != nil {
		return nil, ErrUnsure
	}
	return &Lexer{b: b, at: at, left: f.left}, nil
}

func (f *File) spend(l *Lexer, from int) {
	f.lexed -= l.at - from
	f.left = min(f.left, l.left)
}

// indirect reads the object that stands at an offset of the file, "12 0 obj …".
func (f *File) indirect(at int) (number int, o Object, err error) {
	if at < 0 || at >= len(f.raw) {
		return 0, nil, ErrUnsure
	}
	l, err := f.lexer(f.raw, at)
	if err != nil {
		return 0, nil, err
	}
	defer func() { f.spend(l, at) }()
	var head [3]Object
	for i := range head {
		if head[i], _, err = l.Next(); err != nil {
			return 0, nil, err
		}
	}
	number, ok := head[0].(int)
	if !ok || head[2] != Operator("obj") {
		return 0, nil, ErrUnsure
	}
	l.blanks()
	if o, err = l.object(0); err != nil {
		return 0, nil, err
	}
	first, isNumber := o.(int)
	l.blanks()
	if isNumber && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '9' { // an object that is a reference
		parts := Array{first}
		for range 2 {
			l.blanks()
			if o, err = l.object(0); err != nil {
				return 0, nil, err
			}
			if o, err = reference(&parts, o); err != nil {
				return 0, nil, err
			}
			parts = append(parts, o)
		}
		return number, o, nil
	}
	dict, ok := o.(Dict)
	if !ok || !l.has("stream") {
		return number, o, nil
	}
	l.at += len("stream")
	if l.has("\r\n") {
		l.at += 2
	} else if l.has("\n") {
		l.at++
	} else {
		return 0, nil, ErrUnsure
	}
	length, ok := f.Resolve(dict["Length"]).(int)
	if !ok || length < 0 || length > len(l.b)-l.at {
		return 0, nil, ErrUnsure
	}
	raw := l.b[l.at : l.at+length]
	l.at += length
	if l.blanks(); !l.has("endstream") {
		return 0, nil, ErrUnsure
	}
	return number, &Stream{dict, raw}, nil
}

// Resolve is the object that o refers to, o itself where it is no reference, nil where there is none or it is damaged.
func (f *File) Resolve(o Object) Object {
	for range 8 {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.read(ref)
	}
	return nil
}

func (f *File) read(ref Ref) Object {
	if o, ok := f.known[ref.Number]; ok {
		return o
	}
	p, ok := f.places[ref.Number]
	if !ok || p.offset < 0 || f.asked > 16 {
		return nil
	}
	f.asked++
	defer func() { f.asked-- }()
	var o Object
	if p.stream > 0 {
		if objects := f.objects(p.stream); p.index < len(objects) {
			o = objects[p.index]
		}
	} else if number, found, err := f.indirect(p.offset); err == nil && number == ref.Number {
		o = found
	}
	f.known[ref.Number] = o
	return o
}

// objects are those of an object stream (ISO 32000-1, 7.5.7).
func (f *File) objects(number int) []Object {
	if all, ok := f.packed[number]; ok {
		return all
	}
	f.packed[number] = nil
	p, ok := f.places[number]
	if !ok || p.stream > 0 {
		return nil
	}
	_, o, err := f.indirect(p.offset)
	stream, ok := o.(*Stream)
	if err != nil || !ok {
		return nil
	}
	b, err := f.Data(stream)
	count, ok := stream.Dict["N"].(int)
	first, ok2 := stream.Dict["First"].(int)
	if err != nil || !ok || !ok2 || first < 0 || first > len(b) || count < 0 || count > first {
		return nil
	}
	head, err := f.lexer(b[:first], 0)
	if err != nil {
		return nil
	}
	var all []Object
	for range count {
		_, _, err := head.Next()
		o, _, err2 := head.Next()
		at, ok := o.(int)
		if err != nil || err2 != nil || !ok || at < 0 || first+at >= len(b) {
			return nil
		}
		l, err := f.lexer(b, first+at)
		if err != nil {
			return nil
		}
		l.blanks()
		o, err = l.object(0)
		f.spend(l, first+at)
		if err != nil {
			return nil
		}
		all = append(all, o)
	}
	f.spend(head, 0)
	f.packed[number] = all
	return all
}
