package data

import (
	"fmt"

	"github.com/cockroachdb/apd/v3"
)

// Decimal is an exact decimal number. Stated numbers are never held as binary floats, so that "53.4" stays 53.4.
// The zero value is 0. In JSON it is a plain number without an exponent.
type Decimal struct{ d apd.Decimal }

// NewDecimal returns coefficient × 10^exponent.
func NewDecimal(coefficient int64, exponent int32) Decimal {
	var d Decimal
	d.d.SetFinite(coefficient, exponent)
	return d
}

// ParseDecimal reads "1500" or "53.4"; group separators are not accepted.
func ParseDecimal(s string) (Decimal, error) {
	d, _, err := apd.NewFromString(s)
	if err != nil || d.Form != apd.Finite {
		return Decimal{}, fmt.Errorf("%q is not a decimal number", s)
	}
	return Decimal{*d}, nil
}

// Float is the nearest binary number, for coordinates only.
func (d Decimal) Float() float64 {
	f, _ := d.d.Float64()
	return f
}

// Cmp is -1, 0 or 1 as d is below, equal to or above o.
func (d Decimal) Cmp(o Decimal) int { return d.d.Cmp(&o.d) }

// Plus is d + o, exactly.
func (d Decimal) Plus(o Decimal) Decimal {
	var sum Decimal
	_, _ = apd.BaseContext.WithPrecision(60).Add(&sum.d, &d.d, &o.d)
	return sum
}

// Over is d divided by o to 15 digits; o must not be zero.
func (d Decimal) Over(o Decimal) Decimal {
	var r Decimal
	context := apd.BaseContext.WithPrecision(15)
	_, _ = context.Quo(&r.d, &d.d, &o.d)
	r.d.Reduce(&r.d)
	return r
}

// Times is d × o, exactly.
func (d Decimal) Times(o Decimal) Decimal {
	var product Decimal
	_, _ = apd.BaseContext.WithPrecision(60).Mul(&product.d, &d.d, &o.d)
	return product
}

// String is the plain number: no exponent, no group separators, no trailing zeros after the point.
func (d Decimal) String() string {
	var r apd.Decimal
	r.Reduce(&d.d)
	return r.Text('f')
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	parsed, err := ParseDecimal(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Rounding is half the unit of the last digit that is not zero: how far a number so rounded may be from the true one.
// That of 65,000 is 500, that of 53.4 is 0.05; that of 0 is 0.
func (d Decimal) Rounding() Decimal {
	if d.d.IsZero() {
		return Decimal{}
	}
	var r apd.Decimal
	r.Reduce(&d.d)
	return NewDecimal(5, r.Exponent-1)
}
