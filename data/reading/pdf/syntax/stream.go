package syntax

import (
	"bytes"
	"compress/zlib"
	"io"
)

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
