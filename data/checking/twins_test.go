package checking_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/vocabulary"
)

// A twin is one paragraph in both languages, in our own words. A difference that was put in on purpose is written "kind:
// words", the words of each edition that it is about parted by |; what one edition lacks has the words of the other.
type twin struct {
	name, en, zh string
	want         []string
}

var twins = []twin{
	// Paragraphs that say the same.
	{"camps", "Some 65,000 people stayed in the camps, including more than 8,000 children.", "大约 6.5 万人留在营地，其中包括 8 000 多名儿童。", nil},
	{"nearly and 近", "Nearly 300 guards left, and almost half of the posts are vacant.", "近 300 名警卫离开，将近一半的员额空缺。", nil},
	{"at least and 以上", "At least 40 schools closed and 12 or more clinics were looted.", "40 所以上学校关闭，至少 12 个诊所遭洗劫。", nil},
	{"up to and 多达", "Up to 500 fighters may be left there.", "那里可能还有多达 500 名作战人员。", nil},
	{"a range", "Between 500 and 1,200 fighters remained.", "仍有 500 至 1 200 名作战人员。", nil},
	{"a range with one scale", "Losses came to $1.2–1.5 billion.", "损失为 12 亿至 15 亿美元。", nil},
	{"hundreds", "Several hundred prisoners were freed and dozens of houses burned.", "数百名囚犯获释，数十所房屋被烧。", nil},
	{"a change", "The number of guards fell from 1,500 to 400.", "警卫人数从 1 500 人减少到 400 人。", nil},
	{"a change in another order", "The number of guards fell to 400, from 1,500 a year before.", "警卫人数从一年前的 1 500 人减少到 400 人。", nil},
	{"shares in words", "Two thirds of the wells are dry and one in five is polluted.", "三分之二的水井干涸，五分之一受到污染。", nil},
	{"per cent in words", "Turnout was 60 per cent, up by 4.5 percentage points.", "投票率为百分之六十，上升 4.5 个百分点。", nil},
	{"money in two currencies", "The fund holds $14 million and €3 million.", "该基金有 1 400 万美元和 300 万欧元。", nil},
	{"doubled", "Prices more than doubled.", "价格翻了一番多。", nil},
	{"dates and symbols count nothing", "On 5 May 2020, as paragraph 12 of S/2020/15 says, 3 meetings were held.", "如 S/2020/15 第 12 段所述，2020 年 5 月 5 日举行了三次会议。", nil},
	{"another order of clauses", "Of 90 victims, 30 were released and 20 died.", "90 名受害者中，20 人死亡，30 人获释。", nil},
	{"tonnes", "Police seized 3.2 tons of cocaine and arrested 57 suspects.", "警方缉获 3.2 吨可卡因，逮捕了 57 名嫌疑人。", nil},
	{"a rate", "There were 223 deaths per 100,000 live births.", "每 10 万例活产有 223 例死亡。", nil},
	{"no more than", "No more than 300 people may enter.", "不超过 300 人可以进入。", nil},
	{"approximation by 左右", "About 5,000 children were vaccinated.", "5 000 名左右儿童接种了疫苗。", nil},
	{"women counted", "The council has 41 members, 12 of them women.", "理事会有 41 名成员，其中 12 名妇女。", nil},
	{"small numbers twice", "Three convoys reached three towns.", "三个车队抵达三个城镇。", nil},
	{"grouped and with 万", "1,234,500 doses and 27,500 kits were sent.", "发送了 123.45 万剂疫苗和 2.75 万个包裹。", nil},
	{"in excess of", "Arrears were in excess of $2.3 billion.", "欠款超过 23 亿美元。", nil},
	{"a dozen", "A dozen officers attended two workshops.", "十二名干事参加了两次讲习班。", nil},
	{"a change hedged at both ends", "Pupils rose from fewer than 500 to more than 1,200 children.", "学童从不到 500 名儿童增至 1 200 多名儿童。", nil},

	{"a multiple as growth", "Prices doubled in May.", "5 月价格上涨一倍。", nil},
	{"growth by the hundred", "Output rose by 100 per cent.", "产量增长了一倍。", nil},
	{"tripled as growth by two", "Attacks tripled in 2098.", "2098 年袭击增加两倍。", nil},
	{"a multiple reached", "Output rose fivefold.", "产量增加到五倍。", nil},
	{"halved", "Output was halved.", "产量减少一半。", nil},
	{"per cent for a fraction", "Half of the wells are dry.", "50%的水井干涸。", nil},
	{"one who died", "One person was killed and three were injured.", "一人死亡，三人受伤。", nil},
	{"not over", "The number of refugees did not exceed 3,000.", "难民人数未超过 3 000 人。", nil},
	{"exceeded", "The number of refugees exceeded 3,000.", "难民人数超过 3 000 人。", nil},
	{"estimated from afar", "It is estimated that 5,000 people stayed.", "据估计，有 5 000 人留下。", nil},
	{"a fall in both", "Attacks fell by 30 per cent.", "袭击减少 30%。", nil},
	{"a fall held against a year before", "Thefts fell compared to May by 40 cases.", "盗窃案比 5 月减少 40 起。", nil},
	{"to in both", "The total fell to 500 people.", "总数降至 500 人。", nil},
	{"a place and its country", "In Bamako, 300 people were killed.", "在马里，300 人死亡。", nil},
	{"a month and its year", "In May 2019, 320 people were killed.", "2019 年，320 人死亡。", nil},
	{"the dead and the injured", "In Mali, 300 people were killed and 120 injured.", "在马里，300 人死亡，120 人受伤。", nil},
	{"two places", "It freed 12 men in Mali and 30 men in Chad.", "在马里释放了 12 名男子，在乍得释放了 30 名男子。", nil},

	// Paragraphs that differ.
	{"tripled for doubled", "Attacks tripled in 2098.", "2098 年袭击翻了一番。", []string{"number_differs: tripled|翻了一番"}},
	{"doubled for growth by two", "Attacks doubled in 2098.", "2098 年袭击增加两倍。", []string{"number_differs: doubled|两倍"}},
	{"dozens for somewhat more than ten", "Dozens of people died.", "十几人死亡。", []string{"number_differs: Dozens of people|十几人死亡"}},
	{"places that changed", "It freed 12 men in Mali and 30 men in Chad.", "在马里释放了 30 名男子，在乍得释放了 12 名男子。", []string{"number_differs: 12 men|30 名男子", "number_differs: 30 men|12 名男子"}},
	{"a denial lost", "The number of refugees did not exceed 3,000.", "难民人数超过 3 000 人。", []string{"hedge_differs: not exceed 3,000|超过 3 000 人"}},
	{"dead and injured changed", "Some 30 people were killed and some 20 injured.", "约 20 人死亡，约 30 人受伤。", []string{"number_differs: Some 30 people|约 20 人死亡", "number_differs: some 20 injured|约 30 人"}},
	{"another number", "Some 65,000 people stayed in the camps.", "大约 5.6 万人留在营地。", []string{"number_differs: Some 65,000 people|大约 5.6 万人"}},
	{"a nought too many", "The fund received $14 million.", "该基金收到 1.4 亿美元。", []string{"number_differs: $14 million|1.4 亿美元"}},
	{"ten thousand for a million", "Some 27,500 children left.", "大约 275 万名儿童离开。", []string{"number_differs: Some 27,500 children|大约 275 万名儿童"}},
	{"a hedge lost", "More than 7,000 children left.", "7 000 名儿童离开。", []string{"hedge_differs: More than 7,000 children|7 000 名儿童"}},
	{"a hedge put in", "In May 7,000 children left.", "5 月约 7 000 名儿童离开。", []string{"hedge_differs: 7,000 children|约 7 000 名儿童"}},
	{"a hedge turned round", "At least 400 guards remained.", "至多 400 名警卫留下。", []string{"hedge_differs: At least 400 guards|至多 400 名警卫"}},
	{"nearly for more than", "Nearly 300 guards left.", "300 多名警卫离开。", []string{"hedge_differs: Nearly 300 guards|300 多名警卫"}},
	{"about for more than", "About 300 guards left.", "300 余名警卫离开。", []string{"hedge_differs: About 300 guards|300 余名警卫"}},
	{"the lower end", "Between 500 and 1,200 fighters remained.", "仍有 600 至 1 200 名作战人员。", []string{"number_differs: Between 500 and 1,200 fighters|600 至 1 200 名作战人员"}},
	{"the upper end", "Between 500 and 1,200 fighters remained.", "仍有 500 至 2 100 名作战人员。", []string{"number_differs: Between 500 and 1,200 fighters|500 至 2 100 名作战人员"}},
	{"one end only", "Between 500 and 1,200 fighters remained.", "仍有 1 200 名作战人员。", []string{"number_differs: Between 500 and 1,200 fighters|1 200 名作战人员"}},
	{"a number left out", "It held 42 meetings and 15 workshops.", "举行了 42 次会议。", []string{"only_in_one_edition: 15 workshops"}},
	{"a number put in", "It held 42 meetings.", "举行了 42 次会议和 15 次讲习班。", []string{"only_in_one_edition: 15 次讲习班"}},
	{"a middle number left out", "It freed 30 men, 25 women and 73 children.", "释放了 30 名男子和 73 名儿童。", []string{"only_in_one_edition: 25 women"}},
	{"one of two shares", "Turnout was 61 per cent in Mali and 48 per cent in Chad.", "马里投票率为 61%，乍得为 84%。", []string{"number_differs: 48 per cent|84%"}},
	{"per cent for points", "Turnout rose by 5 percentage points.", "投票率上升 5%。", []string{"unit_differs: 5 percentage points|5%"}},
	{"another currency", "The fund received $14 million.", "该基金收到 1 400 万欧元。", []string{"unit_differs: $14 million|1 400 万欧元"}},
	{"dollars for people", "Some $40,000 was spent.", "大约 4 万人离开。", []string{"only_in_one_edition: Some $40,000", "only_in_one_edition: 大约 4 万人"}},
	{"the ends of a change swapped", "The number of guards fell from 1,500 to 400.", "警卫人数从 400 人增加到 1 500 人。", []string{"number_differs: 1,500|400 人", "number_differs: 400|1 500 人"}},
	{"one end of a change", "The number of guards fell from 1,500 to 400.", "警卫人数从 1 500 人减少到 300 人。", []string{"number_differs: 400|300 人"}},
	{"a doubling for a tripling", "Prices doubled in May.", "价格 5 月增加到三倍。", []string{"number_differs: doubled|三倍"}},
	{"hundreds for thousands", "Several hundred prisoners were freed.", "数千名囚犯获释。", []string{"number_differs: Several hundred prisoners|数千名囚犯"}},
	{"hundreds for a number", "Several hundred prisoners were freed.", "300 名囚犯获释。", []string{"number_differs: Several hundred prisoners|300 名囚犯"}},
	{"a hedge lost beside a number changed", "More than 7,000 children and 200 women left.", "7 000 名儿童和 300 名妇女离开。", []string{"hedge_differs: More than 7,000 children|7 000 名儿童", "number_differs: 200 women|300 名妇女"}},
	{"a small number", "Four people died in Vienna.", "维也纳有五人死亡。", []string{"number_differs: Four people|五人死亡"}},
	{"numbers that changed places", "It freed 25 women and 73 children.", "释放了 73 名妇女和 25 名儿童。", []string{"number_differs: 25 women|73 名妇女", "number_differs: 73 children|25 名儿童"}},
	{"the base of a rate", "There were 223 deaths per 100,000 live births.", "每 1 万例活产有 223 例死亡。", []string{"unit_differs: 223 deaths|223 例死亡"}},
	{"a fraction", "Two thirds of the wells are dry.", "四分之三的水井干涸。", []string{"number_differs: Two thirds|四分之三"}},
	{"a decimal", "Growth was 2.5 per cent.", "增长率为 5.2%。", []string{"number_differs: 2.5 per cent|5.2%"}},
	{"a rise for a fall", "Attacks rose by 30 per cent.", "袭击减少 30%。", []string{"meaning_differs: 30 per cent|30%"}},
	{"to for by", "The total fell to 500 people.", "总数减少 500 人。", []string{"meaning_differs: 500 people|500 人"}},
	{"another place", "In Mali, 300 people were killed.", "在尼日尔，300 人死亡。", []string{"meaning_differs: 300 people|300 人死亡"}},
	{"another year", "In 2019, 320 people were killed.", "2018 年，320 人死亡。", []string{"meaning_differs: 320 people|320 人死亡"}},
	{"the injured for the dead", "In Mali, 300 people were killed.", "在马里，300 人受伤。", []string{"meaning_differs: 300 people|300 人"}},
	{"paid for received", "The fund received $330 million.", "该基金支付了 3.3 亿美元。", []string{"meaning_differs: $330 million|3.3 亿美元"}},
	{"men for women", "Some 340 women were trained.", "培训了约 340 名男子。", []string{"meaning_differs: Some 340 women|约 340 名男子"}},
	{"a tonne for a barrel", "Oil cost $39 per barrel.", "石油价格为每吨 39 美元。", []string{"meaning_differs: $39 per barrel|39 美元"}},
	{"a hedged end lost", "At least 300 and up to 500 people left.", "300 人离开。", []string{"number_differs: At least 300 and up to 500 people|300 人"}},
}

// TestCheck_twins reads each twin as the editions of a report of its own, and asks that every true difference is found and
// no other.
func TestCheck_twins(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	read := func(language, text string) []data.Figure {
		report := &data.Report{Symbol: "A/99/1", Language: language, Period: "2098-H2", Date: "2099-02-03", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
		result, err := extraction.Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		for i := range result.Figures {
			f := &result.Figures[i]
			f.Edition = "A/99/1@" + language
			for _, id := range []*string{&f.ID, &f.ComparesWith, &f.PartOf} {
				if *id != "" {
					*id = language + *id
				}
			}
		}
		return result.Figures
	}
	for _, c := range twins {
		t.Run(c.name, func(t *testing.T) {
			figures := append(read("en", c.en), read("zh", c.zh)...)
			text := map[string]string{}
			for _, f := range figures {
				text[f.ID] = f.Text
			}
			got := []string{}
			for _, f := range checking.Check(figures) {
				if !slices.Contains(checking.BetweenEditions, f.Kind) {
					continue
				}
				said := []string{}
				for _, id := range f.Figures {
					said = append(said, text[id])
				}
				got = append(got, string(f.Kind)+": "+strings.Join(said, "|"))
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s\n%s\n got %q\nwant %q", c.en, c.zh, got, want)
			}
		})
	}
}
