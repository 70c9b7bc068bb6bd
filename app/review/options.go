package review

import (
	"slices"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/vocabulary"
)

// options are what a field can be: first none where it may be empty, then what the report's figures have, then the rest of
// the vocabulary. Nothing needs typing.
func (p *Pane) options(fd field) []choice.Option {
	var all []choice.Option
	seen := map[string]bool{"": true}
	add := func(value, note string) {
		if !seen[value] {
			seen[value] = true
			all = append(all, choice.Option{Value: value, Label: p.label(fd, value), Note: note, Also: value})
		}
	}
	switch fd.kind {
	case span:
		for _, q := range extraction.Recognise(p.deeds.Paragraph(p.draft.Edition, p.draft.Paragraph)) {
			all = append(all, choice.Option{Value: q.Text, Label: q.Text, Also: q.Text})
		}
		return all
	case figure:
		all = append(all, choice.Option{Label: p.words.Say("review.none")})
		for _, f := range p.deeds.Own() {
			if f.ID != p.draft.ID {
				all = append(all, p.figureOption(f))
			}
		}
		return all
	}
	if fd.name == "bound" {
		for _, b := range bounds {
			add(string(b), "")
		}
		return all
	}
	if fd.name != "unit" && fd.name != "measure" {
		all = append(all, choice.Option{Label: p.words.Say("review.none")})
	}
	own := p.deeds.Own()
	slices.SortStableFunc(own, func(a, b data.Figure) int { return far(a, p.draft) - far(b, p.draft) })
	for _, f := range own {
		add(fd.get(&f), p.words.Say("review.in_report"))
	}
	if fd.name == "as_of" {
		add(p.draft.Period, "")
	}
	if fd.terms != "" {
		for _, term := range p.v.Terms(fd.terms) {
			add(term, "")
		}
	}
	return all
}

// far puts the figures of the same paragraph before the others.
func far(f, from data.Figure) int {
	if f.Paragraph == from.Paragraph {
		return 0
	}
	return 1
}

func (p *Pane) figureOption(f data.Figure) choice.Option {
	return choice.Option{Value: f.ID, Label: charts.QuantityText(f.Quantity, p.words, p.v) + " · " + p.v.Label(vocabulary.Measure, f.Measure, p.words.Short()), Note: charts.Citation("", []string{f.Paragraph}, false, p.words), Also: f.Text}
}

// label is a field's value in words.
func (p *Pane) label(fd field, value string) string {
	switch {
	case value == "":
		return ""
	case fd.terms != "":
		return p.v.Label(fd.terms, value, p.words.Short())
	case fd.name == "bound":
		return p.words.Say("bound." + value)
	case fd.name == "source":
		return charts.SourceText(value, p.words)
	case fd.name == "as_of":
		return charts.DateText(value, p.words)
	case fd.kind == number:
		return charts.Grouped(value)
	case fd.kind == figure:
		for _, f := range p.deeds.Own() {
			if f.ID == value {
				return p.figureOption(f).Label
			}
		}
	}
	return value
}
