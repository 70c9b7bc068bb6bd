package checking

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// symbols are the documents of which there are editions, in order, and the editions of each. A file without a symbol is
// an edition of nothing known.
func symbols(editions []string) (order []string, by map[string][]string) {
	by = map[string][]string{}
	for _, e := range editions {
		symbol, _, _ := strings.Cut(e, "@")
		if strings.HasPrefix(symbol, "file-") || symbol == "" {
			continue
		}
		if by[symbol] == nil {
			order = append(order, symbol)
		}
		by[symbol] = append(by[symbol], e)
	}
	return order, by
}

// betweenEditions compares the editions of one report: each paragraph must state the same quantities in every language.
// A digest leaves much out, so only what it says and the text does not is a finding.
func betweenEditions(editions []string, byEdition map[string][]data.Figure) []Finding {
	var findings []Finding
	order, by := symbols(editions)
	for _, symbol := range order {
		languages := by[symbol]
		for i := range languages {
			for _, other := range languages[i+1:] {
				findings = append(findings, differences(byEdition[languages[i]], byEdition[other])...)
			}
		}
	}
	return findings
}

// differences are the findings between two editions, neither of them empty.
func differences(a, b []data.Figure) []Finding {
	x := align(a, b)
	findings := x.conflicts()
	digestA, digestB := a[0].Digest, b[0].Digest
	for i, f := range a {
		if x.ofA[i] < 0 && (digestA || !digestB) {
			findings = append(findings, lacking(f, b, x.nearest(i)))
		}
	}
	y := x.reversed()
	for j, f := range b {
		if x.ofB[j] < 0 && (digestB || !digestA) {
			findings = append(findings, lacking(f, a, y.nearest(j)))
		}
	}
	return findings
}

func lacking(f data.Figure, other []data.Figure, near int) Finding {
	finding := Finding{Kind: OnlyInOneEdition, Figures: []string{f.ID}, Lacking: other[0].Edition}
	finding.ID = id(finding.Kind, finding.Lacking, finding.Figures)
	if near >= 0 {
		finding.Near = other[near].ID
	}
	return finding
}

// Align pairs the figures of two editions of one report that state the same quantity, paragraph by paragraph; where the
// paragraphs are numbered or ordered otherwise, by the numbers that both state. What is left over on either side is
// returned too, in reading order.
func Align(a, b []data.Figure) (pairs [][2]data.Figure, onlyA, onlyB []data.Figure) {
	x := align(a, b)
	for i, j := range x.ofA {
		if j >= 0 {
			pairs = append(pairs, [2]data.Figure{a[i], b[j]})
		} else {
			onlyA = append(onlyA, a[i])
		}
	}
	for j, i := range x.ofB {
		if i < 0 {
			onlyB = append(onlyB, b[j])
		}
	}
	return pairs, onlyA, onlyB
}

// Row is what two editions of one report state at one place: indices into the figures of either, -1 where an edition states
// nothing there.
type Row struct {
	A, B int
	Kind Kind // one of BetweenEditions; empty where both state the same, and of what a digest left out
}

// SideBySide pairs the figures of two editions of one report, neither of them empty: what states the same, then what stands
// at the same place and states something else. Every figure of both stands in exactly one row; the rows follow the first
// edition, and what the second alone states stands before what follows it there.
func SideBySide(a, b []data.Figure) []Row {
	x := align(a, b)
	kinds := map[int]Kind{} // by index into a
	index := map[string]int{}
	for i, f := range a {
		index[f.ID] = i
	}
	for _, f := range x.conflicts() {
		kinds[index[f.Figures[0]]] = f.Kind
	}
	alone := func(of, other []data.Figure) Kind {
		if other[0].Digest && !of[0].Digest {
			return ""
		}
		return OnlyInOneEdition
	}
	rows := make([]Row, 0, len(a))
	next := 0
	onlyB := func(to int) {
		for ; next < to; next++ {
			if x.ofB[next] < 0 {
				rows = append(rows, Row{-1, next, alone(b, a)})
			}
		}
	}
	for i, j := range x.ofA {
		if j < 0 {
			rows = append(rows, Row{i, -1, alone(a, b)})
			continue
		}
		onlyB(j)
		rows = append(rows, Row{i, j, kinds[i]})
	}
	onlyB(len(b))
	return rows
}

// An alignment holds, for each figure of either edition, the index of its partner in the other, -1 where it has none.
type alignment struct {
	a, b       []data.Figure
	ofA, ofB   []int
	paragraphs map[string]string // of a: the paragraph of b that says the same
}

func align(a, b []data.Figure) *alignment {
	x := &alignment{a: a, b: b, ofA: make([]int, len(a)), ofB: make([]int, len(b)), paragraphs: map[string]string{}}
	for i := range x.ofA {
		x.ofA[i] = -1
	}
	for j := range x.ofB {
		x.ofB[j] = -1
	}
	inB := map[string]bool{}
	for _, g := range b {
		inB[g.Paragraph] = true
	}
	for _, f := range a {
		if inB[f.Paragraph] {
			x.paragraphs[f.Paragraph] = f.Paragraph
		}
	}
	x.within()
	x.across()
	x.within()
	return x
}

// within pairs the figures left over that state one quantity in paragraphs that answer to each other.
func (x *alignment) within() {
	waiting := map[string][]int{}
	for j, g := range x.b {
		if x.ofB[j] < 0 {
			waiting[g.Paragraph] = append(waiting[g.Paragraph], j)
		}
	}
	for i, f := range x.a {
		here, ok := x.paragraphs[f.Paragraph]
		if !ok || x.ofA[i] >= 0 {
			continue
		}
		best, score := -1, 0
		for k, j := range waiting[here] {
			if g := x.b[j]; alike(f, g) && fit(f, g) > score {
				best, score = k, fit(f, g)
			}
		}
		if best >= 0 {
			j := waiting[here][best]
			x.ofA[i], x.ofB[j] = j, i
			waiting[here] = append(waiting[here][:best:best], waiting[here][best+1:]...)
		}
	}
}

// across pairs the figures left over that state one telling number in any paragraph, the nearest in the run of the
// report, and notes which paragraphs answer to each other by most of these pairs.
func (x *alignment) across() {
	waiting := map[string][]int{}
	for j, g := range x.b {
		if x.ofB[j] < 0 && telling(g.Quantity) {
			waiting[key(g.Quantity)] = append(waiting[key(g.Quantity)], j)
		}
	}
	votes := map[string]map[string]int{}
	for i, f := range x.a {
		if x.ofA[i] >= 0 || !telling(f.Quantity) {
			continue
		}
		best, distance := -1, 2.0
		for k, j := range waiting[key(f.Quantity)] {
			g := x.b[j]
			if d := apart(i, len(x.a), j, len(x.b)); alike(f, g) && d < distance && fit(f, g) > 1 {
				best, distance = k, d
			}
		}
		if best < 0 {
			continue
		}
		all := waiting[key(f.Quantity)]
		j := all[best]
		x.ofA[i], x.ofB[j] = j, i
		waiting[key(f.Quantity)] = append(all[:best:best], all[best+1:]...)
		if votes[f.Paragraph] == nil {
			votes[f.Paragraph] = map[string]int{}
		}
		votes[f.Paragraph][x.b[j].Paragraph]++
	}
	stay := map[string]int{}
	for i, j := range x.ofA {
		if j >= 0 && x.a[i].Paragraph == x.b[j].Paragraph {
			stay[x.a[i].Paragraph]++
		}
	}
	for from, to := range votes {
		for paragraph, n := range to {
			if n > stay[from] {
				x.paragraphs[from] = paragraph
				stay[from] = n
			}
		}
	}
}

// conflicts tells which numbers changed places and which are said of other things, and pairs what is left over in paragraphs that answer to each other, in order and between the same neighbours:
// the editions say something else there.
func (x *alignment) conflicts() []Finding {
	findings := x.exchanged()
	settled := map[string]bool{}
	for _, f := range findings {
		settled[f.Figures[0]] = true
	}
	for i, j := range x.ofA {
		if j >= 0 && !settled[x.a[i].ID] && contrary(x.a[i], x.b[j]) {
			findings = append(findings, found(MeaningDiffers, x.a[i].ID, x.b[j].ID))
		}
	}
	of := map[string][]int{} // by paragraph of b
	for j, g := range x.b {
		of[g.Paragraph] = append(of[g.Paragraph], j)
	}
	for i, f := range x.a {
		here, ok := x.paragraphs[f.Paragraph]
		if !ok || x.ofA[i] >= 0 {
			continue
		}
		chosen, kind := -1, NumberDiffers
		for _, j := range of[here] {
			g := x.b[j]
			if x.ofB[j] >= 0 || likeness(f, g) < 2 && !otherUnit(f, g) {
				continue
			}
			if number(f, g) {
				chosen, kind = j, HedgeDiffers
				if otherUnit(f, g) {
					kind = UnitDiffers
				}
				break
			}
			if likeness(f, g) < 2 {
				continue
			}
			if chosen < 0 && x.between(i, j) {
				chosen = j
			}
		}
		if chosen >= 0 {
			x.ofA[i], x.ofB[chosen] = chosen, i
			findings = append(findings, found(kind, f.ID, x.b[chosen].ID))
		}
	}
	return findings
}

// between tells whether the nearest pair before a[i] in its paragraph stands before b[j], and the nearest behind it behind.
func (x *alignment) between(i, j int) bool {
	for k := i - 1; k >= 0 && x.a[k].Paragraph == x.a[i].Paragraph; k-- {
		if x.ofA[k] >= 0 && x.b[x.ofA[k]].Paragraph == x.b[j].Paragraph {
			if x.ofA[k] > j {
				return false
			}
			break
		}
	}
	for k := i + 1; k < len(x.a) && x.a[k].Paragraph == x.a[i].Paragraph; k++ {
		if x.ofA[k] >= 0 && x.b[x.ofA[k]].Paragraph == x.b[j].Paragraph {
			return x.ofA[k] > j
		}
	}
	return true
}

// nearest is the partner of the figure of the same paragraph that stands nearest to a[i]; else the first figure of the
// paragraph of b that answers; -1 where that has none.
func (x *alignment) nearest(i int) int {
	for d := 1; d < 12; d++ {
		for _, k := range []int{i - d, i + d} {
			if k >= 0 && k < len(x.a) && x.a[k].Paragraph == x.a[i].Paragraph && x.ofA[k] >= 0 {
				return x.ofA[k]
			}
		}
	}
	here, ok := x.paragraphs[x.a[i].Paragraph]
	for j := range x.b {
		if ok && x.b[j].Paragraph == here {
			return j
		}
	}
	return -1
}

// reversed is the alignment seen from the other edition.
func (x *alignment) reversed() *alignment {
	y := &alignment{a: x.b, b: x.a, ofA: x.ofB, ofB: x.ofA, paragraphs: map[string]string{}}
	for from, to := range x.paragraphs {
		y.paragraphs[to] = from
	}
	return y
}

// apart is how far two places lie from each other in the run of their editions, 0 to 1.
func apart(i, n, j, m int) float64 {
	d := float64(i)/float64(n) - float64(j)/float64(m)
	return max(d, -d)
}
