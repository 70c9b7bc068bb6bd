package app

import (
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// sampling is how often Watch looks what the UI goroutine does while it gives no answer.
const sampling = 5 * time.Millisecond

// Watch asks the UI goroutine for an answer all the time, and writes to the log when it works, or waits, for longer than a
// limit before it gives one: how long, and what it was doing when the limit was over. Work is measured in time of the
// processor, since other programs may have that meanwhile. The calls of the graphics driver are left out, which draws in
// software where there is no graphics card.
func Watch(limit time.Duration) {
	go func() {
		for {
			time.Sleep(limit / 5)
			answered := make(chan struct{})
			fyne.Do(func() { close(answered) })
			if took, doing := unanswered(answered, limit); took > limit {
				slog.Warn("frozen", "ms", took.Milliseconds(), "stack", doing)
			}
		}
	}()
}

// unanswered is how long the UI goroutine worked, or waited, until it answered, and what it was doing when the limit was over.
func unanswered(answered <-chan struct{}, limit time.Duration) (took time.Duration, doing string) {
	tick := time.NewTicker(sampling)
	defer tick.Stop()
	for at, had := time.Now(), processor(); ; {
		select {
		case <-answered:
			return took, doing
		case <-tick.C:
		}
		stack, now, has := onUI(), time.Now(), processor()
		switch {
		case drawing(stack) || idle(stack):
		case had == 0 || waits(stack):
			took += now.Sub(at)
		default:
			took += has - had
		}
		if at, had = now, has; took > limit && doing == "" {
			doing = stack
		}
	}
}

// waits tells whether the goroutine of a stack waits for another, or for a file.
func waits(stack string) bool {
	state, _, _ := strings.Cut(stack, ":")
	return slices.ContainsFunc([]string{"chan", "select", "sync.", "IO wait", "sleep"}, func(s string) bool { return strings.Contains(state, s) })
}

// idle tells whether a stack is that of the toolkit's own loop, which waits for work and has only not been given a processor yet.
func idle(stack string) bool {
	first, rest, _ := strings.Cut(stack, "\n")
	return strings.Contains(first, "select") && strings.HasPrefix(rest, "fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).runGL(")
}

// drawing tells whether a stack is that of a call of the graphics driver: its first calls are its head.
func drawing(stack string) bool {
	lines := strings.Split(stack, "\n")
	return strings.Contains(strings.Join(lines[:min(6, len(lines))], "\n"), "_Cfunc_gl")
}

// processor is how long the main thread, which the UI goroutine is bound to, has had a processor; 0 where the system does
// not tell.
func processor() time.Duration {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/self/task/%d/schedstat", os.Getpid()))
	var ran int64
	if err == nil {
		_, _ = fmt.Sscan(string(raw), &ran)
	}
	return time.Duration(ran)
}

// onUI is the stack of the UI goroutine, which is the first.
func onUI() string {
	all := make([]byte, 1<<20)
	for _, one := range strings.Split(string(all[:runtime.Stack(all, true)]), "\n\n") {
		if strings.HasPrefix(one, "goroutine 1 ") {
			return one
		}
	}
	return ""
}
