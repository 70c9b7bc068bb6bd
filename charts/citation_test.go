package charts

import (
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

func TestCite_reportWithoutSymbol(t *testing.T) {
	mali := "Mali"
	f := data.Figure{
		ID: "1", Title: "Floods in the valley: the first year", Edition: "file-a787979d4519@en", Language: "en", Paragraph: "10", Measure: "fighters", Place: &mali,
		Quantity: data.Quantity{Value: decimal(12000), Bound: data.MoreThan, Unit: "person"},
	}
	for lang, want := range map[string][2]string{
		"en": {"“Floods in the valley: the first year”, para. 10", "“Floods in the v…”, para. 10"},
		"zh": {"《Floods in the valley: the first year》，第 10 段", "《Floods in the v…》，第 10 段"},
	} {
		w := translations.For(lang)
		if got := [2]string{Cite(f, w), Where(f, w)}; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for _, by := range []string{"place", "report"} {
		c, err := Build(Spec{Measure: "fighters", By: by, Language: "en"}, []data.Figure{f}, words(t))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(c.Source, "“Floods in the valley: the first year”, para. 10") {
			t.Errorf("by %s: the source is %q", by, c.Source)
		}
		shown := []string{c.Source, c.Title}
		for _, category := range c.Categories {
			shown = append(shown, category.Label)
		}
		if all := strings.Join(shown, " "); strings.Contains(all, "file-") {
			t.Errorf("by %s: %q shows what only the program calls the report", by, all)
		}
	}
}

// TestBuild_aside: a report that was revised may be looked at by itself, and its chart says what became of it.
func TestBuild_aside(t *testing.T) {
	figures := every()
	for i := range figures {
		figures[i].Aside = true
	}
	if _, err := Build(Spec{Measure: "fighters", By: "place", Language: "en"}, figures, words(t)); err == nil {
		t.Error("figures that are set aside are drawn among others")
	}
	c, err := Build(Spec{Measure: "fighters", By: "place", Language: "en", Report: "S/2099/1"}, figures, words(t))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(c.Notices, func(n Notice) bool { return n.Kind == "aside" && strings.Contains(n.Text, "S/2099/1") }) {
		t.Errorf("%v say nothing of the revision", c.Notices)
	}
}
