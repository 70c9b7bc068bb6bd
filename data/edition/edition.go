// Package edition reads a prepared edition: what is known of a series of reports, with digests in words of its own, ready
// to be compared before a single report was imported. The built-in edition is one; an analyst can prepare another, as a
// folder or a zip of the files that assets/builtin/README.md describes.
package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
)

// Format is the form of the files that this program reads. An edition of a greater one is refused.
const Format = 1

// languages are those that an edition is prepared in; every text of it stands in each.
var languages = []string{"en", "zh"}

// most is how large a file of an edition may be, in bytes.
const most = 8 << 20

// Edition is a series of reports with what is known of them.
type Edition struct {
	Format      int          `json:"format"`
	Name        string       `json:"name"`    // a short word: a database holds one edition of a name
	Version     int          `json:"version"` // a greater one takes the place of a smaller
	Date        string       `json:"date"`    // when it was prepared, "2026-11-24"
	Title       Text         `json:"title"`
	Series      []Series     `json:"series"`
	Reports     []Listed     `json:"reports,omitempty"`
	Comparisons []Comparison `json:"comparisons,omitempty"`
	Facts       []Fact       `json:"facts,omitempty"`
	Digests     []Digest     `json:"digests,omitempty"`
}

// Text is a text by language.
type Text map[string]string

// Series is a series of reports whose titles differ by an ordinal only.
type Series struct {
	Key   string `json:"key"`
	Match Text   `json:"match"` // what stands in the title of each
	Title Text   `json:"title"` // with %s for the ordinal in words
}

// Listed is a report of a series, known by name whether or not anything of it was read.
type Listed struct {
	Series  string `json:"series"` // Series.Key
	Ordinal int    `json:"ordinal"`
	Symbol  string `json:"symbol"` // empty where unknown
	Date    string `json:"date"`   // likewise
	Period  string `json:"period"` // likewise, as Report.Period
}

// How a fact is known.
const (
	InReport   = "report"      // read in the report
	InAnnex    = "annex"       // read in its annex
	SecondHand = "second_hand" // from who is named as Source: a press release, a briefing, the press
)

// Fact is a quantity known of a report.
type Fact struct {
	Symbol    string `json:"symbol,omitempty"` // of its report; empty in a file that names it once
	Paragraph string `json:"paragraph,omitempty"`
	Known     string `json:"known"`
	Source    string `json:"source,omitempty"` // who says so, as the report attributes it; of what is known at second hand, the site that published it
	URL       string `json:"url,omitempty"`    // where it was published
	Shown     *bool  `json:"shown,omitempty"`  // false: only where the user asks for what the press says
	data.Quantity
	Measure    string  `json:"measure"`
	Subject    Text    `json:"subject,omitempty"` // where two facts differ in it only
	Place      *string `json:"place"`
	Group      *string `json:"group"`
	Population string  `json:"population,omitempty"`
	AsOf       *string `json:"as_of"`
	Counted    Text    `json:"counted,omitempty"`
	QuotedFrom string  `json:"quoted_from,omitempty"` // symbol of the report whose value this one only quotes
	Note       string  `json:"note,omitempty"`
	Words      Text    `json:"words,omitempty"` // the quantity in words, where no digest states it
	Text       Text    `json:"text,omitempty"`  // the sentence of our own that holds Words
}

// Comparison is a chart worth having, by name. Spec is a charts.Spec without a language.
type Comparison struct {
	Name Text            `json:"name"`
	Spec json.RawMessage `json:"spec"`
}

// Digest is a report's summary in one language, in words of the edition's own, laid out as a report is.
type Digest struct {
	File string `json:"file"`
	Text string `json:"text"`
}

// Read reads an edition from a folder, a zip or what is embedded, and validates it: each fact has its report, bound, unit,
// measure and how it is known, and words in each language. Its error is a *data.Fault that names the file and the entry.
func Read(files fs.FS) (*Edition, error) {
	e := &Edition{}
	if err := readJSON(files, "edition.json", e); err != nil {
		return nil, err
	}
	if e.Format > Format {
		return nil, &data.Fault{Kind: data.NewerEdition, File: "edition.json", Detail: fmt.Sprintf("%d > %d", e.Format, Format)}
	}
	if err := readJSON(files, "reports.json", &e.Reports); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(files, "comparisons.json"); err == nil {
		if err := readJSON(files, "comparisons.json", &e.Comparisons); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(files, "facts-*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		var of struct {
			Symbol string `json:"symbol"`
			Facts  []Fact `json:"facts"`
		}
		if err := readJSON(files, name, &of); err != nil {
			return nil, err
		}
		for i, f := range of.Facts {
			f.Symbol = of.Symbol
			if wrong := e.wrong(f); wrong != "" {
				return nil, fault(name, fmt.Sprintf("fact %d", i+1), wrong)
			}
			e.Facts = append(e.Facts, f)
		}
	}
	if names, err = fs.Glob(files, "digest-*.txt"); err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := readFile(files, name)
		if err != nil {
			return nil, err
		}
		e.Digests = append(e.Digests, Digest{name, string(text)})
	}
	return e, e.validate()
}

// Hash names the content of an edition: another as soon as one fact or word of it is another.
func (e *Edition) Hash() string {
	raw, err := json.Marshal(e)
	if err != nil {
		return "" // nothing of an edition cannot be marshalled
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

func readFile(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, &data.Fault{Kind: data.BadEdition, File: name, Detail: "missing", Err: err}
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, &data.Fault{Kind: data.BadEdition, File: name, Err: err}
	case len(raw) > most:
		return nil, &data.Fault{Kind: data.FileTooLarge, File: name, Detail: fmt.Sprintf("%d MB", most>>20)}
	}
	return raw, nil
}

func readJSON(files fs.FS, name string, into any) error {
	raw, err := readFile(files, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return &data.Fault{Kind: data.BadEdition, File: name, Detail: strings.TrimPrefix(err.Error(), "json: "), Err: err}
	}
	return nil
}

func fault(file, place, detail string) error {
	return &data.Fault{Kind: data.BadEdition, File: file, Place: place, Detail: detail}
}

func (e *Edition) validate() error {
	whole := func(t Text) bool {
		return !slices.ContainsFunc(languages, func(l string) bool { return t[l] == "" })
	}
	switch {
	case e.Name == "" || path.Base(e.Name) != e.Name:
		return fault("edition.json", "name", fmt.Sprintf("%q", e.Name))
	case e.Version < 1:
		return fault("edition.json", "version", fmt.Sprint(e.Version))
	case !whole(e.Title):
		return fault("edition.json", "title", fmt.Sprint(languages))
	}
	keys := map[string]bool{}
	for _, s := range e.Series {
		if !whole(s.Match) || !whole(s.Title) || strings.Count(s.Title["en"], "%s") != 1 || strings.Count(s.Title["zh"], "%s") != 1 {
			return fault("edition.json", "series "+s.Key, "match, title")
		}
		keys[s.Key] = true
	}
	for i, r := range e.Reports {
		if !keys[r.Series] || r.Ordinal < 1 {
			return fault("reports.json", fmt.Sprintf("report %d", i+1), fmt.Sprintf("series %q, ordinal %d", r.Series, r.Ordinal))
		}
	}
	for i, c := range e.Comparisons {
		if !whole(c.Name) || len(c.Spec) == 0 {
			return fault("comparisons.json", fmt.Sprintf("comparison %d", i+1), "name, spec")
		}
	}
	return nil
}

// wrong says what a fact lacks; empty for one that is whole.
func (e *Edition) wrong(f Fact) string {
	second := f.Known == SecondHand
	switch {
	case f.Symbol == "" || !slices.ContainsFunc(e.Reports, func(r Listed) bool { return r.Symbol == f.Symbol }):
		return fmt.Sprintf("symbol %q", f.Symbol)
	case f.Known != InReport && f.Known != InAnnex && !second:
		return fmt.Sprintf("known %q", f.Known)
	case second == (f.Paragraph != ""):
		return fmt.Sprintf("paragraph %q", f.Paragraph)
	case second && f.Source == "":
		return `source ""`
	case f.Measure == "" || f.Unit == "" || f.Bound == "":
		return fmt.Sprintf("measure %q, unit %q, bound %q", f.Measure, f.Unit, f.Bound)
	case f.Value == nil && (f.Low == nil || f.High == nil):
		return "value, low, high"
	case f.Value != nil && f.Bound == data.Range:
		return "value, bound range"
	}
	if len(f.Words) == 0 && !second {
		return "" // a digest states it, which Prepare holds
	}
	for _, l := range languages {
		if f.Words[l] == "" || !strings.Contains(f.Text[l], f.Words[l]) {
			return fmt.Sprintf("words %s: %q in %q", l, f.Words[l], f.Text[l])
		}
	}
	return ""
}
