package extraction

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// plain are sentences whose numbers have their noun elsewhere, with "value unit measure" of each figure.
var plain = []struct{ name, text, want string }{
	{"labels", "Deaths: 45; injured: 120; missing: 12.", "45 person fatalities; 120 person injured; 12 person missing"},
	{"a label of two words", "Displaced people: 12,400.", "12400 person displaced"},
	{"labels of what is no figure", "Rule: 45. Page: 3. Contact: 4512.", ""},
	{"some of them", "The guild moved 4,700 refugees. Some 521 of them went by air.", "4700 person refugees; 521 person refugees"},
	{"of them, and nothing before", "Farms have grown, as many as 38 of them on sand.", ""},
	{"of those who", "An estimated 1.6 million of those who fish own no boat.", "1600000 person people"},
	{"some in brackets", "In all 114 (60 boys, 54 girls) were hurt.", "114 person injured; 60 child injured; 54 child injured"},
	{"an aside before the verb", "The flood killed 2,076 people. 1,454 – most of all – were tenants.", "2076 person fatalities; 1454 person people"},
	{"behind a colon", "There were fewer complaints: 13 from Chad and 10 from Mali.", "13 complaint complaints; 10 complaint complaints"},
	{"those who live somewhere", "Of the 750 million adults, 565 million live in 29 countries.", "750000000 person people; 565000000 person people; 29 state countries_covered"},
	{"parts of a country, each with a number", "The number of evacuees is put at 1,755 people from three departments: Nippes (994), Ouest (387) and Sud (374).", "1755 person evacuees; 3 department departments; 994 person evacuees; 387 person evacuees; 374 person evacuees"},
	{"places behind what happened there", "The highest number of cases of theft occurred in Chad (28) and Mali (14).", "28 case cases; 14 case cases"},
	{"male behind female", "The flood caused 86 deaths (47 female; 38 male).", "86 person fatalities; 47 woman fatalities; 38 person people"},
	{"a list before its predicate", "In all 40 girls and 9 women were killed in May, and at least 10 girls, 12 boys and 60 women were injured.", "40 child fatalities; 9 woman fatalities; 10 child injured; 12 child injured; 60 woman injured"},
	{"those who live in districts", "About 5.4 million people live in the 14 districts.", "5400000 person people; 14 district districts"},
}

// TestExtract_plain: a number finds its noun in a label, in brackets or in what was said before.
func TestExtract_plain(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range plain {
		report := &data.Report{Language: "en", Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, f := range result.Figures {
			got = append(got, fmt.Sprintf("%v %s %s", f.Value, f.Unit, f.Measure))
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, all, c.want)
		}
	}
}
