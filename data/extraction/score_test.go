package extraction

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// gold is one annotated text: its report, made of the annotation's own paragraphs.
func gold(t testing.TB, name, symbol, language, period, date string) (*data.Report, string) {
	t.Helper()
	dir := os.Getenv("FIGUREBOOK_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "gold", name+".paragraphs.json"))
	if err != nil {
		t.Skip("no annotated reports here: set FIGUREBOOK_SHARED to the folder that holds them")
	}
	var texts map[string]json.RawMessage
	if err := json.Unmarshal(raw, &texts); err != nil {
		t.Fatal(err)
	}
	r := &data.Report{Symbol: symbol, Language: language, Period: period, Date: date}
	var anchors map[string]struct {
		Para  int `json:"para"`
		Start int `json:"start"`
	}
	_ = json.Unmarshal(texts["_footnote_anchors"], &anchors)
	for id, raw := range texts {
		var text string
		if json.Unmarshal(raw, &text) != nil || strings.HasPrefix(id, "_") {
			continue
		}
		if number, ok := strings.CutPrefix(id, "fn"); ok {
			n, _ := strconv.Atoi(number)
			a := anchors[id]
			r.Footnotes = append(r.Footnotes, data.Footnote{Number: n, Text: text, Paragraph: strconv.Itoa(a.Para), Start: a.Start, End: a.Start + len(number)})
			continue
		}
		r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: id, Text: text})
	}
	sort.Slice(r.Paragraphs, func(i, j int) bool {
		return len(r.Paragraphs[i].Number) < len(r.Paragraphs[j].Number) || len(r.Paragraphs[i].Number) == len(r.Paragraphs[j].Number) && r.Paragraphs[i].Number < r.Paragraphs[j].Number
	})
	return r, filepath.Join(dir, "gold", name+".json")
}

// TestExtract_annotated measures the rules on texts that people annotated. The floors are what was reached; they hold for
// values with their bounds and for units.
func TestExtract_annotated(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, symbol, language, period, date string
		bound, unit, measure, place, asOf    float64
	}{
		{"S-2021-98.zh", "S/2021/98", "zh", "2020-H2", "2021-02-03", 1, 0.98, 0.95, 0.95, 0.95},
		{"S-2025-72.en", "S/2025/72", "en", "2024-H2", "2025-01-31", 1, 0.98, 0.95, 0.95, 0.95},
		{"E-2023-80-excerpt.zh", "E/2023/80", "zh", "", "2023-05-16", 0.98, 0.98, 0.85, 0.95, 0.9},
		{"UNW-2023-excerpt.zh", "", "zh", "2022", "2023-04-01", 1, 0.98, 0.85, 0.95, 0.93},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, file := gold(t, c.name, c.symbol, c.language, c.period, c.date)
			result, err := Extract(context.Background(), report, words)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var annotation struct {
				Figures []struct {
					Para             json.RawMessage `json:"para"`
					Value, Low, High *data.Decimal
					Bound            data.Bound
					BoundAccepted    []data.Bound `json:"bound_accepted"`
					Unit             string
					UnitAccepted     []string `json:"unit_accepted"`
					Measure          string
					MeasureAccepted  []string `json:"measure_accepted"`
					Place            *string
					PlaceAccepted    []*string `json:"place_accepted"`
					AsOf             *string   `json:"as_of"`
					AsOfAccepted     []*string `json:"as_of_accepted"`
					Optional         bool
				}
			}
			if err := json.Unmarshal(raw, &annotation); err != nil {
				t.Fatal(err)
			}
			waiting := map[string][]data.Figure{}
			for _, f := range result.Figures {
				waiting[f.Paragraph] = append(waiting[f.Paragraph], f)
			}
			all, bounds, units, measures, places, dates := 0, 0, 0, 0, 0, 0
			for _, g := range annotation.Figures {
				if g.Optional {
					continue
				}
				all++
				para := strings.Trim(string(g.Para), `"`)
				for i, f := range waiting[para] {
					if !same(g.Value, f.Value) || !same(g.Low, f.Low) || !same(g.High, f.High) {
						continue
					}
					if f.Bound == g.Bound || slices.Contains(g.BoundAccepted, f.Bound) {
						bounds++
					}
					if f.Unit == g.Unit || slices.Contains(g.UnitAccepted, f.Unit) {
						units++
					}
					if f.Measure == g.Measure || slices.Contains(g.MeasureAccepted, f.Measure) {
						measures++
					}
					if agrees(f.Place, append(g.PlaceAccepted, g.Place)) {
						places++
					}
					if agrees(f.AsOf, append(g.AsOfAccepted, g.AsOf)) {
						dates++
					}
					waiting[para] = slices.Delete(waiting[para], i, i+1)
					break
				}
			}
			for name, c := range map[string]struct {
				right, of int
				floor     float64
			}{
				"value and bound": {bounds, all, c.bound}, "unit": {units, bounds, c.unit}, "measure": {measures, bounds, c.measure},
				"place": {places, bounds, c.place}, "as_of": {dates, bounds, c.asOf},
			} {
				t.Logf("%s: right in %d of %d", name, c.right, c.of)
				if float64(c.right) < c.floor*float64(c.of) {
					t.Errorf("%s: right in %d of %d, want a share of %g", name, c.right, c.of, c.floor)
				}
			}
			if extra := len(result.Figures) - all; extra > 8 {
				t.Errorf("%d figures more than are annotated", extra)
			}
		})
	}
}

func agrees(got *string, accepted []*string) bool {
	return slices.ContainsFunc(accepted, func(want *string) bool {
		return got == nil && want == nil || got != nil && want != nil && strings.EqualFold(*got, *want)
	})
}

func same(a, b *data.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(*b) == 0
}

// TestExtract_words: what a sentence states, hedge and all. The sentences are our own.
func TestExtract_words(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ language, text, want string }{
		{"en", "Between 500 and 1,200 fighters crossed the river.", "500..1200 range person"},
		{"en", "Some $100 million was pledged.", "100000000 about USD"},
		{"en", "Nearly 9,000 refugees and at least 18 cases were counted.", "9000 less_than person; 18 at_least case"},
		{"en", "Hundreds of people waited.", "200..999 indefinite person"},
		{"en", "Twenty-five teachers came on 8 December 2024.", "25 exact person"},
		{"en", "In its resolution 2253 (2015), the Council, see para. 48, spoke of COVID-19.", ""},
		{"en", "The share rose to 53.4 per cent.", "53.4 exact percent"},
		{"en", "One of the officials spoke in 2019.", ""},
		{"zh", "山谷里有 7 000 多名儿童。", "7000 more_than child"},
		{"zh", "河边住着大约 6.5 万人。", "65000 about person"},
		{"zh", "参加者在 500 至 1 200 人之间。", "500..1200 range person"},
		{"zh", "该契约有 46 个实体，最近 12 个国家加入。", "46 exact entity; 12 exact state"},
		{"zh", "据报数百人离开。", "200..999 indefinite person"},
		{"zh", "镇上有不到三十名警卫和两百零五名工人。", "30 less_than person; 205 exact person"},
		{"zh", "2020 年 12 月 3 日，第 1267(1999)号决议所设委员会开会。", ""},
		{"zh", "一些居民和两国官员进一步讨论。", ""},
		{"zh", "缺口为 53.4%，约 300 万美元。", "53.4 exact percent; 3000000 about USD"},
		{"en", "One hundred and twenty-five workers met two hundred and five soldiers.", "125 exact person; 205 exact person"},
		{"en", "The ratio of 3 to 1 held.", ""},
		{"zh", "１２３名工人和 1万5千人、二百五十名学生、二百五名教师到场。", "123 exact person; 15000 exact person; 250 exact person; 250 exact person"},
		{"zh", "覆盖率在 80%至 95%之间，缺口<1%。", "80..95 range percent; 1 less_than percent"},
		{"zh", "三四百名学生和十几名教师到场。", "300..400 range person; 11..19 indefinite person"},
	} {
		t.Run(c.text, func(t *testing.T) {
			report := &data.Report{Language: c.language, Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
			result, err := Extract(context.Background(), report, words)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range result.Figures {
				number := ""
				if f.Value != nil {
					number = f.Value.String()
				} else {
					number = f.Low.String() + ".." + f.High.String()
				}
				got = append(got, number+" "+string(f.Bound)+" "+f.Unit)
				if f.Text != string([]rune(c.text)[f.Start:f.End]) {
					t.Errorf("the words %q do not stand at %d to %d", f.Text, f.Start, f.End)
				}
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func FuzzExtract(f *testing.F) {
	words, err := vocabulary.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("从 2019 年的 1 500 人减少到 400 人，三四百，十几名", "zh")
	f.Add("between 500 and 1,200 fighters, tens of thousands of people, $10 million", "en")
	f.Fuzz(func(t *testing.T, text, language string) {
		report := &data.Report{Language: language, Paragraphs: []data.Paragraph{{Number: "1", Text: text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(text)
		for _, fig := range result.Figures {
			if fig.Text != string(runes[fig.Start:fig.End]) {
				t.Errorf("the words %q do not stand at %d to %d", fig.Text, fig.Start, fig.End)
			}
			if (fig.Value == nil) != (fig.Bound == data.Range || fig.Bound == data.Indefinite) {
				t.Errorf("%q: bound %s with value %v", fig.Text, fig.Bound, fig.Value)
			}
		}
	})
}

// TestExtract_linear: a text twice as long takes about twice as long, however dense its numbers and however long its
// one sentence.
func TestExtract_linear(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	took := func(n int) time.Duration {
		report := &data.Report{Language: "zh", Period: "2020-H2", Paragraphs: []data.Paragraph{{Number: "1", Text: strings.Repeat("5 名伊拉克 2020 年", n)}}}
		best := time.Hour
		for range 3 { // the best of three: other work on the machine only adds
			start := time.Now()
			if _, err := Extract(context.Background(), report, words); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	took(500)
	if short, long := took(1000), took(8000); long > 24*short+50*time.Millisecond {
		t.Errorf("8 times the text took %v, against %v", long, short)
	}
}

func BenchmarkExtract(b *testing.B) {
	words, err := vocabulary.Default()
	if err != nil {
		b.Fatal(err)
	}
	for language, text := range map[string]string{
		"zh": "据报告，河谷营地住有大约 6.5 万人，包括 1 500 名警卫，其中 90%不满 30 岁。2020 年 12 月，第 1267(1999)号决议所设委员会听取了通报，并同意继续关注事态发展和人道主义准入问题。",
		"en": "Some 65,000 people, including 1,500 guards, lived in the valley camp; 90 per cent of them were under the age of 30. On 3 December 2020, the Committee established pursuant to resolution 1267 (1999) heard a briefing and agreed to follow events and questions of humanitarian access. Of 24 requests, 11 were approved. ",
	} {
		b.Run(language, func(b *testing.B) {
			report := &data.Report{Language: language, Period: "2020-H2"}
			for i := range 85 {
				report.Paragraphs = append(report.Paragraphs, data.Paragraph{Number: strconv.Itoa(i), Text: text + text})
			}
			characters := 85 * 2 * len([]rune(text))
			for b.Loop() {
				if _, err := Extract(context.Background(), report, words); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(characters)*float64(b.N)/b.Elapsed().Seconds(), "characters/s")
		})
	}
}
