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

// Watch asks the UI goroutine for an answer all the time, and writes to the log when it works, or waits, for longer than a
// limit before it gives one: how long, and what it was doing when the limit was over. Work is measured in time of the
// processor, since other programs may have that meanwhile. The calls of the graphics driver are left out, which draws in
// software where there is no graphics card.
func Watch(limit time.Duration) {
	go func() {
		for {
			time.Sleep(limit / 5)
			begun, before := time.Now(), processor()
			answered := make(chan struct{})
			fyne.Do(func() { close(answered) })
			doing := ""
			select {
			case <-answered:
				continue
			case <-time.After(limit):
				doing = onUI()
				<-answered
			}
			took := time.Since(begun)
			if before > 0 && !waits(doing) {
				took = processor() - before
			}
			if took > limit && !drawing(doing) {
				slog.Warn("frozen", "ms", took.Milliseconds(), "stack", doing)
			}
		}
	}()
}

// waits tells whether the goroutine of a stack waits for another, or for a file.
func waits(stack string) bool {
	state, _, _ := strings.Cut(stack, ":")
	return slices.ContainsFunc([]string{"chan", "select", "sync.", "IO wait", "sleep"}, func(s string) bool { return strings.Contains(state, s) })
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
