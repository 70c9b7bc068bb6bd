package checking

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// totals checks parts against totals, allowing what the hedges allow: a part above the greatest number that the total
// leaves open, and parts whose least numbers together are.
func totals(figures []data.Figure) []Finding {
	var findings []Finding
	byID := map[string]data.Figure{}
	for _, f := range figures {
		byID[f.ID] = f
	}
	parts := map[string][]data.Figure{}
	var order []string
	for _, f := range figures {
		total, ok := byID[f.PartOf]
		if !ok || !counts(f.Unit, total.Unit) || f.Unit == "percent" && f.Measure != total.Measure {
			continue
		}
		if parts[f.PartOf] == nil {
			order = append(order, f.PartOf)
		}
		parts[f.PartOf] = append(parts[f.PartOf], f)
		if above(f.Quantity, total.Quantity) {
			findings = append(findings, found(PartAboveTotal, f.ID, total.ID))
		}
	}
	for _, id := range order {
		if ids := lacks(byID[id], parts[id]); ids != nil {
			findings = append(findings, found(PartsBelowTotal, append([]string{id}, ids...)...))
		}
		if ids := together(byID[id], parts[id]); ids != nil {
			findings = append(findings, found(PartsAboveTotal, append([]string{id}, ids...)...))
		}
	}
	return findings
}

// together are the IDs of at least two parts whose least numbers add up to more than the total leaves open; nil where
// they do not, or where they may overlap: women and children are among the people counted beside them, and one State may do
// several of the things for which States are counted.
func together(total data.Figure, parts []data.Figure) []string {
	_, high := allowed(total.Quantity)
	if high == nil || len(parts) < 2 || total.Unit == "state" {
		return nil
	}
	var sum data.Decimal
	var ids []string
	for _, f := range parts {
		low, _ := allowed(f.Quantity)
		if low == nil || f.Unit != parts[0].Unit || f.Population != "" && f.Population == parts[0].Population && f.ID != parts[0].ID || above(f.Quantity, total.Quantity) {
			return nil
		}
		sum = sum.Plus(*low)
		ids = append(ids, f.ID)
	}
	if sum.Cmp(*high) <= 0 {
		return nil
	}
	return ids
}

// lacks are the IDs of parts that are all of a total as the text lists them ("comprising 40 men and 50 women"), and whose
// greatest numbers together are less than the total leaves open; nil where they are not.
func lacks(total data.Figure, parts []data.Figure) []string {
	least, _ := allowed(total.Quantity)
	if least == nil || len(parts) < 2 || total.Unit == "percent" {
		return nil
	}
	var sum data.Decimal
	var ids []string
	for _, f := range parts {
		_, high := allowed(f.Quantity)
		if high == nil || f.Why["whole"] == "" || f.Bound == data.Indefinite || f.Why["whole"] == "(" && !complementary(parts) {
			return nil
		}
		sum = sum.Plus(*high)
		ids = append(ids, f.ID)
	}
	if sum.Cmp(*least) >= 0 {
		return nil
	}
	return ids
}

// complementary tells whether parts in brackets name both sexes, or both kinds of staff: then they mean to name all.
func complementary(parts []data.Figure) bool {
	has := map[string]bool{}
	for _, f := range parts {
		for _, word := range strings.Fields(f.Population) {
			has[word] = true
		}
	}
	return (has["men"] || has["boys"]) && (has["women"] || has["girls"]) || has["international"] && has["national"]
}

// above tells whether a part's least number is above the total's greatest.
func above(part, total data.Quantity) bool {
	low, _ := allowed(part)
	_, high := allowed(total)
	return low != nil && high != nil && low.Cmp(*high) > 0
}

// disjoint tells whether no number satisfies both.
func disjoint(a, b data.Quantity) bool { return above(a, b) || above(b, a) }

// allowed are the least and the greatest number that a statement allows for, nil where it is open: the ends of the
// quantity, widened by what its rounding hides. A number with "about" is as good as its last digit that is not zero, and
// never better than a twentieth; a round number of at least a thousand without a hedge is as good as that digit.
func allowed(q data.Quantity) (low, high *data.Decimal) {
	low, high = q.Ends()
	if q.Value == nil || q.Bound != data.About && q.Bound != data.Exact {
		return low, high
	}
	slack := q.Value.Rounding()
	if q.Bound == data.About {
		if share := q.Value.Times(data.NewDecimal(5, -2)); share.Cmp(slack) > 0 {
			slack = share
		}
	} else if q.Value.Cmp(data.NewDecimal(1000, 0)) < 0 {
		return low, high
	}
	l, h := q.Value.Plus(slack.Times(data.NewDecimal(-1, 0))), q.Value.Plus(slack)
	return &l, &h
}
