package library

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Sentence says an error to a person, in their language: which file, and what is wrong.
func Sentence(err error, words *translations.Words) string {
	var f *data.Fault
	switch {
	case errors.As(err, &f):
	case errors.Is(err, context.Canceled):
		f = &data.Fault{Kind: data.Cancelled}
	case errors.Is(err, syscall.ENOSPC):
		f = &data.Fault{Kind: data.DiskFull, File: pathOf(err)}
	default:
		f = &data.Fault{Kind: "unexpected", Detail: err.Error()}
	}
	return words.Say("fault."+string(f.Kind), f.File, f.Place, f.Detail)
}

func pathOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path
	}
	return "-"
}
