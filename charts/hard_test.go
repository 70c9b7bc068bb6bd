package charts

import (
	"fmt"
	"slices"
	"strings"
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

// TestPalettes_print: any two greys of print differ plainly, and each from the page.
func TestPalettes_print(t *testing.T) {
	greys := palettes["print"].Series
	for i, a := range greys {
		for _, b := range greys[:i] {
			if d := int(a.R) - int(b.R); max(d, -d) < 0x1c {
				t.Errorf("%v and %v look alike", a, b)
			}
		}
		if a.R > 0x94 { // 3.03 to 1 with white
			t.Errorf("%v is too pale", a)
		}
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

// paged are figures of which a kind has more than a slide holds.
func paged(kind Kind, all []data.Figure) []data.Figure {
	all = slices.Clone(all)
	for i := range all {
		f := &all[i]
		f.Region = fmt.Sprint("Region ", i%23)
		asOf := fmt.Sprint(2000 + i%20)
		switch kind {
		case Slope:
			place := fmt.Sprint("Place ", i/2)
			asOf = fmt.Sprint(2019 + i%2)
			f.Place = &place
		case Stack:
			if i%5 > 0 {
				f.PartOf, f.Counted = all[i-i%5].ID, fmt.Sprint("part ", i%5)
			}
			f.Quantity = every()[0].Quantity
		}
		f.AsOf = &asOf
	}
	return all
}

// TestChart_shortened: a name is cut between words and never near a number or its hedge; two names that would look alike stay whole.
func TestChart_shortened(t *testing.T) {
	const long = "Camps of the upper valley and of the lower valley in which an estimated more than 7,000 people of several communities wait for their return to places that were theirs"
	for room := 60.0; room < 330; room += 9 {
		lines := shortened(long, 10, false, room)
		said := strings.Join(lines, " ")
		if len(lines) <= mostLinesOfName && strings.HasSuffix(said, "…") && strings.Contains(said, "estimated") != strings.Contains(said, "7,000 people of") {
			t.Errorf("at %g: %q", room, lines)
		}
		for _, l := range lines {
			if textWidth(l, 10, false) > room {
				t.Errorf("at %g the line %q is wider", room, l)
			}
		}
	}
	for _, words := range []string{"more than twelve", "forty", "Two-thirds", "三名", "约 12 人"} {
		if !numbered([]string{words}) {
			t.Errorf("%s is no number", words)
		}
	}
	one, two := strings.Repeat("Upper valley ", 20)+"north", strings.Repeat("Upper valley ", 20)+"south"
	both := names([]string{one, two}, 10, false, 100)
	if strings.Join(both[one], " ") == strings.Join(both[two], " ") {
		t.Error("two names look alike")
	}
}

// TestShown: what the font lacks is named in its place.
func TestShown(t *testing.T) {
	for text, want := range map[string]string{"Mali": "Mali", "Camp 𓀀𓀁, north": "Camp [U+13000 U+13001], north", "𓀀": "[U+13000]", "−5 …": "−5 …"} {
		if got := Shown(text); got != want {
			t.Errorf("%s is shown as %s", text, got)
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
	for _, spec := range []Spec{{Kind: Timeline, By: "date"}, {Kind: Multiples, By: "place"}, {Kind: Multiples, By: "date"}, {Kind: Slope, By: "date"}, {Kind: Stack, By: "place"}} {
		spec.Measure, spec.Language, spec.Size = "fighters", "en", "slide"
		c, err := Build(spec, paged(spec.Kind, all), words(t))
		if err != nil {
			t.Errorf("%s by %s: %v", spec.Kind, spec.By, err)
			continue
		}
		seen, sums := map[string]int{}, 0
		for i, page := range c.Pages() {
			if page.Height > papers["slide"].height+0.5 || page.Value.Max != c.Value.Max {
				t.Errorf("%s by %s: page %d is %.0f high, to %g", spec.Kind, spec.By, i+1, page.Height, page.Value.Max)
			}
			for _, problem := range collisions(page) {
				t.Errorf("%s by %s: page %d: %s", spec.Kind, spec.By, i+1, problem)
			}
			figures := 0
			for _, m := range page.Marks {
				if m.Derived {
					sums++
				} else {
					seen[m.Figure]++
					figures++
				}
			}
			if figures != len(page.Figures) {
				t.Errorf("%s by %s: page %d has %d figures of %d marks", spec.Kind, spec.By, i+1, len(page.Figures), figures)
			}
		}
		if len(seen)+sums != len(c.Marks) || len(c.Pages()) < 2 {
			t.Errorf("%s by %s: %d pages with %d and %d of %d marks", spec.Kind, spec.By, len(c.Pages()), len(seen), sums, len(c.Marks))
		}
	}
	c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en", Size: "page"}, all[:5], words(t))
	if err != nil || len(c.Pages()) != 1 || c.Pages()[0] != c {
		t.Errorf("five rows: %v", err)
	}
}
