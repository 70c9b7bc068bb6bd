package data

import (
	"testing"

	"pgregory.net/rapid"
)

func quantity(bound Bound, unit string, numbers ...int64) Quantity {
	q := Quantity{Bound: bound, Unit: unit}
	first := NewDecimal(numbers[0], 0)
	if len(numbers) == 1 {
		q.Value = &first
		return q
	}
	second := NewDecimal(numbers[1], 0)
	q.Low, q.High = &first, &second
	return q
}

func TestQuantity_Add(t *testing.T) {
	for name, c := range map[string]struct{ a, b, want Quantity }{
		"exact":               {quantity(Exact, "person", 5), quantity(Exact, "person", 7), quantity(Exact, "person", 12)},
		"about is weaker":     {quantity(Exact, "person", 5), quantity(About, "person", 7), quantity(About, "person", 12)},
		"more than":           {quantity(About, "person", 5), quantity(MoreThan, "person", 7), quantity(MoreThan, "person", 12)},
		"at least twice":      {quantity(AtLeast, "person", 5), quantity(AtLeast, "person", 7), quantity(AtLeast, "person", 12)},
		"a range":             {quantity(Range, "person", 500, 1200), quantity(Exact, "person", 100), quantity(Range, "person", 600, 1300)},
		"a range, open above": {quantity(Range, "person", 500, 1200), quantity(MoreThan, "person", 100), quantity(MoreThan, "person", 600)},
		"vague":               {quantity(Indefinite, "person", 200, 999), quantity(Exact, "person", 1), quantity(Indefinite, "person", 201, 1000)},
	} {
		got, err := c.a.Add(c.b)
		if err != nil || !got.Same(c.want) {
			t.Errorf("%s: got %+v, %v; want %+v", name, got, err, c.want)
		}
	}
	for name, c := range map[string]struct{ a, b Quantity }{
		"units differ":       {quantity(Exact, "person", 5), quantity(Exact, "USD", 7)},
		"shares":             {quantity(Exact, "percent", 5), quantity(Exact, "percent", 7)},
		"open on both sides": {quantity(MoreThan, "person", 5), quantity(LessThan, "person", 7)},
	} {
		if got, err := c.a.Add(c.b); err == nil {
			t.Errorf("%s: got %+v, want to be refused", name, got)
		}
	}
}

// TestQuantity_Add_order: the order of adding never matters, and a hedge is never lost.
func TestQuantity_Add_order(t *testing.T) {
	bounds := []Bound{Exact, About, MoreThan, AtLeast, LessThan, AtMost}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Quantity {
			return quantity(rapid.SampledFrom(bounds).Draw(t, name), "person", rapid.Int64Range(0, 1e9).Draw(t, name+" value"))
		}
		a, b := draw("a"), draw("b")
		ab, err1 := a.Add(b)
		ba, err2 := b.Add(a)
		if (err1 == nil) != (err2 == nil) || err1 == nil && !ab.Same(ba) {
			t.Fatalf("%+v, %v and %+v, %v", ab, err1, ba, err2)
		}
		if err1 == nil && ab.Bound == Exact && (a.Bound != Exact || b.Bound != Exact) {
			t.Fatalf("%+v + %+v lost its hedge", a, b)
		}
	})
}
