package vocabulary

import "testing"

func TestPopulationLabel(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Iraqi": "伊拉克人", "Iraqi children": "伊拉克儿童", "foreign non-Iraqi children": "外国非伊拉克儿童", "women": "妇女",
		"older persons": "老年人", "": "", "nationality unknown": "国籍不明",
	} {
		if got := v.PopulationLabel(name, "zh"); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
		if got := v.PopulationLabel(name, "en"); got != name {
			t.Errorf("%q in English is %q", name, got)
		}
	}
}
