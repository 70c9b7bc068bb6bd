package line

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	look "figurebook.org/figurebook/app/theme"
)

// TestCut: a text is cut where there is no room for it, and what is left of it with the ellipsis fits.
func TestCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for _, text := range []string{"More than 7,000 fighters from abroad", "外国恐怖主义作战人员超过7 000人", "AVAVAVAVAVAVAVAV", "fi"} {
		whole := fyne.MeasureText(text, 13, fyne.TextStyle{}).Width
		if got := Cut(text, whole, 13, fyne.TextStyle{}); got != text {
			t.Errorf("with room for all of it %q is cut to %q", text, got)
		}
		before := ""
		for width := float32(20); width < whole-1; width += 7 {
			got := Cut(text, width, 13, fyne.TextStyle{})
			head, cut := strings.CutSuffix(got, ellipsis)
			if !cut || !strings.HasPrefix(text, head) || len(head) < len(before) {
				t.Errorf("in %v of %q is left %q, after %q", width, text, got, before)
			}
			if w := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; w > width+2 {
				t.Errorf("%q is %v wide, there is room for %v", got, w, width)
			}
			before = head
		}
	}
}

// TestLine: it stands and is as high as the toolkit's label, says more where it gets more room, and follows its text.
func TestLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	l := New("Fighters in the camps of the north-east")
	if got, want := l.MinSize().Height, widget.NewLabel("国").MinSize().Height; got != want {
		t.Errorf("%v high, a label is %v", got, want)
	}
	shown := func() string { return test.WidgetRenderer(l).(*renderer).text.Text }
	l.Resize(fyne.NewSize(80, 30))
	narrow := shown()
	l.Resize(fyne.NewSize(600, 30))
	if !strings.HasSuffix(narrow, ellipsis) || shown() != l.Text {
		t.Errorf("narrow it says %q, wide %q", narrow, shown())
	}
	l.SetText("Guards")
	if shown() != "Guards" {
		t.Errorf("it still says %q", shown())
	}
}

// BenchmarkLine: a cell of a table gets another text, as when its rows scroll.
func BenchmarkLine(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Light))
	texts := []string{"more than 7,000 people in camps of the north-east", "about 12,000 fighters who went abroad"}
	l := New("")
	l.Resize(fyne.NewSize(160, 30))
	i := 0
	for b.Loop() {
		i++
		l.SetText(texts[i%2])
	}
}
