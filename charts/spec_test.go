package charts

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

func TestParseSpec(t *testing.T) {
	for raw, names := range map[string]string{
		`{"measure":"fighters","by":"colour","language":"en"}`:                                `by: "colour"`,
		`{"measure":"","by":"place","language":"en"}`:                                         "measure",
		`{"measure":"fighters","by":"place","language":"fr"}`:                                 "language",
		`{"measure":"fighters","by":"place","language":"en","theme":"sepia"}`:                 "theme",
		`{"measure":"fighters","by":"place","language":"en","size":"poster"}`:                 "size",
		`{"measure":"fighters","by":"place","language":"en","scale":"square"}`:                "scale",
		`{"measure":"fighters","by":"place","language":"en","scheme":"mine"}`:                 "scheme",
		`{"measure":"fighters","by":"place","language":"en","height":9}`:                      "height",
		`{"measure":"fighters","by":"place","language":"en","breaks":[{"at":"x"},{"at":""}]}`: "breaks[1].at",
		`{"measure":"fighters","by":"place","language":"en","colour":"red"}`:                  "colour",
		`{"measure":7,"by":"place","language":"en"}`:                                          "measure",
		`{"version":2,"measure":"fighters","by":"place","language":"en","new":true}`:          "2 > 1",
		`{"measure":"fighters","by":"place","language":"en"} {}`:                              "more than one",
		`fighters`: "spec",
	} {
		_, err := ParseSpec([]byte(raw))
		var fault *data.Fault
		if !errors.As(err, &fault) || !strings.Contains(fault.Detail, names) {
			t.Errorf("%s: %v does not name %s", raw, err, names)
		}
	}
}

// TestSpec_roundTrip: a chart's Spec written and read again gives the same chart.
func TestSpec_roundTrip(t *testing.T) {
	for kind, s := range samples() {
		spec := s.Spec
		spec.Kind, spec.Measure, spec.Language, spec.Theme = kind, "fighters", "zh", "print"
		c, err := Build(spec, s.figures, words(t))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(c.Spec)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ParseSpec(raw)
		if err != nil || !reflect.DeepEqual(read, c.Spec) {
			t.Fatalf("%s: %+v, %v", raw, read, err)
		}
		again, err := Build(read, s.figures, words(t))
		if err != nil || !reflect.DeepEqual(again.items, c.items) {
			t.Errorf("%s: another chart came of it: %v", kind, err)
		}
	}
}
