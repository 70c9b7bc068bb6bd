package checking

import (
	"fmt"
	"testing"

	"figurebook.org/figurebook/data"
)

// TestSideBySide: each figure of both editions stands in one row, in the order of the report, with how the editions differ.
func TestSideBySide(t *testing.T) {
	whole := func(edition, language string, of ...string) []data.Figure {
		var all []data.Figure
		for i, o := range of {
			var paragraph, n string
			if _, err := fmt.Sscan(o, &paragraph, &n); err != nil {
				t.Fatal(err)
			}
			bound := data.Exact
			if n[0] == '>' {
				bound, n = data.MoreThan, n[1:]
			}
			value, err := data.ParseDecimal(n)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data.Figure{ID: fmt.Sprint(language, i), Edition: edition, Language: language, Paragraph: paragraph, Measure: "fighters", Start: 10 * i, Quantity: data.Quantity{Value: &value, Bound: bound, Unit: "person"}})
		}
		return all
	}
	a := whole("S/2099/1@en", "en", "1 100", "1 >200", "2 300", "3 45")
	b := whole("S/2099/1@zh", "zh", "1 100", "1 200", "2 350", "2 77")
	got := ""
	for _, r := range SideBySide(a, b) {
		got += fmt.Sprintf("%d %d %s;", r.A, r.B, r.Kind)
	}
	if want := "0 0 ;1 1 hedge_differs;2 2 number_differs;3 -1 only_in_one_edition;-1 3 only_in_one_edition;"; got != want {
		t.Errorf("rows\n%s, want\n%s", got, want)
	}
	for i := range b {
		b[i].Digest = true
	}
	rows := SideBySide(a, b)
	if last := rows[3]; last.A != 3 || last.Kind != "" {
		t.Errorf("what a digest leaves out is no difference: %+v", rows)
	}
}
