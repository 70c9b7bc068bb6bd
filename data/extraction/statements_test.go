package extraction

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_statements asks of single sentences, of which no twin stands in the other language, what they state and nothing
// beside.
func TestExtract_statements(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/statements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for n, line := range strings.Split(strings.TrimRight(string(raw), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		text, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Errorf("line %d has no second column", n+1)
		}
		language := "en"
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			language = "zh"
		}
		asked++
		if got := all(found(t, words, language, text)); got != want {
			t.Errorf("line %d: %s\n got %q\nwant %q", n+1, text, got, want)
		}
	}
	if asked < 400 {
		t.Errorf("only %d sentences", asked)
	}
}
