package charts

import (
	"iter"
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/series"
	"figurebook.org/figurebook/data/vocabulary"
)

// Choice is a kind of chart for given figures: Why is empty where it suits them, else a sentence that says why not.
type Choice struct {
	Kind Kind
	Why  string
}

// Choices tells for each kind whether it suits the figures that a Spec chooses, and which is proposed.
func Choices(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) (all []Choice, proposed Kind) {
	chosen := choose(spec, figures, v)
	words := translations.For(spec.Language)
	s := shapeOf(spec, chosen, words, v)
	for _, k := range Kinds {
		why := words.Say("chart.unsuitable.none")
		if len(chosen) > 0 {
			why = s.unsuitable(k)
		}
		if s.units(k) != nil {
			why = words.Say("chart.unsuitable.units", strings.Join(s.families, ", "))
		}
		all = append(all, Choice{k, why})
	}
	return all, s.propose()
}

// shape is what decides which kinds suit some figures.
type shape struct {
	spec     Spec
	words    *translations.Words
	families []string // of units
	regions  int
	times    int           // distinct dates, periods or reports, by what is compared
	joined   []series.Line // over time
	lines    int           // how many these are
	longest  int           // most times at which one series has a figure
	both     int           // series that have a figure at the first and at the last time
	totals   int           // figures of which at least two others are parts
	loose    int           // figures that are neither a total nor a part
	zeros    int           // figures that are not above zero
	events   int           // figures of something that happens: attacks, meetings
}

func shapeOf(spec Spec, chosen []data.Figure, words *translations.Words, v *vocabulary.Vocabulary) shape {
	s := shape{spec: spec, words: words}
	all := attributes(spec, v)
	regions, parts := map[string]bool{}, map[string]int{}
	for i := range chosen {
		f := &chosen[i]
		if u := family(f.Unit); !slices.Contains(s.families, u) {
			s.families = append(s.families, u)
		}
		regions[all["region"].key(f)] = true
		parts[f.PartOf]++
		if low, _ := f.Ends(); low != nil && low.Cmp(data.Decimal{}) <= 0 {
			s.zeros++
		}
		if happens[f.Unit] || happens[f.Measure] {
			s.events++
		}
	}
	slices.Sort(s.families)
	s.regions = len(regions)
	if timely(spec.By) {
		s.overTime(chosen, all[spec.By], v)
	}
	for i := range chosen {
		f := &chosen[i]
		switch {
		case parts[f.ID] >= 2:
			s.totals++
		case parts[f.PartOf] < 2 || f.PartOf == "":
			s.loose++
		}
	}
	return s
}

// overTime counts the times that the figures are of, and at how many of them one line has a figure.
func (s *shape) overTime(chosen []data.Figure, by attribute, v *vocabulary.Vocabulary) {
	times := map[string]bool{}
	of := func(figures iter.Seq[*data.Figure]) int {
		mine := map[string]bool{}
		for f := range figures {
			key := by.key(f)
			if _, dated := data.Years(key); dated || key != "" && s.spec.By == "report" {
				mine[key], times[key] = true, true
			}
		}
		return len(mine)
	}
	of(func(yield func(*data.Figure) bool) {
		for i := range chosen {
			if !yield(&chosen[i]) {
				return
			}
		}
	})
	s.times = len(times)
	s.joined = pairs(series.Lines(chosen, s.spec.Decisions, s.spec.Language, v), s.spec.Kind == Slope)
	s.lines = len(s.joined)
	for _, l := range s.joined {
		n := of(func(yield func(*data.Figure) bool) {
			for i := range l.Points {
				if !yield(&l.Points[i].Figure) {
					return
				}
			}
		})
		s.longest = max(s.longest, n)
		if n > 1 && n == s.times {
			s.both++
		}
	}
}

// pairs joins lines of one point each that are a before and an after: the one is said to compare with the other, or, where
// a person asks for such pairs, both are of the same place, group and population, and no third is.
func pairs(lines []series.Line, asked bool) []series.Line {
	type subject struct{ place, group, population, unit, per string }
	at, alike := map[string]int{}, map[subject][]int{}
	of := func(l series.Line) subject { return subject{l.Place, l.Group, l.Population, l.Unit, l.Per} }
	for i, l := range lines {
		if len(l.Points) == 1 {
			at[l.Points[0].Figure.ID] = i
			alike[of(l)] = append(alike[of(l)], i)
		}
	}
	gone := map[int]bool{}
	for i := range lines {
		if len(lines[i].Points) != 1 || gone[i] {
			continue
		}
		j, ok := at[lines[i].Points[0].Figure.ComparesWith]
		if same := alike[of(lines[i])]; !ok && asked && len(same) == 2 && same[0] == i {
			j, ok = same[1], true
		}
		if ok && j != i && !gone[j] && len(lines[j].Points) == 1 {
			lines[i].Points = append(lines[i].Points, lines[j].Points[0])
			gone[j] = true
		}
	}
	var left []series.Line
	for i, l := range lines {
		if !gone[i] {
			left = append(left, l)
		}
	}
	return left
}

// mostLines is how many lines can be told apart.
const mostLines = 9

// happens are the units and measures of what happens at a date, rather than is so.
var happens = map[string]bool{
	"attack": true, "incident": true, "meeting": true, "broadcast": true, "workshop": true,
	"fatalities": true, "casualties": true, "executions": true, "prisoners_escaped": true, "released": true, "repatriated": true, "arrests": true, "convictions": true, "transferred": true,
}

// propose chooses the kind from the figures' shape.
func (s shape) propose() Kind {
	switch {
	case s.spec.By == Editions:
		return Table
	case s.spec.Measure == AnyMeasure && s.spec.By == "date":
		return Timeline
	case s.spec.Measure == AnyMeasure:
		return Table
	case !timely(s.spec.By):
		if s.totals > 0 && s.loose == 0 {
			return Stack
		}
		return Dots
	case s.times == 2 && s.both > 0:
		return Slope
	case s.longest > 1 && s.lines <= mostLines:
		return Lines
	case s.spec.By == "date" && s.events > 0 && s.times > 1:
		return Timeline
	case s.times > 1 && s.lines <= mostLines && s.spec.By != "report":
		return Lines
	}
	return Dots
}

// units refuses what one axis cannot hold, and says which units.
func (s shape) units(kind Kind) error {
	if len(s.families) < 2 || kind == Table || kind == Timeline {
		return nil
	}
	return &data.Fault{Kind: data.MixedUnits, Detail: strings.Join(s.families, ", ")}
}

// unsuitable is a sentence that says why a kind does not suit the figures; empty where it does.
func (s shape) unsuitable(kind Kind) string {
	say := func(why string, args ...any) string { return s.words.Say("chart.unsuitable."+why, args...) }
	log := s.spec.Scale == "log"
	switch {
	case s.spec.By == Editions && kind != Table:
		return say("editions")
	case s.spec.Measure == AnyMeasure && kind != Timeline && kind != Table:
		return say("any")
	case log && (kind == Bars || kind == Stack):
		return say("log_bars")
	case log && s.zeros > 0:
		return say("log_zero")
	case kind == Stack && s.totals == 0:
		return say("parts")
	case (kind == Lines || kind == Slope) && !timely(s.spec.By):
		return say("time")
	case kind == Lines && s.times < 2:
		return say("one_time")
	case kind == Lines && s.lines > mostLines:
		return say("lines", s.lines)
	case kind == Slope && s.times != 2:
		return say("slope", s.times)
	case kind == Slope && s.both == 0:
		return say("pairs")
	case kind == Timeline && s.spec.By != "date":
		return say("date")
	case kind == Timeline && s.times == 0:
		return say("dates")
	case kind == Multiples && s.regions < 2:
		return say("regions")
	case kind == Multiples && timely(s.spec.By) && s.times < 2:
		return say("one_time")
	}
	return ""
}
