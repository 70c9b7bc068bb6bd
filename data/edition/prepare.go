package edition

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/vocabulary"
)

// Prepared is what is known of one report in one language, ready to be stored: a report labelled as a digest, and its
// figures.
type Prepared struct {
	Report *data.Report
	Result extraction.Result
}

// Prepare reads the digests, finds their figures and gives these what the facts say of them; what no digest states becomes
// a paragraph of its own. What only the press says is left out unless press is true. A fact that a digest should state and
// does not becomes the reading note fact_not_stated of its report: an analyst's own vocabulary may lead the rules astray.
func (e *Edition) Prepare(ctx context.Context, words *vocabulary.Vocabulary, press bool) ([]Prepared, error) {
	all := []Prepared{}
	digested := map[string]bool{}
	for _, d := range e.Digests {
		p, err := e.read(ctx, d, words)
		if err != nil {
			return nil, err
		}
		e.append(&p, words, press)
		digested[p.Report.Key()] = true
		all = append(all, p)
	}
	for _, r := range e.Reports {
		for _, language := range languages {
			p := Prepared{Report: &data.Report{
				Symbol: r.Symbol, Language: language, Title: e.TitleOf(r, language), Date: r.Date, Period: r.Period, Digest: true,
				Sections: []data.Section{}, Paragraphs: []data.Paragraph{}, Footnotes: []data.Footnote{}, Notes: []data.Note{},
			}}
			if digested[p.Report.Key()] || r.Symbol == "" {
				continue
			}
			e.append(&p, words, press)
			if len(p.Result.Figures) > 0 {
				all = append(all, p)
			}
		}
	}
	return all, nil
}

// read reads a digest as any file is read, and gives its figures what the facts say.
func (e *Edition) read(ctx context.Context, d Digest, words *vocabulary.Vocabulary) (Prepared, error) {
	report, err := reading.Read(ctx, strings.NewReader(d.Text), int64(len(d.Text)), d.File, reading.Hints{})
	if err != nil {
		return Prepared{}, err
	}
	if !report.Digest || !slices.ContainsFunc(e.Reports, func(r Listed) bool { return r.Symbol == report.Symbol }) {
		return Prepared{}, fault(d.File, "", fmt.Sprintf("symbol %q", report.Symbol))
	}
	result, err := extraction.Extract(ctx, report, words)
	if err != nil {
		return Prepared{}, err
	}
	taken := make([]bool, len(result.Figures))
	for _, f := range e.Facts {
		if f.Symbol != report.Symbol || len(f.Words) > 0 {
			continue
		}
		at := -1
		for j, g := range result.Figures {
			if !taken[j] && f.states(g) {
				at = j
				break
			}
		}
		if at < 0 {
			detail := fmt.Sprintf("%s %s %s", f.Measure, f.Bound, f.numbers())
			report.Notes = append(report.Notes, data.Note{Kind: "fact_not_stated", Paragraph: f.Paragraph, Detail: detail})
			continue
		}
		taken[at] = true
		f.describe(&result.Figures[at], words)
	}
	return Prepared{report, result}, nil
}

// states tells whether a figure states this fact's quantity in its paragraph.
func (f Fact) states(g data.Figure) bool {
	return g.Paragraph == f.Paragraph && g.Bound == f.Bound && equal(g.Value, f.Value) && equal(g.Low, f.Low) && equal(g.High, f.High)
}

func equal(a, b *data.Decimal) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Cmp(*b) == 0
}

func (f Fact) numbers() string {
	if f.Value != nil {
		return f.Value.String()
	}
	return f.Low.String() + " to " + f.High.String()
}

// describe gives a figure what is known of it. Its words, hedge and place in the text stay as they were found.
func (f Fact) describe(g *data.Figure, words *vocabulary.Vocabulary) {
	g.Unit, g.Per, g.Measure, g.Subject, g.Population, g.QuotedFrom = f.Unit, f.Per, f.Measure, f.Subject[g.Language], f.Population, f.QuotedFrom
	g.Place, g.Group, g.AsOf, g.Known, g.Confidence = f.Place, f.Group, f.AsOf, f.Known, 1
	if f.Source != "" {
		g.Source = &f.Source
	}
	if f.Place != nil {
		if region := words.RegionOf(*f.Place); region != "" {
			g.Region = region
		}
	}
	g.Why = nil // a person said so
}

// append adds the facts that no digest states to a report: each in the paragraph of the report that states it, and what is known at
// second hand in one of its own.
func (e *Edition) append(p *Prepared, words *vocabulary.Vocabulary, press bool) {
	r := p.Report
	seen := map[string]int{}
	for _, f := range e.Facts {
		if f.Symbol != r.Symbol || len(f.Words) == 0 || f.Shown != nil && !*f.Shown && !press {
			continue
		}
		number := f.Paragraph
		switch f.Known {
		case SecondHand:
			number = "s1"
		case InAnnex:
			number = "annex/" + number
		}
		i := slices.IndexFunc(r.Paragraphs, func(p data.Paragraph) bool { return p.Number == number })
		if i < 0 {
			i = len(r.Paragraphs)
			r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: number})
		}
		text := &r.Paragraphs[i].Text
		if *text != "" && r.Language != "zh" {
			*text += " "
		}
		sentence, stated := f.Text[r.Language], f.Words[r.Language]
		start := utf8.RuneCountInString(*text) + utf8.RuneCountInString(sentence[:strings.LastIndex(sentence, stated)])
		*text += sentence
		key := r.Key() + "|" + number + "|" + f.Measure + "|" + stated
		seen[key]++
		sum := sha256.Sum256([]byte(fmt.Sprintf("%s|%d", key, seen[key])))
		g := data.Figure{
			ID: hex.EncodeToString(sum[:6]), Report: &r.Symbol, Edition: r.Key(), Language: r.Language, Paragraph: number,
			Text: stated, Start: start, End: start + utf8.RuneCountInString(stated), Sentence: sentence, Quantity: f.Quantity,
			Counted: f.Counted[r.Language], Status: data.Found, Period: r.Period, Digest: true,
		}
		if read := extraction.Recognise(stated); len(read) > 0 {
			g.Hedge = read[0].Hedge
		}
		f.describe(&g, words)
		if g.AsOf == nil && r.Period != "" {
			g.AsOf = &r.Period
		}
		p.Result.Figures = append(p.Result.Figures, g)
	}
}
