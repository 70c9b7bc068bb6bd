package extraction

import (
	"context"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// datesTold are sentences of a report of 12 August 2098 that tells of no period, each with the dates of its figures; "-" for
// none.
var datesTold = []struct{ name, en, zh, want string }{
	{"a clause of the year compared with", "Compared with 2096, when 12 attacks were counted, there were 8 attacks in 2097.", "与2096年记录12起袭击相比，2097年发生8起袭击。", "2096 2097"},
	{"a span up to a month", "In the six months to June 2098, 30 people fled.", "截至2098年6月的六个月内，30人逃离。", "2098-01/2098-06"},
	{"a year up to a month", "In the year ended 31 March 2098, 30 people fled.", "截至2098年3月的一年内，30人逃离。", "2097-04/2098-03"},
	{"a long while back", "Over the past decade, 30 people fled.", "过去十年，有30人逃离。", "-"},
	{"lately", "In recent years, 30 people fled.", "近年来，有30人逃离。", "-"},
	{"two years as one", "In 2096 and 2097, 30 people fled.", "2096年和2097年，有30人逃离。", "2096/2097"},
	{"two years, one each", "In 2096 and 2097, 30 and 20 herders fled, respectively.", "", "2096 2097"},
	{"since a dated thing", "Since the accord of 2095, 30 people have fled.", "", "2095/2098"},
	{"a period before that nothing dates", "In the previous period, 30 people fled.", "上一报告期内，30人逃离。", "-"},
	{"years after a dated thing", "Two years after the accord of 2095, 30 people fled.", "2095年和平协定签署两年后，30人逃离。", "-"},
	{"before a dated thing", "Ahead of the vote of December 2097, 30 people fled.", "2097年12月选举前夕，30人逃离。", "2098-08"},
	{"a year to come", "By 2100, 50 people will be reached.", "", "2100"},
	{"an aim", "The plan aims to reach 50 people by 2100.", "该计划力争到2100年惠及50人。", "-"},
	{"by a year that is over", "By 2097, 50 people had been reached.", "", "2097"},
	{"a month of the year told before", "The vote of 3 March 2097 was calm, followed in May by protests in which 20 people died.", "2097年3月3日举行了投票，5月发生抗议，20人死亡。", "2097-05"},
	{"a part with a year of its own", "From January 2097 to March 2098, 100 people died, including 40 in 2098.", "2097年1月至2098年3月，共有100人死亡，其中2098年40人。", "2097-01/2098-03 2098"},
	{"two years compared with", "Some 30 people died, which is 20 and 10 more than in 2096 and 2095.", "死亡30人，比2096年和2095年分别增加20人和10人。", "2098-08 2098-08 2098-08"},
}

// TestExtract_datesTold holds the dates of figures whose report has a date and no period.
func TestExtract_datesTold(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range datesTold {
		for language, text := range map[string]string{"en": c.en, "zh": c.zh} {
			if text == "" {
				continue
			}
			report := &data.Report{Language: language, Date: "2098-08-12", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
			result, err := Extract(context.Background(), report, words)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range result.Figures {
				if f.AsOf == nil {
					got = append(got, "-")
					continue
				}
				got = append(got, *f.AsOf)
			}
			if got := strings.Join(got, " "); got != c.want {
				t.Errorf("%s, %s: %s\n got %s\nwant %s", c.name, language, text, got, c.want)
			}
		}
	}
}

// TestExtract_lookingBack asks that what a report says without a date is of the report's own time, and known by it, however
// many of its figures are of one year before.
func TestExtract_lookingBack(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	report := &data.Report{Language: "en", Date: "2098-08-12", Paragraphs: []data.Paragraph{
		{Number: "1", Text: "In 2096, 30 people fled and 40 trucks were lost. In 2096, 50 barns burned."},
		{Number: "2", Text: "The league has 20 members."},
	}}
	result, err := Extract(context.Background(), report, words)
	if err != nil {
		t.Fatal(err)
	}
	last := result.Figures[len(result.Figures)-1]
	if len(result.Figures) != 4 || last.AsOf == nil || *last.AsOf != "2098-08" || last.Why["as_of"] != "report" {
		t.Errorf("%d figures, the last one of %v by %q", len(result.Figures), last.AsOf, last.Why["as_of"])
	}
}
