package data

import (
	"encoding/json"
	"time"
)

// Comparison is a chart that a person saved by name.
type Comparison struct {
	Name string          `json:"name"`
	Spec json.RawMessage `json:"spec"` // what describes the chart
	At   time.Time       `json:"at"`
}

// Settlement is a person's word that a finding of the checks needs no more looking at.
type Settlement struct {
	Finding string    `json:"finding"`           // its ID
	Report  string    `json:"report"`            // Report.Key of its first figure
	Kind    string    `json:"kind"`              // of the finding
	Lacking string    `json:"lacking,omitempty"` // likewise
	Figures []string  `json:"figures"`           // the figures that it is about, by which it is known again when their IDs change
	Note    string    `json:"note,omitempty"`
	At      time.Time `json:"at"`
}

// Progress is how far a person has checked the figures of a report.
type Progress struct {
	Checked, Total int
}
