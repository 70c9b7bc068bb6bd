package exchange

import (
	"archive/zip"
	"encoding/csv"
	"encoding/json"
	"io"
	"time"

	"figurebook.org/figurebook/data"
)

// descriptor is datapackage.json (https://specs.frictionlessdata.io/tabular-data-package/).
type descriptor struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Name      string `json:"name"`
	Path      string `json:"path"`
	Profile   string `json:"profile"`
	Format    string `json:"format"`
	MediaType string `json:"mediatype"`
	Encoding  string `json:"encoding"`
	Schema    schema `json:"schema"`
}

type schema struct {
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    string       `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Type        string         `json:"type"`
	Format      string         `json:"format,omitempty"`
	Description string         `json:"description,omitempty"`
	Constraints map[string]any `json:"constraints,omitempty"`
}

type foreignKey struct {
	Fields    string `json:"fields"`
	Reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	} `json:"reference"`
}

// types are the names of the kinds in a table schema (https://specs.frictionlessdata.io/table-schema/).
var types = map[kind]string{words: "string", decimal: "number", share: "number", count: "integer", truth: "boolean", day: "date"}

// allowed are the only values of a column, where they are known.
var allowed = map[string][]string{
	"bound":  {string(data.Exact), string(data.About), string(data.MoreThan), string(data.AtLeast), string(data.LessThan), string(data.AtMost), string(data.Range), string(data.Indefinite)},
	"status": {string(data.Found), string(data.Confirmed), string(data.Corrected), string(data.Rejected), string(data.Added)},
}

// reportColumns are the table of reports.
var reportColumns = []struct {
	name  string
	kind  kind
	value func(edition) string
}{
	{"edition", words, func(r edition) string { return r.key }},
	{"report", words, func(r edition) string { return r.Symbol }},
	{"language", words, func(r edition) string { return r.Language }},
	{"title", words, func(r edition) string { return r.Title }},
	{"date", day, func(r edition) string {
		if len(r.Date) != len(time.DateOnly) { // a month or a year is no day
			return ""
		}
		return r.Date
	}},
	{"period", words, func(r edition) string { return r.Period }},
	{"digest", truth, func(r edition) string {
		if r.Digest {
			return "true"
		}
		return "false"
	}},
}

// writePackage writes a zipped Frictionless data package: figures.csv, reports.csv and the descriptor of both. Its files
// bear no time, so that the same figures give the same bytes.
func writePackage(w io.Writer, s Set) error {
	out := zip.NewWriter(w)
	for _, part := range []struct {
		name string
		fill func(io.Writer) error
	}{
		{"datapackage.json", s.describe},
		{"figures.csv", func(w io.Writer) error { return writeCSV(w, s) }},
		{"reports.csv", s.writeReports},
	} {
		file, err := out.Create(part.name)
		if err != nil {
			return err
		}
		if err := part.fill(file); err != nil {
			return err
		}
	}
	return out.Close()
}

func (s Set) describe(w io.Writer) error {
	say := s.Words.Say
	figures := table("figures", "id")
	for _, c := range columns {
		f := field{Name: c.name, Title: say("exchange.column." + c.name), Type: types[c.kind], Description: say("exchange.meaning." + c.name)}
		if values := allowed[c.name]; values != nil {
			f.Constraints = map[string]any{"required": true, "enum": values}
		}
		figures.Schema.Fields = append(figures.Schema.Fields, f)
	}
	key := foreignKey{Fields: "edition"}
	key.Reference.Resource, key.Reference.Fields = "reports", "edition"
	figures.Schema.ForeignKeys = []foreignKey{key}
	reports := table("reports", "edition")
	for _, c := range reportColumns {
		reports.Schema.Fields = append(reports.Schema.Fields, field{Name: c.name, Title: say("exchange.column." + c.name), Type: types[c.kind], Description: say("exchange.meaning." + c.name)})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(descriptor{
		Profile: "tabular-data-package", Name: "figurebook-figures", Title: say("exchange.package.title"),
		Description: say("exchange.package.description") + " " + say("briefing.disclaimer"), Resources: []resource{figures, reports},
	})
}

func table(name, key string) resource {
	return resource{
		Name: name, Path: name + ".csv", Profile: "tabular-data-resource", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Schema: schema{MissingValues: []string{""}, PrimaryKey: key},
	}
}

func (s Set) writeReports(w io.Writer) error {
	out := csv.NewWriter(w)
	row := make([]string, len(reportColumns))
	for i, c := range reportColumns {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, r := range s.editions() {
		for i, c := range reportColumns {
			row[i] = asText(c.value(r))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
