package library

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// Named are the choices of figures that a query names by a place or a group, in any language that the vocabulary knows:
// 阿富汗 names the figures of Afghanistan in reports of every language.
func (l *Library) Named(query string) []data.Filter {
	words := []rune(strings.TrimSpace(query))
	if len(words) == 0 {
		return nil
	}
	var filters []data.Filter
	if name, n := l.Words.Places.At(words, 0); n == len(words) {
		filters = append(filters, data.Filter{Place: name})
	}
	if name, n := l.Words.Groups.At(words, 0); n == len(words) {
		filters = append(filters, data.Filter{Group: name})
	}
	return filters
}
