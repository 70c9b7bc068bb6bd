package syntax

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
