package search

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestFit parts a line at a space, and Chinese where it is full.
func TestFit(t *testing.T) {
	test.NewTempApp(t)
	width := fyne.MeasureText("bees and goa", 14, fyne.TextStyle{}).Width
	if head, rest := fit("bees and goats", width, 14, fyne.TextStyle{}); head != "bees and" || rest != "goats" {
		t.Errorf("%q and %q", head, rest)
	}
	width = fyne.MeasureText("养蜂放", 14, fyne.TextStyle{}).Width
	if head, rest := fit("养蜂放羊讲故事", width+1, 14, fyne.TextStyle{}); head != "养蜂放" || rest != "羊讲故事" {
		t.Errorf("%q and %q", head, rest)
	}
	width = fyne.MeasureText("有1 5", 14, fyne.TextStyle{}).Width
	if head, rest := fit("有1 500名", width, 14, fyne.TextStyle{}); head != "有" || rest != "1 500名" {
		t.Errorf("%q and %q", head, rest)
	}
	width = fyne.MeasureText(" goa", 14, fyne.TextStyle{}).Width
	if head, rest := fit(" goats stay", width, 14, fyne.TextStyle{}); head != "" || rest != "goats stay" {
		t.Errorf("%q and %q", head, rest)
	}
}
