package export

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/office"
	"figurebook.org/figurebook/data"
)

// TestNative_opened: LibreOffice, which opens the slides and saves them as its own, has in its charts each series with the values
// and the error bars that the figures give.
func TestNative_opened(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or its ten seconds are not wanted")
	}
	parts := figures()[1:4]
	for i := range parts {
		parts[i].Counted = []string{"all", "one part", "another part"}[i]
	}
	parts[1].PartOf, parts[2].PartOf = parts[0].ID, parts[0].ID
	parts[2].Quantity = data.Quantity{Low: decimal(1000), High: decimal(2200), Bound: data.Range, Unit: "person"}
	stack, err := charts.Build(charts.Spec{Kind: charts.Stack, Measure: "fighters", By: "place", Language: "en"}, parts, words(t))
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]*charts.Chart{"dots": forms(t)["dots"], "lines": forms(t)["lines"], "stack": stack}
	folder := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(folder) + "/profile", "--headless", "--convert-to", "odp", "--outdir", folder}
	for name, c := range made {
		file := filepath.Join(folder, name+".pptx")
		if err := os.WriteFile(file, written(t, c, "pptx", Options{}), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for name, c := range made {
		raw, err := os.ReadFile(filepath.Join(folder, name+".odp"))
		if err != nil {
			t.Fatal(err)
		}
		columns, series, bars := openedChart(t, archive(t, raw))
		n := native(c)
		want := 0
		for _, s := range n.Series {
			reaches := slices.ContainsFunc(s.Points, func(p office.Point) bool { return p.Plus > 0 || p.Minus > 0 })
			if reaches {
				want++
			}
			for what, of := range map[string]func(office.Point) float64{
				"values": func(p office.Point) float64 { return p.Value }, "upper error bars": func(p office.Point) float64 { return p.Plus }, "lower error bars": func(p office.Point) float64 { return p.Minus },
			} {
				if what != "values" && !reaches {
					continue
				}
				var numbers []string
				for _, p := range s.Points {
					if p.Has {
						numbers = append(numbers, strconv.FormatFloat(of(p), 'f', -1, 64))
					}
				}
				if !slices.Contains(columns, strings.Join(numbers, " ")) {
					t.Errorf("%s: the %s of %q, %v, are none of %q", name, what, s.Name, numbers, columns)
				}
			}
		}
		if series != len(n.Series) || bars != want {
			t.Errorf("%s: %d series with %d error bars, want %d with %d", name, series, bars, len(n.Series), want)
		}
	}
}

// openedChart are the columns of numbers of the only chart in a presentation of LibreOffice's, gaps left out, and how many series
// and error bars it has.
func openedChart(t *testing.T, files map[string][]byte) (columns []string, series, bars int) {
	t.Helper()
	object := regexp.MustCompile(`^Object[^/]*/content\.xml$`)
	for name, body := range files {
		if !object.Match([]byte(name)) {
			continue
		}
		at := -1
		d := xml.NewDecoder(strings.NewReader(string(body)))
		for token, err := d.Token(); err == nil; token, err = d.Token() {
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			switch start.Name.Local {
			case "series":
				series++
			case "error-indicator":
				bars++
			case "table-row":
				at = -1
			case "table-cell":
				at++
				for _, a := range start.Attr {
					if a.Name.Local == "value" && a.Value != "NaN" {
						for len(columns) <= at {
							columns = append(columns, "")
						}
						columns[at] = strings.TrimSpace(columns[at] + " " + a.Value)
					}
				}
			}
		}
	}
	return columns, series, bars
}
