package checking

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// stocks are measures of what there is at a time: two numbers of one place and date exclude each other. What happened
// in a period (attacks, arrests) may be stated event by event.
var stocks = map[string]bool{
	"fighters": true, "foreign_fighters": true, "camp_population": true, "financial_reserves": true, "funding_gap": true, "funding_level": true, "funding_target": true, "refugees": true, "displaced": true,
	"asylum_seekers": true, "migrants": true, "people_in_need": true, "food_insecure": true, "troops": true, "police": true, "military_personnel": true, "civilian_staff": true, "vacancy_rate": true,
	"unemployment_rate": true, "inflation": true, "interest_rate": true, "debt_to_gdp": true, "poverty_rate": true, "budget": true, "appropriation": true, "camp_capacity": true,
}

// repeated finds statements of one thing (measure, place, group, date, population) whose numbers exclude each other, or
// whose number is one and whose hedges are two.
func repeated(figures []data.Figure) []Finding {
	var findings []Finding
	seen := map[string]data.Figure{}
	for _, f := range figures {
		if !stocks[f.Measure] || f.Place == nil || f.AsOf == nil || f.PartOf != "" || f.ComparesWith != "" || f.QuotedFrom != "" {
			continue
		}
		key := strings.Join([]string{f.Measure, f.Unit, f.Per, *f.Place, text(f.Group), *f.AsOf, f.Population, f.Subject}, "|")
		if f.Measure == "budget" || f.Unit == "percent" || f.Population == "" { // words tell what the attributes do not
			key += "|" + strings.ToLower(f.Counted)
		}
		first, ok := seen[key]
		switch {
		case !ok:
			seen[key] = f
		case first.Paragraph == f.Paragraph:
		case disjoint(first.Quantity, f.Quantity):
			findings = append(findings, found(StatedOtherwise, first.ID, f.ID))
		case number(first, f) && first.Value != nil && direction(first.Bound) != direction(f.Bound):
			findings = append(findings, found(HedgedOtherwise, first.ID, f.ID))
		}
	}
	return findings
}

// Join marks statements of one fact with same_as: the figures of another edition that state what one edition states in
// the same paragraph, and the repetitions of a figure within an edition. The first statement stays the fact.
func Join(figures []data.Figure) {
	index := map[string]int{}
	byEdition := map[string][]data.Figure{}
	var editions []string
	for i, f := range figures {
		index[f.ID] = i
		if byEdition[f.Edition] == nil {
			editions = append(editions, f.Edition)
		}
		byEdition[f.Edition] = append(byEdition[f.Edition], f)
	}
	_, bySymbol := symbols(editions)
	for _, languages := range bySymbol {
		for _, other := range languages[1:] {
			pairs, _, _ := Align(byEdition[languages[0]], byEdition[other])
			for _, p := range pairs {
				if contrary(p[0], p[1]) {
					continue
				}
				figures[index[p[1].ID]].SameAs = p[0].ID
			}
		}
	}
	least := data.NewDecimal(20, 0) // smaller numbers are often equal by chance
	for _, all := range byEdition {
		first := map[string]data.Figure{}
		for _, f := range all {
			if f.Place == nil || f.AsOf == nil || f.Value == nil || f.Value.Cmp(least) < 0 || figures[index[f.ID]].SameAs != "" {
				continue
			}
			key := strings.Join([]string{f.Measure, f.Unit, f.Per, string(f.Bound), f.Value.String(), *f.Place, text(f.Group), *f.AsOf, f.Population, f.Subject}, "|")
			if fact, ok := first[key]; ok {
				if !contrary(fact, f) {
					figures[index[f.ID]].SameAs = fact.ID
				}
				continue
			}
			first[key] = f
		}
	}
}
