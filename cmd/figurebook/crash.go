package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/adrg/xdg"
)

// crashFile is where a crash is written to; it stays on this machine.
func crashFile() string { return filepath.Join(xdg.StateHome, "figurebook", "crash.txt") }

// watchCrashes has the runtime write a crash into a file, and gives the report of the last run where that crashed; empty
// where it did not. Programs that run at the same time write into one file, which is no harm.
func watchCrashes() (last string) {
	file := crashFile()
	if os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return "" // a crash is then only on standard error
	}
	if info, err := os.Stat(file); err == nil && info.Size() > 0 {
		last = filepath.Join(filepath.Dir(file), "crash-"+info.ModTime().UTC().Format("20060102-150405")+".txt")
		if os.Rename(file, last) != nil {
			last = ""
		}
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return last
	}
	defer f.Close() // the runtime has its own copy
	_ = debug.SetCrashOutput(f, debug.CrashOptions{})
	return last
}

// fullVersion is the version with the commit that the program was built from, where the build recorded it.
func fullVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	commit, when := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value[:min(10, len(s.Value))]
		case "vcs.time":
			if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
				when = t.Format("2006-01-02")
			}
		}
	}
	if commit == "" {
		return version
	}
	return version + " " + commit + " " + when
}
