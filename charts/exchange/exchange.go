// Package exchange writes figures as data for others: spreadsheets, data teams, reference managers. Whatever the format,
// a figure keeps its hedge (bound, ends, hedging word, the words as printed), its sentence and its citation, and nothing
// is written that names a folder or a user.
package exchange

import (
	"io"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// Set is what is written: figures, and the reports that they stand in. A report that is missing is cited by what its
// figures say of it.
type Set struct {
	Figures    []data.Figure
	Reports    []data.Report
	Words      *translations.Words
	Vocabulary *vocabulary.Vocabulary
}

// Format is a form in which a Set is written. Its name in words is the translation "exchange.format." + Name.
type Format struct {
	Name   string // csv, hxl …
	Ending string // of a file, with its dot
	Binary bool   // not for a terminal
	write  func(io.Writer, Set) error
}

// Formats are all formats, those for people first.
var Formats = []Format{
	{"xlsx", ".xlsx", true, writeXLSX},
	{"csv", ".csv", false, writeCSV},
	{"hxl", ".hxl.csv", false, writeHXL},
	{"datapackage", ".zip", true, writePackage},
	{"parquet", ".parquet", true, writeParquet},
	{"citations", ".txt", false, writeCitations},
	{"ris", ".ris", false, writeRIS},
	{"csl", ".json", false, writeCSL},
}

// Find is the format with a name; nil where there is none.
func Find(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}

// ForFile is the format that a file's name asks for by its ending; nil where none has it.
func ForFile(name string) *Format {
	var found *Format
	for i, f := range Formats {
		if strings.HasSuffix(strings.ToLower(name), f.Ending) && (found == nil || len(f.Ending) > len(found.Ending)) {
			found = &Formats[i]
		}
	}
	return found
}

// Names are the names of the formats.
func Names() []string {
	var all []string
	for _, f := range Formats {
		all = append(all, f.Name)
	}
	return all
}

// Write writes a Set. Its errors are those of w, and a *data.Fault that names the figure where a format cannot hold a
// number.
func (f *Format) Write(w io.Writer, s Set) error { return f.write(w, s) }

// edition is a report under the name by which its figures call it.
type edition struct {
	key string
	data.Report
}

// editions are the reports that the figures stand in, in the order of the figures.
func (s Set) editions() []edition {
	known := map[string]data.Report{}
	for _, r := range s.Reports {
		known[r.Key()] = r
	}
	var all []edition
	seen := map[string]bool{}
	for _, f := range s.Figures {
		if seen[f.Edition] {
			continue
		}
		seen[f.Edition] = true
		r, ok := known[f.Edition]
		if !ok {
			r = data.Report{Symbol: text(f.Report), Language: f.Language, Period: f.Period, Digest: f.Digest}
		}
		all = append(all, edition{f.Edition, r})
	}
	return all
}

// byEdition are the figures of each edition.
func (s Set) byEdition() map[string][]data.Figure {
	all := map[string][]data.Figure{}
	for _, f := range s.Figures {
		all[f.Edition] = append(all[f.Edition], f)
	}
	return all
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
