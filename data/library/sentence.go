package library

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Sentence says an error to a person, in their language: which file, and what is wrong; a line for each of several.
func Sentence(err error, words *translations.Words) string {
	var f *data.Fault
	if all, ok := err.(interface{ Unwrap() []error }); ok && errors.As(err, &f) { // the faulty lines of a table
		var sentences []string
		for _, one := range all.Unwrap() {
			sentences = append(sentences, Sentence(one, words))
		}
		return strings.Join(sentences, "\n")
	}
	switch {
	case errors.As(err, &f):
	case errors.Is(err, context.Canceled):
		f = &data.Fault{Kind: data.Cancelled}
	case errors.Is(err, syscall.ENOSPC):
		f = &data.Fault{Kind: data.DiskFull, File: pathOf(err)}
	default:
		f = &data.Fault{Kind: "unexpected", Detail: err.Error()}
	}
	if f.Kind == data.DamagedDatabase && f.Detail == "-" { // without a backup
		return words.Say("fault.damaged_database.none", f.File)
	}
	return words.Say("fault."+string(f.Kind), f.File, f.Place, detail(f, words))
}

// detail is a fault's detail; what the system says of a file is put in the person's language.
func detail(f *data.Fault, words *translations.Words) string {
	if key := "cause." + f.Detail; f.Kind == data.NoClipboard && words.Has(key) {
		return words.Say(key)
	}
	if f.Kind != data.CannotWrite && f.Kind != data.FileUnreadable {
		return f.Detail
	}
	for _, cause := range []struct {
		err error
		key string
	}{{fs.ErrNotExist, "no_folder"}, {fs.ErrPermission, "not_allowed"}, {syscall.EROFS, "read_only"}, {syscall.ENOTDIR, "not_a_folder"}, {syscall.EISDIR, "a_folder"}} {
		if errors.Is(f.Err, cause.err) {
			return words.Say("cause." + cause.key)
		}
	}
	return f.Detail
}

func pathOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path
	}
	return "-"
}
