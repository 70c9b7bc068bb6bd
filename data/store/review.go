package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"

	"figurebook.org/figurebook/data"
)

// SetStatus keeps what a person says of figures: Confirmed, Rejected with a reason, or Found for back to what the rules
// found, by which an added figure goes. Confirming holds to each figure as it is shown. One step, even for many figures.
func (s *Store) SetStatus(ctx context.Context, status data.Status, reason string, figures ...string) (data.Step, error) {
	name, ok := map[data.Status]data.StepName{data.Confirmed: data.StepConfirm, data.Rejected: data.StepReject, data.Found: data.StepReset}[status]
	if !ok {
		return data.Step{}, &data.Fault{Kind: data.BadArgument, Detail: string(status)}
	}
	return s.step(ctx, name, "", func(r *recorder) error {
		for _, id := range figures {
			c, err := r.current(id)
			if err != nil {
				return err
			}
			if r.step.Subject == "" {
				r.step.Subject = c.shown.Text
			}
			if status == data.Found {
				if err := r.set(reviewWork, id, c.report, nil); err != nil {
					return err
				}
				continue
			}
			review := c.review
			review.Reason = reason
			if status == data.Rejected {
				review.Status = data.Rejected
			} else {
				review.Hold(c.found, c.shown)
			}
			if err := r.set(reviewWork, id, c.report, review); err != nil {
				return err
			}
		}
		return nil
	})
}

// Correct keeps what a person says a figure should be: corrected has its ID and every field as she wants it. What the
// rules found is kept beside it. It must fit its paragraph: see data.Figure.Check.
func (s *Store) Correct(ctx context.Context, corrected data.Figure) (data.Step, error) {
	return s.step(ctx, data.StepCorrect, corrected.Text, func(r *recorder) error {
		c, err := r.current(corrected.ID)
		if err != nil {
			return err
		}
		p, err := r.paragraph(c.report, c.shown.Paragraph)
		if err != nil {
			return err
		}
		corrected.Edition, corrected.Paragraph = c.shown.Edition, c.shown.Paragraph
		if err := corrected.Check(p); err != nil {
			return err
		}
		review := c.review
		review.Reason = ""
		review.Hold(c.found, corrected)
		if !c.reviewed && review.Status == data.Confirmed {
			return nil // left as it was found, nothing was said
		}
		review.Anchor = data.AnchorOf(corrected, p)
		if c.found != nil {
			review.Anchor.Quantity = c.found.Quantity
		}
		return r.set(reviewWork, corrected.ID, c.report, review)
	})
}

// Add keeps a figure that the rules did not find: f states its Edition, Paragraph, Start, End and Text, and what it
// counts. The step's key is its ID.
func (s *Store) Add(ctx context.Context, f data.Figure) (data.Step, error) {
	return s.step(ctx, data.StepAdd, f.Text, func(r *recorder) error {
		_, err := r.add(f, nil)
		return err
	})
}

// Split puts parts in the place of a figure, which is rejected. The step's first key is the figure's ID; the parts' follow.
func (s *Store) Split(ctx context.Context, figure string, parts []data.Figure) (data.Step, error) {
	return s.step(ctx, data.StepSplit, "", func(r *recorder) error { return r.replace([]string{figure}, parts) })
}

// Merge puts one figure in the place of several of one report, which are rejected. The step's last key is its ID.
func (s *Store) Merge(ctx context.Context, figures []string, merged data.Figure) (data.Step, error) {
	return s.step(ctx, data.StepMerge, merged.Text, func(r *recorder) error { return r.replace(figures, []data.Figure{merged}) })
}

func (r *recorder) replace(old []string, with []data.Figure) error {
	var was []current
	for _, id := range old {
		c, err := r.current(id)
		if err != nil {
			return err
		}
		if r.step.Subject == "" {
			r.step.Subject = c.shown.Text
		}
		was = append(was, c)
	}
	ids := make([]string, len(with))
	for i := range with {
		ids[i] = newID()
	}
	for _, c := range was {
		review := c.review
		review.Status, review.Reason, review.Into = data.Rejected, "", ids
		if err := r.set(reviewWork, c.shown.ID, c.report, review); err != nil {
			return err
		}
	}
	for i, f := range with {
		f.ID, f.Edition = ids[i], was[0].report
		if _, err := r.add(f, old); err != nil {
			return err
		}
	}
	return nil
}

func newID() string {
	b := make([]byte, 6)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

func (r *recorder) add(f data.Figure, from []string) (data.Figure, error) {
	p, err := r.paragraph(f.Edition, f.Paragraph)
	if err != nil {
		return f, err
	}
	if err := f.Check(p); err != nil {
		return f, err
	}
	if f.ID == "" {
		f.ID = newID()
	}
	if f.Sentence == "" {
		f.Sentence = p
	}
	f.Status, f.Confidence, f.From, f.Into = data.Added, 1, nil, nil
	f.Aside, f.SupersededBy, f.CorrectedBy = false, "", ""
	return f, r.set(reviewWork, f.ID, f.Edition, data.Review{Status: data.Added, Added: &f, From: from, Anchor: data.AnchorOf(f, p)})
}

// paragraph is the text of a paragraph of the report with a key.
func (r *recorder) paragraph(report, number string) (string, error) {
	whole, ok := r.reports[report]
	if !ok {
		var err error
		if whole, err = readReport(r.ctx, r.tx, report, false); err != nil {
			return "", err
		}
		r.reports[report] = whole
	}
	if whole == nil {
		return "", &data.Fault{Kind: data.NoSuchReport, Detail: report}
	}
	p, ok := whole.Paragraph(number)
	if !ok {
		return "", &data.Fault{Kind: data.WrongFigure, File: report, Place: number, Detail: "paragraph"}
	}
	return p.Text, nil
}

// current is a figure before a person's next word on it.
type current struct {
	report   string       // key
	found    *data.Figure // nil for one that a person added
	shown    data.Figure
	reviewed bool
	review   data.Review
}

func (r *recorder) current(figure string) (current, error) {
	c, err := readCurrent(r.ctx, r.tx, figure)
	if err == nil && !c.reviewed { // the first word on it: where it stands
		p, err := r.paragraph(c.report, c.shown.Paragraph)
		if err != nil {
			return c, err
		}
		c.review.Anchor = data.AnchorOf(c.shown, p)
	}
	return c, err
}

func readCurrent(ctx context.Context, q rowQuerier, figure string) (c current, err error) {
	var found, value sql.NullString
	var shown string
	err = q.QueryRowContext(ctx, `select r.key, f.found, coalesce(f.record, f.found), w.value from figures f join reports r on r.id = f.report
		left join works w on w.kind = ? and w.key = f.figure where f.figure = ? and r.removed is null limit 1`, reviewWork, figure).Scan(&c.report, &found, &shown, &value)
	if errors.Is(err, sql.ErrNoRows) {
		return c, &data.Fault{Kind: data.NoSuchFigure, Detail: figure}
	}
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal([]byte(shown), &c.shown); err != nil {
		return c, err
	}
	if found.Valid {
		c.found = &data.Figure{}
		if err := json.Unmarshal([]byte(found.String), c.found); err != nil {
			return c, err
		}
	}
	if value.Valid {
		c.reviewed = true
		err = json.Unmarshal([]byte(value.String), &c.review)
	}
	return c, err
}

// History is what is known of one figure: what the rules found, what a person did with it and when.
func (s *Store) History(ctx context.Context, figure string) (data.History, error) {
	c, err := readCurrent(ctx, s.reads, figure)
	if err != nil {
		return data.History{}, fault(s.path, err)
	}
	h := data.History{Found: c.found, Shown: c.shown}
	if c.reviewed {
		h.Review = &c.review
	}
	h.Steps, err = list(ctx, s.reads, scanStep, `select distinct s.id, s.name, s.subject, s.at from steps s join changes c on c.step = s.id where c.kind = ? and c.key = ? and not s.undone order by s.id`, reviewWork, figure)
	return h, fault(s.path, err)
}
