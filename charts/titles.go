package charts

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"figurebook.org/figurebook/assets/builtin"
)

// titles are the Chinese and the English title of a report of the built-in edition's series; empty for others.
func titles(symbol string) [2]string { return listedTitles()[symbol] }

var listedTitles = sync.OnceValue(func() map[string][2]string {
	var edition struct {
		Series []struct {
			Key   string
			Title struct{ En, Zh string }
		}
	}
	var reports []struct {
		Symbol, Series string
		Ordinal        int
	}
	for name, into := range map[string]any{"edition.json": &edition, "reports.json": &reports} {
		raw, err := builtin.Files.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(raw, into)
		}
		if err != nil {
			panic(name + ": " + err.Error()) // it is part of the program
		}
	}
	all := map[string][2]string{}
	for _, r := range reports {
		for _, s := range edition.Series {
			if s.Key == r.Series && r.Ordinal > 0 {
				all[r.Symbol] = [2]string{strings.Replace(s.Title.Zh, "%s", fmt.Sprint(r.Ordinal), 1), strings.Replace(s.Title.En, "%s", nth(r.Ordinal), 1)}
			}
		}
	}
	return all
})

// nth is an English ordinal in digits: 1st, 2nd, 3rd, 11th, 21st.
func nth(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprint(n) + ending
}
