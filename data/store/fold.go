package store

import (
	"database/sql"
	"slices"
	"strings"
	"unicode"

	sqlite "github.com/mattn/go-sqlite3"
	"golang.org/x/text/unicode/norm"
)

// driver is SQLite with the functions that the schema uses.
const driver = "sqlite3_figurebook"

func init() {
	sql.Register(driver, &sqlite.SQLiteDriver{ConnectHook: func(c *sqlite.SQLiteConn) error {
		if err := c.RegisterFunc("fold", func(text string) string { return separated(foldText(text).runes) }, true); err != nil {
			return err
		}
		return c.RegisterFunc("holds", func(text, folded string) bool { return strings.Contains(string(foldText(text).runes), folded) }, true)
	}})
}

// folded is a text without what search does not tell apart: case, accents, full and half width. at is where each rune
// stood in the text, in runes, and one more for its end.
type folded struct {
	runes []rune
	at    []int
}

// common are the foldings of runes that reports are full of beside letters and Han, as the full-width comma: to look one up
// is quicker than to take it apart.
var common = func() map[rune][]rune {
	all := map[rune][]rune{}
	for _, span := range [][2]rune{{0x80, 0x24f}, {0x2000, 0x206f}, {0x3000, 0x303f}, {0xff00, 0xffef}} {
		for r := span[0]; r <= span[1]; r++ {
			all[r] = foldRune(r)
		}
	}
	return all
}()

// foldRune is a rune in lower case and usual width, without its accents.
func foldRune(r rune) (parts []rune) {
	for _, part := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, part) {
			parts = append(parts, unicode.ToLower(part))
		}
	}
	return parts
}

func foldText(text string) folded {
	f := folded{make([]rune, 0, len(text)), make([]int, 0, len(text)+1)}
	i := 0
	for _, r := range text {
		switch {
		case r < 0x80 || r >= 0x4e00 && r <= 0x9fff: // most of what there is, and quick
			f.runes, f.at = append(f.runes, unicode.ToLower(r)), append(f.at, i)
		default:
			parts, ok := common[r]
			if !ok {
				parts = foldRune(r)
			}
			for _, part := range parts {
				f.runes, f.at = append(f.runes, part), append(f.at, i)
			}
		}
		i++
	}
	f.at = append(f.at, i)
	return f
}

// separated puts blanks around each Han character.
func separated(runes []rune) string {
	var b strings.Builder
	b.Grow(len(runes) * 4)
	for _, r := range runes {
		if unicode.Is(unicode.Han, r) {
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// term is a word or phrase that is searched for.
type term struct {
	runes  []rune // folded
	prefix bool   // it may go on: the word that is being typed
}

// terms are the words of a query; those in quotation marks are one phrase. The last one that is not, if it has three
// letters, may be the beginning of a word.
func terms(query string) []term {
	var all []term
	query = strings.NewReplacer("“", `"`, "”", `"`, "「", `"`, "」", `"`).Replace(query)
	for i, part := range strings.Split(query, `"`) {
		phrase := i%2 == 1
		words := []string{part}
		if !phrase {
			words = strings.FieldsFunc(part, unicode.IsSpace)
		}
		for _, w := range words {
			runes := slices.DeleteFunc(foldText(strings.TrimSpace(w)).runes, func(r rune) bool { return r == '*' || r == 0 })
			if slices.ContainsFunc(runes, token) {
				all = append(all, term{runes: runes})
			}
		}
	}
	if n := len(all) - 1; n >= 0 && !strings.HasSuffix(query, `"`) && !strings.HasSuffix(query, " ") {
		last := all[n].runes
		letters := len(last) >= 3
		for _, r := range last[max(0, len(last)-3):] {
			letters = letters && unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
		}
		all[n].prefix = letters
	}
	return all
}

// token tells whether the index keeps a rune.
func token(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// matchWords is how many words of a phrase the index is asked for at once: it reads longer ones as a whole from the disk.
const matchWords = 4

// match says terms to the index: all of them, each a phrase. Of a longer phrase it asks for stretches that overlap by a
// word, so what it finds is to be looked at again.
func match(all []term) string {
	var phrases []string
	for _, t := range all {
		words := strings.FieldsFunc(separated(t.runes), func(r rune) bool { return !token(r) })
		if t.prefix {
			words[len(words)-1] += "*"
		}
		for from := 0; ; from += matchWords - 1 {
			from = max(0, min(from, len(words)-matchWords))
			to := min(len(words), from+matchWords)
			phrases = append(phrases, `"`+strings.Join(words[from:to], " ")+`"`)
			if to == len(words) {
				break
			}
		}
	}
	return strings.Join(phrases, " ")
}

// in finds where a term stands in a text, in runes of the text as it was before folding.
func (t term) in(f folded) (places [][2]int) {
	for i := 0; i+len(t.runes) <= len(f.runes); i++ {
		if f.runes[i] != t.runes[0] || !slices.Equal(f.runes[i:i+len(t.runes)], t.runes) {
			continue
		}
		end := i + len(t.runes)
		if i > 0 && joined(f.runes[i-1], f.runes[i]) || !t.prefix && end < len(f.runes) && joined(f.runes[end-1], f.runes[end]) {
			continue
		}
		if n := len(places); n > 0 && places[n-1][1] > f.at[i] {
			continue
		}
		places = append(places, [2]int{f.at[i], f.at[end-1] + 1})
	}
	return places
}

// joined tells whether two runes stand in one word of the index.
func joined(a, b rune) bool {
	return token(a) && token(b) && !unicode.Is(unicode.Han, a) && !unicode.Is(unicode.Han, b)
}
