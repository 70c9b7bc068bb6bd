package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// Cite is the citation of paragraphs of a report in the United Nations' manner: "Twelfth report of the Secretary-General
// on … (S/2021/98), paras. 13 and 20". Figurebook's own summary is called one. Paragraphs are named as data.Figure names them.
func Cite(r data.Report, paragraphs []string, w *translations.Words) string {
	title, symbol := strings.TrimSpace(r.Title), r.Symbol
	var text string
	switch {
	case r.Digest:
		title = ""
		fallthrough
	case title == "":
		text = symbol
	case symbol == "":
		text = title
	default:
		text = w.Say("citation.title", title, symbol)
	}
	for _, p := range charts.Paragraphs(paragraphs, w) {
		text = w.Say("citation.part", text, p)
	}
	if r.Digest {
		text = w.Say("citation.digest", text)
	}
	return text
}

// Quote is a figure with its citation, to stand in a text: “more than 7,000 detainees” (S/2021/98, para. 13). The words
// of Figurebook's own summary are no quotation and are not marked as one.
func Quote(f data.Figure, w *translations.Words) string {
	if f.Digest {
		return w.Say("citation.stated", f.Text, charts.Cite(f, w))
	}
	return w.Say("citation.quoted", f.Text, charts.Cite(f, w))
}

// writeCitations writes a line a report, with the paragraphs of its figures, and under it each figure.
func writeCitations(w io.Writer, s Set) error {
	of := s.byEdition()
	for i, r := range s.editions() {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		figures := of[r.key]
		var paragraphs []string
		for _, f := range figures {
			paragraphs = append(paragraphs, f.Paragraph)
		}
		if _, err := fmt.Fprintln(w, Cite(r.Report, paragraphs, s.Words)); err != nil {
			return err
		}
		for _, f := range figures {
			if _, err := fmt.Fprintln(w, "  "+s.note(f)); err != nil {
				return err
			}
		}
	}
	return nil
}

// note is a figure in one line: the quantity with its hedge, the words as printed, and where they stand.
func (s Set) note(f data.Figure) string {
	return s.Words.Say("citation.note", charts.Plain(charts.QuantityText(f.Quantity, s.Words, s.Vocabulary)), Quote(f, s.Words))
}

// author is who wrote a report.
func author(r data.Report) string {
	if r.Digest {
		return "Figurebook"
	}
	return "United Nations"
}

// address is where a document of the United Nations is found; "" where its symbol is unknown.
func address(r data.Report) string {
	if r.Symbol == "" {
		return ""
	}
	return "https://undocs.org/" + r.Language + "/" + r.Symbol
}

// writeRIS writes a reference a report, its figures as notes. SN is the report's number, as Zotero and EndNote take it.
func writeRIS(w io.Writer, s Set) error {
	var b strings.Builder
	line := func(tag, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	of := s.byEdition()
	for _, r := range s.editions() {
		b.WriteString("TY  - RPRT\r\n")
		line("AU", author(r.Report))
		line("TI", r.Title)
		year, _, _ := strings.Cut(r.Date, "-")
		line("PY", year)
		if r.Date != "" {
			line("DA", strings.ReplaceAll(r.Date, "-", "/")+"/")
		}
		line("PB", author(r.Report))
		line("SN", r.Symbol)
		line("LA", r.Language)
		line("UR", address(r.Report))
		for _, f := range of[r.key] {
			line("N1", s.note(f))
		}
		b.WriteString("ER  - \r\n\r\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// cslItem is an item of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author"`
	Publisher string    `json:"publisher"`
	Number    string    `json:"number,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Language  string    `json:"language,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// writeCSL writes an item a report, its figures in the note, one a line.
func writeCSL(w io.Writer, s Set) error {
	items := []cslItem{}
	of := s.byEdition()
	for _, r := range s.editions() {
		var notes []string
		for _, f := range of[r.key] {
			notes = append(notes, s.note(f))
		}
		item := cslItem{
			ID: r.key, Type: "report", Title: r.Title, Author: []cslName{{author(r.Report)}}, Publisher: author(r.Report), Number: r.Symbol,
			Language: r.Language, URL: address(r.Report), Note: strings.Join(notes, "\n"),
		}
		if first, _, ok := days(r.Date); ok && len(r.Date) == len("2006-01-02") {
			item.Issued = &cslDate{[][]int{{first.Year(), int(first.Month()), first.Day()}}}
		}
		items = append(items, item)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(items)
}
