package charts

import (
	"sync"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data/edition"
)

// titles are the Chinese and the English title of a report of the built-in edition's series; empty for others.
func titles(symbol string) [2]string { return listedTitles()[symbol] }

var listedTitles = sync.OnceValue(func() map[string][2]string {
	e, err := edition.Read(builtin.Files)
	if err != nil {
		panic(err) // it is part of the program
	}
	all := map[string][2]string{}
	for _, r := range e.Reports {
		if r.Ordinal > 0 && r.Symbol != "" {
			all[r.Symbol] = [2]string{e.TitleOf(r, "zh"), e.TitleOf(r, "en")}
		}
	}
	return all
})
