package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// outdated is a folder with a database of many reports whose figures and search index have to be made anew, as after a start
// of a new version: SQLite keeps the number that says so, its user version, in the bytes 60 to 63 of the file.
func outdated(t *testing.T, reports int) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	books, err := library.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for n := range reports {
		var text strings.Builder
		fmt.Fprintf(&text, "S/2099/%d\n\nReport on valley %d\n", n+1, n+1)
		for paragraph := range 40 {
			fmt.Fprintf(&text, "\n%d. About %d,000 fighters hide in Mali, and more than %d left Somalia in 2020.\n", paragraph+1, n+2, 100+paragraph)
		}
		file := filepath.Join(dir, fmt.Sprintf("valley-%d.txt", n+1))
		if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	books.ImportAll(context.Background(), files, reading.Hints{}, func(file string, _ library.Outcome, err error) {
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
	})
	if err := books.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(make([]byte, 4), 60); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestOpening: while a database of an older version is brought up to date the window answers and says how far it is; killed
// meanwhile, the next start brings it to its end.
func TestOpening(t *testing.T) {
	t.Setenv("FIGUREBOOK_WATCH", "2s") // long before all is done
	newScreen(t)                       // skips where there is none
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	dir := outdated(t, 300)
	first := startIn(t, dir, binary, "en", "")
	some := first.wait("some reports", func(e event) bool { return e.Msg == "bringing up to date" && e.Done > 20 })
	if some.Total < 300 || some.Done == some.Total {
		t.Errorf("%d of %d reports are brought up to date", some.Done, some.Total)
	}
	if err := first.process.Kill(); err != nil {
		t.Fatal(err)
	}
	first.end()

	second := startIn(t, dir, binary, "en", "")
	second.wait("what it does", func(e event) bool { return e.Msg == "opening" })
	second.wait("how far it is", func(e event) bool { return e.Msg == "bringing up to date" && e.Done > 20 })
	second.wait("a report", func(e event) bool { return e.Msg == "report shown" })
}
