package library

import (
	"context"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// StepText says what undoing or redoing a step would take back or do again, for menus: "Correct “more than 7,000”".
func StepText(step data.Step, words *translations.Words) string {
	return words.Say("step."+string(step.Name), step.Subject)
}

// Correct is Store.Correct. A place that a person corrects brings its region with it, unless she states that too.
func (l *Library) Correct(ctx context.Context, corrected data.Figure) (data.Step, error) {
	h, err := l.History(ctx, corrected.ID)
	if err != nil {
		return data.Step{}, err
	}
	if corrected.Region == h.Shown.Region && orEmpty(corrected.Place) != orEmpty(h.Shown.Place) {
		corrected.Region = l.Words.RegionOf(orEmpty(corrected.Place))
	}
	return l.Store.Correct(ctx, corrected)
}

// Add is Store.Add for a figure of an open report; its region follows from its place.
func (l *Library) Add(ctx context.Context, f data.Figure) (data.Step, error) {
	if f.Region == "" {
		f.Region = l.Words.RegionOf(orEmpty(f.Place))
	}
	return l.Store.Add(ctx, f)
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
