package extraction

import (
	"context"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_listBounds holds what a hedge before a list says of the members behind the first: each figure as "value bound",
// with "?" where it is doubtful because of the hedge, "*" where the hedge governs it by grammar.
func TestExtract_listBounds(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, en, zh, want string }{
		{"each with its noun", "At least 30 men, 20 women and 10 children fled.", "至少 30 名男子、20 名妇女和 10 名儿童逃离。", "30 at_least; 20 exact?; 10 exact?"},
		{"each with its place", "About 30 herders in Mali and 20 herders in Chad left.", "", "30 about; 20 exact?"},
		{"money", "It owed more than $30 million and $20 million.", "欠款逾 30 美元和 20 美元。", "30 more_than; 20 exact?"},
		{"one noun behind them", "About 30 and 20 herders left, respectively.", "", "30 about; 20 about*"},
		{"a word for each", "", "牧民人数分别约为 30 人和 20 人。", "30 about; 20 about*"},
		{"a hedge of their own", "At least 30 men, about 20 women and 10 children fled.", "至少 30 名男子、约 20 名妇女和 10 名儿童逃离。", "30 at_least; 20 about; 10 exact"},
		{"no hedge", "Some herders left: 30 men, 20 women and 10 children.", "30 名男子、20 名妇女和 10 名儿童逃离。", "30 exact; 20 exact; 10 exact"},
		{"another verb", "At least 30 men fled and 20 women were hurt.", "至少 30 名男子逃离，20 名妇女受伤。", "30 at_least; 20 exact"},
		{"other things", "At least 30 men and 20 trucks left.", "至少 30 名男子和 20 辆卡车离开。", "30 at_least; 20 exact"},
		{"nothing between them", "At least 5 men 5 men fled.", "至少 5 人5 人逃离。", "5 at_least; 5 exact"},
		{"a range first", "Between 30 and 50 men and 20 women fled.", "30 至 50 名男子和 20 名妇女逃离。", " range; 20 exact"},
	} {
		for language, text := range map[string]string{"en": c.en, "zh": c.zh} {
			if text == "" {
				continue
			}
			want := c.want
			if c.name == "money" {
				want = map[string]string{"en": "30000000 more_than; 20000000 exact?", "zh": c.want}[language]
			}
			report := &data.Report{Language: language, Period: "2098-H2", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
			result, err := Extract(context.Background(), report, words)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range result.Figures {
				number := ""
				if f.Value != nil {
					number = f.Value.String()
				}
				code, _, _ := strings.Cut(f.Why["bound"], ": ")
				mark := ""
				switch {
				case code == "hedge over the list" && !f.Doubtful():
					mark = "*"
				case code == "hedge before the list" && f.Doubtful():
					mark = "?"
				case code != "":
					mark = "!"
				}
				got = append(got, number+" "+string(f.Bound)+mark)
				if code != "" && (!translations.For("en").Has("window.why."+code) || !translations.For("zh-Hans").Has("window.why."+code)) {
					t.Errorf("no words for %q", code)
				}
			}
			if got := strings.Join(got, "; "); got != want {
				t.Errorf("%s, %s: %s\n got %s\nwant %s", c.name, language, text, got, want)
			}
		}
	}
}
