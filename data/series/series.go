// Package series joins the figures of different reports into lines: one measure, of one place, group and population. A
// line breaks where what is counted changed, and says why; a person may split and join lines, and her decisions win.
package series

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Line is one measure of one place, group and population over reports.
type Line struct {
	ID         string  `json:"id"` // stable: the same line found again among more figures keeps it
	Measure    string  `json:"measure"`
	Place      string  `json:"place,omitempty"` // of the first point
	Group      string  `json:"group,omitempty"`
	Population string  `json:"population,omitempty"`
	Unit       string  `json:"unit"`
	Per        string  `json:"per,omitempty"`
	Points     []Point `json:"points"` // in the order of their dates
}

// Point is one fact of a line.
type Point struct {
	Figure     data.Figure `json:"figure"`     // the statement shown: in the language asked for where there is one
	Statements []string    `json:"statements"` // IDs of all statements of the fact, that of Figure among them
	Others     []string    `json:"others"`     // IDs of facts of the report that could stand here as well: same line, same date
	At         float64     `json:"at"`         // its date in years, as data.Years; that of the reporting period where it has none; 0 where neither is known
	Latest     bool        `json:"latest"`     // the point of its report on an axis of reports: the last by date
	Break      Reason      `json:"break,omitempty"`
}

// Reason says why a line does not go on from the point before; its sentence is the translation "series." + reason.
type Reason string

// The reasons.
const (
	OtherMeasure Reason = "other_measure" // fighters before, fighters with their families now
	OtherPlace   Reason = "other_place"   // the camps before, camps and prisons now
	OtherCount   Reason = "other_count"   // the words of the count changed what belongs to it: with families, without Iraq
	ByPerson     Reason = "by_person"     // a person split the line here
)

// DecisionKind is what a person decides about a line.
type DecisionKind string

// The decisions.
const (
	Split DecisionKind = "split" // the line breaks before Figure
	Join  DecisionKind = "join"  // the lines of Figure and With are one; where they are one already, it goes on before Figure
	Leave DecisionKind = "leave" // Figure is no point of any line
	Show  DecisionKind = "show"  // of the facts that could stand at one point, Figure stands there
)

// Decision is a person's word about a line. It names figures by ID, any statement of the fact; one that names a figure
// that is not there does nothing. Of two that contradict each other the later wins.
type Decision struct {
	Kind   DecisionKind `json:"kind"`
	Figure string       `json:"figure"`
	With   string       `json:"with,omitempty"`
}

// Reports is how many reports a line has points of.
func (l Line) Reports() int {
	seen := map[string]bool{}
	for _, p := range l.Points {
		seen[symbol(&p.Figure)] = true
	}
	return len(seen)
}

// Lines joins figures into lines, those of most reports first. Repeated statements, which checking.Join has marked with
// SameAs, are one point; a statement in language is the one shown. Left out are rejected figures, parts that the total's
// own line does not count, and what a report only quotes from an earlier one.
func Lines(figures []data.Figure, decisions []Decision, language string, words *vocabulary.Vocabulary) []Line {
	facts, root := factsOf(figures, language)
	last := map[string]Decision{} // the last split or join before a fact
	left, shown := map[string]bool{}, map[string]bool{}
	for _, d := range decisions {
		id := root[d.Figure]
		switch d.Kind {
		case Leave:
			left[id] = true
		case Show:
			shown[id], left[id] = true, false
		case Split, Join:
			last[id], left[id] = d, false
		}
	}
	b := &builder{words: words, root: root, last: last, shown: shown, byFact: map[string]string{}, leader: map[string]string{}, facts: facts, points: map[string][]int{}}
	for i := range facts {
		if !left[facts[i].statements[0]] && countable(facts[i].figure) {
			b.add(i)
		}
	}
	b.join(decisions)
	return b.lines()
}

// fact is a Point in the making. Figures are large: that which is shown is copied once it stands on its line.
type fact struct {
	figure             *data.Figure
	statements, others []string
	at                 float64
}

// factsOf gathers the statements of each fact, in the order of their first, and names the fact of each statement by the
// ID of that.
func factsOf(figures []data.Figure, language string) (facts []fact, root map[string]string) {
	root = make(map[string]string, len(figures))
	same := map[string]string{}
	for i := range figures {
		if f := &figures[i]; f.SameAs != "" {
			same[f.ID] = f.SameAs
		}
	}
	index := make(map[string]int, len(figures))
	facts = make([]fact, 0, len(figures))
	for i := range figures {
		f := &figures[i]
		if f.Status == data.Rejected {
			continue
		}
		id := f.ID
		for range 8 { // a chain of editions and repetitions is never longer
			next, ok := same[id]
			if !ok {
				break
			}
			id = next
		}
		root[f.ID] = id
		at, ok := index[id]
		if !ok {
			index[id] = len(facts)
			facts = append(facts, fact{figure: f, statements: []string{id}})
			if f.ID != id {
				facts[len(facts)-1].statements = append(facts[len(facts)-1].statements, f.ID)
			}
			continue
		}
		p := &facts[at]
		if !slices.Contains(p.statements, f.ID) {
			p.statements = append(p.statements, f.ID)
		}
		if p.figure.Language != language && f.Language == language {
			p.figure = f
		}
	}
	return facts, root
}

// countable tells whether a figure may be a point of a line at all.
func countable(f *data.Figure) bool {
	return f.QuotedFrom == "" && f.Measure != "" && f.Measure != "share" && f.Measure != "amount"
}

func symbol(f *data.Figure) string {
	if f.Report != nil {
		return *f.Report
	}
	key, _, _ := strings.Cut(f.Edition, "@")
	return key
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// builder puts facts on lines. A line goes by its key until a join gives it the key of another.
type builder struct {
	words  *vocabulary.Vocabulary
	root   map[string]string   // statement → fact
	last   map[string]Decision // by fact
	shown  map[string]bool     // by fact
	byFact map[string]string   // fact → key
	leader map[string]string   // key → the key that it was joined to
	keys   []string            // in order of appearance
	facts  []fact
	points map[string][]int // by key, indices of facts
}

func (b *builder) add(i int) {
	p := &b.facts[i]
	key := b.key(p.figure)
	p.at, _ = data.Years(strings.TrimPrefix(text(p.figure.AsOf), "before-"))
	if p.at == 0 {
		p.at, _ = data.Years(p.figure.Period)
	}
	b.byFact[p.statements[0]] = key
	if b.points[key] == nil {
		b.keys = append(b.keys, key)
	}
	b.points[key] = append(b.points[key], i)
}

// of is the key of the line that holds a key's points after joins.
func (b *builder) of(key string) string {
	for b.leader[key] != "" {
		key = b.leader[key]
	}
	return key
}

// join joins the lines that the rules hold for one, then those that a person does.
func (b *builder) join(decisions []Decision) {
	beside := map[string][]string{} // by all of the key but the place
	for _, key := range b.keys {
		parts := strings.Split(key, "|")
		if parts[2] == "" { // no group
			continue
		}
		parts[1] = ""
		rest := strings.Join(parts, "|")
		for _, earlier := range beside[rest] {
			if b.of(key) != b.of(earlier) && b.akin(earlier, key, beside[rest]) {
				b.leader[b.of(key)] = b.of(earlier)
			}
		}
		beside[rest] = append(beside[rest], key)
	}
	for _, d := range decisions {
		one, two := b.byFact[b.root[d.Figure]], b.byFact[b.root[d.With]]
		if d.Kind == Join && one != "" && two != "" && b.of(one) != b.of(two) {
			b.leader[b.of(one)] = b.of(two)
		}
	}
}

func (b *builder) lines() []Line {
	together := map[string][]int{}
	for _, key := range b.keys {
		together[b.of(key)] = append(together[b.of(key)], b.points[key]...)
	}
	var lines []Line
	for _, key := range b.keys {
		if b.of(key) != key {
			continue
		}
		points := b.choose(together[key])
		f := &points[0].Figure
		lines = append(lines, Line{
			ID: name(key), Measure: b.words.Line(f.Measure), Place: text(f.Place), Group: text(f.Group), Population: b.population(f), Unit: unit(f.Unit), Per: f.Per,
			Points: points,
		})
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(b.Reports(), a.Reports()) })
	return lines
}

// choose keeps one point for each report and date, in order, and says where the line breaks.
func (b *builder) choose(all []int) []Point {
	shown := make([]*fact, 0, len(all))
	for _, i := range b.ordered(all) {
		p := &b.facts[i]
		n := len(shown) - 1
		if n < 0 || symbol(shown[n].figure) != symbol(p.figure) || text(shown[n].figure.AsOf) != text(p.figure.AsOf) {
			shown = append(shown, p)
			continue
		}
		if b.better(p, shown[n]) {
			p, shown[n] = shown[n], p
			shown[n].others = append(shown[n].others, p.others...)
		}
		shown[n].others = append(shown[n].others, p.statements[0])
	}
	points := make([]Point, len(shown))
	latest := map[string]int{}
	for i, p := range shown {
		points[i] = Point{Figure: *p.figure, Statements: p.statements, Others: append([]string{}, p.others...), At: p.at}
		latest[symbol(p.figure)] = i
		if i > 0 {
			points[i].Break = b.breaks(&points[i-1], &points[i])
		}
	}
	for _, i := range latest {
		points[i].Latest = true
	}
	return points
}

// ordered are the indices of facts by their order, then by their reports' symbols.
func (b *builder) ordered(all []int) []int {
	type placed struct {
		fact int
		at   float64
	}
	order := make([]placed, len(all))
	for n, i := range all {
		order[n] = placed{i, b.facts[i].order()}
	}
	slices.SortStableFunc(order, func(x, y placed) int {
		if n := cmp.Compare(x.at, y.at); n != 0 {
			return n
		}
		return data.CompareSymbols(symbol(b.facts[x.fact].figure), symbol(b.facts[y.fact].figure))
	})
	for n, p := range order {
		all[n] = p.fact
	}
	return all
}

// order is where a fact stands among others: by its date; where neither it nor its report has one, by the report's
// symbol, whose year and running number tell about when it appeared, some months after what it tells of.
func (p *fact) order() float64 {
	if p.at > 0 {
		return p.at
	}
	var year, number float64
	for part := range strings.SplitSeq(symbol(p.figure), "/") {
		n, err := strconv.ParseFloat(part, 64)
		switch {
		case err != nil:
		case year == 0 && n > 1945 && n < 2200:
			year = n
		case year > 0 && number == 0:
			number = n
		}
	}
	return year - 0.25 + min(number, 1000)/1000
}

// better tells whether p rather than q stands for its report and date: what a person chose, then a total before its
// parts, then what the rules are surer of.
func (b *builder) better(p, q *fact) bool {
	if one, two := b.shown[p.statements[0]], b.shown[q.statements[0]]; one != two {
		return one
	}
	if one, two := p.figure.PartOf == "", q.figure.PartOf == ""; one != two {
		return one
	}
	return p.figure.Confidence > q.figure.Confidence+0.1
}

// name is the ID of a line by its key.
func name(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:6])
}
