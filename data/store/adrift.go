package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"figurebook.org/figurebook/data"
)

// Adrift is a person's work on figures that their reports, read anew, no longer hold; of all reports, or of the one with a
// key. It comes back by itself with a reading that holds them.
func (s *Store) Adrift(ctx context.Context, report string) ([]data.Adrift, error) {
	all, err := list(ctx, s.reads, func(r *sql.Rows) (a data.Adrift, err error) {
		var value string
		if err := r.Scan(&a.ID, &a.Report, &value); err != nil {
			return a, err
		}
		return a, json.Unmarshal([]byte(value), &a.Review)
	}, `select w.key, w.report, w.value from works w join reports r on r.key = w.report and r.removed is null
		where w.kind = ? and (? = '' or w.report = ?) and not exists (select 1 from figures f where f.report = r.id and f.figure = w.key) order by w.report, w.key`, reviewWork, report, report)
	return all, fault(s.path, err)
}

// Reattach gives a figure what a person did with one that its report no longer holds, by that one's ID: see
// data.Review.Onto. The step's last key is the figure's ID.
func (s *Store) Reattach(ctx context.Context, adrift, figure string) (data.Step, error) {
	return s.step(ctx, data.StepReattach, "", func(r *recorder) error {
		lost, err := r.adrift(adrift)
		if err != nil {
			return err
		}
		c, err := r.current(figure)
		if err != nil {
			return err
		}
		if c.report != lost.Report {
			return &data.Fault{Kind: data.NoSuchFigure, File: lost.Report, Detail: figure}
		}
		r.step.Subject = lost.Anchor.Exact
		if err := r.set(reviewWork, adrift, lost.Report, nil); err != nil {
			return err
		}
		review := c.review
		if lost.Status == data.Rejected {
			review.Status, review.Reason, review.Into = data.Rejected, lost.Reason, nil
		} else {
			wanted, err := lost.Onto(c.found, c.shown)
			if err != nil {
				return err
			}
			review.Reason = ""
			review.Hold(c.found, wanted)
		}
		return r.set(reviewWork, figure, c.report, review)
	})
}

// Drop gives up what a person did with a figure that its report no longer holds, by that figure's ID.
func (s *Store) Drop(ctx context.Context, adrift string) (data.Step, error) {
	return s.step(ctx, data.StepDrop, "", func(r *recorder) error {
		lost, err := r.adrift(adrift)
		if err != nil {
			return err
		}
		r.step.Subject = lost.Anchor.Exact
		return r.set(reviewWork, adrift, lost.Report, nil)
	})
}

// adrift is a person's work under the ID of a figure that is not there.
func (r *recorder) adrift(id string) (data.Adrift, error) {
	a := data.Adrift{ID: id}
	var value string
	err := r.tx.QueryRowContext(r.ctx, `select w.report, w.value from works w where w.kind = ? and w.key = ? and not exists (select 1 from figures f join reports p on p.id = f.report where p.key = w.report and f.figure = w.key)`, reviewWork, id).Scan(&a.Report, &value)
	if err == sql.ErrNoRows {
		return a, &data.Fault{Kind: data.NoSuchFigure, Detail: id}
	}
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(value), &a.Review)
}
