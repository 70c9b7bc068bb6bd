package vocabulary

import (
	"maps"
	"slices"
)

// Terms are the canonical names of a list, in the order of the alphabet.
func (v *Vocabulary) Terms(kind Kind) []string { return slices.Sorted(maps.Keys(v.labels[kind])) }
