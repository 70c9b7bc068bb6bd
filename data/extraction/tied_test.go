package extraction

import (
	"testing"

	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_tied: a number whose noun stands elsewhere in its sentence is kept with that noun, and one that nothing ties to a noun
// is none.
func TestExtract_tied(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Of the 900 contracts shown, 610 worth $1.2 million stand.", "900 exact contract; 610 exact contract; 1200000 exact USD"},
		{"Of 480 teachers, 120 or 25 per cent live here.", "480 exact person; 120 exact person; 25 exact percent"},
		{"Some 30 per cent of teachers (144 out of 480) live here.", "30 about percent; 144 exact person; 480 exact person"},
		{"The rain took 80 houses and left another 35 badly damaged.", "80 exact house; 35 exact house"},
		{"A total of 410 of the authorized 500 posts were filled.", "410 exact post; 500 exact post"},
		{"Nine hundred people came. 14,200 gained access to wells.", "900 exact person; 14200 exact person"},
		{"More than 3,000 (refugees) were counted.", "3000 more_than person"},
		{"An earthquake with a magnitude of 6.1 shook the valley.", ""},
		{"The wells cost USD 1.6 m and the road US$ 3 m.", "1600000 exact USD; 3000000 exact USD"},
		{"The wall is 1.6 m high.", ""},
	} {
		if got := all(found(t, words, "en", c.text)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
