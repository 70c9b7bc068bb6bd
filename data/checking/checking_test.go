package checking

import (
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestCheck(t *testing.T) {
	share := figure("s", "A/1@en", "1", data.Exact, 130)
	share.Measure, share.Unit = "share_women", "percent"
	for name, c := range map[string]struct {
		figures []data.Figure
		want    []Finding
	}{
		"a part within its total":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.Exact, 60), "t")}, []Finding{}},
		"a part above its total":     {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.MoreThan, 160), "t")}, []Finding{{PartAboveTotal, []string{"p", "t"}}}},
		"an open total":              {[]data.Figure{figure("t", "A/1@en", "1", data.MoreThan, 100), part(figure("p", "A/1@en", "1", data.Exact, 160), "t")}, []Finding{}},
		"parts above their total":    {[]data.Figure{figure("t", "A/1@en", "1", data.Exact, 100), part(figure("p", "A/1@en", "1", data.Exact, 60), "t"), part(figure("q", "A/1@en", "1", data.Exact, 50), "t")}, []Finding{{PartsAboveTotal, []string{"t", "p", "q"}}}},
		"a share above the whole":    {[]data.Figure{share}, []Finding{{ShareAboveWhole, []string{"s"}}}},
		"stated twice alike":         {[]data.Figure{figure("a", "A/1@en", "1", data.About, 100), figure("b", "A/1@en", "9", data.Exact, 105)}, []Finding{}},
		"stated twice otherwise":     {[]data.Figure{figure("a", "A/1@en", "1", data.Exact, 100), figure("b", "A/1@en", "9", data.MoreThan, 300)}, []Finding{{StatedOtherwise, []string{"a", "b"}}}},
		"editions that agree":        {[]data.Figure{figure("a", "A/1@en", "1", data.MoreThan, 100), figure("b", "A/1@zh", "1", data.AtLeast, 100)}, []Finding{}},
		"editions that differ":       {[]data.Figure{figure("a", "A/1@en", "1", data.Exact, 100), figure("b", "A/1@zh", "1", data.Exact, 1000)}, []Finding{{OnlyInOneEdition, []string{"a"}}, {OnlyInOneEdition, []string{"b"}}}},
		"a hedge lost in an edition": {[]data.Figure{figure("a", "A/1@en", "1", data.MoreThan, 100), figure("b", "A/1@zh", "1", data.Exact, 100)}, []Finding{{OnlyInOneEdition, []string{"a"}}, {OnlyInOneEdition, []string{"b"}}}},
	} {
		if diff := cmp.Diff(c.want, Check(c.figures)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
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
