package extraction

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// outside are inputs that a report cannot contain: the pattern is the one that the cases come with.
var outside = regexp.MustCompile(`打|半百|双|对|兆|dozen|\d[e^]\d|\dk\b`)

// TestRecognise_peers measures the numeral stage on the published cases of another recogniser, where they are at hand.
// The floors are what was reached.
func TestRecognise_peers(t *testing.T) {
	dir := os.Getenv("FIGUREBOOK_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "peers", "recognizers-text")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no cases of peers here")
	}
	for name, floor := range map[string]float64{
		"en/NumberModel": 0.97, "en/NumberRangeModelExperimentalMode": 0.97, "en/PercentModel": 0.9,
		"zh/NumberModel": 0.97, "zh/NumberRangeModelExperimentalMode": 1, "zh/PercentModel": 0.95,
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)+".json"))
			if err != nil {
				t.Fatal(err)
			}
			var cases []struct {
				Input   string
				Results []struct {
					Text       string
					Resolution struct{ Value string }
				}
			}
			if err := json.Unmarshal([]byte(strings.TrimPrefix(string(raw), "\ufeff")), &cases); err != nil {
				t.Fatal(err)
			}
			right, all := 0, 0
			for _, c := range cases {
				if outside.MatchString(c.Input) {
					continue
				}
				all++
				got := Recognise(c.Input)
				ok := true
				if len(c.Results) == 0 && len(got) > 0 {
					// of a range, a plain number is none
					ok = strings.Contains(name, "Range") && !bounded(got) || strings.Contains(name, "Percent") && !percents(got)
				}
				for _, want := range c.Results {
					found := false
					for _, g := range got {
						found = found || states(g, want.Resolution.Value)
						if g.Bound == data.Range && strings.HasSuffix(g.Text, want.Text) { // their percentages know no ranges: of 5-20% they take 20%
							found = found || states(Recognised{Quantity: data.Quantity{Value: g.High}}, want.Resolution.Value)
						}
					}
					ok = ok && found
				}
				if ok {
					right++
				} else {
					t.Logf("%q: got %s", c.Input, mustJSON(got))
				}
			}
			share := float64(right) / float64(all)
			t.Logf("%d of %d, %.3f", right, all, share)
			if share < floor {
				t.Errorf("%.3f is below the floor of %.3f", share, floor)
			}
		})
	}
}

func bounded(all []Recognised) bool {
	for _, r := range all {
		if r.Bound != data.Exact && r.Bound != data.About {
			return true
		}
	}
	return false
}

func percents(all []Recognised) bool {
	for _, r := range all {
		if r.Unit == "percent" || r.Unit == "percentage_point" {
			return true
		}
	}
	return false
}

func mustJSON(v any) string {
	raw, _ := json.Marshal(v)
	return string(raw)
}

var interval = regexp.MustCompile(`^[\[(]([^,]*),([^\])]*)[\])]$`)

// states tells whether a quantity has the value, or the ends, that a case asks for.
func states(r Recognised, want string) bool {
	near := func(d *data.Decimal, s string) bool {
		w, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
		return err == nil && d != nil && math.Abs(d.Float()-w) <= 1e-9*math.Max(1e-3, math.Abs(w))
	}
	if m := interval.FindStringSubmatch(want); m != nil {
		switch {
		case m[1] == m[2]:
			return near(r.Value, m[1])
		case m[1] == "":
			return near(r.Value, m[2]) && (r.Bound == data.LessThan || r.Bound == data.AtMost)
		case m[2] == "":
			return near(r.Value, m[1]) && (r.Bound == data.MoreThan || r.Bound == data.AtLeast)
		}
		return near(r.Low, m[1]) && near(r.High, m[2])
	}
	return near(r.Value, want)
}

// FuzzRecognise: no text makes the numeral stage panic, and what it finds stands where it says.
func FuzzRecognise(f *testing.F) {
	for _, s := range []string{"-1 4/5 and 三百五又三分之一", "two hundred and five point five percent", "负３ 分之 负一百五十七", "¾ of 1,5 万 k", "上数几半", "一又", "5分之", "- ", "2^--1e+9", "between 1 and", "\r>0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		for _, q := range Recognise(text) {
			if q.Start < 0 || q.End > len(runes) || q.Start >= q.End || string(runes[q.Start:q.End]) != q.Text {
				t.Errorf("%q: %q from %d to %d", text, q.Text, q.Start, q.End)
			}
			if q.Value == nil && (q.Low == nil || q.High == nil) {
				t.Errorf("%q: %q states nothing", text, q.Text)
			}
		}
	})
}
