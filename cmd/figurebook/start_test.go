package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// memoryHeld is how many times the memory of an empty window of the toolkit, built with the same tags, the window may take
// with the built-in edition open. The goal is 1.4.
const memoryHeld = 1.42

// settled is how long a window is left alone before its memory is read.
const settled = 8 * time.Second

// screen is a virtual display whose pixels can be read.
type screen struct {
	number string
	pixels string // file that the server keeps them in
}

func newScreen(tb testing.TB, arguments ...string) screen {
	tb.Helper()
	if runtime.GOOS != "linux" {
		tb.Skip("the start is measured under Linux only")
	}
	if _, err := exec.LookPath("Xvfb"); err != nil {
		tb.Skip("no Xvfb here: make test installs it")
	}
	read, write, err := os.Pipe()
	if err != nil {
		tb.Fatal(err)
	}
	folder := tb.TempDir()
	server := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", "1440x900x24", "-fbdir", folder}, arguments...)...)
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		tb.Fatal(err)
	}
	return screen{number: ":" + strings.TrimSpace(number), pixels: filepath.Join(folder, "Xvfb_screen0")}
}

// painted tells whether the middle of the screen is no longer black. The file is an X window dump: a header whose first
// number is its length, colours of 12 bytes, and the pixels.
func (s screen) painted() bool {
	f, err := os.Open(s.pixels)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 100)
	if _, err := f.ReadAt(head, 0); err != nil {
		return false
	}
	number := func(i int) int64 { return int64(binary.BigEndian.Uint32(head[4*i:])) }
	row := make([]byte, 400)
	if _, err := f.ReadAt(row, number(0)+12*number(19)+number(12)*420+4*500); err != nil { // bytes a line: the 13th number
		return false
	}
	for i := 0; i < len(row); i += 4 {
		if row[i]|row[i+1]|row[i+2] != 0 {
			return true
		}
	}
	return false
}

// started is what a start took.
type started struct {
	frame  time.Duration // until the first frame was on the screen
	report time.Duration // until the report was shown; 0 for the empty window
	memory int           // resident when settled, in kB
}

// launch starts a program on a display of its own and measures it; without a wait, only until it shows.
func launch(tb testing.TB, home string, wait time.Duration, program string, args ...string) started {
	tb.Helper()
	s := newScreen(tb)
	log := filepath.Join(home, "log.jsonl")
	_ = os.Remove(log)
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.number, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "FYNE_SCALE=1", "LANG=en_GB.UTF-8")
	begin := time.Now()
	if err := c.Start(); err != nil {
		tb.Fatal(err)
	}
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	}()
	var out started
	for reads := len(args) > 0; out.frame == 0 || reads && out.report == 0; time.Sleep(time.Millisecond) {
		since := time.Since(begin)
		if since > time.Minute {
			tb.Fatalf("%s shows nothing", program)
		}
		if out.frame == 0 && s.painted() {
			out.frame = since
		}
		if reads && out.report == 0 {
			raw, _ := os.ReadFile(log)
			if bytes.Contains(raw, []byte(`"report shown"`)) {
				out.report = since
			}
		}
	}
	time.Sleep(wait)
	out.memory = resident(tb, c.Process.Pid)
	return out
}

// resident is the memory of a process that is in RAM, in kB.
func resident(tb testing.TB, process int) int {
	tb.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	if err != nil {
		tb.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), "VmRSS:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// pair are the two programs, each started once already: the database is there, the first steps were shown, and the reader
// of PDF was made ready, if for show only, since that is done once on a machine. They are copied into a folder, where one is
// given, and started there.
func pair(tb testing.TB, folder string) (empty, window func(wait time.Duration) started) {
	tb.Helper()
	newScreen(tb) // skips where there is none
	figurebook, err := program()
	if err != nil {
		tb.Fatal(err)
	}
	home := tb.TempDir()
	plain := filepath.Join(home, "empty")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji", "-o", plain, "./testdata/empty").CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	if folder != "" {
		figurebook, plain = copied(tb, folder, figurebook), copied(tb, folder, plain)
	}
	compiled := filepath.Join(home, "figurebook", "pdf-engine", "for-show")
	if err := os.MkdirAll(compiled, 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(compiled, "engine"), nil, 0o600); err != nil {
		tb.Fatal(err)
	}
	empty = func(wait time.Duration) started { return launch(tb, home, wait, plain) }
	window = func(wait time.Duration) started {
		return launch(tb, home, wait, figurebook, "--db", filepath.Join(home, "a.db"), "--lang", "en", "--log", filepath.Join(home, "log.jsonl"))
	}
	empty(0)
	first := window(2 * time.Second)
	tb.Logf("first start of all: window %v, report %v", first.frame, first.report)
	return empty, window
}

// copied is a copy of a file in a folder.
func copied(tb testing.TB, folder, file string) string {
	tb.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	to := filepath.Join(folder, filepath.Base(file))
	if err := os.WriteFile(to, raw, 0o700); err != nil {
		tb.Fatal(err)
	}
	return to
}

// inMemory is a folder of a file system in memory, "" where the system has none. Of a program that lies there only what it
// reads counts as its memory, by pages of 4 kB. Of one on a disk newer kernels (seen with Linux 6.18) count up to 2 MB around
// what is read, all of a program of some size in the end, and the more the shorter ago the file was written.
func inMemory(tb testing.TB) string {
	tb.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "figurebook-")
	if err != nil {
		return ""
	}
	tb.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// TestStart_memory: with the built-in edition open the window takes at most so many times the memory of an empty one.
func TestStart_memory(t *testing.T) {
	folder := inMemory(t)
	if folder == "" {
		t.Skip("no /dev/shm here to start programs from")
	}
	empty, window := pair(t, folder)
	e, w := empty(settled).memory, window(settled).memory
	ratio := float64(w) / float64(e)
	t.Logf("%d MB against %d MB: %.2f times", w/1000, e/1000, ratio)
	if ratio > memoryHeld {
		t.Errorf("the window takes %.2f times the memory of an empty one, %.2f are allowed", ratio, memoryHeld)
	}
}

// BenchmarkStart prints how long the window takes to its first frame and how much memory it is in, against an empty window:
// the best of five starts each, taken in turn. Memory is counted by pages that are read, see inMemory, and as the kernel
// counts it for programs on the disk.
func BenchmarkStart(b *testing.B) {
	empty, window := pair(b, "")
	var e, w []started
	for range 5 {
		e, w = append(e, empty(0)), append(w, window(0))
	}
	least := func(all []started, of func(started) time.Duration) float64 {
		return float64(of(slices.MinFunc(all, func(a, c started) int { return int(of(a) - of(c)) })).Milliseconds())
	}
	frame := func(s started) time.Duration { return s.frame }
	b.ReportMetric(least(e, frame), "ms/empty")
	b.ReportMetric(least(w, frame), "ms/window")
	b.ReportMetric(least(w, frame)/least(e, frame), "times/window")
	b.ReportMetric(least(w, func(s started) time.Duration { return s.report }), "ms/report")
	b.ReportMetric(least(w, func(s started) time.Duration { return s.report })/least(e, frame), "times/report")
	b.ReportMetric(float64(window(settled).memory)/float64(empty(settled).memory), "times/memory-disk")
	if folder := inMemory(b); folder != "" {
		empty, window := pair(b, folder)
		b.ReportMetric(float64(window(settled).memory)/float64(empty(settled).memory), "times/memory")
	}
	b.ReportMetric(0, "ns/op")
}
