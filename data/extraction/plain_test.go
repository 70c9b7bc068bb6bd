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
	{"a toll", "The death toll rose to 450.", "450 person fatalities"},
	{"what people are", "Some 30,000 are homeless.", "30000 person displaced"},
	{"rates", "The homicide rate stood at 14 per 100,000 inhabitants.", "14 person homicide_rate"},
	{"mortality", "Under-five mortality reached 38 deaths per 1,000 live births.", "38 person mortality_rate"},
	{"a price of the dollar", "The parallel rate reached 60 riyals per United States dollar.", "60 rial exchange_rate"},
	{"consultations of the sick", "Clinics gave 300 consultations.", "300 consultation consultations"},
	{"consultations of Governments", "Envoys held 300 consultations.", "300 meeting meetings"},
	{"voters at the polls", "In all 300 voters came.", "300 person voters"},
	{"camps", "The guild went to 4 camps.", "4 camp camps"},
	{"camps still open", "Only 4 camps remained open.", "4 camp camps_open"},
	{"a body's members", "The board is composed of 29 members.", "29 person members"},
	{"those who served as heads", "In all 10 women served as ministers.", "10 woman women"},
	{"houses destroyed and damaged", "In all 240 houses were destroyed and 410 houses incurred damage.", "240 house homes_destroyed; 410 house homes_damaged"},
	{"an area by its verb", "Growers planted 4,500 hectares.", "4500 hectare area_planted"},
	{"those born", "Some 59 girls and 33 boys were born to tenants.", "59 child births; 33 child births"},
	{"of those killed", "Of the 207 killed, 25 were tenants.", "207 person fatalities; 25 person fatalities"},
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
