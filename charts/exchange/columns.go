package exchange

import (
	"strconv"
	"strings"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// kind is what a column holds.
type kind int

const (
	words   kind = iota
	decimal      // an exact decimal number
	share        // between 0 and 1
	count        // an integer
	truth        // true or false
	day          // a date, 2020-12-31
)

// column is one field of a figure in a table. Its heading in words is the translation "exchange.column." + name, what it
// means "exchange.meaning." + name.
type column struct {
	name  string
	kind  kind
	terms vocabulary.Kind // the list whose canonical names stand in it; "" for other words
	hxl   string          // its HXL hashtag, https://hxlstandard.org/standard/1-1final/dictionary/
	value func(f data.Figure, s Set) string
}

// columns are the table of figures, what says the figure first. The names are those of data.Figure in JSON, and of what
// is derived from it.
var columns = []column{
	{"id", words, "", "#meta+id", func(f data.Figure, _ Set) string { return f.ID }},
	{"quantity", words, "", "#indicator+value+text", func(f data.Figure, s Set) string {
		return charts.Plain(charts.QuantityText(f.Quantity, s.Words, s.Vocabulary))
	}},
	{"value", decimal, "", "#indicator+value+num", func(f data.Figure, _ Set) string { return number(f.Value) }},
	{"low", decimal, "", "#indicator+value+min+num", func(f data.Figure, _ Set) string { return number(f.Low) }},
	{"high", decimal, "", "#indicator+value+max+num", func(f data.Figure, _ Set) string { return number(f.High) }},
	{"bound", words, "", "#indicator+value+bound", func(f data.Figure, _ Set) string { return string(f.Bound) }},
	{"hedge", words, "", "#indicator+value+hedge", func(f data.Figure, _ Set) string { return f.Hedge }},
	{"text", words, "", "#indicator+value+printed", func(f data.Figure, _ Set) string { return f.Text }},
	{"unit", words, vocabulary.Unit, "#indicator+unit", func(f data.Figure, _ Set) string { return f.Unit }},
	{"per", words, "", "#indicator+unit+per", func(f data.Figure, _ Set) string { return f.Per }},
	{"measure", words, vocabulary.Measure, "#indicator+code", func(f data.Figure, _ Set) string { return f.Measure }},
	{"subject", words, "", "#indicator+subject", func(f data.Figure, _ Set) string { return f.Subject }},
	{"counted", words, "", "#indicator+name+printed", func(f data.Figure, _ Set) string { return f.Counted }},
	{"population", words, "", "#population+type", func(f data.Figure, _ Set) string { return f.Population }},
	{"place", words, vocabulary.Place, "#loc+name", func(f data.Figure, _ Set) string { return text(f.Place) }},
	{"place_iso3", words, "", "#country+code+v_iso3", func(f data.Figure, s Set) string { return place(f, s).ISO3 }},
	{"place_m49", words, "", "#region+code+v_m49", func(f data.Figure, s Set) string { return place(f, s).M49 }},
	{"place_code_of", words, vocabulary.Place, "#region+name+v_m49", func(f data.Figure, s Set) string {
		_, of := s.Vocabulary.Code(text(f.Place))
		return of
	}},
	{"region", words, vocabulary.Region, "#region+name", func(f data.Figure, _ Set) string { return f.Region }},
	{"group", words, vocabulary.Group, "#group+name", func(f data.Figure, _ Set) string { return text(f.Group) }},
	{"as_of", words, "", "#date+asof+term", func(f data.Figure, _ Set) string { return text(f.AsOf) }},
	{"as_of_start", day, "", "#date+asof+start", func(f data.Figure, _ Set) string {
		start, _ := span(text(f.AsOf))
		return start
	}},
	{"as_of_end", day, "", "#date+asof+end", func(f data.Figure, _ Set) string {
		_, end := span(text(f.AsOf))
		return end
	}},
	{"period", words, "", "#date+reported", func(f data.Figure, _ Set) string { return f.Period }},
	{"report", words, "", "#meta+source+code", func(f data.Figure, _ Set) string { return text(f.Report) }},
	{"edition", words, "", "#meta+source+edition", func(f data.Figure, _ Set) string { return f.Edition }},
	{"language", words, "", "#meta+source+lang", func(f data.Figure, _ Set) string { return f.Language }},
	{"paragraph", words, "", "#meta+source+paragraph", func(f data.Figure, _ Set) string { return f.Paragraph }},
	{"citation", words, "", "#meta+source+citation", func(f data.Figure, s Set) string { return charts.Cite(f, s.Words) }},
	{"sentence", words, "", "#description+sentence", func(f data.Figure, _ Set) string { return f.Sentence }},
	{"start", count, "", "#meta+source+start", func(f data.Figure, _ Set) string { return strconv.Itoa(f.Start) }},
	{"end", count, "", "#meta+source+end", func(f data.Figure, _ Set) string { return strconv.Itoa(f.End) }},
	{"source", words, "", "#meta+attribution", func(f data.Figure, _ Set) string { return text(f.Source) }},
	{"quoted_from", words, "", "#meta+source+quoted", func(f data.Figure, _ Set) string { return f.QuotedFrom }},
	{"part_of", words, "", "#meta+id+total", func(f data.Figure, _ Set) string { return f.PartOf }},
	{"compares_with", words, "", "#meta+id+pair", func(f data.Figure, _ Set) string { return f.ComparesWith }},
	{"same_as", words, "", "#meta+id+same", func(f data.Figure, _ Set) string { return f.SameAs }},
	{"confidence", share, "", "#meta+confidence+num", func(f data.Figure, _ Set) string { return strconv.FormatFloat(f.Confidence, 'f', -1, 64) }},
	{"status", words, "", "#status+review", func(f data.Figure, _ Set) string { return string(f.Status) }},
	{"changed", words, "", "#status+corrected", func(f data.Figure, _ Set) string { return strings.Join(f.Changed, " ") }},
	{"known", words, "", "#meta+known", func(f data.Figure, _ Set) string { return f.Known }},
	{"digest", truth, "", "#meta+summary", func(f data.Figure, _ Set) string { return strconv.FormatBool(f.Digest) }},
	{"aside", truth, "", "#meta+aside", func(f data.Figure, _ Set) string { return strconv.FormatBool(f.Aside) }},
	{"superseded_by", words, "", "#meta+source+superseded", func(f data.Figure, _ Set) string { return f.SupersededBy }},
	{"corrected_by", words, "", "#meta+source+corrected", func(f data.Figure, _ Set) string { return f.CorrectedBy }},
}

func number(d *data.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func place(f data.Figure, s Set) vocabulary.Code {
	code, _ := s.Vocabulary.Code(text(f.Place))
	return code
}
