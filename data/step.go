package data

import "time"

// StepName names what a person did; its text is the translation "step." + name.
type StepName string

// The steps.
const (
	StepConfirm      StepName = "confirm"
	StepCorrect      StepName = "correct"
	StepReject       StepName = "reject"
	StepReset        StepName = "reset" // back to what the rules found
	StepAdd          StepName = "add"
	StepSplit        StepName = "split"
	StepMerge        StepName = "merge"
	StepReattach     StepName = "reattach" // work on a figure that its report lost, to another
	StepDrop         StepName = "drop"     // such work, for good
	StepRemoveReport StepName = "remove_report"
	StepTakeOver     StepName = "take_over" // reviews, from a report to its revision

	StepSaveComparison   StepName = "save_comparison"
	StepRenameComparison StepName = "rename_comparison"
	StepDeleteComparison StepName = "delete_comparison"

	StepSettle StepName = "settle" // a finding of the checks
	StepReopen StepName = "reopen"

	StepSplitLine StepName = "line_split" // decisions about lines of figures over reports
	StepJoinLine  StepName = "line_join"
	StepLeaveLine StepName = "line_leave"
	StepShowLine  StepName = "line_show"
	StepForget    StepName = "line_forget"
)

// Step is one thing that a person did, as it is undone and redone: at once and whole.
type Step struct {
	ID      int64
	Name    StepName
	Subject string // what it was done to: a figure's words, a report's key, a comparison's name
	At      time.Time
	Keys    []string // the figures, reports, findings … that it changed, by their stable names
}
