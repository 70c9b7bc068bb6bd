package vocabulary

import "testing"

// TestVocabulary_chinesePlace: places named together are all in Chinese or all as printed, and what they are and where they
// lie is in Chinese.
func TestVocabulary_chinesePlace(t *testing.T) {
	v, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Iraq": "伊拉克",
		"Ninawa, Kirkuk and Salah al-Din Governorates, Iraq": "尼尼微省、基尔库克和萨拉赫丁",
		"Ninawa, Kirkuk and Salah al-Din, Iraq":              "尼尼微省、基尔库克和萨拉赫丁",
		"Hawl and Rawj camps":                                "霍尔营地和罗杰营地",
		"Nasir, Ulang and Baliet Counties, South Sudan":      "Nasir, Ulang and Baliet Counties（南苏丹）",
		"Uror County, South Sudan":                           "Uror County（南苏丹）",
		"Anywhere and Elsewhere camps, South Sudan":          "Anywhere 和 Elsewhere 营地（南苏丹）",
		"Uror County":                "Uror County",
		"Anywhere East, South Sudan": "Anywhere East（南苏丹）",
		"":                           "",
		"Nowhere, , South Sudan":     "Nowhere（南苏丹）",
		"Nowhere and , South Sudan":  "Nowhere（南苏丹）",
		"Anywhere":                   "Anywhere",
		"Iraq and Lebanon":           "伊拉克和黎巴嫩",
	} {
		if got := v.Label(Place, name, "zh"); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
		if got := v.Label(Place, name, "en"); got != name {
			t.Errorf("%s is %s in English", name, got)
		}
	}
}
