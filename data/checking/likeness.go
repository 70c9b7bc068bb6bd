package checking

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// likeness tells how well two figures could be one fact: 0 where their units exclude it.
func likeness(f, g data.Figure) int {
	n := 1
	switch {
	case f.Unit == g.Unit:
		n += 4
	case counts(f.Unit, g.Unit):
		n += 3
	case f.Unit == "item" || g.Unit == "item": // one language's vocabulary has the noun, the other's has not
		n += 2
	case f.Unit == "times" && g.Unit == "percent" && number(f, g), g.Unit == "times" && f.Unit == "percent" && number(f, g):
		n += 2
	case money(f.Unit) != money(g.Unit), f.Unit == "percent" || g.Unit == "percent", money(f.Unit):
		return 0
	}
	if f.Measure == g.Measure {
		n += 2
	}
	if text(f.Place) == text(g.Place) {
		n++
	}
	return n
}

// fit is likeness with what contradicts set apart, so that of two equal numbers the one that says the same is the partner.
func fit(f, g data.Figure) int {
	n := likeness(f, g)
	if n > 0 && contrary(f, g) {
		return max(1, n-6)
	}
	return n
}

func money(unit string) bool { return len(unit) == 3 && unit == strings.ToUpper(unit) }

// telling tells a number that two editions do not share by chance.
func telling(q data.Quantity) bool {
	least := data.NewDecimal(20, 0)
	return q.Value != nil && (q.Value.Cmp(least) >= 0 || strings.Contains(q.Value.String(), ".")) || q.Low != nil && q.Low.Cmp(least) >= 0
}

func key(q data.Quantity) string {
	switch {
	case q.Value != nil:
		return q.Value.String()
	case q.Low != nil && q.High != nil:
		return q.Low.String() + "-" + q.High.String()
	}
	return ""
}

// alike tells whether two editions state the same number with the same kind of bound. The languages hedge with other
// words (近 and "nearly"), and count children and women as persons or not; the number and its direction must agree.
func alike(a, b data.Figure) bool {
	return number(a, b) && direction(a.Bound) == direction(b.Bound) && !otherBase(a, b)
}

// number tells whether two figures state the same number, whatever their hedges: the same multiple said as a growth or as
// what was reached (上涨一倍, doubled), and vague counts of one order (dozens, 数十) included.
func number(a, b data.Figure) bool {
	equal := func(x, y *data.Decimal) bool { return x == nil && y == nil || x != nil && y != nil && x.Cmp(*y) == 0 }
	if a.Bound == data.Indefinite && b.Bound == data.Indefinite && a.Low != nil && b.Low != nil && a.High != nil && b.High != nil {
		overlap := a.Low.Cmp(*b.High) <= 0 && b.Low.Cmp(*a.High) <= 0
		return overlap && magnitude(*a.Low) == magnitude(*b.Low) && magnitude(*a.High) == magnitude(*b.High)
	}
	if a.Value != nil && b.Value != nil && a.Language != b.Language && (a.Unit == "times" || b.Unit == "times") {
		for _, x := range multiples(a) {
			for _, y := range multiples(b) {
				if x.Cmp(y) == 0 {
					return true
				}
			}
		}
		return false
	}
	return equal(a.Value, b.Value) && equal(a.Low, b.Low) && equal(a.High, b.High)
}

// multiples are the multiples of what it was before that a multiple or a share of growth may mean: 增长一倍 and doubled are two,
// a fivefold rise may be five or, said as a growth, six.
func multiples(f data.Figure) []data.Decimal {
	one := data.NewDecimal(1, 0)
	words := strings.ToLower(f.Text)
	switch {
	case f.Unit == "percent":
		return []data.Decimal{f.Value.Times(data.NewDecimal(1, -2)).Plus(one)}
	case f.Unit != "times":
		return nil
	case f.Language == "zh" && !strings.ContainsAny(words, "翻增加") && strings.HasSuffix(lead(f), "成"):
		return []data.Decimal{*f.Value}
	case f.Language == "zh" && !strings.ContainsAny(words, "翻增加") && grows(lead(f)):
		return []data.Decimal{f.Value.Plus(one)}
	case strings.Contains(words, "fold"), strings.HasSuffix(words, "times") && f.Measure == "increase":
		return []data.Decimal{*f.Value, f.Value.Plus(one)}
	}
	return []data.Decimal{*f.Value}
}

// grows tells whether the words before a multiple end in a verb of growth, so that the multiple is what came on top: 增长了.
func grows(lead string) bool {
	for _, w := range []string{"增长", "增加", "上涨", "上升", "提高", "扩大", "攀升", "飙升", "高出", "多出", "增幅为", "增幅", "涨幅为", "涨幅"} {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	return false
}

// lead are the words of a figure's sentence before its own, without blanks and 了 at their end.
func lead(f data.Figure) string {
	lead, _, ok := strings.Cut(f.Sentence, f.Text)
	if !ok {
		return ""
	}
	return strings.TrimRight(lead, " \u00a0了")
}

// magnitude is how many digits the whole part of a number has.
func magnitude(d data.Decimal) int {
	whole, _, _ := strings.Cut(d.String(), ".")
	return len(whole)
}

// otherBase tells two rates of one number per another number: 223 per 100,000 and per 10,000.
func otherBase(a, b data.Figure) bool {
	numeric := func(per string) bool { return per != "" && strings.Trim(per, "0123456789") == "" }
	return a.Per != b.Per && numeric(a.Per) && numeric(b.Per)
}

// otherUnit tells two figures whose units exclude each other though they are of one kind: two currencies, per cent and
// percentage points, rates of other bases.
func otherUnit(a, b data.Figure) bool {
	ratio := func(unit string) bool {
		return unit == "percent" || unit == "percentage_point" || unit == "per_mille" || unit == "basis_point"
	}
	return a.Unit != b.Unit && (money(a.Unit) && money(b.Unit) || ratio(a.Unit) && ratio(b.Unit)) || otherBase(a, b)
}

// direction is the side to which a bound leaves a number open.
func direction(b data.Bound) string {
	switch b {
	case data.MoreThan, data.AtLeast:
		return "above"
	case data.LessThan, data.AtMost:
		return "below"
	}
	return string(b)
}

// exchanged finds two pairs of one paragraph whose numbers changed places: 25 women and 73 children, 73 名妇女和 25 名儿童; from
// 1,500 to 400, 从 400 到 1 500.
func (x *alignment) exchanged() []Finding {
	var findings []Finding
	settled := map[int]bool{}
	for i, j := range x.ofA {
		if j < 0 || settled[i] {
			continue
		}
		for k := i + 1; k < len(x.a) && x.a[k].Paragraph == x.a[i].Paragraph; k++ {
			l := x.ofA[k]
			if l < 0 || settled[k] || x.b[l].Paragraph != x.b[j].Paragraph || number(x.a[i], x.a[k]) {
				continue
			}
			crossed := states(x.a[i], x.b[l]) && states(x.a[k], x.b[j]) && !states(x.a[i], x.a[k])
			if crossed || turned(x.a[i], x.a[k], x.b[j], x.b[l]) {
				settled[i], settled[k] = true, true
				x.ofA[i], x.ofA[k], x.ofB[l], x.ofB[j] = l, j, i, k
				findings = append(findings, found(NumberDiffers, x.a[i].ID, x.b[l].ID), found(NumberDiffers, x.a[k].ID, x.b[j].ID))
				break
			}
		}
	}
	return findings
}

// states tells whether two figures are of one thing in one place: what is counted, the measure, the place.
func states(f, g data.Figure) bool {
	return f.Unit == g.Unit && f.Measure == g.Measure && text(f.Place) == text(g.Place)
}

// turned tells whether the two points of a change, f and g, are those of the other edition, p and q, in the other order: the
// one starts from where the other ends.
func turned(f, g, p, q data.Figure) bool {
	if f.ComparesWith != g.ID || p.ComparesWith != q.ID && q.ComparesWith != p.ID {
		return false
	}
	return start(f) && !start(g) && !start(p) && start(q) || start(g) && !start(f) && !start(q) && start(p)
}

// start tells whether a figure is where a change starts from: from 1,500, 从 1 500 人.
func start(f data.Figure) bool {
	lead := strings.ToLower(lead(f))
	return (strings.HasSuffix(lead, " from") || strings.HasSuffix(lead, "从") || strings.HasSuffix(lead, "由"))
}
