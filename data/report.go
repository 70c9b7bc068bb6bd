// Package data holds the words of the domain: reports and their parts, figures and their quantities. Types and
// small pure methods only; it imports nothing of the project.
package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Report is a document of the United Nations as read from a file.
type Report struct {
	Symbol     string      `json:"symbol"`   // document symbol, "S/2021/98"; empty where unknown
	Language   string      `json:"language"` // BCP 47: "zh", "en", …
	Title      string      `json:"title"`
	Date       string      `json:"date,omitempty"`     // of the document, "2021-02-03"; empty where unknown
	Session    string      `json:"session,omitempty"`  // "Seventy-ninth session", as printed
	Original   string      `json:"original,omitempty"` // BCP 47 tag of the language it was written in
	Period     string      `json:"period,omitempty"`   // reporting period, an as_of term such as "2020-H2" or "2020-07/2020-12"; empty where unknown
	Reissue    int         `json:"reissue,omitempty"`  // which reissue for technical reasons it is; 0 for the first issue
	Digest     bool        `json:"digest,omitempty"`   // true for Figurebook's own summary, which must be labelled as such
	Sections   []Section   `json:"sections"`
	Paragraphs []Paragraph `json:"paragraphs"`
	Footnotes  []Footnote  `json:"footnotes"`
	Tables     []Table     `json:"tables,omitempty"`
	Notes      []Note      `json:"notes"`
	Hash       string      `json:"hash,omitempty"` // SHA-256 of the file's bytes, hexadecimal
}

// Section is one heading of a report.
type Section struct {
	Path   string `json:"path"`   // the numbers from the top, "二.B.1"
	Number string `json:"number"` // as printed, "1"; empty for an unnumbered heading
	Title  string `json:"title"`
	Level  int    `json:"level"` // 1 for the top level
}

// Paragraph is one numbered paragraph, its lines rejoined. Footnote marks stay in Text where they are printed.
type Paragraph struct {
	Number  string `json:"number"`  // as printed, "13"; "annex/13" in an annex; "u1", "u2" … where unnumbered
	Section string `json:"section"` // Path of its section; empty before the first
	Page    int    `json:"page"`    // from 1; 0 where the file has no pages
	Text    string `json:"text"`
}

// Footnote is a note and the place of its mark.
type Footnote struct {
	Number    int    `json:"number"`            // 0 where Mark is not a number
	Mark      string `json:"mark,omitempty"`    // "*" and the like, "a"; "a" or "Source" below a table
	Again     int    `json:"again,omitempty"`   // which of the report's notes with that number or mark it is, where it is not the first: 2, 3 …
	Section   string `json:"section,omitempty"` // path of the section whose heading has the mark
	Paragraph string `json:"paragraph"`         // number of the paragraph with the mark; empty where no mark was found
	Table     int    `json:"table,omitempty"`   // which of the report's tables, from 1, has the mark in a cell; 0 for none
	Start     int    `json:"start"`             // the mark in that paragraph's text, in runes, end exclusive
	End       int    `json:"end"`
	Text      string `json:"text"`
}

// ID is the paragraph name of a footnote's own text in figures, "fn10"; "fn2a" of the note a below the second table, "fn1+2"
// of the second note 1, where numbers begin anew in an annex or on each page.
func (f Footnote) ID() string {
	id := "fn" + f.Printed()
	if f.Table > 0 && f.Mark != "" {
		id = "fn" + itoa(f.Table) + f.Mark
	}
	if f.Again > 1 {
		id += "+" + itoa(f.Again)
	}
	return id
}

// Printed is the mark as it is printed: "10", "*", "a".
func (f Footnote) Printed() string {
	if f.Mark != "" {
		return f.Mark
	}
	return itoa(f.Number)
}

// Note is a reading note: something about the report's structure that a reader should know.
type Note struct {
	Kind      string `json:"kind"`      // a key of the translations below "note.": numbering_gap, footnote_without_mark, unnumbered, …
	Paragraph string `json:"paragraph"` // where, empty for the whole report
	Detail    string `json:"detail"`
}

// Texts are what can be cited of a report, in reading order: the paragraphs, behind each the tables that stand there, row by
// row, and then the footnotes' own texts as paragraphs of their IDs.
func (r *Report) Texts() []Paragraph {
	all := make([]Paragraph, 0, len(r.Paragraphs)+len(r.Footnotes))
	behind := r.tableTexts()
	all = append(all, behind[""]...)
	for _, p := range r.Paragraphs {
		all = append(all, p)
		if p.Number != "" {
			all = append(all, behind[p.Number]...)
			delete(behind, p.Number) // a number that comes twice
		}
	}
	for _, f := range r.Footnotes {
		all = append(all, Paragraph{Number: f.ID(), Text: f.Text})
	}
	return all
}

// Paragraph finds a paragraph, a footnote's text by its ID, or a row of a table by its own, by number.
func (r *Report) Paragraph(number string) (Paragraph, bool) {
	if _, _, ok := InTable(number); ok {
		return r.tableText(number)
	}
	for _, p := range r.Paragraphs {
		if p.Number == number {
			return p, true
		}
	}
	for _, f := range r.Footnotes {
		if f.ID() == number {
			return Paragraph{Number: number, Text: f.Text}, true
		}
	}
	return Paragraph{}, false
}

// Passage is a part of a paragraph from start to end, in runes of its text, as it is quoted: without the footnote marks in it.
func (r *Report) Passage(p Paragraph, start, end int) string {
	return r.PassageOf(p.Number, []rune(p.Text), start, end)
}

// PassageOf is Passage for a paragraph whose text is there in runes already, so that many passages of it cost no more than
// their own length.
func (r *Report) PassageOf(paragraph string, text []rune, start, end int) string {
	start, end = max(0, start), min(end, len(text))
	var marks [][2]int
	for _, f := range r.Footnotes {
		if f.Paragraph == paragraph && f.Table == 0 && f.Start >= start && f.End <= end && f.Start < f.End {
			marks = append(marks, [2]int{f.Start, f.End})
		}
	}
	slices.SortFunc(marks, func(a, b [2]int) int { return a[0] - b[0] })
	var quoted []rune
	for _, m := range marks {
		if m[0] < start { // two footnotes of one mark
			continue
		}
		quoted = append(quoted, text[start:m[0]]...)
		start = m[1]
		for start < end && text[start] == ' ' && len(quoted) > 0 && !spaced(quoted[len(quoted)-1]) {
			start++ // the blank is the mark's own
		}
	}
	return strings.TrimSpace(string(append(quoted, text[start:end]...)))
}

// spaced tells whether a blank follows a rune in print: not after Han, nor after their punctuation.
func spaced(r rune) bool {
	return !unicode.Is(unicode.Han, r) && !strings.ContainsRune("，。；：、！？）》”", r)
}

// SectionTitles are the titles from the top level down to the section at path.
func (r *Report) SectionTitles(path string) []string {
	var titles []string
	for _, s := range r.Sections {
		if s.Path == path || (len(path) > len(s.Path) && path[:len(s.Path)] == s.Path && path[len(s.Path)] == '.') {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// Key names one edition of one report: its symbol, or the start of its hash where the symbol is unknown, and its
// language. A full text and the digest of the same report share it, so that the one takes the other's place.
func (r *Report) Key() string {
	name := r.Symbol
	if name == "" && len(r.Hash) >= 12 {
		name = "file-" + r.Hash[:12]
	}
	return name + "@" + r.Language
}

// Name is what a report is called in a list: its symbol, or its title where it has none.
func (r *Report) Name() string { return cmp.Or(r.Symbol, r.Title, r.Key()) }

// CompareSymbols orders document symbols as their numbers run: S/2019/612 before S/2021/98.
func CompareSymbols(a, b string) int {
	if n := slices.Compare(numbers(a), numbers(b)); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// numbers are the numbers in a text, in their order.
func numbers(text string) []int {
	var all []int
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(part)
		all = append(all, n)
	}
	return all
}
