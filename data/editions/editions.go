// Package editions lays the language editions of one document side by side: which paragraph, section and footnote of
// the one says what which of the other says.
package editions

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// Pair is one part of a document in two editions: indices into the slices of the two reports, -1 where an edition lacks it.
type Pair struct{ A, B int }

// Alignment is what belongs together in two editions, in the order of the document. Every section, paragraph and
// footnote of both stands in exactly one pair.
type Alignment struct{ Sections, Paragraphs, Footnotes []Pair }

// Align lays two editions of one document side by side. Numbered paragraphs belong together by their numbers, annexes by
// their order, sections by the paragraph that they begin with, footnotes by their marks; what has no number, by its order
// and its length between what has one (Gale and Church, "A program for aligning sentences in bilingual corpora",
// Computational Linguistics 19(1), 1993). It is pure, and takes time that grows with the editions' length.
func Align(a, b *data.Report) Alignment {
	return Alignment{
		Sections:   align(sections(a), sections(b)),
		Paragraphs: align(paragraphs(a), paragraphs(b)),
		Footnotes:  align(footnotes(a), footnotes(b)),
	}
}

// Of is the place of the pair with index i of edition A, or of B where inB; -1 where there is none.
func Of(pairs []Pair, i int, inB bool) int {
	return slices.IndexFunc(pairs, func(p Pair) bool { return !inB && p.A == i || inB && p.B == i })
}

// part is something to be aligned. Its key is equal in both editions, or empty where there is none. What finds no equal
// key may be paired by order and length with a part of its own class; a part of class "" is not.
type part struct {
	key, class string
	length     float64 // relative to the whole edition, for what is measured against it
}

func paragraphs(r *data.Report) []part {
	annexes := annexOrder{}
	all := make([]part, len(r.Paragraphs))
	total := 1
	for _, p := range r.Paragraphs {
		total += utf8.RuneCountInString(p.Text)
	}
	for i, p := range r.Paragraphs {
		all[i] = part{key: annexes.key(p.Number), length: float64(utf8.RuneCountInString(p.Text)) / float64(total)}
		if all[i].key == "" {
			all[i].class = "unnumbered"
		}
	}
	return all
}

// annexOrder counts annexes by their names in paragraph numbers: "annex-II" and "annex-二" are both the second.
type annexOrder map[string]int

// key is a paragraph's number as it is in every edition; empty for a paragraph that the document does not number.
func (o annexOrder) key(number string) string {
	annex, own, ok := strings.Cut(number, "/")
	if !ok {
		annex, own = "", number
	}
	if annex != "" {
		if o[annex] == 0 {
			o[annex] = len(o) + 1
		}
		annex = "annex " + strconv.Itoa(o[annex]) + "/"
	}
	if first, _ := utf8.DecodeRuneInString(own); !unicode.IsDigit(first) {
		return ""
	}
	return annex + own
}

// sections are known by their level and the number of their first paragraph.
func sections(r *data.Report) []part {
	annexes := annexOrder{}
	first := map[string]string{}
	for _, p := range r.Paragraphs {
		key := annexes.key(p.Number)
		for at := 0; at <= len(p.Section); at++ {
			if at < len(p.Section) && p.Section[at] != '.' {
				continue
			}
			if path := p.Section[:at]; path != "" && first[path] == "" {
				first[path] = key
			}
		}
	}
	all := make([]part, len(r.Sections))
	taken := map[string]bool{}
	for i, s := range r.Sections {
		key := strconv.Itoa(s.Level) + " " + first[s.Path]
		if first[s.Path] == "" || taken[key] {
			key = ""
		}
		taken[key] = true
		all[i] = part{key, "level " + strconv.Itoa(s.Level), float64(utf8.RuneCountInString(s.Title))}
	}
	return all
}

func footnotes(r *data.Report) []part {
	all := make([]part, len(r.Footnotes))
	for i, f := range r.Footnotes {
		all[i] = part{key: f.ID()}
	}
	return all
}

// align pairs the parts with equal keys that stand in the same order in both, then what stands between them.
func align(a, b []part) []Pair {
	in := map[string]int{}
	for i, p := range b {
		if p.key != "" {
			in[p.key] = i
		}
	}
	var equal []Pair
	for i, p := range a {
		if j, ok := in[p.key]; ok && p.key != "" {
			equal = append(equal, Pair{i, j})
		}
	}
	var pairs []Pair
	fromA, fromB := 0, 0
	for _, anchor := range append(ascending(equal), Pair{len(a), len(b)}) {
		pairs = append(pairs, between(a, b, Pair{fromA, fromB}, anchor)...)
		if anchor.A < len(a) {
			pairs = append(pairs, anchor)
		}
		fromA, fromB = anchor.A+1, anchor.B+1
	}
	return pairs
}

// ascending is the longest chain of pairs in which both indices ascend; pairs ascend by A already.
func ascending(pairs []Pair) []Pair {
	var ends []int // of the best chain of each length, the index of its last pair
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.B, func(end, b int) int { return cmp.Compare(pairs[end].B, b) })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	chain := make([]Pair, len(ends))
	for n, i := len(ends)-1, last(ends); n >= 0; n, i = n-1, before[i] {
		chain[n] = pairs[i]
	}
	return chain
}

func last(s []int) int {
	if len(s) == 0 {
		return -1
	}
	return s[len(s)-1]
}

// missing is the cost of a part that the other edition lacks, against the cost of pairing parts whose lengths are as 1 to e.
const missing = 0.9

// most bounds the work between two anchors; longer stretches are paired by order alone.
const most = 4_000_000

// between pairs what found no equal key by class, order and length.
func between(a, b []part, from, to Pair) []Pair {
	n, m := to.A-from.A, to.B-from.B
	if n == 0 || m == 0 || n*m > most {
		return byOrder(a, b, from, to)
	}
	cost := make([]float64, (n+1)*(m+1))
	at := func(i, j int) *float64 { return &cost[i*(m+1)+j] }
	both := func(i, j int) float64 {
		p, q := a[from.A+i], b[from.B+j]
		if p.class == "" || p.class != q.class {
			return math.Inf(1)
		}
		return math.Abs(math.Log((p.length + 1e-4) / (q.length + 1e-4)))
	}
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			switch {
			case i == n:
				*at(i, j) = missing * float64(m-j)
			case j == m:
				*at(i, j) = missing * float64(n-i)
			default:
				*at(i, j) = min(both(i, j)+*at(i+1, j+1), missing+*at(i+1, j), missing+*at(i, j+1))
			}
		}
	}
	var pairs []Pair
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && *at(i, j) == both(i, j)+*at(i+1, j+1):
			pairs = append(pairs, Pair{from.A + i, from.B + j})
			i, j = i+1, j+1
		case i < n && *at(i, j) == missing+*at(i+1, j), j == m:
			pairs = append(pairs, Pair{from.A + i, -1})
			i++
		default:
			pairs = append(pairs, Pair{-1, from.B + j})
			j++
		}
	}
	return pairs
}

// byOrder pairs the first with the first and so on, as far as their classes let it.
func byOrder(a, b []part, from, to Pair) []Pair {
	var pairs []Pair
	for i, j := from.A, from.B; i < to.A || j < to.B; {
		if i < to.A && j < to.B && a[i].class != "" && a[i].class == b[j].class {
			pairs = append(pairs, Pair{i, j})
			i, j = i+1, j+1
			continue
		}
		if i < to.A {
			pairs = append(pairs, Pair{i, -1})
			i++
		}
		if j < to.B {
			pairs = append(pairs, Pair{-1, j})
			j++
		}
	}
	return pairs
}
