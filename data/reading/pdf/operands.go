package pdf

import (
	"figurebook.org/figurebook/data/reading/pdf/syntax"
)

func last(operands []syntax.Object) syntax.Object {
	if len(operands) == 0 {
		return nil
	}
	return operands[len(operands)-1]
}

// numbers are exactly n operands that are numbers.
func numbers(operands []syntax.Object, n int) ([]float64, bool) {
	if len(operands) != n {
		return nil, false
	}
	out := make([]float64, n)
	for i, o := range operands {
		switch v := o.(type) {
		case int:
			out[i] = float64(v)
		case float64:
			out[i] = v
		default:
			return nil, false
		}
	}
	return out, true
}

func matrixOf(operands []syntax.Object) (m matrix, ok bool) {
	v, ok := numbers(operands, 6)
	if ok {
		m = matrix(v)
	}
	return m, ok
}
