package extraction

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

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

func TestDump(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range [][5]string{{"S-2021-98.zh", "S/2021/98", "zh", "2020-H2", "2021-02-03"}, {"S-2025-72.en", "S/2025/72", "en", "2024-H2", "2025-01-31"}, {"E-2023-80-excerpt.zh", "E/2023/80", "zh", "", "2023-05-16"}, {"UNW-2023-excerpt.zh", "", "zh", "2022", "2023"}} {
		r, _ := gold(t, g[0], g[1], g[2], g[3], g[4])
		res, err := Extract(context.Background(), r, words)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := os.Create("/tmp/" + g[0] + ".jsonl")
		for _, fig := range res.Figures {
			_ = json.NewEncoder(f).Encode(fig)
		}
		f.Close()
	}
}
