package reader

import (
	"time"

	"fyne.io/fyne/v2"
)

// tip is what is shown beside the pointer: a footnote, what a figure says, why a number was not taken.
type tip struct {
	text  string
	of    spot          // the start of what it is about
	at    fyne.Position // of the pointer, on the page
	timer *time.Timer
}

// rest is how long the pointer must rest before a tip shows.
const rest = 120 * time.Millisecond

// tipWidth is the widest that a tip is, in points.
const tipWidth = 360

// TipAt is what is to be said of what stands at a place of the page, and where that begins; "" for nothing.
func (r *Reader) tipAt(at fyne.Position) (string, spot) {
	s, ok := r.under(at)
	if !ok {
		return "", spot{}
	}
	b := &r.all[s.block]
	for _, m := range b.marks {
		if m.from <= s.at && s.at < m.to {
			return string(b.text[m.from:m.to]) + "  " + m.note, spot{s.block, m.from}
		}
	}
	if f := r.figureAt(s); f != nil && r.events.Card != nil {
		return r.events.Card(*f), spot{s.block, f.Start}
	}
	for _, f := range b.refusals {
		if f.Start <= s.at && s.at < f.End && r.events.Reason != nil {
			return r.events.Reason(f), spot{s.block, f.Start}
		}
	}
	return "", spot{}
}

// restAt shows a tip once the pointer has rested at a place; what is shown of something else goes at once.
func (p *page) restAt(at fyne.Position) {
	if p.tip.timer != nil {
		p.tip.timer.Stop()
		p.tip.timer = nil
	}
	text, of := p.reader.tipAt(at)
	if text == p.tip.text && of == p.tip.of {
		return
	}
	p.hideTip()
	if text != "" {
		p.tip.timer = time.AfterFunc(rest, func() { fyne.Do(func() { p.showTip(at) }) })
	}
}

func (p *page) showTip(at fyne.Position) {
	text, of := p.reader.tipAt(at)
	p.tip.text, p.tip.of, p.tip.at = text, of, at
	p.Refresh()
}

func (p *page) hideTip() {
	if p.tip.timer != nil {
		p.tip.timer.Stop()
		p.tip.timer = nil
	}
	if p.tip.text != "" {
		p.tip.text = ""
		p.Refresh()
	}
}
