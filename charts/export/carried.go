package export

import (
	"bytes"
	"encoding/base64"
	"encoding/json"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
)

// Carried is what a file says of its charts besides showing them, as JSON: enough to draw each again from the database,
// and where each of its figures stands. It holds neither paths nor the report's sentences.
type Carried struct {
	Program string         `json:"program"` // "Figurebook"
	Charts  []CarriedChart `json:"charts"`
}

// CarriedChart is one of them.
type CarriedChart struct {
	Spec      json.RawMessage `json:"spec"`
	Citations []CitedFigure   `json:"citations"`
}

// CitedFigure is a figure drawn: its ID, the quantity in words with its hedge, and its citation.
type CitedFigure struct {
	Figure   string `json:"figure"`
	Quantity string `json:"quantity"`
	Citation string `json:"citation"`
}

// carriedKey is the keyword under which formats that have keywords hold it.
const carriedKey = "Figurebook"

// carry is the JSON that files of these charts hold.
func carry(all ...*charts.Chart) ([]byte, error) {
	c := Carried{Program: carriedKey}
	for _, chart := range all {
		spec, err := json.Marshal(chart.Spec)
		if err != nil {
			return nil, err
		}
		one := CarriedChart{Spec: spec}
		for _, r := range rows(chart) {
			one.Citations = append(one.Citations, CitedFigure{r.figure.ID, charts.Plain(r.quantity), r.citation})
		}
		c.Charts = append(c.Charts, one)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(c)
	return bytes.TrimSpace(b.Bytes()), err
}

// specs are the Specs in what a file carries. One of a newer version is a *data.Fault.
func specs(raw []byte) ([]charts.Spec, error) {
	var c Carried
	if err := json.Unmarshal(raw, &c); err != nil || c.Program != carriedKey || len(c.Charts) == 0 {
		return nil, &data.Fault{Kind: data.NoChartInFile, Err: err}
	}
	var all []charts.Spec
	for _, one := range c.Charts {
		s, err := charts.ParseSpec(one.Spec)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// letters is bytes as ASCII that needs no escaping anywhere and may be cut into lines.
func letters(raw []byte) string { return base64.StdEncoding.EncodeToString(raw) }

func fromLetters(s string) ([]byte, error) {
	return base64.StdEncoding.DecodeString(s)
}

// pieces are the letters in parts of at most 240, since office programs hold custom properties to 255.
func pieces(raw []byte) []string {
	s := letters(raw)
	var all []string
	for len(s) > 240 {
		all, s = append(all, s[:240]), s[240:]
	}
	return append(all, s)
}
