package review

import (
	"reflect"
	"slices"

	"figurebook.org/figurebook/data"
)

// Reread shows the chosen figure as it is kept now, after a step in this window or another changed it or anything else.
// What was filled in and not saved stays, and so does a figure that is being added.
func (p *Pane) Reread(f data.Figure) {
	switch {
	case p.form.Hidden:
		p.Show(f)
	case p.shown.ID == "":
	case p.shown.ID != f.ID || !p.unsaved():
		p.Show(f)
	default:
		p.rebase(f)
	}
}

// Choose shows a figure that the person went to. One that she is correcting stays as she filled it in.
func (p *Pane) Choose(f data.Figure) {
	if f.ID != "" && f.ID == p.shown.ID {
		p.Reread(f)
		return
	}
	p.Show(f)
}

// unsaved tells whether the form says other than what is kept.
func (p *Pane) unsaved() bool {
	return p.wrong() || !reflect.DeepEqual(p.draft, p.shown)
}

// wrong tells whether a field holds what is no number.
func (p *Pane) wrong() bool { return slices.ContainsFunc(p.rows, func(r *row) bool { return r.wrong }) }

// rebase lays what was filled in over the figure as it is kept now.
func (p *Pane) rebase(now data.Figure) {
	was, mine := p.shown, p.draft
	p.shown, p.draft = now, carried(was, mine, now)
	if !p.unsaved() { // it was this that was saved
		p.Show(now)
		return
	}
	for _, r := range p.rows {
		kept := r.get(&now)
		if kept != r.get(&was) && kept != r.get(&mine) && !slices.Contains(p.meanwhile, r.name) {
			p.meanwhile = append(p.meanwhile, r.name)
		}
	}
	p.fill()
	p.read()
}

// carried is the figure now kept, with what a person filled in on the figure as it was: mine. The number, its ends, bound
// and hedge are one statement, which is hers as soon as she changed any of it.
func carried(was, mine, now data.Figure) data.Figure {
	statement := []string{"value", "bound", "low", "high", "hedge"}
	for _, fd := range fields {
		switch value := fd.get(&mine); {
		case value == fd.get(&was):
		case slices.Contains(statement, fd.name):
			now.Value, now.Bound, now.Low, now.High, now.Hedge = mine.Value, mine.Bound, mine.Low, mine.High, mine.Hedge
		case fd.kind == span:
			now.Text, now.Start, now.End = mine.Text, mine.Start, mine.End
		default:
			_ = fd.set(&now, value) // the field's own value: only what is no number is refused
		}
	}
	return now
}
