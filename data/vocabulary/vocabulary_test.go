package vocabulary

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"figurebook.org/figurebook/data"
)

func TestWith(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("places.tsv", "# own\nGreen Valley, Mali\tMali\t\t绿谷\tGreen Valley|the Valley\n")
	v, err := With(folder)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"Green Valley": "Green Valley, Mali", "绿谷": "Green Valley, Mali", "Mali": "Mali"} {
		if name, _ := v.Places.At([]rune(text), 0); name != want {
			t.Errorf("%s is %q, want %q", text, name, want)
		}
	}
	if got := v.RegionOf("Green Valley, Mali"); got != "Africa" {
		t.Errorf("its region is %q", got)
	}
	write("measures.tsv", "tents\tperson\n")
	var fault *data.Fault
	if _, err := With(folder); !errors.As(err, &fault) || fault.Kind != data.BadVocabulary || fault.File != "measures.tsv" || fault.Place != "1" {
		t.Errorf("a faulty table: %v", err)
	}
	if built, err := With(filepath.Join(folder, "none")); err != nil || built == nil {
		t.Errorf("no folder: %v", err)
	}
}

// TestDefault_forms: no form of the built-in tables is empty, and every place's parent exists.
func TestDefault_forms(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, parent := range v.parents {
		if _, ok := v.parents[parent]; parent != "" && !ok {
			t.Errorf("%s lies in %s, which no row names", name, parent)
		}
	}
}
