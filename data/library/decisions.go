package library

import (
	"context"
	"encoding/json"
	"slices"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/series"
)

// Settle keeps that a person settled a finding of the checks on a report, with her note.
func (l *Library) Settle(ctx context.Context, report string, f checking.Finding, note string) (data.Step, error) {
	return l.Store.Settle(ctx, data.Settlement{Finding: f.ID, Report: report, Kind: string(f.Kind), Lacking: f.Lacking, Figures: f.Figures, Note: note})
}

// Settled parts findings into those that wait for a person and those that she settled. A settled finding is known again by
// its figures, whatever names a better reading gave them.
func (l *Library) Settled(ctx context.Context, findings []checking.Finding) (open, settled []checking.Finding, err error) {
	all, err := l.Settlements(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range findings {
		if slices.ContainsFunc(all, func(s data.Settlement) bool { return isOf(s, f) }) {
			settled = append(settled, f)
		} else {
			open = append(open, f)
		}
	}
	return open, settled, nil
}

// Reopen takes back that a finding is settled; one that is not stays as it is.
func (l *Library) Reopen(ctx context.Context, f checking.Finding) (data.Step, error) {
	all, err := l.Settlements(ctx)
	if err != nil {
		return data.Step{}, err
	}
	for _, s := range all {
		if isOf(s, f) {
			return l.Store.Reopen(ctx, s)
		}
	}
	return data.Step{}, nil
}

func isOf(s data.Settlement, f checking.Finding) bool {
	return s.Kind == string(f.Kind) && s.Lacking == f.Lacking && slices.Equal(slices.Sorted(slices.Values(s.Figures)), slices.Sorted(slices.Values(f.Figures)))
}

// lineSteps name the decisions about lines in the undo log.
var lineSteps = map[series.DecisionKind]data.StepName{series.Split: data.StepSplitLine, series.Join: data.StepJoinLine, series.Leave: data.StepLeaveLine, series.Show: data.StepShowLine}

// Decide keeps what a person decided about the line of a figure.
func (l *Library) Decide(ctx context.Context, d series.Decision) (data.Step, error) {
	h, err := l.History(ctx, d.Figure)
	if err != nil {
		return data.Step{}, err
	}
	raw, err := json.Marshal(d)
	if err != nil {
		return data.Step{}, err
	}
	return l.Store.Decide(ctx, lineSteps[d.Kind], h.Shown.Text, raw)
}

// Decisions are what a person decided about lines, in order, and the keys by which Forget takes them back.
func (l *Library) Decisions(ctx context.Context) (keys []string, decisions []series.Decision, err error) {
	keys, raw, err := l.Store.Decisions(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range raw {
		var d series.Decision
		if err := json.Unmarshal(r, &d); err != nil {
			return nil, nil, err
		}
		decisions = append(decisions, d)
	}
	return keys, decisions, nil
}
