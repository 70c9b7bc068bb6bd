package charts

import (
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// twoEditions are three statements of a report in English and in Chinese: one in both, one hedged otherwise, and one that
// the Chinese lacks.
func twoEditions() []data.Figure {
	var all []data.Figure
	for _, language := range []string{"zh", "en"} {
		for i, n := range []int64{120, 4000, 75} {
			f := stated(fmt.Sprint(language, i), "Mali", "2020-12", "S/2099/9", data.Quantity{Value: decimal(n)})
			f.Edition, f.Language, f.Paragraph, f.Text = "S/2099/9@"+language, language, fmt.Sprint(i+1), fmt.Sprint(n)
			if i == 1 && language == "en" {
				f.Bound = data.MoreThan
			}
			if i < 2 || language == "en" {
				all = append(all, f)
			}
		}
	}
	return all
}

// TestEditions: both editions stand side by side with what differs said, in each language and size; each statement's place
// leads to it and no words cover others; a report in one language alone gives no chart.
func TestEditions(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		for _, size := range Sizes {
			spec := Spec{Measure: AnyMeasure, By: Editions, Report: "S/2099/9", Language: language, Size: size}
			c, err := Build(spec, twoEditions(), words(t))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, m := range c.Marks {
				got += fmt.Sprint(m.Beside) + m.Figure + m.Differs + " "
				if c.At((m.Left+m.Right)/2, (m.Top+m.Bottom)/2) != m.Figure {
					t.Errorf("the place of %s does not lead to it", m.Figure)
				}
			}
			want := "0en0 0zh0 1en1hedge_differs 1zh1hedge_differs 2en2only_in_one_edition "
			if language == "zh" {
				want = "0zh0 0en0 1zh1hedge_differs 1en1hedge_differs 2en2only_in_one_edition "
			}
			if got != want {
				t.Errorf("%s: %s", language, got)
			}
			for _, problem := range collisions(c) {
				t.Errorf("%s %s: %s", language, size, problem)
			}
			again, err := c.In(map[string]string{"en": "zh", "zh": "en"}[language])
			if err != nil || len(again.Marks) != len(c.Marks) {
				t.Errorf("in the other language: %v", err)
			}
		}
	}
	for _, kind := range []Kind{Dots, Bars, Lines, Timeline} {
		if _, err := Build(Spec{Measure: AnyMeasure, By: Editions, Kind: kind, Language: "en"}, twoEditions(), words(t)); err == nil {
			t.Errorf("two editions as %s", kind)
		}
	}
	if _, err := Build(Spec{Measure: AnyMeasure, By: Editions, Language: "en"}, twoEditions()[:2], words(t)); err == nil || !strings.Contains(err.Error(), "edition") {
		t.Errorf("one edition alone: %v", err)
	}
}

// TestEditions_pages: what both editions state of one thing stands on one page.
func TestEditions_pages(t *testing.T) {
	var all []data.Figure
	for _, language := range []string{"zh", "en"} {
		for i := range 160 {
			f := stated(fmt.Sprint(language, i), "Mali", "2020-12", "S/2099/9", data.Quantity{Value: decimal(int64(100 + i))})
			f.Edition, f.Language, f.Paragraph, f.Text = "S/2099/9@"+language, language, fmt.Sprint(i+1), fmt.Sprint(i)
			all = append(all, f)
		}
	}
	c, err := Build(Spec{Measure: AnyMeasure, By: Editions, Report: "S/2099/9", Language: "en", Size: "page"}, all, words(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Pages()) < 2 {
		t.Fatal("160 statements stand on one page")
	}
	for _, p := range c.Pages() {
		if first, last := p.Marks[0], p.Marks[len(p.Marks)-1]; first.Figure[:2] != "en" || last.Figure[:2] != "zh" {
			t.Errorf("a page goes from %s to %s", first.Figure, last.Figure)
		}
	}
}
