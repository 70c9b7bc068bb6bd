package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// texts is a report of paragraphs numbered from 1.
func texts(symbol, language, date, title string, paragraphs ...string) *data.Report {
	r := valley(paragraphs...)
	r.Symbol, r.Language, r.Date, r.Title = symbol, language, date, title
	return r
}

func TestStore_Search(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	save(t, s, texts("S/2099/1", "zh", "2099-01-01", "关于山谷的报告", "阿富汗的平民离开了山谷，平安无事。", "人民币和平价。", "见 S/2099/980 号文件。", "有ＡＢＣ和 7 000 名难民。"))
	save(t, s, texts("S/2099/2", "en", "2099-02-01", "The valley in winter", "Civilians left the valley. Valley roads were closed.", "The displaced people of the Côte stayed; see S/2099/98.", "No \"winter\" roads: 100% closed. It's O'Hara's word."))
	save(t, s, texts("S/2099/98", "en", "2098-01-01", "A refugee census", "Refugees were counted in the town, not in the valley, again and again."))
	for query, want := range map[string]string{
		"平民":             "S/2099/1¶1",
		"民":              "S/2099/1¶1 S/2099/1¶2 S/2099/1¶4",
		"阿富汗":            "S/2099/1¶1",
		"阿汗":             "",
		"山谷":             "S/2099/1¶ S/2099/1¶1",
		"平民 山谷":          "S/2099/1¶1",
		"阿富汗的平民离开了山谷":    "S/2099/1¶1",
		"阿富汗的平民离开了平民":    "",
		"山谷 平民 无事":       "S/2099/1¶1",
		"abc":            "S/2099/1¶4",
		"７ 000":          "S/2099/1¶4",
		"valley":         "S/2099/2¶ S/2099/2¶1 S/2099/98¶1",
		"VALLEY roads":   "S/2099/2¶1",
		"\"roads valley": "",
		"“valley roads”": "S/2099/2¶1",
		"S/2099/98":      "S/2099/98¶ S/2099/2¶2",
		"refug":          "S/2099/98¶ S/2099/98¶1",
		"refug ":         "",
		"re":             "",
		"cote":           "S/2099/2¶2",
		"100%":           "S/2099/2¶3",
		"O'Hara":         "S/2099/2¶3",
		"* \" ' -":       "",
		"not -valley OR": "",
		"NEAR":           "",
		"":               "",
	} {
		hits, err := s.Search(ctx, query, 10)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		var got []string
		for _, h := range hits {
			got = append(got, h.Symbol+"¶"+h.Paragraph)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	hits, err := s.Search(ctx, "平民", 10)
	if err != nil || len(hits) != 1 || len(hits[0].Places) != 1 || hits[0].Places[0] != [2]int{4, 6} || hits[0].From != 0 || !strings.HasPrefix(hits[0].Context, "阿富汗的平民") {
		t.Errorf("found %+v, %v", hits, err)
	}
	if hits, err = s.Search(ctx, "abc", 10); err != nil || len(hits) != 1 || hits[0].Places[0] != [2]int{1, 4} {
		t.Errorf("wide letters are found at %+v, %v", hits, err)
	}
	// What is removed is not found; what comes back is; what is saved anew is found as it is now.
	did(t)(s.Remove(ctx, "S/2099/1@zh"))
	if hits, err = s.Search(ctx, "平民", 10); err != nil || len(hits) != 0 {
		t.Errorf("removed, and found %+v, %v", hits, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if hits, err = s.Search(ctx, "平民", 10); err != nil || len(hits) != 1 {
		t.Errorf("back, and found %+v, %v", hits, err)
	}
	save(t, s, texts("S/2099/1", "zh", "2099-01-01", "关于山谷的报告", "平原。"))
	if hits, err = s.Search(ctx, "平", 10); err != nil || len(hits) != 1 || hits[0].Context != "平原。" {
		t.Errorf("saved anew, and found %+v, %v", hits, err)
	}
	if _, err := s.write.ExecContext(ctx, `insert into words (words) values ('integrity-check')`); err != nil {
		t.Errorf("the index is not that of the texts: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Search(cancelled, "平", 10); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestStore_Search_shards: what stands in different shards of the index is found, the later first, and chosen by its words.
func TestStore_Search_shards(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	r := valley("Some 20 men came by boat.")
	men := stated(r, 1, "20 men", "people", data.Exact, 20)
	men.Sentence = r.Paragraphs[0].Text
	save(t, s, r, men)
	if _, err := s.write.ExecContext(ctx, `insert into paragraphs (id, report, position, number, text) select 3 << 16, id, 99, '99', '' from reports`); err != nil {
		t.Fatal(err)
	}
	save(t, s, texts("S/2099/7", "en", r.Date, "Later", "Another boat."))
	hits, err := s.Search(ctx, "boat", 10)
	if err != nil || len(hits) != 2 {
		t.Fatalf("found %+v, %v", hits, err)
	}
	for shard, want := range map[int]int{0: 1, 1: 0, 3: 1} {
		var got int
		if err := s.reads.QueryRowContext(ctx, `select count(*) from words where words match 'boat' and shard = ?`, shard).Scan(&got); err != nil || got != want {
			t.Errorf("shard %d holds %d texts, want %d: %v", shard, got, want, err)
		}
	}
	if chosen, err := s.Figures(ctx, data.Filter{Words: "boat"}); err != nil || len(chosen) != 1 {
		t.Errorf("chosen by a word: %+v, %v", chosen, err)
	}
	did(t)(s.Remove(ctx, "S/2099/7@en"))
	if hits, err = s.Search(ctx, "boat", 10); err != nil || len(hits) != 1 {
		t.Errorf("removed, and found %+v, %v", hits, err)
	}
}

// TestStore_Search_figures: a hit names the figures of its sentence.
func TestStore_Search_figures(t *testing.T) {
	s := opened(t)
	r := valley("Some 20 men came by boat. About 300 women stayed.")
	men, women := stated(r, 1, "20 men", "people", data.Exact, 20), stated(r, 1, "About 300", "people", data.About, 300)
	men.Sentence, women.Sentence = "Some 20 men came by boat.", "About 300 women stayed."
	save(t, s, r, men, women)
	for query, want := range map[string][]string{"boat": {men.ID}, "women": {women.ID}, "stayed boat": {men.ID, women.ID}} {
		hits, err := s.Search(context.Background(), query, 10)
		if err != nil || len(hits) != 1 || strings.Join(hits[0].Figures, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %+v, %v; want the figures %v", query, hits, err, want)
		}
	}
}

// corpus fills a store with paragraphs of made-up text in both languages, about 155 runes each, as dense in frequent words
// as reports are.
func corpus(b *testing.B, s *Store, paragraphs int) {
	b.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	han := strings.Split("平民 阿富汗 难民 报告 山谷 的 在 和 人员 儿童 局势 袭击 安全 援助 人道主义 地区 国家 政府 联合国 秘书长 提供 支持 继续 影响 行动 武装 团体 冲突 流离失所者 粮食 卫生 学校 妇女 资金 缺口 百万 超过 大约", " ")
	latin := strings.Fields("the of and civilians Afghanistan refugees report valley children attacks security assistance humanitarian region government continued support provided conflict armed groups displaced food health schools women funding gap million more than about")
	const each = 1000
	for n := 0; n*each < paragraphs; n++ {
		r := &data.Report{Symbol: fmt.Sprintf("S/%d/%d", 2000+n%25, n), Language: "zh", Date: fmt.Sprintf("%d-06-01", 2000+n%25), Title: "A report"}
		words, between, count := han, "", 70
		if n%2 == 1 {
			r.Language, words, between, count = "en", latin, " ", 22
		}
		for i := range each {
			var p strings.Builder
			for range count {
				p.WriteString(words[min(random.IntN(len(words)), random.IntN(len(words)))])
				p.WriteString(between)
			}
			if i == 0 {
				p.WriteString(" 珊瑚 coral S/2021/98")
			}
			r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: fmt.Sprint(i + 1), Text: p.String()})
		}
		if _, err := s.Save(context.Background(), r, extraction.Result{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStore_Search: the first 50 hits in 1,000,000 paragraphs, of words that stand in most of them and in few.
func BenchmarkStore_Search(b *testing.B) {
	paragraphs := 1_000_000
	if testing.Short() {
		paragraphs = 50_000
	}
	s := opened(b)
	started := time.Now()
	corpus(b, s, paragraphs)
	b.Logf("%d paragraphs kept and indexed in %v", paragraphs, time.Since(started).Round(time.Second))
	for _, query := range []string{"平民", "民", "阿富汗", "人道主义 援助", "流离失所者 缺口", "珊瑚", "the", "civilians", "refug", "armed groups", "\"armed groups\"", "coral", "S/2021/98", "unicorn"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				hits, err := s.Search(context.Background(), query, 50)
				if err != nil || len(hits) == 0 && query != "unicorn" {
					b.Fatal(len(hits), err)
				}
			}
		})
	}
}
