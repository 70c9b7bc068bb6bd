package charts

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/vocabulary"
)

// Editions as a Spec's By puts the two language editions of a document side by side, paragraph by paragraph, as a table: what
// the one states beside what the other states, and where they differ.
const Editions = "edition"

// standing is where a figure stands in a chart of two editions: its row, 0 or 1 for the left or the right edition, and how the
// editions differ there, a checking.Kind or nothing.
type standing struct {
	row, side int
	differs   string
}

// beside are the figures of the documents that have two editions, those that state one thing together, in the order of the
// document; and of each, by its ID, its row and how it differs. A row is taken where the Spec asks for either of its figures.
func beside(spec Spec, figures []data.Figure, v *vocabulary.Vocabulary) (chosen []data.Figure, stands map[string]standing) {
	var documents []string
	of := map[string]map[string][]data.Figure{} // by symbol and language
	for i := range figures {
		f := &figures[i]
		if f.Known == "second_hand" {
			continue
		}
		s := symbol(*f)
		if of[s] == nil {
			of[s] = map[string][]data.Figure{}
			documents = append(documents, s)
		}
		of[s][f.Language] = append(of[s][f.Language], *f)
	}
	asks := asked(spec, v)
	stands = map[string]standing{}
	n := 0
	for _, s := range documents {
		a, b := two(of[s], spec.Language)
		if b == nil {
			continue
		}
		for _, r := range checking.SideBySide(a, b) {
			if r.A >= 0 && a[r.A].Status == data.Rejected || r.B >= 0 && b[r.B].Status == data.Rejected {
				continue // what a person rejected is no difference between the editions
			}
			if !(r.A >= 0 && asks(&a[r.A]) || r.B >= 0 && asks(&b[r.B])) {
				continue
			}
			if r.A >= 0 {
				chosen = append(chosen, a[r.A])
				stands[a[r.A].ID] = standing{n, 0, string(r.Kind)}
			}
			if r.B >= 0 {
				chosen = append(chosen, b[r.B])
				stands[b[r.B].ID] = standing{n, 1, string(r.Kind)}
			}
			n++
		}
	}
	return chosen, stands
}

// two are the editions of a document to be laid side by side, that in a language first; b is nil where there is only one.
func two(of map[string][]data.Figure, language string) (a, b []data.Figure) {
	var languages []string
	for l := range of {
		languages = append(languages, l)
	}
	if len(languages) < 2 {
		return nil, nil
	}
	order := func(l string) int {
		if l == language {
			return 0
		}
		return 1 + slices.Index([]string{"zh", "en", l}, l)
	}
	slices.SortFunc(languages, func(x, y string) int {
		if n := order(x) - order(y); n != 0 {
			return n
		}
		return strings.Compare(x, y)
	})
	return of[languages[0]], of[languages[1]]
}

// stand says of a mark in which row it stands, and how the editions differ there.
func (c *Chart) stand(m *Mark) {
	if c.Spec.By != Editions {
		return
	}
	at := c.stands[m.Figure]
	m.Beside, m.Differs = at.row, at.differs
	if m.Differs != "" {
		m.Detail = c.words.Say("chart.edition." + m.Differs)
	}
}

// editionPlace names a paragraph of one of the documents compared; the document too where there may be several.
func (c *Chart) editionPlace(key string) string {
	report, paragraph, _ := strings.Cut(key, " ")
	place := c.paragraphName(paragraph)
	if c.Spec.Report == "" {
		return c.words.Say("chart.title.of", report, place)
	}
	return place
}

// paragraphName names a paragraph, or a row of a table.
func (c *Chart) paragraphName(paragraph string) string {
	if _, row, ok := data.InTable(paragraph); ok {
		table := Paragraphs([]string{paragraph}, c.words)[0]
		if row == "" {
			return table
		}
		return c.words.Say("chart.table_row", table, row)
	}
	return c.words.Say("chart.paragraph", paragraph)
}

func languageName(tag string, words *translations.Words) string {
	if key := "language." + tag; words.Has(key) {
		return words.Say(key)
	}
	return tag
}

// languages are the languages of the editions on the left and on the right, and whether a digest was read of them.
func (c *Chart) languages() (left, right string) {
	var sides [2][]string
	for i, m := range c.Marks {
		side := &sides[c.stands[m.Figure].side]
		label := c.Series[m.Series].Label
		if c.Figures[i].Digest {
			label = c.words.Say("chart.edition.digest", label)
		}
		if !slices.Contains(*side, label) {
			*side = append(*side, label)
		}
	}
	return strings.Join(sides[0], " / "), strings.Join(sides[1], " / ")
}

// agreement says in how many places the editions agree and in how many they do not.
func (c *Chart) agreement() string {
	counts := map[string]int{}
	for i, m := range c.Marks {
		if i == 0 || m.Beside != c.Marks[i-1].Beside {
			counts[m.Differs]++
			continue
		}
		if m.Differs == "" { // both state it
			counts["both"]++
		}
	}
	parts := []string{c.words.Say("chart.editions.both", counts["both"])}
	for _, kind := range checking.BetweenEditions {
		if n := counts[string(kind)]; n > 0 {
			parts = append(parts, c.words.Say("chart.editions."+string(kind), n))
		}
	}
	if n := counts[""] - counts["both"]; n > 0 {
		parts = append(parts, c.words.Say("chart.editions.digest", n))
	}
	return capital(strings.Join(parts, c.words.Say("chart.subtitle.separator")))
}

// drawEditions writes what two editions state, a row a statement: where, of what, and the quantity in each edition with the
// words as printed. A row in which they differ stands on a tinted ground and says how. It gives the bottom.
func (c *Chart) drawEditions(s *sheet, b box) float64 {
	small := 0.88 * s.em
	gap := 0.8 * s.em
	place := 0.0
	for _, k := range c.Categories {
		place = max(place, textWidth(k.Label, small, false))
	}
	place = min(place, 0.2*b.width()) + gap
	each := (b.width() - place) / 3
	columns := [4]float64{b.left, b.left + place, b.left + place + each, b.left + place + 2*each}
	left, right := c.languages()
	heads := []string{"", c.words.Say("chart.table.of"), left, right}
	y := b.top
	for i, h := range heads {
		y = max(y, s.block(wrap(h, small, true, each-gap), columns[i], b.top, small, true, s.Ink))
	}
	y += 0.3 * s.em
	s.line(b.left, y, b.right, y, 1, s.Quiet)
	var before string
	for i := 0; i < len(c.Marks); {
		end := i + 1
		for end < len(c.Marks) && c.Marks[end].Beside == c.Marks[i].Beside {
			end++
		}
		y = c.drawBeside(s, b, i, end, columns, each-gap, y, &before)
		i = end
	}
	return y
}

// drawBeside draws one row: the marks from index i to end, which are one or two. before is the place named last.
func (c *Chart) drawBeside(s *sheet, b box, i, end int, columns [4]float64, width, top float64, before *string) float64 {
	small := 0.88 * s.em
	m, f := c.Marks[i], c.Figures[i]
	ground := len(s.items)
	y := top + 0.3*s.em
	bottom := y
	if m.Row != *before {
		bottom = s.block(wrap(m.Row, small, false, columns[1]-columns[0]), columns[0], y, small, false, s.Quiet)
		*before = m.Row
	}
	of := s.block(wrap(c.v.Label(vocabulary.Measure, f.Measure, c.Spec.Language), small, false, width), columns[1], y, small, false, s.Ink)
	if f.Place != nil {
		of = s.block(wrap(c.v.Label(vocabulary.Place, *f.Place, c.Spec.Language), small, false, width), columns[1], of, small, false, s.Quiet)
	}
	if m.Differs != "" {
		of = s.block(wrap(m.Detail, small, true, width), columns[1], of, small, true, s.Ink)
	}
	bottom = max(bottom, of)
	stated := [2]bool{}
	for n := i; n < end; n++ {
		m, f := &c.Marks[n], &c.Figures[n]
		side := c.stands[m.Figure].side
		stated[side] = true
		x := columns[2+side]
		low := s.block(wrap(m.Text, s.em, m.Differs != "", width), x, y, s.em, m.Differs != "", s.Ink)
		printed := strings.Join(strings.Fields(f.Text), " ")
		if f.Paragraph != c.Figures[i].Paragraph {
			printed = c.words.Say("chart.edition.elsewhere", printed, c.paragraphName(f.Paragraph))
		}
		low = s.block(wrap(printed, small, false, width), x, low, small, false, s.Quiet)
		bottom = max(bottom, low)
	}
	for n, there := range stated {
		if !there {
			key := "chart.edition.not_there"
			if m.Differs == "" {
				key = "chart.edition.not_in_digest"
			}
			bottom = max(bottom, s.block(wrap(c.words.Say(key), small, false, width), columns[2+n], y, small, false, s.Quiet))
		}
	}
	bottom += 0.25 * s.em
	for n := i; n < end; n++ {
		m := &c.Marks[n]
		x := columns[2+c.stands[m.Figure].side] - 0.3*s.em
		m.Left, m.Top, m.Right, m.Bottom = x, top+0.05*s.em, x+width+0.5*s.em, bottom
	}
	if m.Differs != "" {
		words := slices.Clone(s.items[ground:])
		s.items = s.items[:ground]
		s.rect(b.left-0.4*s.em, top+0.5, b.width()+0.8*s.em, bottom-top-1, blend(s.Strong, s.Page, 0.14))
		s.items = append(s.items, words...)
	}
	s.line(b.left, bottom, b.right, bottom, 0.5, s.Grid)
	return bottom
}
