package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// on runs the program on a display, with settings of its own, and gives what xdotool is told of it.
func on(t *testing.T, s screen, args ...string) (c *exec.Cmd, tool func(args ...string) string) {
	t.Helper()
	if _, err := exec.LookPath("xdotool"); err != nil {
		t.Skip("no xdotool here: make test installs it")
	}
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	c = exec.Command(binary, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.number, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "FYNE_SCALE=1", "LANG=en_GB.UTF-8")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	return c, func(args ...string) string {
		x := exec.Command("xdotool", args...)
		x.Env = append(os.Environ(), "DISPLAY="+s.number)
		out, _ := x.Output() // nothing where there is no such window yet
		return strings.TrimSpace(string(out))
	}
}

// eventually asks until the answer is yes.
func eventually(t *testing.T, what string, yes func() bool) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if yes() {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}

// TestFit: on a small screen the first start makes a window that fits it.
func TestFit(t *testing.T) {
	s := newScreen(t, "-screen", "0", "1024x700x24")
	_, tool := on(t, s, "--db", filepath.Join(t.TempDir(), "a.db"), "--lang", "en")
	var width, height int
	eventually(t, "a window within 1024 by 700", func() bool {
		_, size, _ := strings.Cut(tool("search", "--name", "^Figurebook$", "getwindowgeometry"), "Geometry: ")
		n, _ := fmt.Sscanf(size, "%dx%d", &width, &height)
		return n == 2 && width > 600 && width <= 1024 && height <= 700
	})
}

// TestRefused: of a file that is no database the window says so, stays until it is left, and the program ends with status 1.
func TestRefused(t *testing.T) {
	s := newScreen(t)
	file := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(file, []byte("no database at all, but long enough for one"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, tool := on(t, s, "--db", file, "--lang", "en")
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	small := func() bool { // it is as large as its sentence, and the only one
		var width, height int
		_, size, _ := strings.Cut(tool("search", "--name", "^Figurebook$", "getwindowgeometry", "%@"), "Geometry: ")
		n, _ := fmt.Sscanf(size, "%dx%d", &width, &height)
		return n == 2 && height < 300 && len(strings.Fields(tool("search", "--name", "^Figurebook$"))) == 1
	}
	eventually(t, "the refusal", small)
	time.Sleep(2 * time.Second)
	if !small() {
		t.Error("the refusal does not stay")
	}
	eventually(t, "the end", func() bool {
		tool("key", "Return")
		select {
		case err := <-ended:
			if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 {
				t.Errorf("ended with %v, want status 1", err)
			}
			return true
		default:
			return false
		}
	})
}
