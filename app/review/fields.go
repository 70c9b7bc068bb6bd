package review

import (
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// field is one attribute of a figure that a person can correct. Its words are the translation "exchange.column." + name.
type field struct {
	name  string // its JSON name
	kind  kind
	terms vocabulary.Kind // the list to choose from; "" for none
	get   func(f *data.Figure) string
	set   func(f *data.Figure, value string) error
}

// kind is how a field is filled in.
type kind int

const (
	fromList kind = iota // one of a list, or none
	free                 // one of those used before, or other words
	number               // a decimal number, or none
	figure               // another figure of the report, or none
	span                 // words of the paragraph
)

var fields = []field{
	stated("text", span, "", func(f *data.Figure) *string { return &f.Text }),
	decimal("value", func(f *data.Figure) **data.Decimal { return &f.Value }),
	{"bound", fromList, "", func(f *data.Figure) string { return string(f.Bound) }, setBound},
	decimal("low", func(f *data.Figure) **data.Decimal { return &f.Low }),
	decimal("high", func(f *data.Figure) **data.Decimal { return &f.High }),
	stated("hedge", free, "", func(f *data.Figure) *string { return &f.Hedge }),
	stated("unit", fromList, vocabulary.Unit, func(f *data.Figure) *string { return &f.Unit }),
	stated("per", free, "", func(f *data.Figure) *string { return &f.Per }),
	stated("measure", fromList, vocabulary.Measure, func(f *data.Figure) *string { return &f.Measure }),
	stated("counted", free, "", func(f *data.Figure) *string { return &f.Counted }),
	stated("subject", free, "", func(f *data.Figure) *string { return &f.Subject }),
	stated("population", free, "", func(f *data.Figure) *string { return &f.Population }),
	orNone("place", free, vocabulary.Place, func(f *data.Figure) **string { return &f.Place }),
	stated("region", fromList, vocabulary.Region, func(f *data.Figure) *string { return &f.Region }),
	orNone("group", free, vocabulary.Group, func(f *data.Figure) **string { return &f.Group }),
	orNone("as_of", free, "", func(f *data.Figure) **string { return &f.AsOf }),
	orNone("source", free, "", func(f *data.Figure) **string { return &f.Source }),
	stated("quoted_from", free, "", func(f *data.Figure) *string { return &f.QuotedFrom }),
	stated("part_of", figure, "", func(f *data.Figure) *string { return &f.PartOf }),
	stated("compares_with", figure, "", func(f *data.Figure) *string { return &f.ComparesWith }),
	stated("same_as", figure, "", func(f *data.Figure) *string { return &f.SameAs }),
}

func stated(name string, k kind, terms vocabulary.Kind, at func(*data.Figure) *string) field {
	return field{name, k, terms, func(f *data.Figure) string { return *at(f) }, func(f *data.Figure, v string) error {
		*at(f) = v
		return nil
	}}
}

func orNone(name string, k kind, terms vocabulary.Kind, at func(*data.Figure) **string) field {
	return field{name, k, terms, func(f *data.Figure) string {
		if *at(f) == nil {
			return ""
		}
		return **at(f)
	}, func(f *data.Figure, v string) error {
		*at(f) = nil
		if v != "" {
			*at(f) = &v
		}
		return nil
	}}
}

func decimal(name string, at func(*data.Figure) **data.Decimal) field {
	return field{name, number, "", func(f *data.Figure) string {
		if *at(f) == nil {
			return ""
		}
		return (*at(f)).String()
	}, func(f *data.Figure, v string) error {
		v = strings.NewReplacer(" ", "", ",", "", "，", "", "\u00a0", "", "\u202f", "").Replace(v)
		if v == "" {
			*at(f) = nil
			return nil
		}
		d, err := data.ParseDecimal(v)
		if err == nil {
			*at(f) = &d
		}
		return err
	}}
}

// setBound keeps a figure whole when its bound changes: a range has two ends and no stated number.
func setBound(f *data.Figure, v string) error {
	f.Bound = data.Bound(v)
	if f.Bound == data.Range || f.Bound == data.Indefinite {
		if f.Low == nil && f.High == nil {
			f.Low, f.High = f.Value, f.Value
		}
		f.Value = nil
		return nil
	}
	if f.Value == nil {
		f.Value = f.Low
		f.Low, f.High = nil, nil
	}
	return nil
}

var bounds = []data.Bound{data.Exact, data.About, data.MoreThan, data.AtLeast, data.LessThan, data.AtMost, data.Range, data.Indefinite}
