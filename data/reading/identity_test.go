package reading

import (
	"strings"
	"testing"
)

func TestSymbolOfName_parts(t *testing.T) {
	for name, want := range map[string]string{
		"S-2099-98.zh.txt":             "S/2099/98",
		"S_2099_71_Rev.1-EN.pdf":       "S/2099/71/Rev.1",
		"s-2099-71-rev.1-corr.2.pdf":   "S/2099/71/Rev.1/Corr.2",
		"A_HRC_58_71_Add.1.docx":       "A/HRC/58/71/Add.1",
		"S-2099-71-Review.pdf":         "S/2099/71",
		"report.pdf":                   "",
		"minutes-2099-71-Corr.1-x.pdf": "",
	} {
		if got := symbolOfName(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestReissueOf(t *testing.T) {
	for line, want := range map[string]int{
		"* Reissued for technical reasons on 5 March 2099.":    1,
		"** Second reissue for technical reasons (9 May 2099)": 2,
		"* 由于技术原因于 2099 年 3 月 5 日重新印发。":                        1,
		"* 因技术原因重新印发。":                                         1,
		"* 由于技术原因第二次重新印发。":                                     2,
		"* Nouveau tirage pour raisons techniques (5 mars)":    1,
		"* Publicado nuevamente por razones técnicas":          1,
		"* Переиздано по техническим причинам":                 1,
		"* أعيد إصدارها لأسباب فنية":                           1,
		"The book was reissued by its publisher.":              0,
	} {
		if got := reissueOf(line); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
}

func TestRead_extracts(t *testing.T) {
	for name, c := range map[string]struct{ text, paragraphs, date, period string }{
		"an extract begins with its own number": {
			"The valley\n\nMay 2099\n\n84. Some families left the valley when the river rose.\n\n85. Most of them came back in the spring of that year.\n", "84 85", "2099-05", "",
		},
		"one paragraph of a document": {
			"2099年\n\n山谷局势\n\n39. 河水上涨时，一些家庭离开了山谷，大多数家庭在当年春天返回家园。\n", "39", "2099", "",
		},
		"prose that holds a number is no extract": {
			"Some families left the valley when the river rose.\n\n12. Most of them came back in the spring of that year.\n", "u1 u2", "", "",
		},
		"a day says more than a month": {"The valley\n\nMay 2099\n\n3 May 2099\n\n1. Families left.\n", "1", "2099-05-03", ""},
		"a week":                       {"The valley: bulletin, 28 April to 4 May 2099\n\n1. Families left.\n", "1", "", "2099-04-28/2099-05-04"},
		"a week of one month":          {"The valley: bulletin\n\n1. This issue covers the week from 4 to 10 May 2099.\n", "1", "", "2099-05-04/2099-05-10"},
		"a week in Chinese":            {"山谷简报\n\n1. 本报告涵盖2099年5月4日至10日。\n", "1", "", "2099-05-04/2099-05-10"},
		"two weeks in Chinese":         {"山谷简报\n\n1. 本报告涵盖2099年4月28日至5月10日。\n", "1", "", "2099-04-28/2099-05-10"},
		"days of a journey":            {"The valley\n\n1. The mayor went to the hills from 4 to 10 May 2099.\n", "1", "", ""},
		"months, and a day each":       {"The valley\n\n1. The report covers the period from 16 March to 15 May 2099.\n", "1", "", "2099-03/2099-05"},
		"a month that days stand for":  {"The valley\n\n1. The report covers the period from 1 to 30 June 2099.\n", "1", "", "2099-06"},
		"a period of one month":        {"The valley\n\n1. The report covers the period from 1 May to 31 May 2099.\n", "1", "", "2099-05"},
	} {
		r, err := parse(t.Context(), c.text, "", false)
		if err != nil {
			t.Fatal(err)
		}
		identify(r, "", Hints{})
		var numbers []string
		for _, p := range r.Paragraphs {
			numbers = append(numbers, p.Number)
		}
		if got := strings.Join(numbers, " "); got != c.paragraphs || r.Date != c.date || r.Period != c.period {
			t.Errorf("%s: paragraphs %q, date %q, period %q; want %q, %q, %q", name, got, r.Date, r.Period, c.paragraphs, c.date, c.period)
		}
	}
}
