package briefing

import (
	"fmt"
	"slices"
	"strings"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// document is the briefing as one text.
func (b *Briefing) document() (office.Document, error) {
	say := b.Words.Say
	d := office.Document{Title: say("briefing.title"), Language: b.Words.Short(), Footer: say("export.footer")}
	var err error
	if d.Custom, err = export.Custom(b.charts...); err != nil {
		return d, err
	}
	add := func(blocks ...office.Block) { d.Blocks = append(d.Blocks, blocks...) }
	add(office.Heading{Level: 0, Text: d.Title})
	for _, line := range b.cover() {
		add(office.Paragraph{Runs: office.Plain(line)})
	}
	add(office.Paragraph{Runs: office.Plain(say("briefing.disclaimer")), Small: true})
	if len(b.Keys) > 0 {
		add(office.Heading{Level: 1, Text: say("briefing.keys")}, office.Paragraph{Runs: office.Plain(say("briefing.keys.note")), Small: true}, b.keyTable(len(b.Keys), true))
	}
	add(office.PageBreak{}, office.Heading{Level: 1, Text: say("briefing.charts")})
	for i, c := range b.charts {
		blocks, err := export.Blocks(c, i+1, b.options())
		if err != nil {
			return d, err
		}
		add(office.Heading{Level: 2, Text: c.Title})
		add(blocks...)
	}
	add(office.Heading{Level: 1, Text: say("briefing.caveats")})
	for _, line := range b.caveats() {
		add(office.Item{Runs: office.Plain(line)})
	}
	add(office.PageBreak{}, office.Heading{Level: 1, Text: say("briefing.figures")}, b.figureTable(b.figures))
	return d, nil
}

// cover says what the briefing is of.
func (b *Briefing) cover() []string {
	say := b.Words.Say
	var lines []string
	if b.Edition != "" {
		lines = append(lines, b.Edition, say("briefing.edition", charts.DateText(b.Date, b.Words)))
	}
	reports := map[string]bool{}
	for _, f := range b.figures {
		reports[reportOf(f)] = true
	}
	return append(lines, say("briefing.counts", len(b.figures), len(reports)))
}

// keyTable is the first so many key figures; with notes their citations are footnotes, else a column.
func (b *Briefing) keyTable(n int, notes bool) office.Table {
	say := b.Words.Say
	t := office.Table{Head: []string{say("export.column.what"), say("briefing.now"), say("briefing.before"), say("briefing.change")}, Shares: []float64{0.31, 0.24, 0.24, 0.21}}
	for _, k := range b.Keys[:n] {
		now := []office.Run{{Text: k.Now, Bold: true}, {Text: " (" + k.When + ")"}}
		if notes {
			now[1].Note = k.Citation
		}
		t.Rows = append(t.Rows, [][]office.Run{office.Plain(k.Name), now, office.Plain(k.Before + " (" + k.Since + ")"), office.Plain(k.Change)})
	}
	return t
}

// figureTable is a table of figures with what they count, when, and where they are stated.
func (b *Briefing) figureTable(figures []data.Figure) office.Table {
	say, language := b.Words.Say, b.Words.Short()
	t := office.Table{Head: []string{say("export.column.what"), say("exchange.column.quantity"), say("exchange.column.as_of"), say("exchange.column.citation")}, Shares: []float64{0.36, 0.2, 0.17, 0.27}}
	for _, f := range figures {
		what := []string{b.Vocabulary.Label(vocabulary.Measure, f.Measure, language)}
		for _, p := range []struct {
			term *string
			kind vocabulary.Kind
		}{{f.Group, vocabulary.Group}, {f.Place, vocabulary.Place}} {
			if p.term != nil && *p.term != "" {
				what = append(what, b.Vocabulary.Label(p.kind, *p.term, language))
			}
		}
		if f.Population != "" {
			what = append(what, b.Vocabulary.PopulationLabel(f.Population, language))
		}
		asOf := ""
		if f.AsOf != nil {
			asOf = charts.DateText(*f.AsOf, b.Words)
		}
		quantity := charts.QuantityText(f.Quantity, b.Words, b.Vocabulary)
		if quantity == "" {
			quantity = f.Text
		}
		t.Rows = append(t.Rows, [][]office.Run{office.Plain(strings.Join(what, " · ")), office.Plain(quantity), office.Plain(asOf), office.Plain(charts.Cite(f, b.Words))})
	}
	return t
}

// mostFindings is how many findings are told one by one.
const mostFindings = 30

// caveats are what a reader must know before she uses a number: what was not read, how it is known, and where figures
// disagree.
func (b *Briefing) caveats() []string {
	say := b.Words.Say
	var all []string
	digests, known := []string{}, map[string]bool{}
	second, vague := 0, 0
	for _, f := range b.figures {
		known[reportOf(f)] = true
		if f.Digest && !slices.Contains(digests, reportOf(f)) {
			digests = append(digests, reportOf(f))
		}
		if f.Known == "second_hand" {
			second++
		}
		if f.Bound == data.Indefinite {
			vague++
		}
	}
	separator := ", "
	if b.Words.Short() == "zh" {
		separator = "、"
	}
	if len(digests) > 0 {
		all = append(all, say("briefing.caveat.digest", strings.Join(digests, separator)))
	}
	if second > 0 {
		all = append(all, say("briefing.caveat.second_hand", second))
	}
	if vague > 0 {
		all = append(all, say("briefing.caveat.vague", vague))
	}
	var unknown []string
	for _, symbol := range b.Listed {
		if !known[symbol] {
			unknown = append(unknown, symbol)
		}
	}
	if len(unknown) > 0 {
		all = append(all, say("briefing.caveat.unknown", strings.Join(unknown, separator)))
	}
	all = append(all, b.findings()...)
	if lacking := b.lacking(all); lacking != "" {
		all = append(all, say("briefing.caveat.lacking", lacking))
	}
	return all
}

// lacking names the characters of the briefing's text that the font of its pages lacks, with their numbers, since the pages show a
// square in their place.
func (b *Briefing) lacking(caveats []string) string {
	texts := slices.Clone(caveats)
	for _, table := range []office.Table{b.keyTable(len(b.Keys), true), b.figureTable(b.figures)} {
		for _, row := range table.Rows {
			for _, cell := range row {
				for _, run := range cell {
					texts = append(texts, run.Text, run.Note)
				}
			}
		}
	}
	var names []string
	for _, r := range charts.Lacking(texts...) {
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return strings.Join(names, ", ")
}

func (b *Briefing) findings() []string {
	say := b.Words.Say
	byID := map[string]data.Figure{}
	for _, f := range b.Figures {
		byID[f.ID] = f
	}
	var all []string
	for i, finding := range b.Findings {
		if i == mostFindings {
			all = append(all, say("briefing.findings.more", len(b.Findings)-mostFindings))
			break
		}
		var stated []string
		for _, id := range finding.Figures {
			if f, ok := byID[id]; ok {
				stated = append(stated, fmt.Sprintf("%s (%s)", charts.QuantityText(f.Quantity, b.Words, b.Vocabulary), charts.Cite(f, b.Words)))
			}
		}
		all = append(all, say("briefing.finding", say("finding."+string(finding.Kind)), strings.Join(stated, say("chart.separator"))))
	}
	if len(b.Findings) == 0 {
		all = append(all, say("briefing.findings.none"))
	}
	return all
}
