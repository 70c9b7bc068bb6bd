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
	f, err := os.CreateTemp(filepath.Dir(path), ".figurebook-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer os.Remove(f.Name())
	if err := fill(f); err != nil {
		f.Close()
		if errors.Is(err, syscall.ENOSPC) {
			return cannotWrite(path, err)
		}
		return err
	}
	for _, step := range []func() error{
		func() error { return f.Chmod(0o644) },
		f.Sync,
		f.Close,
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			f.Close()
			return cannotWrite(path, err)
		}
	}
	return nil
}

// Chart writes a chart to path, in a format. Of a chart of several pages a picture holds one: they are numbered, name-1.png and
// so on. It gives the files written; its errors are those of File and export.Write.
func Chart(path string, c *charts.Chart, format string, o export.Options) ([]string, error) {
	count := len(c.Pages())
	if count == 1 || !export.Paged(format) {
		return []string{path}, File(path, func(w io.Writer) error { return export.Write(w, c, format, o) })
	}
	var written []string
	ending := filepath.Ext(path)
	for o.Page = 1; o.Page <= count; o.Page++ {
		name := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ending), o.Page, ending)
		if err := File(name, func(w io.Writer) error { return export.Write(w, c, format, o) }); err != nil {
			return written, err
		}
		written = append(written, name)
	}
	return written, nil
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
