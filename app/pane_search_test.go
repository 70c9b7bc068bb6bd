package app

import (
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// TestWindow_Search: marked words are looked for in all reports, and the first result leads to its paragraph; Chinese
// words need no typing.
func TestWindow_Search(t *testing.T) {
	w := window(t, "zh-Hans")
	for _, words := range []string{"fighters", "作战人员"} {
		w.Search(words)
		w.search.Go(0)
		here := w.session.Where()
		if p, ok := w.session.Report().Paragraph(here.Paragraph); !ok || !strings.Contains(p.Text, words) {
			t.Errorf("the search for %s leads to %+v, which says %q", words, here, p.Text)
		}
	}
}

// TestWindow_beside: the other language stands beside, and what differs is known.
func TestWindow_beside(t *testing.T) {
	w := window(t, "en")
	w.toggleBeside()
	if !w.reader.Beside() {
		t.Fatal("one edition is shown")
	}
	w.toggleBeside()
	if w.reader.Beside() {
		t.Error("both editions are still shown")
	}
}

// TestWindow_copyCited: a digest's words are copied with the citation of the summary, never as a quotation.
func TestWindow_copyCited(t *testing.T) {
	w := window(t, "en")
	w.reader.SelectAll()
	w.copyCited()
	got := w.app.Clipboard().Content()
	if !strings.HasSuffix(got, ")") || !strings.Contains(got, "summary of S/2021/98") || strings.HasPrefix(got, "“") {
		t.Errorf("copied …%q", got[max(0, len(got)-80):])
	}
}

// TestWindow_card: what is shown of a figure under the pointer keeps its hedge and names its source.
func TestWindow_card(t *testing.T) {
	w := window(t, "en")
	for _, f := range w.session.Own() {
		if f.Bound != data.MoreThan {
			continue
		}
		if card := w.card(f); !strings.Contains(card, "more than") || !strings.Contains(card, "S/2021/98") {
			t.Errorf("the card says %q", card)
		}
	}
}
