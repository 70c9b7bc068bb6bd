package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app/review"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// reviewPane is the record of the chosen figure, in which it is corrected.
func (w *Window) reviewPane() fyne.CanvasObject {
	s := w.session
	w.review = review.New(w.words, w.books.Words, w.books, w.window, w.run, review.Deeds{
		Confirm: func(id string) { w.status(id, data.Confirmed, "") },
		Reset:   func(id string) { w.status(id, data.Found, "") },
		Reject:  func(id, reason string) { w.status(id, data.Rejected, reason) },
		Correct: func(f data.Figure) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Correct(ctx, f) })
		},
		Add: func(f data.Figure) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Add(ctx, f) })
		},
		Next:      w.NextUnchecked,
		Say:       w.Say,
		Own:       s.Own,
		Paragraph: w.paragraph,
		Failed:    w.fail,
		Split: func(id string, parts []data.Figure) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Split(ctx, id, parts) })
		},
		Merge: func(ids []string, merged data.Figure) {
			s.Do(func(ctx context.Context) (data.Step, error) { return w.books.Merge(ctx, ids, merged) })
		},
	})
	s.Listen(session.Events{
		Opened: func(*data.Report, []data.Figure) {
			if _, ok := s.Chosen(); !ok {
				w.review.Clear()
			}
		},
		Chosen: w.review.Choose,
		Reread: w.review.Reread,
		Did: func(step data.Step, how session.How) {
			made := step.Name == data.StepAdd || step.Name == data.StepSplit || step.Name == data.StepMerge
			if made && how == session.Done && len(step.Keys) > 0 { // what was put there is chosen
				s.Choose(step.Keys[len(step.Keys)-1])
			}
		},
	})
	return w.review.Object()
}

func (w *Window) status(id string, status data.Status, reason string) {
	w.session.Do(func(ctx context.Context) (data.Step, error) { return w.books.SetStatus(ctx, status, reason, id) })
}

// paragraph is the text of a paragraph of a report at hand; "" where there is none.
func (w *Window) paragraph(edition, number string) string {
	for _, r := range w.session.Reports() {
		if r.Key() == edition {
			p, _ := r.Paragraph(number)
			return p.Text
		}
	}
	return ""
}

// AddFigure opens the form for words of a paragraph that the rules took for no figure, filled in with what can be read
// of them. start and end are in runes. A quantity is taken whole: its hedge and the other end of its range belong to it, also
// where they were not marked.
func (w *Window) AddFigure(edition, paragraph string, start, end int) {
	text := []rune(w.paragraph(edition, paragraph))
	if start < 0 || start >= end || end > len(text) {
		return
	}
	symbol, language, _ := strings.Cut(edition, "@")
	f := data.Figure{Edition: edition, Language: language, Paragraph: paragraph, Quantity: data.Quantity{Bound: data.Exact, Unit: "person"}, Confidence: 1}
	if !strings.HasPrefix(symbol, "file-") {
		f.Report = &symbol
	}
	if read, ok := quantityAt(string(text), start, end); ok {
		if f.Quantity = read.Quantity; f.Unit == "" {
			f.Unit = "person"
		}
		start, end = min(start, read.Start), max(end, read.End)
	}
	f.Text, f.Start, f.End = string(text[start:end]), start, end
	for _, r := range w.session.Reports() {
		if r.Key() == edition {
			f.Period, f.Digest = r.Period, r.Digest
			if r.Symbol == "" {
				f.Title = r.Title
			}
			from, to := sentenceAround(text, start, end)
			f.Sentence = r.Passage(data.Paragraph{Number: paragraph, Text: string(text)}, from, to)
		}
	}
	for _, own := range w.session.Of(edition) { // what the paragraph's other figures are of, this one most likely is too
		if own.Paragraph == paragraph {
			f.Measure, f.Place, f.Region, f.Group, f.AsOf, f.Section = own.Measure, own.Place, own.Region, own.Group, own.AsOf, own.Section
		}
	}
	w.review.Draft(f)
}

// quantityAt is the quantity of a paragraph that has the most in common with the words from start to end; of several that one
// marking covers, the first.
func quantityAt(text string, start, end int) (at extraction.Recognised, ok bool) {
	most := 0
	for _, r := range extraction.Recognise(text) {
		if n := min(end, r.End) - max(start, r.Start); n > most {
			at, most, ok = r, n, true
			if r.Start >= start && r.End <= end {
				break
			}
		}
	}
	return at, ok
}

// addMarked makes the words that are marked in the report a figure.
func (w *Window) addMarked() {
	if marked, ok := w.reader.Selected(); ok {
		if all := w.markedCommands(marked); len(all) > 0 {
			all[0].do()
			w.review.Focus()
			return
		}
	}
	w.Say(w.words.Say("review.nothing_marked"))
}

// sentenceAround is the place of the sentence of a text that holds a span.
func sentenceAround(text []rune, start, end int) (from, to int) {
	from, to = start, end
	for from > 0 && !ends(text, from-1) {
		from--
	}
	for to < len(text) && !ends(text, to) {
		to++
	}
	return from, min(len(text), to+1)
}

// ends tells whether a sentence ends with the rune at i: "3.5" does not end one.
func ends(text []rune, i int) bool {
	if strings.ContainsRune("。！？", text[i]) {
		return true
	}
	return strings.ContainsRune(".!?", text[i]) && (i+1 == len(text) || text[i+1] == ' ')
}

// Review keeps what a person says of the chosen figure.
func (w *Window) Review(status data.Status) {
	if f, ok := w.session.Chosen(); ok {
		w.status(f.ID, status, "")
	}
}

// NextUnchecked chooses the next figure of the open report that nobody has checked, after the chosen one, and from the
// top again behind the last.
func (w *Window) NextUnchecked() { w.next(func(f data.Figure) bool { return f.Status == data.Found }) }

// NextDoubtful chooses the next figure of the open report that a person should look at, likewise.
func (w *Window) NextDoubtful() { w.next(data.Figure.Doubtful) }

func (w *Window) next(wanted func(data.Figure) bool) {
	chosen, any := w.session.Chosen()
	past, first, next := !any, "", ""
	for _, f := range w.session.Own() {
		if wanted(f) {
			if first == "" {
				first = f.ID
			}
			if past && next == "" {
				next = f.ID
			}
		}
		past = past || f.ID == chosen.ID
	}
	if next == "" {
		next = first
	}
	if next == "" {
		w.Say(w.noneLeft())
		return
	}
	w.session.Choose(next)
}

// noneLeft says that no such figure is left in the open report; where some are unchecked though none is doubtful, how many.
func (w *Window) noneLeft() string {
	unchecked := 0
	for _, f := range w.session.Own() {
		if f.Status == data.Found {
			unchecked++
		}
	}
	if unchecked > 0 {
		return w.words.Say("review.none_doubtful", unchecked)
	}
	return w.words.Say("review.all_checked")
}

func (w *Window) reviewCommands() []command {
	say := func(name string, status data.Status) command {
		return command{menu: "review", name: name, do: func() { w.Review(status) }}
	}
	add := command{menu: "review", name: "add_figure", do: w.addMarked, begins: true}
	split := command{menu: "review", name: "review_split", do: func() { w.review.AskSplit() }}
	return []command{
		{menu: "review", name: "review_next", do: w.NextUnchecked},
		{menu: "review", name: "review_doubtful", do: w.NextDoubtful},
		say("review_confirm", data.Confirmed),
		{menu: "review", name: "review_save", do: func() { w.review.Save() }},
		{menu: "review", name: "review_reject", do: func() { w.review.AskReason() }},
		say("review_clear", data.Found),
		add, split,
		{menu: "review", name: "review_merge", do: func() { w.review.AskMerge() }},
	}
}
