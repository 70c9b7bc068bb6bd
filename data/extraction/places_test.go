package extraction

import (
	"context"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// placed are sentences with the place of each figure in its order; "" where the words leave it open.
var placed = []struct{ name, title, text, want string }{
	{"an unknown name in a list", "", "Tutors held 73 sessions in Awbari, Gharyan, Zalla and Sabha.", "Awbari, Gharyan, Zalla and Sabha, Libya"},
	{"a quarter of the next name", "", "The board ran 12 projects in Jonglei, Northern and Western Bahr el-Ghazal and Zalla.", "Jonglei State, Northern Bahr el-Ghazal State, Western Bahr el-Ghazal State and Zalla, South Sudan"},
	{"a list with one kind", "", "Two fairs were held in Central Equatoria and Jonglei States.", "Central Equatoria and Jonglei States"},
	{"a name whole only with its kind", "", "Thefts occurred in Jonglei (12), Unity (6) and Warrap (3).", "Jonglei State, South Sudan; Unity State, South Sudan; Warrap State, South Sudan"},
	{"the last of a list is not carried on", "", "Thefts occurred in Jonglei (12) and Warrap (3). Nine others stayed unsolved.", "Jonglei State, South Sudan; Warrap State, South Sudan; South Sudan"},
	{"bodies behind the opening of a sentence", "", "In Gao, Oats Office and Rice Board trained 40 cooks.", "Gao, Mali"},
	{"an office is no place of a list", "", "They met in Gao, Oats Office and Rice Board and trained 40 cooks.", "Gao, Mali"},
	{"examples are not the whole", "", "Voters in 63 towns, including Gao, Kidal and Zalla, chose among 410 candidates.", "; "},
	{"a part's place told aside", "", "Some 5 million people, including 1 million in Kidal, need wells in Mali.", "Mali; Kidal, Mali"},
	{"examples of countries", "", "Forty cooks were trained in countries such as Mali and Niger.", ""},
	{"an adjective of a body", "", "Lessons were given to 30 members of the Gao-based cooking guild.", ""},
	{"what came from a place", "", "Of the 70 goats, 20 were imported from Chad.", "; "},
	{"from what people fled", "", "The kitchens fed 900 people fleeing conflict in Chad.", ""},
	{"from what people fled in their own country", "A year in Chad", "The kitchens fed 900 people fleeing conflict in Chad.", "Chad"},
	{"what set things off abroad", "A year in Chad", "Marches over the killing of traders in Gao left 900 people displaced.", "Chad"},
	{"across a border", "A year in Chad", "Guards at the border with Niger stopped 300 lorries.", "Chad"},
	{"who pays", "", "With funding from Japan, the Oats Relief Office (ORO), Greece, and China, the guild built 300 homes.", ""},
	{"who pays, and where", "A year in Chad", "The Government of Belgium donated seed for growers in all four provinces.", "Chad"},
	{"where a text is issued", "", "Geneva – More than 900 cooks were trained.", ""},
	{"a size", "", "The plague hit 27 million people, nearly a country the size of Malaysia.", ""},
	{"departments are no places", "", "With the Crop and Goat Departments of Chad, the guild fed 900 goats.", "Chad"},
	{"two provinces that are known", "", "Rain fell on 300 homes in Sindh and Punjab provinces.", "Sindh and Punjab, Pakistan"},
}

// TestExtract_placesEnglish: the place of a figure is where its sentence says that things are.
func TestExtract_placesEnglish(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range placed {
		report := &data.Report{Language: "en", Title: c.title, Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, f := range result.Figures {
			if f.Place == nil {
				got = append(got, "")
				continue
			}
			got = append(got, *f.Place)
		}
		if all := strings.Join(got, "; "); all != c.want || len(got) == 0 {
			t.Errorf("%s: %s\n  places %q, want %q", c.name, c.text, all, c.want)
		}
	}
}
