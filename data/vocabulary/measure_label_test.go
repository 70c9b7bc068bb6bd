package vocabulary

import "testing"

// TestLabel_measure: a measure has its label in both languages, whichever table names it.
func TestLabel_measure(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]string{
		"fatalities":        {"死亡人数", "Fatalities"},
		"ratio":             {"比率", "Ratio"},
		"gap":               {"差距", "Gap"},
		"agencies":          {"机构", "Agencies"},
		"water_tanks":       {"水箱", "Water tanks"},
		"share_of_schools":  {"学校占比", "Share of schools"},
		"zeppelin_moorings": {"zeppelin moorings", "Zeppelin moorings"},
	} {
		if got := [2]string{v.Label(Measure, name, "zh"), v.Label(Measure, name, "en")}; got != want {
			t.Errorf("%s is labelled %q, want %q", name, got, want)
		}
	}
}

// TestLabel_unit: what is counted has a label that can stand behind its number in both languages, whether a line of units.tsv
// names it or only its noun is known.
func TestLabel_unit(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]string{
		"house":             {"座房屋", "houses"},
		"tent":              {"顶帐篷", "tents"},
		"shelter":           {"个住所", "shelters"},
		"school":            {"所学校", "schools"},
		"animal":            {"只动物", "animals"},
		"constituent_state": {"个州", "states"},
		"agency":            {"个机构", "agencies"},
		"water_tank":        {"个水箱", "water tanks"},
		"zeppelin_mooring":  {"zeppelin mooring", "zeppelin moorings"},
		"":                  {"", ""},
	} {
		if got := [2]string{v.Label(Unit, name, "zh"), v.Label(Unit, name, "en")}; got != want {
			t.Errorf("%s is labelled %q, want %q", name, got, want)
		}
	}
}
