// Package charts turns a Spec and figures into a Chart, and a Chart into a picture or a file.
//
//	Spec + figures ──Build──▶ Chart ──Draw──▶ any vg.Canvas
//	                                └─package export─▶ files
//
// A Spec is JSON that a person or a program writes: what to compare, by what, how. A Chart is the Spec resolved: which
// figures are drawn, in which categories and series, on which axis, with which words around them. Everything after Build
// reads only the Chart:
//
//   - Figures are exactly the figures drawn; Marks[i].Figure is the ID of one of them. A mark whose Derived is true is a sum
//     that the chart made: no report states it, its Figure is empty and its Parts are the IDs of what was added.
//   - A mark's Quantity is what the report states, hedge and all, in decimals. From and To are its place on the value axis as
//     floats, for coordinates only: equal for a number, the two ends for a range or a vague count. "More than 7,000" has
//     From = To = 7,000 and an open side towards more: see Mark.Open. A file that holds native marks (a chart of a spreadsheet) takes value
//     and error bars from these three.
//   - Category and Series are indices into Categories and Series. A kind without series has one, unnamed; Panel is the index
//     into Panels, for small multiples.
//   - Title, Subtitle, Notes, Source and Byline are the blocks of words in the order in which they stand, the chart between
//     Subtitle and Notes. Notes are Notices in words; Source is Sources in words.
//   - Left, Top, Right and Bottom of a mark are its place in the picture as shares of width and height: the hit table of
//     At, in any scale.
//
// Draw replays a list of lines, areas and texts that Build laid out, in points, with the origin at the bottom left as
// package vg has it; it is what every format but the native ones is made by. The same Spec and figures give the same list.
package charts

import (
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/series"
	"figurebook.org/figurebook/data/vocabulary"
)

// Chart is a Spec resolved with figures: all that drawing, hit-testing and the files need. Build makes it; it is not changed
// afterwards, so it may be read from several goroutines.
type Chart struct {
	Spec          Spec // with Kind, Version, Scale, Size and Theme filled in
	Title         string
	Subtitle      string // what, unit, as of
	Notes         []string
	Source        string
	Byline        string
	Notices       []Notice // what the Notes say, by kind
	Sources       []Source // what Source says, by report
	Value         Axis     // the axis of quantities
	Category      Axis     // the axis of categories: its Title, and for time its Ticks
	Categories    []Category
	Series        []Series
	Panels        []string // names of the panels of small multiples; nil for other kinds
	Marks         []Mark
	Figures       []data.Figure // exactly those drawn, in the order of Marks
	Width, Height float64       // in points
	LogOffered    bool          // the values span more than two orders of magnitude, and a log scale would suit them

	items   []item
	pages   []*Chart // where one page does not hold it
	over    []series.Line
	lines   map[string]onLine   // of the figures, for kinds that join points
	stands  map[string]standing // of the figures of two editions
	sums    map[string]Notice   // of a stack: how the parts stand to a total, by its figure
	left    int                 // figures left out, since they state no number or no date
	titles  map[string]string   // see titled
	unknown []string            // reports on the axis of which nothing is known
	words   *translations.Words
	v       *vocabulary.Vocabulary
}

// Axis is a scale with its ticks.
type Axis struct {
	Title    string // what it shows: "people", "reporting period", "date"
	Log      bool
	Min, Max float64 // the ends, in units of the quantity, or in years for time
	Ticks    []Tick
}

// Tick is a labelled place on an axis.
type Tick struct {
	At    float64
	Label string
}

// Category is a place on the axis of categories: a region, a place, a group, a report, a period or a date.
type Category struct {
	Key   string  // canonical: the vocabulary's term, the symbol, the as-of term; empty where the figure states none
	Label string  // in the chart's language
	Time  float64 // in years, for periods and dates; 0 where it has none
}

// Series is a set of marks that belong together: a line, or the bars of one colour.
type Series struct {
	Key   string
	Label string // in the chart's language; empty for the only one
	Color int    // index into the palette's marks
}

// Mark is one figure in a chart, or a sum of figures.
type Mark struct {
	Figure     string        // its ID; empty for a sum
	Parts      []string      // of a sum: the IDs of what was added
	Derived    bool          // a sum that the chart made: no report states it
	Total      bool          // the stated total of a stack
	Quantity   data.Quantity // as stated
	Text       string        // the quantity in words, with its hedge
	Row        string        // the label of its category
	Detail     string        // what tells it from others of the row
	Category   int           // index into Categories
	Series     int           // index into Series
	Panel      int           // index into Panels
	From, To   float64       // its place on the value axis
	Time       float64       // the as-of date or the period in years, for time axes
	SecondHand string        // who published it, where it was not read in the report itself
	Single     bool          // one source alone says so ("a Member State")
	Corrected  bool          // by a person
	Beside     int           // of two editions: the number of the row in which both statements of one thing stand, from 0
	Differs    string        // of two editions: a checking.Kind where they differ there; empty where they do not
	Break      string        // why it is not to be joined to the mark before it in its series: a series.Reason; empty where it may be

	Left, Top, Right, Bottom float64 // its place in the picture, as shares of width and height from the top left
}

// Open is the side towards which a quantity is open: +1 towards more (more than, at least), -1 towards less (less than, at
// most, nearly), 0 for the others.
func (m Mark) Open() int {
	switch m.Quantity.Bound {
	case data.MoreThan, data.AtLeast:
		return 1
	case data.LessThan, data.AtMost:
		return -1
	}
	return 0
}

// Notice is something that a reader of the chart must know.
type Notice struct {
	Kind string // about, more_than, … for the hedges drawn; second_hand, single, corrected, derived, break, parts_below_total …
	Text string
}

// Source is a report, or a part of one, that figures of the chart come from.
type Source struct {
	Symbol     string
	Name       string    // the symbol, or the title in quotation marks of a report that has none
	Titles     [2]string // in Chinese and in English; empty where unknown
	Paragraphs []string
	Digest     bool   // Figurebook's own summary was read, not the report
	SecondHand string // who published it, where the report itself was not read
	Text       string // the citation in the chart's language
}

// At finds the mark at a place, given as shares of width and height from the top left; "" where there is none.
func (c *Chart) At(x, y float64) string {
	for _, m := range c.Marks {
		if x >= m.Left && x <= m.Right && y >= m.Top && y <= m.Bottom {
			return m.Figure
		}
	}
	return ""
}
