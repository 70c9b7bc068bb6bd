package extraction

import (
	"context"
	"math/rand"
	"runtime"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/vocabulary"
	"figurebook.org/figurebook/data"
	words "figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_tableHedges sets every hedge of the table before and behind numbers of each form, in any order and among the
// words that stand beside numbers. Nothing may panic, and what is found must stand in its sentence where it says.
func TestExtract_tableHedges(t *testing.T) {
	all, err := words.Default()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := vocabulary.Files.ReadFile("hedges.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{
		"en": strings.Fields(`300 1,200 two three half dozen dozens hundreds of million $ $3 € per cent % twice doubled doubling halved twofold to or and between from - – , . ; ( ) not
			never people men attacks in 2020 May as the it is estimated that at those several times last when S/2024/583 St. approx. -odd + ≥ ~ ½ 1/3 3.5 resolution by factor 5-6 countries
			a third another no none 12:30 aged per 100,000 ¹ … “ ” a.m. No. 10th II. (a) [1]`),
		"zh": strings.Fields(`300 1 200 三 百 千 万 亿 余 多 来 名 人 个 起 美元 % 百分之 三分之一 一半 翻番 一番 倍 倍增 减半 数倍 数 几 至 到 ～ 、 ， 。 ； （ ） 不 未 没有 增加 减少 为 了
			其中 每 在 2020年 5月 据 中 儿童 袭击 第 条 号 日 元 成 五 个百分点 过 半 以上 左右 不到 公里 吨 年 岁 十 两 二 零 1.5 ½`),
	}
	for _, line := range strings.Split(string(raw), "\n")[1:] {
		if c := strings.Split(line, "\t"); len(c) == 4 {
			lists["zh"] = append(lists["zh"], strings.Split(c[2], "|")...)
			lists["en"] = append(lists["en"], strings.Split(c[3], "|")...)
		}
	}
	ask := func(language, text string) {
		defer func() {
			if p := recover(); p != nil {
				t.Errorf("%q: %v", text, p)
			}
		}()
		report := &data.Report{Language: language, Period: "2098-H2", Date: "2099-02-03", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
		result, err := Extract(context.Background(), report, all)
		if err != nil {
			t.Error(err)
		}
		runes := []rune(text)
		for _, f := range result.Figures {
			switch {
			case f.Start < 0 || f.End > len(runes) || f.Start >= f.End || string(runes[f.Start:f.End]) != f.Text:
				t.Errorf("%q: %q from %d to %d", text, f.Text, f.Start, f.End)
			case f.Value == nil && (f.Low == nil || f.High == nil), f.Low != nil && f.High != nil && f.Low.Cmp(*f.High) > 0:
				t.Errorf("%q: %q states %+v", text, f.Text, f.Quantity)
			case !strings.Contains(f.Sentence, strings.TrimSpace(f.Text)) && !strings.Contains(text, "¹"):
				t.Errorf("%q: %q does not stand in %q", text, f.Text, f.Sentence)
			}
		}
	}
	for _, h := range lists["en"] {
		ask("en", h+" 300 people fled.")
		ask("en", "In May 300 people fled, "+h+".")
	}
	for _, h := range lists["zh"] {
		ask("zh", h+" 300 人逃离。")
		ask("zh", "5 月 300 人"+h+"。")
	}
	r := rand.New(rand.NewSource(1))
	for range 4000 {
		for language, list := range lists {
			var text strings.Builder
			for range 1 + r.Intn(25) {
				text.WriteString(list[r.Intn(len(list))])
				if language == "en" || r.Intn(4) == 0 {
					text.WriteString(" ")
				}
			}
			ask(language, text.String())
		}
	}
}

// TestExtract_memory: a paragraph of one kind of thing, with a figure before it, makes the extraction allocate less than 50 bytes a
// character all in all, so that one of 1,000,000 characters is read in less than 50 MB, whatever the collector does.
func TestExtract_memory(t *testing.T) {
	all, err := words.Default()
	if err != nil {
		t.Fatal(err)
	}
	const length = 400_000
	for name, c := range map[string]struct{ language, first, again string }{
		"digits":      {"en", "5 people fled. ", "1"},
		"hedges":      {"en", "5 people fled. ", "at least "},
		"Han hedges":  {"zh", "5 人逃离。", "至少约"},
		"brackets":    {"en", "5 people fled. ", "("},
		"a place":     {"en", "5 people fled. ", "Mali "},
		"a Han place": {"zh", "5 人逃离。", "马里"},
		"counties":    {"en", "5 people fled. ", "Oba County "},
		"commas":      {"en", "5 people fled. ", ", "},
		"Han commas":  {"zh", "5 人逃离。", "，"},
		"Han stops":   {"zh", "5 人逃离。", "。"},
	} {
		text := c.first + strings.Repeat(c.again, length/len([]rune(c.again)))
		report := &data.Report{Language: c.language, Period: "2098-H2", Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		result, err := Extract(context.Background(), report, all)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Figures) != 1 {
			t.Errorf("%s: %d figures", name, len(result.Figures))
		}
		if each := (after.TotalAlloc - before.TotalAlloc) / length; each >= 50 {
			t.Errorf("%s: %d bytes a character", name, each)
		}
	}
}
