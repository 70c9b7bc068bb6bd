package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	sqlite "github.com/mattn/go-sqlite3"

	"figurebook.org/figurebook/data"
)

// fault turns what SQLite and the file system say into a fault that names the file. nil stays nil.
func fault(path string, err error) error {
	var known *data.Fault
	var e sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &e) && e.Code == sqlite.ErrNotADB:
		return &data.Fault{Kind: data.NotADatabase, File: path, Err: err}
	case errors.As(err, &e) && e.Code == sqlite.ErrCorrupt:
		return Damaged(path, err)
	case errors.As(err, &e) && (e.Code == sqlite.ErrBusy || e.Code == sqlite.ErrLocked):
		return &data.Fault{Kind: data.DatabaseBusy, File: path, Err: err}
	case errors.As(err, &e) && (e.Code == sqlite.ErrFull || e.SystemErrno == syscall.ENOSPC), errors.Is(err, syscall.ENOSPC):
		return &data.Fault{Kind: data.DiskFull, File: path, Err: err}
	case errors.As(err, &e) && (e.Code == sqlite.ErrReadonly || e.Code == sqlite.ErrCantOpen), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR):
		return &data.Fault{Kind: data.CannotWrite, File: path, Detail: cause(err), Err: err}
	}
	return fmt.Errorf("database %s: %w", path, err)
}

func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
