package checking

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"figurebook.org/figurebook/data"
)

func figure(id, edition, paragraph string, bound data.Bound, value int64) data.Figure {
	d := data.NewDecimal(value, 0)
	place, when := "Mali", "2020-12"
	return data.Figure{ID: id, Edition: edition, Paragraph: paragraph, Place: &place, AsOf: &when, Measure: "fighters", Quantity: data.Quantity{Value: &d, Bound: bound, Unit: "person"}}
}

func part(f data.Figure, of string) data.Figure {
	f.PartOf = of
	return f
}

// all marks a part as one of those that the text lists as the whole of their total.
func all(f data.Figure, word, population string) data.Figure {
	f.Why, f.Population = map[string]string{"whole": word}, population
	return f
}

func TestCheck(t *testing.T) {
	share := figure("s", "A/1@en", "1", data.Exact, 130)
	share.Measure, share.Unit = "share_women", "percent"
	baseless := figure("s", "A/1@en", "1", data.Exact, 30)
	baseless.Measure, baseless.Unit = "share", "percent"
	gdp := share
	gdp.Measure = "share_of_gdp"
	states := func(id string, n int64) data.Figure {
		f := figure(id, "A/1@en", "1", data.Exact, n)
		f.Unit, f.Measure = "state", "states"
		return f
	}
	based := baseless
	based.Counted = "households"
	for name, c := range map[string]struct {
		figures []data.Figure
		want    []Finding
	}{
		"a part within its total":   {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.Exact, 60), "t")}, []Finding{}},
		"a part above its total":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.MoreThan, 160), "t")}, []Finding{{Kind: PartAboveTotal, Figures: []string{"p", "t"}}}},
		"an open total":             {[]data.Figure{figure("t", "A/1@en", "1", data.MoreThan, 100), part(figure("p", "A/1@en", "1", data.Exact, 160), "t")}, []Finding{}},
		"parts above their total":   {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.Exact, 60), "t"), part(figure("q", "A/1@en", "1", data.Exact, 50), "t")}, []Finding{{Kind: PartsAboveTotal, Figures: []string{"t", "p", "q"}}}},
		"all the parts and less":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), all(part(figure("p", "A/1@en", "1", data.Exact, 60), "t"), "comprising", "men"), all(part(figure("q", "A/1@en", "1", data.Exact, 30), "t"), "comprising", "women")}, []Finding{{Kind: PartsBelowTotal, Figures: []string{"t", "p", "q"}}}},
		"all the parts and no less": {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 90), all(part(figure("p", "A/1@en", "1", data.Exact, 60), "t"), "comprising", "men"), all(part(figure("q", "A/1@en", "1", data.Exact, 30), "t"), "comprising", "women")}, []Finding{}},
		"States counted twice":      {[]data.Figure{states("t", 34), part(states("p", 31), "t"), part(states("q", 18), "t")}, []Finding{}},
		"more than a year's output": {[]data.Figure{gdp}, []Finding{}},
		"some parts in brackets":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), all(part(figure("p", "A/1@en", "1", data.Exact, 14), "t"), "(", "women"), all(part(figure("q", "A/1@en", "1", data.Exact, 3), "t"), "(", "girls")}, []Finding{}},
		"both sexes in brackets":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), all(part(figure("p", "A/1@en", "1", data.Exact, 14), "t"), "(", "women"), all(part(figure("q", "A/1@en", "1", data.Exact, 36), "t"), "(", "men")}, []Finding{{Kind: PartsBelowTotal, Figures: []string{"t", "p", "q"}}}},
		"parts of a rounded total":  {[]data.Figure{figure("t", "A/1@en", "1", data.About, 11000), all(part(figure("p", "A/1@en", "1", data.Exact, 5200), "t"), "comprising", ""), all(part(figure("q", "A/1@en", "1", data.Exact, 5400), "t"), "comprising", "")}, []Finding{}},
		"parts within its rounding": {[]data.Figure{figure("t", "A/1@en", "1", data.About, 11000), part(figure("p", "A/1@en", "1", data.Exact, 5400), "t"), part(figure("q", "A/1@en", "1", data.Exact, 6000), "t")}, []Finding{}},
		"parts beyond its rounding": {[]data.Figure{figure("t", "A/1@en", "1", data.About, 11000), part(figure("p", "A/1@en", "1", data.Exact, 6400), "t"), part(figure("q", "A/1@en", "1", data.Exact, 6500), "t")}, []Finding{{Kind: PartsAboveTotal, Figures: []string{"t", "p", "q"}}}},
		"a share above the whole":   {[]data.Figure{share}, []Finding{{Kind: ShareAboveWhole, Figures: []string{"s"}}}},
		"a share of nothing named":  {[]data.Figure{baseless}, []Finding{{Kind: ShareWithoutBase, Figures: []string{"s"}}}},
		"a share of households":     {[]data.Figure{based}, []Finding{}},
		"stated twice alike":        {[]data.Figure{figure("a", "A/1@en", "1", data.About, 100), figure("b", "A/1@en", "9", data.Exact, 105)}, []Finding{}},
		"stated twice otherwise":    {[]data.Figure{figure("a", "A/1@en", "1", data.Exact, 100), figure("b", "A/1@en", "9", data.MoreThan, 300)}, []Finding{{Kind: StatedOtherwise, Figures: []string{"a", "b"}}}},
		"hedged otherwise":          {[]data.Figure{figure("a", "A/1@en", "1", data.Exact, 300), figure("b", "A/1@en", "9", data.MoreThan, 300)}, []Finding{{Kind: HedgedOtherwise, Figures: []string{"a", "b"}}}},
	} {
		if diff := cmp.Diff(c.want, Check(c.figures), cmpopts.IgnoreFields(Finding{}, "ID")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestCheck_editions compares an English and a Chinese edition of one report.
func TestCheck_editions(t *testing.T) {
	guards := func(edition string) func(id, paragraph string, bound data.Bound, value int64) data.Figure {
		return func(id, paragraph string, bound data.Bound, value int64) data.Figure {
			f := figure(id, edition, paragraph, bound, value)
			f.Measure = "guards"
			return f
		}
	}
	en, zh := guards("A/1@en"), guards("A/1@zh")
	money := zh("y", "1", data.Exact, 400)
	money.Unit = "USD"
	summary := zh("b", "2", data.Exact, 77)
	summary.Digest = true
	for name, c := range map[string]struct {
		figures []data.Figure
		want    []Finding
	}{
		"agree":                      {[]data.Figure{en("a", "1", data.MoreThan, 100), zh("b", "1", data.AtLeast, 100)}, []Finding{}},
		"agree, otherwise ordered":   {[]data.Figure{en("a", "1", data.Exact, 100), en("b", "1", data.Exact, 200), zh("x", "1", data.Exact, 200), zh("y", "1", data.Exact, 100)}, []Finding{}},
		"agree, otherwise numbered":  {[]data.Figure{en("a", "u1", data.Exact, 1234), en("b", "u1", data.Exact, 3), en("c", "u2", data.Exact, 500), zh("x", "u2", data.Exact, 1234), zh("y", "u2", data.Exact, 3), zh("z", "u3", data.Exact, 500)}, []Finding{}},
		"another number":             {[]data.Figure{en("a", "1", data.Exact, 100), zh("b", "1", data.Exact, 1000)}, []Finding{{Kind: NumberDiffers, Figures: []string{"a", "b"}}}},
		"a hedge lost":               {[]data.Figure{en("a", "1", data.MoreThan, 100), zh("b", "1", data.Exact, 100)}, []Finding{{Kind: HedgeDiffers, Figures: []string{"a", "b"}}}},
		"a number lost":              {[]data.Figure{en("a", "1", data.Exact, 100), en("b", "1", data.Exact, 200), zh("x", "1", data.Exact, 100)}, []Finding{{Kind: OnlyInOneEdition, Figures: []string{"b"}, Lacking: "A/1@zh", Near: "x"}}},
		"a number put in":            {[]data.Figure{en("a", "1", data.Exact, 100), zh("x", "1", data.Exact, 100), money}, []Finding{{Kind: OnlyInOneEdition, Figures: []string{"y"}, Lacking: "A/1@en", Near: "a"}}},
		"units that exclude":         {[]data.Figure{en("a", "1", data.Exact, 400), money}, []Finding{{Kind: OnlyInOneEdition, Figures: []string{"a"}, Lacking: "A/1@zh", Near: "y"}, {Kind: OnlyInOneEdition, Figures: []string{"y"}, Lacking: "A/1@en", Near: "a"}}},
		"a digest leaves out":        {[]data.Figure{en("a", "1", data.Exact, 100), en("c", "2", data.Exact, 77), summary}, []Finding{}},
		"a digest says something on": {[]data.Figure{en("a", "1", data.Exact, 100), summary}, []Finding{{Kind: OnlyInOneEdition, Figures: []string{"b"}, Lacking: "A/1@en"}}},
	} {
		if diff := cmp.Diff(c.want, Check(c.figures), cmpopts.IgnoreFields(Finding{}, "ID")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestFinding_ID: a finding keeps its ID when other figures come or go, and no two share one.
func TestFinding_ID(t *testing.T) {
	few := []data.Figure{figure("a", "A/1@en", "1", data.Exact, 100), figure("b", "A/1@en", "9", data.MoreThan, 300)}
	more := append([]data.Figure{figure("z", "A/1@en", "1", data.Exact, 7)}, append(few, figure("c", "A/1@zh", "1", data.Exact, 5))...)
	more[0].Measure = "guards"
	first := Check(few)[0]
	seen := map[string]bool{}
	kept := false
	for _, f := range Check(more) {
		if seen[f.ID] {
			t.Errorf("%+v has the ID of another", f)
		}
		seen[f.ID] = true
		kept = kept || f.ID == first.ID && f.Kind == first.Kind
	}
	if !kept {
		t.Errorf("%+v has another ID among more figures", first)
	}
}

func TestJoin(t *testing.T) {
	figures := []data.Figure{
		figure("a", "A/1@en", "1", data.Exact, 100), figure("b", "A/1@en", "9", data.Exact, 100), figure("c", "A/1@en", "9", data.Exact, 101),
		figure("d", "A/1@zh", "1", data.Exact, 100), figure("e", "A/2@zh", "1", data.Exact, 100),
	}
	Join(figures)
	got := map[string]string{}
	for _, f := range figures {
		got[f.ID] = f.SameAs
	}
	if diff := cmp.Diff(map[string]string{"a": "", "b": "a", "c": "", "d": "a", "e": ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
