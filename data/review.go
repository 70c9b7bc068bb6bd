package data

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Review is what a person did with a figure. It is kept beside what the rules found and laid over it, so that a better
// extraction never overwrites it.
type Review struct {
	Status Status   `json:"status"`
	Reason string   `json:"reason,omitempty"` // why it was rejected, in the person's words
	Held   []Held   `json:"held,omitempty"`   // the fields that the person saw and holds to
	Added  *Figure  `json:"added,omitempty"`  // of a figure that the rules did not find
	From   []string `json:"from,omitempty"`   // the figures that an added one was split or merged from
	Into   []string `json:"into,omitempty"`   // the figures that took its place
	Anchor Anchor   `json:"anchor"`           // where its words stand
}

// Held is a field of a figure as a person confirmed or corrected it. Both values are JSON.
type Held struct {
	Field    string          `json:"field"`    // its JSON name
	Previous json.RawMessage `json:"previous"` // what the rules had found when the person decided
	Value    json.RawMessage `json:"value"`    // what the person says; equal to Previous where it was confirmed
}

// Corrected tells whether the person said otherwise than the rules.
func (h Held) Corrected() bool { return !bytes.Equal(h.Previous, h.Value) }

// field is a field of a figure that a person can correct.
type field struct {
	name   string
	states bool // says what the figure states: confirming it holds to the field
	at     func(*Figure) any
}

var fields = []field{
	{"text", false, func(f *Figure) any { return &f.Text }},
	{"start", false, func(f *Figure) any { return &f.Start }},
	{"end", false, func(f *Figure) any { return &f.End }},
	{"sentence", false, func(f *Figure) any { return &f.Sentence }},
	{"value", true, func(f *Figure) any { return &f.Value }},
	{"low", true, func(f *Figure) any { return &f.Low }},
	{"high", true, func(f *Figure) any { return &f.High }},
	{"bound", true, func(f *Figure) any { return &f.Bound }},
	{"hedge", false, func(f *Figure) any { return &f.Hedge }},
	{"unit", true, func(f *Figure) any { return &f.Unit }},
	{"per", true, func(f *Figure) any { return &f.Per }},
	{"measure", true, func(f *Figure) any { return &f.Measure }},
	{"subject", true, func(f *Figure) any { return &f.Subject }},
	{"counted", false, func(f *Figure) any { return &f.Counted }},
	{"population", true, func(f *Figure) any { return &f.Population }},
	{"place", true, func(f *Figure) any { return &f.Place }},
	{"region", true, func(f *Figure) any { return &f.Region }},
	{"group", true, func(f *Figure) any { return &f.Group }},
	{"as_of", true, func(f *Figure) any { return &f.AsOf }},
	{"source", true, func(f *Figure) any { return &f.Source }},
	{"quoted_from", true, func(f *Figure) any { return &f.QuotedFrom }},
	{"part_of", false, func(f *Figure) any { return &f.PartOf }},
	{"compares_with", false, func(f *Figure) any { return &f.ComparesWith }},
	{"same_as", false, func(f *Figure) any { return &f.SameAs }},
	{"period", false, func(f *Figure) any { return &f.Period }},
}

// Hold makes a review say that a figure is as a person wants it, who saw what the rules found (nil for a figure that she
// added). She holds to each field that she changed, and to each that says what the figure states.
func (r *Review) Hold(found *Figure, wanted Figure) {
	r.Into = nil
	if found == nil {
		wanted.Aside, wanted.SupersededBy, wanted.CorrectedBy = false, "", ""
		r.Status, r.Added = Added, &wanted
		return
	}
	r.Status, r.Held = Confirmed, nil
	was := *found
	for _, f := range fields {
		h := Held{f.name, raw(f.at(&was)), raw(f.at(&wanted))}
		if f.states || h.Corrected() {
			r.Held = append(r.Held, h)
		}
		if h.Corrected() {
			r.Status = Corrected
		}
	}
}

func raw(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // the fields are strings, integers and decimals
	}
	return b
}

// Over lays a review over the figure as the rules find it now in a report. The person's word stands; a field of which
// the rules now find neither what they had found nor what the person says is named in Stale, and so is "text" where words
// that the person chose no longer stand in the report. found is the zero Figure under an added one.
func (r Review) Over(found Figure, report *Report) (Figure, error) {
	shown := found
	if r.Added != nil {
		shown = *r.Added
	}
	shown.Status, shown.Reason, shown.From, shown.Into, shown.Changed, shown.Stale = r.Status, r.Reason, r.From, r.Into, nil, nil
	for _, h := range r.Held {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == h.Field })
		if i < 0 {
			continue // a field that this version no longer has
		}
		now, span := raw(fields[i].at(&found)), h.Field == "start" || h.Field == "end"
		if h.Corrected() {
			shown.Changed = append(shown.Changed, h.Field)
		}
		if !span && !bytes.Equal(now, h.Previous) && !bytes.Equal(now, h.Value) {
			shown.Stale = append(shown.Stale, h.Field)
		}
		if bytes.Equal(now, h.Value) {
			continue
		}
		if err := json.Unmarshal(h.Value, fields[i].at(&shown)); err != nil {
			return found, err
		}
	}
	if r.Moved() {
		paragraph, start, ok := r.Anchor.Place(report)
		if ok {
			shown.Paragraph, shown.Start, shown.End = paragraph, start, start+len([]rune(r.Anchor.Exact))
		} else {
			shown.Stale = append(shown.Stale, "text")
		}
	}
	return shown, nil
}

// positions are the fields that say where a figure's words stand, quantities those that say what they state: the words of another
// figure decide both.
var (
	positions  = []string{"text", "start", "end", "sentence"}
	quantities = []string{"value", "low", "high", "bound", "hedge", "unit", "per"}
)

// Onto is another figure with what a person said of hers, as when her sentence was printed anew. found is that figure as the
// rules have it, nil for an added one; shown is it as it stands. Of what she corrected the attributes are taken; the number
// only where the rules read the same wrong number again, since other words may state another. What she merely confirmed
// says nothing of another figure.
func (r Review) Onto(found *Figure, shown Figure) (Figure, error) {
	said := r.Held
	if r.Added != nil {
		none := Figure{}
		for _, f := range fields {
			said = append(said, Held{f.name, raw(f.at(&none)), raw(f.at(r.Added))})
		}
	}
	for _, h := range said {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == h.Field })
		if i < 0 || !h.Corrected() || slices.Contains(positions, h.Field) {
			continue
		}
		if slices.Contains(quantities, h.Field) && (r.Added != nil || found == nil || !bytes.Equal(raw(fields[i].at(found)), h.Previous)) {
			continue
		}
		if err := json.Unmarshal(h.Value, fields[i].at(&shown)); err != nil {
			return shown, err
		}
	}
	return shown, nil
}

// Moved tells whether the person chose other words of the report than the rules.
func (r Review) Moved() bool {
	return r.Added != nil || slices.ContainsFunc(r.Held, func(h Held) bool { return h.Corrected() && (h.Field == "start" || h.Field == "end") })
}

// Check tells what is wrong with a figure that a person states of a paragraph with a text: its words must stand there,
// and its numbers must fit its bound.
func (f Figure) Check(text string) error {
	runes := []rune(text)
	wrong := func(detail string) error {
		return &Fault{Kind: WrongFigure, File: f.Edition, Place: f.Paragraph, Detail: detail}
	}
	switch {
	case f.Start < 0 || f.End <= f.Start || f.End > len(runes):
		return wrong("start and end")
	case string(runes[f.Start:f.End]) != f.Text:
		return wrong("text")
	case f.Unit == "":
		return wrong("unit")
	}
	switch f.Bound {
	case Exact, About, MoreThan, AtLeast, LessThan, AtMost:
		if f.Value == nil {
			return wrong("value")
		}
	case Range:
		if f.Value != nil || f.Low == nil || f.High == nil || f.Low.Cmp(*f.High) > 0 {
			return wrong("low and high")
		}
	case Indefinite:
		if f.Value != nil {
			return wrong("value")
		}
	default:
		return wrong("bound " + string(f.Bound))
	}
	return nil
}

// Adrift is a person's work on a figure that the report, read anew, no longer holds. It waits for a reading that does.
type Adrift struct {
	ID     string
	Report string // Report.Key
	Review
}

// History is what is known of one figure: what the rules found, what a person did with it, and when.
type History struct {
	Found  *Figure // nil for one that a person added
	Shown  Figure
	Review *Review // nil where no one looked at it
	Steps  []Step  // the oldest first
}
