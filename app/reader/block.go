package reader

import (
	"slices"
	"strconv"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/editions"
)

// Text is an edition to be set: a report, its figures, and the numbers in it that were not taken as figures.
type Text struct {
	Report   *data.Report
	Figures  []data.Figure
	Refusals []data.Refusal
	Label    string // what stands above a digest
	Notes    string // the heading above the footnotes
}

// kind is what a block is, for pairing the blocks of two editions.
type kind byte

const (
	label kind = iota
	title
	heading
	paragraph
	table
	notesHeading
	footnote
)

// ref names a block by its kind and its index in the report's slice of that kind.
type ref struct {
	kind  kind
	index int
}

// A block is one thing that is set: the title, a heading, a paragraph, a footnote, a row of a table.
type block struct {
	ref       ref
	edition   string // key of its report
	paragraph string // number, for a paragraph or footnote; "section:" and the path for a heading
	number    string // shown in the margin
	text      []rune
	words     string  // text, as a string
	size      float32 // relative to running text
	above     float32 // distance from the block above, relative to running text
	bold      bool
	figures   []data.Figure
	refusals  []data.Refusal
	marks     []mark
	row       int // blocks of two editions that belong together stand in one row
	column    int // 0, or 1 for the edition beside
}

// A mark is a footnote's mark in a block's text, which is set raised, and the footnote's text.
type mark struct {
	from, to int
	note     string
}

// blocks are what a text has to be set, in its order, one a row.
func blocks(t Text) []block {
	r := t.Report
	figures, refusals := map[string][]data.Figure{}, map[string][]data.Refusal{}
	for _, f := range t.Figures {
		figures[f.Paragraph] = append(figures[f.Paragraph], f)
	}
	for _, f := range t.Refusals {
		refusals[f.Paragraph] = append(refusals[f.Paragraph], f)
	}
	var all []block
	add := func(b block) {
		b.text, b.edition, b.row = []rune(b.words), r.Key(), len(all)
		b.figures, b.refusals = figures[b.paragraph], refusals[b.paragraph]
		all = append(all, b)
	}
	if r.Digest {
		add(block{ref: ref{label, 0}, words: t.Label, size: 0.87, bold: true, above: 0.5})
	}
	add(block{ref: ref{title, 0}, words: r.Title, size: 1.33, bold: true, above: 0.7})
	tables(r, "", add)
	for _, part := range Order(r) {
		if part.Heading {
			s := r.Sections[part.Index]
			number := s.Number
			if number != "" {
				number += ". "
			}
			add(block{ref: ref{heading, part.Index}, words: number + s.Title, size: 1.14 - 0.07*float32(min(s.Level, 3)-1), bold: true, above: 1.2, paragraph: "section:" + s.Path})
			continue
		}
		p := r.Paragraphs[part.Index]
		add(block{ref: ref{paragraph, part.Index}, paragraph: p.Number, number: printed(p.Number), words: p.Text, size: 1, above: 0.7, marks: marks(r, p)})
		tables(r, p.Number, add)
	}
	if len(r.Footnotes) > 0 {
		add(block{ref: ref{notesHeading, 0}, words: t.Notes, size: 1, bold: true, above: 1.6})
	}
	for i, f := range r.Footnotes {
		add(block{ref: ref{footnote, i}, paragraph: f.ID(), number: f.Printed(), words: f.Text, size: 0.85, above: 0.4})
	}
	return all
}

// printed is a paragraph's number as it is shown in the margin: nothing for one that the report does not number.
func printed(number string) string {
	own := number[strings.LastIndex(number, "/")+1:]
	if strings.HasPrefix(own, "u") {
		return ""
	}
	return own
}

// Part is a heading or a paragraph of a report.
type Part struct {
	Heading bool
	Index   int // in Report.Sections or Report.Paragraphs
}

// Order are the headings and paragraphs of a report in the order in which they are read: a heading before the first
// paragraph of its section, or of a section within it.
func Order(r *data.Report) []Part {
	var order []Part
	next := 0
	path := map[string]int{}
	for i, s := range r.Sections {
		path[s.Path] = i
	}
	for i, p := range r.Paragraphs {
		last := -1
		if at, ok := path[p.Section]; ok {
			last = at
		}
		for ; next <= last; next++ {
			order = append(order, Part{Heading: true, Index: next})
		}
		order = append(order, Part{Index: i})
	}
	for ; next < len(r.Sections); next++ { // those without paragraphs, at the end
		order = append(order, Part{Heading: true, Index: next})
	}
	return order
}

func tables(r *data.Report, behind string, add func(block)) {
	for i, t := range r.Tables {
		if t.Paragraph != behind {
			continue
		}
		name := r.TableName(i)
		if t.Title != "" {
			add(block{ref: ref{table, i << 20}, paragraph: name, words: t.Title, size: 0.93, above: 0.9, bold: true})
		}
		for n := range t.Rows {
			words, _ := t.Text(n)
			add(block{ref: ref{table, i<<20 | n + 1}, paragraph: name + "/" + strconv.Itoa(n+1), words: words, size: 0.87, above: 0.25, bold: n < max(1, t.Heads)})
		}
	}
}

// marks are the footnote marks in a paragraph, in their order.
func marks(r *data.Report, p data.Paragraph) []mark {
	var all []mark
	for _, f := range r.Footnotes {
		if f.Paragraph == p.Number && f.End > f.Start {
			all = append(all, mark{f.Start, f.End, f.Text})
		}
	}
	slices.SortFunc(all, func(a, b mark) int { return a.from - b.from })
	return all
}

// beside puts the blocks of a second edition beside those of a first: what belongs together in one row, the rest in rows
// of its own.
func beside(a, b []block, together editions.Alignment) []block {
	partner := map[ref]ref{{label, 0}: {label, 0}, {title, 0}: {title, 0}, {notesHeading, 0}: {notesHeading, 0}}
	for _, k := range []struct {
		kind  kind
		pairs []editions.Pair
	}{{heading, together.Sections}, {paragraph, together.Paragraphs}, {footnote, together.Footnotes}} {
		for _, p := range k.pairs {
			if p.A >= 0 && p.B >= 0 {
				partner[ref{k.kind, p.A}] = ref{k.kind, p.B}
			}
		}
	}
	at := map[ref]int{}
	for i := range b {
		at[b[i].ref] = i
	}
	var all []block
	row, taken := 0, 0
	put := func(x block, column int) {
		x.row, x.column = row, column
		all = append(all, x)
	}
	for _, x := range a {
		i, ok := at[partner[x.ref]]
		if _, has := partner[x.ref]; !has || !ok || i < taken {
			put(x, 0)
			row++
			continue
		}
		for ; taken < i; taken++ {
			put(b[taken], 1)
			row++
		}
		put(x, 0)
		put(b[i], 1)
		taken = i + 1
		row++
	}
	for ; taken < len(b); taken++ {
		put(b[taken], 1)
		row++
	}
	return all
}
