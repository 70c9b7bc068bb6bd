package charts

import (
	"fmt"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// TestNumber_orders: what is greater than a billion has a name too.
func TestNumber_orders(t *testing.T) {
	for zeros, want := range map[int32][2]string{3: {"1,000", "1,000"}, 7: {"10 million", "1000 万"}, 12: {"1 trillion", "1 万亿"}} {
		for i, language := range []string{"en", "zh"} {
			if got := Number(data.NewDecimal(1, zeros), translations.For(language)); got != want[i] {
				t.Errorf("10^%d is %q, want %q", zeros, got, want[i])
			}
		}
	}
}

// TestChart_signs: no two of the most lines that a chart may have share both sign and colour.
func TestChart_signs(t *testing.T) {
	s := &sheet{Palette: palettes["light"]}
	c := &Chart{}
	seen := map[string]int{}
	for i := range mostLines {
		c.Series = append(c.Series, Series{Color: i})
		key := fmt.Sprint(i%len(signs), c.color(s, i))
		if other, twice := seen[key]; twice {
			t.Errorf("series %d looks like series %d", i, other)
		}
		seen[key] = i
	}
}

// TestChart_belowZero: the words of what lies below zero stand across it, and an arrow towards less goes no further than another.
func TestChart_belowZero(t *testing.T) {
	var all []data.Figure
	for i, n := range []int64{-3000, -1000, 2000} {
		f := every()[0]
		value := data.NewDecimal(n, 0)
		place := fmt.Sprint("Place ", i)
		f.ID, f.Place, f.Quantity = place, &place, data.Quantity{Value: &value, Bound: data.LessThan, Unit: "person"}
		all = append(all, f)
	}
	for _, kind := range []Kind{Dots, Bars} {
		c, err := Build(Spec{Kind: kind, Measure: "fighters", By: "place", Language: "en"}, all, words(t))
		if err != nil {
			t.Fatal(err)
		}
		zero, least := 0.0, c.Width
		for _, i := range c.items {
			if i.text == "0" {
				zero = i.at[0].x
			}
		}
		for _, i := range c.items {
			if i.text == "less than −3,000" && i.at[0].x < zero {
				t.Errorf("%s: the words stand at %.0f, before zero at %.0f", kind, i.at[0].x, zero)
			}
			if i.form == openLine && i.color == c.Palette().Series[0] {
				least = min(least, i.at[0].x, i.at[len(i.at)-1].x)
			}
		}
		if names := textWidth("Place 0", 10.5, true); least < names {
			t.Errorf("%s: an arrow reaches into the names, to %.0f", kind, least)
		}
	}
}

// TestChart_slopeWords: of many lines no words of one side cover each other or the heads, on the narrowest page.
func TestChart_slopeWords(t *testing.T) {
	var all []data.Figure
	for i := range 16 {
		f := every()[i%len(every())]
		place, asOf := fmt.Sprint("A place with a longer name ", i/2), fmt.Sprint(2010+i%2)
		f.ID, f.Place, f.AsOf = fmt.Sprint(i), &place, &asOf
		all = append(all, f)
	}
	for _, size := range []string{"window", "column"} {
		c, err := Build(Spec{Kind: Slope, Measure: "fighters", By: "date", Language: "en", Size: size}, all, words(t))
		if err != nil {
			t.Fatal(err)
		}
		var boxes []box
		for _, i := range c.items {
			if i.form == inscription && i.text != "0" {
				at := box{i.at[0].x, i.at[0].y - 0.7*i.size, i.at[0].x + textWidth(i.text, i.size, i.bold), i.at[0].y}
				for _, o := range boxes {
					if at.meets(o) {
						t.Errorf("%s: %q covers other words", size, i.text)
					}
				}
				if at.left < 0 || at.right > c.Width {
					t.Errorf("%s: %q leaves the page", size, i.text)
				}
				boxes = append(boxes, at)
			}
		}
	}
}

// TestChart_Pages: rows that one page does not hold go on on further ones, each once and in order, on one axis; what cannot be
// parted is refused with a sentence.
func TestChart_Pages(t *testing.T) {
	var all []data.Figure
	for i := range 200 {
		f := every()[i%len(every())]
		place := fmt.Sprint("Place ", i)
		f.ID, f.Place = fmt.Sprint(i), &place
		all = append(all, f)
	}
	for _, kind := range []Kind{Dots, Bars, Table} {
		for _, size := range []string{"slide", "column", "page"} {
			c, err := Build(Spec{Kind: kind, Measure: "fighters", By: "place", Language: "zh", Size: size}, all, words(t))
			if err != nil {
				t.Fatalf("%s on %s: %v", kind, size, err)
			}
			var shown []string
			for i, page := range c.Pages() {
				if page.Height > papers[size].height+0.5 || page.Value.Max != c.Value.Max || page.Title == c.Title || len(page.Marks) != len(page.Figures) {
					t.Errorf("%s on %s: page %d is %.0f high, to %g, under %q", kind, size, i+1, page.Height, page.Value.Max, page.Title)
				}
				for k, m := range page.Marks {
					shown = append(shown, m.Figure)
					if m.Figure != page.Figures[k].ID || page.Categories[m.Category].Label != m.Row {
						t.Errorf("page %d: the mark of %s stands for %s in %s", i+1, m.Figure, page.Figures[k].ID, page.Categories[m.Category].Label)
					}
				}
			}
			if len(shown) != 200 || len(c.Pages()) < 2 {
				t.Errorf("%s on %s: %d pages with %d marks", kind, size, len(c.Pages()), len(shown))
			}
			for i, m := range c.Marks {
				if shown[i] != m.Figure {
					t.Fatalf("%s on %s: the order is another", kind, size)
				}
			}
		}
	}
	c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en", Size: "page"}, all[:5], words(t))
	if err != nil || len(c.Pages()) != 1 || c.Pages()[0] != c {
		t.Errorf("five rows: %v", err)
	}
}
