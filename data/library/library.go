// Package library does the jobs of both programs: import a file, open the database with the built-in edition in it.
package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/adrg/xdg"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/checking"
	"figurebook.org/figurebook/data/edition"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/reading/pdf"
	"figurebook.org/figurebook/data/store"
	"figurebook.org/figurebook/data/vocabulary"
)

// Library is an open database with the vocabulary that its figures are found by.
type Library struct {
	*store.Store
	Words *vocabulary.Vocabulary
}

// Outcome is what became of one imported file.
type Outcome struct {
	Report  *data.Report
	Figures int
	Changed bool // false where the same file with the same figures was there already
	Revised []Revised
}

// DefaultPath is the database in the user's data directory.
func DefaultPath() string { return filepath.Join(xdg.DataHome, "figurebook", "figurebook.db") }

// VocabularyFolder is where an analyst's own tables of places, groups, measures and units are looked for.
func VocabularyFolder() string { return filepath.Join(xdg.ConfigHome, "figurebook", "vocabulary") }

// Vocabulary is the built-in vocabulary with the user's own tables. A faulty line is a *data.Fault that names it.
func Vocabulary() (*vocabulary.Vocabulary, error) { return vocabulary.With(VocabularyFolder()) }

// Open opens the database at path. One that does not exist yet is made with the built-in edition in it.
func Open(ctx context.Context, path string) (*Library, error) {
	return OpenWith(ctx, path, store.Options{})
}

// OpenWith is Open with options of the store.
func OpenWith(ctx context.Context, path string, options store.Options) (*Library, error) {
	words, err := Vocabulary()
	if err != nil {
		return nil, err
	}
	s, err := store.OpenWith(ctx, path, options)
	if err != nil {
		return nil, err
	}
	l := &Library{s, words}
	if l.ReadOnly() != nil {
		return l, nil // as it is
	}
	if err := l.update(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return l, nil
}

// Figures are the figures that a filter chooses, repeated statements of one fact joined.
func (l *Library) Figures(ctx context.Context, filter data.Filter) ([]data.Figure, error) {
	figures, err := l.Store.Figures(ctx, filter)
	if err != nil {
		return nil, err
	}
	return figures, l.join(ctx, figures)
}

// join joins repeated statements of one fact, and marks figures with how their reports stand.
func (l *Library) join(ctx context.Context, figures []data.Figure) error {
	checking.Join(figures)
	standings, err := l.Standings(ctx)
	data.Stand(figures, standings)
	return err
}

// Sorted are the figures that a filter chooses in an order, repeated statements of one fact joined.
func (l *Library) Sorted(ctx context.Context, filter data.Filter, order ...data.Order) ([]data.Figure, error) {
	ids, err := l.IDs(ctx, filter, order...)
	if err != nil {
		return nil, err
	}
	figures, err := l.Rows(ctx, ids)
	if err != nil {
		return nil, err
	}
	return figures, l.join(ctx, figures)
}

// Within are the names by which the figures of the database state a place and the places that lie in it; at least the
// place itself.
func (l *Library) Within(ctx context.Context, place string) ([]string, error) {
	counts, err := l.Facets(ctx, data.Filter{}, data.ByPlace)
	if err != nil {
		return nil, err
	}
	names := []string{place}
	for _, c := range counts[data.ByPlace] {
		for part, more := c.Value, c.Value != place; more; _, part, more = strings.Cut(part, ", ") { // "Hol camp, north-east Syria" lies where Syria does
			if part == place || l.Words.Within(part, place) {
				names = append(names, c.Value)
				break
			}
		}
	}
	return names, nil
}

// Check compares the figures of all reports, or of one, with each other.
func (l *Library) Check(ctx context.Context, symbol string) ([]checking.Finding, []data.Figure, error) {
	figures, err := l.Store.Figures(ctx, data.Filter{Report: symbol})
	if err != nil {
		return nil, nil, err
	}
	return checking.Check(figures), figures, nil
}

// Import reads a file, finds its figures and keeps both, all or nothing.
func (l *Library) Import(ctx context.Context, file string, hints reading.Hints) (Outcome, error) {
	editions, err := l.Editions(ctx)
	if err != nil {
		return Outcome{}, err
	}
	report, result, err := extract(ctx, file, hints, l.Words, editions)
	if err != nil {
		return Outcome{}, err
	}
	original, err := originalOf(file, report.Hash, hints)
	if err != nil {
		return Outcome{}, err
	}
	save := l.Save
	if hints.Earlier {
		save = l.SaveEarlier
	}
	changed, err := save(ctx, report, result, original)
	var fault *data.Fault
	if errors.As(err, &fault) && fault.Kind == data.OlderIssue {
		fault.File = file
	}
	o := Outcome{Report: report, Figures: len(result.Figures), Changed: changed}
	if err == nil && changed {
		var failed error
		if o.Revised, failed = l.Revised(ctx, report); failed != nil { // what was kept is kept
			slog.Warn("revised reports not told", "report", report.Key(), "error", failed)
		}
	}
	return o, err
}

// ImportAll imports files, as many at once as the machine has processors, and tells the outcome of each in their order:
// one that fails leaves the others be.
func (l *Library) ImportAll(ctx context.Context, files []string, hints reading.Hints, told func(file string, o Outcome, err error)) {
	type result struct {
		Outcome
		err error
	}
	results := make([]chan result, len(files))
	for i := range results {
		results[i] = make(chan result, 1)
	}
	next := make(chan int)
	go func() {
		defer close(next)
		for i := range files {
			next <- i
		}
	}()
	for range min(runtime.NumCPU(), pdf.Parallel, len(files)) {
		go func() {
			for i := range next {
				o, err := l.Import(ctx, files[i], hints)
				results[i] <- result{o, err}
			}
		}()
	}
	for i, file := range files {
		r := <-results[i]
		told(file, r.Outcome, r.err)
	}
}

// originalOf takes the bytes of a file to be kept with its report.
func originalOf(file, hash string, hints reading.Hints) (*store.Original, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, fileFault(file, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, &data.Fault{Kind: data.FileUnreadable, File: file, Detail: "changed while it was read"}
	}
	said, err := json.Marshal(hints)
	if err != nil {
		return nil, err
	}
	return &store.Original{Hash: hash, Name: filepath.Base(file), Said: string(said), Content: content}, nil
}

// Reread reads the kept file of a report again, by the readers and rules of this version. What a person did stays.
func (l *Library) Reread(ctx context.Context, key string, progress func(done, total int)) (Outcome, error) {
	return l.Identify(ctx, key, reading.Hints{Progress: progress})
}

// Identify is Reread with what a person says of the report: its symbol, date, period or language. What is left empty
// stays as it was said before.
func (l *Library) Identify(ctx context.Context, key string, said reading.Hints) (Outcome, error) {
	if err := said.Check(); err != nil {
		return Outcome{}, err
	}
	original, err := l.Original(ctx, key)
	if err != nil {
		return Outcome{}, err
	}
	if original == nil {
		return Outcome{}, &data.Fault{Kind: data.NoOriginal, File: key}
	}
	var hints reading.Hints
	if err := json.Unmarshal([]byte(original.Said), &hints); err != nil {
		return Outcome{}, err
	}
	for _, h := range []struct{ old, said *string }{{&hints.Symbol, &said.Symbol}, {&hints.Date, &said.Date}, {&hints.Period, &said.Period}, {&hints.Language, &said.Language}} {
		if *h.said != "" {
			*h.old = *h.said
		}
	}
	kept, err := json.Marshal(hints)
	if err != nil {
		return Outcome{}, err
	}
	original.Said = string(kept)
	hints.Progress = said.Progress
	report, err := reading.Read(ctx, bytes.NewReader(original.Content), int64(len(original.Content)), original.Name, hints)
	if err != nil {
		return Outcome{}, err
	}
	editions, err := l.Editions(ctx)
	if err != nil {
		return Outcome{}, err
	}
	identify(report, hints.Symbol, editions)
	result, err := extraction.Extract(ctx, report, l.Words)
	if err != nil {
		return Outcome{}, err
	}
	report.Notes = append(report.Notes, verdicts(report, result.Figures, editions)...)
	if report.Key() != key {
		err := l.Rename(ctx, key, report, result, original)
		return Outcome{Report: report, Figures: len(result.Figures), Changed: true}, err
	}
	changed, err := l.Save(ctx, report, result, original)
	return Outcome{Report: report, Figures: len(result.Figures), Changed: changed}, err
}

// Extract reads a file and finds its figures, and keeps nothing.
func Extract(ctx context.Context, file string, hints reading.Hints) (*data.Report, extraction.Result, error) {
	words, err := Vocabulary()
	if err != nil {
		return nil, extraction.Result{}, err
	}
	return extract(ctx, file, hints, words, builtinOnly())
}

func extract(ctx context.Context, file string, hints reading.Hints, words *vocabulary.Vocabulary, editions []*edition.Edition) (*data.Report, extraction.Result, error) {
	report, err := read(ctx, file, hints, editions)
	if err != nil {
		return nil, extraction.Result{}, err
	}
	result, err := extraction.Extract(ctx, report, words)
	if err == nil {
		report.Notes = append(report.Notes, verdicts(report, result.Figures, editions)...)
	}
	return report, result, err
}

// Read reads a file, and fills what it does not say of itself from the list of the series.
func Read(ctx context.Context, file string, hints reading.Hints) (*data.Report, error) {
	return read(ctx, file, hints, builtinOnly())
}

func read(ctx context.Context, file string, hints reading.Hints, editions []*edition.Edition) (*data.Report, error) {
	if err := hints.Check(); err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fileFault(file, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fileFault(file, err)
	}
	if !info.Mode().IsRegular() {
		return nil, &data.Fault{Kind: data.FileUnreadable, File: file, Detail: "not a regular file"}
	}
	report, err := reading.Read(ctx, f, info.Size(), file, hints)
	if err != nil {
		return nil, err
	}
	identify(report, hints.Symbol, editions)
	return report, nil
}

func fileFault(file string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &data.Fault{Kind: data.FileMissing, File: file, Err: err}
	}
	detail := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) {
		detail = path.Err.Error()
	}
	return &data.Fault{Kind: data.FileUnreadable, File: file, Detail: detail, Err: err}
}
