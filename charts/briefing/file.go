package briefing

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/data"
)

// File writes path by way of a file beside it, so that a full disk or a kill leaves what was there. That it cannot be
// written is a *data.Fault; what fill fails by is given as it is.
func File(path string, fill func(io.Writer) error) error {
	whole, err := beside(path, fill)
	if err != nil {
		return err
	}
	defer os.Remove(whole)
	if err := os.Rename(whole, path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// beside writes a whole file beside path and gives its name; where it fails it leaves none. Its errors are those of File.
func beside(path string, fill func(io.Writer) error) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".figurebook-*")
	if err != nil {
		return "", cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := fill(f); err != nil {
		if errors.Is(err, syscall.ENOSPC) {
			return "", cannotWrite(path, err)
		}
		return "", err
	}
	for _, step := range []func() error{func() error { return f.Chmod(0o644) }, f.Sync, f.Close} {
		if err := step(); err != nil {
			return "", cannotWrite(path, err)
		}
	}
	return f.Name(), nil
}

// Chart writes a chart to path, in a format. Of a chart of several pages a picture holds one: they are numbered, name-1.png and
// so on, and stand there all or none. A file of such a name that is there already is not written over, since nobody was asked
// about it: a *data.Fault. It gives the files written; its other errors are those of File and export.Write.
func Chart(path string, c *charts.Chart, format string, o export.Options) ([]string, error) {
	count := len(c.Pages())
	if count == 1 || !export.Paged(format) {
		return []string{path}, File(path, func(w io.Writer) error { return export.Write(w, c, format, o) })
	}
	names, whole := make([]string, count), make([]string, 0, count)
	ending := filepath.Ext(path)
	for i := range names {
		names[i] = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ending), i+1, ending)
		if _, err := os.Lstat(names[i]); err == nil {
			return nil, &data.Fault{Kind: data.FileExists, File: names[i]}
		}
	}
	defer func() {
		for _, name := range whole {
			os.Remove(name) // what is in its place has this name no more
		}
	}()
	for i, name := range names {
		o.Page = i + 1
		page, err := beside(name, func(w io.Writer) error { return export.Write(w, c, format, o) })
		if err != nil {
			return nil, err
		}
		whole = append(whole, page)
	}
	for i, name := range names {
		if err := os.Rename(whole[i], name); err != nil {
			for _, put := range names[:i] {
				os.Remove(put)
			}
			return nil, cannotWrite(name, err)
		}
	}
	return names, nil
}

// cannotWrite names the target and the cause, without the name of the file beside it.
func cannotWrite(path string, err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return &data.Fault{Kind: data.DiskFull, File: path, Err: err}
	}
	cause := err
	var place *fs.PathError
	var link *os.LinkError
	if errors.As(err, &place) {
		cause = place.Err
	} else if errors.As(err, &link) {
		cause = link.Err
	}
	return &data.Fault{Kind: data.CannotWrite, File: path, Detail: cause.Error(), Err: err}
}
