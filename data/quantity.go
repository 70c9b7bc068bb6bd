package data

import "fmt"

// Ends are the least and the greatest number that a quantity leaves open, nil where it leaves them open without end:
// "more than 7,000" has a least one only. What "about" allows is not stated, so its ends are the stated number.
func (q Quantity) Ends() (low, high *Decimal) {
	switch q.Bound {
	case MoreThan, AtLeast:
		return q.Value, nil
	case LessThan, AtMost:
		return nil, q.Value
	}
	if q.Low != nil && q.High != nil {
		return q.Low, q.High
	}
	return q.Value, q.Value
}

// Add is the sum of two quantities: the ends are added, and the sum is hedged as the weaker of the two. It is derived,
// never a figure of a report. Quantities of different units, or of something per something else, are refused.
func (q Quantity) Add(o Quantity) (Quantity, error) {
	if q.Unit != o.Unit || q.Per != o.Per {
		return Quantity{}, fmt.Errorf("%s and %s cannot be added: their units differ", named(q), named(o))
	}
	if q.Unit == "percent" || q.Unit == "percentage_point" || q.Unit == "times" || q.Unit == "fraction" {
		return Quantity{}, fmt.Errorf("%s and %s cannot be added: shares of different wholes have no sum", named(q), named(o))
	}
	low1, high1 := q.Ends()
	low2, high2 := o.Ends()
	sum := Quantity{Unit: q.Unit, Per: q.Per}
	low, high := plus(low1, low2), plus(high1, high2)
	switch {
	case low == nil && high == nil:
		return Quantity{}, fmt.Errorf("%s and %s cannot be added: nothing is known of the sum", named(q), named(o))
	case q.Bound == Indefinite || o.Bound == Indefinite:
		if low == nil || high == nil {
			return Quantity{}, fmt.Errorf("%s and %s cannot be added: nothing is known of the sum", named(q), named(o))
		}
		sum.Low, sum.High, sum.Bound = low, high, Indefinite
	case high == nil:
		sum.Value, sum.Bound = low, AtLeast
		if q.Bound == MoreThan || o.Bound == MoreThan {
			sum.Bound = MoreThan
		}
	case low == nil:
		sum.Value, sum.Bound = high, AtMost
		if q.Bound == LessThan || o.Bound == LessThan {
			sum.Bound = LessThan
		}
	case low.Cmp(*high) != 0:
		sum.Low, sum.High, sum.Bound = low, high, Range
	default:
		sum.Value, sum.Bound = low, Exact
		if q.Bound == About || o.Bound == About {
			sum.Bound = About
		}
	}
	return sum, nil
}

func plus(a, b *Decimal) *Decimal {
	if a == nil || b == nil {
		return nil
	}
	sum := a.Plus(*b)
	return &sum
}

func named(q Quantity) string {
	switch {
	case q.Value != nil:
		return string(q.Bound) + " " + q.Value.String() + " " + q.Unit
	case q.Low != nil && q.High != nil:
		return q.Low.String() + " to " + q.High.String() + " " + q.Unit
	}
	return q.Unit
}

// Same tells whether two quantities state the same: number, bound and unit.
func (q Quantity) Same(o Quantity) bool {
	equal := func(a, b *Decimal) bool { return a == nil && b == nil || a != nil && b != nil && a.Cmp(*b) == 0 }
	return q.Bound == o.Bound && q.Unit == o.Unit && equal(q.Value, o.Value) && equal(q.Low, o.Low) && equal(q.High, o.High)
}
