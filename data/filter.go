package data

// Filter chooses figures; an empty field chooses all.
type Filter struct {
	Measure, Place, Group, Report, Period, Region string
	Language                                      string
	Unit                                          string
	Bound                                         Bound
	Status                                        Status
	Edition                                       string   // Report.Key: one report in one language
	Places                                        []string // any of these, as a place with those that lie in it
	Words                                         string   // all of these stand in the figure's sentence
	Aside                                         bool     // those too that SetAside marks; they are left out where neither Report nor Edition is said
	Doubtful                                      bool     // only those that a person should look at: see Figure.Doubtful
}

// Facet is a field by which figures are chosen and counted.
type Facet string

// The facets.
const (
	ByMeasure  Facet = "measure"
	ByPlace    Facet = "place"
	ByRegion   Facet = "region"
	ByGroup    Facet = "group"
	ByPeriod   Facet = "period"
	ByUnit     Facet = "unit"
	ByBound    Facet = "bound"
	ByStatus   Facet = "status"
	ByReport   Facet = "report" // document symbol; of a report without one what stands for it in its key
	ByLanguage Facet = "language"
)

// Facets are all facets.
var Facets = []Facet{ByMeasure, ByPlace, ByRegion, ByGroup, ByPeriod, ByUnit, ByBound, ByStatus, ByReport, ByLanguage}

// Facet is the field of a filter for a facet, to be read or set.
func (f *Filter) Facet(by Facet) *string {
	switch by {
	case ByMeasure:
		return &f.Measure
	case ByPlace:
		return &f.Place
	case ByRegion:
		return &f.Region
	case ByGroup:
		return &f.Group
	case ByPeriod:
		return &f.Period
	case ByUnit:
		return &f.Unit
	case ByBound:
		return (*string)(&f.Bound)
	case ByStatus:
		return (*string)(&f.Status)
	case ByReport:
		return &f.Report
	case ByLanguage:
		return &f.Language
	}
	panic("there is no facet " + string(by))
}

// FacetCount is how many figures have a value; an empty value counts those without one.
type FacetCount struct {
	Value string
	Count int
}

// Column is what figures are sorted by.
type Column string

// The columns, by the canonical names of what they hold. A facet's name is one too.
const (
	InReadingOrder Column = "" // report by report by date, as they are read
	SortValue      Column = "value"
	SortAsOf       Column = "as_of"
	SortConfidence Column = "confidence"
)

// Order sorts figures; those alike stay in reading order.
type Order struct {
	By   Column
	Down bool // the greatest first; what has no value stands last either way
}

// doubtBelow is the confidence below which a person should look at a figure.
const doubtBelow = 0.5

// Doubtful tells whether a person should look at a figure: nobody did and the rules are unsure, or she did and the rules
// now find otherwise.
func (f Figure) Doubtful() bool {
	return f.Status == Found && f.Confidence < doubtBelow || len(f.Stale) > 0 && f.Status != Rejected
}
