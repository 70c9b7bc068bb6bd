package main

import (
	"strings"
	"syscall"
	"testing"
)

// TestRestart: the program opens where it was left, offers the report of its last crash, and takes back what was done before
// that.
func TestRestart(t *testing.T) {
	first := start(t, "en", "")
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	first.begin()
	first.keys("Return")
	first.wait("the window", left)
	first.keys("ctrl+j")
	first.wait("a figure", func(e event) bool { return e.Msg == "figure shown" })
	first.keys("ctrl+Return")
	first.wait("its confirmation", func(e event) bool { return e.Msg == "step done" && e.Step == "confirm" })
	first.keys("ctrl+j")
	there := first.wait("another place", func(e event) bool { return e.Msg == "went" && e.Paragraph != "" })
	first.keys("ctrl+q")
	first.end()

	second := startIn(t, first.dir, binary, "", "")
	second.wait("the place that was left", func(e event) bool {
		return e.Msg == "went" && e.Report == there.Report && e.Paragraph != ""
	})
	second.wait("the chart", func(e event) bool { return e.Msg == "chart drawn" })
	if err := second.process.Signal(syscall.SIGQUIT); err != nil { // on which Go's runtime crashes
		t.Fatal(err)
	}
	second.end()

	third := startIn(t, first.dir, binary, "", "")
	offer := third.wait("the report of the crash", asked)
	if !strings.Contains(offer.Title, "stopped unexpectedly") {
		t.Errorf("asked of %q", offer.Title)
	}
	third.picture("restart-after-crash")
	third.keys("Escape")
	third.wait("the window", left)
	third.keys("ctrl+z")
	third.wait("the confirmation taken back", func(e event) bool { return e.Msg == "step done" && e.Step == "confirm" && e.Taken })
}
