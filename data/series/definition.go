package series

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// key tells the figures of one line from others: what is counted, where, of whom, in what unit, however worded.
func (b *builder) key(f *data.Figure) string {
	return strings.Join([]string{b.words.Line(f.Measure), b.seat(text(f.Place)), text(f.Group), b.population(f), unit(f.Unit), f.Per, strings.ToLower(f.Subject)}, "|")
}

// unit is the unit of a line: women and children are people, told apart by the population.
func unit(u string) string {
	if u == "woman" || u == "child" {
		return "person"
	}
	return u
}

// population is that of the figure, or what its counted words and its unit single out.
func (b *builder) population(f *data.Figure) string {
	of := f.Population
	if of == "" {
		of = b.words.Population(f.Counted)
	}
	if f.Measure == "foreign_fighters" {
		of = strings.TrimSpace(strings.TrimPrefix(of, "foreign"))
	}
	switch {
	case of == "" && f.Unit == "woman":
		return "women"
	case of == "" && f.Unit == "child":
		return "children"
	}
	return of
}

// seat is the place of a line: of camps named together the place that they lie in, of several States the States in one
// order. "Hol and Roj camps, north-east X" and "Hol and Roj camps and prisons, north-east X" both have the seat "north-east X".
func (b *builder) seat(place string) string {
	if names, parent, ok := strings.Cut(place, ", "); ok && strings.Contains(names, " camps") {
		return parent
	}
	if strings.Contains(place, " and ") && b.words.Parent(place) == "" && !b.words.Known(place) {
		first, last, _ := strings.Cut(place, " and ")
		names := append(strings.Split(first, ", "), last)
		slices.Sort(names)
		return strings.Join(names, " and ")
	}
	return place
}

// akin tells whether two lines that differ in place alone are one whose place a later report words more widely or more
// narrowly: one place lies in the other or beside it in the same region, and no report states both. Among are the lines that
// may be joined to the first already.
func (b *builder) akin(one, two string, among []string) bool {
	x, y := strings.Split(one, "|")[1], strings.Split(two, "|")[1]
	if x == "" || y == "" {
		return false
	}
	if !(b.words.Within(x, y) || b.words.Within(y, x) || b.words.Parent(x) != "" && b.words.Parent(x) == b.words.Parent(y)) {
		return false
	}
	reports := map[string]bool{}
	for _, key := range among {
		if b.of(key) == b.of(one) {
			for _, i := range b.points[key] {
				reports[symbol(b.facts[i].figure)] = true
			}
		}
	}
	return !slices.ContainsFunc(b.points[two], func(i int) bool { return reports[symbol(b.facts[i].figure)] })
}

// features are words of a count that change what belongs to it.
var features = []struct {
	name  string
	forms []string
}{
	{"families", []string{"famil", "dependants", "家属", "家人", "家庭成员"}},
	{"supporters", []string{"supporters", "sympathi", "支持者", "同情者"}},
	{"excluding", []string{"excluding", "not including", "except", "不包括", "不含", "除外"}},
	{"prisons", []string{"detention", "prison", "拘留", "监狱"}},
	{"registered", []string{"registered", "登记"}},
	{"estimated need", []string{"projected", "预计", "预测"}},
}

// definition names what the words of a figure put into its count. Only the counted words and what the figure itself
// prints tell it: the rest of the sentence may speak of others.
func definition(f *data.Figure) string {
	words := strings.ToLower(f.Counted + " " + f.Text)
	var names []string
	for _, feature := range features {
		if slices.ContainsFunc(feature.forms, func(form string) bool { return strings.Contains(words, form) }) {
			names = append(names, feature.name)
		}
	}
	return strings.Join(names, ",")
}

// breaks is why a line does not go on from one point to the next; empty where it does. A person's last word wins.
func (b *builder) breaks(before, after *Point) Reason {
	if d, ok := b.last[after.Statements[0]]; ok {
		if d.Kind == Split {
			return ByPerson
		}
		return ""
	}
	switch {
	case before.Figure.Measure != after.Figure.Measure:
		return OtherMeasure
	case b.place(&before.Figure) != b.place(&after.Figure):
		return OtherPlace
	case definition(&before.Figure) != definition(&after.Figure):
		return OtherCount
	}
	return ""
}

// place is a figure's place with the names of a list in one order.
func (b *builder) place(f *data.Figure) string {
	if p := text(f.Place); !strings.Contains(p, " camps") {
		return b.seat(p)
	}
	return text(f.Place)
}
