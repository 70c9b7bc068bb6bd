package exchange

import (
	"encoding/csv"
	"io"
	"strings"

	"figurebook.org/figurebook/data"
)

// writeCSV writes a row of headings and a row a figure, in UTF-8.
func writeCSV(w io.Writer, s Set) error { return s.table(w, names()) }

// writeHXL is CSV with a second row of HXL hashtags.
func writeHXL(w io.Writer, s Set) error {
	tags := make([]string, len(columns))
	for i, c := range columns {
		tags[i] = c.hxl
	}
	return s.table(w, names(), tags)
}

func names() []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.name
	}
	return all
}

func (s Set) table(w io.Writer, heads ...[]string) error {
	out := csv.NewWriter(w)
	for _, h := range heads {
		if err := out.Write(h); err != nil {
			return err
		}
	}
	row := make([]string, len(columns))
	for _, f := range s.Figures {
		for i, c := range columns {
			row[i] = cell(c, f, s)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func cell(c column, f data.Figure, s Set) string {
	v := c.value(f, s)
	if c.kind == words {
		return asText(v)
	}
	return v
}

// asText puts an apostrophe before words that a spreadsheet would take for a formula
// (https://owasp.org/www-community/attacks/CSV_Injection). Numbers are left alone, whatever their sign.
func asText(v string) string {
	if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
		return "'" + v
	}
	return v
}
