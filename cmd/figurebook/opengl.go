package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"figurebook.org/figurebook/assets/translations"
)

// show creates the window and shows it, or tells why none can be made here. Of that the toolkit says a line on its log only, and
// where it cannot set itself up at all, for want of a screen, it stops with another error that follows from it.
func show(create func() fyne.Window) (w fyne.Window, err error) {
	var said strings.Builder
	usual := log.Writer()
	log.SetOutput(io.MultiWriter(&said, usual)) // the usual one last, which may write nothing
	defer func() {
		log.SetOutput(usual)
		if crash := recover(); crash != nil { // a cause that the toolkit did not expect
			err = errors.New(cmp.Or(logged(said.String()), fmt.Sprint(crash)))
		}
	}()
	w = create()
	w.Show()
	if made(w) {
		return w, nil
	}
	return w, errors.New(cmp.Or(logged(said.String()), "OpenGL"))
}

// logged is the cause in the first error of a log of the toolkit's; empty where it has none.
func logged(log string) string {
	_, cause, _ := strings.Cut(log, "Cause:")
	cause, _, _ = strings.Cut(cause, "\n")
	return strings.TrimSpace(cause)
}

// made tells whether the system has the window.
func made(w fyne.Window) (yes bool) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			yes = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			yes = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			yes = c.HWND != 0
		case driver.MacWindowContext:
			yes = c.NSWindow != 0
		}
	})
	return yes
}

// boxes are the programs that show a message without OpenGL, the best first; each gets the text as its last argument.
var boxes = map[string][][]string{
	"linux":   {{"zenity", "--error", "--no-markup", "--width=420", "--title=Figurebook", "--text"}, {"kdialog", "--title", "Figurebook", "--error"}, {"xmessage", "-center", "-title", "Figurebook"}},
	"windows": {{"powershell", "-NoProfile", "-Command", "Add-Type -AssemblyName System.Windows.Forms; [void][System.Windows.Forms.MessageBox]::Show($args[0], 'Figurebook')"}},
	"darwin":  {{"osascript", "-e", "on run argv", "-e", "display alert \"Figurebook\" message (item 1 of argv)", "-e", "end run"}},
}

// tell says on standard error, and in a message box of the system where it has one, why the window does not open.
func tell(err error, words *translations.Words) {
	text := words.Say("window.no_opengl", strings.TrimSpace(err.Error()))
	fmt.Fprintln(os.Stderr, text)
	box(text)
}

// box shows a text in a message box of the system, where it has one.
func box(text string) {
	for _, box := range boxes[runtime.GOOS] {
		if program, missing := exec.LookPath(box[0]); missing == nil {
			if exec.Command(program, append(box[1:], wrap(text, 70))...).Run() == nil {
				return
			}
		}
	}
}

// wrap breaks a text at spaces into lines of about n letters, since not every message box does.
func wrap(text string, n int) string {
	var out strings.Builder
	length := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if length+len(word) > n {
			out.WriteByte('\n')
			length = 0
		}
		out.WriteString(word)
		length += len(word)
	}
	return out.String()
}
