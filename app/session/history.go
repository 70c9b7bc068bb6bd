package session

import "time"

// Place is where a reader can stand: a report, a paragraph or section in it, a figure in that.
type Place struct {
	Edition   string // Report.Key
	Paragraph string // its number, "fn10" for a footnote, "section:二.B" for a heading; empty for the top
	Figure    string // ID of the chosen figure; empty for none
}

// settle is how long a reader must stay for a place to be worth returning to: quicker jumps, as through the figures one
// after another, count as one.
const settle = 2 * time.Second

// maxHistory bounds the places that are remembered.
const maxHistory = 200

// history is where the reader has been, as a browser keeps it.
type history struct {
	here          Place
	since         time.Time // when the reader came here
	back, forward []Place
	now           func() time.Time
}

func (h *history) jump(to Place) {
	now := h.now()
	if h.here != to {
		h.forward = nil
	}
	if h.here.Edition != "" && h.here != to && (now.Sub(h.since) >= settle || h.here.Edition != to.Edition) {
		h.back = append(h.back, h.here)
		if len(h.back) > maxHistory {
			h.back = h.back[1:]
		}
	}
	h.here, h.since = to, now
}

func (h *history) goBack() (Place, bool) { return h.move(&h.back, &h.forward) }

func (h *history) goForward() (Place, bool) { return h.move(&h.forward, &h.back) }

func (h *history) move(from, to *[]Place) (Place, bool) {
	if len(*from) == 0 {
		return Place{}, false
	}
	last := len(*from) - 1
	*to = append(*to, h.here)
	h.here, h.since = (*from)[last], h.now()
	*from = (*from)[:last]
	return h.here, true
}
