package series

import (
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// said is a figure of a report: "id symbol as-of measure value place; group; counted".
func said(id, symbol, asOf, measure string, value int64, place, group, counted string) data.Figure {
	d := data.NewDecimal(value, 0)
	f := data.Figure{
		ID: id, Report: &symbol, Edition: symbol + "@en", Language: "en", Measure: measure, AsOf: &asOf, Counted: counted, Text: counted,
		Quantity: data.Quantity{Value: &d, Bound: data.About, Unit: "person"}, Confidence: 0.8,
	}
	if place != "" {
		f.Place = &place
	}
	if group != "" {
		f.Group = &group
	}
	return f
}

// drawn writes lines as their points' IDs, a broken line with its reason.
func drawn(lines []Line) string {
	var all []string
	for _, l := range lines {
		text := ""
		for i, p := range l.Points {
			switch {
			case p.Break != "":
				text += fmt.Sprintf(" |%s| ", p.Break)
			case i > 0:
				text += "-"
			}
			text += p.Figure.ID
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func TestLines(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	a := said("a", "S/2090/1", "2089-H2", "fighters", 500, "Mali", "ISGS", "fighters")
	b := said("b", "S/2090/2", "2090-H1", "fighters", 600, "Mali", "ISGS", "members")
	c := said("c", "S/2091/1", "2090-H2", "fighters_and_family", 900, "Mali", "ISGS", "members and their families")
	wide := said("w", "S/2091/2", "2091-H1", "fighters", 700, "West Africa", "ISGS", "fighters")
	other := said("o", "S/2090/1", "2089-H2", "fighters", 90, "Mali", "Al-Qaida", "fighters")
	quoted := b
	quoted.ID, quoted.QuotedFrom = "q", "S/2089/9"
	iraqi := said("i", "S/2090/1", "2089-H2", "camp_population", 9, "Hol camp", "", "Iraqi nationals")
	iraqis := said("j", "S/2090/2", "2090-H1", "camp_population", 8, "Hol camp", "", "Iraqis")
	all := said("k", "S/2090/2", "2090-H1", "camp_population", 80, "Hol camp", "", "residents")
	camps := said("l", "S/2090/1", "2089-H2", "camp_population", 80, "Hol and Roj camps, north-east Syrian Arab Republic", "", "residents")
	prisons := said("m", "S/2090/2", "2090-H1", "camp_population", 90, "Hol and Roj camps and detention facilities, north-east Syrian Arab Republic", "", "residents")
	part := said("p", "S/2090/2", "2090-H1", "fighters", 60, "Mali", "ISGS", "fighters")
	part.PartOf = "b"
	chinese := said("z", "S/2090/2", "2090-H1", "fighters", 600, "Mali", "ISGS", "名作战人员")
	chinese.Language, chinese.SameAs = "zh", "b"
	both := said("s", "S/2090/2", "2090-H1", "fighters", 600, "Syrian Arab Republic and Iraq", "", "fighters")
	other2 := said("r", "S/2090/1", "2089-H2", "fighters", 600, "Iraq and Syrian Arab Republic", "", "fighters")

	for name, c := range map[string]struct {
		figures   []data.Figure
		decisions []Decision
		want      string
	}{
		"fighters and members":                 {[]data.Figure{a, b}, nil, "a-b"},
		"a point of each report, by date":      {[]data.Figure{c, b, a}, nil, "a-b |other_measure| c"},
		"another group is another line":        {[]data.Figure{a, b, other}, nil, "a-b; o"},
		"a wider place breaks":                 {[]data.Figure{a, wide}, nil, "a |other_place| w"},
		"what is quoted stands nowhere":        {[]data.Figure{a, quoted}, nil, "a"},
		"nationalities are lines":              {[]data.Figure{iraqi, all, iraqis}, nil, "i-j; k"},
		"camps, then camps and prisons":        {[]data.Figure{camps, prisons}, nil, "l |other_place| m"},
		"a part stands behind its total":       {[]data.Figure{a, part, b}, nil, "a-b"},
		"the other language is the same point": {[]data.Figure{a, b, chinese}, nil, "a-b"},
		"two States in either order":           {[]data.Figure{both, other2}, nil, "r-s"},
		"a person splits":                      {[]data.Figure{a, b}, []Decision{{Kind: Split, Figure: "b"}}, "a |by_person| b"},
		"and joins again":                      {[]data.Figure{a, b}, []Decision{{Kind: Split, Figure: "b"}, {Kind: Join, Figure: "b", With: "a"}}, "a-b"},
		"a person joins across a break":        {[]data.Figure{a, c}, []Decision{{Kind: Join, Figure: "c", With: "a"}}, "a-c"},
		"a person joins two groups":            {[]data.Figure{a, other, b}, []Decision{{Kind: Leave, Figure: "a"}, {Kind: Join, Figure: "o", With: "b"}}, "o-b"},
		"a person leaves one out":              {[]data.Figure{a, b}, []Decision{{Kind: Leave, Figure: "a"}}, "b"},
		"a person shows the part":              {[]data.Figure{a, b, part}, []Decision{{Kind: Show, Figure: "p"}}, "a-p"},
		"a decision on the other language":     {[]data.Figure{a, b, chinese}, []Decision{{Kind: Split, Figure: "z"}}, "a |by_person| b"},
		"a decision about nothing":             {[]data.Figure{a, b}, []Decision{{Kind: Split, Figure: "gone"}, {Kind: Join, Figure: "gone", With: "a"}}, "a-b"},
	} {
		if got := drawn(Lines(c.figures, c.decisions, "en", words)); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// TestLines_stable: a line keeps its ID among more figures, each report has one latest point, and no fact stands twice.
func TestLines_stable(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	few := []data.Figure{said("a", "S/2090/1", "2089-12", "guards", 500, "Mali", "", "guards"), said("b", "S/2090/1", "2089-mid", "guards", 600, "Mali", "", "guards")}
	more := append(few, said("c", "S/2091/1", "2090-12", "guards", 700, "Mali", "", "guards"), said("d", "S/2091/1", "2090-12", "guards", 7, "Chad", "", "guards"))
	one, two := Lines(few, nil, "en", words), Lines(more, nil, "en", words)
	if one[0].ID != two[0].ID || drawn(one) != "b-a" || drawn(two) != "b-a-c; d" {
		t.Errorf("%s and %s", drawn(one), drawn(two))
	}
	if p := two[0].Points; p[0].Latest || !p[1].Latest || !p[2].Latest || two[0].Reports() != 2 {
		t.Errorf("%+v", p)
	}
}
