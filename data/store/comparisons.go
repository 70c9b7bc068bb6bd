package store

import (
	"context"
	"encoding/json"

	"figurebook.org/figurebook/data"
)

// SaveComparison keeps what describes a chart under a name, in place of what had that name.
func (s *Store) SaveComparison(ctx context.Context, name string, spec json.RawMessage) (data.Step, error) {
	if name == "" || !json.Valid(spec) {
		return data.Step{}, &data.Fault{Kind: data.BadArgument, Detail: name}
	}
	return s.step(ctx, data.StepSaveComparison, name, func(r *recorder) error {
		return r.set(comparisonWork, name, "", data.Comparison{Name: name, Spec: spec, At: r.step.At})
	})
}

// DeleteComparison forgets a saved comparison.
func (s *Store) DeleteComparison(ctx context.Context, name string) (data.Step, error) {
	return s.step(ctx, data.StepDeleteComparison, name, func(r *recorder) error { return r.set(comparisonWork, name, "", nil) })
}

// RenameComparison gives a saved comparison another name, in place of what had that.
func (s *Store) RenameComparison(ctx context.Context, name, to string) (data.Step, error) {
	return s.step(ctx, data.StepRenameComparison, to, func(r *recorder) error {
		value, err := readWork(ctx, r.tx, comparisonWork, name)
		if err != nil || !value.Valid || to == "" || to == name {
			return err
		}
		var c data.Comparison
		if err := json.Unmarshal([]byte(value.String), &c); err != nil {
			return err
		}
		c.Name = to
		if err := r.set(comparisonWork, name, "", nil); err != nil {
			return err
		}
		return r.set(comparisonWork, to, "", c)
	})
}

// Comparisons are the saved comparisons by name.
func (s *Store) Comparisons(ctx context.Context) ([]data.Comparison, error) {
	return worksOf[data.Comparison](ctx, s, comparisonWork)
}
