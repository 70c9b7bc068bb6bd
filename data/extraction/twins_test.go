package extraction

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// found is what the rules find in one sentence.
func found(t testing.TB, words *vocabulary.Vocabulary, language, text string) []data.Figure {
	t.Helper()
	report := &data.Report{Language: language, Period: "2098-H2", Date: "2099-02-03", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
	result, err := Extract(context.Background(), report, words)
	if err != nil {
		t.Fatal(err)
	}
	return result.Figures
}

// TestExtract_twins says one thing in both languages, in every combination of hedge, numeral, noun and place, and asks
// that both editions are read alike.
func TestExtract_twins(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	hedges := []struct {
		en, zhBefore, zhBehind string
		bound                  data.Bound
	}{
		{"", "", "", data.Exact},
		{"about ", "约", "", data.About},
		{"some ", "大约", "", data.About},
		{"approximately ", "", "", data.About}, // left out in Chinese below: 左右 stands behind the counter
		{"more than ", "超过 ", "", data.MoreThan},
		{"over ", "逾", "", data.MoreThan},
		{"at least ", "至少 ", "", data.AtLeast},
		{"no fewer than ", "不少于 ", "", data.AtLeast},
		{"less than ", "不到 ", "", data.LessThan},
		{"nearly ", "近", "", data.LessThan},
		{"up to ", "多达 ", "", data.AtMost},
		{"no more than ", "不超过 ", "", data.AtMost},
	}
	numbers := []struct {
		en, zh string
		value  string
	}{
		{"1,500", "1 500 ", "1500"},
		{"12,000", "1.2 万", "12000"},
		{"65,000", "65 000 ", "65000"},
		{"2 million", "200 万", "2000000"},
		{"1.2 million", "120 万", "1200000"},
		{"forty-five", "四十五", "45"},
		{"two hundred and five", "两百零五", "205"},
	}
	nouns := []struct{ en, zh, unit, measure string }{
		{"fighters remained in Mali", "名作战人员仍在马里", "person", "fighters"},
		{"refugees arrived in Chad", "名难民抵达乍得", "person", ""},
		{"children were vaccinated in Kenya", "名儿童在肯尼亚接种疫苗", "child", "vaccinated"},
		{"people were killed in Iraq", "人在伊拉克死亡", "person", "fatalities"},
		{"women attended in Ghana", "名妇女在加纳出席", "woman", "participants"},
		{"civilians were injured in Yemen", "名平民在也门受伤", "person", "injured"},
	}
	pairs := 0
	for _, h := range hedges {
		for _, n := range numbers {
			for _, noun := range nouns {
				pairs++
				zhNumber, behind := n.zh, ""
				if h.en == "approximately " {
					behind = "左右"
				}
				noun, zhNoun := noun, noun.zh
				if behind != "" {
					counter := []rune(zhNoun)[0]
					zhNoun = string(counter) + behind + strings.TrimPrefix(zhNoun, string(counter))
				}
				en := h.en + n.en + " " + noun.en + "."
				for language, text := range map[string]string{"en": strings.ToUpper(en[:1]) + en[1:], "zh": h.zhBefore + zhNumber + zhNoun + "。"} {
					figures := found(t, words, language, text)
					if len(figures) != 1 {
						t.Errorf("%s: %d figures", text, len(figures))
						continue
					}
					f := figures[0]
					if f.Value == nil || f.Value.String() != n.value || f.Bound != h.bound || f.Unit != noun.unit {
						t.Errorf("%s: %+v", text, f.Quantity)
					}
					if noun.measure != "" && f.Measure != noun.measure {
						t.Errorf("%s: measure %s, want %s", text, f.Measure, noun.measure)
					}
				}
			}
		}
	}
	if pairs < 400 {
		t.Errorf("only %d pairs", pairs)
	}
}

// TestExtract_attributes holds the constructions that tell what, where and when.
func TestExtract_attributes(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ language, text, want string }{
		{"en", "Between 11 December 2098 and 31 March 2099, 5,000 migrants were rescued in Libya.", "5000 person rescued Libya 2098-12-11/2099-03-31"},
		{"en", "A forum in Juba brought together 97 youths (46 women).", "97 person participants Juba, South Sudan 2098-H2; 46 woman participants Juba, South Sudan 2098-H2"},
		{"en", "The number of migrants in Libya exceeded 51,000 in December 2098.", "51000 person migrants Libya 2098-12"},
		{"en", "The team counted 3,100 of the 9,400 refugees in Chad.", "3100 person refugees Chad 2098-H2; 9400 person refugees Chad 2098-H2"},
		{"en", "On paper, 61 staff worked in Tripoli, 14 in Tunis and 5 in Benghazi.", "61 person staff Tripoli, Libya 2098-H2; 14 person staff Tunis, Tunisia 2098-H2; 5 person staff Benghazi, Libya 2098-H2"},
		{"en", "Chad, Kenya and Ghana received $10 million, $20 million and $30 million, respectively.", "10000000 USD contributions Chad 2098-H2; 20000000 USD contributions Kenya 2098-H2; 30000000 USD contributions Ghana 2098-H2"},
		{"zh", "乍得、肯尼亚和加纳分别收到 1 000 万美元、2 000 万美元和 3 000 万美元。", "10000000 USD contributions Chad 2098-H2; 20000000 USD contributions Kenya 2098-H2; 30000000 USD contributions Ghana 2098-H2"},
		{"zh", "2007 年至 2021 年，该国债务从 79.5%增至 117%。", "79.5 percent debt_to_gdp - 2007; 117 percent debt_to_gdp - 2021"},
		{"zh", "有 76 个国家工作队实施了行动计划。", "76 team country_teams - 2098-H2"},
		{"en", "Clashes in Magwe County left 12 people killed.", "12 person fatalities Magwe County 2098-H2"},
		{"en", "Two thirds of the schools in Mali reopened, and half of the population returned.", "66.6666666666667 percent share_of_schools Mali 2098-H2; 50 percent share_of_population Mali 2098-H2"},
		{"zh", "百分之六十的难民是儿童。马里有三成住户迁走。", "60 percent share_children - 2098-H2; 30 percent share_of_households Mali 2098-H2"},
		{"en", "In the second half of 2098 a third party met the first half of the delegates.", ""},
		{"en", "The force carried out 833 protection tasks.", "833 task tasks - 2098-H2"},
		{"en", "It met for 12 days, 30 hours in all, on 18 to 20 February.", ""},
	} {
		var got []string
		for _, f := range found(t, words, c.language, c.text) {
			place, when := "-", "-"
			if f.Place != nil {
				place = *f.Place
			}
			if f.AsOf != nil {
				when = *f.AsOf
			}
			got = append(got, fmt.Sprintf("%s %s %s %s %s", f.Value, f.Unit, f.Measure, place, when))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestFigure_fields holds the names that others read: those of the JSON of a figure.
func TestFigure_fields(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	line, err := json.Marshal(found(t, words, "en", "In Chad, between 20 and 30 wells were dug in 2097.")[0])
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"id", "report", "language", "paragraph", "section", "text", "start", "end", "sentence", "value", "low", "high", "bound", "unit",
		"measure", "counted", "place", "group", "as_of", "source", "confidence", "status", "why",
	} {
		if _, ok := fields[name]; !ok {
			t.Errorf("the JSON has no %q: %s", name, line)
		}
	}
	if fields["value"] != nil || fields["low"] != 20.0 || fields["high"] != 30.0 {
		t.Errorf("a range has two ends and no value: %s", line)
	}
}
