package charts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/series"
)

// Version is the version of Spec that this program writes. A Spec of a greater version is refused, one of a smaller or of
// none is read.
const Version = 1

// Kind is a kind of chart.
type Kind string

// The kinds.
const (
	Dots      Kind = "dots"      // a row a figure: dots, and bars for ranges
	Bars      Kind = "bars"      // horizontal bars, grouped where there are several series
	Stack     Kind = "stack"     // parts of a total, beside the total's own statement
	Lines     Kind = "lines"     // points over reporting periods or dates, joined where they may be compared
	Slope     Kind = "slope"     // before and after
	Timeline  Kind = "timeline"  // dated events in lanes
	Multiples Kind = "multiples" // small panels, one a region, on one axis
	Table     Kind = "table"     // the figures in words
)

// Kinds are all kinds, in the order of a menu.
var Kinds = []Kind{Dots, Bars, Stack, Lines, Slope, Timeline, Multiples, Table}

// Ways are what a chart can compare by.
var Ways = []string{"region", "place", "group", "population", "period", "date", "report", Editions}

// Sizes are the page sizes: for the window (640 points wide, as high as needed), a 16:9 slide, a column and a page of A4.
var Sizes = []string{"window", "slide", "column", "page"}

// Themes are the sets of colours: for a light and a dark screen, and for print in shades of grey.
var Themes = []string{"light", "dark", "print"}

// Schemes are the divisions of the world into regions: the report's own, and the regions and subregions of the United
// Nations' standard M49.
var Schemes = []string{"report", "m49", "m49_subregions"}

// Scales are the scales of the value axis.
var Scales = []string{"linear", "log"}

// Spec says what a chart shows. It is what "Open chart from file" restores: with the same figures it gives the same
// chart. The zero value of each field but Measure and By is a sound choice.
type Spec struct {
	Version   int               `json:"version"`             // 0 is read as Version
	Kind      Kind              `json:"kind,omitempty"`      // empty: proposed from the figures
	Measure   string            `json:"measure"`             // a term of the vocabulary
	Measures  []string          `json:"measures,omitempty"`  // of AnyMeasure, only these
	By        string            `json:"by"`                  // one of Ways
	Scheme    string            `json:"scheme,omitempty"`    // one of Schemes, for regions; empty: report
	Unit      string            `json:"unit,omitempty"`      // only figures of this unit
	Place     string            `json:"place,omitempty"`     // only figures of this place
	Region    string            `json:"region,omitempty"`    // only figures of this region of the report
	Group     string            `json:"group,omitempty"`     // only figures of this group
	Report    string            `json:"report,omitempty"`    // only of this symbol, or key of a report without one
	Reports   []string          `json:"reports,omitempty"`   // for lines by report: the symbols on the axis, in order; one without a figure is a gap
	Figures   []string          `json:"figures,omitempty"`   // only these, by ID
	Decisions []series.Decision `json:"decisions,omitempty"` // a person's, on what makes one line
	Scale     string            `json:"scale,omitempty"`     // one of Scales; empty: linear
	Breaks    []Break           `json:"breaks,omitempty"`    // where a definition changed: lines are cut there
	Size      string            `json:"size,omitempty"`      // one of Sizes; empty: window
	Width     float64           `json:"width,omitempty"`     // in points, for the window; 0: 640
	Height    float64           `json:"height,omitempty"`    // in points, for the window; 0: as high as the chart needs
	Theme     string            `json:"theme,omitempty"`     // one of Themes; empty: light
	Language  string            `json:"language"`            // zh or en
	Title     string            `json:"title,omitempty"`     // the user's headline, in place of the measure
	Subtitle  string            `json:"subtitle,omitempty"`  // the user's, in place of what is said of the figures
	Notes     []string          `json:"notes,omitempty"`     // the user's, after the chart's own
	Byline    string            `json:"byline,omitempty"`    // who made the chart
}

// Break is a change of definition: points before it and points from it on do not count the same.
type Break struct {
	At   string `json:"at"`             // a symbol, a reporting period or a date, by what the chart compares
	Note string `json:"note,omitempty"` // what changed
}

// ParseSpec reads a Spec. Its error is a *data.Fault that names the field, as Validate's.
func ParseSpec(raw []byte) (Spec, error) {
	var s Spec
	var versioned struct {
		Version int `json:"version"`
	}
	if json.Unmarshal(raw, &versioned) == nil && versioned.Version > Version {
		return s, newer(versioned.Version)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return s, &data.Fault{Kind: data.BadArgument, Detail: "spec: " + strings.TrimPrefix(err.Error(), "json: "), Err: err}
	}
	if _, err := d.Token(); err != io.EOF {
		return s, &data.Fault{Kind: data.BadArgument, Detail: "spec: more than one JSON value"}
	}
	return s, s.Validate()
}

func newer(version int) error {
	return &data.Fault{Kind: data.NewerSpec, Detail: fmt.Sprintf("%d > %d", version, Version)}
}

// Validate names the field that is wrong and what it may be, in a *data.Fault.
func (s Spec) Validate() error {
	if s.Version > Version {
		return newer(s.Version)
	}
	if s.Measure == "" {
		return &data.Fault{Kind: data.BadArgument, Detail: `measure: ""`}
	}
	kinds := make([]string, len(Kinds))
	for i, k := range Kinds {
		kinds[i] = string(k)
	}
	for _, f := range []struct {
		name, value string
		optional    bool
		allowed     []string
	}{
		{"by", s.By, false, Ways},
		{"kind", string(s.Kind), true, kinds},
		{"scheme", s.Scheme, true, Schemes},
		{"scale", s.Scale, true, Scales},
		{"size", s.Size, true, Sizes},
		{"theme", s.Theme, true, Themes},
		{"language", s.Language, false, []string{"zh", "en"}},
	} {
		if !(f.optional && f.value == "") && !slices.Contains(f.allowed, f.value) {
			return &data.Fault{Kind: data.BadArgument, Detail: fmt.Sprintf("%s: %q (%s)", f.name, f.value, strings.Join(f.allowed, ", "))}
		}
	}
	for _, f := range []struct {
		name     string
		value    float64
		min, max float64
	}{{"width", s.Width, 240, 4000}, {"height", s.Height, 160, 14400}} {
		if f.value != 0 && !(f.value >= f.min && f.value <= f.max) {
			return &data.Fault{Kind: data.BadArgument, Detail: fmt.Sprintf("%s: %g (%g–%g)", f.name, f.value, f.min, f.max)}
		}
	}
	for i, b := range s.Breaks {
		if b.At == "" {
			return &data.Fault{Kind: data.BadArgument, Detail: fmt.Sprintf(`breaks[%d].at: ""`, i)}
		}
	}
	return nil
}

// filled is the Spec with what it leaves open said.
func (s Spec) filled() Spec {
	s.Version = Version
	for _, f := range []struct {
		field *string
		value string
	}{{&s.Scheme, "report"}, {&s.Scale, "linear"}, {&s.Size, "window"}, {&s.Theme, "light"}} {
		if *f.field == "" {
			*f.field = f.value
		}
	}
	return s
}
