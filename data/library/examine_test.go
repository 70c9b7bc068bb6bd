package library

import (
	"context"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

func inFile(t *testing.T, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func opened(t *testing.T) *Library {
	t.Helper()
	l, err := Open(context.Background(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// TestExamine: a file is looked at, corrected, imported, and looked at again; looking keeps nothing.
func TestExamine(t *testing.T) {
	ctx, l := context.Background(), opened(t)
	before, _ := l.Reports(ctx)
	file := inFile(t, "a.pdf", onePage(t))
	e, err := l.Examine(ctx, file, reading.Hints{})
	if err != nil || e.Report.Symbol != "" || e.Figures != 1 || len(e.Report.Paragraphs) != 1 || e.Replaces != nil || e.Same {
		t.Fatalf("%+v, %v", e, err)
	}
	if after, _ := l.Reports(ctx); len(after) != len(before) {
		t.Error("looking at a file changed the library")
	}
	said := reading.Hints{Symbol: "S/2099/1/Rev.1"}
	if _, err := l.Import(ctx, file, said); err != nil {
		t.Fatal(err)
	}
	if e, err = l.Examine(ctx, file, said); err != nil || !e.Same || e.Replaces == nil || e.Replaces.Key() != "S/2099/1/Rev.1@en" {
		t.Errorf("a file that is there already: %+v, %v", e, err)
	}
	if e, err = l.Examine(ctx, file, reading.Hints{Symbol: "S/2099/1/Rev.1", Language: "fr"}); err != nil || len(e.Editions) != 1 || e.Replaces != nil {
		t.Errorf("another edition: %+v, %v", e, err)
	}
	if e, err = l.Examine(ctx, file, reading.Hints{Symbol: "S/2099/1/Rev.2"}); err != nil || !slices.Contains(e.Relations, data.Relation{Kind: data.Revises, Symbol: "S/2099/1/Rev.1"}) {
		t.Errorf("a later revision: %+v, %v", e, err)
	}
	if e, err = l.Examine(ctx, file, reading.Hints{Symbol: "S/2099/1"}); err != nil || !slices.Contains(e.Relations, data.Relation{Kind: data.RevisedBy, Symbol: "S/2099/1/Rev.1"}) {
		t.Errorf("the document that was revised: %+v, %v", e, err)
	}
}

func TestPagePicture(t *testing.T) {
	ctx, l := context.Background(), opened(t)
	if _, err := l.Import(ctx, inFile(t, "a.pdf", onePage(t)), reading.Hints{Symbol: "S/2099/1"}); err != nil {
		t.Fatal(err)
	}
	picture, pages, err := l.PagePicture(ctx, "S/2099/1@en", 1, 600)
	if err != nil || pages != 1 || picture.Bounds().Dx() != 600 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	ink := 0
	for x := range 600 {
		for y := range picture.Bounds().Dy() {
			if color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y < 128 {
				ink++
			}
		}
	}
	if ink < 100 || ink > 10_000 {
		t.Errorf("%d pixels are dark on a page of two lines", ink)
	}
	if _, _, err := l.PagePicture(ctx, "S/2099/1@en", 2, 600); !isKind(err, data.BadArgument) {
		t.Errorf("a page too many: %v", err)
	}
	if _, _, err := l.PagePicture(ctx, "S/2021/98@en", 1, 600); !isKind(err, data.NoPages) {
		t.Errorf("a digest: %v", err)
	}
}

func TestSideBySide(t *testing.T) {
	l := opened(t)
	a, b, together, err := l.SideBySide(context.Background(), "S/2021/98@en", "S/2021/98@zh")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range together.Paragraphs {
		if p.A < 0 || p.B < 0 || a.Paragraphs[p.A].Number != b.Paragraphs[p.B].Number {
			t.Errorf("of the digest's editions %v belongs to nothing", p)
		}
	}
	if _, _, _, err := l.SideBySide(context.Background(), "S/2021/98@en", "S/2021/98@xx"); !isKind(err, data.BadArgument) {
		t.Errorf("an edition that is not there: %v", err)
	}
}
