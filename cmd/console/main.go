// Command console is figurebook-cli of the Windows packages. There figurebook.exe holds the commands too, since a second whole
// program would double the packages; but Windows gives a program of windows no console. So console has figurebook.exe, which
// lies beside it, do the command, and hands on what goes in and comes out.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"

	"golang.org/x/term"
)

func main() {
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	name := "figurebook"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	os.Exit(relay(exec.Command(filepath.Join(filepath.Dir(self), name), append([]string{"--command"}, os.Args[1:]...)...), os.Stdin, os.Stdout, os.Stderr))
}

// relay runs a program on pipes, since one of windows can use no handle of a console, and gives its exit status. An interrupt
// ends it, as its database allows at any moment.
func relay(program *exec.Cmd, in io.Reader, out, errs io.Writer) int {
	program.Stdout, program.Stderr = struct{ io.Writer }{out}, struct{ io.Writer }{errs} // no *os.File, so pipes
	if terminal, ok := in.(*os.File); ok && term.IsTerminal(int(terminal.Fd())) {        // behind a pipe it could not tell, and would ask nothing
		program.Env = append(program.Environ(), "FIGUREBOOK_TERMINAL=1")
	}
	input, err := program.StdinPipe()
	if err == nil {
		err = program.Start()
	}
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	go func() { // the program may end without reading all, so nobody waits for this
		_, _ = io.Copy(input, in)
		_ = input.Close()
	}()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		_ = program.Process.Kill()
	}()
	err = program.Wait()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		if code := exit.ExitCode(); code > 0 {
			return code
		}
		return 1
	}
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	return 0
}
