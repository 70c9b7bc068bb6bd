package data

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// Bound says how a stated number limits the true one.
type Bound string

// The bounds. Every figure has exactly one.
const (
	Exact      Bound = "exact"
	About      Bound = "about"
	MoreThan   Bound = "more_than"
	AtLeast    Bound = "at_least"
	LessThan   Bound = "less_than"
	AtMost     Bound = "at_most"
	Range      Bound = "range"
	Indefinite Bound = "indefinite" // hundreds, 数百: Low and High are a hint, Value is nil
)

// Status says what a person has done with a figure.
type Status string

// The statuses.
const (
	Found     Status = "found"
	Confirmed Status = "confirmed"
	Corrected Status = "corrected"
	Rejected  Status = "rejected"
	Added     Status = "added"
)

// Quantity is a stated number with its hedge.
type Quantity struct {
	Value *Decimal `json:"value"` // nil for a range or an indefinite count
	Low   *Decimal `json:"low"`   // the ends of a range or of an indefinite count, else nil
	High  *Decimal `json:"high"`
	Bound Bound    `json:"bound"`
	Hedge string   `json:"hedge,omitempty"` // the hedging word as printed
	Unit  string   `json:"unit"`            // person, USD, percent, camp …
	Per   string   `json:"per,omitempty"`   // what it is per: year, escape …
}

// Figure is one quantity stated in one place of one edition of a report. The JSON names are those that
// figurebook-cli extract prints.
type Figure struct {
	ID        string  `json:"id"`
	Report    *string `json:"report"`            // document symbol, null where unknown
	Title     string  `json:"title,omitempty"`   // of its report, where that has no symbol to cite it by
	Edition   string  `json:"edition,omitempty"` // Report.Key of its report
	Language  string  `json:"language"`
	Paragraph string  `json:"paragraph"` // "13", "fn10", "annex/13"
	Section   string  `json:"section"`   // section path
	Text      string  `json:"text"`      // the words that state the quantity, with hedge and counter
	Start     int     `json:"start"`     // of Text in the paragraph's text, in runes
	End       int     `json:"end"`       // exclusive
	Sentence  string  `json:"sentence"`
	Quantity
	Measure      string            `json:"measure"`
	Subject      string            `json:"subject,omitempty"`
	Counted      string            `json:"counted,omitempty"` // the head noun as printed
	Population   string            `json:"population,omitempty"`
	Place        *string           `json:"place"`            // canonical name, null where none is stated
	Region       string            `json:"region,omitempty"` // the report's own region, from its headings or the place's parents
	Group        *string           `json:"group"`
	AsOf         *string           `json:"as_of"`
	Source       *string           `json:"source"`
	QuotedFrom   string            `json:"quoted_from,omitempty"`
	PartOf       string            `json:"part_of,omitempty"`       // ID of the total
	ComparesWith string            `json:"compares_with,omitempty"` // ID of the before/after or contrast pair
	SameAs       string            `json:"same_as,omitempty"`       // ID of the other statement of the same fact
	Confidence   float64           `json:"confidence"`              // 0 to 1
	Why          map[string]string `json:"why,omitempty"`           // attribute → one line: how the rules came to it
	Status       Status            `json:"status"`
	Reason       string            `json:"reason,omitempty"`  // why a person rejected it
	From         []string          `json:"from,omitempty"`    // the figures that a person split or merged it from
	Into         []string          `json:"into,omitempty"`    // the figures that a person put in its place
	Changed      []string          `json:"changed,omitempty"` // the fields that a person corrected, by their JSON names
	Stale        []string          `json:"stale,omitempty"`   // the fields that a person holds to though the rules now find another value than the one that she saw
	Period       string            `json:"period,omitempty"`  // the reporting period of its report
	Known        string            `json:"known,omitempty"`   // for a fact of the built-in edition: "report", "annex" or "second_hand"; empty for what was found in a text
	Digest       bool              `json:"digest,omitempty"`  // found in Figurebook's own summary: cite as "summary of …"

	// How its report stands among those at hand when the figure is read, never kept: see Standing.
	Aside        bool   `json:"aside,omitempty"`         // counted no more, or never
	SupersededBy string `json:"superseded_by,omitempty"` // the revision that counts in its report's place
	CorrectedBy  string `json:"corrected_by,omitempty"`  // the corrigendum to its report
}

// Refusal is a number that was not taken as a figure, with the reason.
type Refusal struct {
	Paragraph string `json:"paragraph"`
	Text      string `json:"text"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Reason    string `json:"reason"` // a key of the translations below "refusal.": date, symbol, resolution, ordinal …
}
