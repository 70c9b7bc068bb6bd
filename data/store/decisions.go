package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"figurebook.org/figurebook/data"
)

// Settle keeps that a person settled a finding of the checks. At is filled.
func (s *Store) Settle(ctx context.Context, settled data.Settlement) (data.Step, error) {
	return s.step(ctx, data.StepSettle, settled.Report, func(r *recorder) error {
		settled.At = r.step.At
		return r.set(findingWork, settled.Finding, settled.Report, settled)
	})
}

// Reopen takes back that a finding is settled.
func (s *Store) Reopen(ctx context.Context, settled data.Settlement) (data.Step, error) {
	return s.step(ctx, data.StepReopen, settled.Report, func(r *recorder) error {
		return r.set(findingWork, settled.Finding, settled.Report, nil)
	})
}

// Settlements are the settled findings.
func (s *Store) Settlements(ctx context.Context) ([]data.Settlement, error) {
	return worksOf[data.Settlement](ctx, s, findingWork)
}

// Decide keeps what a person decided about lines of figures over reports, as JSON, behind what she decided before. The
// step's key forgets it: see Forget.
func (s *Store) Decide(ctx context.Context, name data.StepName, subject string, decision json.RawMessage) (data.Step, error) {
	return s.step(ctx, name, subject, func(r *recorder) error {
		return r.set(decisionWork, fmt.Sprintf("%012d", r.step.ID), "", decision)
	})
}

// Forget takes a decision about lines back.
func (s *Store) Forget(ctx context.Context, decision string) (data.Step, error) {
	return s.step(ctx, data.StepForget, "", func(r *recorder) error { return r.set(decisionWork, decision, "", nil) })
}

// Decisions are what a person decided about lines, in order, by their keys.
func (s *Store) Decisions(ctx context.Context) (keys []string, decisions []json.RawMessage, err error) {
	type decided struct{ key, value string }
	all, err := list(ctx, s.reads, func(r *sql.Rows) (d decided, err error) { return d, r.Scan(&d.key, &d.value) }, `select key, value from works where kind = ? order by key`, decisionWork)
	for _, d := range all {
		keys, decisions = append(keys, d.key), append(decisions, json.RawMessage(d.value))
	}
	return keys, decisions, fault(s.path, err)
}
