package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
)

// shelf fills a store with reports of figures whose fields follow from their number.
func shelf(tb testing.TB, s *Store, reports, figures int) {
	tb.Helper()
	measures := []string{"fighters", "detainees", "people", "camps"}
	bounds := []data.Bound{data.Exact, data.About, data.MoreThan}
	for n := range reports {
		r := &data.Report{Symbol: fmt.Sprintf("S/20%02d/%d", n%50+50, n), Language: []string{"en", "zh"}[n%2], Date: fmt.Sprintf("20%02d-01-01", n%50+50)}
		result := extraction.Result{}
		for i := range figures {
			value := data.NewDecimal(int64(i*7%1000), 0)
			place := fmt.Sprintf("Place %d", i%20)
			f := data.Figure{
				ID: fmt.Sprintf("%d-%d", n, i), Report: &r.Symbol, Edition: r.Key(), Language: r.Language, Paragraph: fmt.Sprint(i/4 + 1), Text: fmt.Sprint(i), Sentence: fmt.Sprintf("In the valley %d fighters were counted. ", i) + strings.Repeat("They came from afar. ", 10),
				Quantity: data.Quantity{Value: &value, Bound: bounds[i%3], Unit: "person"}, Measure: measures[i%4], Confidence: float64(i%10) / 10, Status: data.Found, Region: fmt.Sprintf("Region %d", i%5),
			}
			if i%3 > 0 {
				f.Place = &place
			}
			if i%4 == 0 {
				r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: f.Paragraph})
			}
			p := &r.Paragraphs[len(r.Paragraphs)-1]
			f.Start = len(p.Text) + len("In the valley ")
			f.End = f.Start + len(f.Text)
			p.Text += f.Sentence
			result.Figures = append(result.Figures, f)
		}
		if _, err := s.Save(context.Background(), r, result, nil); err != nil {
			tb.Fatal(err)
		}
	}
}

// TestStore_IDs: every filter and order gives what choosing and sorting all figures one by one gives.
func TestStore_IDs(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	shelf(t, s, 4, 60)
	did(t)(s.SetStatus(ctx, data.Rejected, "", "0-1", "2-7"))
	everything := all(t, s)
	for name, c := range map[string]struct {
		filter data.Filter
		chosen func(f data.Figure) bool
	}{
		"all":          {data.Filter{}, func(data.Figure) bool { return true }},
		"by measure":   {data.Filter{Measure: "fighters"}, func(f data.Figure) bool { return f.Measure == "fighters" }},
		"by places":    {data.Filter{Places: []string{"Place 1", "Place 2"}}, func(f data.Figure) bool { return text(f.Place) == "Place 1" || text(f.Place) == "Place 2" }},
		"by status":    {data.Filter{Status: data.Rejected}, func(f data.Figure) bool { return f.Status == data.Rejected }},
		"by bound":     {data.Filter{Bound: data.MoreThan, Unit: "person"}, func(f data.Figure) bool { return f.Bound == data.MoreThan }},
		"by report":    {data.Filter{Report: "S/2051/1", Language: "zh"}, func(f data.Figure) bool { return *f.Report == "S/2051/1" }},
		"by edition":   {data.Filter{Edition: "S/2051/1@zh", Region: "Region 2"}, func(f data.Figure) bool { return *f.Report == "S/2051/1" && f.Region == "Region 2" }},
		"by words":     {data.Filter{Words: "valley 17"}, func(f data.Figure) bool { return strings.Contains(f.Sentence, "17") }},
		"by a percent": {data.Filter{Words: "1%7"}, func(data.Figure) bool { return false }},
		"doubtful":     {data.Filter{Doubtful: true}, data.Figure.Doubtful},
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{}
			for _, f := range everything {
				if c.chosen(f) {
					want = append(want, f.ID)
				}
			}
			ids, err := s.IDs(ctx, c.filter)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, ids); diff != "" {
				t.Error(diff)
			}
			if n, err := s.Count(ctx, c.filter); err != nil || n != len(want) {
				t.Errorf("counted %d of %d, %v", n, len(want), err)
			}
			rows, err := s.Rows(ctx, ids)
			if err != nil || len(rows) != len(want) {
				t.Fatalf("%d rows of %d, %v", len(rows), len(want), err)
			}
			for i, f := range rows {
				if f.ID != want[i] {
					t.Fatalf("row %d is %s, want %s", i, f.ID, want[i])
				}
			}
		})
	}
	for _, o := range []data.Order{{By: data.SortValue, Down: true}, {By: data.Column(data.ByPlace)}, {By: data.Column(data.ByPlace), Down: true}, {By: data.SortConfidence}} {
		ids, err := s.IDs(ctx, data.Filter{}, o)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := s.Rows(ctx, ids)
		if err != nil || len(rows) != len(everything) {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for i := 1; i < len(rows); i++ {
			a, b := rows[i-1], rows[i]
			wrong := map[data.Column]bool{
				data.SortValue: a.Value.Cmp(*b.Value) < 0, data.SortConfidence: a.Confidence > b.Confidence,
				data.Column(data.ByPlace): b.Place != nil && (a.Place == nil || o.Down != (*a.Place > *b.Place) && *a.Place != *b.Place),
			}[o.By]
			if wrong {
				t.Errorf("%+v: %s stands before %s", o, a.ID, b.ID)
				break
			}
		}
	}
	if _, err := s.IDs(ctx, data.Filter{}, data.Order{By: "id; drop table figures"}); err == nil {
		t.Error("sorted by a column that is none")
	}
	// The table's rows of figures that have gone in the meantime are left out.
	did(t)(s.Remove(ctx, "S/2050/0@en"))
	if rows, err := s.Rows(ctx, []string{"0-1", "1-1", "none"}); err != nil || len(rows) != 1 || rows[0].ID != "1-1" {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestStore_Facets(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	shelf(t, s, 2, 60)
	did(t)(s.SetStatus(ctx, data.Confirmed, "", "0-0", "0-4"))
	got, err := s.Facets(ctx, data.Filter{Measure: "fighters", Language: "en"}, data.ByMeasure, data.ByStatus, data.ByReport)
	if err != nil {
		t.Fatal(err)
	}
	want := map[data.Facet][]data.FacetCount{
		data.ByMeasure: {{Value: "camps", Count: 15}, {Value: "detainees", Count: 15}, {Value: "fighters", Count: 15}, {Value: "people", Count: 15}},
		data.ByStatus:  {{Value: "found", Count: 13}, {Value: "confirmed", Count: 2}},
		data.ByReport:  {{Value: "S/2050/0", Count: 15}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkStore_figures: what a table of 100,000 figures asks for: all IDs in an order, a screen of rows from the middle,
// how many there are, and the facets beside it.
func BenchmarkStore_figures(b *testing.B) {
	ctx := context.Background()
	s := opened(b)
	shelf(b, s, 200, 500)
	ids, err := s.IDs(ctx, data.Filter{})
	if err != nil || len(ids) != 100_000 {
		b.Fatalf("%d figures, %v", len(ids), err)
	}
	for _, c := range []struct {
		name string
		ask  func() error
	}{
		{"page", func() error { _, err := s.Rows(ctx, ids[50_000:50_050]); return err }},
		{"all in reading order", func() error { _, err := s.IDs(ctx, data.Filter{}); return err }},
		{"all by value", func() error { _, err := s.IDs(ctx, data.Filter{}, data.Order{By: data.SortValue}); return err }},
		{"one measure by place", func() error {
			_, err := s.IDs(ctx, data.Filter{Measure: "fighters"}, data.Order{By: data.Column(data.ByPlace)})
			return err
		}},
		{"words", func() error { _, err := s.IDs(ctx, data.Filter{Words: "valley 17"}); return err }},
		{"count", func() error { _, err := s.Count(ctx, data.Filter{Measure: "fighters"}); return err }},
		{"facets", func() error { _, err := s.Facets(ctx, data.Filter{Measure: "fighters"}, data.Facets...); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
