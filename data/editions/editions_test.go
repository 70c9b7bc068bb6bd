package editions

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"figurebook.org/figurebook/data"
)

func said(pairs []Pair) string {
	var b strings.Builder
	for _, p := range pairs {
		b.WriteString(strconv.Itoa(p.A) + "=" + strconv.Itoa(p.B) + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestAlign(t *testing.T) {
	en := &data.Report{
		Sections: []data.Section{{Path: "I", Level: 1}, {Path: "II", Level: 1}, {Path: "II.A", Level: 2}, {Path: "annex-I", Level: 1}},
		Paragraphs: []data.Paragraph{
			{Number: "1", Section: "I"},
			{Number: "2", Section: "II.A"},
			{Number: "3", Section: "II.A"},
			{Number: "annex-I/1", Section: "annex-I"},
			{Number: "annex-I/u1", Section: "annex-I", Text: "A closing word of the annex."},
		},
		Footnotes: []data.Footnote{{Mark: "*"}, {Number: 1}, {Number: 2}},
	}
	zh := &data.Report{
		Sections: []data.Section{{Path: "一", Level: 1}, {Path: "二", Level: 1}, {Path: "二.A", Level: 2}, {Path: "annex-一", Level: 1}},
		Paragraphs: []data.Paragraph{
			{Number: "1", Section: "一"},
			{Number: "3", Section: "二.A"},
			{Number: "4", Section: "二.A"},
			{Number: "annex-一/1", Section: "annex-一"},
			{Number: "annex-一/u1", Section: "annex-一", Text: "附件结语。"},
		},
		Footnotes: []data.Footnote{{Number: 1}, {Number: 2}, {Number: 3}},
	}
	got := Align(en, zh)
	want := []string{"0=0 1=-1 2=1 -1=2 3=3 4=4", "0=0 1=1 2=2 3=3", "0=-1 1=0 2=1 -1=2"}
	if diff := cmp.Diff(want, []string{said(got.Paragraphs), said(got.Sections), said(got.Footnotes)}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if i := Of(got.Paragraphs, 2, false); got.Paragraphs[i].B != 1 {
		t.Errorf("paragraph 3 stands at %d", i)
	}
}

// TestAlign_byLength: a paragraph that one edition lacks shifts nothing behind it.
func TestAlign_byLength(t *testing.T) {
	long, short := strings.Repeat("many words ", 40), strings.Repeat("few ", 6)
	a := &data.Report{Paragraphs: []data.Paragraph{{Number: "u1", Text: long}, {Number: "u2", Text: short}, {Number: "u3", Text: long + long}, {Number: "u4", Text: short + short}}}
	b := &data.Report{Paragraphs: []data.Paragraph{{Number: "u1", Text: strings.Repeat("许多字", 40)}, {Number: "u2", Text: strings.Repeat("许多字", 80)}, {Number: "u3", Text: strings.Repeat("字", 14)}}}
	if got := said(Align(a, b).Paragraphs); got != "0=0 1=-1 2=1 3=2" {
		t.Errorf("aligned %s", got)
	}
}

// TestAlign_whole: whatever the editions hold, each part stands in one pair, and both orders are kept.
func TestAlign_whole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		edition := func(label string) *data.Report {
			r := &data.Report{}
			seen := map[string]bool{}
			for _, n := range rapid.SliceOfN(rapid.IntRange(-9, 9), 0, 12).Draw(t, label) {
				number := strconv.Itoa(n)
				if n < 0 {
					number = "u" + strconv.Itoa(-n)
				}
				if !seen[number] {
					r.Paragraphs = append(r.Paragraphs, data.Paragraph{Number: number, Text: strings.Repeat("x", 10+n)})
				}
				seen[number] = true
			}
			return r
		}
		a, b := edition("a"), edition("b")
		nextA, nextB := 0, 0
		for _, p := range Align(a, b).Paragraphs {
			if p.A >= 0 {
				if p.A != nextA {
					t.Fatalf("%d of A follows %d", p.A, nextA-1)
				}
				nextA++
			}
			if p.B >= 0 {
				if p.B != nextB {
					t.Fatalf("%d of B follows %d", p.B, nextB-1)
				}
				nextB++
			}
			if p.A >= 0 && p.B >= 0 {
				x, y := a.Paragraphs[p.A].Number, b.Paragraphs[p.B].Number
				if x != y && (x[0] != 'u' || y[0] != 'u') {
					t.Fatalf("%s is paired with %s", x, y)
				}
			}
		}
		if nextA != len(a.Paragraphs) || nextB != len(b.Paragraphs) {
			t.Fatalf("%d of %d and %d of %d", nextA, len(a.Paragraphs), nextB, len(b.Paragraphs))
		}
	})
}
