package edition

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/vocabulary"
)

func builtinEdition(t *testing.T) (*Edition, *vocabulary.Vocabulary) {
	t.Helper()
	e, err := Read(builtin.Files)
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	return e, words
}

// TestBuiltin_facts: each fact's words state its quantity in both languages, and its measure, place and group have a
// Chinese label.
func TestBuiltin_facts(t *testing.T) {
	e, words := builtinEdition(t)
	for _, f := range e.Facts {
		for _, language := range languages {
			if len(f.Words) == 0 {
				continue // Prepare holds the digest to it
			}
			stated := false
			for _, q := range extraction.Recognise(f.Words[language]) {
				stated = stated || q.Bound == f.Bound && equal(q.Value, f.Value) && equal(q.Low, f.Low) && equal(q.High, f.High)
			}
			if !stated {
				t.Errorf("%s: %q does not state %s %s", f.Symbol, f.Words[language], f.Bound, f.numbers())
			}
		}
		for kind, name := range map[vocabulary.Kind]*string{vocabulary.Measure: &f.Measure, vocabulary.Place: f.Place, vocabulary.Group: f.Group} {
			if name != nil && !strings.ContainsFunc(words.Label(kind, *name, "zh"), func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s para. %s: %q has no Chinese label", f.Symbol, f.Paragraph, *name)
			}
		}
	}
}

// TestBuiltin_digests: the digest of S/2021/98 holds all its paragraphs, each digest states its facts in both languages,
// and every figure leads to the words that state it.
func TestBuiltin_digests(t *testing.T) {
	e, words := builtinEdition(t)
	all, err := e.Prepare(context.Background(), words, false)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := map[string]int{}
	for _, p := range all {
		paragraphs[p.Report.Key()] = len(p.Report.Paragraphs)
		for _, n := range p.Report.Notes {
			t.Errorf("%s: %+v", p.Report.Key(), n)
		}
		for _, f := range p.Result.Figures {
			in, ok := p.Report.Paragraph(f.Paragraph)
			text := []rune(in.Text)
			if !ok || f.End > len(text) || string(text[f.Start:f.End]) != f.Text {
				t.Errorf("%s para. %s: %q does not stand at %d", p.Report.Key(), f.Paragraph, f.Text, f.Start)
			}
			if f.Known == SecondHand && (f.Source == nil || *f.Source == "") {
				t.Errorf("%s: %q names no source", p.Report.Key(), f.Text)
			}
		}
	}
	for _, key := range []string{"S/2021/98@en", "S/2021/98@zh"} {
		if paragraphs[key] != 85 {
			t.Errorf("%s has %d paragraphs", key, paragraphs[key])
		}
	}
}

// TestPrepare_press: what only the press says is there when asked for, and marked as second-hand.
func TestPrepare_press(t *testing.T) {
	e, words := builtinEdition(t)
	count := func(press bool) (second, all int) {
		prepared, err := e.Prepare(context.Background(), words, press)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range prepared {
			for _, f := range p.Result.Figures {
				all++
				if f.Known == SecondHand {
					second++
				}
			}
		}
		return second, all
	}
	second, all := count(false)
	secondPress, allPress := count(true)
	if second == 0 || secondPress <= second || allPress-all != secondPress-second {
		t.Errorf("%d of %d second-hand, with the press %d of %d", second, all, secondPress, allPress)
	}
}

// TestExtract_digests holds the rules, without the facts' help, to what the facts say of the digests' figures.
func TestExtract_digests(t *testing.T) {
	e, words := builtinEdition(t)
	bare := *e
	bare.Facts = nil
	prepared, err := bare.Prepare(context.Background(), words, false)
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{"S/2021/98@en": 0.85, "S/2021/98@zh": 0.85, "S/2025/72@en": 0.85, "S/2025/72@zh": 0.55}
	for _, p := range prepared {
		right, matched := 0, 0
		for _, f := range e.Facts {
			for _, g := range p.Result.Figures {
				if f.Symbol == p.Report.Symbol && f.states(g) {
					matched++
					if g.Measure == f.Measure {
						right++
					}
					break
				}
			}
		}
		share := float64(right) / float64(matched)
		t.Logf("%s: %d figures matched, measure right in %.2f", p.Report.Key(), matched, share)
		if share < floors[p.Report.Key()] {
			t.Errorf("%s: the rules name %.2f of the measures, the floor is %.2f", p.Report.Key(), share, floors[p.Report.Key()])
		}
	}
}

func TestIdentify(t *testing.T) {
	e, _ := builtinEdition(t)
	for title, want := range map[string]string{
		"Twentieth report of the Secretary-General on the threat posed by ISIL (Da'esh) to international peace and security":                       "S/2025/72",
		"Twenty-first report of the Secretary-General on the threat posed by ISIL (Da’esh) to international peace":                                 "S/2025/496",
		"秘书长关于伊黎伊斯兰国(达伊沙)的第十二次报告":                                                                                                                  "S/2021/98",
		"Thirty-sixth report of the Analytical Support and Sanctions Monitoring Team submitted pursuant to resolution 2734 (2024) concerning ISIL": "S/2025/482",
		"Twentieth report of the Secretary-General on the situation in Mali":                                                                       "",
		"Twenty-second report of the Secretary-General on the threat posed by ISIL (Da’esh)":                                                       "",
	} {
		r := &data.Report{Title: title}
		e.Identify(r, "")
		if r.Symbol != want {
			t.Errorf("%q is %q, want %q", title, r.Symbol, want)
		}
	}
	said := &data.Report{Title: "Twelfth report of the Secretary-General on the threat posed by ISIL (Da’esh)", Symbol: "A/1"}
	if e.Identify(said, "A/1"); said.Symbol != "A/1" {
		t.Errorf("what the user said became %q", said.Symbol)
	}
}

func TestVerdicts(t *testing.T) {
	e, _ := builtinEdition(t)
	place, group := "Afghanistan", "ISIL-K"
	low, high := data.NewDecimal(2500, 0), data.NewDecimal(4000, 0)
	stated := data.Figure{
		Paragraph: "40", Text: "2,500 to 4,000", Measure: "fighters", Place: &place, Group: &group,
		Quantity: data.Quantity{Low: &low, High: &high, Bound: data.Range, Unit: "person"},
	}
	other := stated
	more := data.NewDecimal(4500, 0)
	other.High, other.Text = &more, "2,500 to 4,500"
	elsewhere := stated
	mali := "Mali"
	elsewhere.Place = &mali
	report := &data.Report{Symbol: "S/2019/612", Language: "en"}
	for name, c := range map[string]struct {
		figures []data.Figure
		want    string
	}{
		"the same quantity confirms":         {[]data.Figure{other, stated}, "fact_confirmed"},
		"another quantity contradicts":       {[]data.Figure{other}, "fact_contradicted"},
		"another place says nothing of it":   {[]data.Figure{elsewhere}, ""},
		"a report that states no such thing": {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			kinds := ""
			for _, n := range e.Verdicts(report, c.figures) {
				kinds += n.Kind
				if !strings.Contains(n.Detail, "press.un.org") {
					t.Errorf("the note names no source: %s", n.Detail)
				}
			}
			if kinds != c.want {
				t.Errorf("got %q, want %q", kinds, c.want)
			}
		})
	}
}

// TestRead_bad: what is wrong with an edition is said with its file and its entry.
func TestRead_bad(t *testing.T) {
	good := map[string]string{
		"edition.json": `{"format": 1, "name": "valley", "version": 1, "date": "2024-05-01", "title": {"en": "Valley", "zh": "山谷"},
			"series": [{"key": "V", "match": {"en": "on the valley", "zh": "关于山谷"}, "title": {"en": "%s report on the valley", "zh": "关于山谷的第%s次报告"}}]}`,
		"reports.json": `[{"series": "V", "ordinal": 1, "symbol": "V/2024/1", "date": "2024-05-01", "period": "2023"}]`,
		"facts-1.json": `{"symbol": "V/2024/1", "facts": [{"paragraph": "3", "known": "report", "value": 70, "bound": "more_than", "unit": "person", "measure": "detainees",
			"words": {"en": "more than 70", "zh": "70 多"}, "text": {"en": "Detainees: more than 70.", "zh": "被关押者：70 多。"}}]}`,
	}
	files := func(change map[string]string) fs.FS {
		all := fstest.MapFS{}
		for name, text := range good {
			all[name] = &fstest.MapFile{Data: []byte(text)}
		}
		for name, text := range change {
			if text == "" {
				delete(all, name)
				continue
			}
			all[name] = &fstest.MapFile{Data: []byte(text)}
		}
		return all
	}
	e, err := Read(files(nil))
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	prepared, err := e.Prepare(context.Background(), words, false)
	if err != nil || len(prepared) != 2 || len(prepared[0].Result.Figures) != 1 || prepared[0].Report.Title != "First report on the valley" {
		t.Fatalf("the sound edition gives %+v, %v", prepared, err)
	}
	for name, c := range map[string]struct {
		change      map[string]string
		file, place string
	}{
		"no edition.json":           {map[string]string{"edition.json": ""}, "edition.json", ""},
		"no JSON":                   {map[string]string{"reports.json": "["}, "reports.json", ""},
		"a newer format":            {map[string]string{"edition.json": `{"format": 9}`}, "edition.json", ""},
		"no such report":            {map[string]string{"facts-1.json": strings.Replace(good["facts-1.json"], "V/2024/1", "V/2024/2", 1)}, "facts-1.json", "fact 1"},
		"no bound":                  {map[string]string{"facts-1.json": strings.Replace(good["facts-1.json"], "more_than", "", 1)}, "facts-1.json", "fact 1"},
		"words not in the text":     {map[string]string{"facts-1.json": strings.Replace(good["facts-1.json"], "Detainees: more than 70.", "Detainees.", 1)}, "facts-1.json", "fact 1"},
		"second-hand, no source":    {map[string]string{"facts-1.json": strings.Replace(good["facts-1.json"], `"paragraph": "3", "known": "report"`, `"known": "second_hand"`, 1)}, "facts-1.json", "fact 1"},
		"a comparison without name": {map[string]string{"comparisons.json": `[{"spec": {}}]`}, "comparisons.json", "comparison 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(files(c.change))
			var f *data.Fault
			if !errors.As(err, &f) || f.File != c.file || c.place != "" && f.Place != c.place {
				t.Errorf("got %v, want a fault in %s at %q", err, c.file, c.place)
			}
		})
	}
	digest := "Figurebook digest\nSymbol: V/2024/1\nLanguage: en\n\nA summary\n\n3. In the valley, 70 people are detained.\n"
	bad, err := Read(files(map[string]string{"facts-1.json": strings.Split(good["facts-1.json"], `"words"`)[0][:len(strings.Split(good["facts-1.json"], `"words"`)[0])-1] + `"unit": "person"}]}`, "digest-1.en.txt": digest}))
	if err != nil {
		t.Fatal(err)
	}
	prepared, err = bad.Prepare(context.Background(), words, false)
	if err != nil || len(prepared) != 1 || len(prepared[0].Report.Notes) != 1 || prepared[0].Report.Notes[0].Kind != "fact_not_stated" {
		t.Errorf("a digest that loses the hedge gives %+v, %v", prepared, err)
	}
}
