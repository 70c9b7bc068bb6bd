package app

import (
	"path/filepath"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"figurebook.org/figurebook/data/reading"
)

// TestWindow_togglePages: the page's picture shows beside the report, follows the chosen figure, and stops at the last page.
func TestWindow_togglePages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "valley.pdf")
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetFont("Times", "", 12)
	for _, text := range []string{"1. More than 300 fighters left Somalia.", "2. About 12,000 fighters hide in Mali."} {
		pdf.AddPage()
		pdf.MultiCell(170, 6, text, "", "", false)
	}
	if err := pdf.OutputFileAndClose(file); err != nil {
		t.Fatal(err)
	}
	w := window(t, "en")
	w.Import(file, reading.Hints{})
	w.togglePages()
	if w.pages.page != 1 || w.pages.picture.Image == nil {
		t.Fatalf("page %d is shown", w.pages.page)
	}
	w.session.Choose(w.session.Own()[1].ID)
	if w.pages.page != 2 {
		t.Errorf("the figure on page 2 is shown with page %d", w.pages.page)
	}
	w.showPage(w.session.OpenKey(), 3)
	if w.pages.page != 2 {
		t.Errorf("behind the last page stands %d", w.pages.page)
	}
	w.togglePages()
	if len(w.pages.place.Objects) != 1 || w.pages.place.Objects[0] != w.pages.reader {
		t.Error("the report is not alone again")
	}
}
