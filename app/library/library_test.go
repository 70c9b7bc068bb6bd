package library

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

func heads(all []row) string {
	var lines []string
	for _, r := range all {
		if r.report == nil {
			lines = append(lines, "["+r.head+"]")
		} else {
			lines = append(lines, r.report.Symbol+"@"+r.report.Language)
		}
	}
	return strings.Join(lines, " ")
}

func TestRows(t *testing.T) {
	reports := []data.Report{
		{Symbol: "S/2021/98", Language: "zh", Date: "2021-02-03"},
		{Symbol: "S/2019/612", Language: "en", Date: "2019-07-31"},
		{Symbol: "A/HRC/46/1", Language: "en", Date: "2021-03-01"},
		{Title: "A report", Language: "en"},
	}
	series := func(symbol string) string {
		if strings.HasPrefix(symbol, "S/") {
			return "ISIL"
		}
		return ""
	}
	unread := []Unread{{Series: "ISIL", Report: data.Report{Title: "The next one", Language: "en"}}, {Series: "ISIL", Report: data.Report{Symbol: "S/2020/95", Language: "en"}}}
	for by, want := range map[Grouping]string{
		BySeries:   "[ISIL] S/2019/612@en S/2020/95@en S/2021/98@zh @en [Other reports] A/HRC/46/1@en [Unknown] @en",
		BySymbol:   "[A/HRC] A/HRC/46/1@en [S] S/2019/612@en S/2021/98@zh [Unknown] @en",
		ByDate:     "[2021] A/HRC/46/1@en S/2021/98@zh [2019] S/2019/612@en [Unknown] @en",
		ByLanguage: "[English] S/2019/612@en A/HRC/46/1@en @en [Chinese] S/2021/98@zh",
	} {
		if got := heads(rows(shown(reports, "en"), unread, by, series, translations.For("en"))); got != want {
			t.Errorf("by %s:\n got %s\nwant %s", by, got, want)
		}
	}
}

// TestContents follows the reader without leading it anywhere, and leads where it is tapped.
func TestContents(t *testing.T) {
	test.NewTempApp(t)
	var chosen []string
	c := newContents(func(path string) { chosen = append(chosen, path) })
	w := test.NewWindow(c.tree)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(300, 400))
	c.show(&data.Report{
		Symbol: "A/1", Sections: []data.Section{{Path: "I", Number: "I", Title: "Bees", Level: 1}, {Path: "I.A", Number: "A", Title: "Hives", Level: 2}, {Path: "II", Number: "II", Title: "Goats", Level: 1}},
		Paragraphs: []data.Paragraph{{Number: "1", Section: "I"}, {Number: "2", Section: "I.A"}, {Number: "3", Section: "II"}},
	})
	if got := strings.Join(c.children[""], " ") + " / " + strings.Join(c.children["I"], " "); got != "I II / I.A" {
		t.Errorf("the tree is %s", got)
	}
	c.follow("2")
	if c.at != "I.A" || len(chosen) != 0 {
		t.Errorf("at %s, led to %v", c.at, chosen)
	}
	c.tree.Select("II")
	if len(chosen) != 1 || chosen[0] != "II" {
		t.Errorf("led to %v", chosen)
	}
}
