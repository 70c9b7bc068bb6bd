// Package figures shows the record of the chosen figure: every field, with how the rules came to it.
package figures

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Record is the pane.
type Record struct {
	words *translations.Words
	v     *vocabulary.Vocabulary
	text  *widget.Label
	box   *container.Scroll
}

// New is an empty record.
func New(words *translations.Words, v *vocabulary.Vocabulary) *Record {
	r := &Record{words: words, v: v, text: widget.NewLabel(words.Say("window.no_figure"))}
	r.text.Wrapping = fyne.TextWrapBreak
	r.text.Selectable = true
	r.box = container.NewVScroll(r.text)
	return r
}

// Object is what stands in the window.
func (r *Record) Object() fyne.CanvasObject { return r.box }

// Show shows a figure.
func (r *Record) Show(f data.Figure) {
	r.text.SetText(strings.Join(Lines(f, r.words, r.v), "\n"))
	r.box.ScrollToTop()
}

// Lines are the fields of a figure, one a line, in words.
func Lines(f data.Figure, words *translations.Words, v *vocabulary.Vocabulary) []string {
	lang := words.Short()
	lines := []string{charts.QuantityText(f.Quantity, words, v) + " · " + v.Label(vocabulary.Measure, f.Measure, lang)}
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, words.Say("window.field."+key)+": "+value+why(f.Why[key], words))
		}
	}
	label := func(kind vocabulary.Kind, name *string) string {
		if name == nil {
			return ""
		}
		return v.Label(kind, *name, lang)
	}
	plain := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	add("status", words.Say("status."+string(f.Status)))
	add("text", f.Text)
	add("hedge", f.Hedge)
	add("measure", v.Label(vocabulary.Measure, f.Measure, lang))
	add("unit", v.Label(vocabulary.Unit, f.Unit, lang))
	add("place", label(vocabulary.Place, f.Place))
	add("group", label(vocabulary.Group, f.Group))
	add("as_of", charts.DateText(plain(f.AsOf), words))
	add("source", plain(f.Source))
	add("sentence", f.Sentence)
	add("citation", charts.Cite(f, words))
	return lines
}

// why says in one line how the rules came to an attribute: where its words stand, and the words; "" where no rule says.
func why(code string, words *translations.Words) string {
	if code == "" {
		return ""
	}
	where, quoted, _ := strings.Cut(code, ": ")
	if !words.Has("window.why." + where) {
		where, quoted = "", code
	}
	var parts []string
	if where != "" {
		parts = append(parts, words.Say("window.why."+where))
	}
	if quoted != "" {
		parts = append(parts, words.Say("window.why.words", quoted))
	}
	return words.Say("window.why", strings.Join(parts, ", "))
}
