package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"figurebook.org/figurebook/app/golden"
	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// The report of the golden files, in both editions, which differ in one hedge.
var valley = map[string]string{
	"en": `Report on the valley

I. Camps

1. In December 2020 about 40,000 people lived in Hol camp, among them more than 7,000 children. The road was closed by snow.

2. Guards are few: the camp has 400 guards, where it had 1,500 in 2019.

II. Money

3. The funding gap is between $2 million and $3 million.
`,
	"zh": `关于山谷的报告

一. 营地

1. 2020年12月，霍尔营地住有约4万人，其中有约7 000名儿童。道路被雪封闭。

2. 警卫很少：营地有400名警卫，2019年有1 500名。

二. 资金

3. 资金缺口为200万至300万美元。
`,
}

// valleyWindow is the window on the two editions of that report alone, so that no golden file changes with the built-in
// edition, in light colours and in a folder of a fixed name.
func valleyWindow(t *testing.T, language string) *Window {
	t.Helper()
	t.Chdir(t.TempDir())
	config := xdg.ConfigHome
	xdg.ConfigHome = "config"
	t.Cleanup(func() { xdg.ConfigHome = config })
	ctx := context.Background()
	books, err := library.Open(ctx, "valley.db")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { books.Close() })
	reports, err := books.Reports(ctx)
	for _, r := range reports {
		if err == nil {
			_, err = books.Remove(ctx, r.Key())
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, edition := range []string{"zh", "en"} {
		file := "valley." + edition + ".txt"
		if err := os.WriteFile(file, []byte(valley[edition]), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := books.Import(ctx, file, reading.Hints{Symbol: "A/99/1", Language: edition, Date: "2021-01-15", Period: "2020-H2"}); err != nil {
			t.Fatal(err)
		}
	}
	a := test.NewTempApp(t)
	a.Preferences().SetString(prefTheme, theme.Light)
	w := New(a, books, "test", func(work func()) { work() })
	t.Cleanup(w.window.Close)
	w.window.Resize(fyne.NewSize(1440, 900))
	w.Fill(language, nil)
	return w
}

// TestGolden: each pane, what was recognised of a file, and the settings show what their golden files say, in both
// languages.
func TestGolden(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "zh-Hans"} {
		t.Run(language, func(t *testing.T) {
			w := valleyWindow(t, language)
			short := w.words.Short()
			check := func(name string, o fyne.CanvasObject) {
				t.Helper()
				golden.Object(t, filepath.Join(here, "testdata", name+"."+short), o)
			}
			own := w.session.Own()
			i := slices.IndexFunc(own, func(f data.Figure) bool {
				return f.Bound == data.About && f.Value != nil && f.Value.String() == "40000"
			})
			if i < 0 {
				t.Fatalf("the figure is not among %d", len(own))
			}
			w.session.Choose(own[i].ID)
			below := func(tab string) fyne.CanvasObject {
				w.ShowTab(tab)
				return w.frame.tabs.Selected().Content
			}
			check("library", w.frame.left)
			check("reader", w.frame.reader)
			check("table", below("figures"))
			check("findings", below("findings"))
			check("compare", w.frame.compare)
			check("record", w.frame.record)
			w.toggleBeside()
			check("beside", w.frame.reader)
			w.toggleBeside()
			w.Search(map[string]string{"en": "guards", "zh": "警卫"}[short])
			check("search", w.frame.left)
			dialog := func(name string) {
				t.Helper()
				check(name, w.window.Canvas().Overlays().Top())
				w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
				if w.asking() {
					t.Fatalf("%s stays", name)
				}
			}
			if err := os.WriteFile("valley.txt", []byte(valley[short]+"\n5. Nobody knows why.\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			w.examine("valley.txt")
			dialog("import")
			w.showSettings()
			dialog("settings")
		})
	}
}
