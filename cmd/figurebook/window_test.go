package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// event is one line of the program's log.
type event struct {
	Msg        string
	Report     string
	Figure     string
	Emphasised string
	Language   string
	Measure    string
	By         string
	Kind       string
	Title      string
	File       string
	Paragraph  string
	Step       string
	Taken      bool
	Theme      string
	Figures    int
	Hits       int
	Marks      int
	Done       int
	Total      int
	X, Y       float64
}

// driven is the real program under a virtual display.
type driven struct {
	t       *testing.T
	dir     string // of the database, the settings, the log
	log     string
	display string
	read    int // events seen
	process *os.Process
	ended   chan struct{} // closed when the program has ended
}

// wait waits for the next event for which want is true.
func (d *driven) wait(what string, want func(event) bool) event {
	d.t.Helper()
	e, found := d.within(90*time.Second, want)
	if !found {
		raw, _ := os.ReadFile(d.log)
		d.t.Fatalf("waited in vain for %s; the log says\n%s", what, raw)
	}
	return e
}

func (d *driven) within(patience time.Duration, want func(event) bool) (event, bool) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		f, err := os.Open(d.log)
		if err != nil {
			continue
		}
		lines := bufio.NewScanner(f)
		n := 0
		for lines.Scan() {
			n++
			var e event
			if n <= d.read || json.Unmarshal(lines.Bytes(), &e) != nil {
				continue
			}
			if want(e) {
				d.read = n
				f.Close()
				return e, true
			}
		}
		f.Close()
	}
	return event{}, false
}

// do sends mouse or keys to the window.
func (d *driven) do(args ...string) {
	d.t.Helper()
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.display)
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v %s", args, err, out)
	}
}

func (d *driven) click(e event) {
	d.do("mousemove", fmt.Sprint(int(e.X)), fmt.Sprint(int(e.Y)), "sleep", "0.2", "click", "1")
}

// program is the built binary, one for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "figurebook-test-")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "figurebook")
	out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji", "-o", file, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return file, err
})

// TestMain removes the binary.
func TestMain(m *testing.M) {
	code := m.Run()
	if file, err := program(); err == nil {
		_ = os.RemoveAll(filepath.Dir(file))
	}
	os.Exit(code)
}

// start starts the real program under a virtual display of its own, on a new database, with a file or none.
func start(t *testing.T, language, file string) *driven {
	t.Helper()
	return startAt(t, t.TempDir(), language, file)
}

// startAt starts it on the database in a folder.
func startAt(t *testing.T, dir, language, file string) *driven {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the real window is driven under Linux only")
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " here: make test installs it")
		}
	}
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return startIn(t, dir, binary, language, file)
}

// startIn starts a program that keeps its database, settings and reports of crashes in a folder.
func startIn(t *testing.T, dir, binary, language, file string) *driven {
	t.Helper()
	cache, err := os.UserCacheDir() // what the reader of PDF compiled is used again
	if err != nil {
		cache = filepath.Join(dir, ".cache")
		if err := os.MkdirAll(cache, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	d := &driven{t: t, dir: dir, log: filepath.Join(dir, "log.jsonl"), display: displayOf(ctx, t)}
	_ = os.Remove(d.log) // that of an earlier start
	args := []string{"--db", filepath.Join(dir, "a.db"), "--lang", language, "--log", d.log}
	if file != "" {
		args = append(args, file)
	}
	window := exec.CommandContext(ctx, binary, args...)
	window.Env = append(os.Environ(), "DISPLAY="+d.display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_STATE_HOME="+dir, "XDG_CACHE_HOME="+cache, "FYNE_SCALE=1", "LANG=en_GB.UTF-8")
	if err := window.Start(); err != nil {
		t.Fatal(err)
	}
	d.ended = make(chan struct{})
	go func() {
		defer close(d.ended)
		_ = window.Wait()
	}()
	d.process = window.Process
	t.Cleanup(func() {
		cancel()
		<-d.ended
		d.frozen()
	})
	return d
}

// end waits until the program has ended.
func (d *driven) end() {
	d.t.Helper()
	select {
	case <-d.ended:
	case <-time.After(60 * time.Second):
		d.t.Fatal("the program does not end")
	}
}

// frozen fails where the window did not answer in time: make watch-window asks for a tenth of a second.
func (d *driven) frozen() {
	d.t.Helper()
	raw, err := os.ReadFile(d.log)
	if err != nil {
		d.t.Error(err)
	}
	for line := range bytes.Lines(raw) {
		var e struct {
			Msg, Stack string
			MS         int
		}
		if json.Unmarshal(line, &e) == nil && e.Msg == "frozen" {
			d.t.Errorf("no answer for %d ms from\n%s", e.MS, e.Stack)
		}
	}
}

// keys presses keys one after another.
func (d *driven) keys(keys ...string) {
	d.t.Helper()
	d.do(append([]string{"key", "--delay", "150"}, keys...)...)
}

// typed types words.
func (d *driven) typed(words string) {
	d.t.Helper()
	d.do("type", "--delay", "60", words)
}

// painted waits until the screen shows the same for a while, or, where something on it moves, such as a cursor, for some
// seconds.
func (d *driven) painted() {
	d.t.Helper()
	before := d.screen()
	for range 12 {
		time.Sleep(400 * time.Millisecond)
		now := d.screen()
		if bytes.Equal(now, before) {
			return
		}
		before = now
	}
}

// screen is what the screen shows; nothing where no program is there to take it.
func (d *driven) screen() []byte {
	d.t.Helper()
	if _, err := exec.LookPath("import"); err != nil {
		return nil
	}
	c := exec.Command("import", "-window", "root", "ppm:-")
	c.Env = append(os.Environ(), "DISPLAY="+d.display)
	out, err := c.Output()
	if err != nil {
		d.t.Fatalf("a picture of the screen: %v", err)
	}
	return out
}

// picture keeps what the screen shows in out/, to be looked at; where no program is there to take it, none is kept.
func (d *driven) picture(name string) {
	d.t.Helper()
	if _, err := exec.LookPath("import"); err != nil {
		d.t.Log("no picture of " + name + ": ImageMagick's import is not here")
		return
	}
	d.painted()
	folder := filepath.Join("..", "..", "out", "journeys")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		d.t.Fatal(err)
	}
	c := exec.Command("import", "-window", "root", filepath.Join(folder, name+".png"))
	c.Env = append(os.Environ(), "DISPLAY="+d.display)
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("a picture of the screen: %v %s", err, out)
	}
}

// TestWindow starts the real window, imports a report, clicks a figure and its mark.
func TestWindow(t *testing.T) {
	report := filepath.Join(t.TempDir(), "valley.txt")
	if err := os.WriteFile(report, []byte("A report on the valley\n\n1. About 12,000 fighters hide in Mali.\n\n2. More than 300 fighters left Somalia in 2020.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := start(t, "en", report)
	d.wait("what was recognised", func(e event) bool { return e.Msg == "file examined" && e.Figures == 2 })
	d.keys("Return")
	shown := d.wait("the report", func(e event) bool { return e.Msg == "report shown" && e.Figures == 2 })
	if !strings.HasPrefix(shown.Report, "file-") || shown.Figure == "" {
		t.Fatalf("shown: %+v", shown)
	}
	// Without a window manager nothing says when the window has its size: the window is set anew until a click hits.
	var chosen event
	for hit, tries := false, 0; !hit; tries++ {
		if tries == 20 {
			raw, _ := os.ReadFile(d.log)
			t.Fatalf("no click reached a figure; the log says\n%s", raw)
		}
		d.do("sleep", "0.5", "key", "ctrl+1")
		shown = d.wait("the report set anew", func(e event) bool { return e.Msg == "report shown" })
		d.wait("its chart", func(e event) bool { return e.Msg == "chart drawn" })
		d.click(shown)
		chosen, hit = d.within(2*time.Second, func(e event) bool { return e.Msg == "figure chosen" })
	}
	if chosen.Figure != shown.Figure {
		t.Errorf("clicked %s, chosen %s", shown.Figure, chosen.Figure)
	}
	drawn := d.wait("its mark", func(e event) bool { return e.Msg == "chart drawn" && e.Emphasised == shown.Figure })
	if drawn.Measure != "fighters" {
		t.Errorf("the chart shows %s", drawn.Measure)
	}
	d.click(drawn)
	mark := d.wait("the mark clicked", func(e event) bool { return e.Msg == "figure chosen" })
	if mark.Figure != drawn.Figure {
		t.Errorf("clicked the mark of %s, chosen %s", drawn.Figure, mark.Figure)
	}
}

// TestNoScreen: where the display that is named does not answer, a sentence says so, and no stack of calls.
func TestNoScreen(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux names its display")
	}
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	window := exec.Command(binary, "--db", filepath.Join(dir, "a.db"), "--lang", "en")
	window.Env = append(os.Environ(), "DISPLAY=:65000", "WAYLAND_DISPLAY=", "PATH=", "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_CACHE_HOME="+dir, "XDG_STATE_HOME="+dir)
	out, err := window.CombinedOutput()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("ended with %v, want status 1", err)
	}
	if said := string(out); !strings.Contains(said, "OpenGL") || strings.Contains(said, "goroutine") {
		t.Errorf("said %s", said)
	}
}

// displayOf starts a virtual display on a free number.
func displayOf(ctx context.Context, t *testing.T) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return ":" + strings.TrimSpace(number)
}
