package compare

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data/vocabulary"
)

// rows are the chart's marks as a table; a row leads to its sentence.
type rows struct {
	choice.List
	compare *Compare
	marks   []charts.Mark
}

func newRows(c *Compare) *rows {
	r := &rows{compare: c}
	r.Length = func() int { return len(r.marks) }
	r.CreateItem = func() fyne.CanvasObject {
		cells := make([]fyne.CanvasObject, 3)
		for i := range cells {
			cells[i] = line.New("")
		}
		return container.NewGridWithColumns(len(cells), cells...)
	}
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		for n, text := range r.cells(r.marks[i]) {
			o.(*fyne.Container).Objects[n].(*line.Line).SetText(text)
		}
	}
	r.OnSelected = func(i widget.ListItemID) {
		c.tapped(r.marks[i])
		r.UnselectAll()
	}
	r.ExtendBaseWidget(r)
	return r
}

// cells are what is compared, the quantity with its hedge, and where it stands.
func (r *rows) cells(m charts.Mark) []string {
	row := strings.TrimSuffix(m.Row+" · "+m.Detail, " · ")
	if chart := r.compare.shown.chart; chart.Spec.By == charts.Editions {
		row = strings.TrimSuffix(m.Row+" · "+chart.Series[m.Series].Label+" · "+m.Detail, " · ")
	}
	if m.Derived {
		return []string{row, m.Text, r.compare.words.Say("compare.derived", len(m.Parts))}
	}
	f, _ := r.compare.find(m.Figure)
	return []string{row, m.Text, charts.Where(f, r.compare.words)}
}

func (r *rows) apply(m model) {
	r.marks = nil
	if m.chart != nil {
		r.marks = m.chart.Marks
	}
	r.Refresh()
}

// mostSentences is how many figures are told with their sentences; all of them are in the table and in every file.
const mostSentences = 60

// howMade says what chose the figures, what was drawn and what the sentences are.
func (c *Compare) howMade(m model) string {
	say := c.words.Say
	lines := []string{say("compare.made.choice", c.specText(m.spec))}
	if m.chart == nil {
		return lines[0]
	}
	lines = append(lines, say("compare.made.figures", len(m.chart.Figures)))
	lines = append(lines, m.chart.Notes...)
	lines = append(lines, m.chart.Source)
	for i, f := range m.chart.Figures {
		if i == mostSentences {
			lines = append(lines, "", say("compare.made.more", len(m.chart.Figures)-i))
			break
		}
		lines = append(lines, "", say("compare.made.figure", charts.QuantityText(f.Quantity, c.words, c.v), charts.Cite(f, c.words)), f.Sentence)
	}
	return strings.Join(lines, "\n")
}

// specText says a Spec's choices in words.
func (c *Compare) specText(s charts.Spec) string {
	say, lang := c.words.Say, c.words.Short()
	parts := []string{c.measureLabel(s.Measure), say("compare.by", say("chart.by."+s.By))}
	if s.By == "region" && s.Scheme != "" {
		parts = append(parts, say("compare.scheme."+s.Scheme))
	}
	for _, p := range []string{c.v.Label(vocabulary.Place, s.Place, lang), c.v.Label(vocabulary.Region, s.Region, lang), c.v.Label(vocabulary.Group, s.Group, lang), s.Report} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if c.follow {
		parts = append(parts, say("compare.follow"))
	}
	return strings.Join(parts, " · ")
}

func (c *Compare) measureLabel(measure string) string {
	if measure == charts.AnyMeasure {
		return c.words.Say("compare.any_measure")
	}
	return c.v.Label(vocabulary.Measure, measure, c.words.Short())
}
