package briefing

import (
	"fmt"
	"math"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
)

// How much a slide holds: entries of a list, and of a table, at 10 points, lines; a row takes one line more for its edges.
const (
	itemsPerSlide = 7
	linesPerSlide = 27
)

// deck is the briefing as slides. Its table holds the figures of its charts; all figures stand in the document.
func (b *Briefing) deck() (office.Deck, error) {
	say := b.Words.Say
	d := office.Deck{Title: say("briefing.title"), Language: b.Words.Short()}
	var err error
	if d.Custom, err = export.Custom(b.charts...); err != nil {
		return d, err
	}
	d.Slides = append(d.Slides, office.Slide{Title: d.Title, Items: b.cover(), Foot: say("briefing.disclaimer"), Notes: say("briefing.disclaimer")})
	if len(b.Keys) > 0 {
		whole := b.keyTable(len(b.Keys), false)
		b.pages(&d, say("briefing.keys"), whole, say("briefing.keys.note"), func(from, to int) string {
			notes := ""
			for _, k := range b.Keys[from:to] {
				notes += k.Name + ": " + k.Citation + "\n"
			}
			return notes
		})
	}
	var drawn []data.Figure
	seen := map[string]bool{}
	for _, c := range b.sized("slide") {
		slides, err := export.Slides(c, b.options())
		if err != nil {
			return d, err
		}
		d.Slides = append(d.Slides, slides...)
		for _, f := range c.Figures {
			if !seen[f.ID] {
				seen[f.ID] = true
				drawn = append(drawn, f)
			}
		}
	}
	caveats := b.caveats()
	for from := 0; from < len(caveats); from += itemsPerSlide {
		d.Slides = append(d.Slides, office.Slide{Title: numbered(say("briefing.caveats"), from/itemsPerSlide, (len(caveats)-1)/itemsPerSlide), Items: caveats[from:min(from+itemsPerSlide, len(caveats))]})
	}
	b.pages(&d, say("briefing.drawn"), b.figureTable(drawn), say("briefing.drawn.note"), func(int, int) string { return "" })
	return d, nil
}

// pages puts a table on as many slides as it needs.
func (b *Briefing) pages(d *office.Deck, title string, t office.Table, foot string, notes func(from, to int) string) {
	starts, used := []int{0}, 0
	for i, row := range t.Rows {
		lines := rowLines(t, row)
		if used+lines > linesPerSlide && used > 0 {
			starts, used = append(starts, i), 0
		}
		used += lines
	}
	for i, from := range starts {
		to := len(t.Rows)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		part := t
		part.Rows = t.Rows[from:to]
		d.Slides = append(d.Slides, office.Slide{Title: numbered(title, i, len(starts)-1), Body: part, Foot: foot, Notes: notes(from, to)})
	}
}

// rowLines is how many lines a row takes on a slide, with its edges.
func rowLines(t office.Table, row [][]office.Run) int {
	most := 1
	for i, runs := range row {
		text := ""
		for _, r := range runs {
			text += r.Text
		}
		width := charts.TextWidth(text, 10, false) * 1.1 // a piece at a line's end leaves room
		most = max(most, int(math.Ceil(width/(t.Shares[i]*(office.SlideWidth-2*office.SlideMargin)-10))))
	}
	return most + 1
}

func numbered(title string, i, last int) string {
	if last == 0 {
		return title
	}
	return fmt.Sprintf("%s (%d/%d)", title, i+1, last+1)
}
