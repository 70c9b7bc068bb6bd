package vocabulary

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
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
	if built, err := With(filepath.Join(folder, "none")); err != nil || built == nil {
		t.Errorf("no folder: %v", err)
	}
}

// TestWith_faults: each faulty line of an analyst's own tables is named with its line and what is wrong with it, all at once.
func TestWith_faults(t *testing.T) {
	for _, c := range []struct {
		file, text string
		want       []string // "line kind detail"
	}{
		{"measures.tsv", "tents\tperson\n", []string{"1 bad_vocabulary 2/6"}},
		{"measures.tsv", "# own\ntents\tmarquee,person\t帐篷\tTents\t帐篷\ttents\nhuts\tperson\t\t\t\thuts\tshelters_in_use\n", []string{"2 unknown_unit marquee", "3 unknown_measure shelters_in_use"}},
		{"places.tsv", "Green Valley\tMalii\tMars\t绿谷\tGreen Valley\n\nBlue Hill\tGreen Valley\t\t\tBlue Hill\n", []string{"1 unknown_place Malii", "1 unknown_region Mars"}},
		{"peoples.tsv", "Valley\tGreen Valley\tValleyans\n", []string{"1 unknown_state Green Valley"}},
		{"peoples.tsv", "Hol\tHol camp\tHolians\n", []string{"1 unknown_state Hol camp"}},
		{"divisions.tsv", "Mali\t大区\tbigregion\n", []string{"1 unknown_unit bigregion"}},
		{"missions.tsv", "Nowhere\t某团\tUNX\n", []string{"1 unknown_place Nowhere"}},
		{"hedges.tsv", "# own\nroughly\tbefore\t\troughly\n", []string{"2 unknown_bound roughly"}},
		{"codes.tsv", "Erewhon\tERW\t999\n", []string{"1 unknown_place Erewhon"}},
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, c.file), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := With(folder)
		all, ok := err.(interface{ Unwrap() []error })
		if !ok {
			t.Errorf("%s %q: %v", c.file, c.text, err)
			continue
		}
		var got []string
		for _, err := range all.Unwrap() {
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.File != c.file {
				t.Errorf("%s: %v", c.file, err)
				continue
			}
			got = append(got, fault.Place+" "+string(fault.Kind)+" "+fault.Detail)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %q: got %q, want %q", c.file, c.text, got, c.want)
		}
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

// TestCode: a place has its own code or its State's, and one that joins several States has none.
func TestCode(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for place, want := range map[string][3]string{
		"Mali":                          {"MLI", "466", "Mali"},
		"Hol camp annex":                {"SYR", "760", "Syrian Arab Republic"},
		"Green Valley, Mali":            {"MLI", "466", "Mali"},
		"Hong Kong, China":              {"HKG", "344", "Hong Kong, China"},
		"Sahel":                         {"", "002", "Africa"},
		"Middle East":                   {},
		"Iraq and Syrian Arab Republic": {},
		"":                              {},
	} {
		code, of := v.Code(place)
		if got := [3]string{code.ISO3, code.M49, of}; got != want {
			t.Errorf("the code of %q is %q, want %q", place, got, want)
		}
	}
}

// TestCode_table: every row names a place of the gazetteer, and every State of the gazetteer has a row.
func TestCode_table(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, code := range v.codes {
		if _, ok := v.parents[name]; !ok {
			t.Errorf("%s has a code and is no place", name)
		}
		if len(code.M49) != 3 || code.ISO3 != "" && len(code.ISO3) != 3 {
			t.Errorf("%s has the code %+v", name, code)
		}
	}
	groupings := map[string]bool{"Gulf": true, "Pacific": true, "Arab States": true, "Abyei": true} // in no one list of States, or of a status not yet determined
	for name, region := range v.regions {
		if v.parents[name] == "" && region != "" && region != name && v.codes[name] == (Code{}) && !groupings[name] {
			t.Errorf("the State %s has no code", name)
		}
	}
}
