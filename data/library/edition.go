package library

import (
	"archive/zip"
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"figurebook.org/figurebook/assets/builtin"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/edition"
)

// Builtin is the edition that the program carries.
var Builtin = sync.OnceValue(func() *edition.Edition {
	e, err := edition.Read(builtin.Files)
	if err != nil {
		panic("the built-in edition: " + err.Error()) // it is part of the program
	}
	return e
})

// The settings that editions are remembered by: names holds those of the imported ones, and each has its own.
const (
	editionNames = "editions"
	editionOf    = "edition."
	pressShown   = "edition_press"
)

// installed is what a database remembers of an edition.
type installed struct {
	Version int              `json:"version"`
	Hash    string           `json:"hash"`
	Press   bool             `json:"press"`
	Edition *edition.Edition `json:"edition,omitempty"` // nil for the built-in one, which the program has
}

func builtinOnly() []*edition.Edition { return []*edition.Edition{Builtin()} }

// Editions are the built-in edition and those that were imported.
func (l *Library) Editions(ctx context.Context) ([]*edition.Edition, error) {
	all := builtinOnly()
	var names []string
	if _, err := l.Setting(ctx, editionNames, &names); err != nil {
		return nil, err
	}
	for _, name := range names {
		var had installed
		if ok, err := l.Setting(ctx, editionOf+name, &had); err != nil {
			return nil, err
		} else if ok && had.Edition != nil {
			all = append(all, had.Edition)
		}
	}
	return all, nil
}

// ImportEdition reads an edition from a folder or a zip and saves what it knows. Of an edition that is there already a
// smaller version is refused; what a person corrected stays.
func (l *Library) ImportEdition(ctx context.Context, file string) (*edition.Edition, error) {
	files, err := openEdition(file)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	e, err := edition.Read(files)
	if err != nil {
		return nil, err
	}
	var had installed
	if _, err := l.Setting(ctx, editionOf+e.Name, &had); err != nil {
		return nil, err
	}
	if e.Name == Builtin().Name || had.Version > e.Version {
		return nil, &data.Fault{Kind: data.OlderEdition, File: file, Detail: e.Name}
	}
	press, err := l.PressShown(ctx)
	if err != nil {
		return nil, err
	}
	if err := l.install(ctx, e, press); err != nil {
		return nil, err
	}
	var names []string
	if _, err := l.Setting(ctx, editionNames, &names); err != nil {
		return nil, err
	}
	if !slices.Contains(names, e.Name) {
		names = append(names, e.Name)
	}
	return e, l.SetSetting(ctx, editionNames, names)
}

// folder is the files of an edition: a folder, or the top or only folder of a zip.
type folder struct {
	fs.FS
	close func() error
}

// Close lets go of the zip.
func (f folder) Close() error { return f.close() }

func openEdition(file string) (folder, error) {
	info, err := os.Stat(file)
	if err != nil {
		return folder{}, fileFault(file, err)
	}
	if info.IsDir() {
		return folder{os.DirFS(file), func() error { return nil }}, nil
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return folder{}, &data.Fault{Kind: data.DamagedFile, File: file, Err: err}
	}
	in := fs.FS(z)
	for _, f := range z.File {
		if dir, name := path.Split(f.Name); name == "edition.json" && dir != "" {
			if in, err = fs.Sub(z, strings.TrimSuffix(dir, "/")); err != nil {
				return folder{}, &data.Fault{Kind: data.DamagedFile, File: file, Err: err}
			}
		}
	}
	return folder{in, z.Close}, nil
}

// PressShown tells whether what only the press says is shown.
func (l *Library) PressShown(ctx context.Context) (shown bool, err error) {
	_, err = l.Setting(ctx, pressShown, &shown)
	return shown, err
}

// ShowPress shows or hides what only the press says of the reports of the editions.
func (l *Library) ShowPress(ctx context.Context, shown bool) error {
	all, err := l.Editions(ctx)
	if err != nil {
		return err
	}
	for _, e := range all {
		if err := l.install(ctx, e, shown); err != nil {
			return err
		}
	}
	return l.SetSetting(ctx, pressShown, shown)
}

// update brings the built-in edition of the database up to the program's, and does nothing where it is.
func (l *Library) update(ctx context.Context) error {
	press, err := l.PressShown(ctx)
	if err != nil {
		return err
	}
	return l.install(ctx, Builtin(), press)
}

// install saves what an edition knows of its reports, unless just that was saved before. Until all is saved the database
// does not say so: a start that was killed midway is made good by the next. A report's own text, and what a person
// corrected, stay.
func (l *Library) install(ctx context.Context, e *edition.Edition, press bool) error {
	now := installed{Version: e.Version, Hash: e.Hash(), Press: press}
	var had installed
	if ok, err := l.Setting(ctx, editionOf+e.Name, &had); err != nil || ok && had.Hash == now.Hash && had.Press == press {
		return err
	}
	prepared, err := e.Prepare(ctx, l.Words, press)
	if err != nil {
		return err
	}
	for _, p := range prepared {
		if _, err := l.Save(ctx, p.Report, p.Result, nil); err != nil {
			return err
		}
	}
	if e != Builtin() {
		now.Edition = e
	}
	return l.SetSetting(ctx, editionOf+e.Name, now)
}

// identify names a report by the series of the editions, and gives its date and period where these are listed.
func identify(report *data.Report, said string, editions []*edition.Edition) {
	for _, e := range editions {
		e.Identify(report, said)
	}
}

// verdicts are the reading notes on what was known of a report at second hand.
func verdicts(report *data.Report, figures []data.Figure, editions []*edition.Edition) []data.Note {
	var notes []data.Note
	for _, e := range editions {
		notes = append(notes, e.Verdicts(report, figures)...)
	}
	return notes
}
