package extraction

import (
	"strings"

	"figurebook.org/figurebook/data"
)

// cell makes a figure of a cell of row n and column c, whose text begins at a place of the row; else it gives the reason why not.
func (r *tableReader) cell(n, c int, text string, at int) (refusal string) {
	column, label := r.columns[c], r.label
	value, ok := r.cellQuantity(text)
	switch {
	case column.refused != "":
		return column.refused
	case !ok:
		return "table_text"
	case column.text == "" || label.text == "":
		return "table_heads"
	case column.planned || label.planned || r.title.planned:
		return "table_planned"
	case bareYear.MatchString(strings.TrimSpace(text)) && !strings.Contains(text, ",") && r.years(c):
		return "date"
	}
	said := r.says(column, label, c)
	if said.refused != "" {
		return said.refused
	}
	if reason := said.unitTo(&value); reason != "" {
		return reason
	}
	if value.Value != nil && value.Value.Cmp(whole(0)) < 0 && !signable(value.Unit) {
		return "table_text"
	}
	for _, h := range []tableHead{column, label, r.title} {
		h.hedges(&value.Quantity)
	}
	f := r.figure(n, column, label, said, value)
	f.Text, f.Start, f.End = string([]rune(text)[value.start:value.end]), at+value.start, at+value.end
	f.Sentence = r.sentence(label, column, text)
	f.ID = r.id(label.text, column.text, f.Text)
	r.room(1)
	r.figures = append(r.figures, f)
	r.rows[n] = append(r.rows[n], cellFigure{row: n, column: c, index: len(r.figures) - 1, cell: value, part: column.part, total: label.total, line: r.section.text})
	return ""
}

// years tells whether all the numbers of a column look like years.
func (r *tableReader) years(c int) bool {
	all, known := r.ofYears[c]
	if !known {
		all = r.allYears(c)
		r.ofYears[c] = all
	}
	return all
}

func (r *tableReader) allYears(c int) bool {
	for n := r.table.Heads; n < len(r.table.Rows); n++ {
		if cell := r.table.Rows[n][c]; cell != "" && !bareYear.MatchString(cell) {
			return false
		}
	}
	return true
}

// sentence is what a cell says, with its heads, as printed.
func (r *tableReader) sentence(label, column tableHead, cell string) string {
	var parts []string
	for _, p := range []string{r.table.Title, r.section.text, label.text, column.text, cell} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " │ ")
}

// labelHead reads what heads row n.
func (r *tableReader) labelHead(n int) tableHead {
	var h tableHead
	var words, texts []string
	parts := r.table.Label(n)
	for i := len(parts) - 1; i >= 0; i-- {
		if len(parts) > 1 && strings.Trim(parts[i], "0123456789.() ") == "" && !bareYear.MatchString(parts[i]) {
			continue // the number of the row
		}
		p := r.headOf(parts[i], true)
		p.refused = ""
		texts = append([]string{parts[i]}, texts...)
		h.over(p)
		if p.words != "" {
			words = append(words, p.words)
		}
	}
	h.text, h.words = strings.Join(texts, ", "), strings.Join(words, ", ")
	return h
}

// A heading is what the heads of a cell say together.
type heading struct {
	noun    tableNoun
	from    string // the head that says what is counted: "column", "row", "title"
	note    unitNote
	subject string
	refused string
	money   bool // its noun counts nothing but money
}

// says puts together what is counted by a cell and in what.
func (r *tableReader) says(column, label tableHead, c int) heading {
	var s heading
	if r.unclear {
		return heading{refused: "table_scale"}
	}
	s.note = column.note
	if s.note == (unitNote{}) {
		s.note = label.note
	}
	titled := s.note == (unitNote{})
	if titled {
		s.note = r.title.note
	}
	if s.note.unclear || column.note.unclear || label.note.unclear || r.title.note.unclear {
		return heading{refused: "table_scale"}
	}
	if !titled && !s.note.scaled && r.title.note.scaled && s.note.unit != "percent" && s.note.unit != "" {
		return heading{refused: "table_scale"} // euros, in a table of thousands of dollars
	}
	if !titled && s.note.scaled && s.note.unit == "" { // (thousands), in a table of dollars
		s.note.unit = r.title.note.unit
	}
	switch {
	case column.change:
		s.noun, s.from = tableNoun{measure: "change", unit: s.note.unit, counted: column.words, known: true}, "column"
		if s.note.unit == "" {
			return heading{refused: "table_measure"} // by how many of what
		}
		s.subject = label.words
	case column.share && r.besideChange(c):
		s.noun, s.from, s.subject = tableNoun{measure: "change", unit: "percent", counted: column.text, known: true}, "column", label.words
	default:
		r.choose(&s, column, label, titled)
	}
	if s.noun.measure == "" && s.refused == "" {
		s.refused = "table_measure"
	}
	return s
}

// besideChange tells whether the column to the left says by how much numbers changed, so that a share is how much that is.
func (r *tableReader) besideChange(c int) bool { return c > 0 && r.columns[c-1].change }

// choose finds the head that names what is counted: that of the column, that of the row, the title.
func (r *tableReader) choose(s *heading, column, label tableHead, titled bool) {
	type source struct{ words, from string }
	sources := []source{{column.words, "column"}, {label.words, "row"}, {titleWords(r.title, r.report.Language), "title"}}
	money := moneyOr(s.note.unit) == "USD"
	if money || s.note.unit == "percent" {
		if !label.note.said() { // what rows are called says for what the money is, and not what it is
			sources[1], sources[2] = sources[2], sources[1]
		}
	}
	for _, from := range sources {
		if from.words == "" || perSomething.MatchString(from.words) {
			continue
		}
		var n tableNoun
		switch {
		case money:
			n = r.amount(from.words)
		case s.note.unit == "percent":
			n = r.portion(from.words)
		default:
			n = r.noun(from.words)
		}
		if s.note.unit == "" && n.measure != "" && r.namedFor(from.words, "USD") == n.measure { // money is not counted by the piece
			n = tableNoun{}
		}
		if n.measure == "" || n.unit == "" && s.note.unit == "" {
			if a := r.amount(from.words); a.known && from.from == "column" {
				s.noun, s.from, s.money = a, from.from, true // the sign in the cell may tell the currency
				break
			}
			continue
		}
		s.noun, s.from = n, from.from
		break
	}
	if money && titled && s.from == "column" { // posts, in a table of dollars
		if n := r.noun(column.words); n.unit != "" && n.known && !r.amountWord(column.words) {
			s.refused = "table_scale"
			return
		}
	}
	r.subject(s, column, label)
}

// amountWord tells words that name an amount of money.
func (r *tableReader) amountWord(words string) bool { return r.namedFor(words, "USD") != "" }

// subject is what of the heads is left to tell one figure of the table from another.
func (r *tableReader) subject(s *heading, column, label tableHead) {
	var left []string
	if s.from != "row" && label.words != "" {
		left = append(left, label.words)
	}
	if s.from != "column" && column.words != "" {
		left = append(left, column.words)
	}
	if more := narrower(s.noun, map[string]string{"column": column.words, "row": label.words, "title": titleWords(r.title, r.report.Language)}[s.from]); more != "" {
		left = append([]string{more}, left...)
	}
	left = append(left, column.more...)
	if r.section.words != "" {
		left = append(left, r.section.words)
	}
	s.subject = strings.Join(left, ", ")
}

// narrower is the words of a head that say more of what is counted than the measure that they give: schools reopened, of which the
// measure is schools. It is empty where they do not.
func narrower(n tableNoun, words string) string {
	counted := strings.ToLower(strings.TrimSpace(n.counted))
	if counted == "" || events[n.measure] || strings.EqualFold(counted, words) || !strings.Contains(strings.ToLower(words), counted) {
		return ""
	}
	if rest := strings.Trim(strings.Replace(strings.ToLower(words), counted, "", 1), " 的人次总数量目"); len([]rune(rest)) < 2 {
		return ""
	}
	return words
}

// unitTo gives a value the unit and scale of its heads, or tells why it cannot.
func (s heading) unitTo(v *cellValue) (refusal string) {
	unit := s.note.unit
	if unit == "" {
		unit = s.noun.unit
	}
	switch {
	case v.Unit == "percent" && unit != "percent":
		return "table_measure" // a share among numbers of something else
	case v.Unit != "" && v.Unit != "percent" && unit != "" && v.Unit != unit:
		return "table_measure" // pounds among dollars
	case v.Unit != "":
		unit = v.Unit
	}
	if unit == "" {
		return "no_unit"
	}
	if v.scaled && s.note.scaled {
		return "table_scale"
	}
	if s.note.scaled && unit != "percent" {
		v.scaledBy(s.note.zeros)
	}
	v.Unit = unit
	return ""
}

// figure is what a cell states.
func (r *tableReader) figure(n int, column, label tableHead, said heading, value cellValue) data.Figure {
	f := data.Figure{
		Report: r.symbol, Language: r.report.Language, Edition: r.edition, Paragraph: r.row(n), Section: r.table.Section, Quantity: value.Quantity,
		Measure: said.noun.measure, Counted: said.noun.counted, Subject: said.subject, Population: said.noun.population,
		Status: data.Found, Period: r.report.Period, Digest: r.report.Digest, Why: map[string]string{}, Confidence: 0.6,
	}
	if f.Report == nil {
		f.Title = r.report.Title
	}
	heads := []struct {
		from string
		tableHead
	}{{"row", label}, {"column", column}, {"section", r.section}, {"title", r.title}}
	for _, h := range heads {
		if h.text == "" {
			continue
		}
		if f.Place == nil && h.place != "" && (h.from != "section" || !h.region || label.place == "") {
			place := h.place
			f.Place, f.Why["place"], f.Region = &place, h.from+": "+h.text, r.region(f.Section, h.parent)
		}
		if f.Group == nil && h.group != "" {
			group := h.group
			f.Group, f.Why["group"] = &group, h.from+": "+h.text
		}
	}
	for _, h := range heads {
		if h.population != "" && people(f.Unit) {
			f.Population = h.population
			if who := unitOfPopulation[h.population]; who != "" {
				f.Unit = who
			}
			break
		}
	}
	for _, h := range []struct {
		from string
		tableHead
	}{{"column", column}, {"row", label}, {"title", r.title}, {"column", r.dated}} {
		if f.AsOf == nil && h.asOf != "" {
			when := h.asOf
			f.AsOf, f.Why["as_of"] = &when, h.from+": "+h.text
		}
	}
	f.Why["measure"] = said.from + ": " + map[string]string{"column": column.text, "row": label.text, "title": r.table.Title}[said.from]
	if r.source != "" {
		source := r.source
		f.Source, f.Why["source"] = &source, "below table"
	}
	r.undated(&f)
	if !said.noun.known {
		f.Confidence = 0.45
	}
	return f
}

// undated gives a figure whose table tells no date that of the report.
func (r *tableReader) undated(f *data.Figure) {
	if f.AsOf != nil {
		return
	}
	if r.period != "" {
		period := r.period
		f.AsOf, f.Why["as_of"], f.Confidence = &period, "period", 0.5
		return
	}
	if when := r.report.Date[:min(7, len(r.report.Date))]; when != "" {
		f.AsOf, f.Why["as_of"], f.Confidence = &when, "report", 0.5
	}
}

var unitOfPopulation = map[string]string{"women": "woman", "girls": "child", "boys": "child", "children": "child", "men": "person"}
