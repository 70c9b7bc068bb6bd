package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// fact is one row of facts-series.json: a quantity known of a report of the series, with the words that state it.
type fact struct {
	Symbol           string
	Paragraph        *string // null for what is known at second hand
	Known            string  // report, annex or second_hand
	Source           *string // of what is known at second hand: the site that published it
	Value, Low, High *data.Decimal
	Bound            data.Bound
	Unit, Measure    string
	Place, Group     *string
	AsOf             *string `json:"as_of"`
	Counted          *string
	Words, Text      map[string]string // by language: the quantity, and the sentence that holds it
}

// seriesFacts saves what is known of the other reports of the series: an edition of facts for each, in both languages,
// labelled as Figurebook's own like a digest. The report's own text takes its place.
func (l *Library) seriesFacts(ctx context.Context) error {
	raw, err := builtin.Files.ReadFile("facts-series.json")
	if err != nil {
		return err
	}
	var facts []fact
	if err := json.Unmarshal(raw, &facts); err != nil {
		return fmt.Errorf("facts-series.json: %w", err)
	}
	var symbols []string
	bySymbol := map[string][]fact{}
	for _, f := range facts {
		if bySymbol[f.Symbol] == nil {
			symbols = append(symbols, f.Symbol)
		}
		bySymbol[f.Symbol] = append(bySymbol[f.Symbol], f)
	}
	for _, symbol := range symbols {
		for _, language := range []string{"en", "zh"} {
			report, figures := l.edition(symbol, language, bySymbol[symbol])
			if _, err := l.Save(ctx, report, extraction.Result{Figures: figures}, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

var editionTitles = map[string]string{"en": "What is known of %s", "zh": "关于 %s 的已知事实"}

// edition makes a report of facts: a paragraph for each paragraph that states some, then what is known at second hand.
func (l *Library) edition(symbol, language string, facts []fact) (*data.Report, []data.Figure) {
	r := &data.Report{
		Symbol: symbol, Language: language, Title: fmt.Sprintf(editionTitles[language], symbol), Digest: true,
		Sections: []data.Section{}, Paragraphs: []data.Paragraph{}, Footnotes: []data.Footnote{}, Notes: []data.Note{},
	}
	for _, known := range seriesReports() {
		if known.Symbol == symbol {
			r.Date, r.Period = known.Date, known.Period
		}
	}
	at := map[string]int{}
	seen := map[string]int{}
	var figures []data.Figure
	for _, f := range facts {
		number := "s1"
		if f.Paragraph != nil {
			number = *f.Paragraph
			if f.Known == "annex" {
				number = "annex/" + number
			}
		}
		i, ok := at[number]
		if !ok {
			i = len(r.Paragraphs)
			at[number] = i
			r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: number})
		}
		p := &r.Paragraphs[i]
		if p.Text != "" && language != "zh" {
			p.Text += " "
		}
		start := utf8.RuneCountInString(p.Text)
		sentence, words := f.Text[language], f.Words[language]
		p.Text += sentence
		from := start + utf8.RuneCountInString(sentence[:strings.LastIndex(sentence, words)])
		key := r.Key() + "|" + number + "|" + f.Measure + "|" + words
		seen[key]++
		sum := sha256.Sum256([]byte(fmt.Sprintf("%s|%d", key, seen[key])))
		figure := data.Figure{
			ID: hex.EncodeToString(sum[:6]), Report: &r.Symbol, Edition: r.Key(), Language: language, Paragraph: number, Text: words, Start: from, End: from + utf8.RuneCountInString(words), Sentence: sentence,
			Quantity: data.Quantity{Value: f.Value, Low: f.Low, High: f.High, Bound: f.Bound, Unit: f.Unit}, Measure: f.Measure, Place: f.Place, Group: f.Group, AsOf: f.AsOf, Source: f.Source,
			Confidence: 1, Status: data.Found, Period: r.Period, Digest: true, Known: f.Known,
		}
		if f.Counted != nil {
			figure.Population = l.Words.Population(*f.Counted)
		}
		if f.Place != nil {
			figure.Region = l.regionOf(*f.Place)
		}
		if f.AsOf == nil && r.Period != "" {
			figure.AsOf = &r.Period
		}
		figures = append(figures, figure)
	}
	return r, figures
}

// regionOf is the region of a place, or of the State that its name ends with.
func (l *Library) regionOf(place string) string {
	for {
		if region := l.Words.RegionOf(place); region != "" {
			return region
		}
		_, parent, ok := strings.Cut(place, ", ")
		if !ok {
			return ""
		}
		place = parent
	}
}
