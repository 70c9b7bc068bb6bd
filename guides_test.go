package figurebook_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
)

// TestGuides: what the users' guides name of the menus stands there in these words.
func TestGuides(t *testing.T) {
	for file, guide := range map[string]struct{ language, named string }{
		"README.md":                 {"en", `\*([A-Z][\w ]+) > ([^*]+)\*`},
		"assets/guide/README.zh.md": {"zh", `“([^“”>]+) > ([^“”]+)”`},
	} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := translations.For(guide.language)
		shown := map[string]bool{}
		for _, word := range words.Keys() {
			shown[word] = true
		}
		named := regexp.MustCompile(guide.named).FindAllStringSubmatch(strings.Join(strings.Fields(string(raw)), " "), -1)
		if len(named) < 3 {
			t.Fatalf("%s: only %d menus are named", file, len(named))
		}
		for _, n := range named {
			for _, word := range n[1:] {
				if !shown[word] {
					t.Errorf("%s names %s, which no menu is called", file, n[0])
				}
			}
		}
	}
}
