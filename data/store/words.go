package store

import "figurebook.org/figurebook/data"

// words are what many figures say alike, by itself, so that it is kept once.
type words map[string]*string

func (w words) of(s string) *string {
	kept := w[s]
	if kept == nil {
		kept = &s
		w[s] = kept
	}
	return kept
}

// share puts in place of what a figure says what an earlier one says likewise. Nobody writes into a figure's words: a
// correction puts others in their place.
func (w words) share(f *data.Figure) {
	for _, s := range []*string{
		&f.Title, &f.Edition, &f.Language, &f.Paragraph, &f.Section, &f.Sentence, &f.Hedge, &f.Unit, &f.Per, &f.Measure, &f.Subject, &f.Counted, &f.Population,
		&f.Region, &f.QuotedFrom, &f.Period, &f.Known, (*string)(&f.Bound), (*string)(&f.Status),
	} {
		if *s != "" {
			*s = *w.of(*s)
		}
	}
	for _, p := range []**string{&f.Report, &f.Place, &f.Group, &f.AsOf, &f.Source} {
		if *p != nil {
			*p = w.of(**p)
		}
	}
	for attribute, why := range f.Why {
		f.Why[attribute] = *w.of(why)
	}
}
