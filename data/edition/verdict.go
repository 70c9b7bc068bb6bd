package edition

import (
	"fmt"

	"figurebook.org/figurebook/data"
)

// Verdicts compares what is known of a report at second hand with the figures of the report's own text: a reading note
// for each such fact of which the report speaks, that says whether it confirms or contradicts it. A fact of which the
// report states no figure of the same measure, place and group gets none.
func (e *Edition) Verdicts(r *data.Report, figures []data.Figure) []data.Note {
	notes := []data.Note{}
	for _, f := range e.Facts {
		if f.Symbol != r.Symbol || f.Known != SecondHand {
			continue
		}
		var against *data.Figure
		confirmed := false
		for i, g := range figures {
			if g.Measure != f.Measure || !same(g.Place, f.Place) || !same(g.Group, f.Group) && g.Group != nil && f.Group != nil {
				continue
			}
			if g.Quantity.Same(f.Quantity) {
				against, confirmed = &figures[i], true
				break
			}
			if against == nil {
				against = &figures[i]
			}
		}
		if against == nil {
			continue
		}
		kind := "fact_contradicted"
		if confirmed {
			kind = "fact_confirmed"
		}
		text := f.Text[r.Language]
		if text == "" {
			text = f.Text["en"]
		}
		notes = append(notes, data.Note{Kind: kind, Paragraph: against.Paragraph, Detail: fmt.Sprintf("%s: %s; %s", f.Source, text, against.Text)})
	}
	return notes
}

func same(a, b *string) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
