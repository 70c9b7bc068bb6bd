package syntax

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
