// Package checking compares figures with each other: parts with totals, statements with other statements of the same,
// and the editions of a report with each other. A finding is for a person to settle; nothing is changed.
package checking

import (
	"sort"
	"strings"

	"figurebook.org/figurebook/data"
)

// Kind names a finding; its sentence is the translation "finding." + kind.
type Kind string

// The kinds.
const (
	PartAboveTotal   Kind = "part_above_total"    // a part is larger than its total can be
	PartsAboveTotal  Kind = "parts_above_total"   // the parts together are
	RangeReversed    Kind = "range_reversed"      // the ends of a range stand in the wrong order
	StatedOtherwise  Kind = "stated_otherwise"    // the same thing has another number elsewhere in the report
	ShareAboveWhole  Kind = "share_above_whole"   // a share of more than 100 per cent
	OnlyInOneEdition Kind = "only_in_one_edition" // the other language's edition of the paragraph does not state it
)

// Finding is what a check found, with the IDs of the figures that it is about.
type Finding struct {
	Kind    Kind     `json:"kind"`
	Figures []string `json:"figures"`
}

// Check runs every check on figures that stand in the order of their reports.
func Check(figures []data.Figure) []Finding {
	findings := []Finding{}
	byEdition := map[string][]data.Figure{}
	var editions []string
	for _, f := range figures {
		if f.Status == data.Rejected {
			continue
		}
		if byEdition[f.Edition] == nil {
			editions = append(editions, f.Edition)
		}
		byEdition[f.Edition] = append(byEdition[f.Edition], f)
	}
	for _, e := range editions {
		findings = append(findings, alone(byEdition[e])...)
		findings = append(findings, totals(byEdition[e])...)
		findings = append(findings, repeated(byEdition[e])...)
	}
	return append(findings, betweenEditions(editions, byEdition)...)
}

// alone checks each figure by itself.
func alone(figures []data.Figure) []Finding {
	var findings []Finding
	hundred := data.NewDecimal(100, 0)
	for _, f := range figures {
		if f.Bound == data.Range && f.Low != nil && f.High != nil && f.Low.Cmp(*f.High) > 0 {
			findings = append(findings, Finding{RangeReversed, []string{f.ID}})
		}
		if strings.HasPrefix(f.Measure, "share") && f.Unit == "percent" && f.Value != nil && f.Value.Cmp(hundred) > 0 {
			findings = append(findings, Finding{ShareAboveWhole, []string{f.ID}})
		}
	}
	return findings
}

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
		if !ok || !counts(f.Unit, total.Unit) {
			continue
		}
		if parts[f.PartOf] == nil {
			order = append(order, f.PartOf)
		}
		parts[f.PartOf] = append(parts[f.PartOf], f)
		if above(f.Quantity, total.Quantity) {
			findings = append(findings, Finding{PartAboveTotal, []string{f.ID, total.ID}})
		}
	}
	for _, id := range order {
		var sum *data.Decimal
		ids := []string{id}
		for _, f := range parts[id] {
			low, _ := f.Ends()
			if low == nil || above(f.Quantity, byID[id].Quantity) || f.Unit != parts[id][0].Unit {
				sum = nil
				break
			}
			ids = append(ids, f.ID)
			if sum == nil {
				sum = low
				continue
			}
			s := sum.Plus(*low)
			sum = &s
		}
		if _, high := byID[id].Ends(); len(ids) > 2 && sum != nil && high != nil && byID[id].Bound != data.About && sum.Cmp(*high) > 0 {
			findings = append(findings, Finding{PartsAboveTotal, ids})
		}
	}
	return findings
}

// above tells whether a part's least number is above the total's greatest; "about" leaves a tenth.
func above(part, total data.Quantity) bool {
	low, _ := part.Ends()
	_, high := total.Ends()
	if low == nil || high == nil {
		return false
	}
	limit := *high
	if total.Bound == data.About {
		limit = limit.Times(data.NewDecimal(11, -1))
	}
	return low.Cmp(limit) > 0
}

func counts(a, b string) bool {
	person := func(u string) bool { return u == "person" || u == "woman" || u == "child" }
	return a == b || person(a) && person(b)
}

// repeated finds statements of one thing (measure, place, group, date, population) whose numbers exclude each other.
func repeated(figures []data.Figure) []Finding {
	var findings []Finding
	seen := map[string]data.Figure{}
	for _, f := range figures {
		if f.Place == nil || f.AsOf == nil || f.PartOf != "" || f.ComparesWith != "" || f.Unit == "percent" {
			continue
		}
		key := strings.Join([]string{f.Measure, f.Unit, *f.Place, text(f.Group), *f.AsOf, f.Population, f.Subject, strings.ToLower(f.Counted)}, "|")
		first, ok := seen[key]
		if !ok {
			seen[key] = f
			continue
		}
		if first.Paragraph != f.Paragraph && disjoint(first.Quantity, f.Quantity) && (f.Measure == "fighters" || f.Measure == "camp_population" || f.Measure == "financial_reserves" || f.Measure == "funding_gap") {
			findings = append(findings, Finding{StatedOtherwise, []string{first.ID, f.ID}})
		}
	}
	return findings
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// disjoint tells whether no number satisfies both; "about" allows a tenth to either side.
func disjoint(a, b data.Quantity) bool {
	lowA, highA := slack(a)
	lowB, highB := slack(b)
	return lowA != nil && highB != nil && lowA.Cmp(*highB) > 0 || lowB != nil && highA != nil && lowB.Cmp(*highA) > 0
}

func slack(q data.Quantity) (low, high *data.Decimal) {
	low, high = q.Ends()
	if q.Bound == data.About && low != nil && high != nil {
		l, h := low.Times(data.NewDecimal(9, -1)), high.Times(data.NewDecimal(11, -1))
		return &l, &h
	}
	return low, high
}

// betweenEditions compares the editions of one report: each paragraph must state the same quantities in every language.
func betweenEditions(editions []string, byEdition map[string][]data.Figure) []Finding {
	var findings []Finding
	bySymbol := map[string][]string{}
	var symbols []string
	for _, e := range editions {
		symbol, _, _ := strings.Cut(e, "@")
		if strings.HasPrefix(symbol, "file-") {
			continue
		}
		if bySymbol[symbol] == nil {
			symbols = append(symbols, symbol)
		}
		bySymbol[symbol] = append(bySymbol[symbol], e)
	}
	for _, symbol := range symbols {
		languages := bySymbol[symbol]
		for i := 0; i < len(languages); i++ {
			for j := i + 1; j < len(languages); j++ {
				_, left, right := Align(byEdition[languages[i]], byEdition[languages[j]])
				for _, f := range append(left, right...) {
					findings = append(findings, Finding{OnlyInOneEdition, []string{f.ID}})
				}
			}
		}
	}
	return findings
}

// Align pairs the figures of two editions of one report, paragraph by paragraph: those that state the same quantity, in
// their order. What is left over on either side is returned too.
func Align(a, b []data.Figure) (pairs [][2]data.Figure, onlyA, onlyB []data.Figure) {
	waiting := map[string][]data.Figure{}
	paragraphs := map[string]bool{}
	for _, f := range b {
		waiting[f.Paragraph] = append(waiting[f.Paragraph], f)
	}
	for _, f := range a {
		paragraphs[f.Paragraph] = true
		matched := false
		for k, g := range waiting[f.Paragraph] {
			if alike(f.Quantity, g.Quantity) {
				pairs = append(pairs, [2]data.Figure{f, g})
				waiting[f.Paragraph] = append(waiting[f.Paragraph][:k:k], waiting[f.Paragraph][k+1:]...)
				matched = true
				break
			}
		}
		if !matched {
			onlyA = append(onlyA, f)
		}
	}
	for _, rest := range waiting {
		onlyB = append(onlyB, rest...)
	}
	sort.Slice(onlyB, func(i, j int) bool {
		return onlyB[i].Paragraph < onlyB[j].Paragraph || onlyB[i].Paragraph == onlyB[j].Paragraph && onlyB[i].Start < onlyB[j].Start
	})
	return pairs, onlyA, onlyB
}

// alike tells whether two editions state the same number with the same kind of bound. The languages hedge with other
// words (近 and "about"), and count children and women as persons or not; the number and its direction must agree.
func alike(a, b data.Quantity) bool {
	equal := func(x, y *data.Decimal) bool { return x == nil && y == nil || x != nil && y != nil && x.Cmp(*y) == 0 }
	direction := func(q data.Quantity) Kind {
		switch q.Bound {
		case data.MoreThan, data.AtLeast:
			return "above"
		case data.LessThan, data.AtMost:
			return "below"
		}
		return Kind(q.Bound)
	}
	return equal(a.Value, b.Value) && equal(a.Low, b.Low) && equal(a.High, b.High) && direction(a) == direction(b)
}

// Join marks statements of one fact with same_as: the figures of another edition that state what one edition states in
// the same paragraph, and the repetitions of a figure within an edition. The first statement stays the fact.
func Join(figures []data.Figure) {
	index := map[string]int{}
	byEdition := map[string][]data.Figure{}
	bySymbol := map[string][]string{}
	for i, f := range figures {
		index[f.ID] = i
		if byEdition[f.Edition] == nil {
			symbol, _, _ := strings.Cut(f.Edition, "@")
			bySymbol[symbol] = append(bySymbol[symbol], f.Edition)
		}
		byEdition[f.Edition] = append(byEdition[f.Edition], f)
	}
	for symbol, editions := range bySymbol {
		if strings.HasPrefix(symbol, "file-") {
			continue
		}
		for _, other := range editions[1:] {
			pairs, _, _ := Align(byEdition[editions[0]], byEdition[other])
			for _, p := range pairs {
				figures[index[p[1].ID]].SameAs = p[0].ID
			}
		}
	}
	for _, all := range byEdition {
		first := map[string]string{}
		for _, f := range all {
			if f.Place == nil || f.AsOf == nil || f.Value == nil || f.Value.Cmp(data.NewDecimal(20, 0)) < 0 || figures[index[f.ID]].SameAs != "" {
				continue
			}
			key := strings.Join([]string{f.Measure, f.Unit, string(f.Bound), f.Value.String(), *f.Place, text(f.Group), *f.AsOf}, "|")
			if id, ok := first[key]; ok {
				figures[index[f.ID]].SameAs = id
				continue
			}
			first[key] = f.ID
		}
	}
}
