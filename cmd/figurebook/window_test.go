package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
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
	File       string
	Figures    int
	X, Y       float64
}

// driven is the real program under a virtual display.
type driven struct {
	t       *testing.T
	log     string
	display string
	read    int // events seen
}

// wait waits for the next event for which want is true.
func (d *driven) wait(what string, want func(event) bool) event {
	d.t.Helper()
	e, found := d.within(40*time.Second, want)
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

// TestWindow starts the real window, opens a report, clicks a figure and a mark, changes the language and exports.
func TestWindow(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the real window is driven under Linux only")
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " here: make test installs it")
		}
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "figurebook")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.Mkdir(filepath.Join(dir, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(dir, "valley.txt")
	if err := os.WriteFile(report, []byte("A report on the valley\n\n1. About 12,000 fighters hide in Mali.\n\n2. More than 300 fighters left Somalia in 2020.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	display := displayOf(ctx, t)
	d := &driven{t: t, log: filepath.Join(dir, "log.jsonl"), display: display}
	window := exec.CommandContext(ctx, program, "--db", filepath.Join(dir, "a.db"), "--lang", "en", "--log", d.log, report)
	window.Env = append(os.Environ(), "DISPLAY="+display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+dir, "XDG_CONFIG_HOME="+dir, "FYNE_SCALE=1", "LANG=en_GB.UTF-8")
	if err := window.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = window.Process.Kill(); _ = window.Wait() }()

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
	d.do("key", "ctrl+2")
	d.wait("the window in Chinese", func(e event) bool { return e.Msg == "report shown" && e.Language == "zh" })
	d.wait("the chart in Chinese", func(e event) bool { return e.Msg == "chart drawn" })
	d.do("key", "ctrl+e", "sleep", "1", "key", "Tab", "Tab", "space")
	exported := d.wait("the export", func(e event) bool { return e.Msg == "exported" })
	if raw, err := os.ReadFile(exported.File); err != nil || !strings.HasPrefix(string(raw), "\x89PNG") {
		t.Errorf("exported %s: %v", exported.File, err)
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
