package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// TakeOver gives a person's reviews of one report's figures to those of another, its revision, that state the same in the
// same words of the same sentence and that nobody looked at there; the figures that she added, where their sentence
// stands. All is one step; what fits nothing stays where it is. Both are named by their keys.
func (s *Store) TakeOver(ctx context.Context, from, to string) (data.Step, error) {
	name, _, _ := strings.Cut(from, "@")
	return s.step(ctx, data.StepTakeOver, name, func(r *recorder) error {
		all, err := carry(ctx, r.tx, from, to)
		if err != nil {
			return err
		}
		for _, c := range all {
			if err := r.set(reviewWork, c.id, to, c.Review); err != nil {
				return err
			}
		}
		return nil
	})
}

// Offered is how many reviews TakeOver would give.
func (s *Store) Offered(ctx context.Context, from, to string) (int, error) {
	all, err := carry(ctx, s.reads, from, to)
	return len(all), fault(s.path, err)
}

// carry are the reviews of a report's figures as they are for another's.
func carry(ctx context.Context, q querier, from, to string) ([]reviewed, error) {
	report, err := readReport(ctx, q, to, false)
	if err != nil || report == nil {
		return nil, err
	}
	reviews, err := reviewsOf(ctx, q, from)
	if err != nil || len(reviews) == 0 {
		return nil, err
	}
	there, err := reviewsOf(ctx, q, to)
	if err != nil {
		return nil, err
	}
	old, err := foundIn(ctx, q, from)
	if err != nil {
		return nil, err
	}
	found, err := foundIn(ctx, q, to)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(f data.Figure) bool {
		return slices.ContainsFunc(there, func(v reviewed) bool { return v.id == f.ID })
	})
	c := carrier{report: report, names: map[string]string{}}
	for _, f := range old { // in their order, so that the same words said twice meet their own
		if i := slices.IndexFunc(found, func(g data.Figure) bool {
			return g.Sentence == f.Sentence && g.Text == f.Text && g.Same(f.Quantity)
		}); i >= 0 {
			c.names[f.ID] = found[i].ID
			if k := slices.IndexFunc(reviews, func(v reviewed) bool { return v.id == f.ID && v.Added == nil }); k >= 0 {
				c.add(reviews[k].Review, f, found[i])
			}
			found = slices.Delete(found, i, i+1)
		}
	}
	for _, v := range reviews {
		if v.Added != nil && !slices.ContainsFunc(there, func(other reviewed) bool {
			return other.Added != nil && other.Added.Sentence == v.Added.Sentence && other.Added.Text == v.Added.Text && other.Added.Same(v.Added.Quantity)
		}) {
			c.addAdded(v)
		}
	}
	return c.renamed(), nil
}

func foundIn(ctx context.Context, q querier, key string) ([]data.Figure, error) {
	return list(ctx, q, scanFigure, `select found from figures f join reports r on r.id = f.report where r.key = ? and r.removed is null and found is not null and superseded is null order by position`, key)
}

// carrier gathers reviews for a report.
type carrier struct {
	report *data.Report
	names  map[string]string // of the figures there, by those of the figures that they are like
	all    []carried
}

// carried is a review as it is for another figure than the one that it was of.
type carried struct {
	was string
	reviewed
}

// add takes the review of a figure found to another that states the same elsewhere.
func (c *carrier) add(review data.Review, was, now data.Figure) {
	shift := now.Start - was.Start
	review.Held = slices.Clone(review.Held)
	for i, h := range review.Held {
		if h.Field == "start" || h.Field == "end" {
			review.Held[i].Previous, review.Held[i].Value = shifted(h.Previous, shift), shifted(h.Value, shift)
		}
	}
	p, _ := c.report.Paragraph(now.Paragraph)
	a := review.Anchor
	start := a.Start + shift
	review.Anchor = data.AnchorOf(data.Figure{Paragraph: now.Paragraph, Start: start, End: start + len([]rune(a.Exact)), Text: a.Exact, Quantity: a.Quantity}, p.Text)
	c.all = append(c.all, carried{was.ID, reviewed{now.ID, review}})
}

func shifted(number json.RawMessage, by int) json.RawMessage {
	var n int
	if err := json.Unmarshal(number, &n); err != nil {
		return number
	}
	raw, _ := json.Marshal(n + by) // an integer
	return raw
}

// addAdded takes a figure that a person added to the paragraph in which its sentence stands.
func (c *carrier) addAdded(v reviewed) {
	for _, p := range c.report.Texts() {
		start, _ := v.Anchor.In(p.Text)
		if v.Added.Sentence == "" || start < 0 || !strings.Contains(p.Text, v.Added.Sentence) {
			continue
		}
		f := *v.Added
		f.ID, f.Edition, f.Report, f.Paragraph, f.Start, f.End = newID(), c.report.Key(), orNil(c.report.Symbol), p.Number, start, start+len([]rune(f.Text))
		c.names[v.id] = f.ID
		v.Review.Added, v.Review.Anchor = &f, data.AnchorOf(f, p.Text)
		c.all = append(c.all, carried{v.id, reviewed{f.ID, v.Review}})
		return
	}
}

// renamed are the reviews with the figures that they name named as there. What a person split or merged is taken with all
// its parts or not at all; a field that names a figure which is not there is not held.
func (c *carrier) renamed() []reviewed {
	for again := true; again; {
		again = false
		c.all = slices.DeleteFunc(c.all, func(v carried) bool {
			part := slices.ContainsFunc(slices.Concat(v.Into, v.From), func(id string) bool {
				return !slices.ContainsFunc(c.all, func(other carried) bool { return other.was == id })
			})
			again = again || part
			return part
		})
	}
	all := make([]reviewed, 0, len(c.all))
	for _, v := range c.all {
		for _, ids := range []*[]string{&v.Into, &v.From} {
			named := make([]string, len(*ids))
			for i, id := range *ids {
				named[i] = c.names[id]
			}
			*ids = named
		}
		held := v.Held[:0:0]
		for _, h := range v.Held {
			ok := true
			if slices.Contains([]string{"part_of", "compares_with", "same_as"}, h.Field) {
				h.Previous, h.Value, ok = c.rename(h.Previous, h.Value)
			}
			if ok {
				held = append(held, h)
			}
		}
		if v.Held = held; v.Added != nil {
			v.Added.From = v.From
		}
		all = append(all, v.reviewed)
	}
	return all
}

// rename gives two names of figures, as JSON, as they are there; false where one is not there.
func (c *carrier) rename(a, b json.RawMessage) (json.RawMessage, json.RawMessage, bool) {
	for _, raw := range []*json.RawMessage{&a, &b} {
		var id string
		if json.Unmarshal(*raw, &id) != nil || id == "" {
			continue
		}
		now, ok := c.names[id]
		if !ok {
			return a, b, false
		}
		*raw, _ = json.Marshal(now) // a string
	}
	return a, b, true
}
