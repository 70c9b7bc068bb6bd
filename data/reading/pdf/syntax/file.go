package syntax

import (
	"bytes"
	"compress/zlib"
	"context"
	"io"
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

// section reads one table or stream of references and gives its dictionary. What is known already is the newer.
func (f *File) section(at int) (Dict, error) {
	if at < 0 || at >= len(f.raw) {
		return nil, ErrUnsure
	}
	l, err := f.lexer(f.raw, at)
	if err != nil {
		return nil, err
	}
	defer func() { f.spend(l, at) }()
	l.blanks()
	if !l.has("xref") {
		_, o, err := f.indirect(l.at)
		stream, ok := o.(*Stream)
		if err != nil || !ok || stream.Dict["Type"] != Name("XRef") {
			return nil, ErrUnsure
		}
		return stream.Dict, f.referenceStream(stream)
	}
	l.at += len("xref")
	for {
		o, _, err := l.Next()
		if err != nil {
			return nil, err
		}
		if o == Operator("trailer") {
			l.blanks()
			o, err := l.object(0)
			dict, ok := o.(Dict)
			if err != nil || !ok {
				return nil, ErrUnsure
			}
			return dict, nil
		}
		first, ok := o.(int)
		o, _, err = l.Next()
		count, ok2 := o.(int)
		if err != nil || !ok || !ok2 || first < 0 || count < 0 || first+count > maxObjects {
			return nil, ErrUnsure
		}
		for n := range count {
			var entry [3]Object
			for i := range entry {
				if entry[i], _, err = l.Next(); err != nil {
					return nil, err
				}
			}
			offset, ok := entry[0].(int)
			if !ok || entry[2] != Operator("n") && entry[2] != Operator("f") {
				return nil, ErrUnsure
			}
			if entry[2] == Operator("n") {
				f.put(first+n, place{offset: offset})
			} else {
				f.put(first+n, place{offset: -1})
			}
		}
	}
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

func (f *File) put(number int, p place) {
	if _, known := f.places[number]; !known {
		f.places[number] = p
	}
}

// referenceStream takes the entries of a cross-reference stream.
func (f *File) referenceStream(s *Stream) error {
	b, err := f.Data(s)
	if err != nil {
		return err
	}
	var width [3]int
	w, _ := s.Dict["W"].(Array)
	if len(w) != 3 {
		return ErrUnsure
	}
	for i := range width {
		n, ok := w[i].(int)
		if !ok || n < 0 || n > 7 {
			return ErrUnsure
		}
		width[i] = n
	}
	size, _ := s.Dict["Size"].(int)
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{0, size}
	}
	entry := width[0] + width[1] + width[2]
	for i := 0; i+1 < len(index); i += 2 {
		first, ok := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok || !ok2 || first < 0 || count < 0 || first+count > maxObjects || count*entry > len(b) || entry == 0 || f.left < count {
			return ErrUnsure
		}
		f.left -= count
		for n := range count {
			field := [3]int{1, 0, 0}
			at := n * entry
			for k, wide := range width {
				if wide > 0 {
					field[k] = 0
				}
				for range wide {
					field[k], at = field[k]<<8|int(b[at]), at+1
				}
			}
			switch field[0] {
			case 0:
				f.put(first+n, place{offset: -1})
			case 1:
				f.put(first+n, place{offset: field[1]})
			case 2:
				f.put(first+n, place{stream: field[1], index: field[2]})
			}
		}
		b = b[count*entry:]
	}
	return nil
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

// Data are the bytes of a stream, inflated where they are deflated; other filters are ErrUnsure.
func (f *File) Data(s *Stream) ([]byte, error) {
	filter, parameters := f.Resolve(s.Dict["Filter"]), f.Resolve(s.Dict["DecodeParms"])
	if all, ok := filter.(Array); ok && len(all) <= 1 {
		filter = nil
		if len(all) == 1 {
			filter = f.Resolve(all[0])
		}
		if all, ok := parameters.(Array); ok && len(all) == 1 {
			parameters = f.Resolve(all[0])
		}
	}
	if f.ctx.Err() != nil {
		return nil, ErrUnsure
	}
	if filter == nil {
		return s.raw, nil
	}
	if filter != Name("FlateDecode") {
		return nil, ErrUnsure
	}
	z, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		return nil, ErrUnsure
	}
	b, err := io.ReadAll(io.LimitReader(z, int64(f.budget)))
	f.budget -= len(b)
	if err != nil || f.budget <= 0 {
		return nil, ErrUnsure
	}
	dict, _ := parameters.(Dict)
	return predicted(f, b, dict)
}

// predicted undoes the predictors of PNG (ISO 32000-1, 7.4.4.4), which cross-reference streams use.
func predicted(f *File, b []byte, parameters Dict) ([]byte, error) {
	switch p, _ := f.Resolve(parameters["Predictor"]).(int); {
	case p <= 1:
		return b, nil
	case p < 10:
		return nil, ErrUnsure
	}
	columns, ok := f.Resolve(parameters["Columns"]).(int)
	_, colours := parameters["Colors"]
	_, bits := parameters["BitsPerComponent"]
	if !ok || columns < 1 || columns > 1<<16 || colours || bits || len(b)%(columns+1) != 0 {
		return nil, ErrUnsure
	}
	out := make([]byte, 0, len(b))
	above := make([]byte, columns)
	for ; len(b) > 0; b = b[columns+1:] {
		row := b[1 : columns+1]
		switch b[0] {
		case 0:
		case 1:
			for i := 1; i < columns; i++ {
				row[i] += row[i-1]
			}
		case 2:
			for i := range row {
				row[i] += above[i]
			}
		default:
			return nil, ErrUnsure
		}
		out, above = append(out, row...), row
	}
	return out, nil
}

// Page is a page with what it inherits.
type Page struct {
	Dict      Dict
	Resources Dict
	Rotated   bool
}

// Pages are the pages in their order. A tree that leaves the standard, or has more than most pages, is ErrUnsure.
func (f *File) Pages(most int) ([]Page, error) {
	catalog, _ := f.Resolve(f.trailer["Root"]).(Dict)
	root, ok := f.Resolve(catalog["Pages"]).(Dict)
	if !ok {
		return nil, ErrUnsure
	}
	var all []Page
	seen := map[Ref]bool{}
	var walk func(node Dict, above Page, depth int) error
	walk = func(node Dict, above Page, depth int) error {
		here := Page{node, above.Resources, above.Rotated}
		if own, ok := f.Resolve(node["Resources"]).(Dict); ok {
			here.Resources = own
		}
		if turn, ok := f.Resolve(node["Rotate"]).(int); ok {
			here.Rotated = turn%360 != 0
		}
		kids, isNode := f.Resolve(node["Kids"]).(Array)
		switch {
		case !isNode:
			all = append(all, here)
			return nil
		case depth > maxDepth:
			return ErrUnsure
		}
		for _, kid := range kids {
			ref, ok := kid.(Ref)
			child, ok2 := f.Resolve(kid).(Dict)
			if !ok || !ok2 || seen[ref] || len(all) >= most {
				return ErrUnsure
			}
			seen[ref] = true
			if err := walk(child, here, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return all, walk(root, Page{}, 0)
}

// Contents are the operators of a page, its content streams one after the other. A page without any, or with more than
// most bytes, is ErrUnsure.
func (f *File) Contents(p Page, most int) ([]byte, error) {
	switch o := f.Resolve(p.Dict["Contents"]).(type) {
	case *Stream:
		b, err := f.Data(o)
		if len(b) > most {
			return nil, ErrUnsure
		}
		return b, err
	case Array:
		if len(o) > maxParts {
			return nil, ErrUnsure
		}
		var out []byte
		for _, part := range o {
			stream, ok := f.Resolve(part).(*Stream)
			if !ok {
				return nil, ErrUnsure
			}
			b, err := f.Data(stream)
			if err != nil {
				return nil, err
			}
			if len(out)+len(b) > most {
				return nil, ErrUnsure
			}
			out = append(append(out, b...), '\n')
		}
		return out, nil
	}
	return nil, ErrUnsure
}
