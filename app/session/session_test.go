package session

import (
	"testing"
	"time"

	"figurebook.org/figurebook/data"
)

// TestHistory: back and forward run through the places that were stayed at; quick jumps count as one.
func TestHistory(t *testing.T) {
	now := time.Unix(0, 0)
	h := history{now: func() time.Time { return now }}
	stay := func(d time.Duration) { now = now.Add(d) }
	place := func(paragraph string) Place { return Place{Edition: "A/1@en", Paragraph: paragraph} }
	h.jump(place("1"))
	stay(time.Minute)
	h.jump(place("5"))
	stay(time.Second)
	h.jump(place("6")) // too quick for 5 to be returned to
	stay(time.Minute)
	h.jump(place("9"))
	var went []string
	for {
		p, ok := h.goBack()
		if !ok {
			break
		}
		went = append(went, p.Paragraph)
	}
	if len(went) != 2 || went[0] != "6" || went[1] != "1" {
		t.Errorf("back went to %v, want 6 and 1", went)
	}
	if p, ok := h.goForward(); !ok || p.Paragraph != "6" {
		t.Errorf("forward went to %v", p)
	}
	stay(time.Minute)
	h.jump(place("2"))
	if _, ok := h.goForward(); ok {
		t.Error("a jump leaves a way forward")
	}
}

// TestHistory_scrolled: back returns to where the reader had scrolled to before the jump.
func TestHistory_scrolled(t *testing.T) {
	now := time.Unix(0, 0)
	h := history{now: func() time.Time { return now }}
	h.jump(Place{Edition: "A/1@en"})
	h.here.Paragraph = "30"
	now = now.Add(time.Minute)
	h.jump(Place{Edition: "A/2@en"})
	if p, _ := h.goBack(); p.Paragraph != "30" {
		t.Errorf("back to paragraph %q, want 30", p.Paragraph)
	}
}

func TestHistory_isBounded(t *testing.T) {
	now := time.Unix(0, 0)
	h := history{now: func() time.Time { now = now.Add(time.Minute); return now }}
	for i := range maxHistory * 2 {
		h.jump(Place{Edition: "A/1@en", Paragraph: string(rune('a' + i%7))})
	}
	if len(h.back) != maxHistory {
		t.Errorf("%d places are kept", len(h.back))
	}
}

// TestPlaces: figures are found by report and by ID, also where those of a report do not stand together.
func TestPlaces(t *testing.T) {
	figures := []data.Figure{{ID: "a", Edition: "A/1@en"}, {ID: "b", Edition: "A/1@en"}, {ID: "c", Edition: "A/2@en"}, {ID: "d", Edition: "A/1@en"}, {ID: "e", Edition: "A/2@en"}}
	p := placesOf(figures)
	for key, want := range map[string]string{"A/1@en": "abd", "A/2@en": "ce", "A/3@en": ""} {
		got := ""
		for _, f := range p.of[key] {
			got += f.ID
		}
		if got != want {
			t.Errorf("of %s are %q, want %q", key, got, want)
		}
	}
	for i, f := range figures {
		if at, ok := p.at[f.ID]; !ok || at != i || figures[i].ID != f.ID {
			t.Errorf("%s is found at %d", f.ID, at)
		}
	}
}
